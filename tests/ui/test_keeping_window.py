"""Backups, checks and encryption of the history in the settings, by keys and clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.remedies import Remedy, RemedyKind
from app.providers.scripted import words
from app.system.keyring import MemorySecretStore
from app.ui.preferences.keeping_page import KeepingPage
from tests.ui.test_answers_window import click, run
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import until

__all__ = ["run"]


def test_back_to_a_backup_and_the_window_shows_what_was_then(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("an ocelot")
        driver.controller.open_settings("History")
        dialog = driver.controller.preferences.dialog
        assert dialog is not None
        page = dialog.keeping
        await until(lambda: page.backups.count() == 1 and page.make.isEnabled())
        assert "None yet" in page.backups.item(0).text()
        assert not page.restore.isEnabled()
        click(page.make)
        await until(lambda: "found sound" in page.told.text())
        await until(lambda: "made by you" in page.backups.item(0).text())
        await driver.say("a zebra")
        page.backups.setCurrentRow(0)
        click(page.restore)
        assert page.no.hasFocus() or not dialog.isActiveWindow()
        assert "becomes a backup itself" in page.question.text()
        click(page.yes)
        await until(lambda: "The backup is in place." in page.told.text())
        await until(lambda: page.backups.count() == 2)
        await until(lambda: driver.shown_texts() == ["an ocelot", "One."])
        click(page.check)
        await until(lambda: page.told.text() == "The history is sound.")
        dialog.close()

    run(drive, [words("One."), words("Two.")])


def test_the_history_is_encrypted_once_it_was_asked_twice(run: Runner) -> None:
    pytest.importorskip("sqlcipher3")

    async def drive(driver: Driver) -> None:
        await driver.say("an ocelot")
        driver.controller.open_settings("History")
        dialog = driver.controller.preferences.dialog
        assert dialog is not None
        page = dialog.keeping
        await until(lambda: page.state.text() == "The history is not encrypted." and page.encrypt.isEnabled())
        click(page.encrypt)
        click(page.no)
        assert not page.question.isVisible()
        click(page.encrypt)
        click(page.yes)
        await until(lambda: page.state.text() == "The history is encrypted.")
        assert "Not encrypted: the settings" in page.told.text()
        assert page.encrypt.text() == "Decrypt…"
        await until(page.recovery.isVisible)
        assert page.recovery.key.text().count("-") == 13
        dialog.close()
        await driver.say("and on")

    run(drive, [words("One."), words("Two.")])


def test_the_recovery_key_is_saved_printed_and_opens_the_history_again(run: Runner, tmp_path: Path) -> None:
    pytest.importorskip("sqlcipher3")
    from PySide6.QtPrintSupport import QPrinter

    async def drive(driver: Driver) -> None:
        await driver.say("an ocelot")
        keeping = driver.controller.keeping
        app, desk = driver.controller._desk.app, driver.controller._desk
        await app.safekeeping.encrypt()
        desk.remedy_wanted.emit(Remedy(kind=RemedyKind.RECOVER_HISTORY))
        dialog = driver.controller.preferences.dialog
        assert dialog is not None
        page = dialog.keeping
        await until(page.show_recovery.isVisible)
        click(page.show_recovery)
        await until(page.recovery.isVisible)
        (tmp_path / "key.txt").write_text("the one before")
        (tmp_path / "key.txt").chmod(0o644)
        await keeping._save_recovery(page, tmp_path / "key.txt")
        assert (tmp_path / "key.txt").stat().st_mode & 0o077 == 0, "only its owner reads it"
        printer = QPrinter()
        printer.setOutputFileName(str(tmp_path / "key.pdf"))
        await keeping._print_recovery(page, printer)
        assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
        words = page.recovery.key.text().replace("\n", "")
        assert words in (tmp_path / "key.txt").read_text()
        click(page.recovery.done)
        assert not page.recovery.key.text(), "what is hidden is gone"
        click(page.show_recovery)
        await until(page.recovery.isVisible)
        dialog.close()
        driver.controller.open_settings("History")
        assert not page.recovery.key.text(), "and so it is once the settings are closed"
        assert not page.recovery.key.accessibleName()
        assert not page.recovery.isVisible()

        keyring = app.safekeeping._keeper._database.keys._store
        keyring._keys.clear()
        keeping.show()
        await until(page.recover.isVisible)
        assert "not in the keyring" in page.recover.problem.text()
        assert not page.show_recovery.isEnabled()
        assert not page.encrypt.isEnabled()
        page.recover.field.setText(words[:-1])
        click(page.recover.use)
        await until(lambda: "no recovery key" in page.told.text())
        assert page.recover.field.displayText() == "●" * len(words[:-1])
        click(page.recover.look)
        assert page.recover.field.displayText() == words[:-1]
        dialog.close()
        driver.controller.open_settings("History")
        await until(page.recover.isVisible)
        assert not page.recover.field.text(), "what was typed is gone with the settings"
        assert not page.recover.look.isChecked()
        QApplication.clipboard().setText((tmp_path / "key.txt").read_text())
        page.recover.field.paste()
        await until(page.recover.use.isEnabled)
        click(page.recover.use)
        await until(lambda: "in the keyring again" in page.told.text())
        await until(lambda: not page.recover.isVisible())
        assert len(keyring._keys) == 1
        dialog.close()

    run(drive, [words("One.")])


def test_a_start_without_the_key_leads_to_the_field_where_it_is_typed_and_shows_the_chats_then(run: Runner) -> None:
    pytest.importorskip("sqlcipher3")
    keyring = MemorySecretStore()
    words_of: list[str] = []

    async def drive(driver: Driver) -> None:
        await driver.say("an ocelot")
        safekeeping = driver.controller._desk.app.safekeeping
        await safekeeping.encrypt()
        key = await safekeeping.recovery_key()
        assert key is not None
        words_of.append(key.words)

    async def drive_again(driver: Driver) -> None:
        buttons = [b for b in driver.window.notices.findChildren(QPushButton) if b.text() == "Enter the recovery key…"]
        assert driver.window.sidebar.model.rowCount() == 0
        click(buttons[0])
        dialog = driver.controller.preferences.dialog
        assert dialog is not None
        page = dialog.keeping
        await until(page.recover.isVisible)
        page.recover.field.setText(words_of[0])
        click(page.recover.use)
        await until(lambda: [head.title for head in driver.window.sidebar.model.conversations] == ["an ocelot"])
        dialog.close()

    run(drive, [words("One.")], keyring=keyring)
    keyring._keys.clear()
    run(drive_again, [words("Two.")], keyring=keyring)


def test_every_control_of_the_page_can_be_reached_and_has_a_name(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        driver.controller.open_settings("History")
        dialog = driver.controller.preferences.dialog
        assert dialog is not None
        page = dialog.keeping
        for control in (page.backups, page.make, page.restore, page.check, page.encrypt):
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
            assert control.accessibleName() or control.text()
        dialog.close()

    run(drive, [])


def test_what_is_told_moves_no_button_and_leaves_the_focus_where_it_was(qapp: QApplication, qtbot: QtBot) -> None:
    page = KeepingPage()
    qtbot.addWidget(page)
    page.set_backups([])
    page.set_encrypted(False)
    page.resize(600, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.encrypt.y() > page.make.y())
    page.make.setFocus()
    qtbot.waitUntil(page.make.hasFocus)
    before = page.encrypt.y()
    page.set_busy("At it …")
    page.set_told("The backup was made.", "good")
    page.set_busy("")
    assert page.make.hasFocus()
    qapp.processEvents()
    assert page.encrypt.y() == before
    page.encrypt.click()
    qtbot.waitUntil(page.no.hasFocus)
    assert page.yes.mapTo(page, page.yes.rect().topLeft()).y() > page.encrypt.geometry().bottom()
