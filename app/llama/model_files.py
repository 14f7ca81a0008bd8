"""The GGUF files Baton knows: a registry of places, never a copy. Reads them, names them, forgets them, downloads them.

Deletes only what Baton downloaded itself. A damaged registry is kept aside; models in the folder for downloads are
found again without it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import json
import os
import re
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.domain.errors import (
    BatonError,
    DiskFullError,
    ModelFileError,
    NewerVersionError,
    NotFoundError,
    StorageError,
    UsageError,
)
from app.domain.models import LoadPlan, LocalModel
from app.domain.settings import Settings
from app.llama.gguf_header import GgufFacts, facts_of, read_facts, split_parts
from app.llama.hub import HubDownloader
from app.llama.load_plan import plan_load
from app.llama.probe import MachineProbe

_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class _Entry:
    """A line of the registry. ``mark`` is the size and the time of the file when its facts were read."""

    name: str
    path: str
    downloaded: bool
    mark: str = ""
    facts: GgufFacts | None = None
    problem: str | None = None


class GgufModelStore:
    """The port ``LocalModelStore``. ``models_dir`` takes downloads; ``registry`` is the registry's file."""

    def __init__(
        self, models_dir: Path, registry: Path, *, probe: MachineProbe, downloader: HubDownloader | None = None
    ) -> None:
        self._models_dir = models_dir
        self._registry = registry
        self._probe = probe
        self._downloader = downloader or HubDownloader()
        self._lock = threading.Lock()
        self._notices: list[str] = []

    @property
    def notices(self) -> Sequence[str]:
        """Sentences for the person about a damaged registry."""
        return tuple(self._notices)

    def models(self) -> Sequence[LocalModel]:
        """Every known model, by name; one that cannot be used says why in ``problem``."""
        return tuple(_model(entry) for entry in sorted(self._refreshed(), key=lambda entry: entry.name.lower()))

    def model(self, name: str) -> LocalModel:
        """Raises :class:`NotFoundError`."""
        return _model(self._entry(name))

    def add(self, path: Path) -> LocalModel:
        """Make a file known where it is. Raises :class:`ModelFileError` for what is no usable GGUF."""
        path = path.expanduser().absolute()
        if path.is_dir():
            raise ModelFileError(f"{path.name!r} is a folder.", remedy="Choose the .gguf file in it.")
        if not path.exists():
            raise ModelFileError(f"There is no file {str(path)!r}.", remedy="Check the path.")
        return self._register(split_parts(path)[0], downloaded=False)

    def remove(self, name: str) -> None:
        """Forget a model. Only a file that Baton downloaded is deleted. Raises :class:`NotFoundError`."""
        entry = self._entry(name)
        if entry.downloaded:
            with contextlib.suppress(ModelFileError):
                for part in split_parts(Path(entry.path)):
                    _unlink(part)
            _unlink(Path(entry.path))
            with contextlib.suppress(OSError):
                Path(entry.path).parent.rmdir()  # only where it is empty
        with self._lock:
            self._save([other for other in self._load() if other.path != entry.path])

    def pull(
        self,
        repository: str,
        file_name: str | None,
        progress: Callable[[int, int | None], None],
        cancelled: Callable[[], bool],
    ) -> LocalModel:
        """Download a model; see :meth:`app.llama.hub.HubDownloader.download` for what it raises."""
        if not re.fullmatch(r"[\w.-]+/[\w.-]+", repository) or ".." in repository:
            raise UsageError(
                f"{repository!r} is no repository.", remedy="Write it as owner/name, as on the hub's page."
            )
        folder = self._models_dir / repository.replace("/", "--")
        path = self._downloader.download(repository, file_name, folder, progress, cancelled)
        try:
            return self._register(path, downloaded=True)
        except ModelFileError:
            _unlink(path)
            raise

    def plan(self, name: str, settings: Settings) -> LoadPlan:
        """How ``name`` would be loaded now. Raises :class:`NotFoundError` and :class:`ModelFileError`."""
        entry = self._entry(name)
        if entry.facts is None:
            raise ModelFileError(entry.problem or f"{name!r} cannot be read.")
        return plan_load(name, entry.facts, settings, self._probe.machine())

    def _register(self, path: Path, *, downloaded: bool) -> LocalModel:
        facts = read_facts(path)
        self._probe.check(path)
        with self._lock:
            entries = self._load()
            known = next((entry for entry in entries if entry.path == str(path)), None)
            taken = {entry.name.lower() for entry in entries if entry is not known}
            entry = _Entry(
                name=known.name if known else _unique_name(path, taken),
                path=str(path),
                downloaded=downloaded or (known is not None and known.downloaded),
                mark=_mark(path),
                facts=facts,
            )
            self._save([*(other for other in entries if other is not known), entry])
        return _model(entry)

    def _entry(self, name: str) -> _Entry:
        entries = self._refreshed()
        for entry in entries:
            if entry.name == name:
                return entry
        for entry in entries:
            if entry.name.lower() == name.lower():
                return entry
        known = ", ".join(repr(entry.name) for entry in entries[:10])
        raise NotFoundError(
            f"There is no local model {name!r}.",
            remedy=f"Known are {known}." if known else "Add a file with baton models add, or download one.",
        )

    def _refreshed(self) -> list[_Entry]:
        """The entries, read again where a file changed; models found in the folder for downloads are taken up."""
        with self._lock:
            entries = self._load()
            fresh = [_reread(entry) for entry in entries]
            paths = {entry.path for entry in fresh}
            names = {entry.name.lower() for entry in fresh}
            for path in self._downloads():
                if str(path) not in paths:
                    found = _reread(_Entry(name=_unique_name(path, names), path=str(path), downloaded=True))
                    names.add(found.name.lower())
                    fresh.append(found)
            if fresh != entries:
                # A list is worth showing even where its cache cannot be written.
                with contextlib.suppress(StorageError):
                    self._save(fresh)
            return fresh

    def _downloads(self) -> list[Path]:
        found = self._models_dir.glob("*--*/*.gguf")  # as pull lays them out; anything else is the person's own
        return sorted(path for path in found if not re.search(r"-(?!00001)\d{5}-of-\d{5}\.gguf$", path.name))

    def _load(self) -> list[_Entry]:
        try:
            text = self._registry.read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        except UnicodeDecodeError:
            text = ""
        except OSError as error:
            raise StorageError(
                f"The list of local models cannot be read: {error.strerror}.", remedy="Check the folder's permissions."
            ) from error
        try:
            data = json.loads(text)
            version = data["version"]
            if isinstance(version, int) and version > _VERSION:
                raise NewerVersionError(
                    "The list of local models was written by a newer Baton.", remedy="Update this Baton."
                )
            return [_entry_of(item) for item in data["models"]]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self._keep_aside()
            return []

    def _keep_aside(self) -> None:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        kept = self._registry.with_name(f"{self._registry.name}.damaged-{stamp}")
        try:
            self._registry.replace(kept)
        except OSError as error:
            raise StorageError(
                f"The list of local models is damaged and cannot be moved aside: {error.strerror}.",
                remedy="Make its folder writable.",
            ) from error
        self._notices.append(
            f"The list of local models was damaged; it is kept as {kept.name!r}. "
            "Downloaded models were found again; add other files again."
        )

    def _save(self, entries: Sequence[_Entry]) -> None:
        data = {"version": _VERSION, "models": [dataclasses.asdict(entry) for entry in entries]}
        try:
            self._registry.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._registry.parent, prefix=self._registry.name)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump(data, file, indent=1)
                    file.flush()
                    os.fsync(file.fileno())
                Path(temporary).replace(self._registry)
            except BaseException:
                _unlink(Path(temporary))
                raise
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES):
                raise DiskFullError(
                    f"The list of local models cannot be saved: {error.strerror}.",
                    remedy="Free some space, or make the folder writable.",
                ) from error
            raise StorageError(
                f"The list of local models cannot be saved: {error.strerror}.", remedy="Try again."
            ) from error


