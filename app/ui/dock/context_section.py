"""The part of the dock about the model's context: how full it is, and what this chat does once it is."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from app.domain.context import OVERFLOW_WORDS, Overflow
from app.domain.language import marked, tr
from app.ui.context_fill import ContextFill
from app.ui.dock.parameter_rows import CalmCombo
from app.ui.dock.section import DockSection
from app.ui.look.stylesheet import set_look

_CHOICES: tuple[Overflow | None, ...] = (None, *Overflow)
_AS_IN_THE_SETTINGS = {
    Overflow.ASK: marked("As in the settings: ask each time"),
    Overflow.STOP: marked("As in the settings: send nothing"),
    Overflow.DROP: marked("As in the settings: drop the oldest turns"),
    Overflow.SUMMARISE: marked("As in the settings: summarise the oldest turns"),
}


class ContextSection(DockSection):
    """``overflow_changed`` carries this chat's choice, ``None`` for the one of the settings."""

    overflow_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Context"), parent)
        self._meter = QProgressBar()
        self._meter.setTextVisible(False)
        self._meter.setRange(0, 1000)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._parts = QLabel()
        self._parts.setWordWrap(True)
        self._parts.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._parts, "muted")
        self._parts.hide()
        title = QLabel(tr("When it is full"))
        self.choice = CalmCombo()
        # Its words are longer than the dock may be wide.
        self.choice.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        self.choice.setAccessibleName(tr("When the context is full"))
        self.choice.setAccessibleDescription(tr("For this chat; nothing is deleted from the history"))
        for choice in _CHOICES:
            self.choice.addItem("" if choice is None else tr(OVERFLOW_WORDS[choice]))
        self.choice.currentIndexChanged.connect(lambda at: self.overflow_changed.emit(_CHOICES[at]))
        title.setBuddy(self.choice)
        for widget in (self._meter, self._words, self._parts, title, self.choice):
            self.column.addWidget(widget)
        self.set_choice(None, Overflow.ASK)

    def set_fill(self, fill: ContextFill) -> None:
        """Show how full the context is."""
        self._meter.setVisible(fill.room is not None)
        self._meter.setValue(min(1000, round(fill.share * 1000)))
        set_look(self._meter, fill.look)
        self._words.setText(fill.words)
        self._parts.setText(fill.table)
        self._parts.setVisible(bool(fill.table))
        set_look(self._words, fill.look or "muted")
        self._meter.setAccessibleName(tr("Context: {words}", words=fill.words))

    def set_choice(self, own: Overflow | None, general: Overflow) -> None:
        """Show this chat's choice; ``general`` is that of the settings."""
        with QSignalBlocker(self.choice):
            self.choice.setItemText(0, tr(_AS_IN_THE_SETTINGS[general]))
            self.choice.setCurrentIndex(_CHOICES.index(own))
