"""The panel that lists long work: how far each is, its buttons, and of this session what has ended and how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.domain.language import tr
from app.domain.remedies import RemedyKind
from app.domain.work import Work, WorkState
from app.services.work.words import spoken, state_words
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import scaled
from app.ui.look.tokens import BETWEEN, GRID, INSIDE
from app.ui.wording import breakable

_WIDTH, _HIGHEST = 440, 480
_LOOKS = {WorkState.DONE: "good", WorkState.FAILED: "error"}


class WorkRow(QFrame):
    """One piece of work. Takes the focus, so that a screen reader tells of it as a whole."""

    stop_requested = Signal(int)
    again_requested = Signal(int)
    remedy_requested = Signal(object)
    forget_requested = Signal(int)

    def __init__(self, work: Work) -> None:
        super().__init__()
        set_look(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.work = work
        self._title = QLabel()
        self.state = QLabel()
        for label in (self._title, self.state):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        set_look(self._title, "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.remedy = QPushButton()
        self.remedy.clicked.connect(self._mend)
        self.end = QPushButton()
        self.end.clicked.connect(self._end)
        words = QVBoxLayout()
        words.setSpacing(GRID)
        words.addWidget(self._title)
        words.addWidget(self.bar)
        words.addWidget(self.state)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 12, 10)
        line.setSpacing(INSIDE)
        line.addLayout(words, 1)
        line.addWidget(self.remedy, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.end, 0, Qt.AlignmentFlag.AlignTop)
        self.set_work(work)

    def set_work(self, work: Work) -> None:
        """Show where it stands."""
        self.work = work
        self._title.setText(breakable(work.title))
        self.state.setText(state_words(work))
        set_look(self.state, _LOOKS.get(work.state, "muted"))
        self.bar.setVisible(work.share is not None and (work.is_active or work.state is WorkState.PAUSED))
        self.bar.setValue(round((work.share or 0.0) * 1000))
        self.bar.setAccessibleName(work.title)
        self.remedy.setVisible(work.remedy is not None)
        if work.remedy is not None:
            self.remedy.setText(work.remedy.words)
            self.remedy.setAccessibleName(f"{work.remedy.words} {work.title}")
        end = tr("Stop") if work.is_active else tr("Close")
        self.end.setVisible(work.can_stop or not work.is_active)
        self.end.setText(end)
        self.end.setAccessibleName(f"{end}: {work.title}")
        self.setAccessibleName(spoken(work))

    def _mend(self) -> None:
        remedy = self.work.remedy
        if remedy is not None and remedy.kind is RemedyKind.RETRY:
            self.again_requested.emit(self.work.id)
        elif remedy is not None:
            self.remedy_requested.emit(remedy)

    def _end(self) -> None:
        (self.stop_requested if self.work.is_active else self.forget_requested).emit(self.work.id)


class WorkPanel(QFrame):
    """The list. Up and Down go from one to the next, Del stops one that goes on and closes one that has ended."""

    stop_requested = Signal(int)
    again_requested = Signal(int)
    remedy_requested = Signal(object)
    forget_requested = Signal(int)
    forget_ended_requested = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "popup")
        self.setAccessibleName(tr("Work in progress"))
        self.rows: dict[int, WorkRow] = {}
        head = self._head = QLabel(tr("Work in progress"))
        set_look(head, "heading")
        self.clear = QPushButton(tr("Clear what has ended"))
        set_look(self.clear, "link")
        self.clear.clicked.connect(self.forget_ended_requested)
        self.empty = QLabel(
            tr(
                "Nothing is going on.\n\nDownloads, loading a model, imports and exports, batches, playbooks and "
                "waiting for AWS are listed here while they last, with how far they are and a button that stops them."
            )
        )
        self.empty.setWordWrap(True)
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(self.empty, "muted")
        top = QHBoxLayout()
        top.addWidget(head, 1)
        top.addWidget(self.clear)
        inside = self._inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(INSIDE)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, 12, BETWEEN, BETWEEN)
        column.setSpacing(INSIDE)
        area.setFrameShape(QFrame.Shape.NoFrame)
        column.addLayout(top)
        column.addWidget(area, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        around = layout.contentsMargins()
        for widget in self._inside.findChildren(QWidget):
            widget.ensurePolished()  # before it is shown: large text needs room
        self._column.invalidate()
        width = scaled(_WIDTH)
        listed = self._column.totalHeightForWidth(width - around.left() - around.right() - 2 * self.frameWidth())
        head = max(self._head.sizeHint().height(), self.clear.sizeHint().height()) + layout.spacing()
        wanted = around.top() + head + listed + around.bottom() + 2 * self.frameWidth() + GRID
        return QSize(width, min(wanted, scaled(_HIGHEST)))

    def set_works(self, works: Sequence[Work]) -> None:
        """Show these in their order; rows that stay keep the focus. An end is announced."""
        wanted = {work.id: work for work in works}
        current = self._current()
        for id in [id for id in self.rows if id not in wanted]:
            row = self.rows.pop(id)
            row.hide()
            row.deleteLater()
            if row is current:
                self._focus_first()
        for place, (id, work) in enumerate(wanted.items()):
            known = self.rows.get(id)
            if known is None:
                known = self.rows[id] = self._row(work)
                self._column.insertWidget(place, known)
                known.show()  # at once: it counts for the panel's height
            else:
                self._tell(known.work, work)
                known.set_work(work)
                if self._column.indexOf(known) != place:
                    self._column.insertWidget(place, known)
        self.empty.setVisible(not self.rows)
        self.clear.setVisible(any(not work.is_active and work.state is not WorkState.PAUSED for work in works))
        self.resized.emit()

    def focus_list(self) -> None:
        """Give the focus to the first piece of work."""
        self._focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._current()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up if self.rows:
                rows = self._in_order()
                at = rows.index(row) if row is not None else -1
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                target = rows[max(0, min(len(rows) - 1, at + step))]
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                self._area.ensureWidgetVisible(target)
            case Qt.Key.Key_Delete if row is not None and (row.work.can_stop or not row.work.is_active):
                row.end.click()
            case _:
                super().keyPressEvent(event)

    def _row(self, work: Work) -> WorkRow:
        row = WorkRow(work)
        row.stop_requested.connect(self.stop_requested)
        row.again_requested.connect(self.again_requested)
        row.remedy_requested.connect(self.remedy_requested)
        row.forget_requested.connect(self.forget_requested)
        return row

    def _tell(self, before: Work, now: Work) -> None:
        if before.is_active and not now.is_active and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken(now)))

    def _in_order(self) -> list[WorkRow]:
        return sorted(self.rows.values(), key=self._column.indexOf)

    def _current(self) -> WorkRow | None:
        focus: QWidget | None = self.window().focusWidget()
        if focus is None:
            return None
        return next((row for row in self.rows.values() if focus is row or row.isAncestorOf(focus)), None)

    def _focus_first(self) -> None:
        rows = self._in_order()
        (rows[0] if rows else self.empty).setFocus(Qt.FocusReason.OtherFocusReason)
