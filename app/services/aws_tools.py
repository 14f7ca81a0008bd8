"""What a model's tool calls do: find operations, describe one, propose a call or a plan. None can execute anything.

A proposal goes to the gate, which asks the person; what the model reads back is the outcome, as JSON data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from app.domain.aws import (
    Action,
    ActionState,
    Call,
    Decision,
    Operation,
    Origin,
    ParameterShape,
    Plan,
    PlanRun,
    SpokenScope,
    Tool,
    actions_only,
)
from app.domain.errors import AwsParameterError, BatonError, UnsupportedError
from app.domain.language import tr
from app.domain.messages import ToolCallPart, ToolResultPart
from app.domain.ports import ConsentAsker
from app.services.aws import AwsService
from app.services.aws_tool_arguments import (
    arguments_of,
    operation_of,
    proposal_key,
    proposed_call,
    proposed_steps,
    spoken_scope,
    text_of,
)
from app.services.model_digest import RESULT_CHARS, as_json, enveloped, result_fields
from app.services.proposal_memory import NoMoreQuestions, ProposalMemory

_CODE = re.compile(r"[A-Za-z0-9.]{1,80}")


class Gathering(Protocol):
    """What asks a call in several accounts and regions at once."""

    async def gather_spoken(
        self,
        call: Call,
        spoken: SpokenScope,
        *,
        origin: Origin,
        consent: ConsentAsker,
        on_change: Callable[[Action], None] | None,
        conversation_id: str | None,
        call_id: str | None,
        model: str,
        untrusted: bool,
    ) -> Action | PlanRun:
        """A plain read's one action that stands for all of them, else the plan with a step for each; secrets hidden."""
        ...


@dataclass(frozen=True, kw_only=True)
class ToolContext:
    """What a tool call runs in; fixed by the person's conversation, never by the model.

    ``model``: who asks, as ``provider:model``. ``untrusted``: text from AWS or a file stands before it. ``memory``:
    what was refused within the turn. ``gathering``: who asks in several places, where that is to be had.
    """

    aws: AwsService
    account: str
    region: str
    conversation_id: str
    origin: Origin
    consent: ConsentAsker
    model: str = ""
    untrusted: bool = False
    memory: ProposalMemory = field(default_factory=ProposalMemory)
    gathering: Gathering | None = None

    def key(self, call: ToolCallPart) -> tuple[str, ...] | None:
        """What a proposal comes down to; ``None`` for what proposes nothing."""
        return proposal_key(call, self.account, self.region, self.origin)


async def run_tool(call: ToolCallPart, context: ToolContext, on_action: Callable[[Action], None]) -> ToolResultPart:
    """Carry out one tool call. Faults of any kind become an error result that says what to change."""
    try:
        content = await _run(call, context, on_action)
    except AwsParameterError as error:
        lines = "\n".join(f"- {problem}" for problem in error.problems)
        return _result(call, f"{error}\n{lines}".strip(), is_error=True)
    except BatonError as error:
        return _result(call, str(error), is_error=True)
    return _result(call, content)


def _result(call: ToolCallPart, content: str, *, is_error: bool = False) -> ToolResultPart:
    return ToolResultPart(call_id=call.call_id, name=call.name, content=content[: 2 * RESULT_CHARS], is_error=is_error)


async def _run(call: ToolCallPart, context: ToolContext, on_action: Callable[[Action], None]) -> str:
    if call.name not in list(Tool):
        raise AwsParameterError(f"There is no tool {call.name[:60]!r}. The tools are {', '.join(Tool)}.")
    arguments = arguments_of(call, context.origin)
    match call.name:
        case Tool.FIND:
            limit = arguments.get("limit")
            limit = min(max(limit, 1), 25) if isinstance(limit, int) else 10
            matches = await context.aws.find(text_of(arguments, "text"), limit=limit)
            return as_json(
                [{"service": m.id.service, "operation": m.id.operation, "summary": m.summary} for m in matches]
            )
        case Tool.DESCRIBE:
            return describe(await context.aws.explain(operation_of(arguments)))
        case Tool.PROPOSE:
            proposed = proposed_call(arguments, context.account, context.region)
            scope = spoken_scope(arguments)
            return await _propose(call, context, lambda told: _submit(proposed, scope, told, call, on_action))
        case _:
            steps = proposed_steps(arguments, context.account, context.region)
            return await _propose(call, context, lambda told: _submit_plan(steps, told, call, on_action))


async def _propose(
    call: ToolCallPart, context: ToolContext, submit: Callable[[ToolContext], Awaitable[Action | PlanRun]]
) -> str:
    """Submit what was not refused within the turn. Once enough was, nothing is asked and nothing but reads can run."""
    key, memory = context.key(call), context.memory
    if (earlier := memory.earlier(key)) is not None:
        return earlier
    if memory.is_exhausted:
        context = replace(context, consent=NoMoreQuestions(), untrusted=True)
    ended = await submit(context)
    told = plan_outcome(ended) if isinstance(ended, PlanRun) else outcome(ended)
    memory.note(key, ended, told)
    return told


