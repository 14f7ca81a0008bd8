"""Everything that leaves this machine, through a real proxy with a certificate of its own and a log-in."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

from app.bootstrap import build_application
from app.domain.errors import BatonError, CertificateError, UnreachableError
from app.domain.messages import Message
from app.domain.models import ModelId
from app.domain.network import PROXY_KEY
from app.domain.ports import ChatRequest
from app.domain.stream import TextDelta
from app.services.application import Application
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths
from tests import gguf_files
from tests.hub_server import Hub
from tests.provider_fixtures import KEY
from tests.tool_fixtures import PROXY_PASSWORD, ManInTheMiddle
from tests.vendor_servers import Answer, VendorServer

MODELS = {
    "anthropic:claude-opus-5-5": "POST api.anthropic.com /v1/messages",
    "openai:gpt-4o": "POST api.openai.com /v1/responses",
    "groq:llama-3.3-70b": "POST api.groq.com /openai/v1/chat/completions",
    "bedrock:amazon.nova-lite-v1:0": "POST bedrock-runtime.eu-west-1.amazonaws.com "
    "/model/amazon.nova-lite-v1%3A0/converse-stream",
}
STS = "sts.eu-west-1.amazonaws.com"
IDENTITY = """<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::123456789012:user/me</Arn><UserId>AIDA</UserId><Account>123456789012</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>"""


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def behind(man_in_the_middle: ManInTheMiddle, vendor_server: VendorServer, hub: Hub) -> ManInTheMiddle:
    """The proxy, leading each vendor's host to a server that speaks its protocol."""
    proxy = man_in_the_middle
    hosts = [request.split()[1] for request in MODELS.values()]
    proxy.leads = {**dict.fromkeys(hosts, vendor_server.url), "huggingface.co": hub.url}
    proxy.leads["bedrock.eu-west-1.amazonaws.com"] = vendor_server.url
    proxy.says = {STS: IDENTITY}
    proxy.direct()
    return proxy


@pytest.fixture
def profile() -> None:
    Path(os.environ["AWS_CONFIG_FILE"]).write_text(
        "[default]\nregion = eu-west-1\naws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = x\n",
        encoding="utf-8",
    )


@pytest.fixture
async def app(home: Path, profile: None) -> AsyncIterator[Application]:
    secrets = MemorySecretStore()
    for name, value in (("anthropic", KEY), ("openai", KEY), ("groq", KEY), (PROXY_KEY, PROXY_PASSWORD)):
        secrets.set(name, value)
    environ = {"BATON_HOME": str(home)}
    built = build_application(paths=Paths.find(environ), environ=environ, secrets=secrets)
    yield built
    await built.aclose()


async def said(app: Application, model: str) -> str:
    request = ChatRequest(model=model.partition(":")[2], messages=(Message.user("hello"),))
    events = app.models.stream(ModelId.parse(model), request)
    async with aclosing(events) as stream:  # type: ignore[type-var]
        return "".join([event.text async for event in stream if isinstance(event, TextDelta)])


async def failed(work: object) -> BatonError:
    with pytest.raises(BatonError) as caught:
        await work  # type: ignore[misc]
    return caught.value


async def test_models_aws_and_downloads_all_go_by_the_proxy_and_trust_its_certificate(
    app: Application, behind: ManInTheMiddle, vendor_server: VendorServer, hub: Hub, tmp_path: Path
) -> None:
    await app.settings.change({"proxy": behind.address, "ca_file": str(behind.certificate)})
    for model, request in MODELS.items():
        vendor_server.script(Answer(f"By the proxy: {model}"))
        assert await said(app, model) == f"By the proxy: {model}"
        assert request in behind.seen
    assert (await app.aws.identity("default", "eu-west-1")).account_id == "123456789012"
    assert f"POST {STS} /" in behind.seen
    hub.files["tiny-Q4_K_M.gguf"] = gguf_files.write_tiny_gguf(tmp_path / "tiny.gguf").read_bytes()
    model = await app.local.pull("owner/repo", None, lambda _: None)
    assert model.size_bytes == len(hub.files["tiny-Q4_K_M.gguf"])
    assert any(request.startswith("GET huggingface.co /owner/repo/resolve/") for request in behind.seen)
    checks = {check.name: check for check in await app.doctor.run()}
    assert f"127.0.0.1:{behind.port}, named by the settings" in checks["network"].finding
    assert PROXY_PASSWORD not in str(checks)


async def test_without_its_certificate_each_fails_and_says_where_to_name_it(
    app: Application, behind: ManInTheMiddle
) -> None:
    await app.settings.change({"proxy": behind.address})
    for work in (
        *(said(app, model) for model in MODELS),
        app.aws.identity("default", "eu-west-1"),
        app.local.pull("owner/repo", None, lambda _: None),
    ):
        error = await failed(work)
        assert isinstance(error, CertificateError), error
        assert "Settings > Network > Certificate file" in error.remedy
    assert behind.seen == []


async def test_with_a_wrong_password_each_says_how_to_log_in_and_shows_none(
    app: Application, behind: ManInTheMiddle, caplog: pytest.LogCaptureFixture, home: Path
) -> None:
    wrong = "correct-horse"
    await app.models.set_key(PROXY_KEY, wrong)
    await app.settings.change({"proxy": behind.address, "ca_file": str(behind.certificate)})
    for work in (
        *(said(app, model) for model in MODELS),
        app.aws.identity("default", "eu-west-1"),
        app.local.pull("owner/repo", None, lambda _: None),
    ):
        error = await failed(work)
        assert isinstance(error, UnreachableError), error
        assert "log-in" in error.message
        assert f"baton keys set {PROXY_KEY}" in error.remedy
        assert wrong not in repr(vars(error))
    assert behind.seen == []
    logged = "".join(path.read_text() for path in await asyncio.to_thread(lambda: [*home.rglob("*.log*")]))
    assert wrong not in caplog.text + logged


async def test_what_runs_on_this_machine_never_passes_a_proxy(
    app: Application, behind: ManInTheMiddle, vendor_server: VendorServer
) -> None:
    from app.domain.models import Endpoint

    mine = Endpoint(name="mine", url=vendor_server.openai_url, title="Mine", needs_key=False)
    await app.settings.change({"proxy": behind.address})
    await app.settings.set_endpoints((mine,))
    vendor_server.script(Answer("Here."))
    assert await said(app, "mine:test-model") == "Here."
    assert (await app.aws.identity("demo", "eu-west-1")).account_id
    assert behind.seen == []
