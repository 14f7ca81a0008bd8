"""The doctor: every check is told of, whichever way it went, and a fault keeps its remedy."""

from __future__ import annotations

from app.domain.checks import Check, CheckState
from app.domain.errors import WorkerDiedError
from app.services.doctor import DoctorService, keyring_check
from app.system.keyring import MemorySecretStore


def well() -> Check:
    return Check(name="well", state=CheckState.OK, finding="Well.")


def known() -> Check:
    raise WorkerDiedError("It does not start.", remedy="Install it again.")


def unknown() -> Check:
    raise KeyError("broken")


async def test_a_check_that_fails_is_a_finding_and_the_others_go_on() -> None:
    found = await DoctorService([("known", known), ("unknown", unknown), ("well", well)]).run()
    assert found[0] == Check(
        name="known", state=CheckState.FAULT, finding="It does not start.", remedy="Install it again."
    )
    assert (found[1].name, found[1].state) == ("unknown", CheckState.FAULT)
    assert found[2] == well()


def test_keys_that_are_kept_nowhere_are_a_warning() -> None:
    assert keyring_check(MemorySecretStore()).state is CheckState.OK
    check = keyring_check(MemorySecretStore(problem="There is no keyring."))
    assert (check.state, check.finding) == (CheckState.WARNING, "There is no keyring.")
