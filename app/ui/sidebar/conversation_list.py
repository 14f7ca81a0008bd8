"""The list of conversations as a Qt model with date headings, and its painting; owns no conversation's messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.conversation import Conversation
from app.ui.look.icons import icon
from app.ui.look.theme import ThemeController, focus_pen, scaled, small_font
from app.ui.wording import day_group

if TYPE_CHECKING:
    from app.domain.ports import SearchHit

_Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
RUNNING_ROLE = Qt.ItemDataRole.UserRole + 2
ROW_HEIGHT = 32
HIT_HEIGHT = 52
PINNED = "Pinned"


class ConversationModel(QAbstractListModel):
    """Pinned conversations, then the others newest first, under headings (a heading is a ``str``).

    It holds the pages read so far; ``more_wanted`` asks for the next one, at the offset it carries.
    """

    more_wanted = Signal(int)
    rename_requested = Signal(str, str)

    def __init__(self, parent: QObject | None = None, *, now: Callable[[], datetime] | None = None) -> None:
        super().__init__(parent)
        self._now = now or (lambda: datetime.now(UTC))
        self._by_id: dict[str, Conversation] = {}
        self._rows: list[Conversation | str] = []
        self._row_of: dict[str, int] = {}
        self._running: frozenset[str] = frozenset()
        self._complete = True
        self._asked = False

    @property
    def conversations(self) -> tuple[Conversation, ...]:
        """Those read so far, in the order shown."""
        return tuple(row for row in self._rows if not isinstance(row, str))

    def set_conversations(self, conversations: Iterable[Conversation], *, complete: bool) -> None:
        """Replace everything. ``complete``: there are no further pages."""
        self._by_id = {conversation.id: conversation for conversation in conversations}
        self._complete, self._asked = complete, False
        self._rebuild()

    def add_page(self, conversations: Iterable[Conversation], *, complete: bool) -> None:
        """Add the page asked for."""
        self._complete, self._asked = complete, False
        for conversation in conversations:
            self._by_id.setdefault(conversation.id, conversation)
        self._rebuild()

    def upsert(self, conversation: Conversation) -> None:
        """Show a conversation that is new or changed."""
        old = self._by_id.get(conversation.id)
        self._by_id[conversation.id] = conversation
        row = self._row_of.get(conversation.id)
        if old is not None and row is not None and row == self._row_wanted(conversation, old):
            self._rows[row] = conversation
            index = self.index(row, 0)
            self.dataChanged.emit(index, index)
            return
        self._rebuild()

    def remove(self, conversation_id: str) -> None:
        """Take a deleted conversation out."""
        if self._by_id.pop(conversation_id, None) is not None:
            self._rebuild()

    def set_running(self, ids: Iterable[str]) -> None:
        """Mark the conversations that are being answered."""
        before, self._running = self._running, frozenset(ids)
        for changed in before ^ self._running:
            if (row := self._row_of.get(changed)) is not None:
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)

    def row_of(self, conversation_id: str | None) -> int:
        """The row a conversation stands in, or -1."""
        return -1 if conversation_id is None else self._row_of.get(conversation_id, -1)

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
            return row if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == RUNNING_ROLE:
            return row.id in self._running
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, being answered" if row.id in self._running else row.title
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or isinstance(row, str) or not title or title == row.title:
            return False
        self.rename_requested.emit(row.id, title)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def canFetchMore(self, _parent: _Index) -> bool:
        return not self._complete and not self._asked

    def fetchMore(self, _parent: _Index) -> None:
        self._asked = True
        self.more_wanted.emit(len(self._by_id))

    def _row_wanted(self, conversation: Conversation, old: Conversation) -> int:
        """The row it has, where it can stay there; -1 where the list has to be put in order again."""
        row = self._row_of[conversation.id]
        if conversation.pinned != old.pinned:
            return -1
        above = self._rows[row - 1] if row else None
        if conversation.updated_at != old.updated_at:
            # It has become the newest, which only the first of its group already is.
            first = isinstance(above, str)
            group = PINNED if conversation.pinned else day_group(conversation.updated_at, self._now())
            return row if first and above == group else -1
        return row

    def _rebuild(self) -> None:
        now = self._now()
        ordered = sorted(self._by_id.values(), key=lambda item: (not item.pinned, -item.updated_at.timestamp()))
        self.beginResetModel()
        self._rows, self._row_of = [], {}
        heading = ""
        for conversation in ordered:
            group = PINNED if conversation.pinned else day_group(conversation.updated_at, now)
            if group != heading:
                heading = group
                self._rows.append(heading)
            self._row_of[conversation.id] = len(self._rows)
            self._rows.append(conversation)
        self.endResetModel()


class HitModel(QAbstractListModel):
    """What a search found: conversations by title first, then messages by their text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SearchHit, ...] = ()

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        """Replace what was found. A hit without ``node_id`` is a title."""
        self.beginResetModel()
        self._rows = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit = self._rows[index.row()]
        if role == ROW_ROLE:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.conversation_title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.conversation_title}: {plain_snippet(hit.snippet)}"
        return None


