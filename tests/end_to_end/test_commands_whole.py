"""The command line as scripts use it: help, exit statuses, one line for an error, JSON alone on stdout, streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from app.cli.main import baton
from app.system.paths import Paths
from tests.gguf_files import write_not_gguf, write_tiny_gguf
from tests.llama_fixtures import LlamaServer
from tests.window_fixtures import Command, run_baton


def commands(group: click.Group, *names: str) -> Iterator[tuple[str, ...]]:
    """Every command and group of commands, by its words."""
    with click.Context(group) as context:
        for name in group.list_commands(context):
            found = group.get_command(context, name)
            assert found is not None
            yield (*names, name)
            if isinstance(found, click.Group):
                yield from commands(found, *names, name)


PROMISED = """
ask
models|models add|models pull|models remove|models plan|models search|models files|models local|models discover
models adapter|keys set|keys remove|keys list|serve|aws find
aws explain|aws plan|aws run|audit|audit verify
history search|history export|history import|compare|batch|bench|doctor
prompts list|prompts show|prompts add|prompts remove|prompts export|prompts import"""


def test_every_promised_command_is_there_and_every_command_has_help(command: Command) -> None:
    there = {" ".join(names) for names in commands(baton)}
    promised = {name for line in PROMISED.split("\n")[1:] for name in line.split("|")}
    assert promised <= there
    for name in ("", *sorted(there)):
        ran = command(*name.split(), "--help")
        assert (ran.status, ran.err) == (0, ""), name
        assert ran.out.startswith(f"Usage: baton {name}".rstrip()), name
        assert len(ran.out.splitlines()) > 4, f"{name} says nothing about itself"


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        ("nonsense", 2, "nonsense"),
        ("ask", 2, "TEXT"),
        ("aws plan", 2, "TEXT"),
        ("aws explain s3ListBuckets", 2, "s3ListBuckets"),
        ("aws run s3:CreateBucket --aws demo --param Bucket", 2, "Bucket"),
        ("keys set nobody", 2, "nobody"),
        ("history search", 2, "TEXT"),
        ("history import /nowhere/at-all.json", 2, "/nowhere/at-all.json"),
        ("bench nothing", 2, "nothing"),
        ("aws explain s3:Nope", 1, "Nope"),
        ("aws run nope:Nope", 1, "nope"),
        ("aws run s3:ListBuckets --aws nobody", 1, "nobody"),
        ("ask -m nobody:here hello", 1, "nobody"),
        ("ask -m local:gone hello", 1, "gone"),
        ("ask --system nobody hello", 1, "nobody"),
        ("ask --aws nobody list my buckets", 1, "nobody"),
        ("models remove gone", 1, "gone"),
        ("models plan gone", 1, "gone"),
        ("keys remove openai", 1, "openai"),
        ("history export gone", 1, "gone"),
        ("batch -m nobody:b --in x --out y", 1, "nobody"),
        ("compare -m a:b -m c:d hello", 1, "later version"),
        ("serve --host 0.0.0.0", 2, "0.0.0.0"),
        ("bench compare", 1, "later version"),
        ("--quick-ask", 1, "later version"),
    ],
)
def test_a_failure_is_one_line_on_stderr_and_a_status(command: Command, words: str, status: int, says: str) -> None:
    ran = command(*words.split())
    assert (ran.status, ran.out) == (status, "")
    assert len(ran.err.splitlines()) == 1, ran.err
    assert ran.err.startswith("baton: ")
    assert says in ran.err
    assert "Error" not in ran.err
    assert "Traceback" not in ran.err


def test_a_file_that_is_no_model_is_refused_and_a_good_one_is_planned_listed_and_forgotten(
    command: Command, tmp_path: Path
) -> None:
    refused = command("models", "add", str(write_not_gguf(tmp_path / "bad.gguf")))
    assert (refused.status, refused.out) == (1, "")
    assert "bad.gguf" in refused.err
    good = write_tiny_gguf(tmp_path / "good.gguf")
    assert command("models", "add", str(good)).status == 0
    plan = command("models", "plan", "good", "--json")
    assert plan.json["fits"] is True
    listed = command("models", "--json")
    assert "local:good" in [model["id"] for model in listed.json["models"]]
    assert command("models", "remove", "good").status == 0
    assert good.exists(), "a file of the person's own stays"


def test_a_key_that_cannot_be_kept_safely_is_not_kept_anywhere(whole_home: Path) -> None:
    key = "sk-proj-Zx81" + "k7Qe" * 10
    ran = run_baton("keys", "set", "openai", stdin=f"{key}\n")
    assert (ran.status, ran.out) == (1, "")
    assert "keyring" in ran.err
    run_baton("ask", "-m", "nobody:here", "hello", OPENAI_API_KEY=key)
    listed = run_baton("keys", "list", "--json", OPENAI_API_KEY=key)
    assert listed.json == [{"provider": "openai", "origin": "from the environment"}]
    files = [path for path in whole_home.rglob("*") if path.is_file()]
    assert {"baton.db", "baton.log"} <= {path.name for path in files}
    assert not [path for path in files if key.encode() in path.read_bytes()]


def test_a_line_of_stdin_is_an_item_and_an_answer_a_line(whole_home: Path) -> None:
    texts = "list my buckets\nwhat is the weather?\n\nstop instance i-0abc123def456789a in Frankfurt\r\n\xff\n"
    planned = run_baton("aws", "plan", "-", stdin=texts.encode("latin-1"))
    assert planned.status == 0
    first, nothing, empty, stop, broken = planned.lines
    assert (first["service"], first["operation"], first["risk"]) == ("s3", "ListBuckets", "read")
    assert nothing["service"] is None
    assert empty["service"] is None
    assert (stop["operation"], stop["region"]) == ("StopInstances", "eu-central-1")
    assert broken["service"] is None

    asked = run_baton("ask", "--aws", "demo", "-", stdin="list my buckets\ndelete the bucket acorn-ml-scratch\n")
    assert asked.status == 1, "a change was refused"
    read, change = asked.lines
    assert read["actions"][0]["state"] == "done"
    assert (change["actions"][0]["state"], change["actions"][0]["decision"]) == ("refused", "nobody-there")
    assert change["actions"][0].get("result") is None
    entries = run_baton("audit", "--json").json["entries"]
    assert "nobody-there" in [entry["data"].get("decision") for entry in entries]


def test_a_schema_and_a_system_prompt_reach_the_model(
    whole_home: Path, llama_server: LlamaServer, tmp_path: Path
) -> None:
    write_settings(whole_home, f'[[endpoints]]\nname = "here"\nurl = "{llama_server.url}"\nneeds_key = false\n')
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps({"type": "object", "properties": {"ok": {"type": "boolean"}}, "required": ["ok"]}))
    asked = run_baton(
        "ask", "-m", "here:tiny", "--system", "aws_management", "--schema", str(schema), "--json", "well?"
    )
    assert asked.status == 0, asked.err
    assert isinstance(json.loads(asked.json["text"])["ok"], bool)
    (conversation,) = run_baton("history", "export").json["conversations"]
    assert "AWS" in conversation["settings"]["system_prompt"]


def test_an_endpoint_that_nobody_serves_is_named_with_what_to_do(command: Command, paths: Paths) -> None:
    write_settings(paths.config, '[[endpoints]]\nname = "gone"\nurl = "http://127.0.0.1:9/v1"\nneeds_key = false\n')
    ran = command("ask", "-m", "gone:any", "--json", "hello")
    assert ran.status == 1
    assert ran.json["state"] == "failed"
    assert "127.0.0.1:9" in ran.json["error"]


def test_a_damaged_settings_file_is_kept_aside_and_said(whole_home: Path) -> None:
    write_settings(whole_home, "default_model = \x00 [[[")
    ran = run_baton(stdin="hello\n")
    assert ran.status == 0
    assert "settings" in ran.err
    (kept,) = whole_home.glob("settings-damaged-*.toml")
    assert kept.read_text() == "default_model = \x00 [[["


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    # Root may write to any folder of a disk, but not add to the kernel's own.
    expect_home_named(closed if os.geteuid() else Path("/sys/kernel"))


def test_a_home_that_is_a_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    expect_home_named(file)


def expect_home_named(home: Path) -> None:
    ran = run_baton("history", "export", BATON_HOME=str(home / "baton"))
    assert (ran.status, ran.out) == (1, "")
    lines = ran.err.splitlines()
    assert lines
    assert all(line.startswith("baton: ") and str(home) in line for line in lines), ran.err
    doctor = run_baton("doctor", "--json", BATON_HOME=str(home / "baton"))
    assert doctor.status == 1
    states = {check["name"]: check["state"] for check in doctor.json["checks"]}
    assert states["folders"] == "fault"


def test_the_doctor_says_what_works_and_how_to_mend_what_does_not(whole_home: Path) -> None:
    doctor = run_baton("doctor", "--json")
    assert (doctor.status, doctor.err) == (0, "")
    checks: dict[str, Any] = {check["name"]: check for check in doctor.json["checks"]}
    assert {"display", "folders", "log", "keyring", "llama.cpp", "gpu", "aws"} <= set(checks)
    assert checks["display"]["state"] == "warning"
    assert checks["display"]["remedy"]
    assert checks["keyring"]["state"] == "warning"
    assert str(whole_home) in checks["folders"]["finding"]


def write_settings(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.toml").write_text(text)


def test_an_import_that_brings_nothing_in_is_a_failure(command: Command, tmp_path: Path) -> None:
    said = {"uuid": "h", "text": "Hello", "sender": "human", "created_at": "2024-01-01T00:00:00Z"}
    file = tmp_path / "conversations.json"
    file.write_text(json.dumps([{"uuid": "c", "name": "Greetings", "chat_messages": [said]}]))
    assert command("history", "import", str(file)).status == 0
    again = command("history", "import", str(file))
    assert (again.status, again.out) == (1, "")
    assert again.err.splitlines() == [
        "Skipped: 'Greetings' is there already.",
        "baton: Nothing was imported, 1 skipped.",
    ]
    as_json = command("history", "import", "--json", str(file))
    assert as_json.status == 1
    assert json.loads(as_json.out) == {
        "added": [],
        "skipped": ["'Greetings' is there already."],
        "mended": [],
    }


def test_an_export_without_a_conversation_is_imported_as_the_nothing_it_is(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "conversations.json"
    file.write_text(command("history", "export").out)
    ran = command("history", "import", str(file))
    assert (ran.status, ran.out) == (0, "0 conversations imported, 0 skipped.\n")


@pytest.mark.parametrize("redirection", ["<&-", "2>&-"])
def test_a_stream_that_is_closed_is_no_fault(whole_home: Path, redirection: str) -> None:
    command = f'"{sys.executable}" -P -m app history export {redirection}'
    ran = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)
    assert "Traceback" not in ran.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_an_output_that_is_full_is_named(whole_home: Path) -> None:
    command = f'"{sys.executable}" -P -m app models --json > /dev/full'
    ran = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 1
    assert ran.stderr.splitlines() == ["baton: The output could not be written: No space left on device."]
