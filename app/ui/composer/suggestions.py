"""What is offered while ``/`` or ``@`` is typed: a list above the composer that leaves the focus where it is.

Owns the spot in the text that is being completed, the filter and the list. Refuses to know what is chosen for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.language import tr
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.look.tokens import GRID
from app.ui.widgets.choice_list import CHOICE_ROLE, Choice, ChoiceDelegate, ChoiceModel

COMMANDS, MODELS = "/", "@"
_LONGEST = 60  # of what is typed after the sign
_MOST_HEIGHT = 320
_AT_LINE_START = re.compile(r"^/([^\s/]*)$")
_AFTER_BLANK = re.compile(r"(?:^|\s)@([^\s@]*)$")
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """Where something is being completed: the sign, what was typed after it, and where the sign stands."""

    sign: str
    typed: str
    start: int


def spot_at(cursor: QTextCursor) -> Spot | None:
    """The spot that ends at the cursor; only the end of its line is looked at, however long that is."""
    if cursor.hasSelection():
        return None
    column = cursor.positionInBlock()
    text = cursor.block().text()
    before = text[max(0, column - _LONGEST - 2) : column]
    if column <= _LONGEST and (found := _AT_LINE_START.search(before)):
        return Spot(sign=COMMANDS, typed=found[1], start=cursor.position() - len(found[1]) - 1)
    if found := _AFTER_BLANK.search(before):
        return Spot(sign=MODELS, typed=found[1], start=cursor.position() - len(found[1]) - 1)
    return None


def fitting(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """The choices with a word that begins as ``typed`` does, or that hold it; the former first. Nothing is guessed:
    a path such as ``/etc`` must not become a command.
    """
    wanted = typed.casefold()
    if not wanted:
        return list(choices)
    ranked: list[tuple[int, Choice]] = []
    for choice in choices:
        title, words = choice.title.casefold(), choice.words.casefold()
        if title.startswith(wanted):
            ranked.append((0, choice))
        elif any(word.startswith(wanted) for word in _WORDS.findall(f"{title} {words}")):
            ranked.append((1, choice))
        elif wanted in words:
            ranked.append((2, choice))
    return [choice for _, choice in sorted(ranked, key=lambda pair: pair[0])]


class Suggestions(QFrame):
    """``wanted`` (a sign): its list is asked for by :meth:`set_choices`. ``taken`` (sign, id): one was chosen, and what
    was typed of it is gone from the text.
    """

    wanted = Signal(str)
    taken = Signal(str, str)

    def __init__(self, theme: ThemeController, edit: QPlainTextEdit, anchor: QWidget) -> None:
        super().__init__(anchor)
        set_look(self, "popup")
        self._edit = edit
        self._anchor = anchor
        self._spot: Spot | None = None
        self._left_at: int | None = None  # where Esc was pressed: not offered there again
        self._choices: dict[str, Sequence[Choice]] = {}
        self.model = ChoiceModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ChoiceDelegate(theme, self))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(self.view)
        self.view.clicked.connect(self._clicked)
        self.view.entered.connect(self._point)
        theme.changed.connect(self.view.viewport().update)
        self.hide()

    @property
    def current(self) -> Choice | None:
        """What Enter would take."""
        choice = self.view.currentIndex().data(CHOICE_ROLE) if self.isVisible() else None
        return choice if isinstance(choice, Choice) else None

    def look(self) -> None:
        """The text or the cursor changed: offer what fits, or nothing."""
        spot = spot_at(self._edit.textCursor())
        if spot is None:
            self._left_at = None
            self.close_list()
            return
        if spot.start == self._left_at:
            return
        is_new = self._spot is None or (self._spot.sign, self._spot.start) != (spot.sign, spot.start)
        self._spot = spot
        if is_new:
            self.wanted.emit(spot.sign)
        self._fill()

    def set_choices(self, sign: str, choices: Sequence[Choice]) -> None:
        """What is offered after ``sign``."""
        self._choices[sign] = [choice for choice in choices if choice.enabled]
        if self._spot is not None and self._spot.sign == sign:
            self._fill()

    def close_list(self) -> None:
        """Offer nothing."""
        self._spot = None
        self.hide()

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key that the field got is meant for the list."""
        if not self.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_PageDown:
                self._step(6)
            case Qt.Key.Key_PageUp:
                self._step(-6)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                return self._take(self.current)
            case Qt.Key.Key_Escape:
                self._left_at = None if self._spot is None else self._spot.start
                self.close_list()
            case _:
                return False
        return True

    def place(self) -> None:
        """Stand above the composer, over what lies there."""
        if self._spot is None:
            return
        top = self._anchor.window()
        rows = range(min(self.model.rowCount(), 12))
        height = sum(self.view.sizeHintForRow(row) for row in rows) + 2 * GRID + 4
        corner = self._anchor.mapTo(top, QPoint(0, 0))
        height = min(height, _MOST_HEIGHT, max(corner.y() - 2 * GRID, 60))
        self.setParent(top)
        self.setGeometry(corner.x(), corner.y() - height - GRID, min(self._anchor.width(), 560), height)

    def sizeHint(self) -> QSize:
        return QSize(480, 200)

    def _fill(self) -> None:
        assert self._spot is not None
        found = fitting(self._choices.get(self._spot.sign, ()), self._spot.typed)
        self.model.set_choices(found)
        row = self.model.first()
        if row < 0:
            self.hide()
            return
        self.place()
        self.show()
        self.raise_()
        what = tr("Models") if self._spot.sign == MODELS else tr("Commands and prompts")
        self.view.setAccessibleName(what)
        self._select(row)

    def _select(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row, 0))
        if row <= 1:
            self.view.scrollToTop()
        if (choice := self.current) is not None:
            # The focus stays in the field, so that a screen reader is told.
            said = ", ".join(part for part in (choice.title, choice.detail, choice.trailing) if part)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, said))

    def _step(self, by: int) -> None:
        usable = [row for row in range(self.model.rowCount()) if self.model.flags(self.model.index(row, 0))]
        at = usable.index(self.view.currentIndex().row()) if self.view.currentIndex().row() in usable else 0
        wanted = at + by
        self._select(usable[wanted % len(usable) if abs(by) == 1 else min(max(wanted, 0), len(usable) - 1)])

    def _point(self, index: QModelIndex) -> None:
        if self.model.flags(index):
            self.view.setCurrentIndex(index)

    def _clicked(self, index: QModelIndex) -> None:
        choice = index.data(CHOICE_ROLE)
        self._take(choice if isinstance(choice, Choice) else None)

    def _take(self, choice: Choice | None) -> bool:
        spot = self._spot
        if choice is None or spot is None:
            return False
        cursor = self._edit.textCursor()
        cursor.setPosition(spot.start)
        cursor.setPosition(spot.start + 1 + len(spot.typed), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._edit.setTextCursor(cursor)
        self.close_list()
        self.taken.emit(spot.sign, choice.id)
        return True
