"""``baton batch`` as a process with a real worker: what it writes, and that no finished line is ever lost."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.gguf_files import write_tiny_gguf
from tests.serving_fixtures import add_model
from tests.vendor_servers import VendorServer
from tests.window_fixtures import PROGRAM, ROOT, Ran, run_baton, until

ENDS = "This ends here."
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def model(tmp_path: Path) -> str:
    """Says that it ends where a prompt holds "finish", asks for a tool at "weather", and goes on for ever otherwise."""
    replies = {"finish": ENDS, "weather": '<tool_call>{"name": "weather", "arguments": {}}</tool_call>'}
    add_model(write_tiny_gguf(tmp_path / "tiny.gguf", replies=replies))
    return "local:tiny"


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a batch in the background; ends it with the test."""
    running: list[subprocess.Popen[bytes]] = []

    def started(*arguments: str, stdin: int = subprocess.DEVNULL, **more: Any) -> subprocess.Popen[bytes]:
        command = [*PROGRAM, "batch", *arguments]
        process = subprocess.Popen(
            command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, **more
        )
        running.append(process)
        return process

    yield started
    for process in running:
        process.kill()
        process.communicate()


def batch(model: str, source: Path | str, target: Path | str, *more: str, **options: Any) -> Ran:
    return run_baton("batch", "-m", model, "--in", str(source), "--out", str(target), *more, **options)


