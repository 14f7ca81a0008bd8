"""Chat Completions' wire format, as OpenAI-compatible servers speak it, quirks included. No I/O, no SDK.

Forgiving in what it reads: calls without ids or indices, names that come again empty, arguments as objects, reasoning
under three names. Strict in what it writes: a parameter without a place is refused.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.errors import UnsupportedError
from app.domain.language import tr
from app.domain.messages import AttachmentPart, Message, Role, TextPart, ToolCallPart, ToolResultPart
from app.domain.models import ModelId
from app.domain.ports import ChatRequest
from app.domain.stream import (
    Finished,
    FinishReason,
    ReasoningDelta,
    StreamEvent,
    TextDelta,
    ToolCallProgress,
    ToolCallRequested,
    Usage,
)
from app.providers.attachments import data_url, misplaced, refuse_pdf
from app.providers.exchanges import (
    TAIL_S,
    arguments_object,
    chosen_tool,
    count_of,
    mapping,
    own_reasoning,
    refuse_unknown,
    scores_of,
    sequence,
    text_of,
    turn_start,
)
from app.providers.profiles import Profile
from app.providers.schemas import for_openai

Json = dict[str, object]

_KNOWN = (
    "temperature",
    "top_p",
    "max_tokens",
    "stop",
    "seed",
    "frequency_penalty",
    "presence_penalty",
    "reasoning_effort",
    "top_k",
    "min_p",
    "repeat_penalty",
)
_FINISHES = {
    "stop": FinishReason.STOP,
    "eos": FinishReason.STOP,
    "length": FinishReason.LENGTH,
    "model_length": FinishReason.LENGTH,
    "tool_calls": FinishReason.TOOL_CALLS,
    "function_call": FinishReason.TOOL_CALLS,
    "content_filter": FinishReason.FILTERED,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialect:
    """How one server departs from Chat Completions. ``names``: its own names for parameters.

    ``reasoning_field``: under what name it wants its own reasoning back while tools are at work; empty for not at all.
    ``older_schema``: it takes a schema in the form that came before OpenAI's own, as llama-cpp-python's server does.
    ``pdf``: the form in which it documents PDFs, ``file`` (OpenAI's) or ``document_url`` (Mistral's); empty for none.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    reasoning_field: str = ""
    older_schema: bool = False
    pdf: str = ""


def payload(request: ChatRequest, profile: Profile, dialect: Dialect, *, provider: str, usage: bool) -> Json:
    """The body of ``POST /chat/completions``. ``usage``: ask for token counts, which some servers refuse."""
    refuse_unknown(request.parameters, _KNOWN, model=request.model)
    body: Json = {"model": request.model, "messages": _messages(request, dialect, provider)}
    if usage:
        body["stream_options"] = {"include_usage": True}
    for name, value in request.parameters.items():
        body[dialect.names.get(name, name)] = value
    if request.tools:
        if not profile.tools:
            raise UnsupportedError(
                tr("{model!r} takes no tools.", model=request.model), remedy=tr("Choose another model.")
            )
        body["tools"] = [
            {
                "type": "function",
                "function": {"name": tool.name, "description": tool.description, "parameters": tool.parameters},
            }
            for tool in request.tools
        ]
        if request.tool_choice == "none":
            body["tool_choice"] = "none"
    if (chosen := chosen_tool(request)) is not None:
        body["tool_choice"] = {"type": "function", "function": {"name": chosen}} if chosen else "required"
    if request.logprobs is not None:
        body |= {"logprobs": True, "top_logprobs": request.logprobs}
    if request.schema is not None and dialect.older_schema:
        body["response_format"] = {"type": "json_object", "schema": dict(request.schema)}
    elif request.schema is not None:
        schema, strict = for_openai(request.schema)
        body["response_format"] = {
            "type": "json_schema",
            "json_schema": {"name": "answer", "schema": schema, "strict": strict},
        }
    return body


