"""A heading of the dock with what belongs to it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.look.stylesheet import set_look
from app.ui.look.tokens import INSIDE


class DockSection(QWidget):
    """``column`` takes what belongs to the heading, ``head`` what stands beside it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(INSIDE)
        heading = QLabel(title)
        heading.setWordWrap(True)
        set_look(heading, "section")
        self.head = QHBoxLayout()
        self.head.addWidget(heading, 1)
        self.column.addLayout(self.head)
