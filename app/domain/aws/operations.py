"""AWS operations as values: how they are spelled, what they may do, what they take. Refuses to know botocore."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from app.domain.errors import UsageError
from app.domain.language import tr


class Risk(StrEnum):
    """What a call may do, mildest first. What is unknown is never ``READ``."""

    READ = "read"
    SENSITIVE_READ = "sensitive-read"  # discloses secrets, credentials or personal data
    WRITE = "write"
    PERMISSIONS = "permissions"
    DESTRUCTIVE = "destructive"

    @property
    def severity(self) -> int:
        """Its place among all, 0 for the mildest."""
        return list(Risk).index(self)


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
                tr("{text} is no operation.", text=repr(text)),
                remedy=tr("Write it as service:Operation, as in s3:ListBuckets."),
            )
        return cls(service, operation)

    def __str__(self) -> str:
        return f"{self.service}:{self.operation}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """An operation found for a text; ``score`` is between 0 and 1, higher is better, comparable within one search.

    ``told`` is how surely a turn of phrase speaks of it, 0 for none to 1.
    """

    id: OperationId
    score: float
    summary: str
    told: float = 0.0


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
