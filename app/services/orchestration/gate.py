"""The gate: takes a call, or a plan of several, from whoever proposes it to its end, and takes back what was done."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Callable, Collection
from datetime import UTC, datetime

from app.domain.aws import (
    LONGEST_TRUST,
    Account,
    Action,
    ActionState,
    Call,
    Identity,
    KnownAccount,
    Origin,
    Plan,
    PlanRun,
)
from app.domain.errors import AwsParameterError, BatonError, NotFoundError, UsageError
from app.domain.language import tr
from app.domain.ports import (
    AccountDirectory,
    AuditLog,
    CallExecutor,
    CallInspector,
    ConsentAsker,
    ConversationStore,
    OperationCatalogue,
    UndoPlanner,
)
from app.services.judgement import FrozenCall, Judge, Judged, completed_parameters
from app.services.orchestration.deciding import tell
from app.services.orchestration.following import Following
from app.services.orchestration.parts import GateParts
from app.services.orchestration.passage import Passage
from app.services.orchestration.plan_passage import PlanListener, PlanPassage
from app.services.orchestration.plan_steps import PlanOrder, prepared
from app.services.orchestration.undoing import (
    Retraction,
    mark_undone,
    recorded,
    recorded_plan,
    retraction,
    retraction_of_plan,
    taken_back_by,
)
from app.services.policy import PolicyService
from app.services.settings import SettingsService

log = logging.getLogger(__name__)

_LATE_S = 10.0
"""How long the end of Baton waits for what calls come to that were stopped while AWS worked."""


class ActionGate:
    """Turns a call into an action's whole life, and a plan into that of several."""

    def __init__(
        self,
        *,
        catalogue: OperationCatalogue,
        accounts: AccountDirectory,
        executor: CallExecutor,
        audit: AuditLog,
        settings: SettingsService,
        conversations: ConversationStore,
        inspector: CallInspector,
        undo: UndoPlanner,
        policy: PolicyService,
    ) -> None:
        self._parts = GateParts(
            judge=Judge(catalogue),
            catalogue=catalogue,
            accounts=accounts,
            executor=executor,
            audit=audit,
            settings=settings,
            conversations=conversations,
            inspector=inspector,
            undo=undo,
            policy=policy,
        )
        self._caught_up = False
        self.following = Following(self._parts, self.submit)

    async def submit(
        self,
        call: Call,
        *,
        origin: Origin,
        consent: ConsentAsker,
        on_change: Callable[[Action], None] | None = None,
        conversation_id: str | None = None,
        call_id: str | None = None,
        dry_run: bool = False,
        model: str = "",
        untrusted: bool = False,
        group_id: str | None = None,
        under_way: asyncio.Semaphore | None = None,
    ) -> Action:
        """Take one call through the gate; returns the action in its final state.

        ``on_change`` is for the person's eyes and gets the whole result; what is returned, stored and audited has
        its secrets hidden, and only that may go to a model. A dry run counts as a read: nothing is carried out.
        ``untrusted``: text that AWS or a file gave stood before whoever proposes this, so nothing but a plain read
        runs unasked. ``group_id``: the question over several accounts or regions that this is a part of; ``under_way``:
        bounds how many of its calls are with AWS at once, and is held for as long as this one is.

        Raises ``NotFoundError`` (unknown operation, account or region) and ``AwsParameterError`` before anything is
        asked; what happens after the decision is told by the action's state, ``error`` and ``error_code``. Every
        step is audited before it happens: where the audit log cannot be written, nothing runs. Cancelling while the
        person is asked refuses; cancelling while AWS works marks the action interrupted, and what came of it is
        recorded when it arrives.
        """
        order = PlanOrder(
            origin=origin, conversation_id=conversation_id, call_id=call_id, model=model, untrusted=untrusted
        )
        return await self._submit(
            call, order, consent, on_change, dry_run=dry_run, group_id=group_id, under_way=under_way
        )

    async def submit_plan(
        self,
        plan: Plan,
        *,
        origin: Origin,
        consent: ConsentAsker,
        on_change: PlanListener | None = None,
        conversation_id: str | None = None,
        call_id: str | None = None,
        model: str = "",
        untrusted: bool = False,
    ) -> PlanRun:
        """Take several calls through the gate as one plan; returns it as it ended, its actions without secrets.

        Nothing runs before every step is valid, none is denied and the person has seen all of them; a plan of plain
        reads that the policy allows runs unasked. It stops at the first step that is refused or fails; ``error`` then
        says what was done. ``on_change`` gets the run at each of its changes and the actions at each of theirs.

        Raises ``NotFoundError`` and ``AwsParameterError`` (each problem names its step) before anything is asked.
        Cancelling stops between two steps, or as :meth:`submit` says.
        """
        order = PlanOrder(
            origin=origin, conversation_id=conversation_id, call_id=call_id, model=model, untrusted=untrusted
        )
        return await self._submit_plan(plan, order, consent, on_change)

    async def undo(
        self, action: Action, *, consent: ConsentAsker, on_change: PlanListener | None = None
    ) -> Action | PlanRun:
        """Take back an action that was done, by the way back kept with it; returns what did so, as it ended.

        The person decides on it like on any call. Once it is done, ``action`` becomes ``UNDONE``, which ``on_change``
        is told too. Raises ``UsageError`` that says why something cannot be undone.
        """
        steps = await recorded_plan(self._parts, action.plan_id) if action.plan_id is not None else ()
        return await self._take_back(retraction(self._parts, action, steps), action, consent, on_change)

    async def undo_recorded(
        self, reference: str, *, consent: ConsentAsker, on_change: PlanListener | None = None
    ) -> Action | PlanRun:
        """Like :meth:`undo`, for the number of an audit entry, the id of an action, or the beginning of one."""
        return await self.undo(await recorded(self._parts, reference), consent=consent, on_change=on_change)

    async def undo_plan(
        self, plan_id: str, *, consent: ConsentAsker, on_change: PlanListener | None = None
    ) -> Action | PlanRun:
        """Take back what was done of a plan, its last step first, as a plan of its own. Raises as :meth:`undo` does."""
        back = retraction_of_plan(self._parts, await recorded_plan(self._parts, plan_id))
        return await self._take_back(back, back.owners[0], consent, on_change)

    async def aclose(self) -> None:
        """Wait a while for what stopped calls come to, so that it is recorded."""
        if self._parts.late:
            await asyncio.wait(self._parts.late, timeout=_LATE_S)

    # --- the ways in

    async def _submit(
        self,
        call: Call,
        order: PlanOrder,
        consent: ConsentAsker,
        on_change: Callable[[Action], None] | None,
        *,
        dry_run: bool = False,
        group_id: str | None = None,
        under_way: asyncio.Semaphore | None = None,
    ) -> Action:
        parts = self._parts
        await self._catch_up()
        frozen = FrozenCall.of(call, completed_parameters(call))
        account, judged, identity = await asyncio.to_thread(self._settled, frozen)
        passage = Passage(
            parts=parts,
            account=account,
            consent=consent,
            on_change=on_change,
            untrusted=order.untrusted,
            notes=order.notes,
            identity=identity,
            under_way=under_way,
            action=Action(
                id=uuid.uuid4().hex,
                call=frozen.thawed(),
                risk=judged.risk,
                reasons=judged.classification.reasons,
                origin=order.origin,
                conversation_id=order.conversation_id,
                call_id=order.call_id,
                proposed_at=datetime.now(UTC),
                sentence=judged.words.sentence,
                dry_run=dry_run,
                model=order.model,
                group_id=group_id,
                undoes=next(iter(order.undoes), None),
            ),
            judged=judged,
        )
        return await passage.run()

    async def _submit_plan(
        self, plan: Plan, order: PlanOrder, consent: ConsentAsker, on_change: PlanListener | None
    ) -> PlanRun:
        run_id = uuid.uuid4().hex
        await self._catch_up()
        steps = await prepared(self._parts, plan, order, run_id)
        regions: dict[str, set[str]] = {}
        for step in steps:
            regions.setdefault(step.judged.call.account, set()).add(step.judged.call.region)
        passage = PlanPassage(
            parts=self._parts,
            accounts={key: await self._account(key, wanted) for key, wanted in regions.items()},
            consent=consent,
            on_change=on_change,
            order=order,
            run_id=run_id,
            title=plan.title,
            steps=steps,
        )
        return await passage.run()

    async def _catch_up(self) -> None:
        """Let a trust end by the newest time on record too: the clock may have been set back while Baton did not run.

        What is further ahead than a trust may last says that the clock was wrong then: such a trust has not begun.
        """
        policy = self._parts.policy
        if self._caught_up or not any(rule.is_trust for rule in policy.policy().rules):
            return
        for entry in await self._parts.audit.entries(limit=1):
            if entry.at - policy.clock.wall() <= LONGEST_TRUST:
                policy.clock.no_earlier_than(entry.at)
        self._caught_up = True

    async def _account(self, key: str, wanted: Collection[str]) -> Account:
        return (await asyncio.to_thread(self._known_account, key, wanted)).account

    def _settled(self, call: FrozenCall) -> tuple[Account, Judged, Identity | None]:
        """All that is known of a call without asking anybody."""
        known = self._known_account(call.account, {call.region})
        return known.account, self._parts.judge.judged(call), known.identity

    def _known_account(self, key: str, wanted: Collection[str]) -> KnownAccount:
        """The account, where it has those regions."""
        known = self._parts.accounts.known(key)
        for region in sorted(wanted):
            if region not in known.regions:
                raise NotFoundError(
                    tr(
                        "There is no region {region} for {title}.", region=repr(region), title=repr(known.account.title)
                    ),
                    remedy=tr("Write it as AWS does, as in eu-west-1."),
                )
        return known

    async def _take_back(
        self, back: Retraction, first: Action, consent: ConsentAsker, on_change: PlanListener | None
    ) -> Action | PlanRun:
        ids = back.ids
        if ids & self._parts.undoing:
            raise UsageError(tr("That is being undone already."))
        self._parts.undoing |= ids
        try:
            await self._not_taken_back(back, on_change)
            order = PlanOrder(
                origin=Origin.PERSON,
                conversation_id=first.conversation_id,
                undoes=tuple(owner.id for owner in back.owners),
                notes=back.notes,
            )
            try:
                if len(back.plan.calls) == 1:
                    ended = await self._submit(back.plan.calls[0], order, consent, on_change)
                    await self._mark(back, (ended,), on_change)
                    return ended
                run = await self._submit_plan(back.plan, order, consent, on_change)
            except asyncio.CancelledError:
                # What was let through may be done already, or still be: that it was is recorded once it is known.
                late = asyncio.ensure_future(self._mark_late(back, on_change, tuple(self._parts.late)))
                self._parts.late.add(late)
                late.add_done_callback(self._parts.late.discard)
                raise
            except AwsParameterError as error:
                raise UsageError(tr("The way back does not fit any more."), remedy=error.message) from error
            await self._mark(back, run.actions, on_change)
            return run
        finally:
            self._parts.undoing -= ids

    async def _not_taken_back(self, back: Retraction, on_change: PlanListener | None) -> None:
        """Raise ``UsageError`` where one of the actions was taken back already, by the audit log's word."""
        if await self._mark_recorded(back, on_change):
            raise UsageError(tr("That was undone already."))

    async def _mark_late(
        self, back: Retraction, on_change: PlanListener | None, working: Collection[asyncio.Task[None]]
    ) -> None:
        if working:
            await asyncio.wait(working)
        try:
            await self._mark_recorded(back, on_change)
        except BatonError as error:
            log.warning("whether an undo that was stopped took place is not known: %s", error)

    async def _mark_recorded(self, back: Retraction, on_change: PlanListener | None) -> bool:
        """Mark those actions undone of which the audit log says so; whether there were any."""
        found = False
        for owner in {owner.id: owner for owner in back.owners}.values():
            by = await taken_back_by(self._parts, owner.id)
            if by is not None:
                found = True
                tell(on_change, await mark_undone(self._parts, owner, by))
        return found

    async def _mark(self, back: Retraction, ended: Collection[Action], on_change: PlanListener | None) -> None:
        """Mark each action undone all of whose calls back were carried out."""
        by_owner: dict[str, list[Action]] = {}
        for owner, action in zip(back.owners, ended, strict=True):
            by_owner.setdefault(owner.id, []).append(action)
        owners = {owner.id: owner for owner in back.owners}
        for owner_id, actions in by_owner.items():
            if all(action.state is ActionState.DONE and not action.dry_run for action in actions):
                for undone in (owners[owner_id], *back.followers.get(owner_id, ())):
                    tell(on_change, await mark_undone(self._parts, undone, actions[-1].id))
