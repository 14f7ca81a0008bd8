"""What a model takes and can do, told from its name by the data file, and the parameters that follow from it.

Used where a vendor's own endpoint does not tell. Owns no list of models and asks nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from app.domain.corrections import Correction, fitting
from app.domain.language import tr
from app.domain.models import Capabilities, ModelId, ModelInfo, Price
from app.domain.parameters import (
    COMMON,
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
    not_taken,
)
from app.providers.model_facts import ANY, OLD_AFTER_DAYS, Entry, facts_of


class Thinking(StrEnum):
    """How a model is told to think."""

    NONE = "none"
    BUDGET = "budget"  # by a number of tokens
    ADAPTIVE = "adaptive"  # by an effort, and only where asked for
    ALWAYS = "always"  # by an effort; on where nothing is said
    EFFORT = "effort"  # OpenAI's reasoning effort


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """What a model takes. ``sampling``: it takes a temperature and its kin. ``reasons``: it thinks, whether or not it
    can be told how (``thinking``). ``continues``: it goes on with an answer of its own that ends a request.
    """

    context_tokens: int | None = None
    max_output_tokens: int | None = None
    tools: bool = True
    images: bool = False
    documents: bool = False
    json_schema: bool = True
    continues: bool = False
    reasons: bool = False
    thinking: Thinking = Thinking.NONE
    efforts: tuple[str, ...] = ()
    sampling: bool = True


ANTHROPIC, OPENAI, COMPATIBLE = "anthropic", "openai", ANY
"""Sections of the data file: two vendors', and what holds for models wherever they are served."""

_LIKE = {"azure": OPENAI}
"""Vendors whose models are another's, and are known by its families."""

_WHERE_UNSAID = ("tools", "json_schema")

_NOT_CHAT = re.compile(
    r"embed|\btts\b|-tts|whisper|dall-e|image|imagen|audio|realtime|transcri|moderation|guard|sora|babbage|davinci|"
    r"-instruct-\d{4}|gpt-3\.5-turbo-instruct|computer-use|deep-research|search-(api|preview)|rerank|\bocr|-ocr|veo-|"
    r"\baqa\b|speech|diffusion",
    re.IGNORECASE,
)
_OPENAI_CHAT = re.compile(r"(ft:)?(gpt-|o\d|chatgpt-|codex)")


def profile_for(name: str, vendor: str) -> Profile:
    """What is assumed of a model by its name: its family's facts, and what is known of it at ``vendor`` before those.

    A vendor without families of its own has those of models wherever they are served; a fine-tuned model has its
    parent's.
    """
    facts = facts_of()
    own = facts.section(_LIKE.get(vendor, vendor))
    family = own.family(name) if own.families else facts.section(ANY).family(name)
    profile = _with(Profile(), family) if family is not None else Profile()
    exact = facts.section(vendor).model(name)
    return profile if exact is None else _with(profile, exact)


def _with(profile: Profile, entry: Entry) -> Profile:
    """``profile`` with all that ``entry`` says."""
    told: dict[str, object] = {
        name: value
        for name, value in (
            ("context_tokens", entry.context_tokens),
            ("max_output_tokens", entry.max_output_tokens),
            ("efforts", entry.efforts),
            ("sampling", entry.sampling),
        )
        if value is not None
    }
    if entry.thinking in set(Thinking):
        told["thinking"] = Thinking(entry.thinking)
    if entry.can is not None or profile == Profile():
        can = _WHERE_UNSAID if entry.can is None else entry.can
        told |= {name: name in can for name in ("tools", "images", "documents", "json_schema", "continues")}
        told["reasons"] = "reasoning" in can
    return replace(profile, **told)  # type: ignore[arg-type]  # fields of the same names


Adjust = Callable[[ModelId, Profile], Profile]
"""What is laid over an assumed profile before a request is written by it."""


def unadjusted(_model: ModelId, profile: Profile) -> Profile:
    """The profile as it is assumed."""
    return profile


def adjusted_by(corrections: Callable[[], Iterable[Correction]]) -> Adjust:
    """Lays the person's own corrections over a profile, so that requests are written by them too."""

    def adjust(model: ModelId, profile: Profile) -> Profile:
        for correction in fitting(str(model), corrections()):
            profile = _corrected(profile, correction, effort=model.provider != ANTHROPIC)
        return profile

    return adjust


