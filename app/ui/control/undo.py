"""Takes back what the transcript asks to take back: hands it to the gate, and shows what becomes of it.

Decides nothing: the person is asked about the way back like about any other call.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from app.domain.aws import Action, PlanRun
from app.domain.ports import ConsentAsker
from app.services.turn_updates import ActionChanged
from app.ui.control.desk import Desk
from app.ui.session import Session

Listener = Callable[[Action | PlanRun], None]


class TakingBack(Protocol):
    """What takes actions and plans back, through the gate. Both raise kin of ``BatonError``."""

    async def undo(self, action: Action, *, consent: ConsentAsker, on_change: Listener) -> Action | PlanRun: ...

    async def undo_plan(self, plan_id: str, *, consent: ConsentAsker, on_change: Listener) -> Action | PlanRun: ...


class UndoController(QObject):
    """One undo at a time for each action and each plan."""

    def __init__(self, desk: Desk, taking_back: TakingBack) -> None:
        super().__init__(desk)
        self._desk = desk
        self._taking_back = taking_back
        self._running: set[str] = set()
        desk.transcript.undo_requested.connect(self.undo)
        desk.transcript.plan_undo_requested.connect(self.undo_plan)

    def undo(self, action_id: str) -> None:
        """Take an action of the conversation shown back."""
        session = self._desk.session
        action = session.action(action_id)
        if action is not None:
            take = partial(self._taking_back.undo, action)
            self._start(session, action_id, lambda listener: take(consent=self._desk.consent, on_change=listener))

    def undo_plan(self, plan_id: str) -> None:
        """Take back what was done of a plan of the conversation shown."""
        take = partial(self._taking_back.undo_plan, plan_id)
        self._start(self._desk.session, plan_id, lambda listener: take(consent=self._desk.consent, on_change=listener))

    def _start(self, session: Session, key: str, take: Callable[[Listener], Awaitable[object]]) -> None:
        if key not in self._running:
            self._running.add(key)
            self._desk.transcript.set_undoing(key, True)
            self._desk.scope.spawn(self._run(session, key, take), name=f"undoing {key}")

    async def _run(self, session: Session, key: str, take: Callable[[Listener], Awaitable[object]]) -> None:
        try:
            await take(partial(self._changed, session))
        finally:
            self._running.discard(key)
            self._desk.transcript.set_undoing(key, False)

    def _changed(self, session: Session, changed: Action | PlanRun) -> None:
        if isinstance(changed, Action):  # a plan tells of each of its steps too
            update = ActionChanged(action=changed)
            session.take(update)
            self._desk.transcript.apply(update)
