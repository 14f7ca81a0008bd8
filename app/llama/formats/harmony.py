"""Makes stream events of OpenAI's "harmony" format, which gpt-oss writes: channels instead of tags. Pure.

``<|channel|>analysis<|message|>…<|end|>`` is thinking, ``final`` and ``commentary`` are text, and a message with
``to=functions.name`` is a tool call. The promises of :class:`app.llama.formats.tool_calls.AnswerParser` hold here too.
Format: OpenAI's guide to its "harmony response format".
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.messages import ToolCallPart
from app.domain.stream import ReasoningDelta, StreamEvent, TextDelta, ToolCallProgress, ToolCallRequested
from app.llama.formats.call_forms import Offer
from app.llama.formats.grammar import EMPTY, Node, Rules, choice, optional, sequence, without

CHANNEL, MESSAGE = "<|channel|>", "<|message|>"
_ENDS = ("<|end|>", "<|start|>", "<|call|>", "<|return|>")
MARKERS = (CHANNEL, MESSAGE, "<|constrain|>", *_ENDS)

CALL_PATTERNS = (
    r"^( to=functions\.)",
    r"<\|start\|>assistant( to=functions\.)",
    r"<\|channel\|>commentary( to=functions\.)",
)
"""Where a call begins: within a header only, since a message may speak of such things."""

_CHANNEL_NAME = re.compile(r"<\|channel\|>\s*(\w+)")
_RECIPIENT = re.compile(r"\bto=(?:functions\.)?([\w.-]+)")
_HEADER_CHARS = 400
_HEADER_OPENINGS = ("<|start|>", CHANNEL, "assistant", "to=", " to=")


@dataclass(slots=True)
class HarmonyParser:
    """Feed it the answer's characters, markers included. ``new_id`` names each call."""

    new_id: Callable[[], str]
    calls: int = 0
    _in_message: bool = False
    _channel: str = "final"
    _recipient: str | None = None
    _held: str = ""
    _call: str = ""
    _events: list[StreamEvent] = field(default_factory=list)

    @property
    def is_thinking(self) -> bool:
        """Whether the model is in its thoughts, where no call is looked for."""
        return self._in_message and self._channel == "analysis" and self._recipient is None

    def feed(self, text: str) -> list[StreamEvent]:
        """The events that are certain now."""
        self._held += text
        while self._step():
            pass
        return self._taken()

    def finish(self) -> list[StreamEvent]:
        """The rest, at the end of the answer. The marker that ends a call also ends the answer, so it is not seen."""
        if self._in_message:
            self._write(self._held)
            self._end_message()
        elif self._held and not self._held.startswith("<|"):  # the beginning of a header says nothing to anybody
            self._events.append(TextDelta(text=self._held))
        self._held = ""
        return self._taken()

    def _taken(self) -> list[StreamEvent]:
        events, self._events = self._events, []
        return events

    def _step(self) -> bool:
        if self._in_message:
            return self._body()
        at = self._held.find(MESSAGE)
        if 0 <= at <= _HEADER_CHARS and self._may_be_header():
            header, self._held = self._held[:at], self._held[at + len(MESSAGE) :]
            channel, recipient = _CHANNEL_NAME.search(header), _RECIPIENT.search(header)
            self._channel = channel[1] if channel else "final"
            self._recipient = recipient[1] if recipient else None
            self._in_message = True
            return True
        if len(self._held) > _HEADER_CHARS + len(MESSAGE) or not self._may_be_header():
            # This model does not keep to the format: it is all text.
            self._channel, self._recipient, self._in_message = "final", None, True
            return True
        return False

    def _may_be_header(self) -> bool:
        return any(self._held.startswith(text) or text.startswith(self._held) for text in _HEADER_OPENINGS)

    def _body(self) -> bool:
        found = [(at, marker) for marker in _ENDS if (at := self._held.find(marker)) >= 0]
        if found:
            at, marker = min(found)
            self._write(self._held[:at])
            self._held = self._held[at + len(marker) :]
            self._end_message()
            return True
        keep = max(
            (
                length
                for length in range(1, min(len(self._held), 10) + 1)
                if any(marker.startswith(self._held[-length:]) for marker in _ENDS)
            ),
            default=0,
        )
        self._write(self._held[: len(self._held) - keep])
        self._held = self._held[len(self._held) - keep :]
        return False

    def _write(self, text: str) -> None:
        if not text:
            return
        if self._recipient is not None:
            self._call += text
            self._events.append(ToolCallProgress(name=self._recipient, argument_chars=len(self._call)))
        elif self._channel == "analysis":
            self._events.append(ReasoningDelta(text=text))
        else:
            self._events.append(TextDelta(text=text))

    def _end_message(self) -> None:
        if self._recipient is not None:
            if _is_object(self._call):
                self.calls += 1
                call = ToolCallPart(call_id=self.new_id(), name=self._recipient, arguments=self._call.strip())
                self._events.append(ToolCallRequested(call=call))
            elif self._call:
                self._events.append(TextDelta(text=self._call))
        self._in_message, self._recipient, self._call = False, None, ""


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def calls(offer: Offer) -> Node:
    """A call, from the recipient on. One at a time: the mark that ends it ends the answer."""
    json_type = optional(choice((" json", " <|constrain|>json", "<|constrain|>json")))
    channel = optional(f"{CHANNEL}commentary")
    return offer.each(
        lambda tool, schemas: sequence(
            f" to=functions.{tool.name}", channel, json_type, MESSAGE, offer.arguments(tool, schemas)
        )
    )


def asked(call: Node) -> Node:
    """A call, from the beginning of its header on."""
    return choice((call, sequence(f"{CHANNEL}commentary", call)))


def final(value: Node) -> Node:
    """An answer that is a value."""
    return sequence(f"{CHANNEL}final", optional(" <|constrain|>json"), MESSAGE, value)


def after_analysis(rules: Rules, answer: Node) -> Node:
    """The answer, after the model's thoughts or at once."""
    thoughts = sequence(f"{CHANNEL}analysis{MESSAGE}", without("<|end|>", rules), "<|start|>assistant")
    return sequence(choice((thoughts, EMPTY)), answer)
