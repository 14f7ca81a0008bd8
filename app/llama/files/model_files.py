"""The GGUF files Baton knows: places, never copies. Reads them, names them, forgets them, downloads them.

Deletes only what Baton downloaded itself. Models in the folder for downloads are found again without the list.
"""

from __future__ import annotations

import contextlib
import dataclasses
import math
import os
import re
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from app.domain.errors import BatonError, ModelFileError, NotFoundError, StorageError, UsageError
from app.domain.hub import DownloadProgress, FoundModel, UnfinishedDownload
from app.domain.language import tr
from app.domain.models import Adapter, LoadPlan, LocalModel
from app.domain.settings import Settings
from app.llama.files.found_models import FoundModels
from app.llama.files.model_registry import Entry, ModelRegistry
from app.llama.gguf.header import read_facts, split_parts
from app.llama.hub import download_record
from app.llama.hub.catalogue import HubConnection
from app.llama.hub.contents import Contents, HubFile, checked_name, choose
from app.llama.hub.download import HubDownloader
from app.llama.hub.fit import judged
from app.llama.plan.plan import plan_load
from app.llama.probe import MachineProbe

# What a file calls the sampler's settings (general.sampling.*), where Baton's parameters have another name.
_PARAMETERS = {"temp": "temperature", "penalty_repeat": "repeat_penalty", "penalty_last_n": "repeat_last_n"}
_STRONGEST = 10.0
_ADAPTER = "adapter"


