"""Search over the history: every word, half-typed last words, no syntax to get wrong, marks where the words stand."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.aws import ActionState, CallResult, Table
from app.domain.conversation import NodeState
from app.domain.messages import Message, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from tests.storage_fixtures import a_conversation, a_node, an_action, an_answer, asked, later, unhurried


@pytest.fixture
async def filled(store: SqliteConversationStore) -> SqliteConversationStore:
    await store.add_conversation(a_conversation(title="Quarterly café audit", titled=True))
    await store.add_node(a_node("q", "Which buckets named team-logs-2026 are public?"))
    answer = Message(
        role=Role.ASSISTANT,
        parts=(
            ReasoningPart(text="pondering", signature="opaque-signature"),
            TextPart(text="Über München: 私は東京へ行く。"),
            ToolCallPart(call_id="call-1", name="aws_call", arguments='{"secretive": 1}'),
        ),
    )
    await store.add_node(a_node("a", parent="q", message=answer))
    results = (ToolResultPart(call_id="call-1", name="aws_call", content="zebra-bucket eu-west-1"),)
    await store.add_node(a_node("t", parent="a", message=Message(role=Role.TOOL, parts=results)))
    return store


async def found(store: SqliteConversationStore, text: str) -> list[str]:
    return [hit.node_id for hit in await store.search(asked(text))]


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("buckets", ["q"]),
        ("BUCKETS public", ["q"]),
        ("public buckets nam", ["q"]),  # the last word is still being typed
        ("nam public", []),  # a word before it is not
        ("team-logs", ["q"]),
        ("logs-team", []),
        ("munchen", ["a"]),
        ("uber", ["a"]),
        ("東京", ["a"]),
        ("京へ", ["a"]),
        ("京東", []),
        ("zebra", []),  # a tool's answer is for the model; the card of its action is searched
        ("pondering", []),
        ("opaque", []),
        ("secretive", []),
        ("cafe audit", ["t"]),  # a title leads to the message shown last
        ("", []),
        ("   ", []),
        ("?!…", []),
    ],
)
async def test_words_are_found_where_a_person_saw_them(
    filled: SqliteConversationStore, text: str, nodes: list[str]
) -> None:
    assert await found(filled, text) == nodes


async def test_snippets_mark_the_words_found(filled: SqliteConversationStore) -> None:
    (hit,) = await filled.search(asked("public buckets"))
    assert hit.snippet == "Which \x01buckets\x02 named team-logs-2026 are \x01public\x02?"
    assert (hit.conversation_id, hit.conversation_title) == ("c1", "Quarterly café audit")
    (hit,) = await filled.search(asked("東京"))
    assert "私は\x01東京\x02へ行く" in hit.snippet


async def test_words_far_inside_a_very_long_message_are_shown(filled: SqliteConversationStore) -> None:
    await filled.add_node(a_node("long", parent="t", message=an_answer("filler " * 20_000 + "needle here")))
    (hit,) = await filled.search(asked("needle"))
    assert "\x01needle\x02" in hit.snippet


async def test_a_message_cannot_forge_marks(store: SqliteConversationStore) -> None:
    await store.add_conversation(a_conversation())
    await store.add_node(a_node("q", "one \x01fake\x02 two\x00three"))
    (hit,) = await store.search(asked("three"))
    assert hit.snippet == "one  fake  two \x01three\x02"


async def test_a_title_that_baton_made_of_the_first_message_is_not_found_beside_it(
    store: SqliteConversationStore,
) -> None:
    await store.add_conversation(a_conversation(title="List the buckets of marmot"))
    await store.add_node(a_node("q", "List the buckets of marmot, please"))
    assert await found(store, "marmot") == ["q"]
    await store.change_conversation("c1", lambda head: replace(head, title="Marmots", titled=True))
    assert await found(store, "marmot") == ["q", "q"]


async def test_a_renamed_conversation_is_found_by_its_new_title_only(filled: SqliteConversationStore) -> None:
    await filled.change_conversation("c1", lambda head: replace(head, title="Penguins"))
    assert await found(filled, "penguin") == ["t"]
    assert await found(filled, "quarterly") == []


async def test_an_answer_is_found_once_it_is_final(store: SqliteConversationStore) -> None:
    await store.add_conversation(a_conversation())
    node = a_node("a", message=an_answer("walrus"), state=NodeState.STREAMING)
    await store.add_node(node)
    await store.save_node(replace(node, message=an_answer("walrus and seal")))
    assert await found(store, "walrus") == []
    await store.save_node(replace(node, message=an_answer("seal only"), state=NodeState.STOPPED))
    assert await found(store, "seal") == ["a"]
    assert await found(store, "walrus") == []


async def test_an_actions_card_leads_to_the_message_that_asked_for_it(filled: SqliteConversationStore) -> None:
    table = Table(columns=("Name",), rows=(("ocelot-archive",),))
    action = an_action(call_id="call-1", state=ActionState.DONE, result=CallResult(data={}, table=table))
    await filled.save_action(action)
    assert await found(filled, "ocelot") == ["a"]
    assert await found(filled, "CreateBucket") == ["a"]
    assert await found(filled, "logs") == ["a", "q"]


async def test_titles_stand_before_messages_and_newer_conversations_before_older(
    store: SqliteConversationStore,
) -> None:
    for at, (identity, title, text) in enumerate(
        [("old", "Heron", "x"), ("mid", "Other", "a heron"), ("new", "More", "the heron")]
    ):
        head = a_conversation(identity, title, titled=True, updated_at=later(at))
        await store.add_conversation(replace(head, leaf_id="n"), [a_node("n", text, conversation=identity)], ())
    assert [hit.conversation_id for hit in await store.search(asked("heron"))] == ["old", "new", "mid"]
    assert [hit.conversation_id for hit in await store.search(asked("heron"), limit=1)] == ["old"]


async def test_ten_thousand_conversations_are_searched_without_reading_them_all(store: SqliteConversationStore) -> None:
    # Counted in steps of SQLite's machine, not in time: reading every match would take hundreds of times as many.
    def fill(at: object) -> None:
        at.execute(  # type: ignore[attr-defined]
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
            " INSERT INTO conversations (id, title, created_at, updated_at, settings, pinned, titled)"
            " SELECT 'c' || i, 'Chat ' || i, i, i, '{}', 0, 0 FROM n"
        )
        at.execute(  # type: ignore[attr-defined]
            "INSERT INTO passages (number, conversation_id, kind, owner, facets, text)"
            " SELECT number, id, 'node', '', char(57345), title || ' common words everywhere' FROM conversations"
        )

    await store._database.write(fill)
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    await store._database.read(lambda at: at.set_progress_handler(count, 1000))
    hits = await store.search(asked("common words"))
    assert [hit.conversation_id for hit in hits][:2] == ["c10000", "c9999"]
    assert len(hits) == 50
    assert steps < 200


@settings(unhurried, max_examples=25)
@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=30), min_size=1, max_size=20))
def test_no_text_is_a_syntax_error(queries: list[str]) -> None:
    async def ask() -> None:
        with tempfile.TemporaryDirectory() as folder:
            database = Database(Path(folder) / "baton.db")
            store = SqliteConversationStore(database)
            await store.add_conversation(a_conversation())
            for at, text in enumerate(queries):
                await store.add_node(a_node(f"n{at}", text))
            for text in [*queries, 'a" OR "b', "NEAR(a b)", "a AND", "text:a", "^a", "a*b", "-a", "(", "{a}: b", "'"]:
                for hit in await store.search(asked(text)):
                    assert hit.conversation_id == "c1"
            await database.aclose()

    asyncio.run(ask())


@settings(unhurried, max_examples=25)
@given(st.lists(st.text("abcdefgäßéçñо東京ねこ12", min_size=1, max_size=8), min_size=1, max_size=6))
def test_every_message_is_found_by_its_own_words(words: list[str]) -> None:
    async def ask() -> None:
        with tempfile.TemporaryDirectory() as folder:
            database = Database(Path(folder) / "baton.db")
            store = SqliteConversationStore(database)
            await store.add_conversation(a_conversation(title="-"))
            await store.add_node(a_node("n", " ".join(words)))
            for word in words:
                (hit,) = await store.search(asked(word))
                assert hit.node_id == "n"
                assert "\x01" in hit.snippet
            await database.aclose()

    asyncio.run(ask())


@pytest.fixture
async def sorted_out(store: SqliteConversationStore) -> SqliteConversationStore:
    """Chats that differ in all that a filter can ask for; every message says "ibis"."""
    heads = {
        "plain": a_conversation("plain"),
        "acted": a_conversation("acted", folder="Work/Costs"),
        "kept": a_conversation("kept", archived=True),
        "gone": a_conversation("gone", deleted_at=later(1)),
    }
    for at, (identity, head) in enumerate(heads.items()):
        question = a_node(f"{identity}-q", "an ibis?", conversation=identity, created_at=later(at * 86_400))
        answer = a_node(
            f"{identity}-a",
            parent=question.id,
            conversation=identity,
            message=an_answer("the ibis"),
            model="anthropic:claude-x" if identity != "kept" else "local:qwen",
            created_at=later(at * 86_400 + 60),
        )
        actions = [an_action(conversation=identity, state=ActionState.DONE)] if identity == "acted" else []
        await store.add_conversation(replace(head, leaf_id=answer.id), [question, answer], actions)
    return store


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("ibis", ["kept-a", "kept-q", "acted-a", "acted-q", "plain-a", "plain-q"]),
        ("ibis role:me", ["kept-q", "acted-q", "plain-q"]),
        ("ibis model:claude", ["acted-a", "plain-a"]),
        ("model:QWEN", ["kept-a"]),
        ("model:nobody", []),
        ("ibis has:aws", ["acted-a", "acted-q"]),
        ("ibis service:s3 risk:write role:me", ["acted-q"]),
        ("ibis service:s3 risk:destructive", []),
        ("has:aws", ["acted-a"]),  # the action itself
        ("has:aws role:me", ["acted-q"]),
        ("ibis in:archive", ["kept-a", "kept-q"]),
        ("ibis in:bin", ["gone-a", "gone-q"]),
        ("ibis in:work", ["acted-a", "acted-q"]),
        ("in:costs", ["acted-a", "acted-q"]),
        ("ibis in:nowhere", []),
        ("ibis when:2026-11-02", ["acted-a", "acted-q"]),
        ("ibis before:2026-11-02", ["plain-a", "plain-q"]),
        ("after:2026-11-03 role:me", ["kept-q"]),
        ('"the ibis" in:archive', ["kept-a"]),
        ("ibis risk:none", []),  # no filter, so a word that stands nowhere
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_filters_leave_what_passes_them(sorted_out: SqliteConversationStore, text: str, nodes: list[str]) -> None:
    assert await found(sorted_out, text) == nodes


async def test_filters_that_few_of_many_matches_pass_are_found_however_far_back(
    store: SqliteConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.storage.finding._LOOKED_AT", 10)
    for identity in ("far", "near"):
        folder = "Work" if identity == "far" else ""
        nodes = [
            a_node(f"{identity}{at}", "ibis", conversation=identity, created_at=later(at + 1000 * (identity == "near")))
            for at in range(30)
        ]
        await store.add_conversation(a_conversation(identity, folder=folder, leaf_id=nodes[0].id), nodes)
    assert await found(store, "ibis in:work") == [f"far{at}" for at in range(29, -1, -1)]


async def test_every_hit_can_be_reached_page_by_page(store: SqliteConversationStore) -> None:
    nodes = [a_node(f"n{at}", "ibis", created_at=later(at // 7)) for at in range(65)]  # several of one time
    await store.add_conversation(a_conversation(title="The ibis", titled=True, leaf_id="n0"), nodes)
    reached: list[str] = []
    last: int | None = None
    while page := await store.search(asked("ibis"), limit=10, older_than=last):
        reached += [hit.node_id for hit in page]
        last = page[-1].order
    assert reached[0] == "n0"  # by the title
    assert sorted(reached[1:]) == sorted(node.id for node in nodes)


async def test_words_between_korean_particles_and_thai_letters_are_found(store: SqliteConversationStore) -> None:
    await store.add_conversation(a_conversation())
    await store.add_node(a_node("k", "서울에서 만나요"))
    await store.add_node(a_node("t", "ฉันอยู่ที่กรุงเทพ", parent="k"))
    assert await found(store, "서울") == ["k"]
    assert await found(store, "กรุงเทพ") == ["t"]


async def test_nobody_can_ask_for_the_marks_of_filters(sorted_out: SqliteConversationStore) -> None:
    for mark in ("\ue001", "\ue003", "\U000f0001", "\U00100001"):
        assert await found(sorted_out, mark) == []
        await sorted_out.add_node(a_node(f"forged {ord(mark)}", f"heron {mark}", conversation="plain"))
    assert len(await found(sorted_out, "heron model:claude")) == 0
