"""Providers pointed at a :class:`tests.vendor_servers.VendorServer`, and what drives them."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.bedrock_access import BedrockAccess
from app.aws.demo.account import DemoAccount
from app.domain.messages import Message
from app.domain.ports import ChatProvider, ChatRequest
from app.domain.settings import Settings
from app.domain.stream import AnswerFold, StreamEvent
from app.providers.anthropic import AnthropicProvider
from app.providers.bedrock import BedrockProvider
from app.providers.connection import Connections
from app.providers.openai import Compatibility, CompatibleProvider, OpenAIProvider
from app.providers.prices import PriceList
from tests.vendor_servers import VendorServer

KEY = "sk-test-0123456789abcdef"


def ask(*messages: Message | str, **more: Any) -> ChatRequest:
    """A request with these messages; a text is the person's."""
    turns = tuple(Message.user(m) if isinstance(m, str) else m for m in messages or ("hello",))
    return ChatRequest(**{"model": "test-model", "messages": turns} | more)


async def collect(provider: ChatProvider, request: ChatRequest) -> list[StreamEvent]:
    """Every event of one answer."""
    async with aclosing(provider.stream(request)) as stream:  # type: ignore[type-var]
        return [event async for event in stream]


async def fold(provider: ChatProvider, request: ChatRequest) -> AnswerFold:
    """One answer, folded."""
    answer = AnswerFold()
    for event in await collect(provider, request):
        answer.add(event)
    return answer


def bedrock_account(server: VendorServer, **settings: Any) -> BedrockAccess:
    """Bedrock at ``server`` for the default profile of the test's AWS configuration, which is written here."""
    Path(os.environ["AWS_CONFIG_FILE"]).write_text(
        f"[default]\nregion = eu-west-1\nendpoint_url = {server.url}\n"
        f"aws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = {KEY}\n",
        encoding="utf-8",
    )
    clients = AccountClients(DemoAccount(["/nonexistent/command"]))
    return BedrockAccess(clients, BotoAccountDirectory(clients), settings=lambda: replace(Settings(), **settings))


@dataclass
class Makers:
    """Makes providers that share one set of connections."""

    connections: Connections

    def anthropic(self, server: VendorServer, key: str | None = KEY) -> AnthropicProvider:
        return AnthropicProvider(key=lambda: key, connections=self.connections, prices=PriceList(), url=server.url)

    def openai(self, server: VendorServer, key: str | None = KEY) -> OpenAIProvider:
        return OpenAIProvider(key=lambda: key, connections=self.connections, prices=PriceList(), url=server.openai_url)

    def compatible(
        self,
        server: VendorServer,
        key: str | None = KEY,
        *,
        needs_key: bool = True,
        compatibility: Compatibility | None = None,
    ) -> CompatibleProvider:
        return CompatibleProvider(
            name="groq",
            title="Groq",
            url=server.openai_url,
            needs_key=needs_key,
            key=lambda: key,
            connections=self.connections,
            compatibility=compatibility,
        )

    def bedrock(self, server: VendorServer, account: BedrockAccess | None = None) -> BedrockProvider:
        """Amazon Bedrock at ``server``, in ``account`` or by a profile that is written for it."""
        account = account or bedrock_account(server)
        return BedrockProvider(account=account, connections=self.connections, prices=PriceList())

    def all(self, server: VendorServer, key: str | None = KEY) -> list[ChatProvider]:
        return [self.anthropic(server, key), self.openai(server, key), self.compatible(server, key)]


@pytest.fixture
def vendor_server() -> Iterator[VendorServer]:
    """A vendor on loopback that accepts any key."""
    with VendorServer() as server:
        yield server


@pytest.fixture
async def makers() -> AsyncIterator[Makers]:
    """Makers of providers; their connections are closed afterwards."""
    connections = Connections(timeout_s=lambda: 10.0)
    yield Makers(connections)
    await connections.aclose()
