"""AWS as the front ends see it: find, explain, recognise, accounts; and the gate, through which every call goes."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.aws import Account, AuditEntry, Identity, Match, Operation, OperationId, Recognition
from app.domain.ports import AccountDirectory, AuditLog, OperationCatalogue, Recogniser
from app.services.orchestration import ActionGate


class AwsService:
    """Questions about AWS, answered without calling it (but for :meth:`identity`), and the gate."""

    def __init__(
        self,
        *,
        catalogue: OperationCatalogue,
        recogniser: Recogniser,
        accounts: AccountDirectory,
        gate: ActionGate,
        audit: AuditLog,
    ) -> None:
        self.gate = gate

    async def find(self, text: str, *, limit: int = 10) -> Sequence[Match]:
        raise NotImplementedError

    async def explain(self, operation: OperationId) -> Operation:
        raise NotImplementedError

    async def problems(self, operation: OperationId, parameters: dict[str, object]) -> Sequence[str]:
        """What is wrong with the parameters, one sentence each (the confirmation validates as the person types)."""
        raise NotImplementedError

    async def operations(self) -> Sequence[OperationId]:
        raise NotImplementedError

    async def recognise(self, text: str) -> Recognition:
        raise NotImplementedError

    async def accounts(self) -> Sequence[Account]:
        raise NotImplementedError

    async def account(self, key: str | None) -> Account:
        """The account ``key``, or the default one (settings, then the default profile, then demo) for ``None``."""
        raise NotImplementedError

    async def region(self, account: Account) -> str:
        """The region used where nobody names one: settings, the account's own, else us-east-1."""
        raise NotImplementedError

    async def identity(self, key: str, region: str) -> Identity:
        raise NotImplementedError

    async def regions(self, key: str) -> Sequence[str]:
        raise NotImplementedError

    async def audit_entries(self, *, limit: int | None = None) -> Sequence[AuditEntry]:
        raise NotImplementedError

    async def audit_verify(self) -> AuditEntry | None:
        raise NotImplementedError
