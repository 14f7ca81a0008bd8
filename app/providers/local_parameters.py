"""What a local model takes: every sampler of llama.cpp, by its usual name and with its default. Samples nothing.

Names and defaults: ``common_params_sampling`` in llama.cpp's ``common/common.h``; what each does: its server's README.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from app.domain.language import marked
from app.domain.parameters import (
    FREQUENCY_PENALTY,
    MAX_TOKENS,
    MIN_P,
    PRESENCE_PENALTY,
    REPEAT_PENALTY,
    SEED,
    STOP,
    TEMPERATURE,
    TOP_K,
    TOP_P,
    ParameterKind,
    ParameterSpec,
)

_CHOICE = marked("More about choosing words")
_REPETITION = marked("Repetition")
_DRY = marked("DRY: whole phrases repeated")
_MIROSTAT = marked("Mirostat and adaptive sampling")
_BIAS = marked("Single words")
_MOST_TOKENS = 1_000_000


def _number(name: str, title: str, help: str, group: str, **more: object) -> ParameterSpec:
    return ParameterSpec(name=name, title=title, help=help, kind=ParameterKind.FLOAT, group=group, **more)  # type: ignore[arg-type]  # fields of the same names


def _whole(name: str, title: str, help: str, group: str, **more: object) -> ParameterSpec:
    return ParameterSpec(name=name, title=title, help=help, kind=ParameterKind.INTEGER, step=1, group=group, **more)  # type: ignore[arg-type]  # fields of the same names


def _texts(name: str, title: str, help: str, group: str, **more: object) -> ParameterSpec:
    return ParameterSpec(name=name, title=title, help=help, kind=ParameterKind.STRINGS, group=group, **more)  # type: ignore[arg-type]  # fields of the same names


PARAMETERS: tuple[ParameterSpec, ...] = (
    dataclasses.replace(TEMPERATURE, default=0.8, maximum=5.0),
    dataclasses.replace(TOP_P, default=0.95),
    dataclasses.replace(TOP_K, default=40, maximum=_MOST_TOKENS),
    dataclasses.replace(MIN_P, default=0.05),
    MAX_TOKENS,
    SEED,
    dataclasses.replace(STOP, max_items=64),
    _number(
        "typical_p",
        marked("Typical P"),
        marked("Prefers words that are about as surprising as expected here; 1 is off."),
        _CHOICE,
        minimum=0.0,
        maximum=1.0,
        step=0.01,
        default=1.0,
    ),
    _number(
        "top_n_sigma",
        marked("Top n-sigma"),
        marked("Considers words whose score is within so many standard deviations of the best; -1 is off."),
        _CHOICE,
        minimum=-1.0,
        maximum=20.0,
        step=0.1,
        default=-1.0,
    ),
    _number(
        "xtc_probability",
        marked("XTC probability"),
        marked("How often the likeliest words are left out so that others come up (exclude top choices); 0 is off."),
        _CHOICE,
        minimum=0.0,
        maximum=1.0,
        step=0.05,
        default=0.0,
    ),
    _number(
        "xtc_threshold",
        marked("XTC threshold"),
        marked(
            "Words likelier than this are the top choices that XTC leaves out, all but the last "
            "of them; above 0.5 is off."
        ),
        _CHOICE,
        minimum=0.0,
        maximum=1.0,
        step=0.05,
        default=0.1,
    ),
    _number(
        "dynatemp_range",
        marked("Dynamic temperature"),
        marked("The temperature moves by up to this much, up where many words fit and down where few do; 0 is off."),
        _CHOICE,
        minimum=0.0,
        maximum=5.0,
        step=0.05,
        default=0.0,
    ),
    _number(
        "dynatemp_exponent",
        marked("Dynamic temperature's exponent"),
        marked("How steeply the temperature follows how many words fit."),
        _CHOICE,
        minimum=0.0,
        maximum=10.0,
        step=0.1,
        default=1.0,
    ),
    dataclasses.replace(REPEAT_PENALTY, default=1.0, group=_REPETITION),
    dataclasses.replace(FREQUENCY_PENALTY, default=0.0, group=_REPETITION),
    dataclasses.replace(PRESENCE_PENALTY, default=0.0, group=_REPETITION),
    _whole(
        "repeat_last_n",
        marked("Look back"),
        marked("How many tokens the three penalties look back on; 0 is off, -1 is the whole context."),
        _REPETITION,
        minimum=-1,
        maximum=_MOST_TOKENS,
        default=64,
    ),
    _number(
        "dry_multiplier",
        marked("DRY strength"),
        marked("Lowers the chance of a word that would go on with a phrase already used; 0 is off, 0.8 is usual."),
        _DRY,
        minimum=0.0,
        maximum=100.0,
        step=0.1,
        default=0.0,
    ),
    _number(
        "dry_base",
        marked("DRY base"),
        marked("How fast the penalty grows with the length of the phrase."),
        _DRY,
        minimum=1.0,
        maximum=10.0,
        step=0.05,
        default=1.75,
    ),
    _whole(
        "dry_allowed_length",
        marked("DRY allowed length"),
        marked("Phrases of up to so many tokens may be repeated freely."),
        _DRY,
        minimum=0,
        maximum=10_000,
        default=2,
    ),
    _whole(
        "dry_penalty_last_n",
        marked("DRY looks back"),
        marked("How many tokens are searched for the phrase; 0 is off, -1 is the whole context."),
        _DRY,
        minimum=-1,
        maximum=_MOST_TOKENS,
        default=64,
    ),
    _texts(
        "dry_sequence_breakers",
        marked("DRY breakers"),
        marked("Texts at which a phrase ends."),
        _DRY,
        default=("\n", ":", '"', "*"),
        max_items=64,
        max_chars=40,
    ),
    _whole(
        "mirostat",
        marked("Mirostat"),
        marked(
            "Keeps the surprise of the text even, in place of Top K, Top P and the like: 1 or 2 "
            "is its version, 0 is off."
        ),
        _MIROSTAT,
        minimum=0,
        maximum=2,
        default=0,
    ),
    _number(
        "mirostat_tau",
        marked("Mirostat target"),
        marked("The surprise it aims at; lower is more predictable."),
        _MIROSTAT,
        minimum=0.0,
        maximum=100.0,
        step=0.1,
        default=5.0,
    ),
    _number(
        "mirostat_eta",
        marked("Mirostat rate"),
        marked("How fast it corrects itself."),
        _MIROSTAT,
        minimum=0.0,
        maximum=10.0,
        step=0.01,
        default=0.1,
    ),
    _number(
        "adaptive_target",
        marked("Adaptive target"),
        marked("Prefers words whose chance is near this; -1 is off."),
        _MIROSTAT,
        minimum=-1.0,
        maximum=1.0,
        step=0.05,
        default=-1.0,
    ),
    _number(
        "adaptive_decay",
        marked("Adaptive decay"),
        marked("How slowly the adaptive target forgets what was chosen before."),
        _MIROSTAT,
        minimum=0.0,
        maximum=0.99,
        step=0.01,
        default=0.9,
    ),
    _texts(
        "logit_bias",
        marked("Bias"),
        marked(
            "Makes words likelier or rarer: text=number or #token=number, such as maybe=-5; -100 forbids, 100 forces."
        ),
        _BIAS,
        default=(),
        max_items=1_000,
        max_chars=200,
    ),
)


def parameters_for(context_tokens: int, recommended: Mapping[str, float]) -> tuple[ParameterSpec, ...]:
    """The parameters of a model whose file recommends values of its own, loaded with ``context_tokens``."""
    specs = []
    for spec in PARAMETERS:
        if spec is MAX_TOKENS:
            spec = dataclasses.replace(spec, maximum=context_tokens)
        value = recommended.get(spec.name)
        if value is not None:
            own = int(value) if spec.kind is ParameterKind.INTEGER else value
            spec = dataclasses.replace(spec, default=own) if spec.problem(own) is None else spec
        specs.append(spec)
    return tuple(specs)
