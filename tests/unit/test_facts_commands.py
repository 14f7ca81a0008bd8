"""``baton models correct`` and ``baton ask --preset``, over real services and files."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any, cast

import click
import pytest
from click.testing import CliRunner, Result

from app.cli.ask import ask
from app.cli.context import CommandContext, Failure
from app.cli.models import models
from app.cli.presets import presets
from app.domain.models import Capabilities
from app.domain.parameters import MAX_TOKENS, TEMPERATURE, not_taken
from app.providers.scripted import ScriptedModel, words
from app.services.presets import PresetService
from app.storage.toml_records import presets_file
from tests.ui_fixtures import build_test_application

COOL = ScriptedModel(capabilities=Capabilities(parameters=(TEMPERATURE,), json_schema=True))
_LONG = (MAX_TOKENS,)
LONG = ScriptedModel(name="long", capabilities=Capabilities(parameters=_LONG, refused=not_taken(_LONG, model="Long")))
MODEL = "scripted:script"


class Run:
    """Runs commands, each in an application of its own over the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.requests: list[Any] = []

    def __call__(self, command: Any, *arguments: str) -> Result:
        def turn(request: Any) -> Any:
            self.requests.append(request)
            return words("Hi.")

        context = CommandContext(
            lambda: build_test_application(self.folder, turn, models=(COOL, LONG)), cast("Any", None)
        )
        result = CliRunner().invoke(command, list(arguments), obj=context, standalone_mode=False)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path)


def listed(run: Run, name: str = MODEL) -> dict[str, Any]:
    entries = json.loads(run(models, "--json").stdout)["models"]
    return next(entry for entry in entries if entry["id"] == name)


def test_presets_are_listed_by_the_names_that_ask_takes(run: Run) -> None:
    asyncio.run(PresetService(presets_file(run.folder / "presets.toml")).save("Dry run", {"seed": 3}))
    entries = json.loads(run(presets, "list", "--json").stdout)["presets"]
    assert entries[0] == {"name": "precise", "title": "Precise", "parameters": {"temperature": 0.2}, "own": False}
    assert entries[-1] == {"name": "dry-run", "title": "Dry run", "parameters": {"seed": 3}, "own": True}
    assert "precise\tPrecise\t\tTemperature 0.2" in run(presets, "list").stdout


def test_a_correction_counts_in_the_list_is_added_to_and_taken_back(run: Run) -> None:
    assert listed(run)["context_tokens"] is None
    run(models, "correct", MODEL, "--context", "9000", "--price-in", "1.5", "--price-out", "6", "--images")
    told = json.loads(run(models, "correct", MODEL, "--no-tools", "--title", "Mine", "--json").stdout)["corrections"]
    assert told == [
        {
            "model": MODEL,
            "title": "Mine",
            "context_tokens": 9000,
            "tools": False,
            "images": True,
            "input": 1.5,
            "output": 6.0,
        }
    ]
    entry = listed(run)
    assert (entry["context_tokens"], entry["images"], entry["tools"], entry["title"]) == (9000, True, False, "Mine")
    assert entry["price_usd_per_million"]["output"] == 6
    assert entry["source"] == "Corrected by you"
    assert listed(run, "scripted:long")["not_taken"]["seed"] == "Long takes no Seed."
    assert MODEL in run(models, "correct").stdout
    assert run(models, "correct", MODEL, "--clear").stdout == ""
    assert listed(run)["context_tokens"] is None


def test_a_pattern_corrects_every_model_that_fits(run: Run) -> None:
    run(models, "correct", "scripted:*", "--context", "5000")
    assert [listed(run, name)["context_tokens"] for name in (MODEL, "scripted:long")] == [5000, 5000]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--context", "5"),
        ("--clear",),
        (MODEL, "--context", "0"),
        (MODEL, "--context", "1e3"),
        (MODEL, "--price-in", "nan"),
        (MODEL, "--price-in", "-1"),
        (MODEL, "--clear", "--images"),
        ("nonsense", "--context", "5"),
        (MODEL, "--title", "  "),
    ],
)
def test_what_makes_no_sense_is_wrong_usage_and_changes_nothing(run: Run, arguments: tuple[str, ...]) -> None:
    with pytest.raises((Failure, click.ClickException)) as caught:
        run(models, "correct", *arguments)
    assert (caught.value.status if isinstance(caught.value, Failure) else caught.value.exit_code) == 2
    assert not (run.folder / "models.toml").exists()


def test_taking_back_what_was_never_said_fails_in_one_line(run: Run) -> None:
    with pytest.raises(Failure, match="There are no corrections"):
        run(models, "correct", MODEL, "--clear")


def test_a_damaged_file_of_corrections_is_told_where_it_is_asked_about(run: Run) -> None:
    (run.folder / "models.toml").write_text("[[models")
    result = run(models, "correct")
    assert "kept as" in result.stderr
    assert "Nothing is corrected." in result.stderr


def test_a_preset_sets_what_the_model_takes_and_names_the_rest(run: Run) -> None:
    assert run(ask, "-m", MODEL, "--aws", "none", "--preset", "precise", "hello").exit_code == 0
    assert run.requests[-1].parameters == {"temperature": 0.2}
    result = run(ask, "-m", "scripted:long", "--aws", "none", "--preset", "Precise", "hello")
    assert run.requests[-1].parameters == {}
    assert "Long takes no Temperature." in result.stderr
    with pytest.raises(Failure, match="precise, balanced, creative, long-answer"):
        run(ask, "-m", MODEL, "--preset", "nonsense", "hello")


def test_auto_lays_a_preset_over_whoever_is_chosen_and_names_what_it_does_not_take(run: Run) -> None:
    write(run, 'route_chat = "scripted:long"\n')
    result = run(ask, "-m", "auto", "--aws", "none", "--preset", "precise", "hello")
    assert run.requests[-1].parameters == {}
    assert "Long takes no Temperature." in result.stderr
    write(run, f'route_chat = "{MODEL}"\n')
    result = run(ask, "-m", "auto", "--aws", "none", "--preset", "precise", "hello")
    assert run.requests[-1].parameters == {"temperature": 0.2}
    assert "takes no" not in result.stderr
    assert run(ask, "-m", "auto", "--aws", "none", "--preset", "long-answer", "hello").exit_code == 0
    assert "takes no" in run(ask, "-m", "auto", "--aws", "none", "--preset", "long-answer", "hello").stderr


def test_a_question_without_a_preset_gets_the_one_for_new_chats(run: Run) -> None:
    write(run, 'default_preset = "precise"\n')
    run(ask, "-m", MODEL, "--aws", "none", "hello")
    assert run.requests[-1].parameters == {"temperature": 0.2}
    run(ask, "-m", MODEL, "--aws", "none", "--preset", "creative", "hello")
    assert run.requests[-1].parameters == {"temperature": 1.0}


def test_a_preset_for_new_chats_that_is_gone_is_told_and_nobody_is_held_up(run: Run) -> None:
    write(run, 'default_preset = "gone"\n')
    result = run(ask, "-m", MODEL, "--aws", "none", "hello")
    assert run.requests[-1].parameters == {}
    assert "There is no preset 'gone'. The settings name it for new chats." in result.stderr


def write(run: Run, text: str) -> None:
    (run.folder / "settings.toml").write_text(text)
