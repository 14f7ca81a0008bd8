"""A picture that came within a text: decoded off the window's thread, shown no larger than it is, and foldable."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.language import tr
from app.ui.markdown import Picture
from app.ui.transcript.items import Item
from app.ui.transcript.segment import Segment, Surroundings
from app.ui.widgets.disclosure import Disclosure

MOST_HEIGHT_PX = 480
MOST_PIXELS = 40_000_000  # a larger one is not decoded
_WAITING_PX = 120


class PictureSegment(Segment):
    """One picture under its description."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(surroundings, parent)
        self._item = Picture(words="", source="")
        self._image: QImage | None = None
        self._is_broken = False
        self._work: int | None = None
        self._place = QRect()
        self._button = Disclosure(self, self.theme)
        self._button.clicked.connect(self._toggled)

    def bind(self, item: Item) -> None:
        assert isinstance(item, Picture)
        if item.source != self._item.source:
            self._image, self._is_broken = None, False
            if self._work is not None:
                self.surroundings.off_thread.drop(self._work)
            source = item.source
            self._work = self.surroundings.off_thread.run(lambda: decoded(source), self._show)
        self._item = item
        self._button.setText(
            item.words if not self._is_broken else tr("{picture}: this picture cannot be read", picture=item.words)
        )
        self._button.setChecked(self._key not in self.surroundings.state.unfolded)
        self.setAccessibleName(tr("Picture: {picture}", picture=item.words))

    def height_for(self, width: int) -> int:
        size = self._button.sizeHint()
        self._button.setGeometry(0, 0, min(size.width(), width), size.height())
        if not self._button.isChecked() or self._is_broken:
            self._place = QRect()
            return size.height()
        shown = QSize(width, _WAITING_PX)
        if self._image is not None:
            shown = self._image.deviceIndependentSize().toSize()
            room = QSize(width, MOST_HEIGHT_PX)
            if shown.width() > room.width() or shown.height() > room.height():
                shown = shown.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        self._place = QRect(0, size.height() + 4, shown.width(), shown.height())
        return size.height() + 4 + shown.height()

    def restyle(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None or self._place.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._place, self._image)
        painter.end()

    @property
    def _key(self) -> str:
        return f"folded-picture/{hash(self._item.source)}"

    def _show(self, image: QImage | None) -> None:
        self._work = None
        self._image, self._is_broken = image, image is None
        self.bind(self._item)
        self.surroundings.resized(self)
        self.update()

    def _toggled(self) -> None:
        self.surroundings.state.unfolded.symmetric_difference_update({self._key})  # pictures are unfolded at first
        self.surroundings.resized(self)
        self.update()


def decoded(source: str) -> QImage | None:
    """The picture of a ``data:`` address; ``None`` for one that cannot be read, or is too large. For any thread."""
    try:
        data = base64.b64decode(source.partition(",")[2], validate=True)
    except binascii.Error:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    image = reader.read()
    return None if image.isNull() else image
