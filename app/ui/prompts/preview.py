"""A prompt's text as it would be used, with what stands in for each variable marked. Read only."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.domain.language import tr
from app.domain.prompts import Prompt
from app.domain.templates import pieces
from app.ui.look.theme import ThemeController

_SHOWN = 20_000  # characters; more than anybody reads in a preview


class PromptPreview(QTextEdit):
    """Values are in the accent's colour; a variable without one stands there by its title, underlined."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._prompt: Prompt | None = None
        self._values: Mapping[str, str] = {}
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("The prompt's text"))
        theme.changed.connect(self._render)

    def show_prompt(self, prompt: Prompt | None, values: Mapping[str, str]) -> None:
        """Show ``prompt`` with ``values``, and its defaults where they say nothing."""
        if prompt == self._prompt and values == self._values:
            return
        self._prompt, self._values = prompt, dict(values)
        self._render()

    def _render(self) -> None:
        self.clear()
        if self._prompt is None:
            return
        tokens = self._theme.tokens
        plain, value, open_ = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        plain.setForeground(QColor(tokens.text))
        value.setForeground(QColor(tokens.accent))
        value.setFontWeight(QFont.Weight.DemiBold)
        open_.setForeground(QColor(tokens.accent))
        open_.setFontUnderline(True)
        titles = {item.name: item.words for item in self._prompt.variables}
        given = {**self._prompt.defaults, **{name: text for name, text in self._values.items() if text.strip()}}
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        left = _SHOWN
        for text, name in pieces(self._prompt.text, given):
            shown = text if not name or name in given else titles.get(name, name)
            cursor.insertText(shown[:left], plain if not name else value if name in given else open_)
            left -= len(shown)
            if left <= 0:
                cursor.insertText(" …", plain)
                break
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
