"""The words about a plan: what is to happen, what must be typed, and how far it came. Made from its calls alone."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.aws import Action, ActionState, PlanState, Proposal
from app.domain.language import marked, plural, tr
from app.domain.wording import listed


def plan_sentence(steps: Sequence[Proposal]) -> str:
    """``Run 3 steps: Create …; then Tag …``: the steps' own sentences, never a title that a model wrote."""
    first, *more = (step.sentence for step in steps)
    said = [first, *(tr("then {step}", step=sentence) for sentence in more)]
    return f"{plan_verb(steps)}: {'; '.join(said)}"


def plan_verb(steps: Sequence[Proposal]) -> str:
    """The acting button's words."""
    return plural("Run {count} step", "Run {count} steps", len(steps))


def plan_typed(steps: Sequence[Proposal], *, bulk: bool = False) -> str | None:
    """What must be typed to agree to all of it: the one text that a step wants, or how many steps there are.

    ``bulk``: it changes more than the policy takes at once, so the number is typed whatever the steps want.
    """
    wanted = [step.confirm_text for step in steps if step.confirm_text is not None]
    if len(wanted) == 1 and not bulk:
        return wanted[0]
    return plural("{count} step", "{count} steps", len(steps)) if wanted or bulk else None


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
        parts.append(
            plural(
                "{steps} of {total} was carried out",
                "{steps} of {total} were carried out",
                len(done),
                steps=_steps(done),
                total=len(actions),
            )
        )
    parts += [tr(_END[action.state], step=at) for at, action in ended]
    if left:
        parts.append(plural("{steps} was not begun", "{steps} were not begun", len(left), steps=_steps(left)))
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def undo_offer(actions: Sequence[Action]) -> str:
    """That what was done can be undone, as far as it can; "" where nothing can."""
    can = [at for at, action in enumerate(actions, start=1) if action.state is ActionState.DONE and action.undo]
    if not can:
        return ""
    text = plural("{steps} can be undone.", "{steps} can be undone.", len(can), steps=_steps(can))
    return text[:1].upper() + text[1:]


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
    ActionState.FAILED: marked("step {step} failed"),
    ActionState.INTERRUPTED: marked("step {step} was stopped at work"),
    ActionState.REFUSED: marked("step {step} was refused"),
}


def _steps(steps: Sequence[int]) -> str:
    if len(steps) == 1:
        return tr("step {step}", step=steps[0])
    if len(steps) > 2 and steps[-1] - steps[0] == len(steps) - 1:
        return tr("steps {first} to {last}", first=steps[0], last=steps[-1])
    return tr("steps {steps}", steps=listed([str(step) for step in steps]))