class GgufModelStore:
    """The port ``LocalModelStore``. ``models_dir`` takes downloads; ``registry`` is the list's file.

    ``found`` looks at what other programs hold.
    """

    def __init__(
        self,
        models_dir: Path,
        registry: Path,
        *,
        probe: MachineProbe,
        downloader: HubDownloader | None = None,
        found: FoundModels | None = None,
    ) -> None:
        self._models_dir = models_dir
        self._registry = ModelRegistry(registry)
        self._probe = probe
        self._downloader = downloader or HubDownloader(HubConnection())
        self._found = found or FoundModels(())
        self._lock = threading.Lock()

    @property
    def notices(self) -> Sequence[str]:
        """Sentences for the person about a damaged list."""
        return self._registry.notices

    def models(self) -> Sequence[LocalModel]:
        """Every known model, by name; one that cannot be used says why in ``problem``."""
        return tuple(_model(entry) for entry in sorted(self._refreshed(), key=lambda entry: entry.name.lower()))

    def model(self, name: str) -> LocalModel:
        """Raises :class:`NotFoundError`."""
        return _model(self._entry(name))

    def add(self, path: Path) -> LocalModel:
        """Make a file known where it is, with the name and the adapters of the program that keeps it, if one does.

        Raises :class:`ModelFileError` for what is no usable GGUF.
        """
        path = Path(os.path.normpath(path.expanduser().absolute()))
        if path.is_dir():
            raise ModelFileError(tr("{name!r} is a folder.", name=path.name), remedy=tr("Choose the .gguf file in it."))
        if not path.exists():
            raise ModelFileError(tr("There is no file {path!r}.", path=str(path)), remedy=tr("Check the path."))
        first = split_parts(path)[0]
        keeper = next((found for found in self._found.all() if found.path == str(first)), None)
        if keeper is None:
            return self._register(first, downloaded=False)
        adapters = tuple(Adapter(path=adapter) for adapter in keeper.adapters)
        return self._register(first, downloaded=False, name=keeper.name, source=keeper.source, adapters=adapters)

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
            self._registry.save([other for other in self._registry.load() if other.path != entry.path])

    def pull(
        self,
        repository: str,
        file_name: str | None,
        settings: Settings,
        progress: Callable[[DownloadProgress], None],
        cancelled: Callable[[], bool],
    ) -> LocalModel:
        """Download a model, the best that fits where no file is named.

        See :meth:`app.llama.hub.download.HubDownloader.download` for what it raises.
        """

        def choice(contents: Contents) -> Sequence[HubFile]:
            best = None
            if file_name is None:
                variants = judged(contents, settings, self._probe.machine(), None).variants
                best = next((variant.file_name for variant in variants if variant.is_best), None)
            return choose(contents, file_name, best)

        folder = self._models_dir / checked_name(repository).replace("/", "--")
        path = self._downloader.download(repository, choice, folder, progress, cancelled)
        try:
            return self._register(path, downloaded=True, source=repository)
        except ModelFileError:
            for part in split_parts(path):
                _unlink(part)
            raise

    def unfinished(self) -> Sequence[UnfinishedDownload]:
        """Downloads that are not complete, those that are running included."""
        return tuple(download_record.unfinished(self._models_dir).values())

    def discard(self, repository: str, file_name: str) -> None:
        """Delete what an unfinished download has brought. Raises :class:`NotFoundError`, :class:`NotAllowedError`."""
        download_record.discard(self._models_dir, repository, file_name)

    def discover(self) -> Sequence[FoundModel]:
        """What other programs on this machine hold, with the names of those that Baton knows already."""
        names = {entry.path: entry.name for entry in self._refreshed()}
        return tuple(dataclasses.replace(found, known_as=names.get(found.path, "")) for found in self._found.all())

    def set_adapter(self, name: str, adapter: str, scale: float) -> LocalModel:
        """Lay ``adapter``, a file or a known adapter's name, over a model, or change its scale.

        Raises :class:`NotFoundError`, :class:`ModelFileError` for what is no adapter for this model, and
        :class:`UsageError` for an absurd scale.
        """
        if not math.isfinite(scale) or not 0 < abs(scale) <= _STRONGEST:
            raise UsageError(
                tr("{scale} is no scale for an adapter.", scale=f"{scale:g}"),
                remedy=tr("Choose one up to {strongest}, such as 1 or 0.5.", strongest=f"{_STRONGEST:g}"),
            )
        base = self._entry(name)
        path = self._adapter_path(adapter)
        facts = read_facts(path)
        if facts.kind != _ADAPTER:
            raise ModelFileError(
                tr("{name!r} is no adapter.", name=path.name), remedy=tr("Choose a LoRA adapter, as a GGUF file.")
            )
        if base.facts is None:
            raise ModelFileError(base.problem or tr("{name!r} cannot be read.", name=name))
        if base.facts.kind == _ADAPTER or facts.architecture != base.facts.architecture:
            raise ModelFileError(
                tr(
                    "{adapter!r} is for {kind} models, and {model!r} is an adapter itself.",
                    adapter=path.name,
                    kind=facts.architecture,
                    model=base.name,
                )
                if base.facts.kind == _ADAPTER
                else tr(
                    "{adapter!r} is for {kind} models, and {model!r} is a {other} model.",
                    adapter=path.name,
                    kind=facts.architecture,
                    model=base.name,
                    other=base.facts.architecture,
                ),
                remedy=tr("Choose an adapter that was made for this very model."),
            )
        others = tuple(other for other in base.adapters if other.path != str(path))
        return self._replaced(base, (*others, Adapter(path=str(path), scale=float(scale))))

    def remove_adapter(self, name: str, adapter: str) -> LocalModel:
        """Take an adapter off a model; its file stays. Raises :class:`NotFoundError`."""
        base = self._entry(name)
        wanted = {adapter, str(Path(adapter).expanduser().absolute())}
        wanted |= {entry.path for entry in self._refreshed() if entry.name.lower() == adapter.lower()}
        kept = tuple(a for a in base.adapters if a.path not in wanted and Path(a.path).name not in wanted)
        if len(kept) == len(base.adapters):
            raise NotFoundError(
                tr("{name!r} has no adapter {adapter!r}.", name=base.name, adapter=adapter),
                remedy=tr("It has {names}.", names=", ".join(repr(Path(a.path).name) for a in base.adapters))
                if base.adapters
                else tr("It has none at all."),
            )
        return self._replaced(base, kept)

    def plan(self, name: str, settings: Settings) -> LoadPlan:
        """How ``name`` would be loaded now. Raises :class:`NotFoundError` and :class:`ModelFileError`."""
        entry = self._entry(name)
        if entry.facts is None:
            raise ModelFileError(entry.problem or tr("{name!r} cannot be read.", name=name))
        if entry.facts.kind == "adapter":
            raise ModelFileError(
                tr("{name!r} is an adapter.", name=name), remedy=tr("Plan the model that it is laid over.")
            )
        return plan_load(name, entry.facts, settings, self._probe.machine())

    def _adapter_path(self, adapter: str) -> Path:
        for entry in self._refreshed():
            if entry.name.lower() == adapter.lower() and entry.facts is not None and entry.facts.kind == _ADAPTER:
                return Path(entry.path)
        path = Path(adapter).expanduser().absolute()
        if not path.is_file():
            raise ModelFileError(tr("There is no file {path!r}.", path=str(path)), remedy=tr("Check the path."))
        return path

    def _replaced(self, entry: Entry, adapters: tuple[Adapter, ...]) -> LocalModel:
        changed = dataclasses.replace(entry, adapters=adapters)
        with self._lock:
            others = [other for other in self._registry.load() if other.path != entry.path]
            self._registry.save([*others, changed])
        return _model(changed)

    def _register(
        self,
        path: Path,
        *,
        downloaded: bool,
        name: str = "",
        source: str = "",
        adapters: tuple[Adapter, ...] = (),
    ) -> LocalModel:
        facts = read_facts(path)
        if facts.kind != _ADAPTER:
            self._probe.check(path)
        with self._lock:
            entries = self._registry.load()
            known = next((entry for entry in entries if entry.path == str(path)), None)
            taken = {entry.name.lower() for entry in entries if entry is not known}
            entry = Entry(
                name=known.name if known else _unique_name(name or _stem(path), taken),
                path=str(path),
                downloaded=downloaded or (known is not None and known.downloaded),
                mark=_mark(path),
                facts=facts,
                source=source or (known.source if known else ""),
                adapters=adapters or (known.adapters if known else ()),
            )
            self._registry.save([*(other for other in entries if other is not known), entry])
        return _model(entry)

    def _entry(self, name: str) -> Entry:
        entries = self._refreshed()
        for entry in entries:
            if entry.name == name:
                return entry
        for entry in entries:
            if entry.name.lower() == name.lower():
                return entry
        known = ", ".join(repr(entry.name) for entry in entries[:10])
        raise NotFoundError(
            tr("There is no local model {name!r}.", name=name),
            remedy=tr("Known are {known}.", known=known)
            if known
            else tr("Add a file with baton models add, or download one."),
        )

    def _refreshed(self) -> list[Entry]:
        """The entries, read again where a file changed; models found in the folder for downloads are taken up."""
        with self._lock:
            entries = self._registry.load()
            fresh = [_reread(entry) for entry in entries]
            paths = {entry.path for entry in fresh}
            names = {entry.name.lower() for entry in fresh}
            for path in self._downloads():
                if str(path) not in paths:
                    source = path.parent.name.replace("--", "/", 1)
                    name = _unique_name(_stem(path), names)
                    found = _reread(Entry(name=name, path=str(path), downloaded=True, source=source))
                    names.add(found.name.lower())
                    fresh.append(found)
            if fresh != entries:
                # A list is worth showing even where its cache cannot be written.
                with contextlib.suppress(StorageError):
                    self._registry.save(fresh)
            return fresh

    def _downloads(self) -> list[Path]:
        found = self._models_dir.glob("*--*/*.gguf")  # as pull lays them out; anything else is the person's own
        incomplete = download_record.incomplete_files(self._models_dir)
        return sorted(
            path
            for path in found
            if path not in incomplete and not re.search(r"-(?!00001)\d{5}-of-\d{5}\.gguf$", path.name)
        )


