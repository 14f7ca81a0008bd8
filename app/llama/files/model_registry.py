"""The list of known models as a file: which GGUF file has which name, and what it said when it was last read.

A damaged list is kept aside and begun afresh; one of a newer version is left alone. Reads no model.
"""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import json
import math
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.domain.errors import DiskFullError, NewerVersionError, StorageError
from app.domain.language import tr
from app.domain.models import Adapter
from app.llama.gguf.header import GgufFacts, facts_of

_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A line of the list. ``mark`` is the size and the time of the file when its facts were read.

    ``source`` says where the file came from: the repository it was downloaded from, or the program that keeps it.
    """

    name: str
    path: str
    downloaded: bool
    mark: str = ""
    facts: GgufFacts | None = None
    problem: str | None = None
    source: str = ""
    adapters: tuple[Adapter, ...] = ()


class ModelRegistry:
    """The file. Not for two threads at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._notices: list[str] = []

    @property
    def notices(self) -> Sequence[str]:
        """Sentences for the person about a damaged list."""
        return tuple(self._notices)

    def load(self) -> list[Entry]:
        """The lines; none where there is no list, or a damaged one, which is kept aside.

        Raises :class:`NewerVersionError` and :class:`StorageError`.
        """
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        except UnicodeDecodeError:
            text = ""
        except OSError as error:
            raise StorageError(
                tr("The list of local models cannot be read: {why}.", why=error.strerror),
                remedy=tr("Check the folder's permissions."),
            ) from error
        try:
            data = json.loads(text)
            version = data["version"]
            if isinstance(version, int) and version > _VERSION:
                raise NewerVersionError(
                    tr("The list of local models was written by a newer Baton."), remedy=tr("Update this Baton.")
                )
            return [_entry_of(item) for item in data["models"]]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self._keep_aside()
            return []

    def _keep_aside(self) -> None:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        kept = self._path.with_name(f"{self._path.name}.damaged-{stamp}")
        try:
            self._path.replace(kept)
        except OSError as error:
            raise StorageError(
                tr(
                    "The list of local models is damaged and cannot be moved aside: {why}.",
                    why=error.strerror,
                ),
                remedy=tr("Make its folder writable."),
            ) from error
        self._notices.append(
            tr(
                "The list of local models was damaged; it is kept as {name!r}. Downloaded models were found again; add "
                "other files again.",
                name=kept.name,
            )
        )

    def save(self, entries: Sequence[Entry]) -> None:
        """Replace the list, whole or not at all. Raises :class:`DiskFullError` and :class:`StorageError`."""
        data = {"version": _VERSION, "models": [dataclasses.asdict(entry) for entry in entries]}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._path.parent, prefix=self._path.name)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump(data, file, indent=1)
                    file.flush()
                    os.fsync(file.fileno())
                Path(temporary).replace(self._path)
            except BaseException:
                _unlink(Path(temporary))
                raise
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES):
                raise DiskFullError(
                    tr("The list of local models cannot be saved: {why}.", why=error.strerror),
                    remedy=tr("Free some space, or make the folder writable."),
                ) from error
            raise StorageError(
                tr("The list of local models cannot be saved: {why}.", why=error.strerror),
                remedy=tr("Try again."),
            ) from error


def _entry_of(item: dict[str, Any]) -> Entry:
    """Raises ``TypeError``, ``KeyError``, ``AttributeError`` or ``ValueError`` for what is no entry.

    Facts that another version of Baton wrote are left out, and its file's mark with them: then they are read again.
    """
    facts = None if item["facts"] is None else facts_of(item["facts"])
    problem = item["problem"]
    entry = Entry(
        name=item["name"],
        path=item["path"],
        downloaded=item["downloaded"],
        mark="" if facts is None and problem is None else item["mark"],
        facts=facts,
        problem=problem,
        source=item.get("source", ""),
        adapters=tuple(_adapter_of(adapter) for adapter in item.get("adapters", ())),
    )
    texts = (entry.name, entry.path, entry.mark, entry.source, *([problem] if problem is not None else []))
    if not all(isinstance(text, str) for text in texts) or not isinstance(entry.downloaded, bool):
        raise ValueError("no entry")
    return entry


def _adapter_of(item: dict[str, Any]) -> Adapter:
    path, scale = item["path"], item["scale"]
    if not isinstance(path, str) or not isinstance(scale, (int, float)) or not math.isfinite(scale):
        raise ValueError("no adapter")
    return Adapter(path=path, scale=float(scale))


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
