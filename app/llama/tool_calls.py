"""Makes stream events of the characters a local model writes: text, thinking, tool calls in the formats in use.

Pure. Any cutting of the same characters into pieces gives the same text, reasoning and calls (only
:class:`ToolCallProgress` depends on the cutting). What looks like a call and is none is text: nothing is swallowed.

Formats: ``<tool_call>{"name", "arguments"}</tool_call>`` (Hermes, Qwen), ``<function=name><parameter=key>value`` inside
the same tags (Qwen3-Coder), a whole answer of ``{"name", "parameters"}`` with or without ``<|python_tag|>`` (Llama 3),
and ``[TOOL_CALLS]`` followed by a list, or by ``name{…}`` or ``name[ARGS]{…}`` (Mistral).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from enum import Enum, auto

from app.domain.messages import ToolCallPart
from app.domain.stream import ReasoningDelta, StreamEvent, TextDelta, ToolCallProgress, ToolCallRequested

CALL_OPEN, CALL_CLOSE = "<tool_call>", "</tool_call>"
MISTRAL_OPEN, MISTRAL_ARGS = "[TOOL_CALLS]", "[ARGS]"
PYTHON_TAG = "<|python_tag|>"
THINK_OPEN, THINK_CLOSE = "<think>", "</think>"

MARKERS = (CALL_OPEN, CALL_CLOSE, MISTRAL_OPEN, MISTRAL_ARGS, PYTHON_TAG, THINK_OPEN, THINK_CLOSE)
"""Texts that may be control tokens of a vocabulary and must still reach the parser."""

_FUNCTION = re.compile(r"\s*<function=([^>\s]+)>(.*?)(?:</function>)?\s*", re.DOTALL)
_PARAMETER = re.compile(r"<parameter=([^>\s]+)>\n?(.*?)\n?</parameter>", re.DOTALL)
_NAME_SEEN = re.compile(r'"name"\s*:\s*"([^"\\]+)"|<function=([^>\s]+)>|^\s*([\w.-]+)(?:\[ARGS\]|\{)')
_MISTRAL_NAME_CHARS = 300
_MISTRAL_NAME = re.compile(r"([\w.-]+)(?:\[CALL_ID\]\w*)?(?:\[ARGS\])?\s*")
_DECODER = json.JSONDecoder()


class _State(Enum):
    START = auto()  # nothing but white space so far
    THINKING = auto()
    AFTER_THINKING = auto()
    TEXT = auto()
    AFTER_CALL = auto()  # white space here belongs to nobody unless text follows
    CALL = auto()
    BARE_JSON = auto()
    MISTRAL = auto()


@dataclass(slots=True)
class AnswerParser:
    """Feed it the answer's characters. ``tools`` are the names offered: with none, no call is looked for.

    ``thinking``: the prompt itself ended by opening the model's thoughts. ``new_id`` names each call.
    """

    tools: Collection[str]
    new_id: Callable[[], str]
    thinking: bool = False
    calls: int = 0
    _state: _State = _State.START
    _held: str = ""
    _blank: str = ""  # white space that is text only if text follows
    _opening: str = ""  # what stood before a bare JSON object and is text again if that is no call
    _tried: int = 0  # so many of the held characters are known to be no complete JSON
    _progress: tuple[str, int] = ("", 0)
    _events: list[StreamEvent] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.thinking:
            self._state = _State.THINKING

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
                self._say(CALL_OPEN + held)
            case _State.MISTRAL:
                self._say(MISTRAL_OPEN + held)
            case _State.BARE_JSON:
                self._say(self._opening + held)
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
                return self._call()
            case _State.BARE_JSON:
                return self._bare_json(last=last)
            case _State.MISTRAL:
                return self._mistral(last=last)

    def _start(self, *, last: bool) -> bool:
        stripped = self._held.lstrip()
        self._blank += self._held[: len(self._held) - len(stripped)]
        self._held = stripped
        if not stripped:
            return False
        markers = self._markers()
        if self._state is _State.START:
            markers = (*markers, THINK_OPEN)
        for marker in markers:
            if stripped.startswith(marker):
                self._held = stripped[len(marker) :]
                self._blank = ""
                if marker == THINK_OPEN:
                    self._state = _State.THINKING
                else:
                    self._open(marker)
                return True
            if marker.startswith(stripped) and not last:
                return False
        if self.tools and stripped[0] == "{" and self._state is not _State.AFTER_CALL:
            self._opening = ""
            self._tried = 0
            self._state = _State.BARE_JSON
            return True
        if self._state is _State.AFTER_CALL and stripped[0] == ";":  # Llama 3 parts several calls so
            self._opening = self._blank + ";"
            self._blank = ""
            self._held = stripped[1:]
            self._tried = 0
            self._state = _State.BARE_JSON
            return True
        if self._state is _State.AFTER_THINKING:
            self._blank = ""
        self._state = _State.TEXT
        return True

    def _think(self, *, last: bool) -> bool:
        at = self._held.find(THINK_CLOSE)
        if at >= 0:
            self._reason(self._held[:at])
            self._held = self._held[at + len(THINK_CLOSE) :]
            self._state = _State.AFTER_THINKING
            return True
        keep = 0 if last else _partial(self._held, (THINK_CLOSE,))
        self._reason(self._held[: len(self._held) - keep])
        self._held = self._held[len(self._held) - keep :]
        return False

    def _text(self, *, last: bool) -> bool:
        markers = self._markers()
        found = [(at, marker) for marker in markers if (at := self._held.find(marker)) >= 0]
        if found:
            at, marker = min(found)
            self._say(self._held[:at])
            self._held = self._held[at + len(marker) :]
            self._open(marker)
            return True
        keep = 0 if last else _partial(self._held, markers)
        self._say(self._held[: len(self._held) - keep])
        self._held = self._held[len(self._held) - keep :]
        return False

    def _markers(self) -> tuple[str, ...]:
        return (CALL_OPEN, MISTRAL_OPEN, PYTHON_TAG) if self.tools else ()

    def _open(self, marker: str) -> None:
        self._progress = ("", 0)
        self._tried = 0
        match marker:
            case _ if marker == CALL_OPEN:
                self._state = _State.CALL
            case _ if marker == MISTRAL_OPEN:
                self._state = _State.MISTRAL
            case _:
                self._state = _State.BARE_JSON
                self._opening = PYTHON_TAG

    def _call(self) -> bool:
        at = self._held.find(CALL_CLOSE)
        while at >= 0:
            body = self._held[:at]
            call = _json_call(body) or _function_call(body)
            if call is not None:
                self._held = self._held[at + len(CALL_CLOSE) :]
                self._request(*call)
                self._state = _State.AFTER_CALL
                return True
            if not _ends_inside_string(body):
                self._say(CALL_OPEN + body + CALL_CLOSE)
                self._held = self._held[at + len(CALL_CLOSE) :]
                self._state = _State.TEXT
                return True
            at = self._held.find(CALL_CLOSE, at + 1)
        self._tell_progress()
        return self._give_up_call(CALL_OPEN) if _too_long(self._held) else False

    def _bare_json(self, *, last: bool) -> bool:
        if self._opening:
            self._opening += self._held[: len(self._held) - len(self._held.lstrip())]
            self._held = self._held.lstrip()
        if not self._held:
            return False
        call: tuple[str, str] | None = None
        end = 0
        if _may_be_call(self._held):
            if not last and self._closes_nothing():
                return False
            try:
                value, end = _DECODER.raw_decode(self._held)
                call = _named_call(value)
            except (ValueError, RecursionError):
                if not last and not _too_long(self._held):
                    self._tell_progress()
                    return False
        if call is None or call[0] not in self.tools:
            self._say(self._opening)
            self._state = _State.TEXT
            return True
        self._held = self._held[end:]
        self._request(*call)
        self._state = _State.AFTER_CALL
        return True

    def _mistral(self, *, last: bool) -> bool:
        body = self._held.lstrip()
        if not body:
            return False
        calls: list[tuple[str, str] | None] = []
        end = 0
        brace = body.find("{")
        if body[0] == "[" or 0 <= brace <= _MISTRAL_NAME_CHARS:
            start = 0 if body[0] == "[" else brace
            if not last and self._closes_nothing():
                return False
            try:
                value, end = _DECODER.raw_decode(body, start)
            except (ValueError, RecursionError):
                if not last and not _too_long(body):
                    self._tell_progress()
                    return False
                value = None
            if start == 0 and isinstance(value, list):
                calls = [_named_call(item) for item in value]
            elif isinstance(value, dict) and (name := _MISTRAL_NAME.fullmatch(body[:brace])):
                calls = [(name[1], json.dumps(value, ensure_ascii=False))]
        elif not last and brace < 0 and len(body) <= _MISTRAL_NAME_CHARS:
            return False
        if not calls or None in calls:
            return self._give_up_call(MISTRAL_OPEN)
        self._held = body[end:]
        for call in calls:
            if call is not None:
                self._request(*call)
        self._state = _State.AFTER_CALL
        return True

    def _closes_nothing(self) -> bool:
        """Whether trying to read the held JSON again is in vain; keeps a long call from being read at every token."""
        new, self._tried = self._held[self._tried :], len(self._held)
        if "}" in new or "]" in new:
            return False
        self._tell_progress()
        return True

    def _give_up_call(self, marker: str) -> bool:
        """What was opened is no call: it becomes text, marker and all."""
        self._say(marker)
        self._state = _State.TEXT
        return True

    def _tell_progress(self) -> None:
        seen = _NAME_SEEN.search(self._held)
        if seen:
            name = next(group for group in seen.groups() if group)
            chars = len(self._held) - seen.end()
            if (name, chars) != self._progress:
                self._progress = (name, chars)
                self._events.append(ToolCallProgress(name=name, argument_chars=chars))

    def _request(self, name: str, arguments: str) -> None:
        self._blank = ""
        self.calls += 1
        call = ToolCallPart(call_id=self.new_id(), name=name, arguments=arguments)
        self._events.append(ToolCallRequested(call=call))

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


def _too_long(text: str) -> bool:
    return len(text) > 1_000_000


def _json_call(body: str) -> tuple[str, str] | None:
    try:
        return _named_call(json.loads(body))
    except (ValueError, RecursionError):
        return None


def _named_call(value: object) -> tuple[str, str] | None:
    """Name and arguments of ``{"name": …, "arguments" or "parameters": …}``, else ``None``."""
    if not isinstance(value, dict):
        return None
    name = value.get("name")
    arguments = value.get("arguments", value.get("parameters", {}))
    if not isinstance(name, str) or not name:
        return None
    return name, arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)


def _function_call(body: str) -> tuple[str, str] | None:
    """Qwen3-Coder's form. A value that is JSON counts as such; everything else is text."""
    match = _FUNCTION.fullmatch(body)
    if match is None:
        return None
    arguments: dict[str, object] = {}
    for name, value in _PARAMETER.findall(match[2]):
        try:
            arguments[name] = json.loads(value)
        except (ValueError, RecursionError):
            arguments[name] = value
    return match[1], json.dumps(arguments, ensure_ascii=False)


def _ends_inside_string(body: str) -> bool:
    """Whether a JSON text ends within a string: then the closing tag just met is part of the text."""
    if not body.lstrip().startswith("{"):
        return False
    inside = escaped = False
    for character in body:
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = inside
        elif character == '"':
            inside = not inside
    return inside


def _may_be_call(text: str) -> bool:
    """Whether a text that begins with a brace can still become ``{"name" …`` (key order as models write it)."""
    compact = re.sub(r"\s", "", text[:80])
    return any(
        compact.startswith(opening) or opening.startswith(compact)
        for opening in ('{"name":"', '{"type":"function"', '{"function":', '{"parameters":', '{"arguments":')
    )
