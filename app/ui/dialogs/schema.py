"""The editor of a JSON schema: typed, begun with an example or read from a file; says what is wrong as it is typed."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import marked, tr
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import monospace_font
from app.ui.look.tokens import BETWEEN, INSIDE, TURN

_PAUSE_MS = 250


def _object(title: str, **properties: object) -> dict[str, object]:
    return {
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_TEXT: dict[str, object] = {"type": "string"}
EXAMPLES: tuple[tuple[str, Mapping[str, object]], ...] = (
    (marked("A list of texts"), _object("List", items={"type": "array", "items": _TEXT})),
    (
        marked("A table: rows with named fields"),
        _object("Table", rows={"type": "array", "items": _object("Row", name=_TEXT, value={"type": "number"})}),
    ),
    (
        marked("A judgement with its reasons"),
        _object(
            "Judgement",
            verdict={"type": "string", "enum": ["yes", "no", "unsure"]},
            reasons={"type": "array", "items": _TEXT},
        ),
    ),
    (
        marked("Findings of a security review"),
        _object(
            "Findings",
            findings={
                "type": "array",
                "items": _object(
                    "Finding",
                    resource=_TEXT,
                    severity={"type": "string", "enum": ["low", "medium", "high", "critical"]},
                    problem=_TEXT,
                    remedy=_TEXT,
                ),
            },
        ),
    ),
)


class SchemaDialog(QDialog):
    """``typed(text)`` after a pause in typing; ``file_chosen(path)``; ``saved(text)`` takes what stands there."""

    typed = Signal(str)
    file_chosen = Signal(str)
    saved = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Answer as JSON"))
        self.setModal(True)
        self.resize(620, 560)
        self.setMinimumSize(460, 380)
        lead = QLabel(
            tr(
                "Every answer of this chat will be JSON that follows this schema. It is checked, and a model whose "
                "answer does not follow it is asked once more. The model gets no AWS tools meanwhile, unless the chat "
                "names an account."
            )
        )
        lead.setWordWrap(True)
        set_look(lead, "muted")
        self.examples = QComboBox()
        self.examples.setAccessibleName(tr("Begin with an example"))
        self.examples.addItem(tr("Begin with an example…"))
        for title, _ in EXAMPLES:
            self.examples.addItem(tr(title))
        self.examples.activated.connect(self._take_example)
        self.load = QPushButton(tr("From a file…"))
        self.load.clicked.connect(self._choose_file)
        self.empty = QPushButton(tr("Clear"))
        self.empty.clicked.connect(lambda: self.set_text(""))
        top = QHBoxLayout()
        top.setSpacing(INSIDE)
        example = QLabel(tr("Example"))
        example.setBuddy(self.examples)
        top.addWidget(example)
        top.addWidget(self.examples, 1)
        top.addWidget(self.load)
        top.addWidget(self.empty)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("JSON schema"))
        self.text.setTabChangesFocus(True)
        font = monospace_font()
        self.text.setFont(font)
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.text.setTabStopDistance(2 * QFontMetricsF(font).horizontalAdvance(" "))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setPlaceholderText('{"type": "object", "properties": {"name": {"type": "string"}}}')
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setMinimumHeight(36)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.save = QPushButton(tr("Use this schema"))
        set_look(self.save, "primary")
        self.save.setToolTip(tr("Ctrl+Enter"))
        self.save.clicked.connect(lambda: self.saved.emit(self.text.toPlainText()))
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        for button in (self.load, self.empty, self.save, cancel):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(INSIDE)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(TURN, TURN, TURN, BETWEEN)
        column.setSpacing(BETWEEN)
        column.addWidget(lead)
        column.addLayout(top)
        column.addWidget(self.text, 1)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.typed.emit(self.text.toPlainText()))
        self.text.textChanged.connect(self._changed)
        self._changed()

    def open_with(self, schema: Mapping[str, object] | None) -> None:
        """Show the dialog over a chat's schema."""
        self.set_text("" if schema is None else json.dumps(dict(schema), indent=2, ensure_ascii=False))
        self.open()
        self.text.setFocus()

    def set_text(self, text: str) -> None:
        """Put a schema into the field, so that it can be undone."""
        cursor = self.text.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)

    def set_problem(self, text: str, problem: str | None) -> None:
        """Say why the schema ``text`` cannot be used, or that it can; what was typed since is judged later."""
        if text != self.text.toPlainText():
            return
        empty = not text.strip()
        self.problem.setText("" if empty else problem or tr("This schema can be used."))
        set_look(self.problem, "error" if problem is not None else "good")
        self.save.setEnabled(problem is None and not empty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.save.isEnabled():
                self.save.click()
            elif isinstance(focused, QPushButton):
                focused.click()
            return  # it must not press a button somewhere else
        super().keyPressEvent(event)

    def _changed(self) -> None:
        self.save.setEnabled(False)
        self.problem.setText("")
        self._pause.start()

    def _take_example(self, at: int) -> None:
        if at > 0:
            self.set_text(json.dumps(dict(EXAMPLES[at - 1][1]), indent=2))
        self.examples.setCurrentIndex(0)

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("A JSON schema"), "", tr("JSON (*.json);;All (*)"))
        if path:
            self.file_chosen.emit(path)
