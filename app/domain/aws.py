"""AWS calls as values: operations, risk, what is proposed to the person, what was decided and what came back.

Owns the vocabulary of the gate. Refuses to know botocore: an adapter turns service models into these values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Self

from app.domain.errors import UsageError


class Risk(StrEnum):
    """What a call may do, mildest first. What is unknown is never ``READ``."""

    READ = "read"
    SENSITIVE_READ = "sensitive-read"  # discloses secrets, credentials or personal data
    WRITE = "write"
    PERMISSIONS = "permissions"
    DESTRUCTIVE = "destructive"


@dataclass(frozen=True, slots=True, order=True)
class OperationId:
    """An operation as botocore spells it: ``s3`` and ``ListBuckets``. The only spelling the gate compares."""

    service: str
    operation: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse ``service:Operation``. Raises :class:`UsageError` for anything else."""
        service, colon, operation = text.strip().partition(":")
        if not colon or not service or not operation or ":" in operation:
            raise UsageError(
                f"{text!r} is no operation.", remedy="Write it as service:Operation, as in s3:ListBuckets."
            )
        return cls(service, operation)

    def __str__(self) -> str:
        return f"{self.service}:{self.operation}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """An operation found for a text; ``score`` is between 0 and 1, higher is better, comparable within one search."""

    id: OperationId
    score: float
    summary: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Classification:
    """The risk of an operation, why, and the IAM actions it needs (``s3:ListAllMyBuckets``)."""

    risk: Risk
    reasons: tuple[str, ...]
    iam_actions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OperationBrief:
    """What ``explain`` says of an operation, from the index alone: quick enough to ask for every operation there is."""

    id: OperationId
    service_title: str
    summary: str
    required: tuple[str, ...]
    classification: Classification
    deprecated: bool = False


class ShapeKind(StrEnum):
    """The type of a parameter, as JSON can carry it."""

    STRING = "string"
    INTEGER = "integer"
    FLOAT = "float"
    BOOLEAN = "boolean"
    TIMESTAMP = "timestamp"  # ISO 8601 text
    BLOB = "blob"  # text, sent as UTF-8; or {"base64": "…"}
    LIST = "list"
    MAP = "map"
    STRUCTURE = "structure"
    DOCUMENT = "document"  # any JSON


GROWING_ENUM = 60
"""An enumeration as long as this grows between two releases of botocore, so AWS judges what is not listed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ParameterShape:
    """One parameter of an operation, with everything a form and a validator need.

    ``minimum`` and ``maximum`` bound a number's value, a text's length or a list's length. ``members`` are a
    structure's fields; ``element`` is what a list or a map holds, ``key`` what a map's names are. ``type_name`` is the
    service's own name of a structure, a list or a map. A recursive shape is cut where it recurs (``members`` empty,
    ``recursive`` true): it is the one of the same ``type_name`` that it lies in. In a ``union`` exactly one member may
    be given.
    """

    name: str
    kind: ShapeKind
    required: bool = False
    documentation: str = ""
    enum: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None
    sensitive: bool = False
    idempotency_token: bool = False
    recursive: bool = False
    union: bool = False
    members: tuple[ParameterShape, ...] = ()
    element: ParameterShape | None = None
    key: ParameterShape | None = None
    type_name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """Everything Baton says about an operation before calling it."""

    id: OperationId
    service_title: str
    summary: str  # the first sentence of AWS's documentation, plain text
    documentation: str
    parameters: tuple[ParameterShape, ...]
    classification: Classification
    paginated: bool = False
    supports_dry_run: bool = False
    is_global: bool = False  # the service has one endpoint for all regions
    deprecated: bool = False  # AWS advises against using it

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the parameters that must be given."""
        return tuple(shape.name for shape in self.parameters if shape.required and not shape.idempotency_token)


@dataclass(frozen=True, kw_only=True, slots=True)
class Recognition:
    """What the offline recogniser made of a sentence.

    ``operation`` is ``None`` where the text asks nothing of AWS. ``missing`` names required parameters that the text
    does not give. ``region`` is the region the text names, else ``None``. ``confidence`` is between 0 and 1.
    """

    query: str
    operation: OperationId | None = None
    parameters: Mapping[str, object] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    risk: Risk | None = None
    region: str | None = None
    confidence: float = 0.0


class AccountKind(StrEnum):
    """Where an account's credentials come from."""

    DEMO = "demo"  # moto on loopback: nothing leaves the machine
    PROFILE = "profile"  # a profile of the AWS configuration
    ENVIRONMENT = "environment"  # boto3's chain without a profile: environment, container, instance


