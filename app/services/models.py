"""Which models can be used, their keys and endpoints, and the way from a model id to its provider."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.errors import (
    BatonError,
    FilteredError,
    KeyProblemError,
    NotFoundError,
    TimedOutError,
    UnsupportedError,
    UsageError,
)
from app.domain.keys import is_key
from app.domain.language import tr
from app.domain.models import Endpoint, EndpointPreset, ModelId, ModelInfo, ProviderStatus
from app.domain.ports import (
    AnswerStage,
    ChatProvider,
    ChatRequest,
    CountsTokens,
    OffersBatches,
    Outgate,
    PlansContext,
    Proceed,
    SecretStore,
    TakesUnlistedModels,
    VendorBatches,
)
from app.domain.refusals import refuse
from app.domain.stream import StreamEvent
from app.services.limits.breaker import Skip
from app.services.limits.lane import Urgency
from app.services.limits.requests import UNTIMED, RequestLimits
from app.services.settings import SettingsService

log = logging.getLogger(__name__)

_LIST_LIFE_S = 3600.0
_LIST_TIMEOUT_S = 20.0  # a list is short; who waits for it sees an empty window
_INFO_TIMEOUT_S = 5.0  # where a list would only refine what is assumed anyway, and an answer waits for it
_COUNT_TIMEOUT_S = 10.0  # an estimate does as well
_FAILURE_LIFE_S = 60.0


class KeyOrigin(StrEnum):
    """Where a provider's key comes from."""

    KEYRING = "keyring"
    THIS_RUN = "this run only"
    ENVIRONMENT = "from the environment"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Listing:
    models: tuple[ModelInfo, ...]
    at: float  # of the monotonic clock


