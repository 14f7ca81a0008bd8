"""Sends one exact call to AWS, or to the demo account, and brings its answer back as JSON values and a table.

Owns conversion, paging, streams, dry runs and the mapping of errors. Refuses to decide anything: whether a call may
run was settled by the gate, which alone holds an executor.
"""

from __future__ import annotations

import contextlib
import dataclasses
import time
from collections.abc import Callable, Sequence
from typing import Any

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.errors import CallPlace
from app.aws.execution.pages import Paging, follow, request_id
from app.aws.execution.pages import joined as joined_pages
from app.aws.execution.prepared import PreparedCall, prepared
from app.aws.execution.size import ANSWER_BYTES, within
from app.aws.execution.values import AnswerReader, sensitive_members
from app.aws.execution.waiters import BotoWaiters
from app.aws.results.tables import table_of
from app.domain.aws import Call, CallResult, Poll, Waiter
from app.domain.language import plural, tr

# The gate lets a dry run pass unasked, so only services count whose word for it is known to mean "nothing is done".
_DRY_RUN_SERVICES = frozenset({"ec2", "kms"})
_DRY_RUN_MEMBER = "DryRun"
_DRY_RUN_PASSED = frozenset({"DryRunOperation", "DryRunOperationException"})


class BotoCallExecutor:
    """Executes calls through botocore. Thread-safe; every method blocks."""

    def __init__(self, clients: AccountClients, accounts: BotoAccountDirectory) -> None:
        self._clients = clients
        self._accounts = accounts
        self._waiters = BotoWaiters()

    def make_ready(self, call: Call, *, timeout_s: float) -> None:
        """Make the call's client. What is wrong with it is told when it is executed."""
        with contextlib.suppress(Exception):
            prepared(self._clients, self._accounts.account(call.account), call, timeout_s=timeout_s, own_client=True)

    def execute(
        self, call: Call, *, page_limit: int, timeout_s: float, dry_run: bool, cancelled: Callable[[], bool]
    ) -> CallResult:
        """Execute ``call``. ``timeout_s`` bounds each request. ``cancelled`` is asked between pages and stream events.

        A dry run of an operation that has one is sent with it; of any other operation nothing is sent. Raises
        ``BatonError`` and its kin only.
        """
        account = self._accounts.account(call.account)
        place = CallPlace(account=account, region=call.region, operation=call.id)
        started = time.perf_counter()
        try:
            made = prepared(self._clients, account, call, timeout_s=timeout_s, own_client=True)
            if dry_run:
                name = dry_run_member(made.model)
                if name is None:
                    return _nothing_sent(
                        call, tr("Nothing was sent: this operation has no dry run. The parameters fit its model.")
                    )
                if not self._clients.answers_dry_runs(account, made.client):
                    return _nothing_sent(
                        call,
                        tr(
                            "Nothing was sent: only AWS itself is trusted to do nothing in a dry run. The parameters "
                            "fit its model."
                        ),
                    )
                made.parameters[name] = True
            return self._send(made, call, page_limit, cancelled, started)
        except Exception as error:  # noqa: BLE001 - every error is mapped; what is unknown becomes an AwsError
            if dry_run_passed(error):
                return CallResult(
                    data={"DryRun": tr("AWS checked the call and would have carried it out.")},
                    request_id=request_id(getattr(error, "response", {})),
                    duration_s=time.perf_counter() - started,
                    dry_run=True,
                )
            raise self._accounts.told(error, place) from None

    def joined(self, call: Call, earlier: CallResult, later: CallResult) -> CallResult:
        """``later`` is what ``earlier.more`` fetched; see :class:`app.domain.ports.CallExecutor`."""
        account = self._accounts.account(call.account)
        made = prepared(self._clients, account, call)
        paging = Paging.of(made.client, made.method)
        data, is_cut = within(joined_pages(earlier.data, later.data, paging, more=bool(later.more)))
        pages = earlier.pages + later.pages
        note = _left_note(pages) if later.more else ""
        if is_cut:
            note = f"{note} {_cut_note()}".strip()
        return dataclasses.replace(
            later,
            data=data,
            table=table_of(call.id, data, made.model.output_shape),
            pages=pages,
            truncated=bool(note),
            limit_note=note,
            duration_s=earlier.duration_s + later.duration_s,
            more={} if is_cut else later.more,
        )

    def waiters(self, call: Call, result: CallResult) -> Sequence[Waiter]:
        """What botocore's own waiters fit ``call`` and what it answered."""
        return self._waiters.of(call, result)

    def poll(self, waiter: Waiter, *, timeout_s: float) -> Poll:
        """Send the waiter's read once and judge the answer as botocore would."""
        call = waiter.call
        account = self._accounts.account(call.account)
        place = CallPlace(account=account, region=call.region, operation=call.id)
        try:
            made = prepared(self._clients, account, call, timeout_s=timeout_s)
            return self._waiters.look(waiter, lambda: made.send(**made.parameters))
        except Exception as error:  # noqa: BLE001 - every error is mapped; what is unknown becomes an AwsError
            raise self._accounts.told(error, place) from None

    @staticmethod
    def _send(
        made: PreparedCall,
        call: Call,
        page_limit: int,
        cancelled: Callable[[], bool],
        started: float,
    ) -> CallResult:
        pages = follow(
            lambda given: made.send(**given),
            made.parameters,
            Paging.of(made.client, made.method),
            page_limit=page_limit,
            cancelled=cancelled,
        )
        reader = AnswerReader(cancelled)
        data, is_cut = within(reader.read(pages.data))
        notes = list(reader.notes)
        if is_cut:
            notes.insert(0, _cut_note())
        if pages.truncated:
            notes.insert(0, _left_note(pages.count, stopped=pages.stopped, full=pages.full))
        return CallResult(
            data=data,
            table=table_of(call.id, data, made.model.output_shape),
            pages=pages.count,
            truncated=bool(notes),
            limit_note=" ".join(notes),
            request_id=pages.request_id,
            duration_s=time.perf_counter() - started,
            sensitive=sensitive_members(made.model.output_shape),
            more=pages.more,
        )


