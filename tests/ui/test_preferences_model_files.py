"""Settings > Model files as a person uses it: a real hub on loopback, real files, real clicks and keys."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.llama.files.found_models import FoundModels
from app.llama.files.model_files import GgufModelStore
from app.llama.hub.catalogue import HubConnection
from app.llama.hub.download import HubDownloader
from app.llama.hub.listing import HubCatalogue
from app.llama.probe import MachineProbe
from app.ui.preferences.dialog import SettingsDialog
from app.ui.preferences.download_list import DownloadRow
from app.ui.preferences.local_page import LocalPage
from tests.gguf_files import write_tiny_gguf
from tests.hub_server import Hub
from tests.llama_fixtures import WORKER_COMMAND
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import nameless, until

PROBE = MachineProbe(WORKER_COMMAND)


class Person:
    """Somebody whose settings are open at the page of model files."""

    def __init__(self, driver: Driver, store: GgufModelStore) -> None:
        self.controller = driver.controller
        self.notices = driver.notices
        self.store = store
        self.open_settings()

    @property
    def dialog(self) -> SettingsDialog:
        dialog = self.controller.preferences.dialog
        assert dialog is not None
        return dialog

    @property
    def page(self) -> LocalPage:
        return self.dialog.local

    def open_settings(self) -> None:
        self.controller.open_settings("Model files")

    def type(self, text: str) -> None:
        self.page.hub.edit.clear()
        QTest.keyClicks(self.page.hub.edit, text)

    @staticmethod
    def click(button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


Steps = Callable[[Person], Awaitable[None]]


@pytest.fixture
def drive(qt_loop: asyncio.AbstractEventLoop, hub: Hub, tmp_path: Path) -> Callable[[Steps], None]:
    """Runs the window with a test's steps in it, and closes it again."""

    def start(steps: Steps) -> None:
        connection = HubConnection(hub.url)
        store = GgufModelStore(
            tmp_path / "models",
            tmp_path / "models.json",
            probe=PROBE,
            downloader=HubDownloader(connection, spare_bytes=0),
            found=FoundModels.on_this_machine({}, tmp_path / "someone"),
        )

        async def driven(driver: Driver) -> None:
            person = Person(driver, store)
            try:
                await steps(person)
            finally:
                person.dialog.close()

        Runner(qt_loop, tmp_path / "baton")(driven, files=store, hub=HubCatalogue(connection, PROBE))

    return start


def offered(name: str, downloads: int) -> dict[str, object]:
    return {"id": name, "downloads": downloads, "likes": 3, "lastModified": "2025-11-03T10:00:00.000Z", "tags": []}


def test_a_model_is_searched_chosen_by_keys_downloaded_and_used(
    drive: Callable[[Steps], None], hub: Hub, tmp_path: Path
) -> None:
    data = write_tiny_gguf(tmp_path / "made.gguf").read_bytes()
    for quantisation in ("Q2_K", "Q4_K_M", "Q8_0"):
        hub.files[f"repo-{quantisation}.gguf"] = data
    hub.models = [offered("owner/other", 9), offered("owner/repo", 5)]

    async def steps(person: Person) -> None:
        page = person.page
        await until(page._empty.isVisible)
        page.hub.edit.setFocus()
        person.type("owner")
        QTest.keyClick(page.hub.edit, Qt.Key.Key_Return)
        await until(page.hub.view.isVisible)
        QTest.keyClick(page.hub.edit, Qt.Key.Key_Down)
        QTest.keyClick(page.hub.edit, Qt.Key.Key_Return)
        await until(page.hub.repository.isVisible)
        badges = page.hub.repository.badges
        assert badges["repo-Q8_0.gguf"].words.text() == "Fits"
        assert badges["repo-Q4_K_M.gguf"].words.text() == "Fits, recommended"
        await until(lambda: "worked out" in page.hub.repository._about.text())
        best = page.hub.repository.buttons["repo-Q4_K_M.gguf"]
        QTest.keyClick(best, Qt.Key.Key_Space)
        await until(lambda: "repo-Q4_K_M" in page.rows)
        [row] = page.downloads.rows.values()
        assert row.state.text() == "Downloaded"
        assert "repo-Q4_K_M was downloaded." in person.notices()
        await until(page.rows["repo-Q4_K_M"].fit.isVisible)
        assert page.rows["repo-Q4_K_M"].fit.words.text().startswith("Fits: ")
        person.click(row.main_button)
        await until(lambda: person.controller.models.model_id == "local:repo-Q4_K_M")
        assert not person.dialog.isVisible()

    drive(steps)


