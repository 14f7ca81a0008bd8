"""Results in the whole window over the real services and the demo account: more pages, a query, a wait, Escape."""

from __future__ import annotations

import asyncio
import dataclasses
import os
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.aws.demo.account import DemoAccount
from app.bootstrap import build_application
from app.domain.aws import Action, ActionState, Origin, WaitState
from app.services.application import Application
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths
from app.ui.application import WindowRun
from app.ui.session import Session
from app.ui.transcript import ActionCard
from app.ui.transcript.chart_view import ChartView
from app.ui.transcript.result_table import ResultTable
from tests.aws_fixtures import Person, a_call, yes
from tests.transcript_fixtures import Script
from tests.ui.test_result_view import button, click, metrics, press, query_line, words
from tests.ui_fixtures import until


class Shown:
    """The running window with one conversation of cards."""

    def __init__(self, controller: Any, app: Application) -> None:
        self.controller, self.app = controller, app
        self.desk = controller._desk
        self.script = Script("results")

    async def run(self, operation: str, parameters: dict[str, object], call_id: str) -> Action:
        """Carry a call out, as a turn would, and remember it for :meth:`show`."""
        seen: list[Action] = []
        await self.app.aws.gate.submit(
            a_call(operation, parameters),
            origin=Origin.PERSON,
            consent=Person([yes]),
            on_change=seen.append,
            call_id=call_id,
        )
        assert seen[-1].state is ActionState.DONE, seen[-1].error
        return self.take(seen[-1])

    def take(self, action: Action) -> Action:
        self.script.actions.append(dataclasses.replace(action, conversation_id=self.script.id))
        return self.script.actions[-1]

    def show(self) -> None:
        from app.domain.messages import ToolCallPart

        self.script.user("go")
        self.script.answer(
            *(ToolCallPart(call_id=str(a.call_id), name="propose_call", arguments="{}") for a in self.script.actions)
        )
        opened = self.script.opened
        self.desk.session = Session(opened)
        self.desk.transcript.set_conversation(opened)

    def card(self, call_id: str) -> ActionCard:
        return next(
            c
            for c in self.desk.transcript.findChildren(ActionCard)
            if c.isVisible() and c.action is not None and c.action.call_id == call_id
        )


Drive = Callable[[Shown], Awaitable[None]]


def in_window(loop: asyncio.AbstractEventLoop, paths: Paths, demo: DemoAccount, drive: Drive) -> None:
    built: list[Application] = []
    faults: list[BaseException] = []

    def build() -> Application:
        built.append(build_application(paths=paths, environ=dict(os.environ), secrets=MemorySecretStore(), demo=demo))
        return built[0]

    def ready(window: QWidget, controller: Any) -> None:
        async def driven() -> None:
            try:
                window.resize(1300, 1400)
                await built[0].settings.change({"aws_page_limit": 1})
                await drive(Shown(controller, built[0]))
            except BaseException as fault:  # noqa: BLE001  (raised again below)
                faults.append(fault)
            finally:
                controller.quit()

        tasks.append(loop.create_task(driven()))

    tasks: list[asyncio.Task[None]] = []
    run = WindowRun(build, state_file=paths.data / "window.ini", on_ready=ready)
    assert loop.run_until_complete(run.run()) == 0
    run.theme.deleteLater()
    run.deleteLater()
    QApplication.processEvents()
    if faults:
        raise faults[0]


@pytest.mark.usefixtures("home")
def test_pages_queries_waits_and_escape(qt_loop: asyncio.AbstractEventLoop, paths: Paths, demo: DemoAccount) -> None:
    async def drive(shown: Shown) -> None:
        await shown.run("s3:ListObjectsV2", {"Bucket": "acorn-access-logs", "MaxKeys": 5}, "list")
        await shown.run("s3:CreateBucket", {"Bucket": "window-results"}, "make")
        chart = metrics()
        call = a_call("cloudwatch:GetMetricData")
        shown.take(dataclasses.replace(shown.script.actions[0], id="chart", call_id="chart", call=call, result=chart))
        shown.show()

        await until(lambda: any(c.isVisible() for c in shown.desk.transcript.findChildren(ChartView)))

        listing = shown.card("list")
        table = listing.findChild(ResultTable)
        assert table is not None
        assert table.rows.rowCount() == 5
        click(press(listing, "Load more"))
        await until(lambda: table.rows.rowCount() == 10)
        await until(lambda: any(b.isVisible() for b in listing.findChildren(QPushButton) if b.text() == "Load all"))
        click(press(listing, "Load all"))
        await until(lambda: not any(b.isVisible() for b in listing.findChildren(QPushButton) if b.text() == "Stop"))
        await until(lambda: not any(b.isVisible() for b in listing.findChildren(QPushButton) if "Load" in b.text()))
        assert table.rows.rowCount() > 10

        click(button(listing, "Query the result"))
        QTest.keyClicks(query_line(listing), "Contents[0].[Key]")
        await until(lambda: table.rows.rowCount() == 1)
        assert table.rows.table.columns == ("Value",)

        making = shown.card("make")
        await until(
            lambda: any(b.isVisible() for b in making.findChildren(QPushButton) if b.text() == "Wait until there")
        )
        click(press(making, "Wait until there"))
        await until(lambda: "Reached after" in words(making))

        one = making.action
        assert one is not None
        exchange = shown.desk.transcript.results
        (waiter,) = exchange.waiters(one.id)
        never = dataclasses.replace(
            waiter, call=a_call("s3:HeadBucket", {"Bucket": "window-results-never"}), delay_s=3_600.0
        )
        exchange.wait_wanted.emit(one.id, never)
        await until(lambda: "look 1 of" in words(making))
        QTest.keyClick(shown.desk.window, Qt.Key.Key_Escape)
        await until(lambda: "You stopped waiting" in words(making))
        assert exchange.wait(one.id).state is WaitState.STOPPED

    in_window(qt_loop, paths, demo, drive)
