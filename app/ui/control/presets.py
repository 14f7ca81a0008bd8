"""Presets of parameters in the window: the picker that applies them, and the dialogs that save and keep them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.errors import BatonError, NotFoundError
from app.domain.language import tr
from app.domain.models import Capabilities
from app.domain.presets import Applied, Preset, applied
from app.domain.routing import AUTO_MODEL
from app.ui.control.desk import Desk
from app.ui.control.models import ModelController
from app.ui.dialogs.presets import PresetsDialog, SavePresetDialog
from app.ui.shell.pickers import preset_choices
from app.ui.widgets.choice_list import Choice, ChoicePanel
from app.ui.widgets.overlay import Overlay

_PRESET, _SAVE, _KEEP = "preset/", "save-preset", "keep-presets"


class PresetController(QObject):
    """Applies presets to the conversation shown."""

    def __init__(self, desk: Desk, models: ModelController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._models = models
        self.panel = ChoicePanel(desk.theme, placeholder=tr("Choose a preset"), width=420, height=400)
        self._overlay = Overlay(desk.window, self.panel)
        self.panel.chosen.connect(self._chosen)
        self.panel.link_activated.connect(self._follow)
        self.panel.set_links([(_SAVE, tr("Save as a preset…")), (_KEEP, tr("Rename or delete…"))])
        self.saving: SavePresetDialog | None = None
        self.keeping: PresetsDialog | None = None
        desk.window.dock.presets_requested.connect(self.choose)
        models.model_shown.connect(self._begin)
        self._begun = ("", "")  # the new chat, and the model in it, that began with the preset for new chats

    def choose(self) -> None:
        """Open the picker."""
        self.panel.set_choices(self._choices())
        self.panel.reset()
        self._overlay.open(self._desk.window.dock.parameters.presets)

    def close(self) -> None:
        """Put the dialogs away."""
        for dialog in (self.saving, self.keeping):
            if dialog is not None:
                dialog.close()

    def _begin(self) -> None:
        """Lay the preset for new chats over the model of a chat without a message, once for each of its models."""
        session, begun = self._desk.session, (self._desk.session.id, self._models.model_id)
        if session.is_written or begun == self._begun:
            return
        self._begun = begun
        try:
            preset = self._desk.app.new_chats.preset
        except NotFoundError as error:
            self._desk.warn(str(error))
            return
        if preset is None or session.conversation.settings.parameters:
            return
        if parameters := self._laid(preset).parameters:
            self._models.configure(session, parameters=parameters)

    def _choices(self) -> list[Choice]:
        settings = self._desk.session.conversation.settings
        shown = [(preset, self._laid(preset)) for preset in self._desk.app.presets.list()]
        return preset_choices(shown, frozenset(self._desk.app.presets.own), settings.parameters, prefix=_PRESET)

    def _laid(self, preset: Preset) -> Applied:
        if self._models.model_id == AUTO_MODEL:
            return Applied(parameters=preset.parameters)  # whoever is chosen gets what it takes of it
        info = self._models.info
        return applied(
            preset,
            info.capabilities if info is not None else Capabilities(),
            model=info.title if info is not None else tr("The model"),
        )

    def _chosen(self, choice: str) -> None:
        self._overlay.close_panel()
        self._apply(self._desk.app.presets.get(choice.removeprefix(_PRESET)))

    def _apply(self, preset: Preset) -> None:
        laid = self._laid(preset)
        notes = " ".join(laid.notes)
        if not laid.parameters:
            self._desk.warn(tr("{preset} changes nothing here. {notes}", preset=preset.title, notes=notes))
            return
        session = self._desk.session
        before = session.conversation.settings.parameters
        self._models.configure(session, parameters=laid.parameters)
        self._desk.say(
            tr("{preset} is applied. {notes}", preset=preset.title, notes=notes).strip(),
            action=tr("Undo"),
            call=lambda: self._models.configure(session, parameters=before),
        )

    def _follow(self, link: str) -> None:
        self._overlay.close_panel()
        if link == _KEEP:
            self._keep()
        elif self._desk.session.conversation.settings.parameters:
            self._ask_title()
        else:
            self._desk.warn(tr("Nothing is set: change a parameter first, then save it as a preset."))

    def _ask_title(self) -> None:
        if self.saving is None:
            self.saving = SavePresetDialog(self._desk.window)
            self.saving.save_requested.connect(self._save)
        self.saving.open_empty(self._desk.session.conversation.settings.parameters)

    def _save(self, title: str) -> None:
        parameters = dict(self._desk.session.conversation.settings.parameters)
        self._desk.scope.spawn(self._saved(title, parameters), name="save preset")

    async def _saved(self, title: str, parameters: dict[str, object]) -> None:
        assert self.saving is not None
        try:
            preset = await self._desk.app.presets.save(title, parameters)
        except BatonError as error:
            way = self._desk.way_out(error, lambda: self._save(title))
            self.saving.set_problem(str(error), way)
            return
        self.saving.close()
        self._desk.say(tr("{preset} is among your presets.", preset=preset.title))

    def _keep(self) -> None:
        if self.keeping is None:
            self.keeping = PresetsDialog(self._desk.window)
            self.keeping.rename_requested.connect(self._rename)
            self.keeping.delete_requested.connect(self._delete)
        self._show_own()
        self.keeping.show()
        self.keeping.raise_()

    def _show_own(self) -> None:
        if self.keeping is not None:
            own = sorted(self._desk.app.presets.own.values(), key=lambda preset: preset.title.casefold())
            self.keeping.set_presets(own)

    def _rename(self, name: str, title: str) -> None:
        self._desk.scope.spawn(self._renamed(name, title), name="rename preset")

    async def _renamed(self, name: str, title: str) -> None:
        assert self.keeping is not None
        try:
            await self._desk.app.presets.rename(name, title)
        except BatonError as error:
            way = self._desk.way_out(error, lambda: self._rename(name, title))
            self.keeping.set_problem(str(error), way)
        else:
            self.keeping.set_problem("")
        self._show_own()

    def _delete(self, name: str) -> None:
        self._desk.scope.spawn(self._deleted(name), name="delete preset")

    async def _deleted(self, name: str) -> None:
        assert self.keeping is not None
        try:
            preset = await self._desk.app.presets.delete(name)
        except BatonError as error:
            self.keeping.set_problem(str(error), self._desk.way_out(error, lambda: self._delete(name)))
            return
        self.keeping.set_problem("")
        self._show_own()

        def undo() -> None:
            self._desk.scope.spawn(self._put_back(preset), name="put preset back")

        self._desk.say(tr("{preset} was deleted.", preset=preset.title), action=tr("Undo"), call=undo)

    async def _put_back(self, preset: Preset) -> None:
        await self._desk.app.presets.put(preset)
        self._show_own()
