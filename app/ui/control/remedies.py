"""Does what an error's button says: opens the page of the settings, the list or the window that mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject

from app.domain.remedies import Remedy, RemedyKind
from app.ui.control.desk import Desk
from app.ui.preferences.dialog import BUDGETS, HISTORY, KEYS, MODEL_FILES, MODERATION, NETWORK, POLICY

if TYPE_CHECKING:
    from app.ui.commands.command import Commands


class RemedyController(QObject):
    """Carries remedies out by the window's own commands, so that a button does what a key does."""

    def __init__(self, desk: Desk, commands: Commands) -> None:
        super().__init__(desk)
        self._desk = desk
        self._do = commands
        desk.remedy_wanted.connect(self.carry_out)

    def carry_out(self, remedy: Remedy) -> None:
        """Do it."""
        do, open_settings = self._do, self._desk.settings_wanted.emit
        match remedy.kind:
            case RemedyKind.FIX_KEY:
                open_settings(KEYS, remedy.subject)
            case RemedyKind.SIGN_IN:
                do.sign_in_to_account()
            case RemedyKind.CHOOSE_MODEL:
                do.choose_model()
            case RemedyKind.RETRY:
                do.answer_again()
            case RemedyKind.FREE_SPACE | RemedyKind.MODEL_FILES:
                open_settings(MODEL_FILES, "")
            case RemedyKind.RAISE_BUDGET:
                open_settings(BUDGETS, "")
            case RemedyKind.CHECK_NETWORK:
                open_settings(NETWORK, "")
            case RemedyKind.LOOK_AT_POLICY:
                open_settings(POLICY, "")
            case RemedyKind.LOOK_AT_FILTER:
                open_settings(MODERATION, "")
            case RemedyKind.RECOVER_HISTORY:
                open_settings(HISTORY, "")
            case RemedyKind.SHOW_LOG:
                do.show_log()
            case _:
                assert_never(remedy.kind)
