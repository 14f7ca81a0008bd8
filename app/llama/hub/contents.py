"""What a repository of a model hub holds: its model files, all parts of one together, and which of them is meant.

Everything the hub says is checked before it is believed. Decides nothing about this machine.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeGuard

from app.domain.errors import NotFoundError, UsageError
from app.domain.language import tr
from app.llama.hub.catalogue import HubSession, malformed, no_repository

_SPLIT = re.compile(r"(.+)-(\d{5})-of-(\d{5})\.gguf", re.IGNORECASE)
_QUANTISATION = re.compile(
    r"(?<![A-Z0-9])(I?Q\d(?:_[A-Z0-9]+)*|TQ\d_\d|MXFP4(?:_MOE)?|NVFP4|BF16|F16|FP16|F32|FP32)(?![A-Z0-9])",
    re.IGNORECASE,
)
_NOT_MODELS = ("mmproj", "imatrix")
_ADAPTER = re.compile(r"(?<![a-z])(lora|adapter)(?![a-z])", re.IGNORECASE)
REPOSITORY = re.compile(r"[\w.-]{1,96}/[\w.-]{1,96}")
_LISTED = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class HubFile:
    """A file of a repository. ``blob`` is the hub's word for its content, where it has no ``sha256``."""

    name: str
    size_bytes: int
    sha256: str | None = None
    blob: str = ""
    is_namesake: bool = False  # another folder of the repository has a file of this name

    @property
    def mark(self) -> str:
        """What tells this content from any other, as a word for a file's name."""
        return re.sub(r"[^0-9a-zA-Z]", "", self.sha256 or self.blob or str(self.size_bytes))[:12]

    @property
    def local_name(self) -> str:
        """The file's name on this machine: no folder of the hub's names, nothing that leads elsewhere."""
        path = PurePosixPath(self.name)
        folders = [part for part in path.parts[:-1] if part not in ("..", "/")] if self.is_namesake else []
        return re.sub(r'[<>:"|?*\\\x00-\x1f]', "-", "--".join([*folders, path.name]))


@dataclass(frozen=True, kw_only=True, slots=True)
class Contents:
    """A repository at one revision; ``models`` has the parts of each model file, by the name of the whole."""

    repository: str
    revision: str
    models: dict[str, tuple[HubFile, ...]]
    is_gated: bool = False
    licence: str = ""


def checked_name(name: str) -> str:
    """``name`` where it is written as a repository. Raises :class:`UsageError`."""
    if not REPOSITORY.fullmatch(name) or ".." in name or any(part in (".", "..") for part in name.split("/")):
        raise no_repository(name)
    return name


async def read_contents(session: HubSession, name: str) -> Contents:
    """What a repository holds now."""
    answer, _ = await session.data(f"/api/models/{checked_name(name)}", {"blobs": "true"})
    listed = answer.get("siblings") if isinstance(answer, dict) else None
    if not isinstance(answer, dict) or not isinstance(listed, list):
        raise malformed(tr("no list of files"))
    files = [file for item in listed if (file := _file(item)) is not None]
    bases = Counter(file.local_name.lower() for file in files)
    files = [dataclasses.replace(file, is_namesake=bases[file.local_name.lower()] > 1) for file in files]
    revision = answer.get("sha")
    return Contents(
        repository=name,
        revision=revision if isinstance(revision, str) and re.fullmatch(r"[0-9a-fA-F]{7,64}", revision) else "main",
        models=grouped(files),
        is_gated=bool(answer.get("gated")),
        licence=licence_of(answer.get("tags")),
    )


def grouped(files: Sequence[HubFile]) -> dict[str, tuple[HubFile, ...]]:
    """The model files among ``files``, all parts of one together, by the name of the first part.

    Left out: what is no model (picture adapters, importance matrices) and what lacks a part.
    """
    groups: dict[str, list[HubFile]] = {}
    counts: dict[str, int] = {}
    for file in sorted(files, key=lambda file: file.name):
        base = PurePosixPath(file.name).name.lower()
        if not base.endswith(".gguf") or any(word in base for word in _NOT_MODELS):
            continue
        split = _SPLIT.fullmatch(file.name)
        whole = f"{split[1]}-of-{split[3]}" if split else file.name
        counts[whole] = int(split[3]) if split else 1
        groups.setdefault(whole, []).append(file)
    return {parts[0].name: tuple(parts) for whole, parts in groups.items() if len(parts) == counts[whole]}


