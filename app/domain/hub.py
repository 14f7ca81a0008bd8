"""What a model hub offers, what of it is being downloaded, and what other programs hold already. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.models import LocalModel


class Fit(StrEnum):
    """Whether a model would run on this machine as it is now. ``PARTLY``: some layers on the GPU, the others not."""

    FITS = "fits"
    PARTLY = "fits partly"
    TOO_BIG = "too big"


@dataclass(frozen=True, kw_only=True, slots=True)
class HubModel:
    """A repository that a search found. ``None`` where the hub does not say. ``licence`` is the hub's short name."""

    repository: str
    downloads: int | None = None  # of the last 30 days, as the hub counts them
    likes: int | None = None
    updated_at: datetime | None = None
    is_gated: bool = False
    licence: str = ""
    parameters: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class HubPage:
    """Some of what a search found; ``following`` asks for the next ones, and is empty on the last page."""

    models: tuple[HubModel, ...]
    following: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HubVariant:
    """One model file of a repository, all its parts together; ``file_name`` names it to a download.

    ``kind`` is ``model`` or ``adapter`` (a LoRA). ``needed_bytes`` is what it takes of memory, ``free_bytes`` what is
    free. ``is_best`` marks the one to take where nothing speaks for another.
    """

    file_name: str
    size_bytes: int
    parts: int = 1
    quantisation: str = ""
    kind: str = "model"
    fit: Fit = Fit.FITS
    needed_bytes: int = 0
    free_bytes: int = 0
    layers_on_gpu: int = 0
    layers_total: int = 0
    is_best: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class HubRepository:
    """What a repository holds. ``is_measured``: fits come from a model's own metadata, else they are estimates."""

    name: str
    variants: tuple[HubVariant, ...]
    is_gated: bool = False
    licence: str = ""
    is_measured: bool = False
    context_tokens: int | None = None  # that the fits were judged with


@dataclass(frozen=True, kw_only=True, slots=True)
class DownloadProgress:
    """How far a download is, in bytes of all its parts. ``note`` is a sentence about what is unusual just now.

    ``file_name`` is the file's name in the repository.
    """

    done_bytes: int
    total_bytes: int | None = None
    note: str = ""
    file_name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class UnfinishedDownload:
    """A download that was paused, failed, or died with its Baton; what came of it is kept."""

    repository: str
    file_name: str
    done_bytes: int
    total_bytes: int


class DownloadState(StrEnum):
    """Where a download stands."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, kw_only=True, slots=True)
class Download:
    """A download of this run, or one that an earlier run left. ``file_name`` is empty until the hub named it.

    ``bytes_per_s`` is the speed of the last seconds, 0 where nothing moves. ``problem`` says why it failed.
    """

    id: int
    repository: str
    file_name: str
    state: DownloadState
    done_bytes: int = 0
    total_bytes: int | None = None
    bytes_per_s: float = 0.0
    note: str = ""
    problem: str = ""
    model: LocalModel | None = None

    @property
    def seconds_left(self) -> float | None:
        """How long it still takes at this speed; ``None`` where nobody can say."""
        if self.state is not DownloadState.RUNNING or not self.total_bytes or self.bytes_per_s <= 0:
            return None
        return max(0, self.total_bytes - self.done_bytes) / self.bytes_per_s


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundModel:
    """A model file that another program keeps on this machine. ``source`` is that program.

    ``adapters`` are the LoRA files it lays over the model. ``known_as``: the name under which Baton knows the file.
    """

    name: str
    path: str
    size_bytes: int
    source: str
    adapters: tuple[str, ...] = ()
    known_as: str = ""
