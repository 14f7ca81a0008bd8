"""One exact API call, and its parameters in words. Refuses to say what it may do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.aws.operations import OperationId


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One exact API call. ``parameters`` are JSON values in botocore's names."""

    id: OperationId
    parameters: Mapping[str, object]
    account: str
    region: str


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
