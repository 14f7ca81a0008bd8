"""Blocks of code and long pasted text: exactly as written, never wrapped, with their own buttons and bounded height."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QTextEdit, QWidget

from app.ui.look.stylesheet import set_look
from app.ui.look.theme import monospace_font, scaled
from app.ui.look.tokens import CORNER
from app.ui.markdown import Code, mark_direction
from app.ui.transcript.highlighting import CodeHighlighter
from app.ui.transcript.items import Item, LongText
from app.ui.transcript.segment import Segment, Surroundings, tint, tool_button, wheel_stays_inside
from app.ui.transcript.selection import RowSelection

BAR_PX = 34
PADDING_PX = 12
MAX_BODY_PX = 520  # a longer block has a scroll bar of its own
INDENT_PX = 24
LINE_CHARS = 10_000  # a longer line is shown as several, since Qt lays a line out as a whole; copying gives it uncut
_HIGHLIGHT_DELAY_MS = 150  # while code is being written

_SUFFIXES = {
    "python": "py", "py": "py", "javascript": "js", "js": "js", "typescript": "ts", "ts": "ts", "bash": "sh",
    "sh": "sh", "shell": "sh", "zsh": "sh", "json": "json", "yaml": "yaml", "yml": "yaml", "hcl": "tf",
    "terraform": "tf", "sql": "sql", "html": "html", "css": "css", "xml": "xml", "toml": "toml", "ini": "ini",
    "go": "go", "rust": "rs", "java": "java", "c": "c", "cpp": "cpp", "csharp": "cs", "ruby": "rb", "php": "php",
    "markdown": "md", "diff": "diff", "powershell": "ps1", "dockerfile": "dockerfile", "kotlin": "kt",
    "swift": "swift", "csv": "csv",
}  # fmt: skip


def file_name(language: str) -> str:
    """A name to suggest for saving code of ``language``."""
    return f"snippet.{_SUFFIXES.get(language.lower(), 'txt')}"


class CodeText(QPlainTextEdit):
    """Read-only monospaced text that gives the wheel back at its ends."""

    def __init__(self, parent: QWidget, *, size_px: int) -> None:
        super().__init__(parent)
        self.selection: RowSelection | None = None  # the row's, where this text is part of one
        self._size_px = size_px
        set_look(self, "plain")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # code is read so everywhere
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.document().setDocumentMargin(0)
        self.set_size(size_px)

    def set_size(self, size_px: int) -> None:
        """Change the size of the text, in device-independent pixels."""
        self._size_px = size_px
        font = monospace_font(size_px)
        self.document().setDefaultFont(font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setTabStopDistance(4 * QFontMetricsF(font).horizontalAdvance(" "))
        self.document().setDefaultTextOption(option)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() not in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            super().changeEvent(event)  # the style sheet's font is the chrome's; this text has its own

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.selection is not None:
            self.selection.begin(self)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.selection is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.selection.drag(self, event.globalPosition().toPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if wheel_stays_inside(self, event):
            super().wheelEvent(event)
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        if event.matches(QKeySequence.StandardKey.Copy) and self.selection is not None and self.selection.copy():
            return
        super().keyPressEvent(event)


class CodeSegment(Segment):
    """A block of code with its language, a copy and a save button."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._code = Code(language="", text="")
        self._shown = ""
        self._longest = 0
        self._language = QLabel(self)
        self._language.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._language, "muted")
        self._copy = tool_button(self, "copy", "Copy code", lambda: surroundings.copy(self._code.text))
        self._save = tool_button(
            self, "save", "Save code…", lambda: surroundings.save(file_name(self._code.language), self._code.text)
        )
        self._text = CodeText(self, size_px=self._size())
        self._highlighter = CodeHighlighter(self._text.document(), self)
        tint(self, self.theme)

    @property
    def highlighting(self) -> bool:
        """Whether colours are still being worked out."""
        return self._highlighter.busy

    def bind(self, item: Item) -> None:
        assert isinstance(item, Code)
        shown = "\n".join(_cut(line, chars=LINE_CHARS) for line in mark_direction(item.text).split("\n"))
        grows = bool(self._shown) and shown.startswith(self._shown) and item.language == self._code.language
        if grows and len(shown) > len(self._shown):
            cursor = QTextCursor(self._text.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(shown[len(self._shown) :])
        elif not grows:
            self._highlighter.forget()
            self._text.setPlainText(shown)
        self._shown = shown
        self._longest = max((len(line.expandtabs(4)) for line in shown.split("\n")), default=0)
        self._code = item
        self.indent = item.indent * INDENT_PX
        words = mark_direction(item.language)[:40] or "code"
        self._language.setText(words)
        self._text.setAccessibleName(f"Code, {words}")
        if item.closed or len(shown) < 20_000:
            delay = 0 if item.closed else _HIGHLIGHT_DELAY_MS
            if not self._highlighter.busy or item.closed or not grows:
                self._highlighter.start(item.language, shown, self.theme.tokens, delay_ms=delay)

    def height_for(self, width: int) -> int:
        metrics = self._text.document().documentLayout()
        line = metrics.blockBoundingRect(self._text.document().firstBlock()).height()
        body = round(self._text.blockCount() * line) + 1
        advance = QFontMetricsF(self._text.document().defaultFont()).horizontalAdvance("m")
        if self._longest * advance > width - 2 * PADDING_PX:
            body += self._text.horizontalScrollBar().sizeHint().height()
        body = min(body, MAX_BODY_PX)
        buttons = self._copy.sizeHint()
        top = (scaled(BAR_PX) - buttons.height()) // 2
        self._language.setGeometry(PADDING_PX, 0, max(width - 2 * buttons.width() - 2 * PADDING_PX, 0), scaled(BAR_PX))
        self._copy.setGeometry(QRect(width - buttons.width() - 6, top, buttons.width(), buttons.height()))
        self._save.setGeometry(QRect(width - 2 * buttons.width() - 6, top, buttons.width(), buttons.height()))
        self._text.setGeometry(PADDING_PX, scaled(BAR_PX) + 8, max(width - PADDING_PX - 4, 0), body)
        return scaled(BAR_PX) + 8 + body + 10

    def restyle(self) -> None:
        tint(self, self.theme)
        self._text.set_size(self._size())
        self._highlighter.redress(self.theme.tokens)

    def documents(self) -> list[QTextEdit | QPlainTextEdit]:
        return [self._text]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.tokens.line), 1))
        painter.setBrush(QColor(self.theme.tokens.code_background))
        frame = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CORNER, CORNER)
        painter.drawLine(1, scaled(BAR_PX), self.width() - 1, scaled(BAR_PX))
        painter.end()

    def _size(self) -> int:
        return max(self.theme.text_size_px - 2, 9)


