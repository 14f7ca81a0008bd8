"""The page of model files: carries out what it asks for, and tells of downloads also while it is closed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from app.domain.errors import BatonError
from app.domain.hub import Download, DownloadState
from app.domain.language import tr
from app.domain.models import ModelId
from app.services.local_models import LocalModelService
from app.ui.control.desk import Desk
from app.ui.control.models import ModelController
from app.ui.preferences.dialog import MODEL_FILES, SettingsDialog
from app.ui.preferences.local_page import LocalPage


class ModelFilesController(QObject):
    """Listens to downloads from the start; ``attach`` gives it the dialog once there is one."""

    def __init__(self, desk: Desk, models: ModelController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._models = models
        self._dialog: SettingsDialog | None = None
        self._asking: asyncio.Task[None] | None = None  # the hub, for a search or a repository
        self._searched = ""
        self._following = ""
        self._told: dict[int, DownloadState] = {}
        self._ends: list[Callable[[], None]] = [
            self._local.downloads.subscribe(self._download_changed),
            self._local.subscribe(self._list_changed),
        ]

    def attach(self, dialog: SettingsDialog) -> None:
        """Serve the dialog's page."""
        self._dialog = dialog
        page = dialog.local
        page.add_requested.connect(lambda path: self._spawn(self._add(path), "add model file"))
        page.remove_requested.connect(lambda name: self._spawn(self._remove(name), "remove model file"))
        page.unload_requested.connect(lambda name: self._spawn(self._unload(name), "unload model"))
        page.use_requested.connect(self.use)
        page.adapter_set.connect(lambda *what: self._spawn(self._set_adapter(*what), "set adapter"))
        page.adapter_removed.connect(lambda *what: self._spawn(self._remove_adapter(*what), "remove adapter"))
        page.hub.search_requested.connect(self._search)
        page.hub.more_requested.connect(lambda: self._ask(self._found(is_first=False), "search models"))
        page.hub.opened.connect(self._open)
        page.hub.left.connect(self._stop_asking)
        page.hub.download_requested.connect(self._download)
        page.downloads.paused.connect(self._local.downloads.pause)
        page.downloads.resumed.connect(self._local.downloads.resume)
        page.downloads.cancelled.connect(lambda id: self._spawn(self._cancel(id), "cancel download"))
        page.downloads.dismissed.connect(self._dismiss)

    def show(self) -> None:
        """The page is shown: fill it."""
        self._spawn(self._fill(), "list model files")

    def use(self, name: str) -> None:
        """Let a local model answer, here and in new chats."""
        self._models.use_everywhere(str(ModelId("local", name)))
        if self._dialog is not None:
            self._dialog.close()
        self._desk.window.focus_composer()

    def close(self) -> None:
        """Listen no longer."""
        for end in self._ends:
            end()
        self._ends.clear()

    @property
    def _local(self) -> LocalModelService:
        return self._desk.app.local

    @property
    def _page(self) -> LocalPage:
        assert self._dialog is not None
        return self._dialog.local

    def _spawn(self, coroutine: object, name: str) -> asyncio.Task[None]:
        assert asyncio.iscoroutine(coroutine)
        return self._desk.scope.spawn(coroutine, name=name)

    async def _fill(self) -> None:
        await self._local.restore_downloads()
        self._page.downloads.set_downloads(self._local.downloads.downloads)
        await self._list()
        self._page.set_found(await self._local.discover())

    async def _list(self) -> None:
        models = await self._local.models()
        self._page.set_models(models, {plan.model for plan in self._local.loaded})
        for model in models:
            if model.problem is None and model.kind != "adapter":
                try:
                    self._page.set_plan(model.name, await self._local.plan(model.name))
                except BatonError:
                    continue  # it went meanwhile; the next list says so

    def _list_changed(self) -> None:
        self._spawn(self._models.refresh(), "refresh models")
        if self._dialog is not None and self._dialog.isVisible():
            self.show()

    async def _add(self, path: str) -> None:
        model = await self._local.add(Path(path))
        if model.kind == "chat":
            self._desk.say(
                tr("{name} was added.", name=model.name), action=tr("Use it"), call=lambda: self.use(model.name)
            )
        else:
            self._desk.say(tr("{name} was added.", name=model.name))

    async def _remove(self, name: str) -> None:
        await self._local.remove(name)
        self._desk.say(tr("{name} was removed.", name=name))

    async def _unload(self, name: str) -> None:
        await self._local.unload(name)
        await self._list()

    async def _set_adapter(self, name: str, path: str, scale: float) -> None:
        await self._local.set_adapter(name, path, scale)

    async def _remove_adapter(self, name: str, path: str) -> None:
        await self._local.remove_adapter(name, path)

    def _search(self, text: str) -> None:
        self._searched, self._following = text, ""
        self._ask(self._found(is_first=True), "search models")

    def _open(self, repository: str) -> None:
        self._ask(self._opened(repository), "open repository")

    def _ask(self, coroutine: object, name: str) -> None:
        """Ask the hub; what it was asked before is of no interest any more."""
        self._stop_asking()
        self._asking = self._spawn(coroutine, name)

    def _stop_asking(self) -> None:
        if self._asking is not None:
            self._asking.cancel()

    async def _found(self, *, is_first: bool) -> None:
        hub = self._page.hub
        hub.set_busy(tr("Searching …"))
        try:
            page = await self._local.search(self._searched, following=self._following)
        except BatonError as error:
            hub.set_problem(str(error), retry=self._searched)
            return
        self._following = page.following
        hub.set_page(page, is_first=is_first)

    async def _opened(self, repository: str) -> None:
        hub = self._page.hub
        hub.set_busy(tr("Asking what {repository} holds …", repository=repository))
        try:
            hub.set_repository(await self._local.repository(repository))
        except BatonError as error:
            hub.set_problem(str(error), retry=repository)
            return
        try:
            hub.set_repository(await self._local.repository(repository, is_measured=True))
        except BatonError:
            return  # the estimates stand

    def _download(self, repository: str, file_name: str) -> None:
        self._local.downloads.start(repository, file_name)

    async def _cancel(self, id: int) -> None:
        await self._local.downloads.cancel(id)
        self._page.downloads.set_downloads(self._local.downloads.downloads)

    def _dismiss(self, id: int) -> None:
        self._local.downloads.dismiss(id)
        self._page.downloads.set_downloads(self._local.downloads.downloads)

    def _download_changed(self, download: Download) -> None:
        if self._dialog is not None:
            self._page.downloads.set_downloads(self._local.downloads.downloads)
        before = self._told.get(download.id)
        self._told[download.id] = download.state
        if before is download.state:
            return
        name = download.file_name.rpartition("/")[2] or download.repository
        model = download.model
        if download.state is DownloadState.DONE and model is not None:
            if model.kind == "chat":
                self._desk.say(
                    tr("{name} was downloaded.", name=model.name),
                    action=tr("Use it"),
                    call=lambda: self.use(model.name),
                )
            else:
                self._desk.say(tr("{name} was downloaded.", name=model.name))
        elif download.state is DownloadState.FAILED and not self._is_watched():
            words = tr("The download of {name} stopped. {problem}", name=name, problem=download.problem)
            self._desk.warn(words, stays=True)

    def _is_watched(self) -> bool:
        return self._dialog is not None and self._dialog.isVisible() and self._dialog.page == MODEL_FILES