def _messages(request: ChatRequest, dialect: Dialect, provider: str) -> list[Json]:
    start = turn_start(request.messages)
    issuer = ModelId(provider, request.model)
    wire: list[Json] = [{"role": "system", "content": request.system}] if request.system else []
    for position, message in enumerate(request.messages):
        match message.role:
            case Role.USER:
                wire.append({"role": "user", "content": _spoken(message, request, dialect)})
            case _ if message.attachments:
                raise misplaced(message.attachments[0])
            case Role.ASSISTANT:
                reasoning = own_reasoning(message, issuer, current=position > start)
                thought = "".join(part.text for part in reasoning.values()) if dialect.reasoning_field else ""
                wire += _assistant(message, {dialect.reasoning_field: thought} if thought else {})
            case Role.TOOL:
                wire += [_result(part) for part in message.parts if isinstance(part, ToolResultPart)]
    return wire


def _spoken(message: Message, request: ChatRequest, dialect: Dialect) -> str | list[Json]:
    """What the person said: a plain text, which every server takes, unless files are among it."""
    if not message.attachments:
        return message.text
    content: list[Json] = []
    for part in message.parts:
        match part:
            case TextPart(text=text) if text:
                content.append({"type": "text", "text": text})
            case AttachmentPart(is_pdf=True) if dialect.pdf == "file":
                file = {"filename": part.name, "file_data": data_url(part, request)}
                content.append({"type": "file", "file": file})
            case AttachmentPart(is_pdf=True) if dialect.pdf == "document_url":
                content.append({"type": "document_url", "document_url": data_url(part, request)})
            case AttachmentPart(is_pdf=True):
                raise refuse_pdf(part, model=request.model)
            case AttachmentPart():
                content.append({"type": "image_url", "image_url": {"url": data_url(part, request)}})
            case _:
                pass
    return content


def _assistant(message: Message, extra: Json) -> list[Json]:
    text = "".join(part.text for part in message.parts if isinstance(part, TextPart))
    calls = [
        {
            "id": call.call_id,
            "type": "function",
            "function": {"name": call.name, "arguments": json.dumps(arguments_object(call))},
        }
        for call in message.tool_calls
    ]
    if not text and not calls:
        return []  # nothing but reasoning, which is not sent back
    return [
        {"role": "assistant", "content": text or None} | extra | ({"tool_calls": calls} if calls else {}),
    ]


def _result(part: ToolResultPart) -> Json:
    # The protocol has no mark for a failure, so the text carries it.
    content = f"The tool failed: {part.content}" if part.is_error else part.content
    return {"role": "tool", "tool_call_id": part.call_id, "content": content}


@dataclass(slots=True)
class _Call:
    index: object
    call_id: str = ""
    name: str = ""
    arguments: list[str] = field(default_factory=list)
    argument_chars: int = 0


