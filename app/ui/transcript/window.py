"""A window over any number of rows: only those near the viewport exist, and what is being read never moves by itself.

The position is a row and an offset into it, never a number of pixels from the top: the heights of rows that were not
built yet are estimates, and become known without anything in sight moving. Knows nothing of messages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.ui.look.roles import spoken_as
from app.ui.transcript.heights import Heights

TOP_PX = 16
BOTTOM_PX = 24
NEAR_END_PX = 8  # so close to the end counts as reading there
STEP_PX = 32
JUMP_VIEWPORTS = 3  # a longer way is not walked row by row
SPARE_ROWS = 6
OVERSCAN = 0.5  # of a viewport, built ahead on either side …
AHEAD_MS = 10  # … one row at a time, between two frames and not within one


class RowWidget(Protocol):
    """What the window needs of a row's widget, besides being a ``QWidget``."""

    def relayout(self, width: int) -> int: ...

    def release(self) -> None: ...

    def is_wanted(self) -> bool: ...


@spoken_as(QAccessible.Role.Document)
class RowWindow(QAbstractScrollArea):
    """Shows rows that ``make`` creates, ``bind`` fills and ``estimate`` guesses the height of (number, width).

    ``prepare`` does ahead what of a row's binding needs no widget; false where nothing of that is left to do.
    ``at_end_changed`` says whether the reader is at the end; ``moved`` that what is in sight changed.
    """

    at_end_changed = Signal(bool)
    moved = Signal()

    def __init__(
        self,
        parent: QWidget,
        *,
        make: Callable[[QWidget], QWidget],
        bind: Callable[[QWidget, int], None],
        estimate: Callable[[int, int], int],
        prepare: Callable[[int], bool] = lambda _: False,
    ) -> None:
        super().__init__(parent)
        self._make, self._bind, self._estimate, self._prepare = make, bind, estimate, prepare
        self._keys: list[str] = []
        self._index: dict[str, int] = {}
        self._heights = Heights()
        self._measured: dict[str, int] = {}  # at the width now in force
        self._guessed: dict[str, int] = {}  # likewise, of rows never measured
        self._built: dict[str, QWidget] = {}
        self._spare: list[QWidget] = []
        self._anchor = 0  # the first row in sight …
        self._offset = -TOP_PX  # … and how much of it is above the viewport
        self._at_end = True
        self._busy = False
        self._value = 0
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self._build_ahead)
        self._missing: str | None = None  # the next row to build ahead
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(STEP_PX)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().sliderReleased.connect(self._settle)
        # Opaque, so that what stays in sight is moved as a picture: painting it anew takes most of a frame.
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What stands in it

    @property
    def built(self) -> dict[str, QWidget]:
        """The rows that exist now, by key."""
        return dict(self._built)

    @property
    def at_end(self) -> bool:
        """Whether the reader is at the end, and is kept there as more comes."""
        return self._at_end

    def set_keys(self, keys: Sequence[str], *, keep: bool, guessed: Mapping[str, int] | None = None) -> None:
        """Show other rows. With ``keep``, rows that stay are kept, and so is the place being read.

        ``guessed``: what ``estimate`` would say of each at the width now in force, where somebody knows it already.
        """
        held = (self._keys[self._anchor], self._offset) if keep and self._keys else None
        self._keys = list(keys)
        self._index = {key: number for number, key in enumerate(self._keys)}
        for key in [key for key in self._built if not keep or key not in self._index]:
            self._let_go(key)
        if not keep:
            self._measured.clear()
            self._guessed.clear()
        if guessed:
            self._guessed = {**guessed}
        known, guess = self._measured.get, self._guessed.get
        self._heights = Heights(
            known(key) or guess(key) or self._guess(key, number) for number, key in enumerate(self._keys)
        )
        for key in self._built:
            self._fill(key)
        if held is not None and held[0] in self._index:
            self._anchor, self._offset = self._index[held[0]], held[1]
        else:
            self._anchor, self._offset = max(len(self._keys) - 1, 0), 0
            self._set_at_end(True)
        self._settle()

    def refresh(self, key: str) -> None:
        """A row's content changed."""
        if key not in self._index:
            return
        if key in self._built:
            self._fill(key)
            self._settle()
        else:
            self._measured.pop(key, None)
            self._guessed.pop(key, None)
            number = self._index[key]
            self._heights[number] = self._guess(key, number)
            self._settle()

    def resized(self, widget: QWidget, *, kept_at_end: bool = False) -> None:
        """A row wants another height: something in it was folded or unfolded, or by itself, ``kept_at_end``."""
        for key, row in self._built.items():
            if row is widget:
                self._measure(key)
                if kept_at_end:
                    self._settle()
                    return
                # Unfolding at the end of the conversation must not push what was clicked out of sight.
                was_at_end, self._at_end = self._at_end, False
                self._settle()
                self._at_end = was_at_end and self._to_the_end() <= NEAR_END_PX  # all of it may be in sight still
                if was_at_end != self._at_end:
                    self.at_end_changed.emit(self._at_end)
                return

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.relayout()

    def relayout(self) -> None:
        """Every height may have changed (width, text size, colours)."""
        self._measured.clear()
        self._guessed.clear()
        share = self._offset / max(self._heights[self._anchor], 1) if self._keys and self._offset > 0 else None
        self._heights = Heights(self._guess(key, number) for number, key in enumerate(self._keys))
        for key in self._built:
            self._measure(key)
        if share is not None:
            self._offset = round(share * self._height(self._anchor))
        self._settle()

    def index(self, key: str) -> int | None:
        """Where a row stands among all."""
        return self._index.get(key)

    # Moving

    def scroll_by(self, pixels: int) -> None:
        """Move what is read; at the end, stay there as more comes."""
        self._move(pixels)
        if pixels > 0 and self._to_the_end() <= NEAR_END_PX:
            self._set_at_end(True)

    def to_end(self) -> None:
        """Go to the end, and stay there as more comes."""
        self._set_at_end(True)
        self._settle()

    def to_row(self, key: str, *, within: QWidget | None = None, margin: int = TOP_PX) -> QWidget | None:
        """Bring a row to the top (or a part of it into sight); returns its widget, built by then."""
        if key not in self._index:
            return None
        self._anchor, self._offset = self._index[key], -margin
        self._set_at_end(False)
        self._settle()
        if within is not None:
            self.show_part(within)
        return self._built.get(key)

    def show_part(self, part: QWidget, *, y: int = 0, height: int | None = None) -> None:
        """Scroll as little as possible so that a part of a built row can be seen."""
        top = part.mapTo(self.viewport(), QPoint(0, y)).y()
        tall = part.height() if height is None else height
        room = self.viewport().height()
        if top < TOP_PX:
            self._move(top - TOP_PX)
        elif top + tall > room - TOP_PX:
            self._move(min(top + tall - room + TOP_PX, top - TOP_PX))

    def row_at_top(self) -> int:
        """The number of the first row that can be read."""
        if not self._keys:
            return 0
        beyond = self._height(self._anchor) - self._offset < TOP_PX * 2
        return min(self._anchor + beyond, len(self._keys) - 1)

    # Inside

    def _move(self, pixels: int) -> None:
        self._offset += pixels
        self._set_at_end(False)
        self._settle()

    def _scrolled(self, value: int) -> None:
        if self._busy:
            return
        way, self._value = value - self._value, value
        bar = self.verticalScrollBar()
        if bar.isSliderDown() or abs(way) > JUMP_VIEWPORTS * self.viewport().height():
            if value >= bar.maximum():
                self._set_at_end(True)
            else:
                self._set_at_end(False)
                self._anchor = self._heights.at(max(value - TOP_PX, 0))
                self._offset = value - TOP_PX - self._heights.before(self._anchor)
        else:
            self._offset += way
            self._set_at_end(False)
        self._settle(by_hand=True)

    def _settle(self, *_: object, by_hand: bool = False) -> None:
        """Bring position, rows and scroll bar into agreement."""
        if self._busy:
            return
        self._busy = True
        try:
            if self._at_end:
                self._anchor = max(len(self._keys) - 1, 0)
                self._offset = (self._height(self._anchor) if self._keys else 0) + BOTTOM_PX - self.viewport().height()
            self._normalise()
            self._place()
            self._show_bar()
        finally:
            self._busy = False
        if by_hand and not self._at_end and self._to_the_end() <= NEAR_END_PX:
            self._set_at_end(True)
        self.moved.emit()

    def _normalise(self) -> None:
        """Make the anchor the first row in sight, and keep within both ends; rows on the way are measured."""
        if not self._keys:
            self._anchor, self._offset = 0, -TOP_PX
            return
        last = len(self._keys) - 1
        for _ in range(2):  # the second time after the end was passed
            while self._offset < 0 and self._anchor > 0:
                self._anchor -= 1
                self._offset += self._height(self._anchor)
            while self._anchor < last and self._offset >= self._height(self._anchor):
                self._offset -= self._height(self._anchor)
                self._anchor += 1
            if self._anchor == 0:
                self._offset = max(self._offset, -TOP_PX)
            beyond = self._to_the_end()
            if beyond >= 0:
                return
            self._offset += beyond
        if self._anchor == 0:
            self._offset = max(self._offset, -TOP_PX)

    def _to_the_end(self) -> int:
        """How far the end is below the viewport's lower edge; looks no further than it must."""
        room = self.viewport().height()
        y = -self._offset
        for number in range(self._anchor, len(self._keys)):
            y += self._height(number)
            if y > room + NEAR_END_PX and number < len(self._keys) - 1:
                return y - room
        return y + BOTTOM_PX - room

    def _place(self) -> None:
        room, width = self.viewport().height(), self.viewport().width()
        ahead = round(room * OVERSCAN)
        wanted: dict[str, int] = {}
        self._missing = None
        number, y = self._anchor, -self._offset
        while number < len(self._keys) and y < room + ahead:
            if y >= room and self._keys[number] not in self._built:
                self._missing = self._keys[number]
                break
            wanted[self._keys[number]] = y
            y += self._height(number)
            number += 1
        number, y = self._anchor - 1, -self._offset
        while number >= 0 and y > -ahead:
            if self._keys[number] not in self._built:
                self._missing = self._keys[number]  # rather than one below: back to what was read is the longer way
                break
            y -= self._height(number)
            wanted[self._keys[number]] = y
            number -= 1
        if self._missing is not None and not self._ahead.isActive():
            self._ahead.start()
        for key in [key for key in self._built if key not in wanted]:
            row = self._built[key]
            if self._as_row(row).is_wanted():
                first = self._heights.before(self._anchor) + self._offset
                wanted[key] = self._heights.before(self._index[key]) - first
            else:
                self._let_go(key)
        if (way := self._way(wanted)) and abs(way) < room:
            self.viewport().scroll(0, way)
        for key, top in wanted.items():
            self._build(key)
            row = self._built[key]
            row.setGeometry(0, top, width, self._heights[self._index[key]])
            if row.isHidden():
                row.show()

    def _way(self, wanted: Mapping[str, int]) -> int:
        """How far all that is in sight moves; nothing where some of it moves otherwise."""
        ways = {top - row.y() for key, top in wanted.items() if (row := self._built.get(key)) and row.isVisible()}
        return ways.pop() if len(ways) == 1 else 0

    def _build_ahead(self) -> None:
        if self._missing is not None and self._missing in self._index:
            if self._prepare(self._index[self._missing]):
                self._ahead.start()
                return
            self._build(self._missing)
            self._settle()

    def _show_bar(self) -> None:
        bar = self.verticalScrollBar()
        if bar.isSliderDown():
            return  # the thumb stays under the pointer; the estimates it was laid out by hold until it is let go
        total = TOP_PX + self._heights.total + BOTTOM_PX
        self._value = TOP_PX + self._heights.before(self._anchor) + self._offset if self._keys else 0
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(total - self.viewport().height(), 0))
        self._value = min(max(self._value, 0), bar.maximum())
        bar.setValue(self._value)

    def _guess(self, key: str, number: int) -> int:
        guess = self._guessed.get(key)
        if guess is None:
            guess = self._guessed[key] = self._estimate(number, self.viewport().width())
        return guess

    def _height(self, number: int) -> int:
        """A row's height, exactly: it is built and measured if it never was at this width."""
        key = self._keys[number]
        if key not in self._measured:
            self._build(key)
        return self._heights[number]

    def _build(self, key: str) -> None:
        if key not in self._built:
            row = self._spare.pop() if self._spare else self._make(self.viewport())
            self._built[key] = row
            self._fill(key)
        elif key not in self._measured:
            self._measure(key)

    def _fill(self, key: str) -> None:
        self._bind(self._built[key], self._index[key])
        self._measure(key)

    def _measure(self, key: str) -> None:
        row = self._built[key]
        height = self._as_row(row).relayout(self.viewport().width())
        self._measured[key] = height
        number = self._index[key]
        self._heights[number] = height
        row.resize(self.viewport().width(), height)

    def _let_go(self, key: str) -> None:
        row = self._built.pop(key)
        row.hide()
        self._as_row(row).release()
        if len(self._spare) < SPARE_ROWS:
            self._spare.append(row)
        else:
            row.deleteLater()

    def _set_at_end(self, at_end: bool) -> None:
        if at_end != self._at_end:
            self._at_end = at_end
            self.at_end_changed.emit(at_end)

    @staticmethod
    def _as_row(row: QWidget) -> RowWidget:
        return row  # type: ignore[return-value]  # ``make`` gives widgets that are rows; Qt's types cannot say so

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What moves, moves with the rows; Qt's own way would paint all of it anew."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.oldSize().width() != event.size().width():
            self.relayout()
        else:
            self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        match event.key():
            case Qt.Key.Key_Home:
                self.verticalScrollBar().setValue(0)
            case Qt.Key.Key_End:
                self.to_end()
            case Qt.Key.Key_PageUp:
                self._move(-round(self.viewport().height() * 0.9))
            case Qt.Key.Key_PageDown:
                self.scroll_by(round(self.viewport().height() * 0.9))
            case Qt.Key.Key_Up:
                self._move(-STEP_PX)
            case Qt.Key.Key_Down:
                self.scroll_by(STEP_PX)
            case _:
                event.ignore()
