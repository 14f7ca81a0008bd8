"""The two lines that stand where a table would, if there were anything in it. Decides nothing of what they say."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.transcript.segment import wrapped_label


class Nothing(QWidget):
    """What was asked, and what to do next."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.asked = wrapped_label(self)
        self.remedy = wrapped_label(self, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.asked)
        column.addWidget(self.remedy)
        self.hide()

    def say(self, asked: str, remedy: str) -> None:
        """Show these words."""
        self.asked.setText(asked)
        self.remedy.setText(remedy)
        self.setAccessibleName(f"{asked} {remedy}")