def _model(entry: _Entry) -> LocalModel:
    facts = entry.facts
    if facts is None:
        return LocalModel(name=entry.name, path=entry.path, size_bytes=0, problem=entry.problem)
    return LocalModel(
        name=entry.name,
        path=entry.path,
        size_bytes=facts.size_bytes,
        architecture=facts.architecture,
        parameters_label=facts.parameters_label,
        quantisation=facts.quantisation,
        context_tokens=facts.context_tokens or None,
        layers=facts.layers or None,
        has_chat_template=facts.has_chat_template,
        kind=facts.kind,
        problem=entry.problem,
    )


def _reread(entry: _Entry) -> _Entry:
    """The entry as its file is now. A file that went or broke keeps its name and says so."""
    path = Path(entry.path)
    mark = _mark(path)
    if mark and mark == entry.mark:
        return entry
    if not mark:
        problem = f"The file {entry.path!r} is no longer there. Put it back, or remove the model from the list."
        return dataclasses.replace(entry, mark="", problem=problem)
    try:
        return dataclasses.replace(entry, mark=mark, facts=read_facts(path), problem=None)
    except BatonError as error:
        return dataclasses.replace(entry, mark=mark, facts=None, problem=str(error))


def _mark(path: Path) -> str:
    """Size and time of all parts; empty where one is missing."""
    try:
        stats = [part.stat() for part in split_parts(path)]
    except (OSError, ModelFileError):
        return ""
    return ",".join(f"{stat.st_size}:{stat.st_mtime_ns}" for stat in stats)


def _unique_name(path: Path, taken: set[str]) -> str:
    """A model's name: the file's, without its ending and what the command line would stumble over."""
    stem = re.sub(r"-00001-of-\d{5}$", "", path.stem)
    name = re.sub(r"[^\w.+-]+", "-", stem).strip("-.") or "model"
    number = 1
    unique = name
    while unique.lower() in taken:
        number += 1
        unique = f"{name}-{number}"
    return unique


def _entry_of(item: dict[str, Any]) -> _Entry:
    """Raises ``TypeError``, ``KeyError``, ``AttributeError`` or ``ValueError`` for what is no entry.

    Facts that another version of Baton wrote are left out, and its file's mark with them: then they are read again.
    """
    facts = None if item["facts"] is None else facts_of(item["facts"])
    problem = item["problem"]
    entry = _Entry(
        name=item["name"],
        path=item["path"],
        downloaded=item["downloaded"],
        mark="" if facts is None and problem is None else item["mark"],
        facts=facts,
        problem=problem,
    )
    texts = (entry.name, entry.path, entry.mark, *([problem] if problem is not None else []))
    if not all(isinstance(text, str) for text in texts) or not isinstance(entry.downloaded, bool):
        raise ValueError("no entry")
    return entry


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
