"""What can be done with results in the transcript: queries, more pages, waits, links, and reading what draws charts.

Owns the tasks, by action, so that they outlive the card that began them. Decides nothing: every call passes the gate.
"""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from app.domain.aws import Action, QueryAnswer, Waiter, WaitProgress, WaitState
from app.domain.errors import BatonError
from app.domain.language import tr
from app.services.turn_updates import ActionChanged
from app.ui.control.desk import Desk
from app.ui.markdown import mark_unseen
from app.ui.session import Session

_CHARTS = "pyqtgraph"


class ResultController(QObject):
    """Serves :class:`app.ui.transcript.result_exchange.ResultExchange`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._tasks: dict[str, asyncio.Task[None]] = {}  # by action id
        self._sessions: dict[str, Session] = {}  # likewise: where the action stands
        self._reading_charts = False
        exchange = self._exchange = desk.transcript.results
        exchange.compute = self._compute
        exchange.query = self._query
        exchange.names = self._names
        exchange.link = desk.app.aws.console_link
        exchange.open_link = desk.transcript.link_activated.emit
        exchange.offers_wanted.connect(self._find_waiters)
        exchange.more_wanted.connect(self._load_more)
        exchange.wait_wanted.connect(self._wait)
        exchange.stop_wanted.connect(self.stop_action)
        exchange.charts_wanted.connect(self._read_charts)

    def stop(self) -> bool:
        """Stop what goes on in the chat that is shown; false where nothing does."""
        shown = [action_id for action_id, session in self._sessions.items() if session.id == self._desk.session.id]
        for action_id in shown:
            self.stop_action(action_id)
        return bool(shown)

    def stop_action(self, action_id: str) -> None:
        """Stop waiting, or loading more, for one action."""
        if (task := self._tasks.get(action_id)) is not None:
            task.cancel()

    def _compute(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        async def run() -> None:
            then(await asyncio.to_thread(work))

        self._desk.scope.spawn(run(), name="write a result")

    def _query(self, data: object, expression: str, then: Callable[[QueryAnswer], None]) -> None:
        async def run() -> None:
            then(await self._desk.app.aws.query(data, expression))

        self._desk.scope.spawn(run(), name="query a result")

    def _names(self, data: object, then: Callable[[Sequence[str]], None]) -> None:
        async def run() -> None:
            then(await self._desk.app.aws.member_names(data))

        self._desk.scope.spawn(run(), name="names of a result")

    def _read_charts(self) -> None:
        if self._reading_charts:
            return
        self._reading_charts = True

        async def run() -> None:
            await asyncio.to_thread(importlib.import_module, _CHARTS)
            self._exchange.set_charts_ready()

        self._desk.scope.spawn(run(), name="read what draws charts")

    def _find_waiters(self, action: Action) -> None:
        self._exchange.set_waiters(action.id, ())  # known to be asked for

        async def run() -> None:
            if waiters := await self._desk.app.aws.gate.following.waiters(action):
                self._exchange.set_waiters(action.id, waiters)

        self._desk.scope.spawn(run(), name=f"waiters of {action.id}")

    def _load_more(self, action_id: str, everything: bool) -> None:
        session = self._desk.session
        action = session.action(action_id)
        if action is None or action_id in self._tasks:
            return

        def take(changed: Action) -> None:
            update = ActionChanged(action=changed)
            session.take(update)
            self._desk.transcript.apply(update)

        async def run() -> None:
            problem = ""
            try:
                with self._desk.app.work.doing(
                    tr("Load more of {call}", call=action.call.id),
                    unit="pages",
                    stop=lambda: self.stop_action(action_id),
                    on_quit=tr("What was loaded is kept."),
                ) as work:

                    def loaded(changed: Action) -> None:
                        take(changed)
                        work.reached(0 if changed.result is None else changed.result.pages)

                    await self._desk.app.aws.gate.following.more(
                        action, consent=self._desk.consent, everything=everything, on_change=loaded
                    )
            except BatonError as error:
                problem = str(error)
            finally:
                self._exchange.set_loading(action_id, on=False, problem=problem)

        self._exchange.set_loading(action_id, on=True)
        self._hold(action_id, session, self._desk.scope.spawn(run(), name=f"more of {action_id}"))

    def _wait(self, action_id: str, waiter: Waiter) -> None:
        if action_id in self._tasks:
            return
        session = self._desk.session

        def tell(progress: WaitProgress) -> None:
            self._exchange.set_wait(action_id, progress)

        async def run() -> None:
            with self._desk.app.work.doing(
                tr("{service}: wait until {state}", service=waiter.call.id.service, state=waiter.words),
                stop=lambda: self.stop_action(action_id),
                again=lambda: self._wait(action_id, waiter),
                on_quit=tr("Nobody waits any more; what AWS does goes on."),
            ) as work:

                def looked(progress: WaitProgress) -> None:
                    tell(progress)
                    # How many looks it takes is known to nobody, so only what was seen is told.
                    work.reached(0, note=mark_unseen(progress.seen))

                ended = await self._desk.app.aws.gate.following.wait(
                    waiter, consent=self._desk.consent, on_progress=looked
                )
                work.ends_with(mark_unseen(ended.sentence), is_failure=ended.state is not WaitState.DONE)
            if session is not self._desk.session and ended.state is not WaitState.STOPPED:
                self._desk.say(mark_unseen(ended.sentence))
            self._desk.transcript.announcer.say(ended.sentence)

        tell(WaitProgress(waiter=waiter))
        self._hold(action_id, session, self._desk.scope.spawn(run(), name=f"wait for {waiter.name}"))

    def _hold(self, action_id: str, session: Session, task: asyncio.Task[None]) -> None:
        self._tasks[action_id], self._sessions[action_id] = task, session
        task.add_done_callback(lambda _: self._let_go(action_id))

    def _let_go(self, action_id: str) -> None:
        self._tasks.pop(action_id, None)
        self._sessions.pop(action_id, None)
