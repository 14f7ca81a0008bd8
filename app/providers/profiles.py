"""What families of models take and can do, as data: patterns over names, first match wins, unknown names included.

Used where a vendor's own endpoint does not tell. Facts as the vendors documented them in November 2026. Owns no list
of models and asks nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.models import Capabilities, ModelInfo, Price
from app.domain.parameters import (
    FREQUENCY_PENALTY,
    MAX_TOKENS,
    MIN_P,
    PRESENCE_PENALTY,
    REASONING_EFFORT,
    REPEAT_PENALTY,
    SEED,
    STOP,
    TEMPERATURE,
    TOP_K,
    TOP_P,
    ParameterSpec,
)


class Thinking(StrEnum):
    """How a model is told to think."""

    NONE = "none"
    BUDGET = "budget"  # by a number of tokens
    ADAPTIVE = "adaptive"  # by an effort, and only where asked for
    ALWAYS = "always"  # by an effort; on where nothing is said
    EFFORT = "effort"  # OpenAI's reasoning effort


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """What a family takes. ``sampling``: it takes a temperature and its kin."""

    context_tokens: int | None = None
    max_output_tokens: int | None = None
    tools: bool = True
    images: bool = False
    json_schema: bool = True
    thinking: Thinking = Thinking.NONE
    efforts: tuple[str, ...] = ()
    sampling: bool = True


_M = 1_000_000
_CLAUDE_EFFORTS = ("low", "medium", "high", "max")
_CLAUDE_EFFORTS_X = ("low", "medium", "high", "xhigh", "max")
_ALWAYS = Profile(
    context_tokens=_M,
    max_output_tokens=128_000,
    images=True,
    thinking=Thinking.ALWAYS,
    efforts=_CLAUDE_EFFORTS_X,
    sampling=False,
)
_BUDGET = Profile(
    context_tokens=200_000,
    max_output_tokens=64_000,
    images=True,
    thinking=Thinking.BUDGET,
    efforts=("low", "medium", "high"),
)

ANTHROPIC: Sequence[tuple[str, Profile]] = (
    (r"claude-3-5-", Profile(context_tokens=200_000, max_output_tokens=8_192, images=True, json_schema=False)),
    (r"claude-3-7-", replace(_BUDGET, json_schema=False)),
    (r"claude-(3|2|instant)", Profile(context_tokens=200_000, max_output_tokens=4_096, images=True, json_schema=False)),
    (r"claude-opus-4-(0|1|20\d{6})(?!\d)", replace(_BUDGET, max_output_tokens=32_000, json_schema=False)),
    (r"claude-\w+-4-(0|20\d{6})(?!\d)", replace(_BUDGET, json_schema=False)),
    (r"claude-\w+-4-5(?!\d)", _BUDGET),
    (
        r"claude-\w+-4-6(?!\d)",
        replace(_ALWAYS, thinking=Thinking.ADAPTIVE, efforts=_CLAUDE_EFFORTS, sampling=True),
    ),
    (r"claude-\w+-4-\d", replace(_ALWAYS, thinking=Thinking.ADAPTIVE)),
    (r"", _ALWAYS),  # the fifth generation, and what comes after it
)

_EFFORTS = ("low", "medium", "high")
_REASONING = Profile(
    context_tokens=400_000,
    max_output_tokens=128_000,
    images=True,
    thinking=Thinking.EFFORT,
    efforts=("none", "low", "medium", "high", "xhigh"),
    sampling=False,
)
_LONG = replace(_REASONING, context_tokens=1_050_000)
_O_SERIES = replace(_REASONING, context_tokens=200_000, max_output_tokens=100_000, efforts=_EFFORTS)

OPENAI: Sequence[tuple[str, Profile]] = (
    (r"gpt-6-astra|gpt-6\.1-sol", replace(_LONG, efforts=("low", "medium", "high", "xhigh", "max"))),
    (r"gpt-5\.\d-pro", replace(_LONG, efforts=("medium", "high", "xhigh"))),
    (r"gpt-5(\.\d)?-chat", Profile(context_tokens=128_000, max_output_tokens=16_384, images=True)),
    (r"gpt-5\.4-(mini|nano)", _REASONING),
    (r"gpt-5\.[456]", _LONG),
    (r"gpt-5\.\d", _REASONING),
    (r"gpt-5-pro", replace(_REASONING, efforts=("high",))),
    (r"gpt-5", replace(_REASONING, efforts=("minimal", *_EFFORTS))),
    (r"o\d-pro", replace(_O_SERIES, efforts=_EFFORTS)),
    (r"o1-(mini|preview)", replace(_O_SERIES, context_tokens=128_000, tools=False, images=False)),
    (r"o\d|codex", _O_SERIES),
    (r"gpt-4\.1", Profile(context_tokens=1_047_576, max_output_tokens=32_768, images=True)),
    (r"gpt-4o|chatgpt-4o", Profile(context_tokens=128_000, max_output_tokens=16_384, images=True)),
    (r"gpt-4-(turbo|1106|0125)", Profile(context_tokens=128_000, max_output_tokens=4_096, json_schema=False)),
    (r"gpt-4", Profile(context_tokens=8_192, max_output_tokens=4_096, json_schema=False)),
    (r"gpt-3\.5", Profile(context_tokens=16_385, max_output_tokens=4_096, json_schema=False)),
    (r"", replace(_LONG, efforts=(*_REASONING.efforts, "max"))),  # the sixth generation, and what comes after it
)

COMPATIBLE: Sequence[tuple[str, Profile]] = (
    (r"gpt-oss", Profile(context_tokens=131_072, thinking=Thinking.EFFORT, efforts=_EFFORTS)),
    (r"gemini-[2-9]", Profile(context_tokens=1_048_576, images=True)),
    (r"llama-?3\.[123]|llama-?4", Profile(context_tokens=131_072)),
    (r"grok-[4-9]", Profile(context_tokens=256_000, images=True)),
    (r"deepseek", Profile(context_tokens=128_000)),
    (r"(mistral|magistral|codestral|devstral|ministral)", Profile(context_tokens=128_000)),
    (r"", Profile()),
)

_NOT_CHAT = re.compile(
    r"embed|\btts\b|-tts|whisper|dall-e|image|imagen|audio|realtime|transcri|moderation|guard|sora|babbage|davinci|"
    r"-instruct-\d{4}|gpt-3\.5-turbo-instruct|computer-use|deep-research|search-(api|preview)|rerank|\bocr|-ocr|veo-|"
    r"\baqa\b|speech|diffusion",
    re.IGNORECASE,
)
_OPENAI_CHAT = re.compile(r"(ft:)?(gpt-|o\d|chatgpt-|codex)")


def profile_for(name: str, table: Sequence[tuple[str, Profile]]) -> Profile:
    """The profile of the first pattern found in ``name`` (a fine-tuned model has its parent's)."""
    for pattern, profile in table:
        if re.search(rf"(?:^|[/:])(?:{pattern})" if pattern else "", name, re.IGNORECASE):
            return profile
    return Profile()


def is_chat_model(name: str) -> bool:
    """Whether a listed name is a model one can talk to, not one for embeddings, speech or pictures."""
    return _NOT_CHAT.search(name) is None


def is_openai_chat_model(name: str) -> bool:
    """The same for OpenAI's own list, which holds a good many other things."""
    return is_chat_model(name) and _OPENAI_CHAT.match(name) is not None


def _common(profile: Profile) -> list[ParameterSpec]:
    specs = []
    if profile.efforts:
        specs.append(replace(REASONING_EFFORT, choices=profile.efforts))
    limit = profile.max_output_tokens
    specs.append(MAX_TOKENS if limit is None else replace(MAX_TOKENS, maximum=limit))
    return specs


def anthropic_parameters(profile: Profile) -> tuple[ParameterSpec, ...]:
    """The parameters that the Messages API takes for such a model."""
    specs = _common(profile)
    if profile.sampling:
        specs += [replace(TEMPERATURE, maximum=1.0), TOP_P, TOP_K]
    return (*specs, STOP)


def responses_parameters(profile: Profile) -> tuple[ParameterSpec, ...]:
    """The parameters that OpenAI's Responses API takes for such a model."""
    specs = _common(profile)
    if profile.sampling:
        specs += [TEMPERATURE, TOP_P]
    return tuple(specs)


CHAT_PARAMETERS = (TEMPERATURE, TOP_P, MAX_TOKENS, STOP, SEED, FREQUENCY_PENALTY, PRESENCE_PENALTY)
LOCAL_PARAMETERS = (TOP_K, MIN_P, REPEAT_PENALTY)


def chat_parameters(
    profile: Profile, *, refused: Sequence[str] = (), local: bool = False, only: Sequence[str] | None = None
) -> tuple[ParameterSpec, ...]:
    """The parameters of Chat Completions, but for those a vendor refuses; ``local`` servers take more of them.

    ``only``: names that the endpoint itself says the model takes, where it does.
    """
    by_name = {spec.name: spec for spec in (*CHAT_PARAMETERS, *(LOCAL_PARAMETERS if local else ()))}
    by_name |= {spec.name: spec for spec in _common(profile)}
    if only is not None:
        by_name = {name: spec for name, spec in ({"top_k": TOP_K, "min_p": MIN_P} | by_name).items() if name in only}
    return tuple(spec for name, spec in by_name.items() if name not in refused)


def capabilities(profile: Profile, parameters: tuple[ParameterSpec, ...]) -> Capabilities:
    """A profile as the domain tells it."""
    return Capabilities(
        context_tokens=profile.context_tokens,
        max_output_tokens=profile.max_output_tokens,
        tools=profile.tools,
        reasoning=profile.thinking is not Thinking.NONE,
        images=profile.images,
        parameters=parameters,
    )


def as_private(info: ModelInfo) -> ModelInfo:
    """The same model, served by this machine: private, and free."""
    return replace(info, is_private=True, price=Price(input=0.0, output=0.0))
