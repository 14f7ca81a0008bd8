"""A file shown over the window: a picture no larger than its place, or a text; with the ways to save and to open it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.domain.language import marked, plural, tr
from app.domain.messages import AttachmentPart
from app.domain.numerals import number
from app.domain.text import visible
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, monospace_font
from app.ui.look.tokens import BETWEEN, INSIDE
from app.ui.wording import size_words

_SIZE = QSize(760, 560)
_NOTHING = marked("Nothing of this file can be shown here.")


class _Picture(QWidget):
    """A picture scaled down to where it stands, never up."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_image(self, image: QImage) -> None:
        """Show ``image``."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        whole = QSize(round(self._image.width() / ratio), round(self._image.height() / ratio))
        size = whole.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if size.width() > whole.width():
            size = whole
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        painter.end()


class FileView(QFrame):
    """The panel of an :class:`~app.ui.widgets.overlay.Overlay`."""

    save_requested = Signal()
    outside_requested = Signal()
    closed = Signal()

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self.part: AttachmentPart | None = None
        self.data: bytes | None = None
        set_look(self, "popup")
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._title, "strong")
        self._facts = QLabel()
        set_look(self._facts, "muted")
        self._picture = _Picture()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(tr("The file's text"))
        self._text.setFont(monospace_font())
        self._nothing = QLabel(tr(_NOTHING))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_look(self._nothing, "muted")
        pages = QWidget(self)
        self._stack = QStackedLayout(pages)  # on a widget: of none, it would show its first page as a window
        for page in (self._picture, self._text, self._nothing):
            self._stack.addWidget(page)
        self.save = QPushButton(tr("Save as…"))
        self.outside = QPushButton(tr("Open in its program"))
        self.close_button = QPushButton(tr("Close"))
        self.save.clicked.connect(self.save_requested)
        self.outside.clicked.connect(self.outside_requested)
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._facts)
        foot = QHBoxLayout()
        foot.setSpacing(INSIDE)
        foot.addStretch(1)
        for button in (self.outside, self.save, self.close_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        column.setSpacing(INSIDE)
        column.addLayout(head)
        column.addWidget(pages, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.close_button)
        self.resize(_SIZE)

    def sizeHint(self) -> QSize:
        parent = self.parentWidget()
        if parent is None:
            return _SIZE
        return _SIZE.boundedTo(QSize(parent.width() - 48, parent.height() - 96))

    def show_file(
        self, part: AttachmentPart, *, image: QImage | None, text: str | None, data: bytes | None = None
    ) -> None:
        """Show ``part``: its picture, else its text, else that there is nothing to show."""
        self.part, self.data = part, data
        self._title.setText(part.name)
        facts = []
        if part.width:
            facts.append(tr("{width} x {height} pixels", width=number(part.width), height=number(part.height)))
        if part.pages:
            facts.append(plural("{number} page", "{number} pages", part.pages, number=number(part.pages)))
        self._facts.setText(" · ".join([*facts, size_words(part.size_bytes)]))
        self.outside.setVisible(part.is_image or part.is_pdf)  # a text may be a program to whoever opens it
        self.setAccessibleName(part.name)
        if image is not None and not image.isNull():
            self._picture.set_image(image)
            self._stack.setCurrentWidget(self._picture)
        elif text:
            self._text.setPlainText(visible(text.replace("\r\n", "\n").replace("\r", "\n")))
            self._stack.setCurrentWidget(self._text)
        else:
            self._stack.setCurrentWidget(self._nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
