"""Plans: several calls in order, where a later one may take a value from an earlier one's answer.

A reference stands in the place of a value, as ``{"$from": 1, "path": "Subnet.SubnetId"}``: the value at a JMESPath in
the answer of step 1. Owns that spelling and where references stand; refuses to evaluate a path, which an adapter does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.aws.actions import Action, Origin, Proposal
from app.domain.aws.calls import Call
from app.domain.aws.operations import Risk

REFERENCE = "$from"
MOST_STEPS = 25


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """A value of an earlier step's answer. ``step`` counts from 1; ``path`` is a JMESPath in that answer."""

    step: int
    path: str


def reference(value: object) -> Reference | None:
    """The reference that ``value`` is, or ``None`` where it is a value of its own."""
    match value:
        case {"$from": bool()}:
            return None
        case {"$from": int(step), "path": str(path), **more} if not more:
            return Reference(step=step, path=path)
        case _:
            return None


def references(value: object) -> Iterator[Reference]:
    """Every reference anywhere in ``value``."""
    if (found := reference(value)) is not None:
        yield found
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from references(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from references(inner)


def replaced(value: object, by: Callable[[Reference], object]) -> object:
    """``value`` with every reference replaced by what ``by`` makes of it."""
    if (found := reference(value)) is not None:
        return by(found)
    if isinstance(value, Mapping):
        return {name: replaced(inner, by) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [replaced(inner, by) for inner in value]
    return value


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """Calls in order, all in one account unless the person's own words say otherwise."""

    calls: tuple[Call, ...]
    title: str = ""


class PlanState(StrEnum):
    """Where a plan stands."""

    PROPOSED = "proposed"
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"  # a step failed; the later ones were not begun
    REFUSED = "refused"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanRun:
    """A plan and its whole life. ``actions`` are its steps in order; ``error`` says what was done before it stopped."""

    id: str
    state: PlanState
    actions: tuple[Action, ...]
    title: str = ""
    error: str | None = None


def actions_only(listener: Callable[[Action], None] | None) -> Callable[[Action | PlanRun], None]:
    """A listener of a plan that hands on the news of its actions alone."""

    def told(news: Action | PlanRun) -> None:
        if listener is not None and isinstance(news, Action):
            listener(news)

    return told


class Approval(StrEnum):
    """A person's answer to a plan."""

    ALL = "all"
    EACH = "each"  # every step that is no plain read is asked about when its turn comes
    NONE = "none"


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanProposal:
    """What a person is shown of a plan before anything of it runs. ``risk``: the highest of its steps.

    ``steps`` are proposals of their own; a parameter that comes from an earlier step still holds its reference.
    ``confirm_text``: what must be typed, ``None`` for nothing. Each step has its own account and identity.
    """

    plan_id: str
    steps: tuple[Proposal, ...]
    risk: Risk
    sentence: str
    verb: str
    warnings: tuple[str, ...] = ()
    confirm_text: str | None = None
    origin: Origin = Origin.MODEL
    model: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanConsent:
    """A person's answer to a plan. ``reason``: why not, where no person said so."""

    approval: Approval
    typed: str = ""
    nobody_there: bool = False
    reason: str = ""
