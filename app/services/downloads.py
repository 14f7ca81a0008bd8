"""Downloads of models: a queue of them, how fast each is, paused and taken up again. Fetches nothing itself.

They belong to the application, not to a page of the window: they go on until they are through or Baton ends, and what
an earlier Baton left unfinished is listed as paused.
"""

from __future__ import annotations

import asyncio
import dataclasses
import itertools
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from app.domain.errors import BatonError, NotFoundError
from app.domain.hub import Download, DownloadProgress, DownloadState, UnfinishedDownload
from app.domain.language import tr
from app.domain.models import LocalModel

log = logging.getLogger(__name__)

_AT_ONCE = 2
_SPEED_OVER_S = 5.0
_NOTE_STAYS_S = 6.0

Pull = Callable[[str, str | None, Callable[[DownloadProgress], None]], Awaitable[LocalModel]]
Discard = Callable[[str, str], Awaitable[None]]
Listener = Callable[[Download], None]


class DownloadQueue:
    """``pull`` downloads and is cancelled to stop; ``discard`` deletes what a download brought.

    At most ``at_once`` run side by side; the others wait their turn. ``clock`` (seconds) is for tests.
    """

    def __init__(
        self, *, pull: Pull, discard: Discard, at_once: int = _AT_ONCE, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._pull = pull
        self._discard = discard
        self._at_once = at_once
        self._clock = clock
        self._ids = itertools.count(1)
        self._downloads: dict[int, Download] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._speeds: dict[int, _Speed] = {}
        self._listeners: list[Listener] = []
        self._closed = False

    @property
    def downloads(self) -> Sequence[Download]:
        """All of them, in the order they were asked for; those that are done until they are dismissed."""
        return tuple(self._downloads.values())

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with each download that changed; the returned function ends that."""

        def entry(download: Download) -> None:
            listener(download)

        self._listeners.append(entry)

        def end() -> None:
            if entry in self._listeners:
                self._listeners.remove(entry)

        return end

    def start(self, repository: str, file_name: str = "") -> Download:
        """Queue a download; one of the same file that is paused or failed goes on, one that runs is left alone."""
        for known in self._downloads.values():
            if (known.repository, known.file_name) == (repository, file_name) and known.state is not DownloadState.DONE:
                self.resume(known.id)
                return self._downloads[known.id]
        download = Download(id=next(self._ids), repository=repository, file_name=file_name, state=DownloadState.WAITING)
        self._put(download)
        self._pump()
        return self._downloads[download.id]

    def restore(self, unfinished: Sequence[UnfinishedDownload]) -> None:
        """List downloads that an earlier Baton, or one beside this, has not completed."""
        known = {(download.repository, download.file_name) for download in self._downloads.values()}
        for left in unfinished:
            if (left.repository, left.file_name) not in known:
                self._put(
                    Download(
                        id=next(self._ids),
                        repository=left.repository,
                        file_name=left.file_name,
                        state=DownloadState.PAUSED,
                        done_bytes=left.done_bytes,
                        total_bytes=left.total_bytes,
                    )
                )

    def pause(self, id: int) -> None:
        """Stop a download and keep what it has brought."""
        download = self._of(id)
        if (task := self._tasks.get(id)) is not None:
            task.cancel()
        elif download.state is DownloadState.WAITING:
            self._put(dataclasses.replace(download, state=DownloadState.PAUSED))

    def resume(self, id: int) -> None:
        """Go on with a download that is paused or failed."""
        download = self._of(id)
        if download.state in (DownloadState.PAUSED, DownloadState.FAILED):
            self._put(dataclasses.replace(download, state=DownloadState.WAITING, problem="", note=""))
            self._pump()

    async def cancel(self, id: int) -> None:
        """Stop a download for good and delete what it has brought."""
        task = self._tasks.get(id)
        if task is not None:
            task.cancel()
            await asyncio.wait([task])
        download = self._of(id)
        self.dismiss(id)
        if download.file_name and download.state is not DownloadState.DONE:
            try:
                await self._discard(download.repository, download.file_name)
            except NotFoundError:
                pass  # it had brought nothing yet

    def dismiss(self, id: int) -> None:
        """Take a download off the list; its files stay."""
        self._downloads.pop(id, None)
        self._speeds.pop(id, None)

    async def aclose(self) -> None:
        """Stop all; what they have brought is kept. Safe to call twice."""
        self._closed = True
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    def _of(self, id: int) -> Download:
        try:
            return self._downloads[id]
        except KeyError:
            raise NotFoundError(tr("There is no such download.")) from None

    def _put(self, download: Download) -> None:
        self._downloads[download.id] = download
        for listener in tuple(self._listeners):
            listener(download)

    def _pump(self) -> None:
        for download in list(self._downloads.values()):
            if self._closed or len(self._tasks) >= self._at_once:
                return
            if download.state is DownloadState.WAITING and download.id not in self._tasks:
                self._speeds[download.id] = _Speed(self._clock)
                self._put(dataclasses.replace(download, state=DownloadState.RUNNING))
                task = asyncio.get_running_loop().create_task(
                    self._run(download.id), name=f"download {download.repository}"
                )
                self._tasks[download.id] = task
                task.add_done_callback(lambda _task, id=download.id: self._left(id))  # type: ignore[misc]  # the loop's variable, bound

    def _left(self, id: int) -> None:
        """A task that was stopped before its first step has put nothing in order itself."""
        if self._tasks.pop(id, None) is not None:
            if id in self._downloads:
                self._put(dataclasses.replace(self._downloads[id], state=DownloadState.PAUSED))
            self._pump()

    async def _run(self, id: int) -> None:
        download = self._downloads[id]
        end: dict[str, object] = {"state": DownloadState.PAUSED}
        try:
            model = await self._pull(
                download.repository, download.file_name or None, lambda progress: self._reached(id, progress)
            )
            end = {"state": DownloadState.DONE, "model": model}
        except asyncio.CancelledError:
            pass  # paused: the task ends here, and nobody else waits for it
        except BatonError as error:
            end = {"state": DownloadState.FAILED, "problem": str(error)}
        except Exception:
            log.exception("a download failed")
            problem = tr("Something went wrong inside Baton; the log has the details. What was downloaded is kept.")
            end = {"state": DownloadState.FAILED, "problem": problem}
        finally:
            self._tasks.pop(id, None)
            if id in self._downloads:
                # The keys above name fields of a download.
                changed = dataclasses.replace(self._downloads[id], bytes_per_s=0.0, note="", **end)  # type: ignore[arg-type]
                self._put(changed)
            self._pump()

    def _reached(self, id: int, progress: DownloadProgress) -> None:
        download, speed = self._downloads.get(id), self._speeds.get(id)
        if download is None or speed is None or download.state is not DownloadState.RUNNING:
            return
        bytes_per_s, note = speed.after(progress)
        self._put(
            dataclasses.replace(
                download,
                file_name=progress.file_name or download.file_name,
                done_bytes=progress.done_bytes,
                total_bytes=progress.total_bytes,
                bytes_per_s=bytes_per_s,
                note=note,
            )
        )


class _Speed:
    """The speed of the last seconds, and the last note for as long as it takes to read it."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque()
        self._note = ""
        self._noted_at = 0.0

    def after(self, progress: DownloadProgress) -> tuple[float, str]:
        now = self._clock()
        if progress.note:
            self._note, self._noted_at = progress.note, now
        elif now - self._noted_at > _NOTE_STAYS_S:
            self._note = ""
        marks = self._marks
        if marks and progress.done_bytes < marks[-1][1]:
            marks.clear()  # it begins anew
        marks.append((now, progress.done_bytes))
        while now - marks[0][0] > _SPEED_OVER_S and len(marks) > 2:
            marks.popleft()
        elapsed = now - marks[0][0]
        return ((progress.done_bytes - marks[0][1]) / elapsed if elapsed > 0 else 0.0), self._note
