"""A call's whole life: proposed, shown, decided, carried out, undone. Refuses to decide anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.aws.accounts import Account, Identity, Place
from app.domain.aws.calls import Call
from app.domain.aws.inspection import Inspection, StateChange
from app.domain.aws.operations import Operation, Risk
from app.domain.aws.undo import Inverse


class Origin(StrEnum):
    """Who proposed a call. A model's and a recogniser's proposals are untrusted text."""

    MODEL = "model"
    RECOGNISER = "recogniser"
    COMMAND = "command"
    PERSON = "person"


class Tool(StrEnum):
    """The tools that a model is offered, by the names it calls them. None of them executes anything."""

    FIND = "find_operations"
    DESCRIBE = "describe_operation"
    PROPOSE = "propose_call"
    PLAN = "propose_plan"


class ActionState(StrEnum):
    """Where a proposed call stands."""

    PROPOSED = "proposed"
    WAITING = "waiting"  # for the person
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    REFUSED = "refused"  # by the person, the policy, or because nobody was there
    INTERRUPTED = "interrupted"  # Baton ended while it ran: whether AWS carried it out is unknown
    UNDONE = "undone"


class Decision(StrEnum):
    """Who let a call run, or who stopped it."""

    POLICY = "policy"  # what the policy lets run unasked: plain reads, unless its file says more
    PERSON = "person"
    REFUSED_BY_PERSON = "refused-by-person"
    REFUSED_BY_POLICY = "refused-by-policy"
    NOBODY_THERE = "nobody-there"
    INVALID = "invalid"  # never got as far as a decision: the call does not fit the operation's model


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A result as rows. Cells are texts; ``rows`` have as many cells as there are ``columns``.

    ``source`` and ``fields`` say where the rows and the cells of each column stand in the answer, as
    :mod:`app.domain.aws.tables` reads them; empty where that is not known.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CallResult:
    """What AWS answered. ``data`` is JSON values, without AWS's own metadata; ``table`` is the same as rows where the
    answer is a list. ``truncated``: more pages exist than the stated limit allowed; ``limit_note`` says so in words.
    ``sensitive``: the members of ``data`` that the API's own model marks as secret, as ``Credentials.SecretAccessKey``
    or ``Secrets[].Value``. ``more``: the parameters that, added to the call's own, fetch its next pages; empty where
    there are none.
    """

    data: Mapping[str, object]
    table: Table | None = None
    pages: int = 1
    truncated: bool = False
    limit_note: str = ""
    request_id: str = ""
    duration_s: float = 0.0
    dry_run: bool = False
    sensitive: tuple[str, ...] = ()
    more: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """What the person is shown before saying yes, made from the call and never from what a model said.

    ``sentence``: what will happen, in one sentence. ``verb``: the acting button's words ("Terminate 2 instances").
    ``touched``: the resources, one a line. ``warnings``: sentences. ``confirm_text``: what must be typed for a
    destructive call, or where the policy wants it; ``None`` for nothing. ``inspection``: what was found out before
    asking. ``policy``: why the policy asks, one sentence each. ``untrusted``: text that AWS or a file gave stood before
    the model that proposed this. ``model``: who proposed it, as ``provider:model``, empty for nobody.
    """

    action_id: str
    call: Call
    operation: Operation
    account: Account
    identity: Identity | None
    sentence: str
    verb: str
    touched: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    confirm_text: str | None = None
    origin: Origin = Origin.MODEL
    inspection: Inspection = field(default_factory=Inspection)
    policy: tuple[str, ...] = ()
    untrusted: bool = False
    model: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Consent:
    """A person's answer. ``parameters``: as edited in the dialog, or ``None`` for unchanged; the gate validates and
    classifies an edited call again, and asks again where its risk or its text to type has changed. ``reason``: why not,
    where no person said so.
    """

    granted: bool
    parameters: Mapping[str, object] | None = None
    typed: str = ""
    nobody_there: bool = False
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """A proposed call and its whole life, as the transcript's card and the history show it. Times are UTC.

    ``call_id`` is the tool call of the model that asked for it. ``result`` is redacted where ``risk`` is
    ``SENSITIVE_READ`` before it is stored or sent to a model; the person sees it in full while Baton runs.

    ``plan_id`` and ``step`` (1 is the first): the plan it is a step of. ``group_id``: the question over several
    accounts or regions it is a part of; the head of them has its own id there, their joined answer as ``result``, and
    where it was asked as ``places``. ``model``: who proposed it. ``ruling``: the policy's sentence on it.
    ``changes``: what was there before and what was to be different. ``undo``: how to take it back, once it is done;
    ``undoes`` and ``undone_by`` are ids of other actions.
    """

    id: str
    call: Call
    risk: Risk
    reasons: tuple[str, ...] = ()
    state: ActionState = ActionState.PROPOSED
    origin: Origin = Origin.MODEL
    decision: Decision | None = None
    conversation_id: str | None = None
    call_id: str | None = None
    proposed_at: datetime
    finished_at: datetime | None = None
    identity: Identity | None = None
    sentence: str = ""
    result: CallResult | None = None
    error: str | None = None
    error_code: str = ""
    dry_run: bool = False
    plan_id: str | None = None
    step: int = 0
    group_id: str | None = None
    model: str = ""
    ruling: str = ""
    changes: tuple[StateChange, ...] = ()
    undo: Inverse | None = None
    undoes: str | None = None
    undone_by: str | None = None
    places: tuple[Place, ...] = ()
