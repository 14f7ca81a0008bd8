"""What an operation may do, from IAM access levels, names and curated facts. Refuses to guess ``read``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.aws.iam_actions import IamAction
from app.aws.search_words import name_words
from app.domain.aws import Classification, OperationId, Risk


@dataclass(frozen=True, kw_only=True, slots=True)
class OperationFacts:
    """What the rules look at. ``readonly`` is botocore's trait, which is sometimes wrong and never enough alone."""

    id: OperationId
    method: str
    readonly: bool
    actions: tuple[IamAction, ...]


class RiskRules:
    """Classifies operations."""

    def classify(self, facts: OperationFacts) -> Classification:
        """The operation's risk, whatever its parameters."""
        names = tuple(action.name for action in facts.actions)
        verb = name_words(facts.id.operation)[0]
        acting = [action for action in facts.actions if action.acts]
        if verb in ("delete", "terminate"):
            return Classification(risk=Risk.DESTRUCTIVE, reasons=(f"The name begins with {verb}.",), iam_actions=names)
        if facts.actions and not acting and verb in ("list", "describe", "get", "head"):
            return Classification(risk=Risk.READ, reasons=("It reads.",), iam_actions=names)
        return Classification(risk=Risk.WRITE, reasons=("It may change something.",), iam_actions=names)


def facts_of(operation: OperationId, raw: Mapping[str, Any], actions: tuple[IamAction, ...]) -> OperationFacts:
    """The facts in one operation of a raw botocore model."""
    return OperationFacts(
        id=operation,
        method=str(raw.get("http", {}).get("method", "POST")),
        readonly=bool(raw.get("readonly")),
        actions=actions,
    )
