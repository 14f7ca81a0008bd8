"""What compatible servers say of a model in their lists, under whichever names they say it. No I/O.

Read from the lists of OpenRouter, Groq, Mistral, Together, Fireworks, vLLM and llama-server as their documentation
describes them. Trusts no type; what makes no sense is as good as unsaid.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.domain.models import Price
from app.providers.exchanges import count_of, mapping, sequence
from app.providers.profiles import Profile

_CONTEXTS = ("context_length", "max_model_len", "context_window", "max_context_length")
_MOST_USD = 10**6


def told(entry: Mapping[str, object], assumed: Profile) -> Profile:
    """The assumed profile, put right by what the server's list says of the model."""
    return replace(
        assumed,
        context_tokens=context_of(entry) or assumed.context_tokens,
        max_output_tokens=count_of(mapping(entry.get("top_provider")).get("max_completion_tokens"))
        or count_of(entry.get("max_completion_tokens"))
        or assumed.max_output_tokens,
        tools=_said(entry, "function_calling", "supports_tools", default=assumed.tools),
        images=_sees(entry, "image") or _said(entry, "vision", "supports_image_input", default=assumed.images),
        documents=_sees(entry, "file") or assumed.documents,
        reasons=_said(entry, "reasoning", "thinking", default=assumed.reasons),
    )


def says_something(entry: Mapping[str, object]) -> bool:
    """Whether the list tells more of the model than its name."""
    return bool(context_of(entry) or mapping(entry.get("capabilities")) or mapping(entry.get("pricing")))


def context_of(entry: Mapping[str, object]) -> int | None:
    """The context in tokens, under the names that OpenRouter, vLLM, Groq, Mistral and llama-server give it."""
    for name in _CONTEXTS:
        if count := count_of(entry.get(name)):
            return count
    meta = mapping(entry.get("meta"))
    return count_of(meta.get("n_ctx")) or count_of(meta.get("n_ctx_train")) or None


def list_price(pricing: Mapping[str, object]) -> Price | None:
    """OpenRouter's prices (US dollars for one token, as text) or Together's (US dollars a million, as numbers)."""

    def rate(name: str, scale: int) -> float | None:
        try:
            value = float(str(pricing[name])) * scale
        except (KeyError, ValueError):
            return None
        return round(value, 6) if 0 <= value < _MOST_USD else None

    a_token = "prompt" in pricing
    scale = 1_000_000 if a_token else 1
    prompt, completion = (
        rate("prompt" if a_token else "input", scale),
        rate("completion" if a_token else "output", scale),
    )
    if prompt is None or completion is None:
        return None
    return Price(
        input=prompt,
        output=completion,
        cached_input=rate("input_cache_read" if a_token else "cached_input", scale),
        cache_write=rate("input_cache_write", scale),
    )


def _said(entry: Mapping[str, object], ability: str, field: str, *, default: bool) -> bool:
    for value in (mapping(entry.get("capabilities")).get(ability), entry.get(field)):
        if isinstance(value, bool):
            return value
    return default


def _sees(entry: Mapping[str, object], modality: str) -> bool:
    return modality in sequence(mapping(entry.get("architecture")).get("input_modalities"))
