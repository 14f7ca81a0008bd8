"""Asks ggml what can compute here and how much memory it has free. Runs in the worker alone: it loads the library.

The functions are ggml's own (``ggml-backend.h``); llama-cpp-python does not wrap them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import llama_cpp

from app.domain.language import tr
from app.llama.protocol import Device, Devices

# enum ggml_backend_dev_type: CPU 0, GPU 1, integrated GPU 2, accelerator 3
_KINDS = {0: "cpu", 1: "gpu", 2: "igpu"}


def describe_devices() -> Devices:
    """Every device ggml registered, the processor included, and the build."""
    from llama_cpp._ggml import libggml

    library: Any = libggml
    count = library.ggml_backend_dev_count
    count.restype = ctypes.c_size_t
    get = library.ggml_backend_dev_get
    get.argtypes, get.restype = [ctypes.c_size_t], ctypes.c_void_p
    devices = tuple(_describe(library, get(number)) for number in range(count()))
    backends = _backends(library)
    return Devices(devices=devices, build=_build_words(library, backends), backends=backends)


def _backends(library: Any) -> tuple[str, ...]:
    """What the build can compute with: ``CPU``, ``CUDA``, ``ROCm``, ``Metal``, ``Vulkan``, ``BLAS``."""
    count = library.ggml_backend_reg_count
    count.restype = ctypes.c_size_t
    get = library.ggml_backend_reg_get
    get.argtypes, get.restype = [ctypes.c_size_t], ctypes.c_void_p
    name = library.ggml_backend_reg_name
    name.argtypes, name.restype = [ctypes.c_void_p], ctypes.c_char_p
    return tuple((name(get(number)) or b"").decode("utf-8", "replace") for number in range(count()))


def _build_words(library: Any, backends: Sequence[str]) -> str:
    from llama_cpp.llama_cpp import _lib

    version, ggml = _lib.llama_version, library.ggml_version
    version.restype = ggml.restype = ctypes.c_char_p
    # "CPU : SSE3 = 1 | AVX = 0 | CUDA : ARCHS = 890 | ": what it makes use of
    said = llama_cpp.llama_print_system_info().decode("utf-8", "replace")
    entries = [entry.rpartition(":")[2].strip() for entry in said.split("|")]
    features = [entry.removesuffix(" = 1") for entry in entries if entry and not entry.endswith(" = 0")]
    return tr(
        "llama.cpp {version} (ggml {ggml}, llama-cpp-python {binding}), built for {backends}; uses {features}",
        version=version().decode(),
        ggml=ggml().decode(),
        binding=llama_cpp.__version__,
        backends=", ".join(backends),
        features=", ".join(features),
    )


def _describe(library: Any, device: int) -> Device:
    name, title = library.ggml_backend_dev_name, library.ggml_backend_dev_description
    for function in (name, title):
        function.argtypes, function.restype = [ctypes.c_void_p], ctypes.c_char_p
    kind = library.ggml_backend_dev_type
    kind.argtypes, kind.restype = [ctypes.c_void_p], ctypes.c_int
    memory = library.ggml_backend_dev_memory
    memory.argtypes = [ctypes.c_void_p, ctypes.POINTER(ctypes.c_size_t), ctypes.POINTER(ctypes.c_size_t)]
    memory.restype = None
    free, total = ctypes.c_size_t(), ctypes.c_size_t()
    memory(device, ctypes.byref(free), ctypes.byref(total))
    return Device(
        name=(name(device) or b"").decode("utf-8", "replace"),
        title=(title(device) or b"").decode("utf-8", "replace"),
        kind=_KINDS.get(kind(device), "other"),
        free_bytes=free.value,
        total_bytes=total.value,
    )
