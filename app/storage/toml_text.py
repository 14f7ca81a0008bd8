"""Reads TOML files that a person may edit: one that is none is kept aside untouched, and whoever asked is told."""

from __future__ import annotations

import errno
import stat
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.language import tr
from app.storage.aside import free_name, stamp


@dataclass(frozen=True, kw_only=True, slots=True)
class Damaged:
    """``reason``: why a file was no TOML, as words; ``kept``: where it is now."""

    reason: str
    kept: Path


def read_toml(path: Path) -> dict[str, Any] | Damaged:
    """The values of the file; none where there is no file. Raises ``OSError`` where it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # to open a pipe would wait for ever
            raise OSError(errno.EEXIST, "it is no plain file")
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        kept = free_name(path.with_name(f"{path.stem}-damaged-{stamp()}{path.suffix}"))
        path.rename(kept)
        reason = tr("it is no UTF-8 text") if isinstance(error, UnicodeDecodeError) else str(error)
        return Damaged(reason=reason, kept=kept)
