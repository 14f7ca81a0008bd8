"""Backups, checks and encryption of the history in the settings, by keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.providers.scripted import words
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
        dialog.close()
        await driver.say("and on")

    run(drive, [words("One."), words("Two.")])


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
