"""What was found out about a call, in words: one place for the window and the terminal. Pure functions.

Owns the lines about resources, permission, dry run, cost, changes and undoing, who proposed a call, and a plan's
totals. Every text that came from an account or a model is made visible here; refuses to judge what was found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.aws import (
    Check,
    Cost,
    Inspection,
    Origin,
    PlanProposal,
    Proposal,
    Reference,
    Resource,
    Risk,
    Standing,
    StateChange,
    replaced,
)
from app.domain.language import marked, plural, tr
from app.domain.numerals import money, number, plainly_spaced
from app.domain.text import visible
from app.domain.wording import unended

TAGS_SHOWN = 3
_UNTRUSTED = marked("Text from your account or a file was in front of the model when it proposed this.")
_ADVICE = marked("Advice only: organisation policies can still refuse.")

_ORIGINS = {
    Origin.MODEL: marked("A model proposed this. Check every value: they are its own."),
    Origin.RECOGNISER: marked("Baton read this from your sentence, without a model."),
    Origin.COMMAND: marked("You asked for this by a command."),
    Origin.PERSON: marked("You asked for this."),
}


def untrusted_line(proposal: Proposal) -> str:
    """That a model had read text from outside; empty where it had not, and where no model proposed the call."""
    return tr(_UNTRUSTED) if proposal.untrusted and proposal.origin is Origin.MODEL else ""


# Resources


def resource_title(resource: Resource) -> str:
    """``instance web-1 (i-0abc)``, or ``bucket logs`` where the name is all there is."""
    kind, name, id = visible(tr(resource.kind)), visible(resource.name), visible(resource.id)
    if not name or name == id:
        return f"{kind} {id}".strip()
    return f"{kind} {name} ({id})".strip()


def resource_facts(resource: Resource) -> str:
    """``t3.micro, running, used by 3 instances``; empty where nothing more is known."""
    return ", ".join(visible(text) for text in (*resource.facts, *resource.dependants))


def protection_line(resource: Resource) -> str:
    """Which tag protects it, or "" where none does."""
    return tr("Protected by its tag {protected}", protected=visible(resource.protected)) if resource.protected else ""


def tags_line(tags: Mapping[str, str], *, most: int = TAGS_SHOWN) -> str:
    """``Tags: env=prod, team=web and 4 more``; empty where there are none."""
    if not tags:
        return ""
    shown = ", ".join(visible(f"{key}={value}") for key, value in list(tags.items())[:most])
    left = len(tags) - most
    return (
        tr("Tags: {tags} and {count} more", tags=shown, count=plainly_spaced(number(left)))
        if left > 0
        else tr("Tags: {tags}", tags=shown)
    )


def resource_lines(resource: Resource) -> list[str]:
    """Everything about a resource: its title, then what is known of it, what uses it, its tags, what protects it."""
    more = (
        ", ".join(visible(fact) for fact in resource.facts),
        ", ".join(visible(text) for text in resource.dependants),
        tags_line(resource.tags),
        protection_line(resource),
    )
    return [resource_title(resource), *(line for line in more if line)]


def absent_lines(inspection: Inspection) -> list[str]:
    """What the call names and the account does not have, a sentence each."""
    return [tr("{name} was not found in this account and region.", name=visible(name)) for name in inspection.absent]


# Whether it may, what it costs, what it changes


def permission_line(check: Check) -> str:
    """What the simulation of the permissions came to, and that it is advice."""
    note = visible(check.note)
    match check.standing:
        case Standing.ALLOWED:
            return tr("Simulated: you may. {note}", note=note or tr(_ADVICE))
        case Standing.DENIED:
            actions = ", ".join(visible(action) for action in check.denied)
            words = (
                tr("Simulated: probably denied: {actions}.", actions=actions)
                if actions
                else tr("Simulated: probably denied.")
            )
            return f"{words} {note}".strip()
        case Standing.UNKNOWN:
            words = tr("Whether you may is not known.")
            return f"{words} {note}".strip()


def dry_run_line(check: Check) -> str:
    """What AWS said to a dry run."""
    note = visible(check.note)
    match check.standing:
        case Standing.ALLOWED:
            words = tr("Dry run: AWS would carry it out.")
        case Standing.DENIED:
            actions = ", ".join(visible(action) for action in check.denied)
            words = (
                tr("Dry run: AWS would refuse it ({actions}).", actions=actions)
                if actions
                else tr("Dry run: AWS would refuse it.")
            )
        case Standing.UNKNOWN:
            words = tr("Dry run: came to nothing.")
    return f"{words} {note}".strip()


def usd_a_month(amount: float) -> str:
    """``+$12.40 a month``, ``−$3.65 a month``, ``no monthly cost``."""
    if amount == 0:
        return tr("no monthly cost")
    if abs(amount) < 0.005:
        return tr("under $0.01 a month") if amount > 0 else tr("saves under $0.01 a month")
    return tr("{amount} a month", amount=f"{'+' if amount > 0 else '−'}{plainly_spaced(money(abs(amount)))}")


def cost_line(cost: Cost) -> str:
    """``+$12.40 a month (one t3.small; prices of 2026-11-01)``, or that it is not known."""
    base = unended(visible(cost.sentence))
    if cost.monthly_usd is None:
        return tr("Monthly cost unknown: {reason}.", reason=base) if base else tr("Monthly cost unknown.")
    notes = [*([base] if base else []), *([tr("prices of {date}", date=visible(cost.as_of))] if cost.as_of else [])]
    words = usd_a_month(cost.monthly_usd)
    words = words[0].upper() + words[1:]
    return tr("{cost} ({notes}).", cost=words, notes="; ".join(notes)) if notes else tr("{cost}.", cost=words)


def change_line(change: StateChange) -> str:
    """``i-0abc state: running → stopped``."""
    now, then = (visible(state) or tr("nothing") for state in (change.now, change.then))
    return f"{visible(change.what)}: {now} → {then}"


def undo_line(inspection: Inspection) -> str:
    """How it can be undone, or "" where nothing is known of that."""
    return tr("Undo: {undo}", undo=visible(inspection.undo)) if inspection.undo else ""


def inspection_lines(inspection: Inspection) -> list[str]:
    """All that was found out, a line each, in the order in which a person decides by it."""
    lines = [*absent_lines(inspection), *(visible(line) for line in inspection.irreversible)]
    for resource in inspection.resources:
        title, *more = resource_lines(resource)
        lines += [title, *(f"  {line}" for line in more)]
    lines += [change_line(change) for change in inspection.changes]
    if inspection.cost is not None:
        lines.append(cost_line(inspection.cost))
    if inspection.permission is not None:
        lines.append(permission_line(inspection.permission))
    if inspection.dry_run is not None:
        lines.append(dry_run_line(inspection.dry_run))
    if undo := undo_line(inspection):
        lines.append(undo)
    return lines + [visible(note) for note in inspection.notes]


# Who proposed it


def proposer_line(origin: Origin, model: str) -> str:
    """Who proposed a call or a plan; what a model proposed never stands without its name."""
    if origin is Origin.MODEL and model:
        return tr(
            "Proposed by {model} (a model). Check every value: they are its own.",
            model=visible(model.partition(":")[2] or model),
        )
    return tr(_ORIGINS[origin])


# Plans


@dataclass(frozen=True, kw_only=True, slots=True)
class Totals:
    """A plan in numbers. ``monthly_usd``: the sum of the known costs, ``None`` where none is known."""

    changes: int
    reads: int
    disclosing: int
    monthly_usd: float | None
    unpriced: int
    irreversible: int


def totals(steps: Sequence[Proposal]) -> Totals:
    """The numbers of a plan's steps."""
    risks = [step.operation.classification.risk for step in steps]
    costs = [step.inspection.cost.monthly_usd for step in steps if step.inspection.cost is not None]
    known = [cost for cost in costs if cost is not None]
    return Totals(
        changes=sum(risk not in (Risk.READ, Risk.SENSITIVE_READ) for risk in risks),
        reads=risks.count(Risk.READ),
        disclosing=risks.count(Risk.SENSITIVE_READ),
        monthly_usd=sum(known) if known else None,
        unpriced=len(costs) - len(known),
        irreversible=sum(bool(step.inspection.irreversible) for step in steps),
    )


