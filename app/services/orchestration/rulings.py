"""What is found out about a call before anybody decides, and what the policy then says to it.

Owns the question put to the policy, and the floor under its answer: a permission is always asked about, what destroys
or is protected wants a name typed, and text that came back from AWS makes nothing but plain reads run unasked.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field, replace

from app.domain.aws import (
    Account,
    Call,
    Identity,
    Inspection,
    PolicyQuestion,
    Risk,
    Ruling,
    Snapshot,
    Verdict,
)
from app.domain.aws.rulings import protecting_tag
from app.domain.language import tr
from app.services.judgement import Judged
from app.services.orchestration.parts import GateParts

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What was found out. ``done`` is false where the settings let nothing be read unasked."""

    before: Snapshot = field(default_factory=Snapshot)
    inspection: Inspection = field(default_factory=Inspection)
    done: bool = False

    @property
    def is_protected(self) -> bool:
        """Whether a resource is protected by a tag."""
        return any(resource.protected for resource in self.inspection.resources)


NOT_LOOKED = Look()


async def look(parts: GateParts, call: Call) -> Look:
    """The state before ``call`` and its inspection. Nothing is read where reads do not run unasked."""
    if not parts.settings.current.aws_run_reads:
        return Look(inspection=Inspection(notes=(tr("Nothing was looked up: reads are set to be asked about."),)))
    return await asyncio.to_thread(_look, parts, call)


def _look(parts: GateParts, call: Call) -> Look:
    try:
        before = parts.undo.before(call)
        inspection = parts.inspector.inspect(call, before)
        policy = parts.policy.policy()
        inspection = replace(
            inspection,
            resources=tuple(
                replace(one, protected=one.protected or protecting_tag(policy, one.tags))
                for one in inspection.resources
            ),
            undo=inspection.undo or parts.undo.prospect(call, before),
        )
        if before.problem and before.problem not in inspection.notes:
            inspection = replace(inspection, notes=(*inspection.notes, before.problem))
        return Look(before=before, inspection=inspection, done=True)
    except Exception:
        log.exception("what %s touches could not be looked up", call.id)
        return Look(inspection=Inspection(notes=(tr("What it touches could not be looked up; the log says why."),)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Circumstances:
    """What surrounds a call when the policy is asked. ``resources``: of the whole plan, where it is a step of one.

    ``least``: what somebody asked for on top of the policy, as to be asked at every step.
    """

    account: Account
    identity: Identity | None = None
    look: Look | None = None
    untrusted: bool = False
    dry_run: bool = False
    resources: int = 0
    least: Verdict = Verdict.ALLOW


def is_read(judged: Judged, *, dry_run: bool) -> bool:
    """Whether nothing is changed or disclosed: a plain read, or a dry run of anything."""
    return judged.risk is Risk.READ or dry_run


def touched_count(judged: Judged, seen: Look | None) -> int:
    """How many resources a call touches: what its parameters say or what was found, whichever is more."""
    return max(judged.words.count, len(seen.inspection.resources) if seen is not None else 0)


def ruling(parts: GateParts, judged: Judged, around: Circumstances) -> Ruling:
    """What the policy says to ``judged``, never milder than the floor."""
    seen = around.look
    resources = seen.inspection.resources if seen is not None else ()
    given = _asked(
        parts,
        PolicyQuestion(
            call=judged.call.thawed(),
            risk=judged.risk,
            account_names=_names(around.account, around.identity),
            tags=tuple(dict(resource.tags) for resource in resources if resource.found),
            resources=max(around.resources, touched_count(judged, seen)),
            protected=any(resource.protected for resource in resources),
            untrusted=around.untrusted,
            dry_run=around.dry_run,
        ),
    )
    least, why = _floor(judged, around)
    if given.bulk and least is Verdict.ALLOW and not is_read(judged, dry_run=around.dry_run):
        least, why = Verdict.ASK, tr("It changes many resources at once.")
    if given.verdict.severity >= least.severity:
        return given
    reasons = (*given.reasons, why) if given.verdict is not Verdict.ALLOW else (why,)
    return replace(given, verdict=least, reasons=reasons)


def _asked(parts: GateParts, question: PolicyQuestion) -> Ruling:
    try:
        given: object = parts.policy.ruling(question)
        if isinstance(given, Ruling) and isinstance(given.verdict, Verdict):
            return given
    except Exception:
        log.exception("the policy could not be asked about %s", question.call.id)
    reads = question.risk is Risk.READ or question.dry_run
    return Ruling(
        verdict=Verdict.ASK if reads else Verdict.DENY,
        reasons=(tr("The policy could not be asked, so changes are refused. The log says why."),),
    )


def _floor(judged: Judged, around: Circumstances) -> tuple[Verdict, str]:
    if is_read(judged, dry_run=around.dry_run):
        return around.least, tr("You asked to decide on every step.")
    if judged.risk is Risk.DESTRUCTIVE:
        return Verdict.TYPED, tr("What destroys is confirmed by typing.")
    if around.look is not None and around.look.is_protected:
        return Verdict.TYPED, tr("It touches what a tag protects, so it is confirmed by typing.")
    if judged.risk is Risk.PERMISSIONS:
        return Verdict.ASK, tr("A change of permissions is always asked about.")
    if around.untrusted:
        return Verdict.ASK, tr("Text from AWS or a file stood before the model, so only plain reads run unasked.")
    if around.account.endpoints:
        return Verdict.ASK, tr("It does not go to AWS but where the AWS configuration says, so it is asked about.")
    if around.look is not None and (not around.look.done or around.look.inspection.notes):
        return Verdict.ASK, tr("Not everything about it could be looked up, so it is asked about.")
    return around.least, tr("You asked to decide on every step.")


def _names(account: Account, identity: Identity | None) -> tuple[str, ...]:
    names = (account.key, account.title, *((identity.alias or "", identity.account_id) if identity else ()))
    return tuple(dict.fromkeys(name for name in names if name))
