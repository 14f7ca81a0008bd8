"""Starts the window and ends it cleanly; the only place that runs the event loop.

The window is painted first. The services are built, and everything that takes longer is asked for, afterwards.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import RESOURCES, __version__
from app.domain.errors import BatonError
from app.domain.languages import SYSTEM
from app.services.threads import use_enough_threads
from app.ui.collection import WindowThreadCollector
from app.ui.language import chosen, speak
from app.ui.look.roles import install_roles
from app.ui.look.theme import ThemeController
from app.ui.scope import TaskScope, unexpected
from app.ui.shell.early_keys import EarlyKeys
from app.ui.shell.main_window import MainWindow
from app.ui.shell.window_state import load_state, save_state

if TYPE_CHECKING:
    from app.services.application import Application
    from app.ui.control.window import WindowController

_log = logging.getLogger(__name__)
_SAVE_EVERY_MS = 2_000
_SWITCH_S = 0.0005
_PATIENCE_S = 15.0  # for the services to end; a child that hangs must not keep the program
_TASK_PATIENCE_S = 5.0  # for what is cancelled
START_AGAIN = -1
"""Instead of an exit status: all is ended, and the person wants Baton started anew."""


class WindowRun(QObject):
    """One run of the window, from its first picture to its end."""

    def __init__(
        self,
        build: Callable[[], Application],
        *,
        state_file: Path,
        language: str = SYSTEM,
        on_shown: Callable[[], None] | None = None,
        on_ready: Callable[[MainWindow, WindowController], None] | None = None,
    ) -> None:
        super().__init__()
        self._build = build
        self._state_file = state_file
        self._on_ready = on_ready
        self._state = load_state(state_file)
        speak(chosen(language))
        install_roles()
        self.theme = ThemeController(
            self, choice=self._state.theme, contrast=self._state.contrast, percent=self._state.text_percent
        )
        self.window = MainWindow(self.theme, self._state)
        self.window.sidebar.set_reading(True)
        self._early_keys = EarlyKeys(self.window)
        self.scope = TaskScope(self)
        self._app: Application | None = None
        self._controller: WindowController | None = None
        self._saving = QTimer(self)
        self._saving.setInterval(_SAVE_EVERY_MS)
        self._saving.timeout.connect(self._save_meanwhile)
        self._closing = asyncio.Event()
        self._starts_again = False
        self._painted = asyncio.Event()
        self.window.painted.connect(self._painted.set)
        if on_shown is not None:
            self.window.painted.connect(on_shown)
        # Quitting from the dock or the session closes the windows first, so that it comes this way too (Qt 6).
        self.window.close_requested.connect(self._close)

    async def run(self) -> int:
        """Show the window, work until it is closed, and end everything; returns as :func:`run_window` does."""
        self.window.show()
        self.window.focus_composer()
        try:
            await _first(self._painted, self._closing)
            if not self._closing.is_set():
                await self._begin()
                await self._closing.wait()
        finally:
            await self._end()
        return START_AGAIN if self._starts_again else 0

    def report(self, fault: BaseException) -> None:
        """Tell the person of a fault that nobody caught; its traceback is in the log."""
        from app.ui.shell.notices import Notice

        error = fault if isinstance(fault, BatonError) else unexpected(fault)
        with contextlib.suppress(RuntimeError):  # the window may be gone already
            if self._controller is not None:
                self.scope.failed.emit(error)  # whoever listens has the button that helps
            else:
                self.window.notices.post(Notice.of(error))

    def end(self) -> None:
        """End the run without a question: there is nobody to answer it, or no time."""
        self._closing.set()

    @property
    def is_ending(self) -> bool:
        """Whether the run has begun to end."""
        return self._closing.is_set()

    async def _begin(self) -> None:
        try:
            # Importing what the services and the transcript need would hold the window still.
            await asyncio.to_thread(import_what_comes_next)
            self._app = self._build()
            self._controller = await self._connect(self._app)
        except BatonError as error:
            _log.error("Baton cannot start: %s", error)
            self.window.show_fatal(error.message, error.remedy)
            return
        except Exception as fault:  # noqa: BLE001  # whatever it is, a window that says so beats none
            _log.exception("Baton cannot start")
            notice = unexpected(fault)
            self.window.show_fatal(notice.message, notice.remedy)
            return
        controller = self._controller
        self._early_keys.hand_over(controller.actions)
        self._saving.start()
        self.scope.spawn(controller.start(), name="first fill")
        if self._on_ready is not None:
            self._on_ready(self.window, controller)

    async def _connect(self, app: Application) -> WindowController:
        from app.ui.confirmation import ConfirmationSheet
        from app.ui.control.desk import Desk
        from app.ui.control.window import WindowController
        from app.ui.session import Session
        from app.ui.transcript import TranscriptView

        transcript = TranscriptView(self.theme)
        self.window.set_transcript(transcript, tab_stops=transcript.tab_stops)
        consent = ConfirmationSheet(self.window, self.theme, app.aws)
        consent.asking.connect(self.window.rest_panels)
        desk = Desk(
            app=app,
            window=self.window,
            transcript=transcript,
            theme=self.theme,
            scope=self.scope,
            consent=consent,
            session=Session.new(await app.history.create()),
        )
        desk.restart_wanted.connect(self._restart)
        return WindowController(desk, state=self._state, close=self._close)

    def _close(self) -> None:
        """End the run, unless something is to be said first."""
        if self._controller is None or self._closing.is_set() or self._controller.may_quit():
            self._closing.set()

    def _restart(self) -> None:
        """End the run to begin another; where something is to be said first, the person decides anew."""
        self._close()
        self._starts_again = self._closing.is_set()

    def _save_meanwhile(self) -> None:
        """What a kill would lose otherwise: above all the drafts."""
        if self._controller is None or (state := self._controller.state()) == self._state:
            return
        self._state = state
        self.scope.spawn(asyncio.to_thread(save_state, self._state_file, state), name="keep the window's state")

    def _save(self) -> None:
        if self._controller is not None:
            self._state = self._controller.state()
        save_state(self._state_file, self._state)

    async def _end(self) -> None:
        self._saving.stop()
        try:
            self._save()
        except Exception:  # noqa: BLE001  # it is worth less than the rest of the end
            _log.exception("the window's state could not be kept")
        self.window.hide()
        if self._controller is not None:
            try:
                await self._controller.aclose()
            except Exception:  # noqa: BLE001  # as above
                _log.exception("what was changed last could not all be kept")
        try:
            await asyncio.wait_for(self.scope.aclose(), _TASK_PATIENCE_S)
        except TimeoutError:
            _log.error(
                "these did not end within %s s: %s", _TASK_PATIENCE_S, sorted(t.get_name() for t in self.scope.tasks)
            )
        if self._app is not None:
            try:
                await asyncio.wait_for(self._app.aclose(), _PATIENCE_S)
            except TimeoutError:
                _log.error("the services did not end within %s s", _PATIENCE_S)
            except Exception:  # noqa: BLE001  # the window ends all the same
                _log.exception("the services did not end cleanly")
        self.window.let_close()
        self.window.deleteLater()


def run_window(
    build: Callable[[], Application],
    *,
    state_file: Path,
    language: str = SYSTEM,
    on_shown: Callable[[], None] | None = None,
    on_ready: Callable[[MainWindow, WindowController], None] | None = None,
) -> int:
    """Show the window until it is closed; returns the exit status, or :data:`START_AGAIN`.

    ``build`` makes the services, after the window's first picture, which ``on_shown`` is told of. ``on_ready`` gets
    the window and its controller once they are connected. ``state_file`` is where sizes, drafts and the open
    conversation are kept. ``language`` is the setting, as it is before the services are there.
    """
    import qasync  # type: ignore[import-untyped]  # it ships no types

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Baton")
    application.setApplicationDisplayName("Baton")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("baton")
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "app" / "baton.svg")))
    application.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(application)
    use_enough_threads(loop)
    asyncio.set_event_loop(loop)
    collector = WindowThreadCollector()
    try:
        run = WindowRun(build, state_file=state_file, language=language, on_shown=on_shown, on_ready=on_ready)
        with _faults_reported(run, loop), _signals_close(run), _shared_finely():
            status: int = loop.run_until_complete(run.run())
            loop.run_until_complete(loop.shutdown_asyncgens())
        return status
    finally:
        asyncio.set_event_loop(None)
        loop.close()
        collector.stop()


@contextlib.contextmanager
def _faults_reported(run: WindowRun, loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """An exception in a slot or a callback becomes a notice and a line in the log, not a dead window."""
    before = sys.excepthook

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            run.window.close()
            return
        _log.error("an exception nobody caught", exc_info=(kind, fault, trace))
        run.report(fault)

    def handler(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        fault = context.get("exception")
        _log.error("%s", context.get("message"), exc_info=fault if isinstance(fault, BaseException) else None)
        if isinstance(fault, BaseException):
            run.report(fault)

    sys.excepthook = hook
    loop.set_exception_handler(handler)
    try:
        yield
    finally:
        sys.excepthook = before


@contextlib.contextmanager
def _signals_close(run: WindowRun) -> Iterator[None]:
    """Ctrl+C in the terminal closes the window as its button does, and a polite kill without a question. Another one
    while the window is ending ends the process: what is waited for then may never come.
    """
    waiting, waking = socket.socketpair()
    for end in (waiting, waking):
        end.setblocking(False)

    def closes(number: int, _frame: FrameType | None) -> None:
        if run.is_ending:
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
        elif number == signal.SIGTERM:
            run.end()
        else:
            run.window.close()

    # Python runs its handlers between two bytecodes only; the written byte makes Qt's loop come round to one.
    notifier = QSocketNotifier(waiting.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: waiting.recv(64))
    wakeup_before = signal.set_wakeup_fd(waking.fileno(), warn_on_full_buffer=False)
    before = {number: signal.signal(number, closes) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup_before)
        notifier.setEnabled(False)
        waiting.close()
        waking.close()


@contextlib.contextmanager
def _shared_finely() -> Iterator[None]:
    """A thread that only computes gives way at once: each of the many steps of a key or a picture, after each of which
    the window's thread asks for its turn anew, would wait 5 ms for it otherwise.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


async def _first(*events: asyncio.Event) -> None:
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


def import_what_comes_next() -> None:
    """On a thread: no widget is made here, only modules read."""
    import app.services.application
    import app.ui.confirmation
    import app.ui.control.window
    import app.ui.transcript  # noqa: F401  # read for what they import
