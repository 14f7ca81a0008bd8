"""The prompt library from a terminal: baton prompts, ask with variables, and the chat's commands."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.end_to_end.test_terminal_chat import Terminal
from tests.window_fixtures import Command, run_baton

GREET = """\
---
title: Greet
kind: message
variables:
  tone:
    kind: choice
    choices: warm, dry
---
{{tone}}: {{who}}
"""


@pytest.fixture
def greet(tmp_path: Path) -> Path:
    file = tmp_path / "greet.md"
    file.write_text(GREET, encoding="utf-8")
    return file


def test_a_prompt_is_added_listed_shown_exported_removed_and_imported(
    command: Command, greet: Path, tmp_path: Path
) -> None:
    assert command("prompts", "add", str(greet)).out == "greet was added.\n"
    listed = {entry["name"]: entry for entry in command("prompts", "list", "--json").json["prompts"]}
    assert listed["greet"]["kind"] == "message"
    assert [item["name"] for item in listed["greet"]["variables"]] == ["tone", "who"]
    assert listed["security_audit"]["shipped"] is True
    assert "greet\tmessage\tGreet\tyour own\t{{tone}} {{who}}" in command("prompts", "list").out
    assert (
        command("prompts", "show", "greet", "--var", "tone=dry", "--var", "who={{tone}}=x").out == "dry: {{tone}}=x\n"
    )
    assert command("prompts", "show", "greet").out == "{{tone}}: {{who}}\n"
    out = tmp_path / "library.json"
    assert command("prompts", "export", "--out", str(out)).status == 0
    assert [entry["name"] for entry in json.loads(out.read_text())["prompts"]] == ["greet"]
    assert command("prompts", "remove", "greet", "--json").json["removed"] == "greet"
    assert command("prompts", "show", "greet").status == 1
    assert command("prompts", "import", str(out)).out == "1 prompt imported.\n"
    assert command("prompts", "import", str(out), "--json").json["same"] == 1


def test_a_name_that_is_taken_is_settled_by_an_option_where_nobody_can_be_asked(command: Command, greet: Path) -> None:
    command("prompts", "add", str(greet))
    greet.write_text("Another.", encoding="utf-8")
    refused = command("prompts", "add", str(greet))
    assert (refused.status, refused.out) == (2, "")
    assert "already" in refused.err
    refused = command("prompts", "import", str(greet))
    assert (refused.status, refused.out) == (2, "")
    assert "--conflict" in refused.err
    assert command("prompts", "import", str(greet), "--conflict", "keep-both", "--json").json["added"] == ["greet_2"]
    assert command("prompts", "import", str(greet), "--conflict", "skip", "--json").json["skipped"] == ["greet"]
    assert command("prompts", "import", str(greet), "--conflict", "replace", "--json").json["replaced"] == ["greet"]
    assert command("prompts", "show", "greet").out == "Another.\n"


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        ("show nope", 1, "There is no prompt 'nope'"),
        ("remove security_audit", 2, "came with Baton"),
        ("add absent.md", 2, "cannot be read"),
        ("add -", 2, "--name"),
        ("add x.md --name ../x", 2, "holds /"),
        ("add x.md --name nul", 2, "device on Windows"),
        ("import absent.json", 2, "cannot be read"),
        pytest.param(
            *("import /dev/zero", 2, "is no plain file"),
            marks=pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a file without an end"),
        ),
        ("export nope", 1, "There is no prompt 'nope'"),
        ("export --preset nope", 1, "There is no preset 'nope'"),
        ("show security_audit --var nope=1", 2, "no variable 'nope'"),
        ("show security_audit --var nope", 2, "NAME=VALUE"),
        ("show security_audit --var framework=mine", 2, "is one of"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(command: Command, words: str, status: int, says: str) -> None:
    ran = command("prompts", *words.split())
    assert (ran.status, ran.out) == (status, "")
    assert says in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_malformed_entry_is_named_and_the_others_come_in(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "library.json"
    entries = [{"name": "good", "text": "Be \u001b[31mbrief."}, {"name": "con", "text": "x"}, 7]
    file.write_text(json.dumps({"format": "baton-library", "version": 1, "prompts": entries}))
    ran = command("prompts", "import", str(file))
    assert (ran.status, ran.out) == (0, "1 prompt imported, 2 left out.\n")
    assert "prompt 2 ('con')" in ran.err
    assert "\x1b" not in command("prompts", "show", "good").out
    several = command("prompts", "import", str(tmp_path / "absent.json"), str(file))
    assert (several.status, several.out) == (0, "0 prompts imported, 1 here already, 3 left out.\n")
    file.write_text("{}")
    assert command("prompts", "import", str(file)).status == 1


def test_a_question_is_made_of_prompts_with_their_values(whole_home: Path, greet: Path) -> None:
    assert run_baton("prompts", "add", str(greet)).status == 0
    asked = run_baton(
        *("ask", "-m", "builtin:rules", "--json", "--system", "security_audit", "--prompt", "greet"),
        *("--var", "tone=warm", "--var", "who=you", "--var", "framework=SOC 2", "and", "more"),
    )
    assert asked.json["question"] == "warm: you\n\nand more"
    (conversation,) = run_baton("history", "export").json["conversations"]
    assert "Measure against: SOC 2." in conversation["settings"]["system_prompt"]
    assert conversation["settings"]["system_prompt_from"] == "security_audit"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--prompt explain_policy", "needs a value for: policy"),
        ("--prompt security_audit hello", "Use it with --system"),
        ("--system explain_policy hello", "Use it with --prompt"),
        ("--system security_audit --var policy=x hello", "No prompt has the variable 'policy'"),
        ("--var a=b hello", "No prompt has the variable 'a'"),
        ("--prompt nope", "There is no prompt 'nope'"),
    ],
)
def test_nothing_is_asked_where_a_prompt_cannot_be_filled(command: Command, words: str, says: str) -> None:
    ran = command("ask", "-m", "builtin:rules", *words.split())
    assert ran.status in (1, 2)
    assert says in ran.err
    assert command("history", "export").json["conversations"] == []


def test_on_a_terminal_what_is_missing_is_asked_for_until_it_fits(whole_home: Path, greet: Path) -> None:
    assert run_baton("prompts", "add", str(greet)).status == 0
    hidden = ("DISPLAY", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
    terminal = Terminal({name: value for name, value in os.environ.items() if name not in hidden} | {"TERM": "dumb"})
    terminal.expect("> ")
    terminal.type("/prompts\n")
    terminal.expect("greet  message  Greet")
    terminal.expect("> ")
    terminal.type("/system security_audit framework='SOC 2'\n")
    terminal.expect("System: security_audit")
    terminal.expect("> ")
    terminal.type("/prompt greet\n")
    terminal.expect("2  dry")
    terminal.expect("? ")
    terminal.type("3\n")
    terminal.expect("is one of warm, dry")
    terminal.expect("? ")
    terminal.type("2\n")
    terminal.expect("Who:")
    terminal.expect("? ")
    terminal.type("list my buckets\n")
    terminal.expect("> ")
    terminal.type("/system nope\n")
    terminal.expect("There is no prompt 'nope'")
    terminal.expect("> ")
    terminal.type("/quit\n")
    assert terminal.status() == 0
    terminal.close()
    (conversation,) = run_baton("history", "export").json["conversations"]
    assert conversation["settings"]["system_prompt_from"] == "security_audit"
    assert "dry: list my buckets" in json.dumps(conversation)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
@pytest.mark.parametrize("words", ["prompts import", "history import", "ask hello --schema"])
def test_a_pipe_that_nobody_writes_to_is_refused_and_not_waited_for(
    command: Command, tmp_path: Path, words: str
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    ran = command(*words.split(), str(pipe))
    assert (ran.status, ran.out) == (2, "")
    assert "is no plain file" in ran.err
