"""The settings dialog's controller: opens it, saves what is changed, keys, endpoints and model files included."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from app.domain.errors import BatonError
from app.domain.models import Endpoint, ModelId
from app.domain.settings import Settings
from app.ui.control.desk import Desk
from app.ui.control.models import ModelController
from app.ui.control.serving import ServingController
from app.ui.preferences import dialog as dialog_pages
from app.ui.preferences.dialog import KEYS, SettingsDialog


class PreferencesController(QObject):
    """Builds the dialog on its first use."""

    def __init__(self, desk: Desk, models: ModelController, serving: ServingController) -> None:
        super().__init__(desk)
        self._serving = serving
        self._desk = desk
        self._models = models
        self._dialog: SettingsDialog | None = None
        self._pull: asyncio.Task[None] | None = None
        self._provider = ""
        desk.settings_wanted.connect(self.open)
        desk.models_changed.connect(self._statuses_changed)
        self._unsubscribe = desk.app.settings.subscribe(self._settings_changed)
        self._settings_changed(desk.app.settings.current)

    @property
    def dialog(self) -> SettingsDialog | None:
        """The dialog, once it was opened."""
        return self._dialog

    def open(self, page: str = "", provider: str = "") -> None:
        """Open the dialog at ``page``; on the page of keys, at the field of ``provider``."""
        dialog = self._dialog or self._build()
        dialog.set_settings(self._desk.app.settings.current)
        self._provider = provider
        dialog.open_page(page)
        self._statuses_changed()

    def change_text_size(self, step: int) -> None:
        """Larger, smaller, or (0) the default."""
        current = self._desk.app.settings.current.text_size
        self._change("text_size", Settings().text_size if step == 0 else min(28, max(11, current + step)))

    def choose_theme(self, choice: str) -> None:
        """Follow the system, or stay light or dark."""
        self._change("theme", choice)

    def close(self) -> None:
        """Listen no longer, and put the dialog away."""
        self._unsubscribe()
        if self._dialog is not None:
            self._dialog.close()

    def _build(self) -> SettingsDialog:
        dialog = self._dialog = SettingsDialog(self._desk.theme, self._desk.window)
        dialog.setting_changed.connect(self._change)
        dialog.page_shown.connect(self._page_shown)
        dialog.keys.key_set.connect(self._set_key)
        dialog.keys.key_removed.connect(self._remove_key)
        dialog.endpoints.set_well_known(self._desk.app.models.well_known)
        dialog.endpoints.endpoints_changed.connect(self._set_endpoints)
        dialog.endpoints.test_requested.connect(self._test)
        dialog.endpoints.key_requested.connect(lambda name: self.open(KEYS, name))
        dialog.local.add_requested.connect(self._add_file)
        dialog.local.pull_requested.connect(self._start_pull)
        dialog.local.pull_cancelled.connect(self._cancel_pull)
        dialog.local.remove_requested.connect(self._remove_file)
        dialog.local.plan_requested.connect(self._plan)
        dialog.local.use_requested.connect(self._use_file)
        self._serving.set_page(dialog.serving)
        dialog.about.check_requested.connect(self._check)
        return dialog

    def _spawn(self, coroutine: object, name: str) -> asyncio.Task[None]:
        assert asyncio.iscoroutine(coroutine)
        return self._desk.scope.spawn(coroutine, name=name)

    def _page_shown(self, page: str) -> None:
        match page:
            case dialog_pages.KEYS | dialog_pages.ENDPOINTS:
                self._statuses_changed()
            case dialog_pages.MODEL_FILES:
                self._spawn(self._list_files(), "list model files")
            case dialog_pages.ABOUT:
                self._check()

    def _settings_changed(self, settings: Settings) -> None:
        self._desk.theme.set_choice(settings.theme)
        self._desk.theme.set_text_size(settings.text_size)
        if self._dialog is not None:
            self._dialog.set_settings(settings)
        self._desk.settings_changed.emit()

    def _change(self, name: str, value: object) -> None:
        self._spawn(self._desk.app.settings.change({name: value}), f"change {name}")

    def _statuses_changed(self) -> None:
        dialog = self._dialog
        if dialog is None or not dialog.isVisible():
            return
        statuses = self._models.statuses
        dialog.keys.set_problem(self._desk.app.models.keyring_problem)
        if statuses:
            dialog.keys.set_statuses(statuses)
            dialog.set_known("default_model", sorted(self._models.by_id()))
        dialog.endpoints.set_endpoints(self._desk.app.settings.current.endpoints, statuses)
        if self._provider and dialog.page == KEYS and self._provider in dialog.keys.rows:
            dialog.keys.open_entry(self._provider)
            self._provider = ""

    def _set_key(self, provider: str, key: str) -> None:
        self._spawn(self._keep_key(provider, key), "set key")

    async def _keep_key(self, provider: str, key: str) -> None:
        warning = await self._desk.app.models.set_key(provider, key)
        if warning:
            self._desk.warn(warning)
        else:
            self._desk.say("The key is in your keyring.")
        await self._models.refresh(ask_again=True)

    def _remove_key(self, provider: str) -> None:
        self._spawn(self._forget_key(provider), "remove key")

    async def _forget_key(self, provider: str) -> None:
        await self._desk.app.models.remove_key(provider)
        self._desk.say("The key was removed.")
        await self._models.refresh(ask_again=True)

    def _set_endpoints(self, endpoints: Sequence[Endpoint]) -> None:
        self._spawn(self._keep_endpoints(endpoints), "set endpoints")

    async def _keep_endpoints(self, endpoints: Sequence[Endpoint]) -> None:
        assert self._dialog is not None
        before = set(self._desk.app.settings.current.endpoints)
        try:
            await self._desk.app.settings.set_endpoints(endpoints)
        except BatonError as error:
            self._dialog.endpoints.set_problem(str(error))
            return
        self._dialog.endpoints.close_form()
        self._statuses_changed()
        for endpoint in set(endpoints) - before:
            self._dialog.endpoints.set_testing(endpoint.name)
        await self._models.refresh(ask_again=True)

    def _test(self, name: str) -> None:
        if self._dialog is not None:
            self._dialog.endpoints.set_testing(name)
        self._spawn(self._models.refresh(ask_again=True), "test endpoint")

    async def _list_files(self) -> None:
        if self._dialog is not None:
            self._dialog.local.set_models(await self._desk.app.local.models())

    def _add_file(self, path: str) -> None:
        self._spawn(self._added(path), "add model file")

    async def _added(self, path: str) -> None:
        model = await self._desk.app.local.add(Path(path))
        await self._list_files()
        await self._models.refresh()
        self._desk.say(f"{model.name} was added.", action="Use it", call=lambda: self._use_file(model.name))

    def _start_pull(self, repository: str, file_name: str) -> None:
        if self._pull is None or self._pull.done():
            self._pull = self._spawn(self._download(repository, file_name), "download model")

    def _cancel_pull(self) -> None:
        if self._pull is not None:
            self._pull.cancel()

    async def _download(self, repository: str, file_name: str) -> None:
        assert self._dialog is not None
        page = self._dialog.local
        try:
            model = await self._desk.app.local.pull(repository, file_name or None, page.set_progress)
        except asyncio.CancelledError:
            page.set_pull_ended("Cancelled.")
            raise
        except BatonError as error:
            page.set_pull_ended(str(error), failed=True)
            return
        page.set_pull_ended(f"{model.name} is here.")
        await self._list_files()
        await self._models.refresh()
        self._desk.say(f"{model.name} was downloaded.", action="Use it", call=lambda: self._use_file(model.name))

    def _remove_file(self, name: str) -> None:
        self._spawn(self._removed(name), "remove model file")

    async def _removed(self, name: str) -> None:
        await self._desk.app.local.remove(name)
        await self._list_files()
        await self._models.refresh()

    def _plan(self, name: str) -> None:
        self._spawn(self._planned(name), "plan model")

    async def _planned(self, name: str) -> None:
        assert self._dialog is not None
        self._dialog.local.set_plan(name, await self._desk.app.local.plan(name))

    def _use_file(self, name: str) -> None:
        self._models.use_everywhere(str(ModelId("local", name)))
        if self._dialog is not None:
            self._dialog.close()
        self._desk.window.composer.setFocus()

    def _check(self) -> None:
        if self._dialog is not None:
            self._dialog.about.set_checking()
        self._spawn(self._checked(), "check this machine")

    async def _checked(self) -> None:
        found = await self._desk.app.doctor.run()
        if self._dialog is not None:
            self._dialog.about.set_checks(found)
