"""Presets of parameters: the shipped ones, the person's own, and how each is laid over a model."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import NotFoundError, UsageError
from app.domain.models import Capabilities
from app.domain.parameters import MAX_TOKENS, TEMPERATURE, check, not_taken
from app.domain.presets import SHIPPED, Preset, applied, from_plain, name_of, to_plain
from app.services.presets import PresetService
from app.storage.toml_records import presets_file

SMALL = dataclasses.replace(MAX_TOKENS, maximum=4096)
COOL = dataclasses.replace(TEMPERATURE, maximum=1.0)
CAN = Capabilities(parameters=(COOL, SMALL), refused=not_taken((COOL, SMALL), model="M"))


def service(folder: Path) -> PresetService:
    return PresetService(presets_file(folder / "presets.toml"))


def test_the_shipped_presets_are_sound_and_named_for_people_and_commands() -> None:
    assert [preset.title for preset in SHIPPED] == ["Precise", "Balanced", "Creative", "Long answer"]
    for preset in SHIPPED:
        assert preset.problem is None
        assert preset.name == name_of(preset.title)


def test_what_a_model_does_not_take_is_named_with_the_reason_and_the_rest_is_taken() -> None:
    preset = Preset(
        name="all",
        title="All",
        parameters={"temperature": 1.5, "max_tokens": 100, "seed": 3, "mirostat": 2},
    )
    laid = applied(preset, CAN, model="M")
    assert laid.parameters == {"max_tokens": 100}
    assert laid.notes == ("Temperature must be at most 1.", "M takes no Seed.", "M takes no mirostat.")


def test_a_longest_answer_beyond_the_models_becomes_the_models_and_says_so() -> None:
    laid = applied(SHIPPED[-1], CAN, model="M")
    assert laid.parameters == {"max_tokens": 4096}
    assert laid.notes == ("Longest answer is 4,096, the most that M writes.",)


VALUES = st.integers() | st.floats() | st.text(max_size=5) | st.lists(st.text(max_size=3), max_size=3) | st.none()


@given(st.dictionaries(st.sampled_from(["temperature", "max_tokens", "seed", "x"]), VALUES, min_size=1))
def test_what_is_applied_is_always_taken_and_everything_else_is_named(parameters: dict[str, Any]) -> None:
    laid = applied(Preset(name="p", title="P", parameters=parameters), CAN, model="M")
    check(laid.parameters, CAN.parameters, model="M")
    changed = {name for name, value in laid.parameters.items() if value is not parameters[name]}
    assert len(laid.notes) == len(parameters) - len(laid.parameters) + len(changed)


def test_a_preset_is_written_and_read_back_without_loss() -> None:
    preset = Preset(name="mine", title="Mein Preset", parameters={"stop": ["a", "b"], "temperature": 0.5, "seed": 1})
    assert from_plain(to_plain(preset)) == preset


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        {"name": "x"},
        {"name": "X Y", "title": "t", "parameters": {"a": 1}},
        {"name": "x", "title": "", "parameters": {"a": 1}},
        {"name": "x", "title": "a\nb", "parameters": {"a": 1}},
        {"name": "x", "title": "t", "parameters": {}},
        {"name": "x", "title": "t", "parameters": {"a": {"b": 1}}},
        {"name": "x", "title": "t", "parameters": {"a": float("inf")}},
        {"name": "x", "title": "t", "parameters": {"a": True}},
        {"name": "x", "title": "t", "parameters": {"a": 10**400}},
        {"name": "x", "title": "t", "parameters": {str(n): n for n in range(100)}},
    ],
)
def test_what_is_no_preset_says_why(plain: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_plain(plain)


@given(st.text(max_size=80))
def test_every_title_gives_a_name_that_can_be_used_and_is_free(title: str) -> None:
    first = name_of(title)
    second = name_of(title, [first])
    assert first != second
    for name in (first, second):
        assert Preset(name=name, title="t", parameters={"a": 1}).problem is None


async def test_a_persons_presets_are_saved_renamed_and_deleted_beside_the_shipped_ones(tmp_path: Path) -> None:
    presets = service(tmp_path)
    saved = await presets.save(" Für Reviews ", {"temperature": 0.1})
    assert (saved.name, saved.title) == ("fur-reviews", "Für Reviews")
    again = service(tmp_path)
    assert [preset.title for preset in again.list()][-1] == "Für Reviews"
    assert again.get("für reviews") == again.get("fur-reviews") == saved
    await again.rename("fur-reviews", "Reviews")
    assert service(tmp_path).get("fur-reviews").title == "Reviews"
    await again.delete("fur-reviews")
    assert len(service(tmp_path).list()) == len(SHIPPED)
    with pytest.raises(NotFoundError, match=r"precise, balanced"):
        again.get("fur-reviews")


async def test_a_title_that_is_taken_and_changing_what_is_shipped_are_refused(tmp_path: Path) -> None:
    presets = service(tmp_path)
    for title in ("precise", "Long Answer", ""):
        with pytest.raises(UsageError):
            await presets.save(title, {"temperature": 1})
    with pytest.raises(UsageError):
        await presets.save("Nothing", {})
    for change in (presets.delete("precise"), presets.rename("precise", "Mine")):
        with pytest.raises(UsageError, match="comes with Baton"):
            await change
    with pytest.raises(NotFoundError):
        await presets.delete("nobody")


async def test_an_own_preset_of_a_shipped_name_counts_until_it_is_deleted(tmp_path: Path) -> None:
    presets = service(tmp_path)
    await presets.put(Preset(name="precise", title="Precise", parameters={"temperature": 0.0}))
    assert service(tmp_path).get("precise").parameters == {"temperature": 0.0}
    assert len(presets.list()) == len(SHIPPED)
    await presets.delete("precise")
    assert presets.get("precise") == SHIPPED[0]
