"""The scope: holds tasks, reports their failures in words, ends them with their owner."""

from __future__ import annotations

import asyncio
import logging

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from app.domain.errors import BatonError, NotFoundError
from app.ui.scope import TaskScope
from tests.ui_fixtures import until


def test_a_failure_with_a_remedy_is_reported_as_it_is(qt_loop: asyncio.AbstractEventLoop) -> None:
    scope = TaskScope()
    seen: list[BatonError] = []
    scope.failed.connect(seen.append)

    async def fail() -> None:
        raise NotFoundError("There is no 'x'.", remedy="Choose another.")

    async def drive() -> None:
        scope.spawn(fail(), name="fails")
        await until(lambda: seen)

    qt_loop.run_until_complete(drive())
    assert str(seen[0]) == "There is no 'x'. Choose another."


def test_a_fault_of_our_own_is_told_plainly_and_logged_in_full(
    qt_loop: asyncio.AbstractEventLoop, caplog: pytest.LogCaptureFixture
) -> None:
    scope = TaskScope()
    seen: list[BatonError] = []
    scope.failed.connect(seen.append)

    async def fail() -> None:
        raise ZeroDivisionError("secret detail")

    async def drive() -> None:
        scope.spawn(fail(), name="breaks")
        await until(lambda: seen)

    with caplog.at_level(logging.ERROR):
        qt_loop.run_until_complete(drive())
    assert "ZeroDivisionError" not in str(seen[0])
    assert "secret detail" not in str(seen[0])
    assert "breaks" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_tasks_end_when_their_owner_is_destroyed(qt_loop: asyncio.AbstractEventLoop) -> None:
    owner = QObject()
    scope = TaskScope(owner)
    ended: list[str] = []

    async def wait_for_ever() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise

    async def drive() -> None:
        task = scope.spawn(wait_for_ever(), name="waits")
        await asyncio.sleep(0)
        delete(owner)
        await asyncio.wait([task])

    qt_loop.run_until_complete(drive())
    assert ended == ["cancelled"]


def test_closing_waits_for_what_a_task_does_last_and_takes_no_new_ones(qt_loop: asyncio.AbstractEventLoop) -> None:
    scope = TaskScope()
    seen: list[object] = []
    scope.failed.connect(seen.append)
    done: list[str] = []

    async def tidy() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            done.append("tidied")

    async def drive() -> None:
        scope.spawn(tidy(), name="tidies")
        await asyncio.sleep(0)
        await scope.aclose()
        assert done == ["tidied"]
        late = scope.spawn(tidy(), name="late")
        await asyncio.wait([late])
        assert late.cancelled()

    qt_loop.run_until_complete(drive())
    assert done == ["tidied"]
    assert not scope.tasks
    assert not seen
