"""What every test stands on: a home of its own, no AWS configuration, no network but loopback, no process left over."""

from __future__ import annotations

import gc
import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Tests run side by side on every core: compute threads of several models would only wait for each other.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

pytest_plugins = [
    "tests.application_fixtures",
    "tests.aws_catalogue_fixtures",
    "tests.aws_fixtures",
    "tests.aws_recogniser_fixtures",
    "tests.hub_server",
    "tests.llama_fixtures",
    "tests.provider_fixtures",
    "tests.sign_in_server",
    "tests.spending_fixtures",
    "tests.storage_fixtures",
    "tests.tool_fixtures",
    "tests.transcript_fixtures",
    "tests.ui_fixtures",
    "tests.window_fixtures",
    "tests.serving_fixtures",  # after those it imports from
    "tests.sheet_fixtures",  # likewise
    "tests.screen_reader",  # likewise
]

_CLEARED = (
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_PROFILE",
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
    "AWS_ENDPOINT_URL",
    "ANTHROPIC_API_KEY",
    "OPENAI_API_KEY",
    "HF_TOKEN",
    "HF_ENDPOINT",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A BATON_HOME of the test's own, inherited by every process it starts."""
    folder = tmp_path / "home"
    monkeypatch.setenv("BATON_HOME", str(folder))
    for name in _CLEARED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "aws-config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "aws-credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    # A keyring that keeps nothing, so that no test touches the keyring of whoever runs it.
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return folder


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that would leave the machine."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def refuse(address: object) -> None:
        host = address[0] if isinstance(address, tuple) else None
        if isinstance(host, str) and host != "localhost" and not _is_loopback(host):
            raise AssertionError(f"a test tried to reach {host!r}")

    def guarded(self: socket.socket, address: object) -> None:
        refuse(address)
        connect(self, address)  # type: ignore[arg-type]

    def guarded_ex(self: socket.socket, address: object) -> int:
        refuse(address)
        return connect_ex(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def qt_garbage_stays_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the window itself: what a test of widgets leaves must not be destroyed on some other thread."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.disable()
    yield
    # What was to be deleted later is deleted now: the next test's style sheet would be worked out for it as well.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)


@pytest.hookimpl(trylast=True)  # after the fixtures' own ends: what they let go of is collected here as well
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Between widgets' tests and others, everything is collected, and Python may collect by itself again."""
    if not gc.isenabled() and "qapp" not in getattr(nextitem, "fixturenames", ()):
        gc.collect()
        gc.enable()


@pytest.fixture(autouse=True, scope="session")
def no_process_left() -> Iterator[None]:
    """Every child that the suite started is gone when it ends."""
    yield
    _, alive = psutil.wait_procs(psutil.Process().children(recursive=True), timeout=10)
    names = [f"{child.pid} {' '.join(child.cmdline())}" for child in alive if child.status() != psutil.STATUS_ZOMBIE]
    assert not names, f"left running: {names}"
