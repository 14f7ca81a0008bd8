"""Conversation trees: walks over any tree, and the titles that first messages give."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conversation import Node, Tree, title_from
from app.domain.messages import Message


def node(id: str, parent: str | None) -> Node:
    return Node(
        id=id,
        conversation_id="c",
        parent_id=parent,
        message=Message.user(id),
        created_at=datetime(2026, 11, 1, tzinfo=UTC),
    )


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Any tree, its nodes in order of creation; several roots are branches of the first message."""
    nodes: list[Node] = []
    for number in range(draw(st.integers(1, 30))):
        parent = draw(st.none() | st.sampled_from([node.id for node in nodes])) if nodes else None
        nodes.append(node(str(number), parent))
    return Tree.of(nodes)


@given(trees())
def test_every_path_runs_from_a_root_through_parents_to_its_leaf(tree: Tree) -> None:
    for id in tree.nodes:
        path = tree.path(id)
        assert path[0].parent_id is None
        assert path[-1].id == id
        assert [step.parent_id for step in path[1:]] == [step.id for step in path[:-1]]


@given(trees())
def test_siblings_share_a_parent_and_leave_nobody_out(tree: Tree) -> None:
    for id, shown in tree.nodes.items():
        siblings = tree.siblings(id)
        assert id in siblings
        assert list(siblings) == [other.id for other in tree.nodes.values() if other.parent_id == shown.parent_id]


@given(trees())
def test_the_newest_leaf_is_a_leaf_below_and_the_newest_at_each_fork(tree: Tree) -> None:
    for id in tree.nodes:
        leaf = tree.newest_leaf(id)
        assert not tree.children.get(leaf)
        below = tree.path(leaf)
        assert id in [step.id for step in below]
        for step in below[len(tree.path(id)) :]:
            assert tree.siblings(step.id)[-1] == step.id


def test_no_leaf_has_no_path() -> None:
    assert Tree.of([]).path(None) == ()


@pytest.mark.parametrize("nodes", [[node("b", "a")], [node("b", "a"), node("a", None)], [node("a", "a")]])
def test_a_parent_that_does_not_stand_before_its_child_is_refused(nodes: list[Node]) -> None:
    with pytest.raises(ValueError, match="'a'"):
        Tree.of(nodes)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("list my buckets", "list my buckets"),
        ("\n\n  # A heading\nand more", "A heading"),
        ("- item\n- item", "item"),
        ("", "New chat"),
        ("---\n***", "New chat"),
        ("x" * 60, "x" * 47 + "…"),
        ("what does it cost to keep three volumes that nobody uses", "what does it cost to keep three volumes that…"),
    ],
)
def test_a_title_is_the_first_line_with_words(text: str, title: str) -> None:
    assert title_from(text) == title


@given(st.text() | st.lists(st.text("abc", max_size=6), max_size=20).map(" ".join), st.integers(2, 60))
def test_a_title_is_one_line_within_its_limit_and_never_empty(text: str, limit: int) -> None:
    title = title_from(text, limit=max(limit, len("New chat")))
    assert 0 < len(title) <= max(limit, len("New chat"))
    assert len(title.splitlines()) == 1
