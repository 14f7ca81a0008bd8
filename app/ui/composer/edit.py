"""The composer's field: plain text, and what its keys mean. Owns neither history nor suggestions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from app.domain.language import tr
from app.ui.composer.given import given, holds_files, is_binary
from app.ui.composer.paste_offer import is_giant, is_long

_LONGEST_WRAPPED_WORD = 20_000
_ITS_OWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab)
"""Keys that choose, take or leave what an input method composes: they do nothing else meanwhile."""


class ComposerEdit(QPlainTextEdit):
    """Plain text only, so that a long paste stays quick.

    ``first_look`` sees each key before the field does, and takes it by answering true; ``step`` is asked at the ends of
    the text for what was sent before (true: older). ``typed``: the person changed the text or moved the cursor.
    While an input method composes a word, every key is its own.
    """

    send_pressed = Signal()
    escape_pressed = Signal()
    backspace_at_start = Signal()
    typed = Signal()
    left = Signal()
    resized = Signal()
    given_files = Signal(list)
    given_image = Signal(QImage)
    given_long_text = Signal(str)
    given_giant_text = Signal(object)  # a str, which Qt would copy as such at every hop
    given_nothing = Signal(str)  # why

    def __init__(self) -> None:
        super().__init__()
        self.first_look: Callable[[QKeyEvent], bool] = lambda _event: False
        self.step: Callable[[bool], bool] = lambda _older: False
        self._is_composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if event.commitString():
            self.typed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes to what is offered first, and only then away from the field."""
        tab = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
        return (following and self.first_look(tab)) or super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_composing:
            if event.key() not in _ITS_OWN:
                super().keyPressEvent(event)
            return
        if self.first_look(event) or self._is_taken(event):
            return
        before = self.document().revision(), self.textCursor().position()
        super().keyPressEvent(event)
        if before != (self.document().revision(), self.textCursor().position()):
            self.typed.emit()

    def _is_taken(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        plain = not held & ~Qt.KeyboardModifier.KeypadModifier
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self.send_pressed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if held & Qt.KeyboardModifier.ShiftModifier:
                # A block of its own, not the soft line break Qt makes of Shift+Enter.
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
                self.typed.emit()
            case Qt.Key.Key_Escape:
                self.escape_pressed.emit()
            case Qt.Key.Key_Up if plain and self._is_at(QTextCursor.MoveOperation.Up):
                return self.step(True)
            case Qt.Key.Key_Down if plain and self._is_at(QTextCursor.MoveOperation.Down):
                return self.step(False)
            case Qt.Key.Key_Backspace if plain and self._is_at_start():
                self.backspace_at_start.emit()
                return False
            case _:
                return False
        return True

    def _is_at(self, way: QTextCursor.MoveOperation) -> bool:
        """Whether the cursor stands in the first line (Up) or the last (Down), as lines are seen."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        top = self.cursorRect(cursor).top()
        return not cursor.movePosition(way) or self.cursorRect(cursor).top() == top

    def _is_at_start(self) -> bool:
        cursor = self.textCursor()
        return cursor.atStart() and not cursor.hasSelection()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or holds_files(source) or is_binary(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        held = given(source)
        if held.paths:
            self.given_files.emit(list(held.paths))
        elif held.image is not None:
            self.given_image.emit(held.image)
        elif is_giant(held.text):
            self.given_giant_text.emit(held.text)
        elif is_long(held.text):
            self.given_long_text.emit(held.text)
        elif held.text:
            self.insert_text(held.text)
        elif source.formats() and not source.hasText():  # an empty clipboard is nothing to speak of
            self.given_nothing.emit(tr("What was copied is neither text, a picture nor a file, so it cannot be sent."))

    def insert_text(self, text: str) -> None:
        """Put ``text`` where the cursor is."""
        self.make_room_for(text)
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def make_room_for(self, text: str) -> None:
        """Stop wrapping lines where ``text`` holds a very long word, until the field is emptied.

        Qt's line breaking takes time by the square of a word's length: 50,000 letters without a blank take 0.3 s, a
        million minutes. Without wrapping a million take 0.7 s.
        """
        if any(len(word) > _LONGEST_WRAPPED_WORD for word in text.split()):
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def wrap_again(self) -> None:
        """Wrap lines at the field's width."""
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
