"""What is free, when memory runs short, and what the kernel ended."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest

from app.llama.memory import (
    MemoryState,
    free_memory_bytes,
    kills_for_memory,
    memory_state,
    stalled_for_memory,
    total_memory_bytes,
)

MIB = 1024**2
GIB = 1024**3


def test_control_group_limits_what_is_free(tmp_path: Path) -> None:
    inner = tmp_path / "service" / "inner"
    inner.mkdir(parents=True)
    own = tmp_path / "own"
    own.write_text("0::/service/inner\n")
    unlimited = free_memory_bytes(cgroup_root=tmp_path, own_cgroup=own)
    assert unlimited > 100 * 1024**2
    (inner / "memory.max").write_text("max\n")
    (inner / "memory.current").write_text("1\n")
    (inner.parent / "memory.max").write_text(f"{100 * 1024**2}\n")
    (inner.parent / "memory.current").write_text(f"{60 * 1024**2}\n")
    (inner.parent / "memory.stat").write_text(f"anon 1\ninactive_file {10 * 1024**2}\n")
    assert free_memory_bytes(cgroup_root=tmp_path, own_cgroup=own) == 50 * 1024**2


def test_kills_for_memory_are_counted_where_the_kernel_tells(tmp_path: Path) -> None:
    (tmp_path / "vmstat").write_text("pgfault 12\noom_kill 3\n")
    assert kills_for_memory(tmp_path / "vmstat") == 3
    assert kills_for_memory(tmp_path / "nothing") == 0


def test_control_group_limits_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "service").mkdir()
    own = tmp_path / "own"
    own.write_text("0::/service\n")
    assert total_memory_bytes(cgroup_root=tmp_path, own_cgroup=own) == psutil.virtual_memory().total
    (tmp_path / "service" / "memory.max").write_text(f"{300 * MIB}\n")
    assert total_memory_bytes(cgroup_root=tmp_path, own_cgroup=own) == 300 * MIB


@pytest.mark.parametrize(
    ("free", "total", "stalled", "short"),
    [
        (8 * GIB, 16 * GIB, 0.0, False),
        (600 * MIB, 8 * GIB, 0.0, False),
        (500 * MIB, 8 * GIB, 0.0, True),
        (3 * GIB, 64 * GIB, 0.0, True),
        (4 * GIB, 64 * GIB, 0.0, False),
        (300 * MIB, GIB, 0.0, False),
        (200 * MIB, GIB, 0.0, True),
        (0, 0, 0.0, False),
        (8 * GIB, 16 * GIB, 0.3, True),
        (8 * GIB, 16 * GIB, 0.05, False),
    ],
)
def test_shortage_is_little_left_or_much_waiting(free: int, total: int, stalled: float, short: bool) -> None:
    assert MemoryState(free_bytes=free, total_bytes=total, stalled=stalled).is_short is short


def test_shortage_says_how_much_is_left_and_what_was_done() -> None:
    state = MemoryState(free_bytes=300 * MIB, total_bytes=16 * GIB)
    assert state.words("big").startswith("Memory runs short: 300 MiB of 16.0 GiB are free. The local model 'big'")
    assert "Close other programs" in state.words()


def test_waiting_for_memory_is_read_where_the_kernel_counts_it(tmp_path: Path) -> None:
    pressure = tmp_path / "memory"
    assert stalled_for_memory(pressure) == 0.0
    pressure.write_text(
        "some avg10=40.00 avg60=3.00 avg300=0.10 total=1\nfull avg10=12.50 avg60=1.00 avg300=0.00 total=1\n"
    )
    assert stalled_for_memory(pressure) == 0.125
    for nonsense in ("", "full\n", "full avg10=much\n", "full avg10\n", "\n"):
        pressure.write_text(nonsense)
        assert stalled_for_memory(pressure) == 0.0


def test_this_machine_can_be_asked() -> None:
    state = memory_state()
    assert 0 < state.free_bytes <= state.total_bytes
