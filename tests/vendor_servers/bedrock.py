"""Amazon Bedrock's ConverseStream as it streams: events in AWS's frames."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.bedrock_frames import event_frame, exception_frame
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
    in_turns,
)


def converse_events(answer: Answer, _model: str) -> Iterator[bytes | Step]:
    """``answer`` as Bedrock streams it."""

    def delta(content: dict[str, Any]) -> bytes:
        return event_frame("contentBlockDelta", {"delta": content, "contentBlockIndex": index})

    yield event_frame("messageStart", {"role": "assistant"})
    index = -1
    for step in answer.steps:
        index += 1
        match step:
            case Say(text=text, piece=piece):
                for part in cut_up(text, piece):
                    yield delta({"text": part})
            case Think(redacted=True, signature=signature):
                yield delta({"reasoningContent": {"redactedContent": signature}})
            case Think(text=text, signature=signature):
                for part in cut_up(text, 7):
                    yield delta({"reasoningContent": {"text": part}})
                yield delta({"reasoningContent": {"signature": signature}})
            case CallTool() | CallTogether():
                calls = step.calls if isinstance(step, CallTogether) else (step,)
                for place, call in enumerate(calls):
                    start = {"toolUse": {"toolUseId": call.call_id, "name": call.name}}
                    yield event_frame("contentBlockStart", {"start": start, "contentBlockIndex": index + place})
                for place, part in in_turns(calls, 6):
                    written = {"delta": {"toolUse": {"input": part}}, "contentBlockIndex": index + place}
                    yield event_frame("contentBlockDelta", written)
                for place in range(len(calls) - 1):
                    yield event_frame("contentBlockStop", {"contentBlockIndex": index + place})
                index += len(calls) - 1
            case Garble():
                yield event_frame("contentBlockDelta", b"{this is no JSON")
                continue
            case FailNow(kind=kind, message=said):
                yield exception_frame("serviceUnavailableException" if kind == "overloaded_error" else kind, said)
                return
            case _:
                yield step
                continue
        yield event_frame("contentBlockStop", {"contentBlockIndex": index})
    stop = {
        "stop": "end_turn",
        "tools": "tool_use",
        "length": "max_tokens",
        "filtered": "content_filtered",
        "context": "model_context_window_exceeded",
    }.get(answer.reason, answer.reason)
    yield event_frame("messageStop", {"stopReason": stop})
    usage = {
        "inputTokens": answer.input_tokens - answer.cached_tokens - answer.written_tokens,
        "cacheReadInputTokens": answer.cached_tokens,
        "cacheWriteInputTokens": answer.written_tokens,
        "outputTokens": answer.output_tokens,
        "totalTokens": answer.input_tokens + answer.output_tokens,
    }
    yield event_frame("metadata", {"metrics": {"latencyMs": 5}, **({"usage": usage} if answer.counts else {})})
