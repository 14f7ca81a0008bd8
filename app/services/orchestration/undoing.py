"""Taking actions back: finds the way back that was kept, and marks what it took back.

Owns where a way back comes from (this run's memory, the action, the audit log) and when there is none. Carries nothing
out itself: the inverse goes through the gate like any other call.
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.domain.aws import (
    Action,
    ActionState,
    AuditEntry,
    Call,
    Decision,
    Inverse,
    OperationId,
    Origin,
    Plan,
    Risk,
)
from app.domain.errors import BatonError, NotFoundError, UsageError
from app.domain.language import tr
from app.services.orchestration.parts import GateParts
from app.services.orchestration.records import ActionRecords, in_thread

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Retraction:
    """A plan that takes actions back. ``owners``: for each of its calls, the action that it is a part of undoing;
    ``followers``: by the id of an owner, the actions that are taken back with it, because what it made is gone then.
    """

    plan: Plan
    owners: tuple[Action, ...]
    notes: tuple[str, ...]
    followers: Mapping[str, tuple[Action, ...]] = field(default_factory=dict)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of every action that it takes back."""
        following = (action for actions in self.followers.values() for action in actions)
        return frozenset(action.id for action in (*self.owners, *following))


def inverse_of(parts: GateParts, action: Action) -> Inverse:
    """How ``action`` is taken back. Raises ``UsageError`` that says why it cannot be."""
    if action.risk in (Risk.READ, Risk.SENSITIVE_READ):
        raise UsageError(tr("That only read something, so there is nothing to undo."))
    if action.state is ActionState.UNDONE or action.undone_by is not None:
        raise UsageError(tr("That was undone already."))
    if action.state is ActionState.INTERRUPTED:
        raise UsageError(
            tr("Whether that was carried out is unknown, because Baton ended or was stopped while AWS worked on it."),
            remedy=tr("Look at the resource first."),
        )
    if action.state is not ActionState.DONE:
        raise UsageError(tr("That was not carried out, so there is nothing to undo."))
    found = parts.inverses.get(action.id) or action.undo
    if found is None:
        raise UsageError(
            tr("Baton knows no way to undo that."), remedy=tr("Propose the call that restores what was there.")
        )
    if not found.calls:
        raise UsageError(" ".join(found.caveats) or tr("The way back was not kept."))
    return found


def retraction(parts: GateParts, action: Action, steps: Sequence[Action] = ()) -> Retraction:
    """What takes one action back. ``steps``: those of its plan. Raises ``UsageError`` as :func:`inverse_of` does."""
    inverse = inverse_of(parts, action)
    maker = _made_by(parts, inverse, action, steps)
    if maker is not None and maker.state is ActionState.UNDONE:
        raise UsageError(
            tr("What that changed is gone already, with what step {step} of its plan had made.", step=maker.step)
        )
    plan = Plan(calls=inverse.calls, title=inverse.sentence)
    return Retraction(plan=plan, owners=(action,) * len(inverse.calls), notes=inverse.caveats)


def retraction_of_plan(parts: GateParts, actions: Sequence[Action]) -> Retraction:
    """What takes a plan's carried out steps back, the last one first. Raises ``UsageError`` where none can be."""
    calls: list[Call] = []
    owners: list[Action] = []
    notes: list[str] = []
    followers: dict[str, list[Action]] = {}
    for action in sorted(actions, key=lambda one: -one.step):
        if action.state is not ActionState.DONE or action.risk is Risk.READ:
            continue
        try:
            inverse = inverse_of(parts, action)
        except UsageError as error:
            notes.append(tr("Step {step} stays as it is: {message}", step=action.step, message=error.message))
            continue
        if (maker := _made_by(parts, inverse, action, actions)) is not None:
            if maker.state is ActionState.UNDONE:
                notes.append(tr("What step {step} changed is gone already.", step=action.step))
            else:
                followers.setdefault(maker.id, []).append(action)
                notes.append(
                    tr("What step {step} changed goes with what step {maker} made.", step=action.step, maker=maker.step)
                )
            continue
        calls += inverse.calls
        owners += [action] * len(inverse.calls)
        notes += [tr("Step {step}: {caveat}", step=action.step, caveat=caveat) for caveat in inverse.caveats]
    if not calls:
        if not notes and any(action.state is ActionState.UNDONE for action in actions):
            raise UsageError(tr("That plan was undone already."))
        raise UsageError(" ".join(notes) or tr("Nothing of that plan was carried out that could be undone."))
    return Retraction(
        plan=Plan(calls=tuple(calls), title=tr("Undo a plan")),
        owners=tuple(owners),
        notes=tuple(notes),
        followers={id: tuple(found) for id, found in followers.items()},
    )


