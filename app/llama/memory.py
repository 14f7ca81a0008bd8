"""How much memory is free for a model, control groups considered; when it runs short; what the kernel ended for it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from app.domain.language import tr
from app.domain.sizes import memory_words

_CGROUP_ROOT = Path("/sys/fs/cgroup")
_OWN_CGROUP = Path("/proc/self/cgroup")
_VMSTAT = Path("/proc/vmstat")
_PRESSURE = Path("/proc/pressure/memory")
_SHORT_BYTES = 512 * 1024**2
_SHORT_PART = 0.05
_SHORT_AT_MOST = 0.25  # of a small machine: it must not be short for good
_SHORT_STALL = 0.10


@dataclass(frozen=True, kw_only=True, slots=True)
class MemoryState:
    """What is free of what there is, and ``stalled``: the part of the last ten seconds in which every program waited
    for memory, where the kernel counts it.
    """

    free_bytes: int
    total_bytes: int
    stalled: float = 0.0

    @property
    def is_short(self) -> bool:
        """Whether so little is left that the machine begins to swap, or does: time to unload what is idle."""
        enough = min(max(_SHORT_BYTES, _SHORT_PART * self.total_bytes), _SHORT_AT_MOST * self.total_bytes)
        return self.free_bytes < enough or self.stalled > _SHORT_STALL

    def words(self, unloaded: str = "") -> str:
        """The shortage as a message, with the model that was ``unloaded`` for it."""
        first = tr(
            "Memory runs short: {free} of {total} are free.",
            free=memory_words(self.free_bytes),
            total=memory_words(self.total_bytes),
        )
        if unloaded:
            then = tr("The local model {model!r} was unloaded; it is loaded again when it is asked.", model=unloaded)
        else:
            then = tr("Close other programs, or choose a smaller model or context.")
        return f"{first} {then}"


def memory_state() -> MemoryState:
    """The machine's memory now, or the control group's where that is less."""
    return MemoryState(free_bytes=free_memory_bytes(), total_bytes=total_memory_bytes(), stalled=stalled_for_memory())


def total_memory_bytes(*, cgroup_root: Path = _CGROUP_ROOT, own_cgroup: Path = _OWN_CGROUP) -> int:
    """Bytes there are: the system's, or less where a control group allows less."""
    import psutil

    total = int(psutil.virtual_memory().total)
    for folder in _cgroup_folders(cgroup_root, own_cgroup):
        for name in ("memory.max", "memory.limit_in_bytes"):
            with contextlib.suppress(OSError, ValueError):  # "max" is no number: no limit
                total = min(total, int((folder / name).read_text()))
    return max(total, 0)


def stalled_for_memory(pressure: Path = _PRESSURE) -> float:
    """The part of the last ten seconds in which all programs waited for memory; 0 where nobody counts."""
    with contextlib.suppress(OSError, ValueError):
        for line in pressure.read_text().splitlines():
            kind, *fields = line.split()
            values = dict(field.partition("=")[::2] for field in fields)
            if kind == "full":
                return min(max(float(values.get("avg10", "0")) / 100, 0.0), 1.0)
    return 0.0


def free_memory_bytes(*, cgroup_root: Path = _CGROUP_ROOT, own_cgroup: Path = _OWN_CGROUP) -> int:
    """Bytes that can be used without pushing others out: the system's, or less where a control group allows less."""
    import psutil

    free = int(psutil.virtual_memory().available)
    for folder in _cgroup_folders(cgroup_root, own_cgroup):
        allowed = _cgroup_free(folder)
        if allowed is not None:
            free = min(free, allowed)
    return max(free, 0)


def kills_for_memory(vmstat: Path = _VMSTAT) -> int:
    """How many processes the kernel has ended for lack of memory since it started; 0 where nobody counts."""
    with contextlib.suppress(OSError, ValueError):
        for line in vmstat.read_text().splitlines():
            name, _, value = line.partition(" ")
            if name == "oom_kill":
                return int(value)
    return 0


def _cgroup_folders(root: Path, own: Path) -> list[Path]:
    """The control group of this process and all above it (version 2), or the memory controller's (version 1)."""
    folders = [root, root / "memory"]
    with contextlib.suppress(OSError):
        for line in own.read_text().splitlines():
            _, controllers, path = line.split(":", 2)
            base = root / "memory" if "memory" in controllers.split(",") else root
            at = base / path.lstrip("/")
            while at not in folders and at != at.parent:
                folders.append(at)
                at = at.parent
    return folders


def _cgroup_free(folder: Path) -> int | None:
    """What a group may still take, counting as free the file cache it would give back; ``None`` without a limit."""
    for limit_name, used_name, cache_name in (
        ("memory.max", "memory.current", "inactive_file"),
        ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
    ):
        try:
            limit = int((folder / limit_name).read_text())
            used = int((folder / used_name).read_text())
        except (OSError, ValueError):  # "max" is no number: no limit
            continue
        cache = 0
        with contextlib.suppress(OSError, ValueError):
            for line in (folder / "memory.stat").read_text().splitlines():
                name, _, value = line.partition(" ")
                if name == cache_name:
                    cache = int(value)
        return limit - used + min(cache, used)
    return None
