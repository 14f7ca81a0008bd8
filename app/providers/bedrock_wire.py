"""Converse's wire format: a request as botocore takes it, and streamed events folded into the domain's. No I/O, no SDK.

Refuses what Converse or the model would refuse or ignore: a parameter without a place, sampling beside thinking, a file
of a kind that has no block. Where a conversation with tools goes on without any, the calls and results of before are
told as text, because Converse takes their blocks only beside the tools.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from app.domain.errors import ProviderFaultError, UnsupportedError
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
from app.providers.bedrock_families import Family, SchemaWay
from app.providers.exchanges import (
    arguments_object,
    count_of,
    mapping,
    own_reasoning,
    place_of,
    refuse_unknown,
    text_of,
    turn_start,
)
from app.providers.profiles import Thinking

REDACTED = "redacted:"  # marks a signature that stands for thinking nobody may read
ANSWER_TOOL = "answer"
_KNOWN = ("temperature", "top_p", "top_k", "max_tokens", "stop", "reasoning_effort")
_BUDGETS = {"low": 4_096, "medium": 16_384, "high": 32_768}
_LEAST_BUDGET = 1_024
_ROOM_TO_ANSWER = 8_192
_IMAGES = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif", "image/webp": "webp"}
_CACHE_POINT: dict[str, object] = {"cachePoint": {"type": "default"}}
_CALL_ID = re.compile(r"[a-zA-Z0-9_.:-]{1,64}")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9()\[\]-]+")
_LONGEST_NAME = 180

_FULL = "model_context_window_exceeded"
_FINISHES = {
    "end_turn": FinishReason.STOP,
    "stop_sequence": FinishReason.STOP,
    "max_tokens": FinishReason.LENGTH,
    _FULL: FinishReason.LENGTH,
    "tool_use": FinishReason.TOOL_CALLS,
    "guardrail_intervened": FinishReason.FILTERED,
    "content_filtered": FinishReason.FILTERED,
}

Json = dict[str, object]


def payload(request: ChatRequest, family: Family, *, provider: str, schema: SchemaWay) -> Json:
    """The parameters of ``ConverseStream``. ``schema``: the way to hold the answer to one, where there is one.

    Raises ``UnsupportedError`` for what cannot be sent.
    """
    _refuse_choice(request)
    body: Json = {"modelId": request.model, **_parameters(request, family)}
    with_tools = bool(request.tools) and request.tool_choice != "none" and family.profile.tools
    if request.tools and request.tool_choice != "none" and not family.profile.tools:
        raise UnsupportedError(
            tr("{model!r} cannot use tools.", model=request.model), remedy=tr("Choose another model.")
        )
    by_tool = request.schema is not None and schema is SchemaWay.TOOL
    body["messages"] = _messages(request, family, provider=provider, with_tools=with_tools or by_tool)
    if request.system:
        if not family.system:
            raise UnsupportedError(
                tr("{model!r} takes no system prompt.", model=request.model),
                remedy=tr("Clear the system prompt, or choose another model."),
            )
        body["system"] = [{"text": request.system}, *([_CACHE_POINT] if family.caches else [])]
    tools = [_tool(spec.name, spec.description, spec.parameters) for spec in request.tools] if with_tools else []
    choice = _choice(request.tool_choice) if with_tools else None
    if request.schema is not None:
        match schema:
            case SchemaWay.FORMAT:
                definition = {"name": ANSWER_TOOL, "schema": json.dumps(request.schema)}
                form = {"type": "json_schema", "structure": {"jsonSchema": definition}}
                body["outputConfig"] = {**mapping(body.get("outputConfig")), "textFormat": form}
            case SchemaWay.TOOL:
                if _thinks(body):
                    raise UnsupportedError(
                        tr("{model!r} cannot be held to a JSON schema while it thinks.", model=request.model),
                        remedy=tr("Reset Thinking in the model dock, or drop the schema."),
                    )
                choice = {"any": {}} if tools else {"tool": {"name": ANSWER_TOOL}}
                tools.append(_tool(ANSWER_TOOL, "Give the whole answer, in this form.", dict(request.schema)))
            case SchemaWay.NONE:
                raise UnsupportedError(
                    tr("{model!r} cannot be held to a JSON schema.", model=request.model),
                    remedy=tr("Choose another model, or drop the schema."),
                )
            case _:
                assert_never(schema)
    if tools:
        marked = family.caches_tools and not request.system  # the system text stands after the tools: one mark for both
        config: Json = {"tools": [*tools, _CACHE_POINT] if marked else tools}
        body["toolConfig"] = {**config, "toolChoice": choice} if choice else config
    return body


def count_payload(body: Json, model: str) -> Json:
    """The parameters of ``CountTokens`` for the same request: what of it the model reads."""
    read = ("messages", "system", "toolConfig", "additionalModelRequestFields")
    return {"modelId": model, "input": {"converse": {name: body[name] for name in read if name in body}}}


def _tool(name: str, description: str, schema: Mapping[str, object]) -> Json:
    spec: Json = {"name": name, "inputSchema": {"json": dict(schema)}}
    return {"toolSpec": {**spec, "description": description} if description else spec}


def _refuse_choice(request: ChatRequest) -> None:
    """Raise ``UnsupportedError`` where a tool must be called that is not there."""
    names = {tool.name for tool in request.tools}
    missing = not names if request.tool_choice == "required" else request.tool_choice not in names
    if request.tool_choice not in ("auto", "none") and missing:
        raise UnsupportedError(
            tr("{model!r} cannot be made to call a tool that it is not given.", model=request.model),
            remedy=tr("Give it the tool, or leave the choice to the model."),
        )


def _choice(tool_choice: str) -> Json | None:
    match tool_choice:
        case "auto":
            return None
        case "required":
            return {"any": {}}
        case name:
            return {"tool": {"name": name}}


def _thinks(body: Json) -> bool:
    return "thinking" in mapping(body.get("additionalModelRequestFields"))


def _parameters(request: ChatRequest, family: Family) -> Json:
    values = dict(request.parameters)
    refuse_unknown(values, _KNOWN, model=request.model)
    inference: Json = {}
    for name, field_name in (("max_tokens", "maxTokens"), ("temperature", "temperature"), ("top_p", "topP")):
        if name in values:
            inference[field_name] = values[name]
    if stop := values.get("stop"):
        inference["stopSequences"] = stop
    own: Json = {}
    if "top_k" in values:
        if not family.top_k_path:
            raise UnsupportedError(
                tr("{model!r} takes no Top K.", model=request.model), remedy=tr("Reset it in the model dock.")
            )
        _put(own, family.top_k_path, values["top_k"])
    body: Json = {}
    effort = values.get("reasoning_effort")
    if effort is not None or family.profile.thinking is Thinking.ALWAYS:
        _think(body, own, inference, family, effort, model=request.model)
    if family.one_sampler and "temperature" in values and "top_p" in values:
        raise UnsupportedError(
            tr("{model!r} takes a temperature or a Top P, not both.", model=request.model),
            remedy=tr("Reset one of them in the model dock."),
        )
    sampled = [name for name in ("temperature", "top_p", "top_k") if name in values]
    if sampled and "thinking" in own:
        raise UnsupportedError(
            tr("{model!r} takes no {sampled} while it thinks.", model=request.model, sampled=sampled[0]),
            remedy=tr("Reset Thinking or that parameter in the model dock."),
        )
    if inference:
        body["inferenceConfig"] = inference
    if own:
        body["additionalModelRequestFields"] = own
    return body


def _think(body: Json, own: Json, inference: Json, family: Family, effort: object, *, model: str) -> None:
    profile = family.profile
    match profile.thinking:
        case Thinking.BUDGET:
            own["thinking"] = {"type": "enabled", "budget_tokens": _budget(str(effort), inference, family)}
        case Thinking.ADAPTIVE | Thinking.ALWAYS:
            own["thinking"] = {"type": "adaptive", "display": "summarized"}
            if effort is not None:
                body["outputConfig"] = {"effort": effort}
        case Thinking.EFFORT if family.top_k_path:  # Nova's own form
            own["reasoningConfig"] = {"type": "enabled", "maxReasoningEffort": effort}
        case Thinking.EFFORT:
            own["reasoning_effort"] = effort
        case Thinking.NONE:
            raise UnsupportedError(
                tr("{model!r} does not think.", model=model), remedy=tr("Reset Thinking in the model dock.")
            )
        case _:
            assert_never(profile.thinking)


def _budget(effort: str, inference: Json, family: Family) -> int:
    """Tokens to think with; the limit of the answer counts them too, so it grows where the person set none."""
    wanted = _BUDGETS.get(effort, _BUDGETS["medium"])
    asked = inference.get("maxTokens")
    if not isinstance(asked, int):
        most = family.profile.max_output_tokens or wanted + _ROOM_TO_ANSWER
        inference["maxTokens"] = asked = min(wanted + _ROOM_TO_ANSWER, most)
    if asked <= _LEAST_BUDGET:
        raise UnsupportedError(
            tr("Thinking needs a longest answer of more than 1024 tokens."), remedy=tr("Raise it in the model dock.")
        )
    return max(_LEAST_BUDGET, min(wanted, asked - _LEAST_BUDGET))


def _put(fields: Json, path: tuple[str, ...], value: object) -> None:
    *above, last = path
    for step in above:
        inner: Json = {}
        fields[step] = inner
        fields = inner
    fields[last] = value


def _messages(request: ChatRequest, family: Family, *, provider: str, with_tools: bool) -> list[Json]:
    issuer = ModelId(provider, request.model)
    start = turn_start(request.messages)
    files = _Files(request, family)
    turns: list[tuple[str, list[Json]]] = []
    for position, message in enumerate(request.messages):
        role = "assistant" if message.role is Role.ASSISTANT else "user"
        reasoning = own_reasoning(message, issuer, current=with_tools and position > start)
        blocks = _blocks(message, reasoning, files, family, with_tools=with_tools)
        if not blocks:
            continue
        if turns and turns[-1][0] == role:
            turns[-1][1].extend(blocks)
        else:
            turns.append((role, blocks))
    if family.caches:  # up to the person's last two messages: the first of them was marked a turn ago
        for blocks in [blocks for role, blocks in turns if role == "user"][-2:]:
            blocks.append(_CACHE_POINT)
    return [{"role": role, "content": blocks} for role, blocks in turns]


def _blocks(
    message: Message, reasoning: Mapping[int, ReasoningPart], files: _Files, family: Family, *, with_tools: bool
) -> list[Json]:
    blocks: list[Json] = []
    for position, part in enumerate(message.parts):
        match part:
            case TextPart(text=text):
                if text.strip():  # Converse refuses blank text
                    blocks.append({"text": text})
            case ReasoningPart():
                if position in reasoning and part.signature is not None:
                    blocks.append(_thought(part.text, part.signature))
            case ToolCallPart() if with_tools:
                call: Json = {"toolUseId": _call_id(part.call_id), "name": part.name, "input": arguments_object(part)}
                blocks.append({"toolUse": call})
            case ToolCallPart():
                blocks.append({"text": f"[Called {part.name} with {part.arguments or '{}'}]"})
            case ToolResultPart() if with_tools:
                blocks.append({"toolResult": _result(part, family)})
            case ToolResultPart():
                failed = " failed" if part.is_error else " answered"
                blocks.append({"text": f"[{part.name}{failed}: {part.content}]"})
            case AttachmentPart():
                blocks.append(files.block(part, message.role))
            case _:
                assert_never(part)
    if any("document" in block for block in blocks) and not any("text" in block for block in blocks):
        # Converse takes a document only beside some text.
        blocks.append({"text": ", ".join(part.name for part in message.attachments if part.is_pdf)})
    return blocks


def _result(part: ToolResultPart, family: Family) -> Json:
    content = part.content if part.content.strip() else "(nothing)"
    result: Json = {"toolUseId": _call_id(part.call_id)}
    if not part.is_error:
        return {**result, "content": [{"text": content}]}
    if family.result_status:
        return {**result, "content": [{"text": content}], "status": "error"}
    return {**result, "content": [{"text": f"The tool failed: {content}"}]}


def _call_id(call_id: str) -> str:
    """The id in the form Converse takes, the same each time: another vendor's may be longer, or have other signs."""
    if _CALL_ID.fullmatch(call_id):
        return call_id
    return f"call-{hashlib.sha256(call_id.encode()).hexdigest()[:32]}"