def _corrected(profile: Profile, correction: Correction, *, effort: bool) -> Profile:
    told: dict[str, object] = {
        name: value
        for name in ("context_tokens", "max_output_tokens", "tools", "images", "documents", "json_schema")
        if (value := getattr(correction, name)) is not None
    }
    if correction.reasoning is False:
        told |= {"thinking": Thinking.NONE, "efforts": (), "reasons": False}
    elif correction.reasoning and profile.thinking is Thinking.NONE:
        kind = Thinking.EFFORT if effort else Thinking.ADAPTIVE
        told |= {"thinking": kind, "efforts": REASONING_EFFORT.choices, "reasons": True}
    return replace(profile, **told)  # type: ignore[arg-type]  # fields of the same names


def source_words(vendor: str, *, told_by: str = "", priced: bool, today: date | None = None) -> str:
    """Where the facts of a model are from, as words: its endpoint (``told_by``), and the data file with its date.

    A file that is older than :data:`~app.providers.model_facts.OLD_AFTER_DAYS` on the day ``today`` says that it is.
    """
    today = today or datetime.now(UTC).date()
    section = facts_of().section(vendor)
    if section.read_on is None:
        section = facts_of().section(_LIKE.get(vendor, ANY))
    told = tr("{endpoint}'s own list of {day}", endpoint=told_by, day=today.isoformat()) if told_by else ""
    if section.read_on is None:
        return told
    day = section.read_on.isoformat()
    if (age := (today - section.read_on).days) > OLD_AFTER_DAYS:
        filed = tr(
            "Baton's data file of {day} ({source}), which is {age} days old: prices may have changed",
            day=day,
            source=section.source,
            age=age,
        )
    else:
        filed = tr("Baton's data file of {day} ({source})", day=day, source=section.source)
    if not told:
        return filed
    if priced:
        return tr("{list}; prices and what the list leaves open: {file}", list=told, file=filed)
    return tr("{list}; what the list leaves open: {file}", list=told, file=filed)


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
_SAMPLING = (TEMPERATURE, TOP_P, TOP_K)


def chat_parameters(
    profile: Profile, *, refused: Sequence[str] = (), local: bool = False, only: Sequence[str] | None = None
) -> tuple[ParameterSpec, ...]:
    """The parameters of Chat Completions, but for those a vendor refuses; ``local`` servers take more of them.

    A model that sets its own sampling answers a temperature with an error, whichever endpoint it is reached through.
    ``only``: names that the endpoint itself says the model takes, where it does; its word counts for more.
    """
    by_name = {spec.name: spec for spec in (*CHAT_PARAMETERS, *(LOCAL_PARAMETERS if local else ()))}
    by_name |= {spec.name: spec for spec in _common(profile)}
    if not profile.sampling and only is None:
        by_name = {name: spec for name, spec in by_name.items() if spec not in _SAMPLING}
    if only is not None:
        by_name = {name: spec for name, spec in ({"top_k": TOP_K, "min_p": MIN_P} | by_name).items() if name in only}
    return tuple(spec for name, spec in by_name.items() if name not in refused)


def capabilities(profile: Profile, parameters: tuple[ParameterSpec, ...], *, model: str, vendor: str) -> Capabilities:
    """A profile as the domain tells it. ``model`` and ``vendor`` are titles, for the reasons why something is not."""
    why: dict[str, str] = {}
    taken = {spec.name for spec in parameters}
    for spec in COMMON:
        if spec.name not in taken:
            why[spec.name] = tr(
                "{vendor} takes no {parameter} for {model}.", vendor=vendor, parameter=tr(spec.title), model=model
            )
    if not profile.sampling:
        for spec in _SAMPLING:
            why[spec.name] = tr(
                "{model} sets its own sampling; it takes no {parameter}.", model=model, parameter=tr(spec.title)
            )
    if profile.thinking is Thinking.NONE:
        why[REASONING_EFFORT.name] = (
            tr("{model} decides itself how long it thinks.", model=model)
            if profile.reasons
            else tr("{model} does not think before it answers.", model=model)
        )
    return Capabilities(
        context_tokens=profile.context_tokens,
        max_output_tokens=profile.max_output_tokens,
        tools=profile.tools,
        reasoning=profile.reasons or profile.thinking is not Thinking.NONE,
        images=profile.images,
        documents=profile.documents,
        json_schema=profile.json_schema,
        continues=profile.continues,
        parameters=parameters,
        refused=not_taken(parameters, model=model, why=why),
    )


def as_private(info: ModelInfo) -> ModelInfo:
    """The same model, served by this machine: private, and free."""
    return replace(info, is_private=True, price=Price(input=0.0, output=0.0))
