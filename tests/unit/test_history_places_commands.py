"""``baton history list``, ``title``, ``folders``, ``move``, ``archive``, ``bin`` and their ways back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from app.cli.consent import TerminalConsent
from app.cli.context import CommandContext, Failure
from app.cli.history import history
from app.domain.conversation import OpenedConversation, Tree
from app.services.interchange import conversation_json, exported_json
from tests.storage_fixtures import a_conversation, a_node
from tests.ui_fixtures import build_test_application

ZEBRA, OCELOT, HERON = "zebra-0001", "ocelot-0001", "heron-0001"


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """A history with three chats, and a way to give it commands."""

    def run(*arguments: str, typed: str = "") -> Result:
        context = CommandContext(lambda: build_test_application(tmp_path), TerminalConsent(interactive=False))
        return CliRunner().invoke(history, list(arguments), obj=context, standalone_mode=False, input=typed)

    chats = [
        conversation_json(
            OpenedConversation(
                conversation=a_conversation(name, name[:-5].title(), leaf_id="q"),
                tree=Tree.of([a_node("q", conversation=name)]),
                actions=(),
            )
        )
        for name in (ZEBRA, OCELOT, HERON)
    ]
    (tmp_path / "chats.json").write_text(exported_json(chats))
    run("import", str(tmp_path / "chats.json"))
    return run


def told(result: Result) -> Any:
    if result.exception is not None:
        raise result.exception
    return json.loads(result.stdout)


def ids(result: Result) -> set[str]:
    return {head["id"] for head in told(result)["conversations"]}


def test_the_list_says_of_each_chat_what_it_is_called_and_where_it_lies(run: Callable[..., Result]) -> None:
    run("pin", HERON)
    listed = told(run("list", "--json"))
    assert listed["place"] == "chats"
    first = listed["conversations"][0]
    assert (first["id"], first["title"], first["place"], first["pinned"]) == (HERON, "Heron", "chats", True)
    assert ids(run("list", "--json", "--limit", "1", "--offset", "1")) < {ZEBRA, OCELOT}
    assert "Zebra" in run("list").stdout
    assert not told(run("pin", HERON, "--off", "--json"))["conversations"][0]["pinned"]


def test_the_list_says_how_many_it_leaves_out(run: Callable[..., Result]) -> None:
    assert run("list", "--limit", "1").stderr == "2 more: --limit 3 lists them too.\n"
    assert run("list", "--limit", "3").stderr == ""
    assert told(run("list", "--json", "--limit", "2"))["more"] == 1
    run("move", "--to", "Animals", ZEBRA, HERON)
    assert run("list", "--in", "Animals", "--limit", "1").stderr == "1 more: --limit 2 lists them too.\n"


@pytest.mark.parametrize(
    ("query", "takes"),
    [
        *(("after:rubbish", "last-week"), ("after:9999-99", "2026-11"), ("before:0000-00-00", "2026-11")),
        *(("zebra has:rubbish", "aws"), ("risk:x", "destructive"), ('role:"x y"', "user")),
    ],
)
def test_a_filter_that_is_not_understood_is_wrong_usage(run: Callable[..., Result], query: str, takes: str) -> None:
    fault = run("search", query).exception
    assert isinstance(fault, click.UsageError)
    assert takes in fault.message
    assert run("search", f'"{query.replace(chr(34), "")}"').exception is None


def test_a_chat_is_named(run: Callable[..., Result]) -> None:
    assert told(run("title", "zebra-00", "All", "the", "stripes", "--json"))["title"] == "All the stripes"
    assert "All the stripes" in run("list").stdout


def test_chats_go_into_a_folder_and_out_of_it(run: Callable[..., Result]) -> None:
    moved = told(run("move", ZEBRA, OCELOT, "--to", "Animals/Fast", "--json"))
    assert {head["folder"] for head in moved["conversations"]} == {"Animals/Fast"}
    assert told(run("folders", "list", "--json")) == {"folders": ["Animals", "Animals/Fast"]}
    assert ids(run("list", "--in", "animals", "--json")) == {ZEBRA, OCELOT}
    run("move", OCELOT, "--to", "")
    assert ids(run("list", "--in", "Animals/Fast", "--json")) == {ZEBRA}


def test_folders_are_made_renamed_and_taken_away_with_their_chats_kept(run: Callable[..., Result]) -> None:
    assert told(run("folders", "add", "Work", "--json")) == {"folders": ["Work"]}
    run("move", ZEBRA, "--to", "Work")
    assert told(run("folders", "rename", "Work", "Play", "--json")) == {"folders": ["Play"]}
    assert ids(run("list", "--in", "Play", "--json")) == {ZEBRA}
    assert told(run("folders", "remove", "Play", "--json")) == {"folders": []}
    assert ZEBRA in ids(run("list", "--json"))


def test_a_folder_is_found_in_any_case_and_as_it_is_written_where_two_differ_in_case_alone(
    run: Callable[..., Result],
) -> None:
    run("folders", "add", "Work")
    assert told(run("list", "--in", "work", "--json"))["conversations"] == []
    assert told(run("folders", "rename", "work", "Play", "--json")) == {"folders": ["Play"]}
    run("folders", "add", "play")
    failure = run("folders", "remove", "PLAY").exception
    assert isinstance(failure, Failure)
    assert "'Play' or 'play'" in failure.message
    assert told(run("folders", "remove", "play", "--json")) == {"folders": ["Play"]}


def test_chats_are_put_away_and_brought_back(run: Callable[..., Result]) -> None:
    assert told(run("archive", ZEBRA, "--json"))["conversations"][0]["place"] == "archive"
    assert ids(run("list", "--in", "archive", "--json")) == {ZEBRA}
    run("bin", ZEBRA, OCELOT)
    assert ids(run("list", "--in", "bin", "--json")) == {ZEBRA, OCELOT}
    assert ids(run("list", "--json")) == {HERON}
    assert told(run("restore", ZEBRA, "--json"))["conversations"][0]["place"] == "archive", "where it lay"
    assert told(run("restore", ZEBRA, OCELOT, "--json"))["conversations"][0]["place"] == "chats"
    assert ids(run("list", "--json")) == {ZEBRA, OCELOT, HERON}


def test_the_bin_is_emptied_only_when_somebody_says_so(run: Callable[..., Result]) -> None:
    run("bin", ZEBRA)
    assert isinstance(run("empty-bin", typed="n\n").exception, Failure)
    assert ids(run("list", "--in", "bin", "--json")) == {ZEBRA}
    assert told(run("empty-bin", "--yes", "--json")) == {"erased": [ZEBRA]}
    assert ids(run("list", "--in", "bin", "--json")) == set()
    assert isinstance(run("restore", ZEBRA).exception, Failure)


@pytest.mark.parametrize(
    ("command", "word"),
    [
        (("move", ZEBRA, "nobody-0001", "--to", "Work"), "nobody-0001"),
        (("bin", "zebra"), "zebra"),
        (("move", ZEBRA, "--to", "archive"), "archive"),
        (("title", ZEBRA, " "), "at least one word"),
        (("folders", "rename", "Nowhere", "Work"), "Nowhere"),
        (("folders", "remove", "Nowhere"), "Nowhere"),
        (("list", "--in", "Nowhere"), "Nowhere"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_what_cannot_be_is_refused_with_nothing_changed(
    run: Callable[..., Result], command: tuple[str, ...], word: str
) -> None:
    failure = run(*command).exception
    assert isinstance(failure, click.ClickException)
    assert word in failure.message
    assert ids(run("list", "--json")) == {ZEBRA, OCELOT, HERON}
    assert told(run("folders", "list", "--json")) == {"folders": []}
