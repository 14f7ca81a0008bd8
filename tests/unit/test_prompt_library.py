"""The person's prompts on disk: kept whole, seen when others change them, listed with what is wrong; and brought in."""

from __future__ import annotations

import errno
import os
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from app import RESOURCES
from app.domain.errors import DiskFullError, NotFoundError, UsageError
from app.domain.library import Conflict
from app.domain.presets import Preset
from app.domain.prompts import MAX_BYTES, Prompt, PromptKind, Variable
from app.services.presets import PresetService
from app.services.prompts import PromptService
from app.storage import whole_files
from app.storage.prompt_files import PromptFiles
from app.storage.toml_records import presets_file


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "prompts"


@pytest.fixture
def library(tmp_path: Path, own: Path) -> PromptService:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "audit.md").write_text("---\ntitle: Audit\n---\nAudit {{what}}.\n", encoding="utf-8")
    return PromptService(PromptFiles(shipped, own))


def names(library: PromptService) -> list[str]:
    return sorted(prompt.name for prompt in library.listing().prompts)


def problem(library: PromptService, name: str) -> str:
    return library.get(name).problem


def a_prompt(name: str = "brief", text: str = "Be brief.") -> Prompt:
    return Prompt(name=name, title="Brief", text=text)


def test_every_prompt_that_ships_is_well_and_asks_for_nothing_it_does_not_use(tmp_path: Path) -> None:
    listing = PromptService(PromptFiles(RESOURCES / "prompts", tmp_path)).listing()
    assert len(listing.prompts) == 10
    for prompt in listing.prompts:
        assert prompt.problem == ""
        assert prompt.is_shipped
        assert prompt.about
        assert prompt.title[0].isupper()
        assert {item.name for item in prompt.declared} == {item.name for item in prompt.variables}
        assert all(item.title for item in prompt.variables)
    assert {prompt.kind for prompt in listing.prompts} == set(PromptKind)


def test_a_prompt_is_kept_found_and_changed(library: PromptService, own: Path) -> None:
    saved = library.create(a_prompt())
    assert library.get("BRIEF") == saved
    changed = library.change(
        saved, replace(saved, text="Be {{how}}.", declared=(Variable(name="how", default="brief"),))
    )
    assert library.get("brief") == changed
    assert library.get("brief").filled({}) == "Be brief."
    moved = library.change(changed, replace(changed, name="short"))
    assert names(library) == ["audit", "short"]
    assert library.get("short") == moved
    assert [path.name for path in own.glob("*")] == ["short.md"]


def test_a_name_that_is_taken_in_any_spelling_is_refused(library: PromptService) -> None:
    library.create(a_prompt("größe"))
    for name in ("GRÖSSE", unicodedata.normalize("NFD", "größe"), "AUDIT"):
        with pytest.raises(UsageError, match="already"):
            library.create(a_prompt(name))
    with pytest.raises(UsageError, match="already"):
        library.rename("größe", "Audit")
    library.rename("größe", "Größe")
    assert names(library) == ["Größe", "audit"]


@pytest.mark.parametrize("name", ["../x", "/x", "a/b", "nul", "x" * 253, ""])
def test_no_name_leads_out_of_the_folder(library: PromptService, own: Path, name: str) -> None:
    with pytest.raises(UsageError):
        library.create(a_prompt(name))
    library.create(a_prompt())
    with pytest.raises(UsageError):
        library.rename("brief", name)
    assert sorted(path.name for path in own.parent.rglob("*.md")) == ["audit.md", "brief.md"]


def test_the_longest_name_there_may_be_can_be_written(library: PromptService, own: Path) -> None:
    name = "x" * 252
    library.create(a_prompt(name))
    deleted = library.delete(name)
    library.restore(deleted)
    assert (own / f"{name}.md").exists()


def test_what_ships_is_not_changed_but_can_be_duplicated(library: PromptService) -> None:
    for change in (lambda: library.delete("audit"), lambda: library.rename("audit", "other")):
        with pytest.raises(UsageError, match="came with Baton"):
            change()
    copy = library.duplicate("audit")
    assert (copy.name, copy.title, copy.text, copy.is_shipped) == ("audit_2", "Audit (copy)", "Audit {{what}}.", False)
    assert library.duplicate("audit_2").name == "audit_3"


