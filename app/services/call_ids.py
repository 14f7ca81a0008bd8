"""Ids of tool calls that are each given once in a conversation, whatever models write.

A call's result, its action and what another model had done before it are found by its id; vendors refuse a
conversation that holds an id twice. Small servers give every call the same one, or none.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from app.domain.conversation import Node
from app.domain.stream import StreamEvent, ToolCallRequested


class CallIds:
    """The ids of one conversation. ``nodes``: those that are there before the answer."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._taken = {call.call_id for node in nodes for call in node.message.tool_calls}

    def own(self, event: StreamEvent) -> StreamEvent:
        """``event``; a call whose id is empty or taken gets a new one."""
        if not isinstance(event, ToolCallRequested):
            return event
        call = event.call
        if not call.call_id or call.call_id in self._taken:
            call = replace(call, call_id=f"call_{uuid.uuid4().hex[:24]}")
            event = ToolCallRequested(call=call)
        self._taken.add(call.call_id)
        return event
