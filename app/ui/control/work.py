"""Long work in the window: keeps indicator and panel up to date, stops what the person stops, asks before quitting."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import BatonError
from app.domain.remedies import Remedy
from app.domain.work import Work, WorkState
from app.services.work.tray import WorkTray
from app.ui.control.desk import Desk
from app.ui.widgets.overlay import Overlay
from app.ui.work.closing import ClosingQuestion
from app.ui.work.panel import WorkPanel

_APPEARS_AFTER_MS = 400  # what is over sooner than this is not shown to be going on
_LOOK_EVERY_MS = 200


class WorkController(QObject):
    """``quit_anyway``: the person was asked, and wants to quit."""

    quit_anyway = Signal()
    _changed = Signal()  # comes from whichever thread works; a slot of this object runs on its own

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._seen: set[int] = set()
        self._indicator = desk.window.header.work_button
        self.panel = WorkPanel()
        self._overlay = Overlay(desk.window, self.panel)
        self._overlay.closed.connect(self._show)
        self.question = ClosingQuestion()
        self._asking = Overlay(desk.window, self.question, dims=True)
        self.question.stay_chosen.connect(self._asking.close_panel)
        self.question.quit_chosen.connect(self.quit_anyway)
        self._indicator.clicked.connect(self.open)
        self.panel.stop_requested.connect(lambda id: self._act(self._tray.stop, id))
        self.panel.again_requested.connect(lambda id: self._act(self._tray.again, id))
        self.panel.forget_requested.connect(self._tray.forget)
        self.panel.forget_ended_requested.connect(self._tray.forget_ended)
        self.panel.remedy_requested.connect(self._mend)
        # One look for however many changes came; and while work goes on, the time that is left goes on, too.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)
        self._changed.connect(self._look_soon)
        self._unsubscribe = self._tray.subscribe(lambda _work: self._changed.emit())
        self._show()

    @property
    def _tray(self) -> WorkTray:
        return self._desk.app.work

    def open(self) -> None:
        """Show the panel, under the indicator where that is shown."""
        works = self._tray.works
        self.panel.set_works(works)
        self._overlay.open(self._indicator if self._indicator.isVisible() else None)
        self.panel.focus_list()
        self._saw()

    def may_quit(self) -> bool:
        """Whether nothing goes on that would be lost, or the person was asked already; asks otherwise."""
        works = [work for work in self._tray.active if work.on_quit]
        if not works or self._asking.isVisible():
            return True
        self.question.set_works(works)
        self._asking.open()
        return False

    def close(self) -> None:
        """Listen no longer, and stop what goes on: nothing is left for the services to wait for."""
        self._unsubscribe()
        self._soon.stop()
        for work in self._tray.active:
            if work.can_stop:
                with contextlib.suppress(BatonError):  # it has ended meanwhile
                    self._tray.stop(work.id)

    def _act(self, call: Callable[[int], object], id: int) -> None:
        try:
            call(id)
        except BatonError as error:
            self._desk.report(error)
        self._show()

    def _mend(self, remedy: Remedy) -> None:
        self._overlay.close_panel()
        self._desk.remedy_wanted.emit(remedy)

    def _look_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start(_LOOK_EVERY_MS if self._indicator.isVisible() else _APPEARS_AFTER_MS)

    def _show(self) -> None:
        works = self._tray.works
        is_open = self._overlay.isVisible()
        if is_open:
            self.panel.set_works(works)
            self._saw()
        unseen = [work for work in works if work.is_active or (work.id not in self._seen and _is_told(work))]
        self._indicator.set_works(unseen)
        if any(work.is_active for work in works):
            self._soon.start(_LOOK_EVERY_MS * 5 if not is_open else _LOOK_EVERY_MS * 2)
        elif self._asking.isVisible():
            self._asking.close_panel()  # what was asked about is over

    def _saw(self) -> None:
        self._seen |= {work.id for work in self._tray.works if not work.is_active}


def _is_told(work: Work) -> bool:
    """What the person did not end themselves."""
    return work.state in (WorkState.DONE, WorkState.FAILED)
