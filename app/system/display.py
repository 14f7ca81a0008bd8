"""Whether a window can be shown here, found out without Qt: a Qt that finds no display ends the process."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from app.domain.language import tr

CONNECT_TIMEOUT_S = 1.0


def display_problem(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str | None:
    """Why no window can be shown, as a sentence, or ``None`` where one can.

    A display that is named but does not answer (a stale ``DISPLAY`` of an ended session) counts as none.
    """
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM", "").split(":")[0] in _NO_DISPLAY_NEEDED:
        return None
    if name := environment.get("WAYLAND_DISPLAY"):
        folder = environment.get("XDG_RUNTIME_DIR", "")
        if _answers(socket.AF_UNIX, str(Path(folder, name))):
            return None
    if name := environment.get("DISPLAY"):
        return None if _x11_answers(name) else tr("The display {name} does not answer.", name=repr(name))
    return tr("There is no display: neither WAYLAND_DISPLAY nor DISPLAY names one that answers.")


_NO_DISPLAY_NEEDED = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs"})


def _x11_answers(name: str) -> bool:
    """Source of the addresses: X(7), "DISPLAY NAMES"."""
    host, _, rest = name.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  # the X server's own fixed place
        return _answers(socket.AF_UNIX, path) or _answers(socket.AF_UNIX, f"\0{path}")
    return _answers(socket.AF_INET, (host.strip("[]"), 6000 + int(number)))


def _answers(family: socket.AddressFamily, address: object) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(CONNECT_TIMEOUT_S)
        try:
            probe.connect(address)  # type: ignore[arg-type]  # a path or a pair, as the family wants
        except (OSError, OverflowError):  # a display number beyond every port
            return False
    return True
