"""What a download has brought so far, on disk: its parts, and a record beside them of what they belong to.

The record is locked by whoever downloads; the lock of a process that died is free. Refuses to hand out a part that
somebody else is writing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.domain.errors import NotAllowedError, NotFoundError
from app.domain.hub import UnfinishedDownload
from app.domain.language import tr
from app.llama.hub.contents import HubFile

_ENDING = ".download.json"
_VERSION = 1
_READ_BYTES = 1 << 22
_LOCKED_BYTE = 1 << 40  # far behind the record's end: on Windows, what is locked cannot be read


class PartFile:
    """The beginning of a file, growing. ``sum`` is the sha256 of what is there."""

    def __init__(self, folder: Path, file: HubFile, check: Callable[[], None]) -> None:
        """Takes up what is there. ``check`` is called now and then while that is read, and may raise."""
        self._path = folder / f"{file.local_name}.{file.mark}.part"
        self._digest = hashlib.sha256()
        self.size = 0
        self._output = self._path.open("a+b", buffering=0)
        try:
            self._output.seek(0)
            while block := self._output.read(_READ_BYTES):
                check()
                self._digest.update(block)
                self.size += len(block)
            if self.size > file.size_bytes:
                self.restart()
        except BaseException:
            self._output.close()
            raise

    @property
    def sum(self) -> str:
        """In hexadecimal digits."""
        return self._digest.hexdigest()

    def append(self, block: bytes) -> None:
        """Write ``block`` behind what is there. What a full disk takes of it is kept. Raises ``OSError``."""
        rest = memoryview(block)
        while rest:
            count = self._output.write(rest) or 0
            self._digest.update(rest[:count])
            self.size += count
            rest = rest[count:]

    def restart(self) -> None:
        """Begin anew."""
        self._output.truncate(0)
        self._digest = hashlib.sha256()
        self.size = 0

    def move_to(self, target: Path) -> None:
        """The part is whole: make it the file itself."""
        os.fsync(self._output.fileno())
        self.close()
        self._path.replace(target)

    def delete(self) -> None:
        """The part is good for nothing."""
        self.close()
        _unlink(self._path)

    def close(self) -> None:
        """What is there stays. Safe to call twice."""
        self._output.close()


def forget_other_parts(folder: Path, file: HubFile) -> bool:
    """Delete parts of other contents under the same name; whether there were any."""
    kept = f"{file.local_name}.{file.mark}.part"
    others = [path for path in _parts(folder, file.local_name) if path.name != kept]
    for path in others:
        _unlink(path)
    return bool(others)


class DownloadRecord:
    """One download: the repository, the file's name there, and its parts' names and sizes."""

    def __init__(self, path: Path, repository: str, files: Sequence[HubFile]) -> None:
        self._path = path
        self._repository = repository
        self._files = tuple(files)

    @property
    def done_bytes(self) -> int:
        """What is here of it."""
        return sum(_here(self._path.parent, file.local_name, file.size_bytes) for file in self._files)

    @classmethod
    @contextmanager
    def begun(cls, folder: Path, repository: str, files: Sequence[HubFile]) -> Iterator[DownloadRecord]:
        """Write the record and hold its lock. It stays where the download ends by an error.

        Raises :class:`NotAllowedError` where the same download is running, and ``OSError``.
        """
        folder.mkdir(parents=True, exist_ok=True)
        record = cls(folder / f"{files[0].local_name}{_ENDING}", repository, files)
        handle = os.open(record._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            if not _locked(handle):
                raise NotAllowedError(
                    tr("{name!r} is being downloaded already.", name=files[0].local_name),
                    remedy=tr("Wait for that download, or pause it where it runs."),
                )
            data = json.dumps(record._as_json()).encode()
            os.ftruncate(handle, 0)
            os.write(handle, data)
            yield record
            _unlink(record._path)
        finally:
            os.close(handle)  # which frees the lock

    def _as_json(self) -> dict[str, Any]:
        files = [{"name": file.local_name, "size": file.size_bytes} for file in self._files]
        return {
            "version": _VERSION,
            "repository": self._repository,
            "file": self._files[0].name,
            "files": files,
        }


def unfinished(models_dir: Path) -> dict[Path, UnfinishedDownload]:
    """Every download that is not complete, running ones included, by its record."""
    found = {}
    for path in sorted(models_dir.glob(f"*--*/*{_ENDING}")):
        content = _read(path)
        if content is not None:
            repository, file_name, files = content
            found[path] = UnfinishedDownload(
                repository=repository,
                file_name=file_name,
                done_bytes=sum(_here(path.parent, name, size) for name, size in files),
                total_bytes=sum(size for _, size in files),
            )
    return found


def incomplete_files(models_dir: Path) -> frozenset[Path]:
    """Files that are there in full and belong to a download that is not."""
    found: set[Path] = set()
    for path in models_dir.glob(f"*--*/*{_ENDING}"):
        content = _read(path)
        if content is not None:
            found.update(path.with_name(name) for name, _ in content[2])
    return frozenset(found)


def discard(models_dir: Path, repository: str, file_name: str) -> None:
    """Delete what an unfinished download has brought. Raises :class:`NotFoundError`, :class:`NotAllowedError`."""
    for path, download in unfinished(models_dir).items():
        if (download.repository, download.file_name) != (repository, file_name):
            continue
        handle = os.open(path, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
        try:
            if not _locked(handle):
                raise NotAllowedError(
                    tr("{name!r} is being downloaded.", name=file_name),
                    remedy=tr("Pause the download first."),
                )
            content = _read(path)
            for name, _ in content[2] if content is not None else ():
                for part in _parts(path.parent, name):
                    _unlink(part)
                if len(content[2] if content is not None else ()) > 1:
                    _unlink(path.with_name(name))
        finally:
            os.close(handle)
        _unlink(path)
        with contextlib.suppress(OSError):
            path.parent.rmdir()  # only where it is empty
        return
    raise NotFoundError(
        tr(
            "There is no unfinished download of {name!r} from {repository!r}.",
            name=file_name,
            repository=repository,
        )
    )


def _read(path: Path) -> tuple[str, str, list[tuple[str, int]]] | None:
    """A record's repository, file and parts; ``None`` for one that is damaged (its Baton died as it wrote it)."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        files = [(str(file["name"]), int(file["size"])) for file in data["files"]]
        repository, file_name = data["repository"], data["file"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    sound = isinstance(repository, str) and isinstance(file_name, str) and bool(files)
    if not sound or any(Path(name).name != name or size < 0 for name, size in files):
        return None
    return repository, file_name, files


def _parts(folder: Path, name: str) -> list[Path]:
    return [path for path in folder.iterdir() if path.name.startswith(f"{name}.") and path.name.endswith(".part")]


def _here(folder: Path, name: str, size: int) -> int:
    """How much of a file is there: all of it, or its longest part."""
    sizes = [0]
    for path in [folder / name, *_parts(folder, name)]:
        with contextlib.suppress(OSError):
            sizes.append(path.stat().st_size)
    return min(max(sizes), size)


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
