"""Generation parameters: one declaration each, from which the dock, the validation and the help derive.

A model's capabilities list the specifications it takes, with its own bounds. A value that a model does not take is
refused with the reason, never dropped.
"""

from __future__ import annotations

import math
import reprlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import UnsupportedError
from app.domain.language import marked, tr
from app.domain.numerals import exact, number


class ParameterKind(StrEnum):
    """The type of a parameter's value."""

    FLOAT = "float"
    INTEGER = "integer"
    CHOICE = "choice"
    STRINGS = "strings"  # a list of short texts


@dataclass(frozen=True, kw_only=True, slots=True)
class ParameterSpec:
    """One parameter as one model takes it. ``default`` ``None`` means: left to the model, and not sent.

    ``group``: the heading it is folded under where it is shown; empty for those that are always in sight.
    ``max_chars`` bounds each text of a list. Title, help and group are English, marked to be translated where shown.
    """

    name: str
    title: str
    help: str
    kind: ParameterKind
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    default: object = None
    choices: tuple[str, ...] = ()
    max_items: int | None = None
    max_chars: int = 1_000
    group: str = ""

    def problem(self, value: object) -> str | None:
        """Why ``value`` cannot be used, as a sentence, or ``None`` if it can."""
        title = tr(self.title)
        match self.kind:
            case ParameterKind.FLOAT | ParameterKind.INTEGER:
                if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value:
                    return tr("{title} takes a number, not {given}.", title=title, given=brief(value))
                if self.kind is ParameterKind.INTEGER and isinstance(value, float) and not value.is_integer():
                    return tr("{title} takes a whole number, not {given}.", title=title, given=brief(value))
                if self.minimum is not None and value < self.minimum:
                    return tr("{title} must be at least {limit}.", title=title, limit=exact(self.minimum))
                if self.maximum is not None and value > self.maximum:
                    return tr("{title} must be at most {limit}.", title=title, limit=exact(self.maximum))
                if not _is_finite(value):
                    given = brief(value)
                    return tr(
                        "{title} takes a number that can be reckoned with, not {given}.", title=title, given=given
                    )
            case ParameterKind.CHOICE:
                if value not in self.choices:
                    known = ", ".join(self.choices)
                    return tr("{title} is one of {known}; not {given}.", title=title, known=known, given=brief(value))
            case ParameterKind.STRINGS:
                if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) and item for item in value):
                    return tr("{title} takes a list of texts that are not empty.", title=title)
                if self.max_items is not None and len(value) > self.max_items:
                    most, given = number(self.max_items), number(len(value))
                    return tr("{title} takes at most {limit} texts, not {given}.", title=title, limit=most, given=given)
                if any(len(item) > self.max_chars for item in value):
                    limit = number(self.max_chars)
                    return tr("{title} takes texts of at most {limit} characters each.", title=title, limit=limit)
        return None


_REPR = reprlib.Repr()
_REPR.maxstring = _REPR.maxother = _REPR.maxlong = 40


def brief(value: object) -> str:
    """``value`` as a sentence can name it, however long it is: a file may hold a number of a thousand digits."""
    try:
        return _REPR.repr(value)
    except ValueError:  # Python writes no number of more than a few thousand digits
        return tr("a number of thousands of digits")


def _is_finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:  # a whole number beyond what a float can hold
        return False


