"""What a call will make different, before yes: the first few changes, the others unfold. Leaves none out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.aws import StateChange
from app.domain.language import plural, tr
from app.domain.numerals import number
from app.ui.look.theme import ThemeController
from app.ui.transcript.changes import ChangesTable
from app.ui.widgets.disclosure import Disclosure

SHOWN = 5


class Differences(QWidget):
    """The table of changes, folded where it is long."""

    def __init__(self, parent: QWidget, theme: ThemeController, changes: Sequence[StateChange]) -> None:
        super().__init__(parent)
        self._changes = changes
        self._table = ChangesTable(self, theme)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self._table)
        left = len(changes) - SHOWN
        if left > 0:
            more = Disclosure(self, theme, tr("and {count} more", count=number(left)))
            more.setAccessibleName(plural("and one more change", "and {count} more changes", left))
            more.toggled.connect(self._show)
            rows.addWidget(more)
        self._show(False)

    def restyle(self) -> None:
        """The colours changed."""
        self._table.restyle()

    def _show(self, everything: bool) -> None:
        self._table.set_changes(self._changes if everything else self._changes[:SHOWN])
