"""Where the files that ship with Baton lie, in a checkout and in an installed copy; reads none of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, as in ``resource("icons", "send.svg")``."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_resources"
    root = installed if installed.is_dir() else package.parent / "resources"
    return root.joinpath(*parts)
