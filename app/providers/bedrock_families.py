"""What the models on Amazon Bedrock take through Converse, told from their ids. Asks nobody.

Ids come in three forms: a model's own (``anthropic.claude-…``), an inference profile's with a region before it
(``eu.anthropic.claude-…``), and an ARN. Claude's own facts are those of :mod:`app.providers.profiles`. Facts as AWS's
user guide had them in November 2026.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.parameters import MAX_TOKENS, REASONING_EFFORT, STOP, TEMPERATURE, TOP_K, TOP_P, ParameterSpec
from app.providers.profiles import ANTHROPIC, Profile, Thinking, profile_for

BEDROCK = "bedrock"
"""The section of the data file for models at Bedrock."""


class SchemaWay(StrEnum):
    """How a model's answer is held to a JSON schema."""

    FORMAT = "format"  # Converse's outputConfig
    TOOL = "tool"  # a tool that must be called, whose input is the answer
    NONE = "none"


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """What a family of models takes. ``caches``: marks where a prompt may be cached up to;
    ``caches_tools``: also after the tools; ``result_status``: a tool's result may say that it failed; ``system``: it
    takes a system text; ``top_k_path``: where the field is among the model's own, empty where there is none;
    ``counts``: AWS counts its tokens; ``one_sampler``: it takes a temperature or a Top P, not both.
    """

    profile: Profile
    caches: bool = False
    caches_tools: bool = False
    result_status: bool = False
    system: bool = True
    schema: SchemaWay = SchemaWay.TOOL
    top_k_path: tuple[str, ...] = ()
    counts: bool = False
    one_sampler: bool = False

    @property
    def parameters(self) -> tuple[ParameterSpec, ...]:
        """The parameters it takes; Converse has no temperature above 1."""
        limit = self.profile.max_output_tokens
        specs = [MAX_TOKENS if limit is None else replace(MAX_TOKENS, maximum=limit)]
        if self.profile.efforts:
            specs.insert(0, replace(REASONING_EFFORT, choices=self.profile.efforts))
        if self.profile.sampling:
            specs += [replace(TEMPERATURE, maximum=1.0), TOP_P]
            specs += [TOP_K] if self.top_k_path else []
        return (*specs, STOP)


_ARN = re.compile(r"arn:[\w-]+:bedrock:[^:]*:[^:]*:(?P<kind>[\w-]+)/(?P<id>.+)")
_REGIONS = re.compile(r"^(?:us|us-gov|eu|apac|au|ca|jp|sa|me|af|global)\.")
_EFFORTS = ("low", "medium", "high")

_NOVA = Family(
    profile=Profile(context_tokens=300_000, max_output_tokens=10_000, images=True, documents=True),
    caches=True,
    result_status=True,
    top_k_path=("inferenceConfig", "topK"),
)
_OPEN = Family(profile=Profile(), schema=SchemaWay.FORMAT)
_PLAIN = Family(profile=Profile(tools=False, json_schema=False), system=False, schema=SchemaWay.NONE)

_FAMILIES: tuple[tuple[str, Family], ...] = (
    (
        r"amazon\.nova-2",
        replace(
            _NOVA,
            profile=Profile(
                context_tokens=1_000_000,
                max_output_tokens=64_000,
                images=True,
                documents=True,
                thinking=Thinking.EFFORT,
                efforts=_EFFORTS,
            ),
        ),
    ),
    (r"amazon\.nova-premier", replace(_NOVA, profile=replace(_NOVA.profile, context_tokens=1_000_000))),
    (
        r"amazon\.nova-micro",
        replace(_NOVA, profile=Profile(context_tokens=128_000, max_output_tokens=10_000)),
    ),
    (r"amazon\.nova", _NOVA),
    (r"amazon\.titan", _PLAIN),
    (r"meta\.llama4", replace(_OPEN, profile=Profile(images=True, documents=True), schema=SchemaWay.TOOL)),
    (
        r"meta\.llama3-2-(11|90)b",
        replace(_OPEN, profile=Profile(context_tokens=128_000, images=True, documents=True), schema=SchemaWay.TOOL),
    ),
    (
        r"meta\.llama3-[123]",
        replace(_OPEN, profile=Profile(context_tokens=128_000, documents=True), schema=SchemaWay.TOOL),
    ),
    (
        r"meta\.llama",
        replace(_OPEN, profile=Profile(context_tokens=8_192, tools=False, json_schema=False), schema=SchemaWay.NONE),
    ),
    (r"mistral\.(mistral-7b|mixtral)", replace(_PLAIN, profile=replace(_PLAIN.profile, context_tokens=32_000))),
    (r"mistral\.pixtral", replace(_OPEN, profile=Profile(context_tokens=128_000, images=True, documents=True))),
    (r"mistral\.", replace(_OPEN, profile=Profile(context_tokens=128_000, documents=True))),
    (
        r"deepseek\.r1",
        replace(
            _OPEN,
            profile=Profile(context_tokens=128_000, tools=False, json_schema=False, reasons=True),
            schema=SchemaWay.NONE,
        ),
    ),
    (r"deepseek\.", replace(_OPEN, profile=Profile(context_tokens=128_000))),
    (
        r"openai\.gpt-oss",
        replace(_OPEN, profile=Profile(context_tokens=128_000, thinking=Thinking.EFFORT, efforts=_EFFORTS)),
    ),
    (
        r"cohere\.command-r",
        replace(_OPEN, profile=Profile(context_tokens=128_000, documents=True), schema=SchemaWay.TOOL),
    ),
    (r"qwen\.\S*vl", replace(_OPEN, profile=Profile(images=True))),
    (r"(qwen|google|minimax|moonshotai?|nvidia|zai)\.", _OPEN),
)


def base_id(model: str) -> str:
    """The model behind an id: without an ARN's beginning and without an inference profile's region."""
    arn = _ARN.fullmatch(model)
    return _REGIONS.sub("", arn["id"] if arn else model)


def family_of(model: str) -> Family:
    """What is assumed of a model by its id; of an unknown one, that it takes tools and can be made to call one.

    What the data file says of the very model at Bedrock counts before what its family has.
    """
    name = base_id(model)
    vendor, _, rest = name.partition(".")
    if vendor == "anthropic" and rest:
        family = _claude(rest)
    else:
        family = next((found for pattern, found in _FAMILIES if re.match(pattern, name)), Family(profile=Profile()))
    filed, known = profile_for(name, BEDROCK), family.profile
    profile = replace(
        known,
        context_tokens=filed.context_tokens or known.context_tokens,
        max_output_tokens=filed.max_output_tokens or known.max_output_tokens,
        json_schema=family.schema is not SchemaWay.NONE,
    )
    return replace(family, profile=profile)


def corrected(family: Family, profile: Profile) -> Family:
    """The family with a profile that the person corrected."""
    schema = family.schema
    if not profile.json_schema:
        schema = SchemaWay.NONE
    elif schema is SchemaWay.NONE:
        schema = SchemaWay.TOOL
    return replace(family, profile=profile, schema=schema)


def _claude(name: str) -> Family:
    profile = profile_for(name, ANTHROPIC)
    is_old = re.match(r"claude-(v2|instant|3-(?!5|7))|claude-3-5-sonnet-20240620", name) is not None
    return Family(
        profile=profile,
        caches=not is_old,
        caches_tools=not is_old,
        result_status=True,
        schema=SchemaWay.FORMAT if profile.json_schema else SchemaWay.TOOL,
        top_k_path=("top_k",) if profile.sampling else (),
        counts=not is_old,
        one_sampler=True,
    )
