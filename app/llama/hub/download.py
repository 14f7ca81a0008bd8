"""Downloads model files from a hub: goes on where it stopped, checks the sum, and says what becomes of what came.

The library's own download starts afresh after an interruption and cannot be stopped in the middle, so files are
fetched here, by plain HTTP with ranges. What has come is kept by :mod:`app.llama.hub.download_record`.
"""

from __future__ import annotations

import asyncio
import errno
import hashlib
import re
import shutil
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import BatonError, DiskFullError, MalformedReplyError, StorageError, StreamCutError
from app.domain.hub import DownloadProgress
from app.domain.language import tr
from app.domain.numerals import number
from app.llama.hub.catalogue import HubConnection, HubSession, malformed, retry_after_s, stopped
from app.llama.hub.contents import Contents, HubFile, checked_name, read_contents
from app.llama.hub.download_record import DownloadRecord, PartFile, forget_other_parts

if TYPE_CHECKING:
    import httpx2

_SPARE_BYTES = 256 * 1024**2
_SUM_BLOCK_BYTES = 1 << 22
_TOLD_EVERY_S = 0.1
_MOST_FRUITLESS = 5
_LONGEST_WAIT_S = 60.0
_FIRST_WAIT_S = 1.0
_NOT_SATISFIABLE = 416
_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504, _NOT_SATISFIABLE})
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

Progress = Callable[[DownloadProgress], None]
Choice = Callable[[Contents], Sequence[HubFile]]


class HubDownloader:
    """``wait`` (seconds) and ``spare_bytes``, which a download leaves free on the disk, are for tests."""

    def __init__(
        self,
        hub: HubConnection,
        *,
        wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
        spare_bytes: int = _SPARE_BYTES,
    ) -> None:
        self._hub = hub
        self._wait = wait
        self._spare_bytes = spare_bytes

    def download(
        self, repository: str, choice: Choice, folder: Path, progress: Progress, cancelled: Callable[[], bool]
    ) -> Path:
        """Download the file that ``choice`` makes of what the repository holds, with all its parts, into ``folder``.

        Returns its (first) file. Raises what ``choice`` raises, :class:`DiskFullError` (before it begins, or in the
        middle: what came is kept), :class:`StreamCutError` (broken off, or a wrong sum), :class:`NotAllowedError`
        where ``cancelled`` or where it is being downloaded already, and what the connection raises.
        """
        watches: list[_Watch] = []

        def heed() -> bool:
            for watch in watches:
                watch.catch_up()
            return cancelled()

        async def work(session: HubSession) -> Path:
            contents = await read_contents(session, repository)
            files = choice(contents)
            watches.append(_Watch(progress, cancelled, files))
            try:
                return await self._all(session, contents, files, folder, watches[0])
            except OSError as error:
                if error.errno is None or isinstance(error, ConnectionError):  # the connection's own
                    raise
                raise _disk_fault(error) from error

        return self._hub.run(work, subject=checked_name(repository), cancelled=heed)

    async def _all(
        self, session: HubSession, contents: Contents, files: Sequence[HubFile], folder: Path, watch: _Watch
    ) -> Path:
        with DownloadRecord.begun(folder, contents.repository, files) as record:
            self._check_space(folder, files[0], watch.total - record.done_bytes)
            for file in files:
                await self._one(session, contents, file, folder, watch)
                watch.is_through(file)
        return folder / files[0].local_name

    async def _one(self, session: HubSession, contents: Contents, file: HubFile, folder: Path, watch: _Watch) -> None:
        target = folder / file.local_name
        if target.exists() and target.stat().st_size == file.size_bytes:
            if file.sha256 is None or _sum(target, watch) == file.sha256:
                return
            watch.say(tr("{name} has changed on the hub; it is downloaded anew.", name=target.name))
        if forget_other_parts(folder, file):
            watch.say(tr("{name} has changed on the hub meanwhile; the download begins anew.", name=target.name))
        part = PartFile(folder, file, watch.check)
        try:
            watch.reach(part.size)
            await self._complete(session, contents, file, part, watch)
            if file.sha256 is not None and part.sum != file.sha256:
                part.delete()
                raise StreamCutError(
                    tr("{name!r} arrived damaged: its sum is not the one the hub gives.", name=target.name),
                    remedy=tr("Download it again; the damaged part was deleted."),
                )
            part.move_to(target)
        finally:
            part.close()

    async def _complete(
        self, session: HubSession, contents: Contents, file: HubFile, part: PartFile, watch: _Watch
    ) -> None:
        """Fetch what is missing. A connection that breaks is taken up again for as long as attempts bring something."""
        import httpx2

        fruitless = 0
        while part.size < file.size_bytes:
            before = part.size
            fault: Exception = StreamCutError(
                tr("The download brings nothing more."), remedy=tr("Start it again later; it goes on where it stopped.")
            )
            asked_s: float | None = None
            try:
                async with session.file(contents.repository, file.name, contents.revision, part.size) as response:
                    await _receive(response, file, part, watch)
            except httpx2.HTTPError as error:
                refusal = getattr(error, "response", None)  # the hub's errors have one, a broken connection has none
                is_broken = isinstance(error, httpx2.TransportError) and not isinstance(
                    error, httpx2.UnsupportedProtocol
                )
                if not is_broken and (refusal is None or refusal.status_code not in _TRY_AGAIN):
                    raise
                fault = error
                if refusal is not None:
                    asked_s = retry_after_s(refusal)
                    if refusal.status_code == _NOT_SATISFIABLE:  # what is here is of something else
                        part.restart()
                        asked_s = 0.0
            if part.size > before:
                fruitless = 0
                continue
            fruitless += 1
            if fruitless > _MOST_FRUITLESS or (asked_s or 0) > _LONGEST_WAIT_S:
                raise fault
            wait_s = min(_FIRST_WAIT_S * 2 ** (fruitless - 1), _LONGEST_WAIT_S) if asked_s is None else asked_s
            if wait_s:
                seconds = f"{wait_s:.0f}"
                watch.say(
                    tr("The connection broke; the download goes on in {seconds} s.", seconds=seconds)
                    if asked_s is None
                    else tr("The hub asks to wait; the download goes on in {seconds} s.", seconds=seconds)
                )
                await self._wait(wait_s)

    def _check_space(self, folder: Path, file: HubFile, missing: int) -> None:
        free = shutil.disk_usage(folder).free
        if missing > 0 and missing + self._spare_bytes > free:
            raise DiskFullError(
                tr(
                    "{name!r} needs {missing} GB more, and {free} GB are free on the disk for models.",
                    name=file.local_name,
                    missing=number(missing / 1000**3, 1),
                    free=number(free / 1000**3, 1),
                ),
                remedy=tr("Free some space, or choose a smaller file."),
            )


