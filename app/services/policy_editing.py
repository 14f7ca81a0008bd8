"""The policy as a person looks at it: shown, checked, explained; and trusts, given and ended. Rules on no call itself.

A trust counts once it stands in the policy file; that it was given and ended is in the audit log before it is so, and
after that where it did not come about.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.domain.aws import Account, Call, OperationId, Policy, PolicyQuestion, PolicyRule, Risk, Ruling
from app.domain.aws.policy_words import EXAMPLE, SpokenTrust, rule_sentence, spoken_trust, trust_rule
from app.domain.aws.rulings import is_live
from app.domain.encoding import to_plain
from app.domain.errors import BatonError, NotAllowedError, NotFoundError, UsageError
from app.domain.language import tr
from app.domain.ports import AccountDirectory, AuditLog, OperationCatalogue, PolicyStore
from app.services.policy import PolicyService

log = logging.getLogger(__name__)

_CLOCK_MAY_LAG = timedelta(minutes=2)


@dataclass(frozen=True, kw_only=True, slots=True)
class PolicyView:
    """The policy at a moment. ``trusts``: those that count now, in the file's order."""

    path: Path
    exists: bool
    policy: Policy
    trusts: tuple[PolicyRule, ...]
    now: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Explained:
    """What the policy would say to an operation. ``note``: what could not be taken into account."""

    operation: OperationId
    risk: Risk
    account: str
    region: str
    ruling: Ruling
    note: str = ""


