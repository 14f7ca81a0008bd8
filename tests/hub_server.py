"""A model hub on loopback that speaks Hugging Face's interface, and misbehaves as it is told to; owns no real model."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

COMMIT = "a" * 40
_BLOCK_BYTES = 1 << 16


@dataclass
class Hub:
    """What the server has and how it misbehaves.

    ``files`` are of ``owner/repo``; ``sums`` and ``sizes`` replace what is true of them. ``models`` answer a search, in
    pages of ``page``. ``answer`` is asked first, and handles a request by returning true. ``cuts``: how many bytes of a
    file's next answers go out before the connection breaks. ``stall_after``: so many bytes go out, then nothing until
    ``go_on`` is set; ``stalled`` tells. ``elsewhere``: an address that files are redirected to. ``ranges`` and
    ``authorisations`` are what the requests for files, and all requests, carried.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    sums: dict[str, str | None] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    models: list[dict[str, object]] = field(default_factory=list)
    page: int = 100
    gated: object = False
    tags: list[str] = field(default_factory=lambda: ["gguf", "license:apache-2.0"])
    status: int = 200
    error_code: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    answer: Callable[[Handler], bool] | None = None
    cuts: list[int] = field(default_factory=list)
    stall_after: int | None = None
    go_on: threading.Event = field(default_factory=threading.Event)
    stalled: threading.Event = field(default_factory=threading.Event)
    resumes: bool = True
    elsewhere: str = ""
    commit: str = COMMIT
    paths: list[str] = field(default_factory=list)
    ranges: list[str | None] = field(default_factory=list)
    authorisations: list[str | None] = field(default_factory=list)
    sent: int = 0
    url: str = ""


class Handler(BaseHTTPRequestHandler):
    """Serves one hub."""

    protocol_version = "HTTP/1.1"
    hub: Hub

    def log_message(self, *_arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        hub = self.hub
        hub.authorisations.append(self.headers["Authorization"])
        hub.paths.append(self.path)
        path = urlsplit(self.path).path
        if hub.answer is not None and hub.answer(self):
            return
        if hub.status != 200:
            code = {"X-Error-Code": hub.error_code} if hub.error_code else {}
            self.send(hub.status, b"{}", code | hub.headers)
        elif path == "/api/models":
            self._search()
        elif path == "/api/models/owner/repo":
            self.send_json(self._description())
        elif found := re.fullmatch(r"/owner/repo/resolve/([0-9a-f]{40})/(.+)", path):
            name = unquote(found[2])
            if name not in hub.files:
                self.send(404, b"{}", {"X-Error-Code": "EntryNotFound"})
            elif hub.elsewhere:
                self.send(302, b"", {"Location": f"{hub.elsewhere}/{name}"})
            else:
                self.send_file(hub.files[name])
        elif path.lstrip("/") in hub.files:  # as a content network serves it
            self.send_file(hub.files[path.lstrip("/")])
        else:
            self.send(404, b"{}", {"X-Error-Code": "RepoNotFound"})

    def _description(self) -> dict[str, object]:
        hub = self.hub
        siblings = []
        for name, data in hub.files.items():
            item: dict[str, object] = {"rfilename": name, "size": hub.sizes.get(name, len(data)), "blobId": "b" * 40}
            sha256 = hub.sums.get(name, hashlib.sha256(data).hexdigest())
            if sha256 is not None:
                item["lfs"] = {"sha256": sha256, "size": len(data), "pointerSize": 130}
            siblings.append(item)
        common = {"id": "owner/repo", "modelId": "owner/repo", "sha": hub.commit, "tags": hub.tags}
        return {**common, "gated": hub.gated, "siblings": siblings}

    def _search(self) -> None:
        hub = self.hub
        query = parse_qs(urlsplit(self.path).query)
        words = query.get("search", [""])[0].lower()
        found = [model for model in hub.models if words in str(model["id"]).lower()]
        found.sort(key=lambda model: -int(str(model.get("downloads", 0))))
        start = int(query.get("cursor", ["0"])[0])
        stop = start + min(hub.page, int(query["limit"][0]))
        more = f'<{hub.url}/api/models?cursor={stop}>; rel="next"'
        self.send_json(found[start:stop], {"Link": more} if stop < len(found) else {})

    def send_file(self, data: bytes) -> None:
        """A file, from where the request asks for it."""
        hub = self.hub
        wanted = self.headers["Range"]
        hub.ranges.append(wanted)
        wanted = wanted if hub.resumes else None
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        if start >= len(data) > 0:
            self.send(416, b"", {"Content-Range": f"bytes */{len(data)}"})
            return
        rest = data[start:]
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Length", str(len(rest)))
        self.send_header("Content-Type", "application/octet-stream")
        if wanted:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.end_headers()
        if hub.cuts:
            self._write(rest[: hub.cuts.pop(0)])
            self.wfile.flush()
            self.close_connection = True
            return
        if hub.stall_after is not None and not hub.go_on.is_set():
            self._write(rest[: hub.stall_after])
            self.wfile.flush()
            hub.stalled.set()
            hub.go_on.wait(60)
            rest = rest[hub.stall_after :]
        self._write(rest)

    def _write(self, data: bytes) -> None:
        for at in range(0, len(data), _BLOCK_BYTES):
            self.wfile.write(data[at : at + _BLOCK_BYTES])
            self.hub.sent += len(data[at : at + _BLOCK_BYTES])

    def send_json(self, value: object, headers: dict[str, str] | None = None) -> None:
        self.send(200, json.dumps(value).encode(), {"Content-Type": "application/json", **(headers or {})})

    def send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class _QuietServer(ThreadingHTTPServer):
    """A client that goes away is what these tests do, and nothing to report."""

    daemon_threads = True

    def handle_error(self, *_arguments: object) -> None:
        pass


@contextmanager
def serving(hub: Hub) -> Iterator[Hub]:
    """Serve ``hub`` on a free port of loopback, at ``hub.url``."""
    server = _QuietServer(("127.0.0.1", 0), type("HubHandler", (Handler,), {"hub": hub}))
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        hub.go_on.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def hub() -> Iterator[Hub]:
    """A hub with nothing in it, which a test fills."""
    with serving(Hub()) as served:
        yield served
