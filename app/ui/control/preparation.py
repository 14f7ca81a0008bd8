"""Has ready what the first message to a model elsewhere would wait for, once the window is at rest.

Does nothing for models on this machine, and refuses to be in anybody's way: what it starts works on a thread.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.ui.control.desk import Desk
from app.ui.control.models import ModelController

REST_MS = 1_500


class PreparationController(QObject):
    """Waits for a model to be shown, and then for ``REST_MS`` in which no other is."""

    def __init__(self, desk: Desk, models: ModelController) -> None:
        super().__init__(desk)
        self._desk = desk
        self._models = models
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._prepare)
        models.model_shown.connect(self._rest.start)

    @property
    def is_waiting(self) -> bool:
        """Whether a model was shown just now, and the window is not at rest yet."""
        return self._rest.isActive()

    def _prepare(self) -> None:
        model = self._models.answering
        if model is not None and not model.is_private:
            self._desk.scope.spawn(self._desk.app.models.prepare(model), name="prepare for a model elsewhere")