def _made_by(parts: GateParts, inverse: Inverse, action: Action, actions: Sequence[Action]) -> Action | None:
    """The earlier step whose own way back deletes all that this one changed; ``None`` where that is no step's."""
    for maker in actions:
        if maker.step >= action.step or maker.state not in (ActionState.DONE, ActionState.UNDONE):
            continue
        deletions = maker.undo.calls if maker.undo is not None else ()
        if all(any(parts.undo.goes_with(deletion, call) for deletion in deletions) for call in inverse.calls):
            return maker
    return None


async def mark_undone(parts: GateParts, action: Action, by: str) -> Action:
    """Record that the action ``by`` took ``action`` back; returns it so."""
    undone = dataclasses.replace(action, state=ActionState.UNDONE, undone_by=by)
    try:
        operation = parts.catalogue.operation(action.call.id)
    except NotFoundError:
        log.warning("%s is no operation any more", action.call.id)
        return undone
    records = ActionRecords(parts, operation)
    parts.inverses.pop(action.id, None)
    fault = await records.audited_after("undone", undone, {"by": by})
    safe = await in_thread(records, dataclasses.replace(undone, error=fault or undone.error))
    await records.store(safe)
    return safe


async def taken_back_by(parts: GateParts, owner_id: str, *, but: Action | None = None) -> str | None:
    """The id of what took ``owner_id`` back, by the audit log; ``None`` where nothing did.

    ``but``: what is doing so now, which whoever was let through before it precedes.

    Raises ``UsageError`` where it is unknown: somebody is at it in another Baton, or was stopped while AWS worked.
    """
    attempts: dict[str, dict[str, list[AuditEntry]]] = {}
    for entry in await parts.audit.entries():
        if entry.data.get("undoes") == owner_id and not entry.data.get("dry_run"):
            if but is not None and entry.action_id == but.id and entry.what == "decided":
                break
            attempt = attempts.setdefault(str(entry.data.get("plan") or entry.action_id), {})
            attempt.setdefault(entry.action_id, []).append(entry)
    if but is not None:
        attempts.pop(but.plan_id or but.id, None)
    for attempt in attempts.values():
        states = [_state(entries) for entries in attempt.values()]  # all steps were proposed before the first was run
        if ActionState.INTERRUPTED in states:
            raise UsageError(
                tr(
                    "Whether that was undone already is unknown: it is being undone elsewhere, or an "
                    "undo was stopped while AWS worked on it."
                ),
                remedy=tr("Look at the resource first."),
            )
        if all(state is ActionState.DONE for state in states):
            return next(reversed(attempt))
    return None


async def recorded(parts: GateParts, reference: str) -> Action:
    """The action that an audit entry's number, an action's id or the beginning of one names, as far as it was kept.

    Raises ``NotFoundError`` and ``UsageError``.
    """
    entries = await parts.audit.entries()
    wanted = reference.strip().casefold()
    is_number = wanted.isdecimal() and len(wanted) < 8  # an id's beginning may be digits alone, but is longer
    ids = {
        entry.action_id
        for entry in entries
        if (str(entry.number) == wanted if is_number else entry.action_id.startswith(wanted))
    }
    if not wanted or not ids:
        raise NotFoundError(
            tr("The audit log has no entry {reference}.", reference=repr(reference)),
            remedy=tr("baton audit lists the entries."),
        )
    if len(ids) > 1:
        raise UsageError(
            tr("{reference} begins the ids of several actions.", reference=repr(reference)),
            remedy=tr("Give more of the id."),
        )
    return await _action(parts, [entry for entry in entries if entry.action_id in ids])


