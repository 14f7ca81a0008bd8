"""Shows what left this machine for an answer, in a panel over the window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.domain.language import tr
from app.domain.messages import Role
from app.ui.control.desk import Desk
from app.ui.dialogs.sent import SentView
from app.ui.widgets.overlay import Overlay


class SentController(QObject):
    """Builds the panel on its first use."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._view: SentView | None = None
        self._overlay: Overlay | None = None
        desk.transcript.sent_requested.connect(self.show_of)

    @property
    def view(self) -> SentView | None:
        """The panel, once it was opened."""
        return self._view

    def show_last(self) -> None:
        """Show what left for the last answer of the branch shown."""
        node = self._desk.session.last(Role.ASSISTANT)
        if node is not None:
            self.show_of(node.id)

    def show_of(self, node_id: str) -> None:
        """Show what left for an answer of the conversation shown."""
        conversation_id = self._desk.session.id
        self._desk.scope.spawn(self._show(conversation_id, node_id), name=f"what was sent for {node_id}")

    async def _show(self, conversation_id: str, node_id: str) -> None:
        records = await self._desk.app.sent.of(conversation_id, node_id)
        if self._view is None or self._overlay is None:
            self._view = SentView(self._desk.theme)
            self._view.copied.connect(self._copy)
            self._overlay = Overlay(self._desk.window, self._view, dims=True)
            self._overlay.closed.connect(self._forget)
        self._view.set_records(records)
        self._overlay.open()

    def _forget(self) -> None:
        if self._view is not None:
            self._view.set_records(())

    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self._desk.say(tr("What was sent was copied."))
