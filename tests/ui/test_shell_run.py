"""``run_window`` as the program calls it: from the first picture to the exit status."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.ui.application import run_window
from app.ui.control.window import WindowController
from app.ui.shell.main_window import MainWindow
from tests.ui_fixtures import build_test_application, until


def test_the_window_is_painted_before_the_services_are_built(qapp: QApplication, tmp_path: Path) -> None:
    order: list[str] = []

    def build() -> object:
        order.append("built")
        return build_test_application(tmp_path)

    def ready(window: MainWindow, controller: WindowController) -> None:
        order.append("ready")
        controller.quit()

    status = run_window(
        build,  # type: ignore[arg-type]
        state_file=tmp_path / "window.ini",
        on_shown=lambda: order.append("painted"),
        on_ready=ready,
    )
    assert status == 0
    assert order == ["painted", "built", "ready"]
    assert (tmp_path / "window.ini").exists()


def test_an_exception_in_a_slot_is_logged_and_told_and_the_window_lives(
    qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str] = []
    tasks: list[asyncio.Task[None]] = []

    def ready(window: MainWindow, controller: WindowController) -> None:
        def break_down() -> None:
            raise ZeroDivisionError("in a slot")

        async def drive() -> None:
            QTimer.singleShot(0, break_down)
            await until(lambda: window.notices.shown)
            told.extend(notice.text for notice in window.notices.shown)
            controller.quit()

        tasks.append(asyncio.get_running_loop().create_task(drive()))

    before = sys.excepthook
    assert run_window(lambda: build_test_application(tmp_path), state_file=tmp_path / "w.ini", on_ready=ready) == 0
    assert sys.excepthook is before
    assert len(told) == 1
    assert "inside Baton" in told[0]
    assert "ZeroDivisionError" not in told[0]
    assert "ZeroDivisionError: in a slot" in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="there, a polite kill is none: the process just ends")
def test_a_polite_kill_closes_the_window_as_its_button_does(qapp: QApplication, tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)

    def ready(window: MainWindow, controller: WindowController) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    assert run_window(lambda: build_test_application(tmp_path), state_file=tmp_path / "w.ini", on_ready=ready) == 0
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.skipif(sys.platform == "win32", reason="there, a polite kill is none: the process just ends")
def test_a_polite_kill_ends_the_window_without_a_question_about_work_that_goes_on(
    qapp: QApplication, tmp_path: Path
) -> None:
    app = build_test_application(tmp_path)
    asked: list[bool] = []

    def ready(window: MainWindow, controller: WindowController) -> None:
        async def work() -> None:
            with app.work.doing("Count the stars", on_quit="The count is lost."):
                QTimer.singleShot(0, kill)
                await asyncio.Event().wait()

        def kill() -> None:
            window.close()
            asked.append(controller.work.question.isVisible())
            os.kill(os.getpid(), signal.SIGTERM)

        controller._desk.scope.spawn(work(), name="stars")

    assert run_window(lambda: app, state_file=tmp_path / "w.ini", on_ready=ready) == 0
    assert asked == [True]
