"""A part beside the conversation: docked on one side of it, or in a window of its own. Lays nothing else out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.look.theme import scaled
from app.ui.shell.placing import in_sight
from app.ui.shell.regions import Regions

_ANY_WIDTH = 16_777_215  # Qt's own "no limit"
_FIRST_HEIGHT = 640
_APART_PX = 12  # between the main window's edge and a panel that floats for the first time


@dataclass(frozen=True, kw_only=True, slots=True)
class PanelState:
    """How a panel was left. ``geometry`` is its own window's, as :meth:`QWidget.saveGeometry` says it, in base64."""

    shown: bool
    width: int
    side: str
    floats: bool
    geometry: str


class PanelWindow(QWidget):
    """Holds a panel that floats. Escape, and closing it, give the panel back."""

    given_back = Signal()

    def __init__(self, main: QWidget, regions: Regions, title: str) -> None:
        # Of this kind, the main window's keys work here too.
        super().__init__(main, Qt.WindowType.Tool)
        self._main = main
        self._regions = regions
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def focusNextPrevChild(self, following: bool) -> bool:
        return self._regions.tab(following=following) or super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_back.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.given_back.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and not self.isEnabled():
            self._main.activateWindow()  # a question over the main window comes first, with its keys


class SidePanel(QObject):
    """Where ``part`` is, and whether. ``wanted`` is the person's choice; ``forced``: in spite of a small window."""

    docked = Signal()  # its window was closed

    def __init__(
        self,
        part: QWidget,
        main: QWidget,
        regions: Regions,
        state: PanelState,
        *,
        title: str,
        fits_px: int,
        smallest_px: int,
        largest_px: int,
    ) -> None:
        super().__init__(main)
        self.part = part
        self.wanted, self.forced = state.shown, False
        self.width, self.side, self.floats = state.width, state.side, state.floats
        self._main = main
        self._regions = regions
        self._title = title
        self._fits_px, self._smallest_px, self._largest_px = fits_px, smallest_px, largest_px
        self._geometry = state.geometry
        self._window: PanelWindow | None = None
        self._makes_way = False

    @property
    def state(self) -> PanelState:
        """What to remember of it."""
        if self._window is not None and self._window.isVisible():
            self._geometry = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
        return PanelState(
            shown=self.wanted, width=self.width, side=self.side, floats=self.floats, geometry=self._geometry
        )

    def fits(self, width: int) -> bool:
        """Whether a main window of that width has room for it beside the conversation."""
        return width >= scaled(self._fits_px)

    def is_asked_for(self, width: int) -> bool:
        """Whether it is to be docked in a main window of that width."""
        if self.fits(width):
            self.forced = False
        return self.wanted and not self.floats and (self.fits(width) or self.forced)

    def toggle(self, width: int) -> None:
        """Show it, or hide it; for a docked one that does not fit, in spite of that."""
        floating = self._makes_way or (self._window is not None and self._window.isVisible())
        shown = floating if self.floats else not self.part.isHidden()
        self.wanted = not shown
        self.forced = self.wanted and not self.fits(width)

    def change_side(self) -> None:
        """Put it on the other side of the conversation."""
        self.side = "right" if self.side == "left" else "left"

    def set_floating(self, floats: bool) -> None:
        """Take it out into a window of its own, or give it back to the main one."""
        self._geometry = self.state.geometry
        self.floats = floats
        self.wanted = True
        if not floats and self._window is not None:
            self._window.hide()

    def hold_width(self, width: int, *, docked: bool) -> None:
        """Keep its width within bounds: of large words a small main window keeps half for the conversation."""
        smallest = scaled(self._smallest_px)
        self.part.setMinimumWidth(min(smallest, width // 2) if docked else smallest)
        self.part.setMaximumWidth(max(scaled(self._largest_px), self.part.minimumWidth()) if docked else _ANY_WIDTH)

    def show_floating(self) -> None:
        """Show its window where it was left, or hide it, as the person wants and as the main one is shown."""
        shown = self.floats and self.wanted and self._main.isVisible() and not self._makes_way
        if not shown:
            if self._window is not None and self._window.isVisible():
                self._geometry = self.state.geometry
                self._window.hide()
            return
        if self._window is None:
            self._window = PanelWindow(self._main, self._regions, self._title)
            self._window.given_back.connect(self._give_back)
        if self.part.parentWidget() is not self._window:
            layout = self._window.layout()
            assert layout is not None
            layout.addWidget(self.part)
        self.part.show()
        if not self._window.isVisible():
            self._place(self._window)
            self._window.show()

    def come_in_sight(self) -> None:
        """Its window may have been left on a screen that is gone."""
        if self._window is None:
            return
        main = QGuiApplication.primaryScreen()
        screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
        placed = in_sight(self._window.geometry(), [screen.availableGeometry() for screen in screens])
        if placed != self._window.geometry():
            self._window.setGeometry(placed)

    def rest(self, resting: bool) -> None:
        """Take no key and no click while something over the main window has to be answered."""
        if self._window is None:
            return
        self._window.setEnabled(not resting)
        if resting and QApplication.activeWindow() is self._window:
            self._main.activateWindow()

    def make_way(self, making: bool) -> None:
        """Leave the main window free, where it stands over it, while something is chosen there: a window of its own
        stays above the main one, whatever is opened in that.
        """
        window = self._window
        if making and window is not None and window.frameGeometry().intersects(self._main.frameGeometry()):
            self._makes_way = window.isVisible()
        else:
            self._makes_way = False
        self.show_floating()

    def _place(self, window: PanelWindow) -> None:
        if not self._geometry or not window.restoreGeometry(QByteArray.fromBase64(self._geometry.encode("ascii"))):
            window.resize(max(self.width, self.part.minimumWidth()), min(scaled(_FIRST_HEIGHT), self._main.height()))
            window.move(self._first_corner(window.width()))
        self.come_in_sight()

    def _first_corner(self, width: int) -> QPoint:
        """Beside the main window, on the panel's own side where there is room; else at its edge, over it."""
        frame, room = self._main.frameGeometry(), self._main.screen().availableGeometry()
        beside = {"left": frame.left() - width - _APART_PX, "right": frame.right() + _APART_PX}
        fits = [side for side, x in beside.items() if room.left() <= x and x + width <= room.right()]
        if fits:
            x = beside[self.side if self.side in fits else fits[0]]
        else:
            x = frame.left() + _APART_PX if self.side == "left" else frame.right() - width - _APART_PX
        return QPoint(x, frame.top())

    def _give_back(self) -> None:
        if self.floats:
            self.set_floating(False)
            self.docked.emit()
