"""The one stream of events that every provider yields for an answer, and the fold that makes a message of it.

A provider yields any number of deltas and complete tool calls, at most one :class:`Usage` that counts (the last one
wins), and ends with exactly one :class:`Finished`; or it raises a :class:`app.domain.errors.BatonError`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from app.domain.messages import Message, Part, ReasoningPart, Role, TextPart, ToolCallPart
from app.domain.models import Price


class FinishReason(StrEnum):
    """Why an answer ended."""

    STOP = "stop"  # the model was done, or met a stop sequence
    LENGTH = "length"  # the limit of output tokens, or the end of the context
    TOOL_CALLS = "tool_calls"  # the model waits for results of tools
    FILTERED = "filtered"  # the vendor refused or cut the answer
    CANCELLED = "cancelled"  # the person stopped it


CONTEXT_FULL = "the context is full"
"""The detail of an answer that ended, with ``LENGTH``, because nothing more fits beside it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TextDelta:
    """More of the answer's text."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReasoningDelta:
    """More of the model's visible thinking; ``signature`` comes once, with the last delta of a block."""

    text: str
    signature: str | None = None
    vendor: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolCallProgress:
    """A tool call is being written: its name and how many characters of arguments came so far."""

    name: str
    argument_chars: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolCallRequested:
    """A tool call, complete."""

    call: ToolCallPart