def totals_line(proposal: PlanProposal) -> str:
    """``3 changes, 1 read; +$12.40 a month; 1 cannot be undone``."""
    found = totals(proposal.steps)
    counts = [
        found.changes and plural("{count} change", "{count} changes", found.changes),
        found.disclosing and plural("{count} sensitive read", "{count} sensitive reads", found.disclosing),
        found.reads and plural("{count} read", "{count} reads", found.reads),
    ]
    parts = [", ".join(count for count in counts if count)]
    if found.monthly_usd is not None:
        cost = usd_a_month(found.monthly_usd)
        parts.append(tr("{cost} and what is unknown", cost=cost) if found.unpriced else cost)
    elif found.unpriced:
        parts.append(tr("monthly cost unknown"))
    if found.irreversible:
        parts.append(tr("{count} cannot be undone", count=found.irreversible))
    return "; ".join(part for part in parts if part)


def reference_words(value: Reference) -> str:
    """``SubnetId of step 1`` for a value that an earlier step will give."""
    return tr("{name} of step {step}", name=visible(value.path.rpartition(".")[2] or value.path), step=value.step)


def referring(parameters: Mapping[str, object]) -> Mapping[str, object]:
    """Parameters to read: each reference in them as :func:`reference_words` says it, with its whole path."""
    shown = replaced(parameters, lambda found: f"‹{reference_words(found)}: {visible(found.path)}›")
    assert isinstance(shown, Mapping)
    return shown
