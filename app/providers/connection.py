"""The HTTP client that all cloud providers share, and its time limits.

Opened on first use, on a thread. Proxies and certificates are the transport's, which is handed in. Refuses to follow
redirects (a key must not travel to another host) and to send a key unencrypted over a network.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.domain.errors import UnsupportedError
from app.domain.hosts import is_private_host, is_this_machine
from app.domain.language import tr

if TYPE_CHECKING:
    import httpx2

CONNECT_TIMEOUT_S = 10.0


class Connections:
    """Owns the HTTP client. Serves one event loop.

    ``transport`` makes the way out: proxies, certificates. Without it every connection is direct, and trusts the
    system's certificates.
    """

    def __init__(
        self,
        *,
        timeout_s: Callable[[], float],
        connect_timeout_s: Callable[[], float] = lambda: CONNECT_TIMEOUT_S,
        transport: Callable[[], httpx2.AsyncBaseTransport] | None = None,
    ) -> None:
        self._timeout_s = timeout_s
        self._connect_timeout_s = connect_timeout_s
        self._transport = transport or _straight
        self._client: httpx2.AsyncClient | None = None
        self._opening = asyncio.Lock()

    async def client(self) -> httpx2.AsyncClient:
        """The client."""
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(_open, self._transport)
            return self._client

    @property
    def timeout(self) -> httpx2.Timeout:
        """Setting up a connection is short; waiting for bytes takes as long as the settings allow."""
        import httpx2

        return httpx2.Timeout(self._timeout_s(), connect=min(self._connect_timeout_s(), self._timeout_s()), pool=None)

    async def aclose(self) -> None:
        """Close every connection. Safe to call twice; a later request opens a new client."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()


def _open(transport: Callable[[], httpx2.AsyncBaseTransport]) -> httpx2.AsyncClient:
    import httpx2

    from app.providers.bounds import BoundedTransport

    return httpx2.AsyncClient(transport=BoundedTransport(transport()), trust_env=False, follow_redirects=False)


def _straight() -> httpx2.AsyncBaseTransport:
    import httpx2
    import truststore

    return httpx2.AsyncHTTPTransport(verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT), trust_env=False)


def is_loopback(url: str) -> bool:
    """Whether ``url`` is on this machine."""
    _, host = scheme_and_host(url)
    return is_this_machine(host)


def refuse_unencrypted(url: str, *, title: str) -> None:
    """Raise ``UnsupportedError`` where a key would travel in the clear beyond the local network."""
    scheme, host = scheme_and_host(url)
    if host and scheme != "https" and not is_private_host(host):
        raise UnsupportedError(
            tr("The address of {title} is not encrypted, so the key was not sent.", title=title),
            remedy=tr("Use an https:// address in Settings > Endpoints."),
        )


def scheme_and_host(url: str) -> tuple[str, str]:
    """Both in lower case; empty for what is no address, which the HTTP client will say in its turn."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.scheme.lower(), (parts.hostname or "").lower()