async def _receive(response: httpx2.Response, file: HubFile, part: PartFile, watch: _Watch) -> None:
    """Write what one answer brings; whatever is not the file, or not its right piece, is refused unwritten."""
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind.startswith("text/") or kind in ("application/json", "application/xhtml+xml"):
        raise malformed(tr("a page ({kind}) instead of the file", kind=kind))
    starts_at = 0
    whole: int | None = None
    if response.status_code == 206:
        found = re.fullmatch(r"bytes (\d{1,18})-\d{1,18}/(\d{1,18}|\*)", response.headers.get("Content-Range", ""))
        if found is None:
            raise malformed(tr("a piece of the file without saying which"))
        starts_at = int(found[1])
        whole = None if found[2] == "*" else int(found[2])
    elif (length := response.headers.get("Content-Length", "")).isdigit():
        whole = int(length[:18])
    if whole is not None and whole != file.size_bytes:
        raise MalformedReplyError(
            tr("The hub sends {name!r} with another size than it lists.", name=file.local_name),
            remedy=tr("Try again in a while: the file may just be changing there."),
        )
    if starts_at not in (0, part.size):
        raise malformed(tr("another piece of the file than was asked for"))
    if starts_at != part.size:
        part.restart()
        watch.say(tr("The hub cannot go on in the middle; the download begins anew."))
    async for block in response.aiter_raw():
        if part.size + len(block) > file.size_bytes:
            part.restart()
            raise malformed(tr("more than the file"))
        part.append(block)
        watch.reach(part.size)


class _Watch:
    """Tells the progress of all files together, a few times a second, and ends it where the person stopped it."""

    def __init__(self, progress: Progress, cancelled: Callable[[], bool], files: Sequence[HubFile]) -> None:
        self.total = sum(file.size_bytes for file in files)
        self._progress = progress
        self._cancelled = cancelled
        self._file_name = files[0].name
        self._before = 0
        self._done = 0
        self._told = 0
        self._told_at = 0.0

    def check(self) -> None:
        """Raises :class:`NotAllowedError` where the download is stopped."""
        if self._cancelled():
            raise stopped()

    def reach(self, done: int) -> None:
        """So many bytes of the file in work are here."""
        self.check()
        self._done = self._before + done
        if time.monotonic() - self._told_at >= _TOLD_EVERY_S:
            self._tell("")

    def catch_up(self) -> None:
        """Tell what was not told yet, where nothing more has come for a while."""
        if self._done != self._told and time.monotonic() - self._told_at >= _TOLD_EVERY_S:
            self._tell("")

    def is_through(self, file: HubFile) -> None:
        """A file is here in full."""
        self._before += file.size_bytes
        self._done = self._before
        self._tell("")

    def say(self, note: str) -> None:
        """Something unusual."""
        self._tell(note)

    def _tell(self, note: str) -> None:
        self._told, self._told_at = self._done, time.monotonic()
        self._progress(
            DownloadProgress(done_bytes=self._done, total_bytes=self.total, note=note, file_name=self._file_name)
        )


def _sum(path: Path, watch: _Watch) -> str:
    watch.say(tr("Checking what is here already."))
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_SUM_BLOCK_BYTES):
            watch.check()
            digest.update(block)
    return digest.hexdigest()


def _disk_fault(error: OSError) -> BatonError:
    if error.errno in _FULL:
        return DiskFullError(
            tr("The disk is full; what was downloaded so far is kept."),
            remedy=tr("Free some space, then start the download again: it goes on where it stopped."),
            detail=str(error),
        )
    return StorageError(
        tr("The model cannot be saved: {why}.", why=error.strerror),
        remedy=tr("Make the folder for models writable."),
        detail=str(error),
    )
