"""What stands in the list while the chats are read at first: nothing, and after a moment a word. Reads none."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from app.domain.language import tr
from app.ui.widgets.empty_state import EmptyState

UNSAID_MS = 300  # what is there sooner needs no word


class ReadingState(EmptyState):
    """The page of a list that is neither known to be empty nor filled."""

    def __init__(self) -> None:
        super().__init__()
        self.is_reading = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(UNSAID_MS)
        self._pause.timeout.connect(lambda: self.say(tr("Reading the history…")))
        self.say("")

    def set_reading(self, reading: bool) -> bool:
        """Begin or end; whether that is a change."""
        if reading is self.is_reading:
            return False
        self.is_reading = reading
        self.say("")
        if reading:
            self._pause.start()
        else:
            self._pause.stop()
        return True
