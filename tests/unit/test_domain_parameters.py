"""Parameters are checked against what a model takes; what a request cost; figures against their goals."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain import parameters
from app.domain.errors import UnsupportedError
from app.domain.figures import Better, Figure
from app.domain.models import Price
from app.domain.parameters import ParameterKind, ParameterSpec
from app.domain.stream import Usage
from app.domain.usage import cost_usd

ALL = [value for value in vars(parameters).values() if isinstance(value, ParameterSpec)]
ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text() | st.integers())


def test_every_parameter_explains_itself() -> None:
    assert len(ALL) >= 11
    assert len({spec.name for spec in ALL}) == len(ALL)
    for spec in ALL:
        assert spec.title
        assert spec.help.endswith(".")


@given(st.sampled_from(ALL), ANYTHING)
@example(parameters.TOP_K, math.nan)
@example(parameters.SEED, math.inf)
@example(parameters.TEMPERATURE, math.nan)
def test_any_value_is_either_usable_or_refused_with_a_sentence(spec: ParameterSpec, value: object) -> None:
    problem = spec.problem(value)
    if problem is not None:
        assert problem.startswith(spec.title)
        assert problem.endswith(".")
        with pytest.raises(UnsupportedError):
            parameters.check({spec.name: value}, ALL, model="m:x")
        return
    parameters.check({spec.name: value}, ALL, model="m:x")
    match spec.kind:
        case ParameterKind.FLOAT | ParameterKind.INTEGER:
            assert isinstance(value, int | float)
            assert spec.minimum is not None
            assert spec.maximum is not None
            assert spec.minimum <= value <= spec.maximum
        case ParameterKind.CHOICE:
            assert value in spec.choices
        case ParameterKind.STRINGS:
            assert isinstance(value, list)
            assert all(value)


UNBOUNDED = ParameterSpec(name="free", title="Free", help="Anything.", kind=ParameterKind.FLOAT)


@pytest.mark.parametrize(
    ("spec", "value", "words"),
    [
        (parameters.TEMPERATURE, math.nan, "Temperature takes a number, not nan."),
        (parameters.TEMPERATURE, -1, "Temperature must be at least 0."),
        (parameters.TEMPERATURE, math.inf, "Temperature must be at most 2."),
        (parameters.TEMPERATURE, 10**400, "Temperature must be at most 2."),
        pytest.param(parameters.TEMPERATURE, 10**6000, "Temperature must be at most 2.", id="thousands of digits"),
        (parameters.TEMPERATURE, "0.7", "Temperature takes a number, not '0.7'."),
        (parameters.TEMPERATURE, {"a": [10**6000]}, "Temperature takes a number, not "),
        (parameters.TOP_K, 1.5, "Top K takes a whole number, not 1.5."),
        (parameters.TOP_K, math.inf, "Top K takes a whole number, not inf."),
        (UNBOUNDED, math.inf, "Free takes a number that can be reckoned with, not inf."),
        (UNBOUNDED, math.nan, "Free takes a number, not nan."),
        (UNBOUNDED, 10**400, "Free takes a number that can be reckoned with, not 1000"),
        pytest.param(
            UNBOUNDED,
            10**6000,
            "Free takes a number that can be reckoned with, not ",
            id="unbounded, thousands of digits",
        ),
        (parameters.STOP, ["x"] * 10_000, "Stop at takes at most 4 texts, not 10,000."),
        (parameters.STOP, ["x" * 1_000_000], "Stop at takes texts of at most 1,000 characters each."),
        (parameters.STOP, [""], "Stop at takes a list of texts that are not empty."),
        (parameters.STOP, "stop", "Stop at takes a list of texts that are not empty."),
        (parameters.REASONING_EFFORT, "x" * 1_000_000, "Thinking is one of low, medium, high; not 'xxx"),
    ],
)
def test_an_absurd_value_is_refused_with_a_short_sentence_that_says_why(
    spec: ParameterSpec, value: object, words: str
) -> None:
    problem = spec.problem(value)
    assert problem is not None
    assert problem.startswith(words)
    assert len(problem) < 200


def test_what_a_model_does_not_take_is_refused_by_name_and_never_dropped() -> None:
    with pytest.raises(UnsupportedError, match=r"'vendor:model'.*'top_k'"):
        parameters.check({"temperature": 1, "top_k": 3}, [parameters.TEMPERATURE], model="vendor:model")


def test_cached_tokens_are_priced_once_and_at_their_own_rate() -> None:
    usage = Usage(input_tokens=1_000_000, cached_input_tokens=400_000, cache_write_tokens=100_000, output_tokens=10_000)
    price = Price(input=3.0, output=15.0, cached_input=0.3, cache_write=3.75)
    assert cost_usd(usage, price) == pytest.approx(0.5 * 3 + 0.4 * 0.3 + 0.1 * 3.75 + 0.01 * 15)
    assert cost_usd(usage, Price(input=3.0, output=15.0)) == pytest.approx(3 + 0.15)
    assert cost_usd(usage, None) is None


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_cost_is_never_negative_though_a_vendor_counts_oddly(whole: int, cached: int, written: int) -> None:
    usage = Usage(input_tokens=whole, cached_input_tokens=cached, cache_write_tokens=written)
    cost = cost_usd(usage, Price(input=1.0, output=1.0))
    assert cost is not None
    assert cost >= 0


def test_a_figure_holds_on_the_right_side_of_its_goal() -> None:
    assert Figure(name="f", value=4.0, unit="s", goal=4.0).holds is True
    assert Figure(name="f", value=4.1, unit="s", goal=4.0).holds is False
    assert Figure(name="f", value=4.1, unit="s", goal=4.0, better=Better.HIGHER).holds is True
    assert Figure(name="f", value=4.1, unit="s").holds is None
