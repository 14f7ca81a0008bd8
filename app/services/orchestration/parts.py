"""What every passage through the gate works with. Does nothing itself."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from app.domain.ports import AccountDirectory, AuditLog, CallExecutor, CallInspector, ConversationStore, UndoPlanner
from app.services.judgement import Judge
from app.services.policy import PolicyService
from app.services.settings import SettingsService


@dataclass(kw_only=True)
class GateParts:
    """What every passage works with. ``asking``: one dialog at a time, however many calls were submitted."""

    judge: Judge
    accounts: AccountDirectory
    executor: CallExecutor
    audit: AuditLog
    settings: SettingsService
    conversations: ConversationStore
    inspector: CallInspector
    undo: UndoPlanner
    policy: PolicyService
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)
