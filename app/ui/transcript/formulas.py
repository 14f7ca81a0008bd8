"""Draws formulas off the window's thread, with a font of its own and no web engine, and keeps what was drawn.

What cannot be drawn is known as such, and its source is shown. Knows no Markdown and no document.
"""

from __future__ import annotations

import logging
import math
import threading
from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.ui.off_thread import OffThread

if TYPE_CHECKING:
    from ziamath.zmath import Latex

KEPT = 500
MOST_PARTS = 2_000  # made for one formula, most of them more than once: a few tenths of a second
MOST_WIDTH_PX = 640  # a wider formula is drawn smaller
_MOST_HEIGHT_PX = 2_000
_MOST_DEPTH = 60  # of braces
_log = logging.getLogger(__name__)
_work = threading.local()  # ``parts``: made so far for the formula that this thread draws

Formula = tuple[str, bool]
"""A formula's TeX, and whether it stands by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaLook:
    """How formulas are drawn: ``x_height_px`` of the text around them; ``scale`` is device pixels in one of them."""

    size_px: int
    x_height_px: float
    colour: str
    scale: float


class Formulas(QObject):
    """The formulas of one transcript. ``drawn``: some that were asked for are there now, or never will be."""

    drawn = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = OffThread(self)
        self._images: OrderedDict[tuple[Formula, FormulaLook], QImage | None] = OrderedDict()
        self._asked: set[tuple[Formula, FormulaLook]] = set()

    def image(self, formula: Formula, look: FormulaLook) -> QImage | None:
        """A formula, where it is drawn."""
        return self._images.get((formula, look))

    def ask(self, formulas: Collection[Formula], look: FormulaLook) -> bool:
        """Have formulas drawn that are not yet; whether any is on its way."""
        wanted = [formula for formula in dict.fromkeys(formulas) if (formula, look) not in self._images]
        new = [formula for formula in wanted if (formula, look) not in self._asked]
        if new:
            self._asked.update((formula, look) for formula in new)
            self._thread.run(
                lambda: [(formula, draw(formula, look)) for formula in new], lambda drawn: self._take(drawn, look)
            )
        return bool(wanted)

    def _take(self, images: list[tuple[Formula, QImage | None]], look: FormulaLook) -> None:
        for formula, image in images:
            self._asked.discard((formula, look))
            self._images[formula, look] = image
        while len(self._images) > KEPT:
            self._images.popitem(last=False)
        self.drawn.emit()


def draw(formula: Formula, look: FormulaLook) -> QImage | None:
    """A formula as a picture, ``None`` where it cannot be drawn. For any thread."""
    tex, display = formula
    if _depth(tex) > _MOST_DEPTH:
        return None
    drawer = _drawer()
    _work.parts = 0
    try:
        drawn = drawer(tex, size=look.size_px * 1.1, color=look.colour, inline=not display)
        svg = drawn.svg()
        (_, height), below = drawn.getsize(), -drawn.getyofst()
    except Exception as fault:  # noqa: BLE001  # whatever a model wrote, and whatever that library makes of it
        _log.debug("a formula cannot be drawn: %s", type(fault).__name__)
        return None
    return _picture(svg, height, below, look, aligned=not display)


class _TooMuchWorkError(Exception):
    """A formula takes too long to draw."""


@cache
def _drawer() -> type[Latex]:
    r"""What draws formulas, made to give up on one that takes too long.

    ziamath measures what stands in a row before it draws it, so that every level of nesting doubles the work (``cases``
    and extensible arrows take it fourfold), and a long row is costly without any. It has no limit of its own.
    """
    from ziamath.config import config  # a quarter of a second, and only where there are any
    from ziamath.nodes.mnode import Mnode
    from ziamath.zmath import Latex

    config.svg2 = False
    config.precision = 2
    original = Mnode.fromelement

    def counted(element: Any, parent: Any, **options: Any) -> Any:
        # A letter of a text or a digit costs what two parts do.
        _work.parts = getattr(_work, "parts", 0) + 1 + 2 * max(len(element.text or "") - 1, 0)
        if _work.parts > MOST_PARTS:
            raise _TooMuchWorkError
        return original(element, parent, **options)

    Mnode.fromelement = counted  # type: ignore[method-assign]  # the library has no limit of its own
    return Latex


def parts_made() -> int:
    """How many parts the formula took that this thread drew last: the work it was."""
    return getattr(_work, "parts", 0)


def _picture(svg: str, height: float, below: float, look: FormulaLook, *, aligned: bool) -> QImage | None:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    size = renderer.viewBoxF().size()
    if size.isEmpty() or not renderer.isValid() or size.height() > _MOST_HEIGHT_PX:
        return None
    shrunk = min(MOST_WIDTH_PX / size.width(), 1.0)
    wide, high = size.width() * shrunk, size.height() * shrunk
    above = (height - below) * shrunk
    # Qt puts a picture's middle a quarter of an x-height above the line: empty rows bring the formula's own line there.
    lift = look.x_height_px / 2
    room = max(above, high - above + lift) if aligned else above
    total = max(2 * room - lift, high) if aligned else high
    image = QImage(
        math.ceil((wide + 2) * look.scale), math.ceil(total * look.scale), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(look.scale)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(1, room - above, wide, high))
    painter.end()
    return image


def _depth(tex: str) -> int:
    deepest = depth = 0
    for character in tex:
        depth += (character == "{") - (character == "}")
        deepest = max(deepest, depth)
    return deepest
