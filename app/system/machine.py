"""What this machine and this Baton are, for a report: versions, platform, display, and what is private of all that."""

from __future__ import annotations

import getpass
import importlib.metadata
import locale
import os
import platform
import socket
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from app import __version__

_PACKAGES = (
    *("PySide6-Essentials", "qasync", "anthropic", "openai", "boto3", "botocore", "llama-cpp-python", "keyring"),
    "httpx2",
)
_VARIABLES = ("QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "WAYLAND_DISPLAY")


def machine_facts() -> Mapping[str, str]:
    """Names and words; of the environment only what says how windows are shown."""
    facts = {
        "Baton": f"{__version__}{', installed' if getattr(sys, 'frozen', False) else ''}",
        "Python": platform.python_version(),
        "System": f"{platform.system()} {platform.release()} ({platform.machine()})",
        "Language": locale.getlocale()[0] or "C",
        "Time zone": f"UTC{-time.timezone / 3600:+g}",
        "Processors": str(os.cpu_count() or "unknown"),
    }
    if hasattr(platform, "freedesktop_os_release"):
        try:
            facts["Distribution"] = platform.freedesktop_os_release().get("PRETTY_NAME", "unknown")
        except OSError:
            pass
    for name in _PACKAGES:
        try:
            facts[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            facts[name] = "not installed"
    facts |= {name: os.environ[name] for name in _VARIABLES if name in os.environ}
    return facts


def home_folder() -> str:
    """The person's home folder, or empty where there is none."""
    try:
        return str(Path.home())
    except RuntimeError:
        return ""


def user_name() -> str:
    """What the person is called on this machine, or empty."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def host_name() -> str:
    """What this machine is called."""
    return socket.gethostname()
