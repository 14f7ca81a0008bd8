"""Shows the downloads of models among the other work; they stay the business of their own queue."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.hub import Download, DownloadState
from app.domain.language import tr
from app.domain.remedies import Remedy, RemedyKind
from app.domain.work import BYTES, WorkState
from app.services.downloads import DownloadQueue
from app.services.work.tray import WorkTray

_STATES = {
    DownloadState.WAITING: WorkState.WAITING,
    DownloadState.RUNNING: WorkState.RUNNING,
    DownloadState.PAUSED: WorkState.PAUSED,
    DownloadState.FAILED: WorkState.FAILED,
    DownloadState.DONE: WorkState.DONE,
}


class DownloadWork:
    """Follows ``queue`` for as long as both live. Stopping one there pauses it: what came is kept."""

    def __init__(self, tray: WorkTray, queue: DownloadQueue) -> None:
        self._tray, self._queue = tray, queue
        self._works: dict[int, int] = {}
        queue.subscribe(self._changed)

    def _changed(self, download: Download) -> None:
        if download.id not in self._works:
            if download.state is DownloadState.PAUSED:
                return  # an earlier Baton left it; nothing of this session
            self._works[download.id] = self._tray.begin(
                _title(download),
                unit=BYTES,
                stop=self._pausing(download.id),
                again=lambda: self._queue.resume(download.id),
                on_quit=tr("It is paused, and goes on where it stopped."),
            )
        id = self._works[download.id]
        self._tray.change(
            id,
            state=WorkState.RUNNING if download.state is not DownloadState.WAITING else WorkState.WAITING,
            done=download.done_bytes,
            total=download.total_bytes or None,
            note=download.note,
            title=_title(download),
        )
        state = _STATES[download.state]
        if state is WorkState.PAUSED:
            self._tray.end(id, state, remedy=Remedy(kind=RemedyKind.RETRY, button=tr("Go on")))
        elif state is WorkState.FAILED:
            self._tray.end(id, state, download.problem)
        elif state is WorkState.DONE:
            name = "" if download.model is None else download.model.name
            self._tray.end(id, state, tr("{name} can be used.", name=name) if name else tr("It was downloaded."))

    def _pausing(self, id: int) -> Callable[[], object]:
        return lambda: self._queue.pause(id)


def _title(download: Download) -> str:
    name = download.file_name.rpartition("/")[2] or download.repository
    return tr("Download {name}", name=name)