@dataclass(frozen=True, kw_only=True, slots=True)
class Usage:
    """Tokens and time of one request. ``input_tokens`` counts all of the prompt, cached tokens included.

    Times are seconds; ``None`` where the provider cannot tell.
    """

    input_tokens: int = 0
    output_tokens: int = 0
    cached_input_tokens: int = 0
    cache_write_tokens: int = 0
    reasoning_tokens: int = 0
    first_token_s: float | None = None
    duration_s: float | None = None

    def with_earlier(self, earlier: Usage) -> Usage:
        """Both requests as one: the one before, and this."""
        durations = [time for time in (earlier.duration_s, self.duration_s) if time is not None]
        return Usage(
            input_tokens=earlier.input_tokens + self.input_tokens,
            output_tokens=earlier.output_tokens + self.output_tokens,
            cached_input_tokens=earlier.cached_input_tokens + self.cached_input_tokens,
            cache_write_tokens=earlier.cache_write_tokens + self.cache_write_tokens,
            reasoning_tokens=earlier.reasoning_tokens + self.reasoning_tokens,
            first_token_s=earlier.first_token_s,
            duration_s=sum(durations) if durations else None,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """Something that takes time before the first token (loading a model, reading the prompt, waiting to retry).

    ``fraction`` is between 0 and 1, or ``None`` where unknown.
    """

    text: str
    fraction: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TokenScore:
    """How likely one token of the answer was. ``data`` are its bytes, which need not be whole characters; ``logprob``
    is the natural logarithm of its chance before sampling; ``alternatives`` are the likeliest tokens there.
    """

    data: bytes
    logprob: float
    alternatives: tuple[tuple[bytes, float], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Scores:
    """The scores of tokens just written, in order; only where the request asked for them."""

    tokens: tuple[TokenScore, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RateLimits:
    """What a vendor said of its limits with an answer. ``…_left`` count what may still be sent until ``…_reset_s``
    seconds from now; ``None`` where it said nothing.
    """

    requests_left: int | None = None
    requests_reset_s: float | None = None
    tokens_left: int | None = None
    tokens_reset_s: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """What left this machine for this answer, exactly: after masking. ``masked`` counts what was hidden or replaced,
    by kind. ``stripped``: the hashes of the pictures among the messages whose metadata (place, time, camera) was taken
    out.
    """

    model: str
    system: str
    messages: tuple[Message, ...]
    tools: tuple[str, ...] = ()
    masked: tuple[tuple[str, int], ...] = ()
    stripped: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FromCache:
    """The answer that follows was given before, at ``at``, to the very same request; nobody was asked."""

    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Metered:
    """A request is on its way to a model, and what follows is its answer: ``input_tokens`` is roughly what it reads.

    ``price``: ``None`` where it is unknown; ``is_private``: nobody bills it.
    """

    input_tokens: int
    price: Price | None = None
    is_private: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedAgain:
    """What was answered so far does not follow the schema: the model was told ``problems``, and what follows stands
    in its place.
    """

    problems: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FormProblem:
    """The answer stays as it is, though it does not follow the schema that was asked for; ``text`` says why."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Finished:
    """The answer's end. ``detail`` is a vendor's own word where it says more than the reason."""

    reason: FinishReason
    detail: str = ""


StreamEvent = (
    TextDelta
    | ReasoningDelta
    | ToolCallProgress
    | ToolCallRequested
    | Usage
    | Progress
    | Scores
    | RateLimits
    | Sent
    | FromCache
    | Metered
    | AskedAgain
    | FormProblem
    | Finished
)


@dataclass(slots=True)
class AnswerFold:
    """Folds stream events into the parts of one assistant message, in linear time.

    Deltas of the same kind that follow each other make one part; a signature closes a reasoning part. Of an answer
    that was asked for once more, only the second one stands; ``usage`` counts both. ``asked_again`` has what was wrong
    with the first, ``form_problem`` what is with this one.
    """

    usage: Usage | None = None
    finished: Finished | None = None
    asked_again: tuple[str, ...] = ()
    form_problem: str | None = None
    _earlier: Usage | None = None
    _closed: list[Part] = field(default_factory=list)
    _kind: type[TextPart] | type[ReasoningPart] | None = None
    _chunks: list[str] = field(default_factory=list)
    _vendor: str | None = None

    def add(self, event: StreamEvent) -> None:
        """Take one event in."""
        match event:
            case TextDelta(text=text):
                self._open(TextPart)
                self._chunks.append(text)
            case ReasoningDelta(text=text, signature=signature, vendor=vendor):
                self._open(ReasoningPart)
                self._chunks.append(text)
                self._vendor = vendor
                if signature is not None:
                    self._close(signature)
            case ToolCallRequested(call=call):
                self._close()
                self._closed.append(call)
            case Usage():
                self.usage = event if self._earlier is None else event.with_earlier(self._earlier)
            case Finished():
                self.finished = event
            case AskedAgain(problems=problems):
                self._close()
                self._closed = []
                self._earlier = self.usage
                self.asked_again = problems
            case FormProblem(text=text):
                self.form_problem = text
            case ToolCallProgress() | Progress() | Scores() | RateLimits() | Sent() | FromCache() | Metered():
                pass
            case _:
                assert_never(event)

    @classmethod
    def going_on(cls, parts: tuple[Part, ...]) -> AnswerFold:
        """A fold that goes on where ``parts`` end; more text of the same kind joins the last one."""
        fold = cls()
        fold._closed = list(parts)
        if parts and isinstance(last := parts[-1], TextPart):
            fold._closed.pop()
            fold._kind, fold._chunks = TextPart, [last.text]
        return fold

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything said so far."""
        tail = self._tail(None)
        return (*self._closed, tail) if tail is not None else tuple(self._closed)

    @property
    def message(self) -> Message:
        """The assistant's message so far."""
        return Message(role=Role.ASSISTANT, parts=self.parts)

    def _open(self, kind: type[TextPart] | type[ReasoningPart]) -> None:
        if self._kind is not kind:
            self._close()
            self._kind = kind

    def _close(self, signature: str | None = None) -> None:
        tail = self._tail(signature)
        if tail is not None:
            self._closed.append(tail)
        self._kind = None
        self._chunks = []
        self._vendor = None

    def _tail(self, signature: str | None) -> Part | None:
        text = "".join(self._chunks)
        if self._kind is TextPart and text:
            return TextPart(text=text)
        if self._kind is ReasoningPart and (text or signature):
            return ReasoningPart(text=text, signature=signature, vendor=self._vendor)
        return None
