"""Reads of an account that Baton makes by itself, for a person who decides: the only client but the executor's.

Owns the refusal: an operation that the catalogue does not class as a plain read is never sent, whoever asks, but as a
dry run that EC2 promises to do nothing in.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.errors import CallPlace
from app.aws.execution.executor import dry_run_member, dry_run_passed
from app.aws.execution.prepared import prepared
from app.aws.execution.values import AnswerReader
from app.domain.aws import Call, OperationId, Risk
from app.domain.errors import NotAllowedError
from app.domain.language import tr
from app.domain.ports import OperationCatalogue

_TIMEOUT_S = 5.0
_DRY_RUN_SERVICE = "ec2"


class AccountReader:
    """Sends plain reads, one page each. Thread-safe; blocks for ``timeout_s`` a request at most."""

    def __init__(
        self,
        clients: AccountClients,
        accounts: BotoAccountDirectory,
        catalogue: OperationCatalogue,
        *,
        timeout_s: float = _TIMEOUT_S,
    ) -> None:
        self._clients = clients
        self._accounts = accounts
        self._catalogue = catalogue
        self._timeout_s = timeout_s

    def read(self, call: Call, operation: str, parameters: Mapping[str, object]) -> dict[str, object]:
        """The answer of ``operation`` (``ec2:DescribeInstances``) as JSON values, where ``call`` is to go.

        Raises ``NotAllowedError`` for what is no plain read, and what the executor raises for what AWS refuses.
        """
        read = Call(id=OperationId.parse(operation), parameters=parameters, account=call.account, region=call.region)
        if self._catalogue.classify(read).risk is not Risk.READ:
            raise NotAllowedError(
                tr("{operation} is no plain read, so Baton does not call it by itself.", operation=operation)
            )
        account = self._accounts.account(call.account)
        place = CallPlace(account=account, region=call.region, operation=read.id)
        try:
            made = prepared(self._clients, account, read, timeout_s=self._timeout_s)
            return AnswerReader(lambda: False).read(made.send(**made.parameters))
        except Exception as error:  # noqa: BLE001 - every error is mapped; what is unknown becomes an AwsError
            raise self._accounts.told(error, place) from None

    def dry_run(self, call: Call) -> bool | None:
        """Ask EC2 whether it would carry ``call`` out: ``True`` where it would, ``None`` where it cannot be asked.

        Sends the call with ``DryRun`` set and nothing else: an operation that has no such parameter, another service,
        and an endpoint that is not AWS or the demo account are never sent anything. Raises what the executor raises
        where AWS says that it would refuse.
        """
        account = self._accounts.account(call.account)
        place = CallPlace(account=account, region=call.region, operation=call.id)
        try:
            if call.id.service != _DRY_RUN_SERVICE:
                return None
            made = prepared(self._clients, account, call, timeout_s=self._timeout_s)
            member = dry_run_member(made.model)
            if member is None or not self._clients.answers_dry_runs(account, made.client):
                return None
            made.send(**{**made.parameters, member: True})
        except Exception as error:  # noqa: BLE001 - every error is mapped; what is unknown becomes an AwsError
            if dry_run_passed(error):
                return True
            raise self._accounts.told(error, place) from None
        return None  # an answer without the error that a dry run ends in says nothing


class ReadOnce:
    """The reads around one call: the same one is sent once, however many ask for it. Thread-safe."""

    def __init__(self, reader: AccountReader, call: Call) -> None:
        self._reader = reader
        self._call = call
        self._kept: dict[tuple[str, str], dict[str, object]] = {}
        self._locks: dict[tuple[str, str], threading.Lock] = {}
        self._lock = threading.Lock()

    def __call__(self, operation: str, parameters: Mapping[str, object]) -> dict[str, object]:
        """As :meth:`AccountReader.read`; a read that failed is tried again."""
        key = (operation, json.dumps(dict(parameters), sort_keys=True, default=str))
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            if key not in self._kept:
                self._kept[key] = self._reader.read(self._call, operation, parameters)
            return self._kept[key]
