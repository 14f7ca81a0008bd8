"""OpenAI's models, and those of every server that speaks its Chat Completions, through OpenAI's SDK.

OpenAI itself is spoken to by the Responses API: its newer models take tools and thinking together nowhere else.
Refuses to retry (the service does that), to let an SDK type out, and to send OpenAI's environment to anybody else.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractContextManager, aclosing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.domain.errors import BatonError, ProviderFaultError, UnsupportedError
from app.domain.models import ModelId, ModelInfo
from app.domain.ports import ChatRequest
from app.domain.stream import StreamEvent
from app.providers import faults, openai_chat, openai_responses
from app.providers.connection import Connections, is_loopback, refuse_unencrypted
from app.providers.exchanges import mapping, sequence, text_of
from app.providers.faults import (
    Exchange,
    cut,
    malformed,
    no_usable_key,
    silent,
    status_fault,
    status_of_kind,
    transport_fault,
)
from app.providers.keys import usable_key
from app.providers.ollama import shown_facts
from app.providers.openai_chat import ChatStream, Dialect
from app.providers.openai_responses import ResponsesStream
from app.providers.prices import PriceList
from app.providers.profiles import (
    OPENAI,
    Adjust,
    Profile,
    Thinking,
    as_private,
    capabilities,
    chat_parameters,
    is_chat_model,
    is_openai_chat_model,
    profile_for,
    responses_parameters,
    source_words,
    unadjusted,
)
from app.providers.told_facts import list_price, says_something, told

if TYPE_CHECKING:
    import openai
    from openai import Omit

OPENAI_URL = "https://api.openai.com/v1"
_OTHER_TYPES = ("audio", "embedding", "image", "moderation", "rerank", "transcribe", "video")  # as Together's list says
_LOCAL_OWNERS = ("llamacpp", "me", "vllm")  # what llama-server, llama-cpp-python and vLLM call themselves


@dataclass(frozen=True, kw_only=True, slots=True)
class Compatibility:
    """How a compatible vendor departs from the protocol.

    ``refused``: parameters it answers with an error. ``key_header``: where it wants the key, if not as a bearer's.
    ``shows_models``: it tells more of each model under ``/api/show``, as Ollama does. ``relays``: it passes on what it
    gets to other vendors, so that nothing there is private, wherever it runs.
    """

    dialect: Dialect = field(default_factory=Dialect)
    refused: tuple[str, ...] = ()
    key_header: str = ""
    shows_models: bool = False
    relays: bool = False


class _OpenAISdk:
    """What both kinds of provider share: a client for each request, and events as plain JSON."""

    def __init__(
        self,
        *,
        name: str,
        title: str,
        url: str,
        needs_key: bool,
        key: Callable[[], str | None],
        connections: Connections,
        own_environment: bool,
        key_header: str = "",
    ) -> None:
        self.name = name
        self.title = title
        self.needs_key = needs_key
        self._url = url.rstrip("/")
        self._key = key
        self._connections = connections
        self._own_environment = own_environment
        self._key_header = key_header

    async def aclose(self) -> None:
        """Nothing to do: the connections are shared, and closed by whoever opened them."""

    async def _client(self, exchange: Exchange) -> tuple[openai.AsyncOpenAI, dict[str, str | Omit]]:
        """A client for one request, and the headers it must send or leave out."""
        stored = await asyncio.to_thread(self._key)
        if self.needs_key or (stored or "").strip():
            exchange.key = usable_key(stored, provider=self.name, title=self.title)
            refuse_unencrypted(self._url, title=self.title)
        http_client = await self._connections.client()
        sdk, omit = await asyncio.to_thread(_import_sdk)
        client = sdk(
            api_key=exchange.key or "none",
            base_url=self._url,
            max_retries=0,
            timeout=self._connections.timeout,
            http_client=http_client,
        )
        headers: dict[str, str | Omit] = {} if exchange.key else {"Authorization": omit()}
        if not self._own_environment:
            client.organization = client.project = None
            custom = os.environ.get("OPENAI_CUSTOM_HEADERS", "")
            names = {line.partition(":")[0].strip() for line in custom.split("\n") if ":" in line}
            headers |= {name: omit() for name in names if name.lower() != "authorization"}
            if exchange.key:
                headers["Authorization"] = f"Bearer {exchange.key}"
        if exchange.key and self._key_header:
            headers |= {"Authorization": omit(), self._key_header: exchange.key}
        return client, headers

    async def _listed(self) -> list[Mapping[str, object]]:
        exchange = Exchange(self.name, self.title, self._url)
        with mapped(exchange):
            client, headers = await self._client(exchange)
            reply = await client.get("/models", cast_to=object, options={"headers": headers})
        entries = reply.get("data", reply.get("models")) if isinstance(reply, dict) else reply
        if not isinstance(entries, list):
            raise malformed(exchange, reply)
        return [mapping(entry) for entry in entries]

    async def moderate(self, text: str) -> Sequence[str]:
        """The categories that the endpoint's ``/moderations`` flags ``text`` for; empty where it may pass."""
        exchange = Exchange(self.name, self.title, self._url)
        with mapped(exchange):
            client, headers = await self._client(exchange)
            reply = await client.post(
                "/moderations", cast_to=object, body={"input": text}, options={"headers": headers}
            )
        results = [mapping(entry) for entry in sequence(mapping(reply).get("results"))]
        if not results or not all(isinstance(entry.get("flagged"), bool) for entry in results):
            raise malformed(exchange, reply)
        flagged = [entry for entry in results if entry["flagged"]]
        named = [name for entry in flagged for name, holds in mapping(entry.get("categories")).items() if holds is True]
        return tuple(dict.fromkeys(named)) or (("flagged",) if flagged else ())

    async def _events(
        self, exchange: Exchange, path: str, body: Mapping[str, object]
    ) -> AsyncGenerator[Mapping[str, object]]:
        """The events of one streamed answer, as JSON objects. At least one comes, or an error."""
        with mapped(exchange):
            client, headers = await self._client(exchange)
            from openai import AsyncStream

            source = await client.post(
                path,
                cast_to=object,
                body=body,
                options={"headers": headers},
                stream=True,
                stream_cls=AsyncStream[object],
            )
            any_event = False
            async with source:
                async for event in source:
                    if not isinstance(event, dict):
                        raise malformed(exchange, event)
                    any_event = True
                    yield event
            if not any_event:
                raise silent(exchange, source.response.headers.get("content-type", ""))


