"""One call's way through the gate: decide, execute, find the way back, redact, record."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.aws import Action, ActionState, CallResult, Decision, Inverse, Verdict
from app.domain.errors import AwsError, BatonError, UsageError
from app.domain.language import marked, tr
from app.services.endings import to_its_end
from app.services.orchestration.deciding import Deciding
from app.services.orchestration.parts import StoppedError
from app.services.orchestration.records import before_digest, decided_by, digest_of, in_thread, inverse_notes
from app.services.orchestration.rulings import NOT_LOOKED, is_read
from app.services.orchestration.undoing import taken_back_by

log = logging.getLogger(__name__)

_STOPPED_AT_WORK = marked(
    "It was stopped while AWS worked. Whether AWS carried it out is unknown: look before repeating it."
)
_CAME_LATE = marked("It was stopped while AWS worked; what came of it arrived afterwards.")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Outcome:
    """A call that was carried out: the action with its answer, the form of it without secrets, the way back that may be
    kept, and what the audit log says.
    """

    action: Action
    safe: Action
    kept: Inverse | None
    notes: Mapping[str, object]


@dataclass(kw_only=True)
class Passage(Deciding):
    """One call's way through the gate. ``work``: the call, once it is sent, and what it came to. ``under_way``: bounds
    how many of a question's calls are with AWS at once.
    """

    under_way: asyncio.Semaphore | None = None
    work: asyncio.Future[_Outcome] | None = None
    finished: bool = False

    async def run(self) -> Action:
        """To the end; returns the action without its secrets."""
        try:
            await self.propose()
            self.tell()
            decision, said = await self.decide()
            self.action = dataclasses.replace(self.action, decision=decision, ruling=" ".join(said.reasons))
            await self.write(self.records.note("decided", self.action, self.decided()))
            await self._first_to_undo()
            self.now(state=ActionState.RUNNING)
            await self.store()
            return await self._execute()
        except StoppedError as stopped:
            return await self._stopped(stopped)
        except asyncio.CancelledError:
            if not self.finished:
                # The end must be recorded though the task is being cancelled, and cancelled again perhaps.
                await to_its_end(self._cancelled())
                self._await_outcome()
            raise
        except BatonError as error:
            # Until the call is sent a failure means that nothing ran, above all where the audit log cannot be written.
            return await self._failed(error)
        except Exception:
            log.exception("the gate failed at %s", self.action.call.id)
            why = (
                tr("Baton could not finish this; its log says why. Nothing was sent.")
                if self.work is None
                else tr("Baton could not finish this; its log says why. Whether AWS carried it out is unknown.")
            )
            return await self._failed(AwsError(why))

    async def _first_to_undo(self) -> None:
        """Of two who were let through to take the same action back, whom the audit log names first does so."""
        if self.action.undoes is None:
            return
        try:
            if await taken_back_by(self.parts, self.action.undoes, but=self.action) is None:
                return
        except UsageError as error:
            raise StoppedError(ActionState.REFUSED, Decision.INVALID, error) from None
        raise StoppedError(ActionState.REFUSED, Decision.INVALID, tr("That was undone already, so nothing was sent."))

    async def _execute(self) -> Action:
        cancelled = threading.Event()
        settings = self.parts.settings.current

        def work() -> _Outcome:
            result = self.parts.executor.execute(
                self.judged.call.thawed(),
                page_limit=settings.aws_page_limit,
                timeout_s=float(settings.aws_timeout_s),
                dry_run=self.action.dry_run,
                cancelled=cancelled.is_set,
            )
            return self._outcome(result)

        if self.under_way is not None:
            timeout_s = float(settings.aws_timeout_s)
            await asyncio.to_thread(self.parts.executor.make_ready, self.judged.call.thawed(), timeout_s=timeout_s)
        try:
            async with self.under_way or contextlib.nullcontext():
                if self.under_way is not None:
                    self._still_allowed()
                self.work = asyncio.ensure_future(asyncio.to_thread(work))
                outcome = await asyncio.shield(self.work)
        except asyncio.CancelledError:
            cancelled.set()
            raise
        except BatonError as error:
            return await self._failed(error)
        self.finished = True
        return await to_its_end(self._done(outcome))

    def _still_allowed(self) -> None:
        """The policy may have changed while the call waited for its turn."""
        if self._ruled().verdict is not Verdict.ALLOW and self.action.decision is Decision.POLICY:
            raise StoppedError(
                ActionState.REFUSED,
                Decision.REFUSED_BY_POLICY,
                tr("The policy became stricter before this had its turn, so it was not carried out."),
            )

    def _await_outcome(self) -> None:
        """Go on waiting, with nobody there, for what a call comes to that was stopped while AWS worked."""
        if self.work is not None:
            late = asyncio.ensure_future(self._outcome_of(self.work))
            self.parts.late.add(late)
            late.add_done_callback(self.parts.late.discard)

    async def _outcome_of(self, work: asyncio.Future[_Outcome]) -> None:
        try:
            await self._done(await work, late=True)
        except BatonError as error:
            await self._ended(ActionState.FAILED, str(error), _code(error), {"late": True})
        except Exception:
            log.exception("what a stopped call came to could not be recorded")

    async def _done(self, outcome: _Outcome, *, late: bool = False) -> Action:
        self.action, safe, kept = outcome.action, outcome.safe, outcome.kept
        notes = {**outcome.notes, "late": True} if late else outcome.notes
        # That it was let through was flushed before it was sent; what came of a plain read may follow later.
        flushed = not is_read(self.judged, dry_run=self.action.dry_run)
        fault = await self.records.audited_after("done", self.action, notes, flushed=flushed)
        whole = self.action.undo
        if whole is not None and kept is not None and not kept.calls:
            self.parts.inverses.keep(self.action.id, whole)
        error = " ".join(part for part in (tr(_CAME_LATE) if late else "", fault) if part) or None
        self.now(error=error)
        safe = dataclasses.replace(safe, error=error)
        await self.records.store(safe)
        return safe

    def _outcome(self, result: CallResult) -> _Outcome:
        """What the call came to. Takes long for a long answer."""
        whole, kept = self._taken_back_by(result)
        done = dataclasses.replace(
            self.action, state=ActionState.DONE, finished_at=datetime.now(UTC), result=result, undo=whole, error=None
        )
        safe = dataclasses.replace(self.records.safe(dataclasses.replace(done, undo=None)), undo=kept)
        assert safe.result is not None
        notes: dict[str, object] = {
            "request_id": result.request_id,
            "pages": result.pages,
            "dry_run": result.dry_run,
            "before": before_digest(self.look.before) if self.look is not None else "",
            "after": digest_of(safe.result.data),
        }
        return _Outcome(action=done, safe=safe, kept=kept, notes=notes | dict(inverse_notes(kept)))

    def _taken_back_by(self, result: CallResult) -> tuple[Inverse | None, Inverse | None]:
        """The way back, and the form of it that may be kept."""
        if is_read(self.judged, dry_run=self.action.dry_run):
            return None, None
        before = (self.look or NOT_LOOKED).before
        try:
            whole = self.parts.undo.inverse(self.judged.call.thawed(), before, result)
        except Exception:
            log.exception("no way back was found for %s", self.action.call.id)
            return None, None
        return whole, self.records.safe_inverse(whole)

    async def _failed(self, error: BatonError) -> Action:
        self.finished = True
        return await to_its_end(self._ended(ActionState.FAILED, str(error), _code(error), {}))

    async def _stopped(self, stopped: StoppedError) -> Action:
        self.finished = True
        error = stopped.error
        self.action = dataclasses.replace(self.action, decision=stopped.decision)
        return await to_its_end(self._ended(stopped.state, str(error) if error else None, _code(error), {}))

    async def _cancelled(self) -> Action:
        if self.work is not None:
            return await self._ended(ActionState.INTERRUPTED, tr(_STOPPED_AT_WORK), "", {})
        self.action = dataclasses.replace(self.action, decision=Decision.REFUSED_BY_PERSON)
        return await self._ended(ActionState.REFUSED, tr("It was stopped before anything was sent."), "", {})

    async def _ended(self, state: ActionState, error: str | None, code: str, more: Mapping[str, object]) -> Action:
        self.finished = True
        what = "decided" if state is ActionState.REFUSED else "failed"
        notes = {
            "state": state,
            "decision": self.action.decision,
            "decided_by": decided_by(self.action),
            "error": error,
            "error_code": code,
        }
        held, self.held_back = self.held_back, ()
        fault = await self.records.audited_after(what, self.action, notes | dict(more), before=held)
        if fault is not None and error is not None and fault.endswith(error):
            fault = None  # the log was what failed in the first place
        self.now(
            state=state,
            finished_at=datetime.now(UTC),
            error=" ".join(part for part in (error, fault) if part) or None,
            error_code=code,
        )
        safe = await in_thread(self.records, self.action)
        await self.records.store(safe)
        return safe


def _code(error: BatonError | str | None) -> str:
    return error.code if isinstance(error, AwsError) else ""
