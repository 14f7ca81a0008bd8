"""Consent where nobody can be asked: the answer is no."""

from __future__ import annotations

from app.domain.aws import Approval, Consent, PlanConsent, PlanProposal, Proposal


class Nobody:
    """Implements :class:`app.domain.ports.ConsentAsker` by refusing everything."""

    async def ask(self, proposal: Proposal) -> Consent:  # noqa: ARG002 - the port's signature
        """No."""
        return Consent(granted=False, nobody_there=True)

    async def ask_plan(self, proposal: PlanProposal) -> PlanConsent:  # noqa: ARG002 - the port's signature
        """No."""
        return PlanConsent(approval=Approval.NONE, nobody_there=True)
