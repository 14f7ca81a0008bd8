"""A layer over the window that holds one panel: closes on Esc and on a click beside it, gives the focus back.

Refuses separate top-level windows, which compositors place, decorate and raise as they please.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsDropShadowEffect, QWidget

from app.ui.look.roles import spoken_as
from app.ui.look.tokens import GRID, INSIDE


@spoken_as(QAccessible.Role.Dialog)
class Overlay(QWidget):
    """Shows ``panel`` over ``window``: under ``anchor`` (its right or left edges aligned), or at the top's middle."""

    closed = Signal()
    covers = Signal(bool)  # it is shown, or no more: what stands over the window should make way

    def __init__(self, window: QWidget, panel: QWidget, *, dims: bool = False) -> None:
        super().__init__(window)
        self._window = window
        self._panel = panel
        self._anchor: QWidget | None = None
        self._dims = dims
        self._focus_before: QWidget | None = None
        panel.setParent(self)
        self.setAccessibleName(panel.accessibleName())
        resized = getattr(panel, "resized", None)  # a signal of panels that are as large as what they hold
        if resized is not None:
            resized.connect(self._place)
        shadow = QGraphicsDropShadowEffect(panel)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 70))
        panel.setGraphicsEffect(shadow)
        window.installEventFilter(self)
        self.hide()

    def open(self, anchor: QWidget | None = None) -> None:
        """Show the panel and give it the focus."""
        self._focus_before = QApplication.focusWidget()
        self._anchor = anchor
        self._place()
        self.show()
        self.raise_()
        if QApplication.activeWindow() is not None:
            self._window.activateWindow()  # what asked for it may float in a window of its own
        self.covers.emit(True)
        self._panel.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_panel(self) -> None:
        """Hide the panel and give the focus back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        self.covers.emit(False)
        if self._focus_before is not None and self._focus_before.isVisible():
            self._focus_before.activateWindow()
            self._focus_before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._focus_before = None
        self.closed.emit()

    def give_back_to(self, widget: QWidget) -> None:
        """Let ``widget`` have the focus once the panel is closed, whoever had it before."""
        self._focus_before = widget

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_panel()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        event.accept()  # what the panel left alone must not reach the window under it

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab stays within the panel.
        inside = [child for child in self._panel.findChildren(QWidget) if _takes_focus(child)]
        if not inside:
            return True
        current = QApplication.focusWidget()
        at = inside.index(current) if current in inside else -1
        inside[(at + (1 if forward else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._dims:
            QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 60))

    def _place(self) -> None:
        bounds = self._window.rect()
        self.setGeometry(bounds)
        size = self._panel.sizeHint().boundedTo(bounds.size() - QSize(2 * INSIDE, 2 * INSIDE))
        if self._anchor is None:
            top = min(96, bounds.height() // 9, bounds.height() - size.height() - INSIDE)
            corner = QPoint((bounds.width() - size.width()) // 2, max(INSIDE, top))
        else:
            origin = self._anchor.mapTo(self._window, QPoint(0, self._anchor.height() + GRID))
            if origin.x() + size.width() > bounds.width() - INSIDE:
                origin.setX(origin.x() + self._anchor.width() - size.width())
            corner = QPoint(max(INSIDE, origin.x()), origin.y())
            size.setHeight(min(size.height(), bounds.height() - corner.y() - INSIDE))
        self._panel.setGeometry(QRect(corner, size))


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def focus_beneath(window: QWidget, widget: QWidget) -> None:
    """Give ``widget`` the focus; where something lies over the window, once that is closed.

    What is typed goes to what is on top, whatever comes to be shown under it meanwhile.
    """
    lowest = next((overlay for overlay in window.findChildren(Overlay) if overlay.isVisible()), None)
    if lowest is None:
        widget.setFocus()
    else:
        lowest.give_back_to(widget)