def _thought(text: str, signature: str) -> Json:
    if signature.startswith(REDACTED):
        try:
            hidden = base64.b64decode(signature.removeprefix(REDACTED), validate=True)
        except binascii.Error:
            hidden = b""
        return {"reasoningContent": {"redactedContent": hidden}}
    return {"reasoningContent": {"reasoningText": {"text": text, "signature": signature}}}


class _Files:
    """The files of one request, each under a name of its own that Converse takes."""

    def __init__(self, request: ChatRequest, family: Family) -> None:
        self._request = request
        self._family = family
        self._names: dict[str, str] = {}

    def block(self, part: AttachmentPart, role: Role) -> Json:
        if role is not Role.USER:
            raise UnsupportedError(
                tr("{name!r} can only be sent with a message of your own.", name=part.name),
                remedy=tr("Attach it again."),
            )
        data = self._request.blobs.get(part.sha256)
        if data is None:
            raise UnsupportedError(
                tr("The bytes of {name!r} are gone.", name=part.name), remedy=tr("Attach the file again.")
            )
        if part.is_pdf and self._family.profile.documents:
            return {"document": {"format": "pdf", "name": self._name(part), "source": {"bytes": data}}}
        if (image := _IMAGES.get(part.media_type)) is not None and self._family.profile.images:
            return {"image": {"format": image, "source": {"bytes": data}}}
        raise UnsupportedError(
            tr(
                "{model!r} does not take {name!r} ({media_type}).",
                model=self._request.model,
                name=part.name,
                media_type=part.media_type,
            ),
            remedy=tr("Choose a model that does, or paste its text."),
        )

    def _name(self, part: AttachmentPart) -> str:
        """Letters, digits, single blanks, hyphens and brackets are allowed, and no name twice."""
        plain = _NOT_IN_A_NAME.sub(" ", part.name).strip()[:_LONGEST_NAME] or "Document"
        name, number = plain, 2
        while self._names.get(name, part.sha256) != part.sha256:
            name, number = f"{plain} ({number})", number + 1
        self._names[name] = part.sha256
        return name


