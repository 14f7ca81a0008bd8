"""Files as chips: what is to be sent above the composer's text, and what was sent under a message. Opens nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QToolButton, QWidget

from app.domain.language import tr
from app.domain.messages import AttachmentPart
from app.ui.look.icons import icon
from app.ui.look.sizes import hold_size
from app.ui.look.stylesheet import set_icon_size
from app.ui.look.theme import ThemeController, focus_pen, interface_font, scaled, small_font
from app.ui.look.tokens import CORNER, GRID, INSIDE

CHIP_WIDTH = 252
CHIP_HEIGHT = 46
_PICTURE_PX = 30
_CLOSE_PX = 22
_MOST_ROWS = 3
THUMBNAIL_PX = 96
"""How large a thumbnail is asked for: three times what is drawn, for screens of many pixels."""


@dataclass(frozen=True, kw_only=True)
class Chip:
    """One file as it is shown. ``detail`` is its second line, ``problem`` why it cannot be sent, ``tip`` the rest."""

    key: str
    name: str
    detail: str = ""
    problem: str = ""
    tip: str = ""
    kind: str = "file"  # the icon, where there is no thumbnail
    is_busy: bool = False
    thumbnail: QImage | None = None

    @property
    def said(self) -> str:
        """The chip for a screen reader."""
        return ", ".join(text for text in (self.name, self.problem or self.detail) if text)


def kind_of(part: AttachmentPart) -> str:
    """The icon of a file."""
    if part.is_image:
        return "image"
    return "file" if part.is_pdf or part.media_type == "text/plain" else "code"


class ChipWidget(QWidget):
    """A chip that takes the focus: Enter opens the file, Delete removes it where it can be removed."""

    opened = Signal(str)
    removed = Signal(str)
    menu_wanted = Signal(str)
    resized = Signal()  # with the size of all text
    stepped = Signal(int)  # to the chip before (-1) or after (+1)

    def __init__(self, theme: ThemeController, parent: QWidget, *, removable: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chip = Chip(key="", name="")
        self._is_hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        hold_size(self, width_px=CHIP_WIDTH, height_px=CHIP_HEIGHT)
        self.close_button: QToolButton | None = None
        if removable:
            self.close_button = QToolButton(self)
            set_icon_size(self.close_button, 14)
            self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does it, and one stop a chip is enough
            self.close_button.clicked.connect(lambda: self.removed.emit(self._chip.key))
        self.restyle()

    @property
    def chip(self) -> Chip:
        """What is shown."""
        return self._chip

    def bind(self, chip: Chip) -> None:
        """Show a file."""
        self._chip = chip
        tip = "\n".join(text for text in (chip.name, chip.detail, chip.problem, chip.tip) if text)
        self.setToolTip(tip)
        self.setAccessibleName(chip.said)
        keys = tr("Enter opens it, Delete removes it") if self.close_button is not None else tr("Enter opens it")
        self.setAccessibleDescription(". ".join(text for text in (chip.tip, keys) if text))
        if self.close_button is not None:
            self.close_button.setToolTip(tr("Remove {name} (Del)", name=chip.name))
            self.close_button.setAccessibleName(tr("Remove {name}", name=chip.name))
        self.update()

    def restyle(self) -> None:
        """The colours changed."""
        if self.close_button is not None:
            self.close_button.setIcon(icon("close", self._theme.tokens.muted))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.close_button is not None:
            side = scaled(_CLOSE_PX)
            place = QRect(self.width() - side - 5, (self.height() - side) // 2, side, side)
            self.close_button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if self.close_button is not None:
                self.removed.emit(self._chip.key)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.opened.emit(self._chip.key)
            case Qt.Key.Key_Left:
                self.stepped.emit(-1)
            case Qt.Key.Key_Right:
                self.stepped.emit(1)
            case Qt.Key.Key_Menu:
                self.menu_wanted.emit(self._chip.key)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._chip.key)
        elif event.button() == Qt.MouseButton.RightButton:
            self.menu_wanted.emit(self._chip.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # or the release goes to whoever lies below

    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._is_hovered = False
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, chip = self._theme.tokens, self._chip
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = tokens.destructive if chip.problem else tokens.line
        painter.setPen(focus_pen(tokens) if self.hasFocus() else QColor(edge))
        painter.setBrush(QColor(tokens.hover if self._is_hovered else tokens.surface))
        inset = 1 if self.hasFocus() else 0.5
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), CORNER, CORNER)
        whole, direction, side = self.rect(), self.layoutDirection(), scaled(_PICTURE_PX)
        left = INSIDE + side + INSIDE
        place = QStyle.visualRect(direction, whole, QRect(INSIDE, (self.height() - side) // 2, side, side))
        if chip.thumbnail is not None and not chip.thumbnail.isNull():
            size = chip.thumbnail.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRect(0, 0, max(1, size.width()), max(1, size.height()))
            target.moveCenter(place.center())
            painter.drawImage(target, chip.thumbnail)
        else:
            name = "alert" if chip.problem else chip.kind
            colour = tokens.destructive if chip.problem else tokens.muted
            icon(name, colour).paint(painter, place.adjusted(side // 6, side // 6, -side // 6, -side // 6))
        right = self.width() - (scaled(_CLOSE_PX) + 8 if self.close_button is not None else INSIDE)
        font = interface_font()
        for top, text, colour in (
            (5, chip.name, tokens.text),
            (24, chip.problem or chip.detail, tokens.destructive if chip.problem else tokens.muted),
        ):
            painter.setFont(font if top == 5 else small_font(font))
            painter.setPen(QColor(colour))
            metrics = painter.fontMetrics()
            mode = Qt.TextElideMode.ElideMiddle if top == 5 else Qt.TextElideMode.ElideRight
            shown = metrics.elidedText(text, mode, right - left)
            line = QRect(left, scaled(top), right - left, scaled(18))
            painter.drawText(QStyle.visualRect(direction, whole, line), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class ChipFlow(QWidget):
    """Chips from left to right, in as many rows as they need; laid out by hand, so that its height is known at once."""

    opened = Signal(str)
    removed = Signal(str)
    menu_wanted = Signal(str)

    def __init__(self, theme: ThemeController, parent: QWidget | None = None, *, removable: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._removable = removable
        self.chips: list[ChipWidget] = []

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these files, in order; who has the focus keeps it where its file stays."""
        while len(self.chips) > len(chips):
            widget = self.chips.pop()
            had_focus = widget.hasFocus()
            widget.hide()
            widget.deleteLater()
            if had_focus and self.chips:
                self.chips[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        while len(self.chips) < len(chips):
            widget = ChipWidget(self._theme, self, removable=self._removable)
            widget.opened.connect(self.opened)
            widget.removed.connect(self.removed)
            widget.menu_wanted.connect(self.menu_wanted)
            widget.resized.connect(self._place)
            widget.stepped.connect(lambda by, widget=widget: self._step(widget, by))
            self.chips.append(widget)
        for widget, chip in zip(self.chips, chips, strict=True):
            if widget.chip != chip:
                widget.bind(chip)
            widget.show()
        self._place()

    def height_for(self, width: int) -> int:
        """How high the chips stand at ``width``."""
        if not self.chips:
            return 0
        rows = -(-len(self.chips) // self._columns(width))
        return rows * scaled(CHIP_HEIGHT) + (rows - 1) * GRID

    def restyle(self) -> None:
        """The colours changed."""
        for widget in self.chips:
            widget.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _step(self, widget: ChipWidget, by: int) -> None:
        at = self.chips.index(widget) + by
        if 0 <= at < len(self.chips):
            self.chips[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _columns(self, width: int) -> int:
        return max(1, (width + GRID) // (scaled(CHIP_WIDTH) + GRID))

    def _place(self) -> None:
        columns = self._columns(self.width())
        for number, widget in enumerate(self.chips):
            row, column = divmod(number, columns)
            wide, high = scaled(CHIP_WIDTH), scaled(CHIP_HEIGHT)
            place = QRect(column * (wide + GRID), row * (high + GRID), wide, high)
            widget.move(QStyle.visualRect(self.layoutDirection(), self.rect(), place).topLeft())


class ChipStrip(QScrollArea):
    """The composer's chips: three rows at most, the others by scrolling."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self.flow = ChipFlow(theme, removable=True)
        self.setWidget(self.flow)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Files to be sent"))
        theme.changed.connect(self.flow.restyle)
        theme.text_size_changed.connect(self._fit)
        self.hide()

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these files; nothing where there are none."""
        grew = len(chips) > len(self.flow.chips)
        self.flow.set_chips(chips)
        self.setVisible(bool(chips))
        self._fit()
        if grew and self.flow.chips:
            self.ensureWidgetVisible(self.flow.chips[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        height = self.flow.height_for(width)
        self.flow.resize(width, height)
        most = _MOST_ROWS * (scaled(CHIP_HEIGHT) + GRID)
        if self.height() != min(height, most) or self.maximumHeight() != min(height, most):
            self.setFixedHeight(min(height, most))
