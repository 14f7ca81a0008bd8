"""Makes stream events of the characters a local model writes: text, thinking, tool calls in the forms in use.

Pure. Any cutting of the same characters into pieces gives the same text, reasoning and calls (only
:class:`ToolCallProgress` depends on the cutting). What looks like a call and is none is text: nothing is swallowed.
The forms of calls are in :mod:`app.llama.formats.call_reading`; gpt-oss has a parser of its own,
:mod:`app.llama.formats.harmony`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import Enum, auto

from app.domain.messages import ToolCallPart
from app.domain.stream import ReasoningDelta, StreamEvent, TextDelta, ToolCallProgress, ToolCallRequested
from app.llama.formats.call_reading import READERS, bare_section
from app.llama.formats.call_scan import Call, NoCallError, Reader, TextParameters, read

THOUGHTS: tuple[tuple[str, str], ...] = (
    ("<think>", "</think>"),
    ("[THINK]", "[/THINK]"),  # Magistral, Ministral
    ("<seed:think>", "</seed:think>"),
    ("<mm:think>", "</mm:think>"),  # MiniMax
    ("<|START_THINKING|>", "<|END_THINKING|>"),  # Command R, Command A
    ("<|channel>thought", "<channel|>"),  # Gemma 4
    ("Here are my reasoning steps:", "[BEGIN FINAL RESPONSE]"),  # Apriel
)
"""What opens and what closes a model's thinking."""

OPENERS = tuple(READERS)
MARKERS = frozenset(mark for pair in THOUGHTS for mark in pair)
"""Texts that may be control tokens of a vocabulary and must still reach the parser, besides those of calls."""

_MOST_HELD = 1_000_000
_NAME_SEEN = re.compile(
    r'"(?:tool_)?name"\s*:\s*"([^"\\]+)"|(?:function=|call:|name=")([^>"{\s]+)[>"{]|^\s*([\w.-]+)(?:\[|\{|\n|<arg_key>)'
)
_NAME_WITHIN = 400


class _State(Enum):
    START = auto()  # nothing but white space so far
    THINKING = auto()
    AFTER_THINKING = auto()
    TEXT = auto()
    AFTER_CALL = auto()  # white space here belongs to nobody unless text follows
    CALL = auto()


