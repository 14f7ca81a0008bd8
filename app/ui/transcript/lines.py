"""The small parts of a row: thinking, tools used, waiting, endings and what a person's message offers."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QProgressBar, QPushButton, QTextEdit, QWidget

from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import interface_font, scaled
from app.ui.look.tokens import CORNER
from app.ui.markdown.blocks import Prose
from app.ui.markdown.render import literal
from app.ui.transcript.content import duration
from app.ui.transcript.footer import BUTTON_PX, BranchSwitch, PinButton
from app.ui.transcript.items import Editor, Ending, Item, Notice, Thinking, ToolLine, Tools, Waiting
from app.ui.transcript.prose import RichText
from app.ui.transcript.segment import ICON_PX, Segment, Surroundings, tint, tool_button, wrapped_label
from app.ui.widgets.disclosure import Disclosure

LINE_PX = 24
THINKING_CHARS = 60_000  # shown at most; more thinking than that is nobody's reading
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
            words = "Thinking…"
        elif item.seconds is not None:
            words = f"Thought for {duration(item.seconds)}"
        else:
            words = "Thought about it"
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
    """A tool a model used."""

    gap = 8

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._item = ToolLine(icon="tool", text="")
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._text, "muted")
        self._detail = wrapped_label(self, "muted")

    def bind(self, item: Item) -> None:
        assert isinstance(item, ToolLine)
        self._item = item
        detail = item.detail if len(item.detail) <= 600 else item.detail[:599] + "…"
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._text.setAccessibleName(item.text)

    def height_for(self, width: int) -> int:
        metrics = QFontMetrics(self._text.font())
        self._text.setText(metrics.elidedText(self._item.text, Qt.TextElideMode.ElideRight, width - 24))
        self._text.setGeometry(24, 0, width - 24, scaled(LINE_PX))
        if not self._item.detail:
            return scaled(LINE_PX)
        body = self._detail.heightForWidth(width - 24)
        self._detail.setGeometry(24, scaled(LINE_PX), width - 24, body)
        return scaled(LINE_PX) + body

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        name = "alert" if self._item.detail else self._item.icon
        icon(name, self.theme.tokens.muted).paint(painter, QRect(0, (scaled(LINE_PX) - ICON_PX) // 2, ICON_PX, ICON_PX))
        painter.end()

    def restyle(self) -> None:
        self.update()


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
        words = item.text if item.fraction is None else f"{item.text} {item.fraction:.0%}"
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
        self._again = QPushButton("Try again", self)
        self._again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._again.clicked.connect(self._act)
        self._next = QPushButton(self)
        self._next.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._next.clicked.connect(self._ask_next)

    def bind(self, item: Item) -> None:
        assert isinstance(item, Notice)
        self._item = item
        self._text.setText(item.text)
        self._again.setText("Go on" if item.goes_on else "Try again")
        self._again.setVisible(item.goes_on or item.question_id is not None)
        title = item.next_model
        self._next.setText(f"Answer with {title if len(title) <= _TITLE_CHARS else title[: _TITLE_CHARS - 1] + '…'}")
        self._next.setToolTip(title)
        self._next.setVisible(item.broken_id is not None)

    def height_for(self, width: int) -> int:
        buttons = [button for button in (self._next, self._again) if not button.isHidden()]
        room = sum(button.sizeHint().width() + 12 for button in buttons)
        is_beside = width - 24 - 36 - room >= min(_TEXT_PX, width // 2)
        text_width = max(width - 24 - 36 - (room if is_beside else 0), 80)
        body = max(self._text.heightForWidth(text_width), 18)
        line = max((button.sizeHint().height() for button in buttons), default=0)
        height = (max(body, line) if is_beside else body + 8 + line) + 20
        self._text.setGeometry(36, (height - body) // 2 if is_beside else 10, text_width, body)
        left, top = width - room, (height - line) // 2 if is_beside else height - 10 - line
        for button in buttons:
            size = button.sizeHint()
            button.setGeometry(left, top, size.width(), size.height())
            left += size.width() + 12
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
        icon(name, colour).paint(painter, QRect(12, (self.height() - ICON_PX) // 2, ICON_PX, ICON_PX))
        painter.end()

    def _act(self) -> None:
        if self._item.goes_on:
            self.surroundings.go_on()
        elif self._item.question_id is not None:
            self.surroundings.again(self._item.question_id)

    def _ask_next(self) -> None:
        if self._item.broken_id is not None:
            self.surroundings.answer_with_next(self._item.broken_id)


class ToolsSegment(Segment):
    """Beside a person's message: copy, edit, other versions. Takes no room of its own in the column."""

    gap = 0
    is_mirrored = True

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._item = Tools(node_id="", text="", branch=None)
        self._branch = BranchSwitch(surroundings, self)
        self._copy = tool_button(self, "copy", "Copy message", lambda: surroundings.copy(self._item.text))
        self._edit = tool_button(self, "pencil", "Edit message", lambda: surroundings.begin_edit(self._item.node_id))
        self._pin = PinButton(self, lambda: surroundings.pin(self._item.node_id))
        tint(self, self.theme)

    def bind(self, item: Item) -> None:
        assert isinstance(item, Tools)
        self._item = item
        self._branch.bind(item.branch)
        self._pin.set_pinned(item.pinned, self.theme)

    def set_editable(self, editable: bool) -> None:
        """Whether messages can be changed now."""
        self._edit.setEnabled(editable)

    def width_wanted(self) -> int:
        """How much room the buttons take."""
        return self._branch.sizeHint().width() + 3 * scaled(BUTTON_PX)

    def height_for(self, width: int) -> int:
        branch = self._branch.sizeHint().width()
        self._branch.setGeometry(0, 0, branch, scaled(BUTTON_PX))
        self._copy.setGeometry(branch, 0, scaled(BUTTON_PX), scaled(BUTTON_PX))
        self._edit.setGeometry(branch + scaled(BUTTON_PX), 0, scaled(BUTTON_PX), scaled(BUTTON_PX))
        self._pin.setGeometry(branch + 2 * scaled(BUTTON_PX), 0, scaled(BUTTON_PX), scaled(BUTTON_PX))
        return scaled(BUTTON_PX)

    def restyle(self) -> None:
        tint(self, self.theme)
        self._pin.set_pinned(self._item.pinned, self.theme)


