"""Measures what a delta costs from the socket to the domain's event, beside the same stream read by the SDK alone.

Both are read in turn, several times; what counts is the median of the ratios, so that a machine that is busy with other
things slows both. Processor time is that of the reading thread: the server's own does not count.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from typing import cast

from app.domain.errors import ProviderFaultError
from app.domain.figures import Figure
from app.domain.messages import Message
from app.domain.ports import ChatProvider, ChatRequest
from app.domain.stream import StreamEvent, TextDelta
from app.providers.anthropic import AnthropicProvider
from app.providers.bench.sdk_alone import SDK_ALONE
from app.providers.bench.source import MODELS, DeltaSource
from app.providers.connection import Connections
from app.providers.openai import CompatibleProvider, OpenAIProvider
from app.providers.prices import PriceList

DELTAS = 2_000
RATE = 2_000.0
_ROUNDS = 5
_DELTA_GOAL_MS = 0.15
_RATIO_GOAL = 1.1
_NAMES = {"/v1/messages": "Anthropic", "/v1/responses": "OpenAI Responses", "/v1/chat/completions": "chat completions"}


def measure_deltas(*, deltas: int = DELTAS, rate: float = RATE, rounds: int = _ROUNDS) -> list[Figure]:
    """What a delta costs by each protocol. Blocks for a good half minute; opens nothing but loopback."""
    return asyncio.run(_measured(deltas, rate, rounds))


async def _measured(deltas: int, rate: float, rounds: int) -> list[Figure]:
    figures: list[Figure] = []
    connections = Connections(timeout_s=lambda: 60.0)
    try:
        with DeltaSource(deltas=deltas, rate=rate) as source:
            for path, provider in _providers(source.url, connections).items():
                figures += await _protocol(path, provider, source.url, deltas, rounds)
    finally:
        await connections.aclose()
    return figures


def _providers(url: str, connections: Connections) -> dict[str, ChatProvider]:
    def key() -> str:
        return "sk-measured-0123456789"

    prices = PriceList()
    return {
        "/v1/messages": AnthropicProvider(key=key, connections=connections, prices=prices, url=url),
        "/v1/responses": OpenAIProvider(key=key, connections=connections, prices=prices, url=f"{url}/v1"),
        "/v1/chat/completions": CompatibleProvider(
            name="measured", title="Measured", url=f"{url}/v1", needs_key=False, key=key, connections=connections
        ),
    }


async def _protocol(path: str, provider: ChatProvider, url: str, deltas: int, rounds: int) -> list[Figure]:
    async def ours() -> int:
        request = ChatRequest(model=MODELS[path], messages=(Message.user("Hello"),))
        # Every provider's stream is a generator; the port says iterator.
        events = cast("AsyncGenerator[StreamEvent]", provider.stream(request))
        async with aclosing(events):
            return sum([isinstance(event, TextDelta) async for event in events])

    async def alone() -> int:
        return await SDK_ALONE[path](url, MODELS[path])

    await _delta_ms(ours, deltas)  # imports, and what is made once
    await _delta_ms(alone, deltas)
    pairs = [(await _delta_ms(ours, deltas), await _delta_ms(alone, deltas)) for _ in range(rounds)]
    name = _NAMES[path]
    return [
        Figure(
            name=f"processor time a delta, socket to event, {name}",
            value=statistics.median(mine for mine, _ in pairs),
            unit="ms",
            goal=_DELTA_GOAL_MS,
        ),
        Figure(
            name=f"the same beside its SDK alone, {name}",
            value=statistics.median(mine / theirs for mine, theirs in pairs),
            unit="x",
            goal=_RATIO_GOAL,
        ),
    ]


async def _delta_ms(read: Callable[[], Awaitable[int]], deltas: int) -> float:
    start_s = time.thread_time()
    found = await read()
    spent_s = time.thread_time() - start_s
    if found != deltas:
        raise ProviderFaultError(f"{found} of {deltas} deltas came.", remedy="Measure again.")
    return spent_s * 1000 / deltas
