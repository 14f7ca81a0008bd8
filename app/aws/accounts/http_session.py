"""AWS's requests on their way out: botocore's HTTP session with everybody's proxies and certificates.

botocore knows the environment's proxies and its own list of certificates; here every client that a session makes,
those that fetch credentials included, goes by :class:`app.domain.network.Network`. A bundle that the AWS configuration
names (``AWS_CA_BUNDLE``, ``ca_bundle``) is trusted beside the system's certificates. Imports botocore: import it late.

Owns the limit on what is received of one answer, which whoever stands in AWS's place cannot pass: botocore has none.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from typing import Any

import botocore.session
import urllib3.exceptions
from botocore.awsrequest import AWSResponse
from botocore.exceptions import ConnectionClosedError, HTTPClientError, ReadTimeoutError
from botocore.httpsession import ProxyConfiguration, URLLib3Session

from app.domain.errors import AwsError, MalformedReplyError
from app.domain.language import tr
from app.domain.network import Network

RECEIVED_BYTES = 64 * 1024 * 1024
"""More of an answer is never held in memory: beyond what AWS sends at once, and several times what is kept of it."""

_PIECE_BYTES = 64 * 1024
_HOSTS_KEPT = 256
"""Hosts whose connections are kept: those of every region of several services."""
_CONNECTIONS_KEPT = 64  # of one host, which one that stands in AWS's place is for all of them


class RoutedSession(botocore.session.Session):
    """A session whose clients go by ``network``."""

    def __init__(self, network: Network, *, profile: str | None) -> None:
        super().__init__(profile=profile)
        self._network = network
        self._tls: ssl.SSLContext | None = None
        self._http: dict[tuple[object, ...], _HttpSession] = {}

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
        endpoint.http_session = self._shared(made)
        made.close()
        return client

    def _shared(self, made: Any) -> _HttpSession:
        """One for all clients that wait as long, trust and show the same certificates and set the same socket options,
        with one pool of connections for each host: the next operation need not shake hands anew.
        """
        waits = made._timeout  # noqa: SLF001
        sockets = tuple(made._socket_options)  # noqa: SLF001
        certificates = (made._verify, made._cert_file, made._key_file)  # noqa: SLF001
        key = (*certificates, waits.connect_timeout, waits.read_timeout, *sockets)
        if key not in self._http:
            self._http[key] = _HttpSession(self._network, made, self._tls_context)
        return self._http[key]

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
            max_pool_connections=_CONNECTIONS_KEPT,
            socket_options=like._socket_options,  # noqa: SLF001
            client_cert=certificate,
        )
        self._proxy_config: Any = _Routes(network)

    def send(self, request: Any) -> Any:
        """See botocore. What is wrong with the way out is told before botocore wraps it.

        What is no stream is read here: botocore would hold as much of it as comes.
        """
        self._network.proxy_for(request.url)
        streams, request.stream_output = request.stream_output, True
        try:
            sent: Any = super().send(request)
        finally:
            request.stream_output = streams
        answer = _Answer(sent.url, sent.status_code, sent.headers, sent.raw)
        if not streams:
            answer.read_whole()
        return answer

    def _get_pool_manager_kwargs(self, **more: Any) -> dict[str, Any]:
        kept: dict[str, Any] = super()._get_pool_manager_kwargs(num_pools=_HOSTS_KEPT, **more)  # type: ignore[misc]
        return kept

    def _get_ssl_context(self) -> ssl.SSLContext:
        return self._context()

    def _setup_ssl_cert(self, conn: Any, url: str, verify: object) -> None:
        if verify is True:
            conn.cert_reqs, conn.ca_certs = "CERT_REQUIRED", None
        else:
            super()._setup_ssl_cert(conn, url, verify)  # type: ignore[misc]  # the stubs leave it out


class _Answer(AWSResponse):
    """An answer whose content is at most :data:`RECEIVED_BYTES` long, as many as they are once unpacked."""

    _whole: bytes | None = None

    @property
    def content(self) -> bytes:
        """The body. Raises :class:`AwsError` where it is longer, and what botocore raises where it breaks off."""
        return self.read_whole()

    def read_whole(self) -> bytes:
        """See :attr:`content`; it is read once."""
        if self._whole is None:
            self._whole = b"".join(self._pieces())
        return self._whole

    def _pieces(self) -> Iterator[bytes]:
        received = 0
        try:
            for piece in self.raw.stream(_PIECE_BYTES, decode_content=True):  # what is packed, piece by piece
                received += len(piece)
                if received > RECEIVED_BYTES:
                    self.raw.close()
                    raise _too_large()
                yield piece
            if self.raw.length_remaining:  # botocore would read half a JSON text as an empty answer
                raise ConnectionClosedError(endpoint_url=self.url)
        except urllib3.exceptions.ReadTimeoutError as error:
            raise ReadTimeoutError(endpoint_url=self.url, error=error) from None
        except urllib3.exceptions.ProtocolError as error:
            raise ConnectionClosedError(endpoint_url=self.url, error=error) from None
        except urllib3.exceptions.DecodeError as error:
            raise MalformedReplyError(
                tr("What answered packed its answer in a way that cannot be undone."),
                remedy=tr("Check the proxy and any endpoint set in the AWS configuration."),
                detail=str(error),
            ) from None
        except urllib3.exceptions.HTTPError as error:
            raise HTTPClientError(error=error) from None


def _too_large() -> AwsError:
    return AwsError(
        tr(
            "AWS answered with more than {count} MB at once, so the rest was not read.",
            count=RECEIVED_BYTES // 1024**2,
        ),
        code="AnswerTooLarge",
        remedy=tr("Ask for less, with a filter or a smaller page. After a change, look before repeating it."),
    )


class _Routes(ProxyConfiguration):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self._network = network

    def proxy_url_for(self, url: str) -> str | None:  # type: ignore[override]  # the stubs forget that there may be none
        proxy = self._network.proxy_for(url)
        return None if proxy is None else proxy.url