async def _submit(
    proposed: Call,
    scope: SpokenScope | None,
    context: ToolContext,
    call: ToolCallPart,
    on_action: Callable[[Action], None],
) -> Action | PlanRun:
    if scope is None:
        return await context.aws.gate.submit(
            proposed,
            origin=context.origin,
            consent=context.consent,
            on_change=on_action,
            conversation_id=context.conversation_id,
            call_id=call.call_id,
            model=context.model,
            untrusted=context.untrusted,
        )
    # The one place where a question goes to several accounts and regions; a model's arguments never come here.
    if context.gathering is None:
        raise UnsupportedError(
            tr("Several accounts or regions cannot be asked at once here."), remedy=tr("Ask one by one.")
        )
    return await context.gathering.gather_spoken(
        proposed,
        scope,
        origin=context.origin,
        consent=context.consent,
        on_change=on_action,
        conversation_id=context.conversation_id,
        call_id=call.call_id,
        model=context.model,
        untrusted=context.untrusted,
    )


async def _submit_plan(
    steps: Sequence[Call], context: ToolContext, call: ToolCallPart, on_action: Callable[[Action], None]
) -> PlanRun:
    return await context.aws.gate.submit_plan(
        Plan(calls=tuple(steps)),
        origin=context.origin,
        consent=context.consent,
        on_change=actions_only(on_action),
        conversation_id=context.conversation_id,
        call_id=call.call_id,
        model=context.model,
        untrusted=context.untrusted,
    )


def was_carried_out(result: ToolResultPart) -> bool:
    """Whether a proposal's result is the outcome of an action, and not a fault of the proposal itself."""
    try:
        told = json.loads(result.content)
    except (ValueError, RecursionError):
        return False
    return not result.is_error and isinstance(told, dict) and "state" in told


def describe(operation: Operation) -> str:
    """An operation as JSON for a model: parameters to three levels, texts kept short."""
    return as_json(
        {
            "service": operation.id.service,
            "operation": operation.id.operation,
            "summary": operation.summary,
            "risk": operation.classification.risk,
            "iam_actions": operation.classification.iam_actions,
            "required": operation.required,
            "parameters": {shape.name: _shape(shape, depth=3) for shape in operation.parameters},
        }
    )[:RESULT_CHARS]


def _shape(shape: ParameterShape, *, depth: int) -> dict[str, object]:
    described: dict[str, object] = {"type": shape.kind}
    if shape.documentation:
        described["about"] = shape.documentation[:160]
    if shape.enum:
        described["one_of"] = shape.enum[:40]
    if depth > 0 and shape.members:
        described["members"] = {member.name: _shape(member, depth=depth - 1) for member in shape.members}
        if required := [member.name for member in shape.members if member.required]:
            described["required"] = required
    if depth > 0 and shape.element is not None:
        described["of"] = _shape(shape.element, depth=depth - 1)
    return described


def outcome(action: Action) -> str:
    """A finished action as JSON for a model: state, risk, where it ran, and the result or the reason there is none."""
    return as_json(_told(action, RESULT_CHARS))


def plan_outcome(run: PlanRun) -> str:
    """A plan as JSON for a model: how far it came, and the outcome of every step."""
    chars = RESULT_CHARS // max(1, len(run.actions))
    told: dict[str, object] = {"state": run.state, "steps": [_told(action, chars) for action in run.actions]}
    if run.actions and all(action.state is ActionState.REFUSED for action in run.actions):
        told["note"] = _NOT_AGAIN
    return as_json(told)


_NOT_AGAIN = "It was not carried out. Do not propose the same again unless the person asks for it."


def _told(action: Action, chars: int) -> dict[str, object]:
    told: dict[str, object] = {
        "state": action.state,
        "operation": str(action.call.id),
        "risk": action.risk,
        "account": action.call.account,
        "region": action.call.region,
    }
    if action.decision is not None:
        told["decision"] = action.decision
    if action.state is ActionState.REFUSED:
        told["note"] = _NOT_AGAIN
    if action.result is not None:
        told |= result_fields(action.result, operation=action.call.id, chars=chars)
    if action.error:
        if _CODE.fullmatch(action.error_code):
            told["error_code"] = action.error_code
        if action.state is ActionState.FAILED and action.decision in (Decision.PERSON, Decision.POLICY):
            told |= enveloped(error=action.error)  # AWS's own words, with names that anybody may have chosen
        else:
            told["error"] = action.error
    return told
