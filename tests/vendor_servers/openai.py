"""OpenAI's Chat Completions and Responses as they stream."""

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


def chat_events(answer: Answer, model: str) -> Iterator[bytes | Step]:
    """``answer`` as Chat Completions streams it."""

    def chunk(delta: dict[str, Any], finish: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return event({"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": model, "choices": [choice]})

    yield chunk({"role": "assistant", "content": ""})
    calls = 0
    for step in answer.steps:
        match step:
            case Say(text=text, piece=piece):
                for part in cut_up(text, piece):
                    yield chunk({"content": part})
            case Think(text=text):
                for part in cut_up(text, 7):
                    yield chunk({"reasoning_content": part})
            case CallTogether(calls=together):
                for place, call in enumerate(together):
                    function = {"name": call.name, "arguments": ""}
                    head = {"index": calls + place, "id": call.call_id, "type": "function", "function": function}
                    yield chunk({"tool_calls": [head]})
                for place, part in in_turns(together, 6):
                    yield chunk({"tool_calls": [{"index": calls + place, "function": {"arguments": part}}]})
                calls += len(together)
            case CallTool(name=name, written=arguments, call_id=call_id):
                head = {"index": calls, "id": call_id, "type": "function", "function": {"name": name, "arguments": ""}}
                yield chunk({"tool_calls": [head]})
                for part in cut_up(arguments, 6):
                    yield chunk({"tool_calls": [{"index": calls, "function": {"arguments": part}}]})
                calls += 1
            case Garble():
                yield b"data: {this is no JSON\n\n"
            case FailNow(kind=kind, message=said):
                yield event({"error": {"message": said, "type": kind, "code": None}})
                return
            case _:
                yield step
    finish = {"stop": "stop", "tools": "tool_calls", "length": "length", "filtered": "content_filter"}
    yield chunk({}, finish.get(answer.reason, "stop"))
    usage = {
        "prompt_tokens": answer.input_tokens,
        "completion_tokens": answer.output_tokens,
        "total_tokens": answer.input_tokens + answer.output_tokens,
        "prompt_tokens_details": {"cached_tokens": answer.cached_tokens, "cache_write_tokens": answer.written_tokens},
        "completion_tokens_details": {"reasoning_tokens": answer.reasoning_tokens},
    }
    if answer.counts:
        yield event({"id": "c1", "object": "chat.completion.chunk", "choices": [], "usage": usage})
    yield b"data: [DONE]\n\n"


def responses_events(answer: Answer, model: str) -> Iterator[bytes | Step]:
    """``answer`` as OpenAI's Responses API streams it."""

    def told(kind: str, **more: Any) -> bytes:
        return event({"type": kind, **more}, kind)

    yield told("response.created", response={"id": "resp_1", "model": model, "status": "in_progress"})
    refused = answer.reason == "filtered"
    index = -1
    for step in answer.steps:
        index += 1
        where = {"output_index": index, "item_id": f"item_{index}"}
        match step:
            case Say(text=text, piece=piece):
                yield told("response.output_item.added", output_index=index, item={"type": "message", "id": "m"})
                kind = "response.refusal.delta" if refused else "response.output_text.delta"
                for part in cut_up(text, piece):
                    yield told(kind, delta=part, content_index=0, **where)
                yield told("response.output_item.done", output_index=index, item={"type": "message", "id": "m"})
            case Think(text=text, signature=signature):
                item = {"type": "reasoning", "id": f"rs_{index}", "summary": []}
                yield told("response.output_item.added", output_index=index, item=item)
                yield told("response.reasoning_summary_part.added", summary_index=0, **where)
                for part in cut_up(text, 7):
                    yield told("response.reasoning_summary_text.delta", delta=part, summary_index=0, **where)
                item |= {"encrypted_content": signature}
                yield told("response.output_item.done", output_index=index, item=item)
            case CallTogether(calls=calls):
                items: list[dict[str, Any]] = [
                    {"type": "function_call", "id": f"fc_{n}", "call_id": call.call_id, "name": call.name}
                    for n, call in enumerate(calls)
                ]
                for place, item in enumerate(items):
                    yield told("response.output_item.added", output_index=index + place, item=item | {"arguments": ""})
                for place, part in in_turns(calls, 6):
                    yield told("response.function_call_arguments.delta", delta=part, output_index=index + place)
                for place, (item, call) in enumerate(zip(items, calls, strict=True)):
                    item["arguments"] = call.written
                    yield told("response.output_item.done", output_index=index + place, item=item)
                index += len(calls) - 1
            case CallTool(name=name, written=arguments, call_id=call_id):
                item = {"type": "function_call", "id": "fc", "call_id": call_id, "name": name, "arguments": ""}
                yield told("response.output_item.added", output_index=index, item=item)
                for part in cut_up(arguments, 6):
                    yield told("response.function_call_arguments.delta", delta=part, **where)
                item |= {"arguments": arguments}
                yield told("response.output_item.done", output_index=index, item=item)
            case Garble():
                yield b"event: response.output_text.delta\ndata: {this is no JSON\n\n"
            case FailNow(message=said):
                yield told("response.failed", response={"status": "failed", "error": _failed(said)})
                return
            case _:
                yield step
    usage = {
        "input_tokens": answer.input_tokens,
        "input_tokens_details": {"cached_tokens": answer.cached_tokens, "cache_write_tokens": answer.written_tokens},
        "output_tokens": answer.output_tokens,
        "output_tokens_details": {"reasoning_tokens": answer.reasoning_tokens},
        "total_tokens": answer.input_tokens + answer.output_tokens,
    }
    response: dict[str, Any] = {"id": "resp_1", "model": model, "status": "completed"}
    if answer.counts:
        response["usage"] = usage
    if answer.reason == "length":
        response |= {"status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}}
        yield told("response.incomplete", response=response)
    else:
        yield told("response.completed", response=response)


def _failed(said: str) -> dict[str, str]:
    return {"code": "server_error", "message": said}
