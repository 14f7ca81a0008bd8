"""Amazon Bedrock through Converse: the person's AWS account instead of a key, one request, one stream of domain events.

botocore signs (:mod:`app.domain.bedrock`) and takes the event stream's frames apart; the HTTP client is the one that
all cloud providers share: nothing blocks the loop, closing the stream closes the connection at once, and proxies and
certificates are everybody's. Refuses to retry, and to ask AWS for anything but the four operations of
:class:`app.domain.bedrock.BedrockOperation`, whatever a model or a tool says. Logs no request.
"""

from __future__ import annotations

import asyncio
import json
import struct
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from app.domain.bedrock import BedrockAccount, BedrockOperation
from app.domain.errors import (
    AwsAccessDeniedError,
    AwsParameterError,
    BatonError,
    RateLimitedError,
    UnsupportedError,
)
from app.domain.language import tr
from app.domain.models import ModelId, ModelInfo
from app.domain.ports import ChatRequest
from app.domain.stream import StreamEvent
from app.providers import faults
from app.providers.bedrock_families import BEDROCK, Family, SchemaWay, base_id, corrected, family_of
from app.providers.bedrock_faults import code_and_words, refusal
from app.providers.bedrock_wire import ANSWER_TOOL, ConverseFold, Json, count_payload, payload
from app.providers.connection import Connections, refuse_unencrypted
from app.providers.exchanges import count_of, mapping, sequence, text_of
from app.providers.faults import Exchange, cut, malformed, transport_fault
from app.providers.prices import PriceList
from app.providers.profiles import Adjust, capabilities, source_words, unadjusted
from app.providers.rate_limits import wait_s

if TYPE_CHECKING:
    import httpx2

_STREAM_TYPE = "application/vnd.amazon.eventstream"
_MOST_ERROR_BYTES = 1 << 16
_MOST_LIST_BYTES = 1 << 24
_MOST_PAGES = 20
_MEANT = {401: "UnrecognizedClientException", 403: "AccessDeniedException"}
"""What a refusal without a code means: whatever stands between here and AWS may leave it out."""


