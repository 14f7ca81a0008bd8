"""The person's corrections of what models are said to be: kept, changed, and laid over what providers tell."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.corrections import Correction, corrected
from app.domain.errors import NotFoundError, UsageError
from app.domain.language import tr
from app.domain.models import ModelInfo
from app.domain.ports import RecordStore


class CorrectionService:
    """Holds the corrections in force, read when the first of them is asked for (the file is small)."""

    def __init__(self, store: RecordStore[Correction]) -> None:
        self._store = store
        self._current: tuple[Correction, ...] | None = None
        self._listeners: list[Callable[[], None]] = []
        self._saving = asyncio.Lock()

    @property
    def current(self) -> Sequence[Correction]:
        """All that are in force."""
        if self._current is None:
            self._current = tuple(self._store.load())
        return self._current

    @property
    def notices(self) -> Sequence[str]:
        """Sentences for the person about entries of the file that are not used."""
        return self._store.notices

    def correct(self, info: ModelInfo) -> ModelInfo:
        """``info`` as the person has it."""
        return corrected(info, self.current)

    async def set(self, correction: Correction) -> None:
        """Put ``correction`` in the place of what was said of its model. Raises ``UsageError`` and ``StorageError``."""
        correction = replace(correction, title=(correction.title or "").strip() or None)
        if (problem := correction.problem) is not None:
            raise UsageError(problem, remedy=tr("Nothing was changed."))
        if correction.says_nothing:
            raise UsageError(
                tr("Nothing of {model} was corrected.", model=repr(correction.model)),
                remedy=tr("Give at least one fact."),
            )
        async with self._saving:
            kept = [item for item in self.current if item.model != correction.model]
            await self._put((*kept, correction), correction.model)

    async def clear(self, model: str) -> None:
        """Forget the correction of ``model``. Raises ``NotFoundError`` and ``StorageError``."""
        async with self._saving:
            kept = tuple(item for item in self.current if item.model != model)
            if len(kept) == len(self.current):
                raise NotFoundError(tr("Nothing of {model} was corrected.", model=repr(model)), remedy=self._those())
            await self._put(kept, model)

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` after each change."""
        self._listeners.append(listener)

    async def _put(self, corrections: tuple[Correction, ...], model: str) -> None:
        new = next((item for item in corrections if item.model == model), None)
        await asyncio.to_thread(self._store.put, model, new)
        self._current = corrections
        for listener in tuple(self._listeners):
            listener()

    def _those(self) -> str:
        names = ", ".join(sorted(item.model for item in self.current))
        return tr("There are corrections of: {names}.", names=names) if names else tr("There are no corrections.")
