"""What Ollama says of its models under ``/api/show``, which its list in OpenAI's form leaves out.

Asks on this machine only, a few at a time; a model it says nothing of is known by its name alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from app.providers.connection import Connections
from app.providers.exchanges import count_of, mapping, sequence, text_of

_TIMEOUT_S = 3.0  # a server that is slower is busy with an answer
_AT_ONCE = 8


async def shown_facts(connections: Connections, url: str, names: Sequence[str]) -> Mapping[str, Mapping[str, object]]:
    """The facts of the models ``names`` by name, in the words of a list; empty ones where Ollama does not answer."""
    if not names:
        return {}
    import httpx2

    client = await connections.client()
    address = f"{url.rstrip('/').removesuffix('/v1')}/api/show"
    few = asyncio.Semaphore(_AT_ONCE)

    async def ask(name: str) -> tuple[str, Mapping[str, object]]:
        try:
            async with few:
                reply = await client.post(address, json={"model": name}, timeout=_TIMEOUT_S)
            return name, ollama_facts(reply.json()) if reply.status_code == httpx2.codes.OK else {}
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, ValueError, RecursionError):
            return name, {}

    return dict(await asyncio.gather(*(ask(name) for name in names)))


def ollama_facts(reply: object) -> Mapping[str, object]:
    """What Ollama's ``/api/show`` says of a model, in the words of a list: its context and what it can do.

    ``num_ctx`` is what the person had it loaded with, and counts before what it was trained for.
    """
    shown = mapping(reply)
    facts: dict[str, object] = {}
    if names := [name for name in sequence(shown.get("capabilities")) if isinstance(name, str)]:
        facts["capabilities"] = {
            "function_calling": "tools" in names,
            "vision": "vision" in names,
            "thinking": "thinking" in names,
            "completion_chat": "completion" in names,
        }
    details = mapping(shown.get("model_info"))
    context = count_of(details.get(f"{text_of(details.get('general.architecture'))}.context_length"))
    for line in text_of(shown.get("parameters")).splitlines():
        name, _, value = line.strip().partition(" ")
        if name == "num_ctx" and value.strip().isdecimal():
            context = count_of(int(value.strip()[:15])) or context
    if context:
        facts["context_length"] = context
    return facts