class _EditText(QPlainTextEdit):
    """Plain text whose Enter and Esc belong to the editor around it; Shift+Enter breaks the line."""

    def __init__(self, editor: EditorSegment) -> None:
        super().__init__(editor)
        self._editor = editor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._editor.cancel()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self._editor.send()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() not in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            super().changeEvent(event)  # the style sheet's font is the chrome's; this text has its own


class EditorSegment(Segment):
    """A person's message being changed; sending it makes a new branch."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._item = Editor(node_id="", text="")
        self._text = _EditText(self)
        self._text.setAccessibleName("Change the message")
        self._text.setTabChangesFocus(True)
        self._text.document().setDefaultFont(interface_font(self.theme.text_size_px))
        self._text.textChanged.connect(self._changed)
        self._send = QPushButton("Send", self)
        set_look(self._send, "primary")
        self._send.setToolTip("Send as a new version (Enter)")
        self._send.clicked.connect(self.send)
        self._cancel = QPushButton("Cancel", self)
        self._cancel.clicked.connect(self.cancel)
        self._hint = QLabel("The answer so far stays as a version of its own.", self)
        set_look(self._hint, "muted")

    def bind(self, item: Item) -> None:
        assert isinstance(item, Editor)
        if item.node_id != self._item.node_id:
            self._item = item
            self._text.setPlainText(item.text)
            self._text.moveCursor(self._text.textCursor().MoveOperation.End)

    def take_focus(self) -> None:
        """Put the caret into the text."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def height_for(self, width: int) -> int:
        document = self._text.document()
        line = QFontMetrics(document.defaultFont()).lineSpacing()
        text_width = max(width - 20, 40)
        lines = sum(
            max(1, math.ceil(len(part) * QFontMetrics(document.defaultFont()).averageCharWidth() / text_width))
            for part in self._text.toPlainText().split("\n")
        )
        body = min(max(lines, 2), 16) * line + 20
        self._text.setGeometry(0, 0, width, body)
        send, cancel = self._send.sizeHint(), self._cancel.sizeHint()
        top = body + 8
        self._send.setGeometry(width - send.width(), top, send.width(), send.height())
        self._cancel.setGeometry(width - send.width() - cancel.width() - 8, top, cancel.width(), cancel.height())
        room = width - send.width() - cancel.width() - 24
        self._hint.setVisible(room >= self._hint.sizeHint().width())
        self._hint.setGeometry(0, top, max(room, 0), send.height())
        return top + send.height()

    def documents(self) -> list[QTextEdit | QPlainTextEdit]:
        return [self._text]

    def send(self) -> None:
        """Hand the changed text over, unless nothing would change."""
        text = self._text.toPlainText()
        if text.strip() and self._item.node_id:
            self.surroundings.edit(self._item.node_id, text)

    def cancel(self) -> None:
        """Leave the message as it is."""
        if self._item.node_id:
            self.surroundings.edit(self._item.node_id, None)

    def forget(self) -> None:
        """The next binding starts afresh, even with the same message."""
        self._item = Editor(node_id="", text="")

    def _changed(self) -> None:
        self._send.setEnabled(bool(self._text.toPlainText().strip()))
        if self._item.node_id:
            self.surroundings.resized(self)