def test_a_deleted_prompt_comes_back_and_only_the_last_ones_are_kept(library: PromptService, own: Path) -> None:
    first = library.create(a_prompt())
    deleted = library.delete("brief")
    assert names(library) == ["audit"]
    library.restore(deleted)
    assert library.get("brief") == first
    for _ in range(25):
        last = library.delete("brief")
        library.create(first)
    assert len(list((own / ".deleted").iterdir())) == 20
    with pytest.raises(UsageError, match="again"):
        library.restore(last)


def test_what_an_editor_changes_outside_is_seen_and_not_written_over(library: PromptService, own: Path) -> None:
    saved = library.create(a_prompt())
    (own / "brief.md").write_text("---\ntitle: Brief\n---\nBe long.", encoding="utf-8")
    (own / "new.md").write_text("New.", encoding="utf-8")
    assert library.get("brief").text == "Be long."
    assert names(library) == ["audit", "brief", "new"]
    with pytest.raises(UsageError, match="changed outside"):
        library.change(saved, replace(saved, text="Mine."))
    assert (own / "brief.md").read_text(encoding="utf-8").endswith("Be long.")
    (own / "brief.md").unlink()
    with pytest.raises(NotFoundError):
        library.change(saved, saved)


def test_a_prompt_that_cannot_be_used_is_listed_with_the_reason(library: PromptService, own: Path) -> None:
    own.mkdir()
    (own / "huge.md").write_bytes(b"x" * (MAX_BYTES + 1))
    (own / "latin.md").write_bytes("für".encode("latin-1"))
    (own / "head.md").write_text("---\ntitel: x\n---\ntext", encoding="utf-8")
    (own / "empty.md").touch()
    (own / "gone.md").symlink_to(own / "nowhere")
    (own / "folder.md").mkdir()
    (own / ".hidden.md").write_text("x", encoding="utf-8")
    (own / "good.MD").write_text("good", encoding="utf-8")
    assert problem(library, "huge") == "It takes 262,145 bytes; 262,144 is the most."
    assert problem(library, "latin") == "It is no UTF-8 text (byte 2)."
    assert "nobody knows 'titel'" in problem(library, "head")
    assert problem(library, "empty") == "The text is empty."
    assert names(library) == ["audit", "empty", "good", "head", "huge", "latin"]
    assert library.get("good").filled({}) == "good"
    deleted = library.delete("huge")
    library.restore(deleted)
    assert (own / "huge.md").stat().st_size == MAX_BYTES + 1


@pytest.mark.skipif(sys.platform == "win32", reason="file names are no bytes there, and pipes lie elsewhere")
def test_strange_files_are_named_and_never_waited_for(library: PromptService, own: Path) -> None:
    own.mkdir()
    os.mkfifo(own / "pipe.md")
    (own / "con.md").write_text("text", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(own) + b"/bad\xff.md")).write_text("text", encoding="utf-8")
    listed = {prompt.name: prompt.problem for prompt in library.listing().prompts}
    assert listed["pipe"] == "It is no file."
    assert "device on Windows" in listed["con"]
    assert any(name.startswith("bad") and "another name" in fault for name, fault in listed.items())
    for name in listed:
        name.encode("utf-8")


def test_two_files_that_differ_in_case_only_are_named_and_neither_is_lost(library: PromptService, own: Path) -> None:
    own.mkdir()
    (own / "One.md").write_text("First.", encoding="utf-8")
    (own / "one.md").write_text("Second.", encoding="utf-8")
    if len(list(own.iterdir())) == 1:
        return  # this file system takes them for one
    assert library.get("One").text == "First."
    assert "upper and lower case" in problem(library, "one")
    library.delete("one")
    assert [path.name for path in own.glob("*.md")] == ["One.md"]


