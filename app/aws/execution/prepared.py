"""A call as botocore takes it: the client, the method, the operation's model and the parameters. Sends nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.aws.accounts.clients import AccountClients
from app.aws.execution.values import to_botocore
from app.domain.aws import Account, Call
from app.domain.errors import NotFoundError
from app.domain.language import tr


@dataclass(frozen=True, kw_only=True, slots=True)
class PreparedCall:
    """``method`` is the client's method by its name; ``model`` the operation's, as botocore has it."""

    client: Any
    method: str
    model: Any
    parameters: dict[str, object]

    @property
    def send(self) -> Callable[..., Any]:
        """Sends the call with the parameters that it is given."""
        send: Callable[..., Any] = getattr(self.client, self.method)
        return send


def prepared(
    clients: AccountClients, account: Account, call: Call, *, timeout_s: float = 60.0, own_client: bool = False
) -> PreparedCall:
    """``own_client``: one that knows this operation alone, which is quicker to make and serves no other.

    Blocking. Raises what :meth:`AccountClients.client` raises, ``NotFoundError`` and ``AwsParameterError``.
    """
    only = {"operation": call.id.operation} if own_client else {}
    client = clients.client(account, call.id.service, call.region, timeout_s=timeout_s, **only)
    methods = {operation: method for method, operation in client.meta.method_to_api_mapping.items()}
    if call.id.operation not in methods:
        raise NotFoundError(
            tr("There is no operation {id!r}.", id=str(call.id)), remedy=tr("baton aws find looks for operations.")
        )
    model = client.meta.service_model.operation_model(call.id.operation)
    parameters = to_botocore(dict(call.parameters), model.input_shape)
    assert isinstance(parameters, dict)
    return PreparedCall(client=client, method=methods[call.id.operation], model=model, parameters=parameters)
