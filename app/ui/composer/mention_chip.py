"""Beside the field: the model that answers this message only. Owns no model."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from app.domain.language import tr
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_icon_size
from app.ui.look.theme import ThemeController
from app.ui.markdown import mark_direction

_LONGEST_TITLE = 48


class MentionChip(QToolButton):
    """``@ title ×``; a click, Delete or Backspace takes it away."""

    removed = Signal()

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self.model_id = ""
        self.setObjectName("composer-mention")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands after the name
        set_icon_size(self, 14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.removed)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def set_model(self, model_id: str, title: str = "") -> None:
        """Show the model; an empty id shows nothing."""
        self.model_id = model_id
        title = mark_direction(title or model_id.partition(":")[2] or model_id)
        short = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"
        self.setText(f"@ {short}")
        self.setToolTip(
            tr(
                "Only this message is answered by {model}. "
                "Click, or Backspace at the text's beginning, takes that back.",
                model=title,
            )
        )
        self.setAccessibleName(tr("Only this message is answered by {model}", model=title))
        self.setAccessibleDescription(tr("Delete takes that back"))
        self.setVisible(bool(model_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.setIcon(icon("close", self._theme.tokens.muted))