@dataclass(slots=True)
class _Block:
    kind: str = "text"
    call_id: str = ""
    name: str = ""
    arguments: list[str] = field(default_factory=list)
    argument_chars: int = 0
    signature: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ConverseFold:
    """Folds the events of one answer. ``issuer`` signs the reasoning; ``answered`` is set once the reason for the end
    has come, ``complete`` once the usage has, which is the last. With ``answer_tool``, the input of that tool is the
    answer's text.
    """

    issuer: ModelId
    answer_tool: str | None = None
    complete: bool = False
    _blocks: dict[str, _Block] = field(default_factory=dict)
    _usage: Usage | None = None
    _stop: str = ""
    _called: bool = False

    @property
    def answered(self) -> bool:
        """Whether the reason for the end has come; the usage follows it."""
        return bool(self._stop)

    def feed(self, kind: str, event: Mapping[str, object]) -> Iterator[StreamEvent]:
        """The domain's events for one of Converse's; kinds that are not known are let pass."""
        index = place_of(event.get("contentBlockIndex"))
        match kind:
            case "contentBlockStart":
                yield from self._begin(index, mapping(mapping(event.get("start")).get("toolUse")))
            case "contentBlockDelta":
                yield from self._more(index, mapping(event.get("delta")))
            case "contentBlockStop":
                yield from self._end(index)
            case "messageStop":
                self._stop = text_of(event.get("stopReason"))
            case "metadata":
                self._usage = _usage(mapping(event.get("usage")))
                self.complete = self.answered
            case _:
                pass

    def finish(self) -> Iterator[StreamEvent]:
        """What was left open, the usage and the end. Raises ``ProviderFaultError`` for an answer that is none."""
        for index in list(self._blocks):
            yield from self._end(index)
        if self._usage is not None:
            yield self._usage
        if self._stop in ("malformed_model_output", "malformed_tool_use"):
            raise ProviderFaultError(
                tr("{name!r} wrote something that Amazon Bedrock could not read.", name=self.issuer.name),
                remedy=tr("Try again, or choose another model."),
                detail=self._stop,
            )
        reason = _FINISHES.get(self._stop, FinishReason.STOP)
        if reason is FinishReason.TOOL_CALLS and not self._called:
            reason = FinishReason.STOP  # the one tool that was called is the answer
        plain = self._stop in ("end_turn", "tool_use", "max_tokens")
        yield Finished(reason=reason, detail="" if plain else CONTEXT_FULL if self._stop == _FULL else self._stop)

    def _begin(self, index: str, tool: Mapping[str, object]) -> Iterator[StreamEvent]:
        if not tool:
            return
        block = _Block("tool", call_id=text_of(tool.get("toolUseId")), name=text_of(tool.get("name")))
        self._blocks[index] = block
        if block.name == self.answer_tool:
            block.kind = "answer"
        else:
            yield ToolCallProgress(name=block.name, argument_chars=0)

    def _more(self, index: str, delta: Mapping[str, object]) -> Iterator[StreamEvent]:
        block = self._blocks.setdefault(index, _Block())
        if text := text_of(delta.get("text")):
            yield TextDelta(text=text)
        if written := text_of(mapping(delta.get("toolUse")).get("input")):
            if block.kind == "answer":
                yield TextDelta(text=written)
            else:
                block.arguments.append(written)
                block.argument_chars += len(written)
                yield ToolCallProgress(name=block.name, argument_chars=block.argument_chars)
        reasoning = mapping(delta.get("reasoningContent"))
        if thought := text_of(reasoning.get("text")):
            yield ReasoningDelta(text=thought, vendor=str(self.issuer))
        if hidden := text_of(reasoning.get("redactedContent")):
            block.signature.append(REDACTED + hidden)
        block.signature.append(text_of(reasoning.get("signature")))

    def _end(self, index: str) -> Iterator[StreamEvent]:
        block = self._blocks.pop(index, None)
        if block is None:
            return
        if signature := "".join(block.signature):
            yield ReasoningDelta(text="", signature=signature, vendor=str(self.issuer))
        if block.kind == "tool":
            self._called = True
            call = ToolCallPart(call_id=block.call_id, name=block.name, arguments="".join(block.arguments) or "{}")
            yield ToolCallRequested(call=call)


def _usage(usage: Mapping[str, object]) -> Usage | None:
    if not usage:
        return None
    cached, written = count_of(usage.get("cacheReadInputTokens")), count_of(usage.get("cacheWriteInputTokens"))
    return Usage(
        # As with Claude's own API, the input tokens of Converse leave out those of the cache.
        input_tokens=count_of(usage.get("inputTokens")) + cached + written,
        output_tokens=count_of(usage.get("outputTokens")),
        cached_input_tokens=cached,
        cache_write_tokens=written,
    )