@dataclass(slots=True)
class AnswerParser:
    """Feed it the answer's characters. ``tools`` are those offered: with none, no call is looked for.

    ``thought_end``: what ends the thinking that the prompt itself opened. ``new_id`` names each call.
    """

    tools: TextParameters
    new_id: Callable[[], str]
    thought_end: str = ""
    calls: int = 0
    _state: _State = _State.START
    _held: str = ""
    _blank: str = ""  # white space that is text only if text follows
    _opener: str = ""  # what opened the call being read, and is text again if that is none
    _reader: Reader = bare_section
    _tried: int = 0  # so many of the held characters are known to be no complete call
    _progress: tuple[str, int] = ("", 0)
    _events: list[StreamEvent] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.thought_end:
            self._state = _State.THINKING

    @property
    def is_thinking(self) -> bool:
        """Whether the model is in its thoughts, where no call is looked for."""
        return self._state is _State.THINKING

    def feed(self, text: str) -> list[StreamEvent]:
        """The events that are certain now."""
        self._held += text
        while self._step(last=False):
            pass
        return self._taken()

    def finish(self) -> list[StreamEvent]:
        """The rest, at the end of the answer: an incomplete call becomes text."""
        while self._step(last=True):
            pass
        held, self._held = self._held, ""
        match self._state:
            case _State.THINKING:
                self._reason(held)
            case _State.CALL:
                self._say(self._opener + held)
            case _State.TEXT:
                self._say(held)
            case _State.START | _State.AFTER_THINKING | _State.AFTER_CALL:
                pass  # nothing but white space came
        return self._taken()

    def _taken(self) -> list[StreamEvent]:
        events, self._events = self._events, []
        return events

    def _step(self, *, last: bool) -> bool:
        """Move on by one state or marker; false where more characters are needed."""
        match self._state:
            case _State.START | _State.AFTER_THINKING | _State.AFTER_CALL:
                return self._start(last=last)
            case _State.THINKING:
                return self._think(last=last)
            case _State.TEXT:
                return self._text(last=last)
            case _State.CALL:
                return self._call(last=last)

    def _start(self, *, last: bool) -> bool:
        stripped = self._held.lstrip()
        self._blank += self._held[: len(self._held) - len(stripped)]
        self._held = stripped
        if not stripped:
            return False
        thoughts = dict(THOUGHTS) if self._state is _State.START else {}
        may_grow = False
        for marker in (*self._openers(), *thoughts):
            if stripped.startswith(marker):
                self._held = stripped[len(marker) :]
                if marker in thoughts:
                    self._blank = ""
                    self.thought_end = thoughts[marker]
                    self._state = _State.THINKING
                else:
                    self._open(marker, READERS[marker])
                return True
            may_grow |= marker.startswith(stripped)
        if may_grow and not last:
            return False
        if self.tools and stripped[0] == "{" and self._state is not _State.AFTER_CALL:
            self._open("", bare_section)
            return True
        if self._state is _State.AFTER_CALL and stripped[0] == ";":  # Llama 3 parts several calls so
            self._held = stripped[1:]
            self._open(";", bare_section)
            return True
        if self._state is _State.AFTER_THINKING:
            self._blank = ""
        self._state = _State.TEXT
        return True

    def _think(self, *, last: bool) -> bool:
        at = self._held.find(self.thought_end)
        if at >= 0:
            self._reason(self._held[:at])
            self._held = self._held[at + len(self.thought_end) :]
            self._state = _State.AFTER_THINKING
            return True
        keep = 0 if last else _partial(self._held, (self.thought_end,))
        self._reason(self._held[: len(self._held) - keep])
        self._held = self._held[len(self._held) - keep :]
        return False

    def _text(self, *, last: bool) -> bool:
        openers = self._openers()
        found = [(at, opener) for opener in openers if (at := self._held.find(opener)) >= 0]
        if found:
            at, opener = min(found)
            self._say(self._held[:at])
            self._held = self._held[at + len(opener) :]
            self._open(opener, READERS[opener])
            return True
        keep = 0 if last else _partial(self._held, openers)
        self._say(self._held[: len(self._held) - keep])
        self._held = self._held[len(self._held) - keep :]
        return False

    def _openers(self) -> tuple[str, ...]:
        return OPENERS if self.tools else ()

    def _open(self, opener: str, reader: Reader) -> None:
        self._opener = self._blank + opener
        self._blank = ""
        self._reader = reader
        self._progress = ("", 0)
        self._tried = 0
        self._state = _State.CALL

    def _call(self, *, last: bool) -> bool:
        new, self._tried = self._held[self._tried :], len(self._held)
        if not last and self._progress[1] and not set("}])>") & set(new):
            # Only these end a call; trying again at every token would take ever longer.
            self._tell_progress()
            return False
        try:
            reading = read(self._reader, self._held, self.tools, last=last)
            if reading is None and len(self._held) > _MOST_HELD:
                raise NoCallError
        except NoCallError:
            self._say(self._opener)
            self._state = _State.TEXT
            return True
        if reading is None:
            self._tell_progress()
            return False
        self._held = self._held[reading.length :]
        for call in reading.calls:
            self._request(call)
        self._state = _State.AFTER_CALL
        return True

    def _tell_progress(self) -> None:
        seen = _NAME_SEEN.search(self._held, 0, _NAME_WITHIN)
        if seen:
            name = next(group for group in seen.groups() if group)
            chars = len(self._held) - seen.end()
            if (name, chars) != self._progress:
                self._progress = (name, chars)
                self._events.append(ToolCallProgress(name=name, argument_chars=chars))

    def _request(self, call: Call) -> None:
        self.calls += 1
        part = ToolCallPart(call_id=self.new_id(), name=call.name, arguments=call.arguments)
        self._events.append(ToolCallRequested(call=part))

    def _say(self, text: str) -> None:
        text = self._blank + text
        self._blank = ""
        if text:
            self._events.append(TextDelta(text=text))

    def _reason(self, text: str) -> None:
        if text:
            self._events.append(ReasoningDelta(text=text))


def _partial(text: str, markers: Collection[str]) -> int:
    """How many of the last characters of ``text`` may be the beginning of a marker."""
    longest = max((len(marker) for marker in markers), default=1) - 1
    for length in range(min(longest, len(text)), 0, -1):
        if any(marker.startswith(text[-length:]) for marker in markers):
            return length
    return 0
