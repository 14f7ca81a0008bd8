"""What is kept: history, files, what was spent, answers, settings, keys, prompts, the audit log."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol, TypeVar

from app.domain.attachments import Attachment
from app.domain.aws import (
    Action,
    AuditEntry,
    AuditNote,
    Policy,
    PolicyRule,
)
from app.domain.caching import CacheInfo, KeptAnswer
from app.domain.conversation import Conversation, Node, Tree
from app.domain.messages import AttachmentPart
from app.domain.prompts import Prompt, PromptListing
from app.domain.searching import Place, Search
from app.domain.settings import Settings
from app.domain.spending import Spent, SpentTogether, UsageBy, UsageEntry, UsageLine

T = TypeVar("T")


class SecretStore(Protocol):
    """Keys, by provider. ``problem``: why keys are kept for this run only, or ``None`` where the OS keyring works."""

    def get(self, name: str) -> str | None: ...

    def set(self, name: str, value: str) -> None: ...

    def remove(self, name: str) -> None:
        """Raises ``NotFoundError`` where there is none."""
        ...

    @property
    def problem(self) -> str | None: ...


class SettingsStore(Protocol):
    """The settings file. A damaged one is kept aside and reported once, through ``notices``."""

    def load(self) -> Settings: ...

    def save(self, settings: Settings) -> None: ...

    @property
    def notices(self) -> Sequence[str]: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchHit:
    """A message found by its text. ``snippet`` marks the found words with U+0001 before and U+0002 after. ``order`` is
    where it stands among all hits, for asking for those after it.
    """

    conversation_id: str
    conversation_title: str
    node_id: str
    snippet: str
    created_at: datetime
    order: int = 0


class ConversationStore(Protocol):
    """History on disk. What a method has returned from is safe against a kill."""

    async def conversations(
        self, *, place: Place = Place.CHATS, limit: int = 200, offset: int = 0
    ) -> Sequence[Conversation]:
        """What lies in ``place``: pinned ones first, then the most recently changed; in the bin, the last deleted."""
        ...

    async def change_conversations(
        self, ids: Sequence[str], change: Callable[[Conversation], Conversation]
    ) -> Sequence[Conversation]:
        """Like :meth:`change_conversation` for several, all or nothing; those that are not there are left out."""
        ...

    async def erase(self, ids: Sequence[str]) -> None:
        """Delete conversations for good, with what belongs to them; those that are not there are left out."""
        ...

    async def erase_old(self, deleted_before: datetime) -> Sequence[str]:
        """Erase what has lain in the bin since before that, and return the ids."""
        ...

    async def folders(self) -> Sequence[str]:
        """The paths of all folders, in the order of their names."""
        ...

    async def add_folder(self, path: str) -> None: ...

    async def move_folder(self, path: str, to: str) -> None:
        """Rename a folder with all that lies in it; ``to`` may be there already. An empty ``to`` takes the folder away
        and leaves its conversations in none.
        """
        ...

    async def conversation(self, conversation_id: str) -> Conversation: ...

    async def matching_ids(self, beginning: str, *, limit: int = 2) -> Sequence[str]:
        """Ids of conversations that begin so, at most ``limit``."""
        ...

    async def change_conversation(
        self, conversation_id: str, change: Callable[[Conversation], Conversation]
    ) -> Conversation:
        """Replace a conversation's head by what ``change`` makes of the one on disk, with nothing written in between,
        and return it. ``change`` is called on another thread. Raises ``NotFoundError``.
        """
        ...

    async def tree(self, conversation_id: str) -> Tree: ...

    async def add_node(self, node: Node) -> None:
        """Add a node and make it the conversation's leaf."""
        ...

    async def save_node(self, node: Node) -> None:
        """Replace what a node that is being written holds so far."""
        ...

    async def save_action(self, action: Action) -> None: ...

    async def actions(self, conversation_id: str) -> Sequence[Action]: ...

    async def search(self, search: Search, *, limit: int = 50, older_than: int | None = None) -> Sequence[SearchHit]:
        """What is found, titles first, then the newest; fewer than ``limit`` only where there are no more.
        ``older_than`` is the ``order`` of the last hit so far.
        """
        ...

    async def add_conversation(
        self, conversation: Conversation, nodes: Sequence[Node] = (), actions: Sequence[Action] = ()
    ) -> None:
        """Add a conversation, with whatever it holds already; all or nothing. Raises ``UsageError`` for a used id."""
        ...

    @property
    def notices(self) -> Sequence[str]:
        """What happened on opening that the person must know (a damaged file kept aside, a backup made)."""
        ...


class BlobStore(Protocol):
    """Bytes by their SHA-256, beside the history: attachments, and what was sent. What ``put`` returned is on disk."""

    async def put(self, data: bytes) -> str:
        """Keep ``data``, once however often it is put; returns its SHA-256 in hexadecimal digits."""
        ...

    async def get(self, sha256: str) -> bytes:
        """Raises ``NotFoundError``; ``DamagedFileError`` where the bytes are not those that were put."""
        ...

    async def release(self, sha256: str) -> None:
        """What was put and is not sent after all: it may be deleted a while later, unless a message uses it."""
        ...


