"""How a call is decided on: look, ask the policy, ask the person, and make sure that what runs is what was shown."""

from __future__ import annotations

import asyncio
import dataclasses
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from app.domain.aws import (
    Account,
    Action,
    ActionState,
    AuditNote,
    Consent,
    Decision,
    Identity,
    Proposal,
    Ruling,
    Verdict,
)
from app.domain.errors import AwsParameterError, BatonError, NotFoundError
from app.domain.language import plural, tr
from app.domain.ports import ConsentAsker
from app.domain.wording import listed
from app.services.arns import elsewhere
from app.services.judgement import FrozenCall, Judged
from app.services.orchestration.agreement import Agreement
from app.services.orchestration.parts import GateParts, StoppedError
from app.services.orchestration.records import ActionRecords, before_digest, decided_by
from app.services.orchestration.rulings import NOT_LOOKED, Circumstances, Look, is_read, look, ruling, touched_count

log = logging.getLogger(__name__)

MAX_QUESTIONS = 8
"""How often one call may be asked about again because it was edited into something else."""

_News = TypeVar("_News")


@dataclass(kw_only=True)
class Deciding:
    """One call on its way to a decision.

    ``look``: what was found out already, for a step of a plan. ``agreed``: what the person agreed to with that plan,
    as ``expected``.
    ``notes``: sentences that stand among the warnings, as what an undo does not restore. ``is_recorded``: its proposal
    is in the audit log already. ``held_back``: what is written together with the next entry. ``identity``: who one is
    there; given where that was known when the call came.
    """

    parts: GateParts
    account: Account
    consent: ConsentAsker
    on_change: Callable[[Action], None] | None
    action: Action
    judged: Judged
    untrusted: bool = False
    look: Look | None = None
    agreed: Agreement | None = None
    expected: Identity | None = None
    least: Verdict = Verdict.ALLOW
    resources: int = 0
    notes: tuple[str, ...] = ()
    is_recorded: bool = False
    held_back: tuple[AuditNote, ...] = ()
    identity: Identity | None = None
    records: ActionRecords = field(init=False)

    def __post_init__(self) -> None:
        self.records = ActionRecords(self.parts, self.judged.operation)

    async def propose(self) -> None:
        """Put the proposal on record. That of a plain read may wait for the decision, to be on disk with it in one
        writing before the call is sent. Raises ``StorageError`` and its kin.
        """
        if self.is_recorded:
            return
        self.held_back = (self.records.note("proposed", self.action, {"call_id": self.action.call_id}),)
        if not is_read(self.judged, dry_run=self.action.dry_run):
            await self.write()

    async def write(self, *notes: AuditNote) -> None:
        """Write ``notes`` behind what was held back. Raises ``StorageError`` and its kin."""
        held, self.held_back = self.held_back, ()  # where this is cancelled, it may have been written
        if not held and not notes:
            return
        try:
            await self.parts.audit.append_all((*held, *notes))
        except Exception:
            self.held_back = held
            raise

    async def decide(self) -> tuple[Decision, Ruling]:
        """Who lets the call run, and what the policy says. Raises :class:`StoppedError` where nobody lets it."""
        if self.identity is None:
            self._ruled()  # what is denied whoever one is there is denied before anybody is asked who one is
            self.identity = await self._whoever()
        self.action = dataclasses.replace(self.action, identity=self.identity)
        self._same_as_agreed()
        said = self._ruled()
        if said.verdict is Verdict.ALLOW and is_read(self.judged, dry_run=self.action.dry_run):
            return Decision.POLICY, said
        await self.write()
        if self.look is None:
            await self._look()
        said = self._ruled()
        if said.verdict is Verdict.ALLOW:
            return Decision.POLICY, said
        if self.agreed is not None and self.agreed.covers(self.judged, said):
            return Decision.PERSON, said
        self.now(state=ActionState.WAITING, ruling=" ".join(said.reasons))
        await self.store()
        async with self.parts.asking:
            said = await self._ask(said)
        await self._same_identity()
        if (now := self._ruled()).verdict.severity > said.verdict.severity:
            raise StoppedError(
                ActionState.REFUSED,
                Decision.REFUSED_BY_POLICY,
                tr("The policy became stricter while this was decided, so it was not carried out."),
            )
        return Decision.PERSON, now

    def _ruled(self) -> Ruling:
        """The policy's word. Raises :class:`StoppedError` where it denies."""
        around = Circumstances(
            account=self.account,
            identity=self.identity,
            look=self.look,
            untrusted=self.untrusted,
            dry_run=self.action.dry_run,
            resources=self.resources,
            least=self.least,
        )
        said = ruling(self.parts, self.judged, around)
        if said.verdict is Verdict.DENY:
            why = " ".join(said.reasons) or tr("The policy does not allow this, so it was not carried out.")
            self.action = dataclasses.replace(self.action, ruling=why)
            raise StoppedError(ActionState.REFUSED, Decision.REFUSED_BY_POLICY, why)
        return said

    async def _look(self) -> None:
        self.look = await look(self.parts, self.judged.call.thawed())
        self.judged = await self.parts.judge(self.judged.call, self.look.inspection.resources)
        self.action = dataclasses.replace(self.action, changes=self.look.inspection.changes)

    async def _ask(self, said: Ruling) -> Ruling:
        """Ask until a yes stands for the call as it is; returns the ruling it was given under."""
        agreed_to: tuple[FrozenCall, int] | None = None
        for _ in range(MAX_QUESTIONS):
            shown, wanted = self.judged, self._typed(said)
            # The second question about the same many resources says their number.
            again = said.bulk and agreed_to == (shown.call, touched_count(shown, self.look))
            answer = _granted(await self.consent.ask(self._proposal(said, many=again)))
            if answer.parameters is not None:
                await self._edit(answer.parameters)
            now = self._ruled()
            if self.judged.risk is not shown.risk or self._typed(now) != wanted or (now.bulk and not said.bulk):
                said = now
                continue  # it has become another thing than the one agreed to
            if wanted is not None and answer.typed != wanted:
                raise StoppedError(
                    ActionState.REFUSED,
                    Decision.REFUSED_BY_PERSON,
                    tr("What had to be typed was not typed, so it was not carried out."),
                )
            count = touched_count(self.judged, self.look)
            is_said = wanted is not None and str(count) in wanted.split()
            if now.bulk and not is_said and not (again and self.judged.call == shown.call):
                said, agreed_to = now, (self.judged.call, count)
                continue
            return now
        raise StoppedError(
            ActionState.REFUSED,
            Decision.REFUSED_BY_PERSON,
            tr("The call was changed too often, so it was not carried out."),
        )

    def _typed(self, said: Ruling) -> str | None:
        return self.judged.words.typed if said.verdict is Verdict.TYPED else None

    async def _edit(self, parameters: Mapping[str, object]) -> None:
        try:
            edited = self.judged.call.edited(parameters)
            if edited == self.judged.call:
                return
            self.judged = await self.parts.judge(edited)
        except (AwsParameterError, NotFoundError) as error:
            raise StoppedError(ActionState.FAILED, Decision.INVALID, error) from None
        self.action = dataclasses.replace(
            self.action,
            call=edited.thawed(),
            risk=self.judged.risk,
            reasons=self.judged.classification.reasons,
            sentence=self.judged.words.sentence,
        )
        await self._look()

    async def _whoever(self) -> Identity:
        try:
            return await asyncio.to_thread(self.parts.accounts.identity, self.account.key, self.judged.call.region)
        except BatonError as error:
            # Nobody is asked to agree to a call in an account that cannot be named.
            raise StoppedError(ActionState.FAILED, Decision.INVALID, error) from None

    async def _same_identity(self) -> None:
        """The profile may have been pointed at another account while the person read the dialog."""
        self._must_be(await self._whoever(), self.identity)
        await must_go_where_shown(self.parts, self.account)

    def _same_as_agreed(self) -> None:
        """A plan was agreed to for one identity."""
        if self.expected is not None:
            self._must_be(self.identity, self.expected)

    def _must_be(self, now: Identity | None, shown: Identity | None) -> None:
        if now is None or shown is None or (now.account_id, now.arn) != (shown.account_id, shown.arn):
            raise StoppedError(
                ActionState.REFUSED,
                Decision.INVALID,
                tr(
                    "{title} now leads to another identity than the one shown, so nothing was sent.",
                    title=repr(self.account.title),
                ),
            )

    def _proposal(self, said: Ruling, *, many: bool) -> Proposal:
        made = proposal_of(
            self.action, self.judged, self.account, said, self.look, notes=self.notes, untrusted=self.untrusted
        )
        if not many:
            return made
        count = touched_count(self.judged, self.look)
        question = plural("Really change {count} resource?", "Really change {count} resources?", count)
        why = plural(
            "You are asked twice because this changes {count} resource at once.",
            "You are asked twice because this changes {count} resources at once.",
            count,
        )
        return dataclasses.replace(made, sentence=f"{question} {made.sentence}", warnings=(why, *made.warnings))

    def decided(self) -> Mapping[str, object]:
        before = before_digest(self.look.before) if self.look is not None else ""
        return {
            "decision": self.action.decision,
            "decided_by": decided_by(self.action),
            "ruling": self.action.ruling,
            "before": before,
        }

    async def store(self) -> None:
        if self.action.conversation_id is not None:
            await self.records.store(self.records.safe(self.action))

    def now(self, **changes: object) -> None:
        self.action = dataclasses.replace(self.action, **changes)  # type: ignore[arg-type]  # names and types are those of Action
        self.tell()

    def tell(self) -> None:
        tell(self.on_change, self.action)


