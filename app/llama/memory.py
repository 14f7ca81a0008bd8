"""How much memory is free for a model, control groups considered, and what the kernel ended for lack of it."""

from __future__ import annotations

import contextlib
from pathlib import Path

_CGROUP_ROOT = Path("/sys/fs/cgroup")
_OWN_CGROUP = Path("/proc/self/cgroup")
_VMSTAT = Path("/proc/vmstat")


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
