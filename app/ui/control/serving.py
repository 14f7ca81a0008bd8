"""Serving to other programs from the window: on and off, the key to the clipboard, and the sign in the header."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.domain.errors import BatonError, UsageError
from app.domain.language import tr
from app.domain.serving import ServingState
from app.ui.control.desk import Desk
from app.ui.preferences.serving_page import ServingPage
from app.ui.widgets.problem_line import WayOut


class ServingController(QObject):
    """Shows the service's state in the header, and on the page of the settings once that is there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._page: ServingPage | None = None
        self._unsubscribe = desk.app.serving.subscribe(self._changed)

    def set_page(self, page: ServingPage) -> None:
        """Let ``page`` show the state and ask for changes."""
        self._page = page
        page.start_requested.connect(lambda: self._desk.scope.spawn(self._start(), name="start serving"))
        page.stop_requested.connect(lambda: self._desk.scope.spawn(self._stop(), name="stop serving"))
        page.key_copy_requested.connect(lambda: self._desk.scope.spawn(self._copy_key(), name="copy the key"))
        page.key_change_requested.connect(lambda: self._desk.scope.spawn(self._new_key(), name="make a key"))
        page.set_state(self._desk.app.serving.state)

    def toggle(self) -> None:
        """Start serving, or stop it."""
        work = self._stop() if self._desk.app.serving.state.is_on else self._start()
        self._desk.scope.spawn(work, name="toggle serving")

    def close(self) -> None:
        """Listen no longer."""
        self._unsubscribe()

    async def _start(self, port: int | None = None) -> None:
        serving = self._desk.app.serving
        try:
            state = await serving.start(port=port)
        except BatonError as error:
            if self._page is None or not self._page.isVisible():
                raise
            self._page.set_problem(str(error), self._way_out(error, port))
            return
        self._show_key_problem()
        self._desk.say(tr("Local models are served at {address}.", address=state.url))

    async def _stop(self) -> None:
        await self._desk.app.serving.stop()
        if self._page is not None:
            self._page.set_problem("")

    async def _copy_key(self) -> None:
        QApplication.clipboard().setText(await self._desk.app.serving.key())
        self._show_key_problem()
        self._desk.say(tr("The key is on the clipboard."))

    async def _new_key(self) -> None:
        serving = self._desk.app.serving
        was_on = serving.state.is_on
        await serving.stop()
        await serving.new_key()
        if was_on:
            await serving.start()
        self._show_key_problem()
        self._desk.say(tr("There is another key; give it to the programs that may ask."))

    def _way_out(self, error: BatonError, port: int | None) -> WayOut | None:
        def start(port: int | None) -> None:
            self._desk.scope.spawn(self._start(port), name="start serving")

        if isinstance(error, UsageError) and port is None:  # of the port that is set
            return WayOut(words=tr("Use any free port"), call=lambda: start(0))
        return self._desk.way_out(error, lambda: start(port))

    def _show_key_problem(self) -> None:
        if self._page is not None:
            self._page.set_problem(self._desk.app.serving.key_problem or "", is_failure=False)

    def _changed(self, state: ServingState) -> None:
        self._desk.window.header.set_serving(state)
        if self._page is not None:
            self._page.set_state(state)
