"""Looking for model servers on this machine: asks the ports they usually listen on, and no other host.

Only on request: nothing here runs by itself, and what answers is offered, not switched on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from app.domain.models import Endpoint
from app.providers.connection import Connections, is_loopback
from app.providers.exchanges import mapping

_TIMEOUT_S = 1.5


async def answering(connections: Connections, endpoints: Sequence[Endpoint]) -> Sequence[Endpoint]:
    """Those of ``endpoints`` on this machine at whose address something lists models, or asks for a key to do so."""
    near = [endpoint for endpoint in endpoints if is_loopback(endpoint.url)]
    found = await asyncio.gather(*(_answers(connections, endpoint) for endpoint in near))
    return tuple(endpoint for endpoint, answers in zip(near, found, strict=True) if answers)


async def _answers(connections: Connections, endpoint: Endpoint) -> bool:
    import httpx2

    client = await connections.client()
    try:
        reply = await client.get(f"{endpoint.url}/models", timeout=_TIMEOUT_S)
        if reply.status_code in (httpx2.codes.UNAUTHORIZED, httpx2.codes.FORBIDDEN):
            return endpoint.needs_key
        listed = mapping(reply.json())
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, ValueError, RecursionError):
        return False
    return reply.status_code == httpx2.codes.OK and any(
        isinstance(listed.get(name), list) for name in ("data", "models")
    )
