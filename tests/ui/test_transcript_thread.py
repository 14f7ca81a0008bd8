"""What the transcript knows of a conversation, result tables as text, and heights: all without a window."""

from __future__ import annotations

import csv
import dataclasses
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.aws import ParameterShape, ShapeKind, Table
from app.domain.conversation import Node, NodeState, OpenedConversation, Tree
from app.domain.messages import Message, Role, TextPart, ToolCallPart, ToolResultPart
from app.domain.spreadsheets import as_csv
from app.domain.stream import TextDelta, Usage
from app.services.turn_updates import ActionChanged, NodeAdded, NodeEnded, NodeStreamed
from app.ui.confirmation.checking import number_of, problem_of
from app.ui.transcript.amounts import duration, money
from app.ui.transcript.heights import Heights
from app.ui.transcript.tabular import as_json, as_markdown, order_key, tree_lines
from app.ui.transcript.thread import Thread
from tests.transcript_fixtures import START, Script, action


def reopened(thread: Thread) -> Thread:
    """The same conversation, as if it were opened from the history now."""
    leaf = thread.rows[-1].node.id if thread.rows else None
    while leaf is not None and (children := thread.tree.children.get(leaf)):
        leaf = children[-1]
    return Thread(
        OpenedConversation(
            conversation=dataclasses.replace(thread.conversation, leaf_id=leaf),
            tree=thread.tree,
            actions=tuple(thread.actions.values()),
        )
    )


@given(st.lists(st.sampled_from(["user", "answer", "tools", "branch"]), max_size=14))
def test_rows_kept_current_are_those_of_the_conversation_opened_again(steps: list[str]) -> None:
    script = Script()
    script.user("first")
    thread = Thread(script.opened)
    assert thread.rows
    for number, step in enumerate(steps):
        last = script.nodes[-1]
        if step == "user":
            node = script.user(f"question {number}")
        elif step == "answer":
            node = script.answer("text", ToolCallPart(call_id=f"c{number}", name="propose_call", arguments="{}"))
            thread.apply(ActionChanged(action=action(action_id=f"a{number}", call_id=f"c{number}")))
        elif step == "tools" and last.message.role is Role.ASSISTANT:
            node = script.tools(ToolResultPart(call_id="x", name="find_operations", content="{}"))
        elif step == "branch":
            node = script.user("another first", parent=None)
        else:
            continue
        thread.apply(NodeAdded(node=node))
        assert thread.rows == reopened(thread).rows


def test_an_answer_that_streams_holds_what_came_and_then_what_it_ended_with() -> None:
    script = Script()
    question = script.user("go")
    thread = Thread(script.opened)
    node = Node(
        id="n",
        conversation_id="c1",
        parent_id=question.id,
        message=Message(role=Role.ASSISTANT, parts=()),
        created_at=START,
        state=NodeState.STREAMING,
    )
    thread.apply(NodeAdded(node=node))
    change = thread.apply(NodeStreamed(node_id="n", event=TextDelta(text="hello")))
    assert change.rows == {"n"}
    assert thread.live["n"].text == "hello"
    ended = dataclasses.replace(
        node, state=NodeState.COMPLETE, message=Message(role=Role.ASSISTANT, parts=(TextPart(text="hello."),))
    )
    thread.apply(NodeEnded(node=ended))
    assert not thread.live
    assert thread.rows[-1].node.message.text == "hello."


def test_updates_of_other_conversations_change_nothing() -> None:
    thread = Thread(Script("c1").opened)
    other = Script("c2")
    change = thread.apply(NodeAdded(node=other.user("elsewhere")))
    assert not change.branch
    assert not thread.rows


def test_a_turns_tokens_are_those_of_all_its_answers() -> None:
    script = Script()
    script.user("go")
    script.answer(
        ToolCallPart(call_id="c", name="find_operations", arguments="{}"),
        usage=Usage(input_tokens=10, output_tokens=1, duration_s=1.0),
    )
    script.tools(ToolResultPart(call_id="c", name="find_operations", content="[]"))
    script.answer("done", usage=Usage(input_tokens=20, output_tokens=2, duration_s=2.0))
    thread = Thread(script.opened)
    usage = thread.usage_of(thread.rows[-1])
    assert usage is not None
    assert (usage.input_tokens, usage.output_tokens, usage.duration_s) == (30, 3, 3.0)


def test_an_action_that_no_tool_call_stands_for_is_shown_where_it_happened() -> None:
    script = Script()
    script.user("go")
    script.answer("done")
    script.actions.append(action(action_id="loose"))
    assert [row.loose for row in Thread(script.opened).rows] == [(), ("loose",)]


