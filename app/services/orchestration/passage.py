"""One call's way through the gate: ask the policy, ask the person, execute, redact, record."""

from __future__ import annotations

import asyncio
import dataclasses
import logging
import threading
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.aws import (
    Account,
    Action,
    ActionState,
    Consent,
    Decision,
    Identity,
    Proposal,
    Risk,
)
from app.domain.errors import AwsError, AwsParameterError, BatonError, NotFoundError
from app.domain.ports import (
    ConsentAsker,
)
from app.services.arns import elsewhere
from app.services.judgement import Judged
from app.services.orchestration.parts import GateParts
from app.services.redaction import redact_parameters, redact_result

log = logging.getLogger(__name__)

MAX_QUESTIONS = 8
"""How often one call may be asked about again because it was edited into something else."""


class _StoppedError(Exception):
    """The call does not run: how the action ends."""

    def __init__(self, state: ActionState, decision: Decision, error: BatonError | str | None = None) -> None:
        super().__init__(state)
        self.state = state
        self.decision = decision
        self.error = error


@dataclass(kw_only=True)
class Passage:
    """One call's way through the gate."""

    parts: GateParts
    account: Account
    consent: ConsentAsker
    on_change: Callable[[Action], None] | None
    dry_run: bool
    action: Action
    judged: Judged
    identity: Identity | None = None
    sent: bool = False
    finished: bool = False

    async def run(self) -> Action:
        try:
            await self._record("proposed", {"origin": self.action.origin, "call_id": self.action.call_id})
            self._tell()
            decision = await self._decide()
            await self._record("decided", {"decision": decision})
            self._now(state=ActionState.RUNNING, decision=decision)
            await self._store()
            return await self._execute()
        except _StoppedError as stopped:
            return await self._stopped(stopped)
        except asyncio.CancelledError:
            if not self.finished:
                # The end must be recorded though the task is being cancelled, and cancelled again perhaps.
                await _to_its_end(self._cancelled())
            raise
        except BatonError as error:
            # Until the call is sent a failure means that nothing ran, above all where the audit log cannot be written.
            return await self._failed(error)
        except Exception:
            log.exception("the gate failed at %s", self.action.call.id)
            unknown = " Whether AWS carried it out is unknown." if self.sent else " Nothing was sent."
            return await self._failed(AwsError("Baton could not finish this; its log says why." + unknown))

    # --- the decision

    async def _decide(self) -> Decision:
        """Who lets the call run. Raises :class:`_StoppedError` where nobody does."""
        parts = self.parts
        self._policy_allows()
        settings = parts.settings.current
        runs_unasked = settings.aws_run_reads and (self.judged.risk is Risk.READ or self.dry_run)
        try:
            self.identity = await asyncio.to_thread(parts.accounts.identity, self.account.key, self.judged.call.region)
        except BatonError as error:
            # Nobody is asked to agree to a call in an account that cannot be named.
            raise _StoppedError(ActionState.FAILED, Decision.INVALID, error) from None
        self.action = dataclasses.replace(self.action, identity=self.identity)
        if runs_unasked:
            return Decision.POLICY
        self._now(state=ActionState.WAITING)
        await self._store()
        async with parts.asking:
            await self._ask()
        self._policy_allows()
        await self._same_identity()
        return Decision.PERSON

    def _policy_allows(self) -> None:
        if self.parts.settings.current.aws_read_only and self.judged.risk is not Risk.READ:
            raise _StoppedError(
                ActionState.REFUSED,
                Decision.REFUSED_BY_POLICY,
                "Baton is set to read only, so this was not carried out. Settings > AWS changes that.",
            )

    async def _ask(self) -> None:
        for _ in range(MAX_QUESTIONS):
            shown = self.judged
            answer: object = await self.consent.ask(self._proposal())  # whatever a front end made of it
            if not isinstance(answer, Consent) or answer.granted is not True:
                nobody = isinstance(answer, Consent) and answer.nobody_there
                decision = Decision.NOBODY_THERE if nobody else Decision.REFUSED_BY_PERSON
                error = "Nobody was there to agree, so it was not carried out." if nobody else None
                raise _StoppedError(ActionState.REFUSED, decision, error)
            if answer.parameters is not None:
                await self._edit(answer.parameters)
            now = self.judged
            if now.risk is not shown.risk or now.words.confirm_text != shown.words.confirm_text:
                continue  # it has become another thing than the one agreed to
            if now.words.confirm_text is not None and answer.typed != now.words.confirm_text:
                raise _StoppedError(
                    ActionState.REFUSED,
                    Decision.REFUSED_BY_PERSON,
                    "What had to be typed was not typed, so it was not carried out.",
                )
            return
        raise _StoppedError(
            ActionState.REFUSED,
            Decision.REFUSED_BY_PERSON,
            "The call was changed too often, so it was not carried out.",
        )

    async def _edit(self, parameters: Mapping[str, object]) -> None:
        try:
            edited = self.judged.call.edited(parameters)
            if edited == self.judged.call:
                return
            self.judged = await self.parts.judge(edited, self.judged.touched)
        except (AwsParameterError, NotFoundError) as error:
            raise _StoppedError(ActionState.FAILED, Decision.INVALID, error) from None
        self.action = dataclasses.replace(
            self.action,
            call=edited.thawed(),
            risk=self.judged.risk,
            reasons=self.judged.classification.reasons,
            sentence=self.judged.words.sentence,
        )

    async def _same_identity(self) -> None:
        """The profile may have been pointed at another account while the person read the dialog."""
        try:
            now = await asyncio.to_thread(self.parts.accounts.identity, self.account.key, self.judged.call.region)
        except BatonError as error:
            raise _StoppedError(ActionState.FAILED, Decision.INVALID, error) from None
        if self.identity is None or (now.account_id, now.arn) != (self.identity.account_id, self.identity.arn):
            raise _StoppedError(
                ActionState.REFUSED,
                Decision.INVALID,
                f"{self.account.title!r} now leads to another identity than the one shown, so nothing was sent.",
            )

    def _proposal(self) -> Proposal:
        judged, call = self.judged, self.judged.call.thawed()
        strangers = elsewhere(call, self.identity.account_id) if self.identity is not None else ()
        return Proposal(
            action_id=self.action.id,
            call=call,
            operation=dataclasses.replace(judged.operation, classification=judged.classification),
            account=self.account,
            identity=self.identity,
            sentence=judged.words.sentence,
            verb=judged.words.verb,
            touched=judged.touched,
            warnings=(*judged.words.warnings, *strangers),
            confirm_text=judged.words.confirm_text,
            origin=self.action.origin,
        )

    # --- the execution

    async def _execute(self) -> Action:
        cancelled = threading.Event()
        settings = self.parts.settings.current
        self.sent = True
        try:
            result = await asyncio.to_thread(
                self.parts.executor.execute,
                self.judged.call.thawed(),
                page_limit=settings.aws_page_limit,
                timeout_s=float(settings.aws_timeout_s),
                dry_run=self.dry_run,
                cancelled=cancelled.is_set,
            )
        except asyncio.CancelledError:
            cancelled.set()
            raise
        except BatonError as error:
            return await self._failed(error)
        self.finished = True
        return await _to_its_end(self._done(dataclasses.replace(self.action, result=result)))

    async def _done(self, action: Action) -> Action:
        assert action.result is not None
        notes = {"request_id": action.result.request_id, "pages": action.result.pages, "dry_run": action.result.dry_run}
        self.action = action
        self._now(state=ActionState.DONE, finished_at=datetime.now(UTC), error=await self._audited_after("done", notes))
        await self._store()
        return self._without_secrets()

    async def _failed(self, error: BatonError) -> Action:
        self.finished = True
        code = error.code if isinstance(error, AwsError) else ""
        return await _to_its_end(self._end(ActionState.FAILED, str(error), code, "failed"))

    async def _stopped(self, stopped: _StoppedError) -> Action:
        self.finished = True
        error = stopped.error
        code = error.code if isinstance(error, AwsError) else ""
        self.action = dataclasses.replace(self.action, decision=stopped.decision)
        what = "failed" if stopped.state is ActionState.FAILED else "decided"
        return await _to_its_end(self._end(stopped.state, str(error) if error else None, code, what))

    async def _cancelled(self) -> Action:
        if self.sent:
            return await self._end(
                ActionState.INTERRUPTED,
                "It was stopped while AWS worked. Whether AWS carried it out is unknown: look before repeating it.",
                "",
                "failed",
            )
        self.action = dataclasses.replace(self.action, decision=Decision.REFUSED_BY_PERSON)
        return await self._end(ActionState.REFUSED, "It was stopped before anything was sent.", "", "decided")

    async def _end(self, state: ActionState, error: str | None, code: str, what: str) -> Action:
        notes = {"state": state, "decision": self.action.decision, "error": error, "error_code": code}
        self.finished = True
        fault = await self._audited_after(what, notes)
        if fault is not None and error is not None and fault.endswith(error):
            fault = None  # the log was what failed in the first place
        self._now(
            state=state,
            finished_at=datetime.now(UTC),
            error=" ".join(part for part in (error, fault) if part) or None,
            error_code=code,
        )
        await self._store()
        return self._without_secrets()

    # --- records

    async def _record(self, what: str, more: Mapping[str, object]) -> None:
        call = self.judged.call.thawed()
        identity = self.identity
        data: dict[str, object] = {
            "operation": str(call.id),
            "parameters": redact_parameters(call.parameters, self.judged.operation.parameters),
            "account": call.account,
            "region": call.region,
            "risk": self.judged.risk,
            "identity": dataclasses.asdict(identity) if identity is not None else None,
            "conversation": self.action.conversation_id,
            "dry_run": self.dry_run,
        }
        await self.parts.audit.append(what, self.action.id, data | dict(more), at=datetime.now(UTC))

    async def _audited_after(self, what: str, more: Mapping[str, object]) -> str | None:
        """Record what has happened already; a log that cannot be written then is told, not raised."""
        try:
            await self._record(what, more)
        except BatonError as error:
            log.warning("the audit log could not be written: %s", error)
            return f"This could not be written to the audit log: {error}"
        return None

    async def _store(self) -> None:
        """Keep the action. History is not the audit log: where it cannot be written, the action goes on."""
        if self.action.conversation_id is None:
            return
        try:
            await self.parts.conversations.save_action(self._without_secrets())
        except BatonError as error:
            log.warning("an action could not be kept in the history: %s", error)

    def _now(self, **changes: object) -> None:
        self.action = dataclasses.replace(self.action, **changes)  # type: ignore[arg-type]  # names and types are those of Action
        self._tell()

    def _tell(self) -> None:
        if self.on_change is None:
            return
        try:
            self.on_change(self.action)
        except Exception:
            log.exception("a listener of actions failed")

    def _without_secrets(self) -> Action:
        """The action as it may be stored and sent to a model."""
        action = self.action
        parameters = redact_parameters(action.call.parameters, self.judged.operation.parameters)
        result = redact_result(action.result, action.risk)[0] if action.result is not None else None
        return dataclasses.replace(action, call=dataclasses.replace(action.call, parameters=parameters), result=result)


async def _to_its_end(work: Coroutine[None, None, Action]) -> Action:
    """Await ``work`` to its end even where the task is cancelled meanwhile; the cancellation follows after it."""
    task = asyncio.ensure_future(work)
    cancelled = False
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            if task.cancelled():
                raise
            cancelled = True
    if cancelled:
        task.result()
        raise asyncio.CancelledError
    return task.result()
