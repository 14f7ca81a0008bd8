"""Reads of an account that Baton makes by itself, for a person who decides: the only client but the executor's.

Owns the refusal: an operation that the catalogue does not class as a plain read is never sent, whoever asks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from app.aws.accounts import BotoAccountDirectory
from app.aws.accounts_clients import AccountClients
from app.aws.execution_errors import CallPlace, aws_error
from app.aws.execution_values import AnswerReader, to_botocore
from app.domain.aws import Call, OperationId, Risk
from app.domain.errors import NotAllowedError, NotFoundError
from app.domain.ports import OperationCatalogue

_TIMEOUT_S = 5.0


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
            raise NotAllowedError(f"{operation} is no plain read, so Baton does not call it by itself.")
        account = self._accounts.account(call.account)
        place = CallPlace(account=account, region=call.region, operation=read.id)
        try:
            client = self._clients.client(account, read.id.service, call.region, timeout_s=self._timeout_s)
            names = {name: method for method, name in client.meta.method_to_api_mapping.items()}
            if read.id.operation not in names:
                raise NotFoundError(f"There is no operation {operation!r}.", remedy="Update Baton.")
            model = client.meta.service_model.operation_model(read.id.operation)
            given = to_botocore(dict(parameters), model.input_shape)
            assert isinstance(given, dict)
            return AnswerReader(lambda: False).read(getattr(client, names[read.id.operation])(**given))
        except Exception as error:  # noqa: BLE001 - every error is mapped; what is unknown becomes an AwsError
            raise aws_error(error, place) from None


class ReadOnce:
    """The reads around one call: the same one is sent once, however many ask for it."""

    def __init__(self, reader: AccountReader, call: Call) -> None:
        self._reader = reader
        self._call = call
        self._kept: dict[tuple[str, str], dict[str, object]] = {}

    def __call__(self, operation: str, parameters: Mapping[str, object]) -> dict[str, object]:
        """As :meth:`AccountReader.read`; a read that failed is tried again."""
        key = (operation, json.dumps(dict(parameters), sort_keys=True, default=str))
        if key not in self._kept:
            self._kept[key] = self._reader.read(self._call, operation, parameters)
        return self._kept[key]
