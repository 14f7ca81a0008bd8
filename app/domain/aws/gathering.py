"""One question asked in several accounts and regions, and what came of it in each. Refuses to ask."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.aws.accounts import Place
from app.domain.aws.actions import Table


@dataclass(frozen=True, kw_only=True, slots=True)
class FailedPlaces:
    """Places that failed alike: ``reason`` says what happened and what to do."""

    places: tuple[Place, ...]
    reason: str
    code: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathered:
    """The answers of all places as one table, whose first columns are Account and Region.

    ``disabled``: regions that the account has not enabled, which is no failure. ``left``: places not asked any more,
    because the person stopped. ``truncated``: a place had more pages than the limit allows. ``notes``: sentences.
    """

    table: Table
    done: tuple[Place, ...]
    failed: tuple[FailedPlaces, ...] = ()
    disabled: tuple[Place, ...] = ()
    left: tuple[Place, ...] = ()
    truncated: bool = False
    notes: tuple[str, ...] = ()
