"""A JSON value as an indented list of names and values, for reading. Everything is text; refuses links."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.look.theme import monospace_font
from app.ui.markdown import mark_unseen
from app.ui.transcript.tabular import tree_lines

VALUE_CHARS = 600  # of one value; the JSON has all of it
_BREAK_EVERY = 24  # a giant word gets places where a line may end


class FieldList(QLabel):
    """Names and values, wrapped, selectable."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._value: object = {}
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_value(self, value: object) -> None:
        """Show ``value``."""
        self._value = value
        self.restyle()

    def restyle(self) -> None:
        """The colours changed."""
        muted = self.palette().placeholderText().color().name()
        self.setText(_fields_html(self._value, muted=muted) if self._value else "")
        self.setAccessibleName(", ".join(f"{name} {text}" for _, name, text in tree_lines(self._value, limit=40)))


def _fields_html(value: object, *, muted: str) -> str:
    mono = monospace_font().family()
    rows = []
    for depth, name, text in tree_lines(value):
        shown = mark_unseen(text if len(text) <= VALUE_CHARS else text[:VALUE_CHARS] + "…")
        rows.append(
            f'<tr><td style="padding-left:{max(depth, 0) * 14}px; padding-right:16px; white-space:nowrap;">'
            f'<span style="color:{muted};">{escape(mark_unseen(name)[:80])}</span></td>'
            f"<td style=\"font-family:'{mono}';\">{breakable_html(shown)}</td></tr>"
        )
    return f'<table cellspacing="0" cellpadding="2">{"".join(rows)}</table>'


def breakable_html(text: str) -> str:
    """Escaped text, with zero-width spaces in words too long for any line."""
    pieces = []
    for word in text.split(" "):
        parts = [word[start : start + _BREAK_EVERY] for start in range(0, len(word), _BREAK_EVERY)] or [""]
        pieces.append("\u200b".join(escape(part) for part in parts))
    return " ".join(pieces).replace("\n", "<br>")
