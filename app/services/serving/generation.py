"""What chat and text completions have in common: how many answers, streamed or not, parameters, a schema to follow."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.parameters import ParameterKind, ParameterSpec
from app.services.serving.json_body import JsonObject

_MOST_CHOICES = 16
_MOST_STOPS = 256
_MOST_BYTES_OF_STOPS = 65_536
_MOST_BIASES = 1024

# Labels for a vendor's bookkeeping and hints to its caches: no answer depends on them anywhere.
_LABELS = (
    "user",
    "safety_identifier",
    "metadata",
    "prompt_cache_key",
    "prompt_cache_retention",
    "prompt_cache_options",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """How answers are sent: ``n`` of them, in pieces (``stream``) or whole, with a last piece that counts tokens."""

    n: int
    stream: bool
    include_usage: bool


def read_delivery(body: JsonObject) -> Delivery:
    """Take ``n``, ``stream`` and ``stream_options`` out of ``body``."""
    stream = body.flag("stream") or False
    include_usage = False
    if (options := body.inner("stream_options")) is not None:
        if not stream:
            raise body.fault("stream_options", "is only for an answer with 'stream' set to true.")
        include_usage = options.flag("include_usage") or False
        options.refuse("include_obfuscation", "nobody reads along on this machine.", unless=(False,))
        options.end()
    return Delivery(n=body.whole("n", least=1, most=_MOST_CHOICES) or 1, stream=stream, include_usage=include_usage)


def refuse_services(body: JsonObject) -> None:
    """Take labels, and refuse what asks for a vendor's services."""
    body.ignore(*_LABELS)
    body.refuse("store", "Baton keeps nothing of what other programs ask.", unless=(False,))
    body.refuse("service_tier", "there is one tier here.", unless=("auto", "default"))
    body.refuse("modalities", "local models write text only.", unless=(["text"],))
    body.refuse("audio", "local models write text only.")
    body.refuse("prediction", "llama.cpp has no predicted output here.")
    body.refuse("web_search_options", "a local model reaches no network.")
    body.refuse("moderation", "nothing is moderated here.")
    body.refuse("functions", "send 'tools'.")
    body.refuse("function_call", "send 'tool_choice'.")
    body.refuse("grammar", "send a JSON schema as 'response_format'.")


def read_schema(body: JsonObject) -> Mapping[str, object] | None:
    """Take ``response_format`` out of ``body``, or llama-server's ``json_schema``: the schema an answer must follow."""
    own = body.plain("json_schema")
    form = body.inner("response_format")
    if form is None:
        return own
    if own is not None:
        raise body.fault("json_schema", "and 'response_format' are two schemas: send one.")
    kind = form.required_text("type")
    match kind:
        case "text":
            schema = None
        case "json_object":
            schema = form.plain("schema") or {"type": "object"}
        case "json_schema":
            inner = form.inner("json_schema")
            if inner is None:
                raise form.fault("json_schema", "is missing.")
            inner.ignore("name", "description")
            inner.flag("strict")  # an answer is held to its schema in any case
            schema = inner.plain("schema") or {"type": "object"}
            inner.end()
        case _:
            raise form.fault("type", f"is {kind[:40]!r}, which is none of text, json_object and json_schema.")
    form.end()
    return schema


def read_parameters(body: JsonObject, specs: Sequence[ParameterSpec]) -> dict[str, object]:
    """Take everything that is left out of ``body`` as the model's parameters, by llama-server's names.

    Raises for a name that the model has not, and for a value it does not take.
    """
    known = {spec.name: spec for spec in specs}
    found: dict[str, object] = {}
    most = body.whole("max_tokens", least=1, most=2**31 - 1)
    completion = body.whole("max_completion_tokens", least=1, most=2**31 - 1)
    if most is not None and completion is not None and most != completion:
        raise body.fault("max_tokens", "and 'max_completion_tokens' differ: send one.")
    if (limit := most or completion) is not None:
        _put(body, found, known, "max_tokens", limit)
    stops = body.texts("stop", most=_MOST_STOPS)
    if stops is not None and sum(len(stop.encode()) for stop in stops) > _MOST_BYTES_OF_STOPS:
        raise body.fault("stop", f"is longer than {_MOST_BYTES_OF_STOPS} bytes in all.")
    if stops := [stop for stop in stops or () if stop]:
        _put(body, found, known, "stop", stops)
    if (biases := _biases(body)) is not None:
        _put(body, found, known, "logit_bias", biases)
    for name, value in body.rest().items():
        _put(body, found, known, name, value)
    return found


def _biases(body: JsonObject) -> list[str] | None:
    """``logit_bias`` as local models take it, ``#token=number`` or ``text=number``: from OpenAI's object of token ids,
    or from llama-server's list of pairs, where ``false`` bars a token.
    """
    value = body.take("logit_bias")
    pairs: list[tuple[object, object]]
    match value:
        case None:
            return None
        case dict():
            pairs = [(int(token) if token.isdecimal() else None, number) for token, number in value.items()]
        case list() if all(isinstance(pair, list) and len(pair) == 2 for pair in value):
            pairs = [(token, -math.inf if number is False else number) for token, number in value]
        case _:
            raise body.fault("logit_bias", "must be an object of token ids and numbers.")
    if len(pairs) > _MOST_BIASES:
        raise body.fault("logit_bias", f"holds more than {_MOST_BIASES} tokens.")
    biases = []
    for token, number in pairs:
        if isinstance(number, bool) or not isinstance(number, (int, float)) or math.isnan(number):
            raise body.fault("logit_bias", f"gives {str(number)[:40]!r} to a token, which is no number.")
        if isinstance(token, bool) or not isinstance(token, (int, str)) or (isinstance(token, int) and token < 0):
            raise body.fault("logit_bias", "names something that is no token's id.")
        biases.append(f"#{token}={number}" if isinstance(token, int) else f"{token}={number}")
    return biases


def _put(body: JsonObject, found: dict[str, object], known: Mapping[str, ParameterSpec], name: str, value: Any) -> None:
    spec = known.get(name)
    if spec is None:
        raise body.fault(name[:80], "is not a field that Baton or this model knows.", code="unknown_parameter")
    if spec.kind is ParameterKind.STRINGS and isinstance(value, str):
        value = [value]
    if isinstance(value, float) and not math.isfinite(value):
        raise body.fault(name, "is beyond every number.")
    if name == "max_tokens" and spec.maximum is not None:
        value = min(value, int(spec.maximum))  # the context's end comes first, as with every model's
    if (problem := spec.problem(value)) is not None:
        raise body.fault(name, f"cannot be taken: {problem}")
    found[name] = value