def choose(contents: Contents, wanted: str | None, best: str | None = None) -> tuple[HubFile, ...]:
    """The parts of the model file ``wanted``: by its name, the name of any part, or its quantisation.

    Without a wish, ``best``, or the only one. Raises :class:`NotFoundError` and :class:`UsageError`, both with the
    choices there are.
    """
    models = contents.models
    if not models:
        raise no_gguf(contents.repository)
    listed = ", ".join(list(models)[:_LISTED]) + (", …" if len(models) > _LISTED else "")
    if wanted is not None:
        found = [parts for parts in models.values() if _is_called(parts, wanted)]
        found = found or [
            parts
            for parts in models.values()
            if quantisation_of(parts[0].name).lower() == wanted.lower() and not is_adapter(parts[0].name)
        ]
        if len(found) != 1:
            raise NotFoundError(
                tr("{repository!r} holds more than one file {name!r}.", repository=contents.repository, name=wanted)
                if found
                else tr("{repository!r} holds no file {name!r}.", repository=contents.repository, name=wanted),
                remedy=tr("Choose one of: {names}.", names=listed),
            )
        return found[0]
    if len(models) == 1:
        return next(iter(models.values()))
    if best is not None:
        return models[best]
    raise UsageError(
        tr("{repository!r} holds several models.", repository=contents.repository),
        remedy=tr("Name one with --file: {names}.", names=listed),
    )


def quantisation_of(name: str) -> str:
    """The quantisation that a file's name tells, in capitals, or empty."""
    found: list[str] = _QUANTISATION.findall(PurePosixPath(name).name) or _QUANTISATION.findall(name)
    return found[-1].upper().replace("FP16", "F16").replace("FP32", "F32") if found else ""


def is_adapter(name: str) -> bool:
    """Whether a file's name says that it is a LoRA adapter."""
    return _ADAPTER.search(PurePosixPath(name).name) is not None


def without_quantisation(name: str) -> str:
    """A file's name less its quantisation: the same for all variants of one model."""
    return (
        _QUANTISATION.sub("", _SPLIT.sub(r"\1", PurePosixPath(name).name)).lower().removesuffix(".gguf").strip("-_. ")
    )


def _is_called(parts: Sequence[HubFile], wanted: str) -> bool:
    split = _SPLIT.fullmatch(parts[0].name)
    names = [part.name for part in parts] + ([f"{split[1]}.gguf"] if split else [])
    return wanted in names or wanted in [PurePosixPath(name).name for name in names]


def no_gguf(repository: str) -> NotFoundError:
    """There is nothing for Baton in a repository."""
    return NotFoundError(
        tr("{repository!r} holds no GGUF file.", repository=repository),
        remedy=tr("Look for a repository whose name ends in -GGUF."),
    )


def _file(item: object) -> HubFile | None:
    """A file as the hub describes it; ``None`` for what is none, or has no size."""
    if not isinstance(item, dict):
        return None
    name, size, lfs, blob = item.get("rfilename"), item.get("size"), item.get("lfs"), item.get("blobId")
    if not isinstance(name, str) or not name or not is_count(size) or any(ord(letter) < 32 for letter in name):
        return None
    sha256 = lfs.get("sha256") if isinstance(lfs, dict) else None
    known = sha256.lower() if isinstance(sha256, str) and re.fullmatch(r"[0-9a-fA-F]{64}", sha256) else None
    return HubFile(
        name=name,
        size_bytes=size,
        sha256=known,
        blob=blob if isinstance(blob, str) else "",
    )


def is_count(value: object) -> TypeGuard[int]:
    """Whether a value of the hub's is a number that counts something."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63


def licence_of(tags: object) -> str:
    """The licence among a repository's tags, or empty."""
    if not isinstance(tags, list):
        return ""
    found = (tag.removeprefix("license:") for tag in tags if isinstance(tag, str) and tag.startswith("license:"))
    return next(found, "")[:60]
