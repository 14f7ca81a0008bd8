"""Puts placeholders back while an answer streams: whatever the vendor's pieces are, the text is that of the whole.

Holds back no more than what may still become a placeholder that was sent, and the host of an address
(:mod:`app.services.privacy.addresses`): within one that leads elsewhere nothing is put back, so that no click on what a
model was talked into writing sends it. Holds back nothing where no placeholder was sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.domain.messages import Message, Part, ReasoningPart, TextPart, ToolCallPart
from app.domain.stream import ReasoningDelta, StreamEvent, TextDelta, ToolCallRequested
from app.services.privacy.addresses import AddressScan
from app.services.privacy.masking import escaped, restored_json

_TAIL = re.compile(r"[A-Z]{1,16}(?:_[0-9]{0,18})?\Z")
_LONGEST = 36


class TextRestorer:
    """One text that comes in pieces. ``values`` by placeholder; ``in_json``: the text is JSON, and stays so."""

    def __init__(self, values: Mapping[str, str], *, in_json: bool = False) -> None:
        self._values = {key: escaped(value) if in_json else value for key, value in values.items()}
        self._digits = max((len(key.rpartition("_")[2]) for key in values), default=0)
        self._kinds = {key.rpartition("_")[0] for key in values}
        self._in_json = in_json
        self._scan = AddressScan(self._values, in_json=in_json)
        self._held = ""

    def add(self, piece: str) -> str:
        """What can be shown now."""
        if not self._values:
            return piece
        text = self._held + piece
        shown, read = self._scan.read(text, safe=len(text) - self._open_tail(text), is_end=False)
        self._held = text[read:]
        return shown

    def end(self) -> str:
        """What was held back; what comes then is another text."""
        held, self._held = self._held, ""
        shown, _ = self._scan.read(held, safe=len(held), is_end=True)
        self._scan = AddressScan(self._values, in_json=self._in_json)
        return shown

    def _open_tail(self, text: str) -> int:
        """How many characters at the end may be the beginning of a placeholder, or one whose number goes on."""
        match = _TAIL.search(text, max(0, len(text) - _LONGEST))
        if match is None:
            return 0
        word, line, number = match[0].partition("_")
        if len(number) > self._digits:
            return 0
        if line:
            # A placeholder may follow capitals that are not its own.
            return max((len(kind) + 1 + len(number) for kind in self._kinds if word.endswith(kind)), default=0)
        return max(
            (size for kind in self._kinds for size in range(1, len(kind) + 1) if word.endswith(kind[:size])), default=0
        )


@dataclass(eq=False)
class AnswerRestorer:
    """The events of one answer. ``keeps_signed``: :attr:`signed` gets the very text of each block that a vendor signed,
    since what is shown, and stored, may be another.
    """

    values: Mapping[str, str]
    in_json: bool = False
    keeps_signed: bool = False
    signed: list[tuple[str, str]] = field(default_factory=list)
    _text: TextRestorer = field(init=False)
    _thinking: TextRestorer = field(init=False)
    _raw: list[str] = field(default_factory=list)
    _vendor: str | None = None

    def __post_init__(self) -> None:
        self._text = TextRestorer(self.values, in_json=self.in_json)
        self._thinking = TextRestorer(self.values)

    def take(self, event: StreamEvent) -> Iterator[StreamEvent]:
        """The events to pass on for one that came."""
        match event:
            case TextDelta(text=text):
                yield from self._end_thinking()
                if shown := self._text.add(text):
                    yield TextDelta(text=shown)
            case ReasoningDelta(text=text, signature=signature, vendor=vendor):
                yield from self._end_text()
                self._vendor = vendor
                self._raw.append(text)
                shown = self._thinking.add(text)
                if signature is not None:
                    shown += self._thinking.end()
                    raw = "".join(self._raw)
                    self._raw.clear()
                    if self.keeps_signed:
                        self.signed.append((signature, raw))
                if shown or signature is not None:
                    yield replace(event, text=shown)
            case ToolCallRequested(call=call):
                yield from self.end()
                yield ToolCallRequested(call=replace(call, arguments=restored_json(call.arguments, self.values)))
            case _:
                yield event

    def end(self) -> Iterator[StreamEvent]:
        """What is still held back, where the answer ends or breaks off."""
        yield from self._end_text()
        yield from self._end_thinking()

    def _end_text(self) -> Iterator[StreamEvent]:
        if held := self._text.end():
            yield TextDelta(text=held)

    def _end_thinking(self) -> Iterator[StreamEvent]:
        if held := self._thinking.end():
            yield ReasoningDelta(text=held, vendor=self._vendor)
        self._raw.clear()


def restored_text(text: str, values: Mapping[str, str]) -> str:
    """A whole text, as if it had come in pieces."""
    restorer = TextRestorer(values)
    return restorer.add(text) + restorer.end()


def restored_message(message: Message, values: Mapping[str, str]) -> Message:
    """A whole answer with its placeholders put back."""
    return replace(message, parts=tuple(_restored_part(part, values) for part in message.parts))


def _restored_part(part: Part, values: Mapping[str, str]) -> Part:
    match part:
        case TextPart(text=text):
            return TextPart(text=restored_text(text, values))
        case ReasoningPart(text=text):
            return replace(part, text=restored_text(text, values))
        case ToolCallPart(arguments=arguments):
            return replace(part, arguments=restored_json(arguments, values))
        case _:
            return part
