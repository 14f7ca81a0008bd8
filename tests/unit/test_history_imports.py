"""ChatGPT's and Claude's exports come in with their branches, thinking, tools and times; what is spoilt is left out."""

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

from app.domain.conversation import NodeState, OpenedConversation
from app.domain.messages import ReasoningPart, Role, TextPart
from app.services.history import HistoryService
from app.services.interchange import imported
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from tests.storage_fixtures import unhurried

ROOT = "00000000-0000-4000-8000-000000000000"


def one(items: list[Any]) -> OpenedConversation:
    (opened,) = imported(StringIO(json.dumps(items)))
    assert isinstance(opened, OpenedConversation), opened
    return opened


def chatgpt_node(
    identity: str, parent: str | None, role: str, *parts: object, children: tuple[str, ...] = (), **more: Any
) -> dict[str, Any]:
    content = more.pop("content", {"content_type": "text", "parts": list(parts)})
    author = {"role": role, "name": more.pop("name", None), "metadata": {}}
    message = {
        "id": identity,
        "author": author,
        "create_time": more.pop("at", None),
        "update_time": None,
        "content": content,
        "status": "finished_successfully",
        "end_turn": None,
        "weight": 1.0,
        "metadata": {},
        "recipient": "all",
        "channel": None,
    }
    return {"id": identity, "message": {**message, **more}, "parent": parent, "children": list(children)}


def chatgpt(*nodes: dict[str, Any], **more: Any) -> dict[str, Any]:
    root = {"id": "client-created-root", "message": None, "parent": None, "children": [nodes[0]["id"]] if nodes else []}
    return {
        "title": "Deploying",
        "create_time": 1_790_000_000.5,
        "update_time": 1_790_000_100.25,
        "mapping": {"client-created-root": root, **{node["id"]: node for node in nodes}},
        "moderation_results": [],
        "current_node": nodes[-1]["id"] if nodes else None,
        "conversation_id": "6911-conv",
        "default_model_slug": "gpt-5-2",
        "is_starred": None,
        **more,
    }


def history_of(store: SqliteConversationStore) -> HistoryService:
    return HistoryService(store, SqliteBlobStore(store._database))


