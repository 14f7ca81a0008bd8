"""The window: lays its parts out, hides them when it is narrow, and remembers neither; refuses any service."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QImage,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.context import OverflowQuestion
from app.domain.language import tr
from app.ui.commands.actions import ActionSet
from app.ui.commands.command import Commands
from app.ui.commands.every import SECTIONS
from app.ui.composer.composer import Composer
from app.ui.composer.given import given, holds_files
from app.ui.composer.overflow_strip import OverflowStrip
from app.ui.dock.dock import Dock
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, scaled
from app.ui.shell.find_bar import FindBar
from app.ui.shell.header import Header
from app.ui.shell.notices import NoticeStrip
from app.ui.shell.place_strip import PlaceStrip
from app.ui.shell.placing import in_sight, screens_key
from app.ui.shell.regions import Region, Regions
from app.ui.shell.side_panel import PanelState, PanelWindow, SidePanel
from app.ui.shell.window_state import Place, WindowState
from app.ui.sidebar.sidebar import Sidebar
from app.ui.widgets.overlay import focus_beneath
from app.ui.widgets.shortcut_yield import ShortcutYield

# Below these widths of the window the dock, then the list of chats, make room for the conversation.
_DOCK_FITS = 1000
_SIDEBAR_FITS = 760
_CENTRE_SMALLEST = 380
SMALLEST = (700, 480)


class MainWindow(QMainWindow):
    """Sidebar, conversation and dock. ``close_requested`` comes once; the window stays until :meth:`let_close`."""

    close_requested = Signal()
    escape_pressed = Signal()
    painted = Signal()
    files_given = Signal(list)
    image_given = Signal(QImage)

    def __init__(self, theme: ThemeController, state: WindowState) -> None:
        super().__init__()
        self._theme = theme
        self._may_close = False
        self._has_painted = False
        self._desk_key = screens_key(QGuiApplication.screens())
        place = state.places.get(self._desk_key) or Place(
            geometry=state.geometry,
            sidebar_width=state.sidebar_width,
            dock_width=state.dock_width,
            sidebar_shown=state.sidebar_shown,
            dock_shown=state.dock_shown,
            sidebar_floats=state.sidebar_floats,
            dock_floats=state.dock_floats,
            sidebar_window=state.sidebar_window,
            dock_window=state.dock_window,
        )
        self.actions_set: ActionSet | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        self.menu = QMenu(self)
        self.setWindowTitle("Baton")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.sidebar = Sidebar(theme)
        self.header = Header(theme)
        self.find_bar = FindBar(theme)
        self.place_strip = PlaceStrip(theme)
        self.composer = Composer(theme)
        self.composer.resized.connect(self._lift_notices)
        self.overflow = OverflowStrip(theme)
        self.dock = Dock(theme)
        self.transcript: QWidget = QWidget()
        self._tab_stops: Callable[[], Sequence[QWidget]] | None = None
        self._centre = QWidget()
        self._column = QVBoxLayout(self._centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for widget in (self.header, self.find_bar, self.place_strip):
            self._column.addWidget(widget)
        self._column.addWidget(self.transcript, 1)
        self._column.addWidget(self.overflow)
        self._column.addWidget(self.composer)
        self.notices = NoticeStrip(self._centre, theme)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.setCentralWidget(self.splitter)
        self.sidebar.hide_requested.connect(self.toggle_sidebar)
        self.header.sidebar_requested.connect(self.toggle_sidebar)
        self.header.dock_requested.connect(self.toggle_dock)
        for part, name in (
            (self.sidebar, tr("Chats")),
            (self.header, tr("Account and model")),
            (self.composer, tr("Message")),
            (self.dock, tr("Model and parameters")),
        ):
            part.setAccessibleName(name)
        self.regions = Regions(self, self._shown_regions)
        self._build_panels(state, place)
        self._order_parts()
        self.splitter.splitterMoved.connect(self._remember_width)
        theme.text_size_changed.connect(self._arrange)
        for changed in (self._application.screenRemoved, self._application.primaryScreenChanged):
            changed.connect(self._come_in_sight)
        self._restore(place.geometry)
        self._arrange()

    def set_transcript(self, transcript: QWidget, *, tab_stops: Callable[[], Sequence[QWidget]] | None = None) -> None:
        """Put the transcript in its place; it comes after the window's first picture. ``tab_stops``: what Tab comes to
        in it, in reading order.
        """
        self._tab_stops = tab_stops
        self._column.replaceWidget(self.transcript, transcript)
        self._column.setStretchFactor(transcript, 1)
        self.transcript.deleteLater()
        self.transcript = transcript
        transcript.show()
        for part in (self.overflow, self.composer, self.notices):
            part.raise_()  # a screen reader takes them in the order of the children

    def set_commands(self, commands: Commands) -> ActionSet:
        """Bind the commands: keys, the menu of the header and, on macOS, the menu bar."""
        actions = ActionSet(self, commands)
        self.actions_set = actions
        native = self.menuBar().isNativeMenuBar()
        for section in SECTIONS:
            own = QMenu(tr(section), self)
            for entry in actions.entries:
                if entry.section == section and not entry.id.startswith("chat.open-"):
                    own.addAction(actions.action(entry.id))
            self.menu.addMenu(own)
            if native:
                self.menuBar().addMenu(own)
        if not native:
            self.menuBar().hide()
        leave_keys = ShortcutYield(lambda: actions.sequences, self)
        self.composer.install_yield(lambda field: field.installEventFilter(leave_keys))
        for field in (self.sidebar.search, self.find_bar.edit):
            field.installEventFilter(leave_keys)
        return actions

    def show_overflow(self, question: OverflowQuestion | None) -> None:
        """Ask above the composer what to leave out, or ask no more."""
        if question is None:
            self.overflow.hide()
        else:
            self.overflow.show_question(question)
        self._lift_notices()

    def show_fatal(self, message: str, remedy: str) -> None:
        """Say, in the conversation's place, why Baton cannot work; only closing is left."""
        page = QWidget()
        title = QLabel(tr("Baton cannot start"))
        set_look(title, "title")
        text = QLabel(f"{message}\n\n{remedy}".strip())
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card = QFrame()
        column = QVBoxLayout(card)
        column.addWidget(title)
        column.addWidget(text)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(48, 48, 48, 48)
        outer.addStretch(1)
        outer.addWidget(card)
        outer.addStretch(2)
        self.setCentralWidget(page)

    def toggle_sidebar(self) -> None:
        """Show the list of chats, or hide it."""
        self._list.toggle(self.width())
        self._arrange()

    def toggle_dock(self) -> None:
        """Show the dock, or hide it."""
        self._side.toggle(self.width())
        self._arrange()

    def move_sidebar(self) -> None:
        """Put the list of chats on the other side of the conversation."""
        self._list.change_side()
        self._order_parts()
        self._arrange()

    def move_dock(self) -> None:
        """Put the dock on the other side of the conversation."""
        self._side.change_side()
        self._order_parts()
        self._arrange()

    def float_sidebar(self) -> None:
        """Take the list of chats out into a window of its own, or put it back."""
        self._float(self._list)

    def float_dock(self) -> None:
        """Take the dock out into a window of its own, or put it back."""
        self._float(self._side)

    def rest_panels(self, resting: bool) -> None:
        """Let no panel's window take keys and clicks while something over this window has to be answered."""
        for panel in self.panels:
            panel.rest(resting)

    def show_sidebar(self) -> None:
        """Show the list of chats where it is hidden."""
        if not self.sidebar.isVisible():
            self.toggle_sidebar()
        self._come_from_panel(to=self.sidebar)

    def focus_composer(self) -> None:
        """Let what is typed go into the message; where a panel lies over the window, once that is closed."""
        self._come_from_panel(to=self)
        focus_beneath(self, self.composer.edit)

    def let_close(self) -> None:
        """Close for good."""
        self._may_close = True
        self.close()

    def remembered(self, state: WindowState) -> WindowState:
        """``state`` with the window's size and place and its parts as they are now, also for these screens."""
        chats, dock = self._list.state, self._side.state
        place = Place(
            geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
            sidebar_width=chats.width,
            dock_width=dock.width,
            sidebar_shown=chats.shown,
            dock_shown=dock.shown,
            sidebar_floats=chats.floats,
            dock_floats=dock.floats,
            sidebar_window=chats.geometry,
            dock_window=dock.geometry,
        )
        others = {key: other for key, other in state.places.items() if key != self._desk_key}
        return dataclasses.replace(
            state,
            geometry=place.geometry,
            sidebar_width=place.sidebar_width,
            dock_width=place.dock_width,
            sidebar_shown=place.sidebar_shown,
            dock_shown=place.dock_shown,
            sidebar_side=chats.side,
            dock_side=dock.side,
            sidebar_floats=place.sidebar_floats,
            dock_floats=place.dock_floats,
            sidebar_window=place.sidebar_window,
            dock_window=place.dock_window,
            places={**others, self._desk_key: place},
        )

    def focusNextPrevChild(self, following: bool) -> bool:
        return self.regions.tab(following=following) or super().focusNextPrevChild(following)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.close_requested.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        held = given(event.mimeData())
        if held.paths:
            self.files_given.emit(list(held.paths))
        elif held.image is not None:
            self.image_given.emit(held.image)
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What is on top handled Esc itself; what reaches the window is meant for the conversation.
        if event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
            return
        # A letter that nothing in the conversation wanted belongs to a message: a card's button that was pressed may
        # be gone, and the focus with it.
        at = QApplication.focusWidget()
        if at is not None and (at is self.transcript or self.transcript.isAncestorOf(at)) and _is_letter(event):
            self.composer.edit.setFocus()
            self.composer.edit.insertPlainText(event.text())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for panel in self.panels:
            panel.show_floating()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._arrange()

    def _restore(self, geometry: str) -> None:
        if not geometry or not self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii"))):
            room = self.screen().availableGeometry()
            self.resize(min(1240, room.width() - 40), min(820, room.height() - 40))
        self._come_in_sight()

    def _come_in_sight(self) -> None:
        """The window may have been left on a larger screen, at another scale, or on one that is gone."""
        for panel in self.panels:
            panel.come_in_sight()
        if self.isFullScreen() or self.isMaximized():
            return
        main = QGuiApplication.primaryScreen()
        screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
        placed = in_sight(self.geometry(), [screen.availableGeometry() for screen in screens])
        if placed != self.geometry():
            self.setGeometry(placed)

    def _order_parts(self) -> None:
        """The list stands outermost, the dock beside the conversation, each on its side, where it does not float."""
        left: list[QWidget] = []
        right: list[QWidget] = []
        for panel in self.panels:
            if panel.floats:
                continue
            if panel.side == "left":
                left.append(panel.part)
            else:
                right.insert(0, panel.part)
        order = (*left, self._centre, *right)
        for at, part in enumerate(order):
            self.splitter.insertWidget(at, part)
            self.splitter.setStretchFactor(at, int(part is self._centre))
        for part in order:
            part.raise_()  # a screen reader takes them in the order of the children

    def _in_order(self) -> list[QWidget]:
        """The parts from left to right, or from right to left where lines begin there."""
        widgets = (self.splitter.widget(at) for at in range(self.splitter.count()))
        return [widget for widget in widgets if widget is not None]

    def _shown_regions(self) -> list[Region]:
        if not isValid(self.splitter):
            return []  # a message that Baton cannot start stands in its place, or the window is going
        parts = {
            self.sidebar: [Region(title="chats", widget=self.sidebar, first=self.sidebar.view)],
            self._centre: [
                Region(title="header", widget=self.header, first=self.header.account_button),
                Region(title="find", widget=self.find_bar, first=self.find_bar.edit),
                Region(title="place", widget=self.place_strip, first=self.place_strip.back),
                Region(title="conversation", widget=self.transcript, stops=self._tab_stops),
                Region(title="notices", widget=self.notices),
                Region(title="overflow", widget=self.overflow),
                Region(title="message", widget=self.composer, first=self.composer.edit),
            ],
            self.dock: [Region(title="dock", widget=self.dock)],
        }
        floating = [panel.part for panel in self.panels if panel.floats]
        return [region for part in (*self._in_order(), *floating) for region in parts.get(part, ())]

    def _arrange(self) -> None:
        width = self.width()
        sidebar, dock = (panel.is_asked_for(width) for panel in self.panels)
        if self._side.forced and not self._list.fits(width) and sidebar:
            sidebar = False  # both beside the conversation would leave it no room
        for panel in self.panels:
            panel.hold_width(width, docked=not panel.floats)
            panel.show_floating()
        self._centre.setMinimumWidth(min(scaled(_CENTRE_SMALLEST), width // 2 - 1, _CENTRE_SMALLEST))
        for panel, docked in ((self._list, sidebar), (self._side, dock)):
            if not panel.floats:
                panel.part.setVisible(docked)
        self.header.set_sidebar_shown(sidebar or (self._list.floats and self._list.wanted))
        self.header.set_dock_shown(dock or (self._side.floats and self._side.wanted))
        self.sidebar.set_floating(self._list.floats)
        self.dock.set_floating(self._side.floats)
        self._lift_notices()
        # What a small window took from the parts at the sides, a larger one gives back.
        wanted = {self.sidebar: self._list.width if sidebar else 0, self.dock: self._side.width if dock else 0}
        wanted = {part: max(px, part.minimumWidth()) if px else 0 for part, px in wanted.items()}
        wanted[self._centre] = max(self._centre.minimumWidth(), width - sum(wanted.values()))
        self.splitter.setSizes([wanted[part] for part in self._in_order()])

    def _build_panels(self, state: WindowState, place: Place) -> None:
        self._list = SidePanel(
            self.sidebar,
            self,
            self.regions,
            PanelState(
                shown=place.sidebar_shown,
                width=place.sidebar_width,
                side=state.sidebar_side,
                floats=place.sidebar_floats,
                geometry=place.sidebar_window,
            ),
            title=tr("Chats – Baton"),
            fits_px=_SIDEBAR_FITS,
            smallest_px=200,
            largest_px=480,
        )
        self._side = SidePanel(
            self.dock,
            self,
            self.regions,
            PanelState(
                shown=place.dock_shown,
                width=place.dock_width,
                side=state.dock_side,
                floats=place.dock_floats,
                geometry=place.dock_window,
            ),
            title=tr("Model and parameters – Baton"),
            fits_px=_DOCK_FITS,
            smallest_px=240,
            largest_px=520,
        )
        self.panels = (self._list, self._side)
        self.sidebar.float_requested.connect(self.float_sidebar)
        self.dock.float_requested.connect(self.float_dock)
        for panel in self.panels:
            panel.docked.connect(lambda panel=panel: self._dock_again(panel))

    def _float(self, panel: SidePanel) -> None:
        panel.set_floating(not panel.floats)
        if not panel.floats:
            self._dock_again(panel)
            return
        self._arrange()
        region = next(region for region in self._shown_regions() if region.widget is panel.part)
        self.regions.enter(region)

    def _come_from_panel(self, *, to: QWidget) -> None:
        """Bring the window of ``to`` to the front where the person is in another of Baton's main ones."""
        at = QApplication.activeWindow()
        if at is not to.window() and (at is self or isinstance(at, PanelWindow)):
            to.activateWindow()

    def _dock_again(self, panel: SidePanel) -> None:
        panel.forced = not panel.fits(self.width())
        self._order_parts()
        self._arrange()
        self.activateWindow()
        if QApplication.focusWidget() is None:
            self.focus_composer()

    def _lift_notices(self) -> None:
        """Keep what is told above the composer, however high its files and its text make it."""
        asking = 0 if self.overflow.isHidden() else self.overflow.sizeHint().height()
        self.notices.set_lift(self.composer.sizeHint().height() + asking)

    def _remember_width(self, _: int, handle: int) -> None:
        """Take the width that a part was dragged to; what a small window leaves of one is not the person's choice."""
        beside = {self.splitter.widget(handle - 1), self.splitter.widget(handle)}
        for panel in self.panels:
            if panel.part in beside:
                panel.width = panel.part.width()


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key writes something that can be seen."""
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & keys
