"""A child process that speaks lines: starts it, reads it on threads, reports to an event loop, leaves none behind.

Built on ``subprocess`` and threads and not on asyncio's subprocesses: those need a child watcher that qasync's loop
does not have on every platform. Refuses to know what the lines mean.
"""

from __future__ import annotations

import asyncio
import collections
import contextlib
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Sequence
from typing import IO, TypeVar

T = TypeVar("T")

_CHUNK_BYTES = 1 << 16
_TAIL_LINES = 40
if sys.platform == "win32":
    NO_WINDOW = subprocess.CREATE_NO_WINDOW
else:
    NO_WINDOW = 0


class ChildProcess:
    """A running child.

    ``on_lines`` gets whole lines, in order, several at once; ``on_exit`` gets the exit status (negative: the signal)
    after the last line. Both are called on ``loop``'s thread. Construct it on a thread that lives as long as the
    child shall: Linux ends the child with the thread that started it.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        loop: asyncio.AbstractEventLoop,
        on_lines: Callable[[list[bytes]], None],
        on_exit: Callable[[int], None],
    ) -> None:
        self._process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            creationflags=NO_WINDOW,
        )
        self._job = _kill_with_this_process(self._process)
        self._loop = loop
        self._on_lines = on_lines
        self._on_exit = on_exit
        self._stderr_tail: collections.deque[str] = collections.deque(maxlen=_TAIL_LINES)
        self._outbox: list[bytes] = []
        self._outbox_filled = threading.Condition()
        # Where nobody killed it before the interpreter's exit, that does.
        self._finalizer = weakref.finalize(self, _kill, self._process)
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        assert self._process.stdin is not None
        reading = threading.Thread(target=self._read_errors, args=(self._process.stderr,), daemon=True)
        threads = (
            threading.Thread(target=self._write, args=(self._process.stdin,), daemon=True),
            reading,
            threading.Thread(target=self._read_output, args=(self._process.stdout, reading), daemon=True),
        )
        try:
            for thread in threads:
                thread.start()
        except RuntimeError:  # no memory for one more
            _kill(self._process)
            raise

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    @property
    def stderr_tail(self) -> str:
        """The last lines it wrote to stderr."""
        return "\n".join(self._stderr_tail)

    def send(self, line: bytes) -> None:
        """Write to the child's input, in order, without ever blocking. A child that ended takes no notice."""
        with self._outbox_filled:
            self._outbox.append(line)
            self._outbox_filled.notify()

    def kill(self) -> None:
        """End it at once; ``on_exit`` follows. Safe to call twice."""
        _kill(self._process)

    def _write(self, stdin: IO[bytes]) -> None:
        with contextlib.suppress(OSError), stdin:
            while True:
                with self._outbox_filled:
                    while not self._outbox and self._process.returncode is None:
                        self._outbox_filled.wait()
                    lines, self._outbox = self._outbox, []
                if not lines:
                    return
                view = memoryview(b"".join(lines))
                while view:
                    view = view[stdin.write(view) :]

    def _read_output(self, stdout: IO[bytes], reading_errors: threading.Thread) -> None:
        begun: list[bytes] = []  # pieces of a line whose end has not come
        with stdout:
            while chunk := stdout.read(_CHUNK_BYTES):
                first, *others = chunk.split(b"\n")
                begun.append(first)
                if others:
                    lines = [b"".join(begun), *others[:-1]]
                    begun = [others[-1]]
                    self._call(self._on_lines, lines)
        status = self._process.wait()
        with self._outbox_filled:
            self._outbox_filled.notify()
        reading_errors.join()
        self._finalizer.detach()
        _close_job(self._job)
        self._call(self._on_exit, status)

    def _read_errors(self, stderr: IO[bytes]) -> None:
        rest = b""
        with stderr:
            while chunk := stderr.read(_CHUNK_BYTES):
                *lines, rest = (rest + chunk).split(b"\n")
                self._stderr_tail.extend(line.decode("utf-8", "replace") for line in lines)

    def _call(self, function: Callable[[T], None], argument: T) -> None:
        # A loop that is closed has nobody left to tell.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(function, argument)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        with contextlib.suppress(OSError):
            process.kill()


if sys.platform == "win32":

    def _kill_with_this_process(process: subprocess.Popen[bytes]) -> int:
        """Put the child into a job object that Windows ends with its last handle, which is ours."""
        import ctypes
        from ctypes import wintypes

        class BasicLimits(ctypes.Structure):
            _fields_ = (
                ("PerProcessUserTimeLimit", ctypes.c_int64),
                ("PerJobUserTimeLimit", ctypes.c_int64),
                ("LimitFlags", wintypes.DWORD),
                ("MinimumWorkingSetSize", ctypes.c_size_t),
                ("MaximumWorkingSetSize", ctypes.c_size_t),
                ("ActiveProcessLimit", wintypes.DWORD),
                ("Affinity", ctypes.c_size_t),
                ("PriorityClass", wintypes.DWORD),
                ("SchedulingClass", wintypes.DWORD),
            )

        class ExtendedLimits(ctypes.Structure):
            _fields_ = (
                ("BasicLimitInformation", BasicLimits),
                ("IoInfo", ctypes.c_uint64 * 6),
                ("ProcessMemoryLimit", ctypes.c_size_t),
                ("JobMemoryLimit", ctypes.c_size_t),
                ("PeakProcessMemoryUsed", ctypes.c_size_t),
                ("PeakJobMemoryUsed", ctypes.c_size_t),
            )

        extended_limit_information, kill_on_job_close = 9, 0x2000  # <winnt.h>
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        job = kernel.CreateJobObjectW(None, None)
        limits = ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = kill_on_job_close
        size = ctypes.sizeof(limits)
        kernel.SetInformationJobObject(
            wintypes.HANDLE(job), extended_limit_information, ctypes.byref(limits), wintypes.DWORD(size)
        )
        kernel.AssignProcessToJobObject(wintypes.HANDLE(job), wintypes.HANDLE(int(process._handle)))  # noqa: SLF001 - the only way to it
        return int(job or 0)

    def _close_job(job: int) -> None:
        import ctypes
        from ctypes import wintypes

        ctypes.WinDLL("kernel32").CloseHandle(wintypes.HANDLE(job))

else:

    def _kill_with_this_process(process: subprocess.Popen[bytes]) -> int:
        """Nothing to do here: the worker asks the kernel itself (Linux), or ends with its input."""
        return process.pid

    def _close_job(job: int) -> None:
        """There is no job to close."""
