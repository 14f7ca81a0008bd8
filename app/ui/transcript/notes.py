"""Goes from the mark of a footnote to the note, and from the note's own mark back, within one message.

What was gone to is chosen and has the focus, so that Enter goes back.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget

from app.ui.transcript.window import RowWindow

_AROUND_PX = 40


def jump(row: QWidget, anchor: str) -> bool:
    """Go to the mark called ``anchor`` in the texts of ``row``; whether there is one."""
    for text in row.findChildren(QTextEdit):
        cursor = mark_in(text.document(), anchor)
        if cursor is not None:
            text.setTextCursor(cursor)
            text.setFocus(Qt.FocusReason.OtherFocusReason)
            place = text.cursorRect(cursor)
            around: QWidget | None = row
            while around is not None and not isinstance(around, RowWindow):
                around = around.parentWidget()
            if around is not None:
                around.show_part(text, y=place.y() - _AROUND_PX, height=place.height() + 2 * _AROUND_PX)
            return True
    return False


def mark_in(document: QTextDocument, anchor: str) -> QTextCursor | None:
    """The mark called ``anchor``, as a selection."""
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if anchor in piece.charFormat().anchorNames():
                cursor = QTextCursor(document)
                cursor.setPosition(piece.position())
                # Qt gives the name to the first letter alone; the link goes on.
                leads_to = piece.charFormat().anchorHref()
                while not pieces.atEnd() and pieces.fragment().charFormat().anchorHref() == leads_to:
                    end = pieces.fragment().position() + pieces.fragment().length()
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    pieces += 1
                return cursor
            pieces += 1
        block = block.next()
    return None
