"""Works out how a model would be loaded, before anything is: layers on the GPU, context, memory. Pure arithmetic.

The estimate errs on the large side: "fits" that does not is worse than the opposite.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.models import LoadPlan
from app.domain.settings import Settings
from app.llama.gguf_header import GgufFacts
from app.llama.protocol import Device

KV_ELEMENT_BYTES = 2  # llama.cpp keeps keys and values as 16-bit floats unless told otherwise
_BATCH_TOKENS = 512  # the engine's
_DEFAULT_CONTEXT_TOKENS = 8192
_CONTEXT_STEP_TOKENS = 256  # llama.cpp rounds a context up to a multiple of this
_FIXED_WORKING_BYTES = 64 * 1024**2
_GPU_RESERVE_BYTES = 512 * 1024**2  # the driver's own, and what the desktop takes meanwhile


@dataclass(frozen=True, kw_only=True, slots=True)
class Machine:
    """What there is to load into. ``threads`` is how many compute threads make sense here."""

    free_memory_bytes: int
    threads: int
    devices: Sequence[Device] = ()


def context_bytes(facts: GgufFacts, context_tokens: int) -> int:
    """Memory of the context: tokens times layers times KV heads times (key length + value length) times 2 bytes.

    Where keys and values are of one length this is the well-known ``2 x layers x context x kv heads x head length x
    bytes`` (llama.cpp, ``llama-kv-cache.cpp``). Layers with a sliding window are counted in full: the engine keeps
    them in full, so that the part of a conversation that was read before need not be read again.
    """
    padded = -(-context_tokens // _CONTEXT_STEP_TOKENS) * _CONTEXT_STEP_TOKENS
    return padded * facts.kv_elements_per_token * KV_ELEMENT_BYTES


def working_bytes(facts: GgufFacts) -> int:
    """Memory for computing one batch: the logits, and a handful of activations of each width, as 32-bit floats."""
    per_token = facts.vocabulary + 8 * facts.embedding + 3 * facts.feed_forward
    return _FIXED_WORKING_BYTES + _BATCH_TOKENS * per_token * 4


def plan_load(name: str, facts: GgufFacts, settings: Settings, machine: Machine) -> LoadPlan:
    """The plan for ``name``. ``layers_on_gpu`` equal to ``layers_total`` means the output layer too.

    With ``local_gpu_layers`` -1 as many layers go to the GPU as fit; a number is taken as it is and judged.
    """
    context = min(settings.local_context_tokens, facts.context_tokens or _DEFAULT_CONTEXT_TOKENS)
    context_size = context_bytes(facts, context)
    working = working_bytes(facts)
    gpus = [device for device in machine.devices if device.kind == "gpu"]
    gpu_free = sum(max(device.free_bytes - _GPU_RESERVE_BYTES, 0) for device in gpus)
    # The output layer counts as one more: it is as large as several, but lies in the same memory.
    per_layer = (facts.weights_bytes + context_size) / (facts.layers + 1)
    room = max(gpu_free - working, 0)
    if not gpus or facts.layers == 0:
        on_gpu = 0
    elif settings.local_gpu_layers >= 0:
        on_gpu = min(settings.local_gpu_layers, facts.layers)
    else:
        on_gpu = facts.layers if per_layer * (facts.layers + 1) <= room else min(int(room // per_layer), facts.layers)
        if on_gpu == facts.layers and per_layer * (facts.layers + 1) > room:
            on_gpu -= 1
    all_on_gpu = on_gpu == facts.layers and on_gpu > 0
    on_gpu_bytes = int(per_layer * (facts.layers + 1 if all_on_gpu else on_gpu))
    in_main_bytes = max(facts.weights_bytes + context_size - on_gpu_bytes, 0) + working
    gpu_needed = on_gpu_bytes + working if on_gpu else 0
    reason = ""
    if gpu_needed > gpu_free:
        reason = (
            f"{on_gpu} layers take {_size(gpu_needed)} of GPU memory, and {_size(gpu_free)} are free. "
            "Set the layers on the GPU to -1 to have as many as fit."
        )
    elif in_main_bytes > machine.free_memory_bytes:
        reason = _too_big(facts, context, context_size, in_main_bytes, machine.free_memory_bytes)
    return LoadPlan(
        model=name,
        layers_total=facts.layers,
        layers_on_gpu=on_gpu,
        context_tokens=context,
        weights_bytes=facts.weights_bytes,
        context_bytes=context_size,
        working_bytes=working,
        free_memory_bytes=machine.free_memory_bytes,
        device=" + ".join(device.title or device.name for device in gpus) if on_gpu else "CPU",
        threads=settings.local_threads or machine.threads,
        fits=not reason,
        reason=reason,
    )


def _too_big(facts: GgufFacts, context: int, context_size: int, needed: int, free: int) -> str:
    first = (
        f"It takes {_size(needed)} of memory ({_size(context_size)} of it for {context} tokens of context), and "
        f"{_size(free)} are free."
    )
    spare = free - (needed - context_size)
    per_token = facts.kv_elements_per_token * KV_ELEMENT_BYTES
    smaller = int(spare // per_token) // _CONTEXT_STEP_TOKENS * _CONTEXT_STEP_TOKENS if spare > 0 and per_token else 0
    if _CONTEXT_STEP_TOKENS <= smaller < context:
        return f"{first} A context of {smaller} tokens would fit."
    return f"{first} A smaller quantisation or a smaller model may fit."


def _size(count: int) -> str:
    if count >= 1024**3:
        return f"{count / 1024**3:.1f} GiB"
    return f"{count / 1024**2:.0f} MiB"


def shrunk(plan: LoadPlan) -> LoadPlan | None:
    """The next smaller try after ``plan`` failed on a GPU, or ``None`` where nothing of it lies there."""
    return None
