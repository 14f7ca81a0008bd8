"""What the doctor says of llama.cpp, of GPUs that are seen or not, and of memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import worker_command
from app.domain.checks import CheckState
from app.llama.checks import gpu_finding, llama_check, memory_check
from app.llama.graphics import installed_gpus
from app.llama.memory import MemoryState
from app.llama.probe import MachineProbe
from app.llama.protocol import Device, Devices, decode_report, encode

GIB = 1024**3
CPU = Device(name="CPU", title="A processor", kind="cpu", free_bytes=GIB, total_bytes=GIB)
CARD = Device(name="CUDA0", title="A card", kind="gpu", free_bytes=7 * GIB, total_bytes=8 * GIB)


def devices(*more: Device, backends: tuple[str, ...] = ("CPU",)) -> Devices:
    return Devices(devices=(CPU, *more), build="llama.cpp", backends=backends)


def test_build_names_versions_backends_and_what_the_processor_can() -> None:
    check = llama_check(MachineProbe(worker_command("llama")))
    assert check.state is CheckState.OK
    assert "llama-cpp-python" in check.finding
    assert "ggml" in check.finding
    assert "built for CPU" in check.finding
    assert " = " not in check.finding


def test_gpus_that_are_seen_are_named_with_what_is_free() -> None:
    check = gpu_finding(devices(CARD, backends=("CUDA", "CPU")), ("NVIDIA",))
    assert (check.state, check.remedy) == (CheckState.OK, "")
    assert check.finding == "A card (CUDA0), 7.0 GiB of 8.0 GiB free."


@pytest.mark.parametrize(
    ("maker", "command", "state"),
    [
        ("NVIDIA", "build cuda", CheckState.WARNING),
        ("AMD", "build hip", CheckState.WARNING),
        ("Intel", "build vulkan", CheckState.OK),
    ],
)
def test_gpu_that_the_build_cannot_use_comes_with_the_command(maker: str, command: str, state: CheckState) -> None:
    check = gpu_finding(devices(), (maker, "Intel"))
    assert check.state is state
    assert maker in check.finding
    assert f"bootstrap.py {command}" in check.remedy


@pytest.mark.parametrize(("maker", "backend"), [("NVIDIA", "CUDA"), ("AMD", "ROCm"), ("AMD", "Vulkan")])
def test_gpu_that_the_right_build_does_not_see_wants_its_driver(maker: str, backend: str) -> None:
    check = gpu_finding(devices(backends=(backend, "CPU")), (maker,))
    assert check.state is CheckState.WARNING
    assert backend in check.finding
    assert "driver" in check.remedy


def test_no_gpu_is_no_fault() -> None:
    check = gpu_finding(devices(), ())
    assert (check.state, check.remedy) == (CheckState.OK, "")


def test_makers_are_found_on_the_bus_and_by_their_drivers_traces(tmp_path: Path) -> None:
    def on_bus(slot: str, kind: str, vendor: str) -> None:
        folder = tmp_path / "sys/bus/pci/devices" / slot
        folder.mkdir(parents=True)
        (folder / "class").write_text(f"{kind}\n")
        (folder / "vendor").write_text(f"{vendor}\n")

    assert installed_gpus(tmp_path, "linux") == ()
    on_bus("0000:00:02.0", "0x030000", "0x8086")
    on_bus("0000:00:1f.3", "0x040300", "0x10de")  # sound, not graphics
    on_bus("0000:00:03.0", "0x030000", "0x1234")  # a virtual machine's
    assert installed_gpus(tmp_path, "linux") == ("Intel",)
    on_bus("0000:01:00.0", "0x030200", "0x1002")
    assert installed_gpus(tmp_path, "linux") == ("AMD", "Intel")
    (tmp_path / "proc/driver/nvidia").mkdir(parents=True)
    (tmp_path / "proc/driver/nvidia/version").write_text("NVRM version\n")
    assert installed_gpus(tmp_path, "linux") == ("NVIDIA", "AMD", "Intel")
    assert installed_gpus(tmp_path, "darwin") == ()


def test_little_memory_is_a_warning_with_its_remedy() -> None:
    enough = memory_check(lambda: MemoryState(free_bytes=8 * GIB, total_bytes=16 * GIB))
    assert (enough.state, enough.finding) == (CheckState.OK, "8.0 GiB of 16.0 GiB are free.")
    little = memory_check(lambda: MemoryState(free_bytes=GIB // 4, total_bytes=16 * GIB))
    assert little.state is CheckState.WARNING
    assert little.remedy


def test_devices_survive_the_protocol() -> None:
    report = devices(CARD, backends=("CUDA", "CPU"))
    assert decode_report(encode(report)) == report
