"""The system's proxies and certificates, bent by the settings: what every request that leaves this machine goes by.

Proxies come from the settings, the environment, or wherever Python finds the desktop's; what is on this machine is
reached past all of them. Certificates are the system's own, and those in the files that the settings and the usual
variables name. Refuses to show a password.
"""

from __future__ import annotations

import os
import socket
import ssl
import sys
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from app.domain.checks import Check, CheckState
from app.domain.errors import BatonError
from app.domain.hosts import is_this_machine
from app.domain.language import tr
from app.domain.network import (
    ENVIRONMENT,
    NO_PROXY,
    SETTINGS,
    SYSTEM,
    SYSTEM_PROXY,
    Proxy,
    goes_past,
    parse_proxy,
    proxy_unreachable,
    unreadable_certificates,
)
from app.domain.settings import Settings

_CA_VARIABLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "AWS_CA_BUNDLE")
_CHECK_TIMEOUT_S = 5.0
_SOMEWHERE = "https://example.com/"


class SystemNetwork:
    """Implements :class:`app.domain.network.Network`. Reads settings and environment anew each time; thread-safe.

    ``password`` is the proxy's, from the keyring; it may block.
    """

    def __init__(
        self,
        *,
        settings: Callable[[], Settings],
        password: Callable[[], str | None],
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self._settings = settings
        self._password = password
        self._environ = environ

    def proxy_for(self, url: str) -> Proxy | None:
        """See :class:`app.domain.network.Network`."""
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        if not host or is_this_machine(host):
            return None
        named = self._settings().proxy
        if named == NO_PROXY:
            return None
        known = urllib.request.getproxies()
        if goes_past(known.get("no", ""), host, parts.port):
            return None
        if named != SYSTEM_PROXY:
            return self._parsed(named, SETTINGS)
        address = known.get(parts.scheme) or known.get("all")
        if not address or urllib.request.proxy_bypass(host):
            return None
        return self._parsed(address, ENVIRONMENT if _is_in_environment() else SYSTEM)

    def tls_context(self) -> ssl.SSLContext:
        """See :class:`app.domain.network.Network`."""
        import truststore

        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        for path, origin in self._files():
            try:
                is_folder = Path(path).is_dir()
                context.load_verify_locations(cafile=None if is_folder else path, capath=path if is_folder else None)
            except (OSError, ValueError):  # ssl.SSLError is an OSError
                raise unreadable_certificates(path, origin) from None
        return context

    @property
    def trusted(self) -> tuple[object, ...]:
        """See :class:`app.domain.network.Network`."""
        return tuple((path, _state(path)) for path, _ in self._files())

    def check(self) -> Check:
        """Which proxy and which certificates are used, and whether they can be."""
        try:
            proxy = self.proxy_for(_SOMEWHERE)
            self.tls_context()
            if proxy is not None:
                _reach(proxy)
        except BatonError as problem:
            return Check(name="network", state=CheckState.FAULT, finding=problem.message, remedy=problem.remedy)
        files = ", ".join(repr(path) for path, _ in self._files())
        way = (
            tr("no proxy")
            if proxy is None
            else tr("the proxy {address}, named by {origin}", address=proxy.shown, origin=tr(proxy.origin))
        )
        finding = (
            tr("Goes out by {way}; trusts the system's certificates, and {files}.", way=way, files=files)
            if files
            else tr("Goes out by {way}; trusts the system's certificates.", way=way)
        )
        return Check(name="network", state=CheckState.OK, finding=finding)

    def _parsed(self, address: str, origin: str) -> Proxy:
        proxy = parse_proxy(address, origin=origin)
        if proxy.user and not proxy.password:
            return parse_proxy(address, origin=origin, password=self._password() or "")
        return proxy

    def _files(self) -> Iterator[tuple[str, str]]:
        """Files of certificates beside the system's, each once, and who named it."""
        seen = set()
        named = [(self._settings().ca_file, tr("named in the settings"))]
        named += [(self._environ.get(name, ""), tr("named by {name}", name=name)) for name in _CA_VARIABLES]
        for path, origin in named:
            if sys.platform == "linux" and path and path == self._environ.get("SSL_CERT_FILE"):
                continue  # OpenSSL itself takes it for the system's
            if path and path not in seen:
                seen.add(path)
                yield path, origin


def _is_in_environment() -> bool:
    return any(os.environ.get(name) for scheme in ("http", "https", "all") for name in _both(f"{scheme}_proxy"))


def _both(name: str) -> tuple[str, str]:
    return name, name.upper()


def _state(path: str) -> object:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _reach(proxy: Proxy) -> None:
    try:
        socket.create_connection((proxy.host, proxy.port), timeout=_CHECK_TIMEOUT_S).close()
    except OSError:
        raise proxy_unreachable(proxy.shown) from None
