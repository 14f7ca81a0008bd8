"""The sheet F1 opens: every key, by section, written from the commands' own data."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.domain.language import tr
from app.ui.commands.actions import native_keys
from app.ui.commands.command import Command
from app.ui.commands.every import SECTIONS, SHOWN_IN_F1_ONLY
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.look.tokens import BETWEEN, GRID, INSIDE, TURN


class ShortcutSheet(QFrame):
    """A panel for an overlay. The scroll area takes the focus, so that arrow keys move it."""

    def __init__(self, _theme: ThemeController, commands: Iterable[Command]) -> None:
        super().__init__()
        set_look(self, "popup")
        title = QLabel(tr("Keyboard shortcuts"))
        set_look(title, "heading")
        entries = [entry for entry in commands if not entry.id.startswith("chat.open-")]
        columns = QHBoxLayout()
        columns.setSpacing(TURN * 2)
        left, right = QVBoxLayout(), QVBoxLayout()
        for number, section in enumerate(SECTIONS):
            rows = [(entry.words, native_keys(entry.keys)) for entry in entries if entry.section == section]
            if section == "Go":
                rows.append((tr("Open one of the first nine chats"), native_keys("Ctrl+1") + " … 9"))
            if section == "Edit":
                rows += [(tr(words), native_keys(keys)) for words, keys in SHOWN_IN_F1_ONLY]
            if rows:
                (left if number < 2 else right).addLayout(_section(tr(section), rows))
        for column in (left, right):
            column.setSpacing(BETWEEN)
            column.addStretch(1)
            columns.addLayout(column, 1)
        body = QWidget()
        body.setLayout(columns)
        columns.setContentsMargins(0, 0, BETWEEN, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(body)
        self.setAccessibleName(tr("Keyboard shortcuts"))
        self._scroll.setAccessibleName(tr("Keyboard shortcuts"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TURN, TURN, INSIDE, TURN)
        layout.setSpacing(BETWEEN)
        layout.addWidget(title)
        layout.addWidget(self._scroll, 1)
        self.setFocusProxy(self._scroll)

    def sizeHint(self) -> QSize:
        return QSize(scaled(880), scaled(760))


def _section(name: str, rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(GRID + 2)
    grid.setHorizontalSpacing(BETWEEN)
    grid.setColumnStretch(0, 1)
    head = QLabel(name)
    set_look(head, "section")
    grid.addWidget(head, 0, 0)
    for number, (words, keys) in enumerate(rows, start=1):
        what = QLabel(words)
        what.setWordWrap(True)
        cap = QLabel(keys)
        set_look(cap, "keycap")
        cap.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(what, number, 0)
        grid.addWidget(cap, number, 1, Qt.AlignmentFlag.AlignRight)
    return grid
