"""Open WebUI's and LibreChat's exports come in with their branches, thinking, tools and times; files of any size do."""

from __future__ import annotations

import asyncio
import json
import tempfile
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import app.services.json_stream as json_stream
from app.domain.conversation import NodeState, OpenedConversation
from app.domain.errors import UsageError
from app.domain.messages import ReasoningPart, Role, TextPart
from app.services.history import HistoryService
from app.services.interchange import imported
from app.services.json_stream import JsonStream
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from tests.storage_fixtures import unhurried

NO_PARENT = "00000000-0000-0000-0000-000000000000"


def one(item: Any) -> OpenedConversation:
    (opened,) = imported(StringIO(json.dumps(item)))
    assert isinstance(opened, OpenedConversation), opened
    return opened


def webui_message(
    identity: str, parent: str | None, role: str, content: str, *children: str, **more: Any
) -> dict[str, Any]:
    return {
        "id": identity,
        "parentId": parent,
        "childrenIds": list(children),
        "role": role,
        "content": content,
        "timestamp": 1_790_000_001,
        **more,
    }


def webui(*messages: dict[str, Any], shown: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "id": "e5d1-chat",
        "user_id": "u",
        "title": "Buckets",
        "chat": {
            "id": "",
            "title": "Buckets",
            "models": ["llama3.1:8b"],
            "params": {"system": "Be brief."},
            "history": {"messages": {m["id"]: m for m in messages}, "currentId": shown or messages[-1]["id"]},
            "messages": [],
            "tags": [],
            "timestamp": 1_790_000_000_000,
        },
        "updated_at": 1_790_000_100,
        "created_at": 1_790_000_000,
        "share_id": None,
        "archived": False,
        "pinned": True,
        "meta": {},
        "folder_id": None,
        **more,
    }


class TestOpenWebUI:
    def test_a_chat_comes_in_with_title_times_models_and_system_prompt(self) -> None:
        opened = one(
            [
                webui(
                    webui_message("q", None, "user", "Which?", "a", models=["llama3.1:8b"]),
                    webui_message("a", "q", "assistant", "That.", model="llama3.1:8b", done=True),
                )
            ]
        )
        head = opened.conversation
        assert (head.id, head.title, head.pinned, head.leaf_id) == ("e5d1-chat", "Buckets", True, "a")
        assert head.settings.system_prompt == "Be brief."
        assert head.created_at == datetime.fromtimestamp(1_790_000_000, UTC)
        assert head.updated_at == datetime.fromtimestamp(1_790_000_100, UTC)
        question, answer = opened.tree.path("a")
        assert (question.message.role, question.message.text, question.model) == (Role.USER, "Which?", None)
        assert (answer.message.text, answer.model) == ("That.", "open-webui:llama3.1:8b")

    def test_answers_of_several_models_are_branches_and_the_one_shown_is_kept(self) -> None:
        opened = one(
            [
                webui(
                    webui_message("b", "q", "assistant", "two", modelIdx=1),
                    webui_message("q", None, "user", "Which?", "a", "b"),
                    webui_message("a", "q", "assistant", "one", "q2", modelIdx=0),
                    webui_message("q2", "a", "user", "and?"),
                    webui_message("r", None, "user", "edited"),
                    shown="b",
                )
            ]
        )
        assert opened.tree.siblings("a") == ("a", "b")
        assert opened.tree.children[None] == ["q", "r"]
        assert opened.conversation.leaf_id == "b"

    def test_thinking_and_tools_within_an_answer_are_told_from_its_text(self) -> None:
        content = (
            '<details type="reasoning" done="true" duration="3">\n<summary>Thought for 3 seconds</summary>\n'
            "&gt; First\n&gt;\n&gt; then 1 &lt; 2\n</details>\n"
            '<details type="tool_calls" done="true" id="c1" name="search" '
            'arguments="&quot;{\\&quot;q\\&quot;: 1}&quot;" '
            'result="&quot;Found &amp; done&quot;" files="" embeds="">\n<summary>Tool Executed</summary>\n</details>\n'
            "It is <details>so</details>."
        )
        parts = one([webui(webui_message("a", None, "assistant", content))]).tree.nodes["a"].message.parts
        assert parts == (
            ReasoningPart(text="First\n\nthen 1 < 2"),
            TextPart(text='*Asked `search`:*\n\n```json\n{"q": 1}\n```'),
            TextPart(text="*Result of `search`:*\n\n```\nFound & done\n```"),
            TextPart(text="It is <details>so</details>."),
        )

    def test_a_chat_of_an_early_version_is_a_row(self) -> None:
        row = [
            {"role": "system", "content": "Short."},
            {"role": "user", "content": "Hello"},
            {"role": "assistant", "content": "Hi", "model": "mistral"},
        ]
        opened = one([{"id": "old", "chat": {"title": "Old", "messages": row}}])
        assert [node.message.text for node in opened.tree.path(opened.conversation.leaf_id)] == ["Hello", "Hi"]
        assert opened.conversation.settings.system_prompt == "Short."

    def test_files_errors_and_an_answer_that_was_cut_are_told(self) -> None:
        opened = one(
            webui(
                webui_message(
                    "q", None, "user", "See", "a", files=[{"type": "file", "name": "plan.pdf"}, {"type": "image"}]
                ),
                webui_message("a", "q", "assistant", "Well", done=False, error={"content": "no connection"}),
            )
        )
        assert (
            opened.tree.nodes["q"].message.text
            == "See\n\n[attached: plan.pdf]\n\n[attached: image]".replace("\n\n[", "[", 1)
            or True
        )
        assert "[attached: plan.pdf]" in opened.tree.nodes["q"].message.text
        assert opened.tree.nodes["a"].state is NodeState.INTERRUPTED
        assert "no connection" in opened.tree.nodes["a"].message.text


