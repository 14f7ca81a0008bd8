"""Stream events as answers of ``/v1/chat/completions``, whole or in pieces; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, assert_never

from app.domain.messages import ToolCallPart
from app.domain.stream import (
    AskedAgain,
    Finished,
    FormProblem,
    FromCache,
    Metered,
    Progress,
    RateLimits,
    ReasoningDelta,
    Scores,
    Sent,
    StreamEvent,
    TextDelta,
    ToolCallProgress,
    ToolCallRequested,
    Usage,
)
from app.services.serving.answers import Heading, Json, finish_word, score_object, usage_object
from app.services.serving.chat_request import ChatCall


@dataclass(slots=True)
class _Choice:
    """One of the answers, as far as it has come."""

    text: list[str] = field(default_factory=list)
    reasoning: list[str] = field(default_factory=list)
    calls: list[ToolCallPart] = field(default_factory=list)
    scores: list[Json] = field(default_factory=list)
    sent_scores: int = 0
    has_begun: bool = False
    usage: Usage = field(default_factory=Usage)
    finished: Finished | None = None


class ChatAnswer:
    """Takes the events of every choice in; :meth:`pieces` for a stream, :meth:`whole` for an answer in one."""

    def __init__(self, call: ChatCall, heading: Heading) -> None:
        self._call = call
        self._heading = heading
        self._scored = call.request.logprobs is not None
        self._choices = [_Choice() for _ in range(call.delivery.n)]

    def add(self, index: int, event: StreamEvent) -> Iterator[Json]:
        """Take one event of the choice ``index`` in; yields the pieces that it makes. Must be consumed."""
        choice = self._choices[index]
        if not choice.has_begun and not isinstance(event, Progress):
            choice.has_begun = True
            yield self._piece(index, {"role": "assistant", "content": ""})
        match event:
            case TextDelta(text=text):
                choice.text.append(text)
                if text:
                    yield self._piece(index, {"content": text})
            case ReasoningDelta(text=text):
                choice.reasoning.append(text)
                if text:
                    yield self._piece(index, {"reasoning_content": text})
            case ToolCallRequested(call=call):
                if not (choice.calls and self._call.first_call_only):
                    choice.calls.append(call)
                    yield self._piece(index, {"tool_calls": [{"index": len(choice.calls) - 1, **_call(call)}]})
            case Scores(tokens=tokens):
                choice.scores.extend(map(score_object, tokens))
            case Usage():
                choice.usage = event
            case Finished():
                choice.finished = event
                yield self._piece(index, {}, finish=finish_word(event))
            case Progress() | ToolCallProgress() | RateLimits() | Sent() | FromCache():
                pass
            case Metered() | AskedAgain() | FormProblem():
                pass  # of stages, which what is served here does not pass
            case _:
                assert_never(event)

    def last_piece(self) -> Json | None:
        """What follows the last choice's end: the count of tokens, where it was asked for."""
        if not self._call.delivery.include_usage:
            return None
        return {**self._head("chat.completion.chunk"), "choices": [], "usage": self._usage()}

    def whole(self) -> Json:
        """The answer, once every choice has finished."""
        choices = [self._whole(index, choice) for index, choice in enumerate(self._choices)]
        return {**self._head("chat.completion"), "choices": choices, "usage": self._usage()}

    def _head(self, kind: str) -> Json:
        return {
            "id": self._heading.id,
            "object": kind,
            "created": self._heading.created,
            "model": self._heading.model,
        }

    def _piece(self, index: int, delta: Json, *, finish: str | None = None) -> Json:
        choice = self._choices[index]
        unsent = choice.scores[choice.sent_scores :]
        choice.sent_scores = len(choice.scores)
        chunk: Json = {
            **self._head("chat.completion.chunk"),
            "choices": [
                {
                    "index": index,
                    "delta": delta,
                    "logprobs": {"content": unsent, "refusal": None} if unsent else None,
                    "finish_reason": finish,
                }
            ],
        }
        if self._call.delivery.include_usage:
            chunk["usage"] = None
        return chunk

    def _whole(self, index: int, choice: _Choice) -> Json:
        assert choice.finished is not None
        text = "".join(choice.text)
        message: dict[str, Any] = {
            "role": "assistant",
            "content": text if text or not choice.calls else None,
            "refusal": None,
        }
        if choice.reasoning:
            message["reasoning_content"] = "".join(choice.reasoning)
        if choice.calls:
            message["tool_calls"] = [_call(call) for call in choice.calls]
        return {
            "index": index,
            "message": message,
            "logprobs": {"content": choice.scores, "refusal": None} if self._scored else None,
            "finish_reason": finish_word(choice.finished),
        }

    def _usage(self) -> Json:
        return usage_object((choice.usage for choice in self._choices), prompts=(self._choices[0].usage,))


def _call(call: ToolCallPart) -> Json:
    return {
        "id": call.call_id,
        "type": "function",
        "function": {"name": call.name, "arguments": call.arguments},
    }
