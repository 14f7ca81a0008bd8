"""Budgets: what of each is used, whether a request may go, and the stage that refuses and stops.

Only models elsewhere count; those on the person's own machine cost nothing. What is used is counted in the log, which
other Batons write too, and beside that what the answers that are being written here take so far.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.errors import BudgetError, StorageError
from app.domain.language import tr
from app.domain.models import ModelInfo
from app.domain.numerals import percent
from app.domain.ports import ChatRequest, Proceed, UsageLog
from app.domain.settings import Settings
from app.domain.spending import Budget, Purpose, Scope, Spent, SpentTogether, Terms, Unit, UsageEntry
from app.domain.stream import Metered, ReasoningDelta, StreamEvent, TextDelta, ToolCallProgress, Usage
from app.domain.usage import cost_usd
from app.services.settings import SettingsService
from app.services.spending.meter import Meter, metered
from app.services.spending.recording import UsageBook, local_now

_LOOKED_AGAIN_S = 3.0  # at the log, while an answer is written: other Batons spend too

_OWN = (Scope.CHAT, Scope.RUN)


def budgets_of(settings: Settings, terms: Terms, spent: SpentTogether) -> tuple[Budget, ...]:
    """The budgets that are set, with what of them is used."""
    own = Scope.RUN if terms.purpose is Purpose.BATCH else Scope.CHAT
    limits = (
        (own, Unit.USD, terms.budget_usd, spent.chat),
        (own, Unit.TOKENS, terms.budget_tokens, spent.chat),
        (Scope.DAY, Unit.USD, settings.budget_day_usd or None, spent.today),
        (Scope.DAY, Unit.TOKENS, settings.budget_day_tokens or None, spent.today),
        (Scope.MONTH, Unit.USD, settings.budget_month_usd or None, spent.month),
        (Scope.MONTH, Unit.TOKENS, settings.budget_month_tokens or None, spent.month),
    )
    return tuple(
        Budget(scope=scope, unit=unit, limit=limit, used=_used(unit, sums))
        for scope, unit, limit, sums in limits
        if limit is not None
    )


def _used(unit: Unit, sums: Spent) -> float:
    return sums.cost_usd if unit is Unit.USD else sums.tokens


@dataclass(eq=False)
class _Running:
    """An answer that is being written. The log knows nothing of it yet."""

    conversation_id: str | None
    meter: Meter = field(default_factory=lambda: Meter(reserves=True))

    def takes(self, budget: Budget, conversation_id: str | None) -> float:
        """What it takes of a budget so far."""
        if not self.meter.is_billed or (budget.scope in _OWN and self.conversation_id != conversation_id):
            return 0.0
        if budget.unit is Unit.USD:
            return self.meter.cost_usd or 0.0
        usage = self.meter.usage
        return usage.input_tokens + usage.output_tokens


class BudgetStage:
    """Refuses what a budget has no room for, and stops an answer that uses one up; what came of it is kept.

    Refused is a request where a budget is used up, or where what it reads alone is more than is left. How long an
    answer will be nobody knows: it is stopped where it goes beyond. ``warn`` is told, once for each, of a budget that
    was just used beyond the share of the settings, and of a price that nobody knows.
    """

    def __init__(
        self,
        usage_log: UsageLog,
        book: UsageBook,
        settings: SettingsService,
        *,
        warn: Callable[[str], None],
        now: Callable[[], datetime] = local_now,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._log = usage_log
        self._book = book
        self._settings = settings
        self._warn = warn
        self._now = now
        self._clock = clock
        self._running: list[_Running] = []
        self._warned: set[tuple[object, ...]] = set()

    async def stream(self, model: ModelInfo, request: ChatRequest, proceed: Proceed) -> AsyncGenerator[StreamEvent]:
        """The same events. Raises :class:`BudgetError` before the first, or where a budget is used up in between."""
        terms, settings = request.terms, self._settings.current
        if model.is_private or not budgets_of(settings, terms, SpentTogether()):
            async with aclosing(proceed(request)) as events:
                async for event in events:
                    yield event
            return
        before, counted_by = await self._budgets(terms), metered(model, request)
        self._check(model, counted_by.input_tokens, terms, before)
        running = _Running(terms.conversation_id)
        running.meter.add(counted_by)  # at once: others are asked beside it
        self._running.append(running)
        is_stopped = False
        try:
            budgets, looked_s = before, self._clock()
            async with aclosing(proceed(request)) as events:
                async for event in events:
                    if not isinstance(event, Metered):
                        running.meter.add(event)
                    yield event
                    if not isinstance(event, (TextDelta, ReasoningDelta, ToolCallProgress)):
                        continue  # nothing more is saved by stopping what is whole
                    if self._clock() - looked_s > _LOOKED_AGAIN_S:
                        budgets, looked_s = await self._budgets(terms), self._clock()
                    if self._beyond(budgets, terms):
                        # An answer that ended just now may stand in the log and still count as being written.
                        budgets, looked_s = await self._budgets(terms), self._clock()
                        self._stop_beyond(budgets, terms)
        except BudgetError:
            is_stopped = True  # which says more than a warning
            raise
        finally:
            self._running.remove(running)
            if not is_stopped:
                await self._tell_crossings(terms, before)

    async def check(self, model: ModelInfo, reads_tokens: int, terms: Terms) -> None:
        """For what passes no stage: raise :class:`BudgetError` where so much cannot be read any more."""
        if not model.is_private and budgets_of(self._settings.current, terms, SpentTogether()):
            self._check(model, reads_tokens, terms, await self._budgets(terms))

    async def record(self, entries: Sequence[UsageEntry], terms: Terms) -> None:
        """For what passes no stage: write entries, and tell of budgets that they carried beyond the share."""
        before: Sequence[Budget] = ()
        if budgets_of(self._settings.current, terms, SpentTogether()):
            with contextlib.suppress(StorageError):  # the log is written later, and says so itself
                before = await self._budgets(terms)
        await self._book.record(*entries)
        await self._tell_crossings(terms, before)

    async def spent(self, conversation_id: str | None) -> SpentTogether:
        """What the log says now."""
        await self._book.flush()
        return await self._log.spent(day=self._today, conversation_id=conversation_id)

    @property
    def _today(self) -> date:
        return self._now().date()

    async def _budgets(self, terms: Terms) -> tuple[Budget, ...]:
        return budgets_of(self._settings.current, terms, await self.spent(terms.conversation_id))

    def _check(self, model: ModelInfo, reads: int, terms: Terms, budgets: Sequence[Budget]) -> None:
        cost = cost_usd(Usage(input_tokens=reads), model.price)
        for budget in budgets:
            used = budget.used + self._in_progress(budget, terms)
            if used >= budget.limit:
                raise BudgetError(
                    tr(
                        "Nothing was sent: {budget} is used up ({used}).",
                        budget=budget.words,
                        used=budget.used_words,
                    ),
                    remedy=budget.remedy(self._today),
                )
            if budget.unit is Unit.USD and cost is None:
                self._unpriced(model, budget)
                continue
            next_takes = reads if budget.unit is Unit.TOKENS else (cost or 0.0)
            if used + next_takes > budget.limit:
                raise BudgetError(
                    tr(
                        "Nothing was sent: what {id} would read is more than is left of {budget} ({used} are used).",
                        id=repr(str(model.id)),
                        budget=budget.words,
                        used=budget.used_words,
                    ),
                    remedy=budget.remedy(self._today),
                )

    def _unpriced(self, model: ModelInfo, budget: Budget) -> None:
        if self._settings.current.budget_unpriced == "stop":
            raise BudgetError(
                tr(
                    "Nothing was sent: the price of {id} is unknown, so {budget} cannot count it.",
                    id=repr(str(model.id)),
                    budget=budget.words,
                ),
                remedy=tr("Set its price, choose another model, or allow it in Settings > Budgets."),
            )
        self._warn_once(
            ("price", str(model.id)),
            tr(
                "The price of {id} is unknown: {budget} does not count it.", id=repr(str(model.id)), budget=budget.words
            ),
        )

    def _in_progress(self, budget: Budget, terms: Terms) -> float:
        return sum(running.takes(budget, terms.conversation_id) for running in self._running)

    def _beyond(self, budgets: Sequence[Budget], terms: Terms) -> Budget | None:
        return next((b for b in budgets if b.used + self._in_progress(b, terms) > b.limit), None)

    def _stop_beyond(self, budgets: Sequence[Budget], terms: Terms) -> None:
        if (budget := self._beyond(budgets, terms)) is not None:
            raise BudgetError(
                tr("The answer was stopped: it used {budget} up. What came is kept.", budget=budget.words),
                remedy=budget.remedy(self._today),
            )

    async def _tell_crossings(self, terms: Terms, before: Sequence[Budget]) -> None:
        """Say which budgets this very request carried beyond the share that is warned at."""
        if not before:
            return
        share = self._settings.current.budget_warn_percent / 100
        try:
            after = await self._budgets(terms)
        except StorageError:
            return  # the log is written later, and says so itself
        earlier = {(budget.scope, budget.unit, budget.limit): budget.share for budget in before}
        for budget in after:
            was = earlier.get((budget.scope, budget.unit, budget.limit), 1.0)
            if was < share <= budget.share:
                period = terms.conversation_id if budget.scope in _OWN else self._today
                self._warn_once(
                    (budget.scope, budget.unit, budget.limit, period, share),
                    _capital(
                        tr(
                            "{budget} is used up to {percent} ({used}).",
                            budget=budget.words,
                            percent=percent(min(budget.share, 9.99)),
                            used=budget.used_words,
                        )
                    ),
                )

    def _warn_once(self, key: tuple[object, ...], text: str) -> None:
        if key not in self._warned:
            self._warned.add(key)
            self._warn(text)


def _capital(sentence: str) -> str:
    """A sentence that begins with a name for something, as sentences begin."""
    return sentence[:1].upper() + sentence[1:]
