"""The vendors' SDKs as their own documentation uses them: what Baton's providers are measured beside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

_KEY = "sk-measured-0123456789"


async def _anthropic(url: str, model: str) -> int:
    from anthropic import AsyncAnthropic

    texts = 0
    async with AsyncAnthropic(api_key=_KEY, base_url=url, max_retries=0) as client:
        messages: Any = [{"role": "user", "content": "Hello"}]
        async for event in await client.messages.create(model=model, max_tokens=9_999, messages=messages, stream=True):
            if event.type == "content_block_delta" and event.delta.type == "text_delta":
                texts += bool(event.delta.text)
    return texts


async def _responses(url: str, model: str) -> int:
    from openai import AsyncOpenAI

    texts = 0
    async with AsyncOpenAI(api_key=_KEY, base_url=f"{url}/v1", max_retries=0) as client:
        async for event in await client.responses.create(model=model, input="Hello", stream=True):
            if event.type == "response.output_text.delta":
                texts += bool(event.delta)
    return texts


async def _chat(url: str, model: str) -> int:
    from openai import AsyncOpenAI

    texts = 0
    async with AsyncOpenAI(api_key=_KEY, base_url=f"{url}/v1", max_retries=0) as client:
        messages: Any = [{"role": "user", "content": "Hello"}]
        async for chunk in await client.chat.completions.create(model=model, messages=messages, stream=True):
            texts += bool(chunk.choices and chunk.choices[0].delta.content)
    return texts


SDK_ALONE: Mapping[str, Callable[[str, str], Awaitable[int]]] = {
    "/v1/messages": _anthropic,
    "/v1/responses": _responses,
    "/v1/chat/completions": _chat,
}
"""By a protocol's path: reads an answer from the root given, and returns how many pieces of text came."""
