"""Texts that are made in English where no language is known, and said in the person's where they are shown."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from app.domain import language
from app.domain.language import Kept, kept, parts, plural, retold, tr

GERMAN = {
    "{name!r} has {what}.": "{name!r} hat {what}.",
    "no vocabulary": "kein Vokabular",
    "One token": "{count} Tokens",
    "Broken {name.x}": "Kaputt {name.x}",
}


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    language.use(lambda text, about, count: GERMAN.get(text, ""))
    yield
    language.use(None)


def travelled(text: str) -> str:
    """As it arrives in the process that knows the language."""
    english, made = json.loads(json.dumps([text, parts(text)]))
    return retold(english, made)


def test_a_kept_text_is_english_and_is_said_in_the_language_where_it_arrives() -> None:
    text = kept("{name!r} has {what}.", name="a{b}", what=kept("no vocabulary"))
    assert text == "'a{b}' has no vocabulary."
    assert travelled(text) == "'a{b}' hat kein Vokabular."


def test_a_process_that_keeps_makes_every_text_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_keeps", True)
    text, counted = tr("{name!r} has {what}.", name="x", what=3), plural("One token", "{count} tokens", 2)
    assert (text, counted) == ("'x' has 3.", "2 tokens")
    assert isinstance(text, Kept)
    monkeypatch.setattr(language, "_keeps", False)
    assert (travelled(text), travelled(counted)) == ("'x' hat 3.", "2 Tokens")


@pytest.mark.parametrize(
    "made",
    [
        None,
        [],
        "no vocabulary",
        ["Nobody translated {this}", "", -1, {"this": "1"}],
        ["{name!r} has {what}.", "", -1, {"name": "x"}],
        ["Broken {name.x}", "", -1, {"name": "x"}],
        ["no vocabulary", "", "many", {}],
    ],
    ids=["none", "empty", "text", "unknown", "a value short", "an attribute", "no count"],
)
def test_what_cannot_be_said_again_stays_as_it_came(made: object) -> None:
    assert retold("As it came.", made) == "As it came."


def test_a_plain_text_has_no_parts() -> None:
    assert parts("plain") is None
    assert travelled("no vocabulary") == "no vocabulary"
