"""What goes wrong with a vendor: every fault comes as an error with a remedy, and none of them shows a key."""

from __future__ import annotations

import inspect
import logging
import ssl
import traceback
from collections.abc import Iterator
from contextlib import aclosing

import httpx2
import pytest

from app.domain.errors import (
    AccountRefusedError,
    BatonError,
    CertificateError,
    ContextOverflowError,
    KeyProblemError,
    MalformedReplyError,
    NotFoundError,
    ProviderFaultError,
    RateLimitedError,
    RefusedByProviderError,
    StreamCutError,
    TimedOutError,
    UnreachableError,
    UnsupportedError,
)
from app.domain.ports import ChatProvider
from app.domain.settings import Settings, setting_infos
from app.domain.stream import AnswerFold, StreamEvent, TextDelta
from app.providers import bounds
from app.providers.anthropic import AnthropicProvider
from app.providers.connection import Connections, refuse_unencrypted
from app.providers.exchanges import TAIL_S
from app.providers.faults import Exchange, transport_fault
from app.providers.openai import CompatibleProvider
from app.providers.prices import PriceList
from app.providers.rate_limits import retry_after_s
from app.providers.vendor_text import fit_to_show
from app.system.http_transport import RoutedTransport
from app.system.network import SystemNetwork
from tests.provider_fixtures import KEY, Makers, ask, collect
from tests.vendor_servers import Answer, Cut, FailNow, Failure, Garble, Raw, Reply, Say, VendorServer, Wait

VENDORS = ("anthropic", "openai", "compatible")


async def error_of(provider: ChatProvider, reply: Reply | None, server: VendorServer) -> BatonError:
    if reply is not None:
        server.script(reply)
    with pytest.raises(BatonError) as caught:
        await collect(provider, ask())
    shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value.__dict__)
    assert KEY not in shown
    assert caught.value.message
    assert caught.value.remedy
    assert "Error" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (Failure(401, f"Incorrect API key provided: {KEY}. Find yours …"), KeyProblemError),
        (Failure(402, "Your credit balance is too low"), AccountRefusedError),
        (Failure(403, "Your key may not use this model"), KeyProblemError),
        (Failure(404, "model: nope"), NotFoundError),
        (Failure(400, "prompt is too long: 300000 tokens > 200000 maximum"), ContextOverflowError),
        (Failure(400, "This model's maximum context length is 8192 tokens."), ContextOverflowError),
        (Failure(413, "Request exceeds the maximum size"), ContextOverflowError),
        (Failure(400, "blocked by our content policy"), RefusedByProviderError),
        (Failure(400, "temperature: out of range"), UnsupportedError),
        (Failure(422, "extra fields not permitted"), UnsupportedError),
        (Failure(429, "slow down"), RateLimitedError),
        (Failure(429, "You exceeded your quota, check billing", code="insufficient_quota"), AccountRefusedError),
        (Failure(500, "boom"), ProviderFaultError),
        (Failure(503, "busy"), ProviderFaultError),
        (Failure(504, "late"), TimedOutError),
        (Failure(529, "Overloaded"), ProviderFaultError),
        (Failure(302, headers={"location": "https://elsewhere.example/"}), UnreachableError),
        (Failure(502, body=b"<html>bad gateway</html>"), ProviderFaultError),
        (Raw([b"<html>not a model service</html>"], content_type="text/html"), MalformedReplyError),
        (Raw([b'{"choices": []}'], content_type="application/json"), MalformedReplyError),
        (Raw([b"data: [1, 2]\n\n", b"event: x\ndata: [1, 2]\n\n"]), MalformedReplyError),
        (Raw([b"event: message_start\ndata: " + b"[" * 100_000 + b"\n\n"]), MalformedReplyError),
        (Raw([b"event: message_start\ndata: \xff\xfe\n\n"]), MalformedReplyError),
        (Raw([]), MalformedReplyError),
        (Answer(Garble()), MalformedReplyError),
    ],
)
async def test_each_failure_becomes_the_error_a_person_can_act_on(
    makers: Makers, vendor_server: VendorServer, vendor: str, failure: Reply, kind: type[BatonError]
) -> None:
    fault = await error_of(getattr(makers, vendor)(vendor_server), failure, vendor_server)
    assert type(fault) is kind
    if kind is KeyProblemError:
        assert isinstance(fault, KeyProblemError)
        assert fault.provider == ("groq" if vendor == "compatible" else vendor)