class TestChatGPT:
    def test_a_chat_comes_in_with_ids_times_models_and_title(self) -> None:
        opened = one(
            [
                chatgpt(
                    chatgpt_node("u", "client-created-root", "user", "How?", children=("a",), at=1_790_000_001.0),
                    chatgpt_node("a", "u", "assistant", "So.", at=1_790_000_002.0, metadata={"model_slug": "gpt-5-2"}),
                    is_starred=True,
                )
            ]
        )
        head = opened.conversation
        assert (head.id, head.title, head.titled, head.pinned, head.leaf_id) == (
            "6911-conv",
            "Deploying",
            True,
            True,
            "a",
        )
        assert head.created_at == datetime.fromtimestamp(1_790_000_000.5, UTC)
        question, answer = opened.tree.path("a")
        assert (question.message.role, question.message.text, question.parent_id) == (Role.USER, "How?", None)
        assert (answer.message.role, answer.message.text, answer.model) == (Role.ASSISTANT, "So.", "openai:gpt-5-2")
        assert answer.created_at == datetime.fromtimestamp(1_790_000_002, UTC)

    def test_branches_are_kept_and_the_one_shown_is_the_vendors(self) -> None:
        nodes = [
            chatgpt_node("s", "client-created-root", "system", "", children=("u", "edited")),
            chatgpt_node("u", "s", "user", "first", children=("a1", "a2")),
            chatgpt_node("a2", "u", "assistant", "again"),
            chatgpt_node("a1", "u", "assistant", "answer"),
            chatgpt_node("edited", "s", "user", "second", children=("a3",)),
            chatgpt_node("a3", "edited", "assistant", "other"),
        ]
        opened = one([chatgpt(*nodes, current_node="a1")])
        assert opened.tree.children[None] == ["u", "edited"]
        assert opened.tree.siblings("a1") == ("a1", "a2")
        assert [node.id for node in opened.tree.path(opened.conversation.leaf_id)] == ["u", "a1"]

    def test_thinking_tools_and_text_of_one_answer_are_one_message(self) -> None:
        thoughts = {"content_type": "thoughts", "thoughts": [{"summary": "Look", "content": "Look at it"}]}
        code = {"content_type": "code", "language": "python", "text": "print(1)"}
        output = {"content_type": "execution_output", "text": "1\n```"}
        nodes = [
            chatgpt_node("u", "client-created-root", "user", "Run", children=("t",)),
            chatgpt_node("t", "u", "assistant", content=thoughts, children=("c",)),
            chatgpt_node("c", "t", "assistant", content=code, recipient="python", children=("o",)),
            chatgpt_node("o", "c", "tool", content=output, name="python", children=("h",)),
            chatgpt_node(
                "h", "o", "tool", "secret", metadata={"is_visually_hidden_from_conversation": True}, children=("a",)
            ),
            chatgpt_node("a", "h", "assistant", "It is 1."),
        ]
        opened = one([chatgpt(*nodes)])
        assert list(opened.tree.nodes) == ["u", "t"]
        answer = opened.tree.nodes["t"].message
        assert answer.parts == (
            ReasoningPart(text="Look at it"),
            TextPart(text="*Asked `python`:*\n\n```python\nprint(1)\n```"),
            TextPart(text="*Result of `python`:*\n\n````\n1\n```\n````"),
            TextPart(text="It is 1."),
        )
        assert opened.conversation.leaf_id == "t"

    def test_answers_that_branch_in_the_middle_stay_apart(self) -> None:
        nodes = [
            chatgpt_node("u", "client-created-root", "user", "Run", children=("a",)),
            chatgpt_node("a", "u", "assistant", "Both:", children=("h1", "h2")),
            chatgpt_node("h1", "a", "system", "", children=("b1",)),
            chatgpt_node("h2", "a", "system", "", children=("b2",)),
            chatgpt_node("b1", "h1", "assistant", "one"),
            chatgpt_node("b2", "h2", "assistant", "two"),
        ]
        opened = one([chatgpt(*nodes)])
        assert {key: list(found) for key, found in opened.tree.children.items()} == {
            None: ["u"],
            "u": ["a"],
            "a": ["b1", "b2"],
        }

    def test_standing_instructions_become_the_system_prompt(self) -> None:
        context = {
            "content_type": "user_editable_context",
            "user_profile": "An engineer.",
            "user_instructions": "Be brief.",
        }
        nodes = [
            chatgpt_node("i", "client-created-root", "user", content=context, children=("s",)),
            chatgpt_node("s", "i", "system", "Today is Monday.", children=("u",)),
            chatgpt_node("u", "s", "user", "Hello"),
        ]
        opened = one([chatgpt(*nodes)])
        assert opened.conversation.settings.system_prompt == "An engineer.\n\nBe brief.\n\nToday is Monday."
        assert list(opened.tree.nodes) == ["u"]

    def test_images_files_and_voice_are_told(self) -> None:
        parts = [
            {"content_type": "image_asset_pointer", "asset_pointer": "file-service://file-1", "width": 3},
            {"content_type": "audio_transcription", "text": "spoken words", "direction": "in"},
            "typed words",
        ]
        node = chatgpt_node(
            "u",
            "client-created-root",
            "user",
            content={"content_type": "multimodal_text", "parts": parts},
            metadata={"attachments": [{"id": "f", "name": "plan.pdf"}]},
        )
        text = one([chatgpt(node)]).tree.nodes["u"].message.text
        assert text == "[image: file-service://file-1]\n\nspoken words\n\ntyped words\n\n[attached: plan.pdf]"

    def test_an_answer_that_was_cut_says_so(self) -> None:
        nodes = [
            chatgpt_node("u", "client-created-root", "user", "x", children=("a",)),
            chatgpt_node("a", "u", "assistant", "half", status="in_progress"),
        ]
        assert one([chatgpt(*nodes)]).tree.nodes["a"].state is NodeState.INTERRUPTED

    def test_a_conversation_without_an_id_has_the_same_one_each_time(self) -> None:
        item = chatgpt(chatgpt_node("u", "client-created-root", "user", "x"), conversation_id=None)
        assert one([item]).conversation.id == one([item]).conversation.id

    def test_an_untitled_conversation_is_named_after_its_first_words(self) -> None:
        item = chatgpt(chatgpt_node("u", "client-created-root", "user", "# Why is it slow?"), title=None)
        assert one([item]).conversation.title == "Why is it slow?"

    @pytest.mark.parametrize(
        "spoil",
        [
            {"mapping": []},
            {"mapping": {"u": "text"}},
            {"mapping": {}},
            {"title": 5},
            {"current_node": 7},
            {"mapping": {"u": {"message": {"author": {"role": "wizard"}, "content": {}}}}},
            {"mapping": {"u": {"message": {"author": {"role": 1}, "content": {}}}}},
            {
                "mapping": {
                    "u": {"message": {"author": {"role": "user"}, "content": {"content_type": "text", "parts": [4]}}}
                }
            },
            {"mapping": {"\ud800": chatgpt_node("u", None, "user", "x")}},
        ],
    )
    async def test_a_spoilt_conversation_is_left_out_with_its_reason(
        self, store: SqliteConversationStore, spoil: dict[str, Any]
    ) -> None:
        good = chatgpt(chatgpt_node("u", "client-created-root", "user", "x"))
        bad = {**good, "conversation_id": "bad", **spoil}
        report = await history_of(store).import_text(json.dumps([good, bad, {**good, "conversation_id": "last"}]))
        assert list(report.added) == ["6911-conv", "last"]
        assert len(report.skipped) == 1
        assert "left out" in report.skipped[0]


