"""The playbooks that ship are said in the person's language, and every word of theirs is there to be translated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.expressions.findings import JmesPathExpressions
from app.domain import language
from app.services.playbooks import shipped_words
from app.services.playbooks.reading import PlaybookReader
from app.storage.playbook_files import PlaybookFiles

SHIPPED = Path(__file__).parents[2] / "resources" / "playbooks"
OWN = "title: Idle instances\nreads: {a: {call: 's3:ListBuckets'}}\nrows: a.Buckets\ncolumns: {Name: item.Name}\n"


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language.use(None)


def test_every_word_of_a_playbook_that_ships_is_there_to_be_translated() -> None:
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in SHIPPED.glob("*.yaml")]
    assert set(shipped_words.TITLES) == {file["title"] for file in files}
    assert set(shipped_words.ABOUTS) == {file["about"].strip() for file in files}
    assert set(shipped_words.COLUMNS) == {name for file in files for name in file["columns"]}
    assert set(shipped_words.FIXES) == {fix["title"] for file in files for fix in file.get("fixes", ())}


def test_what_ships_is_translated_and_what_a_person_wrote_is_not(catalogue: BotocoreCatalogue, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(OWN, encoding="utf-8")
    reader = PlaybookReader(PlaybookFiles(SHIPPED, tmp_path), catalogue, JmesPathExpressions())
    language.use(lambda text, about, count: f"⟦{text}⟧")
    heads = {head.name: head for head in reader.heads()}
    assert heads["idle-instances"].title == "⟦Idle instances⟧"
    assert heads["mine"].title == "Idle instances"
    listing = reader.listing()
    assert not listing.problems
    found = {playbook.name: playbook for playbook in listing.playbooks}
    assert (found["idle-instances"].title, found["mine"].title) == ("⟦Idle instances⟧", "Idle instances")
    assert list(found["mine"].columns) == ["Name"]
    shipped = [playbook for playbook in found.values() if playbook.is_shipped]
    told = [word for one in shipped for word in (one.title, one.about, *one.columns, *(fix.title for fix in one.fixes))]
    assert [word for word in told if not word.startswith("⟦")] == []