def proposal_of(
    action: Action,
    judged: Judged,
    account: Account,
    said: Ruling,
    seen: Look | None,
    *,
    notes: tuple[str, ...] = (),
    untrusted: bool = False,
) -> Proposal:
    """What the person is shown of a call: made from the call and from reads, never from what a model said."""
    call = judged.call.thawed()
    strangers = elsewhere(call, action.identity.account_id) if action.identity is not None else ()
    return Proposal(
        action_id=action.id,
        call=call,
        operation=dataclasses.replace(judged.operation, classification=judged.classification),
        account=account,
        identity=action.identity,
        sentence=judged.words.sentence,
        verb=judged.words.verb,
        touched=judged.touched,
        warnings=(*endpoint_warning(account), *judged.words.warnings, *strangers, *notes),
        confirm_text=judged.words.typed if said.verdict is Verdict.TYPED else None,
        origin=action.origin,
        inspection=(seen or NOT_LOOKED).inspection,
        policy=said.reasons,
        untrusted=untrusted,
        model=action.model,
    )


async def must_go_where_shown(parts: GateParts, shown: Account) -> None:
    """Raise :class:`StoppedError` where the configuration sends calls elsewhere than when the account was shown."""
    try:
        now = await asyncio.to_thread(parts.accounts.account, shown.key)
    except BatonError as error:
        raise StoppedError(ActionState.FAILED, Decision.INVALID, error) from None
    if now.endpoints != shown.endpoints:
        raise StoppedError(
            ActionState.REFUSED,
            Decision.INVALID,
            tr(
                "Calls of {title} go to another address now than was shown, so nothing was sent.",
                title=repr(shown.title),
            ),
        )


def endpoint_warning(account: Account) -> tuple[str, ...]:
    """That calls do not go to AWS, where that is so."""
    if not account.endpoints:
        return ()
    return (
        tr(
            "The AWS configuration sends calls of {account} to {addresses} instead of AWS.",
            account=repr(account.title),
            addresses=listed(account.endpoints),
        ),
    )


def _granted(answer: object) -> Consent:
    """Whatever a front end made of an answer, where it is a yes. Raises :class:`StoppedError` where it is none."""
    if isinstance(answer, Consent) and answer.granted is True:
        return answer
    if not isinstance(answer, Consent):
        raise StoppedError(ActionState.REFUSED, Decision.REFUSED_BY_PERSON)
    decision = Decision.NOBODY_THERE if answer.nobody_there else Decision.REFUSED_BY_PERSON
    error = (
        tr("Nobody was there to agree, so it was not carried out.") if answer.nobody_there else answer.reason or None
    )
    raise StoppedError(ActionState.REFUSED, decision, error)


def tell(listener: Callable[[_News], None] | None, news: _News) -> None:
    """Tell ``listener``, whose faults are its own."""
    if listener is None:
        return
    try:
        listener(news)
    except Exception:
        log.exception("a listener of actions failed")
