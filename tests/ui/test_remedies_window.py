"""An error stands where it happened, with the button that mends it; and the button does so."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from app.domain.checks import Check, CheckState
from app.domain.errors import (
    AwsCredentialsError,
    BatonError,
    BudgetError,
    CertificateError,
    DiskFullError,
    FilteredError,
    KeyLostError,
    KeyProblemError,
    ModelFileError,
    NotAllowedError,
    OutOfMemoryError,
    OwnFaultError,
    RateLimitedError,
    UnreachableError,
    UsageError,
)
from app.domain.remedies import RemedyKind, remedy_of
from app.providers.scripted import Turn, words
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import until


@pytest.fixture
def run(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "baton")


def buttons(within: QWidget, words: str) -> Sequence[QPushButton]:
    return [button for button in within.findChildren(QPushButton) if button.isVisible() and button.text() == words]


def press(within: QWidget, words: str) -> None:
    (button,) = buttons(within, words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def failing(error: BatonError) -> Turn:
    return [error]


def test_an_answer_that_failed_for_its_key_opens_that_key_and_still_does_after_a_restart(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.say("what is running?")
        await until(lambda: buttons(person.window.transcript, "Fix the key…"))
        press(person.window.transcript, "Fix the key…")
        dialog = person.controller.preferences.dialog
        assert dialog is not None
        await until(lambda: dialog.isVisible() and dialog.page == "Keys")

    async def drive_again(person: Driver) -> None:
        await until(lambda: buttons(person.window.transcript, "Fix the key…"))

    run(drive, [failing(KeyProblemError("The key is wrong.", provider="scripted"))])
    run(drive_again)


def test_a_fault_of_batons_own_leads_to_the_log(run: Runner) -> None:
    shown: list[str] = []

    async def drive(person: Driver) -> None:
        person.controller.show_log = lambda: shown.append("log")  # type: ignore[method-assign]

        async def breaks() -> None:
            raise ZeroDivisionError

        person.controller._desk.scope.spawn(breaks(), name="breaks")
        await until(lambda: buttons(person.window.notices, "Details"))
        press(person.window.notices, "Details")
        assert shown == ["log"]
        assert person.notices() == []

    run(drive)


def test_a_finding_of_the_doctor_has_the_button_that_mends_it(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        person.controller.open_settings("About")
        dialog = person.controller.preferences.dialog
        assert dialog is not None
        await until(lambda: dialog.about._found)
        policy = Check(name="policy", state=CheckState.FAULT, finding="Line 3 is wrong.", remedy="Mend it.")
        works = Check(name="network", state=CheckState.OK, finding="Works.")
        dialog.about.set_checks([policy, works])
        await until(lambda: buttons(dialog.about, "Look at the policy…"))
        assert buttons(dialog.about, "Look at the network…") == []
        press(dialog.about, "Look at the policy…")
        assert dialog.page == "Policy"

    run(drive)


def test_what_could_not_be_written_is_tried_again_where_it_was_asked_for(run: Runner) -> None:
    async def drive(person: Driver) -> None:
        await person.app.presets.save("Mine", {"temperature": 0.2})
        (name,) = person.app.presets.own
        file = run.folder / "presets.toml"
        kept = file.read_text()
        file.unlink()
        (file / "in the way").mkdir(parents=True)
        presets = person.controller.presets
        presets._keep()
        dialog = presets.keeping
        assert dialog is not None
        dialog.rename_requested.emit(name, "Yours")
        await until(lambda: dialog.problem.text() != "")
        (file / "in the way").rmdir()
        file.rmdir()
        file.write_text(kept)
        press(dialog, "Try again")
        await until(dialog.problem.isHidden)
        assert person.app.presets.own[name].title == "Yours"
        dialog.rename_requested.emit(name, " ")
        await until(lambda: dialog.problem.text() != "")
        assert buttons(dialog, "Try again") == [], "a name without letters is none the second time either"
        dialog.close()

    run(drive)


def test_an_export_that_cannot_be_written_offers_another_folder(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [tmp_path / "none" / "chats.json", tmp_path / "chats.json"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen.pop(0)), ""))

    async def drive(person: Driver) -> None:
        await person.say("what is running?")
        person.controller.conversations.export([], "json")
        await until(lambda: buttons(person.window.notices, "Choose another folder…"))
        press(person.window.notices, "Choose another folder…")
        await until((tmp_path / "chats.json").exists)

    run(drive, [words("Nothing.")])


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (KeyLostError("x"), RemedyKind.RECOVER_HISTORY),
        (KeyProblemError("x", provider="openai"), RemedyKind.FIX_KEY),
        (AwsCredentialsError("x"), RemedyKind.SIGN_IN),
        (DiskFullError("x"), RemedyKind.FREE_SPACE),
        (BudgetError("x"), RemedyKind.RAISE_BUDGET),
        (FilteredError("x"), RemedyKind.LOOK_AT_FILTER),
        (OutOfMemoryError("x"), RemedyKind.CHOOSE_MODEL),
        (ModelFileError("x"), RemedyKind.MODEL_FILES),
        (CertificateError("x"), RemedyKind.CHECK_NETWORK),
        (UnreachableError("x"), RemedyKind.RETRY),
        (RateLimitedError("x", retry_after_s=None), RemedyKind.RETRY),
        (OwnFaultError("x"), RemedyKind.SHOW_LOG),
        (NotAllowedError("x"), None),
        (UsageError("x"), None),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BatonError) else str(value),
)
def test_each_kind_of_error_has_the_way_out_that_helps(error: BatonError, kind: RemedyKind | None) -> None:
    remedy = remedy_of(error)
    assert (None if remedy is None else remedy.kind) is kind
