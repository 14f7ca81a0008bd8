"""One bad field of an export costs that field alone, and is told; what is no export is told by what it is."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from app.domain.conversation import OpenedConversation
from app.domain.errors import UsageError
from app.services.history import HistoryService
from app.services.interchange import Mended, imported
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from tests.unit.test_history_imports import chatgpt, chatgpt_node, claude, claude_message, says
from tests.unit.test_history_imports_others import libre, libre_message, webui, webui_message


def mended(item: Any) -> tuple[OpenedConversation, str]:
    (found,) = imported(StringIO(json.dumps(item)))
    assert isinstance(found, Mended), found
    return found.opened, found.told


def a_chatgpt(at: object = None, **more: Any) -> dict[str, Any]:
    question = chatgpt_node("q", "client-created-root", "user", "How?", children=("a",), at=at)
    return chatgpt(question, chatgpt_node("a", "q", "assistant", "So."), **more)


OWN = {
    "format": "baton-history",
    "version": 2,
    "conversations": [
        {
            "id": "c",
            "title": "Mine",
            "created_at": "2024-13-45",
            "updated_at": "2026-11-01T12:00:00+00:00",
            "nodes": [
                {
                    "id": "q",
                    "parent_id": None,
                    "created_at": "2026-11-01T12:00:00+00:00",
                    "message": {"role": "user", "parts": [{"type": "text", "text": "How?"}]},
                }
            ],
        }
    ],
}


@pytest.mark.parametrize(
    "item",
    [
        a_chatgpt(create_time=float("nan")),
        a_chatgpt(create_time=-1e18),
        a_chatgpt(create_time=None, update_time="soon"),
        a_chatgpt(float("nan")),
        a_chatgpt([]),
        claude(claude_message("q", "human", says("How?")), created_at="2024-13-45"),
        claude(claude_message("q", "human", says("How?"), created_at="2024-13-45")),
        webui(webui_message("q", None, "user", "How?", timestamp="noon")),
        libre(messages=[libre_message("q", "", "How?", user=True, createdAt="2024-13-45")]),
        OWN,
    ],
    ids=[
        "chatgpt-nan",
        "chatgpt-long-ago",
        "chatgpt-words",
        "chatgpt-message-nan",
        "chatgpt-message-list",
        "claude",
        "claude-message",
        "open-webui-message",
        "librechat-message",
        "baton",
    ],
)
def test_a_time_that_is_none_costs_no_chat(item: Any) -> None:
    opened, told = mended(item)
    assert opened.tree.nodes["q"].message.text == "How?"
    assert "1 time in it is none" in told
    times = [opened.conversation.created_at, opened.conversation.updated_at, opened.tree.nodes["q"].created_at]
    assert all(datetime(2026, 1, 1, tzinfo=UTC) <= at for at in times)


@pytest.mark.parametrize(
    "item",
    [
        chatgpt(
            chatgpt_node("q", "z", "user", "How?", children=("a",), at=1_790_000_001),
            chatgpt_node("a", "q", "assistant", "So.", children=("z",), at=1_790_000_002),
            chatgpt_node("z", "a", "user", "And?", children=("q",), at=1_790_000_003),
        ),
        webui(
            webui_message("z", "a", "user", "And?", "q", timestamp=1_790_000_003),
            webui_message("q", "z", "user", "How?", "a", timestamp=1_790_000_001),
            webui_message("a", "q", "assistant", "So.", "z", timestamp=1_790_000_002),
        ),
        libre(
            messages=[
                libre_message("q", "z", "How?", user=True),
                libre_message("a", "q", "So."),
                libre_message("z", "a", "And?", user=True),
            ]
        ),
    ],
    ids=["chatgpt", "open-webui", "librechat"],
)
def test_a_circle_is_cut_where_it_closes(item: Any) -> None:
    opened, told = mended(item)
    assert [node.message.text for node in opened.tree.path("z")] == ["How?", "So.", "And?"]
    assert "circle" in told


def test_a_message_that_follows_itself_stands_first() -> None:
    opened, told = mended(claude(claude_message("h", "human", says("x"), parent="h")))
    assert list(opened.tree.nodes) == ["h"]
    assert "circle" in told


async def test_what_was_put_right_is_reported(store: SqliteConversationStore) -> None:
    history = HistoryService(store, SqliteBlobStore(store._database))
    text = json.dumps([a_chatgpt(create_time=float("nan"))])
    first, again = await history.import_text(text), await history.import_text(text)
    assert (len(first.added), len(first.skipped), len(first.mended)) == (1, 0, 1)
    assert "'Deploying'" in first.mended[0]
    assert (len(again.added), len(again.skipped), len(again.mended)) == (0, 1, 0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("null", "nothing but null"),
        ("3", "nothing but a number"),
        ("9" * 5000, "nothing but a number"),
        ('"words"', "nothing but a text"),
        ("true", "nothing but true or false"),
        ("[]", "an empty list"),
        ('{"conversations": []}', "an empty list"),
        ("hello", "it is not JSON"),
        ("[" + "9" * 5000 + "]", "no export of conversations that Baton knows"),
        ('[{"mapping"', "breaks off or is damaged near character"),
        ('[{"mapping": nonsense}, 5]', "breaks off or is damaged near character"),
        ("PK\x03\x04", "ZIP archive"),
    ],
    ids=[
        "null",
        "number",
        "long-number",
        "text",
        "true",
        "empty-list",
        "empty-wrapped-list",
        "no-json",
        "long-number-in-a-list",
        "cut",
        "damaged",
        "zip-of-ascii",
    ],
)
def test_what_is_no_export_is_told_by_what_it_is(text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        list(imported(StringIO(text)))
    assert caught.value.remedy


def test_a_number_of_thousands_of_digits_costs_no_chat() -> None:
    text = json.dumps([a_chatgpt(create_time=77)]).replace(": 77", ": " + "9" * 5000)
    (found,) = imported(StringIO(text))
    assert isinstance(found, Mended)
    assert len(found.opened.tree.nodes) == 2


@pytest.mark.parametrize("begins", [b"PK\x03\x04\xff\xfe", b"PK\x05\x06\xff"], ids=["zip", "empty-zip"])
def test_an_archive_is_to_be_unpacked_first(tmp_path: Path, begins: bytes) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(begins)
    with path.open(encoding="utf-8") as file, pytest.raises(UsageError, match="ZIP archive") as caught:
        list(imported(file))
    assert "Unpack it" in str(caught.value.remedy)
