"""Programs from environments of their own that tests talk to: mitmproxy with its certificate, LiteLLM's proxy."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import textwrap
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.llama_fixtures import LlamaServer

ROOT = Path(__file__).resolve().parent.parent
PROXY_USER, PROXY_PASSWORD = "me", "hunter2"
LITELLM_KEY = "sk-baton-tests"
_START_LIMIT_S = 120.0


def programs_of(name: str) -> Path:
    """The folder of the programs of ``name``; made now where bootstrap has not made it."""
    made = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "test_tools.py"), name], capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return Path(made.stdout.strip())


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    command: Sequence[str], *, log: Path, port: int, path: str | None, environ: dict[str, str]
) -> Iterator[None]:
    """``command`` until the end of the block, once it listens on ``port`` (and answers at ``path``)."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environ
        )
        try:
            deadline = time.monotonic() + _START_LIMIT_S
            while not _answers(port, path):
                if process.poll() is not None or time.monotonic() > deadline:
                    pytest.fail(f"{command[0]} does not answer:\n{log.read_text(errors='replace')[-3000:]}")
                time.sleep(0.05)  # between two polls of the port; the loop ends by the answer or the deadline
            yield
        finally:
            process.kill()
            process.wait()


def _answers(port: int, path: str | None) -> bool:
    try:
        if path is None:
            socket.create_connection(("127.0.0.1", port), timeout=2).close()
        else:
            urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=2).close()
    except (urllib.error.URLError, OSError):
        return False
    return True


@dataclass
class ManInTheMiddle:
    """A proxy that reads what passes, under a certificate of its own, and asks for a log-in.

    ``leads``: where requests for a host go instead; ``says``: answers the proxy gives itself, by host.
    """

    port: int
    certificate: Path
    folder: Path
    leads: dict[str, str] = field(default_factory=dict)
    says: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """As a person writes it into the settings: the user, no password."""
        return f"http://{PROXY_USER}@127.0.0.1:{self.port}"

    def direct(self) -> None:
        """Make ``leads`` and ``says`` count."""
        plan = self.folder / "plan.json"
        fresh = plan.with_suffix(".new")
        fresh.write_text(json.dumps({"leads": self.leads, "says": self.says}), encoding="utf-8")
        fresh.replace(plan)

    @property
    def seen(self) -> list[str]:
        """Every request that passed, in the clear: method, host and path."""
        file = self.folder / "seen.txt"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


_SCRIPT = textwrap.dedent(
    """
    import json, os, pathlib
    from urllib.parse import urlsplit
    from mitmproxy import http

    folder = pathlib.Path(os.environ["BATON_TEST_FOLDER"])

    def request(flow):
        plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
        host = flow.request.pretty_host
        with (folder / "seen.txt").open("a", encoding="utf-8") as file:
            file.write(f"{flow.request.method} {host} {flow.request.path.partition('?')[0]}\\n")
        if host in plan["says"]:
            flow.response = http.Response.make(200, plan["says"][host].encode(), {"content-type": "text/xml"})
        elif host in plan["leads"]:
            parts = urlsplit(plan["leads"][host])
            flow.request.scheme, flow.request.host, flow.request.port = parts.scheme, parts.hostname, parts.port
        else:
            flow.response = http.Response.make(502, b"unknown host")

    def responseheaders(flow):
        flow.response.stream = True
    """
)


@pytest.fixture
def man_in_the_middle(tmp_path: Path) -> Iterator[ManInTheMiddle]:
    """mitmproxy on loopback."""
    folder = tmp_path / "mitmproxy"
    folder.mkdir()
    script = folder / "script.py"
    script.write_text(_SCRIPT, encoding="utf-8")
    port = free_port()
    proxy = ManInTheMiddle(port=port, certificate=folder / "conf" / "mitmproxy-ca-cert.pem", folder=folder)
    proxy.direct()
    options = (
        f"confdir={folder / 'conf'}",
        "connection_strategy=lazy",
        "upstream_cert=false",
        f"proxyauth={PROXY_USER}:{PROXY_PASSWORD}",
    )
    command = [str(programs_of("mitmproxy") / "mitmdump"), "--listen-host", "127.0.0.1", "--listen-port", str(port)]
    command += ["-q", "-s", str(script), *(word for option in options for word in ("--set", option))]
    environ = {**os.environ, "BATON_TEST_FOLDER": str(folder)}
    with running(command, log=folder / "log.txt", port=port, path=None, environ=environ):
        assert proxy.certificate.exists()
        yield proxy


@dataclass(frozen=True)
class LiteLlm:
    """LiteLLM's proxy. ``url`` is its root; ``model`` what it serves."""

    url: str
    model: str


# Without a database LiteLLM knows no key but its master's, and answers every other with "No connected db".
_JUDGE = textwrap.dedent(
    """
    import os
    from litellm.proxy._types import ProxyException, UserAPIKeyAuth

    async def judge(request, api_key):
        if api_key != os.environ["BATON_TEST_KEY"]:
            raise ProxyException(f"Authentication Error, Invalid key: {api_key}", "auth_error", "key", 401)
        return UserAPIKeyAuth(api_key=api_key)
    """
)


@pytest.fixture(scope="session")
def litellm(llama_server: LlamaServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiteLlm]:
    """LiteLLM's proxy in front of llama-cpp-python's server; one for the whole session. It asks nobody else."""
    folder = tmp_path_factory.mktemp("litellm")
    config = folder / "config.yaml"
    # Of LiteLLM's ways to such a server, this one asks for chat completions alone and sends texts as texts.
    served = {"model": f"docker_model_runner/{llama_server.model}", "api_base": llama_server.url}
    config.write_text(
        json.dumps(
            {
                "model_list": [{"model_name": "tiny", "litellm_params": served}],
                "general_settings": {"master_key": LITELLM_KEY, "custom_auth": "baton_auth.judge"},
                "router_settings": {"disable_cooldowns": True},
                "litellm_settings": {"drop_params": True, "num_retries": 0, "request_timeout": 60},
            }
        ),
        encoding="utf-8",
    )
    (folder / "baton_auth.py").write_text(_JUDGE, encoding="utf-8")
    port = free_port()
    environ = {
        **os.environ,
        "BATON_TEST_KEY": LITELLM_KEY,
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
        "LITELLM_TELEMETRY": "False",
        "HTTPS_PROXY": "http://127.0.0.1:9",  # whatever would leave this machine fails at once
        "HTTP_PROXY": "http://127.0.0.1:9",
        "NO_PROXY": "127.0.0.1,localhost",
        "HOME": str(folder),
    }
    command = [str(programs_of("litellm") / "litellm"), "--config", str(config), "--host", "127.0.0.1"]
    command += ["--port", str(port), "--telemetry", "False"]
    with running(command, log=folder / "log.txt", port=port, path="/health/liveliness", environ=environ):
        yield LiteLlm(url=f"http://127.0.0.1:{port}", model="tiny")
