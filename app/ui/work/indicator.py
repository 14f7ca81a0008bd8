"""A ring and a number in the window's frame: how many pieces of work go on, and how much of all is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QToolButton

from app.domain.language import tr
from app.domain.numerals import number
from app.domain.work import Work, WorkState, whole_share
from app.ui.look.icons import icon
from app.ui.look.stylesheet import set_icon_size
from app.ui.look.theme import ThemeController

_RING_PX: Literal[18] = 18
_LINE_PX = 2.5
_TURN = 5_760  # Qt's sixteenths of a degree


class WorkIndicator(QToolButton):
    """Hidden while nothing goes on and nobody has to be told of an end; moves by itself never."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._works: tuple[Work, ...] = ()
        self._drawn: tuple[object, ...] = ()
        set_icon_size(self, _RING_PX)
        self.hide()
        theme.changed.connect(self._recolour)

    def set_works(self, works: Sequence[Work]) -> None:
        """Show these: what is under way, and what has ended unseen."""
        self._works = tuple(works)
        self.setVisible(bool(works))
        active = [work for work in works if work.is_active]
        failed = sum(work.state is WorkState.FAILED for work in works)
        words = _words(active, len(works) - len(active), failed)
        self.setText(str(len(active)) if active else "")
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(beside if active else alone)  # an empty text would take room too
        self.setToolTip(f"{words} (F9)")
        self.setAccessibleName(words)
        self._draw()

    def _recolour(self) -> None:
        self._drawn = ()
        self._draw()

    def _draw(self) -> None:
        active = [work for work in self._works if work.is_active]
        failed = any(work.state is WorkState.FAILED for work in self._works)
        share = whole_share(active)
        # In steps that can be seen: a new picture for each of a million bytes would be work of its own.
        step = None if share is None else round(share * 60)
        ratio = self.devicePixelRatioF()
        drawn = (bool(active), failed, step, ratio)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        tokens = self._theme.tokens
        if not active:
            self.setIcon(icon("alert", tokens.destructive) if failed else icon("check", tokens.good))
            return
        self.setIcon(QIcon(_ring(step, ratio, tokens.line, tokens.destructive if failed else tokens.accent)))


def _ring(step: int | None, ratio: float, line: str, colour: str) -> QPixmap:
    pixmap = QPixmap(QSize(_RING_PX, _RING_PX) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = _LINE_PX / 2 + 1
    square = QRectF(inset, inset, _RING_PX - 2 * inset, _RING_PX - 2 * inset)
    painter.setPen(QPen(QColor(line), _LINE_PX))
    painter.drawEllipse(square)
    painter.setPen(QPen(QColor(colour), _LINE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    if step is None:  # nobody knows: a quarter at the top, which says that something goes on
        painter.drawArc(square, _TURN // 4 + _TURN // 8, -_TURN // 4)
    else:
        painter.drawArc(square, _TURN // 4, -round(_TURN * max(step, 1) / 60))
    painter.end()
    return pixmap


def _words(active: Sequence[Work], ended: int, failed: int) -> str:
    if not active:
        return tr("Work failed") if failed else tr("Work is done") if ended else tr("No work")
    share = whole_share(active)
    work = active[0].title if len(active) == 1 else tr("{count} pieces of work", count=len(active))
    if share is None:
        if failed:
            return tr("At work: {work}, and something failed", work=work)
        return tr("At work: {work}", work=work)
    percent = number(share * 100)
    if failed:
        return tr("At work: {work}, {percent} per cent done, and something failed", work=work, percent=percent)
    return tr("At work: {work}, {percent} per cent done", work=work, percent=percent)
