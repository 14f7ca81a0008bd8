"""What left this machine for an answer, as a person looks at it: every hidden spot with its kind, its original here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.encoding import to_plain
from app.domain.language import marked, tr
from app.domain.messages import AttachmentPart, Message, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart
from app.domain.numerals import number
from app.domain.ports import PrivacyStore
from app.domain.stream import Sent
from app.services.privacy.identifiers import PLACEHOLDER
from app.services.privacy.masking import token

_MARK = re.compile(rf"\[hidden [^\[\]\n]{{1,80}}\]|{PLACEHOLDER.pattern}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A stretch of a sent text. ``kind`` is empty for what was sent as it stood; ``original`` is what a spot hides,
    where that is known.
    """

    text: str
    kind: str = ""
    original: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SentPart:
    """One part of what was sent: ``head`` says whose or what it is, as words."""

    head: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SentRecord:
    """What left for one answer. ``originals``: what each mark and placeholder stands for."""

    sent: Sent
    originals: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # kind and value

    @property
    def hidden(self) -> int:
        """How many spots were hidden in all."""
        return sum(count for _, count in self.sent.masked)

    @property
    def files(self) -> int:
        """How many files went as they are."""
        return sum(len(message.attachments) for message in self.sent.messages) - self.stripped

    @property
    def stripped(self) -> int:
        """How many pictures went without their metadata."""
        parts = [part for message in self.sent.messages for part in message.attachments]
        return sum(part.sha256 in self.sent.stripped for part in parts)

    def parts(self) -> Iterator[SentPart]:
        """All of it in the order in which it was sent."""
        if self.sent.system:
            yield SentPart(head=tr("System"), pieces=self.pieces(self.sent.system))
        for message in self.sent.messages:
            for head, text in _texts(message, self.sent.stripped):
                yield SentPart(head=head, pieces=self.pieces(text))
        if self.sent.tools:
            yield SentPart(head=tr("Tools"), pieces=(Piece(text=", ".join(self.sent.tools)),))

    def plain(self) -> dict[str, object]:
        """All of it as JSON values, without what was hidden."""
        return {
            "model": self.sent.model,
            "system": self.sent.system,
            "messages": to_plain(self.sent.messages),
            "tools": list(self.sent.tools),
            "hidden": dict(self.sent.masked),
            "without_metadata": list(self.sent.stripped),
        }

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """``text`` with its marks apart."""
        found: list[Piece] = []
        at = 0
        for match in _MARK.finditer(text):
            known = self.originals.get(match[0])
            if known is None and not match[0].startswith("["):
                continue
            if match.start() > at:
                found.append(Piece(text=text[at : match.start()]))
            kind, original = known if known is not None else (match[0][len("[hidden ") : -1], None)
            found.append(Piece(text=match[0], kind=kind, original=original))
            at = match.end()
        if at < len(text):
            found.append(Piece(text=text[at:]))
        return tuple(found)


_SPEAKERS = {Role.USER: marked("You"), Role.ASSISTANT: marked("Model"), Role.TOOL: marked("Tool")}


def _texts(message: Message, stripped: Sequence[str]) -> Iterator[tuple[str, str]]:
    speaker = tr(_SPEAKERS[message.role])
    for part in message.parts:
        match part:
            case TextPart(text=text):
                yield speaker, text
            case ReasoningPart(text=text):
                yield tr("{speaker}, thinking", speaker=speaker), text
            case ToolCallPart(name=name, arguments=arguments):
                yield tr("{speaker} calls {tool}", speaker=speaker, tool=name), arguments
            case ToolResultPart(name=name, content=content):
                yield tr("{speaker} {tool} returned", speaker=speaker, tool=name), content
            case AttachmentPart(name=name, size_bytes=size):
                said = {"name": name, "size": number(size)}
                yield (
                    tr("{speaker}, a file", speaker=speaker),
                    tr("{name} ({size} bytes, sent without its metadata)", **said)
                    if part.sha256 in stripped
                    else tr("{name} ({size} bytes, sent as it is)", **said),
                )


class SentRecords:
    """The record, for the window and the command."""

    def __init__(self, store: PrivacyStore) -> None:
        self._store = store

    async def of(self, conversation_id: str, node_id: str) -> Sequence[SentRecord]:
        """What left for an answer, to one model after the other; empty where nothing left this machine.

        Raises ``DamagedFileError``.
        """
        sent = await self._store.sent(conversation_id, node_id)
        if not sent:
            return ()
        originals = {
            token(item.kind, item.number): (item.kind, item.value) for item in await self._store.masked(conversation_id)
        }
        return tuple(SentRecord(sent=one, originals=originals) for one in sent)
