"""Named sets of parameters: what they hold, how they are laid over a model, and how they are written down.

A value that a model does not take is named with the reason, never dropped silently. Owns no file.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain import encoding
from app.domain.language import marked, tr
from app.domain.models import Capabilities
from app.domain.numerals import number
from app.domain.parameters import MAX_TOKENS, brief
from app.domain.switching import title_of

_NAME = re.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")
_MOST_PARAMETERS = 64
_MOST_CHARS = 10_000
MOST_TITLE_CHARS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Preset:
    """``name`` is for commands and files, ``title`` for people; ``parameters`` as a chat has them."""

    name: str
    title: str
    parameters: Mapping[str, object] = field(default_factory=dict)

    @property
    def problem(self) -> str | None:
        """Why it cannot be used, as a sentence, or ``None`` if it can."""
        if not _NAME.fullmatch(self.name):
            return tr(
                "{name} is no name of a preset: use up to 40 small letters, digits and hyphens.",
                name=repr(self.name[:60]),
            )
        if not self.title.strip() or len(self.title) > MOST_TITLE_CHARS or not self.title.isprintable():
            return tr("A preset's title is one line of 1 to {most} characters.", most=MOST_TITLE_CHARS)
        if not self.parameters:
            return tr("The preset {title} holds no parameter.", title=repr(self.title))
        if len(self.parameters) > _MOST_PARAMETERS:
            return tr("A preset holds at most {most} parameters.", most=_MOST_PARAMETERS)
        for name, value in self.parameters.items():
            if not _is_value(value):
                return tr(
                    "The parameter {name} of {title} is a number, a text or a list of texts.",
                    name=brief(name),
                    title=repr(self.title),
                )
        return None


SHIPPED: tuple[Preset, ...] = (
    Preset(name="precise", title=marked("Precise"), parameters={"temperature": 0.2}),
    Preset(name="balanced", title=marked("Balanced"), parameters={"temperature": 0.7}),
    Preset(name="creative", title=marked("Creative"), parameters={"temperature": 1.0}),
    Preset(name="long-answer", title=marked("Long answer"), parameters={"max_tokens": 32_768}),
)
"""What Baton comes with: one thing each, as some models take a temperature and others none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Applied:
    """A preset as one model takes it. ``notes``: what it does not take, or takes otherwise, a sentence each."""

    parameters: Mapping[str, object]
    notes: Sequence[str] = ()


def applied(preset: Preset, capabilities: Capabilities, *, model: str) -> Applied:
    """``preset`` for a model called ``model``: the values it takes, and a sentence for each other one.

    A longest answer beyond what the model writes becomes the longest it does write.
    """
    specs = {spec.name: spec for spec in capabilities.parameters}
    reasons = {spec.name: why for spec, why in capabilities.refused}
    taken: dict[str, object] = {}
    notes = []
    for name, value in preset.parameters.items():
        spec = specs.get(name)
        if spec is None:
            notes.append(
                reasons.get(name) or tr("{model} takes no {parameter}.", model=model, parameter=title_of(name))
            )
        elif (problem := spec.problem(value)) is None:
            taken[name] = value
        elif _is_too_long(name, value, spec.maximum):
            taken[name] = int(spec.maximum or 0)
            notes.append(
                tr(
                    "{title} is {maximum}, the most that {model} writes.",
                    title=tr(spec.title),
                    maximum=number(int(spec.maximum or 0)),
                    model=model,
                )
            )
        else:
            notes.append(problem)
    return Applied(parameters=taken, notes=tuple(notes))


def name_of(title: str, taken: Sequence[str] = ()) -> str:
    """A name for a preset called ``title`` that none of ``taken`` has."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    stem = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:36].strip("-") or "preset"
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    return name


def to_plain(preset: Preset) -> dict[str, object]:
    """``preset`` as JSON or TOML values, for a file."""
    return dict(encoding.to_plain(preset))


def from_plain(plain: object) -> Preset:
    """What :func:`to_plain` made. Raises ``ValueError`` with a sentence for what is no preset."""
    preset = encoding.from_plain(Preset, plain)
    if (problem := preset.problem) is not None:
        raise ValueError(problem)
    return preset


def _is_value(value: object) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, (int, float)):
        try:
            return math.isfinite(value)
        except OverflowError:
            return False
    if isinstance(value, str):
        return len(value) <= _MOST_CHARS
    return isinstance(value, (list, tuple)) and all(
        isinstance(item, str) and len(item) <= _MOST_CHARS for item in value
    )


def _is_too_long(name: str, value: object, maximum: float | None) -> bool:
    return (
        name == MAX_TOKENS.name and isinstance(value, int) and maximum is not None and value > maximum and maximum >= 1
    )