class OpenAIProvider(_OpenAISdk):
    """OpenAI itself, or another endpoint that speaks its Responses API. ``key`` may block and is called on a thread for
    every request.

    ``names``: the models to offer in place of those that the endpoint lists.
    """

    def __init__(
        self,
        *,
        key: Callable[[], str | None],
        connections: Connections,
        prices: PriceList,
        name: str = OPENAI,
        title: str = "OpenAI",
        url: str = OPENAI_URL,
        needs_key: bool = True,
        names: Sequence[str] = (),
        compatibility: Compatibility | None = None,
        adjust: Adjust = unadjusted,
    ) -> None:
        self._compatibility = compatibility or Compatibility()
        super().__init__(
            name=name,
            title=title,
            url=url,
            needs_key=needs_key,
            key=key,
            connections=connections,
            own_environment=name == OPENAI,
            key_header=self._compatibility.key_header,
        )
        self._adjust = adjust
        self._prices = prices
        self._names = tuple(names)
        self._is_local = is_loopback(url) and name != OPENAI and not self._compatibility.relays
        self._summaries = True

    async def models(self) -> Sequence[ModelInfo]:
        """The chat models that the key can use; the endpoint names them and says no more."""
        fits = is_openai_chat_model if self.name == OPENAI else is_chat_model
        listed = self._names or [name for entry in await self._listed() if fits(name := text_of(entry.get("id")))]
        return tuple(self.unlisted(name) for name in sorted(listed) if name)

    def unlisted(self, model: str) -> ModelInfo:
        """What is assumed of a model by its name."""
        profile = self._assumed(model)
        price = self._prices.price(self.name, model)
        info = ModelInfo(
            id=ModelId(self.name, model),
            title=model,
            capabilities=capabilities(profile, responses_parameters(profile), model=model, vendor=self.title),
            price=price,
            source=source_words(self.name, priced=price is not None),
        )
        return as_private(info) if self._is_local else info

    def _assumed(self, model: str) -> Profile:
        """OpenAI's own models are known by their families wherever they are served; others as their endpoint's are."""
        return profile_for(model, OPENAI if is_openai_chat_model(model) else self.name)

    async def stream(self, request: ChatRequest) -> AsyncIterator[StreamEvent]:
        """Answer. An account that may not see the thinking in words is asked again without them."""
        profile = self._adjust(ModelId(self.name, request.model), self._assumed(request.model))
        exchange = Exchange(self.name, self.title, self._url, model=request.model)
        while True:
            summaries = self._summaries
            body = openai_responses.payload(request, profile, provider=self.name, summaries=summaries)
            try:
                async with aclosing(self._answer(exchange, body)) as events:
                    async for event in events:
                        yield event
                return
            except UnsupportedError as refusal:
                if not (summaries and "summar" in refusal.message.lower()) or exchange.started:
                    raise
                self._summaries = False

    async def _answer(self, exchange: Exchange, body: Mapping[str, object]) -> AsyncGenerator[StreamEvent]:
        fold = ResponsesStream(ModelId(self.name, exchange.model or ""))
        async with aclosing(self._events(exchange, "/responses", body)) as events:
            async for event in events:
                for out in fold.feed(event):
                    exchange.started = True
                    yield out
                if fold.failure is not None:
                    kind = text_of(fold.failure.get("code")) or text_of(fold.failure.get("type"))
                    said = text_of(fold.failure.get("message"))
                    raise status_fault(exchange, status_of_kind(kind, 200), said=said, kind=kind)
        if not fold.ended:
            raise cut(exchange)