def test_a_download_goes_on_while_the_settings_are_closed_and_is_paused_resumed_and_cancelled(
    drive: Callable[[Steps], None], hub: Hub, tmp_path: Path
) -> None:
    hub.files["m.gguf"] = write_tiny_gguf(tmp_path / "made.gguf").read_bytes() + bytes(3_000_000)
    hub.stall_after = 1_000_000

    async def steps(person: Person) -> None:
        page = person.page

        def row() -> DownloadRow:
            return next(iter(page.downloads.rows.values()))

        person.type("owner/repo")
        QTest.keyClick(page.hub.edit, Qt.Key.Key_Return)
        await until(lambda: "m.gguf" in page.hub.repository.buttons)
        person.click(page.hub.repository.buttons["m.gguf"])
        await until(lambda: page.downloads.rows and " of 4 MB" in row().state.text())
        person.dialog.close()
        person.open_settings()
        assert row().main_button.text() == "Pause"
        person.click(row().main_button)
        await until(lambda: row().state.text().startswith("Paused"))
        [left] = person.store.unfinished()
        assert left.file_name == "m.gguf"
        person.click(row().main_button)
        await until(lambda: row().main_button.text() == "Pause")
        hub.go_on.set()
        await until(lambda: row().state.text() == "Downloaded")
        person.click(row().end_button)
        await until(lambda: not page.downloads.rows)
        assert not page.downloads.isVisible()
        hub.go_on.clear()
        hub.files["n.gguf"] = hub.files["m.gguf"]
        person.type("owner/repo")
        QTest.keyClick(page.hub.edit, Qt.Key.Key_Return)
        await until(lambda: "n.gguf" in page.hub.repository.buttons)
        person.click(page.hub.repository.buttons["n.gguf"])
        await until(person.store.unfinished)
        person.click(row().end_button)
        await until(lambda: not page.downloads.rows and not person.store.unfinished())

    drive(steps)


def test_what_an_earlier_baton_left_is_listed_as_paused_and_a_failed_download_says_why(
    drive: Callable[[Steps], None], hub: Hub, tmp_path: Path
) -> None:
    data = hub.files["m.gguf"] = write_tiny_gguf(tmp_path / "made.gguf").read_bytes()
    folder = tmp_path / "models" / "owner--repo"
    folder.mkdir(parents=True)
    mark = hashlib.sha256(data).hexdigest()[:12]
    (folder / f"m.gguf.{mark}.part").write_bytes(data[:100_000])
    record = {"version": 1, "repository": "owner/repo", "file": "m.gguf"}
    record |= {"files": [{"name": "m.gguf", "size": len(data)}]}  # type: ignore[dict-item]
    (folder / "m.gguf.download.json").write_text(json.dumps(record))

    async def steps(person: Person) -> None:
        page = person.page
        await until(lambda: page.downloads.rows)
        [row] = page.downloads.rows.values()
        assert row.state.text() == "Paused at 100 kB of 527 kB"
        hub.status = 500
        person.click(row.main_button)
        await until(lambda: "status 500" in row.state.text())
        assert row.main_button.text() == "Try again"
        hub.status = 200
        person.click(row.main_button)
        await until(lambda: row.state.text() == "Downloaded")
        assert hub.ranges == ["bytes=100000-"]

    drive(steps)


