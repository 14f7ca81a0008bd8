"""One database file and its two connections, each on a thread of its own; nothing here blocks the caller's loop.

Durability: the file is in WAL mode. What a write has returned from survives a ``kill -9``, because it lies with the
operating system. Against a power cut, every durable write is flushed (``synchronous = FULL``); text of an answer that
is still being written and imports go by ``NORMAL``, flushed with the next durable write or after two seconds, so that
a power cut takes at most those last moments and never the file.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

from app.domain.errors import BatonError, DamagedFileError, DiskFullError, StorageError
from app.domain.language import tr
from app.storage.faults import storage_faults
from app.storage.keys import HistoryKeys, NoSecretStore
from app.storage.opening import open_reader, open_unwritable, open_writer, suspect_mark
from app.storage.presence import Presence
from app.storage.recovery import abandon
from app.storage.writer import new_writer

T = TypeVar("T")
_FLUSH_S = 2.0


class Database:
    """The history's file. Making one costs nothing: it is opened by the first use, or by :meth:`open`, in its threads.

    An opening that failed (no space, no rights) is tried again by the next use. Methods may be called from one loop or
    from several; the work is done in the order it was given, writes and reads each in their own line.
    """

    def __init__(self, path: Path, keys: HistoryKeys | None = None) -> None:
        """``keys`` opens an encrypted history; without them there is no key to any."""
        self.path = path
        self.keys = keys or HistoryKeys(NoSecretStore())
        self.writer = new_writer()
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="baton-history-write")
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="baton-history-read")
        self._opening: Future[sqlite3.Connection] | None = None
        self._reader: sqlite3.Connection | None = None
        self._presence: Presence | None = None
        self._notices: list[str] = []
        self._flushed_at = 0.0
        self._flushes: bool | None = None  # what the connection was told last
        self._closed = False
        self._together: deque[tuple[Callable[[sqlite3.Connection], Any], Future[Any], bool]] = deque()

    @property
    def notices(self) -> Sequence[str]:
        """What happened on opening that the person must know; empty before."""
        return tuple(self._notices)

    async def open(self) -> None:
        """Open now rather than at the first use. Raises :class:`StorageError` and its kin."""
        await asyncio.wrap_future(self._submit(self._writing, self._connection))

    async def write(self, work: Callable[[sqlite3.Connection], T], *, durable: bool = True) -> T:
        """Run ``work`` in a transaction of its own; all of it is on disk when this returns, or none of it.

        What is not ``durable`` outlives this process, however it ends; a power cut within a second may take it back.
        """
        return await asyncio.wrap_future(self._submit(self._writing, lambda: self._write(work, durable=durable)))

    async def write_together(self, work: Callable[[sqlite3.Connection], T], *, durable: bool = True) -> T:
        """Like :meth:`write`, but with all such work that is waiting in one transaction, flushed to the disk once for
        all of it, where any of it is ``durable``: then the disk sets the pace of none. Where that fails, each is tried
        by itself. It may overtake writes that stand before it in line.
        """
        waiting: Future[T] = Future()
        self._together.append((work, waiting, durable))
        self._submit(self._writing, self._write_waiting)
        return await asyncio.wrap_future(waiting)

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run ``work`` on one consistent state of the file, which holds every write that has returned."""
        if not self._is_open():
            try:
                await self.open()  # behind an opening that is under way, on the writer's thread
            except DiskFullError as fault:
                refused = fault
                return await asyncio.wrap_future(self._submit(self._reading, lambda: self._only_read(work, refused)))
        return await asyncio.wrap_future(self._submit(self._reading, lambda: self._read(work)))

    async def replace_file(self, work: Callable[[Path], T]) -> T:
        """Run ``work``, which may put another file in the database's place, while this process has none open.

        Whatever else is asked for meanwhile waits. The file is opened anew before this returns; one that cannot be is
        tried again by the next use.
        """
        return await asyncio.wrap_future(self._submit(self._writing, lambda: self._without_connections(work)))

    async def aclose(self) -> None:
        """Finish what was begun, mark what this process leaves unfinished, close the file. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        for executor, close in ((self._reading, self._close_reader), (self._writing, self._close_writer)):
            await asyncio.wrap_future(executor.submit(close))
            executor.shutdown()

    def _submit(self, executor: ThreadPoolExecutor, work: Callable[[], T]) -> Future[T]:
        if self._closed:
            raise StorageError(tr("The history is closed."), remedy=tr("Start Baton again."))
        return executor.submit(work)

    def _is_open(self) -> bool:
        opening = self._opening
        return opening is not None and opening.done() and opening.exception() is None

    def _connection(self) -> sqlite3.Connection:
        """The writer's connection; on the writer's thread only."""
        if self._opening is None or self._opening.exception() is not None:
            self._opening = Future()
            try:
                with storage_faults(self.path):
                    connection, notices, self._presence = open_writer(self.path, self.keys)
            except BaseException as error:
                self._opening.set_exception(error)
                raise
            self._notices.extend(notices)
            self._opening.set_result(connection)
        return self._opening.result()

    def _write(self, work: Callable[[sqlite3.Connection], T], *, durable: bool) -> T:
        connection = self._connection()
        try:
            with storage_faults(self.path):
                return self._transaction(connection, work, durable=durable)
        except DamagedFileError:
            self._suspect()
            raise

    def _without_connections(self, work: Callable[[Path], T]) -> T:
        closed, done = Event(), Event()

        def hold() -> None:
            self._close_reader()
            closed.set()
            done.wait()

        self._reading.submit(hold)
        closed.wait()
        try:
            if self._is_open():
                self._connection().close()
                self._leave()
            self._opening = None
            self._flushes = None
            with storage_faults(self.path):
                return work(self.path)
        finally:
            with suppress(BatonError):
                self._connection()
            done.set()

    def _write_waiting(self) -> None:
        batch = []
        while self._together:
            work, waiting, durable = self._together.popleft()
            if waiting.set_running_or_notify_cancel():
                batch.append((work, waiting, durable))
        if not batch:
            return  # it was written with what stood before it
        try:
            flushed = any(durable for *_, durable in batch)
            results = self._write(lambda at: [work(at) for work, *_ in batch], durable=flushed)
        except BaseException as error:  # noqa: BLE001 - whoever waits is told
            if len(batch) == 1:
                batch[0][1].set_exception(error)
                return
            for work, waiting, durable in batch:
                try:
                    waiting.set_result(self._write(work, durable=durable))
                except BaseException as own:  # noqa: BLE001 - as above
                    waiting.set_exception(own)
            return
        for (_, waiting, _), result in zip(batch, results, strict=True):
            waiting.set_result(result)

    def _transaction(
        self, connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], T], *, durable: bool
    ) -> T:
        flush = durable or time.monotonic() - self._flushed_at > _FLUSH_S
        if flush is not self._flushes:
            connection.execute(f"PRAGMA synchronous = {'FULL' if flush else 'NORMAL'}")
            self._flushes = flush
        connection.execute("BEGIN IMMEDIATE")
        try:
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        if flush:
            self._flushed_at = time.monotonic()
        return result

    def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            with storage_faults(self.path):
                if self._reader is None:
                    self._reader = open_reader(self.path, self.keys)
                self._reader.execute("BEGIN")
                try:
                    return work(self._reader)
                finally:
                    self._reader.execute("ROLLBACK")
        except DamagedFileError:
            self._suspect()
            raise

    def _only_read(self, work: Callable[[sqlite3.Connection], T], refused: DiskFullError) -> T:
        """Run ``work`` on a file that cannot be opened for writing, because of ``refused``, which is raised where the
        file cannot even be read.
        """
        with storage_faults(self.path):
            connection = open_unwritable(self.path, self.keys)
            if connection is None:
                raise refused
            with closing(connection):
                told = tr(
                    "{why} Meanwhile the history can be read and exported, but nothing can be written to it.",
                    why=refused.message,
                )
                if told not in self._notices:
                    self._notices.append(told)
                return work(connection)

    def _suspect(self) -> None:
        with suppress(OSError):
            suspect_mark(self.path).touch()

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _close_writer(self) -> None:
        if self._opening is None or self._opening.exception() is not None:
            return
        connection = self._opening.result()
        try:
            with suppress(StorageError), storage_faults(self.path):  # a full disk must not keep Baton from closing
                self._transaction(connection, lambda at: abandon(at, self.writer), durable=True)
                connection.execute("PRAGMA analysis_limit = 400")  # a glance, however large the history
                connection.execute("PRAGMA optimize")
        finally:
            connection.close()
            self._leave()

    def _leave(self) -> None:
        if self._presence is not None:
            self._presence.close()
            self._presence = None