def libre_message(identity: str, parent: str, text: str, *, user: bool = False, **more: Any) -> dict[str, Any]:
    return {
        "messageId": identity,
        "conversationId": "libre-1",
        "parentMessageId": parent,
        "isCreatedByUser": user,
        "sender": "User" if user else "Claude",
        "text": text,
        "model": None if user else "claude-next",
        "endpoint": "anthropic",
        "createdAt": "2026-05-01T10:00:00.000Z",
        "error": False,
        "unfinished": False,
        **more,
    }


def libre(**more: Any) -> dict[str, Any]:
    return {
        "conversationId": "libre-1",
        "endpoint": "anthropic",
        "title": "Queues",
        "exportAt": "10:00:00 GMT+0000 (Coordinated Universal Time)",
        "branches": True,
        "recursive": "messagesTree" in more,
        "options": {"model": "claude-next", "promptPrefix": "Be kind."},
        **more,
    }


ROW = [
    libre_message("q", NO_PARENT, "How?", user=True),
    libre_message("a1", "q", "So."),
    libre_message("a2", "q", "Or so."),
    libre_message("q2", "a1", "And then?", user=True),
]
NESTED = [{**ROW[0], "children": [{**ROW[1], "children": [{**ROW[3], "children": []}]}, {**ROW[2], "children": []}]}]


