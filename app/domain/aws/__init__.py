"""AWS as values: operations and their risk, calls and plans, what is shown, decided, done and undone.

Owns the vocabulary of the gate, by rooms: ``operations``, ``recognition``, ``accounts``, ``calls``, ``inspection``,
``undo``, ``actions``, ``following``, ``tables``, ``tags``, ``plans``, ``policy``, ``audit``, ``codes``,
``gathering``. Refuses to know botocore: an adapter makes these values of it.

A room is opened when a name of it is first asked for: making all these classes takes a tenth of the time in which the
window appears, and its first picture needs two of them.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.aws.accounts import (
        DEMO_ACCOUNT,
        Account,
        AccountKind,
        CallScope,
        Identity,
        KnownAccount,
        Place,
        SignInKind,
        SignInPrompt,
        SignInState,
    )
    from app.domain.aws.actions import (
        Action,
        ActionState,
        CallResult,
        Consent,
        Decision,
        Origin,
        Proposal,
        Table,
        Tool,
    )
    from app.domain.aws.audit import (
        AuditEntry,
        AuditNote,
    )
    from app.domain.aws.calls import (
        Call,
        plain_parameters,
    )
    from app.domain.aws.codes import (
        EXPIRED_CODES,
        NOT_ENABLED_CODES,
        THROTTLED_CODES,
    )
    from app.domain.aws.following import (
        Poll,
        PollState,
        QueryAnswer,
        Waiter,
        WaitProgress,
        WaitState,
    )
    from app.domain.aws.gathering import (
        FailedPlaces,
        Gathered,
    )
    from app.domain.aws.inspection import (
        Check,
        Cost,
        Inspection,
        Resource,
        Standing,
        StateChange,
        resource_line,
    )
    from app.domain.aws.operations import (
        GROWING_ENUM,
        Classification,
        Match,
        Operation,
        OperationBrief,
        OperationId,
        ParameterShape,
        Risk,
        ShapeKind,
    )
    from app.domain.aws.plans import (
        MOST_STEPS,
        REFERENCE,
        Approval,
        Plan,
        PlanConsent,
        PlanProposal,
        PlanRun,
        PlanState,
        Reference,
        actions_only,
        reference,
        references,
        replaced,
    )
    from app.domain.aws.policy import (
        LONGEST_TRUST,
        Policy,
        PolicyQuestion,
        PolicyRule,
        Ruling,
        Verdict,
    )
    from app.domain.aws.recognition import (
        Lookup,
        Reading,
        Recognition,
        SpokenScope,
    )
    from app.domain.aws.tables import (
        is_nested,
        rows_at,
        value_at,
    )
    from app.domain.aws.tags import tags_of
    from app.domain.aws.undo import (
        Inverse,
        Snapshot,
    )

_ROOMS = {
    "accounts": (
        "DEMO_ACCOUNT",
        "Account",
        "AccountKind",
        "CallScope",
        "Identity",
        "KnownAccount",
        "Place",
        "SignInKind",
        "SignInPrompt",
        "SignInState",
    ),
    "actions": (
        "Action",
        "ActionState",
        "CallResult",
        "Consent",
        "Decision",
        "Origin",
        "Proposal",
        "Table",
        "Tool",
    ),
    "audit": (
        "AuditEntry",
        "AuditNote",
    ),
    "calls": (
        "Call",
        "plain_parameters",
    ),
    "codes": (
        "EXPIRED_CODES",
        "NOT_ENABLED_CODES",
        "THROTTLED_CODES",
    ),
    "following": (
        "Poll",
        "PollState",
        "QueryAnswer",
        "Waiter",
        "WaitProgress",
        "WaitState",
    ),
    "gathering": (
        "FailedPlaces",
        "Gathered",
    ),
    "inspection": (
        "Check",
        "Cost",
        "Inspection",
        "Resource",
        "Standing",
        "StateChange",
        "resource_line",
    ),
    "operations": (
        "GROWING_ENUM",
        "Classification",
        "Match",
        "Operation",
        "OperationBrief",
        "OperationId",
        "ParameterShape",
        "Risk",
        "ShapeKind",
    ),
    "plans": (
        "MOST_STEPS",
        "REFERENCE",
        "Approval",
        "Plan",
        "PlanConsent",
        "PlanProposal",
        "PlanRun",
        "PlanState",
        "Reference",
        "actions_only",
        "reference",
        "references",
        "replaced",
    ),
    "policy": (
        "LONGEST_TRUST",
        "Policy",
        "PolicyQuestion",
        "PolicyRule",
        "Ruling",
        "Verdict",
    ),
    "recognition": (
        "Lookup",
        "Reading",
        "Recognition",
        "SpokenScope",
    ),
    "tables": (
        "is_nested",
        "rows_at",
        "value_at",
    ),
    "tags": ("tags_of",),
    "undo": (
        "Inverse",
        "Snapshot",
    ),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "DEMO_ACCOUNT",
    "EXPIRED_CODES",
    "GROWING_ENUM",
    "LONGEST_TRUST",
    "MOST_STEPS",
    "NOT_ENABLED_CODES",
    "REFERENCE",
    "THROTTLED_CODES",
    "Account",
    "AccountKind",
    "Action",
    "ActionState",
    "Approval",
    "AuditEntry",
    "AuditNote",
    "Call",
    "CallResult",
    "CallScope",
    "Check",
    "Classification",
    "Consent",
    "Cost",
    "Decision",
    "FailedPlaces",
    "Gathered",
    "Identity",
    "Inspection",
    "Inverse",
    "KnownAccount",
    "Lookup",
    "Match",
    "Operation",
    "OperationBrief",
    "OperationId",
    "Origin",
    "ParameterShape",
    "Place",
    "Plan",
    "PlanConsent",
    "PlanProposal",
    "PlanRun",
    "PlanState",
    "Policy",
    "PolicyQuestion",
    "PolicyRule",
    "Poll",
    "PollState",
    "Proposal",
    "QueryAnswer",
    "Reading",
    "Recognition",
    "Reference",
    "Resource",
    "Risk",
    "Ruling",
    "ShapeKind",
    "SignInKind",
    "SignInPrompt",
    "SignInState",
    "Snapshot",
    "SpokenScope",
    "Standing",
    "StateChange",
    "Table",
    "Tool",
    "Verdict",
    "WaitProgress",
    "WaitState",
    "Waiter",
    "actions_only",
    "is_nested",
    "plain_parameters",
    "reference",
    "references",
    "replaced",
    "resource_line",
    "rows_at",
    "tags_of",
    "value_at",
]


def __getattr__(name: str) -> object:
    room = _ROOM_OF.get(name)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(importlib.import_module(f"{__name__}.{room}"), name)
    globals()[name] = value
    return value
