"""The button beside a field that lists what there is to choose from. Asks nobody itself, takes nothing unpressed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.domain.language import tr
from app.domain.numerals import number
from app.ui.look.stylesheet import set_look
from app.ui.markdown import mark_unseen

MOST_LISTED = 60
_SHOWN_CHARS = 80


class ChooseButton(QPushButton):
    """``wanted`` (the parameter's name): what there is to choose from; :meth:`offer` gives it. ``chosen``: an id."""

    wanted = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget, parameter: str) -> None:
        super().__init__(tr("Choose…"), parent)
        self._parameter = parameter
        set_look(self, "link")
        self.setAccessibleName(tr("Choose {parameter} from what there is", parameter=parameter))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self.clicked.connect(self._ask)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """List these, ids with their labels; what AWS calls them is shown, and never taken for markup."""
        self._rest(tr("Choose…"))
        if not choices:
            self._rest(tr("None there"))
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id, label in choices[:MOST_LISTED]:
            menu.addAction(_line(id, label), partial(self.chosen.emit, id))
        if len(choices) > MOST_LISTED:
            left = len(choices) - MOST_LISTED
            menu.addAction(tr("and {count} more; type its id", count=number(left))).setEnabled(False)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def fail(self, words: str) -> None:
        """Say why there is no list."""
        self._rest(tr("Cannot be listed"))
        self.setToolTip(mark_unseen(words))
        self.setAccessibleDescription(mark_unseen(words))

    def _ask(self) -> None:
        self.setEnabled(False)
        self.setText(tr("Looking …"))
        self.wanted.emit(self._parameter)

    def _rest(self, words: str) -> None:
        self.setEnabled(True)
        self.setText(words)
        self.setToolTip("")


def _line(id: str, label: str) -> str:
    whole = mark_unseen(label if id in label else f"{label} ({id})").replace("\n", " ")
    whole = whole if len(whole) <= _SHOWN_CHARS else f"{whole[: _SHOWN_CHARS - 1]}…"
    return whole.replace("&", "&&")
