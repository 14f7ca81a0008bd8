"""What the readers of vendors' exports share: strict reading of loose JSON, and building a tree out of linked messages.

Tool traffic of another product becomes text: its tools do not exist here, and a model would be sent calls that nobody
can pair or answer.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from app.domain.conversation import (
    Conversation,
    ConversationSettings,
    Node,
    NodeState,
    OpenedConversation,
    Tree,
    title_from,
)
from app.domain.encoding import as_utc
from app.domain.language import plural, tr
from app.domain.messages import Message, Part, Role, TextPart

_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class Linked:
    """A message of an export: ``parent`` is the id of another one or ``None``; one without ``parts`` only links."""

    id: str
    parent: str | None
    role: Role
    parts: tuple[Part, ...]
    created_at: datetime | None = None
    state: NodeState = NodeState.COMPLETE
    model: str | None = None


class Repairs:
    """What could not be read of one conversation, and what stands in its place."""

    def __init__(self) -> None:
        self._times = 0
        self._circles = 0

    @property
    def lacks_times(self) -> bool:
        """Whether a time was passed over."""
        return self._times > 0

    def told(self, title: str) -> str:
        """Sentences that name the conversation; empty where it came in as it was."""
        sentences = []
        if self._times:
            sentences.append(
                plural(
                    "{title}: {count} time in it is none, and is replaced by the nearest one that was known.",
                    "{title}: {count} times in it are none, and are replaced by the nearest ones that were known.",
                    self._times,
                    title=repr(title),
                )
            )
        if self._circles:
            sentences.append(
                tr("{title}: its messages hung together in a circle, which was cut where it closes.", title=repr(title))
            )
        return " ".join(sentences)

    def bad_time(self) -> None:
        """A time is passed over."""
        self._times += 1

    def time_of(self, item: Mapping[str, Any], name: str) -> datetime | None:
        """A time, written as seconds since 1970 or as ISO 8601; ``None``, which is told, for anything else."""
        value = item.get(name)
        if value is None or value == "":
            return None
        try:
            if isinstance(value, str):
                return as_utc(datetime.fromisoformat(value))
            if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
                return datetime.fromtimestamp(value, UTC)
        except (ValueError, OverflowError, OSError):
            pass
        self.bad_time()
        return None

    def uncircled(self, messages: Sequence[Linked]) -> list[Linked]:
        """The messages, with each circle that they make cut above its oldest message, which then has no parent.

        Neither has one whose parent is not there.
        """
        place = {message.id: number for number, message in enumerate(messages)}
        linked = {m.id: m if m.parent in place else replace(m, parent=None) for m in messages}
        done: set[str] = set()
        for message in messages:
            way: dict[str, None] = {}
            at: str | None = message.id
            while at is not None and at not in done and at not in way:
                way[at] = None
                at = linked[at].parent
            if at is not None and at in way:
                circle = list(way)[list(way).index(at) :]
                first = min(circle, key=lambda key: (linked[key].created_at or _LAST, place[key]))
                linked[first] = replace(linked[first], parent=None)
                self._circles += 1
            done.update(way)
        return list(linked.values())


def grown(
    messages: Sequence[Linked],
    repairs: Repairs,
    *,
    conversation_id: str,
    title: str,
    created_at: datetime | None,
    updated_at: datetime | None,
    leaf: str | None,
    pinned: bool = False,
    system_prompt: str | None = None,
) -> OpenedConversation:
    """The conversation that linked messages make, every branch kept, siblings in the order given.

    A message without content hands its children to its parent. Answers that follow each other with no branch between
    are one answer (vendors store thinking, a tool's call, its result and the text apart), under the first one's id.
    Raises ``ValueError`` where there are no messages.
    """
    messages = repairs.uncircled(messages)
    children: dict[str | None, list[Linked]] = {}
    for message in messages:
        children.setdefault(message.parent, []).append(message)
    nodes: dict[str, Node] = {}
    merged: dict[str, list[Part]] = {}
    stands_for: dict[str | None, str | None] = {None: None}
    straight: dict[str | None, bool] = {None: True}  # no branch between a message and the node that stands for it
    queue = list(children.get(None, ()))
    fallback = created_at or updated_at or _earliest(messages, repairs)
    for message in queue:  # which grows as it is walked
        below = children.get(message.id, ())
        queue.extend(below)
        parent_id = stands_for[message.parent]
        parent = nodes.get(parent_id) if parent_id is not None else None
        alone = straight[message.parent] and len(children[message.parent]) == 1
        if not message.parts:
            stands_for[message.id], straight[message.id] = parent_id, alone
            continue
        goes_on = (
            parent is not None and parent.message.role is Role.ASSISTANT and message.role is Role.ASSISTANT and alone
        )
        if goes_on and parent is not None:
            merged[parent.id].extend(message.parts)
            nodes[parent.id] = replace(parent, state=message.state, model=message.model or parent.model)
            stands_for[message.id], straight[message.id] = parent.id, True
            continue
        stands_for[message.id], straight[message.id] = message.id, True
        merged[message.id] = list(message.parts)
        nodes[message.id] = Node(
            id=message.id,
            conversation_id=conversation_id,
            parent_id=parent_id,
            message=Message(role=message.role, parts=()),
            created_at=message.created_at or (parent.created_at if parent is not None else fallback),
            state=message.state,
            model=message.model if message.role is Role.ASSISTANT else None,
        )
    if not nodes:
        raise ValueError(tr("it has no messages"))
    tree = Tree.of(
        replace(node, message=replace(node.message, parts=tuple(merged[node.id]))) for node in nodes.values()
    )
    times = [node.created_at for node in tree.nodes.values()]
    shown = stands_for.get(leaf) if leaf is not None else None
    first = next((node.message.text for node in tree.nodes.values() if node.message.role is Role.USER), "")
    begun = created_at or min(times)
    return OpenedConversation(
        conversation=Conversation(
            id=conversation_id,
            title=" ".join(title.split())[:200] or title_from(first),
            created_at=begun,
            updated_at=max(updated_at or max(times), begun),
            settings=ConversationSettings(system_prompt=system_prompt or None),
            leaf_id=shown or tree.newest_leaf(tree.children[None][-1]),
            pinned=pinned,
            titled=True,
        ),
        tree=tree,
        actions=(),
    )


def _earliest(messages: Sequence[Linked], repairs: Repairs) -> datetime:
    known = [message.created_at for message in messages if message.created_at is not None]
    # Where there never was a time, each import of the file says the same.
    return min(known, default=datetime.now(UTC) if repairs.lacks_times else datetime(1970, 1, 1, tzinfo=UTC))


def fenced(text: str, language: str = "") -> str:
    """``text`` as a code block whose fence is longer than any within it."""
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def tool_text(label: str, name: str, text: str, language: str = "") -> TextPart:
    """What another product's tool was given or answered, for people to read."""
    return TextPart(text=f"*{label} `{name}`:*\n\n{fenced(text, language)}")


def as_json(value: object) -> str:
    """A value of an export as indented JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def text_of(item: Mapping[str, Any], name: str, where: str = "") -> str:
    """A text, empty where there is none. Raises ``ValueError`` for anything else."""
    value = item.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _misfit(where, name, tr("a text"))
    return value


def texts_of(content: object, where: str) -> str:
    """The texts of a list of parts as OpenAI's API takes them, empty for none. Raises ``ValueError``."""
    if content is None:
        return ""
    if not isinstance(content, list):
        raise _misfit(where, "content", tr("a text or a list"))
    return joined(text_of(piece, "text", where) for piece in content if isinstance(piece, dict))


def object_of(item: Mapping[str, Any], name: str, where: str = "") -> Mapping[str, Any]:
    """An object, empty where there is none. Raises ``ValueError`` for anything else."""
    value = item.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _misfit(where, name, tr("an object"))
    return value


def list_of(item: Mapping[str, Any], name: str, where: str = "") -> Sequence[Any]:
    """A list, empty where there is none. Raises ``ValueError`` for anything else."""
    value = item.get(name)
    if value is None:
        return ()
    if not isinstance(value, list):
        raise _misfit(where, name, tr("a list"))
    return value


def _misfit(where: str, name: str, words: str) -> ValueError:
    return ValueError(
        tr("{where}: {name} should be {words}", where=where, name=name, words=words)
        if where
        else tr("its {name} should be {words}", name=name, words=words)
    )


def id_of(value: object, made_from: Mapping[str, Any]) -> str:
    """The export's own id, or one made from the content, so that importing it again finds it there."""
    if isinstance(value, str) and 0 < len(value) <= 200 and value.isprintable():
        return value
    digest = hashlib.sha256(json.dumps(made_from, sort_keys=True).encode("ascii"))
    return digest.hexdigest()[:32]


def joined(texts: Iterable[str]) -> str:
    """Paragraphs out of the texts that are not empty."""
    return "\n\n".join(text for text in texts if text.strip())
