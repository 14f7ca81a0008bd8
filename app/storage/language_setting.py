"""Which language the settings file names, read before the window and long before the settings are.

Refuses to judge the file: whatever is wrong with it is said, and mended, where it is read whole.
"""

from __future__ import annotations

from pathlib import Path

from app.domain.languages import SYSTEM


def language_in(path: Path) -> str:
    """What ``language`` is set to in the file; the system's where it is not, or the file cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
        if "language" not in text:
            return SYSTEM
        import tomllib  # it takes longer than all the rest here, and most people change nothing

        value = tomllib.loads(text).get("language")
    except (OSError, ValueError, RecursionError):
        return SYSTEM
    return value if isinstance(value, str) else SYSTEM
