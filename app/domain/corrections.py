"""What a person knows better of a model than its vendor and Baton's data file: their corrections, and laying them over.

Owns the values and the rules; refuses to know where they are kept.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.language import marked, tr
from app.domain.models import ModelInfo, Price
from app.domain.numerals import number
from app.domain.parameters import MAX_TOKENS, REASONING_EFFORT, ParameterSpec

_MOST_TOKENS = 10**9
_MOST_USD = 10**6
_WILD = "*?"
NUMBERS = (
    ("context_tokens", marked("Context"), marked("tokens")),
    ("max_output_tokens", marked("Longest answer"), marked("tokens")),
    ("input", marked("Reading"), marked("$ a million tokens")),
    ("output", marked("Writing"), marked("$ a million tokens")),
    ("cached_input", marked("Reading from the cache"), marked("$ a million tokens")),
    ("cache_write", marked("Writing to the cache"), marked("$ a million tokens")),
)
ABILITIES = (
    ("tools", marked("Tools")),
    ("images", marked("Pictures")),
    ("documents", marked("PDFs")),
    ("json_schema", marked("JSON schema")),
    ("reasoning", marked("Thinking")),
)
"""The facts that can be corrected: field, words and unit. Forms and commands derive from these."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """Facts of one model, or of all whose id fits a pattern such as ``my-server:qwen*``. ``None`` leaves a fact alone.

    Prices are US dollars a million tokens.
    """

    model: str
    title: str | None = None
    context_tokens: int | None = None
    max_output_tokens: int | None = None
    tools: bool | None = None
    images: bool | None = None
    documents: bool | None = None
    json_schema: bool | None = None
    reasoning: bool | None = None
    input: float | None = None
    output: float | None = None
    cached_input: float | None = None
    cache_write: float | None = None

    @property
    def is_pattern(self) -> bool:
        """Whether it is for more than one model."""
        return any(mark in self.model for mark in _WILD)

    @property
    def says_nothing(self) -> bool:
        """Whether it leaves everything as it is."""
        return self == Correction(model=self.model)

    @property
    def problem(self) -> str | None:
        """Why it cannot be used, as a sentence, or ``None`` if it can."""
        provider, colon, name = self.model.partition(":")
        if not (colon and provider and name):
            return tr(
                "{model} is no model id: write it as provider:model, where * stands for anything.",
                model=repr(self.model[:80]),
            )
        if self.title is not None and not self.title.strip():
            return tr("A title is not empty.")
        for field, words, _ in NUMBERS:
            value = getattr(self, field)
            if value is None:
                continue
            if field.endswith("_tokens"):
                if not 0 < value < _MOST_TOKENS:
                    return tr(
                        "{words} is a number of tokens from 1 to {most}.",
                        words=tr(words),
                        most=number(_MOST_TOKENS - 1),
                    )
            elif not (math.isfinite(value) and 0 <= value < _MOST_USD):
                return tr(
                    "{words} is a price from 0 to {most} dollars a million tokens.",
                    words=tr(words),
                    most=number(_MOST_USD - 1),
                )
        return None

    def fits(self, model: str) -> bool:
        """Whether it is for ``model``, an id."""
        if not self.is_pattern:
            return model == self.model
        pattern = re.escape(self.model).replace(r"\*", ".*").replace(r"\?", ".")
        return re.fullmatch(pattern, model, re.DOTALL) is not None


def corrected(info: ModelInfo, corrections: Iterable[Correction]) -> ModelInfo:
    """``info`` as the person has it."""
    for correction in fitting(str(info.id), corrections):
        info = _laid_over(info, correction)
    return info


def fitting(model: str, corrections: Iterable[Correction]) -> Sequence[Correction]:
    """Those for ``model`` in the order in which they are laid over: patterns first, the model's own last."""
    found = [correction for correction in corrections if correction.fits(model)]
    return sorted(found, key=lambda item: not item.is_pattern)


def for_model(model: str, corrections: Sequence[Correction]) -> Correction:
    """The correction of this very model; one that says nothing where there is none."""
    return next((item for item in corrections if item.model == model), Correction(model=model))


def _laid_over(info: ModelInfo, correction: Correction) -> ModelInfo:
    if correction.says_nothing:
        return info
    told = {
        name: value
        for name in ("context_tokens", "max_output_tokens", *(name for name, _ in ABILITIES))
        if (value := getattr(correction, name)) is not None
    }
    capabilities = dataclasses.replace(info.capabilities, **told)
    parameters = [_bounded(spec, correction.max_output_tokens) for spec in capabilities.parameters]
    refused = list(capabilities.refused)
    title = correction.title or info.title
    has_effort = any(spec.name == REASONING_EFFORT.name for spec in parameters)
    if correction.reasoning is True and not has_effort:
        parameters.insert(0, REASONING_EFFORT)
        refused = [(spec, why) for spec, why in refused if spec.name != REASONING_EFFORT.name]
    elif correction.reasoning is False and has_effort:
        parameters = [spec for spec in parameters if spec.name != REASONING_EFFORT.name]
        refused.append((REASONING_EFFORT, tr("{title} does not think, by your own correction.", title=title)))
    return dataclasses.replace(
        info,
        title=title,
        price=_price(info.price, correction),
        capabilities=dataclasses.replace(capabilities, parameters=tuple(parameters), refused=tuple(refused)),
        source=tr("{source}; corrected by you", source=info.source) if info.source else tr("Corrected by you"),
    )


def _bounded(spec: ParameterSpec, most: int | None) -> ParameterSpec:
    return dataclasses.replace(spec, maximum=most) if most is not None and spec.name == MAX_TOKENS.name else spec


def _price(known: Price | None, correction: Correction) -> Price | None:
    """The known price with the corrected rates; a price is known once reading and writing both are."""
    rates = {
        name: value
        for name in ("input", "output", "cached_input", "cache_write")
        if (value := getattr(correction, name)) is not None
    }
    if not rates:
        return known
    if known is not None:
        return dataclasses.replace(known, **rates, bands=())  # whoever corrects a price says nothing of bands
    return Price(**rates) if {"input", "output"} <= rates.keys() else None
