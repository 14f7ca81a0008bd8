"""The settings dialog's controller: opens it, saves what is changed, keys and endpoints included."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.domain.errors import BatonError
from app.domain.language import tr
from app.domain.models import Endpoint, ProviderStatus
from app.domain.remedies import Remedy, RemedyKind
from app.domain.routing import AUTO_MODEL
from app.domain.settings import Settings, setting_infos
from app.ui.control.desk import Desk
from app.ui.control.keeping import KeepingController
from app.ui.control.model_files import ModelFilesController
from app.ui.control.models import ModelController
from app.ui.control.policy import PolicyController
from app.ui.control.serving import ServingController
from app.ui.look.theme import LARGEST_PERCENT, SMALLEST_PERCENT
from app.ui.preferences import dialog as dialog_pages
from app.ui.preferences.dialog import KEYS, SettingsDialog

_STEP_PERCENT = 10


class PreferencesController(QObject):
    """Builds the dialog on its first use."""

    def __init__(
        self, desk: Desk, models: ModelController, serving: ServingController, keeping: KeepingController
    ) -> None:
        super().__init__(desk)
        self._serving = serving
        self._keeping = keeping
        self._desk = desk
        self._models = models
        self._dialog: SettingsDialog | None = None
        self.files = ModelFilesController(desk, models)
        self.policy = PolicyController(desk)
        self._provider = ""
        self._other_keys: tuple[ProviderStatus, ...] = ()
        desk.settings_wanted.connect(self.open)
        desk.models_changed.connect(self._statuses_changed)
        self._at_start = desk.app.settings.current
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
        wanted = Settings().text_size if step == 0 else current + step * _STEP_PERCENT
        self._change("text_size", min(max(wanted, SMALLEST_PERCENT), LARGEST_PERCENT))

    def choose_theme(self, choice: str) -> None:
        """Follow the system, or stay light or dark."""
        self._change("theme", choice)

    def toggle_contrast(self) -> None:
        """High contrast, or else what the system says."""
        is_high = self._desk.app.settings.current.contrast == "high"
        self._change("contrast", "system" if is_high else "high")

    def close(self) -> None:
        """Listen no longer, and put the dialog away."""
        self._unsubscribe()
        self.files.close()
        self.policy.close()
        if self._dialog is not None:
            self._dialog.close()

    def _build(self) -> SettingsDialog:
        dialog = self._dialog = SettingsDialog(self._desk.theme, self._desk.window)
        dialog.set_at_start(self._at_start)
        dialog.setting_changed.connect(self._change)
        dialog.restart_requested.connect(self._desk.restart_wanted)
        dialog.page_shown.connect(self._page_shown)
        dialog.keys.key_set.connect(self._set_key)
        dialog.keys.key_removed.connect(self._remove_key)
        dialog.endpoints.set_well_known(self._desk.app.models.well_known)
        dialog.endpoints.endpoints_changed.connect(self._set_endpoints)
        dialog.endpoints.test_requested.connect(self._test)
        dialog.endpoints.look_requested.connect(self._look_for_servers)
        dialog.endpoints.key_requested.connect(lambda name: self.open(KEYS, name))
        self.files.attach(dialog)
        self._serving.set_page(dialog.serving)
        self._keeping.set_page(dialog.keeping)
        self.policy.set_page(dialog.policy)
        dialog.kept.clear_requested.connect(lambda: self._spawn(self._clear_kept(), "clear kept answers"))
        dialog.routing.sample_changed.connect(self._try_route)
        dialog.about.check_requested.connect(self._check)
        dialog.about.remedy_wanted.connect(self._mend)
        return dialog

    def _spawn(self, coroutine: object, name: str) -> asyncio.Task[None]:
        assert asyncio.iscoroutine(coroutine)
        return self._desk.scope.spawn(coroutine, name=name)

    def _page_shown(self, page: str) -> None:
        match page:
            case dialog_pages.KEYS | dialog_pages.ENDPOINTS:
                self._statuses_changed()
            case dialog_pages.MODEL_FILES:
                self.files.show()
            case dialog_pages.POLICY:
                self.policy.show()
            case dialog_pages.KEPT_ANSWERS:
                self._spawn(self._show_kept(), "count kept answers")
            case dialog_pages.HISTORY:
                self._keeping.show()
            case dialog_pages.ABOUT:
                self._check()

    async def _show_kept(self) -> None:
        info = await self._desk.app.answers.info()
        if self._dialog is not None:
            self._dialog.kept.set_info(info)

    async def _clear_kept(self) -> None:
        await self._desk.app.answers.clear()
        await self._show_kept()

    def _settings_changed(self, settings: Settings) -> None:
        self._desk.theme.set_choice(settings.theme)
        self._desk.theme.set_contrast(settings.contrast)
        self._desk.theme.set_motion(settings.motion)
        self._desk.theme.set_direction(settings.direction)
        self._desk.theme.set_text_percent(settings.text_size)
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
        dialog.set_known("default_preset", [preset.name for preset in self._desk.app.presets.list()])
        if statuses:
            self._show_keys(dialog)
            self._spawn(self._show_other_keys(), "show other keys")
            known = sorted(self._models.by_id())
            dialog.set_known("default_model", [AUTO_MODEL, *known])
            for info in setting_infos():
                if info.is_model or info.type is tuple:
                    dialog.set_known(info.name, known)
        dialog.endpoints.set_endpoints(self._desk.app.settings.current.endpoints, statuses)

    async def _show_other_keys(self) -> None:
        self._other_keys = tuple(await self._desk.app.models.other_key_statuses())
        if self._dialog is not None and self._models.statuses:
            self._show_keys(self._dialog)

    def _show_keys(self, dialog: SettingsDialog) -> None:
        dialog.keys.set_statuses((*self._models.statuses, *self._other_keys))
        if self._provider and dialog.page == KEYS and self._provider in dialog.keys.rows:
            dialog.keys.open_entry(self._provider)
            self._provider = ""

    def _try_route(self, text: str) -> None:
        if text:
            self._spawn(self._show_route(text), "try a route")
        elif self._dialog is not None:
            self._dialog.routing.set_answer("", "", "")

    async def _show_route(self, text: str) -> None:
        assert self._dialog is not None
        page = self._dialog.routing
        try:
            choice = await self._desk.app.chat.router.explain(text)
        except BatonError as error:
            page.set_answer(text, tr("Nobody would answer."), str(error), is_problem=True)
        else:
            words = tr("{model} would answer ({id}).", model=choice.model.title, id=choice.model.id)
            page.set_answer(text, words, choice.reason)

    def _set_key(self, provider: str, key: str) -> None:
        self._spawn(self._keep_key(provider, key), "set key")

    async def _keep_key(self, provider: str, key: str) -> None:
        warning = await self._desk.app.models.set_key(provider, key)
        if warning:
            self._desk.warn(warning)
        else:
            self._desk.say(tr("The key is in your keyring."))
        await self._models.refresh(ask_again=True)

    def _remove_key(self, provider: str) -> None:
        self._spawn(self._forget_key(provider), "remove key")

    async def _forget_key(self, provider: str) -> None:
        await self._desk.app.models.remove_key(provider)
        self._desk.say(tr("The key was removed."))
        await self._models.refresh(ask_again=True)

    def _set_endpoints(self, endpoints: Sequence[Endpoint]) -> None:
        self._spawn(self._keep_endpoints(endpoints), "set endpoints")

    async def _keep_endpoints(self, endpoints: Sequence[Endpoint]) -> None:
        assert self._dialog is not None
        before = set(self._desk.app.settings.current.endpoints)
        try:
            await self._desk.app.settings.set_endpoints(endpoints)
        except BatonError as error:
            way = self._desk.way_out(error, lambda: self._set_endpoints(endpoints))
            self._dialog.endpoints.set_problem(str(error), way)
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

    def _look_for_servers(self) -> None:
        if self._dialog is not None:
            self._dialog.endpoints.set_looking()
        self._spawn(self._found_servers(), "look for local servers")

    async def _found_servers(self) -> None:
        found = await self._desk.app.models.find_local_servers()
        if self._dialog is not None:
            self._dialog.endpoints.set_found(found)

    def _mend(self, remedy: Remedy) -> None:
        if remedy.kind in (RemedyKind.CHOOSE_MODEL, RemedyKind.SIGN_IN) and self._dialog is not None:
            self._dialog.close()  # what helps stands in the window
        self._desk.remedy_wanted.emit(remedy)

    def _check(self) -> None:
        if self._dialog is not None:
            self._dialog.about.set_checking()
        self._spawn(self._checked(), "check this machine")

    async def _checked(self) -> None:
        found = await self._desk.app.doctor.run()
        if self._dialog is not None:
            self._dialog.about.set_checks(found)
