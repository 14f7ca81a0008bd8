"""Serving to other programs and running a file of prompts from the window, with real model processes behind both."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import openai
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from app.bootstrap import build_application
from app.domain.errors import UsageError
from app.services.application import Application
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths
from app.ui.application import WindowRun
from app.ui.control.window import WindowController
from app.ui.dialogs.batch import BatchDialog
from app.ui.preferences.serving_page import ServingPage
from app.ui.shell.main_window import MainWindow
from tests.gguf_files import write_tiny_gguf
from tests.provider_fixtures import KEY
from tests.ui_fixtures import nameless, until
from tests.vendor_servers import VendorServer

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass
class Person:
    window: MainWindow
    controller: WindowController
    app: Application

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key, CTRL_SHIFT)

    async def page(self) -> ServingPage:
        self.press(Qt.Key.Key_G)
        await until(
            lambda: self.controller.preferences.dialog and self.controller.preferences.dialog.serving.isVisible()
        )
        assert self.controller.preferences.dialog is not None
        return self.controller.preferences.dialog.serving

    async def batch(self) -> BatchDialog:
        self.press(Qt.Key.Key_B)
        await until(lambda: self.controller.batch.dialog and self.controller.batch.dialog.isVisible())
        assert self.controller.batch.dialog is not None
        return self.controller.batch.dialog


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def drive(
    qt_loop: asyncio.AbstractEventLoop, paths: Paths, tmp_path: Path, vendor_server: VendorServer
) -> Callable[[Callable[[Person], Awaitable[None]]], None]:
    """Runs the window over the real application with a model ``tiny``, and a person in it."""

    def driven(act: Callable[[Person], Awaitable[None]]) -> None:
        built: list[Application] = []
        faults: list[BaseException] = []
        tasks: list[asyncio.Task[None]] = []

        def build() -> Application:
            environ = {"ANTHROPIC_BASE_URL": vendor_server.url, "ANTHROPIC_API_KEY": KEY}
            built.append(build_application(paths=paths, environ=environ, secrets=MemorySecretStore()))
            return built[0]

        async def whole(person: Person) -> None:
            try:
                await person.app.settings.change({"serve_port": 0, "default_model": "local:tiny"})
                await person.app.local.add(
                    write_tiny_gguf(tmp_path / "tiny.gguf", replies={"finish": "This ends here."})
                )
                await until(lambda: person.controller.models.statuses)
                await act(person)
            except BaseException as fault:  # noqa: BLE001  # raised again below
                faults.append(fault)
                run.end()  # quitting would ask about the work that is under way, and nobody answers here
            else:
                person.controller.quit()

        def ready(window: MainWindow, controller: WindowController) -> None:
            tasks.append(qt_loop.create_task(whole(Person(window, controller, built[0]))))

        run = WindowRun(build, state_file=tmp_path / "window.ini", on_ready=ready)
        assert qt_loop.run_until_complete(run.run()) == 0
        run.theme.deleteLater()
        run.deleteLater()
        QApplication.processEvents()
        if faults:
            raise faults[0]

    return driven


def ask(url: str, key: str, text: str, **more: object) -> str:
    """One chat completion, streamed to its end."""
    with openai.OpenAI(base_url=url, api_key=key, max_retries=0, timeout=60) as client:
        messages = [{"role": "user", "content": text}]
        stream = client.chat.completions.create(model="tiny", messages=messages, stream=True, **more)
        return "".join(chunk.choices[0].delta.content or "" for chunk in stream)


def test_the_window_serves_shows_who_asks_and_stops(drive: Callable[..., None]) -> None:
    async def act(person: Person) -> None:
        page, header = await person.page(), person.window.header
        assert not header.serving_button.isVisible()
        click(page.toggle)
        await until(lambda: person.app.serving.state.is_on)
        url = person.app.serving.state.url
        await until(header.serving_button.isVisible)
        click(page.copy_address)
        assert QApplication.clipboard().text() == url
        click(page.copy_key)
        key = await person.app.serving.key()
        await until(lambda: QApplication.clipboard().text() == key)
        shown = [*page.window().findChildren(QLabel), *page.window().findChildren(QLineEdit)]
        assert not [widget for widget in shown if key in widget.text()], "the key is shown nowhere"
        assert nameless(page) == []
        assert await asyncio.to_thread(ask, url, key, "finish") == "This ends here."

        endless = asyncio.ensure_future(asyncio.to_thread(ask, url, key, "talk"))
        await until(lambda: person.app.serving.state.running)
        await until(lambda: "tiny: chat for" in page._running.text())
        assert header.serving_button.text() == "Serving 1"
        click(page.toggle)
        await until(lambda: not person.app.serving.state.is_on)
        with pytest.raises(Exception, match=r"."):  # its transport's own error for an answer that was cut
            await endless
        await until(lambda: not header.serving_button.isVisible())
        with pytest.raises(openai.APIConnectionError):
            await asyncio.to_thread(ask, url, key, "finish")

    drive(act)


def test_another_key_shuts_out_who_has_the_old_one(drive: Callable[..., None]) -> None:
    async def act(person: Person) -> None:
        page = await person.page()
        click(page.toggle)
        await until(lambda: person.app.serving.state.is_on)
        old = await person.app.serving.key()
        click(page.new_key)
        await until(lambda: any("another key" in notice.text for notice in person.window.notices.shown))
        url = person.app.serving.state.url
        with pytest.raises(openai.AuthenticationError):
            await asyncio.to_thread(ask, url, old, "finish")
        assert await asyncio.to_thread(ask, url, await person.app.serving.key(), "finish") == "This ends here."

    drive(act)


def test_a_port_in_use_is_told_where_it_was_asked_for(drive: Callable[..., None]) -> None:
    async def act(person: Person) -> None:
        other = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
        port = other.sockets[0].getsockname()[1]
        await person.app.settings.change({"serve_port": port})
        page = await person.page()
        click(page.toggle)
        await until(lambda: f"Port {port} is in use" in page._problem.text())
        assert page.toggle.isEnabled()
        assert page._problem.button.text() == "Use any free port"
        click(page._problem.button)
        await until(lambda: person.app.serving.state.is_on)
        assert person.app.serving.state.port != port
        assert page._problem.isHidden()
        click(page.toggle)
        await until(lambda: not person.app.serving.state.is_on)
        other.close()
        await other.wait_closed()
        click(page.toggle)
        await until(lambda: person.app.serving.state.is_on)
        assert person.app.serving.state.port == port

    drive(act)


def test_the_palettes_command_turns_serving_on_and_the_window_takes_it_down_with_it(drive: Callable[..., None]) -> None:
    urls = []

    async def act(person: Person) -> None:
        person.press(Qt.Key.Key_O)
        await until(lambda: person.app.serving.state.is_on)
        urls.append((person.app.serving.state.url, await person.app.serving.key()))
        click(person.window.header.serving_button)
        await until(lambda: person.controller.preferences.dialog is not None)
        assert person.controller.preferences.dialog is not None
        assert person.controller.preferences.dialog.page == "Other programs"
        with pytest.raises(UsageError):
            await person.app.serving.start()

    drive(act)
    with pytest.raises(openai.APIConnectionError):
        ask(*urls[0], "finish")


def test_a_file_of_prompts_is_run_stopped_and_gone_on_with(drive: Callable[..., None], tmp_path: Path) -> None:
    source, target = tmp_path / "prompts.jsonl", tmp_path / "answers.jsonl"
    source.write_text('"finish"\n"talk"\n{"id": "third", "prompt": "finish this"}\n')

    async def act(person: Person) -> None:
        dialog = await person.batch()
        assert nameless(dialog) == []
        assert not dialog.start.isEnabled()
        assert dialog.model.currentText() == "local:tiny"
        QTest.keyClicks(dialog.source, str(source))
        QTest.keyClicks(dialog.target, str(target))
        click(dialog.start)
        await until(lambda: target.exists() and target.read_text().count("\n") == 2)
        await until(lambda: "2 of 3 done" in dialog._words.text())
        click(dialog.stop)
        await until(lambda: dialog._words.text().startswith("Stopped"))
        assert dialog.resume.isChecked()
        lines = [json.loads(line) for line in target.read_text().splitlines()]
        assert {line["line"]: line["text"] for line in lines} == {1: "This ends here.", 3: "This ends here."}

        source.write_text('"finish"\n"talk"\n{"id": "third", "prompt": "changed"}\n')
        click(dialog.start)
        await until(lambda: "Line 3" in dialog._words.text())
        source.write_text('"finish"\n"finish now"\n{"id": "third", "prompt": "finish this"}\n')
        click(dialog.start)
        await until(lambda: dialog._words.text().startswith("Finished: 3 of 3 done"))
        assert len(target.read_text().splitlines()) == 3

    drive(act)


@pytest.mark.usefixtures("compiled_secret_rules")
def test_a_file_of_prompts_goes_to_the_provider_and_is_fetched_later_or_cancelled(
    drive: Callable[..., None], tmp_path: Path, vendor_server: VendorServer
) -> None:
    source, target = tmp_path / "prompts.jsonl", tmp_path / "answers.jsonl"
    source.write_text('"one"\n"two"\n')
    batches = vendor_server.batches

    async def act(person: Person) -> None:
        dialog = await person.batch()
        assert not dialog.by_vendor.isEnabled(), "a local model's provider takes no batches"
        dialog.model.lineEdit().selectAll()
        QTest.keyClicks(dialog.model.lineEdit(), "anthropic:claude-sonnet-4-5")
        assert dialog.by_vendor.isEnabled()
        QTest.keyClicks(dialog.source, str(source))
        QTest.keyClicks(dialog.target, str(target))
        dialog.by_vendor.setFocus()
        QTest.keyClick(dialog.by_vendor, Qt.Key.Key_Space)
        assert dialog.by_vendor.isChecked()
        click(dialog.start)
        await until(lambda: "0 of 2 lines" in dialog._words.text())
        assert nameless(dialog) == []
        assert dialog.cancel.isVisible()
        assert not dialog.by_vendor.isEnabled()
        click(dialog.stop)
        await until(lambda: "provider goes on" in dialog._words.text())
        assert dialog.resume.isChecked()

        batches.end()
        click(dialog.start)
        await until(lambda: dialog._words.text().startswith("Finished: 2 of 2 done"))
        assert len(target.read_text().splitlines()) == 2
        assert [len(batch.requests) for batch in batches.all] == [2]

        dialog.target.setText(str(tmp_path / "more.jsonl"))
        dialog.resume.setChecked(False)
        click(dialog.start)
        await until(lambda: "0 of 2 lines" in dialog._words.text())
        click(dialog.cancel)
        await until(lambda: batches.all[-1].state == "canceling")
        assert not dialog.cancel.isEnabled()
        batches.end()
        await until(lambda: dialog._words.text().startswith("Finished: 0 of 2 done"))
        assert "2 failed" in dialog._words.text()

    drive(act)
