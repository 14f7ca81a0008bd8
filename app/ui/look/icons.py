"""Line icons from the shipped SVG files, coloured when asked for; refuses bitmap icons.

Every file is drawn on a 24-unit grid with the one colour ``#000000``, which is replaced by the colour asked for. What
points along the line, or stands for a side of the window, is turned round where lines begin on the right.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app import RESOURCES

_DIRECTED = frozenset({"chevron-left", "chevron-right", "dock", "external", "sidebar", "undo", "wrap"})


class _LineIconEngine(QIconEngine):
    """Renders the SVG at exactly the device pixels asked for, so that it is crisp at every scale."""

    def __init__(self, svg: bytes, disabled_svg: bytes, *, is_directed: bool) -> None:
        super().__init__()
        self._is_directed = is_directed
        self._svg = svg
        self._disabled_svg = disabled_svg
        self._drawn: dict[tuple[int, int, bool, float, bool], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        pixmap = self.scaledPixmap(rect.size(), mode, state, painter.device().devicePixelRatio())
        painter.drawPixmap(rect, pixmap)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # ``size`` is in the window's pixels (Qt 6.12); ``scale`` says how many of the device's make one of them.
        device = QSize(round(size.width() * scale), round(size.height() * scale))
        if device.isEmpty():
            return QPixmap()
        turned = self._is_directed and QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        key = (device.width(), device.height(), mode is QIcon.Mode.Disabled, scale, turned)
        if (drawn := self._drawn.get(key)) is not None:
            return drawn  # scrolling paints the same few icons hundreds of times a second
        image = QImage(device, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        svg = self._disabled_svg if mode is QIcon.Mode.Disabled else self._svg
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, device.width(), device.height()))
        painter.end()
        if turned:
            image = image.flipped(Qt.Orientation.Horizontal)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(scale)
        self._drawn[key] = pixmap
        return pixmap

    def clone(self) -> QIconEngine:
        return _LineIconEngine(self._svg, self._disabled_svg, is_directed=self._is_directed)


@lru_cache(maxsize=256)
def icon(name: str, colour: str, disabled_colour: str | None = None) -> QIcon:
    """The icon ``name`` (a file of ``resources/icons`` without ``.svg``) drawn in ``colour`` (``#RRGGBB``).

    Disabled buttons show it in ``disabled_colour``, or half transparent. Raises ``FileNotFoundError`` for an unknown
    name, which only a mistake in the program can cause.
    """
    svg = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    coloured = svg.replace("#000000", colour)
    disabled = svg.replace("#000000", disabled_colour or colour)
    if disabled_colour is None:
        disabled = disabled.replace("<svg ", '<svg opacity="0.45" ', 1)
    return QIcon(_LineIconEngine(coloured.encode(), disabled.encode(), is_directed=name in _DIRECTED))
