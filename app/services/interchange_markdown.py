"""Conversations as Markdown for people: every branch with a name, the one shown first; code blocks intact, AWS actions
with their results. What two branches have in common stands once, in the first of them.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.aws import Action, Table, plain_parameters
from app.domain.conversation import Node, NodeState, OpenedConversation, Tree, title_from
from app.domain.language import marked, tr
from app.domain.messages import AttachmentPart, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart
from app.domain.numerals import number
from app.services.interchange_shape import fenced

_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_ENDINGS = {
    NodeState.STREAMING: marked("still being written"),
    NodeState.INTERRUPTED: marked("interrupted: Baton ended while this was written"),
    NodeState.STOPPED: marked("stopped"),
    NodeState.FAILED: marked("failed"),
}


def exported_markdown(conversations: Iterable[str]) -> str:
    """One document of ``conversations``, each made by :func:`conversation_markdown`."""
    return "\n\n---\n\n".join(conversations)


def closed(text: str) -> str:
    """``text`` with the code block that is open at its end closed, lest it swallow what follows."""
    open_fence = ""
    for line in text.splitlines():
        found = _FENCE.match(line)
        if found is None:
            continue
        fence = found[1]
        if not open_fence:
            open_fence = fence
        elif fence[0] == open_fence[0] and len(fence) >= len(open_fence) and not line.strip().strip(fence[0]):
            open_fence = ""
    return f"{text}\n{open_fence}" if open_fence else text


def conversation_markdown(opened: OpenedConversation) -> str:
    """One conversation. What UTF-8 cannot hold (half a surrogate pair) is replaced."""
    head = opened.conversation
    blocks = [f"# {_one_line(head.title)}", f"*{head.created_at:%Y-%m-%d %H:%M} UTC*"]
    if head.settings.system_prompt:
        blocks += ["## " + tr("System prompt"), closed(head.settings.system_prompt)]
    by_call: dict[str, list[Action]] = {}
    for action in opened.actions:
        if action.call_id is not None:
            by_call.setdefault(action.call_id, []).append(action)
    told: set[str] = set()
    branches = _branches(opened.tree, head.leaf_id)
    level = "##" if len(branches) < 2 else "###"
    number_of = {branch.nodes[0].id: branch.number for branch in branches if branch.nodes}
    for branch in branches:
        if len(branches) > 1:
            blocks += _branch_head(branch, opened.tree, len(branches))
        for at, node in enumerate(branch.nodes):
            if at or branch.number == 1:
                blocks.append(_versions(node, opened.tree, number_of))
            blocks += _node(node, by_call, told, level)
    # Those that no message asked for belong to the whole conversation.
    loose = [action for action in opened.actions if action.call_id is None and action.id not in told]
    if loose:
        blocks.append("## " + tr("AWS actions"))
        blocks += [_action(action) for action in loose]
    text = "\n\n".join(block for block in blocks if block)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Branch:
    """What a branch has that no earlier one has. ``of``: the number of the branch that it leaves, 0 for the first."""

    number: int
    of: int
    nodes: Sequence[Node]


def _branches(tree: Tree, leaf_id: str | None) -> Sequence[_Branch]:
    """Every branch, the one shown first, then those that leave it, in their order, then those that leave these."""
    found: list[_Branch] = []
    path = tree.path(leaf_id if leaf_id in tree.nodes else None)
    roots = tree.children.get(None, ())
    if path:
        # Where the chat goes on below the message that is shown last, that too is of this branch.
        path = (*path, *tree.path(tree.newest_leaf(path[-1].id))[len(path) :])
    elif roots:
        path = tree.path(tree.newest_leaf(roots[-1]))
    waiting: deque[tuple[int, Sequence[Node]]] = deque([(0, path)])
    while waiting:
        of, nodes = waiting.popleft()
        number = len(found) + 1
        found.append(_Branch(number=number, of=of, nodes=nodes))
        for node in nodes if number == 1 else nodes[1:]:
            for other in tree.siblings(node.id):
                if other != node.id:
                    waiting.append((number, _down(tree, other)))
    return found


def _down(tree: Tree, node_id: str) -> Sequence[Node]:
    """From a message to its newest leaf, both included."""
    nodes = [tree.nodes[node_id]]
    while children := tree.children.get(nodes[-1].id):
        nodes.append(tree.nodes[children[-1]])
    return nodes


def _branch_head(branch: _Branch, tree: Tree, count: int) -> list[str]:
    if branch.number == 1:
        return ["## " + tr("Branch 1 of {count}: the one shown", count=count)]
    first = branch.nodes[0]
    versions = tree.siblings(first.id)
    places = {"branch": branch.of, "version": versions.index(first.id) + 1, "versions": len(versions)}
    if first.parent_id is None:
        leaves = tr("Leaves branch {branch}: version {version} of {versions} of what begins the chat.", **places)
    else:
        leaves = tr(
            "Leaves branch {branch}: version {version} of {versions} of what follows “{message}”.",
            message=_name(tree.nodes[first.parent_id]),
            **places,
        )
    head = tr("Branch {number} of {count}: {name}", number=branch.number, count=count, name=_name(first))
    return [f"## {head}", f"*{leaves}*"]


def _versions(node: Node, tree: Tree, number_of: dict[str, int]) -> str:
    """The line above a message that has other versions, which says where they stand; empty for one that has none."""
    versions = tree.siblings(node.id)
    if len(versions) == 1:
        return ""
    others = [
        tr("{version} in branch {branch}", version=at, branch=number_of[other])
        for at, other in enumerate(versions, 1)
        if other != node.id
    ]
    told = tr(
        "Version {version} of {versions}; {others}.",
        version=versions.index(node.id) + 1,
        versions=len(versions),
        others=", ".join(others),
    )
    return f"*{told}*"


def _name(node: Node) -> str:
    """How a message is called in one line."""
    for part in node.message.parts:
        if isinstance(part, TextPart) and part.text.strip():
            return _escaped(title_from(part.text))
    for part in node.message.parts:
        match part:
            case AttachmentPart(name=name):
                return _escaped(name)
            case ToolCallPart(name=name):
                return tr("a call of {tool}", tool=_escaped(name))
            case ToolResultPart(name=name):
                return tr("the result of {tool}", tool=_escaped(name))
    return tr("a message without text")


def _node(node: Node, by_call: dict[str, list[Action]], told: set[str], level: str) -> list[str]:
    blocks = []
    match node.message.role:
        case Role.USER:
            blocks.append(level + " " + tr("You"))
        case Role.ASSISTANT:
            blocks.append(level + " " + _one_line(node.model or tr("Assistant")))
        case Role.TOOL:
            pass  # its results stand with the actions, or in a block of their own
    for part in node.message.parts:
        match part:
            case TextPart(text=text):
                blocks.append(closed(text))
            case AttachmentPart(name=name, media_type=media_type, size_bytes=size_bytes):
                about = {"kind": _one_line(media_type), "size": number(size_bytes)}
                blocks.append(tr("*Attached:* {name} ({kind}, {size} bytes)", name=_code(name), **about))
            case ReasoningPart(text=text):
                if text.strip():
                    title = tr("Reasoning")
                    blocks.append(f"<details><summary>{title}</summary>\n\n{closed(text)}\n\n</details>")
            case ToolCallPart(call_id=call_id, name=name, arguments=arguments):
                actions = by_call.get(call_id, ())
                told.update(action.id for action in actions)
                blocks += [_action(action) for action in actions]
                if not actions:
                    asked = tr("Asked {tool}:", tool=f"`{_one_line(name)}`")
                    blocks.append(f"*{asked}*\n\n{fenced(arguments, 'json')}")
            case ToolResultPart(call_id=call_id, name=name, content=content):
                if call_id not in by_call:
                    title = tr("Result of {tool}:", tool=f"`{_one_line(name)}`")
                    blocks.append(f"*{title}*\n\n{fenced(content)}")
    ending = _ENDINGS.get(node.state)
    if ending is not None:
        blocks.append(f"*[{tr(ending)}{': ' + _one_line(node.error) if node.error else ''}]*")
    return blocks


def _action(action: Action) -> str:
    call = action.call
    lines = [f"> **AWS: {_one_line(action.sentence) or call.id}** ({action.state.value})", ">"]
    lines.append(
        tr(
            "> {call} in account {account}, region {region}; {risk}",
            call=f"`{call.id}`",
            account=f"`{_one_line(call.account)}`",
            region=f"`{_one_line(call.region)}`",
            risk=action.risk,
        )
    )
    if call.parameters:
        lines.append(f"> {_one_line(plain_parameters(call.parameters))}")
    if action.error:
        lines += [">", f"> {_one_line(action.error)}"]
    blocks = ["\n".join(lines)]
    if action.result is not None and action.result.table is not None and action.result.table.columns:
        blocks.append(_table(action.result.table))
        if action.result.limit_note:
            blocks.append(f"*{_one_line(action.result.limit_note)}*")
    return "\n\n".join(blocks)


def _table(table: Table) -> str:
    rows = [table.columns, tuple("---" for _ in table.columns), *table.rows]
    return "\n".join("| " + " | ".join(_one_line(cell).replace("|", "\\|") for cell in row) + " |" for row in rows)


def _code(name: str) -> str:
    """A file's name as inline code, whatever it holds."""
    fence = "`" * (max((len(run) for run in re.findall("`+", name)), default=0) + 1)
    pad = " " if "`" in name else ""
    return f"{fence}{pad}{_one_line(name)}{pad}{fence}"


def _escaped(text: str) -> str:
    """``text`` in one line, with nothing in it that Markdown reads as its own."""
    return re.sub(r"([\\`*_\[\]<>|~])", r"\\\1", _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())
