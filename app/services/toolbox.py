"""Runs the tools that one answer asked for, one after the other, and keeps their results as one message.

Refuses to carry out within one turn what another model had carried out before it: its result is given again.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime

from app.domain.aws import Action
from app.domain.conversation import Node, NodeState
from app.domain.messages import Message, Role, ToolCallPart, ToolResultPart
from app.domain.ports import ConversationStore
from app.services.aws_tools import ToolContext, run_tool, was_carried_out
from app.services.proposal_memory import ProposalMemory
from app.services.untrusted import holds_untrusted


class Toolbox:
    """The tools of one turn. ``context`` is where they act; ``None`` where none are offered."""

    def __init__(self, store: ConversationStore) -> None:
        self._store = store
        self.context: ToolContext | None = None
        self._memory = ProposalMemory()

    async def run(self, path: Sequence[Node]) -> AsyncGenerator[Action | Node]:
        """Run what the last answer of ``path`` asks for. Yields every change of an action, and the results last.

        Stopped in between, the calls not carried out get a result that says so: a tool call without any would make
        the conversation unsendable.
        """
        answer = path[-1]
        results: list[ToolResultPart] = []
        stopped = True
        try:
            for call in answer.message.tool_calls:
                async with aclosing(self._run(call, path, results)) as actions:
                    async for action in actions:
                        yield action
            stopped = False
        finally:
            left = answer.message.tool_calls[len(results) :]
            results.extend(_unanswered(call, "The person stopped the turn before this was answered.") for call in left)
            node = Node(
                id=uuid.uuid4().hex,
                conversation_id=answer.conversation_id,
                parent_id=answer.id,
                message=Message(role=Role.TOOL, parts=tuple(results)),
                created_at=datetime.now(UTC),
                state=NodeState.STOPPED if stopped else NodeState.COMPLETE,
            )
            await self._store.add_node(node)
        yield node

    async def _run(
        self, call: ToolCallPart, path: Sequence[Node], results: list[ToolResultPart]
    ) -> AsyncGenerator[Action]:
        if self.context is None:
            results.append(_unanswered(call, "No tools are offered here; answer in words."))
            return
        if (earlier := earlier_result(call, path, self.context)) is not None:
            results.append(replace(earlier, call_id=call.call_id))
            return
        # What stands before whoever asks is the branch as it is now, whatever the context was made for.
        context = replace(self.context, untrusted=holds_untrusted(path), memory=self._memory)
        changes: asyncio.Queue[Action | None] = asyncio.Queue()
        task = asyncio.create_task(run_tool(call, context, changes.put_nowait), name=f"tool {call.name}")
        task.add_done_callback(lambda _: changes.put_nowait(None))
        try:
            while (action := await changes.get()) is not None:
                yield action
            results.append(task.result())
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def earlier_result(call: ToolCallPart, path: Sequence[Node], context: ToolContext) -> ToolResultPart | None:
    """What the very call that ``call`` proposes came to, where another model had proposed it within this turn.

    The last node of ``path`` is the answer that asks now. The same model may ask twice: it means to.
    """
    wanted = context.key(call)
    if wanted is None:
        return None
    turn: list[Node] = []
    for node in reversed(path):
        if node.message.role is Role.USER:
            break
        turn.append(node)
    calls = {
        asked.call_id: asked
        for node in turn[1:]
        if node.model is not None and node.model != path[-1].model
        for asked in node.message.tool_calls
    }
    for node in turn:
        for part in node.message.parts:
            if not isinstance(part, ToolResultPart) or part.call_id not in calls or not was_carried_out(part):
                continue
            if context.key(calls[part.call_id]) == wanted:
                return part
    return None


def _unanswered(call: ToolCallPart, why: str) -> ToolResultPart:
    return ToolResultPart(call_id=call.call_id, name=call.name, content=why, is_error=True)
