"""Conversations on disk as a person handles them: list, open, name, pin, search, export, import."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING, TextIO

from app.domain.conversation import Conversation, ConversationSettings, NodeState, OpenedConversation, Tree
from app.domain.errors import DamagedFileError, NotFoundError, UsageError
from app.domain.language import tr
from app.domain.ports import UNREPORTED, BlobStore, ConversationStore, WorkReport
from app.domain.removals import Removal, branch_of, leaf_without, turn_of
from app.domain.searching import Place, SearchHit, searched
from app.services.chat_places import ChatPlaces

if TYPE_CHECKING:
    from app.services.interchange import Item

_END_MESSAGES = 60  # more than a window shows, and few enough to read at once
_PREFIX_CHARS = 8
_PAGE = 500
_READ_AT_ONCE = 16
_DRAFTS = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportReport:
    """What an import brought in. ``skipped``: one sentence for each conversation left out, with the reason; ``mended``:
    what could not be read of one that came in.
    """

    added: Sequence[str]
    skipped: Sequence[str]
    mended: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Removed:
    """What was deleted from a conversation, for :meth:`HistoryService.put_back`, and the conversation without it."""

    removal: Removal
    opened: OpenedConversation


class HistoryService:
    """History.

    A conversation that was created and not yet written (it has no message) is remembered here: it can be opened, named,
    pinned and configured like any other, and is lost when Baton ends.
    """

    def __init__(self, store: ConversationStore, blobs: BlobStore) -> None:
        self._store = store
        self._blobs = blobs
        self._drafts: dict[str, Conversation] = {}
        self.places = ChatPlaces(store)

    @property
    def notices(self) -> Sequence[str]:
        """Sentences for the person about the history's file; known once the history has been used."""
        return self._store.notices

    async def list(self, *, place: Place = Place.CHATS, limit: int = 200, offset: int = 0) -> Sequence[Conversation]:
        """What lies in ``place``: pinned ones first, then the most recently changed; in the bin, the last deleted."""
        return await self._store.conversations(place=place, limit=limit, offset=offset)

    async def open(self, conversation_id: str) -> OpenedConversation:
        """Raises ``NotFoundError``. A unique beginning of an id (8 characters or more) will do."""
        return await self._opened(await self.find(conversation_id))

    async def find(self, conversation_id: str) -> Conversation:
        """The head of a conversation, wherever it lies, by its id or the beginning of it; see :meth:`open`."""
        try:
            return await self._conversation(conversation_id)
        except NotFoundError:
            if len(conversation_id) < _PREFIX_CHARS:
                raise
            matching = await self._store.matching_ids(conversation_id)
            if len(matching) > 1:
                raise NotFoundError(
                    tr("Several conversations begin with {conversation_id}.", conversation_id=repr(conversation_id)),
                    remedy=tr("Give more of the id."),
                ) from None
            if not matching:
                raise
            return await self._store.conversation(matching[0])

    async def open_end(self, conversation_id: str) -> OpenedConversation | None:
        """The newest messages of a long conversation, to be shown while :meth:`open` reads all of it; they stand there
        as if the first of them were the first of all. ``None`` for one that is opened as quickly as a whole.
        """
        conversation = await self._conversation(conversation_id)
        if conversation.leaf_id is None or conversation.id in self._drafts:
            return None
        nodes = await self._store.branch_end(conversation.id, conversation.leaf_id, limit=_END_MESSAGES)
        if len(nodes) < _END_MESSAGES or any(node.state is NodeState.STREAMING for node in nodes):
            return None
        tree = Tree.of([replace(nodes[0], parent_id=None), *nodes[1:]])
        return OpenedConversation(
            conversation=conversation, tree=tree, actions=await self._store.actions(conversation.id)
        )

    async def create(self, settings: ConversationSettings | None = None) -> Conversation:
        """A new, empty conversation; it is written when its first message is (``ChatService.send``)."""
        now = datetime.now(UTC)
        draft = Conversation(
            id=uuid.uuid4().hex,
            title=tr("New chat", "a title"),
            created_at=now,
            updated_at=now,
            settings=settings or ConversationSettings(),
        )
        while len(self._drafts) >= _DRAFTS:
            del self._drafts[next(iter(self._drafts))]
        self._drafts[draft.id] = draft
        return draft

    async def rename(self, conversation_id: str, title: str) -> Conversation:
        """Name it; Baton names it no more. Raises ``UsageError`` for a name without words, ``NotFoundError``."""
        words = " ".join(title.split())
        if not words:
            raise UsageError(tr("A conversation's name needs at least one word."))
        return await self._change(conversation_id, lambda now: replace(now, title=words[:200], titled=True))

    async def pin(self, conversation_id: str, pinned: bool) -> Conversation:
        """Keep it at the top of the list, or no more. Raises ``NotFoundError``."""
        return await self._change(conversation_id, lambda now: replace(now, pinned=pinned))

    async def configure(self, conversation_id: str, settings: ConversationSettings) -> Conversation:
        """Remember how it is held. Raises ``NotFoundError``."""
        return await self._change(conversation_id, lambda now: replace(now, settings=settings))

    async def show_branch(self, conversation_id: str, node_id: str) -> Conversation:
        """Show the branch that ``node_id`` stands on, down to its newest leaf. Raises ``NotFoundError``."""
        tree = await self._store.tree(conversation_id)
        if node_id not in tree.nodes:
            raise NotFoundError(tr("There is no message {node_id} in this conversation.", node_id=repr(node_id)))
        leaf_id = tree.newest_leaf(node_id)
        return await self._change(conversation_id, lambda now: replace(now, leaf_id=leaf_id))

    async def add(self, whole: OpenedConversation) -> None:
        """Write a conversation as it is. Raises ``UsageError`` where one of its id is there already."""
        await self._store.add_conversation(whole.conversation, tuple(whole.tree.nodes.values()), whole.actions)

    async def remove_turn(self, conversation_id: str, node_id: str) -> Removed:
        """Delete a message of the person's with every version of its answer; what was asked after it stays.

        Raises ``NotFoundError``, and ``UsageError`` where nothing of the conversation would be left.
        """
        return await self._remove(conversation_id, node_id, turn_of)

    async def remove_branch(self, conversation_id: str, node_id: str) -> Removed:
        """Delete a message and all that came after it, on every branch. Raises as :meth:`remove_turn` does."""
        return await self._remove(conversation_id, node_id, branch_of)

    async def put_back(self, removal: Removal) -> OpenedConversation:
        """Undo a deletion, whole, and show the branch that was shown before. Raises ``NotFoundError``."""
        changed = await self._store.restore_nodes(removal.conversation_id, removal.id)
        return await self._opened(await self._conversation(changed.id))

    async def removals(self, conversation_id: str) -> Sequence[Removal]:
        """What was deleted from a conversation and can be put back, newest first; also by an earlier run."""
        return await self._store.removals(conversation_id)

    async def search(self, text: str, *, limit: int = 50, older_than: int | None = None) -> Sequence[SearchHit]:
        """Titles, messages and actions that hold every word of ``text``, whose last word may be half typed, and pass
        its filters (see :mod:`app.domain.searching`): titles first, then the newest. ``older_than`` is the ``order`` of
        the last hit so far.
        """
        asked = searched(text, datetime.now().astimezone().date())
        return await self._store.search(asked, limit=limit, older_than=older_than)

    async def export_json(self, ids: Sequence[str] = (), *, report: WorkReport = UNREPORTED) -> str:
        """Everything (or the conversations named), lossless: all branches, usage, actions, files. It has a version.

        ``report`` is told how many conversations are written.
        """
        from app.services.interchange import conversation_json, exported_json

        return await self._written(ids, conversation_json, exported_json, report, with_files=True)

    async def export_markdown(self, ids: Sequence[str] = (), *, report: WorkReport = UNREPORTED) -> str:
        """Each conversation with all its branches, the one shown first, as Markdown for people."""
        from app.services.interchange_markdown import conversation_markdown, exported_markdown

        return await self._written(ids, conversation_markdown, exported_markdown, report)

    async def import_text(self, text: str) -> ImportReport:
        """Import an export that is in memory; see :meth:`import_file`."""
        return await self.import_file(StringIO(text))

    async def import_file(self, source: TextIO, *, reached: Callable[[int], None] | None = None) -> ImportReport:
        """Import Baton's own export, ChatGPT's, Claude's, Open WebUI's or LibreChat's, in whatever size: a few
        conversations at a time are in memory. All or nothing a conversation; one that is there already (same id) is
        skipped. ``reached`` is told, each time some are read, how many were. Raises ``UsageError`` for what is none of
        these.
        """
        from app.services.interchange import Mended, Skipped, imported

        added: list[str] = []
        mended: list[str] = []
        skipped: list[str] = []
        reading = await asyncio.to_thread(imported, source)
        while batch := await asyncio.to_thread(_next, reading):
            for item in batch:
                if isinstance(item, Skipped):
                    skipped.append(item.reason)
                    continue
                opened = item.opened if isinstance(item, Mended) else item
                title = repr(opened.conversation.title)
                try:
                    if await self._is_there(opened.conversation.id):
                        skipped.append(tr("{title} is there already.", title=title))
                        continue
                    for data in opened.files.values():
                        await self._blobs.put(data)
                    await self.add(opened)
                except UsageError as error:
                    skipped.append(tr("{title} is left out: {message}", title=title, message=error.message))
                    continue
                added.append(opened.conversation.id)
                if isinstance(item, Mended):
                    mended.append(item.told)
            if reached is not None:
                reached(len(added) + len(skipped))
        return ImportReport(added=added, skipped=skipped, mended=mended)

    async def _written(
        self,
        ids: Sequence[str],
        write: Callable[[OpenedConversation], str],
        bind: Callable[[Sequence[str]], str],
        report: WorkReport,
        *,
        with_files: bool = False,
    ) -> str:
        """An export. Conversations are read and written one by one: a long history is never in memory as values."""
        written: list[str] = []
        wanted = list(dict.fromkeys(ids)) if ids else await self._all_ids()
        for done, identity in enumerate(wanted):
            report.reached(done, len(wanted))
            try:
                opened = await self.open(identity)
            except NotFoundError:
                if ids:
                    raise
                continue  # deleted since the list was made
            if with_files:
                opened = replace(opened, files=await self._files(opened))
            written.append(await asyncio.to_thread(write, opened))
        return await asyncio.to_thread(bind, written)

    async def _files(self, opened: OpenedConversation) -> Mapping[str, bytes]:
        """The bytes that a conversation's messages name; one that is gone or damaged is left out."""
        parts = [part for node in opened.tree.nodes.values() for part in node.message.attachments]
        names = [name for part in parts for name in (part.sha256, part.text_sha256) if name is not None]
        files = {}
        for name in dict.fromkeys(names):
            with suppress(NotFoundError, DamagedFileError):
                files[name] = await self._blobs.get(name)
        return files

    async def _all_ids(self) -> Sequence[str]:
        """Every conversation on disk but for the bin, oldest first, so that equal histories have equal exports."""
        found: dict[str, datetime] = {}
        for place in (Place.CHATS, Place.ARCHIVE):
            offset = 0
            while page := await self._store.conversations(place=place, limit=_PAGE, offset=offset):
                # By id: one that changed while the pages were read may stand on two of them.
                found.update({conversation.id: conversation.created_at for conversation in page})
                offset += len(page)
        return sorted(found, key=lambda identity: (found[identity], identity))

    async def _conversation(self, conversation_id: str) -> Conversation:
        try:
            conversation = await self._store.conversation(conversation_id)
        except NotFoundError:
            if conversation_id in self._drafts:
                return self._drafts[conversation_id]
            raise
        self._drafts.pop(conversation_id, None)  # its first message was written
        return conversation

    async def _opened(self, conversation: Conversation) -> OpenedConversation:
        if conversation.id in self._drafts:
            return OpenedConversation(conversation=conversation, tree=Tree.of(()), actions=())
        tree = await self._store.tree(conversation.id)
        if conversation.leaf_id not in tree.nodes:  # never shown, or lost to damage
            leaf_id = tree.newest_leaf(tree.children[None][-1]) if tree.nodes else None
            conversation = replace(conversation, leaf_id=leaf_id)
        return OpenedConversation(
            conversation=conversation, tree=tree, actions=await self._store.actions(conversation.id)
        )

    async def _remove(
        self, conversation_id: str, node_id: str, which: Callable[[Tree, str], frozenset[str]]
    ) -> Removed:
        tree = await self._store.tree(conversation_id)
        if node_id not in tree.nodes:
            raise NotFoundError(tr("That message is no longer there."), remedy=tr("It may have been deleted already."))
        gone = which(tree, node_id)
        if len(gone) == len(tree.nodes):
            raise UsageError(tr("Nothing of this chat would be left."), remedy=tr("Delete the chat instead."))
        before = await self._conversation(conversation_id)
        leaf_id = leaf_without(tree, gone, before.leaf_id)
        removal = Removal(
            id=uuid.uuid4().hex,
            conversation_id=conversation_id,
            at=datetime.now(UTC),
            messages=len(gone),
            leaf_id=before.leaf_id,
        )
        changed = await self._store.remove_nodes(conversation_id, gone, removal, leaf_id=leaf_id)
        return Removed(removal=removal, opened=await self._opened(changed))

    async def _change(self, conversation_id: str, change: Callable[[Conversation], Conversation]) -> Conversation:
        try:
            changed = await self._store.change_conversation(conversation_id, change)
        except NotFoundError:
            if conversation_id not in self._drafts:
                raise
            self._drafts[conversation_id] = change(self._drafts[conversation_id])
            return self._drafts[conversation_id]
        self._drafts.pop(conversation_id, None)  # its first message was written
        return changed

    async def _is_there(self, conversation_id: str) -> bool:
        try:
            await self._store.conversation(conversation_id)
        except NotFoundError:
            return False
        return True


def _next(reading: Iterator[Item]) -> Sequence[Item]:
    return tuple(islice(reading, _READ_AT_ONCE))
