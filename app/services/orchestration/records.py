"""What is written down of an action: the audit entries, the history, and the form of it that holds no secret.

Owns the one place where secrets are taken out before anything is kept or told to a model. Decides nothing.
"""

from __future__ import annotations

import asyncio
import dataclasses
import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.domain.aws import (
    Action,
    ActionState,
    AuditNote,
    Call,
    CallResult,
    Decision,
    Inverse,
    Operation,
    Risk,
    Snapshot,
    StateChange,
)
from app.domain.errors import BatonError
from app.domain.language import marked, tr
from app.services.orchestration.parts import GateParts
from app.services.redaction import hidden_values, redact_parameters, redact_result, redact_text, without_values

log = logging.getLogger(__name__)

NOT_KEPT = marked("The way back holds a secret, which is written nowhere: it can be undone only as long as Baton runs.")


@dataclass(slots=True)
class ActionRecords:
    """Writes the records of actions of one operation."""

    parts: GateParts
    operation: Operation
    _redacted: tuple[Call, dict[str, object]] | None = field(default=None, init=False)

    def safe(self, action: Action) -> Action:
        """The action as it may be stored and sent to a model. Takes long for a long answer."""
        return dataclasses.replace(
            action,
            call=dataclasses.replace(action.call, parameters=self._safe_parameters(action.call)),
            result=redact_result(action.result, action.risk)[0] if action.result is not None else None,
            changes=tuple(map(_safe_change, action.changes)),
            undo=self.safe_inverse(action.undo),
            error=self._safe_error(action.error, action),
        )

    def _safe_parameters(self, call: Call) -> dict[str, object]:
        """The parameters without their secrets. Looked through once for all that is written of a call."""
        if self._redacted is None or self._redacted[0] is not call:
            self._redacted = (call, redact_parameters(call.parameters, self.operation.parameters))
        return self._redacted[1]

    def _safe_error(self, error: str | None, action: Action) -> str | None:
        """What went wrong, in words that AWS may have taken from the call's own secrets."""
        if not error:
            return error
        return without_values(error, hidden_values(action.call.parameters, self.operation.parameters))

    def safe_inverse(self, inverse: Inverse | None) -> Inverse | None:
        """The way back as it may be stored: without its calls where one of them holds a secret."""
        if inverse is None:
            return None
        for call in inverse.calls:
            try:
                shapes = self.parts.catalogue.operation(call.id).parameters
            except BatonError:
                shapes = ()
            if redact_parameters(call.parameters, shapes, kept_chars=0) != call.parameters:
                return Inverse(
                    sentence=inverse.sentence,
                    calls=(),
                    caveats=(*inverse.caveats, tr(NOT_KEPT)),
                )
        return inverse

    async def audit(self, what: str, action: Action, more: Mapping[str, object]) -> None:
        """Write one entry. Raises ``StorageError`` and its kin."""
        await self.parts.audit.append_all((self.note(what, action, more),))

    def note(self, what: str, action: Action, more: Mapping[str, object]) -> AuditNote:
        """The entry to write, as of now."""
        call, identity = action.call, action.identity
        data: dict[str, object] = {
            "operation": str(call.id),
            "parameters": self._safe_parameters(call),
            "account": call.account,
            "region": call.region,
            "risk": action.risk,
            "origin": action.origin,
            "model": action.model,
            "identity": dataclasses.asdict(identity) if identity is not None else None,
            "conversation": action.conversation_id,
            "dry_run": action.dry_run,
        }
        if action.plan_id is not None:
            data |= {"plan": action.plan_id, "step": action.step}
        if action.undoes is not None:
            data["undoes"] = action.undoes
        if action.group_id is not None:
            data["group"] = action.group_id
        data |= more
        if isinstance(error := data.get("error"), str):
            data["error"] = self._safe_error(error, action)
        return AuditNote(what=what, action_id=action.id, data=data, at=datetime.now(UTC))

    async def audited_after(
        self,
        what: str,
        action: Action,
        more: Mapping[str, object],
        *,
        before: Sequence[AuditNote] = (),
        flushed: bool = True,
    ) -> str | None:
        """Record what has happened already, behind what was held back ``before``; a log that cannot be written then is
        told, not raised. ``flushed``: see :meth:`app.domain.ports.AuditLog.append_all`.
        """
        try:
            await self.parts.audit.append_all((*before, self.note(what, action, more)), flushed=flushed)
        except BatonError as error:
            log.warning("the audit log could not be written: %s", error)
            return tr("This could not be written to the audit log: {error}", error=error)
        return None

    async def store(self, safe: Action) -> None:
        """Keep the action. History is not the audit log: where it cannot be written, the action goes on."""
        if safe.conversation_id is None:
            return
        try:
            await self.parts.conversations.save_action(safe)
        except BatonError as error:
            log.warning("an action could not be kept in the history: %s", error)

    async def not_begun(self, action: Action, error: str) -> Action:
        """Record a step whose turn never came."""
        await self.audited_after("decided", action, {"decision": None, "decided_by": "", "error": error})
        safe = self.safe(
            dataclasses.replace(action, state=ActionState.REFUSED, error=error, finished_at=datetime.now(UTC))
        )
        await self.store(safe)
        return safe


async def in_thread(records: ActionRecords, action: Action) -> Action:
    """:meth:`ActionRecords.safe` off the loop: an answer may be long."""
    return await asyncio.to_thread(records.safe, action)


def digest_of(data: object) -> str:
    """The SHA-256 of JSON values in their one spelling."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def before_digest(before: Snapshot) -> str:
    """The digest of the state read before a call, its secrets hidden first; "" where nothing was read."""
    if not before.data:
        return ""
    return digest_of(redact_result(CallResult(data=before.data), Risk.WRITE)[0].data)


def decided_by(action: Action) -> str:
    """Who decided, in words, with the policy's own sentence."""
    match action.decision:
        case Decision.PERSON | Decision.REFUSED_BY_PERSON:
            return "the person"
        case Decision.POLICY | Decision.REFUSED_BY_POLICY:
            return f"the policy: {action.ruling}" if action.ruling else "the policy"
        case Decision.NOBODY_THERE:
            return "nobody"
        case _:
            return ""


def inverse_notes(inverse: Inverse | None) -> Mapping[str, object]:
    """The way back as an audit entry holds it: all that is needed to take the action back later."""
    if inverse is None:
        return {}
    calls = [
        {"operation": str(call.id), "parameters": call.parameters, "account": call.account, "region": call.region}
        for call in inverse.calls
    ]
    return {"undo": {"sentence": inverse.sentence, "calls": calls, "caveats": inverse.caveats}}


def _safe_change(change: StateChange) -> StateChange:
    return dataclasses.replace(change, now=_hidden(change.now), then=_hidden(change.then))


def _hidden(text: str) -> str:
    return redact_text(text, key_ids=False).text
