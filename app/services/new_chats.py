"""Which parameters a new chat begins with: those of a preset, laid over the model that will answer.

Where the model is chosen for each message, all of the preset stays, and whoever is chosen gets what it takes.
"""

from __future__ import annotations

from app.domain.errors import NotFoundError
from app.domain.language import tr
from app.domain.models import AUTO, ModelId
from app.domain.presets import Applied, Preset, applied
from app.services.models import ModelService
from app.services.presets import PresetService
from app.services.settings import SettingsService


class NewChats:
    """New chats' parameters."""

    def __init__(self, *, presets: PresetService, models: ModelService, settings: SettingsService) -> None:
        self._presets = presets
        self._models = models
        self._settings = settings

    @property
    def preset(self) -> Preset | None:
        """The preset that the settings name for new chats; ``None`` for none. Raises ``NotFoundError``."""
        name = self._settings.current.default_preset
        if not name:
            return None
        try:
            return self._presets.get(name)
        except NotFoundError as error:
            raise NotFoundError(
                tr("{message} The settings name it for new chats.", message=error.message),
                remedy=tr("{remedy} Choose another in Settings > Models.", remedy=error.remedy),
            ) from None

    async def laid(self, model: str | None, preset: str | None = None) -> Applied:
        """The preset called ``preset``, or else the one for new chats, as ``model`` (``None``: the default) takes it.

        A preset of the settings that is gone is named among the notes. Raises ``NotFoundError`` for one asked for.
        """
        try:
            chosen = self.preset if preset is None else self._presets.get(preset)
        except NotFoundError as error:
            if preset is not None:
                raise
            return Applied(parameters={}, notes=(str(error),))
        if chosen is None:
            return Applied(parameters={})
        asked = ModelId.parse(model or self._settings.current.default_model)
        if asked == AUTO:
            return Applied(parameters=chosen.parameters)
        info = await self._models.info(asked)
        return applied(chosen, info.capabilities, model=info.title)