DEMO_ACCOUNT = "demo"


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """An account a call can go to. ``key`` is ``demo`` or the profile's name; ``region`` is its default region.

    ``renewal`` says how its person gets fresh credentials; empty where nothing is known of that.
    """

    key: str
    title: str
    kind: AccountKind
    region: str | None = None
    renewal: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """Who Baton is in an account, as STS says. ``alias`` where the account has one and may be read."""

    account_id: str
    arn: str
    alias: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One exact API call. ``parameters`` are JSON values in botocore's names."""

    id: OperationId
    parameters: Mapping[str, object]
    account: str
    region: str


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

    POLICY = "policy"  # a read that the policy lets run
    PERSON = "person"
    REFUSED_BY_PERSON = "refused-by-person"
    REFUSED_BY_POLICY = "refused-by-policy"
    NOBODY_THERE = "nobody-there"
    INVALID = "invalid"  # never got as far as a decision: the call does not fit the operation's model


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A result as rows. Cells are texts; ``rows`` have as many cells as there are ``columns``."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CallResult:
    """What AWS answered. ``data`` is JSON values, without AWS's own metadata; ``table`` is the same as rows where the
    answer is a list. ``truncated``: more pages exist than the stated limit allowed; ``limit_note`` says so in words.
    ``sensitive``: the members of ``data`` that the API's own model marks as secret, as ``Credentials.SecretAccessKey``
    or ``Secrets[].Value``.
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """What the person is shown before saying yes, made from the call and never from what a model said.

    ``sentence``: what will happen, in one sentence. ``verb``: the acting button's words ("Terminate 2 instances").
    ``touched``: the resources, one a line. ``warnings``: sentences. ``confirm_text``: what must be typed for a
    destructive call, or ``None``.
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Consent:
    """A person's answer. ``parameters``: as edited in the dialog, or ``None`` for unchanged; the gate validates and
    classifies an edited call again, and asks again where its risk or its text to type has changed.
    """

    granted: bool
    parameters: Mapping[str, object] | None = None
    typed: str = ""
    nobody_there: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """A proposed call and its whole life, as the transcript's card and the history show it. Times are UTC.

    ``call_id`` is the tool call of the model that asked for it. ``result`` is redacted where ``risk`` is
    ``SENSITIVE_READ`` before it is stored or sent to a model; the person sees it in full while Baton runs.
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


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditEntry:
    """One line of the log of what was proposed, decided and done. Entries are chained: ``digest`` covers this entry
    and ``previous``. ``what`` is ``proposed``, ``decided``, ``done`` or ``failed``.
    """

    number: int
    at: datetime
    what: str
    action_id: str
    data: Mapping[str, object]
    previous: str
    digest: str


def plain_parameters(parameters: Mapping[str, object]) -> str:
    """Parameters as one short line for people: ``Bucket=logs, Force=true``."""
    return ", ".join(f"{name}={_plain(value)}" for name, value in parameters.items())


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value if len(value) <= 60 else value[:57] + "…"
    if isinstance(value, Mapping):
        return "{" + plain_parameters(value) + "}"
    if isinstance(value, Sequence):
        shown = ", ".join(_plain(item) for item in value[:5])
        return f"[{shown}{', …' if len(value) > 5 else ''}]"
    return str(value)
