"""An answer that was cut short and goes on: whether it can, how its model is asked, and how the two parts are joined.

Where a model can be given the beginning of its own answer, what it writes follows on exactly. Any other is asked to go
on, and may say a few words twice or leave out the space between: that is mended here. Owns no request and no storage.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.conversation import Node, NodeState
from app.domain.messages import Message, Role, TextPart
from app.domain.models import RULES_MODEL, ModelInfo
from app.domain.stream import Finished, FinishReason, StreamEvent, TextDelta

_QUOTED_CHARS = 300
_LEAST_OVERLAP = 12
_MOST_HELD = 400
_FIRST_CHARS = 5  # of what comes, from which it is seen how it begins
_OPENERS = "([{/\\_-#@`*\"'“‘<=~"  # nothing stands between these and what follows


def can_go_on(node: Node) -> bool:
    """Whether an answer ended in the middle of its text: by its limit, by the person, by a fault, or with Baton."""
    if node.message.role is not Role.ASSISTANT or node.message.tool_calls or node.model == str(RULES_MODEL):
        return False
    last = node.message.parts[-1] if node.message.parts else None
    if not isinstance(last, TextPart) or not last.text.strip():
        return False
    match node.state:
        case NodeState.STOPPED | NodeState.INTERRUPTED | NodeState.FAILED:
            return True
        case _:
            return node.state is NodeState.COMPLETE and node.finish_reason is FinishReason.LENGTH


def go_on_words(answer: str) -> str:
    """The message that lets an answer go on; it quotes the end, which may be all that is sent of it."""
    end = " ".join(answer[-_QUOTED_CHARS:].split())
    return f"Go on exactly where your answer stopped; repeat nothing and say nothing about going on. It ended: “…{end}”"


@dataclass(frozen=True, kw_only=True, slots=True)
class Resumed:
    """The answer ``before`` it goes on. The branch as its model is shown it ends with it, or with the wish."""

    before: Node

    def is_exact(self, model: ModelInfo, parameters: Mapping[str, object]) -> bool:
        """Whether ``model`` takes up the answer itself; where it is to think first, vendors refuse that."""
        return model.capabilities.continues and parameters.get("reasoning_effort") in (None, "none")

    def path(self, path: Sequence[Node], *, exact: bool) -> Sequence[Node]:
        """``path``, which leads to the answer, and what makes a model go on with it."""
        text = self.before.message.text.rstrip()  # no model goes on well after a blank, and some refuse to
        begun = dataclasses.replace(self.before, message=Message(role=Role.ASSISTANT, parts=(TextPart(text=text),)))
        if exact:
            return (*path, begun)
        wish = Node(
            id=f"{self.before.id}/go-on",
            conversation_id=self.before.conversation_id,
            parent_id=self.before.id,
            message=Message.user(go_on_words(text)),
            created_at=self.before.created_at,
        )
        return (*path, begun, wish)

    def joint(self, *, exact: bool) -> Joint:
        """What a model writes, made to follow on."""
        last = self.before.message.parts[-1]
        return Joint(last.text if isinstance(last, TextPart) else "", exact=exact)


class Joint:
    """The place where the second part begins. Holds its first words back until it is clear whether they are said twice.

    ``before`` is kept with the blanks at its end, so those that an exact continuation begins with are not wanted again.
    """

    def __init__(self, before: str, *, exact: bool) -> None:
        self._before = before
        self._tail = before.rstrip()[-_MOST_HELD:]
        self._blank = before[len(before.rstrip()) :]
        self._exact = exact
        self._held = ""
        self._is_open = True

    def take(self, event: StreamEvent) -> list[StreamEvent]:
        """The events that ``event`` becomes, now or later."""
        if not self._is_open:
            return [event]
        if isinstance(event, TextDelta):
            self._held += event.text
            return self._given(is_over=False)
        return [*self._given(is_over=True), event] if isinstance(event, Finished) else [event]

    def _given(self, *, is_over: bool) -> list[StreamEvent]:
        text = self._held
        if self._exact:
            begins = text.lstrip() if self._blank else text
            if not begins and not is_over:
                return []
            return self._closed(begins)
        begins = text.lstrip().removeprefix("…").removeprefix("...").lstrip()
        if not is_over and (len(begins) < _FIRST_CHARS or (len(begins) < _MOST_HELD and begins in self._tail)):
            return []  # it may be about to say the end once more
        if not begins:
            return self._closed("")
        longest = min(len(begins), len(self._tail))
        twice = next((n for n in range(longest, _LEAST_OVERLAP - 1, -1) if self._tail.endswith(begins[:n])), 0)
        if twice:
            rest = begins[twice:]
            return self._closed(rest.lstrip() if self._blank else rest)
        return self._closed(self._gap(text, begins) + begins)

    def _gap(self, text: str, begins: str) -> str:
        if self._blank or not self._tail:
            return ""
        given = text[: len(text) - len(text.lstrip())]
        if given:
            return given
        if begins.startswith(("#", "```", "- ", "* ", "|", "> ")) and self._tail[-1] in ".:!?`|":
            return "\n\n"
        joins = begins[0].isalnum() or begins[0] in "([{“‘\"'`*"
        return " " if joins and self._tail[-1] not in _OPENERS else ""

    def _closed(self, text: str) -> list[StreamEvent]:
        self._is_open, self._held = False, ""
        return [TextDelta(text=text)] if text else []