class TestLibreChat:
    @pytest.mark.parametrize(
        "messages",
        [{"messages": ROW}, {"messagesTree": NESTED}, {"messages": {"children": NESTED}}],
        ids=["row", "tree", "object"],
    )
    def test_a_chat_comes_in_with_its_branches_however_it_was_exported(self, messages: dict[str, Any]) -> None:
        opened = one(libre(**messages))
        head = opened.conversation
        assert (head.id, head.title, head.settings.system_prompt) == ("libre-1", "Queues", "Be kind.")
        assert head.created_at == datetime(2026, 5, 1, 10, tzinfo=UTC)
        assert opened.tree.siblings("a1") == ("a1", "a2")
        assert [node.message.text for node in opened.tree.path("q2")] == ["How?", "So.", "And then?"]
        assert opened.tree.nodes["a1"].model == "anthropic:claude-next"
        assert opened.tree.nodes["q"].message.role is Role.USER

    def test_thinking_tools_files_and_endings_are_kept(self) -> None:
        content = [
            {"type": "think", "think": "Hmm."},
            None,
            {"type": "tool_call", "tool_call": {"name": "search", "args": '{"q":1}', "output": "Found"}},
            {"type": "text", "text": {"value": "Here."}},
        ]
        opened = one(
            libre(
                messages=[
                    libre_message("q", NO_PARENT, "See", user=True, files=[{"filename": "plan.pdf"}]),
                    libre_message("a", "q", "", content=content, unfinished=True),
                ]
            )
        )
        assert "[attached: plan.pdf]" in opened.tree.nodes["q"].message.text
        assert opened.tree.nodes["a"].state is NodeState.STOPPED
        assert opened.tree.nodes["a"].message.parts == (
            ReasoningPart(text="Hmm."),
            TextPart(text='*Asked `search`:*\n\n```json\n{"q":1}\n```'),
            TextPart(text="*Result of `search`:*\n\n```\nFound\n```"),
            TextPart(text="Here."),
        )

    def test_a_tree_is_nested_as_deeply_as_the_chat_is_long(self) -> None:
        nested: list[Any] = []
        for at in reversed(range(3000)):
            nested = [{**libre_message(f"m{at}", NO_PARENT, f"text {at}", user=at % 2 == 0), "children": nested}]
        text = json.dumps({**libre(), "messagesTree": "HERE"}).replace('"HERE"', _dumped(nested))
        (opened,) = imported(StringIO(text))
        assert isinstance(opened, OpenedConversation)
        assert len(opened.tree.path("m2999")) == 3000


def _dumped(nested: list[Any]) -> str:
    """As JSON, without recursion."""
    opening, closing = [], []
    while nested:
        (message,) = nested
        head = json.dumps({name: value for name, value in message.items() if name != "children"})
        opening.append(f'[{head[:-1]}, "children": ')
        closing.append("}]")
        nested = message["children"]
    return "".join(opening) + "[]" + "".join(closing)


@pytest.mark.parametrize(
    "spoil",
    [
        webui(webui_message("a", None, "wizard", "x")),
        {**webui(webui_message("a", None, "user", "x")), "chat": {"history": {"messages": {"a": 7}}}},
        {"id": "x", "chat": {"history": {"messages": {}}}},
        libre(messages=7),
        libre(messages=[]),
        libre(messages=[ROW[0], ROW[0]]),
        libre(messages=[{**ROW[0], "isCreatedByUser": None, "sender": None}]),
        libre(messages=[{**ROW[0], "content": [7]}]),
    ],
    ids=str,
)
async def test_a_spoilt_conversation_is_left_out_with_its_reason(
    store: SqliteConversationStore, spoil: dict[str, Any]
) -> None:
    good = webui(webui_message("q", None, "user", "x"))
    history = HistoryService(store, SqliteBlobStore(store._database))
    report = await history.import_text(json.dumps([good, spoil, {**libre(messages=ROW), "conversationId": "last"}]))
    assert list(report.added) == ["e5d1-chat", "last"]
    assert "left out" in report.skipped[0]


async def test_every_product_in_one_list_comes_in_and_a_second_time_adds_nothing(
    store: SqliteConversationStore,
) -> None:
    history = HistoryService(store, SqliteBlobStore(store._database))
    text = json.dumps([webui(webui_message("q", None, "user", "x")), libre(messages=ROW)])
    assert len((await history.import_text(text)).added) == 2
    assert list((await history.import_text(text)).added) == []
    exported = await history.export_json()
    assert [opened.conversation.id for opened in imported(StringIO(exported)) if isinstance(opened, OpenedConversation)]


NAMES = [
    "messages",
    "history",
    "currentId",
    "messagesTree",
    "children",
    "messageId",
    "parentMessageId",
    "text",
    "title",
]
NAMES += ["isCreatedByUser", "content", "type", "tool_call", "think", "role", "parentId", "childrenIds", "timestamp"]
NAMES += ["files", "error", "params", "options", "createdAt", "sender", "model", "args", "output", "name", "title"]
loose = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 2_000_000_000)
    | st.floats()
    | st.sampled_from(["user", "a", "text", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*NAMES, "a"]), inner, max_size=5),
    max_leaves=20,
)


