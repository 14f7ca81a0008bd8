"""The line around an area that has the focus by the keyboard, for areas that Qt's style draws none around."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.ui.look.theme import ThemeController, focus_pen
from app.ui.look.tokens import FOCUS_PX

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class FocusRing(QWidget):
    """Lies over the edge of ``area``. A click shows it not: who clicks knows where. Nor does scrolling leave it there:
    what moves shows where the keys go, and under a ring nothing can be moved as a picture.
    """

    def __init__(self, area: QAbstractScrollArea, theme: ThemeController) -> None:
        super().__init__(area)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        area.installEventFilter(self)
        area.verticalScrollBar().valueChanged.connect(self.hide)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self.resize(event.size())
        elif isinstance(event, QFocusEvent):
            self.setVisible(event.gotFocus() and event.reason() in _BY_KEY)
            self.raise_()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole, line = self.rect(), 2 * FOCUS_PX
        self.setMask(QRegion(whole).subtracted(QRegion(whole.adjusted(line, line, -line, -line))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(focus_pen(self._theme.tokens))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()
