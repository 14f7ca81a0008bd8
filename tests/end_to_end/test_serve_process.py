"""``baton serve`` as a process: its start and end, who is let in, what is refused, and what a rude client can do."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import socket
import time
from pathlib import Path

import psutil
import pytest

from tests.gguf_files import REPLY, write_tiny_gguf
from tests.serving_fixtures import KEY, Served, Serving, add_model
from tests.window_fixtures import run_baton, until

CHAT = "/v1/chat/completions"
HELLO = {"model": "tiny", "messages": [{"role": "user", "content": "finish"}]}


def head(path: str = CHAT, *, method: str = "POST", length: int | None = None, host: str = "", **headers: str) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", f"Authorization: Bearer {KEY}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return "\r\n".join([*lines, "", ""]).encode()


def rest_of(bare: socket.socket) -> bytes:
    """Everything until the server closes the connection."""
    pieces = []
    while piece := bare.recv(65_536):
        pieces.append(piece)
    return b"".join(pieces)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_a_polite_kill_end_it_cleanly_with_an_answer_in_the_middle(
    serving: Serving, tmp_path: Path, number: int
) -> None:
    add_model(write_tiny_gguf(tmp_path / "tiny.gguf"))
    server = serving.start()
    body = json.dumps({**HELLO, "messages": [{"role": "user", "content": "talk"}], "stream": True}).encode()
    with server.connected() as bare:
        bare.sendall(head(length=len(body), host=f"127.0.0.1:{server.port}") + body)
        assert b"200" in bare.recv(4096)
        workers = server.workers()
        assert workers, "the model runs in a process of its own"
        assert server.end(number) == 0
    until(lambda: not any(worker.is_running() for worker in workers), "no worker is left")
    assert "Traceback" not in serving.told
    assert "no longer serving" in serving.told


def test_killed_it_leaves_no_worker_behind(serving: Serving, tmp_path: Path) -> None:
    add_model(write_tiny_gguf(tmp_path / "tiny.gguf"))
    server = serving.start()
    assert server.chat("hello", max_tokens=4).status == 200
    workers = server.workers()
    assert workers
    server.end(signal.SIGKILL)
    until(lambda: not any(worker.is_running() for worker in workers), "no worker is left")


def test_a_worker_that_is_killed_is_an_error_and_the_next_answer_comes(serving: Serving, tmp_path: Path) -> None:
    add_model(write_tiny_gguf(tmp_path / "tiny.gguf", replies={"finish": "This ends here."}))
    server = serving.start()
    body = json.dumps({**HELLO, "messages": [{"role": "user", "content": "talk"}], "stream": True}).encode()
    with server.connected() as bare:
        bare.sendall(head(length=len(body), host=f"127.0.0.1:{server.port}") + body)
        began = bare.recv(4096)
        (worker,) = server.workers()
        worker.kill()
        whole = began + rest_of_stream(bare)
    assert b"data: [DONE]" not in whole, "a cut answer must not look whole"
    assert b'"code":"model_stopped"' in whole
    assert server.chat("finish").json["choices"][0]["message"]["content"] == "This ends here."


def rest_of_stream(bare: socket.socket) -> bytes:
    """Until the last chunk of a chunked body."""
    whole = b""
    while not whole.endswith(b"0\r\n\r\n"):
        piece = bare.recv(65_536)
        if not piece:
            break
        whole += piece
    return whole


def test_one_model_alone_is_offered_and_loaded_at_once(serving: Serving, tmp_path: Path) -> None:
    add_model(write_tiny_gguf(tmp_path / "tiny.gguf"))
    add_model(write_tiny_gguf(tmp_path / "other.gguf"))
    server = serving.start("-m", "local:tiny")
    until(server.workers, "the model is loaded before anybody asks")
    assert [model["id"] for model in server.ask("/v1/models").json["data"]] == ["local:tiny"]
    refused = server.ask(CHAT, {**HELLO, "model": "other"})
    assert (refused.status, refused.error["code"]) == (404, "model_not_found")


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["-m", "local:gone"], 1, "gone"),
        (["-m", "anthropic:claude"], 2, "not a local model"),
        (["--host", "0.0.0.0"], 2, "0.0.0.0"),
        (["--host", "192.168.1.5"], 2, "192.168.1.5"),
        (["--port", "70000"], 2, "70000"),
        (["--port", "0", "--key-stdin", "--show-key"], 2, "--show-key"),
    ],
)
def test_what_cannot_be_served_is_said_in_one_line(arguments: list[str], status: int, says: str) -> None:
    ran = run_baton("serve", *arguments, stdin="")
    assert (ran.status, ran.out) == (status, "")
    assert len(ran.err.splitlines()) == 1
    assert says in ran.err


def test_a_port_in_use_is_named_and_a_key_must_be_worth_the_name(serving: Serving) -> None:
    server = serving.start()
    taken = run_baton("serve", "--port", str(server.port), "--key-stdin", stdin=KEY)
    assert taken.status == 2
    assert f"Port {server.port} is in use" in taken.err
    for key in ("", "short", "with blanks in the middle of it"):
        weak = run_baton("serve", "--port", "0", "--key-stdin", stdin=f"{key}\n")
        assert (weak.status, weak.out) == (2, "")
        assert "no key to serve with" in weak.err


def test_without_a_keyring_no_key_is_shown_and_the_remedy_is_named() -> None:
    ran = run_baton("serve", "--show-key")
    assert (ran.status, ran.out) == (2, "")
    assert "--key-stdin" in ran.err


def test_a_person_at_a_terminal_is_shown_the_key_and_it_is_taken(serving: Serving) -> None:
    person, program = pty.openpty()
    with os.fdopen(person, "rb", buffering=0) as screen:
        server = serving.start(errors=program, key=None)
        os.close(program)
        shown = b""
        while not (found := re.search(rb"Key: (sk-baton-\S+)\s", shown)):
            shown += screen.read(4096)
        assert server.ask("/v1/models", key=found[1].decode()).status == 200
        assert server.ask("/v1/models").status == 401
        assert server.end() == 0


def test_no_file_holds_the_key(serving: Serving, home: Path) -> None:
    server = serving.start()
    assert server.ask("/v1/models").status == 200
    assert server.end() == 0
    assert not [path for path in home.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]


@pytest.mark.parametrize("key", [None, "", "wrong", KEY[:-1], f"{KEY}x", KEY.upper(), "ключ"])
def test_nobody_without_the_key_is_let_in(served: Served, key: str | None) -> None:
    headers = {} if key is None else {"Authorization": f"Bearer {key}".encode().decode("latin-1")}
    for path, body in (("/v1/models", None), (CHAT, HELLO), ("/v1/embeddings", {"model": "tiny", "input": "x"})):
        refused = served.ask(path, body, key=None, **headers)
        assert (refused.status, refused.error["type"]) == (401, "authentication_error")


def test_health_needs_no_key_and_tells_nothing(served: Served) -> None:
    assert served.ask("/health", key=None).json == {"status": "ok"}


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:7411"},
        {"Host": "localhost"},
        {"Host": "127.0.0.1:1"},
        {"Origin": "http://localhost:3000"},
        {"Origin": "null"},
    ],
)
def test_web_pages_and_renamed_hosts_are_refused_even_with_the_key(served: Served, headers: dict[str, str]) -> None:
    for path in ("/v1/models", "/health"):
        refused = served.ask(path, **headers)
        assert (refused.status, refused.error["type"]) == (403, "permission_error")


def test_the_names_of_this_machine_are_taken(served: Served) -> None:
    for name in ("localhost", "LocalHost", "127.0.0.1", "[::1]"):
        assert served.ask("/v1/models", Host=f"{name}:{served.port}").status == 200


@pytest.mark.parametrize(
    ("body", "field", "says"),
    [
        (b"", None, "not JSON"),
        (b"{", None, "not JSON"),
        (b"[1]", None, "no JSON object"),
        (b'{"model": NaN}', None, "not JSON"),
        (b"[" * 100_000, None, "nested too deeply"),
        (b"\xff\xfe", None, "not JSON"),
        (b'{"model": "\\ud800"}', "model", "surrogate"),
        ({}, "model", "missing"),
        ({"model": 5}, "model", "text"),
        ({"model": "tiny"}, "messages", "missing"),
        ({"model": "tiny", "messages": []}, "messages", "nothing to answer"),
        ({**HELLO, "temperature": -3}, "temperature", "at least"),
        ({**HELLO, "temperature": 1e400}, None, "not JSON"),
        ({**HELLO, "temperature": "hot"}, "temperature", "number"),
        ({**HELLO, "max_tokens": 0}, "max_tokens", "whole number"),
        ({**HELLO, "max_tokens": 10**30}, "max_tokens", "whole number"),
        ({**HELLO, "n": 1000}, "n", "from 1 to 16"),
        ({**HELLO, "seed": 1.5}, "seed", "whole number"),
        ({**HELLO, "stop": ["x"] * 10_000}, "stop", "at most 256"),
        ({**HELLO, "stop": ["x" * 100_000]}, "stop", "longer than"),
        ({**HELLO, "stop": [["x"]]}, "stop[0]", "text"),
        ({**HELLO, "logit_bias": {"-1": 5}}, "logit_bias", "token"),
        ({**HELLO, "logit_bias": {"5": "much"}}, "logit_bias", "number"),
        ({**HELLO, "nonsense": 1}, "nonsense", "not a field"),
        ({**HELLO, "functions": []}, "functions", "tools"),
        ({**HELLO, "store": True}, "store", "keeps nothing"),
        ({**HELLO, "tool_choice": "required"}, "tool_choice", "lists none"),
        ({**HELLO, "top_logprobs": 3}, "top_logprobs", "logprobs"),
        ({**HELLO, "stream_options": {"include_usage": True}}, "stream_options", "stream"),
        ({**HELLO, "response_format": {"type": "xml"}}, "response_format.type", "xml"),
        (
            {"model": "tiny", "messages": [{"role": "user", "content": [{"type": "image_url", "image_url": "x"}]}]},
            "messages[0].content[0].type",
            "text only",
        ),
    ],
)
def test_a_bad_request_names_the_field(served: Served, body: object, field: str | None, says: str) -> None:
    if isinstance(body, dict) and body.get("temperature") == float("inf"):
        body = json.dumps(body).encode()  # Infinity, as Python writes it
    refused = served.ask(CHAT, body)
    assert (refused.status, refused.error["param"]) == (400, field)
    assert refused.error["type"] == "invalid_request_error"
    assert says in refused.error["message"]


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/v1/completions", {"model": "tiny", "prompt": [1, 2, 3]}, "prompt"),
        ("/v1/completions", {"model": "tiny", "prompt": "x", "suffix": "y"}, "suffix"),
        ("/v1/completions", {"model": "tiny", "prompt": "x", "best_of": 4}, "best_of"),
        ("/v1/completions", {"model": "tiny", "prompt": ["x"] * 65}, "prompt"),
        ("/v1/embeddings", {"model": "vectors", "input": [[1, 2]]}, "input"),
        ("/v1/embeddings", {"model": "vectors", "input": ""}, "input"),
        ("/v1/embeddings", {"model": "vectors", "input": []}, "input"),
        ("/v1/embeddings", {"model": "vectors", "input": "x", "dimensions": 5}, "dimensions"),
        ("/v1/embeddings", {"model": "vectors", "input": "x", "encoding_format": "hex"}, "encoding_format"),
    ],
)
def test_what_texts_and_vectors_do_not_take_is_named_too(served: Served, path: str, body: object, field: str) -> None:
    refused = served.ask(path, body)
    assert (refused.status, refused.error["param"]) == (400, field)


def test_other_paths_methods_and_content_types_have_their_own_statuses(served: Served) -> None:
    assert served.ask("/v1/nonsense").status == 404
    assert served.ask("/").status == 404
    assert served.ask(CHAT).status == 405
    assert served.ask("/v1/models", {}).status == 405
    assert served.ask(CHAT, HELLO, Content_Type="text/plain").status == 415
    assert served.ask("/v1/embeddings", {"model": "tiny", "input": "x"}).status == 400, "it makes no vectors"
    assert served.ask(CHAT, {**HELLO, "model": "vectors"}).status == 400, "it writes no text"


def test_fifty_megabytes_are_refused_whether_announced_or_not(served: Served) -> None:
    size = 50_000_000
    refused = served.ask(CHAT, b"x" * size)
    assert (refused.status, refused.error["type"]) == (413, "invalid_request_error")
    with served.connected() as bare:
        bare.sendall(head(host=f"127.0.0.1:{served.port}", Transfer_Encoding="chunked"))
        block = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        for _ in range(size // 0x10000):
            try:
                bare.sendall(block)
            except OSError:  # it has heard enough
                break
        answer = rest_of(bare)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert psutil.Process(served.process.pid).memory_info().rss < 400_000_000
    assert served.chat("finish").status == 200


@pytest.mark.parametrize(
    "nonsense",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 32 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"POST /v1/models HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /v1/models HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        b"\r\n\r\n\r\n" * 20_000,
    ],
)
def test_what_is_no_http_gets_a_status_or_a_closed_door_and_harms_nobody(served: Served, nonsense: bytes) -> None:
    with served.connected() as bare:
        try:
            bare.sendall(nonsense)
            bare.shutdown(socket.SHUT_WR)
            answer = rest_of(bare)
        except OSError:
            answer = b""
    assert answer == b"" or answer.startswith(b"HTTP/1.1 4")
    assert served.chat("finish").status == 200


def test_half_requests_are_held_while_others_are_answered(served: Served) -> None:
    waiting = []
    try:
        for _ in range(100):
            bare = socket.create_connection(("127.0.0.1", served.port), timeout=60)
            bare.sendall(b"POST /v1/chat/completions HTTP/1.1\r\nHost: ")
            waiting.append(bare)
        assert served.chat("finish").status == 200
    finally:
        for bare in waiting:
            bare.close()


def test_several_requests_go_over_one_connection_and_a_body_waits_for_its_invitation(served: Served) -> None:
    body = json.dumps(HELLO).encode()
    host = f"127.0.0.1:{served.port}"
    with served.connected() as bare:
        bare.sendall(head(length=len(body), host=host, Expect="100-continue"))
        assert bare.recv(100).startswith(b"HTTP/1.1 100 ")
        bare.sendall(body)
        first = bare.recv(65_536)
        assert first.startswith(b"HTTP/1.1 200 ")
        two = head("/v1/models", method="GET", host=host) + head("/health", method="GET", host=host)
        bare.sendall(two)
        answers = b""
        while answers.count(b"HTTP/1.1 200 ") < 2:
            piece = bare.recv(65_536)
            assert piece, "the connection was closed before both answers came"
            answers += piece


def test_a_program_that_leaves_stops_its_answer(served: Served) -> None:
    """An endless answer would hold the worker's processor; once its reader is gone, the worker comes to rest."""
    assert served.chat("finish").status == 200
    body = json.dumps({**HELLO, "messages": [{"role": "user", "content": "talk"}], "stream": True}).encode()
    for whole in (False, True):
        with served.connected() as bare:
            asked = body.replace(b'"stream": true', b'"stream": false') if whole else body
            bare.sendall(head(length=len(asked), host=f"127.0.0.1:{served.port}") + asked)
            if not whole:
                assert bare.recv(4096)
        until(lambda: _at_rest(served), "the worker computes nothing any more")


