"""The sheet F1 opens: every key, by section, written from the commands' own data."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import tr
from app.ui.commands.actions import native_keys
from app.ui.commands.command import Command
from app.ui.commands.every import SECTIONS, SHOWN_IN_F1_ONLY
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.look.tokens import BETWEEN, GRID, INSIDE, TURN

_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ShortcutSheet(QFrame):
    """A panel for an overlay. The line that narrows it has the focus; the keys that mean nothing in a line scroll."""

    def __init__(self, _theme: ThemeController, commands: Iterable[Command]) -> None:
        super().__init__()
        set_look(self, "popup")
        title = QLabel(tr("Keyboard shortcuts"))
        set_look(title, "heading")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("A word or a key"))
        self.filter.setAccessibleName(tr("Narrow the shortcuts"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self._nothing = QLabel()
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._nothing, "muted")
        self._nothing.hide()
        entries = [entry for entry in commands if not entry.id.startswith("chat.open-")]
        columns = QHBoxLayout()
        columns.setSpacing(TURN * 2)
        left, right = QVBoxLayout(), QVBoxLayout()
        self._sections: list[_Section] = []
        for number, section in enumerate(SECTIONS):
            rows = [(entry.words, native_keys(entry.keys)) for entry in entries if entry.section == section]
            if section == "Go":
                rows.append((tr("Open one of the first nine chats"), native_keys("Ctrl+1") + " … 9"))
            if section == "Edit":
                rows += [(tr(words), native_keys(keys)) for words, keys in SHOWN_IN_F1_ONLY]
            if rows:
                self._sections.append(_Section(tr(section), rows))
                (left if number < 2 else right).addWidget(self._sections[-1])
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
        self._scroll.installEventFilter(self)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, BETWEEN, 0)
        head.setSpacing(BETWEEN)
        head.addWidget(title)
        head.addWidget(self.filter, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TURN, TURN, INSIDE, TURN)
        layout.setSpacing(BETWEEN)
        layout.addLayout(head)
        layout.addWidget(self._nothing)
        layout.addWidget(self._scroll, 1)
        self.setFocusProxy(self.filter)

    def sizeHint(self) -> QSize:
        return QSize(scaled(880), scaled(760))

    def showEvent(self, event: QShowEvent) -> None:
        self.filter.clear()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            bar = self._scroll.verticalScrollBar()
            is_line = watched is self.filter
            match event.key():
                case Qt.Key.Key_Home if not (is_line and self.filter.text()):
                    bar.setValue(bar.minimum())
                case Qt.Key.Key_End if not (is_line and self.filter.text()):
                    bar.setValue(bar.maximum())
                case key if is_line and key in _SCROLLING:
                    QApplication.sendEvent(bar, event)
                case _:
                    return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        found = [section.narrow(wanted) for section in self._sections]
        self._nothing.setText("" if any(found) else tr("Nothing found for “{text}”.", text=text))
        self._nothing.setVisible(not any(found))
        self._scroll.verticalScrollBar().setValue(0)


class _Section(QWidget):
    """A heading, and below it what can be done by which keys."""

    def __init__(self, name: str, rows: list[tuple[str, str]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GRID + 2)
        grid.setHorizontalSpacing(BETWEEN)
        grid.setColumnStretch(0, 1)
        head = QLabel(name)
        set_look(head, "section")
        grid.addWidget(head, 0, 0)
        self._rows: list[tuple[str, QLabel, QLabel]] = []
        for number, (words, keys) in enumerate(rows, start=1):
            what = QLabel(words)
            what.setWordWrap(True)
            cap = QLabel(keys)
            set_look(cap, "keycap")
            cap.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(what, number, 0)
            grid.addWidget(cap, number, 1, Qt.AlignmentFlag.AlignRight)
            self._rows.append((f"{name} {words} {keys}".casefold(), what, cap))

    def narrow(self, wanted: list[str]) -> bool:
        """Show the rows in which all of these words stand; whether there are any."""
        found = False
        for text, what, cap in self._rows:
            shown = all(word in text for word in wanted)
            what.setVisible(shown)
            cap.setVisible(shown)
            found = found or shown
        self.setVisible(found)
        return found
