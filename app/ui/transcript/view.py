"""The transcript: a conversation in one column, streaming without moving what is read. Stores nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.conversation import OpenedConversation
from app.domain.language import tr
from app.domain.messages import AttachmentPart, Role
from app.domain.models import ModelInfo
from app.services.turn_updates import NodeAdded, TurnUpdate
from app.ui.look.theme import ThemeController, Tokens
from app.ui.off_thread import OffThread
from app.ui.transcript.announcing import Announcer
from app.ui.transcript.content import Contents
from app.ui.transcript.editor import EditorSegment
from app.ui.transcript.elsewhere import ThreadsElsewhere
from app.ui.transcript.finding import Finder
from app.ui.transcript.formulas import Formulas
from app.ui.transcript.found_marks import FoundMarks
from app.ui.transcript.links import ask_link
from app.ui.transcript.newest import NewestButton
from app.ui.transcript.pacing import Repaints
from app.ui.transcript.places import count_in_cards, count_in_trees
from app.ui.transcript.quoting import selected_text
from app.ui.transcript.result_exchange import ResultExchange
from app.ui.transcript.row import HeightGuess, MessageRow
from app.ui.transcript.segment import Surroundings, ViewState
from app.ui.transcript.selected_rows import SelectedRows
from app.ui.transcript.selection import ConversationSelection
from app.ui.transcript.tabbing import next_field, stops
from app.ui.transcript.thread import Thread
from app.ui.transcript.window import RowWindow
from app.ui.widgets.focus_ring import FocusRing

KEPT_THUMBNAILS = 200


class TranscriptView(QWidget):
    """A conversation.

    ``edit_requested`` (a message of the person's, its new text), ``again_requested`` (the person's message to answer
    again), ``sent_requested`` (the answer whose request to show), ``act_requested`` (a ``TurnAct``, the message),
    ``next_requested`` (an answer that broke off), ``remedy_wanted`` (a remedy of a failed one),
    ``branch_requested`` (the sibling to show),
    ``copy_done`` (what was put on the clipboard), ``link_activated`` (http, https or mailto; its target was shown),
    ``save_requested`` (file name to suggest, text),
    ``find_moved`` (number of the current place, from 1, and of all), ``pin_requested`` (a message to be always sent, or
    no more), ``preview_wanted``, ``file_opened`` and ``file_save_requested`` (an ``AttachmentPart``),
    ``undo_requested`` (an action) and ``plan_undo_requested`` (a plan): to be asked about, then taken back.

    Updates of other conversations may be handed to :meth:`apply` too: an answer that is written while another
    conversation is shown is whole when its own is opened again.
    """

    edit_requested = Signal(str, str)
    again_requested = Signal(str)
    sent_requested = Signal(str)
    act_requested = Signal(object, str)
    next_requested = Signal(str)
    remedy_wanted = Signal(object)
    branch_requested = Signal(str)
    copy_done = Signal(str)
    link_activated = Signal(str)
    save_requested = Signal(str, str)
    find_moved = Signal(int, int)
    pin_requested = Signal(str)
    preview_wanted = Signal(object)
    file_opened = Signal(object)
    file_save_requested = Signal(object)
    undo_requested = Signal(str)
    plan_undo_requested = Signal(str)

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thread: Thread | None = None
        self._elsewhere = ThreadsElsewhere()
        self._busy = False
        self._editing: str | None = None
        self._guess: tuple[tuple[int, int], HeightGuess] | None = None  # what it was made for, and the guess
        self._contents = Contents()
        self._thumbnails: OrderedDict[str, QImage] = OrderedDict()
        self._finder = Finder()
        self._announcer = Announcer(self)
        self._state = ViewState()
        self.results = ResultExchange(self)
        self._formulas = Formulas(self)
        self._formulas.drawn.connect(self._show_formulas)
        rows = SelectedRows(lambda: self._window, lambda: self._thread)
        self._selection = ConversationSelection(rows, self._copy, self)
        self._surroundings = Surroundings(
            theme=theme,
            state=self._state,
            resized=self._part_resized,
            grew=partial(self._part_resized, kept_at_end=True),
            relayout=lambda: self._window.relayout(),  # noqa: PLW0108  # the window is made below
            copy=self._copy,
            save=self.save_requested.emit,
            open_link=lambda address: ask_link(self, address, self.link_activated.emit, self._copy),
            edit=self._edited,
            begin_edit=self.begin_edit,
            again=self.again_requested.emit,
            show_sent=self.sent_requested.emit,
            act=self.act_requested.emit,
            answer_with_next=self.next_requested.emit,
            mend=self.remedy_wanted.emit,
            show_branch=self.branch_requested.emit,
            pin=self.pin_requested.emit,
            open_file=self.file_opened.emit,
            save_file=self.file_save_requested.emit,
            thumbnail=self._thumbnail,
            undo=self.undo_requested.emit,
            undo_plan=self.plan_undo_requested.emit,
            show_action=self.show_action,
            results=self.results,
            formulas=self._formulas,
            off_thread=OffThread(self),
            selection=self._selection,
        )
        self._window = RowWindow(
            self,
            make=lambda parent: MessageRow(self._surroundings, parent),
            bind=self._bind,
            estimate=self._estimate,
            prepare=self._prepare,
        )
        self._window.setAccessibleName(tr("Conversation"))
        FocusRing(self._window, theme)
        self._window.at_end_changed.connect(self._show_pill)
        self._marks = FoundMarks(self._finder, self._window, theme)
        self._window.moved.connect(self._marks.renew)
        self._window.moved.connect(self._selection.renew)
        self._empty: QWidget | None = None
        self._pill = NewestButton(self._window, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._window)
        self._repaints = Repaints(lambda key: self._window.refresh(key), self._show_pill, self)  # noqa: PLW0108  # as above
        self._ended_thread: Thread | None = None
        self._ending = QTimer(self)
        self._ending.setSingleShot(True)
        self._ending.setInterval(0)
        self._ending.timeout.connect(self._end_streaming)
        self._parsing = QTimer(self)
        self._parsing.setInterval(0)
        self._parsing.timeout.connect(self._parse_on)
        theme.changed.connect(self._restyle)
        theme.text_size_changed.connect(self._restyle)
        self._restyle(theme.tokens)

    # What is shown

    def set_conversation(self, opened: OpenedConversation | None, *, thread: Thread | None = None) -> None:
        """Show a conversation from its end; opened again, the same one stays where it is being read.

        ``thread`` is that conversation's, where one was prepared already.
        """
        old = self._thread
        if old is not None and (old.live or self._busy):
            self._elsewhere.keep(old)
        if opened is None:
            self._thread = None
            self._window.set_keys([], keep=False)
            self._forget()
            self._show_empty()
            return
        thread = thread or Thread(opened)
        older = self._elsewhere.take(opened.conversation.id)
        same = old is not None and old.conversation.id == opened.conversation.id
        if older is not None:
            thread.adopt(older)
        elif same and old is not None:
            thread.adopt(old)
        self._thread = thread
        if not same:
            self._forget()
        known = thread.guessed is not None and thread.guessed[0] == self.height_guess
        self._window.set_keys(self._keys(), keep=same, guessed=thread.guessed[1] if known and thread.guessed else None)
        self._show_empty()

    def apply(self, update: TurnUpdate) -> None:
        """Take in one update of a turn, of whichever conversation."""
        thread = self._thread
        change = thread.apply(update) if thread is not None else None
        if thread is None or change is None or not (change.branch or change.rows):
            self._elsewhere.apply(update)
            return
        if change.branch:
            self._window.set_keys(self._keys(), keep=True)
            if isinstance(update, NodeAdded) and update.node.message.role is Role.USER:
                self._window.to_end()
            self._show_empty()
        elif change.streamed:
            self._repaints.add(change.rows)
        else:
            for node_id in change.rows:
                self._repaints.drop(node_id)
                self._window.refresh(node_id)
        self._announcer.take(thread, update)

    def set_busy(self, busy: bool) -> None:
        """Whether an answer is being written here: messages cannot be changed meanwhile."""
        if busy == self._busy:
            return
        self._busy = busy
        if not busy:
            self._ended_thread = self._thread
            self._ending.start()
        self._refresh_all()

    def _end_streaming(self) -> None:
        """A turn that was cancelled ends without a last update; one that goes on elsewhere is left alone."""
        if self._thread is None or self._thread is not self._ended_thread or self._busy:
            return
        self._repaints.clear()
        for node_id in self._thread.stop_streaming().rows:
            self._window.refresh(node_id)

    @property
    def height_guess(self) -> HeightGuess:
        """How heights are guessed now, for a ``Thread`` that is prepared."""
        return HeightGuess.at(self._window.viewport().width(), self._theme.text_size_px)

    def set_empty_state(self, widget: QWidget) -> None:
        """What stands where a conversation has no messages yet; it becomes a child of this view."""
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = widget
        widget.setParent(self)
        self._show_empty()
        self._place_overlays()

    def set_model_lookup(self, model_of: Callable[[str], ModelInfo | None]) -> None:
        """Where the parts learn what a model (``provider:model``) is called and costs."""
        self._contents.model_of = model_of
        self._refresh_all()

    def set_thumbnail(self, sha256: str, image: QImage) -> None:
        """Show a picture's thumbnail; a null image where there is none."""
        self._thumbnails[sha256] = image
        self._contents.thumbnails.add(sha256)
        while len(self._thumbnails) > KEPT_THUMBNAILS:
            self._contents.thumbnails.discard(self._thumbnails.popitem(last=False)[0])
        if self._thread is not None:
            for row in self._thread.rows:
                if row.node.id in self._window.built and any(f.sha256 == sha256 for f in row.node.message.attachments):
                    self._window.refresh(row.node.id)

    def set_pinned(self, pinned: Sequence[str]) -> None:
        """Which messages of the conversation shown are always sent."""
        if self._thread is not None and self._thread.set_pinned(pinned):
            self._refresh_all()

    def set_undoing(self, key: str, undoing: bool) -> None:
        """An action or a plan, by its id, is being taken back, or no more."""
        (self._contents.undoing.add if undoing else self._contents.undoing.discard)(key)
        for node_id in self._rows_with(key):
            self._window.refresh(node_id)

    def show_action(self, action_id: str) -> None:
        """Bring the row that shows an action into sight, where it is on the branch shown."""
        for node_id in self._rows_with(action_id):
            self.show_node(node_id)

    def chosen_node(self) -> str | None:
        """The message that has the focus, or ``None``."""
        focus = QApplication.focusWidget()  # of this view alone, the last one would count for ever
        for key, row in self._window.built.items():
            if focus is not None and (focus is row or row.isAncestorOf(focus)):
                return key
        return None

    def selected_text(self) -> str:
        """What is selected in the messages in sight, in reading order; empty where nothing is."""
        return selected_text([row for row in self._window.built.values() if isinstance(row, MessageRow)])

    # Moving about

    def show_node(self, node_id: str) -> bool:
        """Bring a message to the top; ``False`` where it is not on the branch shown."""
        row = self._window.to_row(node_id)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        return row is not None

    def move_turn(self, by: int) -> None:
        """Go to the next (+1) or the previous (-1) message."""
        if self._thread is None or not self._thread.rows:
            return
        focused = self._focused_row()
        target = self._thread.turn_from(self._window.row_at_top() if focused is None else focused, by)
        if target is None:
            self._window.to_end()
        else:
            self.show_node(target.node.id)

    def to_end(self) -> None:
        """Go to the newest text, and stay with it."""
        self._window.to_end()

    @property
    def count(self) -> int:
        """How many rows the branch shown has."""
        return 0 if self._thread is None else len(self._thread.rows)

    @property
    def at_end(self) -> bool:
        """Whether the newest text is in sight and stays so."""
        return self._window.at_end

    # Finding

    def find(self, text: str) -> int:  # type: ignore[override]  # QWidget.find is a static look-up by window id
        """Find text in the whole branch, upper and lower case alike; returns at how many places. Empty text ends it."""
        trees = partial(count_in_trees, self._contents, self._state, self._thread, text)
        cards = partial(count_in_cards, self._state, self._thread, text)
        self._finder.search(self._thread, text, from_row=self._window.row_at_top(), count_in=trees, in_cards=cards)
        self._marks.renew()
        self._show_found()
        return len(self._finder.hits)

    def find_next(self) -> None:
        """Go to the next place."""
        self._finder.step(1)
        self._show_found()

    def find_previous(self) -> None:
        """Go to the place before."""
        self._finder.step(-1)
        self._show_found()

    def _show_found(self) -> None:
        hit = self._finder.hit
        self.find_moved.emit(self._finder.current + 1 if hit is not None else 0, len(self._finder.hits))
        if hit is not None:
            self._marks.go_to(hit)

    # Changing a message

    def begin_edit(self, node_id: str) -> None:
        """Let the person change a message of theirs in place."""
        if self._busy or self._thread is None:
            return
        before, self._editing = self._editing, node_id
        if before is not None:
            self._window.refresh(before)
        self._window.refresh(node_id)
        row = self._window.built.get(node_id)
        if isinstance(row, MessageRow):
            for segment in row.segments:
                if isinstance(segment, EditorSegment):
                    self._window.show_part(segment)
                    segment.take_focus()

    def _edited(self, node_id: str, text: str | None) -> None:
        self._editing = None
        self._window.refresh(node_id)
        self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        if text is not None:
            self.edit_requested.emit(node_id, text)

    # Rows

    def _thumbnail(self, part: AttachmentPart) -> QImage | None:
        image = self._thumbnails.get(part.sha256)
        if image is None:
            self.preview_wanted.emit(part)
        return image

    def _refresh_all(self) -> None:
        for key in self._window.built:
            self._window.refresh(key)

    def _rows_with(self, key: str) -> Sequence[str]:
        return () if self._thread is None else self._thread.rows_with(key)

    def _keys(self) -> list[str]:
        return [] if self._thread is None else [row.node.id for row in self._thread.rows]

    def _bind(self, widget: QWidget, number: int) -> None:
        thread = self._thread
        assert thread is not None
        assert isinstance(widget, MessageRow)
        row = thread.rows[number]
        items = self._contents.items(thread, row, editing=row.node.id == self._editing)
        widget.bind(row, items, first=number == 0, editable=not self._busy)
        if self._contents.unfinished and not self._parsing.isActive():
            self._parsing.start()

    def _prepare(self, number: int) -> bool:
        assert self._thread is not None
        return self._contents.prepare(self._thread, self._thread.rows[number])

    def _estimate(self, number: int, width: int) -> int:
        assert self._thread is not None
        if self._guess is None or self._guess[0] != (width, self._theme.text_size_px):
            self._guess = (width, self._theme.text_size_px), self.height_guess
        return self._guess[1](self._thread, self._thread.rows[number])

    def _parse_on(self) -> None:
        node_id = self._contents.advance()
        if not self._contents.unfinished:
            self._parsing.stop()
        if node_id is not None:
            self._window.refresh(node_id)

    def _show_formulas(self) -> None:
        for row in self._window.built.values():
            if isinstance(row, MessageRow) and row.show_formulas():
                self._window.resized(row, kept_at_end=True)

    def _part_resized(self, part: QWidget, *, kept_at_end: bool = False) -> None:
        if (row := part.parentWidget()) is not None:
            self._window.resized(row, kept_at_end=kept_at_end)

    @property
    def announcer(self) -> Announcer:
        """What is said to a screen reader."""
        return self._announcer

    # Around them

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copy_done.emit(text)

    def _forget(self) -> None:
        self._editing = None
        self._repaints.clear()
        self._contents.unfinished.clear()
        self._announcer.forget()
        self._selection.forget()
        self._finder.search(None, "", from_row=0)

    def _focused_row(self) -> int | None:
        for key, row in self._window.built.items():
            if row.hasFocus() and self._thread is not None:
                return self._keys().index(key)
        return None

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(self._thread is None or not self._thread.rows)
            self._empty.raise_()

    def _show_pill(self, *_: object) -> None:
        wanted = not self._window.at_end and self._thread is not None and bool(self._thread.rows)
        self._pill.set_wanted(wanted, writing=self._thread is not None and bool(self._thread.live))

    def _place_overlays(self) -> None:
        self._pill.place()
        if self._empty is not None:
            self._empty.setGeometry(self.rect())

    def _restyle(self, _: Tokens | int) -> None:
        self._pill.restyle(self._theme.tokens)
        for row in self._window.built.values():
            if isinstance(row, MessageRow):
                row.restyle()
        self._window.relayout()
        QTimer.singleShot(0, self._window, self._window.relayout)  # some parts learn their size with the next event
        self._marks.renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_overlays()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_turn(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._selection.select_all()
        elif not (event.matches(QKeySequence.StandardKey.Copy) and self._selection.copy()):
            super().keyPressEvent(event)

    def tab_stops(self) -> list[QWidget]:
        """What Tab comes to, in reading order."""
        return stops(self._window, tuple(self._window.built.values()), self._empty, self._pill)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes through what can be used in reading order, and on into rows that are not in sight yet."""
        target = next_field(tuple(self._window.built.values()), self.focusWidget(), self._window, following=following)
        if target is None:
            return super().focusNextPrevChild(following)
        target.setFocus(Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason)
        self._window.show_part(target)
        return True
