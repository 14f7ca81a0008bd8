"""What a selection sees of the transcript: its rows, their texts and what they say. Selects nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from app.domain.language import tr
from app.domain.messages import Role
from app.ui.transcript.row import MessageRow
from app.ui.transcript.selection import Text
from app.ui.transcript.thread import Thread
from app.ui.transcript.window import RowWindow


class SelectedRows:
    """See :class:`app.ui.transcript.selection.Rows`. ``window`` and ``thread`` give those of now."""

    def __init__(self, window: Callable[[], RowWindow], thread: Callable[[], Thread | None]) -> None:
        self._window = window
        self._thread = thread

    def built(self) -> Mapping[str, Sequence[Text]]:
        """The texts of the rows that exist, in reading order."""
        rows = self._window().built.items()
        return {key: row.selectable_texts() for key, row in rows if isinstance(row, MessageRow)}

    def index(self, key: str) -> int | None:
        """Where a message stands in the branch shown."""
        return self._window().index(key)

    def keys(self) -> Sequence[str]:
        """All messages of the branch shown."""
        thread = self._thread()
        return () if thread is None else [row.node.id for row in thread.rows]

    def source(self, key: str) -> str:
        """A whole message as Markdown, with who speaks where that changes."""
        thread, number = self._thread(), self._window().index(key)
        if thread is None or number is None:
            return ""
        row = thread.rows[number]
        live = thread.live.get(key)
        text = row.node.message.text if live is None else live.text
        name = tr("You") if row.node.message.role is Role.USER else "Baton"
        return f"**{name}**\n\n{text}" if row.begins and text else text

    def frame(self) -> QRect:
        """What is in sight, in the screen's coordinates."""
        viewport = self._window().viewport()
        return QRect(viewport.mapToGlobal(QPoint(0, 0)), viewport.size())

    def scroll(self, pixels: int) -> None:
        """Move what is read."""
        self._window().scroll_by(pixels)

    def show(self, text: QWidget, area: QRect) -> None:
        """Bring a part of a text into sight."""
        self._window().show_part(text, y=area.y(), height=area.height())
