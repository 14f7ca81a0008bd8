"""What a person agreed to with a plan, for one step of it, and what of that covers the step when its turn comes."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.aws import Risk, Ruling, Verdict
from app.services.judgement import Judged


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """A yes to a step as it was shown: this risk, under this verdict of the policy."""

    risk: Risk
    verdict: Verdict

    def covers(self, judged: Judged, said: Ruling) -> bool:
        """Whether the step, with its values known, is still no more than what was agreed to."""
        return judged.risk.severity <= self.risk.severity and said.verdict.severity <= self.verdict.severity
