"""Measures the search of operations: how long a sentence takes, and what building and opening the index costs.

Building and opening are measured in processes of their own, with nothing else in their memory. Processor time is what
counts, so that a machine that is busy with other things slows no figure. Owns the sentences, which are the same on
every run; how often the right operation comes first is a test's business.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.catalogue.index import open_index
from app.aws.models import ServiceModels
from app.domain.errors import NotFoundError
from app.domain.figures import Figure

_SENTENCES = (
    "list my buckets", "stop i-0abc12345def67890", "who terminated the bastion yesterday", "asg web desired 6",
    "open 443 to 10.0.0.0/8 on sg-0a1b2c3d4e5f60718", "grep ERROR in /ecs/web last hour", "hosted zones",
    "take a manual backup of postgres db billing", "roll the instances of asg web", "decribe instnces in vpc-0a1b2c3d",
    "cost by service last month", "which lambdas still run python 3.8", "rotate the secret prod/db", "whoami",
    "point api.acme.io at 1.2.3.4", "why did the network stack fail", "purge the cdn cache for /img/*",
    "translate \"good morning\" to german", "unpause the redshift warehouse", "new fifo queue called invoices.fifo",
)  # fmt: skip
_ROUNDS = 5
_QUERY_GOAL_MS, _BUILD_GOAL_S, _BUILD_GOAL_MB, _OPEN_GOAL_MS = 5.0, 5.0, 120.0, 50.0


def measure_finding(cache: Path, worker: Sequence[str], *, rounds: int = _ROUNDS) -> list[Figure]:
    """What finding costs. Blocks for about ten seconds, and leaves an index in the empty folder ``cache``.

    ``worker``: the command that runs :func:`main` in a process of its own.
    """
    build_s, peak = _in_own_process(worker, "build", cache)
    opened_ms = statistics.median(_in_own_process(worker, "open", cache)[0] * 1000 for _ in range(rounds))
    median_ms, slowest_ms = _queries(cache, rounds)
    return [
        Figure(name="a sentence's operations found, median", value=median_ms, unit="ms", goal=_QUERY_GOAL_MS),
        Figure(name="a sentence's operations found, slowest", value=slowest_ms, unit="ms"),
        Figure(name="index of operations built", value=build_s, unit="s", goal=_BUILD_GOAL_S),
        Figure(name="memory while the index is built", value=peak, unit="MB", goal=_BUILD_GOAL_MB),
        Figure(name="index opened and first search answered", value=opened_ms, unit="ms", goal=_OPEN_GOAL_MS),
    ]


def main(what: str, cache: Path) -> int:
    """Build the index of operations in ``cache``, or open the one there; prints what it took as JSON."""
    match what:
        case "build":
            models = ServiceModels()
            began = time.process_time()
            open_index(cache, models)[0].close()
            taken = [time.process_time() - began, peak_mb()]
        case "open":
            import botocore.session  # noqa: F401 - whoever searches has botocore already

            catalogue = BotocoreCatalogue(cache)
            began = time.process_time()
            catalogue.search("list buckets", limit=5)
            taken = [time.process_time() - began]
        case _:
            return 2
    print(json.dumps(taken))  # noqa: T201 - what the measuring process reads
    return 0


def peak_mb() -> float:
    """The most memory that this process has had, in MB."""
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / 1e6
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def _queries(folder: Path, rounds: int) -> tuple[float, float]:
    catalogue = BotocoreCatalogue(folder)
    try:
        for sentence in _SENTENCES:
            catalogue.search(sentence, limit=10)
        taken_ms = []
        for _ in range(rounds):
            for sentence in _SENTENCES:
                began = time.process_time()
                catalogue.search(sentence, limit=10)
                taken_ms.append((time.process_time() - began) * 1000)
        return statistics.median(taken_ms), max(taken_ms)
    finally:
        catalogue.close()


def _in_own_process(worker: Sequence[str], what: str, cache: Path) -> list[float]:
    done = subprocess.run(  # our own program
        [*worker, what, str(cache)], capture_output=True, text=True, check=False, timeout=300
    )
    if done.returncode:
        raise NotFoundError(f"The index could not be measured: {done.stderr[-300:]}", remedy="Measure again.")
    return [float(value) for value in json.loads(done.stdout)]
