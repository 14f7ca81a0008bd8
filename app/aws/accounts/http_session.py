"""AWS's requests on their way out: botocore's HTTP session with everybody's proxies and certificates.

botocore knows the environment's proxies and its own list of certificates; here every client that a session makes,
those that fetch credentials included, goes by :class:`app.domain.network.Network`. A bundle that the AWS configuration
names (``AWS_CA_BUNDLE``, ``ca_bundle``) is trusted beside the system's certificates. Imports botocore: import it late.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable
from typing import Any

import botocore.session
from botocore.httpsession import ProxyConfiguration, URLLib3Session

from app.domain.network import Network


class RoutedSession(botocore.session.Session):
    """A session whose clients go by ``network``."""

    def __init__(self, network: Network, *, profile: str | None) -> None:
        super().__init__(profile=profile)
        self._network = network
        self._tls: ssl.SSLContext | None = None

    def create_client(self, service_name: Any, *args: Any, **more: Any) -> Any:
        """See botocore. The configuration is given by its name."""
        from botocore.config import Config

        # botocore would look through the environment for the proxies that the network knows.
        without = Config(proxies={})
        given = more.get("config")
        more["config"] = without if given is None else given.merge(without)
        client: Any = super().create_client(service_name, *args, **more)
        # botocore offers no way to say which HTTP session a client is to have.
        endpoint = client._endpoint  # noqa: SLF001
        made = endpoint.http_session
        endpoint.http_session = _HttpSession(self._network, made, self._tls_context)
        made.close()
        return client

    def _tls_context(self) -> ssl.SSLContext:
        """One for all clients: reading the system's certificates takes longer than all else that a client needs."""
        if self._tls is None:
            self._tls = self._network.tls_context()
        return self._tls


class _HttpSession(URLLib3Session):
    def __init__(self, network: Network, like: Any, shared: Callable[[], ssl.SSLContext]) -> None:
        self._network = network
        # urllib3 writes a bundle, a certificate and what is to be checked into the context that it is given.
        is_plain = like._verify is True and not like._cert_file  # noqa: SLF001
        self._context = shared if is_plain else network.tls_context
        timeout: Any = (like._timeout.connect_timeout, like._timeout.read_timeout)  # noqa: SLF001
        certificate = (like._cert_file, like._key_file) if like._key_file else like._cert_file  # noqa: SLF001
        super().__init__(
            verify=like._verify,  # noqa: SLF001
            timeout=timeout,
            max_pool_connections=like._max_pool_connections,  # noqa: SLF001
            socket_options=like._socket_options,  # noqa: SLF001
            client_cert=certificate,
        )
        self._proxy_config: Any = _Routes(network)

    def send(self, request: Any) -> Any:
        """See botocore. What is wrong with the way out is told before botocore wraps it."""
        self._network.proxy_for(request.url)
        return super().send(request)

    def _get_ssl_context(self) -> ssl.SSLContext:
        return self._context()

    def _setup_ssl_cert(self, conn: Any, url: str, verify: object) -> None:
        if verify is True:
            conn.cert_reqs, conn.ca_certs = "CERT_REQUIRED", None
        else:
            super()._setup_ssl_cert(conn, url, verify)  # type: ignore[misc]  # the stubs leave it out


class _Routes(ProxyConfiguration):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self._network = network

    def proxy_url_for(self, url: str) -> str | None:  # type: ignore[override]  # the stubs forget that there may be none
        proxy = self._network.proxy_for(url)
        return None if proxy is None else proxy.url
