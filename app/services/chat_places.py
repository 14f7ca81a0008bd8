"""Where chats lie: folders, the archive and the bin, for one chat or many. Nothing is deleted at once: what leaves the
list lies in the bin for a while, and can be put back whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.conversation import Conversation
from app.domain.errors import UsageError
from app.domain.language import tr
from app.domain.searching import Place

if TYPE_CHECKING:
    from app.domain.ports import ConversationStore  # with all that the other ports name, a lot to read

BIN_DAYS = 30
"""How long a deleted chat can be put back."""

_PAGE = 500
_LONGEST_NAME = 60
_RESERVED = ("archive", "bin", "chats")


class ChatPlaces:
    """Moves chats about. A chat that is not on disk is passed over."""

    def __init__(self, store: ConversationStore) -> None:
        self._store = store

    async def archive(self, ids: Sequence[str], archived: bool) -> Sequence[Conversation]:
        """Take chats out of the list into the archive, or back."""
        return await self._store.change_conversations(ids, lambda now: replace(now, archived=archived))

    async def pin(self, ids: Sequence[str], pinned: bool) -> Sequence[Conversation]:
        """Keep chats at the top of the list, or no more."""
        return await self._store.change_conversations(ids, lambda now: replace(now, pinned=pinned))

    async def move(self, ids: Sequence[str], folder: str) -> Sequence[Conversation]:
        """Put chats into a folder, which is made where it is missing; an empty one is none. They leave the archive.

        Raises ``UsageError`` for a path that no folder can have.
        """
        path = checked_path(folder) if folder else ""
        return await self._store.change_conversations(ids, lambda now: replace(now, folder=path, archived=False))

    async def put_as(self, before: Sequence[Conversation]) -> Sequence[Conversation]:
        """Put chats back where they lay, pinned or not, as they were told to lie: the way back of all of these."""
        places = {head.id: head for head in before}

        def back(now: Conversation) -> Conversation:
            was = places[now.id]
            return replace(now, folder=was.folder, archived=was.archived, pinned=was.pinned, deleted_at=was.deleted_at)

        return await self._store.change_conversations(list(places), back)

    async def heads(self, ids: Sequence[str]) -> Sequence[Conversation]:
        """The chats as they lie now."""
        return await self._store.change_conversations(ids, lambda now: now)

    async def to_bin(self, ids: Sequence[str]) -> Sequence[Conversation]:
        """Delete chats: they lie in the bin from now."""
        now = datetime.now(UTC)
        return await self._store.change_conversations(ids, lambda head: replace(head, deleted_at=now))

    async def restore(self, ids: Sequence[str]) -> Sequence[Conversation]:
        """Take chats out of the bin, to where they lay."""
        return await self._store.change_conversations(ids, lambda head: replace(head, deleted_at=None))

    async def bring_back(self, ids: Sequence[str]) -> Sequence[Conversation]:
        """Take chats out of the bin, to where they lay; those that do not lie in it, out of the archive."""

        def back(now: Conversation) -> Conversation:
            return replace(now, deleted_at=None) if now.deleted_at is not None else replace(now, archived=False)

        return await self._store.change_conversations(ids, back)

    async def erase(self, ids: Sequence[str]) -> None:
        """Delete chats for good. There is no way back; the front end asks first."""
        await self._store.erase(ids)

    async def empty_bin(self) -> Sequence[str]:
        """Erase everything in the bin, and return the ids."""
        ids = [head.id for head in await self._bin()]
        await self._store.erase(ids)
        return ids

    async def erase_old(self, *, now: datetime | None = None) -> Sequence[str]:
        """Erase what has lain in the bin for :data:`BIN_DAYS`."""
        return await self._store.erase_old((now or datetime.now(UTC)) - timedelta(days=BIN_DAYS))

    async def folders(self) -> Sequence[str]:
        """The paths of all folders, each after the one it lies in."""
        return await self._store.folders()

    async def add_folder(self, path: str) -> str:
        """Make a folder and return its path. Raises ``UsageError`` for a name that no folder can have."""
        path = checked_path(path)
        await self._store.add_folder(path)
        return path

    async def rename_folder(self, path: str, to: str) -> str:
        """Rename or move a folder with all that lies in it. Raises ``UsageError`` where that cannot be."""
        to = checked_path(to)
        if to == path:
            return to
        if to.startswith(f"{path}/"):
            raise UsageError(tr("A folder cannot lie in itself."), remedy=tr("Choose another folder."))
        if "/" in to and any(found.startswith(f"{path}/") for found in await self._store.folders()):
            raise UsageError(
                tr("A folder with folders cannot lie in another."), remedy=tr("Move those within it first.")
            )
        await self._store.move_folder(path, to)
        return to

    async def remove_folder(self, path: str) -> None:
        """Take a folder away; its chats stay, in no folder."""
        await self._store.move_folder(path, "")

    async def _bin(self) -> Sequence[Conversation]:
        found: list[Conversation] = []
        while page := await self._store.conversations(place=Place.BIN, limit=_PAGE, offset=len(found)):
            found += page
        return found


def checked_path(path: str) -> str:
    """A folder's path with its names tidied. Raises ``UsageError`` for one that no folder can have."""
    names = [" ".join(name.split()) for name in path.split("/")]
    if not all(names):
        raise UsageError(tr("A folder's name needs at least one letter."))
    if len(names) > 2:
        raise UsageError(tr("A folder can lie in a folder, and no deeper."), remedy=tr("Make it one level higher."))
    if any(len(name) > _LONGEST_NAME for name in names):
        raise UsageError(
            tr("A folder's name can have {most} letters.", most=_LONGEST_NAME), remedy=tr("Choose a shorter one.")
        )
    if names[0].casefold() in _RESERVED:
        raise UsageError(
            tr("{names} is what Baton calls a place of its own.", names=repr(names[0])),
            remedy=tr("Choose another name."),
        )
    return "/".join(names)