def test_the_hubs_silence_and_nonsense_are_said_with_a_way_to_try_again(
    drive: Callable[[Steps], None], hub: Hub
) -> None:
    async def steps(person: Person) -> None:
        panel = person.page.hub
        person.type("nothing-like-that")
        person.click(panel.search_button)
        await until(lambda: "No model fits" in panel._state.text())
        hub.status = 503
        person.type("qwen")
        person.click(panel.search_button)
        await until(panel.again_button.isVisible)
        assert "status 503" in panel._state.text()
        hub.status = 200
        hub.models = [offered("owner/qwen", 1)]
        person.click(panel.again_button)
        await until(panel.view.isVisible)
        assert not panel.again_button.isVisible()
        QTest.keyClick(panel.edit, Qt.Key.Key_Escape)
        assert panel.edit.text() == ""
        assert not panel.view.isVisible()
        assert person.dialog.isVisible()

    drive(steps)


def test_more_of_what_was_found_is_shown_when_asked_for(drive: Callable[[Steps], None], hub: Hub) -> None:
    hub.models = [offered(f"owner/m{number}", 100 - number) for number in range(30)]
    hub.page = 20

    async def steps(person: Person) -> None:
        panel = person.page.hub
        person.type("owner")
        person.click(panel.search_button)
        await until(lambda: panel.model.rowCount() == 21)
        for _ in range(20):
            QTest.keyClick(panel.edit, Qt.Key.Key_Down)
        QTest.keyClick(panel.edit, Qt.Key.Key_Return)
        await until(lambda: panel.model.rowCount() == 30)
        assert panel.view.currentIndex().data() == "owner/m20"

    drive(steps)


def test_a_downloaded_file_is_deleted_only_after_a_second_yes_and_the_persons_own_stays(
    drive: Callable[[Steps], None], tmp_path: Path
) -> None:
    (tmp_path / "models" / "owner--repo").mkdir(parents=True)
    downloaded = write_tiny_gguf(tmp_path / "models" / "owner--repo" / "down.gguf")
    own = write_tiny_gguf(tmp_path / "own.gguf")

    async def steps(person: Person) -> None:
        page = person.page
        person.store.add(own)
        person.open_settings()
        await until(lambda: set(page.rows) == {"down", "own"})
        row = page.rows["down"]
        person.click(row.remove_button)
        assert row.delete_button.isVisible()
        assert person.dialog.focusWidget() is row.keep_button
        person.click(row.keep_button)
        assert not row.delete_button.isVisible()
        assert downloaded.exists()
        person.click(row.remove_button)
        person.click(row.delete_button)
        await until(lambda: set(page.rows) == {"own"})
        assert not downloaded.exists()
        person.click(page.rows["own"].remove_button)
        await until(lambda: not page.rows)
        assert own.exists()

    drive(steps)


def test_what_ollama_keeps_is_found_and_added_where_it_lies(drive: Callable[[Steps], None], tmp_path: Path) -> None:
    data = write_tiny_gguf(tmp_path / "made.gguf").read_bytes()
    folder = tmp_path / "someone" / ".ollama" / "models"
    digest = hashlib.sha256(data).hexdigest()
    (folder / "blobs").mkdir(parents=True)
    (folder / "blobs" / f"sha256-{digest}").write_bytes(data)
    manifest = folder / "manifests" / "registry.ollama.ai" / "library" / "qwen3" / "8b"
    manifest.parent.mkdir(parents=True)
    layer = {"mediaType": "application/vnd.ollama.image.model", "digest": f"sha256:{digest}", "size": len(data)}
    manifest.write_text(json.dumps({"layers": [layer]}))

    async def steps(person: Person) -> None:
        page = person.page
        await until(lambda: page.found.rows)
        [row] = page.found.rows.values()
        person.click(row.add_button)
        await until(lambda: "qwen3-8b" in page.rows)
        await until(lambda: not page.found.isVisible())
        assert person.store.model("qwen3-8b").path == str(folder / "blobs" / f"sha256-{digest}")
        assert [name for top in QApplication.topLevelWidgets() for name in nameless(top)] == []

    drive(steps)
