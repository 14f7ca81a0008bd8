"""A selection that runs through several texts of a conversation: prose, code and tables, of one message or of many.

It is kept by messages and places in them, so that it reaches over rows that are not built. Owns no text; one that stays
within one text is that text's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.ui.markdown.maths import formula_at, source_of

SCROLL_MS = 16
_LAST = 1_000_000_000  # behind every text of a message, and every place in a text
_OBJECT = "\ufffc"  # stands for a picture in Qt's text
Text = QTextEdit | QPlainTextEdit
_Move = QTextCursor.MoveOperation
_MOVES = {
    Qt.Key.Key_Left: (_Move.Left, _Move.WordLeft, False),
    Qt.Key.Key_Right: (_Move.Right, _Move.WordRight, True),
    Qt.Key.Key_Up: (_Move.Up, _Move.Up, False),
    Qt.Key.Key_Down: (_Move.Down, _Move.Down, True),
}
"""What a key does with Shift, and with Ctrl besides; and whether that is forwards."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: in a message, in which of its texts, before which character."""

    key: str
    text: int
    at: int


class Rows(Protocol):
    """What the selection needs of the transcript."""

    def built(self) -> Mapping[str, Sequence[Text]]:
        """The texts of the rows that exist, in reading order."""
        ...

    def index(self, key: str) -> int | None:
        """Where a message stands in the branch shown."""
        ...

    def keys(self) -> Sequence[str]:
        """All messages of the branch shown."""
        ...

    def source(self, key: str) -> str:
        """A whole message as Markdown, with who speaks where that changes."""
        ...

    def frame(self) -> QRect:
        """What is in sight, in the screen's coordinates."""
        ...

    def scroll(self, pixels: int) -> None:
        """Move what is read."""
        ...

    def show(self, text: QWidget, area: QRect) -> None:
        """Bring a part of a text into sight."""
        ...