@given(st.lists(st.integers(0, 50), max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(0, 50))))
def test_heights_sum_and_find_like_a_plain_list(heights: list[int], changes: list[tuple[int, int]]) -> None:
    kept = Heights(heights)
    for index, height in changes:
        if index < len(heights):
            heights[index] = kept[index] = height
    for index in range(len(heights) + 1):
        assert kept.before(index) == sum(heights[:index])
    for offset in range(sum(heights)):
        at = kept.at(offset)
        assert sum(heights[:at]) <= offset < sum(heights[: at + 1])


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=12)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6))
def test_csv_can_be_read_back_and_starts_no_formula(rows: list[tuple[str, str]]) -> None:
    text = as_csv(Table(columns=("a", "b"), rows=tuple(rows)))
    read = list(csv.reader(io.StringIO(text)))[1:]
    for given_row, read_row in zip(rows, read, strict=True):
        for given_cell, read_cell in zip(given_row, read_row, strict=True):
            assert read_cell in (given_cell, f"'{given_cell}")
            assert not read_cell.startswith(("=", "+", "@"))


def test_a_table_as_markdown_and_a_result_as_json() -> None:
    table = Table(columns=("a", "b"), rows=(("1|2", "x\ny"),))
    assert as_markdown(table) == "| a | b |\n| --- | --- |\n| 1\\|2 | x y |\n"
    assert json.loads(as_json({"Ä": [1]})) == {"Ä": [1]}


def test_cells_are_ordered_as_people_count() -> None:
    cells = ["i-10", "", "i-9", "10", "9", "-1", "I-8"]
    assert sorted(cells, key=order_key) == ["", "-1", "9", "10", "I-8", "i-9", "i-10"]


@given(st.recursive(st.none() | st.integers() | st.text(max_size=3), lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.text(max_size=3), inner, max_size=3), max_leaves=20))  # fmt: skip
def test_any_json_can_be_listed(value: object) -> None:
    assert all(depth >= -1 for depth, _, _ in tree_lines(value))


def test_values_nested_thousands_deep_are_listed_and_cut() -> None:
    value: object = "end"
    for _ in range(5_000):
        value = [value]
    assert len(tree_lines({"deep": value})) <= 401


@pytest.mark.parametrize(("seconds", "words"), [(0.04, "0.0 s"), (9.94, "9.9 s"), (12, "12 s"), (200, "3 min 20 s")])
def test_times_are_said_as_people_say_them(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("dollars", "words"), [(0, "free"), (0.0001, "under $0.001"), (0.0123, "$0.012"), (1234.5, "$1,234.50")]
)
def test_small_money_is_as_precise_as_it_matters(dollars: float, words: str) -> None:
    assert money(dollars) == words


@pytest.mark.parametrize(
    ("shape", "value", "words"),
    [
        (ParameterShape(name="n", kind=ShapeKind.INTEGER, minimum=1), 0, "Must be at least 1."),
        (ParameterShape(name="n", kind=ShapeKind.INTEGER), True, "Must be a whole number."),
        (ParameterShape(name="n", kind=ShapeKind.INTEGER), "5", "Must be a whole number."),
        (ParameterShape(name="n", kind=ShapeKind.STRING, maximum=2), "abc", "Must be at most 2 characters."),
        (ParameterShape(name="n", kind=ShapeKind.STRING, required=True), "", "Must not be empty."),
        (ParameterShape(name="n", kind=ShapeKind.TIMESTAMP), "soon", "Must be a time as in 2026-11-20T09:00:00Z."),
        (ParameterShape(name="n", kind=ShapeKind.LIST, minimum=1), [], "Must be at least 1 entries."),
        (ParameterShape(name="n", kind=ShapeKind.BLOB), {"base64": "eA=="}, None),
        (ParameterShape(name="n", kind=ShapeKind.TIMESTAMP), "2026-11-20T09:00:00Z", None),
        (ParameterShape(name="n", kind=ShapeKind.BOOLEAN), False, None),
    ],
)
def test_a_value_is_checked_against_its_shape(shape: ParameterShape, value: object, words: str | None) -> None:
    assert problem_of(shape, value) == words


@pytest.mark.parametrize("text", ["", "1.5", "0x10", "inf", "nan", "٣", "1e400", "--1"])
def test_what_is_no_whole_number_is_none(text: str) -> None:
    assert number_of(ParameterShape(name="n", kind=ShapeKind.INTEGER), text) is None


def test_a_tree_is_given_as_it_stands() -> None:
    script = Script()
    script.user("go")
    assert Thread(script.opened).tree == Tree.of(script.nodes)
