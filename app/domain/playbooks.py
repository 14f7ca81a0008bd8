"""Playbooks: reads that are made in an account, what in their answers is worth finding, and what mends it.

A playbook is data. Its expressions are JMESPath; in a parameter, a text that begins with ``$`` is one, and ``$$``
stands for a dollar. Owns the values and their limits; refuses to evaluate an expression, and to run anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from app.domain.aws import Call, OperationId, Table
from app.domain.language import marked, plural, tr
from app.domain.numerals import number

EXPRESSION = "$"
MAX_BYTES = 64 * 1024
MOST_ITEMS = 2_000
"""How many things of one kind a playbook looks at in one account and region; more are told, not looked at."""


class Severity(StrEnum):
    """How much a finding matters, most first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


_SEVERITIES = {
    Severity.HIGH: marked("high"),
    Severity.MEDIUM: marked("medium"),
    Severity.LOW: marked("low"),
    Severity.INFO: marked("info"),
}


class Reach(StrEnum):
    """Where a playbook looks."""

    REGION = "region"  # in each region that is asked for
    GLOBAL = "global"  # once for an account


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaybookRead:
    """A read. ``absent``: error codes of AWS that mean there is none; the answer is then null."""

    name: str
    operation: OperationId
    parameters: Mapping[str, object] = field(default_factory=dict)
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaybookFix:
    """What mends a finding: changes in order, each agreed to like any other call. ``when``: an expression that says
    for which findings; empty for all.
    """

    title: str
    calls: tuple[tuple[OperationId, Mapping[str, object]], ...]
    when: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaybookHead:
    """What a list says of a playbook. Whether it can be run is another question."""

    name: str
    title: str
    about: str
    topic: str
    is_shipped: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Playbook(PlaybookHead):
    """A playbook, as its file says.

    ``reads`` come first, by name in the scope of ``rows``, which gives the items. For each item the reads ``each`` are
    made; in their scope stand ``item``, the reads, and the item's own reads. ``finding`` says there whether the item is
    one (empty: it is), ``severity`` how bad (a severity, or an expression that gives one), ``columns`` what is shown.
    """

    reach: Reach
    reads: tuple[PlaybookRead, ...]
    rows: str
    columns: Mapping[str, str]
    each: tuple[PlaybookRead, ...] = ()
    finding: str = ""
    severity: str = Severity.MEDIUM
    fixes: tuple[PlaybookFix, ...] = ()
    path: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaybookListing:
    """All playbooks that can be run, and what is wrong with the files of the others, one sentence each."""

    playbooks: Sequence[Playbook] = ()
    problems: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingFix:
    """A fix of one finding: exact calls."""

    title: str
    calls: tuple[Call, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something found. ``cells`` are as many as the playbook's columns."""

    account: str
    region: str
    severity: Severity
    cells: tuple[str, ...]
    fixes: tuple[FindingFix, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceFailure:
    """Where a playbook could not look, or not at everything. ``count``: how often the same was said there."""

    account: str
    region: str
    error: str
    count: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaybookReport:
    """What a run came to. ``looked_at``: the items that were judged. ``stopped``: it was ended before its end."""

    playbook: Playbook
    findings: tuple[Finding, ...]
    looked_at: int
    places: int
    failures: tuple[PlaceFailure, ...] = ()
    stopped: bool = False

    @property
    def table(self) -> Table:
        """The findings as rows: severity, account, region, then the playbook's columns."""
        return Table(
            columns=(tr("Severity"), tr("Account"), tr("Region"), *self.playbook.columns),
            rows=tuple(
                (tr(_SEVERITIES[item.severity]), item.account, item.region, *item.cells) for item in self.findings
            ),
        )

    @property
    def sentence(self) -> str:
        """What was found, in one sentence."""
        found = len(self.findings)
        if not self.looked_at and not self.failures:
            return tr("There is nothing here to look at.")
        what = plural("{count} finding", "{count} findings", found) if found else tr("Nothing found")
        seen = number(self.looked_at)
        looked = (
            tr("{count} looked at", count=seen)
            if self.places == 1
            else tr("{count} looked at in {places} places", count=seen, places=number(self.places))
        )
        if self.failures:
            missed = number(len(self.failures))
            return tr("{found}, {looked}; {count} could not be looked at.", found=what, looked=looked, count=missed)
        return tr("{found}, {looked}.", found=what, looked=looked)


class PlaybookStore(Protocol):
    """The playbooks' files: small, read when asked. Blocking; never raises for what lies there."""

    def texts(self) -> tuple[Sequence[PlaybookText], Sequence[str]]:
        """Every file that could be read, and what was wrong with the others."""
        ...

    @property
    def own_folder(self) -> str:
        """Where the person's own lie."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaybookText:
    """A file's data as YAML gives it: mappings, lists, texts, numbers, booleans and null alone."""

    name: str
    path: str
    is_shipped: bool
    data: object


class Expressions(Protocol):
    """JMESPath, with functions for dates and tags. Pure; quick for what fits in memory."""

    def problem(self, expression: str) -> str:
        """What is wrong with an expression, or an empty text."""
        ...

    def value(self, expression: str, data: object) -> object:
        """The value in ``data``. Raises ``UsageError`` where the data does not fit the expression."""
        ...
