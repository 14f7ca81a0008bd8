"""Anthropic's models through its SDK: one request, one stream of domain events, every error of the SDK mapped.

Refuses to retry (the service does that) and to let an SDK type out.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager, aclosing
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from app.domain.errors import BatonError
from app.domain.models import ModelId, ModelInfo
from app.domain.ports import ChatRequest
from app.domain.stream import StreamEvent
from app.providers import faults
from app.providers.anthropic_batches import AnthropicBatches
from app.providers.anthropic_wire import MessagesStream, count_payload, payload
from app.providers.connection import Connections, refuse_unencrypted
from app.providers.exchanges import JSON_HEADERS, count_of, json_body, json_lines, mapping, patiently, text_of
from app.providers.faults import (
    Exchange,
    counted,
    cut,
    malformed,
    no_usable_key,
    silent,
    status_fault,
    status_of_kind,
    transport_fault,
)
from app.providers.keys import usable_key
from app.providers.prices import PriceList
from app.providers.profiles import (
    ANTHROPIC,
    Adjust,
    Profile,
    Thinking,
    anthropic_parameters,
    capabilities,
    profile_for,
    source_words,
    unadjusted,
)
from app.providers.rate_limits import rate_limits

if TYPE_CHECKING:
    import anthropic

ANTHROPIC_URL = "https://api.anthropic.com"
_PAGE = 1000


class AnthropicProvider:
    """Anthropic, or a gateway that speaks its Messages API at ``url``.

    ``key`` may block and is called on a thread for every request; ``None`` means that there is none.
    """

    needs_key = True

    def __init__(
        self,
        *,
        key: Callable[[], str | None],
        connections: Connections,
        prices: PriceList,
        name: str = "anthropic",
        title: str = "Anthropic",
        url: str = ANTHROPIC_URL,
        adjust: Adjust = unadjusted,
    ) -> None:
        self.name = name
        self.title = title
        self._key = key
        self._connections = connections
        self._prices = prices
        self._url = url.rstrip("/").removesuffix("/v1")
        self._adjust = adjust
        self._known: dict[str, Profile] = {}

    async def models(self) -> Sequence[ModelInfo]:
        """The models that the key can use, with what the models endpoint says of each."""
        exchange = self._exchange()
        with mapped(exchange):
            client = await self._client(exchange)
            found: list[ModelInfo] = []
            after: str | None = None
            while True:
                params: dict[str, object] = {"limit": _PAGE} | ({"after_id": after} if after else {})
                page = await client.get("/v1/models", cast_to=object, options={"params": params})
                if not isinstance(page, dict) or not isinstance(page.get("data"), list):
                    raise malformed(exchange, page)
                found += [info for entry in page["data"] if (info := self._listed(mapping(entry))) is not None]
                last = page.get("last_id")
                if not page.get("has_more") or not isinstance(last, str) or last == after:
                    return tuple(found)
                after = last

    def unlisted(self, model: str) -> ModelInfo:
        """What is assumed of a model that the endpoint did not name."""
        return self._info(model, model, self._profile(model), told=model in self._known)

    async def stream(self, request: ChatRequest) -> AsyncIterator[StreamEvent]:
        """Answer. Closing the iterator closes the connection, which stops the vendor's work."""
        profile = self._adjusted(request.model)
        exchange = Exchange(self.name, self.title, self._url, model=request.model)
        fold = MessagesStream(ModelId(self.name, request.model))
        with mapped(exchange):
            content = await json_body(partial(payload, request, profile, provider=self.name), stream=True)
            client = await self._client(exchange)
            from anthropic import AsyncStream

            source = await client.post(
                "/v1/messages",
                cast_to=object,
                content=content,
                options={"headers": JSON_HEADERS},
                stream=True,
                stream_cls=AsyncStream[object],
            )
            any_event = False
            async with source, aclosing(patiently(source, fold.patience_s)) as events:
                if (limits := rate_limits(source.response.headers)) is not None:
                    yield limits
                async for event in events:
                    if not isinstance(event, dict):
                        raise malformed(exchange, event)
                    any_event = True
                    for out in fold.feed(event):
                        exchange.started = True
                        yield out
            if not any_event:
                raise silent(exchange, source.response.headers.get("content-type", ""))
            if not fold.answered:
                raise cut(exchange)
            for out in fold.finish():
                yield out

    async def count_tokens(self, request: ChatRequest) -> int:
        """How many tokens the request is, by the vendor's own count; costs nothing but the time."""
        profile = self._adjusted(request.model)
        exchange = Exchange(self.name, self.title, self._url, model=request.model)
        with mapped(exchange):
            content = await json_body(partial(count_payload, request, profile, provider=self.name))
            client = await self._client(exchange)
            reply = await client.post(
                "/v1/messages/count_tokens", cast_to=object, content=content, options={"headers": JSON_HEADERS}
            )
            return counted(exchange, reply)

    @property
    def batches(self) -> AnthropicBatches:
        """The vendor's interface for many requests at once."""
        calls = _Calls(self._exchange, self._client)
        return AnthropicBatches(provider=self.name, calls=calls, profile=self._adjusted, exchange=self._exchange)

    @property
    def address(self) -> str:
        """Where it is reached."""
        return self._url

    async def aclose(self) -> None:
        """Nothing to do: the connections are shared, and closed by whoever opened them."""

    async def _client(self, exchange: Exchange) -> anthropic.AsyncAnthropic:
        exchange.key = usable_key(await asyncio.to_thread(self._key), provider=self.name, title=self.title)
        refuse_unencrypted(self._url, title=self.title)
        http_client = await self._connections.client()
        sdk = await asyncio.to_thread(_import_sdk)
        return sdk(
            api_key=exchange.key,
            base_url=self._url,
            max_retries=0,
            timeout=self._connections.timeout,
            http_client=http_client,
        )

    def _exchange(self) -> Exchange:
        return Exchange(self.name, self.title, self._url)

    def _adjusted(self, model: str) -> Profile:
        return self._adjust(ModelId(self.name, model), self._profile(model))

    def _profile(self, model: str) -> Profile:
        return self._known.get(model) or profile_for(model, ANTHROPIC)

    def _listed(self, entry: Mapping[str, object]) -> ModelInfo | None:
        name = text_of(entry.get("id"))
        if not name or entry.get("lifecycle") == "retired":
            return None
        profile = _told(entry, profile_for(name, ANTHROPIC))
        self._known[name] = profile
        return self._info(name, text_of(entry.get("display_name")) or name, profile, told=True)

    def _info(self, name: str, title: str, profile: Profile, *, told: bool) -> ModelInfo:
        price = self._prices.price(ANTHROPIC, name)
        return ModelInfo(
            id=ModelId(self.name, name),
            title=title,
            capabilities=capabilities(profile, anthropic_parameters(profile), model=title, vendor=self.title),
            price=price,
            source=source_words(ANTHROPIC, told_by=self.title if told else "", priced=price is not None),
        )


