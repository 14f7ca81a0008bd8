"""What was refused within one turn, so that a model that proposes in a loop does not wear the person down.

Owns when nothing more is asked. Refuses nothing by itself: the tools ask it before the gate does its part.
"""

from __future__ import annotations

from app.domain.aws import (
    Action,
    ActionState,
    Approval,
    Consent,
    Decision,
    PlanConsent,
    PlanProposal,
    PlanRun,
    Proposal,
)
from app.domain.language import marked, tr

MOST_REFUSALS = 3
ENOUGH = marked(
    "You refused {count} proposals of this answer, so nothing more is asked about in it. Write what you want instead."
)


class ProposalMemory:
    """One turn's refusals."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, ...], str] = {}
        self._refusals = 0

    @property
    def is_exhausted(self) -> bool:
        """Whether the person said no often enough."""
        return self._refusals >= MOST_REFUSALS

    def earlier(self, key: tuple[str, ...] | None) -> str | None:
        """What the same proposal came to before, where it was refused."""
        return self._told.get(key) if key is not None else None

    def note(self, key: tuple[str, ...] | None, ended: Action | PlanRun, told: str) -> None:
        """Remember how a proposal ended."""
        actions = ended.actions if isinstance(ended, PlanRun) else (ended,)
        refused = [action for action in actions if action.state is ActionState.REFUSED and action.decision is not None]
        if not refused:
            return
        if any(action.decision is Decision.REFUSED_BY_PERSON for action in refused):
            self._refusals += 1
        if key is not None and not any(action.state is ActionState.DONE for action in actions):
            self._told[key] = told


class NoMoreQuestions:
    """Implements :class:`app.domain.ports.ConsentAsker` for a turn in which enough was refused: no, and why."""

    async def ask(self, proposal: Proposal) -> Consent:  # noqa: ARG002 - the port's signature
        """No."""
        return Consent(granted=False, reason=tr(ENOUGH, count=MOST_REFUSALS))

    async def ask_plan(self, proposal: PlanProposal) -> PlanConsent:  # noqa: ARG002 - the port's signature
        """No."""
        return PlanConsent(approval=Approval.NONE, reason=tr(ENOUGH, count=MOST_REFUSALS))
