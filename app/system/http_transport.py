"""How HTTP clients leave this machine: each request by the proxy that is right for its host, trusting what it should.

Owns a connection pool for each proxy, and the words for what a proxy does wrong. Other errors are the clients' own.
"""

from __future__ import annotations

import asyncio
import ssl

import httpx2

from app.domain.network import Network, Proxy, proxy_refused, proxy_unreachable, proxy_wants_login

_LIMITS = httpx2.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=30.0)
_Way = tuple[str | None, tuple[object, ...]]


class RoutedTransport(httpx2.AsyncBaseTransport):
    """A transport for one event loop. Follows changes of the settings: the way is asked for with every request."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._ways: dict[_Way, httpx2.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send ``request``. Raises ``UnreachableError`` and its kin where the proxy is at fault."""
        proxy, transport = await asyncio.to_thread(self._way, str(request.url))
        if proxy is None:
            return await transport.handle_async_request(request)
        try:
            response = await transport.handle_async_request(request)
        except httpx2.ProxyError as fault:
            said = str(fault)
            if said.startswith("407"):
                raise proxy_wants_login(proxy.shown) from None
            raise proxy_refused(proxy.shown, request.url.host, said[:80]) from None
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as fault:
            if _is_about_tls(fault):
                raise
            raise proxy_unreachable(proxy.shown) from None
        if response.status_code == 407:
            await response.aclose()
            raise proxy_wants_login(proxy.shown)
        return response

    async def aclose(self) -> None:
        """Close every connection."""
        while self._ways:
            _, transport = self._ways.popitem()
            await transport.aclose()

    def _way(self, url: str) -> tuple[Proxy | None, httpx2.AsyncHTTPTransport]:
        """The proxy for ``url`` and the pool for it. Called on threads: two may open the same pool, and one is kept."""
        proxy = self._network.proxy_for(url)
        key = (proxy.url if proxy else None, self._network.trusted)
        if key not in self._ways:
            opened = httpx2.AsyncHTTPTransport(
                verify=self._network.tls_context(),
                trust_env=False,
                limits=_LIMITS,
                proxy=None if proxy is None else httpx2.Proxy(proxy.url, ssl_context=self._proxy_context(proxy)),
            )
            self._ways.setdefault(key, opened)
        return proxy, self._ways[key]

    def _proxy_context(self, proxy: Proxy) -> ssl.SSLContext | None:
        return self._network.tls_context() if proxy.scheme == "https" else None


def _is_about_tls(fault: BaseException) -> bool:
    cause: BaseException | None = fault
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
