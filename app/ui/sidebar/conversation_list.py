"""The list of conversations as a Qt model: folders, then the days they were last changed; owns no messages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain.conversation import Conversation
from app.domain.language import marked, plural, tr
from app.domain.searching import Place, place_of
from app.ui.wording import day_group

_Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
RUNNING_ROLE = Qt.ItemDataRole.UserRole + 2
PINNED = marked("Pinned")
CHATS_TYPE = "application/x-baton-chats"
"""What is dragged: ids of chats as JSON."""


@dataclass(frozen=True, slots=True)
class FolderRow:
    """A folder in the list, with how many chats lie in it and in those within it."""

    path: str
    count: int
    is_open: bool

    @property
    def name(self) -> str:
        """Its own name, without that of the folder it lies in."""
        return self.path.rpartition("/")[2]

    @property
    def depth(self) -> int:
        """How many folders it lies in."""
        return self.path.count("/")


_NEVER, _ALWAYS = datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)
_LAST_DAYS = 30

Row = Conversation | FolderRow | str
"""A heading is a ``str``, in English: it is translated where it is shown."""


class ConversationModel(QAbstractListModel):
    """Pinned conversations, folders with theirs, then the others newest first, under headings. The archive and the bin
    are lists of their own, which know no folders.

    It holds the pages read so far; ``more_wanted`` asks for the next one, at the offset it carries. What is dropped
    asks to be moved: to a folder (none for an empty path), or to be pinned.
    """

    more_wanted = Signal(int)
    rename_requested = Signal(str, str)
    folder_renamed = Signal(str, str)
    move_requested = Signal(list, str)
    pin_requested = Signal(list, bool)

    def __init__(self, parent: QObject | None = None, *, now: Callable[[], datetime] | None = None) -> None:
        super().__init__(parent)
        self._now = now or (lambda: datetime.now(UTC))
        self._by_id: dict[str, Conversation] = {}
        self._rows: list[Row] = []
        self._row_of: dict[str, int] = {}
        self._running: frozenset[str] = frozenset()
        self._complete = True
        self._asked = False
        self._place = Place.CHATS
        self._folders: tuple[str, ...] = ()
        self._open: set[str] = set()

    @property
    def conversations(self) -> tuple[Conversation, ...]:
        """Those read so far and not in a closed folder, in the order shown."""
        return tuple(row for row in self._rows if isinstance(row, Conversation))

    @property
    def known(self) -> Sequence[Conversation]:
        """All those read so far."""
        return tuple(self._by_id.values())

    @property
    def place(self) -> Place:
        """What is listed."""
        return self._place

    @property
    def folders(self) -> Sequence[str]:
        """The paths of all folders."""
        return self._folders

    @property
    def open_folders(self) -> Sequence[str]:
        """The folders whose chats are shown."""
        return tuple(sorted(self._open & {*self._folders}))

    def set_conversations(
        self, conversations: Iterable[Conversation], *, complete: bool, place: Place = Place.CHATS
    ) -> None:
        """Replace everything by what lies in ``place``. ``complete``: there are no further pages."""
        self._place = place
        self._by_id = {conversation.id: conversation for conversation in conversations}
        self._complete, self._asked = complete, False
        self._rebuild()

    def add_page(self, conversations: Iterable[Conversation], *, complete: bool) -> None:
        """Add the page asked for."""
        self._complete, self._asked = complete, False
        for conversation in conversations:
            self._by_id.setdefault(conversation.id, conversation)
        self._rebuild()

    def set_folders(self, folders: Sequence[str]) -> None:
        """Show these folders."""
        if tuple(folders) != self._folders:
            self._folders = tuple(folders)
            self._rebuild()

    def set_open_folders(self, folders: Iterable[str]) -> None:
        """Show the chats of these folders."""
        self._open = set(folders)
        self._rebuild()

    def toggle(self, path: str) -> None:
        """Show the chats of a folder, or hide them."""
        self._open ^= {path}
        self._rebuild()

    def reveal(self, conversation_id: str) -> None:
        """Open the folder a conversation lies in."""
        head = self._by_id.get(conversation_id)
        if head is not None and head.folder and self._place is Place.CHATS and not head.pinned:
            wanted = {head.folder, head.folder.partition("/")[0]}
            if not wanted <= self._open:
                self._open |= wanted
                self._rebuild()

    def change(self, conversations: Sequence[Conversation]) -> None:
        """Show conversations that are new or changed; those that lie elsewhere now are taken out."""
        if len(conversations) == 1 and self._stays(conversations[0]):
            return
        for conversation in conversations:
            if self._belongs(conversation):
                self._by_id[conversation.id] = conversation
            else:
                self._by_id.pop(conversation.id, None)
        self._rebuild()

    def remove(self, ids: Iterable[str]) -> None:
        """Take erased conversations out."""
        if [identity for identity in ids if self._by_id.pop(identity, None) is not None]:
            self._rebuild()

    def set_running(self, ids: Iterable[str]) -> None:
        """Mark the conversations that are being answered."""
        before, self._running = self._running, frozenset(ids)
        for changed in before ^ self._running:
            if (row := self._row_of.get(changed)) is not None:
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)

    def heads(self, first: int, last: int) -> list[Conversation]:
        """The conversations in the rows from ``first`` to ``last``, both included."""
        return [row for row in self._rows[first : last + 1] if isinstance(row, Conversation)]

    def row_of(self, key: str | None) -> int:
        """The row a conversation (by its id) or a folder (by its path and a slash) stands in, or -1."""
        return -1 if key is None else self._row_of.get(key, -1)

    def regroup(self) -> None:
        """Put everything under today's headings (after midnight)."""
        self._rebuild()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, str):
            return tr(row) if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if isinstance(row, FolderRow):
            return self._folder_data(row, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == RUNNING_ROLE:
            return row.id in self._running
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{title}, being answered", title=row.title) if row.id in self._running else row.title
        return None

    def _folder_data(self, row: FolderRow, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.path
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chats = plural("{count} chat", "{count} chats", row.count)
            if row.is_open:
                return tr("Folder {name}, {chats}, open", name=row.name, chats=chats)
            return tr("Folder {name}, {chats}, closed", name=row.name, chats=chats)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or isinstance(row, str) or not title:
            return False
        if isinstance(row, FolderRow):
            if title == row.name:
                return False
            parent = row.path.rpartition("/")[0]
            self.folder_renamed.emit(row.path, f"{parent}/{title}" if parent else title)
            return True
        if title == row.title:
            return False
        self.rename_requested.emit(row.id, title)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self._rows[index.row()]
        if isinstance(row, str):
            return Qt.ItemFlag.ItemIsDropEnabled
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        return usual | (Qt.ItemFlag.ItemIsDropEnabled if isinstance(row, FolderRow) else Qt.ItemFlag.ItemIsDragEnabled)

    def canFetchMore(self, _parent: _Index) -> bool:
        return not self._complete and not self._asked

    def fetchMore(self, _parent: _Index) -> None:
        self._asked = True
        self.more_wanted.emit(len(self._by_id))

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [CHATS_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = [self._rows[index.row()] for index in indexes]
        data = QMimeData()
        data.setData(CHATS_TYPE, json.dumps([row.id for row in rows if isinstance(row, Conversation)]).encode())
        return data

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: _Index) -> bool:
        if not data.hasFormat(CHATS_TYPE) or not parent.isValid() or self._place is not Place.CHATS:
            return False
        return not isinstance(self._rows[parent.row()], Conversation)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        ids, target = dropped_ids(data), self._rows[parent.row()]
        if target == PINNED:
            self.pin_requested.emit(ids, True)
        else:
            self.move_requested.emit(ids, target.path if isinstance(target, FolderRow) else "")
        return False  # the store says where it lies then; the view must not take the rows out

    def _belongs(self, conversation: Conversation) -> bool:
        return self._place is place_of(conversation)

    def _stays(self, conversation: Conversation) -> bool:
        """Show a changed conversation in its row, where it can stay there; otherwise the list is put in order again."""
        old, row = self._by_id.get(conversation.id), self._row_of.get(conversation.id)
        if old is None or row is None or not self._belongs(conversation):
            return False
        if (conversation.pinned, conversation.folder) != (old.pinned, old.folder):
            return False
        if conversation.updated_at != old.updated_at:
            # It has become the newest, which only the first of its group already is.
            above = self._rows[row - 1] if row else None
            group = PINNED if conversation.pinned else day_group(conversation.updated_at, self._now())
            if not isinstance(above, str) or above != group:
                return False
        self._by_id[conversation.id] = conversation
        self._rows[row] = conversation
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)
        return True

    def _rebuild(self) -> None:
        ordered = sorted(self._by_id.values(), key=lambda item: item.updated_at, reverse=True)
        self.beginResetModel()
        match self._place:
            case Place.BIN:
                self._rows = [*sorted(ordered, key=lambda item: item.deleted_at or item.updated_at, reverse=True)]
            case Place.ARCHIVE:
                self._rows = self._by_day(ordered)
            case Place.CHATS:
                pinned = [item for item in ordered if item.pinned]
                rest = [item for item in ordered if not item.pinned]
                foldered = [item for item in rest if item.folder]
                loose = rest if not foldered else [item for item in rest if not item.folder]
                self._rows = [PINNED, *pinned] if pinned else []
                self._rows += [*self._folder_rows(foldered), *self._by_day(loose)]
        self._row_of = {}
        for number, row in enumerate(self._rows):
            if isinstance(row, Conversation):
                self._row_of[row.id] = number
            elif isinstance(row, FolderRow):
                self._row_of[f"{row.path}/"] = number
        self.endResetModel()

    def _folder_rows(self, foldered: Sequence[Conversation]) -> list[Row]:
        within: dict[str, list[Conversation]] = {}
        for item in foldered:
            within.setdefault(item.folder, []).append(item)
        paths = sorted({*self._folders, *within}, key=str.casefold)
        rows: list[Row] = [marked("Folders")] if paths else []
        for path in paths:
            parent = path.rpartition("/")[0]
            if parent and parent not in self._open:
                continue
            count = sum(len(held) for key, held in within.items() if key == path or key.startswith(f"{path}/"))
            is_open = path in self._open
            rows.append(FolderRow(path, count, is_open))
            if is_open:
                rows += within.get(path, [])
        return rows

    def _by_day(self, ordered: Sequence[Conversation]) -> list[Row]:
        now = self._now()
        rows: list[Row] = []
        heading, until = "", _NEVER
        for conversation in ordered:
            if conversation.updated_at < until:
                heading = day_group(conversation.updated_at, now)
                until = _begin(heading, conversation.updated_at, now)
                rows.append(heading)
            rows.append(conversation)
        return rows


def _begin(heading: str, moment: datetime, now: datetime) -> datetime:
    """When the days under a heading begin, ``moment`` being one of theirs; what is newer has the same heading."""
    first = moment
    while (before := _midnight(first)) != first and day_group(before, now) == heading:
        first = before
        day_before = before - timedelta(seconds=1)
        if before <= now - timedelta(days=_LAST_DAYS):
            return _ALWAYS
        if day_group(day_before, now) != heading:
            break
        first = day_before
    return _midnight(first)


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.astimezone().date(), time.min).astimezone()


def dropped_ids(data: QMimeData) -> list[str]:
    """The chats that are dropped."""
    return [str(identity) for identity in json.loads(bytes(data.data(CHATS_TYPE).data()).decode())]
