"""The gate: takes a call, or a plan of several, from whoever proposes it to its end."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from datetime import UTC, datetime

from app.domain.aws import Action, Call, Origin
from app.domain.errors import NotFoundError
from app.domain.ports import (
    AccountDirectory,
    AuditLog,
    CallExecutor,
    ConsentAsker,
    ConversationStore,
    OperationCatalogue,
)
from app.services.judgement import FrozenCall, Judge, completed_parameters
from app.services.orchestration.following import Following
from app.services.orchestration.parts import GateParts
from app.services.orchestration.passage import Passage
from app.services.settings import SettingsService


class ActionGate:
    """Turns a call into an action's whole life."""

    def __init__(
        self,
        *,
        catalogue: OperationCatalogue,
        accounts: AccountDirectory,
        executor: CallExecutor,
        audit: AuditLog,
        settings: SettingsService,
        conversations: ConversationStore,
    ) -> None:
        self._parts = GateParts(
            judge=Judge(catalogue),
            accounts=accounts,
            executor=executor,
            audit=audit,
            settings=settings,
            conversations=conversations,
        )
        self.following = Following(self._parts, self.submit)

    async def submit(
        self,
        call: Call,
        *,
        origin: Origin,
        consent: ConsentAsker,
        on_change: Callable[[Action], None] | None = None,
        conversation_id: str | None = None,
        call_id: str | None = None,
        dry_run: bool = False,
    ) -> Action:
        """Take one call through the gate; returns the action in its final state.

        ``on_change`` is for the person's eyes and gets the whole result; what is returned, stored and audited has
        its secrets hidden, and only that may go to a model. A dry run counts as a read: nothing is carried out.

        Raises ``NotFoundError`` (unknown operation, account or region) and ``AwsParameterError`` before anything is
        asked; what happens after the decision is told by the action's state, ``error`` and ``error_code``. Every
        step is audited before it happens: where the audit log cannot be written, nothing runs. Cancelling while the
        person is asked refuses; cancelling while AWS works marks the action interrupted.
        """
        parts = self._parts
        frozen = FrozenCall.of(call, completed_parameters(call))
        account = await asyncio.to_thread(parts.accounts.account, frozen.account)
        regions = await asyncio.to_thread(parts.accounts.regions, frozen.account)
        if frozen.region not in regions:
            raise NotFoundError(
                f"There is no region {frozen.region!r} for {account.title!r}.",
                remedy="Write it as AWS does, as in eu-west-1.",
            )
        judged = await parts.judge(frozen)
        passage = Passage(
            parts=parts,
            account=account,
            consent=consent,
            on_change=on_change,
            dry_run=dry_run,
            action=Action(
                id=uuid.uuid4().hex,
                call=frozen.thawed(),
                risk=judged.risk,
                reasons=judged.classification.reasons,
                origin=origin,
                conversation_id=conversation_id,
                call_id=call_id,
                proposed_at=datetime.now(UTC),
                sentence=judged.words.sentence,
                dry_run=dry_run,
            ),
            judged=judged,
        )
        return await passage.run()