@dataclass(slots=True)
class ChatStream:
    """Folds the chunks of one answer; :meth:`finish` must be called once the stream has ended."""

    issuer: ModelId
    reason: str = ""
    _refused: bool = False
    _calls: list[_Call] = field(default_factory=list)
    _usage: Mapping[str, object] = field(default_factory=dict)

    def feed(self, chunk: Mapping[str, object]) -> Iterator[StreamEvent]:
        """The domain's events for one chunk."""
        if usage := mapping(chunk.get("usage")):
            self._usage = usage
        for choice in sequence(chunk.get("choices"))[:1]:
            choice = mapping(choice)
            yield from self._delta(mapping(choice.get("delta")) or mapping(choice.get("message")))
            scored = choice.get("logprobs")
            if scored and (scores := scores_of(mapping(scored).get("content"))) is not None:
                yield scores
            if reason := text_of(choice.get("finish_reason")):
                self.reason = reason

    def patience_s(self) -> float | None:
        """How long the next chunk is waited for: see :func:`app.providers.exchanges.patiently`."""
        return TAIL_S if self.reason else None

    def finish(self) -> Iterator[StreamEvent]:
        """The calls, the usage and the end."""
        for call in self._calls:
            yield ToolCallRequested(
                call=ToolCallPart(
                    call_id=call.call_id or f"call_{uuid.uuid4().hex[:24]}",
                    name=call.name,
                    arguments="".join(call.arguments) or "{}",
                )
            )
        if self._usage:
            yield _usage(self._usage)
        reason = _FINISHES.get(self.reason, FinishReason.STOP)
        if self._refused:
            reason = FinishReason.FILTERED
        elif self._calls and reason is FinishReason.STOP:
            reason = FinishReason.TOOL_CALLS
        yield Finished(reason=reason, detail="" if self.reason in _FINISHES else self.reason)

    def _delta(self, delta: Mapping[str, object]) -> Iterator[StreamEvent]:
        for name in ("reasoning_content", "reasoning", "thinking"):
            if thought := text_of(delta.get(name)):
                yield ReasoningDelta(text=thought, vendor=str(self.issuer))
                break
        content = delta.get("content")
        if isinstance(content, str):
            if content:
                yield TextDelta(text=content)
        else:
            yield from self._content_parts(sequence(content))
        if refusal := text_of(delta.get("refusal")):
            self._refused = True
            yield TextDelta(text=refusal)
        for position, entry in enumerate(sequence(delta.get("tool_calls"))):
            yield from self._call(mapping(entry), position)

    def _content_parts(self, parts: object) -> Iterator[StreamEvent]:
        for part in map(mapping, sequence(list(parts) if isinstance(parts, (list, tuple)) else None)):
            if text := text_of(part.get("text")):
                yield TextDelta(text=text)
            for thought in map(mapping, sequence(part.get("thinking"))):
                if text := text_of(thought.get("text")):
                    yield ReasoningDelta(text=text, vendor=str(self.issuer))

    def _call(self, entry: Mapping[str, object], position: int) -> Iterator[StreamEvent]:
        function = mapping(entry.get("function"))
        call_id, name = text_of(entry.get("id")), text_of(function.get("name"))
        index = entry.get("index")
        call = next((known for known in self._calls if known.index == (position if index is None else index)), None)
        if call is not None and call_id and call.call_id and call_id != call.call_id:
            # Servers that give every parallel call the index 0, or none, tell them apart by id alone.
            call = next((known for known in self._calls if known.call_id == call_id), None)
            index = (call_id, len(self._calls)) if call is None else index
        elif call is not None and index is None and name and call.name and call.arguments:
            # A second whole call without index and id: a new one, as a fragment would not repeat the name.
            call, index = None, len(self._calls)
        if call is None:
            call = _Call(position if index is None else index)
            self._calls.append(call)
        is_news = not call.name and bool(name)
        call.call_id = call.call_id or call_id
        call.name = call.name or name
        arguments = function.get("arguments")
        text = arguments if isinstance(arguments, str) else json.dumps(arguments) if arguments is not None else ""
        if text:
            call.arguments.append(text)
            call.argument_chars += len(text)
        if text or is_news:  # a delta that adds nothing is no sign of an answer
            yield ToolCallProgress(name=call.name, argument_chars=call.argument_chars)


def _usage(usage: Mapping[str, object]) -> Usage:
    prompt = mapping(usage.get("prompt_tokens_details"))
    answer = mapping(usage.get("completion_tokens_details"))
    return Usage(
        input_tokens=count_of(usage.get("prompt_tokens")),
        output_tokens=count_of(usage.get("completion_tokens")),
        cached_input_tokens=count_of(prompt.get("cached_tokens")) or count_of(usage.get("prompt_cache_hit_tokens")),
        cache_write_tokens=count_of(prompt.get("cache_write_tokens")),
        reasoning_tokens=count_of(answer.get("reasoning_tokens")),
    )
