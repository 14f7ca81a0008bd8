"""Which makers' GPUs are in this machine, whether or not llama.cpp can use them. Reads what the system says; asks no
driver and starts no program.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

_VENDORS = {"0x10de": "NVIDIA", "0x1002": "AMD", "0x8086": "Intel"}
_DISPLAY_CLASS = "0x03"  # PCI's class of graphics devices
# What a driver leaves where no PCI device is to be seen, as in a container.
_TRACES = {
    "NVIDIA": ("proc/driver/nvidia/version", "dev/nvidiactl", "usr/lib/wsl/lib/libcuda.so.1"),
    "AMD": ("dev/kfd",),
}
_WINDOWS_DISPLAY_CLASS = r"SYSTEM\CurrentControlSet\Control\Class\{4d36e968-e325-11ce-bfc1-08002be10318}"


def installed_gpus(root: Path = Path("/"), platform: str = sys.platform) -> tuple[str, ...]:
    """The makers: ``NVIDIA``, ``AMD``, ``Intel``, in this order; on a Mac none, whose GPU llama.cpp uses by itself."""
    if platform == "win32":
        found = _windows_makers()
    elif platform.startswith("linux"):
        found = _linux_makers(root)
    else:
        found = set()
    return tuple(maker for maker in _VENDORS.values() if maker in found)


def _linux_makers(root: Path) -> set[str]:
    found = {maker for maker, traces in _TRACES.items() if any((root / trace).exists() for trace in traces)}
    for device in root.glob("sys/bus/pci/devices/*"):
        with contextlib.suppress(OSError):
            if (device / "class").read_text().startswith(_DISPLAY_CLASS):
                maker = _VENDORS.get((device / "vendor").read_text().strip())
                found |= {maker} if maker else set()
    return found


def _windows_makers() -> set[str]:
    found: set[str] = set()
    if sys.platform == "win32":
        import winreg

        with contextlib.suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _WINDOWS_DISPLAY_CLASS) as group:
            for number in range(winreg.QueryInfoKey(group)[0]):
                with contextlib.suppress(OSError), winreg.OpenKey(group, winreg.EnumKey(group, number)) as adapter:
                    said = str(winreg.QueryValueEx(adapter, "ProviderName")[0])
                    names = {"NVIDIA": "NVIDIA", "Advanced Micro Devices": "AMD", "Intel": "Intel"}
                    found |= {maker for name, maker in names.items() if name.lower() in said.lower()}
    return found
