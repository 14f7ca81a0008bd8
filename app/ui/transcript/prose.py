"""Rich text and tables of a message: selectable, with links that open nothing by themselves; refuses to load."""

from __future__ import annotations

import math
import re
from html import escape, unescape

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextBrowser, QTextEdit, QToolTip, QWidget

from app.domain.language import tr
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, interface_font, monospace_font, scaled
from app.ui.look.tokens import LINE_HEIGHT
from app.ui.markdown import Grid, Prose, mark_direction, safe_link
from app.ui.markdown.maths import formula_at, formulas_in, with_formulas
from app.ui.transcript.formulas import FormulaLook
from app.ui.transcript.items import Item
from app.ui.transcript.notes import jump
from app.ui.transcript.segment import Segment, Surroundings, wheel_stays_inside
from app.ui.transcript.selection import ConversationSelection, selected_text

# Qt looks at the whole of a word for each line it breaks it into: 4,000 letters take 170 ms, cut anywhere 6 ms.
_GIANT_WORD = re.compile(r"[^\s<>]{300}")
_TAG = re.compile(r"<[^>]*>")
_CELL_PX = 6  # around what is in a table's cell
_WIDEST_GRID_PX = 1_200
_HEADING = re.compile(r"<h([1-4])>")
_HEADING_END = re.compile(r"</h[1-4]>")
_SCROLL_KEYS = frozenset(
    {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down}
)


def document_style(theme: ThemeController, *, muted: bool = False) -> str:
    """The style sheet of a message's document."""
    tokens, size = theme.tokens, theme.text_size_px
    mono = monospace_font().family()
    # Qt counts in the font's own line, which is higher than its size by as much as the font likes.
    line_height = round(100 * LINE_HEIGHT * size / QFontMetricsF(interface_font(size)).height())
    return f"""
p, li {{ line-height: {line_height}%; }}
p {{ margin-top: 0px; margin-bottom: {round(size * 0.7)}px; }}
li {{ margin-bottom: {round(size * 0.25)}px; }}
ul, ol {{ margin-top: 0px; margin-bottom: {round(size * 0.5)}px; }}
.alert-note, .alert-tip, .alert-important, .alert-warning, .alert-caution {{ font-weight: 600; margin-bottom: 2px; }}
.alert-note {{ color: {tokens.accent}; }}
.alert-tip {{ color: {tokens.good}; }}
.alert-important {{ color: {tokens.sensitive_read}; }}
.alert-warning {{ color: {tokens.write}; }}
.alert-caution {{ color: {tokens.destructive}; }}
ul {{ list-style-type: disc; }}
ul ul, ol ul {{ list-style-type: circle; }}
ol {{ list-style-type: decimal; }}
ul.tasks {{ list-style-type: none; }}
.h1, .h2, .h3, .h4 {{ font-weight: 600; margin-top: {size}px; margin-bottom: {size // 2}px; }}
.h1 {{ font-size: {round(size * 22 / 15)}px; }}
.h2 {{ font-size: {round(size * 18 / 15)}px; }}
.h3, .h4 {{ font-size: {round(size * 16 / 15)}px; }}
a {{ color: {tokens.accent}; text-decoration: underline; }}
code {{ font-family: '{mono}'; font-size: {round(size * 0.9)}px; background-color: {tokens.hover}; }}
pre {{ font-family: '{mono}'; font-size: {round(size * 0.9)}px; background-color: {tokens.code_background};
       margin-top: 0px; margin-bottom: {round(size * 0.7)}px; white-space: pre-wrap; }}
blockquote {{ margin-left: 16px; margin-right: 0px; color: {tokens.muted}; }}
th {{ font-weight: 600; color: {tokens.text}; background-color: {tokens.surface}; }}
p, li {{ color: {tokens.muted if muted else tokens.text}; }}
"""


