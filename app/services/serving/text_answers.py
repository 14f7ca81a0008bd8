"""Stream events as answers of ``/v1/completions``, and vectors as those of ``/v1/embeddings``; pure."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from app.domain.errors import MalformedReplyError
from app.domain.ports import Embeddings
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
    TokenScore,
    ToolCallProgress,
    ToolCallRequested,
    Usage,
)
from app.services.serving.answers import Heading, Json, finish_word, token_text, usage_object
from app.services.serving.text_requests import CompletionCall, EmbeddingCall


@dataclass(slots=True)
class _Choice:
    text: list[str] = field(default_factory=list)
    scores: list[TokenScore] = field(default_factory=list)
    sent_scores: int = 0
    start: int = 0  # characters before the first token: those of an echoed prompt
    offset: int = 0  # characters before the first score that was not sent yet
    has_begun: bool = False
    usage: Usage = field(default_factory=Usage)
    finished: Finished | None = None


class CompletionAnswer:
    """Takes the events of every choice in; :meth:`add` yields a stream's pieces, :meth:`whole` is the answer in one."""

    def __init__(self, call: CompletionCall, heading: Heading) -> None:
        self._call = call
        self._heading = heading
        self._choices = [_Choice() for _ in call.requests]
        for choice, request in zip(self._choices, call.requests, strict=True):
            choice.start = choice.offset = len(request.prompt) if call.echo else 0

    def add(self, index: int, event: StreamEvent) -> Iterator[Json]:
        """Take one event of the choice ``index`` in; yields the pieces that it makes. Must be consumed."""
        choice = self._choices[index]
        if not choice.has_begun and not isinstance(event, Progress):
            choice.has_begun = True
            if self._call.echo:
                choice.text.append(self._call.requests[index].prompt)
                yield self._piece(index, self._call.requests[index].prompt)
        match event:
            case TextDelta(text=text):
                choice.text.append(text)
                if text:
                    yield self._piece(index, text)
            case Scores(tokens=tokens):
                choice.scores.extend(tokens)
            case Usage():
                choice.usage = event
            case Finished():
                choice.finished = event
                yield self._piece(index, "", finish=finish_word(event))
            case Progress() | ToolCallProgress() | RateLimits() | Sent() | FromCache():
                pass
            case Metered() | AskedAgain() | FormProblem():
                pass  # of stages, which what is served here does not pass
            case ReasoningDelta() | ToolCallRequested():
                raise MalformedReplyError("The model's process answered a text as if it were a conversation.")
            case _:
                assert_never(event)

    def last_piece(self) -> Json | None:
        """What follows the last choice's end: the count of tokens, where it was asked for."""
        if not self._call.delivery.include_usage:
            return None
        return {**self._head(), "choices": [], "usage": self._usage()}

    def whole(self) -> Json:
        """The answer, once every choice has finished."""
        choices = []
        for index, choice in enumerate(self._choices):
            assert choice.finished is not None
            scored = self._call.requests[index].logprobs is not None
            choices.append(
                {
                    "index": index,
                    "text": "".join(choice.text),
                    "logprobs": _scores_object(choice.scores, choice.start) if scored else None,
                    "finish_reason": finish_word(choice.finished),
                }
            )
        return {**self._head(), "choices": choices, "usage": self._usage()}

    def _head(self) -> Json:
        return {
            "id": self._heading.id,
            "object": "text_completion",
            "created": self._heading.created,
            "model": self._heading.model,
        }

    def _piece(self, index: int, text: str, *, finish: str | None = None) -> Json:
        choice = self._choices[index]
        unsent = choice.scores[choice.sent_scores :]
        choice.sent_scores = len(choice.scores)
        logprobs = _scores_object(unsent, choice.offset) if unsent else None
        choice.offset += sum(len(token_text(score.data)) for score in unsent)
        chunk: Json = {
            **self._head(),
            "choices": [{"index": index, "text": text, "logprobs": logprobs, "finish_reason": finish}],
        }
        if self._call.delivery.include_usage:
            chunk["usage"] = None
        return chunk

    def _usage(self) -> Json:
        firsts = self._choices[:: self._call.delivery.n]
        return usage_object((choice.usage for choice in self._choices), prompts=(choice.usage for choice in firsts))


def embeddings_body(call: EmbeddingCall, found: Embeddings, *, model: str) -> bytes:
    """The answer of ``/v1/embeddings``. As base64, a vector is its 32-bit floats, the lowest byte first.

    Thousands of vectors take a second to write. They are written one by one, so that on a thread of its own this lets
    the window's thread through.
    """
    rows = (
        {
            "object": "embedding",
            "index": index,
            "embedding": base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode("ascii")
            if call.base64
            else list(vector),
        }
        for index, vector in enumerate(found.vectors)
    )
    usage = {"prompt_tokens": found.input_tokens, "total_tokens": found.input_tokens}
    frame = json.dumps({"object": "list", "model": model, "usage": usage, "data": []})
    return f"{frame.removesuffix(']}')}{','.join(map(json.dumps, rows))}]}}".encode("ascii")


def _scores_object(scores: list[TokenScore], offset: int) -> Json:
    tokens = [token_text(score.data) for score in scores]
    offsets = []
    for token in tokens:
        offsets.append(offset)
        offset += len(token)
    return {
        "tokens": tokens,
        "token_logprobs": [max(score.logprob, -9999.0) for score in scores],
        "top_logprobs": [
            {token_text(data): max(logprob, -9999.0) for data, logprob in score.alternatives} for score in scores
        ],
        "text_offset": offsets,
    }
