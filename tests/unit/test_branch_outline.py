"""The overview of a conversation's branches as lines: forks, versions, levels, and thousands of messages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.conversation import Node, Tree
from app.domain.messages import AttachmentPart, Message, Role, ToolCallPart
from app.ui.dialogs.branch_outline import first_words, outline
from tests.storage_fixtures import a_node, an_answer, unhurried


def answer(identity: str, parent: str, text: str = "yes", model: str = "p:m") -> Node:
    return a_node(identity, parent=parent, message=an_answer(text), model=model)


def test_a_chat_without_a_fork_is_one_line() -> None:
    tree = Tree.of([a_node("q", "first  words\nof it"), answer("a", "q"), a_node("q2", parent="a")])
    (line,) = outline(tree, "q2")
    assert (line.words, line.model, line.messages, line.level, line.count) == ("first words of it", "p:m", 3, 0, 1)
    assert line.is_shown


def test_versions_stand_indented_before_the_one_that_is_gone_on_with() -> None:
    nodes = [
        a_node("q"),
        answer("a1", "q", "one"),
        answer("a2", "q", "two"),
        answer("a3", "q", "three", "p:other"),
        a_node("q2", parent="a2"),
    ]
    lines = outline(Tree.of(nodes), "q2")
    assert [(line.words, line.level, line.number, line.count, line.parent, line.is_shown) for line in lines] == [
        ("hello", 0, 1, 1, None, True),
        ("one", 1, 1, 3, 0, False),
        ("three", 1, 3, 3, 0, False),
        ("two", 0, 2, 3, 0, True),
    ]
    assert [line.messages for line in lines] == [1, 1, 1, 2]


def test_a_fork_at_every_one_of_thousands_of_turns_stays_at_two_levels() -> None:
    nodes = [a_node("q0")]
    for number in range(4_000):
        nodes += [answer(f"a{number}", f"q{number}"), answer(f"b{number}", f"q{number}")]
        nodes.append(a_node(f"q{number + 1}", parent=f"b{number}"))
    lines = outline(Tree.of(nodes), "q4000")
    assert len(lines) == 8_001
    assert max(line.level for line in lines) == 1


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    nodes: list[Node] = []
    for number in range(draw(st.integers(0, 20))):
        parent = draw(st.sampled_from([None, *(node.id for node in nodes)]))
        nodes.append(a_node(f"n{number}", parent=parent))
    return Tree.of(nodes)


@unhurried
@given(trees(), st.data())
def test_every_message_stands_in_one_line_and_every_line_after_the_one_it_forks_from(
    tree: Tree, data: st.DataObject
) -> None:
    leaf = tree.newest_leaf(data.draw(st.sampled_from(sorted(tree.nodes)))) if tree.nodes else None
    lines = outline(tree, leaf)
    assert sum(line.messages for line in lines) == len(tree.nodes)
    assert len({line.node_id for line in lines}) == len(lines)
    for place, line in enumerate(lines):
        assert line.parent is None or line.parent < place
        assert line.count == len(tree.siblings(line.node_id))


def test_messages_without_text_say_what_they_are() -> None:
    file = AttachmentPart(name="plan.pdf", media_type="application/pdf", sha256="0", size_bytes=1)
    call = ToolCallPart(call_id="c", name="aws_call", arguments="{}")
    assert first_words(a_node("f", message=Message(role=Role.USER, parts=(file,)))) == "plan.pdf"
    assert first_words(a_node("c", message=Message(role=Role.ASSISTANT, parts=(call,)))) == "Asked for aws_call"
    assert first_words(a_node("n", message=Message(role=Role.ASSISTANT, parts=()))) == "No text"
