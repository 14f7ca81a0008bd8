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
    QImage,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
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
        self._sidebar_forced = self._dock_forced = False
        self._sides = (state.sidebar_side, state.dock_side)
        self._desk_key = screens_key(QGuiApplication.screens())
        place = state.places.get(self._desk_key) or Place(
            geometry=state.geometry,
            sidebar_width=state.sidebar_width,
            dock_width=state.dock_width,
            sidebar_shown=state.sidebar_shown,
            dock_shown=state.dock_shown,
        )
        self._sidebar_wanted, self._dock_wanted = place.sidebar_shown, place.dock_shown
        self._widths = (place.sidebar_width, place.dock_width)
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
        self._order_parts()
        self.splitter.splitterMoved.connect(self._remember_width)
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
        shown = not self.sidebar.isHidden()
        self._sidebar_wanted = not shown
        self._sidebar_forced = not shown and self.width() < scaled(_SIDEBAR_FITS)
        self._arrange()

    def toggle_dock(self) -> None:
        """Show the dock, or hide it."""
        shown = not self.dock.isHidden()
        self._dock_wanted = not shown
        self._dock_forced = not shown and self.width() < scaled(_DOCK_FITS)
        self._arrange()

    def move_sidebar(self) -> None:
        """Put the list of chats on the other side of the conversation."""
        self._sides = (_other_side(self._sides[0]), self._sides[1])
        self._order_parts()
        self._arrange()

    def move_dock(self) -> None:
        """Put the dock on the other side of the conversation."""
        self._sides = (self._sides[0], _other_side(self._sides[1]))
        self._order_parts()
        self._arrange()

    def show_sidebar(self) -> None:
        """Show the list of chats where it is hidden."""
        if self.sidebar.isHidden():
            self.toggle_sidebar()

    def focus_composer(self) -> None:
        """Let what is typed go into the message; where a panel lies over the window, once that is closed."""
        focus_beneath(self, self.composer.edit)

    def let_close(self) -> None:
        """Close for good."""
        self._may_close = True
        self.close()

    def remembered(self, state: WindowState) -> WindowState:
        """``state`` with the window's size and place and its parts as they are now, also for these screens."""
        place = Place(
            geometry=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
            sidebar_width=self._widths[0],
            dock_width=self._widths[1],
            sidebar_shown=self._sidebar_wanted,
            dock_shown=self._dock_wanted,
        )
        others = {key: other for key, other in state.places.items() if key != self._desk_key}
        return dataclasses.replace(
            state,
            geometry=place.geometry,
            sidebar_width=place.sidebar_width,
            dock_width=place.dock_width,
            sidebar_shown=place.sidebar_shown,
            dock_shown=place.dock_shown,
            sidebar_side=self._sides[0],
            dock_side=self._sides[1],
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
        if self.isFullScreen() or self.isMaximized():
            return
        main = QGuiApplication.primaryScreen()
        screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
        placed = in_sight(self.geometry(), [screen.availableGeometry() for screen in screens])
        if placed != self.geometry():
            self.setGeometry(placed)

    def _order_parts(self) -> None:
        """The list stands outermost, the dock beside the conversation, each on its side."""
        left: list[QWidget] = []
        right: list[QWidget] = []
        for part, side in zip((self.sidebar, self.dock), self._sides, strict=True):
            if side == "left":
                left.append(part)
            else:
                right.insert(0, part)
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
        return [region for part in self._in_order() for region in parts.get(part, ())]

    def _arrange(self) -> None:
        width = self.width()
        sidebar_fits, dock_fits = width >= scaled(_SIDEBAR_FITS), width >= scaled(_DOCK_FITS)
        if sidebar_fits:
            self._sidebar_forced = False
        if dock_fits:
            self._dock_forced = False
        sidebar = self._sidebar_wanted and (sidebar_fits or self._sidebar_forced)
        dock = self._dock_wanted and (dock_fits or self._dock_forced)
        if self._dock_forced and not sidebar_fits and sidebar:
            sidebar = False  # both beside the conversation would leave it no room
        # With large words a part may want more than a small window has; the conversation keeps half of it.
        for part, smallest, largest in ((self.sidebar, 200, 480), (self.dock, 240, 520)):
            part.setMinimumWidth(min(scaled(smallest), width // 2))
            part.setMaximumWidth(max(scaled(largest), part.minimumWidth()))
        self._centre.setMinimumWidth(min(scaled(_CENTRE_SMALLEST), width // 2 - 1, _CENTRE_SMALLEST))
        self.sidebar.setVisible(sidebar)
        self.dock.setVisible(dock)
        self.header.set_sidebar_shown(sidebar)
        self.header.set_dock_shown(dock)
        self._lift_notices()
        # What a small window took from the parts at the sides, a larger one gives back.
        wanted = {self.sidebar: self._widths[0] if sidebar else 0, self.dock: self._widths[1] if dock else 0}
        wanted = {part: max(px, part.minimumWidth()) if px else 0 for part, px in wanted.items()}
        wanted[self._centre] = max(self._centre.minimumWidth(), width - sum(wanted.values()))
        self.splitter.setSizes([wanted[part] for part in self._in_order()])

    def _lift_notices(self) -> None:
        """Keep what is told above the composer, however high its files and its text make it."""
        asking = 0 if self.overflow.isHidden() else self.overflow.sizeHint().height()
        self.notices.set_lift(self.composer.sizeHint().height() + asking)

    def _remember_width(self, _: int, handle: int) -> None:
        """Take the width that a part was dragged to; what a small window leaves of one is not the person's choice."""
        beside = {self.splitter.widget(handle - 1), self.splitter.widget(handle)}
        self._widths = (
            self.sidebar.width() if self.sidebar in beside else self._widths[0],
            self.dock.width() if self.dock in beside else self._widths[1],
        )


def _other_side(side: str) -> str:
    return "right" if side == "left" else "left"


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key writes something that can be seen."""
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & keys
