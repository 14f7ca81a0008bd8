"""Where a window may stand: sizes and places that fit the screens there are now. Refuses to move anything itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen

_SEEN_PX = 120  # of a window's top edge, so that it can be taken hold of
_TOP_PX = 40


def screens_key(screens: Sequence[QScreen]) -> str:
    """The screens of a desk, as a name to remember a window's place by: ``1920x1080+2560x1440``."""
    sizes = (screen.size() for screen in screens)
    return "+".join(sorted(f"{size.width()}x{size.height()}" for size in sizes))


def in_sight(wanted: QRect, rooms: Sequence[QRect]) -> QRect:
    """``wanted``, no larger than the room it lies in most, and within it where its top edge could not be reached.

    ``rooms`` are what the screens leave free, the main one first.
    """
    if not rooms:
        return wanted
    room = max(rooms, key=lambda each: _area(each.intersected(wanted)))
    top = QRect(wanted.left(), wanted.top(), wanted.width(), _TOP_PX)
    placed = QRect(wanted)
    placed.setSize(wanted.size().boundedTo(room.size()))
    if any(_area(each.intersected(top)) >= _SEEN_PX * _TOP_PX // 2 for each in rooms) and placed == wanted:
        return placed
    placed.moveLeft(max(room.left(), min(placed.left(), room.right() + 1 - placed.width())))
    placed.moveTop(max(room.top(), min(placed.top(), room.bottom() + 1 - placed.height())))
    return placed


def _area(rect: QRect) -> int:
    return max(rect.width(), 0) * max(rect.height(), 0)
