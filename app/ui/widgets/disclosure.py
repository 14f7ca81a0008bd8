"""One line with a chevron that unfolds what stands below it. Owns no content."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from app.domain.language import tr
from app.ui.look.icons import icon
from app.ui.look.theme import ThemeController, focus_pen, interface_font, scaled

HEIGHT_PX = 26
_ICON_PX = 14


class Disclosure(QAbstractButton):
    """``› Parameters``: checked means unfolded. Its text is cut to its width."""

    def __init__(self, parent: QWidget, theme: ThemeController, text: str = "") -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setCheckable(True)
        self.setFont(interface_font())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._describe)
        self._describe(False)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + scaled(_ICON_PX) + 14, scaled(HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(focus_pen(tokens))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        colour = tokens.text if self.underMouse() else tokens.muted
        name = "chevron-down" if self.isChecked() else "chevron-right"
        side, direction = scaled(_ICON_PX), self.layoutDirection()
        mark = QRect(0, (self.height() - side) // 2, side, side)
        icon(name, colour).paint(painter, QStyle.visualRect(direction, self.rect(), mark))
        painter.setPen(QColor(colour))
        place = QStyle.visualRect(direction, self.rect(), self.rect().adjusted(side + 6, 0, -4, 0))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()

    def _describe(self, unfolded: bool) -> None:
        self.setAccessibleDescription(tr("Unfolded") if unfolded else tr("Folded"))
