"""The small parts of an answer's row: thinking, tools used, waiting and endings."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QProgressBar, QPushButton, QStyle, QTextEdit, QWidget

from app.domain.language import tr
from app.domain.numerals import percent
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import scaled
from app.ui.look.tokens import CORNER
from app.ui.markdown.blocks import Prose
from app.ui.markdown.render import literal
from app.ui.transcript.acts import TurnAct
from app.ui.transcript.amounts import duration
from app.ui.transcript.code_text import CodeText
from app.ui.transcript.items import Ending, Item, Notice, Thinking, ToolLine, Waiting
from app.ui.transcript.prose import RichText
from app.ui.transcript.segment import ICON_PX, Segment, Surroundings, wrapped_label
from app.ui.transcript.tool_lines import result_words, shown_result
from app.ui.widgets.disclosure import Disclosure

LINE_PX = 24
THINKING_CHARS = 60_000  # shown at most; more thinking than that is nobody's reading
_RESULT_PX = 320  # of a tool's result; a longer one has a scroll bar of its own
_TITLE_CHARS = 40  # of a model on a button
_TEXT_PX = 240  # what an ending's words need beside its buttons; where less is left, the buttons stand below


class ThinkingSegment(Segment):
    """A model's thinking: one line, which unfolds."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._item = Thinking(key="", text="")
        self._button = Disclosure(self, surroundings.theme)
        self._button.clicked.connect(self._toggled)
        self._text = RichText(surroundings, self)

    def bind(self, item: Item) -> None:
        assert isinstance(item, Thinking)
        text_changed = item.text != self._item.text
        self._item = item
        if item.running:
            words = tr("Thinking…")
        elif item.seconds is not None:
            words = tr("Thought for {duration}", duration=duration(item.seconds))
        else:
            words = tr("Thought about it")
        self._button.setText(words)
        unfolded = item.key in self.surroundings.state.unfolded
        self._button.setChecked(unfolded)
        self._text.setVisible(unfolded)
        if unfolded and (text_changed or not self._text.toPlainText()):
            self._write()

    def height_for(self, width: int) -> int:
        size = self._button.sizeHint()
        self._button.setGeometry(0, 0, min(size.width(), width), size.height())
        if not self._button.isChecked():
            return size.height()
        body = self._text.height_for(width - 16)
        self._text.setGeometry(16, size.height() + 8, width - 16, body)
        return size.height() + 8 + body

    def restyle(self) -> None:
        if self._button.isChecked():
            self._write()

    def documents(self) -> list[QTextEdit | QPlainTextEdit]:
        return [self._text] if self._button.isChecked() else []

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._button.isChecked():
            painter = QPainter(self)
            painter.fillRect(QRect(2, self._text.y(), 2, self._text.height()), QColor(self.theme.tokens.line))
            painter.end()

    def _write(self) -> None:
        pieces = literal(self._item.text.strip()[-THINKING_CHARS:])
        self._text.set_html("".join(piece.html for piece in pieces if isinstance(piece, Prose)), muted=True)

    def _toggled(self) -> None:
        keys = self.surroundings.state.unfolded
        keys.symmetric_difference_update({self._item.key})
        item, self._item = self._item, Thinking(key="", text="")
        self.bind(item)
        self.surroundings.resized(self)