class CompatibleProvider(_OpenAISdk):
    """A server that speaks Chat Completions at ``url``: a vendor's, the person's own, or one on this machine.

    ``names``: the models to offer in place of those that the server lists. ``is_gateway``: it stands in for OpenAI and
    passes on what it gets, so nothing there is private, wherever it runs.
    """

    def __init__(
        self,
        *,
        name: str,
        title: str,
        url: str,
        needs_key: bool,
        key: Callable[[], str | None],
        connections: Connections,
        prices: PriceList | None = None,
        names: Sequence[str] = (),
        compatibility: Compatibility | None = None,
        is_gateway: bool = False,
        adjust: Adjust = unadjusted,
    ) -> None:
        self._compatibility = compatibility or Compatibility()
        super().__init__(
            name=name,
            title=title,
            url=url,
            needs_key=needs_key,
            key=key,
            connections=connections,
            own_environment=is_gateway,
            key_header=self._compatibility.key_header,
        )
        self._adjust = adjust
        self._prices = prices or PriceList()
        self._names = tuple(names)
        self._is_local = is_loopback(url) and not is_gateway and not self._compatibility.relays
        self._usage = True
        self._older_schema = False
        self._dialects: dict[str, Dialect] = {}
        self._told: dict[str, ModelInfo] = {}
        self._profiles: dict[str, Profile] = {}

    async def models(self) -> Sequence[ModelInfo]:
        """The chat models that the server lists, with whatever it says of each."""
        if self._names:
            return tuple(self.unlisted(name) for name in self._names)
        entries = [entry for entry in await self._listed() if _name_of(entry) and _is_for_chat(entry)]
        names = [_name_of(entry) for entry in entries] if self._compatibility.shows_models else []
        shown = await shown_facts(self._connections, self._url, names)
        self._told = {_name_of(entry): self._info({**entry, **shown.get(_name_of(entry), {})}) for entry in entries}
        return tuple(self._told[name] for name in sorted(self._told))

    def unlisted(self, model: str) -> ModelInfo:
        """What is assumed of a model by its name."""
        return self._told.get(model) or self._info({"id": model})

    async def stream(self, request: ChatRequest) -> AsyncIterator[StreamEvent]:
        """Answer. A server that refuses to count tokens, or the form of a schema, is asked again and remembered."""
        profile = self._profiles.get(request.model) or profile_for(request.model, self.name)
        profile = self._adjust(ModelId(self.name, request.model), profile)
        exchange = Exchange(self.name, self.title, self._url, model=request.model)
        while True:
            usage, older = self._usage, self._older_schema
            dialect = self._dialects.get(request.model, self._compatibility.dialect)
            dialect = replace(dialect, older_schema=dialect.older_schema or older)
            body = openai_chat.payload(request, profile, dialect, provider=self.name, usage=usage)
            try:
                async with aclosing(self._answer(exchange, body)) as events:
                    async for event in events:
                        yield event
                return
            except (UnsupportedError, ProviderFaultError) as refusal:
                if exchange.started:
                    raise
                if usage and "stream_options" in refusal.message:
                    self._usage = False
                elif self._is_local and not older and request.schema and "'json_object'" in refusal.message:
                    self._older_schema = True
                else:
                    raise

    async def _answer(self, exchange: Exchange, body: Mapping[str, object]) -> AsyncGenerator[StreamEvent]:
        fold = ChatStream(ModelId(self.name, exchange.model or ""))
        async with aclosing(self._events(exchange, "/chat/completions", body)) as events:
            async for chunk in events:
                for out in fold.feed(chunk):
                    exchange.started = True
                    yield out
        if not fold.reason:
            raise cut(exchange) if exchange.started else malformed(exchange, "no finish reason")
        for out in fold.finish():
            yield out

    def _info(self, entry: Mapping[str, object]) -> ModelInfo:
        name = _name_of(entry)
        profile = profile_for(name, self.name)
        owner = text_of(entry.get("owned_by"))
        takes_more = self._is_local and owner in _LOCAL_OWNERS
        if owner == "vllm":
            self._dialects[name] = replace(self._compatibility.dialect, names={"repeat_penalty": "repetition_penalty"})
        only = [name for name in sequence(entry.get("supported_parameters")) if isinstance(name, str)] or None
        if only is not None:
            thinks = "reasoning" in only or "reasoning_effort" in only
            profile = replace(
                profile,
                tools="tools" in only,
                json_schema="structured_outputs" in only,
                thinking=Thinking.EFFORT if thinks else Thinking.NONE,
                efforts=("low", "medium", "high") if thinks else (),
            )
            only += ["reasoning_effort"] if thinks else []
        profile = self._profiles[name] = told(entry, profile)
        parameters = chat_parameters(profile, refused=self._compatibility.refused, local=takes_more, only=only)
        title = text_of(entry.get("name")) or name
        told_price = list_price(mapping(entry.get("pricing")))
        price = told_price or self._prices.price(self.name, name)
        info = ModelInfo(
            id=ModelId(self.name, name),
            title=title,
            capabilities=capabilities(profile, parameters, model=title, vendor=self.title),
            price=price,
            source=source_words(
                self.name,
                told_by=self.title if says_something(entry) else "",
                priced=price is not None and told_price is None,
            ),
        )
        # What costs money is relayed to a vendor, and so is what Ollama gives such a name, from the same local address.
        paid = info.price is not None and (info.price.input > 0 or info.price.output > 0)
        relayed = paid or name.endswith(("-cloud", ":cloud"))
        return as_private(info) if self._is_local and not relayed else info


