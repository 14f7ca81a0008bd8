"""What ``baton doctor`` says of local inference: llama.cpp's build, and the GPUs it sees. Loads nothing here."""

from __future__ import annotations

from app.domain.checks import Check, CheckState
from app.llama.probe import MachineProbe


def llama_check(probe: MachineProbe) -> Check:
    """Whether llama.cpp starts, and how it was built. Raises what :meth:`MachineProbe.devices` raises."""
    return Check(name="llama.cpp", state=CheckState.OK, finding=probe.devices().build)


def gpu_check(probe: MachineProbe) -> Check:
    """The GPUs that llama.cpp sees; none is no fault. Raises what :meth:`MachineProbe.devices` raises."""
    gpus = [device for device in probe.devices().devices if device.kind == "gpu"]
    if not gpus:
        finding = "llama.cpp sees no GPU; local models run on the processor."
        return Check(name="gpu", state=CheckState.OK, finding=finding)
    finding = "; ".join(f"{gpu.title or gpu.name}, {gpu.free_bytes / 2**30:.1f} GiB free" for gpu in gpus)
    return Check(name="gpu", state=CheckState.OK, finding=finding)
