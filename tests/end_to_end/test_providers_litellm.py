"""Both vendors' interfaces from a real proxy: LiteLLM in front of llama-cpp-python's server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing

import pytest

from app.domain.errors import BatonError, KeyProblemError, NotFoundError, UnsupportedError
from app.domain.ports import ChatProvider
from app.domain.stream import Finished, FinishReason, TextDelta, Usage
from app.providers.anthropic import AnthropicProvider
from app.providers.connection import Connections
from app.providers.openai import CompatibleProvider, OpenAIProvider
from app.providers.prices import PriceList
from tests.provider_fixtures import ask, collect, fold
from tests.tool_fixtures import LITELLM_KEY, LiteLlm

Make = Callable[[str], ChatProvider]


@pytest.fixture(params=["anthropic", "responses", "chat"])
async def make(request: pytest.FixtureRequest, litellm: LiteLlm) -> AsyncIterator[Make]:
    """Makes a provider with a key, in one of the three interfaces."""
    connections = Connections(timeout_s=lambda: 60.0)

    def provider(key: str) -> ChatProvider:
        match request.param:
            case "anthropic":
                return AnthropicProvider(key=lambda: key, connections=connections, prices=PriceList(), url=litellm.url)
            case "responses":
                return OpenAIProvider(
                    key=lambda: key, connections=connections, prices=PriceList(), url=f"{litellm.url}/v1"
                )
            case _:
                return CompatibleProvider(
                    name="litellm",
                    title="LiteLLM",
                    url=f"{litellm.url}/v1",
                    needs_key=True,
                    key=lambda: key,
                    connections=connections,
                )

    yield provider
    await connections.aclose()


async def test_an_answer_streams_and_ends_with_its_usage(make: Make) -> None:
    provider = make(LITELLM_KEY)
    request = ask("finish", model="tiny", system="Be brief.", parameters={"max_tokens": 64})
    events = await collect(provider, request)
    pieces = [event.text for event in events if isinstance(event, TextDelta)]
    assert len(pieces) > 1
    assert "".join(pieces).strip() == "This answer has an end."
    usage = next(event for event in events if isinstance(event, Usage))
    # llama-cpp-python's stream tells no usage; LiteLLM counts for it, but in its responses only what was written.
    assert usage.input_tokens > 0 or isinstance(provider, OpenAIProvider)
    assert usage.output_tokens > 0
    assert events[-1] == Finished(reason=FinishReason.STOP)


async def test_the_limit_of_an_answer_is_told(make: Make) -> None:
    answer = await fold(make(LITELLM_KEY), ask("go", model="tiny", parameters={"max_tokens": 4}))
    assert answer.finished is not None
    assert answer.finished.reason is FinishReason.LENGTH


async def test_stopping_in_mid_answer_leaves_the_proxy_usable(make: Make) -> None:
    provider = make(LITELLM_KEY)
    async with aclosing(provider.stream(ask("go", model="tiny", parameters={"max_tokens": 4000}))) as events:  # type: ignore[type-var]
        async for event in events:
            if isinstance(event, TextDelta):
                break
    async with asyncio.timeout(60):
        assert (await fold(provider, ask("finish", model="tiny", parameters={"max_tokens": 64}))).message.text


async def test_a_model_that_is_not_there_is_named(make: Make) -> None:
    with pytest.raises(BatonError) as caught:
        await collect(make(LITELLM_KEY), ask("x", model="vanished", parameters={"max_tokens": 5}))
    assert isinstance(caught.value, (NotFoundError, UnsupportedError, KeyProblemError))
    assert "vanished" in caught.value.message


async def test_a_wrong_key_is_told_as_such_and_not_shown(make: Make) -> None:
    with pytest.raises(KeyProblemError) as caught:
        await collect(make("sk-wrong-0123456789"), ask("x", model="tiny", parameters={"max_tokens": 5}))
    assert "sk-wrong-0123456789" not in repr(vars(caught.value))


async def test_its_models_are_listed(make: Make) -> None:
    provider = make(LITELLM_KEY)
    listed = [info.id.name for info in await provider.models()]
    # OpenAI's own list is filtered to OpenAI's names: whatever a gateway calls its models is asked for by name.
    assert listed == ([] if isinstance(provider, OpenAIProvider) else ["tiny"])