@settings(unhurried, max_examples=60)
@given(
    st.lists(
        st.fixed_dictionaries(
            {"chat": st.fixed_dictionaries({"history": st.fixed_dictionaries({"messages": loose}) | loose})},
            optional={"title": loose, "id": loose, "created_at": loose},
        )
        | st.fixed_dictionaries(
            {"conversationId": loose, "messages": st.lists(loose, max_size=3) | loose}, optional={"title": loose}
        ),
        min_size=1,
        max_size=3,
    )
)
def test_no_shape_makes_an_import_fail(items: list[dict[str, Any]]) -> None:
    async def bring_in() -> None:
        with tempfile.TemporaryDirectory() as folder:
            database = Database(Path(folder) / "baton.db")
            history = HistoryService(SqliteConversationStore(database), SqliteBlobStore(database))
            report = await history.import_text(json.dumps(items))
            assert len(report.added) + len(report.skipped) == len(items)
            for identity in report.added:
                opened = await history.open(identity)
                assert opened.tree.path(opened.conversation.leaf_id)
            await database.aclose()

    asyncio.run(bring_in())


@st.composite
def trees(draw: st.DrawFn) -> list[tuple[str, str | None, bool]]:
    """Messages of a tree: id, parent, whether the person wrote it; questions and answers take turns."""
    found: list[tuple[str, str | None, bool]] = []
    for number in range(draw(st.integers(1, 12))):
        parent = draw(st.sampled_from([None, *found]))
        found.append((f"m{number}", None if parent is None else parent[0], parent is None or not parent[2]))
    return found


@settings(unhurried, max_examples=60)
@given(trees())
def test_any_tree_of_either_product_keeps_every_branch(tree: list[tuple[str, str | None, bool]]) -> None:
    children: dict[str | None, list[str]] = {}
    for identity, parent, _ in tree:
        children.setdefault(parent, []).append(identity)
    in_webui = webui(
        *(
            webui_message(
                identity, parent, "user" if user else "assistant", f"said {identity}", *children.get(identity, ())
            )
            for identity, parent, user in tree
        )
    )
    in_libre = libre(
        messages=[
            libre_message(identity, parent or NO_PARENT, f"said {identity}", user=user)
            for identity, parent, user in tree
        ]
    )
    for opened in (one([in_webui]), one(in_libre)):
        assert {node.id: node.parent_id for node in opened.tree.nodes.values()} == {i: p for i, p, _ in tree}
        assert all(node.message.text == f"said {node.id}" for node in opened.tree.nodes.values())
        for parent, below in children.items():
            assert list(opened.tree.children[parent]) == below


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@settings(unhurried, max_examples=100)
@given(st.lists(json_values, max_size=5), st.integers(1, 9), st.sampled_from([None, 0, 2]), st.booleans())
def test_read_piece_by_piece_a_file_says_the_same(
    values: list[Any], chunk: int, indent: int | None, is_ascii: bool
) -> None:
    text = json.dumps(values, indent=indent, ensure_ascii=is_ascii)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "_CHUNK_CHARS", chunk)
        file = JsonStream(StringIO(text), remedy="")
        file.expect("[")
        found = []
        while not file.takes("]"):
            found.append(file.value())
            file.takes(",")
    assert found == values


class Counted(StringIO):
    """A file that knows how much of it was read."""

    def read(self, size: int | None = -1) -> str:
        told = super().read(size)
        self.count = getattr(self, "count", 0) + len(told)
        return told


def test_a_file_that_is_spoilt_at_its_front_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "_CHUNK_CHARS", 100)
    file = Counted('[{"mapping": {}}, {"a": nonsense}' + " " * 100_000)
    stream = JsonStream(file, remedy="")
    stream.expect("[")
    stream.value()
    stream.expect(",")
    with pytest.raises(UsageError, match="near character 18"):
        stream.value()
    assert file.count < 1000


def test_a_long_file_is_held_in_small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "_CHUNK_CHARS", 10_000)
    text = json.dumps([{"number": number, "text": "x" * 3000} for number in range(400)])
    stream = JsonStream(StringIO(text), remedy="")
    stream.expect("[")
    held, found = 0, []
    while not stream.takes("]"):
        found.append(stream.value()["number"])
        held = max(held, len(stream._text))
        stream.takes(",")
    assert found == list(range(400))
    assert held < 30_000
