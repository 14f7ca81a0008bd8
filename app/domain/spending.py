"""What requests cost and may cost: the log's entries, sums over them, budgets, and on what terms a request is made.

Owns the values and the reckoning with them. Knows no text of any request: none of these values can hold any.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from app.domain.language import tr
from app.domain.numerals import day, money, number
from app.domain.stream import Usage


class Purpose(StrEnum):
    """What a request is made for."""

    CHAT = "chat"
    SUMMARY = "summary"  # of a chat's oldest turns
    TITLE = "title"  # a chat's name
    BATCH = "batch"


class Outcome(StrEnum):
    """How a request ended."""

    OK = "ok"
    FAILED = "failed"
    STOPPED = "stopped"
    CACHED = "cached"  # nobody was asked


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """On what terms a request is made. ``conversation_id``: whose usage it counts as. ``budget_usd`` and
    ``budget_tokens`` are that conversation's own budgets.

    ``cached``: whether an answer that was given before will do; ``None``: where it would come out the same anyway.
    ``fresh``: the person wants another answer than the one they have.
    """

    purpose: Purpose = Purpose.CHAT
    conversation_id: str | None = None
    budget_usd: float | None = None
    budget_tokens: int | None = None
    cached: bool | None = None
    fresh: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class UsageEntry:
    """One request, in the log. ``at`` carries a time zone: its day is the day on the person's calendar.

    ``estimated``: the vendor did not count (all of) the tokens. ``cost_usd``: ``None`` where the price is unknown; 0
    for what nobody bills. ``error``: the kind of failure, from :func:`error_kind`.
    """

    at: datetime
    provider: str
    model: str
    is_private: bool
    purpose: Purpose
    outcome: Outcome
    usage: Usage
    conversation_id: str | None = None
    estimated: bool = False
    cost_usd: float | None = None
    error: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Spent:
    """A sum over requests. ``unpriced`` counts those whose price is unknown; ``cost_usd`` is of the others."""

    requests: int = 0
    input_tokens: int = 0
    cached_input_tokens: int = 0
    cache_write_tokens: int = 0
    output_tokens: int = 0
    reasoning_tokens: int = 0
    cost_usd: float = 0.0
    unpriced: int = 0

    @property
    def tokens(self) -> int:
        """All that was read and written."""
        return self.input_tokens + self.output_tokens


@dataclass(frozen=True, kw_only=True, slots=True)
class SpentTogether:
    """What models elsewhere were asked for today, this month, and by one chat. Private models are no part of it."""

    today: Spent = field(default_factory=Spent)
    month: Spent = field(default_factory=Spent)
    chat: Spent = field(default_factory=Spent)


class UsageBy(StrEnum):
    """What a report's lines stand for."""

    DAY = "day"
    MODEL = "model"
    CONVERSATION = "conversation"


@dataclass(frozen=True, kw_only=True, slots=True)
class UsageLine:
    """One line of a report. ``key`` is a day, a model or a conversation's id (empty: of no chat); ``title`` is the
    conversation's, empty where it was deleted.
    """

    key: str
    spent: Spent
    title: str = ""


RUN_ID = "batch-"
"""How what stands in the place of a conversation's id begins, where a run of many prompts has a budget of its own."""


class Scope(StrEnum):
    """What a budget is for."""

    CHAT = "chat"
    RUN = "run"
    DAY = "day"
    MONTH = "month"


class Unit(StrEnum):
    """What a budget counts."""

    USD = "usd"
    TOKENS = "tokens"


@dataclass(frozen=True, kw_only=True, slots=True)
class Budget:
    """A limit, and how much of it is used. Both in ``unit``."""

    scope: Scope
    unit: Unit
    limit: float
    used: float

    @property
    def share(self) -> float:
        """How much of it is used; 1 is all."""
        return round(self.used / self.limit, 9) if self.limit > 0 else 1.0

    @property
    def words(self) -> str:
        """``today's budget of $5.00``."""
        amount = money(self.limit) if self.unit is Unit.USD else tr("{count} tokens", count=number(self.limit))
        match self.scope:
            case Scope.CHAT:
                return tr("this chat's budget of {amount}", amount=amount)
            case Scope.RUN:
                return tr("this run's budget of {amount}", amount=amount)
            case Scope.DAY:
                return tr("today's budget of {amount}", amount=amount)
            case Scope.MONTH:
                return tr("this month's budget of {amount}", amount=amount)

    @property
    def used_words(self) -> str:
        """What is used, in its unit."""
        if self.unit is Unit.TOKENS:
            return tr("{count} tokens", count=number(self.used))
        return money(self.used, 2 if self.used >= 0.1 or self.used == 0 else 4)

    def remedy(self, today: date) -> str:
        """How to go on, and when it begins anew."""
        match self.scope:
            case Scope.CHAT:
                return tr("Raise it in the dock under Budget, or go on in a new chat.")
            case Scope.RUN:
                return tr("Go on with --resume and a new --budget; what was answered is kept.")
            case Scope.DAY:
                return tr("Raise it in Settings > Budgets, or go on tomorrow, when it begins anew.")
            case Scope.MONTH:
                first = datetime.combine(first_of_next_month(today), time.min)
                return tr("Raise it in Settings > Budgets; it begins anew on {day}.", day=day(first))


def first_of_next_month(today: date) -> date:
    """The day on which a month's budget begins anew."""
    return date(today.year + today.month // 12, today.month % 12 + 1, 1)


def error_kind(error: BaseException) -> str:
    """A failure's kind as the log keeps it: ``rate-limited``; never its message, which may quote what was sent."""
    name = type(error).__name__.removesuffix("Error")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()[:40]