@pytest.mark.parametrize("vendor", VENDORS)
async def test_what_came_before_a_cut_stays(makers: Makers, vendor_server: VendorServer, vendor: str) -> None:
    vendor_server.script(Answer(Say("Half an ans"), Cut()))
    answer = AnswerFold()

    async def listen() -> None:
        async for event in getattr(makers, vendor)(vendor_server).stream(ask()):
            answer.add(event)

    with pytest.raises(StreamCutError):
        await listen()
    assert answer.message.text == "Half an ans"


@pytest.mark.parametrize("vendor", VENDORS)
async def test_an_error_event_amid_the_answer_is_told_as_what_it_is(
    makers: Makers, vendor_server: VendorServer, vendor: str
) -> None:
    fault = await error_of(
        getattr(makers, vendor)(vendor_server), Answer(Say("Half"), FailNow("overloaded_error")), vendor_server
    )
    assert type(fault) is ProviderFaultError


@pytest.mark.parametrize("vendor", VENDORS)
async def test_the_wait_that_the_vendor_asks_for_is_passed_on(
    makers: Makers, vendor_server: VendorServer, vendor: str
) -> None:
    fault = await error_of(
        getattr(makers, vendor)(vendor_server), Failure(429, "slow", retry_after="17"), vendor_server
    )
    assert isinstance(fault, RateLimitedError)
    assert fault.retry_after_s == 17


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "-3"}, 0.0),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "999999999999"}, None),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"}, None),
    ],
)
def test_the_wait_is_read_in_every_form_it_has(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after_s(headers) == seconds


@pytest.mark.parametrize("vendor", VENDORS)
async def test_a_vendor_that_falls_silent_times_out(vendor_server: VendorServer, vendor: str) -> None:
    connections = Connections(timeout_s=lambda: 0.2)
    try:
        for steps in ((Wait(),), (Say("Half"), Wait())):
            vendor_server.script(Answer(*steps))
            provider = getattr(Makers(connections), vendor)(vendor_server)
            with pytest.raises(TimedOutError):
                await collect(provider, ask())
    finally:
        await connections.aclose()


@pytest.mark.parametrize("vendor", VENDORS)
async def test_a_host_where_nothing_listens_is_unreachable(makers: Makers, vendor: str) -> None:
    with VendorServer() as gone:
        provider = getattr(makers, vendor)(gone)
    fault = await error_of(provider, None, gone)
    assert type(fault) is UnreachableError
    assert "127.0.0.1" in fault.message


@pytest.mark.parametrize("vendor", VENDORS)
async def test_a_certificate_that_nobody_signed_is_refused_and_named(makers: Makers, vendor: str) -> None:
    with VendorServer(tls=True) as server:
        fault = await error_of(getattr(makers, vendor)(server), None, server)
        assert type(fault) is CertificateError
        assert server.requests == []


async def test_a_certificate_of_the_organisations_own_is_trusted_once_the_system_trusts_it(
    monkeypatch: pytest.MonkeyPatch, makers: Makers
) -> None:
    if ssl.get_default_verify_paths().openssl_cafile_env != "SSL_CERT_FILE":
        pytest.skip("this Python does not read SSL_CERT_FILE")
    with VendorServer(tls=True) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        if not _trusts(server):
            pytest.skip("this system's store takes no certificate from the environment")
        server.script(Answer("Hi"))
        assert await collect(makers.anthropic(server), ask())


def _trusts(server: VendorServer) -> bool:
    import truststore

    with httpx2.Client(verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)) as client:
        try:
            return client.get(f"{server.url}/v1/models").status_code == 200
        except httpx2.HTTPError:
            return False


async def test_https_spoken_to_a_server_without_it_says_so(makers: Makers, vendor_server: VendorServer) -> None:
    provider = CompatibleProvider(
        name="x",
        title="X",
        url=vendor_server.openai_url.replace("http:", "https:"),
        needs_key=False,
        key=lambda: None,
        connections=makers.connections,
    )
    fault = await error_of(provider, None, vendor_server)
    assert isinstance(fault, UnreachableError)
    assert "https" in fault.remedy


