"""What the gate adds to a call: the median of calls through it, less that of the same calls sent by the bare executor.

Both are taken in turn in the same run, against a server on this machine that answers at once. A machine that is busy
with other things lengthens each change of threads; the figures without a goal tell how much of it that is.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.bench.fan_out import ACCOUNTS
from app.aws.demo.account import DemoAccount
from app.aws.execution.executor import BotoCallExecutor
from app.domain.aws import Call, OperationId
from app.domain.figures import Figure

_ROUNDS = 60
_WARM_UP = 5
_GOAL_MS = 5.0
_CALL = Call(
    id=OperationId("ec2", "DescribeVolumes"), parameters={"MaxResults": 50}, account=ACCOUNTS[0], region="us-east-1"
)


async def measure_gate(
    submit: Callable[[Call], Awaitable[object]], *, page_limit: int, timeout_s: float
) -> list[Figure]:
    """The figures. ``submit`` takes a call through the gate to its end."""
    clients = AccountClients(DemoAccount(()))
    executor = BotoCallExecutor(clients, BotoAccountDirectory(clients))

    async def bare(call: Call) -> object:
        return await asyncio.to_thread(
            executor.execute, call, page_limit=page_limit, timeout_s=timeout_s, dry_run=False, cancelled=lambda: False
        )

    gated_ms: list[float] = []
    bare_ms: list[float] = []
    processor_ms: dict[bool, list[float]] = {True: [], False: []}
    try:
        for round_ in range(_WARM_UP + _ROUNDS):
            for way, taken in ((bare, bare_ms), (submit, gated_ms)):
                began, worked = time.perf_counter(), time.process_time()
                await way(_CALL)
                if round_ >= _WARM_UP:
                    processor_ms[way is submit].append((time.process_time() - worked) * 1000)
                    taken.append((time.perf_counter() - began) * 1000)
    finally:
        clients.close()
    added = statistics.median(gated_ms) - statistics.median(bare_ms)
    return [
        Figure(name="the gate adds to a call", value=added, unit="ms", goal=_GOAL_MS),
        Figure(
            name="the gate adds to a call, of processor time",
            value=statistics.median(processor_ms[True]) - statistics.median(processor_ms[False]),
            unit="ms",
        ),
        Figure(
            name="the gate adds to a call, of the quickest tenth of calls",
            value=_quick(gated_ms) - _quick(bare_ms),
            unit="ms",
        ),
        Figure(name="a call by the bare executor", value=statistics.median(bare_ms), unit="ms"),
    ]


def _quick(taken_ms: list[float]) -> float:
    return statistics.quantiles(taken_ms, n=10)[0]
