"""The parts of the window that F6 goes between, each with the place it was left at; refuses to lay them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


@dataclass(frozen=True, kw_only=True)
class Region:
    """A part of the window. ``first`` names who gets the focus where the person was not in it yet."""

    title: str
    widget: Callable[[], QWidget]
    first: Callable[[], QWidget | None]


class Regions(QObject):
    """Moves the focus from part to part, in the order they are shown."""

    def __init__(self, parent: QObject, regions: Callable[[], Sequence[Region]]) -> None:
        super().__init__(parent)
        self._regions = regions
        self._left_at: dict[str, QWidget] = {}
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._remember)

    def move(self, step: int) -> None:
        """Go to the next part (1) or the one before (-1); parts that are hidden are passed over."""
        shown = [region for region in self._regions() if region.widget().isVisible()]
        here = self._of(QApplication.focusWidget(), shown)
        at = shown.index(here) if here is not None else -1 if step > 0 else len(shown)
        for further in range(1, len(shown) + 1):
            region = shown[(at + step * further) % len(shown)]
            target = self._target(region)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _target(self, region: Region) -> QWidget | None:
        for wanted in (self._left_at.get(region.title), region.first()):
            if wanted is not None and isValid(wanted) and self._of(wanted, [region]) and can_focus(wanted):
                return wanted
        return next((part for part in region.widget().findChildren(QWidget) if can_focus(part)), None)

    def _of(self, widget: QWidget | None, regions: Sequence[Region]) -> Region | None:
        if widget is None:
            return None
        return next((each for each in regions if each.widget() is widget or each.widget().isAncestorOf(widget)), None)

    def _remember(self, _before: QWidget | None, now: QWidget | None) -> None:
        region = self._of(now, self._regions())
        if region is not None and now is not None:
            self._left_at[region.title] = now


def can_focus(widget: QWidget) -> bool:
    """Whether Tab would come to it."""
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
