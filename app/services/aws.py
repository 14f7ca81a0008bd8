"""AWS as the front ends see it: find, explain, recognise, accounts; and the gate, through which every call goes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from app.domain.aws import (
    Account,
    Action,
    ActionState,
    AuditEntry,
    Call,
    Identity,
    Match,
    Operation,
    OperationBrief,
    OperationId,
    Origin,
    PlanRun,
    QueryAnswer,
    Recognition,
    ShapeKind,
)
from app.domain.errors import AwsError, NotAllowedError, NotFoundError
from app.domain.language import tr
from app.domain.ports import AccountDirectory, AuditLog, ConsentAsker, OperationCatalogue, Recogniser, ResultReader
from app.services.nobody import Nobody
from app.services.orchestration import MOST_PAGES, ActionGate
from app.services.settings import SettingsService

__all__ = ["FALLBACK_REGION", "MOST_PAGES", "AwsService"]

FALLBACK_REGION = "us-east-1"


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
        settings: SettingsService,
        results: ResultReader,
    ) -> None:
        self.gate = gate
        self._results = results
        self._catalogue = catalogue
        self._recogniser = recogniser
        self._accounts = accounts
        self._audit = audit
        self._settings = settings

    @property
    def notices(self) -> Sequence[str]:
        """What the person must know of the AWS configuration and the index, as far as they were used."""
        return (*self._accounts.notices, *self._catalogue.notices)

    async def find(self, text: str, *, limit: int = 10) -> Sequence[Match]:
        """The operations that fit a text, best first."""
        return await asyncio.to_thread(self._catalogue.search, text, limit=limit)

    async def explain(self, operation: OperationId) -> Operation:
        """Everything about an operation. Raises ``NotFoundError`` with the nearest names."""
        return await asyncio.to_thread(self._catalogue.operation, operation)

    async def brief(self, operation: OperationId) -> OperationBrief:
        """Like :meth:`explain`, without the parameters, and quick. Raises ``NotFoundError``."""
        return await asyncio.to_thread(self._catalogue.brief, operation)

    async def problems(self, operation: OperationId, parameters: dict[str, object]) -> Sequence[str]:
        """What is wrong with the parameters, one sentence each (the confirmation validates as the person types)."""
        return await asyncio.to_thread(self._catalogue.problems, operation, parameters)

    async def recognise(self, text: str) -> Recognition:
        """What the offline recogniser makes of a sentence."""
        return await asyncio.to_thread(self.recognise_now, text)

    def recognise_now(self, text: str) -> Recognition:
        """Like :meth:`recognise`, for callers that are on a thread already: it may block."""
        return self._recogniser.recognise(text)

    async def choosable(self, operation: Operation) -> frozenset[str]:
        """The parameters of an operation for which a plain read tells what there is to choose from."""
        return await asyncio.to_thread(self._choosable, operation)

    def _choosable(self, operation: Operation) -> frozenset[str]:
        shapes = (shape for shape in operation.parameters if shape.kind in (ShapeKind.STRING, ShapeKind.LIST))
        return frozenset(s.name for s in shapes if self._recogniser.offer(operation.id, s.name) is not None)

    async def choices(self, call: Call, parameter: str) -> Sequence[tuple[str, str]]:
        """What there is that ``parameter`` could name where ``call`` goes: ids, each with a text to choose by.

        The read passes the gate and runs only where the policy asks nobody. Raises ``NotAllowedError`` where it does
        not, and ``AwsError`` where it fails.
        """
        lookup = await asyncio.to_thread(self._recogniser.offer, call.id, parameter)
        if lookup is None:
            return ()
        read = Call(id=lookup.read, parameters=dict(lookup.read_parameters), account=call.account, region=call.region)
        seen: list[Action] = []
        asks = asyncio.Event()

        def told(action: Action) -> None:
            seen.append(action)
            if action.state is ActionState.WAITING:
                asks.set()

        reading = asyncio.ensure_future(self.gate.submit(read, origin=Origin.PERSON, consent=Nobody(), on_change=told))
        would_ask = asyncio.ensure_future(asks.wait())
        try:
            # It would wait for the question that stands there now, of which this list is to be a help.
            await asyncio.wait((reading, would_ask), return_when=asyncio.FIRST_COMPLETED)
        finally:
            would_ask.cancel()
            if not reading.done():
                reading.cancel()
        if asks.is_set():
            raise NotAllowedError(tr("{read} may not run unasked, so nothing can be listed.", read=lookup.read))
        await reading
        ended = seen[-1]  # what the listener saw last is whole
        if ended.state is ActionState.FAILED:
            raise AwsError(ended.error or tr("{read} failed.", read=lookup.read), code=ended.error_code)
        if ended.state is not ActionState.DONE or ended.result is None:
            raise NotAllowedError(tr("{read} may not run unasked, so nothing can be listed.", read=lookup.read))
        return await asyncio.to_thread(self._recogniser.candidates, lookup, ended.result.data)

    async def accounts(self) -> Sequence[Account]:
        """Every account that can be chosen; the demo account stands last."""
        return await asyncio.to_thread(self._accounts.accounts)

    async def account(self, key: str | None) -> Account:
        """The account ``key``, or the default one (settings, then the default profile, then demo) for ``None``.

        Raises ``NotFoundError``, for a name in the settings too: another account is never chosen in its stead.
        """
        chosen = key or self._settings.current.default_account
        if not chosen:
            return await asyncio.to_thread(self._accounts.default)
        try:
            return await asyncio.to_thread(self._accounts.account, chosen)
        except NotFoundError as error:
            if key:
                raise
            raise NotFoundError(
                error.message, remedy=tr("Settings > AWS names it as the account for new chats; choose another there.")
            ) from None

    async def region(self, account: Account) -> str:
        """The region used where nobody names one: settings, the account's own, else us-east-1."""
        return self._settings.current.default_region or account.region or FALLBACK_REGION

    async def identity(self, key: str, region: str) -> Identity:
        """Who Baton is in an account. Raises ``AwsCredentialsError`` and other kin of ``BatonError``."""
        return await asyncio.to_thread(self._accounts.identity, key, region)

    async def regions(self, key: str) -> Sequence[str]:
        """The regions that can be chosen for an account."""
        return await asyncio.to_thread(self._accounts.regions, key)

    async def undo(
        self, action: Action, *, consent: ConsentAsker, on_change: Callable[[Action | PlanRun], None] | None = None
    ) -> Action | PlanRun:
        """Take back an action that was done, through the gate. Raises ``UsageError`` that says why it cannot be."""
        return await self.gate.undo(action, consent=consent, on_change=on_change)

    async def undo_plan(
        self, plan_id: str, *, consent: ConsentAsker, on_change: Callable[[Action | PlanRun], None] | None = None
    ) -> Action | PlanRun:
        """Take back what was done of a plan, its last step first.

        Raises what :meth:`undo` does, and ``NotFoundError``.
        """
        return await self.gate.undo_plan(plan_id, consent=consent, on_change=on_change)

    async def undo_recorded(
        self, reference: str, *, consent: ConsentAsker, on_change: Callable[[Action | PlanRun], None] | None = None
    ) -> Action | PlanRun:
        """Take back what an entry of the audit log tells of: by the entry's number, or an action's id or its beginning.

        Raises as :meth:`undo_plan` does.
        """
        return await self.gate.undo_recorded(reference, consent=consent, on_change=on_change)

    async def query(self, data: object, expression: str) -> QueryAnswer:
        """What a JMESPath makes of an answer's data; a wrong or endless one gives a ``problem``."""
        return await asyncio.to_thread(self._results.query, data, expression)

    async def member_names(self, data: object) -> Sequence[str]:
        """The member names that a JMESPath over ``data`` may use, nearest to the top first."""
        return await asyncio.to_thread(self._results.names, data)

    def console_link(self, call: Call, identifier: str = "") -> str:
        """The address in AWS's web console of a call's service, or of an id it answered with; "" for none."""
        return self._results.resource_link(call, identifier) if identifier else self._results.call_link(call)

    async def audit_entries(self, *, limit: int | None = None) -> Sequence[AuditEntry]:
        """The audit log, oldest first; with ``limit``, the newest that many."""
        return await self._audit.entries(limit=limit)

    async def audit_verify(self) -> AuditEntry | None:
        """The first entry that was altered, or ``None``."""
        return await self._audit.verify()
