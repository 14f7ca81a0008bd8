"""What the policy says to a call. Owns the way from the file and the settings to a ruling; refuses to ask or run."""

from __future__ import annotations

import dataclasses

from app.domain.aws import Policy, PolicyQuestion, Risk, Ruling, Verdict
from app.domain.aws.rulings import ruling
from app.domain.language import tr
from app.domain.ports import PolicyStore
from app.services.settings import SettingsService
from app.services.steady_clock import SteadyClock


class PolicyService:
    """Rules on calls by the policy file, as it stands at that moment, and by the settings.

    Without a ``store`` there is no policy but the defaults.
    """

    def __init__(
        self, settings: SettingsService, store: PolicyStore | None = None, clock: SteadyClock | None = None
    ) -> None:
        self._settings = settings
        self._store = store
        self.clock = clock or SteadyClock()

    def policy(self) -> Policy:
        """The policy as the file says it now; read only where the settings say so."""
        found = self._store.load() if self._store is not None else Policy()
        if found.read_only or not self._settings.current.aws_read_only:
            return found
        return dataclasses.replace(found, read_only=True)

    def ruling(self, question: PolicyQuestion) -> Ruling:
        """The verdict on one call. Quick: the file is looked at each time, and read where it has changed."""
        settings = self._settings.current
        if settings.aws_read_only and question.risk is not Risk.READ:
            return Ruling(
                verdict=Verdict.DENY,
                reasons=(tr("Baton is set to read only, so this was not carried out. Settings > AWS changes that."),),
            )
        return ruling(self.policy(), question, self.clock.now(), run_reads=settings.aws_run_reads)
