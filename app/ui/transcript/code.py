"""Blocks of code and long pasted text: exactly as written, never wrapped, with their own buttons and bounded height."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QTextCursor, QTextOption
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit, QWidget

from app.domain.language import plural, tr
from app.domain.numerals import number
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import scaled
from app.ui.look.tokens import CORNER
from app.ui.markdown import Code, mark_direction
from app.ui.transcript.code_text import CodeText
from app.ui.transcript.highlighting import CodeHighlighter
from app.ui.transcript.items import Item, LongText
from app.ui.transcript.segment import Segment, Surroundings, tint, tool_button
from app.ui.widgets.disclosure import Disclosure

BAR_PX = 34
PADDING_PX = 12
MAX_BODY_PX = 520  # a longer block has a scroll bar of its own
NUMBERED_LINES = 12  # from so many on, lines have numbers
FOLDED_LINES = 14  # shown of a block that is longer than the next; one that was watched being written stays as it is
LONG_LINES = 40
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


class CodeSegment(Segment):
    """A block of code with its language and its buttons: copy, save and wrap; a long one is folded."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._code = Code(language="", text="")
        self._shown = ""
        self._longest = 0
        self._is_long = False
        self._language = QLabel(self)
        self._language.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._language, "muted")
        self._copy = tool_button(self, "copy", tr("Copy code"), lambda: surroundings.copy(self._code.text))
        self._save = tool_button(
            self, "save", tr("Save code…"), lambda: surroundings.save(file_name(self._code.language), self._code.text)
        )
        self._wrap = tool_button(self, "wrap", tr("Wrap long lines"), self._toggle_wrap)
        self._wrap.setCheckable(True)
        self._text = CodeText(self, size_px=self._size())
        self._fold = Disclosure(self, self.theme)
        self._fold.clicked.connect(self._toggle_fold)
        self._highlighter = CodeHighlighter(self._text.document(), surroundings.off_thread, self)
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
        words = mark_direction(item.language)[:40] or tr("code")
        self._language.setText(words)
        lines = self._text.blockCount()
        self._text.setAccessibleName(
            tr("Code, {language}, {count} lines", language=words, count=lines)
            if lines > 1
            else tr("Code, {language}", language=words)
        )
        self._text.set_numbered(lines >= NUMBERED_LINES, self.theme.tokens.muted)
        self._is_long = lines > LONG_LINES
        if self._is_long and not item.closed:
            self.surroundings.state.unfolded.add(self._key)
        self._show_fold()
        if item.closed or len(shown) < 20_000:
            delay = 0 if item.closed else _HIGHLIGHT_DELAY_MS
            if not self._highlighter.busy or item.closed or not grows:
                self._highlighter.start(item.language, shown, self.theme.tokens, delay_ms=delay)

    def width_wanted(self) -> int:
        if self.surroundings.state.wraps_code:
            return 0
        advance = QFontMetricsF(self._text.document().defaultFont()).horizontalAdvance("m")
        bar = self._text.verticalScrollBar().sizeHint().width()
        return math.ceil(self._longest * advance) + 2 * PADDING_PX + self._text.numbers_width + bar + 2

    def height_for(self, width: int) -> int:
        metrics = self._text.document().documentLayout()
        room = max(width - PADDING_PX - 4, 0)
        wraps = self.surroundings.state.wraps_code
        self._wrap.setChecked(wraps)
        self._text.set_wraps(wraps)
        line = metrics.blockBoundingRect(self._text.document().firstBlock()).height()
        if wraps:
            line = QFontMetricsF(self._text.document().defaultFont()).lineSpacing()
        lines = self._text.lines_at(room - self._text.verticalScrollBar().sizeHint().width())
        is_folded = self._is_long and not self._fold.isChecked()
        body = round((FOLDED_LINES if is_folded else lines) * line) + 1
        advance = QFontMetricsF(self._text.document().defaultFont()).horizontalAdvance("m")
        if not wraps and self._longest * advance > width - 2 * PADDING_PX - self._text.numbers_width:
            body += self._text.horizontalScrollBar().sizeHint().height()
        body = min(body, MAX_BODY_PX)
        buttons = self._copy.sizeHint()
        bar = scaled(BAR_PX)
        top = (bar - buttons.height()) // 2
        self._language.setGeometry(PADDING_PX, 0, max(width - 3 * buttons.width() - 2 * PADDING_PX, 0), bar)
        self._copy.setGeometry(QRect(width - buttons.width() - 6, top, buttons.width(), buttons.height()))
        self._save.setGeometry(QRect(width - 2 * buttons.width() - 6, top, buttons.width(), buttons.height()))
        self._wrap.setGeometry(QRect(width - 3 * buttons.width() - 6, top, buttons.width(), buttons.height()))
        self._text.setGeometry(PADDING_PX, bar + 8, room, body)
        if not self._is_long:
            return bar + 8 + body + 10
        fold = self._fold.sizeHint()
        self._fold.setGeometry(PADDING_PX, bar + 8 + body + 4, min(fold.width(), room), fold.height())
        return bar + 8 + body + 4 + fold.height() + 6

    def restyle(self) -> None:
        tint(self, self.theme)
        self._text.set_size(self._size())
        self._highlighter.redress(self.theme.tokens)
        self._text.set_numbered(self._text.blockCount() >= NUMBERED_LINES, self.theme.tokens.muted)

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

    @property
    def _key(self) -> str:
        """The same from its first lines to its last."""
        return f"code/{hash((self._code.language, self._code.text[:200]))}"

    def _show_fold(self) -> None:
        unfolded = self._key in self.surroundings.state.unfolded
        self._fold.setVisible(self._is_long)
        self._fold.setChecked(unfolded)
        self._fold.setText(tr("Fold") if unfolded else tr("All {count} lines", count=number(self._text.blockCount())))

    def _toggle_fold(self) -> None:
        self.surroundings.state.unfolded.symmetric_difference_update({self._key})
        self._show_fold()
        self.surroundings.resized(self)

    def _toggle_wrap(self) -> None:
        state = self.surroundings.state
        state.wraps_code = not state.wraps_code  # for every block: who cannot read one cannot read the next
        self.surroundings.relayout()

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
        counted = plural("1 line", "{count} lines", lines)
        self._about.setText(tr("{lines}, {count} characters", lines=counted, count=number(len(item.text))))
        self._text.setAccessibleName(tr("Long text, {lines}", lines=counted))

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
