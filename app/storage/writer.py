"""Which process is writing an unfinished row, and whether it lives; told by process id and start, never by id alone."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from uuid import uuid4

_PROC = Path("/proc/stat")  # Linux; elsewhere psutil is asked, which is slower to import


def new_writer() -> str:
    """A name for one opened database: this process, its start, and which of its openings."""
    return f"{os.getpid()}/{_start(os.getpid())}/{uuid4().hex[:8]}"


def is_alive(writer: str | None) -> bool:
    """Whether the process behind ``writer`` still runs. A reused process id has another start."""
    process, _, rest = (writer or "").partition("/")
    start = rest.rpartition("/")[0]
    if not process.isdecimal() or not start:
        return False
    return _start(int(process)) == start


def _start(process: int) -> str:
    """When a process began, in words that no clock change alters; empty where there is none."""
    return _start_from_proc(process) if _PROC.exists() else _start_from_psutil(process)


def _start_from_proc(process: int) -> str:
    try:
        stat = (_PROC.parent / str(process) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    fields = stat.rpartition(")")[2].split()
    # A zombie has ended: it writes nothing any more. Field 22 of proc(5), the 20th after the name, is the start in
    # clock ticks since boot.
    return "" if fields[0] in ("Z", "X") else f"{_boot()}-{fields[19]}"


def _start_from_psutil(process: int) -> str:
    import psutil

    try:
        found = psutil.Process(process)
        return "" if found.status() == psutil.STATUS_ZOMBIE else f"{found.create_time():.2f}"
    except psutil.Error:
        return ""


@cache
def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip()
    except OSError:
        return "boot"