def results(target: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def write_lines(path: Path, *lines: object) -> Path:
    path.write_text("".join(_line(line) for line in lines))
    return path


def _line(line: object) -> str:
    """A text that ends in a newline, or begins as JSON does, stands as it is; everything else is written as JSON."""
    raw = isinstance(line, str) and (line.endswith("\n") or line.startswith("{"))
    return str(line) if raw else json.dumps(line) + "\n"


def test_every_form_of_a_line_is_answered_and_a_bad_one_says_why_and_stops_nothing(model: str, tmp_path: Path) -> None:
    tool = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}
    source = write_lines(
        tmp_path / "in.jsonl",
        '"finish"\n',
        {"id": "a", "prompt": "finish", "system": "Be brief.", "parameters": {"temperature": 0}},
        "\n",
        {"id": 7, "messages": [{"role": "system", "content": "x"}, {"role": "user", "content": "finish"}]},
        {
            "custom_id": "o1",
            "method": "POST",
            "url": "/v1/chat/completions",
            "body": {"model": "gpt-x", "messages": [{"role": "user", "content": "weather"}], "tools": [tool]},
        },
        "{broken\n",
        "42\n",
        {"id": "a", "prompt": "finish"},
        {"prompt": "finish", "parameters": {"temperature": -1}},
        {"prompt": "finish", "nonsense": 1},
        {"custom_id": "o2", "body": {"messages": [{"role": "user", "content": "x"}], "stream": True}},
        '{"id": "cut", "prompt": "talk", "parameters": {"max_tokens": 3}}',
    )
    ran = batch(model, source, tmp_path / "out.jsonl")
    assert (ran.status, ran.out) == (1, "")
    assert "6 of 11 done, 5 failed" in ran.err
    assert "more than one line has the id 'a'" in ran.err.replace('"', "'")
    found = {line["line"]: line for line in results(tmp_path / "out.jsonl")}
    assert sorted(found) == [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    assert [found[number]["text"] for number in (1, 2, 4, 8)] == [ENDS] * 4
    assert (found[2]["id"], found[4]["id"], found[5]["id"], found[1]["id"]) == ("a", 7, "o1", None)
    assert found[1]["usage"]["output_tokens"] > 0
    assert (found[1]["finish_reason"], found[12]["finish_reason"]) == ("stop", "length")
    assert [call["name"] for call in found[5]["tool_calls"]] == ["weather"]
    errors = {number: line["error"] for number, line in found.items() if line["error"] is not None}
    assert sorted(errors) == [6, 7, 9, 10, 11]
    assert "no JSON" in errors[6]
    assert "temperature" in errors[9]
    assert "nonsense" in errors[10]
    assert "stream" in errors[11]


def test_a_file_that_is_there_is_gone_on_with_only_when_asked(model: str, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", "finish 1", "finish 2", {"prompt": "finish", "nonsense": 1})
    target = tmp_path / "out.jsonl"
    assert batch(model, source, target).status == 1
    before = target.read_bytes()
    refused = batch(model, source, target)
    assert refused.status == 2
    assert "--resume" in refused.err
    again = batch(model, source, target, "--resume")
    assert again.status == 1, "what failed for good is still no answer"
    assert "1 failed" in again.err
    assert target.read_bytes() == before, "and it is not tried again"
    add_model(write_tiny_gguf(tmp_path / "other.gguf"))
    mixed = batch("local:other", source, target, "--resume")
    assert mixed.status == 2
    assert "local:tiny" in mixed.err
    write_lines(source, "finish 1", "another", "finish 3")
    changed = batch(model, source, target, "--resume")
    assert changed.status == 2
    assert "Line 2" in changed.err
    target.write_text('{"this": "is no result"}\n')
    assert batch(model, source, target, "--resume").status == 2


def test_killed_it_keeps_every_finished_line_and_goes_on(model: str, tmp_path: Path, start: Start) -> None:
    source = write_lines(tmp_path / "in.jsonl", *["finish"] * 6, "talk", *["finish"] * 6)
    target = tmp_path / "out.jsonl"
    process = start("-m", model, "--in", str(source), "--out", str(target))
    until(lambda: target.exists() and target.read_bytes().count(b"\n") == 12, "every line but the endless one")
    workers = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.wait()
    until(lambda: not any(worker.is_running() for worker in workers), "no worker is left")
    with target.open("ab") as file:
        file.write(b'{"line": 7, "id": null, "te')  # what a machine that lost its power may leave
    write_lines(source, *["finish"] * 6, "finish this one too", *["finish"] * 6)
    ran = batch(model, source, target, "--resume")
    assert (ran.status, ran.out) == (0, "")
    assert "13 of 13 done (12 of them earlier)" in ran.err
    assert sorted(line["line"] for line in results(target)) == list(range(1, 14))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_it_and_says_how_much_is_done(model: str, tmp_path: Path, start: Start, number: int) -> None:
    source = write_lines(tmp_path / "in.jsonl", "finish", "talk", "talk")
    target = tmp_path / "out.jsonl"
    process = start("-m", model, "--in", str(source), "--out", str(target))
    until(lambda: target.exists() and target.read_bytes().count(b"\n") == 1, "one line is done")
    process.send_signal(number)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "stopped; 1 of 3 done" in told.decode()
    assert "--resume" in told.decode()
    assert [line["line"] for line in results(target)] == [1]


def test_a_full_disk_ends_it_with_whole_lines_only_and_is_gone_on_with(
    model: str, tmp_path: Path, start: Start
) -> None:
    source = write_lines(tmp_path / "in.jsonl", *["finish"] * 40)
    target = tmp_path / "out.jsonl"

    def little_space() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    process = start("-m", model, "--in", str(source), "--out", str(target), preexec_fn=little_space, env=environment)
    _, told = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "is full" in told.decode()
    assert "Free some space" in told.decode()
    kept = results(target)
    assert 0 < len(kept) < 40
    assert batch(model, source, target, "--resume").status == 0
    assert sorted(line["line"] for line in results(target)) == list(range(1, 41))


def test_it_works_in_a_pipe_and_answers_come_while_prompts_still_do(model: str, start: Start) -> None:
    process = start("-m", model, "--in", "-", "--out", "-", stdin=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    for number in (1, 2):
        process.stdin.write(json.dumps({"id": number, "prompt": "finish"}).encode() + b"\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        assert (answer["id"], answer["text"]) == (number, ENDS)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert b"2 done" in told


def test_ctrl_c_ends_it_while_it_waits_for_prompts(model: str, start: Start) -> None:
    process = start("-m", model, "--in", "-", "--out", "-", stdin=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'"finish"\n')
    process.stdin.flush()
    assert process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130


def test_parameters_a_schema_and_a_system_prompt_count_for_every_line(model: str, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", "talk", {"prompt": "talk", "parameters": {"max_tokens": 2}})
    ran = batch(model, source, tmp_path / "out.jsonl", "--param", "max_tokens=4", "--param", "seed=1")
    assert ran.status == 0
    assert {line["line"]: line["usage"]["output_tokens"] for line in results(tmp_path / "out.jsonl")} == {1: 4, 2: 2}


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["-m", "local:gone", "--in", "{in}", "--out", "{out}"], 1, "gone"),
        (["-m", "nonsense", "--in", "{in}", "--out", "{out}"], 2, "nonsense"),
        (["-m", "builtin:rules", "--in", "/nowhere/x", "--out", "{out}"], 2, "/nowhere/x"),
        (["-m", "builtin:rules", "--in", "{in}", "--out", "/nowhere/x"], 1, "/nowhere/x"),
        (["-m", "builtin:rules", "--in", "/", "--out", "{out}"], 2, "folder"),
        (["-m", "builtin:rules", "--in", "{in}", "--out", "-", "--resume"], 2, "--out"),
        (["-m", "builtin:rules", "--in", "{in}", "--out", "{out}", "--param", "temperature"], 2, "NAME=JSON"),
        (["-m", "builtin:rules", "--in", "{in}", "--out", "{out}", "--param", "x=y"], 2, "no JSON"),
        (["-m", "builtin:rules", "--in", "{in}", "--out", "{out}", "--param", "x=1"], 1, "'x'"),
        (["-m", "builtin:rules", "--in", "{in}", "--out", "{out}", "--concurrency", "0"], 2, "concurrency"),
        (["-m", "builtin:rules", "--in", "{in}", "--out", "{out}", "--system", "nobody"], 1, "nobody"),
    ],
)
def test_what_cannot_be_run_is_said_before_anything_is_written(
    tmp_path: Path, arguments: list[str], status: int, says: str
) -> None:
    source, target = write_lines(tmp_path / "in.jsonl", "hello"), tmp_path / "out.jsonl"
    ran = run_baton("batch", *(text.format(**{"in": source, "out": target}) for text in arguments))
    assert (ran.status, ran.out) == (status, "")
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert not target.exists() or target.read_bytes() == b""


def test_a_provider_batch_outlives_a_kill_and_is_paid_once(start: Start, tmp_path: Path) -> None:
    source, target = write_lines(tmp_path / "in.jsonl", "one", "two"), tmp_path / "out.jsonl"
    model, more = "anthropic:claude-sonnet-4-5", ("--provider-batch",)
    with VendorServer() as server:
        vendor = {"ANTHROPIC_API_KEY": "sk-test-0123456789", "ANTHROPIC_BASE_URL": server.url}
        process = start("-m", model, "--in", str(source), "--out", str(target), *more, env={**os.environ, **vendor})
        assert server.batches.polled.wait(60)
        process.kill()
        process.wait()
        server.batches.end()
        ran = batch(model, source, target, *more, **vendor)
        assert ran.status == 2
        assert "--resume" in ran.err
        ran = batch(model, source, target, *more, "--resume", **vendor)
        assert (ran.status, ran.out) == (0, "")
        assert "2 of 2 done" in ran.err
        assert sorted(line["text"] for line in results(target)) == ["answer 1", "answer 2"]
        assert [len(taken.requests) for taken in server.batches.all] == [2]


def test_a_provider_batch_can_be_cancelled_and_what_it_answered_is_kept(start: Start, tmp_path: Path) -> None:
    source, target = write_lines(tmp_path / "in.jsonl", "one", "two"), tmp_path / "out.jsonl"
    model = "anthropic:claude-sonnet-4-5"
    with VendorServer() as server:
        vendor = {"ANTHROPIC_API_KEY": "sk-test-0123456789", "ANTHROPIC_BASE_URL": server.url}
        ran = batch(model, source, target, "--cancel-batch", **vendor)
        assert ran.status == 1
        assert "no batch" in ran.err
        arguments = ("-m", model, "--in", str(source), "--out", str(target), "--provider-batch")
        process = start(*arguments, env={**os.environ, **vendor})
        assert server.batches.polled.wait(60)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
        assert process.returncode == 130
        assert b"The provider goes on with its batch" in told
        server.batches.ends_at_once = True
        ran = batch(model, source, target, "--cancel-batch", **vendor)
        assert ran.status == 1
        assert all("cancelled" in line["error"] for line in results(target))


@pytest.mark.parametrize(
    ("model", "more", "said", "status"),
    [
        ("builtin:rules", ("--provider-batch",), "takes no batches", 1),
        ("anthropic:x", ("--provider-batch", "--concurrency", "3"), "--concurrency", 2),
    ],
)
def test_what_a_provider_batch_cannot_do_is_said(
    tmp_path: Path, model: str, more: tuple[str, ...], said: str, status: int
) -> None:
    ran = batch(model, write_lines(tmp_path / "in.jsonl", "one"), tmp_path / "out.jsonl", *more)
    assert ran.status == status
    assert said in ran.err
    assert not (tmp_path / "out.jsonl").exists()