@pytest.mark.parametrize("url", ["not an address", "ftp://host/v1", "http://", "http://[::1", "http://host:99999/v1"])
async def test_an_address_that_is_none_is_told(makers: Makers, url: str) -> None:
    provider = CompatibleProvider(
        name="x", title="X", url=url, needs_key=False, key=lambda: None, connections=makers.connections
    )
    with pytest.raises(BatonError) as caught:
        await collect(provider, ask())
    assert "Error" not in str(caught.value)
    assert caught.value.remedy


async def test_a_name_that_does_not_resolve_is_unreachable(makers: Makers) -> None:
    provider = CompatibleProvider(
        name="x",
        title="X",
        url="http://no-such-host.invalid/v1",
        needs_key=False,
        key=lambda: None,
        connections=makers.connections,
    )
    with pytest.raises(UnreachableError):
        await collect(provider, ask())


def routed() -> Connections:
    """Connections that take the way out that this machine's environment names."""
    way = SystemNetwork(settings=Settings, password=lambda: None)
    return Connections(timeout_s=lambda: 5.0, transport=lambda: RoutedTransport(way))


async def test_a_proxy_of_the_environment_is_used_and_a_bad_one_is_named(
    monkeypatch: pytest.MonkeyPatch, vendor_server: VendorServer
) -> None:
    monkeypatch.setenv("HTTP_PROXY", vendor_server.url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    for proxy, sees in ((vendor_server.url, True), ("socks5://127.0.0.1:1", False), ("nonsense://x", False)):
        monkeypatch.setenv("HTTP_PROXY", proxy)
        monkeypatch.setenv("http_proxy", proxy)
        connections = routed()
        provider = CompatibleProvider(
            name="x",
            title="X",
            url="http://models.internal/v1",
            needs_key=False,
            key=lambda: None,
            connections=connections,
        )
        try:
            if sees:
                await collect(provider, ask())
                assert vendor_server.chats[-1].path == "http://models.internal/v1/chat/completions"
            else:
                with pytest.raises(UnreachableError) as caught:
                    await collect(provider, ask())
                assert "proxy" in caught.value.message
        finally:
            await connections.aclose()


async def test_what_runs_on_this_machine_is_reached_past_every_proxy(
    monkeypatch: pytest.MonkeyPatch, vendor_server: VendorServer
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    connections = routed()
    try:
        for url in (vendor_server.openai_url, vendor_server.openai_url.replace("127.0.0.1", "localhost")):
            provider = CompatibleProvider(
                name="x", title="X", url=url, needs_key=False, key=lambda: None, connections=connections
            )
            assert await collect(provider, ask())
    finally:
        await connections.aclose()


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize("key", [None, "", "  \n", "schlüssel", "two words", "new\nline"])
async def test_a_missing_or_impossible_key_is_told_before_anything_is_sent(
    makers: Makers, vendor_server: VendorServer, vendor: str, key: str | None
) -> None:
    with pytest.raises(KeyProblemError) as caught:
        await collect(getattr(makers, vendor)(vendor_server, key), ask())
    assert vendor_server.requests == []
    if key and key.strip():
        assert key not in str(caught.value)


async def test_a_server_without_a_key_is_sent_none_even_if_the_environment_has_openais(
    monkeypatch: pytest.MonkeyPatch, makers: Makers, vendor_server: VendorServer
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-openai-own-key")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin-key")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-secret")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-secret")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Gateway: gateway-token\nAuthorization: Bearer other")
    for key in (None, KEY):
        provider = makers.compatible(vendor_server, key, needs_key=key is not None)
        await provider.models()
        await collect(provider, ask())
    first, second = vendor_server.requests[:2], vendor_server.requests[2:]
    assert all("authorization" not in request.headers for request in first)
    assert all(request.headers["authorization"] == f"Bearer {KEY}" for request in second)
    sent = " ".join(str(request.headers) for request in vendor_server.requests)
    for secret in ("sk-openai-own-key", "sk-admin-key", "org-secret", "proj-secret", "gateway-token", "Bearer other"):
        assert secret not in sent


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("http://127.0.0.1:1/v1", True),
        ("http://gpu-box:8000/v1", True),
        ("http://192.168.1.5/v1", True),
        ("http://nas.local/v1", True),
        ("https://api.example.com/v1", True),
        ("http://api.example.com/v1", False),
        ("http://8.8.8.8/v1", False),
    ],
)
def test_a_key_never_leaves_the_local_network_unencrypted(url: str, sent: bool) -> None:
    if sent:
        refuse_unencrypted(url, title="X")
    else:
        with pytest.raises(UnsupportedError):
            refuse_unencrypted(url, title="X")


