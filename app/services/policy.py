"""What the policy says to a call. Owns the way from the settings to a ruling; refuses to ask or to run anything."""

from __future__ import annotations

from app.domain.aws import Policy, PolicyQuestion, Risk, Ruling, Verdict
from app.services.settings import SettingsService


class PolicyService:
    """Rules on calls by the settings."""

    def __init__(self, settings: SettingsService) -> None:
        self._settings = settings

    def ruling(self, question: PolicyQuestion) -> Ruling:
        """The verdict on one call."""
        settings = self._settings.current
        if settings.aws_read_only and question.risk is not Risk.READ:
            return Ruling(
                verdict=Verdict.DENY,
                reasons=("Baton is set to read only, so this was not carried out. Settings > AWS changes that.",),
            )
        if settings.aws_run_reads and (question.risk is Risk.READ or question.dry_run):
            return Ruling(verdict=Verdict.ALLOW)
        return Ruling(
            verdict=Verdict.TYPED if question.risk is Risk.DESTRUCTIVE else Verdict.ASK,
            bulk=question.risk is not Risk.READ and not question.dry_run and question.resources > Policy().bulk_above,
        )
