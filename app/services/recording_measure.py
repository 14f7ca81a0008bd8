"""How long what is shown of an answer is not on disk yet, measured on a store that is given."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime

from app.domain.conversation import Conversation, Node, NodeState
from app.domain.figures import Figure
from app.domain.messages import Message, Role
from app.domain.ports import ConversationStore
from app.domain.stream import TextDelta
from app.services.answer import AnswerRecorder

_DELTAS = 600
_APART_S = 0.005
_LOOK_S = 0.02


async def measure_recording(store: ConversationStore) -> list[Figure]:
    """Stream an answer at 200 deltas a second and look, as another reader would, when each is on disk."""
    now = datetime.now(UTC)
    await store.add_conversation(Conversation(id="recorded", title="Measured", created_at=now, updated_at=now))
    node = Node(
        id="answer",
        conversation_id="recorded",
        parent_id=None,
        message=Message(role=Role.ASSISTANT, parts=()),
        created_at=now,
        state=NodeState.STREAMING,
    )
    await store.add_node(node)
    shown: list[float] = []
    on_disk: list[float] = []

    async def look() -> None:
        while len(on_disk) < _DELTAS:
            tree = await store.tree("recorded")
            seen = len(tree.nodes["answer"].message.text)
            on_disk.extend([time.perf_counter()] * (seen - len(on_disk)))
            await asyncio.sleep(_LOOK_S)

    recorder = AnswerRecorder(store, node)
    looking = asyncio.create_task(look())
    for _ in range(_DELTAS):
        shown.append(time.perf_counter())
        recorder.add(TextDelta(text="x"))
        await asyncio.sleep(_APART_S)
    await recorder.end(NodeState.COMPLETE)
    await looking
    longest = max(late - early for early, late in zip(shown, on_disk, strict=True))
    return [Figure(name="longest from shown to on disk, an answer being written", value=longest, unit="s", goal=1.0)]