@pytest.mark.parametrize(
    "said",
    [
        f"Incorrect API key provided: {KEY}.",
        "Incorrect API key provided: sk-proj-*****************1234.",
        "Bad token gsk_abcdefghij0123456789",
        "Authorization: Bearer abcdefghij.klmnop",
        "key xai-AbCdEf012345 is revoked",
        "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc",
    ],
)
def test_keys_that_vendors_echo_are_hidden(said: str) -> None:
    shown = fit_to_show(said)
    assert "[hidden]" in shown
    for secret in (KEY, "1234.", "abcdefghij", "AbCdEf012345", "eyJzdWIi"):
        assert secret not in shown


def test_a_key_of_any_shape_is_hidden_where_it_is_known() -> None:
    assert "hunter2xyz" not in fit_to_show("the key hunter2xyz is wrong", "hunter2xyz")


def test_a_long_page_is_shortened() -> None:
    assert len(fit_to_show("x" * 10_000)) <= 300


def test_of_a_page_that_never_ends_the_beginning_is_read_and_no_half_of_a_key_is_shown() -> None:
    assert fit_to_show("No." + " " * 19_990 + "hunter2xyz", "hunter2xyz") == "No."
    assert len(fit_to_show("x" * 1_000_000)) <= 300


SAID = {
    "anthropic": b"event: content_block_start\ndata: "
    b'{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}\n\n'
    b"event: content_block_delta\ndata: "
    b'{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"So"}}\n\n',
    "openai": b"event: response.output_text.delta\ndata: "
    b'{"type":"response.output_text.delta","output_index":0,"content_index":0,"item_id":"a","delta":"So"}\n\n',
    "compatible": b'data: {"choices":[{"index":0,"delta":{"content":"So"}}]}\n\n',
}


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize("chunk", [b"x" * 4096, b": x\n" * 1024], ids=["one line", "many"])
async def test_an_answer_without_an_end_is_stopped_and_what_came_is_kept(
    makers: Makers, vendor_server: VendorServer, vendor: str, chunk: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "LINE_BYTES", 100_000)
    monkeypatch.setattr(bounds, "ANSWER_BYTES", 200_000)
    vendor_server.script(Raw([SAID[vendor], *[chunk] * 60]))
    came: list[StreamEvent] = []

    async def take() -> None:
        async with aclosing(getattr(makers, vendor)(vendor_server).stream(ask())) as events:
            async for event in events:
                came.append(event)  # noqa: PERF401  # what came is kept where the stream fails

    with pytest.raises(MalformedReplyError):
        await take()
    assert [event.text for event in came if isinstance(event, TextDelta)] == ["So"]


@pytest.mark.parametrize("vendor", VENDORS)
async def test_of_a_long_error_the_status_is_told(makers: Makers, vendor_server: VendorServer, vendor: str) -> None:
    body = b"<html>" + b"x" * 10 * bounds.ERROR_BYTES
    fault = await error_of(getattr(makers, vendor)(vendor_server), Failure(401, body=body), vendor_server)
    assert isinstance(fault, KeyProblemError)


def test_what_follows_an_answers_end_is_waited_for_less_long_than_any_silence() -> None:
    shortest = next(info for info in setting_infos() if info.name == "request_timeout_s").minimum
    assert shortest is not None
    assert shortest > TAIL_S


async def test_an_answer_that_cannot_be_unpacked_is_no_silent_host(makers: Makers, vendor_server: VendorServer) -> None:
    vendor_server.script(Raw((b"this is no gzip",), headers={"content-encoding": "gzip"}))
    with pytest.raises(MalformedReplyError):
        await collect(makers.compatible(vendor_server), ask())


