"""Asks a short-lived worker what this machine has, and whether llama.cpp can read a file. Blocking; loads nothing.

A library that crashes on a hostile file, or a driver that hangs, does so in the child.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from app.domain.errors import BatonError, ModelFileError, WorkerDiedError
from app.domain.language import tr
from app.domain.models import LoadPlan
from app.llama import protocol
from app.llama.child_process import NO_WINDOW
from app.llama.memory import free_memory_bytes
from app.llama.plan.plan import Machine
from app.llama.wire import ProtocolError

_LIMIT_S = 60.0
_FRESH_S = 10.0


class MachineProbe:
    """``worker_command`` starts ``app.llama.worker.main``. ``held`` are the plans of what is loaded now.

    The devices are asked for once; where there are GPUs, again when what is free on them was asked ``fresh_s`` ago.
    """

    def __init__(
        self,
        worker_command: Sequence[str],
        *,
        held: Callable[[], Sequence[LoadPlan]] = tuple,
        fresh_s: float = _FRESH_S,
    ) -> None:
        self._command = tuple(worker_command)
        self._held = held
        self._fresh_s = fresh_s
        self._lock = threading.Lock()
        self._devices: protocol.Devices | None = None
        self._asked_at = 0.0

    def devices(self) -> protocol.Devices:
        """What can compute here, and llama.cpp's build. Raises :class:`WorkerDiedError` where that cannot be asked."""
        with self._lock:
            known = self._devices
            stale = time.monotonic() - self._asked_at >= self._fresh_s
            if known is None or (stale and any(device.kind in ("gpu", "igpu") for device in known.devices)):
                report = self._ask(protocol.DescribeDevices())
                if not isinstance(report, protocol.Devices):
                    raise self._broken("")
                self._devices = known = report
                self._asked_at = time.monotonic()
            return known

    def machine(self) -> Machine:
        """What there is to load into. Devices that cannot be asked for count as none.

        What loaded models hold counts as free: a model that is planned anew must not be planned around itself,
        and the others make room (see :func:`app.llama.plan.plan.fits_beside`).
        """
        held = self._held()
        # The weights of a loaded model are mapped from its file, and count as free already.
        free = free_memory_bytes() + sum(
            share.context_bytes + share.working_bytes for plan in held for share in plan.devices if share.kind == "cpu"
        )
        try:
            devices = tuple(_as_free(device, held, free) for device in self.devices().devices)
        except BatonError:
            devices = ()
        return Machine(free_memory_bytes=free, threads=_threads(), devices=devices)

    def check(self, path: Path) -> None:
        """Raises :class:`ModelFileError` for a file that llama.cpp cannot read; its weights are not looked at."""
        try:
            self._ask(protocol.CheckFile(path=str(path)))
        except WorkerDiedError as error:
            raise ModelFileError(
                tr("llama.cpp could not read {name!r}.", name=path.name),
                remedy=tr("The file is damaged; download it again."),
                detail=error.detail,
            ) from error

    def _ask(self, command: protocol.Command) -> protocol.Report:
        try:
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=NO_WINDOW,
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
            tr("llama.cpp does not start on this machine."),
            remedy=tr("Look at baton doctor; installing Baton again builds it for this processor."),
            detail=detail,
        )


def _as_free(device: protocol.Device, held: Sequence[LoadPlan], main_free_bytes: int) -> protocol.Device:
    """The device with what it would have free if nothing of ours were on it."""
    if device.total_bytes == 0:  # a driver that does not tell; llama.cpp then takes main memory's
        return replace(device, free_bytes=main_free_bytes)
    ours = sum(
        share.total_bytes
        for plan in held
        for share in plan.devices
        if share.kind == "gpu" and share.name == device.name
    )
    return replace(device, free_bytes=min(device.free_bytes + ours, device.total_bytes))


def _threads() -> int:
    """Physical cores, but no more than this process may use: more threads than that only wait for each other."""
    import psutil

    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(psutil.cpu_count(logical=False) or usable, usable))
