"""The branches of a conversation as lines of an outline: one for each stretch of messages without a fork. Qt-free.

The line that is gone on with (shown, else the newest) stays at its level after the other versions, which are indented,
so that a long chat with a fork at every turn does not run out of the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.conversation import Node, NodeState, Tree
from app.domain.language import tr
from app.domain.messages import Role, TextPart

_LOOKED_AT_CHARS = 600
_WORDS_CHARS = 140


@dataclass(frozen=True, kw_only=True, slots=True)
class BranchLine:
    """A stretch of messages from ``node_id`` to the next fork: version ``number`` of ``count`` at its own fork.

    ``messages`` counts the person's and the models'. ``model``: who answered first in it. ``parent``: the line that
    forks into it, by its place.
    """

    node_id: str
    level: int
    number: int
    count: int
    words: str
    is_question: bool
    model: str
    at: datetime
    messages: int
    is_shown: bool
    parent: int | None


def outline(tree: Tree, leaf_id: str | None) -> Sequence[BranchLine]:
    """Every line, in the order in which they stand in the list."""
    shown = {node.id for node in tree.path(leaf_id if leaf_id in tree.nodes else None)}
    lines: list[BranchLine] = []
    roots = tree.children.get(None, ())
    waiting: list[tuple[str, int, int, int, int | None]] = []
    _put(waiting, roots, shown, level=0, indent=0, parent=None)
    while waiting:
        first, level, number, count, parent = waiting.pop()
        node = tree.nodes[first]
        messages, model, at = 0, "", first
        while True:
            here = tree.nodes[at]
            messages += here.message.role is not Role.TOOL
            if not model and here.message.role is Role.ASSISTANT:
                model = here.model or ""
            children = tree.children.get(at, ())
            if len(children) != 1:
                break
            at = children[0]
        lines.append(
            BranchLine(
                node_id=first,
                level=level,
                number=number,
                count=count,
                words=first_words(node),
                is_question=node.message.role is Role.USER,
                model=model,
                at=node.created_at,
                messages=messages,
                is_shown=first in shown,
                parent=parent,
            )
        )
        _put(waiting, children, shown, level=level, indent=1, parent=len(lines) - 1)
    return lines


def _put(
    waiting: list[tuple[str, int, int, int, int | None]],
    versions: Sequence[str],
    shown: set[str],
    *,
    level: int,
    indent: int,
    parent: int | None,
) -> None:
    """Put the versions at a fork on the stack, the one that is gone on with first, so that it comes last."""
    if not versions:
        return
    main = next((name for name in versions if name in shown), versions[-1])
    count = len(versions)
    waiting.append((main, level, versions.index(main) + 1, count, parent))
    others = ((name, level + indent, number, count, parent) for number, name in enumerate(versions, 1) if name != main)
    waiting.extend(reversed(list(others)))


def _plain(text: str) -> str:
    """The words of Markdown, without what makes them bold or code."""
    return text.replace("**", "").replace("`", "").lstrip("#> ")


def first_words(node: Node) -> str:
    """How a message begins; of one without text, what it is."""
    for part in node.message.parts:
        if isinstance(part, TextPart) and (words := " ".join(_plain(part.text[:_LOOKED_AT_CHARS]).split())):
            return words if len(words) <= _WORDS_CHARS else words[: _WORDS_CHARS - 1] + "…"
    if files := node.message.attachments:
        return ", ".join(file.name for file in files)[:_WORDS_CHARS]
    if calls := node.message.tool_calls:
        return tr("Asked for {name}", name=calls[0].name)
    return tr("No text (stopped)") if node.state is NodeState.STOPPED else tr("No text")
