"""The way out: which proxy for which host, whom to trust, what fails and how it is told. A real proxy on loopback."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.checks import CheckState
from app.domain.errors import BatonError, CertificateError, UnreachableError
from app.domain.network import Proxy, goes_past, parse_proxy, proxy_setting_problem
from app.domain.settings import Settings, problems
from app.providers.connection import Connections
from app.providers.openai import CompatibleProvider
from app.system.http_transport import RoutedTransport
from app.system.network import SystemNetwork
from tests.provider_fixtures import ask, collect
from tests.vendor_servers import VendorServer

VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD")


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def network(password: str | None = None, environ: dict[str, str] | None = None, **settings: str) -> SystemNetwork:
    return SystemNetwork(
        settings=lambda: replace(Settings(), **settings), password=lambda: password, environ=environ or {}
    )


@pytest.mark.parametrize(
    ("listed", "host", "port", "past"),
    [
        ("example.com", "example.com", None, True),
        ("example.com", "api.example.com", None, True),
        (".example.com", "api.example.com", None, True),
        ("*.example.com", "api.example.com", None, True),
        ("example.com", "notexample.com", None, False),
        ("EXAMPLE.com", "Example.COM", None, True),
        ("example.com:8443", "example.com", 8443, True),
        ("example.com:8443", "example.com", None, False),
        ("10.0.0.0/8", "10.1.2.3", None, True),
        ("10.0.0.0/8", "11.1.2.3", None, False),
        ("10.1.2.3", "10.1.2.3", 443, True),
        ("fd00::/8", "fd12::1", None, True),
        ("[fd12::1]:80", "fd12::1", 80, True),
        ("10.0.0.0/8", "fd12::1", None, False),
        ("2.3.4", "1.2.3.4", None, False),
        ("a, b c", "c", None, True),
        ("*", "anything", None, True),
        ("", "anything", None, False),
        (",,", "", None, False),
    ],
)
def test_no_proxy_is_read_with_its_endings_ports_and_networks(
    listed: str, host: str, port: int | None, past: bool
) -> None:
    assert goes_past(listed, host, port) is past


@given(listed=st.text(max_size=30), host=st.text(max_size=20), port=st.none() | st.integers(1, 65535))
def test_whatever_stands_in_no_proxy_is_borne(listed: str, host: str, port: int | None) -> None:
    assert goes_past(listed, host, port) in (True, False)


@given(text=st.text(max_size=40) | st.from_regex(r"(http|https|socks5)://[a-z@:%/\[\]0-9.]{0,30}", fullmatch=True))
def test_any_text_is_a_proxy_or_is_said_to_be_none_without_repeating_it(text: str) -> None:
    try:
        proxy = parse_proxy(text, origin="the settings")
    except UnreachableError:
        return
    assert "@" not in proxy.shown or "@" in proxy.host


def test_a_proxys_password_is_in_its_address_and_never_shown() -> None:
    proxy = parse_proxy("http://us%40er:p%3Ass@proxy:3128", origin="the environment")
    assert proxy == Proxy(
        scheme="http", host="proxy", port=3128, user="us@er", password="p:ss", origin="the environment"
    )
    assert proxy.url == "http://us%40er:p%3Ass@proxy:3128"
    assert "p:ss" not in f"{proxy.shown} {proxy!r}"
    assert parse_proxy("proxy", origin="x").url == "http://proxy:80"
    assert parse_proxy("https://[::1]", origin="x").url == "https://[::1]:443"


@pytest.mark.parametrize(
    "value", ["system", "none", "http://proxy:3128", "proxy.example.com:8080", "https://me@proxy.example.com"]
)
def test_the_proxy_of_the_settings_may_be(value: str) -> None:
    assert proxy_setting_problem(value) is None
    assert problems({"proxy": value}) == {}


@pytest.mark.parametrize(
    "value", ["", "socks5://x", "http://", "ftp://x", "a b", "http://me:secret@proxy", "http://x:99999"]
)
def test_the_proxy_of_the_settings_may_not_be(value: str) -> None:
    found = problems({"proxy": value})["proxy"]
    assert "secret" not in found
    assert ("baton keys set proxy" in found) is ("secret" in value)


def test_the_environments_proxy_is_used_beyond_this_machine_and_past_its_exceptions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://outer:3128")
    monkeypatch.setenv("NO_PROXY", "intern.example.com,10.0.0.0/8")
    way = network()
    found = way.proxy_for("https://api.example.com/v1")
    assert found is not None
    assert (found.shown, found.origin) == ("http://outer:3128", "the environment")
    for url in (
        "https://localhost:1/x",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://intern.example.com/",
        "https://10.9.8.7/",
        "http://api.example.com/",
        "nonsense",
    ):
        assert way.proxy_for(url) is None, url
    assert network(proxy="none").proxy_for("https://api.example.com/") is None
    own = network(proxy="http://own:8080").proxy_for("https://api.example.com/")
    assert own is not None
    assert own.shown == "http://own:8080"
    assert network(proxy="http://own:8080").proxy_for("https://10.9.8.7/") is None


def test_the_password_comes_from_the_keyring_where_the_address_names_a_user_alone() -> None:
    found = network("p ss", proxy="http://me@own:8080").proxy_for("https://example.com/")
    assert found is not None
    assert found.url == "http://me:p%20ss@own:8080"
    without = network("p ss", proxy="http://own:8080").proxy_for("https://example.com/")
    assert without is not None
    assert without.url == "http://own:8080"


@pytest.mark.parametrize(
    "address", ["socks5://127.0.0.1:1", "nonsense://me:secret@x", "http://me:secret@", "http://[::1"]
)
def test_a_proxy_of_the_environment_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", address)
    with pytest.raises(UnreachableError) as caught:
        network().proxy_for("https://example.com/")
    assert "the environment names" in caught.value.message
    assert "secret" not in str(caught.value)


class _Proxy(BaseHTTPRequestHandler):
    """Answers everything with the status its server was given, and keeps what it was asked."""

    def log_message(self, *_: object) -> None:
        pass

    def do_CONNECT(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        server = self.server
        assert isinstance(server, RefusingProxy)
        server.asked.append((self.path, self.headers.get("proxy-authorization")))
        self.send_response(server.status)
        self.send_header("content-length", "0")
        self.send_header("connection", "close")
        self.end_headers()


class RefusingProxy(ThreadingHTTPServer):
    status = 407

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Proxy)
        self.asked: list[tuple[str, str | None]] = []

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


@pytest.fixture
def refusing() -> Iterator[RefusingProxy]:
    with RefusingProxy() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


async def error_of(way: SystemNetwork, url: str) -> BatonError:
    connections = Connections(timeout_s=lambda: 5.0, transport=lambda: RoutedTransport(way))
    provider = CompatibleProvider(
        name="x", title="X", url=url, needs_key=False, key=lambda: None, connections=connections
    )
    try:
        with pytest.raises(BatonError) as caught:
            await collect(provider, ask())
        return caught.value
    finally:
        await connections.aclose()


@pytest.mark.parametrize("url", ["https://models.example/v1", "http://models.internal/v1"])
async def test_a_proxy_that_wants_a_log_in_is_told_with_what_to_do(refusing: RefusingProxy, url: str) -> None:
    error = await error_of(network("hunter2", proxy=f"http://me@{refusing.address}"), url)
    assert isinstance(error, UnreachableError)
    assert not error.retryable
    assert refusing.address in error.message
    assert "baton keys set proxy" in error.remedy
    assert "hunter2" not in repr(vars(error))
    [(_, login)] = refusing.asked
    assert login == "Basic bWU6aHVudGVyMg=="


async def test_a_proxy_that_does_not_let_through_or_does_not_answer_is_told(refusing: RefusingProxy) -> None:
    refusing.status = 403
    error = await error_of(network(proxy=f"http://{refusing.address}"), "https://models.example/v1")
    assert "did not connect to models.example (403" in error.message
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for url in ("https://models.example/v1", "http://models.internal/v1"):
        error = await error_of(network(proxy=f"http://127.0.0.1:{port}"), url)
        assert error.message == f"The proxy http://127.0.0.1:{port} cannot be reached."


async def test_a_change_of_the_settings_counts_from_the_next_request_on(vendor_server: VendorServer) -> None:
    current = {"settings": replace(Settings(), proxy="http://127.0.0.1:9")}
    way = SystemNetwork(settings=lambda: current["settings"], password=lambda: None, environ={})
    connections = Connections(timeout_s=lambda: 5.0, transport=lambda: RoutedTransport(way))
    provider = CompatibleProvider(
        name="x",
        title="X",
        url="http://models.internal/v1",
        needs_key=False,
        key=lambda: None,
        connections=connections,
    )
    try:
        with pytest.raises(UnreachableError):
            await collect(provider, ask())
        current["settings"] = replace(Settings(), proxy=vendor_server.url)
        await collect(provider, ask())
        assert vendor_server.chats[-1].path == "http://models.internal/v1/chat/completions"
    finally:
        await connections.aclose()


@pytest.mark.parametrize("source", ["settings", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "AWS_CA_BUNDLE"])
async def test_certificates_named_in_any_of_the_usual_places_are_trusted(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
    with VendorServer(tls=True) as server:
        refused = await error_of(network(), server.openai_url)
        assert isinstance(refused, CertificateError)
        assert "Settings > Network" in refused.remedy
        file = str(server.certificate)
        if source == "SSL_CERT_FILE":
            monkeypatch.setenv(source, file)  # OpenSSL itself reads it
        way = network(ca_file=file) if source == "settings" else network(environ={source: file})
        connections = Connections(timeout_s=lambda: 5.0, transport=lambda: RoutedTransport(way))
        provider = CompatibleProvider(
            name="x", title="X", url=server.openai_url, needs_key=False, key=lambda: None, connections=connections
        )
        try:
            assert await collect(provider, ask())
        finally:
            await connections.aclose()


async def test_a_certificate_file_that_is_none_is_named(tmp_path: Path, vendor_server: VendorServer) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("no certificate", encoding="utf-8")
    for path in (empty, tmp_path / "missing.pem"):
        way = network(ca_file=str(path))
        error = await error_of(way, vendor_server.openai_url)
        assert isinstance(error, CertificateError)
        assert str(path) in error.message
        check = way.check()
        assert check.state is CheckState.FAULT
        assert check.remedy


def test_the_doctor_says_which_way_requests_go(refusing: RefusingProxy, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no proxy" in network().check().finding
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:hunter2@{refusing.address}")
    check = network().check()
    assert check.state is CheckState.OK
    assert f"http://{refusing.address}, named by the environment" in check.finding
    assert "hunter2" not in check.finding
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert network(proxy=f"http://127.0.0.1:{port}").check().state is CheckState.FAULT
