"""The window: lays its parts out, hides them when it is narrow, and remembers neither; refuses any service."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from app.domain.context import OverflowQuestion
from app.ui.commands.actions import ActionSet
from app.ui.commands.command import Commands
from app.ui.commands.every import SECTIONS
from app.ui.composer.composer import Composer
from app.ui.composer.given import given, holds_files
from app.ui.composer.overflow_strip import OverflowStrip
from app.ui.dock.dock import Dock
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.shell.find_bar import FindBar
from app.ui.shell.header import Header
from app.ui.shell.notices import NoticeStrip
from app.ui.shell.window_state import WindowState
from app.ui.sidebar.sidebar import Sidebar
from app.ui.widgets.overlay import focus_beneath
from app.ui.widgets.shortcut_yield import ShortcutYield

# Below these widths of the window the dock, then the list of chats, make room for the conversation.
_DOCK_FITS = 1000
_SIDEBAR_FITS = 760
_CENTRE_SMALLEST = 380
SMALLEST = (720, 480)


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
        self._sidebar_wanted, self._dock_wanted = state.sidebar_shown, state.dock_shown
        self._sidebar_forced = self._dock_forced = False
        self._widths = (state.sidebar_width, state.dock_width)
        self.actions_set: ActionSet | None = None
        self.menu = QMenu(self)
        self.setWindowTitle("Baton")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.sidebar = Sidebar(theme)
        self.header = Header(theme)
        self.find_bar = FindBar(theme)
        self.composer = Composer(theme)
        self.composer.resized.connect(self._lift_notices)
        self.overflow = OverflowStrip(theme)
        self.dock = Dock(theme)
        self.transcript: QWidget = QWidget()
        self._centre = QWidget()
        self._column = QVBoxLayout(self._centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for widget in (self.header, self.find_bar):
            self._column.addWidget(widget)
        self._column.addWidget(self.transcript, 1)
        self._column.addWidget(self.overflow)
        self._column.addWidget(self.composer)
        self.notices = NoticeStrip(self._centre, theme)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part, smallest in ((self.sidebar, 200), (self._centre, _CENTRE_SMALLEST), (self.dock, 240)):
            part.setMinimumWidth(smallest)
            self.splitter.addWidget(part)
        self.sidebar.setMaximumWidth(480)
        self.dock.setMaximumWidth(520)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(2, 0)
        self.splitter.splitterMoved.connect(self._remember_width)
        self.setCentralWidget(self.splitter)
        self.sidebar.hide_requested.connect(self.toggle_sidebar)
        self.header.sidebar_requested.connect(self.toggle_sidebar)
        self.header.dock_requested.connect(self.toggle_dock)
        self._restore(state)
        self._arrange()

    def set_transcript(self, transcript: QWidget) -> None:
        """Put the transcript in its place; it comes after the window's first picture."""
        self._column.replaceWidget(self.transcript, transcript)
        self._column.setStretchFactor(transcript, 1)
        self.transcript.deleteLater()
        self.transcript = transcript
        transcript.show()
        self.notices.raise_()
        before_composer = (self.header.account_button, self.header.model_button, transcript, *self.overflow.stops)
        order = (*before_composer, self.composer.edit)
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def set_commands(self, commands: Commands) -> ActionSet:
        """Bind the commands: keys, the menu of the header and, on macOS, the menu bar."""
        actions = ActionSet(self, commands)
        self.actions_set = actions
        native = self.menuBar().isNativeMenuBar()
        for section in SECTIONS:
            own = QMenu(section, self)
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
        title = QLabel("Baton cannot start")
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
        self._sidebar_forced = not shown and self.width() < _SIDEBAR_FITS
        self._arrange()

    def toggle_dock(self) -> None:
        """Show the dock, or hide it."""
        shown = not self.dock.isHidden()
        self._dock_wanted = not shown
        self._dock_forced = not shown and self.width() < _DOCK_FITS
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

    def geometry_text(self) -> str:
        """Size and place, for the next run."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def shown_parts(self) -> tuple[bool, bool, int, int]:
        """Whether the person wants the sidebar and the dock, and how wide they are."""
        return (self._sidebar_wanted, self._dock_wanted, *self._widths)

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

    def _restore(self, state: WindowState) -> None:
        if not state.geometry or not self.restoreGeometry(QByteArray.fromBase64(state.geometry.encode("ascii"))):
            room = self.screen().availableGeometry()
            self.resize(min(1240, room.width() - 40), min(820, room.height() - 40))
        # It may have been left on a larger screen, or at another scale.
        self.resize(self.size().boundedTo(self.screen().availableGeometry().size()))

    def _arrange(self) -> None:
        width = self.width()
        if width >= _SIDEBAR_FITS:
            self._sidebar_forced = False
        if width >= _DOCK_FITS:
            self._dock_forced = False
        sidebar = self._sidebar_wanted and (width >= _SIDEBAR_FITS or self._sidebar_forced)
        dock = self._dock_wanted and (width >= _DOCK_FITS or self._dock_forced)
        if self._dock_forced and width < _SIDEBAR_FITS and sidebar:
            sidebar = False  # both beside the conversation would leave it no room
        self.sidebar.setVisible(sidebar)
        self.dock.setVisible(dock)
        self.header.set_sidebar_shown(sidebar)
        self.header.set_dock_shown(dock)
        self._lift_notices()
        # What a small window took from the parts at the sides, a larger one gives back.
        left = self._widths[0] if sidebar else 0
        right = self._widths[1] if dock else 0
        self.splitter.setSizes([left, max(_CENTRE_SMALLEST, width - left - right), right])

    def _lift_notices(self) -> None:
        """Keep what is told above the composer, however high its files and its text make it."""
        asking = 0 if self.overflow.isHidden() else self.overflow.sizeHint().height()
        self.notices.set_lift(self.composer.sizeHint().height() + asking)

    def _remember_width(self, _: int, handle: int) -> None:
        """Take the width that a part was dragged to; what a small window leaves of one is not the person's choice."""
        left, _, right = self.splitter.sizes()
        self._widths = (left, self._widths[1]) if handle == 1 else (self._widths[0], right)


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key writes something that can be seen."""
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & keys