def claude_message(
    identity: str, sender: str, *blocks: dict[str, Any], parent: str | None = ROOT, **more: Any
) -> dict[str, Any]:
    return {
        "uuid": identity,
        "text": "",
        "content": list(blocks),
        "sender": sender,
        "created_at": "2026-03-29T07:06:35.552627Z",
        "updated_at": "2026-03-29T07:06:35.552627Z",
        "attachments": [],
        "files": [],
        "parent_message_uuid": parent,
        **more,
    }


def says(text: str) -> dict[str, Any]:
    return {"start_timestamp": None, "stop_timestamp": None, "type": "text", "text": text, "citations": []}


def claude(*messages: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "uuid": "019d-conv",
        "name": "Calendar",
        "summary": "",
        "created_at": "2026-03-29T07:06:34.084721Z",
        "updated_at": "2026-03-29T12:59:41.658730Z",
        "account": {"uuid": "c1a9"},
        "chat_messages": list(messages),
        **more,
    }


class TestClaude:
    def test_a_chat_comes_in_with_thinking_tools_and_times(self) -> None:
        blocks = [
            {"type": "thinking", "thinking": "Hmm.", "signature": "opaque", "summaries": []},
            {"type": "tool_use", "id": "toolu_1", "name": "search", "input": {"query": "calendar"}},
            {
                "type": "tool_result",
                "tool_use_id": "toolu_1",
                "name": "search",
                "content": [{"type": "text", "text": "Found"}],
            },
            {"type": "token_budget"},
            says("Here."),
        ]
        opened = one(
            [
                claude(
                    claude_message("h", "human", says("Organise")),
                    claude_message("a", "assistant", *blocks, parent="h"),
                )
            ]
        )
        head = opened.conversation
        assert (head.id, head.title, head.leaf_id) == ("019d-conv", "Calendar", "a")
        assert head.updated_at == datetime(2026, 3, 29, 12, 59, 41, 658730, UTC)
        assert opened.tree.nodes["h"].message.text == "Organise"
        assert opened.tree.nodes["a"].message.parts == (
            ReasoningPart(text="Hmm."),
            TextPart(text='*Asked `search`:*\n\n```json\n{\n  "query": "calendar"\n}\n```'),
            TextPart(text="*Result of `search`:*\n\n```\nFound\n```"),
            TextPart(text="Here."),
        )

    def test_branches_are_kept(self) -> None:
        messages = [
            claude_message("h1", "human", says("first")),
            claude_message("a1", "assistant", says("one"), parent="h1"),
            claude_message("a2", "assistant", says("two"), parent="h1"),
            claude_message("h2", "human", says("edited")),
        ]
        opened = one([claude(*messages, current_leaf_message_uuid="a1")])
        assert opened.tree.children[None] == ["h1", "h2"]
        assert opened.tree.siblings("a2") == ("a1", "a2")
        assert opened.conversation.leaf_id == "a1"
        assert one([claude(*messages)]).conversation.leaf_id == "h2"

    def test_an_older_export_is_a_plain_row(self) -> None:
        messages = [
            {"uuid": "h", "text": "Hello", "sender": "human", "created_at": "2024-01-01T00:00:00Z"},
            {"uuid": "a", "text": "Hi", "sender": "assistant", "created_at": "2024-01-01T00:00:01Z"},
            {"uuid": "h2", "text": "Bye", "sender": "human", "created_at": "2024-01-01T00:00:02Z"},
        ]
        opened = one([claude(*messages)])
        assert [node.message.text for node in opened.tree.path("h2")] == ["Hello", "Hi", "Bye"]

    def test_pasted_text_and_files_are_kept(self) -> None:
        message = claude_message(
            "h",
            "human",
            attachments=[{"file_name": "", "file_type": "txt", "extracted_content": "a ```log```"}],
            files=[{"file_name": "plan.png"}],
        )
        text = one([claude(message)]).tree.nodes["h"].message.text
        assert text == "[attached: pasted text]\n\n````\na ```log```\n````\n\n[attached: plan.png]"

    @pytest.mark.parametrize(
        "spoil",
        [
            {"chat_messages": {}},
            {"chat_messages": []},
            {"chat_messages": [7]},
            {"chat_messages": [claude_message("h", "wizard", says("x"))]},
            {"chat_messages": [{**claude_message("h", "human"), "content": ["x"]}]},
            {"chat_messages": [claude_message("h", "human", says("x")), claude_message("h", "human", says("y"))]},
            {"name": ["x"]},
        ],
    )
    async def test_a_spoilt_conversation_is_left_out_with_its_reason(
        self, store: SqliteConversationStore, spoil: dict[str, Any]
    ) -> None:
        good = claude(claude_message("h", "human", says("x")))
        bad = {**good, "uuid": "bad", **spoil}
        report = await history_of(store).import_text(json.dumps([good, bad, {**good, "uuid": "last"}]))
        assert list(report.added) == ["019d-conv", "last"]
        assert "left out" in report.skipped[0]


