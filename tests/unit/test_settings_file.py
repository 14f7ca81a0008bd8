"""The settings file: what a person wrote stays, only differences are written, nothing unreadable is overwritten."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import DiskFullError, NewerVersionError, StorageError
from app.domain.models import Endpoint
from app.domain.settings import Settings, setting_infos
from app.storage.settings_file import TomlSettingsStore
from tests.storage_fixtures import unhurried

GROQ = Endpoint(name="groq", url="https://api.groq.example/v1", title="Groq")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "baton" / "settings.toml"


def written(path: Path, text: str) -> TomlSettingsStore:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return TomlSettingsStore(path)


def test_no_file_means_defaults_and_makes_none(path: Path) -> None:
    store = TomlSettingsStore(path)
    assert store.load() == Settings()
    assert store.notices == ()
    assert not path.exists()


def test_only_what_differs_from_the_defaults_is_written(path: Path) -> None:
    store = TomlSettingsStore(path)
    store.load()
    changed = replace(Settings(), theme="dark", endpoints=(GROQ,))
    store.save(changed)
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    assert plain == {
        "version": 1,
        "theme": "dark",
        "endpoints": [{"name": "groq", "url": "https://api.groq.example/v1", "title": "Groq"}],
    }
    assert TomlSettingsStore(path).load() == changed
    store.save(Settings())
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"version": 1}


def test_comments_order_and_unknown_keys_survive_a_save(path: Path) -> None:
    store = written(path, '# mine\nfuture_thing = [1, 2]  # keep\ntext_size = 120 # big\n\n[plugin]\nx = "y"\n')
    loaded = store.load()
    assert loaded.text_size == 120
    assert any("future_thing" in notice and "plugin" in notice for notice in store.notices)
    store.save(replace(loaded, theme="light", endpoints=(GROQ,)))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# mine\nfuture_thing = [1, 2]  # keep\ntext_size = 120 # big\n")
    assert '[plugin]\nx = "y"' in text
    again = TomlSettingsStore(path).load()
    assert (again.theme, again.text_size, again.endpoints) == ("light", 120, (GROQ,))


def test_a_bad_value_falls_back_is_named_and_stays_until_it_is_changed(path: Path) -> None:
    store = written(path, 'theme = "pink"\ntext_size = 110\naws_page_limit = "many"\n')
    loaded = store.load()
    assert loaded == replace(Settings(), text_size=110)
    assert [name for name in ("theme", "aws_page_limit") if any(name in notice for notice in store.notices)] == [
        "theme",
        "aws_page_limit",
    ]
    assert path.read_text(encoding="utf-8") == 'theme = "pink"\ntext_size = 110\naws_page_limit = "many"\n'
    store.save(replace(loaded, text_size=130, aws_page_limit=3))
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    assert plain == {"version": 1, "theme": "pink", "text_size": 130, "aws_page_limit": 3}


def test_a_bad_endpoint_is_named_and_the_good_one_used(path: Path) -> None:
    store = written(path, '[[endpoints]]\nname = "a"\nurl = 3\n\n[[endpoints]]\nname = "b"\nurl = "https://b/v1"\n')
    assert store.load().endpoints == (Endpoint(name="b", url="https://b/v1"),)
    assert "endpoint 1" in store.notices[0]


@pytest.mark.parametrize(
    "content", [b"theme = ", b"\xff\xfe\x00garbage", b"[" * 5000, b"a = 1\na = 2\n", b"\x00" * 100]
)
def test_a_damaged_file_is_kept_aside_untouched(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    store = TomlSettingsStore(path)
    guarded = replace(Settings(), aws_run_reads=False, aws_read_only=True)
    guarded = replace(guarded, hide_identifiers=True, refuse_files_elsewhere=True)
    assert store.load() == guarded
    (kept,) = path.parent.glob("settings-damaged-*.toml")
    assert kept.read_bytes() == content
    assert str(kept) in store.notices[0]
    assert "read only" in store.notices[0]
    assert TomlSettingsStore(path).load() == guarded
    store.save(replace(Settings(), theme="dark"))
    assert TomlSettingsStore(path).load().theme == "dark"
    assert kept.read_bytes() == content


def test_a_file_damaged_while_baton_runs_is_kept_aside_and_everything_written(path: Path) -> None:
    store = written(path, "text_size = 120\n")
    loaded = store.load()
    path.write_text("text_size = ", encoding="utf-8")
    store.save(replace(loaded, theme="dark"))
    again = TomlSettingsStore(path).load()
    assert (again.text_size, again.theme) == (120, "dark")
    assert len(list(path.parent.glob("settings-damaged-*"))) == 1


def test_a_newer_file_is_left_and_saving_refused(path: Path) -> None:
    text = 'version = 2\ntheme = "dark"\naws_read_only = true\naws_run_reads = "never"\nnew_thing = 3\n'
    store = written(path, text)
    assert store.load() == replace(Settings(), theme="dark", aws_read_only=True, aws_run_reads=False)
    assert "newer" in store.notices[0]
    with pytest.raises(NewerVersionError):
        store.save(replace(Settings(), theme="light"))
    assert path.read_text(encoding="utf-8") == text
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_what_somebody_else_changed_meanwhile_is_kept(path: Path) -> None:
    store = written(path, "text_size = 120\n")
    loaded = store.load()
    path.write_text('text_size = 140\ntheme = "dark"\n', encoding="utf-8")
    store.save(replace(loaded, aws_read_only=True))
    again = TomlSettingsStore(path).load()
    assert (again.text_size, again.theme, again.aws_read_only) == (140, "dark", True)


def test_a_place_that_cannot_be_written_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "baton").write_text("a file where the folder should be", encoding="utf-8")
    store = TomlSettingsStore(tmp_path / "baton" / "settings.toml")
    assert store.load() == Settings()
    assert store.notices
    with pytest.raises(DiskFullError, match="BATON_HOME"):
        store.save(replace(Settings(), theme="dark"))


def test_a_save_that_fails_leaves_the_old_file_and_no_litter(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = written(path, "text_size = 120\n")
    loaded = store.load()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageError):
        store.save(replace(loaded, theme="dark"))
    monkeypatch.undo()
    assert path.read_text(encoding="utf-8") == "text_size = 120\n"
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]
    store.save(replace(loaded, theme="dark"))
    assert TomlSettingsStore(path).load().theme == "dark"


def test_a_linked_settings_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("text_size = 120\n", encoding="utf-8")
    path.parent.mkdir()
    path.symlink_to(real)
    store = TomlSettingsStore(path)
    store.save(replace(store.load(), theme="dark"))
    assert path.is_symlink()
    assert 'theme = "dark"' in real.read_text(encoding="utf-8")


def test_reading_settings_does_not_import_the_toml_writer(path: Path) -> None:
    written(path, "text_size = 120\n")
    code = (
        "import sys, pathlib; from app.storage.settings_file import TomlSettingsStore\n"
        "print(TomlSettingsStore(pathlib.Path(sys.argv[1])).load().text_size, 'tomlkit' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["120", "False"]


def values_of(name: str) -> st.SearchStrategy[object]:
    info = next(info for info in setting_infos() if info.name == name)
    if info.choices:
        return st.sampled_from([value for value, _ in info.choices])
    if info.type is bool:
        return st.booleans()
    if info.type is int:
        return st.integers(int(info.minimum or 0), int(info.maximum or 10**9))
    if info.type is float:
        return st.floats(info.minimum or 0, info.maximum or 1e9)
    models = st.from_regex(r"[a-z]{1,5}:[a-z:/. ]{0,5}[a-z]", fullmatch=True)
    if info.type is tuple:
        return st.lists(models, max_size=3).map(tuple)
    if info.check is not None:
        return st.sampled_from([info.default, "http://host:1"])
    return st.just("") | models if info.is_model else st.text(max_size=30)


endpoints = st.builds(
    Endpoint, name=st.text(max_size=5), url=st.text(max_size=9), title=st.text(max_size=5), needs_key=st.booleans()
)
any_settings = st.builds(
    Settings,
    endpoints=st.lists(endpoints, max_size=2).map(tuple),
    **{info.name: values_of(info.name) for info in setting_infos()},
)


@settings(unhurried, max_examples=60)
@given(st.lists(any_settings, min_size=1, max_size=3))
def test_any_settings_come_back_through_any_number_of_saves(versions: list[Settings]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        for wanted in versions:
            store = TomlSettingsStore(path)
            store.load()
            store.save(wanted)
            fresh = TomlSettingsStore(path)
            assert fresh.load() == wanted
            assert fresh.notices == ()


@settings(unhurried, max_examples=60)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_no_content_makes_loading_fail_or_is_lost(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        path.write_bytes(content)
        assert isinstance(TomlSettingsStore(path).load(), Settings)
        assert content in [file.read_bytes() for file in Path(folder).iterdir()]


def test_a_setting_that_guards_something_falls_to_the_safe_side(path: Path) -> None:
    store = written(path, 'aws_read_only = "yes"\naws_run_reads = "no"\nredact_for_models = 1\n')
    loaded = store.load()
    assert (loaded.aws_read_only, loaded.aws_run_reads, loaded.redact_for_models) == (True, False, True)
    assert "To be safe, true is used." in store.notices[1]
    store.save(replace(loaded, theme="dark"))
    assert tomllib.loads(path.read_text(encoding="utf-8"))["aws_read_only"] == "yes"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_a_pipe_in_its_place_is_told_and_not_waited_for(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)
    store = TomlSettingsStore(path)
    assert store.load() == Settings()
    assert "something else stands in its place" in store.notices[0]
    with pytest.raises(StorageError):
        store.save(Settings(default_model="anthropic:m"))
    assert path.is_fifo()


@pytest.mark.parametrize(("pixels", "percent"), [(11, 80), (15, 100), (20, 133), (28, 187)])
def test_a_text_size_of_before_in_pixels_becomes_the_same_in_percent(path: Path, pixels: int, percent: int) -> None:
    store = written(path, f"text_size = {pixels}\n")
    assert store.load().text_size == percent
    assert store.notices == ()
