"""The button that leads to the newest text while something else is read. Knows neither messages nor rows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.look.icons import icon
from app.ui.look.theme import Tokens
from app.ui.transcript.window import RowWindow

PAUSE_MS = 150  # without scrolling, before it is shown


class NewestButton(QPushButton):
    """Stands over the lower end of ``window``, while it is wanted and nothing moves: what is covered cannot be moved as
    a picture, and would be painted anew in every frame.
    """

    def __init__(self, window: RowWindow, parent: QWidget) -> None:
        super().__init__("Newest", parent)
        self._over = parent
        self.setAccessibleName("Go to the newest text")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._is_wanted = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._show)
        self.clicked.connect(window.to_end)
        window.verticalScrollBar().valueChanged.connect(self._clear_way)
        self.hide()

    def set_wanted(self, wanted: bool, *, writing: bool) -> None:
        """Whether there is newer text than what is read, and whether it is being written."""
        self._is_wanted = wanted
        self.setText("New text below" if writing else "Newest")
        self._show()

    def place(self) -> None:
        """Stand in the middle, above the lower end of the parent."""
        size, whole = self.sizeHint(), self._over.size()
        place = QPoint((whole.width() - size.width()) // 2, whole.height() - size.height() - 12)
        self.setGeometry(QRect(place, size))
        self.raise_()

    def restyle(self, tokens: Tokens) -> None:
        """The colours changed."""
        self.setIcon(icon("chevron-down", tokens.text))

    def _show(self) -> None:
        self.setVisible(self._is_wanted and not self._pause.isActive())
        self.place()

    def _clear_way(self) -> None:
        if not self.hasFocus():
            self._pause.start()
            self.hide()