class PolicyEditor:
    """Shows and explains the policy, and writes trusts into it."""

    def __init__(
        self,
        *,
        policy: PolicyService,
        store: PolicyStore,
        catalogue: OperationCatalogue,
        accounts: AccountDirectory,
        audit: AuditLog,
    ) -> None:
        self._policy = policy
        self._store = store
        self._catalogue = catalogue
        self._accounts = accounts
        self._audit = audit

    @property
    def path(self) -> Path:
        """Where the policy file is, or would be."""
        return self._store.path

    async def view(self) -> PolicyView:
        """The policy as it counts now."""
        return await asyncio.to_thread(self._view)

    async def check(self, path: Path | None = None) -> Policy:
        """What the policy file, or another file, says. Raises ``StorageError`` where there is no such file."""
        return await asyncio.to_thread(self._store.read, path) if path else (await self.view()).policy

    async def create(self) -> Path:
        """See to it that there is a file to edit; returns its place."""
        await asyncio.to_thread(self._store.create)
        return self.path

    async def explain(self, operation: str, *, account: str, region: str) -> Sequence[Explained]:
        """What the policy would say to each operation that ``operation`` spells, touching nothing that has a tag.

        Raises ``NotFoundError`` for what spells none, and for an unknown account.
        """
        return await asyncio.to_thread(self._explain, operation, account, region)

    async def read_trust(self, text: str) -> PolicyRule:
        """The rule that ``text`` would make; nothing counts yet. Raises ``UsageError`` where it makes none."""
        return await asyncio.to_thread(self._read_trust, spoken_trust(text))

    async def give(self, rule: PolicyRule) -> None:
        """Let a trust count, as it was shown; trusts that have ended are taken out of the file.

        Raises ``NotAllowedError`` where it has ended, and where the policy has problems or is read only.
        """
        now = self._policy.clock.now()
        if not rule.is_trust or not is_live(rule, now):
            raise NotAllowedError(tr("This trust does not count any more."), remedy=tr("Give it again."))
        if self._policy.clock.was_set_back > _CLOCK_MAY_LAG:
            raise NotAllowedError(
                tr("This machine's clock was set back."), remedy=tr("Restart Baton, then give it again.")
            )
        view = await self.view()
        if view.policy.problems:
            raise NotAllowedError(
                tr("The policy has problems: {problem}", problem=view.policy.problems[0]), remedy=tr("Mend it first.")
            )
        over = {past.name for past in view.policy.rules if past.is_trust and past.since and _is_over(past, now)}

        def write() -> None:
            if over:
                self._store.remove(over)
            self._store.add(rule)

        await self._recorded("trusted", rule, write)

    async def end(self, rule: PolicyRule) -> None:
        """End a trust now. Raises ``NotFoundError`` where it is gone, ``NotAllowedError`` where it has no name."""
        if not rule.name:
            raise NotAllowedError(
                tr("This rule has no name, so Baton leaves it alone."), remedy=tr("Edit policy.toml.")
            )
        await self._recorded("trust ended", rule, lambda: self._store.remove({rule.name}))

    def _view(self) -> PolicyView:
        policy, now = self._policy.policy(), self._policy.clock.now()
        trusts = tuple(rule for rule in policy.rules if is_live(rule, now)) if not policy.problems else ()
        return PolicyView(path=self._store.path, exists=self._store.exists, policy=policy, trusts=trusts, now=now)

    def _explain(self, operation: str, account_key: str, region: str) -> Sequence[Explained]:
        found = self._catalogue.canonical(operation)
        if not found:
            raise NotFoundError(
                tr("There is no operation {operation}.", operation=repr(operation)),
                remedy=tr("Write it as in s3:ListBuckets, or: baton aws find TEXT"),
            )
        account = self._accounts.account(account_key)
        names, note = self._names(account, region)
        explained = []
        for id in found:
            risk = self._catalogue.brief(id).classification.risk
            call = Call(id=id, parameters={}, account=account.key, region=region)
            ruling = self._policy.ruling(PolicyQuestion(call=call, risk=risk, account_names=names))
            explained.append(
                Explained(operation=id, risk=risk, account=account.key, region=region, ruling=ruling, note=note)
            )
        return explained

    def _names(self, account: Account, region: str) -> tuple[tuple[str, ...], str]:
        """The account's names; AWS is asked for alias and number only where a rule may go by them."""
        own = tuple(dict.fromkeys((account.key, account.title)))
        if all(set(rule.accounts) <= {*own, "*"} for rule in self._policy.policy().rules):
            return own, ""
        try:
            identity = self._accounts.identity(account.key, region)
        except BatonError as error:
            return own, tr("Rules by the account's number or alias were passed over: {error}", error=error)
        return (*own, identity.account_id, *((identity.alias,) if identity.alias else ())), ""

    def _read_trust(self, said: SpokenTrust) -> PolicyRule:
        services: dict[str, None] = {}
        for word in said.services:
            ids = self._catalogue.canonical(f"{word}:*") if "*" not in word else ()
            if not ids:
                raise UsageError(tr("{word} is no AWS service that Baton knows.", word=repr(word)), remedy=tr(EXAMPLE))
            services |= dict.fromkeys(id.service for id in ids)
        known = self._accounts.accounts()
        accounts = [_account_name(word, known) for word in said.accounts]
        return trust_rule(said, services=tuple(services), accounts=accounts, now=self._policy.clock.now())

    async def _recorded(self, what: str, rule: PolicyRule, write: Callable[[], None]) -> None:
        """Record ``what``, then ``write`` it: nothing counts that is not on record. Where it cannot be written, that is
        on record too.
        """
        await self._record(what, rule)
        try:
            await asyncio.to_thread(write)
        except Exception as error:
            try:
                await self._record(f"not {what}", rule, error=str(error))
            except BatonError as fault:
                log.warning("that %r did not come about could not be written to the audit log: %s", what, fault)
            raise

    async def _record(self, what: str, rule: PolicyRule, **more: str) -> None:
        data = {"sentence": rule_sentence(rule), "rule": to_plain(rule), **more}
        await self._audit.append(what, rule.name, data, at=self._policy.clock.wall())


def _account_name(word: str, known: Sequence[Account]) -> str:
    if word.isascii() and word.isdecimal() and len(word) == 12:
        return word
    for account in known:
        if word in (account.key, account.title):
            if "*" in account.key:
                raise UsageError(
                    tr("The name {word} would trust other accounts too.", word=repr(word)),
                    remedy=tr("Trust it by its 12-digit number."),
                )
            return account.key
    names = ", ".join(account.key for account in known)
    raise UsageError(tr("There is no account {word}.", word=repr(word)), remedy=tr("There are {names}.", names=names))


def _is_over(rule: PolicyRule, now: datetime) -> bool:
    return rule.until is not None and rule.until <= now
