"""Conversations as Markdown for people: the branch shown, code blocks intact, AWS actions with their results."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.domain.aws import Action, Table, plain_parameters
from app.domain.conversation import Node, NodeState, OpenedConversation
from app.domain.language import marked, tr
from app.domain.messages import AttachmentPart, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart
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
        blocks += [f"## {tr('System prompt')}", closed(head.settings.system_prompt)]
    by_call = {action.call_id: action for action in opened.actions if action.call_id is not None}
    told: set[str] = set()
    for node in opened.tree.path(head.leaf_id):
        blocks += _node(node, by_call, told)
    # Actions of other branches are not shown; those that no message asked for belong to the whole conversation.
    loose = [action for action in opened.actions if action.call_id is None and action.id not in told]
    if loose:
        blocks.append(f"## {tr('AWS actions')}")
        blocks += [_action(action) for action in loose]
    text = "\n\n".join(block for block in blocks if block)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _node(node: Node, by_call: dict[str, Action], told: set[str]) -> list[str]:
    blocks = []
    match node.message.role:
        case Role.USER:
            blocks.append(f"## {tr('You')}")
        case Role.ASSISTANT:
            blocks.append(f"## {_one_line(node.model or tr('Assistant'))}")
        case Role.TOOL:
            pass  # its results stand with the actions, or in a block of their own
    for part in node.message.parts:
        match part:
            case TextPart(text=text):
                blocks.append(closed(text))
            case AttachmentPart(name=name, media_type=media_type, size_bytes=size_bytes):
                about = {"kind": _one_line(media_type), "size": f"{size_bytes:,}"}
                blocks.append(tr("*Attached:* {name} ({kind}, {size} bytes)", name=_code(name), **about))
            case ReasoningPart(text=text):
                if text.strip():
                    blocks.append(f"<details><summary>{tr('Reasoning')}</summary>\n\n{closed(text)}\n\n</details>")
            case ToolCallPart(call_id=call_id, name=name, arguments=arguments):
                action = by_call.get(call_id)
                if action is not None:
                    told.add(action.id)
                    blocks.append(_action(action))
                else:
                    blocks.append(
                        f"*{tr('Asked {tool}:', tool=f'`{_one_line(name)}`')}*\n\n{fenced(arguments, 'json')}"
                    )
            case ToolResultPart(call_id=call_id, name=name, content=content):
                if call_id not in by_call:
                    blocks.append(f"*{tr('Result of {tool}:', tool=f'`{_one_line(name)}`')}*\n\n{fenced(content)}")
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


def _one_line(text: str) -> str:
    return " ".join(text.split())
