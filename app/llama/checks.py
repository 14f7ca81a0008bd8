"""What ``baton doctor`` says of local inference: llama.cpp's build, the GPUs, the memory. Loads nothing here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.checks import Check, CheckState
from app.domain.language import tr
from app.domain.sizes import memory_words
from app.llama.graphics import installed_gpus
from app.llama.memory import MemoryState, memory_state
from app.llama.probe import MachineProbe
from app.llama.protocol import Devices

_BUILD = "python3 packaging/bootstrap.py build"
# By maker: what llama.cpp calls the kind of build that uses its GPUs best, and the word that the build is asked for by.
_BACKENDS = {"NVIDIA": ("CUDA", "cuda"), "AMD": ("ROCm", "hip"), "Intel": ("Vulkan", "vulkan")}
_FOR_GPUS = ("CUDA", "ROCm", "MUSA", "Metal", "MTL", "Vulkan", "SYCL", "OpenCL")


def llama_check(probe: MachineProbe) -> Check:
    """Whether llama.cpp starts, and how it was built. Raises what :meth:`MachineProbe.devices` raises."""
    return Check(name="llama.cpp", state=CheckState.OK, finding=tr("{what}.", what=probe.devices().build))


def gpu_check(probe: MachineProbe, installed: Callable[[], Sequence[str]] = installed_gpus) -> Check:
    """The GPUs that llama.cpp sees, and the remedy where there is one that it cannot use.

    Raises what :meth:`MachineProbe.devices` raises.
    """
    return gpu_finding(probe.devices(), installed())


def gpu_finding(devices: Devices, makers: Sequence[str]) -> Check:
    """What to say of the GPUs llama.cpp sees, and of those it does not, by their ``makers``."""
    gpus = [device for device in devices.devices if device.kind in ("gpu", "igpu")]
    if gpus:
        finding = "; ".join(
            tr(
                "{gpu} ({name}), {free} of {total} free",
                gpu=gpu.title or gpu.name,
                name=gpu.name,
                free=memory_words(gpu.free_bytes),
                total=memory_words(gpu.total_bytes),
            )
            for gpu in gpus
        )
        return Check(name="gpu", state=CheckState.OK, finding=f"{finding}.")
    if not makers:
        return Check(
            name="gpu",
            state=CheckState.OK,
            finding=tr("There is no GPU that llama.cpp can use; local models run on the processor."),
        )
    maker = makers[0]
    backend, word = _BACKENDS[maker]
    built_for = [name for name in devices.backends if name in _FOR_GPUS]
    if built_for and (backend in built_for or "Vulkan" in built_for):
        return Check(
            name="gpu",
            state=CheckState.WARNING,
            finding=tr(
                "There is a GPU by {maker}, and llama.cpp, built for {names}, does not see it; local models run on the "
                "processor.",
                maker=maker,
                names=", ".join(built_for),
            ),
            remedy=tr("Install or update {maker}'s driver, then look again.", maker=maker),
        )
    # Intel's are mostly small ones within the processor: no fault to leave them alone.
    state = CheckState.OK if maker == "Intel" else CheckState.WARNING
    return Check(
        name="gpu",
        state=state,
        finding=tr(
            "There is a GPU by {maker}, and llama.cpp is not built for it; local models run on the processor.",
            maker=maker,
        ),
        remedy=tr("To use it: {command}", command=f"{_BUILD} {word}")
        if word == "vulkan"
        else tr(
            "To use it: {command} (or, without {backend}: {other})",
            command=f"{_BUILD} {word}",
            backend=backend,
            other=f"{_BUILD} vulkan",
        ),
    )


def memory_check(state: Callable[[], MemoryState] = memory_state) -> Check:
    """How much memory is free, and whether that is little."""
    memory = state()
    finding = tr(
        "{free} of {total} are free.", free=memory_words(memory.free_bytes), total=memory_words(memory.total_bytes)
    )
    if memory.is_short:
        return Check(
            name="memory",
            state=CheckState.WARNING,
            finding=finding,
            remedy=tr("Close other programs, or choose a smaller model; local models are unloaded meanwhile."),
        )
    return Check(name="memory", state=CheckState.OK, finding=finding)
