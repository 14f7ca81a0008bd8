"""Deleting within a conversation's tree: which messages go together, what is left, and which branch is shown then.

Owns the reckoning only. Nothing is destroyed by it: what is removed is left out of the tree, and put back by leaving it
in again.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.conversation import Node, Tree
from app.domain.messages import Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Removal:
    """What was deleted from a conversation at once: ``messages`` of it. ``leaf_id``: the end of the branch that was
    shown before, which is shown again once it is put back.
    """

    id: str
    conversation_id: str
    at: datetime
    messages: int
    leaf_id: str | None = None


def turn_of(tree: Tree, node_id: str) -> frozenset[str]:
    """A message of the person's with every version of its answer; what was asked after it stays."""
    return _below(tree, node_id, until_question=True)


def branch_of(tree: Tree, node_id: str) -> frozenset[str]:
    """A message and everything after it, on every branch."""
    return _below(tree, node_id, until_question=False)


def _below(tree: Tree, node_id: str, *, until_question: bool) -> frozenset[str]:
    found = {node_id}
    waiting = [node_id]
    while waiting:
        for child in tree.children.get(waiting.pop(), ()):
            if until_question and tree.nodes[child].message.role is Role.USER:
                continue
            found.add(child)
            waiting.append(child)
    return frozenset(found)


def without(nodes: Iterable[Node], removed: Collection[str]) -> list[Node]:
    """``nodes`` (each after its parent) without those removed; what stood under one stands where it stood."""
    stand_in: dict[str, str | None] = {}
    kept: list[Node] = []
    for node in nodes:
        parent = node.parent_id
        if parent in stand_in:
            parent = stand_in[parent]
        if node.id in removed:
            stand_in[node.id] = parent
        else:
            kept.append(node if parent == node.parent_id else dataclasses.replace(node, parent_id=parent))
    return kept


def leaf_without(tree: Tree, removed: Collection[str], leaf_id: str | None) -> str | None:
    """Which branch is shown once ``removed`` is gone: the same, or the nearest other version, or what stood before."""
    if leaf_id is None or leaf_id not in tree.nodes or leaf_id not in removed:
        return leaf_id
    left = Tree.of(without(tree.nodes.values(), removed))
    path = tree.path(leaf_id)
    gone = next(node for node in path if node.id in removed)
    siblings = tree.siblings(gone.id)
    at = siblings.index(gone.id)
    nearest = [*reversed(siblings[:at]), *siblings[at + 1 :]]
    if (version := next((name for name in nearest if name not in removed), None)) is not None:
        return left.newest_leaf(version)
    kept = next((node.id for node in reversed(path) if node.id not in removed), None)
    if kept is not None:
        return left.newest_leaf(kept)
    roots = left.children.get(None, ())
    return left.newest_leaf(roots[-1]) if roots else None
