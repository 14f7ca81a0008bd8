"""How long one question in 20 regions of 5 accounts takes, against the slowest of its calls.

Every call waits 300 ms for a server on this machine, as calls do for AWS; what comes on top is Baton's own.
"""

from __future__ import annotations

import math
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Protocol

from app.aws.bench.slow_aws import REGIONS, SlowAws
from app.domain.aws import Call, CallResult, CallScope, OperationId
from app.domain.figures import Figure

LATENCY_S = 0.3
ACCOUNTS = ("one", "two", "three", "four", "five")
_GOAL = 1.5
_EVERYWHERE = CallScope(accounts=ACCOUNTS, regions=REGIONS)


class Asking(Protocol):
    """Baton with these accounts: asks a read everywhere. ``parallel``: how many calls may be under way at once."""

    parallel: int

    async def everywhere(self, call: Call, scope: CallScope) -> CallResult:
        """The joined answer, whose ``duration_s`` is that of the slowest call."""
        ...


async def measure_fan_out(asking: Asking) -> list[Figure]:
    """The figures. The throttle is what the bound on calls at once makes inevitable: as many waits of 300 ms, one after
    the other, as the places take rounds beyond the first.
    """
    places = len(ACCOUNTS) * len(REGIONS)
    throttle_s = (math.ceil(places / asking.parallel) - 1) * LATENCY_S
    # The first question asks who one is and which regions are enabled, as the first does after every start.
    first_s, _ = await _took(asking, "DescribeInstances")
    total_s, slowest_s = await _took(asking, "DescribeVolumes")
    again_s, _ = await _took(asking, "DescribeVolumes")
    return [
        Figure(
            name="20 regions by 5 accounts, beyond the throttle, to the slowest call",
            value=(total_s - throttle_s) / slowest_s,
            unit="x",
            goal=_GOAL,
        ),
        Figure(name="20 regions by 5 accounts", value=total_s, unit="s"),
        Figure(name="20 regions by 5 accounts, the very first question", value=first_s, unit="s"),
        Figure(name="20 regions by 5 accounts, the same question again", value=again_s, unit="s"),
        Figure(name="the slowest call of 20 regions by 5 accounts", value=slowest_s, unit="s"),
        Figure(name=f"the throttle: {places} calls of 300 ms, {asking.parallel} at once", value=throttle_s, unit="s"),
    ]


async def _took(asking: Asking, operation: str) -> tuple[float, float]:
    call = Call(id=OperationId("ec2", operation), parameters={}, account=ACCOUNTS[0], region=REGIONS[0])
    began = time.perf_counter()
    answer = await asking.everywhere(call, _EVERYWHERE)
    took_s = time.perf_counter() - began
    if answer.table is None or answer.truncated:
        raise AssertionError("the places did not all answer")
    return took_s, answer.duration_s


async def with_slow_accounts(
    work: Callable[[Path], Awaitable[list[Figure]]], latency_s: float, server: Sequence[str]
) -> list[Figure]:
    """Do ``work`` in a folder of its own, with the accounts in place of the person's. ``server``: the command that
    runs :func:`app.aws.bench.slow_aws.main`.
    """
    with (
        tempfile.TemporaryDirectory(prefix="baton-bench-") as folder,
        SlowAws(server, latency_s) as aws,
        aws.accounts(Path(folder), ACCOUNTS),
    ):
        return await work(Path(folder))
