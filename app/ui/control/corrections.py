"""Corrects, in the window, what is said of the model shown; what was corrected counts at once everywhere."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.corrections import Correction, for_model
from app.domain.errors import BatonError
from app.domain.language import tr
from app.domain.models import RULES_MODEL
from app.ui.control.desk import Desk
from app.ui.control.models import ModelController
from app.ui.dialogs.correction import CorrectionDialog


class CorrectionController(QObject):
    """Builds the dialog on its first use."""

    def __init__(self, desk: Desk, models: ModelController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._models = models
        self.dialog: CorrectionDialog | None = None
        desk.window.dock.correction_requested.connect(self.open)

    def open(self) -> None:
        """Open the dialog for the model of the chat shown."""
        info = self._models.info
        if info is None or info.id == RULES_MODEL:
            self._desk.warn(tr("There is nothing to correct here: choose a model first."))
            return
        if self.dialog is None:
            self.dialog = CorrectionDialog(self._desk.window)
            self.dialog.save_requested.connect(self._save)
            self.dialog.clear_requested.connect(self._clear)
        self.dialog.open_for(info, for_model(str(info.id), self._desk.app.corrections.current))

    def close(self) -> None:
        """Put the dialog away."""
        if self.dialog is not None:
            self.dialog.close()

    def _save(self, correction: Correction) -> None:
        self._desk.scope.spawn(self._saved(correction), name="save correction")

    async def _saved(self, correction: Correction) -> None:
        assert self.dialog is not None
        try:
            await self._desk.app.corrections.set(correction)
        except BatonError as error:
            self.dialog.set_problem(str(error), self._desk.way_out(error, lambda: self._save(correction)))
            return
        self.dialog.close()
        self._desk.say(tr("Your facts of {model} count from now on.", model=correction.model))
        await self._models.refresh()

    def _clear(self, model: str) -> None:
        self._desk.scope.spawn(self._cleared(model), name="clear correction")

    async def _cleared(self, model: str) -> None:
        assert self.dialog is not None
        await self._desk.app.corrections.clear(model)
        self.dialog.close()
        self._desk.say(tr("Your corrections of {model} were taken back.", model=model))
        await self._models.refresh()
