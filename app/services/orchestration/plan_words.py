"""The words about a plan: what is to happen, what must be typed, and how far it came. Made from its calls alone."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.aws import Action, ActionState, PlanState, Proposal


def plan_sentence(steps: Sequence[Proposal]) -> str:
    """``Run 3 steps: Create …; then Tag …``: the steps' own sentences, never a title that a model wrote."""
    return f"{plan_verb(steps)}: {'; then '.join(step.sentence for step in steps)}"


def plan_verb(steps: Sequence[Proposal]) -> str:
    """The acting button's words."""
    return "Run 1 step" if len(steps) == 1 else f"Run {len(steps)} steps"


def plan_typed(steps: Sequence[Proposal], *, bulk: bool = False) -> str | None:
    """What must be typed to agree to all of it: the one text that a step wants, or how many steps there are.

    ``bulk``: it changes more than the policy takes at once, so the number is typed whatever the steps want.
    """
    wanted = [step.confirm_text for step in steps if step.confirm_text is not None]
    if len(wanted) == 1 and not bulk:
        return wanted[0]
    return f"{len(steps)} steps" if wanted or bulk else None


def how_far(actions: Sequence[Action]) -> str:
    """``Steps 1 and 2 of 4 were carried out, step 3 failed, step 4 was not begun.``"""
    done = [at for at, action in enumerate(actions, start=1) if action.state in (ActionState.DONE, ActionState.UNDONE)]
    ended = [
        (at, action)
        for at, action in enumerate(actions, start=1)
        if action.state in (ActionState.FAILED, ActionState.INTERRUPTED)
        or (action.state is ActionState.REFUSED and action.decision is not None)
    ]
    left = [
        at for at, action in enumerate(actions, start=1) if action.state is ActionState.REFUSED and not action.decision
    ]
    parts = []
    if done:
        parts.append(f"{_steps(done)} of {len(actions)} {_was(done)} carried out")
    for at, action in ended:
        parts.append(f"step {at} {_END[action.state]}")
    if left:
        parts.append(f"{_steps(left)} {_was(left)} not begun")
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def undo_offer(actions: Sequence[Action]) -> str:
    """That what was done can be undone, as far as it can; "" where nothing can."""
    can = [at for at, action in enumerate(actions, start=1) if action.state is ActionState.DONE and action.undo]
    return f"{_steps(can).capitalize()} can be undone." if can else ""


def state_after(actions: Sequence[Action]) -> PlanState:
    """Where a plan stands whose steps ended so."""
    states = {action.state for action in actions}
    if ActionState.INTERRUPTED in states:
        return PlanState.INTERRUPTED
    if ActionState.FAILED in states:
        return PlanState.FAILED
    if ActionState.REFUSED in states:
        return PlanState.FAILED if ActionState.DONE in states else PlanState.REFUSED
    return PlanState.DONE


_END = {
    ActionState.FAILED: "failed",
    ActionState.INTERRUPTED: "was stopped at work",
    ActionState.REFUSED: "was refused",
}


def _was(steps: Sequence[int]) -> str:
    return "was" if len(steps) == 1 else "were"


def _steps(steps: Sequence[int]) -> str:
    if len(steps) == 1:
        return f"step {steps[0]}"
    if len(steps) > 2 and steps[-1] - steps[0] == len(steps) - 1:
        return f"steps {steps[0]} to {steps[-1]}"
    return f"steps {', '.join(map(str, steps[:-1]))} and {steps[-1]}"