class ConversationDelegate(QStyledItemDelegate):
    """Paints headings, conversations and search hits."""

    def __init__(self, theme: ThemeController, parent: QObject, *, height: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self.current_id: str | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(100, scaled(self._height))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(200)
        editor.setAccessibleName("Title")
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        editor.setGeometry(option.rect.adjusted(2, 1, -2, -1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, str):
            self._paint_heading(painter, option.rect, option.font, row)
        else:
            self._paint_background(painter, option, row)
            inner = option.rect.adjusted(10, 0, -10, 0)
            if not isinstance(row, Conversation):
                self._paint_hit(painter, inner, option.font, row)
            else:
                self._paint_conversation(painter, inner, option.font, row, running=bool(index.data(RUNNING_ROLE)))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, font: QFont, text: str) -> None:
        small = small_font(font)
        small.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.drawText(rect.adjusted(10, 8, -10, 0), int(Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_background(self, painter: QPainter, option: QStyleOptionViewItem, row: Conversation | SearchHit) -> None:
        tokens = self._theme.tokens
        shown = isinstance(row, Conversation) and row.id == self.current_id
        box = option.rect.adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if shown:
            painter.setPen(QColor(tokens.chosen_line))
            painter.setBrush(QColor(tokens.pressed))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(box, 6, 6)
        if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(focus_pen(tokens))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_conversation(
        self, painter: QPainter, inner: QRect, font: QFont, row: Conversation, *, running: bool
    ) -> None:
        tokens = self._theme.tokens
        if running:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(inner.right() - 7, inner.center().y() - 3, 7, 7)
            inner.setRight(inner.right() - 14)
        elif row.pinned:
            icon("pin", tokens.muted).paint(painter, QRect(inner.right() - 13, inner.center().y() - 6, 14, 14))
            inner.setRight(inner.right() - 20)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        title = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), title)

    def _paint_hit(self, painter: QPainter, inner: QRect, font: QFont, hit: SearchHit) -> None:
        tokens = self._theme.tokens
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        line_px = scaled(19)
        top = QRect(inner.left(), inner.top() + scaled(7), inner.width(), line_px)
        title = metrics.elidedText(hit.conversation_title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), title)
        small = small_font(font)
        left, line = inner.left(), top.translated(0, line_px)
        for text, found in snippet_runs(hit.snippet):
            small.setWeight(QFont.Weight.DemiBold if found else QFont.Weight.Normal)
            painter.setFont(small)
            painter.setPen(QColor(tokens.accent if found else tokens.muted))
            room = inner.right() - left
            if room <= 0:
                break
            piece = QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideRight, room)
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
            painter.drawText(QRect(left, line.top(), room, line.height()), flags, piece)
            left += QFontMetrics(small).horizontalAdvance(piece)


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
