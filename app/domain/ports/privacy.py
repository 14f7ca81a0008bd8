"""What hides secrets before a request leaves, and remembers what was hidden and sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.models import ModelInfo
from app.domain.requests import ChatRequest
from app.domain.stream import Sent


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundSecret:
    """Where in a text a secret stands (``end`` is the first character after it), and what it is, as words."""

    start: int
    end: int
    kind: str


class SecretRules(Protocol):
    """A catalogue of what vendors' keys and tokens look like. Blocking; the first use may take seconds."""

    @property
    def is_ready(self) -> bool:
        """Whether the catalogue is in memory, so that a text is read at once."""
        ...

    def find(self, text: str) -> Sequence[FoundSecret]:
        """The secrets in ``text`` that the catalogue knows, in order. Raises ``UnsupportedError`` where the catalogue
        cannot be used on this machine.
        """
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Masked:
    """Something hidden from models elsewhere: its kind, its number among those of its kind in the chat, and itself."""

    kind: str
    number: int
    value: str


class PrivacyStore(Protocol):
    """What was hidden from models elsewhere, and what they were sent, by conversation; deleted with it."""

    async def numbers(
        self, conversation_id: str, wanted: Sequence[tuple[str, str]], *, keep: bool
    ) -> Mapping[tuple[str, str], int]:
        """A number for each (kind, value): the one it has, else the next of its kind. ``keep``: remember new ones, if
        the conversation is on disk.
        """
        ...

    async def masked(self, conversation_id: str) -> Sequence[Masked]:
        """All that was ever hidden in a conversation."""
        ...

    async def keep_thinking(self, conversation_id: str, signature: str, text: str) -> None:
        """Remember the very text that a vendor signed, where what is shown and stored differs from it."""
        ...

    async def thinking(self, conversation_id: str, signatures: Sequence[str]) -> Mapping[str, str]:
        """The texts that were kept, by signature."""
        ...

    async def add_sent(self, conversation_id: str, node_id: str, sent: Sent) -> None:
        """Remember what left for an answer. Nothing is kept for a conversation that is not on disk."""
        ...

    async def remove_sent(self, conversation_id: str, node_id: str) -> None:
        """Forget it: the answer came from here after all."""
        ...

    async def sent(self, conversation_id: str, node_id: str) -> Sequence[Sent]:
        """What left for an answer, to one model after the other; empty where nothing did."""
        ...


class Outgoing(Protocol):
    """A request as it may leave this machine. ``values``: what stands in it as a placeholder, by placeholder."""

    @property
    def request(self) -> ChatRequest: ...

    @property
    def values(self) -> Mapping[str, str]: ...


class Outgate(Protocol):
    """The way out for requests that pass no :class:`AnswerStage`: those that are counted, and vendors' batches."""

    async def outgoing(self, model: ModelInfo, request: ChatRequest, *, keep: bool = True) -> Outgoing:
        """``request`` as it may go to ``model``. ``keep``: remember its placeholders.

        Raises ``FilteredError`` for a message that is held back, ``UnsupportedError`` for files that are not to leave.
        """
        ...

    async def prepare(self, model: ModelInfo) -> None:
        """Have at hand what the next request to ``model`` would else wait for. What goes wrong, that request says."""
        ...