class UsageLog(Protocol):
    """Every request that was made, and sums over them; no word of any. Several Batons may write the same one."""

    async def record(self, entries: Sequence[UsageEntry]) -> None:
        """Add them, all or none."""
        ...

    async def spent(self, *, day: date, conversation_id: str | None) -> SpentTogether:
        """What models elsewhere were asked for on ``day``, in its month, and by a conversation on every day."""
        ...

    async def lines(self, by: UsageBy, *, first: date | None, last: date | None, limit: int) -> Sequence[UsageLine]:
        """Sums from ``first`` to ``last`` (both included): days the newest first, the others the dearest first. Private
        models and answers from the cache are among them.
        """
        ...

    async def total(self, *, first: date | None, last: date | None) -> Spent:
        """The sum of all that :meth:`lines` could list."""
        ...


class AnswerCache(Protocol):
    """Answers kept to be given again, by the key of what was asked. A damaged one is as good as none."""

    async def get(self, key: str, *, not_before: datetime) -> KeptAnswer | None: ...

    async def put(self, key: str, answer: KeptAnswer, *, limit_bytes: int, not_before: datetime) -> None:
        """Keep an answer; those older than ``not_before`` go, and beyond ``limit_bytes`` those unused the longest."""
        ...

    async def info(self, *, not_before: datetime) -> CacheInfo: ...

    async def clear(self) -> int:
        """Delete all; returns how many there were."""
        ...


class AttachmentReader(Protocol):
    """Files of the person's, read and checked. Blocking; takes seconds for a large PDF.

    Raises ``UsageError``, with the reason and the remedy, for what cannot be given along: a folder, a device, a file
    that is empty, too large, damaged, encrypted or of no kind that models take.
    """

    def read(self, path: Path) -> Attachment: ...

    def take(self, name: str, data: bytes) -> Attachment:
        """The same of bytes that lie in no file, such as a picture on the clipboard."""
        ...

    def preview(self, part: AttachmentPart, data: bytes, edge_px: int) -> bytes | None:
        """A picture as a PNG no larger than ``edge_px`` on either side; ``None`` for what is no picture, or damaged."""
        ...


class AuditLog(Protocol):
    """The append-only, hash-chained log."""

    async def append(self, what: str, action_id: str, data: Mapping[str, object], *, at: datetime) -> AuditEntry: ...

    async def append_all(self, notes: Sequence[AuditNote]) -> None:
        """Add several entries, in their order; all of them are on disk when this returns, or none is."""
        ...

    async def entries(self, *, limit: int | None = None) -> Sequence[AuditEntry]:
        """Oldest first; with ``limit``, the newest that many."""
        ...

    async def verify(self) -> AuditEntry | None:
        """The first entry that was altered, or ``None`` where all is well."""
        ...


class PolicyStore(Protocol):
    """The policy, in a file that the person edits too. Thread-safe."""

    @property
    def path(self) -> Path: ...

    @property
    def exists(self) -> bool: ...

    def load(self) -> Policy:
        """The policy as the file says it now; never raises, and costs next to nothing where the file is unchanged."""
        ...

    def read(self, path: Path) -> Policy:
        """What another file would mean. Raises ``StorageError`` where there is none."""
        ...

    def create(self) -> None:
        """Write a file that explains itself, where there is none."""
        ...

    def add(self, rule: PolicyRule) -> None:
        """Write a rule into the file, comments kept. Raises ``NotAllowedError`` where the file has problems."""
        ...

    def remove(self, names: Collection[str]) -> None:
        """Take rules out by name. Raises ``NotFoundError`` and what :meth:`add` raises."""
        ...


class PromptStore(Protocol):
    """The prompt library's files: small, read when asked, and changed by editors too. Blocking.

    What changes them raises ``StorageError`` and its kin, and leaves everything as it was.
    """

    def listing(self) -> PromptListing:
        """Every prompt, those that cannot be used too. Never raises for what lies there."""
        ...

    def save(self, prompt: Prompt) -> Prompt:
        """Write one of the person's own, over the one of that name. Raises ``UsageError`` for one that is not well."""
        ...

    def path(self, name: str) -> Path:
        """The file of one of the person's own, for another editor. Raises ``NotFoundError``."""
        ...

    def rename(self, name: str, new_name: str) -> None:
        """Raises ``NotFoundError``, and ``UsageError`` for a name that is taken or not safe."""
        ...

    def delete(self, name: str) -> str:
        """Put one of the person's own aside; returns what :meth:`restore` finds it by. Raises ``NotFoundError``."""
        ...

    def restore(self, name: str, kept: str) -> None:
        """Bring back what was deleted. Raises ``UsageError`` where its name is taken by now."""
        ...


class RecordStore(Protocol[T]):
    """A small file of records, each under its key. Blocking, but quick."""

    @property
    def notices(self) -> Sequence[str]:
        """Sentences about a damaged file and entries that are not used, once it was read."""
        ...

    def load(self) -> Sequence[T]:
        """Every record that can be used."""
        ...

    def put(self, key: str, record: T | None) -> None:
        """Keep the record of ``key``, or forget it. Raises ``StorageError``."""
        ...
