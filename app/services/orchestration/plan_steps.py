"""A plan's steps before anything runs: validated, judged, looked at and ruled on. Asks nobody, executes nothing."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.aws import (
    MOST_STEPS,
    Account,
    Action,
    Identity,
    Operation,
    Origin,
    ParameterShape,
    Plan,
    Reference,
    Risk,
    Ruling,
    Verdict,
    references,
)
from app.domain.errors import AwsParameterError, BatonError
from app.domain.language import tr
from app.services.judgement import FrozenCall, Judged, completed_parameters
from app.services.orchestration.parts import GateParts
from app.services.orchestration.rulings import Circumstances, Look, look, ruling, touched_count
from app.services.plan_references import reference_problems

_LOOKS_AT_ONCE = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanOrder:
    """Who ordered a plan and on what terms. ``undoes``: for each step, the action that it takes back, if any.

    ``notes``: sentences that stand among the plan's warnings.
    """

    origin: Origin
    conversation_id: str | None = None
    call_id: str | None = None
    model: str = ""
    untrusted: bool = False
    undoes: Sequence[str | None] = ()
    notes: tuple[str, ...] = ()


@dataclass(kw_only=True)
class PlanStep:
    """One step. ``refers`` are its references, in the order in which they stand."""

    action: Action
    judged: Judged
    refers: tuple[Reference, ...]
    look: Look | None = None

    @property
    def account(self) -> str:
        """The key of the account it goes to."""
        return self.judged.call.account

    @property
    def is_read(self) -> bool:
        """Whether it changes and discloses nothing."""
        return self.judged.risk is Risk.READ


async def prepared(parts: GateParts, plan: Plan, order: PlanOrder, plan_id: str) -> list[PlanStep]:
    """The steps of ``plan``. Raises ``AwsParameterError`` where the plan or a step is not valid, and ``NotFoundError``
    for what does not exist.
    """
    _check_size(plan, order.origin)
    steps: list[PlanStep] = []
    problems: list[str] = []
    for number, call in enumerate(plan.calls, start=1):
        try:
            frozen = FrozenCall.of(call, completed_parameters(call))
            judged = await parts.judge(frozen, in_plan=True)
        except AwsParameterError as error:
            problems += [
                tr("Step {number}: {problem}", number=number, problem=problem)
                for problem in error.problems or (error.message,)
            ]
            continue
        except BatonError as error:
            problems.append(tr("Step {number}: {problem}", number=number, problem=error))
            continue
        undoes = order.undoes[number - 1] if number <= len(order.undoes) else None
        steps.append(
            PlanStep(
                action=_action(judged, order, plan_id, number, undoes),
                judged=judged,
                refers=tuple(references(frozen.thawed().parameters)),
            )
        )
    if not problems:
        problems = await asyncio.to_thread(_reference_problems, parts, steps)
    if problems:
        raise AwsParameterError(
            tr("The plan does not fit: {problem}", problem=problems[0]),
            problems=tuple(problems),
            remedy=tr("Mend it and propose it again."),
        )
    return steps


def _check_size(plan: Plan, origin: Origin) -> None:
    count, problem = len(plan.calls), ""
    if count == 0:
        problem = tr("A plan needs at least one step.")
    elif count > MOST_STEPS:
        problem = tr("A plan may have {most} steps, not {count}.", most=MOST_STEPS, count=count)
    elif origin is Origin.MODEL and len({call.account for call in plan.calls}) > 1:
        problem = tr("All steps of a plan that a model proposes must be in one account.")
    if problem:
        raise AwsParameterError(problem, problems=(problem,))


def _reference_problems(parts: GateParts, steps: Sequence[PlanStep]) -> list[str]:
    def answer_shape(operation: Operation, path: str) -> ParameterShape | None:
        return parts.catalogue.answer_shape(operation.id, path)

    operations = [step.judged.operation for step in steps]
    return [
        tr("Step {number}: {problem}", number=number, problem=problem)
        for number, step in enumerate(steps, start=1)
        for problem in reference_problems(
            number, step.judged.call.thawed().parameters, step.judged.operation, operations, answer_shape
        )
    ]


def _action(judged: Judged, order: PlanOrder, plan_id: str, number: int, undoes: str | None) -> Action:
    return Action(
        id=uuid.uuid4().hex,
        call=judged.call.thawed(),
        risk=judged.risk,
        reasons=judged.classification.reasons,
        origin=order.origin,
        conversation_id=order.conversation_id,
        call_id=order.call_id,
        proposed_at=datetime.now(UTC),
        sentence=judged.words.sentence,
        plan_id=plan_id,
        step=number,
        model=order.model,
        undoes=undoes,
    )


async def look_at(parts: GateParts, steps: Sequence[PlanStep]) -> None:
    """Find out about the steps that change something, where what they name is known already."""
    few = asyncio.Semaphore(_LOOKS_AT_ONCE)

    async def one(step: PlanStep) -> None:
        async with few:
            step.look = await look(parts, step.judged.call.thawed())
        step.look = _without_what_is_made(step.look, steps[: steps.index(step)])
        step.judged = await parts.judge(step.judged.call, step.look.inspection.resources)
        step.action = dataclasses.replace(step.action, changes=step.look.inspection.changes)

    await asyncio.gather(*(one(step) for step in steps if not step.is_read and not step.refers))


def _without_what_is_made(seen: Look, earlier: Sequence[PlanStep]) -> Look:
    """What is not there yet may be what an earlier step makes: nobody is told that it is missing."""
    inspection = seen.inspection
    if not inspection.absent:
        return seen
    written = json.dumps([step.judged.call.thawed().parameters for step in earlier if not step.is_read], default=str)
    absent = tuple(name for name in inspection.absent if json.dumps(name) not in written)
    return dataclasses.replace(seen, inspection=dataclasses.replace(inspection, absent=absent))


def changed_resources(steps: Sequence[PlanStep]) -> int:
    """How many resources all steps together change: a plan of many small steps is a change in bulk too."""
    return sum(max(1, touched_count(step.judged, step.look)) for step in steps if not step.is_read)


def rulings(
    parts: GateParts,
    steps: Sequence[PlanStep],
    accounts: Mapping[str, Account],
    identities: Mapping[str, Identity],
    *,
    untrusted: bool,
) -> list[Ruling]:
    """The policy's word on every step; accounts and identities are by the account's key."""
    together = changed_resources(steps)
    return [
        ruling(
            parts,
            step.judged,
            Circumstances(
                account=accounts[step.account],
                identity=identities.get(step.account),
                look=step.look,
                untrusted=untrusted,
                resources=0 if step.is_read else together,
            ),
        )
        for step in steps
    ]


def denial(said: Sequence[Ruling]) -> str:
    """Why the plan is refused whole: the sentences about each step that the policy denies; "" where it denies none."""
    return " ".join(
        tr("Step {number}: {problem}", number=number, problem=" ".join(one.reasons))
        if one.reasons
        else tr("Step {number}: the policy does not allow it.", number=number)
        for number, one in enumerate(said, start=1)
        if one.verdict is Verdict.DENY
    )
