"""Measures the window while answers stream into it: how soon the first words are painted, how late its loop gets.

The words come from a server in this process; the window is a child, with a home of its own.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.domain.errors import BatonError
from app.domain.figures import Figure
from app.system.display import display_problem
from app.system.stream_source import EDGE_DELTAS, StreamSource
from app.system.watched_child import answer_of

ANSWER_TOKENS = 20_000
TURNS = 15
RATE = 200
SECONDS = 60
SHOWN_GOAL_MS = 20.0
STALL_GOAL_MS = 16.0
GROWTH_GOAL = 1.3
_HURRY = 5.0
_PATIENCE_S = SECONDS + 120.0


SDKS = ("anthropic", "openai", "boto3", "llama_cpp")
_IMPORTS = f"""
import sys
from app.ui.application import import_what_comes_next
import_what_comes_next()
print(sum(name in sys.modules for name in {SDKS!r}))
"""


def measure_imports() -> list[Figure]:
    """How many of the vendors' SDKs importing the window, and all that it shows, imports."""
    command = [sys.executable, "-P", "-c", _IMPORTS]
    done = subprocess.run(command, capture_output=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=False)
    try:
        count = int(done.stdout)
    except ValueError:
        raise BatonError("The window could not be imported.", remedy="Run baton doctor to see why.") from None
    return [Figure(name="vendors' SDKs that importing the window imports", value=count, unit="", goal=0)]


def measure_stream(window_command: Sequence[str], *, turns: int = TURNS, seconds: int = SECONDS) -> list[Figure]:
    """Stream into Baton's own window. ``window_command`` starts it, followed by the endpoint's address, how many short
    answers to ask for, how many deltas of a long one at what rate, and for how many of its first and of its last the
    lateness is told apart; it prints one JSON object (:mod:`app.ui.stream_watch`).
    """
    watched, began_s = _watched(window_command, turns=turns, seconds=seconds)
    shown = [(at - began) * 1000 for at, began in zip(watched["shown_s"], began_s, strict=True)]
    short = sorted(shown[:turns])
    late = watched["late_ms"]
    return [
        Figure(
            name="first words painted after they arrive, median",
            value=statistics.median(short),
            unit="ms",
            goal=SHOWN_GOAL_MS,
        ),
        Figure(name="first words painted after they arrive, slowest", value=short[-1], unit="ms"),
        Figure(
            name=f"loop late at {RATE} deltas a second, 99th percentile",
            value=late["p99"],
            unit="ms",
            goal=STALL_GOAL_MS,
        ),
        Figure(name=f"loop late at {RATE} deltas a second, at the worst", value=late["worst"], unit="ms"),
        Figure(name="loop late at rest, 99th percentile", value=watched["rest_ms"]["p99"], unit="ms"),
    ]


def measure_long_answer(window_command: Sequence[str], *, tokens: int = ANSWER_TOKENS) -> list[Figure]:
    """Stream one giant answer into Baton's own window, which is started as by :func:`measure_stream`.

    Its beginning and its end come at the rate that is judged, what lies between them faster, to be there sooner.
    """
    watched, _ = _watched(window_command, turns=0, seconds=tokens // RATE, hurry=_HURRY)
    worked = watched["work_s"][1:-1]  # the first and the last second are not full of it
    share = max(len(worked) // 10, 1)
    first, last = (statistics.mean(part) * 1000 / RATE for part in (worked[:share], worked[-share:]))
    bare = statistics.mean(watched["bare_work_s"]) * 1000 / RATE
    late = watched["edges_late_ms"]
    return [
        Figure(
            name=f"work of a token at the end of {tokens:,}, times that at their start",
            value=last / first,
            unit="ratio",
            goal=GROWTH_GOAL,
        ),
        Figure(name="work of a token at the start", value=first, unit="ms"),
        Figure(name="work of a token at the end", value=last, unit="ms"),
        Figure(name="work of a token at the end, times a bare text field", value=last / bare, unit="ratio"),
        Figure(
            name=f"loop late during {tokens:,} tokens, 99th percentile",
            value=late["p99"],
            unit="ms",
            goal=STALL_GOAL_MS,
        ),
        Figure(name=f"loop late during {tokens:,} tokens, at the worst", value=late["worst"], unit="ms"),
    ]


def _watched(
    window_command: Sequence[str], *, turns: int, seconds: int, hurry: float = 1.0
) -> tuple[dict[str, Any], Sequence[float]]:
    """What the window saw, and when each answer began."""
    with StreamSource(hurry=hurry) as source, tempfile.TemporaryDirectory(prefix="baton-bench-") as home:
        environment = os.environ | {"BATON_HOME": str(Path(home, "home"))}
        if display_problem(environment) is not None:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        command = [*window_command, source.url, str(turns), str(seconds * RATE), str(RATE), str(EDGE_DELTAS)]
        try:
            watched: dict[str, Any] = json.loads(answer_of(command, environment, patience_s=_PATIENCE_S))
        except ValueError as fault:
            raise BatonError(
                "A window could not be watched while an answer streamed into it.",
                remedy="Run baton doctor to see whether one can be shown.",
                detail=type(fault).__name__,
            ) from None
    return watched, source.began_s