def _model(entry: Entry) -> LocalModel:
    facts, problem = entry.facts, entry.problem
    for adapter in entry.adapters:
        if problem is None and not Path(adapter.path).is_file():
            problem = tr(
                "Its adapter {path!r} is no longer there. Put it back, or take it off the model.", path=adapter.path
            )
    model = LocalModel(
        name=entry.name,
        path=entry.path,
        size_bytes=0,
        source=entry.source,
        is_downloaded=entry.downloaded,
        adapters=entry.adapters,
        problem=problem,
    )
    if facts is None:
        return model
    return dataclasses.replace(
        model,
        size_bytes=facts.size_bytes,
        architecture=facts.architecture,
        parameters_label=facts.parameters_label,
        quantisation=facts.quantisation,
        context_tokens=facts.context_tokens or None,
        layers=facts.layers or None,
        has_chat_template=facts.has_chat_template,
        kind=facts.kind,
        recommended=tuple((_PARAMETERS.get(name, name), value) for name, value in facts.sampling),
    )


def _reread(entry: Entry) -> Entry:
    """The entry as its file is now. A file that went or broke keeps its name and says so."""
    path = Path(entry.path)
    mark = _mark(path)
    if mark and mark == entry.mark:
        return entry
    if not mark:
        problem = tr(
            "The file {path!r} is no longer there. Put it back, or remove the model from the list.", path=entry.path
        )
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


def _stem(path: Path) -> str:
    """A file's name without its ending and the number of its part; as it is where it has another ending, or none."""
    stem = path.stem if path.suffix.lower() == ".gguf" else path.name
    return re.sub(r"-00001-of-\d{5}$", "", stem)


def _unique_name(wanted: str, taken: set[str]) -> str:
    """A model's name: without what the command line would stumble over, and with a number where it is taken."""
    name = re.sub(r"[^\w.+-]+", "-", wanted).strip("-.") or "model"
    number = 1
    unique = name
    while unique.lower() in taken:
        number += 1
        unique = f"{name}-{number}"
    return unique


def _unlink(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