def test_a_folder_that_cannot_be_read_is_named_and_what_ships_is_there(
    library: PromptService, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.write_text("a file in its place", encoding="utf-8")
    listing = library.listing()
    assert [prompt.name for prompt in listing.prompts] == ["audit"]
    assert len(listing.problems) == 1
    with pytest.raises(DiskFullError, match="something else stands in its place"):
        library.create(a_prompt())


def test_a_full_disk_leaves_the_old_prompt_whole(
    library: PromptService, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = library.create(a_prompt())

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(whole_files.os, "fsync", full)
        with pytest.raises(DiskFullError, match="full"):
            library.change(saved, replace(saved, text="Longer.", name="longer"))
    assert library.get("brief") == saved
    assert [path.name for path in own.iterdir()] == ["brief.md"]


@pytest.mark.parametrize("text", ["x" * (MAX_BYTES + 1), "half \ud800", "   ", "{{a}}" * 0])
def test_what_could_not_be_read_again_is_not_written(library: PromptService, own: Path, text: str) -> None:
    with pytest.raises(UsageError):
        library.create(a_prompt(text=text))
    assert names(library) == ["audit"]


def test_a_thousand_prompts_are_read_once_and_then_asked_for_their_times_only(
    library: PromptService, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.mkdir()
    for number in range(1000):
        (own / f"p{number}.md").write_text(f"Prompt {number}", encoding="utf-8")
    assert len(library.listing().prompts) == 1001
    read: list[Path] = []
    whole = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (read.append(path), whole(path))[1])
    (own / "p7.md").write_text("Changed", encoding="utf-8")
    assert library.get("p7").text == "Changed"
    assert read == [own / "p7.md"]


def shelf(folder: Path) -> PresetService:
    return PresetService(presets_file(folder / "presets.toml"))


class TestExchange:
    async def test_what_one_library_exports_another_brings_in(self, library: PromptService, tmp_path: Path) -> None:
        library.create(a_prompt())
        other = PromptService(PromptFiles(tmp_path / "none", tmp_path / "other"))
        report = await other.bring_in(other.read([("library.json", library.export())]), Conflict.SKIP)
        assert report.added == ("brief",)
        assert other.get("brief") == library.get("brief")
        again = other.read([("library.json", library.export())])
        assert (again.same, again.prompts, again.taken) == (1, (), ())

    @pytest.mark.parametrize(
        ("conflict", "texts"),
        [
            (Conflict.KEEP_BOTH, {"brief": "Be brief.", "brief_2": "Another."}),
            (Conflict.REPLACE, {"brief": "Another."}),
            (Conflict.SKIP, {"brief": "Be brief."}),
        ],
    )
    async def test_a_name_that_is_taken_is_settled_as_was_chosen(
        self, library: PromptService, conflict: Conflict, texts: dict[str, str]
    ) -> None:
        library.create(a_prompt())
        incoming = library.read([("BRIEF.md", "---\ntitle: New\n---\nAnother.")])
        assert incoming.taken == ("New",)
        await library.bring_in(incoming, conflict)
        assert {item.name.casefold(): item.text for item in library.listing().prompts if not item.is_shipped} == texts

    async def test_single_files_come_in_and_what_is_wrong_with_one_does_not_stop_the_others(
        self, library: PromptService
    ) -> None:
        incoming = library.read(
            [
                ("one.md", "One."),
                ("bad.md", "---\nno\n---\nx"),
                ("nul.md", "x"),
                ("ONE.md", "x"),
                ("x.json", "{}"),
                ("two.md", "2"),
            ]
        )
        assert [prompt.name for prompt in incoming.prompts] == ["one", "two"]
        assert len(incoming.problems) == 4
        report = await library.bring_in(incoming, Conflict.SKIP)
        assert report.words == "2 prompts imported, 4 left out."

    async def test_presets_travel_with_the_prompts(self, tmp_path: Path) -> None:
        shelves = shelf(tmp_path / "a"), shelf(tmp_path / "b")
        one, two = (
            PromptService(PromptFiles(tmp_path / "none", tmp_path / str(n)), shelf) for n, shelf in enumerate(shelves)
        )
        await shelves[0].put(Preset(name="exact", title="Exact", parameters={"temperature": 0.1}))
        await two.bring_in(two.read([("library.json", one.export())]), Conflict.SKIP)
        assert two.presets() == one.presets()
        await shelves[0].put(Preset(name="exact", title="Exact", parameters={"temperature": 0.5}))
        incoming = two.read([("library.json", one.export())])
        assert incoming.taken == ("Exact",)
        await two.bring_in(incoming, Conflict.KEEP_BOTH)
        assert [entry.name for entry in two.presets()] == ["exact", "exact-2"]
        too_long = Preset(name="x" * 41, title="Long", parameters={"seed": 1})
        report = await two.bring_in(replace(incoming, presets=(too_long,)), Conflict.SKIP)
        assert report.presets == ()
        assert "is no name of a preset" in report.problems[0]
        with pytest.raises(NotFoundError, match="no preset 'nope'"):
            one.export((), ("nope",))
