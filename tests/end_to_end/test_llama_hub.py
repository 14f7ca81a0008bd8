"""Downloads from a local server that speaks the hub's interface: choosing, resuming, stopping, and refusals."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app.domain.errors import (
    BatonError,
    DiskFullError,
    KeyProblemError,
    ModelFileError,
    NotAllowedError,
    NotFoundError,
    ProviderFaultError,
    StreamCutError,
    UnreachableError,
    UsageError,
)
from app.llama.hub import HubDownloader, HubFile, choose
from app.llama.model_files import GgufModelStore
from app.llama.probe import MachineProbe
from tests import gguf_files
from tests.llama_fixtures import WORKER_COMMAND

COMMIT = "a" * 40


@dataclass
class Hub:
    """What the server has and how it misbehaves. ``ranges`` are the ranges asked for."""

    files: dict[str, bytes] = field(default_factory=dict)
    sums: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    status: int = 200
    error_code: str = ""
    cut_after: int | None = None  # close the connection after so many bytes, once
    resumes: bool = True
    ranges: list[str | None] = field(default_factory=list)
    authorisations: list[str | None] = field(default_factory=list)
    url: str = ""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: Hub

    def log_message(self, *_arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        self.hub.authorisations.append(self.headers["Authorization"])
        if self.hub.status != 200:
            self._send(self.hub.status, b"{}", {"X-Error-Code": self.hub.error_code} if self.hub.error_code else {})
        elif self.path.startswith("/api/models/owner/repo"):
            siblings = [
                {
                    "rfilename": name,
                    "size": self.hub.sizes.get(name, len(data)),
                    "lfs": {
                        "sha256": self.hub.sums.get(name, hashlib.sha256(data).hexdigest()),
                        "size": len(data),
                        "pointerSize": 130,
                    },
                }
                for name, data in self.hub.files.items()
            ]
            body = {"id": "owner/repo", "modelId": "owner/repo", "sha": COMMIT, "siblings": siblings}
            self._send(200, json.dumps(body).encode(), {"Content-Type": "application/json"})
        elif found := re.fullmatch(rf"/owner/repo/resolve/{COMMIT}/(.+)", self.path):
            self._send_file(self.hub.files[found[1]])
        else:
            self._send(404, b"{}", {"X-Error-Code": "RepoNotFound"})

    def _send_file(self, data: bytes) -> None:
        wanted = self.headers["Range"]
        self.hub.ranges.append(wanted)
        wanted = wanted if self.hub.resumes else None
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        headers = {"Content-Range": f"bytes {start}-{len(data) - 1}/{len(data)}"} if wanted else {}
        rest = data[start:]
        if self.hub.cut_after is not None:
            cut, self.hub.cut_after = self.hub.cut_after, None
            self.send_response(206 if wanted else 200)
            self.send_header("Content-Length", str(len(rest)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(rest[:cut])
            self.wfile.flush()
            self.close_connection = True
            return
        self._send(206 if wanted else 200, rest, headers)

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class QuietServer(ThreadingHTTPServer):
    """A client that goes away is what these tests do, and nothing to report."""

    def handle_error(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def hub() -> Iterator[Hub]:
    hub = Hub()
    server = QuietServer(("127.0.0.1", 0), type("HubHandler", (Handler,), {"hub": hub}))
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield hub
    from huggingface_hub.utils import close_session

    close_session()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def store(hub: Hub, tmp_path: Path) -> GgufModelStore:
    return GgufModelStore(
        tmp_path / "models",
        tmp_path / "models.json",
        probe=MachineProbe(WORKER_COMMAND),
        downloader=HubDownloader(hub.url),
    )


def model_bytes(tmp_path: Path) -> bytes:
    return gguf_files.write_tiny_gguf(tmp_path / "made.gguf").read_bytes()


def ignore(_done: int, _total: int | None) -> None:
    pass


def never() -> bool:
    return False


def test_download_is_listed_and_tells_its_progress(hub: Hub, store: GgufModelStore, tmp_path: Path) -> None:
    data = hub.files["tiny-Q4_K_M.gguf"] = model_bytes(tmp_path)
    seen: list[tuple[int, int | None]] = []
    model = store.pull("owner/repo", None, lambda done, total: seen.append((done, total)), never)
    assert model.name == "tiny-Q4_K_M"
    assert Path(model.path).read_bytes() == data
    assert seen[-1] == (len(data), len(data))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert store.models() == (model,)
    store.remove(model.name)
    assert not Path(model.path).exists()


def test_connection_that_breaks_is_taken_up_where_it_broke(hub: Hub, store: GgufModelStore, tmp_path: Path) -> None:
    data = hub.files["tiny.gguf"] = model_bytes(tmp_path)
    hub.cut_after = 100_000
    model = store.pull("owner/repo", None, ignore, never)
    assert Path(model.path).read_bytes() == data
    assert hub.ranges[0] is None
    assert hub.ranges[1] == "bytes=100000-"


def test_stopped_download_goes_on_where_it_stopped(hub: Hub, store: GgufModelStore, tmp_path: Path) -> None:
    data = hub.files["tiny.gguf"] = model_bytes(tmp_path) + b"\0" * 2_000_000
    done = [0]

    def progress(count: int, _total: int | None) -> None:
        done[0] = count

    with pytest.raises(NotAllowedError, match="stopped"):
        store.pull("owner/repo", None, progress, lambda: done[0] >= 1_000_000)
    assert store.models() == ()
    stopped_at = done[0]
    assert 0 < stopped_at < len(data)
    model = store.pull("owner/repo", None, progress, never)
    assert Path(model.path).read_bytes() == data
    resumed_at = int((hub.ranges[-1] or "bytes=0-").removeprefix("bytes=").rstrip("-"))
    assert stopped_at <= resumed_at < len(data)
    assert list((tmp_path / "models").rglob("*.part")) == []


def test_server_that_does_not_resume_sends_the_whole_again(hub: Hub, store: GgufModelStore, tmp_path: Path) -> None:
    data = hub.files["tiny.gguf"] = model_bytes(tmp_path)
    hub.cut_after = 100_000
    hub.resumes = False
    model = store.pull("owner/repo", None, ignore, never)
    assert Path(model.path).read_bytes() == data


def test_download_that_is_there_is_not_fetched_again(hub: Hub, store: GgufModelStore, tmp_path: Path) -> None:
    hub.files["tiny.gguf"] = model_bytes(tmp_path)
    first = store.pull("owner/repo", None, ignore, never)
    assert store.pull("owner/repo", None, ignore, never) == first
    assert len(hub.ranges) == 1


def test_altered_bytes_are_noticed_and_not_kept(hub: Hub, store: GgufModelStore, tmp_path: Path) -> None:
    hub.files["tiny.gguf"] = model_bytes(tmp_path)
    hub.sums["tiny.gguf"] = "0" * 64
    with pytest.raises(StreamCutError, match="damaged"):
        store.pull("owner/repo", None, ignore, never)
    assert [path for path in (tmp_path / "models").rglob("*") if path.is_file()] == []


def test_file_that_is_no_model_is_refused_and_not_kept(hub: Hub, store: GgufModelStore, tmp_path: Path) -> None:
    hub.files["bad.gguf"] = b"this is no model" * 1000
    with pytest.raises(ModelFileError, match="no GGUF"):
        store.pull("owner/repo", None, ignore, never)
    assert [path for path in (tmp_path / "models").rglob("*") if path.is_file()] == []


def test_all_parts_of_a_split_model_are_fetched(hub: Hub, tmp_path: Path) -> None:
    data = model_bytes(tmp_path)
    for number in (1, 2):
        hub.files[f"Q4_K_M/big-Q4_K_M-0000{number}-of-00002.gguf"] = data
    path = HubDownloader(hub.url).download("owner/repo", None, tmp_path / "here", ignore, never)
    assert path.name == "big-Q4_K_M-00001-of-00002.gguf"
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "big-Q4_K_M-00001-of-00002.gguf",
        "big-Q4_K_M-00002-of-00002.gguf",
    ]


def test_name_that_climbs_out_of_the_folder_stays_inside(hub: Hub, tmp_path: Path) -> None:
    hub.files["../../evil.gguf"] = model_bytes(tmp_path)
    with pytest.raises(BatonError):  # the address is normalised on the way, so the file is not found
        HubDownloader(hub.url).download("owner/repo", None, tmp_path / "a" / "b", ignore, never)
    assert not list(tmp_path.glob("evil.gguf"))


@pytest.mark.parametrize(
    ("status", "code", "error"),
    [
        (404, "RepoNotFound", NotFoundError),
        (401, "", NotFoundError),
        (401, "GatedRepo", KeyProblemError),
        (403, "GatedRepo", KeyProblemError),
        (400, "", ProviderFaultError),
    ],
)
def test_refusals_of_the_hub_say_what_to_do(
    hub: Hub, store: GgufModelStore, status: int, code: str, error: type[BatonError]
) -> None:
    hub.status, hub.error_code = status, code
    with pytest.raises(error) as caught:
        store.pull("owner/repo", None, ignore, never)
    assert "'owner/repo'" in caught.value.message or error is ProviderFaultError
    assert caught.value.remedy


def test_unreachable_hub_is_a_message(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match="cannot be reached"):
        HubDownloader("http://127.0.0.1:9").download("owner/repo", None, tmp_path, ignore, never)


def test_full_disk_is_noticed_before_the_download(hub: Hub, store: GgufModelStore, tmp_path: Path) -> None:
    hub.files["huge.gguf"] = b"x"
    hub.sizes["huge.gguf"] = 10**17
    with pytest.raises(DiskFullError, match="free on the disk"):
        store.pull("owner/repo", None, ignore, never)
    assert hub.ranges == []


def test_no_token_is_sent_that_the_environment_does_not_hold(
    hub: Hub, store: GgufModelStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", str(tmp_path / "no-token"))
    hub.files["tiny.gguf"] = model_bytes(tmp_path)
    store.pull("owner/repo", None, ignore, never)
    assert set(hub.authorisations) == {None}


def chosen(names: list[str], wanted: str | None = None) -> list[str]:
    return [file.name for file in choose("o/r", [HubFile(name=name, size_bytes=1) for name in names], wanted)]


def test_sensible_quantisation_is_chosen() -> None:
    names = ["m-Q2_K.gguf", "m-Q4_K_S.gguf", "m-Q4_K_M.gguf", "m-Q8_0.gguf", "mmproj-m-f16.gguf", "README.md"]
    assert chosen(names) == ["m-Q4_K_M.gguf"]
    assert chosen(["m-Q2_K.gguf", "m.Q8_0.gguf"]) == ["m.Q8_0.gguf"]
    assert chosen(["only-this.gguf", "mmproj.gguf"]) == ["only-this.gguf"]


def test_file_can_be_named() -> None:
    names = ["m-Q2_K.gguf", "m-Q4_K_M.gguf", "sub/m-Q8_0.gguf"]
    assert chosen(names, "m-Q2_K.gguf") == ["m-Q2_K.gguf"]
    assert chosen(names, "m-Q8_0.gguf") == ["sub/m-Q8_0.gguf"]
    with pytest.raises(NotFoundError, match=r"m-Q2_K\.gguf, m-Q4_K_M\.gguf"):
        chosen(names, "other.gguf")


def test_several_models_of_one_quantisation_are_listed() -> None:
    with pytest.raises(UsageError, match=r"--file: a-Q4_K_M\.gguf, b-Q4_K_M\.gguf"):
        chosen(["a-Q4_K_M.gguf", "b-Q4_K_M.gguf"])


def test_repository_without_gguf_says_so() -> None:
    with pytest.raises(NotFoundError, match="no GGUF"):
        chosen(["model.safetensors"])
