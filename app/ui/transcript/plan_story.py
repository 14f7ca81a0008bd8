"""How far a plan came, told from its steps alone: state, progress, and what was done before it stopped. Qt-free."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from app.domain.aws import Action, ActionState, PlanState
from app.domain.language import marked, plural, tr
from app.domain.wording import listed
from app.ui.transcript.undo_row import can_undo

_OVER = (ActionState.DONE, ActionState.UNDONE)


def plan_state(actions: Sequence[Action]) -> PlanState:
    """Where the plan stands whose steps stand so."""
    states = {action.state for action in actions}
    if ActionState.RUNNING in states:
        return PlanState.RUNNING
    if ActionState.INTERRUPTED in states:
        return PlanState.INTERRUPTED
    if ActionState.FAILED in states:
        return PlanState.FAILED
    begun = bool(states & {*_OVER})
    if ActionState.REFUSED in states:
        return PlanState.FAILED if begun else PlanState.REFUSED
    if states <= {*_OVER}:
        return PlanState.DONE
    if ActionState.WAITING in states:
        return PlanState.WAITING
    return PlanState.RUNNING if begun else PlanState.PROPOSED


def at_its_turn(actions: Sequence[Action]) -> tuple[Action, ...]:
    """The steps as they are shown: the person is asked about the plan as a whole, or about the one step whose turn it
    is; those that come later only stand there as proposed.
    """
    begun = any(action.state in _OVER for action in actions)
    running = any(action.state is ActionState.RUNNING for action in actions)
    waiting = [action.id for action in actions if action.state is ActionState.WAITING]
    asked = waiting[0] if waiting and begun and not running else None
    return tuple(
        dataclasses.replace(action, state=ActionState.PROPOSED)
        if action.state is ActionState.WAITING and action.id != asked
        else action
        for action in actions
    )


def carried_out(actions: Sequence[Action]) -> int:
    """How many steps were carried out."""
    return sum(action.state in _OVER for action in actions)


def progress(actions: Sequence[Action]) -> str:
    """``2 of 4``: how many steps were carried out."""
    return tr("{number} of {count}", number=carried_out(actions), count=len(actions))


def all_undone(actions: Sequence[Action]) -> bool:
    """Whether every step that was carried out was taken back, or cannot be."""
    done = [action for action in actions if action.state in _OVER]
    return any(action.state is ActionState.UNDONE for action in done) and not any(can_undo(action) for action in done)


def undoable(actions: Sequence[Action]) -> list[Action]:
    """The steps that can be taken back, in their order."""
    return [action for action in actions if can_undo(action)]


def story(actions: Sequence[Action]) -> str:
    """What was done and what was not, where the plan did not go through: one or two sentences, else ""."""
    if plan_state(actions) not in (PlanState.FAILED, PlanState.INTERRUPTED, PlanState.REFUSED):
        return ""
    done = [action.step for action in actions if action.state in _OVER]
    left = [action.step for action in actions if _was_not_begun(action)]
    ended = [action for action in actions if action.state not in _OVER and not _was_not_begun(action)]
    if not done and not any(action.state is not ActionState.REFUSED for action in ended):
        return _reason(ended) or tr("The plan was refused. Nothing was sent to AWS.")
    text = tr("Nothing was carried out before")
    if done:
        steps = _numbers(done)
        text = plural("Step {steps} was carried out", "Steps {steps} were carried out", len(done), steps=steps)
    clauses = [tr(_ENDS[action.state], step=action.step) for action in ended]
    if left:
        steps = _numbers(left)
        clauses.append(plural("step {steps} was not begun", "steps {steps} were not begun", len(left), steps=steps))
    for clause in clauses:
        text = tr("{story}, {clause}", story=text, clause=clause)
    text = tr("{story}.", story=text)
    reason = _reason(ended)
    return f"{text} {reason}" if reason else text


_ENDS = {
    ActionState.FAILED: marked("step {step} failed"),
    ActionState.INTERRUPTED: marked("step {step} was stopped while AWS worked"),
    ActionState.REFUSED: marked("step {step} was refused"),
    ActionState.PROPOSED: marked("step {step} was not begun"),
    ActionState.WAITING: marked("step {step} was not begun"),
    ActionState.RUNNING: marked("step {step} is running"),
}


def _was_not_begun(action: Action) -> bool:
    """A step whose turn never came is refused by nobody."""
    if action.state in (ActionState.PROPOSED, ActionState.WAITING):
        return True
    return action.state is ActionState.REFUSED and action.decision is None


def _reason(ended: Sequence[Action]) -> str:
    return next((action.error for action in ended if action.error), "")


def _numbers(steps: Sequence[int]) -> str:
    if len(steps) > 2 and steps[-1] - steps[0] == len(steps) - 1:
        return tr("{first} to {last}", first=steps[0], last=steps[-1])
    return listed([str(step) for step in steps])