class ToolLineSegment(Segment):
    """A tool a model used; what the model was told of it is folded under its line."""

    gap = 8

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._item = ToolLine(icon="tool", text="")
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._text, "muted")
        self._fold = Disclosure(self, self.theme)
        self._fold.clicked.connect(self._toggle)
        self._result: CodeText | None = None  # made when it is unfolded for the first time
        self._detail = wrapped_label(self, "muted")

    def bind(self, item: Item) -> None:
        assert isinstance(item, ToolLine)
        is_same = item.result == self._item.result
        self._item = item
        detail = item.detail if len(item.detail) <= 600 else item.detail[:599] + "…"
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._text.setAccessibleName(item.text)
        self._text.setVisible(not item.result)
        self._fold.setVisible(bool(item.result))
        if item.result:
            self._fold.setText(f"{item.text} · {result_words(item.result)}")
        unfolded = self._is_unfolded
        self._fold.setChecked(unfolded)
        if unfolded and (self._result is None or not is_same or not self._result.toPlainText()):
            self._show_result()
        if self._result is not None:
            self._result.setVisible(unfolded)

    def height_for(self, width: int) -> int:
        metrics, left = QFontMetrics(self._text.font()), scaled(ICON_PX) + 8
        self._text.setText(metrics.elidedText(self._item.text, Qt.TextElideMode.ElideRight, width - left))
        self._text.setGeometry(left, 0, width - left, scaled(LINE_PX))
        self._fold.setGeometry(left - 4, 0, min(self._fold.sizeHint().width(), width - left + 4), scaled(LINE_PX))
        height = scaled(LINE_PX)
        if self._item.detail:
            body = self._detail.heightForWidth(width - left)
            self._detail.setGeometry(left, height, width - left, body)
            height += body
        if self._result is not None and self._is_unfolded:
            line = QFontMetricsF(self._result.document().defaultFont()).lineSpacing()
            body = min(round(self._result.lines_at(width - left) * line) + 2, _RESULT_PX)
            self._result.setGeometry(left, height + 4, width - left, body)
            height += body + 8
        return height

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        name = "alert" if self._item.detail else self._item.icon
        side = scaled(ICON_PX)
        place = QRect(0, (scaled(LINE_PX) - side) // 2, side, side)
        icon(name, self.theme.tokens.muted).paint(
            painter, QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        )
        painter.end()

    def restyle(self) -> None:
        if self._result is not None:
            self._result.set_size(self._size())
        self.update()

    @property
    def _is_unfolded(self) -> bool:
        return bool(self._item.result) and self._item.key in self.surroundings.state.unfolded

    def _show_result(self) -> None:
        if self._result is None:
            self._result = CodeText(self, size_px=self._size())
            self._result.set_wraps(True)
            self._result.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # keys scroll what is longer than its place
        self._result.setPlainText(shown_result(self._item.result))
        self._result.setAccessibleName(tr("What the model was told: {what}", what=self._item.text))

    def _toggle(self) -> None:
        self.surroundings.state.unfolded.symmetric_difference_update({self._item.key})
        self.bind(self._item)
        self.surroundings.resized(self)

    def _size(self) -> int:
        return max(self.theme.text_size_px - 2, 9)


class WaitingSegment(Segment):
    """What is being waited for, with a bar where it is known how far it is."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._text, "muted")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)

    def bind(self, item: Item) -> None:
        assert isinstance(item, Waiting)
        words = item.text if item.fraction is None else f"{item.text} {percent(item.fraction)}"
        self._text.setText(words)
        self._bar.setVisible(item.fraction is not None)
        self._bar.setAccessibleName(item.text)
        if item.fraction is not None:
            self._bar.setValue(round(min(max(item.fraction, 0.0), 1.0) * 1000))

    def height_for(self, width: int) -> int:
        self._text.setGeometry(0, 0, width, scaled(LINE_PX))
        self._bar.setGeometry(0, scaled(LINE_PX) + 4, min(width, 320), 6)
        # As high with a bar as without, so that nothing moves when the first figure comes.
        return scaled(LINE_PX) + 12


class NoticeSegment(Segment):
    """Why an answer ended, what to do, and the buttons that do it."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._item = Notice(ending=Ending.STOPPED, text="")
        self._text = wrapped_label(self)
        self._again = QPushButton(tr("Try again"), self)
        self._again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._again.clicked.connect(self._ask_again)
        self._go_on = QPushButton(tr("Go on", "with an answer"), self)
        self._go_on.setToolTip(tr("Let the answer go on where it stopped"))
        self._go_on.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._go_on.clicked.connect(self._resume)
        self._next = QPushButton(self)
        self._next.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._next.clicked.connect(self._ask_next)
        self._mend = QPushButton(self)
        self._mend.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._mend.clicked.connect(self._ask_mending)

    def bind(self, item: Item) -> None:
        assert isinstance(item, Notice)
        self._item = item
        self._text.setText(item.text)
        self._mend.setText("" if item.remedy is None else item.remedy.words)
        self._mend.setVisible(item.remedy is not None)
        self._go_on.setVisible(item.goes_on is not None)
        self._again.setVisible(item.question_id is not None)
        title = item.next_model
        short = title if len(title) <= _TITLE_CHARS else title[: _TITLE_CHARS - 1] + "…"
        self._next.setText(tr("Answer with {model}", model=short))
        self._next.setToolTip(title)
        self._next.setVisible(item.broken_id is not None)

    def height_for(self, width: int) -> int:
        every = (self._mend, self._next, self._again, self._go_on)
        buttons = [button for button in every if not button.isHidden()]
        room = sum(button.sizeHint().width() + 12 for button in buttons)
        is_beside = width - 24 - 36 - room >= min(_TEXT_PX, width // 2)
        text_width = max(width - 24 - 36 - (room if is_beside else 0), 80)
        body = max(self._text.heightForWidth(text_width), 18)
        line = max((button.sizeHint().height() for button in buttons), default=0)
        # Where even a line of their own is too short for all, each has one.
        lines = len(buttons) if not is_beside and room > width - 24 else 1
        below = lines * line + (lines - 1) * 8
        height = (max(body, line) if is_beside else body + 8 + below) + 20
        self._text.setGeometry(36, (height - body) // 2 if is_beside else 10, text_width, body)
        left, top = width - room, (height - line) // 2 if is_beside else height - 10 - below
        for button in buttons:
            size = button.sizeHint()
            if lines > 1:
                left = max(width - 12 - size.width(), 36)
            button.setGeometry(left, top, min(size.width(), width - 12 - left), size.height())
            left, top = left + size.width() + 12, top + (line + 8 if lines > 1 else 0)
        return height

    def restyle(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.theme.tokens
        failed = self._item.ending is Ending.FAILED
        colour = tokens.destructive if failed else tokens.muted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.destructive if failed else tokens.line))
        painter.setBrush(QColor(tokens.tint(tokens.destructive) if failed else tokens.surface))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        name = "alert" if failed else "stop" if self._item.ending is Ending.STOPPED else "info"
        side = scaled(ICON_PX)
        place = QRect(12, (self.height() - side) // 2, side, side)
        icon(name, colour).paint(painter, QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        painter.end()

    def _ask_mending(self) -> None:
        if self._item.remedy is not None:
            self.surroundings.mend(self._item.remedy)

    def _resume(self) -> None:
        if self._item.goes_on is not None:
            self.surroundings.act(TurnAct.GO_ON, self._item.goes_on)

    def _ask_again(self) -> None:
        if self._item.question_id is not None:
            self.surroundings.again(self._item.question_id)

    def _ask_next(self) -> None:
        if self._item.broken_id is not None:
            self.surroundings.answer_with_next(self._item.broken_id)
