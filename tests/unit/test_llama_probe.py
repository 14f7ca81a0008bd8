"""Asking a child process what the machine has, and what a file is worth: the real worker, and one with a GPU."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.domain.errors import WorkerDiedError
from app.domain.models import LoadPlan
from app.domain.settings import Settings
from app.llama.gguf.header import read_facts
from app.llama.plan.plan import plan_load
from app.llama.probe import MachineProbe
from tests.gguf_files import write_tiny_gguf

GIB = 1024**3

# Speaks the worker's protocol for a machine with one GPU; what is free on it stands in a file.
WITH_A_GPU = """
import sys
from pathlib import Path
from app.llama import protocol
from app.llama.protocol import Device, Devices
sys.stdin.buffer.readline()
free = int(Path(sys.argv[1]).read_text())
cpu = Device(name="CPU", title="", kind="cpu", free_bytes=1, total_bytes=1)
gpu = Device(name="CUDA0", title="A card", kind="gpu", free_bytes=free, total_bytes=8 * 1024**3)
report = Devices(devices=(gpu, cpu), build="a build", backends=("CUDA", "CPU"))
sys.stdout.buffer.write(protocol.encode(report))
"""


@pytest.fixture
def free(tmp_path: Path) -> Path:
    path = tmp_path / "free"
    path.write_text(str(6 * GIB))
    return path


def test_what_is_free_on_a_gpu_is_asked_again_and_not_each_time(free: Path) -> None:
    command = (sys.executable, "-c", WITH_A_GPU, str(free))
    always, once = MachineProbe(command, fresh_s=0.0), MachineProbe(command, fresh_s=3600.0)
    for probe in (always, once):
        assert probe.machine().gpus[0].free_bytes == 6 * GIB
    free.write_text(str(2 * GIB))
    assert always.machine().gpus[0].free_bytes == 2 * GIB
    assert once.machine().gpus[0].free_bytes == 6 * GIB


def test_what_loaded_models_hold_of_a_gpu_counts_as_free(free: Path, tmp_path: Path) -> None:
    facts = read_facts(write_tiny_gguf(tmp_path / "m.gguf"))
    held: list[LoadPlan] = []
    probe = MachineProbe((sys.executable, "-c", WITH_A_GPU, str(free)), held=lambda: held, fresh_s=0.0)
    before = plan_load("m", facts, Settings(), probe.machine())
    assert before.layers_on_gpu == 2
    share = before.devices[0]
    held.append(before)
    free.write_text(str(6 * GIB - share.total_bytes))
    assert plan_load("m", facts, Settings(), probe.machine()).devices[0] == share
    free.write_text(str(8 * GIB))
    assert probe.machine().gpus[0].free_bytes == 8 * GIB, "never more than there is"


def test_a_worker_that_says_nothing_useful_is_an_error_and_no_gpu() -> None:
    for script in ("", "print('hello')", "raise SystemExit(3)"):
        probe = MachineProbe((sys.executable, "-c", script))
        with pytest.raises(WorkerDiedError):
            probe.devices()
        assert probe.machine().gpus == ()
        assert probe.machine().free_memory_bytes > 0
