"""One row of the transcript: who speaks, and the parts of what was said. Bound again and again to other messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QStyle, QTextEdit, QWidget

from app.domain.language import tr
from app.domain.messages import Role
from app.ui.commands.about_turns import NEWER_KEYS, OLDER_KEYS
from app.ui.look.roles import spoken_as
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import scaled
from app.ui.look.tokens import COLUMN_WIDTH, TURN
from app.ui.markdown import Code, Grid, Picture, Prose
from app.ui.transcript.acts import TurnAct
from app.ui.transcript.card import ActionSegment
from app.ui.transcript.code import CodeSegment, LongTextSegment
from app.ui.transcript.code_text import CodeText
from app.ui.transcript.editor import EditorSegment
from app.ui.transcript.files import FilesSegment
from app.ui.transcript.footer import FooterSegment
from app.ui.transcript.items import (
    ActionItem,
    Editor,
    Files,
    Footer,
    Item,
    JsonAnswer,
    LongText,
    Notice,
    NotSent,
    PlanItem,
    Thinking,
    ToolLine,
    Tools,
    Waiting,
)
from app.ui.transcript.json_view import JsonSegment
from app.ui.transcript.lines import (
    NoticeSegment,
    ThinkingSegment,
    ToolLineSegment,
    WaitingSegment,
)
from app.ui.transcript.not_sent import NotSentSegment
from app.ui.transcript.picture import PictureSegment
from app.ui.transcript.plan_card import PlanSegment
from app.ui.transcript.prose import GridSegment, ProseSegment, RichText
from app.ui.transcript.question_tools import ToolsSegment
from app.ui.transcript.segment import Segment, Surroundings
from app.ui.transcript.thread import Row, Thread

GUTTER_PX = 72  # for the speaker's name, where there is room
NARROW_PX = 560  # a column below this has the name above the text
NAME_PX = 24
SIDE_PX = 24
SPARE_SEGMENTS = 4  # of one kind, kept for the next message


def _grown(segment: Segment, at: int, wide: int, width: int) -> int:
    """How wide a part is that wants more than the column: it takes the room behind that, and begins where the text
    does, so that whatever is read begins below what was read before.
    """
    behind = width - SIDE_PX - at
    return wide if behind <= wide else max(wide, min(segment.width_wanted(), behind))


def column(width: int) -> QRect:
    """Where the text's column stands in a transcript ``width`` wide (x and width only)."""
    wide = max(min(scaled(COLUMN_WIDTH), width - 2 * SIDE_PX), 120)
    return QRect((width - wide) // 2, 0, wide, 0)


@dataclass(frozen=True, slots=True)
class HeightGuess:
    """About how high rows will be, without building them. Of what the window is, it knows what a thread may know."""

    text_size_px: int
    characters: float  # in a line

    @classmethod
    def at(cls, width: int, text_size_px: int) -> HeightGuess:
        """For a transcript ``width`` wide."""
        text_width = max(column(width).width() - GUTTER_PX, 100)
        return cls(text_size_px, max(text_width / (text_size_px * 0.52), 10))

    def __call__(self, thread: Thread, row: Row) -> int:
        size = thread.size_of(row)
        lines = size.chars / self.characters + 0.6 * size.breaks + size.parts
        height = round(lines * self.text_size_px * 1.55 + (60 if row.ends else 24))
        return min(height, 380) if row.node.message.role is Role.USER else height


@spoken_as(QAccessible.Role.Section)
class MessageRow(QWidget):
    """A message, laid out by hand: its height is known exactly, for any width, as soon as it is bound."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._row: Row | None = None
        self._items: list[Item] = []
        self._segments: list[Segment] = []
        self._spare: dict[type[Segment], list[Segment]] = {}
        self._first = False
        self._name = QLabel(self)
        set_look(self._name, "strong")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for keys, act in ((OLDER_KEYS, TurnAct.OLDER), (NEWER_KEYS, TurnAct.NEWER)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda act=act: self._act(act))

    @property
    def row(self) -> Row | None:
        """What is shown."""
        return self._row

    @property
    def segments(self) -> Sequence[Segment]:
        """The parts, top to bottom."""
        return self._segments

    def bind(self, row: Row, items: Sequence[Item], *, first: bool, editable: bool) -> None:
        """Show a message. Parts that show the same as before are left alone."""
        self._row = row
        self._first = first
        person = row.node.message.role is Role.USER
        self._name.setText(tr("You") if person else "Baton")
        self._name.setVisible(row.begins)
        self._rebind(items)
        for segment in self._segments:
            if isinstance(segment, (ToolsSegment, FooterSegment)):
                segment.set_editable(editable)
        # Short: a screen reader asks for it at every step; the texts have the rest.
        said = row.node.message.text[:400]
        self.setAccessibleName(f"{self._name.text()}: {said}")
        branches = (item.branch for item in items if isinstance(item, (Tools, Footer)))
        branch = next((branch for branch in branches if branch is not None), None)
        about = tr("The menu key offers what can be done with it.")
        if branch is not None:
            about = tr(
                "Version {number} of {count}. {older} and {newer} show others. {about}",
                number=branch.number,
                count=branch.count,
                older=OLDER_KEYS,
                newer=NEWER_KEYS,
                about=about,
            )
        self.setAccessibleDescription(about)

    def release(self) -> None:
        """Nothing is shown; the parts are kept for another message."""
        self._rebind([])
        self._row = None

    def relayout(self, width: int) -> int:
        """Lay the parts out at ``width``; returns the row's height, which the caller sets."""
        place = column(width)
        beside = place.width() >= scaled(NARROW_PX)
        left = place.x() + (scaled(GUTTER_PX) if beside else 0)
        room = place.width() - (scaled(GUTTER_PX) if beside else 0)
        top = TURN if self._row is not None and self._row.begins and not self._first else 8
        if (above := next((item for item in self._segments if isinstance(item, NotSentSegment)), None)) is not None:
            height = above.height_for(place.width())
            above.setGeometry(place.x(), top, place.width(), height)
            top += height + TURN
        self._name.setGeometry(place.x(), top, scaled(GUTTER_PX) if beside else room, scaled(NAME_PX))
        y = top if beside or self._row is None or not self._row.begins else top + scaled(NAME_PX)
        tools = next((segment for segment in self._segments if isinstance(segment, ToolsSegment)), None)
        text_width = room
        if tools is not None:
            wanted = tools.width_wanted()
            tools.setGeometry(place.right() + 1 - wanted, top - 3, wanted, tools.height_for(wanted))
            if beside:
                text_width = room - wanted - 8
        began = y
        for segment in self._segments:
            if segment is tools or segment is above:
                continue
            wide = text_width if isinstance(segment, ProseSegment) else room
            wide -= segment.indent
            if tools is not None and not isinstance(segment, ProseSegment) and y == began and beside:
                wide -= tools.width() + 8
            y += segment.gap if y != began else 2
            at = left + segment.indent
            if tools is None or y > began + 2:
                wide = _grown(segment, at, wide, width)
            height = segment.height_for(wide)
            segment.setGeometry(at, y, wide, height)
            y += height
        if self.isRightToLeft():
            self._mirror(width)
        return max(y, top + scaled(NAME_PX)) + 4

    def _mirror(self, width: int) -> None:
        """Everything stands on the other side; what has no layout of its own is turned inside too."""
        whole = QRect(0, 0, width, 0)
        for part in (self._name, *self._segments):
            part.setGeometry(QStyle.visualRect(Qt.LayoutDirection.RightToLeft, whole, part.geometry()))
            if isinstance(part, Segment) and part.is_mirrored:
                for child in part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                    child.setGeometry(QStyle.visualRect(Qt.LayoutDirection.RightToLeft, part.rect(), child.geometry()))

    def restyle(self) -> None:
        """The colours or the size of text changed."""
        for segment in self._segments:
            segment.restyle()
        for spares in self._spare.values():
            for segment in spares:
                segment.deleteLater()
        self._spare.clear()
        self.update()

    def show_formulas(self) -> bool:
        """Lay out again what waited for formulas; whether anything did."""
        waited = [text for text in self.texts() if isinstance(text, RichText) and text.awaits_formulas]
        for text in waited:
            text.restyle()
        return bool(waited)

    def texts(self) -> list[QTextEdit | QPlainTextEdit]:
        """The documents of this message, in reading order."""
        return [text for segment in self._segments for text in segment.documents()]

    def selectable_texts(self) -> list[QTextEdit | QPlainTextEdit]:
        """Those of them that a selection of the conversation runs through."""
        return [text for text in self.texts() if isinstance(text, RichText | CodeText) and text.selection is not None]

    def is_wanted(self) -> bool:
        """Whether a person is at work in it, so that it must not go away when it is scrolled out of sight."""
        focus = QApplication.focusWidget()
        if focus is not None and (focus is self or self.isAncestorOf(focus)):
            return True
        selection = self._surroundings.selection
        if selection.is_spanning:
            return self._row is not None and selection.holds(self._row.node.id)
        return any(text.textCursor().hasSelection() for text in self.texts())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            if self._row is not None and not self._surroundings.selection.copy():
                self._surroundings.copy(self._row.node.message.text)
            return
        if event.key() == Qt.Key.Key_Delete and self.hasFocus() and self._row is not None:
            self._surroundings.act(TurnAct.DELETE, self._row.node.id)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        for segment in self._segments:
            if isinstance(segment, (ToolsSegment, FooterSegment)):
                segment.show_menu()
                event.accept()
                return
        super().contextMenuEvent(event)

    def _act(self, act: TurnAct) -> None:
        for segment in self._segments:
            if isinstance(segment, (ToolsSegment, FooterSegment)):
                segment.act(act)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            place = column(self.width())
            painter = QPainter(self)
            colour = QColor(self._surroundings.theme.tokens.accent)
            painter.fillRect(QRect(max(place.x() - 12, 2), 8, 3, self.height() - 12), colour)
            painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            return True  # laid out by hand
        return super().event(event)

    def _rebind(self, items: Sequence[Item]) -> None:
        old_items, old_segments = self._items, self._segments
        segments: list[Segment] = []
        free = dict(enumerate(old_segments))
        for index, item in enumerate(items):
            kind = _segment_type(item)
            segment = free.get(index)
            if segment is not None and type(segment) is kind:
                del free[index]
                if old_items[index] != item:
                    segment.bind(item)
            else:
                segment = self._new(kind)
                segment.bind(item)
                segment.show()
            segments.append(segment)
        for segment in free.values():
            self._put_away(segment)
        self._items, self._segments = list(items), segments

    def _new(self, kind: type[Segment]) -> Segment:
        spares = self._spare.get(kind)
        if spares:
            return spares.pop()
        segment = kind(self._surroundings, self)
        if not issubclass(kind, ActionSegment | PlanSegment):  # a card's result is copied by the card
            texts: list[RichText | CodeText] = [*segment.findChildren(RichText), *segment.findChildren(CodeText)]
            for text in texts:
                text.selection = self._surroundings.selection
        return segment

    def _put_away(self, segment: Segment) -> None:
        segment.hide()
        if isinstance(segment, EditorSegment):
            segment.forget()
        spares = self._spare.setdefault(type(segment), [])
        if len(spares) < SPARE_SEGMENTS:
            spares.append(segment)
        else:
            segment.deleteLater()


def _segment_type(item: Item) -> type[Segment]:
    match item:
        case Prose():
            return ProseSegment
        case Code():
            return CodeSegment
        case Grid():
            return GridSegment
        case Picture():
            return PictureSegment
        case LongText():
            return LongTextSegment
        case Thinking():
            return ThinkingSegment
        case ToolLine():
            return ToolLineSegment
        case ActionItem():
            return ActionSegment
        case PlanItem():
            return PlanSegment
        case Waiting():
            return WaitingSegment
        case JsonAnswer():
            return JsonSegment
        case Notice():
            return NoticeSegment
        case NotSent():
            return NotSentSegment
        case Footer():
            return FooterSegment
        case Tools():
            return ToolsSegment
        case Files():
            return FilesSegment
        case Editor():
            return EditorSegment
        case _:
            assert_never(item)
