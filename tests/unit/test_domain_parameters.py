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
