"""What was spent, for whoever wants to see it: totals, budgets, reports, and warnings of budgets nearly used up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.models import ModelInfo
from app.domain.ports import AnswerStage, UsageLog
from app.domain.spending import Budget, Outcome, Spent, SpentTogether, Terms, UsageBy, UsageEntry, UsageLine
from app.domain.stream import Usage
from app.domain.usage import cost_usd
from app.services.settings import SettingsService
from app.services.spending.budgets import BudgetStage, budgets_of
from app.services.spending.recording import UsageBook, UsageStage, local_now


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What models elsewhere cost so far, and the budgets for it."""

    spent: SpentTogether
    budgets: Sequence[Budget]


class SpendingService:
    """Owns the two stages that every request passes: ``budget_stage`` outside, ``usage_stage`` around the cache."""

    def __init__(
        self, *, usage_log: UsageLog, settings: SettingsService, now: Callable[[], datetime] = local_now
    ) -> None:
        self._log = usage_log
        self._settings = settings
        self._now = now
        self._listeners: list[Callable[[str], None]] = []
        self._book = UsageBook(usage_log)
        self._budget_stage = BudgetStage(usage_log, self._book, settings, warn=self._tell, now=now)
        self.usage_stage: AnswerStage = UsageStage(self._book, now=now)

    @property
    def budget_stage(self) -> AnswerStage:
        """Refuses what there is no budget for."""
        return self._budget_stage

    async def check(self, model: ModelInfo, reads_tokens: int, terms: Terms) -> None:
        """Raise ``BudgetError`` where ``model`` cannot be made to read so much; for requests that pass no stage."""
        await self._budget_stage.check(model, reads_tokens, terms)

    async def record(self, model: ModelInfo, answered: Sequence[Usage], terms: Terms) -> None:
        """Write a request each into the log, at ``model``'s price; for those that passed no stage."""
        at = self._now()
        entries = [
            UsageEntry(
                at=at,
                provider=model.id.provider,
                model=model.id.name,
                is_private=model.is_private,
                purpose=terms.purpose,
                outcome=Outcome.OK,
                usage=usage,
                conversation_id=terms.conversation_id,
                cost_usd=0.0 if model.is_private else cost_usd(usage, model.price),
            )
            for usage in answered
        ]
        await self._budget_stage.record(entries, terms)

    def listen(self, listener: Callable[[str], None]) -> Callable[[], None]:
        """Tell ``listener``, a sentence each, what the person must know of budgets; the returned function ends that."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    async def standing(self, terms: Terms) -> Standing:
        """Today, this month and a conversation. Raises ``StorageError``."""
        spent = await self._budget_stage.spent(terms.conversation_id)
        return Standing(spent=spent, budgets=budgets_of(self._settings.current, terms, spent))

    async def report(
        self, by: UsageBy, *, first: date | None = None, last: date | None = None, limit: int = 1_000
    ) -> tuple[Sequence[UsageLine], Spent]:
        """Sums between two days of the person's calendar, and the sum of all. Raises ``StorageError``."""
        await self._book.flush()
        lines = await self._log.lines(by, first=first, last=last, limit=limit)
        return lines, await self._log.total(first=first, last=last)

    def _tell(self, text: str) -> None:
        for listener in tuple(self._listeners):
            listener(text)
