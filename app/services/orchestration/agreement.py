"""What a person agreed to with a plan, for one step of it, and what of that covers the step when its turn comes."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.aws import Risk, Ruling, Verdict
from app.services.judgement import Judged


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """A yes to a step as it was shown: this risk, under this verdict of the policy, in bulk or not."""

    risk: Risk
    verdict: Verdict
    bulk: bool = False

    def covers(self, judged: Judged, said: Ruling) -> bool:
        """Whether the step, with its values known, is still no more than what was agreed to."""
        if said.bulk and not self.bulk:
            return False
        return judged.risk.severity <= self.risk.severity and said.verdict.severity <= self.verdict.severity