def _name_of(entry: Mapping[str, object]) -> str:
    return text_of(entry.get("id")) or text_of(entry.get("name"))


def _is_for_chat(entry: Mapping[str, object]) -> bool:
    """Whether one can talk to a listed model, by its name and by what Mistral, Fireworks and Together say of theirs."""
    told = (mapping(entry.get("capabilities")).get("completion_chat"), entry.get("supports_chat"))
    if text_of(entry.get("type")) in _OTHER_TYPES:
        return False
    return is_chat_model(_name_of(entry)) and False not in told


def _import_sdk() -> tuple[type[openai.AsyncOpenAI], type[Omit]]:
    from openai import AsyncOpenAI, Omit

    return AsyncOpenAI, Omit


def mapped(exchange: Exchange) -> AbstractContextManager[None]:
    """Inside, every error of the SDK, and of the transport under it, becomes one of the domain's."""
    import openai

    return faults.mapped(exchange, sdk_error=openai.OpenAIError, sdk_fault=_sdk_fault)


def _sdk_fault(exchange: Exchange, fault: Exception) -> BatonError | None:
    """The domain's error for one of the SDK's own."""
    import openai
    from openai._exceptions import SubjectTokenProviderError  # the package does not export this one

    match fault:
        case openai.APIConnectionError():
            return transport_fault(exchange, fault)
        case openai.APIStatusError():
            kind = f"{fault.code or ''} {fault.type or ''}".strip()
            return status_fault(
                exchange, fault.status_code, said=_said(fault), kind=kind, headers=fault.response.headers
            )
        case openai.APIResponseValidationError():
            return malformed(exchange, fault)
        case openai.APIError():  # an error event amid the stream
            code = str(fault.code or "")  # some servers send the number of a status, whatever the SDK's types say
            kind = str(fault.type or "") if code.isdecimal() or not code else code
            status = int(code) if code.isdecimal() and len(code) == 3 else status_of_kind(kind, 200)
            return status_fault(exchange, status, said=_said(fault), kind=kind)
        case SubjectTokenProviderError():
            return no_usable_key(exchange)
        case _:
            return None


def _said(fault: openai.APIError) -> str:
    """The vendor's own sentence: servers put it in ``message``, in ``detail``, or make the whole body of it."""
    body = fault.body
    if isinstance(body, dict):
        for name in ("message", "detail", "error", "msg"):
            if isinstance(said := body.get(name), str):
                return said
        return json.dumps(body)
    return body if isinstance(body, str) else fault.message
