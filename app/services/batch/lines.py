"""One line of a batch: read as a request to a model, and its answer written as a line; pure.

A line is a JSON text (the prompt), an object of Baton's own (``prompt`` or ``messages``, and if wanted ``id``,
``system``, ``parameters``, ``schema``), or a line of OpenAI's batch files (``custom_id``, ``body``), whose model gives
way to the run's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.domain.batch import BatchJob
from app.domain.language import tr
from app.domain.messages import Message, ReasoningPart, Role, TextPart, ToolCallPart
from app.domain.models import ModelInfo
from app.domain.ports import ChatRequest
from app.domain.stream import AnswerFold
from app.services.routing.classify import KEPT_HERE, private_words
from app.services.serving.chat_request import read_chat
from app.services.serving.generation import read_parameters
from app.services.serving.json_body import BadRequestError, JsonObject
from app.services.serving.messages import read_messages

_CHAT_URL = "/v1/chat/completions"
_LONGEST_ID = 512


@dataclass(frozen=True, kw_only=True, slots=True)
class BatchLine:
    """A line of the source. ``number`` counts from 1; ``id`` is the line's own name for itself, as JSON, or ``None``.

    ``digest`` tells whether a line of that number is still the same. ``problem`` says why it cannot be answered.
    """

    number: int
    digest: str
    id: object = None
    request: ChatRequest | None = None
    problem: str = ""


@dataclass(slots=True)
class LineAnswer:
    """What came of a line so far."""

    fold: AnswerFold = field(default_factory=AnswerFold)
    error: str | None = None
    restored: Message | None = None  # what the fold holds, with placeholders put back


def digest(line: bytes) -> str:
    """The same for the same line; blanks around it do not count."""
    return hashlib.blake2b(line.strip(), digest_size=8).hexdigest()


def asked_text(line: bytes | None) -> str:
    """What a line asks, as far as it tells which model is to answer it; empty for a line that cannot be read."""
    try:
        value = json.loads(line or b"null")
    except (ValueError, RecursionError):
        return ""
    if isinstance(value, dict) and isinstance(value.get("body"), dict):
        value = value["body"]
    match value:
        case str(text) | {"prompt": str(text)}:
            return text
        case {"messages": [*_, {"content": str(text)}]}:
            return text
        case {"messages": [*_, {"content": [*parts]}]}:
            texts = [part["text"] for part in parts if isinstance(part, dict) and isinstance(part.get("text"), str)]
            return "\n".join(texts)
        case _:
            return ""


def read_line(line: bytes | None, number: int, job: BatchJob, info: ModelInfo) -> BatchLine:
    """Read a line; one that cannot be answered says why. ``None`` is a line that was too long to be read."""
    if line is None:
        return BatchLine(number=number, digest="", problem=tr("The line is too long."))
    made = BatchLine(number=number, digest=digest(line))
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return replace(made, problem=tr("The line is no JSON: write a text in quotes, or an object with a 'prompt'."))
    if isinstance(value, str):
        value = {"prompt": value}
    if not isinstance(value, dict):
        return replace(made, problem=tr("The line is neither a text nor an object with a 'prompt'."))
    name = value.get("custom_id") if "body" in value else value.get("id")
    if isinstance(name, (str, int)) and not isinstance(name, bool) and len(str(name)) <= _LONGEST_ID:
        made = replace(made, id=name)
    elif name is not None:
        return replace(
            made, problem=tr("Its id is neither a text of at most {most} characters nor a number.", most=_LONGEST_ID)
        )
    try:
        read = _openai if "body" in value else _own
        request = read(JsonObject(value), job, info)
    except BadRequestError as error:
        return replace(made, problem=str(error))
    said = (request.system, *(message.text for message in request.messages if message.role is Role.USER))
    if not info.is_private and any(map(private_words, said)):
        return replace(
            made,
            problem=tr(
                "Nothing was sent: {reason}. Let a model on this machine answer it, or ask without keeping it private.",
                reason=tr(KEPT_HERE),
            ),
        )
    return replace(made, request=request)


def result_line(line: BatchLine, answer: LineAnswer, model: str) -> bytes:
    """The line to keep: what was answered, or why nothing was, with what came before."""
    message, usage = answer.restored or answer.fold.message, answer.fold.usage
    told: dict[str, Any] = {
        "line": line.number,
        "id": line.id,
        "model": model,
        "text": "".join(part.text for part in message.parts if isinstance(part, TextPart)),
        "finish_reason": answer.fold.finished.reason if answer.fold.finished is not None else None,
        "error": answer.error,
        "usage": None,
        "digest": line.digest,
    }
    if reasoning := "".join(part.text for part in message.parts if isinstance(part, ReasoningPart)):
        told["reasoning"] = reasoning
    if message.tool_calls:
        told["tool_calls"] = [_call(call) for call in message.tool_calls]
    if usage is not None:
        told["usage"] = {
            "input_tokens": usage.input_tokens,
            "output_tokens": usage.output_tokens,
            "cached_input_tokens": usage.cached_input_tokens,
            "first_token_s": usage.first_token_s,
            "duration_s": usage.duration_s,
        }
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class EarlierLine:
    """A result that was there before: of which line, by which model, and whether it is an answer."""

    number: int
    digest: str
    model: str
    is_answer: bool


def read_result(line: bytes) -> EarlierLine | None:
    """A line that :func:`result_line` wrote, or ``None`` for any other."""
    try:
        match json.loads(line):
            case {"line": int(number), "digest": str(mark), "model": str(model), "error": error}:
                return EarlierLine(number=number, digest=mark, model=model, is_answer=error is None)
            case _:
                return None
    except (ValueError, RecursionError):
        return None


def _own(body: JsonObject, job: BatchJob, info: ModelInfo) -> ChatRequest:
    body.take("id")
    prompt = body.text("prompt")
    if (prompt is None) == ("messages" not in body):
        raise body.fault("prompt", "or 'messages' must be there, and not both.")
    system = body.text("system")
    if prompt is not None:
        if not prompt.strip():
            raise body.fault("prompt", "is empty.")
        messages: tuple[Message, ...] = (Message(role=Role.USER, parts=(TextPart(text=prompt),)),)
    else:
        dialogue = read_messages(body)
        if dialogue.system and system is not None:
            raise body.fault("system", "and a system message are two: send one.")
        messages, system = dialogue.messages, dialogue.system or system
    schema = body.plain("schema")
    own = body.inner("parameters")
    parameters = read_parameters(own, info.capabilities.parameters) if own is not None else {}
    body.end()
    return ChatRequest(
        model=info.id.name,
        messages=messages,
        system=job.system if system is None else system,
        parameters={**job.parameters, **parameters},
        schema=schema if schema is not None else job.schema,
    )


def _openai(line: JsonObject, job: BatchJob, info: ModelInfo) -> ChatRequest:
    line.take("custom_id")
    line.refuse("method", "a line is a POST.", unless=("POST",))
    line.refuse("url", f"a line asks {_CHAT_URL}.", unless=(_CHAT_URL,))
    body = line.inner("body")
    line.end()
    assert body is not None
    body.take("model")  # the run's own counts
    call = read_chat(body, model=info.id.name, specs=info.capabilities.parameters)
    if call.delivery.n > 1 or call.delivery.stream or call.request.logprobs is not None:
        name = "n" if call.delivery.n > 1 else "stream" if call.delivery.stream else "logprobs"
        raise body.fault(name, "is not supported in a batch: each line gets one whole answer.")
    request = call.request
    return replace(
        request,
        system=request.system or job.system,
        parameters={**job.parameters, **request.parameters},
        schema=request.schema if request.schema is not None else job.schema,
    )


def _call(call: ToolCallPart) -> Mapping[str, object]:
    return {"id": call.call_id, "name": call.name, "arguments": call.arguments}
