"""The presets of parameters: those that ship with Baton, and the person's own beside or in place of them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.errors import NotFoundError, UsageError
from app.domain.language import tr
from app.domain.ports import RecordStore
from app.domain.presets import SHIPPED, Preset, name_of


class PresetService:
    """Finds, keeps, renames and deletes presets. The file is small, and read when it is first asked for."""

    def __init__(self, store: RecordStore[Preset]) -> None:
        self._store = store
        self._own: dict[str, Preset] | None = None
        self._saving = asyncio.Lock()

    @property
    def notices(self) -> Sequence[str]:
        """Sentences for the person about entries of the file that are not used."""
        return self._store.notices

    @property
    def own(self) -> Mapping[str, Preset]:
        """The person's, by name."""
        if self._own is None:
            self._own = {preset.name: preset for preset in self._store.load()}
        return self._own

    def list(self) -> Sequence[Preset]:
        """All of them: the shipped ones in their order, then the person's by title."""
        shipped = {
            preset.name: self.own.get(preset.name, replace(preset, title=tr(preset.title))) for preset in SHIPPED
        }
        others = [preset for name, preset in self.own.items() if name not in shipped]
        return (*shipped.values(), *sorted(others, key=lambda preset: preset.title.casefold()))

    def get(self, name: str) -> Preset:
        """The preset of that name, or of that title. Raises ``NotFoundError`` naming those there are."""
        presets = self.list()
        for preset in presets:
            if preset.name == name:
                return preset
        for preset in presets:
            if preset.title.casefold() == name.casefold():
                return preset
        names = ", ".join(preset.name for preset in presets)
        raise NotFoundError(
            tr("There is no preset {name!r}.", name=name[:60]), remedy=tr("There are: {names}.", names=names)
        )

    async def save(self, title: str, parameters: Mapping[str, object]) -> Preset:
        """Keep ``parameters`` under a title that nothing has yet. Raises ``UsageError`` and ``StorageError``."""
        title = title.strip()
        self._refuse_taken(title, None)
        preset = Preset(
            name=name_of(title, [preset.name for preset in self.list()]), title=title, parameters=dict(parameters)
        )
        await self.put(preset)
        return preset

    async def put(self, preset: Preset) -> None:
        """Keep ``preset`` in place of one of the same name. Raises ``UsageError`` and ``StorageError``."""
        if (problem := preset.problem) is not None:
            raise UsageError(problem, remedy=tr("Nothing was saved."))
        async with self._saving:
            await asyncio.to_thread(self._store.put, preset.name, preset)
            self._own = {**self.own, preset.name: preset}

    async def rename(self, name: str, title: str) -> Preset:
        """Give one of the person's presets another title; its name stays. Raises as :meth:`put`, ``NotFoundError``."""
        known = self._own_one(name)
        self._refuse_taken(title.strip(), name)
        renamed = replace(known, title=title.strip())
        await self.put(renamed)
        return renamed

    async def delete(self, name: str) -> Preset:
        """Forget one of the person's presets; a shipped one of that name is then back. Raises ``NotFoundError``."""
        known = self._own_one(name)
        async with self._saving:
            await asyncio.to_thread(self._store.put, name, None)
            self._own = {key: preset for key, preset in self.own.items() if key != name}
        return known

    def _own_one(self, name: str) -> Preset:
        if name not in self.own:
            if any(preset.name == name for preset in SHIPPED):
                raise UsageError(
                    tr("{name!r} comes with Baton.", name=name), remedy=tr("Save one of your own beside it.")
                )
            self.get(name)
        return self.own[name]

    def _refuse_taken(self, title: str, name: str | None) -> None:
        for preset in self.list():
            if preset.title.casefold() == title.casefold() and preset.name != name:
                raise UsageError(
                    tr("There is a preset {title!r} already.", title=title), remedy=tr("Choose another title.")
                )
