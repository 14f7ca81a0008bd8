"""What all answers of the API share: how they end, what they count, how tokens are scored, and the form of a stream."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, assert_never

from app.domain.errors import WorkerDiedError
from app.domain.stream import Finished, FinishReason, TokenScore, Usage

STREAM_END = b"data: [DONE]\n\n"

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """What stands on every piece of an answer. ``created`` is in seconds since 1970."""

    id: str
    created: int
    model: str


def piece(value: Json) -> bytes:
    """One event of a stream. ASCII, so that no character of an answer is taken for the end of a line."""
    return b"data: " + json.dumps(value, separators=(",", ":")).encode("ascii") + b"\n\n"


def finish_word(finished: Finished) -> str:
    """OpenAI's word for how an answer ended. Raises ``WorkerDiedError`` for one that somebody stopped."""
    match finished.reason:
        case FinishReason.STOP:
            return "stop"
        case FinishReason.LENGTH:
            return "length"
        case FinishReason.TOOL_CALLS:
            return "tool_calls"
        case FinishReason.FILTERED:
            return "content_filter"
        case FinishReason.CANCELLED:
            raise WorkerDiedError("The answer was stopped.", remedy="Ask again.")
        case _:
            assert_never(finished.reason)


def usage_object(usages: Iterable[Usage], *, prompts: Iterable[Usage]) -> Json:
    """Tokens in all: of every answer in ``usages``; of the prompt, once for each of ``prompts``."""
    written, read = list(usages), list(prompts)
    prompt_tokens = sum(usage.input_tokens for usage in read)
    completion_tokens = sum(usage.output_tokens for usage in written)
    return {
        "prompt_tokens": prompt_tokens,
        "completion_tokens": completion_tokens,
        "total_tokens": prompt_tokens + completion_tokens,
        "prompt_tokens_details": {"cached_tokens": sum(usage.cached_input_tokens for usage in read)},
        "completion_tokens_details": {"reasoning_tokens": sum(usage.reasoning_tokens for usage in written)},
    }


def score_object(score: TokenScore) -> Json:
    """One token of ``logprobs.content``."""
    return {
        **_scored(score.data, score.logprob),
        "top_logprobs": [_scored(data, logprob) for data, logprob in score.alternatives],
    }


def token_text(data: bytes) -> str:
    """A token as text; bytes that are no whole characters come as replacement characters."""
    return data.decode("utf-8", "replace")


def _scored(data: bytes, logprob: float) -> Json:
    # JSON has no infinity; this is what OpenAI sends for a token that was out of the question.
    return {"token": token_text(data), "logprob": max(logprob, -9999.0), "bytes": list(data)}