class ConversationSelection(QObject):
    """Carries on what began in one text through the others."""

    def __init__(self, rows: Rows, copy: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._copy = copy
        self._anchor: Spot | None = None
        self._head: Spot | None = None
        self._origin: Text | None = None  # of the drag that goes on
        self._place = QPoint()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def is_spanning(self) -> bool:
        """Whether it runs through several texts."""
        return self._head is not None

    def holds(self, key: str) -> bool:
        """Whether it begins or ends in a message, so that its row must not go away."""
        spots = (self._anchor, self._head)
        return any(spot is not None and spot.key == key and 0 <= spot.text < _LAST for spot in spots)

    def forget(self) -> None:
        """Another conversation is shown."""
        self.end_drag()
        self._anchor = self._head = None

    def begin(self, origin: Text) -> None:
        """A selection begins in ``origin``; those elsewhere end."""
        self.forget()
        self._origin = origin
        for texts in self._rows.built().values():
            for text in texts:
                if text is not origin:
                    _clear(text)

    def drag(self, origin: Text, place: QPoint) -> None:
        """The pointer is at ``place`` (of the screen), its button still down since it went down in ``origin``."""
        self._origin, self._place = origin, place
        frame = self._rows.frame()
        if frame.top() <= place.y() <= frame.bottom():
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()
        begun, reached = self._spot_of(origin), self._spot_at(place)
        if begun is None or reached is None:
            return
        if self._anchor is None:
            self._anchor = Spot(begun.key, begun.text, origin.textCursor().anchor())
        if (reached.key, reached.text) == (begun.key, begun.text) and self._head is None:
            return  # the text does it itself
        self._head = reached
        self.renew()

    def end_drag(self) -> None:
        """The button is up."""
        self._scrolling.stop()
        self._origin = None

    def select_all(self) -> None:
        """Select the whole conversation."""
        keys = self._rows.keys()
        if keys:
            self._anchor, self._head = Spot(keys[0], -1, 0), Spot(keys[-1], _LAST, 0)
            self.renew()

    def take_key(self, origin: Text, event: QKeyEvent) -> bool:
        """Shift and an arrow at the end of a text goes on in the next one; ``False`` where the text does it itself."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        move = _MOVES.get(Qt.Key(event.key()))
        if move is None or not modifiers & Qt.KeyboardModifier.ShiftModifier:
            if self.is_spanning and move is not None:
                self.begin(origin)
            return False
        by_letter, by_word, forwards = move
        operation = by_word if modifiers & Qt.KeyboardModifier.ControlModifier else by_letter
        head = self._head
        if head is None:
            cursor = origin.textCursor()
            spot = self._spot_of(origin)
            if spot is None or QTextCursor(cursor).movePosition(operation):
                return False
            self._anchor = Spot(spot.key, spot.text, cursor.anchor())
            head = Spot(spot.key, spot.text, cursor.position())
        self._head = self._moved(head, operation, forwards=forwards) or head
        self.renew()
        self._show_head()
        return True

    def copy(self) -> bool:
        """Copy what is selected where it runs through several texts; ``False`` where one text can do it itself."""
        if self._head is None or self._anchor is None:
            return False
        (first, _), (last, _) = self._ends()
        built = self._rows.built()
        parts = []
        for key in self._rows.keys()[first[0] : last[0] + 1]:
            if self.holds(key) and key in built:
                chosen = [text.textCursor() for text in built[key] if text.textCursor().hasSelection()]
                parts += [selected_text(cursor) for cursor in chosen]
            else:
                parts.append(self._rows.source(key))
        self._copy("\n\n".join(part for part in parts if part))
        return True

    def renew(self) -> None:
        """Show it in the rows that are built now."""
        if self._head is None or self._anchor is None:
            return
        if self._rows.index(self._anchor.key) is None or self._rows.index(self._head.key) is None:
            self.forget()  # another branch is shown
            return
        low, high = self._ends()
        for key, texts in self._rows.built().items():
            row = self._rows.index(key)
            assert row is not None
            for number, text in enumerate(texts):
                self._select(text, (row, number), low, high)

    def _select(self, text: Text, here: tuple[int, int], low: _End, high: _End) -> None:
        if not low[0] <= here <= high[0]:
            _clear(text)
            return
        assert self._head is not None
        length = text.document().characterCount() - 1
        start = min(low[1], length) if here == low[0] else 0
        end = min(high[1], length) if here == high[0] else length
        forwards = (self._rows.index(self._head.key), self._head.text) == high[0]
        anchor, head = (start, end) if forwards else (end, start)
        cursor = text.textCursor()
        if (cursor.anchor(), cursor.position()) == (anchor, head):
            return
        bars = (text.horizontalScrollBar(), text.verticalScrollBar())
        values = [bar.value() for bar in bars]
        cursor.setPosition(anchor)
        cursor.setPosition(head, QTextCursor.MoveMode.KeepAnchor)
        text.setTextCursor(cursor)
        for bar, value in zip(bars, values, strict=True):  # what is read stays where it is
            bar.setValue(value)

    def _ends(self) -> tuple[_End, _End]:
        """Where it begins and ends in reading order: row and text, and the place in that."""
        assert self._anchor is not None
        assert self._head is not None
        ends = [((self._rows.index(spot.key) or 0, spot.text), spot.at) for spot in (self._anchor, self._head)]
        return min(ends), max(ends)

    def _spot_of(self, text: Text) -> Spot | None:
        for key, texts in self._rows.built().items():
            if text in texts:
                return Spot(key, texts.index(text), 0)
        return None

    def _spot_at(self, place: QPoint) -> Spot | None:
        frame = self._rows.frame()
        place = QPoint(place.x(), min(max(place.y(), frame.top()), frame.bottom()))
        near: tuple[int, Spot, Text] | None = None
        for key, texts in self._rows.built().items():
            for number, text in enumerate(texts):
                far = _distance(text, place) if text.isVisible() else _LAST
                if near is None or far < near[0]:
                    near = far, Spot(key, number, 0), text
        if near is None:
            return None
        _, spot, text = near
        return Spot(spot.key, spot.text, text.cursorForPosition(text.viewport().mapFromGlobal(place)).position())

    def _moved(self, head: Spot, operation: QTextCursor.MoveOperation, *, forwards: bool) -> Spot | None:
        texts = self._rows.built().get(head.key)
        if texts is None or not 0 <= head.text < len(texts):
            return None
        cursor = QTextCursor(texts[head.text].document())
        cursor.setPosition(min(head.at, texts[head.text].document().characterCount() - 1))
        if cursor.movePosition(operation):
            return Spot(head.key, head.text, cursor.position())
        number = head.text + (1 if forwards else -1)
        if 0 <= number < len(texts):
            return Spot(head.key, number, 0 if forwards else _LAST)
        row = self._rows.index(head.key)
        keys = self._rows.keys()
        while row is not None and 0 <= (row := row + (1 if forwards else -1)) < len(keys):
            following = self._rows.built().get(keys[row])
            if following is None:
                return None  # it is too far away; what is in sight comes first
            if following:
                return Spot(keys[row], 0 if forwards else len(following) - 1, 0 if forwards else _LAST)
        return None

    def _show_head(self) -> None:
        assert self._head is not None
        texts = self._rows.built().get(self._head.key, ())
        if 0 <= self._head.text < len(texts):
            text = texts[self._head.text]
            self._rows.show(text, text.cursorRect(text.textCursor()))

    def _scroll(self) -> None:
        frame = self._rows.frame()
        over = min(self._place.y() - frame.top(), 0) + max(self._place.y() - frame.bottom(), 0)
        if self._origin is None or over == 0:
            self._scrolling.stop()
            return
        self._rows.scroll(max(min(over // 2, 60), -60) or (1 if over > 0 else -1))
        self.drag(self._origin, self._place)


_End = tuple[tuple[int, int], int]


def selected_text(cursor: QTextCursor) -> str:
    """What is selected, as text, formulas as their source."""
    text = cursor.selection().toPlainText()
    if _OBJECT not in text:
        return text
    sources: list[str] = []
    block = cursor.document().findBlock(cursor.selectionStart())
    while block.isValid() and block.position() < cursor.selectionEnd():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            form = piece.charFormat()
            if form.isImageFormat() and (formula := formula_at(form.toImageFormat().name())) is not None:
                first = max(piece.position(), cursor.selectionStart())
                last = min(piece.position() + piece.length(), cursor.selectionEnd())
                sources += [source_of(formula[0], display=formula[1])] * max(last - first, 0)
            pieces += 1
        block = block.next()
    parts = text.split(_OBJECT)
    return "".join(part + source for part, source in zip_longest(parts, sources[: len(parts) - 1], fillvalue=""))


def _clear(text: Text) -> None:
    cursor = text.textCursor()
    if cursor.hasSelection():
        cursor.clearSelection()
        text.setTextCursor(cursor)


def _distance(text: Text, place: QPoint) -> int:
    top = text.mapToGlobal(QPoint(0, 0)).y()
    return max(top - place.y(), place.y() - (top + text.height()), 0)
