"""The doctor: every check is told of, whichever way it went, and a fault keeps its remedy."""

from __future__ import annotations

import threading

import pytest

from app.domain.checks import Check, CheckState
from app.domain.errors import WorkerDiedError
from app.services import doctor
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


async def test_rules_that_are_still_being_made_are_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "CHECK_TIMEOUT_S", 0.01)
    made = threading.Event()

    def slow() -> Check:
        made.wait(30)
        return well()

    try:
        rules, other = await DoctorService([("secrets", slow), ("other", slow)]).run()
    finally:
        made.set()
    assert (rules.state, other.state) == (CheckState.WARNING, CheckState.FAULT)
    assert "being made" in rules.finding
    assert rules.remedy
    assert other.remedy
