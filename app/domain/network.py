"""The way out of this machine: which proxy a request takes, whom it trusts, and the words for what fails there.

Pure but for the protocol: reading the environment, the system and the keyring is the adapter's. A proxy's password is
never in a message.
"""

from __future__ import annotations

import ipaddress
import re
import ssl
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, unquote, urlsplit

from app.domain.errors import BatonError, CertificateError, UnreachableError
from app.domain.language import marked, tr

PROXY_KEY = "proxy"
"""The name under which the proxy's password is kept in the keyring."""
SYSTEM_PROXY, NO_PROXY = "system", "none"
SETTINGS = marked("the settings")
ENVIRONMENT = marked("the environment")
SYSTEM = marked("the system")
"""Who named a proxy."""
_PORTS = {"http": 80, "https": 443}
_SEPARATORS = re.compile(r"[,\s]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Proxy:
    """A proxy that speaks HTTP. ``origin`` says who named it, as in "the environment"."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = ""
    origin: str = SETTINGS

    @property
    def shown(self) -> str:
        """Its address without user and password."""
        return f"{self.scheme}://{self._host}:{self.port}"

    @property
    def url(self) -> str:
        """Its address with user and password: for the HTTP clients, never to be shown."""
        if not self.user:
            return self.shown
        password = f":{quote(self.password, safe='')}" if self.password else ":"
        return f"{self.scheme}://{quote(self.user, safe='')}{password}@{self._host}:{self.port}"

    @property
    def _host(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host

    def __repr__(self) -> str:
        """Without the password."""
        return f"<proxy {self.shown} of {self.origin}>"


class Network(Protocol):
    """The system's proxies and certificates, as the settings bend them. Blocking; quick."""

    def proxy_for(self, url: str) -> Proxy | None:
        """The proxy to ask for ``url``; ``None`` for this machine and where there is none. Raises ``UnreachableError``
        where the proxy that is named cannot be used.
        """
        ...

    def tls_context(self) -> ssl.SSLContext:
        """A new context that trusts the system's certificates and the files named beside them. Raises
        ``CertificateError`` for a file that cannot be read.
        """
        ...

    @property
    def trusted(self) -> tuple[object, ...]:
        """Another value whenever a new context would trust others."""
        ...


def parse_proxy(text: str, *, origin: str, password: str = "") -> Proxy:
    """``text`` as a proxy; without a scheme it is one for HTTP. ``password`` counts where the address names a user
    without one. Raises ``UnreachableError`` for what cannot be used, without repeating what may hold a password.
    """
    address = text.strip()
    if "://" not in address:
        address = f"http://{address}"
    try:
        parts = urlsplit(address)
        host, port, scheme = parts.hostname, parts.port, parts.scheme.lower()
    except ValueError:
        host, port, scheme = None, None, ""
    if scheme.startswith("socks"):
        raise UnreachableError(
            tr("The proxy that the settings name speaks SOCKS, which Baton does not.")
            if origin == SETTINGS
            else tr("The proxy that {origin} names speaks SOCKS, which Baton does not.", origin=tr(origin)),
            remedy=tr("Name one that speaks HTTP, as in http://proxy.example.com:3128."),
        )
    if scheme not in _PORTS or not host or port == 0 or re.search(r"[\s\\]", address):
        raise UnreachableError(
            tr("The proxy that the settings name cannot be used.")
            if origin == SETTINGS
            else tr("The proxy that {origin} names cannot be used.", origin=tr(origin)),
            remedy=tr("Write its address as http://proxy.example.com:3128 in Settings > Network, or in HTTPS_PROXY."),
        )
    user = unquote(parts.username or "")
    return Proxy(
        scheme=scheme,
        host=host,
        port=port or _PORTS[scheme],
        user=user,
        password=unquote(parts.password or "") or (password if user else ""),
        origin=origin,
    )


def proxy_setting_problem(text: str) -> str | None:
    """Why ``text`` cannot be the proxy of the settings, as a sentence, or ``None`` if it can."""
    if text in (SYSTEM_PROXY, NO_PROXY):
        return None
    try:
        proxy = parse_proxy(text, origin=SETTINGS)
    except UnreachableError:
        return tr("The proxy is system, none, or an address as in http://proxy.example.com:3128.")
    if proxy.password:
        return tr(
            "The settings hold no password: write only the user, and keep it with: baton keys set {proxy_key}.",
            proxy_key=PROXY_KEY,
        )
    return None


def goes_past(no_proxy: str, host: str, port: int | None) -> bool:
    """Whether NO_PROXY's list lets ``host`` be reached without a proxy: names, endings, addresses, networks, ``*``."""
    host = host.lower().strip("[]")
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        address = None
    for item in _SEPARATORS.split(no_proxy.lower()):
        if item == "*":
            return True
        if not item:
            continue
        name, only_port = _named(item)
        if only_port is not None and only_port != port:
            continue
        if address is not None:
            try:
                if address in ipaddress.ip_network(name, strict=False):
                    return True
            except (ValueError, TypeError):  # no address, or one of the other family
                pass
        name = name.removeprefix("*").removeprefix(".")
        if host == name or (name and address is None and host.endswith(f".{name}")):
            return True
    return False


def _named(item: str) -> tuple[str, int | None]:
    """An item of the list, and the port it is for."""
    if item.startswith("["):
        name, _, port = item[1:].partition("]")
        return name, _port(port.removeprefix(":"))
    if item.count(":") == 1:
        name, _, port = item.partition(":")
        return name, _port(port)
    return item, None


def _port(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() else None


def proxy_unreachable(proxy: str) -> UnreachableError:
    """The error for a proxy that does not answer; ``proxy`` is its address as it may be shown."""
    return UnreachableError(
        tr("The proxy {proxy} cannot be reached.", proxy=proxy),
        remedy=tr("Check the network, and the proxy in Settings > Network or HTTPS_PROXY."),
    )


def proxy_wants_login(proxy: str) -> UnreachableError:
    """The error for a proxy that refuses user and password, or misses them."""
    error = UnreachableError(
        tr("The proxy {proxy} wants a log-in, or does not accept the one it got.", proxy=proxy),
        remedy=tr(
            "Write the user into its address in Settings > Network (http://user@proxy:3128) and "
            "keep the password with: baton keys set {proxy_key}.",
            proxy_key=PROXY_KEY,
        ),
    )
    error.retryable = False
    return error


def proxy_refused(proxy: str, where: str, said: str) -> UnreachableError:
    """The error for a proxy that did not let a request through, or could not reach where it was to go."""
    return UnreachableError(
        tr("The proxy {proxy} did not connect to {where} ({said}).", proxy=proxy, where=where, said=said),
        remedy=tr("Check the address, and whether the proxy allows it."),
    )


def untrusted(whose: str, why: str = "") -> CertificateError:
    """The error for a certificate that nobody vouches for; ``whose`` as in "of https://host"."""
    return CertificateError(
        tr("The certificate {whose} is not trusted: {why}.", whose=whose, why=why)
        if why
        else tr("The certificate {whose} is not trusted.", whose=whose),
        remedy=tr(
            "Check the clock. Behind a company's proxy, add its root certificate to the system's "
            "store, or name its file in Settings > Network > Certificate file."
        ),
    )


def unreadable_certificates(path: str, origin: str) -> CertificateError:
    """The error for a file of certificates that is none."""
    return CertificateError(
        tr("The certificate file {path} cannot be read ({origin}).", path=repr(path), origin=origin),
        remedy=tr("Name a readable file of certificates in PEM form, or leave it empty."),
    )


def told_before(causes: list[BaseException]) -> BatonError | None:
    """The error that the way out has put into words already, where a client wrapped it in its own."""
    return next((cause for cause in causes if isinstance(cause, BatonError)), None)
