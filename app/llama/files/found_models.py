"""Model files that other programs keep on this machine: Ollama, LM Studio, the hub's own cache, llama.cpp.

Looks, never touches: nothing is moved, copied or linked. Believes no list before the file itself is there.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from app.domain.hub import FoundModel

_MODEL_LAYER = "application/vnd.ollama.image.model"
_ADAPTER_LAYER = "application/vnd.ollama.image.adapter"
_OLLAMA_HOST, _OLLAMA_OWNER = "registry.ollama.ai", "library"
_DIGEST = re.compile(r"sha256[:-]([0-9a-f]{64})")
_LATER_PART = re.compile(r"-(?!00001)\d{5}-of-\d{5}\.gguf$", re.IGNORECASE)
_PART = re.compile(r"(.+)-00001-of-(\d{5})\.gguf$", re.IGNORECASE)
_NOT_MODELS = ("mmproj", "imatrix")
_MOST_MANIFEST_BYTES = 1 << 20
_MOST_FILES = 50_000  # of a folder that is no model folder at all
_DEEPEST = 8

Finder = Callable[[], Iterator[FoundModel]]


class FoundModels:
    """What ``finders`` find, each file once, by source and name."""

    def __init__(self, finders: Sequence[Finder]) -> None:
        self._finders = tuple(finders)

    @classmethod
    def on_this_machine(cls, environ: Mapping[str, str], home: Path) -> FoundModels:
        """Looks where the programs keep their models, by their own variables and settings."""
        return cls(
            [
                *(lambda folder=folder: ollama_models(folder) for folder in _ollama_folders(environ, home)),
                *(lambda folder=folder: _under(folder, "LM Studio") for folder in _lm_studio_folders(home)),
                lambda: cached_models(_hub_cache(environ, home)),
                lambda: _under(_llama_cpp_cache(environ, home), "llama.cpp"),
            ]
        )

    def all(self) -> Sequence[FoundModel]:
        """Blocking. A folder that cannot be read counts as empty."""
        by_path: dict[str, FoundModel] = {}
        for finder in self._finders:
            for found in finder():
                by_path.setdefault(os.path.realpath(found.path), found)
        return tuple(sorted(by_path.values(), key=lambda found: (found.source, found.name.lower())))


def ollama_models(folder: Path) -> Iterator[FoundModel]:
    """Ollama's: manifests name blobs. ``folder`` holds ``manifests`` and ``blobs``."""
    for manifest in _files(folder / "manifests"):
        parts = manifest.relative_to(folder / "manifests").parts
        if len(parts) < 3:
            continue
        host, *owner, name, tag = parts
        title = (
            name
            if (host, owner) == (_OLLAMA_HOST, [_OLLAMA_OWNER])
            else "/".join([*([] if host == _OLLAMA_HOST else [host]), *owner, name])
        )
        blobs = _layers(manifest)
        models = [path for path in _blobs(folder, blobs, _MODEL_LAYER) if _is_gguf(path)]
        if len(models) == 1:  # a model in several layers is not laid out as llama.cpp's parts are
            yield FoundModel(
                name=f"{title}:{tag}",
                path=str(models[0]),
                size_bytes=models[0].stat().st_size,
                source="Ollama",
                adapters=tuple(str(path) for path in _blobs(folder, blobs, _ADAPTER_LAYER) if _is_gguf(path)),
            )


def cached_models(folder: Path) -> Iterator[FoundModel]:
    """The hub's cache: ``models--OWNER--NAME/snapshots/REVISION/…``, links into ``blobs``."""
    for found in _under(folder, "Hugging Face cache"):
        if "snapshots" in Path(found.path).relative_to(folder).parts:
            yield found


def _under(folder: Path, source: str) -> Iterator[FoundModel]:
    """Every GGUF model under a folder, a split one once."""
    for path in _files(folder):
        name = path.name.lower()
        if not name.endswith(".gguf") or any(word in name for word in _NOT_MODELS) or _LATER_PART.search(name):
            continue
        size = _whole_size(path)
        if size is not None and _is_gguf(path):
            split = _PART.match(path.name)
            yield FoundModel(name=split[1] if split else path.stem, path=str(path), size_bytes=size, source=source)


