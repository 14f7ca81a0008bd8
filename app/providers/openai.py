"""OpenAI's models, and those of every server that speaks its Chat Completions, through OpenAI's SDK.

OpenAI itself is spoken to by the Responses API: its newer models take tools and thinking together nowhere else.
Refuses to retry (the service does that).
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from functools import partial

from app.domain.errors import ProviderFaultError, UnsupportedError
from app.domain.models import ModelId, ModelInfo
from app.domain.ports import ChatRequest
from app.domain.stream import StreamEvent
from app.providers import openai_chat, openai_responses
from app.providers.connection import Connections, is_loopback
from app.providers.exchanges import JSON_HEADERS, json_body, mapping, sequence, text_of
from app.providers.faults import (
    Exchange,
    counted,
    cut,
    malformed,
    status_fault,
    status_of_kind,
)
from app.providers.ollama import shown_facts
from app.providers.openai_batches import OpenAIBatches
from app.providers.openai_chat import ChatStream, Dialect
from app.providers.openai_responses import ResponsesStream
from app.providers.openai_sdk import OpenAICalls, OpenAISdk, mapped
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


class OpenAIProvider(OpenAISdk):
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

    def _profile(self, model: str) -> Profile:
        return self._adjust(ModelId(self.name, model), self._assumed(model))

    async def stream(self, request: ChatRequest) -> AsyncIterator[StreamEvent]:
        """Answer. An account that may not see the thinking in words is asked again without them."""
        profile = self._profile(request.model)
        exchange = Exchange(self.name, self.title, self._url, model=request.model)
        while True:
            summaries = self._summaries
            make = partial(openai_responses.payload, request, profile, provider=self.name, summaries=summaries)
            content = await json_body(make, stream=True)
            try:
                async with aclosing(self._answer(exchange, content)) as events:
                    async for event in events:
                        yield event
                return
            except UnsupportedError as refusal:
                if not (summaries and "summar" in refusal.message.lower()) or exchange.started:
                    raise
                self._summaries = False

    async def _answer(self, exchange: Exchange, content: bytes) -> AsyncGenerator[StreamEvent]:
        fold = ResponsesStream(ModelId(self.name, exchange.model or ""))
        async with aclosing(self._events(exchange, "/responses", content, fold.patience_s)) as events:
            async for event in events:
                if exchange.limits is not None:
                    yield exchange.limits
                    exchange.limits = None
                for out in fold.feed(event):
                    exchange.started = True
                    yield out
                if fold.failure is not None:
                    kind = text_of(fold.failure.get("code")) or text_of(fold.failure.get("type"))
                    said = text_of(fold.failure.get("message"))
                    raise status_fault(exchange, status_of_kind(kind, 200), said=said, kind=kind)
        if not fold.ended:
            raise cut(exchange)
        for out in fold.finish():
            yield out

    @property
    def batches(self) -> OpenAIBatches | None:
        """The vendor's interface for many requests at once; other endpoints that speak Responses have none."""
        if self.name != OPENAI:
            return None
        calls = OpenAICalls(self._exchange, self._client)
        return OpenAIBatches(provider=self.name, calls=calls, profile=self._profile, exchange=self._exchange)

    async def count_tokens(self, request: ChatRequest) -> int:
        """How many tokens the request is, by the vendor's own count; costs nothing but the time."""
        exchange = Exchange(self.name, self.title, self._url, model=request.model)
        make = partial(openai_responses.count_payload, request, self._profile(request.model), provider=self.name)
        with mapped(exchange):
            content = await json_body(make)
            client, headers = await self._client(exchange)
            reply = await client.post(
                "/responses/input_tokens", cast_to=object, content=content, options={"headers": headers | JSON_HEADERS}
            )
            return counted(exchange, reply)


class CompatibleProvider(OpenAISdk):
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
            make = partial(openai_chat.payload, request, profile, dialect, provider=self.name, usage=usage)
            content = await json_body(make, stream=True)
            try:
                async with aclosing(self._answer(exchange, content)) as events:
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

    async def _answer(self, exchange: Exchange, content: bytes) -> AsyncGenerator[StreamEvent]:
        fold = ChatStream(ModelId(self.name, exchange.model or ""))
        async with aclosing(self._events(exchange, "/chat/completions", content, fold.patience_s)) as events:
            async for chunk in events:
                if exchange.limits is not None:
                    yield exchange.limits
                    exchange.limits = None
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
        profile = told(entry, profile)
        if (
            not self._compatibility.dialect.pdf
        ):  # what the endpoint documents no form for cannot be sent, whoever reads it
            profile = replace(profile, documents=False)
        self._profiles[name] = profile
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
