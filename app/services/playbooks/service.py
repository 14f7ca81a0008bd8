"""Runs playbooks: their reads through the gate, everywhere they are asked for, and their fixes through it, too.

Owns what a finding is. Refuses to run a fix by itself: it is proposed, like any other change.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.aws import (
    MOST_STEPS,
    Action,
    ActionState,
    Call,
    OperationId,
    Origin,
    Place,
    Plan,
    PlanRun,
    actions_only,
)
from app.domain.errors import BatonError, NotFoundError, UsageError
from app.domain.language import tr
from app.domain.numerals import number
from app.domain.playbooks import (
    EXPRESSION,
    MOST_ITEMS,
    Expressions,
    Finding,
    FindingFix,
    PlaceFailure,
    Playbook,
    PlaybookHead,
    PlaybookListing,
    PlaybookRead,
    PlaybookReport,
    Reach,
    Severity,
)
from app.domain.ports import ConsentAsker
from app.services.aws import AwsService
from app.services.playbooks.reading import PlaybookReader
from app.services.willing import UntilRefused

AT_ONCE = 8
"""How many reads of a playbook are under way at once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How far a run is: reads done of those known so far, and what was found."""

    done: int
    known: int
    found: int


@dataclass
class _Run:
    """One run under way."""

    playbook: Playbook
    consent: ConsentAsker
    tell: Callable[[Progress], None]
    limit: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    findings: list[Finding] = field(default_factory=list)
    failures: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    looked_at: int = 0
    done: int = 0
    known: int = 0

    def report(self, places: int, *, stopped: bool = False) -> PlaybookReport:
        order = list(Severity)
        findings = sorted(self.findings, key=lambda item: (order.index(item.severity), item.account, item.region))
        return PlaybookReport(
            playbook=self.playbook,
            findings=tuple(findings),
            looked_at=self.looked_at,
            places=places,
            failures=tuple(
                PlaceFailure(account=account, region=region, error=error, count=count)
                for (account, region, error), count in sorted(self.failures.items())
            ),
            stopped=stopped,
        )


class PlaybookService:
    """The playbooks there are, their runs, and the fixes of what they find."""

    def __init__(self, reader: PlaybookReader, aws: AwsService, expressions: Expressions) -> None:
        self._reader = reader
        self._aws = aws
        self._expressions = expressions

    @property
    def own_folder(self) -> str:
        """Where the person's own playbooks lie."""
        return self._reader.own_folder

    async def heads(self) -> Sequence[PlaybookHead]:
        """What a list says of each playbook; quick, and needs no index of AWS's operations."""
        return await asyncio.to_thread(self._reader.heads)

    async def listing(self) -> PlaybookListing:
        """Every playbook that can be run, and what is wrong with the files of the others."""
        return await asyncio.to_thread(self._reader.listing)

    async def playbook(self, name: str) -> Playbook:
        """Raises ``NotFoundError`` with the names there are, or with what is wrong with its file."""
        listing = await self.listing()
        found = next((playbook for playbook in listing.playbooks if playbook.name == name), None)
        if found is not None:
            return found
        fault = next((problem for problem in listing.problems if repr(name) in problem), None)
        if fault is not None:
            raise UsageError(fault, remedy=tr("Mend its file."))
        names = ", ".join(playbook.name for playbook in listing.playbooks)
        raise NotFoundError(
            tr("There is no playbook {name}.", name=repr(name)), remedy=tr("Choose one of: {names}.", names=names)
        )

    async def run(
        self,
        playbook: Playbook,
        places: Sequence[Place],
        *,
        consent: ConsentAsker,
        progress: Callable[[Progress], None] = lambda _: None,
    ) -> PlaybookReport:
        """Look everywhere. What could not be read is told by the report and does not end the run.

        Its reads go through the gate like any others; who says no to one is not asked about the rest. Cancelling ends
        the run; what was found until then is lost with it, so a front end that wants to keep it listens to
        ``progress``.
        """
        run = _Run(playbook=playbook, consent=UntilRefused(consent), tell=progress)
        if playbook.reach is Reach.GLOBAL:
            places = list({place.account: place for place in reversed(places)}.values())
        await asyncio.gather(*(self._look(run, place) for place in places))
        return run.report(len(places))

    async def fix(
        self,
        fixes: Sequence[FindingFix],
        *,
        consent: ConsentAsker,
        on_change: Callable[[Action], None] | None = None,
    ) -> Action | PlanRun:
        """Propose fixes, in one question: a call, or a plan of several. Raises what the gate raises.

        What AWS answered fills them, so they are asked about whatever the policy lets run unasked.
        """
        calls = [call for fix in fixes for call in fix.calls]
        if not calls:
            raise UsageError(tr("There is nothing to mend."))
        if len(calls) > MOST_STEPS:
            raise UsageError(
                tr(
                    "That would be {count} changes in one question; {most} is the most.",
                    count=len(calls),
                    most=MOST_STEPS,
                ),
                remedy=tr("Choose fewer findings at once."),
            )
        gate = self._aws.gate
        if len(calls) == 1:
            return await gate.submit(
                calls[0], origin=Origin.PERSON, consent=consent, on_change=on_change, untrusted=True
            )
        title = fixes[0].title if len({fix.title for fix in fixes}) == 1 else tr("Fix what was found")
        plan = Plan(calls=tuple(calls), title=title)
        return await gate.submit_plan(
            plan, origin=Origin.PERSON, consent=consent, on_change=actions_only(on_change), untrusted=True
        )

    async def places(self, accounts: Sequence[str], regions: Sequence[str]) -> Sequence[Place]:
        """Every account in every region; without regions, each account's own. Raises ``NotFoundError``."""
        found: list[Place] = []
        for key in accounts:
            account = await self._aws.account(key)
            wanted = regions or [await self._aws.region(account)]
            found += [Place(account=account.key, region=region) for region in wanted]
        return found

    # --- looking

    async def _look(self, run: _Run, place: Place) -> None:
        scope: dict[str, object] = {}
        for read in run.playbook.reads:
            answered, answer = await self._read(run, place, read, scope)
            if not answered:
                return
            scope[read.name] = answer
        try:
            items = await asyncio.to_thread(self._expressions.value, run.playbook.rows, scope)
        except UsageError as error:
            self._failed(run, place, str(error))
            return
        listed = items if isinstance(items, list) else [] if items is None else [items]
        if len(listed) > MOST_ITEMS:
            self._failed(
                run,
                place,
                tr(
                    "There are {count}; only the first {most} were looked at.",
                    count=number(len(listed)),
                    most=number(MOST_ITEMS),
                ),
            )
        await asyncio.gather(*(self._judge(run, place, scope | {"item": item}) for item in listed[:MOST_ITEMS]))

    async def _judge(self, run: _Run, place: Place, scope: dict[str, object]) -> None:
        for read in run.playbook.each:
            answered, scope[read.name] = await self._read(run, place, read, scope)
            if not answered:
                return
        run.looked_at += 1
        try:
            found = await asyncio.to_thread(self._finding, run.playbook, place, scope)
            if found is None:
                return
            run.findings.append(found)
        except UsageError as error:
            self._failed(run, place, str(error))
        self._told(run)

    def _finding(self, playbook: Playbook, place: Place, scope: Mapping[str, object]) -> Finding | None:
        """The finding, if it is one. Takes long over a long answer."""
        if playbook.finding and not _is_true(self._expressions.value(playbook.finding, scope)):
            return None
        severity: object = playbook.severity
        if severity not in list(Severity):
            severity = self._expressions.value(playbook.severity, scope)
        fixes = []
        for fix in playbook.fixes:
            if fix.when and not _is_true(self._expressions.value(fix.when, scope)):
                continue
            calls = tuple(self._call(operation, parameters, place, scope) for operation, parameters in fix.calls)
            fixes.append(FindingFix(title=fix.title, calls=calls))
        return Finding(
            account=place.account,
            region=place.region,
            severity=Severity(str(severity)) if severity in list(Severity) else Severity.MEDIUM,
            cells=tuple(_cell(self._expressions.value(column, scope)) for column in playbook.columns.values()),
            fixes=tuple(fixes),
        )

    async def _read(
        self, run: _Run, place: Place, read: PlaybookRead, scope: Mapping[str, object]
    ) -> tuple[bool, object]:
        """Whether there is an answer, and the answer: null where AWS says that there is none."""
        run.known += 1
        seen: list[Action] = []
        try:
            call = self._call(read.operation, read.parameters, place, scope)
            async with run.limit:
                await self._aws.gate.submit(call, origin=Origin.PERSON, consent=run.consent, on_change=seen.append)
        except BatonError as error:
            self._failed(run, place, str(error))
            return False, None
        finally:
            run.done += 1
            self._told(run)
        action = seen[-1]
        if action.state is ActionState.DONE and action.result is not None:
            if action.result.truncated:
                self._failed(
                    run,
                    place,
                    tr(
                        "{operation}: {limit_note} The rest was not looked at.",
                        operation=read.operation,
                        limit_note=action.result.limit_note,
                    ),
                )
            return True, action.result.data
        if action.error_code in read.absent:
            return True, None
        self._failed(run, place, action.error or tr("{operation} was not carried out.", operation=read.operation))
        return False, None

    def _call(
        self, operation: OperationId, parameters: Mapping[str, object], place: Place, scope: Mapping[str, object]
    ) -> Call:
        filled = self._filled(parameters, scope)
        assert isinstance(filled, dict)
        return Call(id=operation, parameters=filled, account=place.account, region=place.region)

    def _filled(self, value: object, scope: Mapping[str, object]) -> object:
        """Parameters with their expressions' values; what comes to nothing is left out."""
        match value:
            case str() if value.startswith(EXPRESSION * 2):
                return value[1:]
            case str() if value.startswith(EXPRESSION):
                return self._expressions.value(value[1:], scope)
            case Mapping():
                inner = {name: self._filled(item, scope) for name, item in value.items()}
                return {name: item for name, item in inner.items() if item is not None}
            case list():
                return [item for item in (self._filled(one, scope) for one in value) if item is not None]
            case _:
                return value

    @staticmethod
    def _failed(run: _Run, place: Place, error: str) -> None:
        run.failures[(place.account, place.region, error)] += 1

    @staticmethod
    def _told(run: _Run) -> None:
        run.tell(Progress(done=run.done, known=run.known, found=len(run.findings)))


def _is_true(value: object) -> bool:
    """As JMESPath takes truth: nothing, false, and what is empty are not true; nought is."""
    return value is not None and value is not False and value not in ("", [], {})


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return tr("yes") if value else tr("no")
        case str():
            return value
        case float():
            return f"{value:g}"
        case list():
            return ", ".join(_cell(item) for item in value)
        case Mapping():
            return ", ".join(f"{name}: {_cell(item)}" for name, item in value.items())
        case _:
            return str(value)


def fix_titles(findings: Iterable[Finding]) -> Sequence[str]:
    """The titles of the fixes that every one of the findings has, in order."""
    common: list[str] | None = None
    for finding in findings:
        titles = [fix.title for fix in finding.fixes]
        common = titles if common is None else [title for title in common if title in titles]
    return common or ()