class BedrockProvider:
    """Amazon Bedrock in ``account``, which may block and is asked on a thread for every request."""

    name = "bedrock"
    title = "Amazon Bedrock"
    needs_key = False

    def __init__(
        self, *, account: BedrockAccount, connections: Connections, prices: PriceList, adjust: Adjust = unadjusted
    ) -> None:
        self._adjust = adjust
        self._account = account
        self._connections = connections
        self._prices = prices
        self._behind: dict[str, str] = {}  # the models behind inference profiles whose names do not tell
        self._no_format: set[str] = set()

    async def models(self) -> Sequence[ModelInfo]:
        """The models and inference profiles that answer in streams, of the account and region chosen."""
        foundation, profiles = await asyncio.gather(
            self._listed(BedrockOperation.LIST_FOUNDATION_MODELS, "modelSummaries"),
            self._listed(BedrockOperation.LIST_INFERENCE_PROFILES, "inferenceProfileSummaries"),
            return_exceptions=True,
        )
        if isinstance(foundation, BaseException):
            raise foundation
        if isinstance(profiles, BaseException):
            if not isinstance(profiles, AwsAccessDeniedError):
                raise profiles
            profiles = []  # a right of its own, which not every account gives
        streaming = {text_of(entry.get("modelId")): entry for entry in foundation if _answers(entry)}
        found = [
            self._info(name, _title(entry), told=True)
            for name, entry in streaming.items()
            if "ON_DEMAND" in sequence(entry.get("inferenceTypesSupported"))
        ]
        for entry in profiles:
            found += self._profile(entry, streaming)
        return tuple(sorted(found, key=lambda info: info.id))

    def unlisted(self, model: str) -> ModelInfo:
        """What is assumed of a model by its id."""
        return self._info(model, model, told=False)

    async def stream(self, request: ChatRequest) -> AsyncIterator[StreamEvent]:
        """Answer. Closing the iterator closes the connection. A model that knows no format for answers is asked again
        to give its answer by a tool, and remembered.
        """
        if request.logprobs is not None:
            raise UnsupportedError(
                tr("{model!r} tells no probabilities of its words.", model=request.model),
                remedy=tr("Ask without them, or choose another model."),
            )
        family = self._family(request.model)
        exchange = self._exchange(request.model)
        while True:
            way = self._schema_way(request.model, family)
            body = payload(request, family, provider=self.name, schema=way)
            answer_tool = ANSWER_TOOL if request.schema is not None and way is SchemaWay.TOOL else None
            try:
                events = self._answer(exchange, body, answer_tool)
                try:
                    async for event in events:
                        yield event
                finally:
                    await events.aclose()
                return
            except UnsupportedError as fault:
                if request.schema is None or way is not SchemaWay.FORMAT or exchange.started or not _on_format(fault):
                    raise
                self._no_format.add(base_id(request.model))

    async def count_tokens(self, request: ChatRequest) -> int:
        """AWS's own count. Raises ``UnsupportedError`` for models it does not count for."""
        family = self._family(request.model)
        if not family.counts:
            raise UnsupportedError(
                tr("{title} does not count tokens for {model!r}.", title=self.title, model=request.model)
            )
        way = self._schema_way(request.model, family)
        body = payload(request, family, provider=self.name, schema=way)
        parameters = count_payload(body, base_id(self._behind.get(request.model, request.model)))
        exchange = self._exchange(request.model)
        counted = count_of((await self._asked(BedrockOperation.COUNT_TOKENS, parameters, exchange)).get("inputTokens"))
        if not counted:
            raise malformed(exchange, "no count")
        return counted

    async def aclose(self) -> None:
        """Nothing to do: the connections are shared, and closed by whoever opened them."""

    async def _answer(self, exchange: Exchange, body: Json, answer_tool: str | None) -> AsyncGenerator[StreamEvent]:
        operation = BedrockOperation.CONVERSE_STREAM
        fold = ConverseFold(ModelId(self.name, exchange.model or ""), answer_tool)
        frames = _Frames()
        with _mapped(exchange):
            async with self._open(operation, body, exchange) as response:
                if not response.headers.get("content-type", "").startswith(_STREAM_TYPE):
                    raise malformed(exchange, response.headers.get("content-type", ""))
                async for data in response.aiter_bytes():
                    for kind, event, fault in frames.feed(data):
                        if fold.complete:
                            break
                        if fault:
                            said = text_of(event.get("message")) or text_of(event.get("originalMessage"))
                            raise refusal(self._account, operation, exchange, code=fault, said=said, status=200)
                        for out in fold.feed(kind, event):
                            exchange.started = True
                            yield out
                    if fold.complete:  # not every stream is closed after its last word
                        break
        if not fold.answered:
            raise cut(exchange)
        for out in fold.finish():
            yield out

    async def _listed(self, operation: BedrockOperation, member: str) -> list[Mapping[str, object]]:
        found: list[Mapping[str, object]] = []
        parameters: dict[str, object] = {}
        for _ in range(_MOST_PAGES):
            page = await self._asked(operation, parameters, self._exchange(None))
            found += [mapping(entry) for entry in sequence(page.get(member))]
            following = text_of(page.get("nextToken"))
            if not following or following == parameters.get("nextToken"):
                break
            parameters = {"nextToken": following}
        return found

    async def _asked(
        self, operation: BedrockOperation, parameters: Mapping[str, object], exchange: Exchange
    ) -> Mapping[str, object]:
        """A whole answer, as JSON."""
        with _mapped(exchange):
            async with self._open(operation, parameters, exchange) as response:
                answer = json.loads(await _read(response, _MOST_LIST_BYTES))
        if not isinstance(answer, dict):
            raise malformed(exchange, "no object")
        return answer

    @asynccontextmanager
    async def _open(
        self, operation: BedrockOperation, parameters: Mapping[str, object], exchange: Exchange
    ) -> AsyncIterator[httpx2.Response]:
        """Sign, send, and give the response where it is no refusal."""
        try:
            signed = await asyncio.to_thread(self._account.request, operation, parameters)
        except AwsParameterError as fault:
            if not fault.problems:
                raise
            raise UnsupportedError(
                tr("{title} does not take this request: {problems}", title=self.title, problems=fault.problems[0]),
                remedy=tr("Change it, or choose another model."),
            ) from None
        exchange.url = signed.url.partition("/model/")[0]
        exchange.key = signed.headers.get("X-Amz-Security-Token")
        refuse_unencrypted(signed.url, title=self.title)
        client = await self._connections.client()
        async with client.stream(
            signed.method,
            signed.url,
            headers=dict(signed.headers),
            content=signed.body,
            timeout=self._connections.timeout,
            follow_redirects=False,
        ) as response:
            if response.status_code != 200:
                code, said = code_and_words(
                    response.headers.get("x-amzn-errortype", ""), await _read(response, _MOST_ERROR_BYTES)
                )
                code = code or _MEANT.get(response.status_code, "")
                if not code:
                    raise faults.status_fault(exchange, response.status_code, said=said)
                refused = refusal(self._account, operation, exchange, code=code, said=said, status=response.status_code)
                if isinstance(refused, RateLimitedError) and (asked_s := wait_s(response.headers)) is not None:
                    raise RateLimitedError(refused.message, retry_after_s=asked_s, detail=refused.detail)
                raise refused
            yield response

    def _exchange(self, model: str | None) -> Exchange:
        return Exchange(self.name, self.title, "Amazon Bedrock", model=model)

    def _family(self, model: str) -> Family:
        """What the model takes, by the person's corrections too."""
        family = family_of(self._behind.get(model, model))
        return corrected(family, self._adjust(ModelId(self.name, model), family.profile))

    def _schema_way(self, model: str, family: Family) -> SchemaWay:
        if family.schema is SchemaWay.FORMAT and base_id(model) in self._no_format:
            return SchemaWay.TOOL if family.profile.tools else SchemaWay.NONE
        return family.schema

    def _profile(self, entry: Mapping[str, object], streaming: Mapping[str, object]) -> Iterator[ModelInfo]:
        """The inference profile, where the model behind it answers in streams."""
        is_system = entry.get("type") == "SYSTEM_DEFINED"
        name = text_of(entry.get("inferenceProfileId" if is_system else "inferenceProfileArn"))
        models = sequence(entry.get("models"))
        behind = base_id(text_of(mapping(models[0]).get("modelArn"))) if models else ""
        if not name or behind not in streaming:
            return
        self._behind[name] = behind
        yield self._info(name, text_of(entry.get("inferenceProfileName")) or name, told=True)

    def _info(self, name: str, title: str, *, told: bool) -> ModelInfo:
        """``told``: the model is of AWS's own list."""
        family = family_of(self._behind.get(name, name))
        behind = base_id(self._behind.get(name, name))
        price = self._prices.price(BEDROCK, name) or self._prices.price(BEDROCK, behind)
        able = capabilities(family.profile, family.parameters, model=title, vendor=self.title)
        return ModelInfo(
            id=ModelId(self.name, name),
            title=title,
            capabilities=replace(able, system_prompt=family.system),
            price=price,
            source=source_words(BEDROCK, told_by=self.title if told else "", priced=price is not None),
        )


