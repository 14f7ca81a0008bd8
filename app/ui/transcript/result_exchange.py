"""What the results in the transcript want done elsewhere, and what came of it, by action. Does nothing of it itself.

Outlives the widgets, which come and go with scrolling and with other chats.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.aws import Call, QueryAnswer, Waiter, WaitProgress, WaitState
from app.domain.language import tr

Compute = Callable[[Callable[[], object], Callable[[object], None]], None]
Query = Callable[[object, str, Callable[[QueryAnswer], None]], None]
Names = Callable[[object, Callable[[Sequence[str]], None]], None]


def _at_once(work: Callable[[], object], then: Callable[[object], None]) -> None:
    then(work())


def _no_query(_data: object, _expression: str, then: Callable[[QueryAnswer], None]) -> None:
    then(QueryAnswer(problem=tr("Queries cannot be answered here.")))


def _no_names(_data: object, then: Callable[[Sequence[str]], None]) -> None:
    then(())


class ResultExchange(QObject):
    """``offers_wanted`` (an ``Action`` whose waiters are not known), ``more_wanted`` (action id, everything),
    ``wait_wanted`` (action id, ``Waiter``), ``stop_wanted`` (action id: waiting or loading), ``mend_wanted``
    (a failed action), ``charts_wanted`` (what draws charts is to be read), ``changed`` (action id: something of it
    is new; empty for all).

    ``compute``, ``query``, ``names``, ``link`` and ``open_link`` are set by whoever can do them; what was asked for is
    handed to the callback later, or at once.
    """

    offers_wanted = Signal(object)
    more_wanted = Signal(str, bool)
    wait_wanted = Signal(str, object)
    stop_wanted = Signal(str)
    mend_wanted = Signal(str)
    charts_wanted = Signal()
    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compute: Compute = _at_once
        self.query: Query = _no_query
        self.names: Names = _no_names
        self.link: Callable[[Call, str], str] = lambda call, identifier: ""
        self.open_link: Callable[[str], None] = lambda address: None
        self._waiters: dict[str, Sequence[Waiter]] = {}
        self._waits: dict[str, WaitProgress] = {}
        self._loading: set[str] = set()
        self._problems: dict[str, str] = {}
        self._mendings: dict[str, str] = {}
        self._charts_ready = False

    @property
    def charts_ready(self) -> bool:
        """Whether what draws charts has been read."""
        return self._charts_ready

    def waiters(self, action_id: str) -> Sequence[Waiter]:
        """What can be waited for after an action."""
        return self._waiters.get(action_id, ())

    def knows(self, action_id: str) -> bool:
        """Whether the waiters of an action were asked for."""
        return action_id in self._waiters

    def wait(self, action_id: str) -> WaitProgress | None:
        """The wait after an action, going on or ended."""
        return self._waits.get(action_id)

    def is_waiting(self, action_id: str) -> bool:
        """Whether a wait goes on."""
        wait = self._waits.get(action_id)
        return wait is not None and wait.state is WaitState.WAITING

    def is_loading(self, action_id: str) -> bool:
        """Whether more of its pages are being fetched."""
        return action_id in self._loading

    def problem(self, action_id: str) -> str:
        """Why more could not be fetched, or ""."""
        return self._problems.get(action_id, "")

    def mending(self, action_id: str) -> str:
        """What the button says that mends a failed call, or ""."""
        return self._mendings.get(action_id, "")

    def set_mending(self, action_id: str, words: str) -> None:
        """Offer to mend a failed call."""
        self._mendings[action_id] = words
        self.changed.emit(action_id)

    def set_waiters(self, action_id: str, waiters: Sequence[Waiter]) -> None:
        """Say what can be waited for."""
        self._waiters[action_id] = waiters
        self.changed.emit(action_id)

    def set_wait(self, action_id: str, progress: WaitProgress) -> None:
        """Say how a wait stands."""
        self._waits[action_id] = progress
        self.changed.emit(action_id)

    def set_loading(self, action_id: str, *, on: bool, problem: str = "") -> None:
        """Say whether more is being fetched, and why it ended where it failed."""
        if on:
            self._loading.add(action_id)
        else:
            self._loading.discard(action_id)
        self._problems[action_id] = problem
        self.changed.emit(action_id)

    def set_charts_ready(self) -> None:
        """What draws charts has been read."""
        self._charts_ready = True
        self.changed.emit("")
