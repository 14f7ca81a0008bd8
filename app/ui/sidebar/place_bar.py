"""The places chats lie in: archive and bin at the foot of the list, and the line that leads back from them."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.domain.language import tr
from app.domain.searching import Place
from app.services.chat_places import BIN_DAYS
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_icon_size, set_look
from app.ui.look.tokens import GRID, Tokens
from app.ui.sidebar.conversation_list import CHATS_TYPE, dropped_ids


def _name(place: Place) -> str:
    match place:
        case Place.CHATS:
            return ""
        case Place.ARCHIVE:
            return tr("Archive", "where chats lie that are put away")
        case Place.BIN:
            return tr("Bin")
        case _:
            assert_never(place)


class PlaceButton(QPushButton):
    """Leads to a place; chats that are dropped on it go there."""

    dropped = Signal(list)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        set_look(self, "quiet")
        self.setCheckable(True)
        set_icon_size(self, 16)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(CHATS_TYPE):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(dropped_ids(event.mimeData()))


class PlaceBar(QWidget):
    """At the foot of the list."""

    chosen = Signal(object)  # a Place
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.archive = PlaceButton(_name(Place.ARCHIVE))
        self.archive.setToolTip(tr("Chats put away. Drop chats here to put them away."))
        self.bin = PlaceButton(_name(Place.BIN))
        about_bin = tr("Deleted chats lie here for {days} days. Drop chats here to delete them.", days=BIN_DAYS)
        self.bin.setToolTip(about_bin)
        self.folder = QToolButton()
        set_icon_size(self.folder, 16)
        self.folder.setToolTip(tr("New folder"))
        self.folder.setAccessibleName(tr("New folder"))
        self.folder.clicked.connect(self.folder_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, GRID)
        row.setSpacing(GRID)
        for place, button in ((Place.ARCHIVE, self.archive), (Place.BIN, self.bin)):
            button.clicked.connect(lambda on, place=place: self.chosen.emit(place if on else Place.CHATS))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.folder)

    def set_place(self, place: Place) -> None:
        """Mark the place that is listed."""
        self.archive.setChecked(place is Place.ARCHIVE)
        self.bin.setChecked(place is Place.BIN)
        self.folder.setVisible(place is Place.CHATS)

    def recolour(self, tokens: Tokens) -> None:
        """Draw the icons in the theme's colours."""
        self.archive.setIcon(icon("archive", tokens.muted))
        self.bin.setIcon(icon("trash", tokens.muted))
        self.folder.setIcon(icon("folder", tokens.muted))


class PlaceHead(QWidget):
    """Over the list of the archive or the bin: the way back, where one is, and what can be done with all of it."""

    left = Signal()
    empty_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = QToolButton()
        set_icon_size(self.back, 16)
        self.back.setToolTip(tr("Back to the chats (Esc)"))
        self.back.setAccessibleName(tr("Back to the chats"))
        self.back.clicked.connect(self.left)
        self.name = QLabel()
        set_look(self.name, "strong")
        self.empty = QPushButton(tr("Empty bin…"))
        set_look(self.empty, "link")
        self.empty.clicked.connect(self.empty_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addWidget(self.name, 1)
        row.addWidget(self.empty)
        self.hide()

    def set_place(self, place: Place, *, is_empty: bool) -> None:
        """Say where the list is; nothing where it is the chats."""
        self.name.setText(_name(place))
        self.empty.setVisible(place is Place.BIN and not is_empty)
        self.setVisible(place is not Place.CHATS)

    def recolour(self, tokens: Tokens) -> None:
        """Draw the icon in the theme's colours."""
        self.back.setIcon(icon("chevron-left", tokens.muted))
