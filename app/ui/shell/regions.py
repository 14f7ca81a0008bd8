"""The parts of the window as they are shown: F6 goes between them, Tab through each; lays none of them out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.ui.widgets.tab_stops import can_focus, stops_of


@dataclass(frozen=True, kw_only=True)
class Region:
    """A part of the window. ``first`` gets the focus where the person was not in it yet; ``stops`` are what Tab comes
    to, in reading order, where the layouts do not say it.
    """

    title: str
    widget: QWidget
    first: QWidget | None = None
    stops: Callable[[], Sequence[QWidget]] | None = None

    def all_stops(self) -> Sequence[QWidget]:
        """What Tab comes to."""
        return self.stops() if self.stops is not None else list(stops_of(self.widget))

    def holds(self, widget: QWidget | None) -> bool:
        """Whether ``widget`` is in it."""
        return widget is not None and (widget is self.widget or self.widget.isAncestorOf(widget))


class Regions(QObject):
    """Moves the focus. ``regions`` says which there are now, in reading order."""

    def __init__(self, parent: QObject, regions: Callable[[], Sequence[Region]]) -> None:
        super().__init__(parent)
        self._regions = regions
        self._left_at: dict[str, QWidget] = {}
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._remember)

    def move(self, step: int) -> None:
        """Go to the next part (1) or the one before (-1), to where it was left; what is hidden is passed over."""
        for region in self._others(QApplication.focusWidget(), step):
            if self.enter(region):
                return

    def enter(self, region: Region) -> bool:
        """Go to where ``region`` was left, or to its first control; whether there was one."""
        left_at = self._left_at.get(region.title)
        for wanted in (left_at, region.first, *region.all_stops()[:1]):
            if wanted is not None and isValid(wanted) and region.holds(wanted) and can_focus(wanted):
                wanted.activateWindow()
                wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def tab(self, *, following: bool) -> bool:
        """Go to the next control or the one before, through every part; whether there was one."""
        step, reason = (1, Qt.FocusReason.TabFocusReason) if following else (-1, Qt.FocusReason.BacktabFocusReason)
        at = QApplication.focusWidget()
        here = next((region for region in self._shown() if region.holds(at)), None)
        if here is not None and at is not None:
            stops = here.all_stops()
            further = stops.index(at) + step if at in stops else -1
            if 0 <= further < len(stops):
                stops[further].setFocus(reason)
                return True
        for region in self._others(at, step):
            if at is not None and region.widget.window() is not at.window():
                continue  # a panel that floats is a window of its own
            stops = region.all_stops()
            if stops:
                stops[0 if following else -1].setFocus(reason)
                return True
        return False

    def _shown(self) -> list[Region]:
        return [region for region in self._regions() if region.widget.isVisible()]

    def _others(self, focus: QWidget | None, step: int) -> Iterator[Region]:
        """The parts that come after (or before) the one with the focus, all round; that one last."""
        shown = self._shown()
        here = next((at for at, region in enumerate(shown) if region.holds(focus)), -1 if step > 0 else len(shown))
        for further in range(1, len(shown) + 1):
            yield shown[(here + step * further) % len(shown)]

    def _remember(self, _before: QWidget | None, now: QWidget | None) -> None:
        region = next((region for region in self._regions() if region.holds(now)), None)
        if region is not None and now is not None:
            self._left_at[region.title] = now
