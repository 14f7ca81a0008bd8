"""The Responses API's wire format, which OpenAI's own models need to think and to use tools at once. No I/O, no SDK.

Asks OpenAI to store nothing: what a later turn needs of the thinking comes back encrypted, and is sent along.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

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
    Finished,
    FinishReason,
    ReasoningDelta,
    StreamEvent,
    TextDelta,
    ToolCallProgress,
    ToolCallRequested,
    Usage,
)
from app.providers.attachments import data_url, misplaced
from app.providers.exchanges import (
    LINGER_S,
    arguments_object,
    chosen_tool,
    count_of,
    mapping,
    own_reasoning,
    place_of,
    refuse_unknown,
    scores_of,
    sequence,
    text_of,
    turn_start,
)
from app.providers.profiles import Profile, Thinking
from app.providers.schemas import for_openai

Json = dict[str, object]

_KNOWN = ("temperature", "top_p", "max_tokens", "reasoning_effort")


_COUNTED = ("model", "input", "instructions", "tools", "tool_choice", "reasoning", "text")


def count_payload(request: ChatRequest, profile: Profile, *, provider: str) -> Json:
    """The body of ``POST /responses/input_tokens``. Raises what :func:`payload` raises."""
    body = payload(request, profile, provider=provider, summaries=False)
    return {name: body[name] for name in _COUNTED if name in body}


def payload(request: ChatRequest, profile: Profile, *, provider: str, summaries: bool) -> Json:
    """The body of ``POST /responses``, without ``stream``.

    ``summaries``: ask for the thinking in words, which some accounts may not.
    """
    refuse_unknown(request.parameters, _KNOWN, model=request.model)
    values = dict(request.parameters)
    effort = values.pop("reasoning_effort", None)
    limit = values.pop("max_tokens", None)
    body: Json = {
        "model": request.model,
        "input": _items(request, ModelId(provider, request.model)),
        "store": False,
        **values,
    }
    if request.system:
        body["instructions"] = request.system
    if limit is not None:
        body["max_output_tokens"] = limit
    if request.conversation_id:
        body["prompt_cache_key"] = request.conversation_id
    included = []
    if request.logprobs is not None:
        included.append("message.output_text.logprobs")
        body["top_logprobs"] = request.logprobs
    if profile.thinking is not Thinking.NONE:
        included.append("reasoning.encrypted_content")
        body["reasoning"] = ({"effort": effort} if effort is not None else {}) | (
            {"summary": "auto"} if summaries else {}
        )
    elif effort is not None:
        raise UnsupportedError(
            tr("{model!r} does not think.", model=request.model), remedy=tr("Reset Thinking in the model dock.")
        )
    if included:
        body["include"] = included
    if request.tools:
        if not profile.tools:
            raise UnsupportedError(
                tr("{model!r} takes no tools.", model=request.model), remedy=tr("Choose another model.")
            )
        body["tools"] = [
            {
                "type": "function",
                "name": tool.name,
                "description": tool.description,
                "parameters": tool.parameters,
                "strict": False,
            }
            for tool in request.tools
        ]
        if request.tool_choice == "none":
            body["tool_choice"] = "none"
    if (chosen := chosen_tool(request)) is not None:
        body["tool_choice"] = {"type": "function", "name": chosen} if chosen else "required"
    if request.schema is not None:
        if not profile.json_schema:
            raise UnsupportedError(
                tr("{model!r} cannot be held to a JSON schema.", model=request.model),
                remedy=tr("Choose a newer model, or drop the schema."),
            )
        schema, strict = for_openai(request.schema)
        body["text"] = {"format": {"type": "json_schema", "name": "answer", "schema": schema, "strict": strict}}
    return body


def _items(request: ChatRequest, issuer: ModelId) -> list[Json]:
    start = turn_start(request.messages)
    items: list[Json] = []
    for position, message in enumerate(request.messages):
        if message.role is Role.USER:
            items.append({"role": "user", "content": _spoken(message, request)})
        else:
            items += _answer_items(message, own_reasoning(message, issuer, current=position > start))
    return items


def _spoken(message: Message, request: ChatRequest) -> list[Json]:
    content: list[Json] = []
    for part in message.parts:
        match part:
            case TextPart(text=text) if text:
                content.append({"type": "input_text", "text": text})
            case AttachmentPart(is_pdf=True):
                content.append({"type": "input_file", "filename": part.name, "file_data": data_url(part, request)})
            case AttachmentPart():
                content.append({"type": "input_image", "image_url": data_url(part, request), "detail": "auto"})
            case _:
                pass
    return content


def _answer_items(message: Message, reasoning: Mapping[int, ReasoningPart]) -> Iterator[Json]:
    last = len(message.parts) - 1
    for position, part in enumerate(message.parts):
        match part:
            case TextPart(text=text) if text:
                yield {"role": "assistant", "content": [{"type": "output_text", "text": text}]}
            case TextPart():
                pass
            case ReasoningPart():
                # The API wants each reasoning item followed by what it led to; a stopped answer may lack that.
                if position in reasoning and position < last and (item := _reasoning_item(part)) is not None:
                    yield item
            case ToolCallPart():
                yield {
                    "type": "function_call",
                    "call_id": part.call_id,
                    "name": part.name,
                    "arguments": json.dumps(arguments_object(part)),
                }
            case ToolResultPart():
                output = f"The tool failed: {part.content}" if part.is_error else part.content
                yield {"type": "function_call_output", "call_id": part.call_id, "output": output}
            case AttachmentPart():
                raise misplaced(part)


def _reasoning_item(part: ReasoningPart) -> Json | None:
    try:
        signed = mapping(json.loads(part.signature or ""))
    except (ValueError, RecursionError):
        return None
    return {
        "type": "reasoning",
        "id": signed.get("id"),
        "summary": [{"type": "summary_text", "text": part.text}] if part.text else [],
        "encrypted_content": signed.get("encrypted_content"),
    }


@dataclass(slots=True)
class ResponsesStream:
    """Folds the events of one response; :meth:`finish` must be called once the stream has ended.

    ``ended`` is set once the last event has come; ``failure`` holds the vendor's error once one came amid the stream.
    """

    issuer: ModelId
    ended: bool = False
    failure: Mapping[str, object] | None = None
    _names: dict[str, str] = field(default_factory=dict)
    _chars: dict[str, int] = field(default_factory=dict)
    _said: bool = False
    _thought: bool = False
    _called: set[str] = field(default_factory=set)
    _refused: bool = False
    _response: Mapping[str, object] = field(default_factory=dict)

    def feed(self, event: Mapping[str, object]) -> Iterator[StreamEvent]:
        """The domain's events for one of the API's; kinds that are not known are let pass."""
        index = place_of(event.get("output_index"))
        match event.get("type"):
            case "response.output_item.added":
                yield from self._begin(index, mapping(event.get("item")))
            case "response.output_text.delta" if text := text_of(event.get("delta")):
                self._said = True
                yield TextDelta(text=text)
                if "logprobs" in event and (scores := scores_of(event["logprobs"])) is not None:
                    yield scores
            case "response.refusal.delta" if text := text_of(event.get("delta")):
                self._said = self._refused = True
                yield TextDelta(text=text)
            case "response.reasoning_summary_part.added" if self._thought:
                yield ReasoningDelta(text="\n\n", vendor=str(self.issuer))
            case "response.reasoning_summary_text.delta" | "response.reasoning_text.delta":
                if text := text_of(event.get("delta")):
                    self._thought = True
                    yield ReasoningDelta(text=text, vendor=str(self.issuer))
            case "response.function_call_arguments.delta":
                if not (text := text_of(event.get("delta"))):
                    return
                self._chars[index] = self._chars.get(index, 0) + len(text)
                yield ToolCallProgress(name=self._names.get(index, ""), argument_chars=self._chars[index])
            case "response.output_item.done":
                yield from self._end(mapping(event.get("item")))
            case "response.completed" | "response.incomplete":
                self._response = mapping(event.get("response"))
                self.ended = True
            case "response.failed":
                self.failure = mapping(mapping(event.get("response")).get("error"))
            case "error":
                self.failure = mapping(event.get("error")) or event
            case _:
                pass

    def whole(self, response: Mapping[str, object]) -> Iterator[StreamEvent]:
        """The domain's events for an answer that came in one piece."""
        for index, item in enumerate(map(mapping, sequence(response.get("output")))):
            place = {"output_index": index}
            yield from self.feed(place | {"type": "response.output_item.added", "item": item})
            for part in map(mapping, sequence(item.get("content"))):
                if text := text_of(part.get("text")):
                    yield from self.feed(place | {"type": "response.output_text.delta", "delta": text})
                if text := text_of(part.get("refusal")):
                    yield from self.feed(place | {"type": "response.refusal.delta", "delta": text})
            for part in map(mapping, sequence(item.get("summary"))):
                yield from self.feed(place | {"type": "response.reasoning_summary_part.added"})
                text = text_of(part.get("text"))
                yield from self.feed(place | {"type": "response.reasoning_summary_text.delta", "delta": text})
            yield from self.feed(place | {"type": "response.output_item.done", "item": item})
        yield from self.feed({"type": "response.completed", "response": response})
        yield from self.finish()

    def patience_s(self) -> float | None:
        """How long the next event is waited for: see :func:`app.providers.exchanges.patiently`."""
        return LINGER_S if self.ended else None

    def finish(self) -> Iterator[StreamEvent]:
        """Calls that were not told to be done (a gateway may leave that out), the usage and the end."""
        response = self._response
        for item in map(mapping, sequence(response.get("output"))):
            if item.get("type") == "function_call":
                yield from self._end(item)
        usage = mapping(response.get("usage"))
        prompt, answer = mapping(usage.get("input_tokens_details")), mapping(usage.get("output_tokens_details"))
        yield Usage(
            input_tokens=count_of(usage.get("input_tokens")),
            output_tokens=count_of(usage.get("output_tokens")),
            cached_input_tokens=count_of(prompt.get("cached_tokens")),
            cache_write_tokens=count_of(prompt.get("cache_write_tokens")),
            reasoning_tokens=count_of(answer.get("reasoning_tokens")),
        )
        cause = text_of(mapping(response.get("incomplete_details")).get("reason"))
        match cause:
            case "max_output_tokens":
                yield Finished(reason=FinishReason.LENGTH)
            case "content_filter":
                yield Finished(reason=FinishReason.FILTERED, detail=cause)
            case _ if self._refused:
                yield Finished(reason=FinishReason.FILTERED, detail="refusal")
            case _:
                reason = FinishReason.TOOL_CALLS if self._called else FinishReason.STOP
                yield Finished(reason=reason, detail=cause)

    def _begin(self, index: str, item: Mapping[str, object]) -> Iterator[StreamEvent]:
        match item.get("type"):
            case "function_call":
                self._names[index] = text_of(item.get("name"))
                yield ToolCallProgress(name=self._names[index], argument_chars=0)
            case "message" if self._said:
                yield TextDelta(text="\n\n")
            case "reasoning":
                self._thought = False
            case _:
                pass

    def _end(self, item: Mapping[str, object]) -> Iterator[StreamEvent]:
        match item.get("type"):
            case "function_call" if (call_id := text_of(item.get("call_id"))) not in self._called:
                self._called.add(call_id)
                yield ToolCallRequested(
                    call=ToolCallPart(
                        call_id=call_id,
                        name=text_of(item.get("name")),
                        arguments=text_of(item.get("arguments")) or "{}",
                    )
                )
            case "reasoning" if encrypted := text_of(item.get("encrypted_content")):
                signature = json.dumps({"id": text_of(item.get("id")), "encrypted_content": encrypted})
                yield ReasoningDelta(text="", signature=signature, vendor=str(self.issuer))
            case _:
                pass
