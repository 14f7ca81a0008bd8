"""Measures the window as ``baton bench ui`` judges it: its start, a giant conversation and a giant answer.

Each figure is taken beside a bare equivalent in the same run. The windows are children, with homes of their own.
"""

from __future__ import annotations

import json
import os
import random
import statistics
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.domain.conversation import Conversation, Node, OpenedConversation, Tree
from app.domain.errors import BatonError
from app.domain.figures import Figure
from app.domain.messages import Message, Role, TextPart
from app.domain.stream import Usage
from app.system.display import display_problem
from app.system.start_probe import BARE_COMMAND, RUNS, start_once
from app.system.watched_child import answer_of

MESSAGES = 10_000
CHARS = 5_000_000
CHAT_ID = "bench-long-chat"
END_WORDS = "The very end of it."
"""What stands in the newest message alone."""

_USABLE_GOAL, _REST_GOAL, _SCROLLED_GOAL = 3.0, 2.5, 4.0
_OPEN_GOAL_MS, _FRAME_GOAL_MS, _WORST_GOAL_MS = 150.0, 16.0, 50.0
_PATIENCE_S = 300.0
_MIB = 2**20
_WORDS = ("the", "instance", "bucket", "policy", "`iam:PassRole`", "region", "**eu-west-1**", "subnet", "and", "queue")
_CODE = "\n\n```python\nfor bucket in buckets:\n    print(bucket['Name'], bucket.get('Region', 'us-east-1'))\n```\n"
_LIST = "\n\n- one thing\n- another thing, longer than the first\n  1. and a part of it\n"
_TABLE = "\n\n| Name | State |\n|---|---|\n| i-0a1 | running |\n| i-0b2 | stopped |\n"


def measure_window(usable_command: Sequence[str], *, runs: int = RUNS) -> tuple[list[Figure], float]:
    """Start Baton's window and a bare one ``runs`` times in turn; figures are medians. Also gives the bytes that the
    bare one rests in.

    ``usable_command`` starts Baton's window, which says so once a letter typed into it is seen.
    """
    bare, own = [], []
    start_once(usable_command)  # the first start after an installation writes caches that later ones find
    for _ in range(runs):
        bare.append(start_once(BARE_COMMAND))
        own.append(start_once(usable_command))
    bare_s, bare_bytes = (statistics.median(values) for values in zip(*bare, strict=True))
    own_s, own_bytes = (statistics.median(values) for values in zip(*own, strict=True))
    figures = [
        Figure(name="window usable, times a bare window", value=own_s / bare_s, unit="ratio", goal=_USABLE_GOAL),
        Figure(name="window rests, times a bare window", value=own_bytes / bare_bytes, unit="ratio", goal=_REST_GOAL),
        Figure(name="a letter typed is seen, after its start", value=own_s, unit="s"),
        Figure(name="bare window appears", value=bare_s, unit="s"),
        Figure(name="window rests", value=own_bytes / _MIB, unit="MiB"),
        Figure(name="bare window rests", value=bare_bytes / _MIB, unit="MiB"),
    ]
    return figures, bare_bytes


def long_chat(*, messages: int = MESSAGES, chars: int = CHARS) -> OpenedConversation:
    """A conversation as cloud engineers have them: words, code, lists and tables."""
    chance = random.Random(7)  # noqa: S311 - words to show
    start = datetime(2026, 1, 1, tzinfo=UTC)
    nodes: list[Node] = []
    each = chars // messages
    for number in range(messages):
        asked = number % 2 == 0
        more = "" if asked else (_CODE, "", _LIST, "", _TABLE, "")[number // 2 % 6]
        text = f"Message {number}."
        while len(text) + len(more) < each:
            text += f" {chance.choice(_WORDS)}"
        if number == messages - 1:
            more += f"\n\n{END_WORDS}"
        message = (
            Message.user(text + more) if asked else Message(role=Role.ASSISTANT, parts=(TextPart(text=text + more),))
        )
        nodes.append(
            Node(
                id=f"bench-{number}",
                conversation_id=CHAT_ID,
                parent_id=nodes[-1].id if nodes else None,
                message=message,
                created_at=start + timedelta(seconds=number),
                model=None if asked else "bench:none",
                usage=None if asked else Usage(input_tokens=1_000, output_tokens=len(text) // 4, duration_s=2.0),
            )
        )
    head = Conversation(
        id=CHAT_ID, title="Long", created_at=start, updated_at=nodes[-1].created_at, leaf_id=nodes[-1].id
    )
    return OpenedConversation(conversation=head, tree=Tree.of(nodes), actions=())


def measure_long_chat(window_command: Sequence[str], home: Path, bare_bytes: float) -> list[Figure]:
    """Open :func:`long_chat`, which lies in ``home`` already, and scroll through all of it.

    ``window_command`` starts the window, followed by the conversation's id, its length and the words at its end; it
    prints one JSON object (:mod:`app.ui.chat_watch`). ``bare_bytes`` is what a bare window rests in.
    """
    environment = os.environ | {"BATON_HOME": str(home)}
    if display_problem(environment) is not None:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    try:
        command = [*window_command, CHAT_ID, str(MESSAGES), END_WORDS]
        seen: dict[str, Any] = json.loads(answer_of(command, environment, patience_s=_PATIENCE_S))
        return _long_chat_figures(seen, bare_bytes)
    except (ValueError, KeyError) as fault:
        raise BatonError(
            "A window could not be watched while a long conversation was opened in it.",
            remedy="Run baton doctor to see whether one can be shown.",
            detail=type(fault).__name__,
        ) from None


def _long_chat_figures(seen: dict[str, Any], bare_bytes: float) -> list[Figure]:
    opened, bare_opened = statistics.median(seen["open_ms"]), statistics.median(seen["bare_open_ms"])
    frames, bare_frames = seen["frame_ms"], seen["bare_frame_ms"]
    name = f"{MESSAGES:,} messages"
    return [
        Figure(name=f"a conversation of {name} opens", value=opened, unit="ms", goal=_OPEN_GOAL_MS),
        Figure(name=f"{name} open, times a bare text field", value=opened / bare_opened, unit="ratio"),
        Figure(name="the rest of it is there after", value=statistics.median(seen["whole_ms"]), unit="ms"),
        Figure(name="scrolling, a frame's 99th percentile", value=frames["p99"], unit="ms", goal=_FRAME_GOAL_MS),
        Figure(name="scrolling, the worst frame", value=frames["worst"], unit="ms", goal=_WORST_GOAL_MS),
        Figure(name="scrolling, processor time of a frame, 99th percentile", value=frames["cpu_p99"], unit="ms"),
        Figure(name="scrolling, processor time of the worst frame", value=frames["cpu_worst"], unit="ms"),
        Figure(name="scrolling a bare text field, 99th percentile", value=bare_frames["p99"], unit="ms"),
        Figure(
            name=f"rests after {name} scrolled through, times a bare window",
            value=seen["resident_bytes"] / bare_bytes,
            unit="ratio",
            goal=_SCROLLED_GOAL,
        ),
        Figure(name=f"rests after {name} scrolled through", value=seen["resident_bytes"] / _MIB, unit="MiB"),
    ]