@dataclass(frozen=True, slots=True)
class _Calls:
    """The way to Anthropic for what is no answer."""

    exchange: Callable[[], Exchange]
    client: Callable[[Exchange], Awaitable[anthropic.AsyncAnthropic]]

    async def call(
        self,
        method: str,
        path: str,
        *,
        content: bytes | None = None,
        params: Mapping[str, object] | None = None,
        upload: bytes | None = None,
    ) -> Mapping[str, object]:
        assert upload is None, "Anthropic takes requests as they are"
        exchange = self.exchange()
        with mapped(exchange):
            client = await self.client(exchange)
            if method == "GET":
                return mapping(await client.get(path, cast_to=object, options={"params": params or {}}))
            return mapping(await client.post(path, cast_to=object, content=content, options={"headers": JSON_HEADERS}))

    async def lines(self, path: str) -> AsyncGenerator[Mapping[str, object]]:
        exchange = self.exchange()
        with mapped(exchange):
            client = await self.client(exchange)
            from anthropic import AsyncStream

            source = await client.get(path, cast_to=object, stream=True, stream_cls=AsyncStream[object])
            async with source, aclosing(json_lines(source.response.aiter_bytes())) as lines:
                async for line in lines:
                    yield line


def _import_sdk() -> type[anthropic.AsyncAnthropic]:
    from anthropic import AsyncAnthropic

    return AsyncAnthropic


def _told(entry: Mapping[str, object], assumed: Profile) -> Profile:
    """The assumed profile, put right by what the models endpoint says."""
    told = replace(
        assumed,
        context_tokens=count_of(entry.get("max_input_tokens")) or assumed.context_tokens,
        max_output_tokens=count_of(entry.get("max_tokens")) or assumed.max_output_tokens,
    )
    abilities = mapping(entry.get("capabilities"))
    if not abilities:
        return told

    def supported(*path: str) -> bool:
        value: Mapping[str, object] = abilities
        for step in path:
            value = mapping(value.get(step))
        return value.get("supported") is True

    thinking = told.thinking
    if not supported("thinking"):
        thinking = Thinking.NONE
    elif not supported("thinking", "types", "adaptive"):
        thinking = Thinking.BUDGET
    elif thinking not in (Thinking.ADAPTIVE, Thinking.ALWAYS):
        thinking = Thinking.ADAPTIVE
    efforts = tuple(level for level in ("low", "medium", "high", "xhigh", "max") if supported("effort", level)) or (
        told.efforts if thinking is not Thinking.NONE else ()
    )
    return replace(
        told,
        thinking=thinking,
        efforts=("low", "medium", "high") if thinking is Thinking.BUDGET else efforts,
        images=supported("image_input"),
        documents=supported("pdf_input") if "pdf_input" in abilities else told.documents,
        json_schema=supported("structured_outputs"),
    )


def mapped(exchange: Exchange) -> AbstractContextManager[None]:
    """Inside, every error of the SDK, and of the transport under it, becomes one of the domain's."""
    import anthropic

    return faults.mapped(exchange, sdk_error=anthropic.AnthropicError, sdk_fault=_sdk_fault)


def _sdk_fault(exchange: Exchange, fault: Exception) -> BatonError | None:
    """The domain's error for one of the SDK's own."""
    import anthropic

    match fault:
        case anthropic.APIStatusError():
            status = status_of_kind(fault.type, fault.status_code)
            said = fault.api_message or fault.message
            kind = f"{fault.type or ''} {fault.error_code or ''}".strip()
            return status_fault(exchange, status, said=said, kind=kind, headers=fault.response.headers)
        case anthropic.APIConnectionError():
            return transport_fault(exchange, fault)
        case anthropic.CredentialsError():
            return no_usable_key(exchange)
        case anthropic.APIResponseValidationError():
            return malformed(exchange, fault)
        case _:
            return None
