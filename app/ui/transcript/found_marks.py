"""Marks the places that were found in the rows that are built, and brings one of them into sight. Finds nothing."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from app.ui.look.theme import ThemeController
from app.ui.transcript.finding import Finder, Hit
from app.ui.transcript.json_view import JsonSegment
from app.ui.transcript.places import card_at, places_in
from app.ui.transcript.row import MessageRow
from app.ui.transcript.window import RowWindow


class FoundMarks:
    """The marks in one transcript; the place the finder stands at is marked apart from the others."""

    def __init__(self, finder: Finder, window: RowWindow, theme: ThemeController) -> None:
        self._finder = finder
        self._window = window
        self._theme = theme
        self._is_clear = True

    def renew(self) -> None:
        """Mark what is built now."""
        if self._is_clear and not self._finder.text:
            return
        self._is_clear = not self._finder.text
        hit = self._finder.hit
        for key, row in self._window.built.items():
            if isinstance(row, MessageRow):
                self._mark(row, hit.nth if hit is not None and hit.node_id == key and not hit.in_card else None)

    def go_to(self, hit: Hit) -> None:
        """Bring a place into sight."""
        row = self._window.built.get(hit.node_id)
        if row is None or not row.isVisible():
            row = self._window.to_row(hit.node_id)
        if not isinstance(row, MessageRow):
            return
        self.renew()
        if hit.in_card:
            if (card := card_at(row, self._finder.text, hit.nth)) is not None:
                self._window.show_part(card)
            return
        places = places_in(row, self._finder.text)
        if not places:
            self._window.to_row(hit.node_id)
            return
        text, cursor = places[min(hit.nth, len(places) - 1)]
        if isinstance(text, JsonSegment):
            assert isinstance(cursor, int)
            text.show_place(self._finder.text, cursor)
            self._window.show_part(text)
            return
        assert isinstance(cursor, QTextCursor)
        caret = QTextCursor(cursor)
        caret.setPosition(cursor.selectionStart())
        if isinstance(text, QPlainTextEdit):
            text.setTextCursor(caret)
            text.ensureCursorVisible()
            area = text.cursorRect(caret)
        else:
            area = text.cursorRect(caret)
        self._window.show_part(text, y=area.y() - 40, height=area.height() + 80)

    def _mark(self, row: MessageRow, current: int | None) -> None:
        """A tree marks nothing: it chooses its own value when it is gone to."""
        places = places_in(row, self._finder.text)
        chosen = None if current is None else min(current, len(places) - 1)
        tokens = self._theme.tokens
        marks: dict[QTextEdit | QPlainTextEdit, list[QTextEdit.ExtraSelection]] = {}
        for nth, (text, cursor) in enumerate(places):
            if isinstance(text, JsonSegment) or isinstance(cursor, int):
                continue
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(QColor(tokens.tint(tokens.write) if nth != chosen else tokens.write))
            if nth == chosen:
                mark.format.setForeground(QColor(tokens.on_accent))
            marks.setdefault(text, []).append(mark)
        for text in row.texts():
            if text in marks or text.extraSelections():
                text.setExtraSelections(marks.get(text, []))
