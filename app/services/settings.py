"""The settings in force, their changes, and who wants to know of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.domain.models import Endpoint
from app.domain.ports import SettingsStore
from app.domain.settings import Settings


class SettingsService:
    """Holds the one :class:`Settings` value in force; changes are validated, saved, then announced."""

    def __init__(self, store: SettingsStore) -> None: ...

    @property
    def current(self) -> Settings:
        """The settings in force (loaded on construction; the file is small)."""
        raise NotImplementedError

    @property
    def notices(self) -> Sequence[str]:
        """Sentences for the person about a damaged or newer settings file."""
        raise NotImplementedError

    async def change(self, values: Mapping[str, object]) -> Settings:
        """Change some settings. Raises ``UsageError`` naming the first problem; then nothing is changed."""
        raise NotImplementedError

    async def set_endpoints(self, endpoints: Sequence[Endpoint]) -> Settings:
        """Replace the OpenAI-compatible endpoints. Raises ``UsageError`` for a bad name or URL."""
        raise NotImplementedError

    def subscribe(self, listener: Callable[[Settings], None]) -> Callable[[], None]:
        """Call ``listener`` after each change; the returned function ends that."""
        raise NotImplementedError