TEMPERATURE = ParameterSpec(
    name="temperature",
    title=marked("Temperature"),
    help=marked(
        "How freely the next word is chosen. 0 to 0.3: exact and repeatable, for code and AWS. 0.5 to 0.7: balanced. "
        "0.8 and above: varied, and more often wrong."
    ),
    kind=ParameterKind.FLOAT,
    minimum=0.0,
    maximum=2.0,
    step=0.05,
)
TOP_P = ParameterSpec(
    name="top_p",
    title=marked("Top P"),
    help=marked(
        "Only the likeliest words whose chances add up to this are considered. Change this or the temperature, "
        "rarely both."
    ),
    kind=ParameterKind.FLOAT,
    minimum=0.0,
    maximum=1.0,
    step=0.01,
)
TOP_K = ParameterSpec(
    name="top_k",
    title=marked("Top K"),
    help=marked("Only this many of the likeliest words are considered; 0 considers all."),
    kind=ParameterKind.INTEGER,
    minimum=0,
    maximum=500,
    step=1,
)
MIN_P = ParameterSpec(
    name="min_p",
    title=marked("Min P"),
    help=marked(
        "Words less likely than this share of the likeliest one are dropped. 0.05 keeps a high temperature sensible."
    ),
    kind=ParameterKind.FLOAT,
    minimum=0.0,
    maximum=1.0,
    step=0.01,
)
MAX_TOKENS = ParameterSpec(
    name="max_tokens",
    title=marked("Longest answer"),
    help=marked("The answer is cut at this many tokens (about three quarters of a word each); thinking counts too."),
    kind=ParameterKind.INTEGER,
    minimum=1,
    maximum=1_000_000,
    step=256,
)
FREQUENCY_PENALTY = ParameterSpec(
    name="frequency_penalty",
    title=marked("Frequency penalty"),
    help=marked("Lowers the chance of a word each time it was used. Above 0 repeats less."),
    kind=ParameterKind.FLOAT,
    minimum=-2.0,
    maximum=2.0,
    step=0.1,
)
PRESENCE_PENALTY = ParameterSpec(
    name="presence_penalty",
    title=marked("Presence penalty"),
    help=marked("Lowers the chance of every word that was used at all. Above 0 moves on to new subjects."),
    kind=ParameterKind.FLOAT,
    minimum=-2.0,
    maximum=2.0,
    step=0.1,
)
REPEAT_PENALTY = ParameterSpec(
    name="repeat_penalty",
    title=marked("Repeat penalty"),
    help=marked("Divides the score of words used lately; 1 leaves them alone, 1.1 is mild."),
    kind=ParameterKind.FLOAT,
    minimum=0.5,
    maximum=2.0,
    step=0.05,
)
SEED = ParameterSpec(
    name="seed",
    title=marked("Seed"),
    help=marked("The same seed, prompt and parameters give the same answer, where the model allows it."),
    kind=ParameterKind.INTEGER,
    minimum=0,
    maximum=2**31 - 1,
    step=1,
)
STOP = ParameterSpec(
    name="stop",
    title=marked("Stop at"),
    help=marked("The answer ends before the first of these texts."),
    kind=ParameterKind.STRINGS,
    max_items=4,
)
REASONING_EFFORT = ParameterSpec(
    name="reasoning_effort",
    title=marked("Thinking"),
    help=marked("How long the model thinks before it answers. More is slower, dearer and better at hard questions."),
    kind=ParameterKind.CHOICE,
    choices=("low", "medium", "high"),
)

COMMON = (
    TEMPERATURE,
    TOP_P,
    TOP_K,
    MAX_TOKENS,
    STOP,
    SEED,
    FREQUENCY_PENALTY,
    PRESENCE_PENALTY,
    REASONING_EFFORT,
)
"""The parameters that people expect of a model: one that is not taken is shown with the reason."""


def not_taken(
    specs: Iterable[ParameterSpec], *, model: str, why: Mapping[str, str] | None = None
) -> tuple[tuple[ParameterSpec, str], ...]:
    """The common parameters that are not among ``specs``, each with the reason as a sentence.

    ``model`` is the model's title; ``why`` has the reason by the parameter's name, where more is known.
    """
    taken = {spec.name for spec in specs}
    reasons = why or {}
    return tuple(
        (spec, reasons.get(spec.name) or tr("{model} takes no {parameter}.", model=model, parameter=tr(spec.title)))
        for spec in COMMON
        if spec.name not in taken
    )


def check(values: Mapping[str, object], specs: Iterable[ParameterSpec], *, model: str) -> None:
    """Raise :class:`UnsupportedError` for the first value that ``model`` does not take."""
    known = {spec.name: spec for spec in specs}
    for name, value in values.items():
        spec = known.get(name)
        if spec is None:
            raise UnsupportedError(
                tr("{model} does not take the parameter {name}.", model=repr(model), name=brief(name)),
                remedy=tr("Reset it in the model dock, or choose another model."),
            )
        if (problem := spec.problem(value)) is not None:
            raise UnsupportedError(problem, remedy=tr("Change it in the model dock."))
