"""The Messages API's wire format: a request as JSON, and streamed events folded into the domain's. No I/O, no SDK.

Refuses what the API would refuse or ignore: a parameter without a place, sampling beside thinking.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from app.domain.errors import UnsupportedError
from app.domain.language import tr
from app.domain.messages import (
    AttachmentPart,
    Message,
    ReasoningPart,
    Role,
    TextPart,
    ToolCallPart,
    ToolResultPart,
)
from app.domain.models import ModelId
from app.domain.ports import ChatRequest
from app.domain.stream import (
    CONTEXT_FULL,
    Finished,
    FinishReason,
    ReasoningDelta,
    StreamEvent,
    TextDelta,
    ToolCallProgress,
    ToolCallRequested,
    Usage,
)
from app.providers.attachments import encoded, misplaced
from app.providers.exchanges import (
    LINGER_S,
    TAIL_S,
    arguments_object,
    chosen_tool,
    count_of,
    mapping,
    own_reasoning,
    place_of,
    refuse_unknown,
    sequence,
    text_of,
    turn_start,
)
from app.providers.profiles import Profile, Thinking
from app.providers.schemas import for_anthropic

REDACTED = "redacted_thinking:"  # marks a signature that stands for a block of thinking nobody may read
_BUDGETS = {"low": 4_096, "medium": 16_384, "high": 32_768}
_LEAST_BUDGET = 1_024  # the API's own minimum
_KNOWN = ("temperature", "top_p", "top_k", "max_tokens", "stop", "reasoning_effort")
_CACHE = {"type": "ephemeral"}

_FULL = "model_context_window_exceeded"
_FINISHES = {
    "end_turn": FinishReason.STOP,
    "stop_sequence": FinishReason.STOP,
    "pause_turn": FinishReason.STOP,
    "max_tokens": FinishReason.LENGTH,
    _FULL: FinishReason.LENGTH,
    "tool_use": FinishReason.TOOL_CALLS,
    "refusal": FinishReason.FILTERED,
}

Json = dict[str, object]


_COUNTED = ("model", "messages", "system", "tools", "tool_choice", "thinking", "output_config")


def count_payload(request: ChatRequest, profile: Profile, *, provider: str) -> Json:
    """The body of ``POST /v1/messages/count_tokens``: what of a request is read. Raises what :func:`payload` raises."""
    body = payload(request, profile, provider=provider)
    return {name: body[name] for name in _COUNTED if name in body}


def payload(request: ChatRequest, profile: Profile, *, provider: str) -> Json:
    """The body of ``POST /v1/messages``, without ``stream``. Raises ``UnsupportedError`` for what cannot be sent.

    What stays the same from turn to turn is marked to be cached: the tools, the system text, and the conversation up to
    the person's last two messages (the API takes four marks, and looks back 20 blocks from each).
    """
    if request.logprobs is not None:
        raise UnsupportedError(
            tr("{model!r} tells no probabilities of its words.", model=request.model),
            remedy=tr("Ask without them, or choose another model."),
        )
    body: Json = {
        "model": request.model,
        "messages": _messages(request, ModelId(provider, request.model)),
        **_parameters(request, profile),
    }
    if request.system:
        body["system"] = [{"type": "text", "text": request.system, "cache_control": _CACHE}]
    if request.tools:
        tools: list[Json] = [
            {"name": tool.name, "description": tool.description, "input_schema": tool.parameters}
            for tool in request.tools
        ]
        tools[-1]["cache_control"] = _CACHE
        body["tools"] = tools
    if (choice := _tool_choice(request)) is not None:
        if "thinking" in body and choice["type"] in ("any", "tool"):
            raise UnsupportedError(
                tr("{model!r} cannot be made to call a tool while it thinks.", model=request.model),
                remedy=tr("Reset Thinking in the model dock, or leave the choice of a tool to the model."),
            )
        body["tool_choice"] = choice
    if request.schema is not None:
        if not profile.json_schema:
            raise UnsupportedError(
                tr("{model!r} cannot be held to a JSON schema.", model=request.model),
                remedy=tr("Choose a newer model, or drop the schema."),
            )
        config = dict(mapping(body.get("output_config")))
        config["format"] = {"type": "json_schema", "schema": for_anthropic(request.schema)}
        body["output_config"] = config
    return body


def _tool_choice(request: ChatRequest) -> Json | None:
    if request.tool_choice == "none":
        return {"type": "none"} if request.tools else None
    match chosen_tool(request):
        case None:
            return None
        case "":
            return {"type": "any"}
        case name:
            return {"type": "tool", "name": name}


def _parameters(request: ChatRequest, profile: Profile) -> Json:
    values = dict(request.parameters)
    refuse_unknown(values, _KNOWN, model=request.model)
    effort = values.pop("reasoning_effort", None)
    stop = values.pop("stop", None)
    limit = profile.max_output_tokens or 4_096
    # An eighth of the context leaves room for the prompt: the API refuses prompt and limit that exceed it together.
    limit = min(limit, (profile.context_tokens or 8 * limit) // 8)
    asked = values.pop("max_tokens", None)
    body: Json = {"max_tokens": asked if isinstance(asked, int) else limit, **values}
    if stop:
        body["stop_sequences"] = stop
    if "temperature" in body and "top_p" in body:
        raise UnsupportedError(
            tr("{model!r} takes a temperature or a Top P, not both.", model=request.model),
            remedy=tr("Reset one of them in the model dock."),
        )
    match profile.thinking:
        case Thinking.BUDGET if effort is not None:
            body["thinking"] = {"type": "enabled", "budget_tokens": _budget(str(effort), body, asked, profile)}
        case Thinking.ADAPTIVE if effort is not None:
            body["thinking"] = {"type": "adaptive", "display": "summarized"}
        case Thinking.ALWAYS:
            body["thinking"] = {"type": "adaptive", "display": "summarized"}
        case _:
            pass
    if effort is not None:
        if profile.thinking in (Thinking.ADAPTIVE, Thinking.ALWAYS):
            body["output_config"] = {"effort": effort}
        elif profile.thinking is not Thinking.BUDGET:
            raise UnsupportedError(
                tr("{model!r} does not think.", model=request.model), remedy=tr("Reset Thinking in the model dock.")
            )
    sampled = [name for name in ("temperature", "top_p", "top_k") if name in body]
    if sampled and "thinking" in body:
        raise UnsupportedError(
            tr("{model!r} takes no {sampled} while it thinks.", model=request.model, sampled=sampled[0]),
            remedy=tr("Reset Thinking or that parameter in the model dock."),
        )
    return body


def _budget(effort: str, body: Json, asked: object, profile: Profile) -> int:
    """Tokens to think with; the limit of the answer counts them too, so it grows where the person set none."""
    wanted = _BUDGETS.get(effort, _BUDGETS["medium"])
    if not isinstance(asked, int):
        body["max_tokens"] = min(wanted + 8_192, profile.max_output_tokens or wanted + 8_192)
        return min(wanted, count_of(body["max_tokens"]) - _LEAST_BUDGET)
    if asked <= _LEAST_BUDGET:
        raise UnsupportedError(
            tr("Thinking needs a longest answer of more than 1024 tokens."), remedy=tr("Raise it in the model dock.")
        )
    return max(_LEAST_BUDGET, min(wanted, asked - _LEAST_BUDGET))


def _messages(request: ChatRequest, issuer: ModelId) -> list[Json]:
    start = turn_start(request.messages)
    turns: list[tuple[str, list[Json]]] = []
    for position, message in enumerate(request.messages):
        role = "assistant" if message.role is Role.ASSISTANT else "user"
        blocks = _blocks(message, own_reasoning(message, issuer, current=position > start), request)
        if not blocks:
            continue
        if turns and turns[-1][0] == role:
            turns[-1][1].extend(blocks)
        else:
            turns.append((role, blocks))
    spoken = [blocks for role, blocks in turns if role == "user"]
    for blocks in spoken[-2:]:
        blocks[-1]["cache_control"] = _CACHE
    return [{"role": role, "content": blocks} for role, blocks in turns]


def _blocks(message: Message, reasoning: Mapping[int, ReasoningPart], request: ChatRequest) -> list[Json]:
    blocks: list[Json] = []
    for position, part in enumerate(message.parts):
        match part:
            case TextPart(text=text) if text.strip():  # the API refuses blank text
                blocks.append({"type": "text", "text": text})
            case TextPart():
                pass
            case ReasoningPart():
                if position in reasoning and part.signature is not None:
                    blocks.append(_thinking(part.text, part.signature))
            case ToolCallPart():
                blocks.append(
                    {"type": "tool_use", "id": part.call_id, "name": part.name, "input": arguments_object(part)}
                )
            case ToolResultPart():
                block: Json = {"type": "tool_result", "tool_use_id": part.call_id, "content": part.content}
                if part.is_error:
                    block["is_error"] = True
                blocks.append(block)
            case AttachmentPart():
                if message.role is not Role.USER:
                    raise misplaced(part)
                blocks.append(_file(part, request))
            case _:
                assert_never(part)
    return blocks


def _file(part: AttachmentPart, request: ChatRequest) -> Json:
    source = {"type": "base64", "media_type": part.media_type, "data": encoded(part, request)}
    if part.is_pdf:
        return {"type": "document", "source": source, "title": part.name}
    return {"type": "image", "source": source}


def _thinking(text: str, signature: str) -> Json:
    if signature.startswith(REDACTED):
        return {"type": "redacted_thinking", "data": signature.removeprefix(REDACTED)}
    return {"type": "thinking", "thinking": text, "signature": signature}


@dataclass(slots=True)
class _Block:
    kind: str
    call_id: str = ""
    name: str = ""
    initial: object = None
    arguments: list[str] = field(default_factory=list)
    argument_chars: int = 0
    signature: list[str] = field(default_factory=list)


@dataclass(slots=True)
class MessagesStream:
    """Folds the events of one answer; :meth:`finish` must be called once the stream has ended.

    ``issuer`` signs the reasoning; ``ended`` is set once the last event has come.
    """

    issuer: ModelId
    ended: bool = False
    _blocks: dict[str, _Block] = field(default_factory=dict)
    _usage: Json = field(default_factory=dict)
    _stop: str = ""
    _detail: str = ""

    def feed(self, event: Mapping[str, object]) -> Iterator[StreamEvent]:
        """The domain's events for one of the API's; kinds that are not known are let pass, as the API asks."""
        match event.get("type"):
            case "message_start":
                self._usage.update(mapping(mapping(event.get("message")).get("usage")))
            case "content_block_start":
                yield from self._begin(place_of(event.get("index")), mapping(event.get("content_block")))
            case "content_block_delta":
                yield from self._more(place_of(event.get("index")), mapping(event.get("delta")))
            case "content_block_stop":
                yield from self._end(place_of(event.get("index")))
            case "message_delta":
                delta = mapping(event.get("delta"))
                self._stop = text_of(delta.get("stop_reason")) or self._stop
                self._detail = text_of(mapping(delta.get("stop_details")).get("explanation"))
                self._usage.update({k: v for k, v in mapping(event.get("usage")).items() if v is not None})
            case "message_stop":
                self.ended = True
            case _:
                pass

    def whole(self, message: Mapping[str, object]) -> Iterator[StreamEvent]:
        """The domain's events for an answer that came in one piece."""
        self._usage.update(mapping(message.get("usage")))
        for index, block in enumerate(sequence(message.get("content"))):
            yield from self._begin(str(index), mapping(block))
            yield from self._end(str(index))
        self._stop = text_of(message.get("stop_reason"))
        self._detail = text_of(mapping(message.get("stop_details")).get("explanation"))
        yield from self.finish()

    @property
    def answered(self) -> bool:
        """Whether the answer is whole, even if the last event has not come (some gateways leave it out)."""
        return self.ended or bool(self._stop)

    def patience_s(self) -> float | None:
        """How long the next event is waited for: see :func:`app.providers.exchanges.patiently`."""
        return LINGER_S if self.ended else TAIL_S if self._stop else None

    def finish(self) -> Iterator[StreamEvent]:
        """What was left open (some gateways close no block), the usage and the end."""
        for index in list(self._blocks):
            yield from self._end(index)
        usage = self._usage
        cached = count_of(usage.get("cache_read_input_tokens"))
        written = count_of(usage.get("cache_creation_input_tokens"))
        yield Usage(
            input_tokens=count_of(usage.get("input_tokens")) + cached + written,
            output_tokens=count_of(usage.get("output_tokens")),
            cached_input_tokens=cached,
            cache_write_tokens=written,
            reasoning_tokens=count_of(mapping(usage.get("output_tokens_details")).get("thinking_tokens")),
        )
        reason = _FINISHES.get(self._stop, FinishReason.STOP)
        plain = self._stop in ("end_turn", "tool_use", "max_tokens")
        detail = CONTEXT_FULL if self._stop == _FULL else self._detail or self._stop
        yield Finished(reason=reason, detail="" if plain else detail)

    def _begin(self, index: str, content: Mapping[str, object]) -> Iterator[StreamEvent]:
        kind = text_of(content.get("type"))
        block = _Block(kind, call_id=text_of(content.get("id")), name=text_of(content.get("name")))
        self._blocks[index] = block
        match kind:
            case "text" if text := text_of(content.get("text")):
                yield TextDelta(text=text)
            case "thinking":
                if text := text_of(content.get("thinking")):
                    yield ReasoningDelta(text=text, vendor=str(self.issuer))
                block.signature.append(text_of(content.get("signature")))
            case "redacted_thinking":
                block.signature.append(REDACTED + text_of(content.get("data")))
            case "tool_use":
                block.initial = content.get("input")
                yield ToolCallProgress(name=block.name, argument_chars=0)
            case _:
                pass

    def _more(self, index: str, delta: Mapping[str, object]) -> Iterator[StreamEvent]:
        block = self._blocks.setdefault(index, _Block("text"))
        match delta.get("type"):
            case "text_delta" if text := text_of(delta.get("text")):
                yield TextDelta(text=text)
            case "thinking_delta" if text := text_of(delta.get("thinking")):
                yield ReasoningDelta(text=text, vendor=str(self.issuer))
            case "signature_delta":
                block.signature.append(text_of(delta.get("signature")))
            case "input_json_delta":
                text = text_of(delta.get("partial_json"))
                if not text:
                    return
                block.arguments.append(text)
                block.argument_chars += len(text)
                yield ToolCallProgress(name=block.name, argument_chars=block.argument_chars)
            case _:
                pass

    def _end(self, index: str) -> Iterator[StreamEvent]:
        block = self._blocks.pop(index, None)
        if block is None:
            return
        if block.kind in ("thinking", "redacted_thinking"):
            if signature := "".join(block.signature):
                yield ReasoningDelta(text="", signature=signature, vendor=str(self.issuer))
        elif block.kind == "tool_use":
            arguments = "".join(block.arguments) or json.dumps(block.initial or {})
            yield ToolCallRequested(call=ToolCallPart(call_id=block.call_id, name=block.name, arguments=arguments))
