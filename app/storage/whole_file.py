"""Writing a small file whole: a kill leaves the old one or the new one, a full disk the old. Reads nothing."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Put ``text``, as UTF-8, in the place of the file at once. Raises ``OSError``; the file is then as before."""
    # A short name of its own: the file's may be as long as the file system allows.
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
