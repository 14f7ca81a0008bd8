"""What every passage through the gate works with. Does nothing itself."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TypeVar

from app.domain.aws import ActionState, Decision, Inverse
from app.domain.errors import BatonError
from app.domain.ports import (
    AccountDirectory,
    AuditLog,
    CallExecutor,
    CallInspector,
    ConversationStore,
    OperationCatalogue,
    UndoPlanner,
)
from app.services.judgement import Judge
from app.services.policy import PolicyService
from app.services.settings import SettingsService

_T = TypeVar("_T")
_KEPT = 200


class Remembered(OrderedDict[str, _T]):
    """The newest few by an id; the oldest is forgotten."""

    def keep(self, key: str, value: _T) -> None:
        """Remember ``value``."""
        self[key] = value
        self.move_to_end(key)
        while len(self) > _KEPT:
            self.popitem(last=False)


@dataclass(kw_only=True)
class GateParts:
    """What every passage works with. ``asking``: one dialog at a time, however many calls were submitted.

    ``inverses``: ways back that hold a secret and are therefore written nowhere, by the action's id.
    ``undoing``: actions that are being undone now. ``late``: calls that were stopped while AWS worked, whose outcome is
    still to come.
    """

    judge: Judge
    catalogue: OperationCatalogue
    accounts: AccountDirectory
    executor: CallExecutor
    audit: AuditLog
    settings: SettingsService
    conversations: ConversationStore
    inspector: CallInspector
    undo: UndoPlanner
    policy: PolicyService
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)
    inverses: Remembered[Inverse] = field(default_factory=Remembered)
    undoing: set[str] = field(default_factory=set)
    late: set[asyncio.Task[None]] = field(default_factory=set)


class StoppedError(Exception):
    """A call, or a plan, does not run: how it ends."""

    def __init__(self, state: ActionState, decision: Decision, error: BatonError | str | None = None) -> None:
        super().__init__(state)
        self.state = state
        self.decision = decision
        self.error = error
