"""A person's message being changed in its place. Sends nothing: it hands the new text over."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTextEdit, QWidget

from app.domain.language import tr
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import interface_font
from app.ui.transcript.items import Editor, Item
from app.ui.transcript.segment import Segment, Surroundings


class _EditText(QPlainTextEdit):
    """Plain text whose Enter and Esc belong to the editor around it; Shift+Enter breaks the line."""

    def __init__(self, editor: EditorSegment) -> None:
        super().__init__(editor)
        self._editor = editor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._editor.cancel()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self._editor.send()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() not in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            super().changeEvent(event)  # the style sheet's font is the chrome's; this text has its own


class EditorSegment(Segment):
    """A person's message being changed; sending it makes a new branch."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._item = Editor(node_id="", text="")
        self._text = _EditText(self)
        self._text.setAccessibleName(tr("Change the message"))
        self._text.setTabChangesFocus(True)
        self._text.document().setDefaultFont(interface_font(self.theme.text_size_px))
        self._text.textChanged.connect(self._changed)
        self._send = QPushButton(tr("Send"), self)
        set_look(self._send, "primary")
        self._send.setToolTip(tr("Send as a new version (Enter)"))
        self._send.clicked.connect(self.send)
        self._cancel = QPushButton(tr("Cancel"), self)
        self._cancel.clicked.connect(self.cancel)
        self._hint = QLabel(tr("The answer so far stays as a version of its own."), self)
        set_look(self._hint, "muted")

    def bind(self, item: Item) -> None:
        assert isinstance(item, Editor)
        if item.node_id != self._item.node_id:
            self._item = item
            self._text.setPlainText(item.text)
            self._text.moveCursor(self._text.textCursor().MoveOperation.End)

    def take_focus(self) -> None:
        """Put the caret into the text."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def height_for(self, width: int) -> int:
        document = self._text.document()
        line = QFontMetrics(document.defaultFont()).lineSpacing()
        text_width = max(width - 20, 40)
        lines = sum(
            max(1, math.ceil(len(part) * QFontMetrics(document.defaultFont()).averageCharWidth() / text_width))
            for part in self._text.toPlainText().split("\n")
        )
        body = min(max(lines, 2), 16) * line + 20
        self._text.setGeometry(0, 0, width, body)
        send, cancel = self._send.sizeHint(), self._cancel.sizeHint()
        top = body + 8
        self._send.setGeometry(width - send.width(), top, send.width(), send.height())
        self._cancel.setGeometry(width - send.width() - cancel.width() - 8, top, cancel.width(), cancel.height())
        room = width - send.width() - cancel.width() - 24
        self._hint.setVisible(room >= self._hint.sizeHint().width())
        self._hint.setGeometry(0, top, max(room, 0), send.height())
        return top + send.height()

    def documents(self) -> list[QTextEdit | QPlainTextEdit]:
        return [self._text]

    def send(self) -> None:
        """Hand the changed text over, unless nothing would change."""
        text = self._text.toPlainText()
        if self._item.node_id and (text.strip() or self._item.has_files):
            self.surroundings.edit(self._item.node_id, text)

    def cancel(self) -> None:
        """Leave the message as it is."""
        if self._item.node_id:
            self.surroundings.edit(self._item.node_id, None)

    def forget(self) -> None:
        """The next binding starts afresh, even with the same message."""
        self._item = Editor(node_id="", text="")

    def _changed(self) -> None:
        self._send.setEnabled(self._item.has_files or bool(self._text.toPlainText().strip()))
        if self._item.node_id:
            self.surroundings.resized(self)