def _whole_size(path: Path) -> int | None:
    """The size of all parts; ``None`` where one is missing."""
    split = _PART.match(path.name)
    count = int(split[2]) if split else 1
    names = (
        [path.name]
        if split is None
        else [f"{split[1]}-{number:05d}-of-{count:05d}{path.suffix}" for number in range(1, min(count, 1000) + 1)]
    )
    try:
        return sum(path.with_name(name).stat().st_size for name in names)
    except OSError:
        return None


def _files(folder: Path) -> Iterator[Path]:
    """The files under a folder, in order, no deeper and no more than models may be. Follows no link to a folder."""
    seen = 0
    for root, folders, names in os.walk(folder):
        folders.sort()
        if len(Path(root).relative_to(folder).parts) >= _DEEPEST:
            folders.clear()
        for name in sorted(names):
            seen += 1
            if seen > _MOST_FILES:
                return
            yield Path(root, name)


def _is_gguf(path: Path) -> bool:
    try:
        if not path.is_file():  # to open a pipe would wait for ever
            return False
        with path.open("rb") as file:
            return file.read(4) == b"GGUF"
    except OSError:
        return False


def _layers(manifest: Path) -> list[tuple[str, str]]:
    """Media type and digest of each layer; none for what is no manifest."""
    try:
        with manifest.open("rb") as file:
            data = json.loads(file.read(_MOST_MANIFEST_BYTES))
        layers = data["layers"]
        found = [(layer["mediaType"], layer["digest"]) for layer in layers]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
    return [(str(kind), str(digest)) for kind, digest in found]


def _blobs(folder: Path, layers: Sequence[tuple[str, str]], kind: str) -> list[Path]:
    digests = [match for layer, digest in layers if layer == kind and (match := _DIGEST.fullmatch(digest))]
    return [folder / "blobs" / f"sha256-{match[1]}" for match in digests]


def _ollama_folders(environ: Mapping[str, str], home: Path) -> list[Path]:
    """The person's own, and that of the service which Ollama's installer sets up on Linux."""
    if named := environ.get("OLLAMA_MODELS"):
        return [Path(named)]
    folders = [home / ".ollama" / "models"]
    if sys.platform == "linux":
        folders += [Path("/usr/share/ollama/.ollama/models"), Path("/var/lib/ollama/models")]
    return folders


def _lm_studio_folders(home: Path) -> list[Path]:
    """Its usual folders, that of its home pointer, and the one its settings name."""
    homes = [home / ".lmstudio", home / ".cache" / "lm-studio"]
    pointer = home / ".lmstudio-home-pointer"
    try:
        named = pointer.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        named = ""
    if named:
        homes.insert(0, Path(named))
    folders = [folder / "models" for folder in homes]
    for folder in homes:
        try:
            chosen = json.loads((folder / "settings.json").read_text(encoding="utf-8"))["downloadsFolder"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
        if isinstance(chosen, str) and Path(chosen).is_absolute():
            folders.insert(0, Path(chosen))
    return list(dict.fromkeys(folders))


def _hub_cache(environ: Mapping[str, str], home: Path) -> Path:
    if named := environ.get("HF_HUB_CACHE") or environ.get("HUGGINGFACE_HUB_CACHE"):
        return Path(named)
    cache = environ.get("XDG_CACHE_HOME")
    return Path(environ.get("HF_HOME") or Path(cache or home / ".cache", "huggingface")) / "hub"


def _llama_cpp_cache(environ: Mapping[str, str], home: Path) -> Path:
    if named := environ.get("LLAMA_CACHE"):
        return Path(named)
    match sys.platform:
        case "darwin":
            return home / "Library" / "Caches" / "llama.cpp"
        case "win32":
            return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "llama.cpp"
        case _:
            return Path(environ.get("XDG_CACHE_HOME") or home / ".cache") / "llama.cpp"