async def test_the_same_file_twice_adds_nothing_the_second_time(store: SqliteConversationStore) -> None:
    text = "\ufeff" + json.dumps([claude(claude_message("h", "human", says("x")))])
    history = history_of(store)
    assert len((await history.import_text(text)).added) == 1
    again = await history.import_text(text)
    assert (list(again.added), len(again.skipped)) == ([], 1)
    assert [hit.node_id for hit in await history.search("x")] == ["h"]


def test_one_conversation_outside_a_list_comes_in_too() -> None:
    (opened,) = imported(StringIO(json.dumps(claude(claude_message("h", "human", says("x"))))))
    assert isinstance(opened, OpenedConversation)


NAMES = [
    "message",
    "author",
    "role",
    "content",
    "content_type",
    "parts",
    "parent",
    "children",
    "text",
    "sender",
    "uuid",
]
NAMES += ["thoughts", "metadata", "attachments", "create_time", "created_at", "parent_message_uuid", "type", "input"]
loose = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2_000_000_000) | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=20,
)
keys = st.sampled_from(["a", "b", "c"])


@settings(unhurried, max_examples=60)
@given(
    st.lists(
        st.fixed_dictionaries(
            {"mapping": st.dictionaries(keys, loose, max_size=3) | loose}, optional={"title": loose, "id": loose}
        )
        | st.fixed_dictionaries(
            {"chat_messages": st.lists(loose, max_size=3) | loose}, optional={"name": loose, "uuid": loose}
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
