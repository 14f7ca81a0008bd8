"""Asks a short-lived worker what this machine has, and whether llama.cpp can read a file. Blocking; loads nothing.

A library that crashes on a hostile file, or a driver that hangs, does so in the child.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path

from app.domain.errors import BatonError, ModelFileError, WorkerDiedError
from app.llama import protocol
from app.llama.load_plan import Machine
from app.llama.memory import free_memory_bytes
from app.llama.wire import ProtocolError

_LIMIT_S = 60.0


class MachineProbe:
    """``worker_command`` starts ``app.llama.worker.main``. The devices are asked for once."""

    def __init__(self, worker_command: Sequence[str]) -> None:
        self._command = tuple(worker_command)
        self._lock = threading.Lock()
        self._devices: protocol.Devices | None = None

    def devices(self) -> protocol.Devices:
        """What can compute here, and llama.cpp's build. Raises :class:`WorkerDiedError` where that cannot be asked."""
        with self._lock:
            if self._devices is None:
                report = self._ask(protocol.DescribeDevices())
                if not isinstance(report, protocol.Devices):
                    raise self._broken("")
                self._devices = report
            return self._devices

    def machine(self) -> Machine:
        """What there is to load into now. Devices that cannot be asked for count as none."""
        try:
            devices = self.devices().devices
        except BatonError:
            devices = ()
        return Machine(free_memory_bytes=free_memory_bytes(), threads=_threads(), devices=devices)

    def check(self, path: Path) -> None:
        """Raises :class:`ModelFileError` for a file whose metadata and vocabulary llama.cpp cannot read."""
        try:
            self._ask(protocol.CheckFile(path=str(path)))
        except WorkerDiedError as error:
            raise ModelFileError(
                f"llama.cpp could not read {path.name!r}.",
                remedy="The file is damaged; download it again.",
                detail=error.detail,
            ) from error

    def _ask(self, command: protocol.Command) -> protocol.Report:
        try:
            process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError as error:
            raise self._broken(str(error)) from error
        timer = threading.Timer(_LIMIT_S, process.kill)
        timer.start()
        log: list[str] = []
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            with contextlib.suppress(OSError):
                process.stdin.write(protocol.encode(command))
                process.stdin.flush()
            for line in process.stdout:
                match report := protocol.decode_report(line):
                    case protocol.Hello() | protocol.Loading() | protocol.Alive():
                        pass
                    case protocol.Logged(text=text):
                        log.append(text)
                    case protocol.Failed():
                        raise protocol.error_of(report)
                    case _:
                        return report
        except ProtocolError as error:
            raise self._broken(str(error)) from error
        finally:
            timer.cancel()
            process.kill()
            with contextlib.suppress(OSError):
                process.communicate()
        raise self._broken("\n".join(log))

    @staticmethod
    def _broken(detail: str) -> WorkerDiedError:
        return WorkerDiedError(
            "llama.cpp does not start on this machine.",
            remedy="Look at baton doctor; installing Baton again builds it for this processor.",
            detail=detail,
        )


def _threads() -> int:
    """Physical cores, but no more than this process may use: more threads than that only wait for each other."""
    import psutil

    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(psutil.cpu_count(logical=False) or usable, usable))
