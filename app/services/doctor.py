"""What works here and what does not, each fault with its remedy."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence

from app.domain.checks import Check, CheckState
from app.domain.errors import BatonError
from app.domain.language import plural, tr
from app.domain.numerals import number
from app.domain.ports import AccountDirectory, PolicyStore, SecretRules, SecretStore
from app.domain.remedies import Remedy, RemedyKind

log = logging.getLogger(__name__)

CHECK_TIMEOUT_S = 20.0


_WAYS_OUT = {
    "policy": RemedyKind.LOOK_AT_POLICY,
    "network": RemedyKind.CHECK_NETWORK,
    "providers": RemedyKind.CHOOSE_MODEL,
    "keyring": RemedyKind.FIX_KEY,
    "aws": RemedyKind.SIGN_IN,
    "bedrock": RemedyKind.SIGN_IN,
    "memory": RemedyKind.MODEL_FILES,
    "log": RemedyKind.FREE_SPACE,
    "folders": RemedyKind.FREE_SPACE,
}


def way_out(check: Check) -> Remedy | None:
    """What one press in the window can do about a finding; ``None`` where all is well, or only words help."""
    kind = None if check.state is CheckState.OK else _WAYS_OUT.get(check.name)
    return None if kind is None else Remedy(kind=kind)


class DoctorService:
    """Runs the checks it is given, by name, each on a thread; none can fail or hold up the rest."""

    def __init__(self, checks: Sequence[tuple[str, Callable[[], Check]]]) -> None:
        self._checks = tuple(checks)

    async def run(self) -> Sequence[Check]:
        """All findings, in the order of the checks."""
        return await asyncio.gather(*(self._one(name, check) for name, check in self._checks))

    async def _one(self, name: str, check: Callable[[], Check]) -> Check:
        try:
            return await asyncio.wait_for(asyncio.to_thread(check), CHECK_TIMEOUT_S)
        except TimeoutError:
            if name == "secrets":  # nothing is wrong: compiling them takes longer than a check may, once
                return Check(
                    name=name,
                    state=CheckState.WARNING,
                    finding=tr("The rules for vendors' keys are being made ready, which takes a while the first time."),
                    remedy=tr("Look again in a minute."),
                )
            return Check(
                name=name,
                state=CheckState.FAULT,
                finding=tr("No answer within {timeout} s.", timeout=number(CHECK_TIMEOUT_S)),
                remedy=tr("Look again in a minute."),
            )
        except BatonError as error:
            return Check(name=name, state=CheckState.FAULT, finding=error.message, remedy=error.remedy)
        except Exception as error:
            # A check that breaks is a finding, not the end of the others.
            log.warning("the check %s failed", name, exc_info=True)
            return Check(name=name, state=CheckState.FAULT, finding=str(error) or tr("The check failed; see the log."))


def keyring_check(secrets: SecretStore) -> Check:
    """Whether keys outlive this run."""
    secrets.get("doctor")  # asks the keyring, so that a problem is known
    if secrets.problem is None:
        return Check(name="keyring", state=CheckState.OK, finding=tr("Keys are kept in the system's keyring."))
    return Check(name="keyring", state=CheckState.WARNING, finding=secrets.problem)


def secrets_check(rules: SecretRules) -> Check:
    """Whether the rules that find secrets before they leave can be loaded. Raises ``UnsupportedError``."""
    rules.find("")
    return Check(name="secrets", state=CheckState.OK, finding=tr("Vendors' keys are found before a text leaves."))


def providers_check(skipped: Mapping[str, str]) -> Check:
    """Which providers of models are passed over for a while, because they failed again and again."""
    if not skipped:
        return Check(name="providers", state=CheckState.OK, finding=tr("No provider of models is passed over."))
    finding = " ".join(f"{name}: {why}" for name, why in sorted(skipped.items()))
    return Check(
        name="providers",
        state=CheckState.WARNING,
        finding=finding,
        remedy=tr("They are tried again by themselves; Ctrl+M lists them, to try one at once."),
    )


def policy_check(store: PolicyStore) -> Check:
    """Whether the policy can be used; while it cannot, even reads ask and changes are denied."""
    policy = store.load()
    if policy.problems:
        first, more = policy.problems[0], len(policy.problems) - 1
        return Check(
            name="policy",
            state=CheckState.FAULT,
            finding=tr(
                "The policy cannot be used, so changes are denied: {problem} And {count} more.",
                problem=first,
                count=more,
            )
            if more
            else tr("The policy cannot be used, so changes are denied: {problem}", problem=first),
            remedy=tr("Mend it; baton aws policy check names every line that is wrong."),
        )
    rules = plural("{count} rule.", "{count} rules.", len(policy.rules))
    finding = rules if store.exists else tr("No file, so the defaults count.")
    return Check(name="policy", state=CheckState.OK, finding=finding)


def accounts_check(accounts: AccountDirectory) -> Check:
    """Which AWS accounts there are, and whether the AWS configuration can be read."""
    names = [account.key for account in accounts.accounts()]
    finding = tr("Accounts: {names}; default: {key}.", names=", ".join(names), key=accounts.default().key)
    if accounts.notices:
        return Check(name="aws", state=CheckState.WARNING, finding=" ".join([*accounts.notices, finding]))
    return Check(name="aws", state=CheckState.OK, finding=finding)
