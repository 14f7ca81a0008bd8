"""The settings in force, their changes, and who wants to know of them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from app.domain.errors import UsageError
from app.domain.hosts import is_private_host
from app.domain.language import tr
from app.domain.models import APIS, OWN_PROVIDERS, Endpoint
from app.domain.ports import SettingsStore
from app.domain.settings import Settings, problems

_NAME = re.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")


class SettingsService:
    """Holds the one :class:`Settings` value in force; changes are validated, saved, then announced."""

    def __init__(self, store: SettingsStore) -> None:
        self._store = store
        self._listeners: list[Callable[[Settings], None]] = []
        self._saving = asyncio.Lock()
        loaded = store.load()
        self._notices = list(store.notices)
        self._filed = loaded.endpoints
        self._current = replace(loaded, endpoints=self._sound(loaded.endpoints))

    @property
    def current(self) -> Settings:
        """The settings in force (loaded on construction; the file is small)."""
        return self._current

    @property
    def notices(self) -> Sequence[str]:
        """Sentences for the person about a damaged or newer settings file."""
        return tuple(dict.fromkeys([*self._notices, *self._store.notices]))

    async def change(self, values: Mapping[str, object]) -> Settings:
        """Change some settings. Raises ``UsageError`` naming the first problem; then nothing is changed."""
        for name, problem in problems(values).items():
            raise UsageError(problem, remedy=tr("Nothing was changed; mend {name} and try again.", name=name))
        taken = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
        async with self._saving:
            # problems() has checked each value against the type of its field.
            return await self._put(replace(self._current, **taken))  # type: ignore[arg-type]

    async def set_endpoints(self, endpoints: Sequence[Endpoint]) -> Settings:
        """Replace the OpenAI-compatible endpoints. Raises ``UsageError`` for a bad name or URL.

        A plain ``http`` URL is taken only for this machine and for private networks (a model server in the next room):
        to any other host the key and the conversation would travel readable by everybody on the way.
        """
        taken: set[str] = set()
        kept = []
        for endpoint in endpoints:
            endpoint = replace(endpoint, url=endpoint.url.strip().rstrip("/"), title=endpoint.title.strip())
            problem = endpoint_problem(endpoint, taken)
            if problem is not None:
                raise UsageError(problem, remedy=tr("Nothing was changed."))
            taken.add(endpoint.name)
            kept.append(endpoint)
        async with self._saving:
            return await self._put(replace(self._current, endpoints=tuple(kept)))

    def subscribe(self, listener: Callable[[Settings], None]) -> Callable[[], None]:
        """Call ``listener`` after each change; the returned function ends that."""

        def entry(settings: Settings) -> None:  # an object of its own: what is subscribed twice is ended once for each
            listener(settings)

        self._listeners.append(entry)

        def end() -> None:
            if entry in self._listeners:
                self._listeners.remove(entry)

        return end

    async def _put(self, settings: Settings) -> Settings:
        if settings != self._current:
            # Endpoints of an edited file that are not used stay in it until the list is replaced.
            filed = self._filed if settings.endpoints == self._current.endpoints else settings.endpoints
            await asyncio.to_thread(self._store.save, replace(settings, endpoints=filed))
            self._current, self._filed = settings, filed
            for listener in tuple(self._listeners):
                listener(settings)
        return settings

    def _sound(self, endpoints: Sequence[Endpoint]) -> tuple[Endpoint, ...]:
        """The endpoints of an edited file that may be used; the others are told and left in the file."""
        taken: set[str] = set()
        sound = []
        for endpoint in endpoints:
            problem = endpoint_problem(endpoint, taken)
            if problem is None:
                taken.add(endpoint.name)
                sound.append(endpoint)
            else:
                self._notices.append(tr("An endpoint in the settings file is not used: {problem}", problem=problem))
        return tuple(sound)


def endpoint_problem(endpoint: Endpoint, taken: set[str]) -> str | None:
    """Why ``endpoint`` cannot be used beside the names ``taken``, as a sentence, or ``None`` if it can."""
    name = endpoint.name
    if not _NAME.fullmatch(name):
        return tr(
            "{name} is no name for an endpoint: use up to 40 small letters, digits and hyphens, as in my-server.",
            name=repr(name),
        )
    if name in OWN_PROVIDERS:
        return tr("{name} is the name of a provider of Baton's own; choose another.", name=repr(name))
    if name in taken:
        return tr("There are two endpoints named {name}; give one another name.", name=repr(name))
    if endpoint.api not in ("", *dict(APIS)):
        return tr(
            "The interface of {name} is one of {names}; not {api}.",
            name=repr(name),
            names=", ".join(dict(APIS)),
            api=repr(endpoint.api),
        )
    return _url_problem(endpoint.url)


def _url_problem(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return tr("{url} is no address. Write it as https://host/v1.", url=repr(url))
    if "@" in parts.netloc:
        return tr("An endpoint's address holds no user or password; keep the key with: baton keys set NAME.")
    if parts.scheme not in ("http", "https") or not host or port == 0 or re.search(r"[\s\\]", url):
        return tr("{url} is no http or https address. Write it as https://host/v1.", url=repr(url))
    if parts.query or parts.fragment:
        return tr(
            "The address of {host} ends in a query or a fragment, which an endpoint does not take. Write it as https://host/v1.",
            host=repr(host),
        )
    if parts.scheme == "http" and not is_private_host(host):
        return tr(
            "{host} is not on this machine or a private network, so its address must begin with https.", host=repr(host)
        )
    return None
