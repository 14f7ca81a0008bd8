"""Offers local models to other programs of this machine: starts and stops the server, keeps its key, says what it does.

Refuses to listen anywhere else, and to answer more at once than a machine can hold in mind.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Callable, Generator
from dataclasses import replace
from datetime import UTC, datetime

from app.domain.errors import RateLimitedError, UsageError
from app.domain.keys import is_key
from app.domain.language import tr
from app.domain.models import ModelId
from app.domain.ports import HttpServer, SecretStore
from app.domain.serving import ServedAnswer, ServingState
from app.services.serving.local_runner import PROVIDER, LocalRunner
from app.services.serving.site import OpenAISite
from app.services.settings import SettingsService

KEY_NAME = "serve"
LOOPBACK = "127.0.0.1"
_MOST_AT_ONCE = 64
_KEY_BYTES = 32
_SHORTEST_KEY = 16
_SILENCE_S = 10.0  # shorter than the patience of any client met
_HTTP_PORT = 80  # which clients leave out of the Host header


class ServingService:
    """The one server of this Baton. ``state`` changes are told to those who :meth:`subscribe`, on the loop's thread."""

    def __init__(
        self,
        *,
        server: HttpServer,
        keys: SecretStore,
        runner: LocalRunner,
        settings: SettingsService,
        silence_s: float = _SILENCE_S,
    ) -> None:
        self._silence_s = silence_s
        self._server = server
        self._keys = keys
        self._runner = runner
        self._settings = settings
        self._state = ServingState()
        self._listeners: list[Callable[[ServingState], None]] = []
        self._changing = asyncio.Lock()
        self._numbers = 0
        self._problem: str | None = None

    @property
    def state(self) -> ServingState:
        """How serving stands."""
        return self._state

    @property
    def key_problem(self) -> str | None:
        """Why the key lasts for this run only, or ``None``; known once the key was asked for."""
        return self._problem

    def subscribe(self, listener: Callable[[ServingState], None]) -> Callable[[], None]:
        """Call ``listener`` after each change; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    async def key(self) -> str:
        """The key that programs must send, made at its first use and kept in the keyring."""
        kept = await asyncio.to_thread(self._keys.get, KEY_NAME)
        if kept is None:
            return await self.new_key()
        self._problem = await asyncio.to_thread(lambda: self._keys.problem)
        return kept

    async def new_key(self) -> str:
        """Make another key. Programs that were given the one before are refused once the server is started again."""
        key = f"sk-baton-{secrets.token_urlsafe(_KEY_BYTES)}"
        await asyncio.to_thread(self._keys.set, KEY_NAME, key)
        self._problem = await asyncio.to_thread(lambda: self._keys.problem)
        return key

    async def start(
        self, *, host: str = LOOPBACK, port: int | None = None, key: str | None = None, only: ModelId | None = None
    ) -> ServingState:
        """Listen at ``host``; ``port`` is the settings' own where it is ``None``, and any free one where it is 0.

        ``key`` stands in for the kept one; ``only`` names the one model to offer. Raises ``UsageError`` and
        ``NotFoundError``.
        """
        if only is not None and only.provider != PROVIDER:
            raise UsageError(
                tr("{only} is not a local model.", only=repr(str(only))),
                remedy=tr("Only models on this machine are served: local:NAME."),
            )
        if key is not None and (not is_key(key) or len(key) < _SHORTEST_KEY):
            raise UsageError(
                tr(
                    "This is no key to serve with: it needs at least {count} printable characters without blanks.",
                    count=_SHORTEST_KEY,
                ),
                remedy=tr("Leave it out, and Baton makes one."),
            )
        async with self._changing:
            if self._state.is_on:
                raise UsageError(tr("Baton serves at {url} already.", url=self._state.url), remedy=tr("Stop it first."))
            self._runner.only = only.name if only is not None else None
            if only is not None:
                await self._runner.model(str(only))
            site = OpenAISite(
                runner=self._runner, key=key or await self.key(), admit=self._admit, silence_s=self._silence_s
            )
            wanted = self._settings.current.serve_port if port is None else port
            chosen = await self._server.start(site, host=host, port=wanted)
            shown = f"[{host}]" if ":" in host else host
            names = ("localhost", "127.0.0.1", "[::1]", shown.lower())
            site.hosts = frozenset(name if chosen == _HTTP_PORT else f"{name}:{chosen}" for name in names)
            self._tell(ServingState(url=f"http://{shown}:{chosen}/v1", port=chosen, only=only.name if only else None))
        return self._state

    async def load(self) -> None:
        """Load the one model that is offered, so that the first program does not wait for it."""
        if self._state.only is not None:
            await self._runner.load(self._state.only)

    async def stop(self) -> None:
        """Listen no longer; answers that run are cancelled. Safe to call twice."""
        async with self._changing:
            await self._server.stop()
            if self._state.is_on:
                self._tell(ServingState())

    @contextlib.contextmanager
    def _admit(self, what: str, model: str, program: str) -> Generator[None]:
        running = self._state.running
        if len(running) >= _MOST_AT_ONCE:
            raise RateLimitedError(f"{_MOST_AT_ONCE} answers are being written.", retry_after_s=1)
        self._numbers += 1
        answer = ServedAnswer(number=self._numbers, what=what, model=model, program=program, began=datetime.now(UTC))
        self._tell(replace(self._state, running=(*running, answer), asked=self._state.asked + 1))
        try:
            yield
        finally:
            left = tuple(other for other in self._state.running if other is not answer)
            self._tell(replace(self._state, running=left))

    def _tell(self, state: ServingState) -> None:
        self._state = state
        for listener in tuple(self._listeners):
            listener(state)
