"""The settings in force: checked, saved, then announced; endpoints that would give a key away are refused."""

from __future__ import annotations

import asyncio
import tomllib
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import DiskFullError, UsageError
from app.domain.models import Endpoint
from app.domain.settings import Settings
from app.services.settings import SettingsService
from app.storage.settings_file import TomlSettingsStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def service(path: Path) -> SettingsService:
    return SettingsService(TomlSettingsStore(path))


def filed(path: Path) -> dict[str, Any] | None:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else None


UNSAFE = """
[[endpoints]]
name = "a"
url = "http://example.com/v1"

[[endpoints]]
name = "b"
url = "https://b/v1"
"""


@pytest.fixture
def unsafe(path: Path) -> SettingsService:
    path.write_text(UNSAFE, encoding="utf-8")
    return SettingsService(TomlSettingsStore(path))


async def test_a_change_is_in_force_announced_and_there_after_a_restart(service: SettingsService, path: Path) -> None:
    heard: list[Settings] = []
    end = service.subscribe(heard.append)
    changed = await service.change({"theme": "dark", "text_size": 120})
    assert service.current is changed
    assert heard == [changed]
    assert SettingsService(TomlSettingsStore(path)).current == changed
    end()
    end()
    await service.change({"theme": "light"})
    assert heard == [changed]


async def test_a_change_to_what_is_there_already_is_no_change(service: SettingsService, path: Path) -> None:
    heard: list[Settings] = []
    service.subscribe(heard.append)
    await service.change({"theme": "system"})
    assert heard == []
    assert filed(path) is None


@pytest.mark.parametrize(
    "values", [{"theme": "pink"}, {"text_size": 500}, {"nothing": 1}, {"theme": "dark", "text_size": "x"}]
)
async def test_a_bad_value_changes_nothing(service: SettingsService, path: Path, values: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        await service.change(values)
    assert service.current == Settings()
    assert filed(path) is None


async def test_changes_made_at_once_are_all_kept(service: SettingsService, path: Path) -> None:
    await asyncio.gather(
        service.change({"theme": "dark"}), service.change({"text_size": 120}), service.change({"aws_read_only": True})
    )
    again = SettingsService(TomlSettingsStore(path)).current
    assert (again.theme, again.text_size, again.aws_read_only) == ("dark", 120, True)


async def test_what_cannot_be_saved_is_not_in_force(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file", encoding="utf-8")
    service = SettingsService(TomlSettingsStore(tmp_path / "folder" / "settings.toml"))
    assert service.notices
    with pytest.raises(DiskFullError):
        await service.change({"theme": "dark"})
    assert service.current == Settings()


@pytest.mark.parametrize(
    "url",
    [
        "https://api.example.com/v1",
        "http://localhost:8080/v1",
        "http://127.0.0.1:11434/v1",
        "http://[::1]:8080",
        "http://192.168.1.20:8000/v1",
        "http://100.101.102.103:8000",
        "http://gpu-box:8000/v1",
        "http://gpu.local/v1",
    ],
)
async def test_endpoints_that_can_be_trusted_with_a_key_are_taken(service: SettingsService, url: str) -> None:
    changed = await service.set_endpoints([Endpoint(name="mine", url=f" {url}/ ")])
    assert [endpoint.url for endpoint in changed.endpoints] == [url]


@pytest.mark.parametrize(
    "url",
    [
        "http://api.example.com/v1",
        "http://8.8.8.8/v1",
        "http://134744072/v1",
        "http://0x08080808/v1",
        "http://localhost.evil.example/v1",
        "https://key@host/v1",
        "https://user:secret@host/v1",
        "https://host/v1?api_key=secret",
        "https://host/v1#x",
        "ftp://host/v1",
        "file:///etc/passwd",
        "host/v1",
        "https://",
        "https://host:99999/v1",
        "https://[::1/v1",
        "https://ho st/v1",
        "",
    ],
)
async def test_addresses_that_would_give_a_key_away_or_are_none_are_refused(service: SettingsService, url: str) -> None:
    with pytest.raises(UsageError) as caught:
        await service.set_endpoints([Endpoint(name="mine", url=url)])
    assert "secret" not in str(caught.value)
    assert service.current.endpoints == ()


@pytest.mark.parametrize(
    "name", ["", "Groq", "my server", "a:b", "-a", "a-", "é", "anthropic", "local", "builtin", "x" * 41]
)
async def test_bad_names_are_refused(service: SettingsService, name: str) -> None:
    with pytest.raises(UsageError):
        await service.set_endpoints([Endpoint(name=name, url="https://host/v1")])


async def test_two_endpoints_of_one_name_are_refused(service: SettingsService) -> None:
    with pytest.raises(UsageError, match="two"):
        await service.set_endpoints([Endpoint(name="a", url="https://h/v1"), Endpoint(name="a", url="https://i/v1")])


async def test_an_unsafe_endpoint_in_an_edited_file_is_told_not_used_and_left_there(
    unsafe: SettingsService, path: Path
) -> None:
    assert [endpoint.name for endpoint in unsafe.current.endpoints] == ["b"]
    assert any("https" in notice for notice in unsafe.notices)
    await unsafe.change({"theme": "dark"})
    plain = filed(path)
    assert plain is not None
    assert [endpoint["name"] for endpoint in plain["endpoints"]] == ["a", "b"]
    await unsafe.set_endpoints([Endpoint(name="c", url="https://c/v1")])
    plain = filed(path)
    assert plain is not None
    assert [endpoint["name"] for endpoint in plain["endpoints"]] == ["c"]


@pytest.mark.parametrize(
    ("wanted", "trained", "context"),
    [(8192, 32768, 8192), (8192, 2048, 2048), (8192, None, 8192), (0, 32768, 32768), (0, None, 8192), (300, 100, 100)],
)
def test_context_of_a_local_model_is_the_one_set_within_the_models_own(
    wanted: int, trained: int | None, context: int
) -> None:
    assert Settings(local_context_tokens=wanted).context_for(trained) == context
