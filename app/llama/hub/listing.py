"""The port ``ModelHub`` over Hugging Face's interface: a search, and what a repository holds for this machine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from app.domain.hub import HubModel, HubPage, HubRepository
from app.domain.language import tr
from app.domain.settings import Settings
from app.llama.gguf.header import GgufFacts
from app.llama.hub.catalogue import HubConnection, HubSession, malformed
from app.llama.hub.contents import REPOSITORY, Contents, checked_name, is_count, licence_of, no_gguf, read_contents
from app.llama.hub.fit import facts_of_one, judged
from app.llama.probe import MachineProbe

_MOST_FOUND = 100


class HubCatalogue:
    """The port ``ModelHub``."""

    def __init__(self, hub: HubConnection, probe: MachineProbe) -> None:
        self._hub = hub
        self._probe = probe

    def search(self, text: str, *, limit: int, following: str, cancelled: Callable[[], bool]) -> HubPage:
        """Repositories with GGUF files, the most downloaded first. Raises what the connection raises."""

        async def work(session: HubSession) -> HubPage:
            wanted: dict[str, object] = {
                "search": text,
                "filter": "gguf",
                "sort": "downloads",
                "direction": -1,
                "limit": max(1, min(limit, _MOST_FOUND)),
                "expand": ["downloads", "likes", "lastModified", "gated", "private", "tags", "gguf"],
            }
            found, more = await session.data("/api/models", wanted | ({"cursor": following} if following else {}))
            if not isinstance(found, list):
                raise malformed(tr("no list of models"))
            models = tuple(model for item in found if (model := _found(item)) is not None)
            if found and not models:
                raise malformed(tr("a list of something else than models"))
            return HubPage(models=models, following=more)

        return self._hub.run(work, subject="", cancelled=cancelled)

    def repository(self, name: str, settings: Settings, cancelled: Callable[[], bool]) -> HubRepository:
        """A repository's model files, with estimates of what fits.

        Raises :class:`NotFoundError`, :class:`UsageError` for what is no repository, and what the connection raises.
        """
        contents = self._hub.run(
            lambda session: read_contents(session, name), subject=checked_name(name), cancelled=cancelled
        )
        if not contents.models:
            raise no_gguf(name)
        return judged(contents, settings, self._probe.machine(), None)

    def measured(self, name: str, settings: Settings, cancelled: Callable[[], bool]) -> HubRepository:
        """Like :meth:`repository`, with the fits worked out from a model's own metadata, read from the hub.

        Where that cannot be read, the estimates stand.
        """

        async def work(session: HubSession) -> tuple[Contents, GgufFacts | None]:
            contents = await read_contents(session, name)
            return contents, await facts_of_one(session, contents)

        contents, facts = self._hub.run(work, subject=checked_name(name), cancelled=cancelled)
        if not contents.models:
            raise no_gguf(name)
        return judged(contents, settings, self._probe.machine(), facts)


def _found(item: object) -> HubModel | None:
    """A repository as a search describes it; ``None`` for what is none."""
    if not isinstance(item, dict):
        return None
    name = item.get("id") or item.get("modelId")
    if not isinstance(name, str) or not REPOSITORY.fullmatch(name):
        return None
    gguf = item.get("gguf")
    total = gguf.get("total") if isinstance(gguf, dict) else None
    return HubModel(
        repository=name,
        downloads=item["downloads"] if is_count(item.get("downloads")) else None,
        likes=item["likes"] if is_count(item.get("likes")) else None,
        updated_at=_time(item.get("lastModified")),
        is_gated=bool(item.get("gated")) or bool(item.get("private")),
        licence=licence_of(item.get("tags")),
        parameters=total if is_count(total) else None,
    )


def _time(value: object) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        return None
    return time if time.tzinfo is not None else time.replace(tzinfo=UTC)
