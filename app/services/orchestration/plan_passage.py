"""A plan's way through the gate: shown whole, agreed to, and run step by step until the first that does not work."""

from __future__ import annotations

import asyncio
import dataclasses
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain import numerals
from app.domain.aws import (
    Account,
    Action,
    ActionState,
    Approval,
    Decision,
    Identity,
    PlanConsent,
    PlanProposal,
    PlanRun,
    PlanState,
    Risk,
    Ruling,
    Verdict,
)
from app.domain.errors import AwsParameterError, BatonError, NotFoundError
from app.domain.language import tr
from app.domain.ports import ConsentAsker
from app.services.endings import to_its_end
from app.services.judgement import FrozenCall, Judged
from app.services.orchestration.agreement import Agreement
from app.services.orchestration.deciding import must_go_where_shown, proposal_of, tell
from app.services.orchestration.parts import GateParts, StoppedError
from app.services.orchestration.passage import Passage
from app.services.orchestration.plan_seen import TakenValues, newly_warned
from app.services.orchestration.plan_steps import (
    PlanOrder,
    PlanStep,
    changed_resources,
    denial,
    look_at,
    rulings,
)
from app.services.orchestration.plan_words import (
    how_far,
    plan_sentence,
    plan_typed,
    plan_verb,
    state_after,
    undo_offer,
)
from app.services.orchestration.records import ActionRecords, decided_by, in_thread
from app.services.plan_references import resolved

log = logging.getLogger(__name__)

PlanListener = Callable[[Action | PlanRun], None]


