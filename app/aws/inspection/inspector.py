"""Finds out what a person should know before saying yes: reads on a few threads, under one deadline.

Owns the order and the time. Refuses to fail: whatever cannot be found out in time is unknown, and a note says so.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.execution.reading import AccountReader, ReadOnce
from app.aws.inspection.changes import changes
from app.aws.inspection.costs import cost
from app.aws.inspection.finding import Finder
from app.aws.inspection.irreversible import irreversible
from app.aws.inspection.permission import dry_run, permission
from app.aws.inspection.reads import Found, Reads
from app.aws.inspection.resources import FINDERS, named_resources
from app.domain.aws import AccountKind, Call, Check, Classification, Inspection, Resource, Risk, Snapshot, Standing
from app.domain.errors import BatonError
from app.domain.language import tr
from app.domain.ports import OperationCatalogue

log = logging.getLogger(__name__)

_BUDGET_S = 8.0
_WORKERS = 6
_FOR_CHANGES = 0.6
"""The share of the time after which what is not found yet is left out, so that the rest can still be reckoned."""
_T = TypeVar("_T")


class BotoCallInspector:
    """Implements ``CallInspector`` over plain reads. Thread-safe; takes ``budget_s`` seconds at most."""

    def __init__(
        self,
        reader: AccountReader,
        accounts: BotoAccountDirectory,
        catalogue: OperationCatalogue,
        *,
        budget_s: float = _BUDGET_S,
    ) -> None:
        self._reader = reader
        self._accounts = accounts
        self._catalogue = catalogue
        self._budget_s = budget_s

    def inspect(self, call: Call, before: Snapshot) -> Inspection:
        """See ``CallInspector.inspect``."""
        try:
            return _Visit(self._reader, self._accounts, self._catalogue, call, self._budget_s).inspection(before)
        except Exception:
            log.exception("could not look at what %s touches", call.id)
            note = tr("Baton could not look up what this touches; its log says why.")
            return Inspection(resources=tuple(named_resources(call)), notes=(note,))


class _Visit:
    """One inspection: its reads, its threads and its deadline."""

    def __init__(
        self,
        reader: AccountReader,
        accounts: BotoAccountDirectory,
        catalogue: OperationCatalogue,
        call: Call,
        budget_s: float,
    ) -> None:
        self._reader = reader
        self._accounts = accounts
        self._catalogue = catalogue
        self._call = call
        self._begun = time.monotonic()
        self._budget_s = budget_s
        self._reads = Reads(ReadOnce(reader, call), call, self._begun + budget_s)
        self._found: dict[str, Found] = {}
        self._absent: dict[str, None] = {}

    def inspection(self, before: Snapshot) -> Inspection:
        call, reads = self._call, self._reads
        classification = self._catalogue.classify(call)
        pool = ThreadPoolExecutor(max_workers=_WORKERS, thread_name_prefix="inspect")
        try:
            allowed = pool.submit(self._permission, classification)
            rehearsed = pool.submit(self._dry_run, classification)
            looks = [pool.submit(self._look, finder, ids) for finder in FINDERS if (ids := finder.select(call))]
            wait(looks, timeout=self._left(_FOR_CHANGES))
            if any(not look.done() for look in looks):
                reads.note(tr("Not everything was looked up in time."))
            found = self._in_order()
            different = pool.submit(changes, reads, found)
            told = self._result(different, (), tr("What will be different could not be looked up in time."))
            check = self._result(allowed, _unknown(tr("Whether you may could not be asked in time.")), "")
            tried = self._result(rehearsed, None, tr("EC2 could not be asked for a dry run in time."))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        notes = (*reads.notes, *((before.problem,) if before.problem else ()))
        return Inspection(
            resources=self._resources(found),
            permission=check,
            dry_run=tried,
            cost=cost(call, found) if classification.risk not in (Risk.READ, Risk.SENSITIVE_READ) else None,
            changes=told,
            irreversible=irreversible(call, found, classification.risk),
            absent=tuple(id for id in dict(self._absent) if id not in self._found),
            notes=tuple(dict.fromkeys(notes)),
        )

    def _look(self, finder: Finder, ids: Sequence[str]) -> None:
        reads = self._reads.apart()
        seen: dict[str, str] = {}
        try:
            for found in finder.look(reads, ids):
                self._found[found.resource.id] = found
                seen[found.resource.id] = found.resource.name
            # Only where everything was answered, and AWS did not just call the thing by another name than the call.
            if not reads.notes and len(seen) < len(ids):
                self._absent |= dict.fromkeys(id for id in ids if id not in seen and id not in seen.values())
        except (TypeError, ValueError, AttributeError, KeyError, IndexError):
            log.exception("an answer about what %s touches has an unexpected shape", self._call.id)
            self._reads.note(tr("An answer of AWS was not understood, so something may be missing here."))
        for note in reads.notes:
            self._reads.note(note)

    def _permission(self, classification: Classification) -> Check:
        try:
            caller = self._accounts.identity(self._call.account, self._call.region).arn
        except BatonError as error:
            return _unknown(tr("Who you are could not be asked: {error}", error=error))
        return permission(self._reads, caller, classification.iam_actions)

    def _dry_run(self, classification: Classification) -> Check | None:
        demo = self._accounts.account(self._call.account).kind is AccountKind.DEMO
        return dry_run(self._reader, self._call, classification.iam_actions, rehearsed=demo)

    def _in_order(self) -> list[Found]:
        """What was found, first what the call names first."""
        order = {resource.id: at for at, resource in enumerate(named_resources(self._call))}
        return sorted(dict(self._found).values(), key=lambda found: order.get(found.resource.id, len(order)))

    def _resources(self, found: list[Found]) -> tuple[Resource, ...]:
        """What was found, and the bare names of what was not."""
        known = {one.resource.id: one.resource for one in found}
        named = [known.pop(one.id, one) for one in named_resources(self._call)]
        return (*named, *known.values())

    def _result(self, future: Future[_T], late: _T, note: str) -> _T:
        try:
            return future.result(timeout=self._left())
        except TimeoutError:
            if note:
                self._reads.note(note)
            return late
        except BatonError as error:
            self._reads.note(str(error))
            return late

    def _left(self, share: float = 1.0) -> float:
        return max(0.0, self._begun + self._budget_s * share - time.monotonic())


def _unknown(note: str) -> Check:
    return Check(standing=Standing.UNKNOWN, note=note)