class LongTextSegment(Segment):
    """A person's long text, wrapped, in a box with its own scroll bar; only what can be seen of it is laid out."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._text = CodeText(self, size_px=max(self.theme.text_size_px - 2, 9))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        option = self._text.document().defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.document().setDefaultTextOption(option)
        self._about = QLabel(self)
        set_look(self._about, "muted")

    def bind(self, item: Item) -> None:
        assert isinstance(item, LongText)
        # One giant line would be laid out as a whole; cut, only the lines in sight are.
        shown = "\n".join(_cut(line, chars=LINE_CHARS // 5) for line in mark_direction(item.text).split("\n"))
        self._text.setPlainText(shown)
        lines = item.text.count("\n") + 1
        counted = "1 line" if lines == 1 else f"{lines:,} lines"
        self._about.setText(f"{counted}, {len(item.text):,} characters")
        self._text.setAccessibleName(f"Long text, {counted}")

    def height_for(self, width: int) -> int:
        self._text.setGeometry(PADDING_PX, 8, max(width - PADDING_PX - 4, 0), 300)
        self._about.setGeometry(PADDING_PX, 312, max(width - 2 * PADDING_PX, 0), 20)
        return 340

    def restyle(self) -> None:
        self._text.set_size(max(self.theme.text_size_px - 2, 9))
        option = self._text.document().defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.document().setDefaultTextOption(option)

    def documents(self) -> list[QTextEdit | QPlainTextEdit]:
        return [self._text]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.tokens.line), 1))
        painter.setBrush(QColor(self.theme.tokens.code_background))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.end()


def _cut(line: str, *, chars: int) -> str:
    if len(line) <= chars:
        return line
    return "\n".join(line[start : start + chars] for start in range(0, len(line), chars))