@dataclass(kw_only=True)
class PlanPassage:
    """One plan's way through the gate. ``answers``: what the steps so far came to, for the references to them;
    ``taken``: what of that nobody has seen.

    ``accounts``, and ``identities`` once they are known, are by the account's key.
    """

    parts: GateParts
    accounts: Mapping[str, Account]
    consent: ConsentAsker
    on_change: PlanListener | None
    order: PlanOrder
    run_id: str
    title: str
    steps: list[PlanStep]
    identities: Mapping[str, Identity] = field(default_factory=dict)
    state: PlanState = PlanState.PROPOSED
    error: str | None = None
    said: list[Ruling] = field(default_factory=list)
    answers: list[object] = field(default_factory=list)
    actions: dict[int, Action] = field(default_factory=dict)
    taken: TakenValues = field(default_factory=TakenValues)

    async def run(self) -> PlanRun:
        """To the end; returns the run with its actions without their secrets."""
        try:
            for step in self.steps:
                await self._records(step).audit("proposed", step.action, {"call_id": step.action.call_id})
            self._tell_all()
            approval = await self._decide()
            self._now(PlanState.RUNNING)
            for number, step in enumerate(self.steps, start=1):
                if not await self._run_step(number, step, approval):
                    break
        except StoppedError as stopped:
            await self._refuse(stopped)
        except asyncio.CancelledError:
            await to_its_end(self._interrupted())
            raise
        except BatonError as error:
            await self._refuse(StoppedError(ActionState.FAILED, Decision.INVALID, error))
        except Exception:
            log.exception("the gate failed at a plan")
            await self._refuse(
                StoppedError(ActionState.FAILED, Decision.INVALID, tr("Baton could not finish this; its log says why."))
            )
        return await self._ended()

    # --- the decision

    async def _decide(self) -> Approval | None:
        """How the person wants it run; ``None`` where the policy lets all of it run unasked."""
        self._rule()
        self.identities = await self._whoever()
        for step in self.steps:
            step.action = dataclasses.replace(step.action, identity=self.identities[step.account])
        self._rule()
        if all(step.is_read for step in self.steps) and all(one.verdict is Verdict.ALLOW for one in self.said):
            return None
        await look_at(self.parts, self.steps)
        self._rule()
        for step, said in zip(self.steps, self.said, strict=True):
            if said.verdict is not Verdict.ALLOW:
                step.action = dataclasses.replace(step.action, state=ActionState.WAITING, ruling=" ".join(said.reasons))
                tell(self.on_change, step.action)
                await self._records(step).store(self._records(step).safe(step.action))
        self._now(PlanState.WAITING)
        async with self.parts.asking:
            approval = await self._ask()
        for key, now in (await self._whoever()).items():
            if (now.account_id, now.arn) != (self.identities[key].account_id, self.identities[key].arn):
                raise StoppedError(
                    ActionState.REFUSED,
                    Decision.INVALID,
                    tr(
                        "{title} now leads to another identity than the one shown, so nothing was sent.",
                        title=repr(self.accounts[key].title),
                    ),
                )
        for account in self.accounts.values():
            await must_go_where_shown(self.parts, account)
        shown = self.said
        self._rule()
        self.said = shown  # what was agreed to is what was shown; each step is ruled on again when its turn comes
        return approval

    def _rule(self) -> None:
        self.said = rulings(self.parts, self.steps, self.accounts, self.identities, untrusted=self.order.untrusted)
        if why := denial(self.said):
            raise StoppedError(ActionState.REFUSED, Decision.REFUSED_BY_POLICY, why)

    async def _whoever(self) -> Mapping[str, Identity]:
        """Who Baton is in each account, in the order in which the steps go to them."""
        regions = {step.account: step.judged.call.region for step in reversed(self.steps)}
        try:
            return {
                key: await asyncio.to_thread(self.parts.accounts.identity, key, regions[key]) for key in self.accounts
            }
        except BatonError as error:
            raise StoppedError(ActionState.FAILED, Decision.INVALID, error) from None

    async def _ask(self) -> Approval:
        proposal = self._proposal()
        answer: object = await self.consent.ask_plan(proposal)  # whatever a front end made of it
        match answer:
            case PlanConsent(approval=Approval.EACH):
                return Approval.EACH
            case PlanConsent(approval=Approval.ALL, typed=typed):
                if proposal.confirm_text is not None and typed != proposal.confirm_text:
                    raise StoppedError(
                        ActionState.REFUSED,
                        Decision.REFUSED_BY_PERSON,
                        tr("What had to be typed was not typed, so nothing was carried out."),
                    )
                return Approval.ALL
            case PlanConsent(nobody_there=True):
                raise StoppedError(
                    ActionState.REFUSED,
                    Decision.NOBODY_THERE,
                    tr("Nobody was there to agree, so nothing was carried out."),
                )
            case PlanConsent(reason=reason):
                raise StoppedError(ActionState.REFUSED, Decision.REFUSED_BY_PERSON, reason or None)
            case _:
                raise StoppedError(ActionState.REFUSED, Decision.REFUSED_BY_PERSON)

    @property
    def _is_bulk(self) -> bool:
        return any(said.bulk for said in self.said)

    def _bulk_warning(self) -> tuple[str, ...]:
        if not self._is_bulk:
            return ()
        return (
            tr(
                "It changes {count} resources, more than the policy takes at once.",
                count=numerals.number(changed_resources(self.steps)),
            ),
        )

    def _proposal(self) -> PlanProposal:
        steps = tuple(
            proposal_of(
                step.action, step.judged, self.accounts[step.account], said, step.look, untrusted=self.order.untrusted
            )
            for step, said in zip(self.steps, self.said, strict=True)
        )
        return PlanProposal(
            plan_id=self.run_id,
            steps=steps,
            risk=max((step.judged.risk for step in self.steps), key=lambda risk: risk.severity),
            sentence=plan_sentence(steps),
            verb=plan_verb(steps),
            warnings=(*self._bulk_warning(), *self.order.notes),
            confirm_text=plan_typed(steps, bulk=self._is_bulk),
            origin=self.order.origin,
            model=self.order.model,
        )

    # --- the steps

    async def _run_step(self, number: int, step: PlanStep, approval: Approval | None) -> bool:
        """Run one step; returns whether the next one may be begun."""
        try:
            shown, judged = step.judged, await self._with_values(step)
        except (AwsParameterError, NotFoundError) as error:
            await self._step_failed(number, step, error)
            return False
        step.action = dataclasses.replace(
            step.action,
            call=judged.call.thawed(),
            risk=judged.risk,
            reasons=judged.classification.reasons,
            sentence=judged.words.sentence,
        )
        await self._look_before_again(number, step)
        agreed = None
        if approval is Approval.ALL and not await self._is_more_than_shown(step, judged):
            said = self.said[number - 1]
            verdict = max(Verdict.ASK, said.verdict, key=lambda one: one.severity)
            agreed = Agreement(risk=shown.risk, verdict=verdict, bulk=said.bulk)
        passage = Passage(
            parts=self.parts,
            account=self.accounts[step.account],
            consent=self.consent,
            on_change=self.on_change,
            action=step.action,
            judged=judged,
            untrusted=self.order.untrusted,
            look=step.look,
            agreed=agreed,
            expected=self.identities.get(step.account),
            least=Verdict.ASK if approval is not None and agreed is None and not step.is_read else Verdict.ALLOW,
            resources=0 if judged.risk is Risk.READ else changed_resources(self.steps),
            is_recorded=True,
        )
        try:
            action = await passage.run()
        except asyncio.CancelledError:
            self.actions[number] = self._records(step).safe(passage.action)
            raise
        self.actions[number] = action
        self.answers.append(passage.action.result.data if passage.action.result is not None else {})
        self._tell()
        return action.state is ActionState.DONE

    async def _look_before_again(self, number: int, step: PlanStep) -> None:
        """Read anew what a step will change where an earlier one may have changed it: the way back restores that."""
        if step.look is None or not step.look.done or all(one.is_read for one in self.steps[: number - 1]):
            return
        before = await asyncio.to_thread(self.parts.undo.before, step.judged.call.thawed())
        step.look = dataclasses.replace(step.look, before=before)

    async def _with_values(self, step: PlanStep) -> Judged:
        """The step as it will run: its references replaced, validated and judged anew."""
        if not step.refers:
            return step.judged
        call = step.judged.call.thawed()
        parameters = await asyncio.to_thread(resolved, call.parameters, self.answers, self.parts.catalogue.value_at)
        assert isinstance(parameters, Mapping)
        return await self.parts.judge(FrozenCall.of(call, parameters))

    async def _is_more_than_shown(self, step: PlanStep, judged: Judged) -> bool:
        """Whether a step acts on what nobody has seen, or wants a warning that did not stand in the plan.

        What an earlier step of the plan made is what was shown. A single thing that is only written to may pass.
        """
        if not step.refers:
            return False
        is_unseen = await asyncio.to_thread(
            self.taken.takes_unseen,
            step.refers,
            lambda number: self.steps[number - 1].judged.operation.id,
            self.answers,
            self.parts.catalogue.value_at,
        )
        if step.is_read and judged.risk is Risk.READ:
            return False
        if newly_warned(step.judged, judged, self.identities.get(step.account)):
            return True
        return is_unseen and (judged.risk is not Risk.WRITE or judged.words.count > 1)

    async def _step_failed(self, number: int, step: PlanStep, error: BatonError) -> None:
        action = dataclasses.replace(step.action, state=ActionState.FAILED, decision=Decision.INVALID, error=str(error))
        records = self._records(step)
        await records.audited_after("failed", action, {"decision": action.decision, "error": action.error})
        self.actions[number] = await in_thread(records, action)
        await records.store(self.actions[number])
        tell(self.on_change, action)

    # --- the end

    async def _refuse(self, stopped: StoppedError) -> None:
        """End every step that has not ended yet in the same way."""
        error = str(stopped.error) if stopped.error else None
        for number, step in enumerate(self.steps, start=1):
            if number in self.actions:
                continue
            ruled = error or "" if stopped.decision is Decision.REFUSED_BY_POLICY else step.action.ruling
            action = dataclasses.replace(
                step.action, state=stopped.state, decision=stopped.decision, error=error, ruling=ruled
            )
            records = self._records(step)
            what = "failed" if stopped.state is ActionState.FAILED else "decided"
            by = decided_by(action)
            notes = {"state": action.state, "decision": action.decision, "decided_by": by, "error": error}
            await records.audited_after(what, action, notes)
            self.actions[number] = await in_thread(records, action)
            await records.store(self.actions[number])
            tell(self.on_change, action)
        self.error = error or tr("The plan was refused, so nothing was carried out.")

    async def _interrupted(self) -> PlanRun:
        if not self.actions:
            await self._refuse(
                StoppedError(
                    ActionState.REFUSED, Decision.REFUSED_BY_PERSON, tr("It was stopped before anything was sent.")
                )
            )
        return await self._ended(PlanState.INTERRUPTED)

    async def _ended(self, state: PlanState | None = None) -> PlanRun:
        stopped_at = max(self.actions, default=0)
        for number, step in enumerate(self.steps, start=1):
            if number not in self.actions:
                error = (
                    tr("Not begun, because step {stopped_at} did not end well.", stopped_at=stopped_at)
                    if stopped_at
                    else tr("Not begun.")
                )
                self.actions[number] = await self._records(step).not_begun(step.action, error)
                tell(self.on_change, self.actions[number])
        actions = self._actions()
        self.state = state or state_after(actions)
        if self.state is not PlanState.DONE and self.error is None:
            reason = next((action.error for action in actions if action.decision is not None and action.error), None)
            self.error = " ".join(part for part in (how_far(actions), reason, undo_offer(actions)) if part)
        run = self._run()
        tell(self.on_change, run)
        return run

    def _actions(self) -> Sequence[Action]:
        return tuple(self.actions.get(number, step.action) for number, step in enumerate(self.steps, start=1))

    def _run(self) -> PlanRun:
        return PlanRun(
            id=self.run_id, state=self.state, actions=tuple(self._actions()), title=self.title, error=self.error
        )

    def _records(self, step: PlanStep) -> ActionRecords:
        return ActionRecords(self.parts, step.judged.operation)

    def _now(self, state: PlanState) -> None:
        self.state = state
        self._tell()

    def _tell(self) -> None:
        tell(self.on_change, self._run())

    def _tell_all(self) -> None:
        for step in self.steps:
            tell(self.on_change, step.action)
        self._tell()
