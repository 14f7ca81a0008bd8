"""Tells a screen reader what comes in, a sentence or more at a time and never faster than it can be followed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.domain.aws import ActionState
from app.domain.conversation import NodeState
from app.domain.language import tr
from app.services.turn_updates import ActionChanged, NodeEnded, NodeStreamed, TurnUpdate
from app.ui.transcript.card import STATE_WORDS
from app.ui.transcript.thread import Thread

APART_MS = 400
_SENTENCE_ENDS = (". ", "! ", "? ", ".\n", ":\n", "\n", "。", "！", "？")


class Announcer(QObject):
    """A queued live region. ``announced`` carries what was said, also where no screen reader listens."""

    announced = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._waiting = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(APART_MS)
        self._timer.timeout.connect(self._speak)
        self._ended = False

    def take(self, thread: Thread, update: TurnUpdate) -> None:
        """Say what an update brings that can be heard."""
        match update:
            case NodeStreamed(node_id=node_id):
                live = thread.live.get(node_id)
                if live is not None and (fresh := live.take_fresh()):
                    self.stream(fresh)
            case NodeEnded(node=node):
                self.finish()
                if node.state is NodeState.FAILED and node.error:
                    self.say(node.error)
            case ActionChanged(action=action):
                if action.state in (ActionState.DONE, ActionState.FAILED, ActionState.REFUSED):
                    state = tr(STATE_WORDS[action.state])
                    self.say(f"{action.call.id.service} {action.call.id.operation}: {state}")
            case _:
                pass

    def stream(self, text: str) -> None:
        """More of an answer came; it is said once a sentence of it is whole."""
        self._waiting += text
        self._ended = False
        self._schedule()

    def say(self, text: str) -> None:
        """Say something of its own, after what is waiting."""
        self._waiting = f"{self._waiting.rstrip()}\n{text}\n".lstrip("\n")
        self._schedule()

    def finish(self) -> None:
        """The answer ended: what is left is said, whole sentence or not."""
        self._ended = True
        self._schedule()

    def forget(self) -> None:
        """Something else is shown now."""
        self._waiting = ""
        self._timer.stop()

    def _schedule(self) -> None:
        if self._waiting and not self._timer.isActive():
            self._timer.start()

    def _speak(self) -> None:
        cut = len(self._waiting)
        if not self._ended:
            cut = max(self._waiting.rfind(end) + len(end) if end in self._waiting else 0 for end in _SENTENCE_ENDS)
        said, self._waiting = self._waiting[:cut].strip(), self._waiting[cut:]
        if said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, said))
            self.announced.emit(said)
            self._schedule()
