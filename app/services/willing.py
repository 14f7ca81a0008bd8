"""A person who has said no to one of many questions is not asked the others."""

from __future__ import annotations

from app.domain.aws import Consent, PlanConsent, PlanProposal, Proposal
from app.domain.ports import ConsentAsker


class UntilRefused:
    """Asks ``asker`` until it refuses; from then on the answer is the same no."""

    def __init__(self, asker: ConsentAsker) -> None:
        self._asker = asker
        self._refusal: Consent | None = None

    async def ask(self, proposal: Proposal) -> Consent:
        """See :class:`app.domain.ports.ConsentAsker`."""
        if self._refusal is not None:
            return self._refusal
        answer = await self._asker.ask(proposal)
        if not answer.granted:
            self._refusal = answer
        return answer

    async def ask_plan(self, proposal: PlanProposal) -> PlanConsent:
        """See :class:`app.domain.ports.ConsentAsker`."""
        return await self._asker.ask_plan(proposal)