class ModelService:
    """Models, providers and keys.

    ``well_known``: endpoints that can be switched on; those without a key are asked for their models only once the
    settings hold them. ``key_variables``: environment variables (read from ``environ``) that may hold a provider's
    key; they are used where none is stored, and never stored. ``other_keys``: titles of what takes a key without being
    a provider of models, by name. ``stages``: what every request passes on its way to a model, whoever asks, the
    outermost first. ``correct`` lays the person's own corrections over what a provider says of a model.
    ``outgate``: what a request passes that is only counted; without one, no vendor counts. ``local_servers`` finds
    servers of models on this machine. ``limits``: what stands before every provider. ``clock`` (seconds) is for tests.
    """

    def __init__(
        self,
        *,
        settings: SettingsService,
        secrets: SecretStore,
        providers: Callable[[], Mapping[str, ChatProvider]],  # by name; rebuilt when endpoints change
        well_known: Sequence[EndpointPreset] = (),
        key_variables: Mapping[str, str] | None = None,
        other_keys: Mapping[str, str] | None = None,
        environ: Mapping[str, str] | None = None,
        stages: Sequence[AnswerStage] = (),
        correct: Callable[[ModelInfo], ModelInfo] = lambda info: info,
        local_servers: Callable[[], Awaitable[Sequence[Endpoint]]] | None = None,
        outgate: Outgate | None = None,
        limits: RequestLimits | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._secrets = secrets
        self._providers = providers
        self._well_known = tuple(well_known)
        self._key_variables = dict(key_variables or {})
        self._other_keys = dict(other_keys or {})
        self._environ = dict(environ or {})
        self._stages = tuple(stages)
        self._correct = correct
        self._local_servers = local_servers
        self._outgate = outgate
        self.limits = limits or RequestLimits(settings=lambda: settings.current)
        self._clock = clock
        self._listings: dict[str, tuple[ChatProvider, _Listing]] = {}
        self._failed: dict[str, float] = {}  # when a list was last asked for in vain
        self._uncounted: dict[str, float] = {}  # when a vendor's counter last failed
        self._refused_keys: dict[str, bytes] = {}  # a mark of the key that a provider did not take
        self._problem: str | None = None

    @property
    def well_known(self) -> Sequence[EndpointPreset]:
        """Endpoints that a person can switch on, or that want only a key or an address."""
        return self._well_known

    async def find_local_servers(self) -> Sequence[Endpoint]:
        """Servers of models that answer on this machine now, whether switched on or not."""
        return () if self._local_servers is None else await self._local_servers()

    async def statuses(self, *, refresh: bool = False) -> Sequence[ProviderStatus]:
        """Every provider with its models or the reason why not; one provider's failure never hides another's.

        Lists are kept for an hour (``refresh`` asks again); providers without a key are not asked.
        """
        origins = await self.key_origins()
        dormant = self._dormant()
        chosen = [provider for name, provider in self._providers().items() if name not in dormant]
        statuses = await asyncio.gather(
            *(self._status(provider, has_key=provider.name in origins, refresh=refresh) for provider in chosen)
        )
        for provider in self.limits.skips():
            await self.skip(provider)  # one whose key has changed is skipped no more
        skipped = self.limits.skips()
        return [
            replace(status, skipped=skipped.get(status.name), key_variable=self._variable(status.name, origins))
            for status in statuses
        ]

    async def info(self, model: ModelId) -> ModelInfo:
        """What is known of a model. A name its provider does not list is still usable, with that provider's default
        capabilities (a fine-tuned or brand-new id). Raises ``NotFoundError`` for an unknown provider or local name.
        """
        provider = self._provider(model.provider)
        takes_any = isinstance(provider, TakesUnlistedModels)
        fault: BatonError | None = None
        if self._listed(provider, model) is None and await self._may_list(provider, patient=not takes_any):
            try:
                await self._list(provider, _INFO_TIMEOUT_S if takes_any else _LIST_TIMEOUT_S)
            except BatonError as problem:
                fault = problem
        if (listed := self._listed(provider, model)) is not None:
            return listed
        if isinstance(provider, TakesUnlistedModels):
            return self._correct(provider.unlisted(model.name))
        raise fault or _no_model(model)

    async def listed(self, provider: str) -> Sequence[ModelInfo]:
        """The models that one provider offers now; none where it cannot be asked."""
        try:
            asked = self._provider(provider)
            if await self._may_list(asked, patient=True):
                await self._list(asked)
        except BatonError as problem:
            log.info("the models of %s could not be listed: %s", provider, problem.fault_kind)
            return ()
        listing = self._kept(asked)
        return () if listing is None else listing.models

    async def has_key(self, provider: str) -> bool:
        """Whether ``provider`` can be asked at all: it has its key, or takes none. Raises ``NotFoundError``."""
        return not self._provider(provider).needs_key or provider in await self.key_origins()

    async def skip(self, provider: str) -> Skip | None:
        """Why ``provider`` is to be passed over where another can answer, or ``None``: a key that was set since it
        refused one, by whomever, gives it another try.
        """
        skip = self.limits.skip(provider)
        if skip is None or skip.left_s is not None or provider not in self._refused_keys:
            return skip
        if await asyncio.to_thread(self._key_mark, provider) == self._refused_keys[provider]:
            return skip
        self.limits.reset(provider)
        return None

    def stream(
        self, model: ModelId, request: ChatRequest, *, urgency: Urgency = Urgency.PERSON
    ) -> AsyncIterator[StreamEvent]:
        """Answer ``request`` by ``model``. Checks parameters first; waits, retries and gives up as
        :mod:`app.services.limits` says.
        """
        return self._stream(model, request, urgency)

    async def context_tokens(self, model: ModelInfo) -> int | None:
        """How many tokens a model keeps in mind, as its provider has it loaded or else as it is listed; ``None`` where
        nobody says. Raises what answering raises.
        """
        provider = self._provider(model.id.provider)
        if isinstance(provider, PlansContext):
            return await provider.context_tokens(model.id.name)
        return model.capabilities.context_tokens

    async def count_tokens(self, model: ModelId, request: ChatRequest) -> int | None:
        """How many tokens ``request`` is, by the provider's own count; ``None`` where it has none, or a vendor's fails.

        A local model is loaded for it. A vendor is sent the request as an answer's stages would send it, and is not
        asked again for a minute after it failed. Raises what answering raises.
        """
        provider = self._provider(model.provider)
        if not isinstance(provider, CountsTokens):
            return None
        await self._refuse(provider, model, request)
        asked = replace(request, model=model.name)
        if provider.name in UNTIMED:
            return await provider.count_tokens(asked)
        failed_at = self._uncounted.get(provider.name)
        if self._outgate is None or (failed_at is not None and self._clock() - failed_at < _FAILURE_LIFE_S):
            return None
        try:
            sent = (await self._outgate.outgoing(await self.info(model), asked, keep=False)).request
        except FilteredError:
            return None  # it is not sent anywhere, and who asks for the answer is told why
        try:
            async with asyncio.timeout(_COUNT_TIMEOUT_S):
                return await provider.count_tokens(sent)
        except (BatonError, TimeoutError) as fault:
            self._uncounted[provider.name] = self._clock()
            why = fault.fault_kind if isinstance(fault, BatonError) else type(fault).__name__
            log.info("%s could not count the tokens of a request: %s", provider.title, why)
            return None

    async def prepare(self, model: ModelInfo) -> None:
        """Have at hand what the first request to ``model`` would else wait for; raises nothing."""
        if self._outgate is not None:
            await self._outgate.prepare(model)

    def batches(self, model: ModelId) -> VendorBatches:
        """The interface of a model's vendor for many requests at once. Raises ``UnsupportedError`` if it has none."""
        provider = self._provider(model.provider)
        batches = provider.batches if isinstance(provider, OffersBatches) else None
        if batches is None:
            raise UnsupportedError(
                tr("{title} takes no batches.", title=provider.title),
                remedy=tr("Leave --provider-batch out, or choose a model of Anthropic or OpenAI."),
            )
        return batches

    async def set_key(self, provider: str, key: str) -> str | None:
        """Keep a key. Returns a sentence where it could be kept for this run only. Raises ``UsageError``."""
        if not self._takes_key(provider):
            raise UsageError(
                tr("There is no provider {provider} that takes a key.", provider=repr(provider)),
                remedy=tr("These do: {names}.", names=", ".join(self.key_takers)),
            )
        trimmed = key.strip()
        if not trimmed:
            raise UsageError(tr("The key is empty."), remedy=tr("Nothing was changed; paste the key once more."))
        if not is_key(trimmed):
            raise UsageError(
                tr("This is no key: it holds blanks or characters that no key has."), remedy=tr("Copy the key alone.")
            )
        await asyncio.to_thread(self._secrets.set, provider, trimmed)
        self._listings.pop(provider, None)
        self._failed.pop(provider, None)
        self.limits.reset(provider)
        self._problem = await asyncio.to_thread(lambda: self._secrets.problem)
        return self._problem

    async def remove_key(self, provider: str) -> None:
        """Forget a key. Raises ``NotFoundError``."""
        self._listings.pop(provider, None)
        self.limits.reset(provider)
        try:
            await asyncio.to_thread(self._secrets.remove, provider)
        except NotFoundError:
            if self._from_environment(provider):
                raise NotFoundError(
                    tr(
                        "Baton keeps no key for {provider}: the one in use comes from the environment.",
                        provider=repr(provider),
                    ),
                    remedy=tr("Unset {variable}.", variable=self._key_variables[provider]),
                ) from None
            raise

    async def key_origins(self) -> Mapping[str, KeyOrigin]:
        """Which providers have a key, and where it comes from; never a key."""
        return await asyncio.to_thread(self._origins)

    @property
    def key_takers(self) -> Sequence[str]:
        """The names of the providers that take a key."""
        return tuple(sorted({*self._other_keys, *(name for name in self._providers() if self._takes_key(name))}))

    async def other_key_statuses(self) -> Sequence[ProviderStatus]:
        """Whether there are keys for what is no provider of models (a hub to download from)."""
        origins = await self.key_origins()
        return tuple(
            ProviderStatus(
                name=name,
                title=title,
                needs_key=True,
                has_key=name in origins,
                key_variable=self._variable(name, origins),
            )
            for name, title in self._other_keys.items()
        )

    @property
    def keyring_problem(self) -> str | None:
        """Why keys live only as long as this run, or ``None``; known once keys were looked at or one was set.

        Never asks the keyring itself, which may be waiting for its owner to unlock it.
        """
        return self._problem

    def forget_list(self, provider: str) -> None:
        """Ask ``provider`` for its models again when they are next wanted."""
        self._listings.pop(provider, None)

    def _provider(self, name: str) -> ChatProvider:
        providers = self._providers()
        try:
            return providers[name]
        except KeyError:
            raise NotFoundError(
                tr("There is no provider {name}.", name=repr(name)),
                remedy=tr(
                    "There are: {providers}; others can be added in Settings > Endpoints.",
                    providers=", ".join(sorted(providers)),
                ),
            ) from None

    def _takes_key(self, name: str) -> bool:
        provider = self._providers().get(name)
        return name in self._other_keys or (provider is not None and provider.needs_key)

    def _dormant(self) -> set[str]:
        switched_on = {endpoint.name for endpoint in self._settings.current.endpoints}
        known = [preset.endpoint for preset in self._well_known]
        return {endpoint.name for endpoint in known if not endpoint.needs_key and endpoint.name not in switched_on}

    def _from_environment(self, name: str) -> bool:
        return bool(self._environ.get(self._key_variables.get(name, ""), "").strip())

    def _variable(self, name: str, origins: Mapping[str, KeyOrigin]) -> str:
        """The environment variable that a key in use is from; empty for one that is from elsewhere."""
        return self._key_variables[name] if origins.get(name) is KeyOrigin.ENVIRONMENT else ""

    def _origins(self) -> Mapping[str, KeyOrigin]:
        stored = {name for name in self.key_takers if self._secrets.get(name)}
        self._problem = self._secrets.problem
        kept = KeyOrigin.KEYRING if self._problem is None else KeyOrigin.THIS_RUN
        return {
            name: kept if name in stored else KeyOrigin.ENVIRONMENT
            for name in self.key_takers
            if name in stored or self._from_environment(name)
        }

    async def _status(self, provider: ChatProvider, *, has_key: bool, refresh: bool) -> ProviderStatus:
        status = ProviderStatus(name=provider.name, title=provider.title, needs_key=provider.needs_key, has_key=has_key)
        if provider.needs_key and not has_key:
            return replace(status, problem=tr("There is no key. Set one: baton keys set {name}", name=provider.name))
        if refresh or provider.name in UNTIMED or self._kept(provider) is None:
            try:
                await self._list(provider)
            except BatonError as problem:
                return replace(status, problem=str(problem))
            except Exception:
                # A fault of one provider's code must not hide the others.
                log.exception("the models of %s could not be listed", provider.name)
                return replace(
                    status, problem=tr("{title} failed in Baton itself; its log says why.", title=provider.title)
                )
        listing = self._kept(provider)
        return status if listing is None else replace(status, models=tuple(map(self._correct, listing.models)))

    async def _may_list(self, provider: ChatProvider, *, patient: bool) -> bool:
        """Whether asking for a list may tell more of a model: not again within the hour, nor soon after a failure."""
        if provider.name in UNTIMED:
            return True
        if self._kept(provider) is not None:
            return False
        failed_at = self._failed.get(provider.name)
        if not patient and failed_at is not None and self._clock() - failed_at < _FAILURE_LIFE_S:
            return False
        return not provider.needs_key or provider.name in await self.key_origins()

    async def _list(self, provider: ChatProvider, timeout_s: float = _LIST_TIMEOUT_S) -> None:
        self._failed[provider.name] = self._clock()
        try:
            async with asyncio.timeout(None if provider.name in UNTIMED else timeout_s):
                models = tuple(await provider.models())
        except TimeoutError:
            raise TimedOutError(
                tr("{title} did not list its models in time.", title=provider.title),
                remedy=tr("Check the network and try again."),
            ) from None
        self._failed.pop(provider.name, None)
        self._listings[provider.name] = (provider, _Listing(models=models, at=self._clock()))

    def _kept(self, provider: ChatProvider) -> _Listing | None:
        """The list of this very provider, if it is younger than an hour."""
        kept = self._listings.get(provider.name)
        if kept is None or kept[0] is not provider or self._clock() - kept[1].at >= _LIST_LIFE_S:
            return None
        return kept[1]

    def _listed(self, provider: ChatProvider, model: ModelId) -> ModelInfo | None:
        listing = self._kept(provider)
        found = None if listing is None else next((info for info in listing.models if info.id == model), None)
        return None if found is None else self._correct(found)

    async def _refuse(self, provider: ChatProvider, model: ModelId, request: ChatRequest) -> None:
        known = self._listed(provider, model)
        if known is None and isinstance(provider, TakesUnlistedModels):
            known = self._correct(provider.unlisted(model.name))
        refuse(known or await self.info(model), request)

    async def _stream(self, model: ModelId, request: ChatRequest, urgency: Urgency) -> AsyncGenerator[StreamEvent]:
        provider = self._provider(model.provider)
        await self._refuse(provider, model, request)

        def ask(asked: ChatRequest) -> AsyncGenerator[StreamEvent]:
            return self._ask(provider, replace(asked, model=model.name), urgency)

        proceed: Proceed = ask
        if self._stages:
            info = await self.info(model)
            for stage in reversed(self._stages):
                proceed = _staged(stage, info, proceed)
        async with aclosing(proceed(request)) as events:
            async for event in events:
                yield event

    async def _ask(self, provider: ChatProvider, request: ChatRequest, urgency: Urgency) -> AsyncGenerator[StreamEvent]:
        try:
            async with aclosing(self.limits.stream(provider, request, urgency=urgency)) as events:
                async for event in events:
                    yield event
        except KeyProblemError:
            self._refused_keys[provider.name] = await asyncio.to_thread(self._key_mark, provider.name)
            raise

    def _key_mark(self, provider: str) -> bytes:
        """Tells one key of a provider from another, and nothing else of it. Blocks as the keyring does."""
        key = self._secrets.get(provider) or self._environ.get(self._key_variables.get(provider, ""), "")
        return hashlib.sha256(key.encode("utf-8", "replace")).digest()


def _staged(stage: AnswerStage, info: ModelInfo, proceed: Proceed) -> Proceed:
    return lambda request: stage.stream(info, request, proceed)


def _no_model(model: ModelId) -> NotFoundError:
    return NotFoundError(
        tr("There is no model {model}.", model=repr(str(model))), remedy=tr("baton models lists those you can use.")
    )