def _at_rest(served: Served) -> bool:
    """Whether no worker uses the processor: over a tenth of a second, none of its time grows."""
    workers = served.workers()
    before = [sum(worker.cpu_times()[:2]) for worker in workers]
    time.sleep(0.1)  # what is looked at is the time between
    return before == [sum(worker.cpu_times()[:2]) for worker in workers]


def test_a_stream_that_nobody_reads_does_not_hold_up_the_others(served: Served) -> None:
    body = json.dumps({**HELLO, "messages": [{"role": "user", "content": "talk"}], "stream": True}).encode()
    with served.connected() as bare:
        bare.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        bare.sendall(head(length=len(body), host=f"127.0.0.1:{served.port}") + body)
        assert served.chat("finish").json["choices"][0]["message"]["content"] == "This ends here."


def test_the_address_is_the_one_line_on_stdout_and_the_key_is_told_nowhere(serving: Serving) -> None:
    server = serving.start()
    assert server.end() == 0
    assert server.process.stdout is not None
    assert server.process.stdout.read() == b""
    assert server.url in serving.told
    assert KEY not in serving.told


def test_the_reply_of_the_shared_server_is_the_models_own(served: Served) -> None:
    text = served.chat("talk", max_tokens=30).json["choices"][0]["message"]["content"]
    assert REPLY.startswith(text)
