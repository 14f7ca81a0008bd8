"""One question in several accounts and regions: each place is a call of its own through the gate, one table comes back.

Owns which places are asked, how many at once, and what is told of those that failed. Refuses a model's word for where
to ask. What is no plain read becomes one plan with a step for each place, which the person decides on as a whole.
"""

from __future__ import annotations

import asyncio
import dataclasses
import itertools
import logging
import random
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.domain.aws import (
    MOST_STEPS,
    THROTTLED_CODES,
    Account,
    Action,
    ActionState,
    Call,
    CallScope,
    Gathered,
    Operation,
    Origin,
    Place,
    Plan,
    PlanRun,
    Risk,
    SpokenScope,
    actions_only,
)
from app.domain.errors import AwsParameterError, BatonError, NotAllowedError, NotFoundError, UsageError
from app.domain.language import marked, plural, tr
from app.domain.ports import (
    UNWATCHED,
    ConsentAsker,
    ConversationStore,
    OperationCatalogue,
    PlaceDirectory,
    WorkRegister,
    WorkReport,
)
from app.services.account_words import every_account, matching_accounts
from app.services.aws import AwsService
from app.services.endings import to_its_end
from app.services.gathering import Answer, gathered, head_of
from app.services.settings import SettingsService
from app.services.willing import UntilRefused
from app.services.work.tray import this_task

log = logging.getLogger(__name__)

MOST_PLACES = 2_000
_ATTEMPTS = 3
_FIRST_PAUSE_S = 1.0
_BEFORE_THEIR_TURN = 8
"""So many calls more than may be under way are made ready, or written down, while the others are under way."""
_SHOW_EVERY_S = 0.25
_ON_QUIT = marked("What has answered by then is kept.")
# The service answers for the whole account, though it has regions and the models do not say so.
_ACCOUNT_WIDE = frozenset({"s3:ListBuckets", "s3:ListDirectoryBuckets", "sts:GetCallerIdentity"})
_ACCOUNT_WIDE_SERVICES = frozenset({"ce", "budgets", "cur", "organizations", "account", "support", "health"})

Progress = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What a question in several places came to: ``action`` as it may be stored and go to a model, and the answer."""

    action: Action
    gathered: Gathered


@dataclass(kw_only=True)
class _Question:
    """One question on its way. ``pauses``: until when an account's service wants no calls, by the loop's clock."""

    call: Call
    head: Action
    places: tuple[Place, ...]
    accounts: dict[str, Account]
    consent: ConsentAsker
    on_change: Callable[[Action], None] | None
    on_progress: Progress | None
    report: WorkReport
    places_open: asyncio.Semaphore
    under_way: asyncio.Semaphore
    shown_at: float
    answers: dict[Place, Answer] = field(default_factory=dict)
    pauses: dict[str, float] = field(default_factory=dict)

    def tell(self, head: Action) -> None:
        if self.on_change is not None:
            self.on_change(head)

    def tell_progress(self, now: float) -> None:
        """Say how many have answered, now and then; ``now`` is the loop's clock."""
        done, of = len(self.answers), len(self.places)
        self.report.reached(done, of)
        if self.on_progress is not None:
            self.on_progress(done, of)
        if done < of and now - self.shown_at >= _SHOW_EVERY_S:
            self.shown_at = now
            self.tell(
                dataclasses.replace(
                    self.head,
                    sentence=tr(
                        "{sentence} {done} of {total} have answered.", sentence=self.head.sentence, done=done, total=of
                    ),
                )
            )


