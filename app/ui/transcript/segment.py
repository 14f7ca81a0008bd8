"""What every part of a row has in common: it is bound to an item, told its width, and answers with its height."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPlainTextEdit, QTextEdit, QToolButton, QWidget

from app.domain.messages import AttachmentPart
from app.domain.remedies import Remedy
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_icon_size, set_look
from app.ui.look.theme import ThemeController
from app.ui.off_thread import OffThread
from app.ui.transcript.acts import TurnAct
from app.ui.transcript.formulas import Formulas
from app.ui.transcript.items import Item, JsonMode
from app.ui.transcript.result_exchange import ResultExchange
from app.ui.transcript.result_state import ResultState
from app.ui.transcript.selection import ConversationSelection

ICON_PX: Literal[16] = 16


@dataclass(kw_only=True)
class ViewState:
    """What a person unfolded or uncovered, by key; outlives the widgets, which come and go with scrolling."""

    wraps_code: bool = False  # long lines of code are broken, in every block
    unfolded: set[str] = field(default_factory=set)
    shown_secrets: set[str] = field(default_factory=set)
    results: dict[str, ResultState] = field(default_factory=dict)  # of actions
    json_modes: dict[str, JsonMode] = field(default_factory=dict)
    unfolded_json: dict[str, set[tuple[str | int, ...]]] = field(default_factory=dict)  # paths, once one was unfolded
    running_since: dict[str, float] = field(default_factory=dict)  # of actions, by time.monotonic


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What the parts of a row need of the transcript: the theme, what is unfolded, and whom to tell."""

    theme: ThemeController
    state: ViewState
    resized: Callable[[QWidget], None]  # this part wants another height, since something in it was pressed
    grew: Callable[[QWidget], None]  # likewise, by itself: who reads at the end stays there
    relayout: Callable[[], None]  # every part may
    copy: Callable[[str], None]
    save: Callable[[str, str], None]  # suggested file name, text
    open_link: Callable[[str], object]  # once its target was shown, and the person wants it
    edit: Callable[[str, str | None], None]  # node id; the new text, or None to leave it as it is
    begin_edit: Callable[[str], None]
    again: Callable[[str], None]
    act: Callable[[TurnAct, str], None]  # what goes beyond the transcript, and the message it is about
    show_sent: Callable[[str], None]  # node id
    answer_with_next: Callable[[str], None]
    mend: Callable[[Remedy], None]
    show_branch: Callable[[str], None]
    pin: Callable[[str], None]  # a message, or pin it no more
    open_file: Callable[[AttachmentPart], None]
    save_file: Callable[[AttachmentPart], None]
    undo: Callable[[str], None]  # an action
    undo_plan: Callable[[str], None]
    show_action: Callable[[str], None]
    thumbnail: Callable[[AttachmentPart], QImage | None]  # asks for it where it is not there yet
    results: ResultExchange
    formulas: Formulas
    off_thread: OffThread
    selection: ConversationSelection


class Segment(QWidget):
    """One part of a row. Subclasses bind themselves to one kind of item, again and again."""

    indent = 0  # device-independent pixels from the column's left edge
    gap = 12  # to the part above
    is_mirrored = False  # its parts change sides where lines begin on the right

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.surroundings = surroundings
        self.theme = surroundings.theme

    def bind(self, item: Item) -> None:
        """Show ``item``; called only when it differs from the one shown."""
        raise NotImplementedError

    def height_for(self, width: int) -> int:
        """How high this part is at ``width``; it is given exactly that."""
        raise NotImplementedError

    def width_wanted(self) -> int:
        """How wide it has to be for nothing in it to be scrolled sideways; 0 where the text's column does. Asked for
        only where the transcript is wider than the column, which is never wider than a line can be read.
        """
        return 0

    def restyle(self) -> None:
        """The colours or the size of text changed."""

    def documents(self) -> list[QTextEdit | QPlainTextEdit]:
        """The texts in which something can be found and selected."""
        return []


def tool_button(parent: QWidget, name: str, tip: str, clicked: Callable[[], None], *, text: str = "") -> QToolButton:
    """A quiet button with an icon; its tip is its accessible name. Its colour comes with :func:`tint`."""
    button = QToolButton(parent)
    button.setProperty("icon_name", name)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    set_icon_size(button, ICON_PX)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if text:
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.clicked.connect(lambda _checked=False: clicked())
    return button


def tint(parent: QWidget, theme: ThemeController) -> None:
    """Give every button made by :func:`tool_button` under ``parent`` its icon in today's colour."""
    for button in parent.findChildren(QToolButton):
        name = button.property("icon_name")
        if isinstance(name, str):
            button.setIcon(icon(name, theme.tokens.muted, theme.tokens.disabled))


def wrapped_label(parent: QWidget, look: str = "") -> QLabel:
    """A label of plain text that wraps and can be selected."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    if look:
        set_look(label, look)
    return label


def wheel_stays_inside(area: QAbstractScrollArea, event: QWheelEvent) -> bool:
    """Whether ``area`` can still move the way the wheel turns. Where it cannot, the transcript moves instead."""
    delta = event.angleDelta() if event.pixelDelta() == QPoint() else event.pixelDelta()
    if abs(delta.x()) > abs(delta.y()) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        bar = area.horizontalScrollBar()
        return bar.maximum() > bar.minimum()
    bar = area.verticalScrollBar()
    return bar.value() > bar.minimum() if delta.y() > 0 else bar.value() < bar.maximum()


def matches_in(document: QTextDocument, text: str) -> list[QTextCursor]:
    """Every place where ``text`` stands in ``document``, upper and lower case alike."""
    found: list[QTextCursor] = []
    if not text:
        return found
    cursor = document.find(text)
    while not cursor.isNull():
        found.append(cursor)
        cursor = document.find(text, cursor)
    return found
