"""Anthropic's Messages API as it streams."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.vendor_servers.script import (
    Answer,
    CallTogether,
    CallTool,
    FailNow,
    Garble,
    Say,
    Step,
    Think,
    cut_up,
    event,
    in_turns,
)


def messages_events(answer: Answer, model: str) -> Iterator[bytes | Step]:
    """``answer`` as Anthropic's Messages API streams it."""

    def told(kind: str, **more: Any) -> bytes:
        return event({"type": kind, **more}, kind)

    usage: dict[str, Any] = {
        "input_tokens": answer.input_tokens - answer.cached_tokens - answer.written_tokens,
        "cache_read_input_tokens": answer.cached_tokens,
        "cache_creation_input_tokens": answer.written_tokens,
        "output_tokens": 1,
    }
    if not answer.counts:
        usage = {}
    message = {"id": "msg_1", "type": "message", "role": "assistant", "model": model, "content": [], "usage": usage}
    yield told("message_start", message=message | {"stop_reason": None, "stop_sequence": None})
    yield told("ping")
    block: dict[str, object]
    index = -1
    for step in answer.steps:
        index += 1
        match step:
            case Say(text=text, piece=piece):
                yield told("content_block_start", index=index, content_block={"type": "text", "text": ""})
                for part in cut_up(text, piece):
                    yield told("content_block_delta", index=index, delta={"type": "text_delta", "text": part})
            case Think(redacted=True, signature=signature):
                block = {"type": "redacted_thinking", "data": signature}
                yield told("content_block_start", index=index, content_block=block)
            case Think(text=text, signature=signature):
                block = {"type": "thinking", "thinking": "", "signature": ""}
                yield told("content_block_start", index=index, content_block=block)
                for part in cut_up(text, 7):
                    yield told("content_block_delta", index=index, delta={"type": "thinking_delta", "thinking": part})
                signed = {"type": "signature_delta", "signature": signature}
                yield told("content_block_delta", index=index, delta=signed)
            case CallTogether(calls=calls):
                for place, call in enumerate(calls):
                    block = {"type": "tool_use", "id": call.call_id, "name": call.name, "input": {}}
                    yield told("content_block_start", index=index + place, content_block=block)
                for place, part in in_turns(calls, 6):
                    delta = {"type": "input_json_delta", "partial_json": part}
                    yield told("content_block_delta", index=index + place, delta=delta)
                for place in range(len(calls) - 1):
                    yield told("content_block_stop", index=index + place)
                index += len(calls) - 1
            case CallTool(name=name, written=arguments, call_id=call_id):
                block = {"type": "tool_use", "id": call_id, "name": name, "input": {}}
                yield told("content_block_start", index=index, content_block=block)
                for part in cut_up(arguments, 6):
                    delta = {"type": "input_json_delta", "partial_json": part}
                    yield told("content_block_delta", index=index, delta=delta)
            case Garble():
                yield b"event: content_block_delta\ndata: {this is no JSON\n\n"
                continue
            case FailNow(kind=kind, message=said):
                yield told("error", error={"type": kind, "message": said})
                return
            case _:
                yield step
                continue
        yield told("content_block_stop", index=index)
    stop = {
        "stop": "end_turn",
        "tools": "tool_use",
        "length": "max_tokens",
        "filtered": "refusal",
        "pause": "pause_turn",
        "context": "model_context_window_exceeded",
    }[answer.reason]
    final = {
        "output_tokens": answer.output_tokens,
        "output_tokens_details": {"thinking_tokens": answer.reasoning_tokens},
    }
    usage = final if answer.counts else {}
    yield told("message_delta", delta={"stop_reason": stop, "stop_sequence": None}, usage=usage)
    yield told("message_stop")
