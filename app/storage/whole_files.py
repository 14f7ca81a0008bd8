"""Small text files that are replaced whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Put ``text`` in the place of the file at once: a kill leaves the old file or the new one, a full disk the old."""
    # Under a short name: the file's own may be as long as the file system allows.
    handle, name = tempfile.mkstemp(prefix=".baton-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
