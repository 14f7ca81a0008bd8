"""The order in which Tab goes through a conversation: as it is read, from row to row. Moves no focus itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from app.ui.transcript.row import MessageRow
from app.ui.widgets.tab_stops import stops_of


def fields(rows: Sequence[QWidget]) -> list[QWidget]:
    """What can be used in the rows, in reading order."""
    return [
        widget
        for row in sorted(rows, key=lambda row: row.y())
        for widget in sorted(row.findChildren(QWidget), key=lambda child: _place(child, row))
        if widget.isVisibleTo(row) and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def stops(around: QWidget, rows: Sequence[QWidget], *others: QWidget | None) -> list[QWidget]:
    """``around``, what can be used in its rows, and in ``others`` where they are shown."""
    shown = [stop for other in others if other is not None and other.isVisible() for stop in stops_of(other)]
    return [around, *fields(rows), *shown]


def next_field(rows: Sequence[QWidget], focus: QWidget | None, around: QWidget, *, following: bool) -> QWidget | None:
    """What comes after (or before) ``focus`` in the rows, or ``None`` where that is outside. ``around`` holds them."""
    order = fields(rows)
    if focus in order:
        at = order.index(focus) + (1 if following else -1)
    elif isinstance(focus, MessageRow):
        inside = [number for number, widget in enumerate(order) if focus.isAncestorOf(widget)]
        at = (inside[0] if following else inside[0] - 1) if inside else -1
    elif focus is around:
        at = 0 if following else -1
    else:
        return None
    return order[at] if 0 <= at < len(order) else None


def _place(child: QWidget, row: QWidget) -> tuple[int, int]:
    corner = child.mapTo(row, QPoint(0, 0))
    return corner.y(), corner.x()