class FanOut:
    """Asks in every place of a scope. ``jitter`` gives numbers between 0 and 1."""

    def __init__(
        self,
        *,
        aws: AwsService,
        accounts: PlaceDirectory,
        catalogue: OperationCatalogue,
        conversations: ConversationStore,
        settings: SettingsService,
        jitter: Callable[[], float] = random.random,
        work: WorkRegister = UNWATCHED,
    ) -> None:
        self._work = work
        self._aws = aws
        self._jitter = jitter
        self._accounts = accounts
        self._catalogue = catalogue
        self._conversations = conversations
        self._settings = settings

    async def scope(self, spoken: SpokenScope, *, account: str, region: str, named: bool = False) -> CallScope:
        """The accounts and regions that ``spoken`` means, beside the ``account`` and ``region`` a chat is in.

        ``named``: the words are names and patterns that a person wrote in a command. Raises :class:`NotFoundError` for
        words that fit no account.
        """
        accounts = await self._meant(spoken, account, named=named)
        regions = spoken.regions or (region,)
        if spoken.all_regions:
            found = await self._enabled_in([item.key for item in accounts])
            regions = tuple(dict.fromkeys(name for names in found for name in names))
        return CallScope(accounts=tuple(item.key for item in accounts), regions=regions)

    async def gather_spoken(
        self,
        call: Call,
        spoken: SpokenScope,
        *,
        origin: Origin,
        consent: ConsentAsker,
        on_change: Callable[[Action], None] | None = None,
        conversation_id: str | None = None,
        call_id: str | None = None,
        model: str = "",
        untrusted: bool = False,
    ) -> Action | PlanRun:
        """:meth:`gather` over what ``spoken`` means where ``call`` is to go, or :meth:`change` for what is no plain
        read. Returns what may go to a model.
        """
        self._not_a_model(origin)
        scope = await self.scope(spoken, account=call.account, region=call.region)
        if not await self.is_read(call):
            return await self.change(
                call,
                scope,
                origin=origin,
                consent=consent,
                on_change=on_change,
                conversation_id=conversation_id,
                call_id=call_id,
                model=model,
                untrusted=untrusted,
            )
        asked = await self.gather(
            call,
            scope,
            origin=origin,
            consent=consent,
            on_change=on_change,
            conversation_id=conversation_id,
            call_id=call_id,
        )
        return asked.action

    async def gather(
        self,
        call: Call,
        scope: CallScope,
        *,
        origin: Origin,
        consent: ConsentAsker,
        on_change: Callable[[Action], None] | None = None,
        on_progress: Progress | None = None,
        conversation_id: str | None = None,
        call_id: str | None = None,
    ) -> Asked:
        """Ask ``call``, a plain read, in every account and region of ``scope``; its own ones do not count.

        ``on_change`` is told of one action that stands for all of them: running, then ended, with the joined table for
        the person's eyes; ``on_progress`` of how many of how many places have answered. Failures of single places are
        part of the answer. Cancelling keeps what came: ``on_change`` is told of it, and it is stored.

        Raises ``NotFoundError`` and ``AwsParameterError`` for a call that fits nowhere, and ``NotAllowedError`` for
        one that is no plain read, and where a model asks.
        """
        self._not_a_model(origin)
        classification = await asyncio.to_thread(self._catalogue.classify, call)
        if classification.risk is not Risk.READ:
            raise NotAllowedError(tr("{id} is no plain read.", id=call.id), remedy=tr("Propose it as a plan."))
        accounts, places, disabled = await self._fitting(call, scope)
        head = head_of(
            uuid.uuid4().hex, call, classification, places, origin, conversation_id, call_id, datetime.now(UTC)
        )
        with self._work.doing(
            plural("{call} in {count} place", "{call} in {count} places", len(places), call=call.id),
            unit="places",
            stop=this_task(),
            on_quit=tr(_ON_QUIT),
        ) as report:
            return await self._asked(head, call, places, disabled, accounts, consent, on_change, on_progress, report)

    async def _asked(
        self,
        head: Action,
        call: Call,
        places: tuple[Place, ...],
        disabled: tuple[Place, ...],
        accounts: dict[str, Account],
        consent: ConsentAsker,
        on_change: Callable[[Action], None] | None,
        on_progress: Progress | None,
        report: WorkReport,
    ) -> Asked:
        parallel = self._settings.current.aws_parallel_calls
        question = _Question(
            call=call,
            head=head,
            places=places,
            accounts=accounts,
            consent=UntilRefused(consent),
            on_change=on_change,
            on_progress=on_progress,
            report=report,
            places_open=asyncio.Semaphore(parallel + _BEFORE_THEIR_TURN),
            under_way=asyncio.Semaphore(parallel),
            shown_at=asyncio.get_running_loop().time(),
        )
        question.tell(head)
        try:
            await self._ask_all(question)
        except asyncio.CancelledError:
            await to_its_end(self._end(question, disabled, stopped=True))
            raise
        except Exception as error:
            # What stands for all of them must not be left running, whatever went wrong.
            told = str(error) if isinstance(error, BatonError) else tr("Baton could not finish this; its log says why.")
            question.tell(
                dataclasses.replace(head, state=ActionState.FAILED, finished_at=datetime.now(UTC), error=told)
            )
            raise
        return await self._end(question, disabled, stopped=False)

    async def is_read(self, call: Call) -> bool:
        """Whether ``call`` is a plain read, for :meth:`gather`, or something else, for :meth:`change`.

        Raises ``NotFoundError``.
        """
        return (await asyncio.to_thread(self._catalogue.classify, call)).risk is Risk.READ

    async def change(
        self,
        call: Call,
        scope: CallScope,
        *,
        origin: Origin,
        consent: ConsentAsker,
        on_change: Callable[[Action], None] | None = None,
        conversation_id: str | None = None,
        call_id: str | None = None,
        model: str = "",
        untrusted: bool = False,
    ) -> PlanRun:
        """Propose ``call`` in every place of ``scope`` as one plan, a step for each; the first that fails ends it.

        Raises what :meth:`gather` raises, and ``UsageError`` for more places than a plan may have steps.
        """
        self._not_a_model(origin)
        accounts, places, disabled = await self._fitting(call, scope)
        if disabled:
            # A read's answer says where it was not asked. A change that leaves places out must be asked for as such.
            raise UsageError(
                tr(
                    "{region} is not enabled in {title}.",
                    region=disabled[0].region,
                    title=repr(accounts[disabled[0].account].title),
                ),
                remedy=tr("Name the regions in which it is to change something."),
            )
        if len(places) > MOST_STEPS:
            raise UsageError(
                tr(
                    "That is a change in {count} places, and a plan may have {most} steps.",
                    count=len(places),
                    most=MOST_STEPS,
                ),
                remedy=tr("Name fewer accounts or regions."),
            )
        calls = [self._placed(call, place, accounts) for place in places]
        return await self._aws.gate.submit_plan(
            Plan(calls=tuple(calls)),
            origin=origin,
            consent=consent,
            on_change=actions_only(on_change),
            conversation_id=conversation_id,
            call_id=call_id,
            model=model,
            untrusted=untrusted,
        )

    # --- where

    async def _fitting(
        self, call: Call, scope: CallScope
    ) -> tuple[dict[str, Account], tuple[Place, ...], tuple[Place, ...]]:
        """The accounts, where to ask, and where not to. Raises ``AwsParameterError`` for a call that fits nowhere."""
        operation = await asyncio.to_thread(self._catalogue.operation, call.id)
        if problems := await asyncio.to_thread(self._catalogue.problems, call.id, call.parameters):
            raise AwsParameterError(
                tr("The parameters of {id} do not fit: {problem}", id=call.id, problem=problems[0]),
                problems=problems,
                remedy=tr("Mend them and try again."),
            )
        accounts = {key: await asyncio.to_thread(self._accounts.account, key) for key in dict.fromkeys(scope.accounts)}
        return accounts, *await self._places(operation, accounts, scope)

    @staticmethod
    def _placed(call: Call, place: Place, accounts: dict[str, Account]) -> Call:
        region = place.region or accounts[place.account].region or call.region
        return dataclasses.replace(call, account=place.account, region=region)

    async def _meant(self, spoken: SpokenScope, account: str, *, named: bool) -> tuple[Account, ...]:
        if not spoken.all_accounts and not spoken.accounts:
            return (await asyncio.to_thread(self._accounts.account, account),)
        known = await asyncio.to_thread(self._accounts.accounts)
        if spoken.all_accounts:
            return every_account(known)
        return matching_accounts(spoken.accounts, known, self._accounts.known_alias, named=named)

    async def _enabled_in(self, keys: Iterable[str]) -> Sequence[Sequence[str]]:
        """The regions to ask of each account. Accounts are asked as many at once as other calls."""
        slots = asyncio.Semaphore(self._settings.current.aws_parallel_calls)

        async def enabled(key: str) -> Sequence[str]:
            async with slots:
                return await self._enabled(key)

        return await asyncio.gather(*map(enabled, keys))

    async def _enabled(self, key: str) -> Sequence[str]:
        """The regions to ask; all that are known where the account may not be asked, or no read may run unasked."""
        if self._settings.current.aws_run_reads:
            try:
                return await asyncio.to_thread(self._accounts.enabled_regions, key)
            except BatonError as error:
                log.info("the enabled regions of an account are not known: %s", error.fault_kind)
        return await asyncio.to_thread(self._accounts.regions, key)

    async def _places(
        self, operation: Operation, accounts: dict[str, Account], scope: CallScope
    ) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """Where to ask, and where not to because the account has not enabled the region."""
        regions = tuple(dict.fromkeys(scope.regions))
        if not accounts or not regions:
            raise UsageError(tr("There is no account or no region to ask in."), remedy=tr("Name at least one of each."))
        if len(accounts) * len(regions) > MOST_PLACES:
            raise UsageError(
                tr("That is {count} places, more than {most}.", count=len(accounts) * len(regions), most=MOST_PLACES),
                remedy=tr("Ask in fewer accounts or regions."),
            )
        if _is_account_wide(operation):
            return tuple(Place(account=key, region="") for key in accounts), ()
        places: list[Place] = []
        disabled: list[Place] = []
        known_in = [await asyncio.to_thread(self._accounts.regions, key) for key in accounts]
        enabled_in = await self._enabled_in(accounts) if len(regions) > 1 else known_in
        for key, known, enabled in zip(accounts, known_in, enabled_in, strict=True):
            for region in regions:
                # What nobody knows is asked for all the same: the gate says what is wrong with it.
                is_off = region in known and region not in enabled
                (disabled if is_off else places).append(Place(account=key, region=region))
        return tuple(places), tuple(disabled)

    # --- asking

    async def _ask_all(self, question: _Question) -> None:
        tasks = [asyncio.create_task(self._ask(question, place)) for place in _in_turn(question.places)]
        try:
            for task in asyncio.as_completed(tasks):
                await task
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _ask(self, question: _Question, place: Place) -> None:
        clock = asyncio.get_running_loop().time
        for attempt in range(_ATTEMPTS):
            await asyncio.sleep(max(0.0, question.pauses.get(place.account, 0.0) - clock()))
            async with question.places_open:
                answer = await self._submit(question, place)
            question.answers[place] = answer
            if answer.code not in THROTTLED_CODES or attempt + 1 == _ATTEMPTS:
                question.tell_progress(clock())
                return
            # botocore has waited and tried four times by now, so this account's other calls wait as well.
            pause_s = _FIRST_PAUSE_S * 2.0**attempt * self._jitter()
            question.pauses[place.account] = max(question.pauses.get(place.account, 0.0), clock() + pause_s)

    async def _submit(self, question: _Question, place: Place) -> Answer:
        account = question.accounts[place.account]
        seen: list[Action] = []
        try:
            action = await self._aws.gate.submit(
                self._placed(question.call, place, question.accounts),
                origin=question.head.origin,
                consent=question.consent,
                on_change=seen.append,
                group_id=question.head.id,
                under_way=question.under_way,
            )
        except AwsParameterError:
            raise  # it fits nowhere
        except NotFoundError as error:
            return Answer(place=place, title=account.title, error=str(error))
        return Answer(place=place, title=account.title, action=action, whole=seen[-1] if seen else action)

    async def _end(self, question: _Question, disabled: tuple[Place, ...], *, stopped: bool) -> Asked:
        answers = [question.answers[place] for place in question.places if place in question.answers]
        left = tuple(place for place in question.places if place not in question.answers)
        titles = {key: account.title for key, account in question.accounts.items()}
        shown, shown_head = gathered(question.head, answers, titles, disabled, left, whole=True, stopped=stopped)
        _, kept = gathered(question.head, answers, titles, disabled, left, whole=False, stopped=stopped)
        question.tell(shown_head)
        if kept.conversation_id is not None:
            try:
                await self._conversations.save_action(kept)
            except BatonError as error:
                log.warning("an action could not be kept in the history: %s", error)
        return Asked(action=kept, gathered=shown)

    @staticmethod
    def _not_a_model(origin: Origin) -> None:
        if origin is Origin.MODEL:
            raise NotAllowedError(
                tr("A model cannot choose accounts or several regions."),
                remedy=tr("Only the person says where calls go."),
            )


def _in_turn(places: Sequence[Place]) -> list[Place]:
    """One place of each account after the other, so that not all wait for what is found out once for an account."""
    by_account: dict[str, list[Place]] = {}
    for place in places:
        by_account.setdefault(place.account, []).append(place)
    rounds = itertools.zip_longest(*by_account.values())
    return [place for one in rounds for place in one if place is not None]


def _is_account_wide(operation: Operation) -> bool:
    return operation.is_global or str(operation.id) in _ACCOUNT_WIDE or operation.id.service in _ACCOUNT_WIDE_SERVICES