def _left_note(count: int, *, stopped: bool = False, full: bool = False) -> str:
    """What is said where more pages follow."""
    if full:
        return plural(
            "Stopped after 1 page, because the answer is large; there is more.",
            "Stopped after {count} pages, because the answer is large; there is more.",
            count,
        )
    if stopped:
        return plural("Stopped after 1 page; there is more.", "Stopped after {count} pages; there is more.", count)
    return plural("This is 1 page; there is more.", "This is {count} pages; there is more.", count)


def _cut_note() -> str:
    return tr("Only the first {count} MB of the answer are kept.", count=ANSWER_BYTES // 1024**2)


def dry_run_member(model: Any) -> str | None:
    """The parameter that makes the operation a dry run, or ``None`` where it has none."""
    members = model.input_shape.members if model.input_shape is not None else {}
    known = model.service_model.service_name in _DRY_RUN_SERVICES and _DRY_RUN_MEMBER in members
    return _DRY_RUN_MEMBER if known and members[_DRY_RUN_MEMBER].type_name == "boolean" else None


def _nothing_sent(call: Call, said: str) -> CallResult:
    return CallResult(
        data={
            "DryRun": said,
            "Service": call.id.service,
            "Operation": call.id.operation,
            "Region": call.region,
            "Parameters": dict(call.parameters),
        },
        dry_run=True,
        pages=0,
    )


def dry_run_passed(error: Exception) -> bool:
    """Whether an error is AWS's way to say that a dry run would have been carried out."""
    response = getattr(error, "response", None)
    return isinstance(response, dict) and response.get("Error", {}).get("Code") in _DRY_RUN_PASSED