async def recorded_plan(parts: GateParts, plan_id: str) -> Sequence[Action]:
    """The steps of a plan as they were recorded. Raises ``NotFoundError``."""
    by_action: dict[str, list[AuditEntry]] = {}
    for entry in await parts.audit.entries():
        if entry.data.get("plan") == plan_id:
            by_action.setdefault(entry.action_id, []).append(entry)
    if not by_action:
        raise NotFoundError(tr("There is no plan {plan_id}.", plan_id=repr(plan_id)))
    return [await _action(parts, entries) for entries in by_action.values()]


async def _action(parts: GateParts, entries: Sequence[AuditEntry]) -> Action:
    """An action as its entries tell it, or as the history keeps it, which has its answer too."""
    try:
        told = _told(entries)
    except (KeyError, TypeError, ValueError, BatonError):
        raise UsageError(tr("What is recorded of that is not enough to undo it.")) from None
    if told.conversation_id is None:
        return told
    try:
        kept = await parts.conversations.actions(told.conversation_id)
    except BatonError as error:
        log.warning("the history could not be read: %s", error)
        return told
    found = next((action for action in kept if action.id == told.id), told)
    # The log is append-only and the history is not, so where they differ the log is believed.
    return dataclasses.replace(found, state=told.state, undo=told.undo, undone_by=told.undone_by)


def _told(entries: Sequence[AuditEntry]) -> Action:
    last = entries[-1]
    data = last.data
    done = next((entry for entry in reversed(entries) if entry.what == "done"), None)
    undone = next((entry for entry in reversed(entries) if entry.what == "undone"), None)
    parameters = data["parameters"]
    return Action(
        id=last.action_id,
        call=Call(
            id=OperationId.parse(str(data["operation"])),
            parameters=parameters if isinstance(parameters, Mapping) else {},
            account=str(data["account"]),
            region=str(data["region"]),
        ),
        risk=Risk(str(data["risk"])),
        state=_state(entries),
        origin=Origin(str(data.get("origin") or entries[0].data.get("origin") or Origin.COMMAND)),
        proposed_at=entries[0].at,
        finished_at=done.at if done else datetime.now(UTC),
        conversation_id=str(data["conversation"]) if data.get("conversation") else None,
        plan_id=str(data["plan"]) if data.get("plan") else None,
        step=int(str(data.get("step") or 0)),
        model=str(data.get("model") or ""),
        undo=_inverse(done.data.get("undo")) if done else None,
        undone_by=str(undone.data.get("by") or "") or None if undone else None,
    )


def _state(entries: Sequence[AuditEntry]) -> ActionState:
    """What the entries of one action say of it."""
    last, what = entries[-1], {entry.what for entry in entries}
    data = last.data
    if last.what == "decided" and "state" not in data and data.get("decision") in (Decision.PERSON, Decision.POLICY):
        return ActionState.INTERRUPTED  # it was let through, and nothing was recorded of what came of it
    if last.what == "failed" and data.get("state") == ActionState.INTERRUPTED:
        return ActionState.INTERRUPTED
    if "undone" in what:
        return ActionState.UNDONE
    if "done" in what:
        return ActionState.DONE
    return ActionState.FAILED if "failed" in what else ActionState.REFUSED


def _inverse(told: object) -> Inverse | None:
    if not isinstance(told, Mapping):
        return None
    calls = [
        Call(
            id=OperationId.parse(str(call["operation"])),
            parameters=dict(call["parameters"]),
            account=str(call["account"]),
            region=str(call["region"]),
        )
        for call in told["calls"]
    ]
    return Inverse(
        sentence=str(told.get("sentence") or ""),
        calls=tuple(calls),
        caveats=tuple(str(caveat) for caveat in told.get("caveats") or ()),
    )
