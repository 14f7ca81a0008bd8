"""What every question of the sheet has in common: what is asked scrolls, the answers stay in sight below it.

Owns when a yes can be given: after the question was in sight for a moment in which nothing was held down, and again
after the window came back to the front. Every other way out is a no.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.language import tr
from app.ui.confirmation.acting import DeliberateButton
from app.ui.confirmation.editors import TypedText
from app.ui.confirmation.words import Words
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController
from app.ui.markdown import mark_unseen
from app.ui.transcript.segment import tint

ARMING_MS = 700  # a click meant for what stood here before must not act
SIDE_PX = 20
VERB_CHARS = 40
BESIDE_CHARS = 24  # of what must be typed, so that it stands beside its field
LINE_PX = 40  # a step of the arrow keys

_SCROLLING = {
    Qt.Key.Key_Up: -LINE_PX,
    Qt.Key.Key_Down: LINE_PX,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
}


class _Content(QWidget):
    """As high as its width makes it: the least height of wrapped labels is counted at a width they do not have."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class QuestionPage(QFrame):
    """One question. ``answered`` carries the answer, once; ``grew``: a person unfolded something that wants room.

    Subclasses fill ``rows`` and call :meth:`end`.
    """

    answered = Signal(object)
    grew = Signal()

    def __init__(self, parent: QWidget, theme: ThemeController, *, sentence: str, confirm_text: str | None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._confirm_text = confirm_text
        self._armed = False
        self._done = False
        self._own_hint = ""
        self._waiting_words = ""
        self._arming = QTimer(self)
        self._arming.setSingleShot(True)
        self._arming.setInterval(ARMING_MS)
        self._arming.timeout.connect(self._arm)
        set_look(self, "popup")
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(1, SIDE_PX, 1, 1)
        self._all.setSpacing(0)
        self.content = _Content(self)
        self.rows = QVBoxLayout(self.content)
        self.rows.setContentsMargins(SIDE_PX, 0, SIDE_PX, 16)
        self.rows.setSpacing(8)
        self.rows.addWidget(Words(self.content, sentence, look="heading"))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.content)
        self._all.addWidget(self._area, 1)
        self._line = QFrame(self)
        set_look(self._line, "line")
        self._line.setFixedHeight(1)
        self._all.addWidget(self._line)
        self._foot = QWidget(self)
        self._foot_rows = QVBoxLayout(self._foot)
        self._foot_rows.setContentsMargins(SIDE_PX, 12, SIDE_PX, SIDE_PX - 4)
        self._foot_rows.setSpacing(8)
        self._all.addWidget(self._foot)
        self._typed: TypedText | None = None
        if confirm_text is not None:
            self._typed = TypedText(self._foot, wanted=confirm_text)
            self._typed.setAccessibleName(tr("Type {text} to go on", text=mark_unseen(confirm_text)))
            self._typed.textChanged.connect(self._typed_more)
            self._typed.paste_refused.connect(self._say_no_paste)
            self._foot_rows.addLayout(self._typing_row(confirm_text, self._typed))
        self._hint = Words(self._foot, look="muted")
        self._foot_rows.addWidget(self._hint)
        self._cancel = self.button(tr("Cancel"), description=sentence)
        self._cancel.clicked.connect(self.refuse)
        self.setAccessibleName(mark_unseen(sentence))

    # For subclasses

    def button(self, verb: str, *, description: str = "") -> DeliberateButton:
        """A button for the foot; its words are cut to what a button can hold, its name is not."""
        marked = mark_unseen(verb)
        button = DeliberateButton(marked if len(marked) <= VERB_CHARS else marked[: VERB_CHARS - 1] + "…", self._foot)
        button.setAccessibleName(marked)
        if description:
            button.setAccessibleDescription(mark_unseen(description))
        button.disturbed.connect(self._wait_longer)
        return button

    def end(self, acting: Sequence[DeliberateButton], *, where: str) -> None:
        """Everything asked stands there: the account is said once more, beside Cancel and the ``acting`` buttons."""
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        # The account stands beside the buttons too: the panel may be scrolled out of sight.
        buttons.addWidget(Words(self._foot, where, look="muted"), 1)
        buttons.addWidget(self._cancel)
        for button in acting:
            buttons.addWidget(button)
        self._foot_rows.addLayout(buttons)
        tint(self, self.theme)

    @property
    def armed(self) -> bool:
        """Whether a yes can be given, as far as time goes."""
        return self._armed

    @property
    def typed(self) -> str:
        """What stands in the field to type in; empty where there is none."""
        return self._typed.text() if self._typed is not None else ""

    @property
    def is_typed(self) -> bool:
        """Whether what must be typed is typed, or nothing must be."""
        return self._confirm_text is None or self.typed == self._confirm_text

    def look_again(self) -> None:
        """Enable what can be answered now. Called whenever that may have changed."""
        raise NotImplementedError

    def refuse(self) -> None:
        """No."""
        raise NotImplementedError

    def answer(self, consent: object) -> None:
        """Give the answer; every later one is ignored."""
        if not self._done:
            self._done = True
            self._armed = False
            self.look_again()
            self.answered.emit(consent)

    @property
    def is_done(self) -> bool:
        """Whether the answer was given."""
        return self._done

    def say(self, hint: str) -> None:
        """Why no yes can be given, in the foot; empty for nothing."""
        self._own_hint = hint
        self._say_hint()

    # Living

    def begin(self) -> None:
        """The page is in sight: the time before the acting buttons work begins, and Cancel has the focus."""
        self._arming.start()
        self.look_again()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus where it does no harm."""
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_waiting(self, count: int) -> None:
        """How many more questions wait behind this one."""
        self._waiting_words = tr("{count} more to decide after this.", count=count) if count else ""
        self._say_hint()

    def restyle(self) -> None:
        """The theme changed."""
        tint(self, self.theme)
        self.update()

    def height_wanted(self, width: int) -> int:
        """How high the page would be with everything in sight."""
        margins = self.contentsMargins() + self._all.contentsMargins()
        inner = width - margins.left() - margins.right()
        around = margins.top() + margins.bottom() + self._line.minimumHeight()
        return self.rows.totalHeightForWidth(inner) + self._foot_rows.totalHeightForWidth(inner) + around

    def step_focus(self, following: bool) -> bool:
        """Move the focus to the next or previous field, round the ends, never out of the page."""
        fields = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.isVisibleTo(self)
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
        ]
        fields.sort(key=self._reading_order)
        focus = QApplication.focusWidget()
        at = next((number for number, field in enumerate(fields) if field is focus or _holds(field, focus)), -1)
        target = fields[(at + (1 if following else -1)) % len(fields)]
        target.setFocus(Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason)
        self.show_part(target)
        return True

    def show_part(self, part: QWidget) -> None:
        """Scroll so that a part of what is asked can be seen."""
        if self.content.isAncestorOf(part):
            self._area.ensureWidgetVisible(part, 0, LINE_PX)

    def _typing_row(self, wanted: str, field: TypedText) -> QBoxLayout:
        beside = len(wanted) <= BESIDE_CHARS
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        row.setSpacing(8)
        row.addWidget(Words(self._foot, tr("To go on, type: {text}", text=wanted), look="strong"), 1)
        row.addWidget(field, 1)
        return row

    def _reading_order(self, widget: QWidget) -> tuple[bool, int, int]:
        place = widget.mapTo(self, QPoint(0, 0))
        return (self._foot.isAncestorOf(widget), place.y() // 8, place.x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _SCROLLING.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + (way if abs(way) > 1 else way * (bar.pageStep() - LINE_PX)))
        event.accept()

    # When a yes counts

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and self.isVisible() and not self._done:
            self._disarm()  # what brought the window to the front was no answer to this
        return super().event(event)

    def _arm(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._arming.start()  # a press that began before must not end as a click here
            return
        self._armed = not self._done
        self.look_again()

    def wait_again(self) -> None:
        """The buttons stand elsewhere now: a yes counts once they stood there for a moment."""
        if self._armed:
            self._disarm()

    def _disarm(self) -> None:
        # Asked of the window: while it comes to the front, the application has no focus yet.
        if isinstance(self.window().focusWidget(), DeliberateButton):
            self.take_focus()
        self._armed = False
        self._arming.start()
        self.look_again()

    def _wait_longer(self) -> None:
        """A key is held down: the time begins again with each repeat, so that it is let go before a yes counts."""
        if not self._armed and not self._done:
            self._arming.start()

    def _typed_more(self, _text: str) -> None:
        self.look_again()

    def _say_no_paste(self) -> None:
        self.say(tr("Please type it: this is the moment to read it once more."))

    def _say_hint(self) -> None:
        words = " ".join(part for part in (self._own_hint, self._waiting_words) if part)
        self._hint.say(words)
        self._hint.setVisible(bool(words))


def _holds(field: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and field.isAncestorOf(focus)
