"""What was and what will be, side by side. Everything is text; refuses to say whether a change is good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.domain.aws import StateChange
from app.domain.language import tr
from app.domain.numerals import number
from app.ui.look.theme import ThemeController, Tokens, monospace_font
from app.ui.markdown import mark_unseen
from app.ui.transcript.fields import breakable_html

VALUE_CHARS = 300  # of one value; what is cut says how long it is


class ChangesTable(QLabel):
    """One line a change: what, as it is now, an arrow, as it will be."""

    def __init__(self, parent: QWidget, theme: ThemeController) -> None:
        super().__init__(parent)
        self._theme = theme
        self._changes: tuple[StateChange, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_changes(self, changes: Sequence[StateChange]) -> None:
        """Show ``changes``."""
        self._changes = tuple(changes)
        self.restyle()

    def restyle(self) -> None:
        """The colours changed."""
        tokens, mono, nothing = self._theme.tokens, monospace_font().family(), tr("nothing")
        rows = []
        for change in self._changes:
            what, now, then = _shown(change.what), _shown(change.now, nothing), _shown(change.then, nothing)
            rows.append(
                f'<tr><td style="padding-right:16px;"><span style="color:{tokens.muted};">{what}</span></td>'
                f"<td style=\"font-family:'{mono}'; color:{tokens.muted};\">{now}</td>"
                f'<td style="color:{tokens.muted}; padding-left:10px; padding-right:10px;">→</td>'
                f"<td style=\"font-family:'{mono}'; color:{_colour(change, tokens)};\">{then}</td></tr>"
            )
        self.setText(f'<table cellspacing="0" cellpadding="1">{"".join(rows)}</table>' if rows else "")
        said = (
            tr("{what}: {now}, then {then}", what=change.what, now=change.now or nothing, then=change.then or nothing)
            for change in self._changes
        )
        self.setAccessibleName(mark_unseen("; ".join(said)))


def _colour(change: StateChange, tokens: Tokens) -> str:
    """What comes to be is green, what ceases to be is red, what becomes another thing is neither."""
    if not change.then:
        return tokens.destructive
    return tokens.text if change.now else tokens.good


def _shown(value: str, where_empty: str = "") -> str:
    marked = mark_unseen(value) if value else where_empty
    if len(marked) > VALUE_CHARS:
        marked = tr("{value}… ({count} characters)", value=marked[:VALUE_CHARS], count=number(len(value)))
    return breakable_html(marked)
