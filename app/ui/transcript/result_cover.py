"""What stands in the place of a result that discloses secrets, until the person asks for it. Holds no result."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.domain.language import tr
from app.ui.look.stylesheet import set_look


class SecretCover(QWidget):
    """A line that says why nothing is shown, and the button that shows it."""

    def __init__(self, parent: QWidget, uncover: Callable[[], None]) -> None:
        super().__init__(parent)
        words = QLabel(tr("Hidden, because it discloses secrets."), self)
        set_look(words, "muted")
        show = QPushButton(tr("Show"), self)
        show.clicked.connect(uncover)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words)
        row.addStretch(1)
        row.addWidget(show)
