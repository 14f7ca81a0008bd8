"""A chart of measurements over time, in the theme's colours. The one module that knows pyqtgraph; read when needed.

Owns the drawing and the cursor. Refuses to zoom: the wheel and the keys belong to the transcript.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from html import escape

import pyqtgraph as pg  # type: ignore[import-untyped]  # it ships no types
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.domain.language import plural, tr
from app.domain.numerals import exact
from app.services.charts import Chart, ChartKind, number_words, time_words
from app.ui.look.stylesheet import set_look
from app.ui.look.theme import ThemeController, interface_font, scaled
from app.ui.look.tokens import Tokens, mixed
from app.ui.markdown import mark_direction

HEIGHT_PX = 240
_BAR_SHARE = 0.7  # of the time between two points
_TOLD = 5  # series named at the cursor
_NAME_CHARS = 32
_LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)


def _colours(tokens: Tokens) -> Sequence[str]:
    return (tokens.accent, tokens.good, tokens.write, tokens.sensitive_read, tokens.permissions, tokens.destructive)


def _bar_colour(tokens: Tokens, number: int) -> str:
    """The colours of the lines, then lighter ones."""
    colours = _colours(tokens)
    share = (1.0, 0.6, 0.35)[number // len(colours) % 3]
    return mixed(tokens.background, colours[number % len(colours)], share)


class _Plot(pg.PlotWidget):  # type: ignore[misc]  # the library ships no types
    """A plot that leaves the wheel to the transcript."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _ValueAxis(pg.AxisItem):  # type: ignore[misc]  # the library ships no types
    """Values in short: ``1,200``, ``3.4M``."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [_short(value) for value in values]


class ChartView(QWidget):
    """One chart. Left and Right move the cursor from time to time; what stands there is written below."""

    def __init__(self, theme: ThemeController, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart: Chart | None = None
        self._times: tuple[float, ...] = ()
        self._at: int | None = None
        self._axis = pg.DateAxisItem(orientation="bottom", utcOffset=0)
        self._values = _ValueAxis(orientation="left")
        self._plot = _Plot(self, axisItems={"bottom": self._axis, "left": self._values})
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setFixedHeight(HEIGHT_PX)
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.setAntialiasing(True)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.scene().sigMouseMoved.connect(self._pointed)
        self._legend = QLabel(self)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend.setWordWrap(True)
        self._legend.setOpenExternalLinks(False)
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        self._cursor.hide()
        self._reading = QLabel(self)
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self._reading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_look(self._reading, "muted")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._legend)
        layout.addWidget(self._plot)
        layout.addWidget(self._reading)

    @property
    def reading(self) -> str:
        """What is written below: the values at the cursor, or the whole span."""
        return self._reading.text()

    def set_chart(self, chart: Chart) -> None:
        """Draw ``chart``."""
        if chart == self._chart:
            return
        self._chart, self._times, self._at = chart, chart.times, None
        names = ", ".join(one.name for one in chart.series)
        self.setAccessibleName(tr("Chart: {names}", names=mark_direction(names)))
        self.setAccessibleDescription(mark_direction(chart.summary))
        self.restyle()

    def restyle(self) -> None:
        """The theme changed."""
        chart, tokens = self._chart, self._theme.tokens
        if chart is None:
            return
        self._plot.setBackground(tokens.background)
        self._plot.clear()
        font = interface_font(scaled(11))
        for axis in (self._axis, self._values):
            axis.setPen(pg.mkPen(tokens.line))
            axis.setTextPen(pg.mkPen(tokens.muted))
            axis.setStyle(tickFont=font, tickLength=-4)
            axis.setGrid(40)
            axis.setZValue(-1)  # the grid behind the bars
        self._values.setLabel(chart.unit or None, color=tokens.muted, **{"font-size": f"{scaled(11)}px"})
        self._values.showLabel(bool(chart.unit))
        if chart.kind is ChartKind.BARS:
            self._draw_bars(chart, tokens)
        else:
            self._draw_lines(chart, tokens)
        self._legend.setText(self._legend_html(chart, tokens))
        self._legend.setAccessibleName(", ".join(one.name for one in chart.series))
        self._cursor.setPen(pg.mkPen(tokens.muted, width=1, style=Qt.PenStyle.DashLine))
        self._plot.addItem(self._cursor, ignoreBounds=True)
        self._show_cursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._times) - 1
        match event.key():
            case Qt.Key.Key_Right:
                self._move(0 if self._at is None else min(self._at + 1, last))
            case Qt.Key.Key_Left:
                self._move(last if self._at is None else max(self._at - 1, 0))
            case Qt.Key.Key_Home:
                self._move(0)
            case Qt.Key.Key_End:
                self._move(last)
            case _:
                super().keyPressEvent(event)

    def _draw_lines(self, chart: Chart, tokens: Tokens) -> None:
        colours = _colours(tokens)
        for number, one in enumerate(chart.series):
            style = _LINES[number // len(colours) % len(_LINES)]
            pen = pg.mkPen(colours[number % len(colours)], width=2, style=style)
            few = len(one.points) <= 30
            self._plot.plot(
                [at for at, _ in one.points],
                list(one.values),
                pen=pen,
                symbol="o" if few else None,
                symbolSize=5,
                symbolPen=None,
                symbolBrush=colours[number % len(colours)],
            )
        values = [value for one in chart.series for value in one.values]
        if min(values) >= 0:
            self._plot.setYRange(0, (max(values) or 1) * 1.08, padding=0)
        else:
            self._plot.enableAutoRange(axis="y")
        self._plot.setXRange(self._times[0], self._times[-1], padding=0.02)

    def _draw_bars(self, chart: Chart, tokens: Tokens) -> None:
        gap = min(later - earlier for earlier, later in zip(self._times, self._times[1:], strict=False))
        width = gap * _BAR_SHARE
        above, below = dict.fromkeys(self._times, 0.0), dict.fromkeys(self._times, 0.0)
        for number, one in enumerate(chart.series):
            colour = QColor(_bar_colour(tokens, number))
            starts = []
            for at, value in one.points:
                held = above if value >= 0 else below  # credits hang below
                starts.append(held[at])
                held[at] += value
            times = [at for at, _ in one.points]
            bars = pg.BarGraphItem(
                x=times, height=list(one.values), y0=starts, width=width, brush=colour, pen=pg.mkPen(tokens.background)
            )
            self._plot.addItem(bars)
        low, high = min(below.values()), max(above.values())
        self._plot.setYRange(low * 1.08, (high or 1) * 1.08, padding=0)
        self._plot.setXRange(self._times[0] - gap / 2, self._times[-1] + gap / 2, padding=0.01)

    @staticmethod
    def _legend_html(chart: Chart, tokens: Tokens) -> str:
        """A mark in each series' colour and its name, as HTML of our own: no name may be any."""
        colours = _colours(tokens)
        entries = []
        for number, one in enumerate(chart.series):
            if chart.kind is ChartKind.BARS:
                mark, colour = "■", _bar_colour(tokens, number)
            else:
                mark = ("━━", "╍╍", "┅┅")[number // len(colours) % len(_LINES)]
                colour = colours[number % len(colours)]
            name = escape(_title(one.name)).replace(" ", "&nbsp;")
            entries.append(f'<span style="color:{colour};">{mark}</span>&nbsp;{name}')
        return " &nbsp; ".join(entries)

    def _pointed(self, place: QPointF) -> None:
        if not self._plot.sceneBoundingRect().contains(place) or not self._times:
            return
        at = self._plot.getPlotItem().vb.mapSceneToView(place).x()
        right = min(bisect.bisect_left(self._times, at), len(self._times) - 1)
        left = max(right - 1, 0)
        self._move(left if abs(self._times[left] - at) <= abs(self._times[right] - at) else right)

    def _move(self, at: int) -> None:
        if at != self._at and self._times:
            self._at = at
            self._show_cursor()

    def _show_cursor(self) -> None:
        chart = self._chart
        assert chart is not None
        if self._at is None:
            self._cursor.hide()
            start, end = time_words(self._times[0]), time_words(self._times[-1])
            words = tr("{start} to {end} UTC", start=start, end=end)
            if left := chart.left_out:
                undrawn = plural("one smaller one is not drawn", "{count} smaller ones are not drawn", left)
                words = f"{words} · {undrawn}"
        else:
            time = self._times[self._at]
            self._cursor.setPos(time)
            self._cursor.show()
            told = [
                (value, f"{_title(one.name)} {number_words(value, chart.unit)}")
                for one in chart.series
                if (value := dict(one.points).get(time)) is not None
            ]
            told.sort(key=lambda pair: -abs(pair[0]))
            parts = [f"{time_words(time)} UTC", *(text for _, text in told[:_TOLD])]
            if len(told) > _TOLD:
                parts.append(tr("{count} more", count=len(told) - _TOLD))
            words = " · ".join(parts)
        self._reading.setText(mark_direction(words))
        self._reading.setAccessibleName(words)


def _title(name: str) -> str:
    shown = " ".join(mark_direction(name).split())
    return shown if len(shown) <= _NAME_CHARS else shown[: _NAME_CHARS - 1] + "…"


def _short(value: float) -> str:
    for size, letter in ((1e12, "T"), (1e9, "G"), (1e6, "M")):
        if abs(value) >= size:
            return f"{exact(float(f'{value / size:.4g}'))}{letter}"
    return exact(round(value) if abs(value) >= 1_000 else float(f"{value:.6g}"))
