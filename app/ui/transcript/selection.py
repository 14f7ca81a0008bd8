"""A selection that runs through several parts of one message: prose, code and tables. Owns no text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from app.ui.markdown.maths import formula_at, source_of

_OBJECT = "\ufffc"  # stands for a picture in Qt's text
_Text = QTextEdit | QPlainTextEdit


class RowSelection:
    """Carries a drag that began in one text on through its neighbours; ``texts`` gives them in reading order."""

    def __init__(self, texts: Callable[[], list[_Text]], copy: Callable[[str], None]) -> None:
        self._texts = texts
        self._copy = copy

    def begin(self, origin: _Text) -> None:
        """A selection begins in ``origin``; those elsewhere in the message end."""
        for text in self._texts():
            if text is not origin:
                _clear(text)

    def drag(self, origin: _Text, place: QPoint) -> None:
        """The pointer is at ``place`` (of the screen), its button still down since it went down in ``origin``."""
        texts = self._texts()
        if origin not in texts:
            return
        start = texts.index(origin)
        end = min(range(len(texts)), key=lambda number: _distance(texts[number], place))
        for number, text in enumerate(texts):
            if not min(start, end) <= number <= max(start, end):
                _clear(text)
        if start == end:
            return
        down = end > start
        edge = QTextCursor.MoveOperation.End if down else QTextCursor.MoveOperation.Start
        cursor = origin.textCursor()
        anchor = cursor.anchor()
        cursor.setPosition(anchor)
        cursor.movePosition(edge, QTextCursor.MoveMode.KeepAnchor)
        origin.setTextCursor(cursor)
        for number in range(min(start, end) + 1, max(start, end)):
            texts[number].selectAll()
        target = texts[end]
        reached = target.cursorForPosition(target.viewport().mapFromGlobal(place)).position()
        cursor = target.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start if down else QTextCursor.MoveOperation.End)
        cursor.setPosition(reached, QTextCursor.MoveMode.KeepAnchor)
        target.setTextCursor(cursor)

    def copy(self) -> bool:
        """Copy what is selected where it runs through several texts; ``False`` where one text can do it itself."""
        chosen = [text.textCursor() for text in self._texts() if text.textCursor().hasSelection()]
        if len(chosen) < 2:
            return False
        self._copy("\n\n".join(selected_text(cursor) for cursor in chosen))
        return True


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


def _clear(text: _Text) -> None:
    cursor = text.textCursor()
    if cursor.hasSelection():
        cursor.clearSelection()
        text.setTextCursor(cursor)


def _distance(text: _Text, place: QPoint) -> int:
    top = text.mapToGlobal(QPoint(0, 0)).y()
    return max(top - place.y(), place.y() - (top + text.height()), 0)
