"""Conversations on disk as a person handles them: list, open, name, pin, delete, search, export, import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.aws import Action
from app.domain.conversation import Conversation, ConversationSettings, Tree
from app.domain.ports import ConversationStore, SearchHit


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenedConversation:
    """A conversation with all its branches and its AWS actions."""

    conversation: Conversation
    tree: Tree
    actions: Sequence[Action]


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportReport:
    """What an import brought in. ``skipped``: one sentence for each conversation left out, with the reason."""

    added: Sequence[str]
    skipped: Sequence[str]


class HistoryService:
    """History."""

    def __init__(self, store: ConversationStore) -> None: ...

    @property
    def notices(self) -> Sequence[str]:
        raise NotImplementedError

    async def list(self, *, limit: int = 200, offset: int = 0) -> Sequence[Conversation]:
        raise NotImplementedError

    async def open(self, conversation_id: str) -> OpenedConversation:
        """Raises ``NotFoundError``. A unique beginning of an id (8 characters or more) will do."""
        raise NotImplementedError

    async def create(self, settings: ConversationSettings | None = None) -> Conversation:
        """A new, empty conversation; it is written when its first message is (``ChatService.send``)."""
        raise NotImplementedError

    async def rename(self, conversation_id: str, title: str) -> Conversation:
        raise NotImplementedError

    async def pin(self, conversation_id: str, pinned: bool) -> Conversation:
        raise NotImplementedError

    async def configure(self, conversation_id: str, settings: ConversationSettings) -> Conversation:
        raise NotImplementedError

    async def show_branch(self, conversation_id: str, node_id: str) -> Conversation:
        """Show the branch that ``node_id`` stands on, down to its newest leaf."""
        raise NotImplementedError

    async def delete(self, conversation_id: str) -> OpenedConversation:
        """Delete, and return what was deleted, so that the front end can offer :meth:`restore`."""
        raise NotImplementedError

    async def restore(self, deleted: OpenedConversation) -> None:
        raise NotImplementedError

    async def search(self, text: str, *, limit: int = 50) -> Sequence[SearchHit]:
        raise NotImplementedError

    async def export_json(self, ids: Sequence[str] = ()) -> str:
        """Everything (or the conversations named), lossless: all branches, usage, actions. Schema has a version."""
        raise NotImplementedError

    async def export_markdown(self, ids: Sequence[str] = ()) -> str:
        """The branch shown of each conversation, as Markdown for people."""
        raise NotImplementedError

    async def import_text(self, text: str) -> ImportReport:
        """Import Baton's own export, ChatGPT's ``conversations.json`` or Claude's. All or nothing a conversation; one
        that is there already (same id) is skipped. Raises ``UsageError`` for what is none of the three.
        """
        raise NotImplementedError
