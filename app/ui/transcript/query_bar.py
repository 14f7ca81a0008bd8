"""A line for a JMESPath over a result: tells what is typed, completes names, shows what is wrong. Evaluates nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from app.domain.aws import Table
from app.domain.language import tr
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import monospace_font, small_font
from app.ui.markdown import mark_unseen

PAUSE_MS = 150  # after the last key
_WORD = re.compile(r'"?[\w-]+$')


class _QueryLine(QLineEdit):
    """Escape leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class QueryBar(QWidget):
    """``asked`` (the expression, shortly after the last key; empty for none) and ``closed``."""

    asked = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._examples: Sequence[str] = ()
        self.line = _QueryLine(self)
        self.line.setFont(small_font(monospace_font()))
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.setPlaceholderText(tr("JMESPath, as in Items[?State=='running'].Name"))
        self.line.setAccessibleName(tr("JMESPath query over the result"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._typed)
        self.line.textEdited.connect(self._complete)
        self.line.left.connect(self.closed)
        self.line.returnPressed.connect(self._ask)
        self._menu = QToolButton(self)
        self._menu.setText(tr("Examples"))
        self._menu.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu.clicked.connect(self._offer_examples)
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        set_look(self._problem, "error")
        self._problem.hide()
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self.line)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated.connect(self._insert)
        names = self._completer.popup()
        assert names is not None
        names.setAccessibleName(tr("Names in the result"))
        self._list = names
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self._menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._problem)

    def set_text(self, text: str) -> None:
        """Put an expression in without asking."""
        self.line.blockSignals(True)
        self.line.setText(text)
        self.line.blockSignals(False)
        self._pause.stop()
        self.set_problem("")

    def set_names(self, names: Sequence[str]) -> None:
        """The member names to complete."""
        self._names.setStringList([mark_unseen(name) for name in names])

    def set_examples(self, examples: Sequence[str]) -> None:
        """Expressions that fit the result."""
        self._examples = examples

    def set_problem(self, words: str) -> bool:
        """Say what is wrong with the expression, or nothing; returns whether this changed what is shown."""
        before = self._problem.text()
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self.line.setAccessibleDescription(words)
        return bool(before) is not bool(words)

    def _typed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        self.asked.emit(self.line.text().strip())

    def _complete(self) -> None:
        word = self._word()
        if len(word) < 1:
            self._list.hide()
            return
        self._completer.setCompletionPrefix(word)
        count = self._completer.completionCount()
        if count == 0 or (count == 1 and self._completer.currentCompletion() == word):
            self._list.hide()
            return
        box = self.line.cursorRect()
        box.setWidth(220)
        self._completer.complete(box)

    def _word(self) -> str:
        match = _WORD.search(self.line.text()[: self.line.cursorPosition()])
        return match[0] if match else ""

    def _insert(self, name: str) -> None:
        at, word, text = self.line.cursorPosition(), self._word(), self.line.text()
        self.line.setText(text[: at - len(word)] + name + text[at:])
        self.line.setCursorPosition(at - len(word) + len(name))

    def _offer_examples(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for example in self._examples:
            menu.addAction(mark_unseen(example).replace("&", "&&"), self._taker(example))
        menu.popup(self._menu.mapToGlobal(QPoint(0, self._menu.height())))

    def _taker(self, example: str) -> Callable[[], None]:
        return lambda: self.line.setText(example)


def examples_for(table: Table | None) -> Sequence[str]:
    """Expressions to begin with, made from where the result's rows and cells stand."""
    source = table.source if table is not None and table.source else "Items[]"
    plain = [field for field in (table.fields if table is not None else ()) if re.fullmatch(r"[A-Za-z_][\w.]*", field)]
    first = plain[0] if plain else "Name"
    second = plain[1] if len(plain) > 1 else "State"
    third = plain[2] if len(plain) > 2 else second
    if table is not None and table.fields == ("@",):
        return (
            source,
            f"length({source})",
            f"{source} | sort(@)",
            f"{source} | [0]",
            f"{source} | [?contains(@, 'a')]",
        )
    return (
        f"{source}.{first}",
        f"{source}.{{{_title(first)}: {first}, {_title(second)}: {second}}}",
        f"{source} | [?{third} == 'value']",
        f"{source} | sort_by(@, &{first})",
        f"length({source})",
    )


def _title(field: str) -> str:
    return field.rpartition(".")[2]