async def test_nothing_that_is_logged_holds_a_key(
    makers: Makers, vendor_server: VendorServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for provider in makers.all(vendor_server):
        await collect(provider, ask())
        vendor_server.script(Failure(401, f"Incorrect API key provided: {KEY}."))
        with pytest.raises(KeyProblemError):
            await collect(provider, ask())
    assert vendor_server.chats
    for record in caplog.records:
        if record.name.startswith("app"):
            assert KEY not in record.getMessage()


def _errors_in(module: object, root: type[BaseException]) -> Iterator[type[Exception]]:
    """Every exception class of an SDK: those its exceptions module defines, and every subclass there is."""
    queue = [root, *(c for _, c in inspect.getmembers(module, inspect.isclass) if issubclass(c, Exception))]
    seen = set()
    while queue:
        kind = queue.pop()
        if kind not in seen and issubclass(kind, Exception):
            seen.add(kind)
            queue += kind.__subclasses__()
            yield kind


def _made(kind: type[Exception]) -> Exception:
    """An instance without its constructor's ceremony, holding what the mapping may look at."""
    fault = kind.__new__(kind)
    fault.args = (f"it failed with {KEY}",)
    request = httpx2.Request("POST", "http://x/")
    status = getattr(kind, "status_code", 500)
    status = status if isinstance(status, int) else 500
    facts = {
        "message": f"it failed with {KEY}",
        "request": request,
        "response": httpx2.Response(status, request=request),
        "status_code": status,
        "body": None,
        "code": None,
        "param": None,
        "type": None,
        "error_code": None,
        "api_message": None,
        "request_id": None,
    }
    for name, value in facts.items():
        try:
            setattr(fault, name, value)
        except AttributeError:
            continue
    return fault


@pytest.mark.parametrize("sdk", ["anthropic", "openai", "httpx2"])
def test_no_error_class_of_an_sdk_is_left_unmapped(sdk: str) -> None:
    import anthropic
    import anthropic._error_classes
    import anthropic._exceptions
    import openai
    import openai._exceptions

    from app.providers import anthropic as ours
    from app.providers import openai as theirs

    if sdk == "anthropic":
        kinds = set(_errors_in(anthropic._exceptions, anthropic.AnthropicError))
        mapped = [ours.mapped]
    elif sdk == "openai":
        kinds = set(_errors_in(openai._exceptions, openai.OpenAIError))
        mapped = [theirs.mapped]
    else:
        kinds = {httpx2.InvalidURL, *_errors_in(object(), httpx2.HTTPError), *_errors_in(object(), httpx2.StreamError)}
        mapped = [ours.mapped, theirs.mapped]
    assert len(kinds) > 10
    for kind in kinds:
        for manager in mapped:
            with pytest.raises(BatonError) as caught, manager(Exchange("x", "X", "http://x", key=KEY, model="m")):
                raise _made(kind)
            assert KEY not in str(caught.value) + caught.value.detail
            assert kind.__name__ not in str(caught.value)


async def test_anthropics_gateway_may_be_given_with_or_without_its_version(
    makers: Makers, vendor_server: VendorServer
) -> None:
    for url in (vendor_server.url, vendor_server.openai_url, vendor_server.url + "/"):
        provider = AnthropicProvider(key=lambda: KEY, connections=makers.connections, prices=PriceList(), url=url)
        await collect(provider, ask())
    assert {request.path for request in vendor_server.requests} == {"/v1/messages"}


def test_setting_up_a_connection_is_given_up_soon_however_long_an_answer_may_take() -> None:
    assert Connections(timeout_s=lambda: 3.0).timeout.connect == 3.0
    assert Connections(timeout_s=lambda: 600.0).timeout.connect == 10.0
    assert Connections(timeout_s=lambda: 600.0).timeout.read == 600.0


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (b'{"message": "slow down", "code": 429}', RateLimitedError),
        (b'{"message": "slow down", "code": "429", "type": 5}', RateLimitedError),
        ('{"message": "odd", "code": "²"}'.encode(), ProviderFaultError),
        (b'{"message": "odd", "code": 12345678901234567890}', ProviderFaultError),
    ],
)
async def test_an_error_amid_the_stream_may_give_its_code_in_any_form(
    makers: Makers, vendor_server: VendorServer, error: bytes, kind: type[BatonError]
) -> None:
    reply = Raw([b'data: {"error": ' + error + b"}\n\n"])
    fault = await error_of(makers.compatible(vendor_server), reply, vendor_server)
    assert isinstance(fault, kind)


@pytest.mark.parametrize("address", ["http://kim:hunter2@127.0.0.1:1/v1", "http://kim:hunter2@[::1", "//a@hunter2@b/x"])
def test_a_password_in_an_address_is_in_no_message(address: str) -> None:
    exchange = Exchange("anthropic", "Anthropic", address)
    fault = transport_fault(exchange, httpx2.ConnectError("refused"))
    assert "hunter2" not in str(fault)
    assert "hunter2" not in repr(exchange)
