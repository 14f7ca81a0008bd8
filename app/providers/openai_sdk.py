"""The way to OpenAI's SDK and to whoever speaks its protocols: clients, streams of JSON, and the SDK's errors mapped.

Refuses to retry (the service does that), to let an SDK type out, and to send OpenAI's environment to anybody else.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager, aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import BatonError
from app.providers import faults
from app.providers.connection import Connections, refuse_unencrypted
from app.providers.exchanges import JSON_HEADERS, json_lines, mapping, patiently, sequence
from app.providers.faults import (
    Exchange,
    malformed,
    no_usable_key,
    silent,
    status_fault,
    status_of_kind,
    transport_fault,
)
from app.providers.keys import usable_key
from app.providers.rate_limits import rate_limits

if TYPE_CHECKING:
    import openai
    from openai import Omit


class OpenAISdk:
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

    @property
    def address(self) -> str:
        """Where it is reached."""
        return self._url

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

    def _exchange(self) -> Exchange:
        return Exchange(self.name, self.title, self._url)

    async def _listed(self) -> list[Mapping[str, object]]:
        exchange = self._exchange()
        with mapped(exchange):
            client, headers = await self._client(exchange)
            reply = await client.get("/models", cast_to=object, options={"headers": headers})
        entries = reply.get("data", reply.get("models")) if isinstance(reply, dict) else reply
        if not isinstance(entries, list):
            raise malformed(exchange, reply)
        return [mapping(entry) for entry in entries]

    async def moderate(self, text: str) -> Sequence[str]:
        """The categories that the endpoint's ``/moderations`` flags ``text`` for; empty where it may pass."""
        exchange = self._exchange()
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
        self, exchange: Exchange, path: str, content: bytes, patience_s: Callable[[], float | None]
    ) -> AsyncGenerator[Mapping[str, object]]:
        """The events of one streamed answer, as JSON objects. At least one comes, or an error."""
        with mapped(exchange):
            client, headers = await self._client(exchange)
            from openai import AsyncStream

            source = await client.post(
                path,
                cast_to=object,
                content=content,
                options={"headers": headers | JSON_HEADERS},
                stream=True,
                stream_cls=AsyncStream[object],
            )
            exchange.limits = rate_limits(source.response.headers)
            any_event = False
            async with source, aclosing(patiently(source, patience_s)) as events:
                async for event in events:
                    if not isinstance(event, dict):
                        raise malformed(exchange, event)
                    any_event = True
                    yield event
            if not any_event:
                raise silent(exchange, source.response.headers.get("content-type", ""))


@dataclass(frozen=True, slots=True)
class OpenAICalls:
    """The way to OpenAI for what is no answer."""

    exchange: Callable[[], Exchange]
    client: Callable[[Exchange], Awaitable[tuple[openai.AsyncOpenAI, dict[str, str | Omit]]]]

    async def call(
        self,
        method: str,
        path: str,
        *,
        content: bytes | None = None,
        params: Mapping[str, object] | None = None,
        upload: bytes | None = None,
    ) -> Mapping[str, object]:
        exchange = self.exchange()
        with mapped(exchange):
            client, headers = await self.client(exchange)
            if upload is not None:
                return mapping(
                    await client.post(
                        path,
                        cast_to=object,
                        body={"purpose": "batch"},
                        files=[("file", ("baton.jsonl", upload, "application/jsonl"))],
                        options={"headers": headers | {"Content-Type": "multipart/form-data"}},
                    )
                )
            if method == "GET":
                reply = await client.get(path, cast_to=object, options={"params": params or {}, "headers": headers})
            else:
                made = headers | JSON_HEADERS
                reply = await client.post(path, cast_to=object, content=content, options={"headers": made})
            return mapping(reply)

    async def lines(self, path: str) -> AsyncGenerator[Mapping[str, object]]:
        exchange = self.exchange()
        with mapped(exchange):
            client, headers = await self.client(exchange)
            from openai import AsyncStream

            source = await client.get(
                path, cast_to=object, options={"headers": headers}, stream=True, stream_cls=AsyncStream[object]
            )
            async with source, aclosing(json_lines(source.response.aiter_bytes())) as lines:
                async for line in lines:
                    yield line


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
