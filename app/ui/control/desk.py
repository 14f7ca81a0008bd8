"""What the controllers share: the services, the window, the conversation shown, and the way to tell the person."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.errors import BatonError
from app.domain.ports import ConsentAsker
from app.domain.remedies import RemedyKind, remedy_in_place, remedy_of
from app.services.application import Application
from app.ui.look.theme import ThemeController
from app.ui.scope import TaskScope
from app.ui.session import Session
from app.ui.shell.main_window import MainWindow
from app.ui.shell.notices import Notice, NoticeKind
from app.ui.widgets.problem_line import WayOut

if TYPE_CHECKING:
    from app.ui.transcript import TranscriptView


class Desk(QObject):
    """``session_shown``: another conversation is shown. ``head_changed``: the one shown has a new head or settings."""

    session_shown = Signal()
    head_changed = Signal()
    models_changed = Signal()
    list_changed = Signal()  # the list of chats
    settings_changed = Signal()
    settings_wanted = Signal(str, str)  # page, provider
    remedy_wanted = Signal(object)
    restart_wanted = Signal()  # end the run, and begin another

    def __init__(
        self,
        *,
        app: Application,
        window: MainWindow,
        transcript: TranscriptView,
        theme: ThemeController,
        scope: TaskScope,
        consent: ConsentAsker,
        session: Session,
    ) -> None:
        super().__init__(window)
        self.app = app
        self.window = window
        self.transcript = transcript
        self.theme = theme
        self.scope = scope
        self.consent = consent
        self.session = session
        scope.failed.connect(self.report)
        transcript.remedy_wanted.connect(self.remedy_wanted)

    def report(self, error: BatonError, way: WayOut | None = None) -> None:
        """Tell the person of a failure, with its remedy and, where one press helps, the button that does it: ``way``,
        where whoever did what failed knows one.
        """
        if way is not None:
            notice = Notice(text=str(error), kind=NoticeKind.FAULT, stays=True, action=way.words, call=way.call)
            self.window.notices.post(notice)
            return
        remedy = remedy_of(error)
        if remedy is None or remedy.kind is RemedyKind.RETRY:  # what was tried is not known here
            self.window.notices.post(Notice.of(error))
        else:
            self.window.notices.post(Notice.of(error, remedy, lambda: self.remedy_wanted.emit(remedy)))

    def way_out(self, error: BatonError, again: Callable[[], object]) -> WayOut | None:
        """What the button beside an error does, where it is told in place: ``again``, or what the error asks for."""
        remedy = remedy_in_place(error)
        if remedy is None:
            return None
        if remedy.kind is RemedyKind.RETRY:
            return WayOut(words=remedy.words, call=again)
        return WayOut(words=remedy.words, call=lambda: self.remedy_wanted.emit(remedy))

    def say(self, text: str, *, action: str = "", call: Callable[[], object] | None = None, about: str = "") -> None:
        """Tell the person that something was done, with a way to undo or to go on; ``about`` as in :class:`Notice`."""
        self.window.notices.post(Notice(text=text, kind=NoticeKind.GOOD, action=action, call=call, about=about))

    def warn(
        self, text: str, *, stays: bool = False, action: str = "", call: Callable[[], object] | None = None
    ) -> None:
        """Tell the person of something to know, long enough to be read, or until it is closed."""
        notice = Notice(text=text, kind=NoticeKind.WARNING, stays=stays, action=action, call=call)
        self.window.notices.post(notice)
