"""Sends one exact call to AWS, or to the demo account, and brings its answer back as JSON values and a table.

Owns conversion, paging, streams, dry runs and the mapping of errors. Refuses to decide anything: whether a call may
run was settled by the gate, which alone holds an executor.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from app.aws.accounts import BotoAccountDirectory
from app.aws.accounts_clients import AccountClients
from app.aws.execution_errors import CallPlace, aws_error
from app.aws.execution_pages import Paging, follow
from app.aws.execution_values import AnswerReader, sensitive_members, to_botocore
from app.aws.results import table_of
from app.domain.aws import Call, CallResult
from app.domain.errors import NotFoundError

# The gate lets a dry run pass unasked, so only services count whose word for it is known to mean "nothing is done".
_DRY_RUN_SERVICES = frozenset({"ec2", "kms"})
_DRY_RUN_MEMBER = "DryRun"
_DRY_RUN_PASSED = frozenset({"DryRunOperation", "DryRunOperationException"})


class BotoCallExecutor:
    """Executes calls through botocore. Thread-safe; every method blocks."""

    def __init__(self, clients: AccountClients, accounts: BotoAccountDirectory) -> None:
        self._clients = clients
        self._accounts = accounts

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
            client = self._clients.client(account, call.id.service, call.region, timeout_s=timeout_s)
            method = _method(client, call)
            model = client.meta.service_model.operation_model(call.id.operation)
            parameters = to_botocore(dict(call.parameters), model.input_shape)
            assert isinstance(parameters, dict)
            if dry_run:
                name = dry_run_member(model)
                if name is None:
                    return _nothing_sent(call, "this operation has no dry run")
                if not self._clients.answers_dry_runs(account, client):
                    return _nothing_sent(call, "only AWS itself is trusted to do nothing in a dry run")
                parameters[name] = True
            return self._send(client, method, model, call, parameters, page_limit, cancelled, started)
        except Exception as error:  # noqa: BLE001 - every error is mapped; what is unknown becomes an AwsError
            if dry_run_passed(error):
                return CallResult(
                    data={"DryRun": "AWS checked the call and would have carried it out."},
                    request_id=_request_id(getattr(error, "response", {})),
                    duration_s=time.perf_counter() - started,
                    dry_run=True,
                )
            raise aws_error(error, place) from None

    @staticmethod
    def _send(
        client: Any,
        method: str,
        model: Any,
        call: Call,
        parameters: Mapping[str, object],
        page_limit: int,
        cancelled: Callable[[], bool],
        started: float,
    ) -> CallResult:
        send = getattr(client, method)
        pages = follow(
            lambda given: send(**given),
            parameters,
            Paging.of(client, method),
            page_limit=page_limit,
            cancelled=cancelled,
        )
        reader = AnswerReader(cancelled)
        data = reader.read(pages.data)
        notes = list(reader.notes)
        if pages.truncated:
            count = f"{pages.count} page{'s' if pages.count > 1 else ''}"
            notes.insert(
                0, f"Stopped after {count}; there is more." if pages.stopped else f"This is {count}; there is more."
            )
        return CallResult(
            data=data,
            table=table_of(call.id, data, model.output_shape),
            pages=pages.count,
            truncated=bool(notes),
            limit_note=" ".join(notes),
            request_id=pages.request_id,
            duration_s=time.perf_counter() - started,
            sensitive=sensitive_members(model.output_shape),
        )


def dry_run_member(model: Any) -> str | None:
    """The parameter that makes the operation a dry run, or ``None`` where it has none."""
    members = model.input_shape.members if model.input_shape is not None else {}
    known = model.service_model.service_name in _DRY_RUN_SERVICES and _DRY_RUN_MEMBER in members
    return _DRY_RUN_MEMBER if known and members[_DRY_RUN_MEMBER].type_name == "boolean" else None


def _method(client: Any, call: Call) -> str:
    for method, operation in client.meta.method_to_api_mapping.items():
        if operation == call.id.operation:
            return str(method)
    raise NotFoundError(f"There is no operation {str(call.id)!r}.", remedy="baton aws find looks for operations.")


def _nothing_sent(call: Call, why: str) -> CallResult:
    return CallResult(
        data={
            "DryRun": f"Nothing was sent: {why}. The parameters fit its model.",
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


def _request_id(response: Mapping[str, Any]) -> str:
    return str(response.get("ResponseMetadata", {}).get("RequestId", ""))
