"""Checks of the machine itself: display, folders, log. Changes nothing but a file it writes and removes."""

from __future__ import annotations

import errno
import os
import platform
import shutil
import uuid
from contextlib import suppress
from pathlib import Path

from app.domain.checks import Check, CheckState
from app.domain.language import tr
from app.domain.numerals import number
from app.system.display import display_problem
from app.system.paths import Paths

LOW_SPACE_BYTES = 200 * 1024 * 1024
_FULL = (errno.ENOSPC, errno.EDQUOT)


def display_check() -> Check:
    """Whether the window can be shown."""
    problem = display_problem()
    if problem is None:
        platform_name = os.environ.get("QT_QPA_PLATFORM") or (
            "Wayland" if os.environ.get("WAYLAND_DISPLAY") else os.environ.get("DISPLAY") or platform.system()
        )
        return Check(
            name="display",
            state=CheckState.OK,
            finding=tr("The window can be shown ({platform}).", platform=platform_name),
        )
    return Check(
        name="display",
        state=CheckState.WARNING,
        finding=problem,
        remedy=tr("Without one, baton chats in the terminal; every command works."),
    )


def folders_check(paths: Paths) -> Check:
    """Whether Baton's folders can be written, and how much room is left."""
    for folder in (paths.config, paths.data, paths.cache, paths.logs):
        if (problem := _write_problem(folder)) is not None:
            return Check(
                name="folders",
                state=CheckState.FAULT,
                finding=tr("{folder} cannot be written: {problem}.", folder=repr(str(folder)), problem=_words(problem)),
                remedy=tr("Free some space on that disk.")
                if problem.errno in _FULL
                else tr("Make it writable, or set BATON_HOME to a folder that is."),
            )
    free = shutil.disk_usage(paths.data).free
    finding = tr("Data in {data}; {free} GiB free.", data=paths.data, free=number(free / 2**30, 1))
    if free < LOW_SPACE_BYTES:
        return Check(
            name="folders", state=CheckState.WARNING, finding=finding, remedy=tr("Free some space on that disk.")
        )
    return Check(name="folders", state=CheckState.OK, finding=finding)


def log_check(log_file: Path, problem: str | None) -> Check:
    """Whether the log can be written; ``problem`` is what :func:`app.system.logs.configure` said.

    That opens no file before there is something to log, so it is tried here, without leaving a file behind.
    """
    reason = None if problem is not None else _write_problem(log_file.parent) or _append_problem(log_file)
    remedy = tr("Make it and its folder writable.")
    if reason is not None:
        problem = tr("No log is kept: {file} cannot be written ({why}).", file=repr(str(log_file)), why=_words(reason))
        if reason.errno in _FULL:
            remedy = tr("Free some space on that disk.")
    if problem is None:
        finding = tr("Written to {file}.", file=log_file)
        if not log_file.exists():
            finding = tr("Nothing has been logged yet; it will be written to {file}.", file=log_file)
        return Check(name="log", state=CheckState.OK, finding=finding)
    return Check(name="log", state=CheckState.WARNING, finding=problem, remedy=remedy)


def _words(error: OSError) -> str:
    return error.strerror or "unknown"


def _append_problem(file: Path) -> OSError | None:
    try:
        os.close(os.open(file, os.O_WRONLY | os.O_APPEND))
    except FileNotFoundError:  # it is made when there is something to log
        return None
    except OSError as error:
        return error
    return None


def _write_problem(folder: Path) -> OSError | None:
    probe = folder / f".baton-{uuid.uuid4().hex}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"x" * 4096)
        probe.unlink()
    except OSError as error:
        with suppress(OSError):  # on a read-only disk nothing can be removed either, even what is not there
            probe.unlink()
        return error
    return None
