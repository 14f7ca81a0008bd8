"""Export and import of Baton's own format, and Markdown for people: nothing is lost or runs into the next thing."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.domain.aws import (
    ActionState,
    CallResult,
    Decision,
    Identity,
    Inverse,
    Origin,
    Place,
    StateChange,
    Table,
)
from app.domain.context import LeftOut, Overflow
from app.domain.conversation import ConversationSettings, Node, NodeState, OpenedConversation, Tree
from app.domain.errors import NewerVersionError, NotFoundError, UsageError
from app.domain.messages import Message, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart
from app.domain.remedies import Remedy, RemedyKind
from app.domain.routing import Route, RouteFailure, Task
from app.domain.stream import FinishReason, Usage
from app.services.history import HistoryService
from app.services.interchange import conversation_json, exported_json, imported
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from tests.storage_fixtures import a_conversation, a_node, an_action, an_answer, opened_conversations, unhurried


@pytest.fixture
def history(store: SqliteConversationStore) -> HistoryService:
    return HistoryService(store, SqliteBlobStore(store._database))


async def fill(store: SqliteConversationStore, *identities: str) -> None:
    for identity in identities:
        head = a_conversation(identity, f"Chat {identity}", leaf_id="a1")
        nodes = [
            a_node("q", conversation=identity),
            a_node("a1", parent="q", conversation=identity),
            a_node("a2", parent="q", conversation=identity),
        ]
        await store.add_conversation(head, nodes, [an_action(conversation=identity, state=ActionState.DONE)])


def exported(opened: Sequence[OpenedConversation]) -> str:
    return exported_json([conversation_json(item) for item in opened])


def with_all_that_can_be_set() -> OpenedConversation:
    """A conversation of which every field of the head, the message and the action holds something of its own."""
    at = a_conversation().created_at
    head = replace(
        a_conversation("c1", "Whole", leaf_id="a"),
        settings=ConversationSettings(
            model="openai:some",
            parameters={"temperature": 0.5},
            system_prompt="Be brief.",
            system_prompt_from="audit",
            account="demo",
            region="eu-west-1",
            overflow=Overflow.SUMMARISE,
            private=True,
            schema={"type": "object"},
            pinned=("q",),
            budget_usd=1.5,
            budget_tokens=1000,
            cached_answers=True,
        ),
        pinned=True,
        titled=True,
        model_titled=True,
        folder="Work/Costs",
        archived=True,
        deleted_at=at,
    )
    answer = a_node(
        "a",
        parent="q",
        message=an_answer("Yes."),
        state=NodeState.FAILED,
        model="openai:some",
        usage=Usage(input_tokens=3, output_tokens=4),
        finish_reason=FinishReason.STOP,
        finish_detail="end",
        error="It failed.",
        remedy=Remedy(kind=RemedyKind.RETRY),
        left_out=LeftOut(until="q", summary="before"),
        route=Route(asked="auto", reason="busy", task=Task.CODE, failures=(RouteFailure(model="a:b", why="late"),)),
        cached_at=at,
        cost_usd=0.25,
        masked=2,
        form_problem="no object",
        asked_again=("no object",),
    )
    action = replace(
        an_action(),
        state=ActionState.DONE,
        reasons=("it changes something",),
        origin=Origin.PERSON,
        decision=Decision.PERSON,
        call_id="call-1",
        finished_at=at,
        identity=Identity(account_id="123456789012", arn="arn:aws:iam::123456789012:root", alias="prod"),
        result=CallResult(data={"a": [1]}),
        error="late",
        error_code="Late",
        dry_run=True,
        plan_id="p",
        step=2,
        group_id="g",
        model="openai:some",
        ruling="allowed",
        changes=(StateChange(what="size", now="1", then="2"),),
        undo=Inverse(sentence="Delete it", calls=()),
        undoes="x",
        undone_by="y",
        places=(Place(account="demo", region="eu-west-1"),),
    )
    return OpenedConversation(conversation=head, tree=Tree.of([a_node("q"), answer]), actions=[action])


def test_nothing_that_a_conversation_can_hold_is_lost_on_the_way() -> None:
    opened = with_all_that_can_be_set()
    values = (opened.conversation, opened.conversation.settings, opened.tree.nodes["a"], opened.actions[0])
    for value in values:
        for field in dataclasses.fields(value):
            default = field.default_factory() if callable(field.default_factory) else field.default
            assert getattr(value, field.name) != default, f"{field.name} says nothing here: give it a value"
    assert in_a_new_history([opened]) == exported([opened])
    assert list(imported(StringIO(exported([opened])))) == [opened]


def in_a_new_history(opened: Sequence[OpenedConversation]) -> str:
    """The export of ``opened`` goes into an empty history; returned is what that exports."""

    async def there_and_back(folder: Path) -> str:
        database = Database(folder / "baton.db")
        history = HistoryService(SqliteConversationStore(database), SqliteBlobStore(database))
        report = await history.import_text(exported(opened))
        assert report.skipped == []
        assert list(report.added) == [item.conversation.id for item in opened]
        text = await history.export_json([item.conversation.id for item in opened])
        await database.aclose()
        return text

    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(there_and_back(Path(folder)))


@settings(unhurried, max_examples=25)
@given(st.lists(opened_conversations(), min_size=1, max_size=3, unique_by=lambda item: item.conversation.id))
def test_an_export_brought_into_an_empty_history_exports_the_same(opened: list[OpenedConversation]) -> None:
    assert in_a_new_history(opened) == exported(opened)


@settings(unhurried, max_examples=25)
@given(st.lists(opened_conversations(), max_size=3, unique_by=lambda item: item.conversation.id))
def test_an_export_is_utf_8_and_strict_json_and_read_back_whole(opened: list[OpenedConversation]) -> None:
    text = exported(opened)
    json.loads(text.encode())
    assert list(imported(StringIO(text))) == opened


async def test_everything_or_what_is_named_is_exported(history: HistoryService, store: SqliteConversationStore) -> None:
    await fill(store, "c1", "c2", "c3")
    everything = json.loads(await history.export_json())
    assert (everything["format"], everything["version"]) == ("baton-history", 2)
    assert [item["id"] for item in everything["conversations"]] == ["c1", "c2", "c3"]
    assert [node["id"] for node in everything["conversations"][0]["nodes"]] == ["q", "a1", "a2"]
    named = json.loads(await history.export_json(["c2", "c2"]))
    assert [item["id"] for item in named["conversations"]] == ["c2"]
    with pytest.raises(NotFoundError):
        await history.export_json(["nobody"])


async def test_more_conversations_than_a_page_holds_are_all_exported(
    history: HistoryService, store: SqliteConversationStore
) -> None:
    await fill(store, *(f"c{number}" for number in range(510)))
    assert len(json.loads(await history.export_json())["conversations"]) == 510


async def test_what_is_there_already_is_skipped_and_left_as_it_is(
    history: HistoryService, store: SqliteConversationStore
) -> None:
    await fill(store, "c1", "c2")
    text = await history.export_json()
    await history.places.erase(["c2"])
    await history.rename("c1", "Mine")
    report = await history.import_text(text)
    assert list(report.added) == ["c2"]
    assert len(report.skipped) == 1
    assert "already" in report.skipped[0]
    assert (await history.open("c1")).conversation.title == "Mine"


def spoilt(text: str, spoil: str) -> str:
    plain = json.loads(text)
    middle = plain["conversations"][1]
    match spoil:
        case "no id":
            del middle["id"]
        case "a number for a title":
            middle["title"] = 7
        case "a lost parent":
            middle["nodes"][1]["parent_id"] = "nobody"
        case "twice the same message":
            middle["nodes"].append(middle["nodes"][0])
        case "an unknown role":
            middle["nodes"][0]["message"]["role"] = "wizard"
        case "an unknown part":
            middle["nodes"][0]["message"]["parts"][0]["type"] = "spell"
        case "a lost leaf":
            middle["leaf_id"] = "nobody"
        case "no messages":
            middle["nodes"] = []
        case "a text for the messages":
            middle["nodes"] = "none"
        case "no object":
            plain["conversations"][1] = ["x"]
        case "half a character in an id":
            middle["id"] = "\ud800"
    return json.dumps(plain)


@pytest.mark.parametrize(
    "spoil",
    [
        "no id",
        "a number for a title",
        "a lost parent",
        "twice the same message",
        "an unknown role",
        "an unknown part",
        "a lost leaf",
        "no messages",
        "a text for the messages",
        "no object",
        "half a character in an id",
    ],
)
async def test_one_bad_conversation_is_skipped_with_its_reason_and_the_others_come_in(
    history: HistoryService, store: SqliteConversationStore, spoil: str
) -> None:
    await fill(store, "c1", "c2", "c3")
    text = spoilt(await history.export_json(), spoil)
    for identity in ("c1", "c2", "c3"):
        await history.places.erase([identity])
    report = await history.import_text(text)
    assert list(report.added) == ["c1", "c3"]
    assert len(report.skipped) == 1
    assert "Chat c2" in report.skipped[0] or "Conversation 2" in report.skipped[0] or "7" in report.skipped[0]


async def test_fields_nobody_knows_are_passed_over(history: HistoryService, store: SqliteConversationStore) -> None:
    await fill(store, "c1")
    plain = json.loads(await history.export_json())
    await history.places.erase(["c1"])
    plain["made_by"] = "some tool"
    plain["conversations"][0]["mood"] = {"good": True}
    plain["conversations"][0]["nodes"][0]["stars"] = 5
    assert list((await history.import_text(json.dumps(plain))).added) == ["c1"]


async def test_a_file_that_breaks_off_gives_what_is_whole_and_says_so(
    history: HistoryService, store: SqliteConversationStore
) -> None:
    await fill(store, "c1", "c2", "c3")
    text = await history.export_json()
    for identity in ("c1", "c2", "c3"):
        await history.places.erase([identity])
    report = await history.import_text(text[: text.index('"Chat c3"')])
    assert list(report.added) == ["c1", "c2"]
    assert "from conversation 3 on" in report.skipped[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "hello",
        "{",
        "[",
        "{}",
        "[1]",
        "7",
        '"text"',
        '{"a": 1}',
        '[{"title": "x"}]',
        '{"format": "baton-history", "version": 1',
        '{"format": "baton-history", "conversations": [{}]}',
        '{"format": "baton-history", "version": "1", "conversations": []}',
        '{"mapping"}',
        "[" * 100_000,
        '{"a":' * 100_000,
        "[" + "9" * 10_000 + "]",
        "\x00\x01PNG",
    ],
)
async def test_what_is_no_export_is_refused_with_what_can_be_imported(history: HistoryService, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        await history.import_text(text)
    assert caught.value.remedy
    assert await history.list() == []


async def test_a_newer_batons_export_is_refused(history: HistoryService) -> None:
    with pytest.raises(NewerVersionError, match="Update Baton"):
        await history.import_text('{"format": "baton-history", "version": 3, "conversations": []}')


async def test_an_empty_export_can_be_imported(history: HistoryService) -> None:
    report = await history.import_text(await history.export_json())
    assert (list(report.added), list(report.skipped)) == ([], [])


async def test_what_was_unfinished_in_an_export_comes_in_as_ended(history: HistoryService) -> None:
    opened = OpenedConversation(
        conversation=a_conversation(leaf_id="q"),
        tree=Tree.of([a_node("q", state=NodeState.STREAMING)]),
        actions=[an_action(state=ActionState.RUNNING)],
    )
    await history.import_text(exported([opened]))
    back = await history.open("c1")
    assert back.tree.nodes["q"].state is NodeState.INTERRUPTED
    assert back.actions[0].state is ActionState.INTERRUPTED


class TestMarkdown:
    async def text(self, store: SqliteConversationStore, *messages: Message, **more: object) -> str:
        nodes = [
            a_node(f"n{at}", parent=f"n{at - 1}" if at else None, message=message)
            for at, message in enumerate(messages)
        ]
        head = replace(a_conversation(title="Buckets\n# and more"), leaf_id=nodes[-1].id, **more)  # type: ignore[arg-type]
        action = an_action(
            call_id="call-1",
            state=ActionState.DONE,
            result=CallResult(data={}, table=Table(columns=("Name", "Note"), rows=(("a|b", "two\nlines"),))),
        )
        await store.add_conversation(head, nodes, [action])
        return await HistoryService(store, SqliteBlobStore(store._database)).export_markdown()

    async def test_the_branch_shown_is_told_with_who_spoke(self, store: SqliteConversationStore) -> None:
        text = await self.text(
            store,
            Message.user("List my buckets"),
            an_answer("Here they are."),
            settings=ConversationSettings(system_prompt="Be brief."),
        )
        lines = [line for line in text.splitlines() if line.startswith(("#", "Here"))]
        assert lines == ["# Buckets # and more", "## System prompt", "## You", "## Assistant", "Here they are."]

    async def test_code_stays_in_its_fence_and_an_open_one_is_closed(self, store: SqliteConversationStore) -> None:
        code = "```python\nprint('```')\n\n# no heading\n```"
        text = await self.text(store, an_answer(code), an_answer("~~~~text\ncut off in ```\n~~~"), Message.user("next"))
        assert code in text
        tokens = MarkdownIt().parse(text)
        assert [token.content for token in tokens if token.type == "fence"] == [
            "print('```')\n\n# no heading\n",
            "cut off in ```\n~~~\n",
        ]
        headings = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"]
        assert headings == ["Buckets # and more", "Assistant", "Assistant", "You"]

    async def test_tools_reasoning_and_actions_are_told(self, store: SqliteConversationStore) -> None:
        asks = Message(
            role=Role.ASSISTANT,
            parts=(
                ReasoningPart(text="I should ask AWS.", signature="opaque"),
                ToolCallPart(call_id="call-1", name="propose_call", arguments="{}"),
                ToolCallPart(call_id="call-2", name="find", arguments='{"text": "```"}'),
                TextPart(text="Done."),
            ),
        )
        answers = Message(
            role=Role.TOOL,
            parts=(
                ToolResultPart(call_id="call-1", name="propose_call", content="shown in the table"),
                ToolResultPart(call_id="call-2", name="find", content="# not a heading"),
            ),
        )
        text = await self.text(store, asks, answers)
        assert "<summary>Reasoning</summary>\n\nI should ask AWS." in text
        assert "opaque" not in text
        assert "> **AWS: Create the bucket logs** (done)" in text
        assert "| a\\|b | two lines |" in text
        assert "shown in the table" not in text
        tokens = MarkdownIt().parse(text)
        assert [token.content for token in tokens if token.type == "fence"] == [
            '{"text": "```"}\n',
            "# not a heading\n",
        ]

    async def test_every_branch_stands_in_it_with_a_name_the_one_shown_first(
        self, store: SqliteConversationStore
    ) -> None:
        def said(name: str, parent: str | None, text: str) -> Node:
            message = Message.user(text) if name.startswith("q") else an_answer(text)
            return a_node(name, parent=parent, message=message)

        nodes = [
            said("q1", None, "What is *running*?"),
            said("a1", "q1", "Four instances."),
            said("q2", "a1", "Stop them"),
            said("a2", "q2", "Stopped."),
            said("a1b", "q1", "Nothing runs."),
            said("q3", "a1b", "Really?"),
            said("q3b", "a1b", "Look again"),
            said("other", None, "Something else"),
        ]
        head = replace(a_conversation(title="Instances"), leaf_id="a2")
        await store.add_conversation(head, nodes, [])
        text = await HistoryService(store, SqliteBlobStore(store._database)).export_markdown()
        lines = [line for line in text.splitlines() if line and not line.startswith(("###", "*2026"))]
        assert lines == [
            "# Instances",
            "## Branch 1 of 4: the one shown",
            "*Version 1 of 2; 2 in branch 2.*",
            "What is *running*?",
            "*Version 1 of 2; 2 in branch 3.*",
            "Four instances.",
            "Stop them",
            "Stopped.",
            "## Branch 2 of 4: Something else",
            "*Leaves branch 1: version 2 of 2 of what begins the chat.*",
            "Something else",
            "## Branch 3 of 4: Nothing runs.",
            r"*Leaves branch 1: version 2 of 2 of what follows “What is \*running\*?”.*",
            "Nothing runs.",
            "*Version 2 of 2; 1 in branch 4.*",
            "Look again",
            "## Branch 4 of 4: Really?",
            "*Leaves branch 3: version 1 of 2 of what follows “Nothing runs.”.*",
            "Really?",
        ]

    @settings(unhurried, max_examples=25)
    @given(opened_conversations())
    def test_any_conversation_is_written_with_each_of_its_messages_once(self, opened: OpenedConversation) -> None:
        from app.services.interchange_markdown import conversation_markdown

        marked = [
            replace(node, message=Message(role=Role.USER, parts=(TextPart(text=f"mark {number:03}"),)))
            for number, node in enumerate(opened.tree.nodes.values())
        ]
        conversation_markdown(opened).encode()
        text = conversation_markdown(replace(opened, tree=Tree.of(marked)))
        lines = [line for line in text.splitlines() if line.startswith("mark ")]
        assert sorted(lines) == [f"mark {number:03}" for number in range(len(marked))]
