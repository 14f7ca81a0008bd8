"""The HTTP clients that all cloud providers share: system certificates, the environment's proxies, time limits.

Opened on first use, on a thread. What stays on this machine goes past every proxy. Refuses to follow redirects (a key
must not travel to another host) and to send a key unencrypted over a network.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.domain.errors import UnreachableError, UnsupportedError
from app.domain.hosts import is_private_host, is_this_machine

if TYPE_CHECKING:
    import httpx2

CONNECT_TIMEOUT_S = 10.0


class Connections:
    """Owns the HTTP clients: one for this machine, one for everything beyond. Serves one event loop."""

    def __init__(
        self, *, timeout_s: Callable[[], float], connect_timeout_s: Callable[[], float] = lambda: CONNECT_TIMEOUT_S
    ) -> None:
        self._timeout_s = timeout_s
        self._connect_timeout_s = connect_timeout_s
        self._clients: dict[bool, httpx2.AsyncClient] = {}
        self._opening = asyncio.Lock()

    async def client(self, url: str) -> httpx2.AsyncClient:
        """The client for ``url``. Raises ``UnreachableError`` where the environment's proxy cannot be used."""
        stays_here = is_loopback(url)
        async with self._opening:
            if stays_here not in self._clients:
                self._clients[stays_here] = await asyncio.to_thread(_open, proxies=not stays_here)
            return self._clients[stays_here]

    @property
    def timeout(self) -> httpx2.Timeout:
        """Setting up a connection is short; waiting for bytes takes as long as the settings allow."""
        import httpx2

        return httpx2.Timeout(self._timeout_s(), connect=min(self._connect_timeout_s(), self._timeout_s()), pool=None)

    async def aclose(self) -> None:
        """Close every connection. Safe to call twice; a later request opens a new client."""
        while self._clients:
            _, client = self._clients.popitem()
            await client.aclose()


def _open(*, proxies: bool) -> httpx2.AsyncClient:
    import httpx2
    import truststore

    try:
        return httpx2.AsyncClient(
            verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            trust_env=proxies,
            follow_redirects=False,
            limits=httpx2.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=30.0),
        )
    except (ImportError, ValueError) as fault:
        raise UnreachableError(
            "The proxy that the environment names cannot be used.",
            remedy="Check HTTPS_PROXY, HTTP_PROXY and ALL_PROXY: an http:// address works, a SOCKS one does not.",
            detail=type(fault).__name__,
        ) from None


def is_loopback(url: str) -> bool:
    """Whether ``url`` is on this machine."""
    _, host = scheme_and_host(url)
    return is_this_machine(host)


def refuse_unencrypted(url: str, *, title: str) -> None:
    """Raise ``UnsupportedError`` where a key would travel in the clear beyond the local network."""
    scheme, host = scheme_and_host(url)
    if host and scheme != "https" and not is_private_host(host):
        raise UnsupportedError(
            f"The address of {title} is not encrypted, so the key was not sent.",
            remedy="Use an https:// address in Settings > Endpoints.",
        )


def scheme_and_host(url: str) -> tuple[str, str]:
    """Both in lower case; empty for what is no address, which the HTTP client will say in its turn."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.scheme.lower(), (parts.hostname or "").lower()