def _answers(entry: Mapping[str, object]) -> bool:
    """Whether a listed model writes text, in streams."""
    return entry.get("responseStreamingSupported") is True and "TEXT" in sequence(entry.get("outputModalities"))


def _title(entry: Mapping[str, object]) -> str:
    name, vendor = text_of(entry.get("modelName")), text_of(entry.get("providerName"))
    title = f"{vendor} {name}" if vendor and not name.startswith(vendor) else name
    old = mapping(entry.get("modelLifecycle")).get("status") == "LEGACY"
    return tr("{title} (legacy)", title=title) if old else title or text_of(entry.get("modelId"))


def _on_format(fault: UnsupportedError) -> bool:
    words = fault.message.lower()
    return any(
        word in words for word in ("outputconfig", "output_config", "textformat", "structured output", "json_schema")
    )


async def _read(response: httpx2.Response, most_bytes: int) -> bytes:
    """The body, or its beginning where it does not end."""
    body = bytearray()
    async for data in response.aiter_bytes():
        body += data
        if len(body) > most_bytes:
            break
    return bytes(body)


@contextmanager
def _mapped(exchange: Exchange) -> Iterator[None]:
    """Inside, every error of the transport and of botocore's decoder becomes one of the domain's."""
    import httpx2
    from botocore.eventstream import ParserError

    try:
        yield
    except BatonError:
        raise
    except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL) as fault:
        raise transport_fault(exchange, fault) from None
    except (ParserError, struct.error, KeyError, ValueError, RecursionError) as fault:
        raise malformed(exchange, type(fault).__name__) from None


class _Frames:
    """Takes the bytes of an event stream apart. botocore checks both checksums of every frame."""

    def __init__(self) -> None:
        from botocore.eventstream import EventStreamBuffer

        self._buffer = EventStreamBuffer()

    def feed(self, data: bytes) -> Iterator[tuple[str, Mapping[str, object], str]]:
        """Each event that is complete now: its kind, its content, and its code where it is an error."""
        self._buffer.add_data(data)
        for message in self._buffer:
            headers = cast("Mapping[str, object]", message.headers)  # the stubs know whole numbers only
            kind = str(headers.get(":event-type", ""))
            match headers.get(":message-type"):
                case "event":
                    yield kind, _content(message.payload), ""
                case "exception":
                    yield kind, _content(message.payload), str(headers.get(":exception-type", "?"))
                case "error":
                    said = {"message": str(headers.get(":error-message", ""))}
                    yield kind, said, str(headers.get(":error-code", "?"))
                case _:
                    pass


def _content(payload: bytes) -> Mapping[str, object]:
    return mapping(json.loads(payload or b"{}"))
