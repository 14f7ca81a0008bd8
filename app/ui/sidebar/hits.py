"""What a search found as a Qt model: each conversation once, with its messages under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain.language import tr
from app.domain.numerals import number
from app.domain.searching import SearchHit
from app.ui.sidebar.conversation_list import ROW_ROLE

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class HitGroup:
    """A conversation with something found in it, and how much of it so far."""

    conversation_id: str
    title: str
    count: int


class HitModel(QAbstractListModel):
    """Conversations in the order of their first hit, each with its hits. ``more_wanted`` asks for the next."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[HitGroup | SearchHit] = []
        self._hits: list[SearchHit] = []
        self._complete = True
        self._asked = False

    @property
    def last(self) -> SearchHit | None:
        """The last hit so far, in the order they were found."""
        return self._hits[-1] if self._hits else None

    def set_hits(self, hits: Sequence[SearchHit], *, complete: bool = True) -> None:
        """Replace what was found. A hit without ``node_id`` is a title. ``complete``: there are no more."""
        self.beginResetModel()
        self._hits = list(hits)
        self._complete, self._asked = complete, False
        self._arrange()
        self.endResetModel()

    def add_hits(self, hits: Sequence[SearchHit], *, complete: bool) -> None:
        """Add what was found after the last."""
        self.beginResetModel()
        self._hits += hits
        self._complete, self._asked = complete, False
        self._arrange()
        self.endResetModel()

    def first_row(self) -> int:
        """The row of the first hit, or -1."""
        return 1 if self._rows else -1

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, HitGroup):
            if role == Qt.ItemDataRole.DisplayRole:
                return row.title
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return tr("{title}, {count} found", title=row.title, count=number(row.count))
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.conversation_title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{title}: {text}", title=row.conversation_title, text=plain_snippet(row.snippet))
        return None

    def canFetchMore(self, _parent: _Index) -> bool:
        return not self._complete and not self._asked and bool(self._hits)

    def fetchMore(self, _parent: _Index) -> None:
        self._asked = True
        self.more_wanted.emit()

    def _arrange(self) -> None:
        by_conversation: dict[str, list[SearchHit]] = {}
        for hit in self._hits:
            by_conversation.setdefault(hit.conversation_id, []).append(hit)
        self._rows = []
        for conversation_id, hits in by_conversation.items():
            self._rows.append(HitGroup(conversation_id, hits[0].conversation_title, len(hits)))
            self._rows += hits


def snippet_runs(snippet: str) -> list[tuple[str, bool]]:
    """A snippet's pieces and whether each was found; found words stand between U+0001 and U+0002."""
    runs: list[tuple[str, bool]] = []
    one_line = " ".join(snippet.split(" ")).replace("\n", " ")
    # The found word should be seen in a narrow list: what stands far before it is cut.
    at = one_line.find("\x01")
    if at > 12:
        one_line = "…" + one_line[at - 8 :]
    for piece in one_line.split("\x01"):
        found, end, rest = piece.partition("\x02")
        if end:
            runs.append((found, True))
            if rest:
                runs.append((rest, False))
        elif piece:
            runs.append((piece, False))
    return runs


def plain_snippet(snippet: str) -> str:
    """A snippet without its marks."""
    return snippet.replace("\x01", "").replace("\x02", "")
