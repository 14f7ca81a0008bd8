"""AWS as values: operations and their risk, calls and plans, what is shown, decided, done and undone.

Owns the vocabulary of the gate, by rooms: ``operations``, ``recognition``, ``accounts``, ``calls``, ``inspection``,
``undo``, ``actions``, ``following``, ``tables``, ``plans``, ``policy``, ``audit``, ``codes``, ``gathering``. Refuses to
know botocore: an adapter makes these values of it.
"""

from app.domain.aws.accounts import (
    DEMO_ACCOUNT,
    Account,
    AccountKind,
    CallScope,
    Identity,
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
from app.domain.aws.undo import (
    Inverse,
    Snapshot,
)

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
    "is_nested",
    "plain_parameters",
    "reference",
    "references",
    "replaced",
    "resource_line",
    "rows_at",
    "value_at",
]
