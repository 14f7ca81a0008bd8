"""How many secrets are found, and how much else is taken for one, on snippets that no pattern was made from."""

from __future__ import annotations

import pytest

from app.services.privacy.masking import Finder, What
from app.services.privacy.measure import texts
from app.system.secret_rules import KingfisherRules
from tests.secret_snippets import Snippet, harmless, secrets

WHAT = What(secrets=True, identifiers=False)
RECALL = 0.99
PRECISION = 0.98


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Finder:
    return Finder(KingfisherRules(tmp_path_factory.mktemp("rules")))


def hides(finder: Finder, snippet: Snippet) -> bool:
    at = snippet.text.find(snippet.value)
    end = at + len(snippet.value)
    return any(spot.start <= at and end <= spot.end for spot in finder.spots(snippet.text, WHAT))


def test_nearly_every_secret_is_found_and_hardly_anything_else(finder: Finder) -> None:
    labelled = list(secrets())
    missed = [snippet.text for snippet in labelled if not hides(finder, snippet)]
    wrong = [snippet.text for snippet in harmless() if finder.spots(snippet.text, WHAT)]
    found = len(labelled) - len(missed)
    assert len(labelled) + len(list(harmless())) >= 180
    assert found / len(labelled) >= RECALL, missed
    assert found / (found + len(wrong)) >= PRECISION, wrong


def test_each_text_that_the_measurement_reads_is_100_kb_and_taken_for_no_secret(finder: Finder) -> None:
    for name, text in texts().items():
        assert len(text) == 100_000, name
        assert not finder.spots(text, WHAT), name


@pytest.mark.parametrize("before", ["", "é ", "\ufeff", "\0", "\ud800 ", "😀" * 3])
def test_the_catalogues_places_are_counted_in_characters(finder: Finder, before: str) -> None:
    # A kind that only the catalogue knows.
    token = "shp" + "at_" + "0123456789abcdef" * 2
    text = f"{before}{token} after"
    (spot,) = finder.spots(text, WHAT)
    assert text[spot.start : spot.end] == token
    assert spot.kind == "shopify access token"
