"""A compatible endpoint that is real: llama-cpp-python's own server with a small model."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest

from app.domain.errors import MalformedReplyError
from app.domain.messages import Message, Role, TextPart
from app.domain.stream import Finished, FinishReason, TextDelta
from app.providers.connection import Connections
from app.providers.openai import CompatibleProvider
from tests.llama_fixtures import LlamaServer
from tests.provider_fixtures import ask, collect, fold


@pytest.fixture
async def provider(llama_server: LlamaServer) -> AsyncIterator[CompatibleProvider]:
    connections = Connections(timeout_s=lambda: 60.0)
    yield CompatibleProvider(
        name="mine",
        title="My server",
        url=llama_server.url,
        needs_key=False,
        key=lambda: None,
        connections=connections,
    )
    await connections.aclose()


async def test_it_is_listed_as_private_with_the_parameters_it_takes(provider: CompatibleProvider) -> None:
    [info] = await provider.models()
    assert str(info.id) == "mine:tiny"
    assert info.is_private
    assert {"temperature", "top_k", "repeat_penalty", "seed"} <= {spec.name for spec in info.capabilities.parameters}


async def test_it_answers_a_conversation_and_the_answer_has_an_end(provider: CompatibleProvider) -> None:
    request = ask(
        "Hello.",
        Message(role=Role.ASSISTANT, parts=(TextPart(text="Hi."),)),
        Message.user("finish"),
        model="tiny",
        system="Be brief.",
        parameters={"temperature": 0.0, "max_tokens": 64, "seed": 1, "top_k": 5},
    )
    answer = await fold(provider, request)
    assert answer.message.text.strip() == "This answer has an end."
    assert answer.finished == Finished(reason=FinishReason.STOP)


async def test_the_limit_of_an_answer_is_told(provider: CompatibleProvider) -> None:
    events = await collect(provider, ask("go", model="tiny", parameters={"max_tokens": 4}))
    assert events[-1] == Finished(reason=FinishReason.LENGTH)


async def test_it_can_be_held_to_a_schema(provider: CompatibleProvider) -> None:
    schema = {"type": "object", "properties": {"a": {"enum": [1, 2]}}, "required": ["a"], "additionalProperties": False}
    answer = await fold(provider, ask("finish", model="tiny", schema=schema, parameters={"max_tokens": 200}))
    assert json.loads(answer.message.text) in ({"a": 1}, {"a": 2})


async def test_stopping_in_mid_answer_leaves_the_server_usable(provider: CompatibleProvider) -> None:
    async with aclosing(provider.stream(ask("go", model="tiny", parameters={"max_tokens": 4000}))) as events:
        async for event in events:
            if isinstance(event, TextDelta):
                break
    async with asyncio.timeout(60):
        assert (await fold(provider, ask("finish", model="tiny", parameters={"max_tokens": 64}))).message.text


async def test_a_conversation_longer_than_its_context_is_said_to_be_perhaps_that(provider: CompatibleProvider) -> None:
    with pytest.raises(MalformedReplyError) as caught:
        await collect(provider, ask("word " * 20_000, model="tiny"))
    assert "longer than the model's context" in caught.value.remedy
