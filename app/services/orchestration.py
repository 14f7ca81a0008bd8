"""The one gate to AWS: validate, classify, ask the policy, ask the person, execute, redact, record.

No other module holds a :class:`app.domain.ports.CallExecutor`. What a tool returned or a model said never counts as
consent and never changes what the person is shown.
"""

from __future__ import annotations

from collections.abc import Callable

from app.domain.aws import Action, Call, Origin
from app.domain.ports import (
    AccountDirectory,
    AuditLog,
    CallExecutor,
    ConsentAsker,
    ConversationStore,
    OperationCatalogue,
)
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
    ) -> None: ...

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

        Raises ``NotFoundError`` (unknown operation, account or region) and ``AwsParameterError`` before anything is
        asked; what happens after the decision is told by the action's state, ``error`` and ``error_code``. Every
        step is audited before it happens: where the audit log cannot be written, nothing runs. Cancelling while the
        person is asked refuses; cancelling while AWS works marks the action interrupted.
        """
        raise NotImplementedError