class RichText(QTextBrowser):
    """A read-only document without a frame or scroll bars of its own, as high as its text."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.selection: ConversationSelection | None = None  # the row's, where this text is part of one
        self._surroundings = surroundings
        self._html = ""
        self._muted = False
        self._awaits_formulas = False
        self._style = ""
        set_look(self, "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(24)
        self.document().setUndoRedoEnabled(False)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._clicked)
        self.highlighted.connect(self._hovered)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Nothing is ever loaded, from nowhere: the text is somebody else's. A formula was drawn here."""
        formula = formula_at(
            name if isinstance(name, str) else name.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        )
        return None if formula is None else self._surroundings.formulas.image(formula, self._formula_look())

    @property
    def awaits_formulas(self) -> bool:
        """Whether formulas of this text are on their way."""
        return self._awaits_formulas

    def set_html(self, html: str, *, muted: bool = False) -> None:
        """Show HTML made by :mod:`app.ui.markdown`."""
        # Qt's own headings have sizes that no style sheet takes away; these are paragraphs with a class.
        self._html = _HEADING_END.sub("</p>", _HEADING.sub(r'<p class="h\1">', html))
        self._muted = muted
        self.restyle()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if "<a href" in html else Qt.FocusPolicy.ClickFocus)

    def restyle(self) -> None:
        """Lay the text out in today's colours and size."""
        document = self.document()
        giant = _GIANT_WORD.search(self._html) is not None
        wrap = QTextOption.WrapMode.WrapAnywhere if giant else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        if self.wordWrapMode() != wrap:
            self.setWordWrapMode(wrap)
        document.setLayoutEnabled(False)  # an 80-row table: 6 s with, 75 ms without
        style = document_style(self._surroundings.theme, muted=self._muted)
        if style != self._style:  # reading it in takes longer than most texts
            self._style = style
            document.setDefaultFont(interface_font(self._surroundings.theme.text_size_px))
            document.setDefaultStyleSheet(style)
        document.setHtml(self._with_formulas())
        last = document.lastBlock()
        if last.isValid():  # the space to what follows is the row's to give
            cursor = self.textCursor()
            cursor.setPosition(last.position())
            form = last.blockFormat()
            form.setBottomMargin(0)
            cursor.setBlockFormat(form)
        first = document.firstBlock()
        if first.isValid():
            cursor = self.textCursor()
            cursor.setPosition(first.position())
            form = first.blockFormat()
            form.setTopMargin(0)
            cursor.setBlockFormat(form)
        document.setLayoutEnabled(True)

    def _formula_look(self) -> FormulaLook:
        theme = self._surroundings.theme
        size = theme.text_size_px
        return FormulaLook(
            size_px=size,
            x_height_px=QFontMetricsF(interface_font(size)).xHeight(),
            colour=theme.tokens.muted if self._muted else theme.tokens.text,
            scale=self.devicePixelRatioF(),
        )

    def _with_formulas(self) -> str:
        """The text with the formulas that are drawn; the others are asked for."""
        formulas = formulas_in(self._html)
        self._awaits_formulas = False
        self.setAccessibleDescription(
            tr("Formulas: {formulas}", formulas="; ".join(tex for tex, _ in formulas)) if formulas else ""
        )
        if not formulas:
            return self._html
        look, store = self._formula_look(), self._surroundings.formulas
        self._awaits_formulas = store.ask(formulas, look)
        return with_formulas(self._html, {formula for formula in formulas if store.image(formula, look) is not None})

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied has formulas as their source."""
        if not formulas_in(self._html):
            return super().createMimeDataFromSelection()
        data = QMimeData()
        data.setText(selected_text(self.textCursor()))
        return data

    def height_for(self, width: int) -> int:
        """The document's height at ``width``."""
        # A width of its own: QTextEdit would lay out again at its viewport's, which a hidden widget's is not yet.
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)
        return math.ceil(self.document().size().height())

    def changeEvent(self, event: QEvent) -> None:
        # The style sheet's size is the chrome's; a message has its own, and is not laid out again for the other.
        if event.type() not in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.selection is not None:
            self.selection.begin(self)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.selection is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.selection.drag(self, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.selection is not None:
            self.selection.end_drag()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if "<blockquote" not in self._html:
            return
        painter = QPainter(self.viewport())
        layout, block = self.document().documentLayout(), self.document().begin()
        while block.isValid():
            depth = block.blockFormat().intProperty(QTextFormat.Property.BlockQuoteLevel)
            box = layout.blockBoundingRect(block)
            for level in range(depth):
                bar = QRectF(level * 16, box.top(), 3, box.height())
                painter.fillRect(bar, QColor(self._surroundings.theme.tokens.control_line))
            block = block.next()
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if (plain and event.key() in _SCROLL_KEYS) or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        if self.selection is not None:
            if event.matches(QKeySequence.StandardKey.Copy) and self.selection.copy():
                return
            if event.matches(QKeySequence.StandardKey.SelectAll):
                self.selection.select_all()
                return
            if self.selection.take_key(self, event):
                return
        super().keyPressEvent(event)

    def _clicked(self, address: QUrl) -> None:
        text = address.toString()
        if text.startswith("#"):
            part = self.parentWidget()
            row = None if part is None else part.parentWidget()
            if row is not None:
                jump(row, text[1:])
        elif safe_link(text) is not None:
            self._surroundings.open_link(text)

    def _hovered(self, address: QUrl) -> None:
        text = mark_direction(address.toString())
        if text and not text.startswith("#"):  # the mark of a footnote leads nowhere outside
            shown = text if len(text) <= 300 else text[:299] + "…"
            QToolTip.showText(self.cursor().pos(), escape(shown), self, QRect())
        else:
            QToolTip.hideText()


class ProseSegment(Segment):
    """Paragraphs, headings, lists and quotes."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._text = RichText(surroundings, self)

    def bind(self, item: Item) -> None:
        assert isinstance(item, Prose)
        self._text.set_html(item.html)

    def height_for(self, width: int) -> int:
        height = self._text.height_for(width)
        self._text.setGeometry(0, 0, width, height)
        return height

    def restyle(self) -> None:
        self._text.restyle()

    def documents(self) -> list[QTextEdit | QPlainTextEdit]:
        return [self._text]


class _WideText(RichText):
    """Rich text that may be wider than its place, and is then scrolled sideways."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def wheelEvent(self, event: QWheelEvent) -> None:
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if sideways and wheel_stays_inside(self, event):
            QTextEdit.wheelEvent(self, event)
        else:
            event.ignore()


class GridSegment(Segment):
    """A table of a message. What does not fit the column is scrolled sideways."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._text = _WideText(surroundings, self)
        self._grid: Grid | None = None
        self._wanted: int | None = None  # asked for at every change of the row

    def bind(self, item: Item) -> None:
        assert isinstance(item, Grid)
        self._grid, self._wanted = item, None
        self._text.set_html(_table_html(item, self.theme))
        self._text.setAccessibleName(
            tr("Table with {rows} rows and {columns} columns", rows=len(item.rows), columns=len(item.columns))
        )

    def width_wanted(self) -> int:
        if self._wanted is None:
            self._wanted = 0 if self._grid is None else self._width_of(self._grid)
        return self._wanted

    def _width_of(self, grid: Grid) -> int:
        metrics, wanted = QFontMetrics(self._text.document().defaultFont()), 2 * _CELL_PX
        for cells in zip(grid.columns, *grid.rows, strict=False):
            longest = max((_TAG.sub("", cell) for cell in cells), key=len)
            wanted += metrics.horizontalAdvance(unescape(longest)) + 2 * _CELL_PX + 2
        return min(wanted, scaled(_WIDEST_GRID_PX))  # cells of whole sentences are read better broken

    def height_for(self, width: int) -> int:
        height = self._text.height_for(width)
        if self._text.document().size().width() > width:
            height += self._text.horizontalScrollBar().sizeHint().height()
        self._text.setGeometry(0, 0, width, height)
        return height

    def restyle(self) -> None:
        self._wanted = None
        if self._grid is not None:
            self._text.set_html(_table_html(self._grid, self.theme))

    def documents(self) -> list[QTextEdit | QPlainTextEdit]:
        return [self._text]


def _table_html(grid: Grid, theme: ThemeController) -> str:
    line = f"border-bottom: 1px solid {theme.tokens.line};"
    aligns = [f' align="{alignment or "left"}" style="{line}"' for alignment in grid.alignments]
    head = "".join(f"<th{align}>{cell}</th>" for align, cell in zip(aligns, grid.columns, strict=False))
    rows = "".join(
        "<tr>" + "".join(f"<td{align}>{cell}</td>" for align, cell in zip(aligns, row, strict=False)) + "</tr>"
        for row in grid.rows
    )
    table = f'<table border="0" cellspacing="0" cellpadding="{_CELL_PX}" style="border-collapse: collapse;">'
    return f"{table}<thead><tr>{head}</tr></thead>{rows}</table>"
