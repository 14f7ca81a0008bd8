"""Under an action: the button that asks to take it back, and the way to the action that did, or that it did for.

Emits intentions only: taking back is asked about like any other call.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.domain.aws import Action, ActionState
from app.domain.language import tr
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_icon_size, set_look
from app.ui.look.theme import ThemeController
from app.ui.markdown import mark_unseen


class UndoRow(QWidget):
    """``undo`` is told when the button is pressed; ``show_action`` gets the id of the other action."""

    def __init__(
        self, parent: QWidget, theme: ThemeController, *, undo: Callable[[], None], show_action: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._other = ""
        self._button = QPushButton(self)
        set_icon_size(self._button, 14)
        self._button.clicked.connect(lambda _checked=False: undo())
        self._link = QPushButton(self)
        self._link.clicked.connect(lambda _checked=False: show_action(self._other))
        set_look(self._link, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        for button in (self._button, self._link):
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch(1)
        self.restyle()

    def show_undo(self, words: str, explanation: str, *, undoing: bool) -> None:
        """Offer to take back: ``words`` on the button, ``explanation`` for who wants to know what that does."""
        said = tr("Undoing…") if undoing else words
        self._button.setText(f" {said}")  # a little apart from the icon
        self._button.setAccessibleName(said)
        self._button.setEnabled(not undoing)
        self._button.setToolTip(f"<p>{escape(mark_unseen(explanation))}</p>")
        self._button.setAccessibleDescription(mark_unseen(explanation))
        self._button.show()
        self.show()

    def show_action(self, action: Action, *, undoing: bool) -> None:
        """Offer what ``action`` allows; nothing where it allows nothing."""
        self._button.hide()
        self._other = action.undone_by or action.undoes or ""
        self._link.setText(tr("Show what took it back") if action.undone_by else tr("Show what this takes back"))
        self._link.setVisible(bool(self._other))
        self.setVisible(bool(self._other))
        if can_undo(action):
            assert action.undo is not None
            self.show_undo(tr("Undo"), " ".join((action.undo.sentence, *action.undo.caveats)), undoing=undoing)

    def restyle(self) -> None:
        """The colours changed."""
        self._button.setIcon(icon("undo", self._theme.tokens.text, self._theme.tokens.disabled))


def can_undo(action: Action) -> bool:
    """Whether an action was carried out and a way back is known."""
    done = action.state is ActionState.DONE and not action.dry_run and action.undone_by is None
    return done and action.undo is not None and bool(action.undo.calls)
