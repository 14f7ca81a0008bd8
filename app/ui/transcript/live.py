"""An answer while it is being written: events in, parts to show out, in linear time. Qt-free; refuses to store."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import assert_never

from app.domain.language import plural
from app.domain.messages import Part, ReasoningPart, TextPart, ToolCallPart
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
from app.ui.markdown import StreamingMarkdown


@dataclass(slots=True)
class LiveText:
    """Text that is growing."""

    markdown: StreamingMarkdown = field(default_factory=StreamingMarkdown)


@dataclass(slots=True)
class LiveReasoning:
    """Thinking that is growing; times are of ``time.monotonic``."""

    began_at: float
    chunks: list[str] = field(default_factory=list)
    ended_at: float | None = None

    @property
    def text(self) -> str:
        """What was thought so far."""
        if len(self.chunks) > 1:
            self.chunks = ["".join(self.chunks)]
        return self.chunks[0] if self.chunks else ""

    @property
    def seconds(self) -> float | None:
        """How long it took; ``None`` while it goes on."""
        return None if self.ended_at is None else self.ended_at - self.began_at


def asked_again_words(problems: int) -> str:
    """Why a model writes its answer anew."""
    return plural(
        "Asked once more: 1 problem with the form of the answer",
        "Asked once more: {count} problems with the form of the answer",
        problems,
    )


LivePart = LiveText | LiveReasoning | ToolCallPart


class LiveAnswer:
    """What an answer holds so far, and what it waits for."""

    def __init__(self, parts: tuple[Part, ...] = ()) -> None:
        self.parts: list[LivePart] = []
        self.progress: Progress | None = None
        self.writing_call: ToolCallProgress | None = None
        self._fresh: list[str] = []
        for part in parts:
            match part:
                case TextPart(text=text):
                    self._text().markdown.feed(text)
                case ReasoningPart(text=text):
                    now = time.monotonic()
                    self.parts.append(LiveReasoning(began_at=now, chunks=[text], ended_at=now))
                case ToolCallPart():
                    self.parts.append(part)
                case _:
                    pass  # results stand in messages of their own

    def add(self, event: StreamEvent) -> None:
        """Take one event in."""
        match event:
            case TextDelta(text=text):
                self._waited()
                self._text().markdown.feed(text)
                self._fresh.append(text)
            case ReasoningDelta(text=text):
                self._waited()
                self._reasoning().chunks.append(text)
            case ToolCallProgress():
                self._end_reasoning()
                self.progress = None
                self.writing_call = event
            case ToolCallRequested(call=call):
                self._waited()
                self._end_reasoning()
                self.parts.append(call)
            case Progress():
                self.progress = event
            case Finished():
                self._waited()
                self._end_reasoning()
            case AskedAgain(problems=problems):
                self.parts.clear()
                self._fresh.clear()
                self.progress = Progress(text=asked_again_words(len(problems)))
            case Usage() | Scores() | RateLimits() | Sent() | FromCache() | Metered() | FormProblem():
                pass
            case _:
                assert_never(event)

    def take_fresh(self) -> str:
        """The text that came since this was last asked, for a screen reader."""
        fresh = "".join(self._fresh)
        self._fresh.clear()
        return fresh

    @property
    def text(self) -> str:
        """The visible text so far."""
        return "\n\n".join(part.markdown.source for part in self.parts if isinstance(part, LiveText))

    @property
    def message_parts(self) -> tuple[Part, ...]:
        """What came so far, as the message would keep it."""
        parts: list[Part] = []
        for part in self.parts:
            match part:
                case LiveText(markdown=markdown):
                    parts.append(TextPart(text=markdown.source))
                case LiveReasoning():
                    parts.append(ReasoningPart(text=part.text))
                case ToolCallPart():
                    parts.append(part)
        return tuple(parts)

    @property
    def thinking_s(self) -> tuple[float, ...]:
        """How long each stretch of thinking took, in order."""
        return tuple(part.seconds or 0.0 for part in self.parts if isinstance(part, LiveReasoning))

    def _waited(self) -> None:
        self.progress = None
        self.writing_call = None

    def _text(self) -> LiveText:
        self._end_reasoning()
        if not self.parts or not isinstance(self.parts[-1], LiveText):
            self.parts.append(LiveText())
        last = self.parts[-1]
        assert isinstance(last, LiveText)
        return last

    def _reasoning(self) -> LiveReasoning:
        last = self.parts[-1] if self.parts else None
        if isinstance(last, LiveReasoning) and last.ended_at is None:
            return last
        begun = LiveReasoning(began_at=time.monotonic())
        self.parts.append(begun)
        return begun

    def _end_reasoning(self) -> None:
        if self.parts and isinstance(last := self.parts[-1], LiveReasoning) and last.ended_at is None:
            last.ended_at = time.monotonic()
