"""Works out how a model would be loaded, before anything is: layers on each GPU, context, memory. Pure arithmetic.

The estimate errs on the large side: "fits" that does not is worse than the opposite. Nothing is changed from what the
person asked for without a note that says so.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.language import tr
from app.domain.models import DeviceShare, LoadPlan
from app.domain.numerals import number
from app.domain.settings import KV_TYPES, Settings
from app.domain.sizes import memory_words
from app.llama.gguf.header import GgufFacts
from app.llama.plan.memory import (
    BATCH_TOKENS,
    CONTEXT_STEP_TOKENS,
    Loading,
    Parts,
    context_bytes,
    input_working_bytes,
    layer_working_bytes,
    mask_bytes,
    model_parts,
    output_working_bytes,
)
from app.llama.plan.split import layer_counts, most_layers, tensor_split
from app.llama.protocol import Device

GPU_RESERVE_BYTES = 512 * 1024**2  # the driver's own, its pools, and what the desktop takes meanwhile
_MOST_FOR_SPEED_BYTES = 1024**3  # what a quicker attention on the processor may take
_PROCESS_BYTES = 100 * 1024**2  # the worker itself: the interpreter and llama.cpp's code and vocabulary
_SMALLEST_CONTEXT = 4096  # a context that is chosen and not asked for is not made smaller than this
_STATES_BYTES = 256 * 1024**2  # what the states of all sequences may take before there are fewer of them
_MOST_SEQUENCES = 8
_PIPELINE_COPIES = 4  # llama.cpp keeps so many copies of a batch's inputs where several GPUs take turns
_WITHOUT_FLASH_ATTENTION = frozenset({"grok"})  # llama_init_from_model refuses it
_KV_BLOCK = 32  # numbers that are quantised together; a head must be a multiple of it


@dataclass(frozen=True, kw_only=True, slots=True)
class Machine:
    """What there is to load into. ``threads`` is how many compute threads make sense here."""

    free_memory_bytes: int
    threads: int
    devices: Sequence[Device] = ()

    @property
    def gpus(self) -> tuple[Device, ...]:
        """The GPUs llama.cpp would use, in its order: integrated ones only where there is no other."""
        discrete = tuple(device for device in self.devices if device.kind == "gpu")
        return discrete or tuple(device for device in self.devices if device.kind == "igpu")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Asked:
    """What a plan is made from. ``notes`` say what had to be changed already."""

    name: str
    facts: GgufFacts
    settings: Settings
    machine: Machine
    loading: Loading
    policy: str
    notes: tuple[str, ...]


def plan_load(name: str, facts: GgufFacts, settings: Settings, machine: Machine) -> LoadPlan:
    """The plan for ``name``. ``layers_on_gpu`` equal to ``layers`` means the output layer too.

    Policy ``fit`` puts as many layers on the GPUs as fit, ``gpu`` all or says why not, ``cpu`` none, ``manual`` as many
    as ``local_gpu_layers`` says; a number there counts with ``fit`` too.
    """
    policy = settings.local_policy
    if policy == "fit" and settings.local_gpu_layers >= 0:
        policy = "manual"
    elif policy == "manual" and settings.local_gpu_layers < 0:
        policy = "fit"
    kv_type, flash, notes = _attention_choices(facts, settings)
    if policy == "manual" and settings.local_gpu_layers > 0 and not machine.gpus:
        notes.append(tr("No layer lies on a GPU: llama.cpp sees none here."))
    loading = _for_kind(
        facts,
        Loading(
            context_tokens=settings.context_for(facts.context_tokens or None),
            kv_type=kv_type,
            flash_attention=flash,
            sequences=settings.local_sequences or _sequences(facts),
        ),
    )
    wanted = settings.local_context_tokens
    if wanted > loading.context_tokens:
        notes.append(
            tr(
                "The context is {count} tokens instead of the {wanted} set: the model was made for no more.",
                count=number(loading.context_tokens),
                wanted=number(wanted),
            )
        )
    asked = _Asked(
        name=name,
        facts=facts,
        settings=settings,
        machine=machine,
        loading=loading,
        policy=policy,
        notes=tuple(notes),
    )
    plan = _plan(asked) if wanted else _plan_with_largest_context(asked)
    if settings.local_flash_attention != "auto" or kv_type != "f16" or not flash or plan.layers_on_gpu:
        return plan
    if facts.kind == "embedding":  # it writes nothing
        return plan
    # On a processor llama.cpp writes up to three times as fast without it in a long context, and reads a little slower
    # (measured with 2 threads at 6,000 tokens: 34 against 99 ms a token); what it needs is memory.
    without = dataclasses.replace(loading, flash_attention=False)
    quicker = _plan(
        dataclasses.replace(asked, loading=dataclasses.replace(without, context_tokens=plan.context_tokens))
    )
    is_dear = quicker.working_bytes - plan.working_bytes > _MOST_FOR_SPEED_BYTES
    return plan if is_dear or not quicker.fits else dataclasses.replace(quicker, notes=plan.notes)


def fits_beside(plan: LoadPlan, others: Sequence[LoadPlan]) -> bool:
    """Whether every GPU that ``plan`` uses can hold it beside what ``others``, which are loaded, take of it."""
    for share in plan.devices:
        if share.kind != "gpu":
            continue
        taken = sum(
            other.total_bytes
            for loaded in others
            for other in loaded.devices
            if other.kind == "gpu" and other.name == share.name
        )
        if share.total_bytes + taken + GPU_RESERVE_BYTES > share.free_bytes:
            return False
    return True


def _for_kind(facts: GgufFacts, loading: Loading) -> Loading:
    """The batch that a model of this kind computes at once.

    An embedding model reads a text at once and gives every token's output, unless it looks at the last token alone:
    then the text may come in parts.
    """
    if facts.kind != "embedding":
        return dataclasses.replace(loading, outputs=loading.sequences)
    in_parts = facts.pooling == "last" and any(facts.layer_keys)
    batch = BATCH_TOKENS if in_parts else loading.context_tokens
    return dataclasses.replace(loading, batch_tokens=batch, outputs=batch)


def _attention_choices(facts: GgufFacts, settings: Settings) -> tuple[str, bool, list[str]]:
    """The type of keys and values and whether to use flash attention, with notes on what had to be changed."""
    notes = []
    kv_type = settings.local_kv_type
    can_flash = facts.architecture not in _WITHOUT_FLASH_ATTENTION
    flash = settings.local_flash_attention != "off" and can_flash
    if settings.local_flash_attention == "on" and not can_flash:
        notes.append(tr("Flash attention is off: models of the kind {kind!r} do without it.", kind=facts.architecture))
    if facts.kind == "embedding":
        kv_type = "f16"  # a text is read once and forgotten: there is nothing to save
    if kv_type != "f16":
        words = tr(dict(KV_TYPES)[kv_type])
        if not can_flash:
            notes.append(
                tr(
                    "Keys and values take 16 bits instead of {words}: this kind of model has no flash attention.",
                    words=words,
                )
            )
            kv_type = "f16"
        elif facts.head_length % _KV_BLOCK:
            notes.append(
                tr(
                    "Keys and values take 16 bits instead of {words}: a head of {length} numbers is no multiple of "
                    "{block}.",
                    words=words,
                    length=facts.head_length,
                    block=_KV_BLOCK,
                )
            )
            kv_type = "f16"
        elif not flash:
            notes.append(tr("Flash attention is on: keys and values of {words} need it.", words=words))
            flash = True
    return kv_type, flash, notes


def _sequences(facts: GgufFacts) -> int:
    """As many as are useful; fewer where each keeps a state of its own that is large."""
    state = sum(facts.layer_state_bytes)
    return _MOST_SEQUENCES if not state else min(_MOST_SEQUENCES, max(2, _STATES_BYTES // state))


def _plan_with_largest_context(asked: _Asked) -> LoadPlan:
    """The model's own context, or the largest that fits: with all layers on the GPU if any does, else at all."""
    own = asked.loading.context_tokens
    plan = _plan(asked)
    whole = _is_whole if asked.machine.gpus and asked.policy in ("fit", "gpu") else _fits
    for accepts in (whole, _fits):
        if accepts(plan):
            return plan
        found = _largest(asked, accepts)
        if found is not None:
            return found
    smallest = min(own, _SMALLEST_CONTEXT)
    return _plan(_with_context(asked, smallest))


def _largest(asked: _Asked, accepts: Callable[[LoadPlan], bool]) -> LoadPlan | None:
    """The plan with the largest context, in steps, that is accepted; ``None`` where the smallest is not."""
    low = min(asked.loading.context_tokens, _SMALLEST_CONTEXT) // CONTEXT_STEP_TOKENS
    high = asked.loading.context_tokens // CONTEXT_STEP_TOKENS
    best = None
    while low <= high:
        middle = (low + high) // 2
        plan = _plan(_with_context(asked, max(middle, 1) * CONTEXT_STEP_TOKENS))
        if accepts(plan):
            best, low = plan, middle + 1
        else:
            high = middle - 1
    return best


def _with_context(asked: _Asked, tokens: int) -> _Asked:
    own = asked.loading.context_tokens
    if tokens >= own:
        return asked
    note = tr(
        "The context is {count} tokens instead of the model's {own}: no more fits.",
        count=number(tokens),
        own=number(own),
    )
    return dataclasses.replace(
        asked,
        loading=_for_kind(asked.facts, dataclasses.replace(asked.loading, context_tokens=tokens)),
        notes=(*asked.notes, note),
    )


def _fits(plan: LoadPlan) -> bool:
    return plan.fits


def _is_whole(plan: LoadPlan) -> bool:
    return plan.fits and plan.layers_on_gpu == plan.layers_total


def _plan(asked: _Asked) -> LoadPlan:
    facts, machine = asked.facts, asked.machine
    parts = model_parts(facts, asked.loading)
    gpus = machine.gpus if asked.policy != "cpu" and facts.layers else ()
    rooms = [_room(asked, gpu, len(gpus)) for gpu in gpus]
    most = most_layers(parts, rooms)
    match asked.policy:
        case "gpu":
            wanted = facts.layers if gpus else 0
        case "manual":
            wanted = min(asked.settings.local_gpu_layers, facts.layers) if gpus else 0
        case _:
            wanted = most
    counts = layer_counts(parts, rooms, wanted)
    shares = _shares(asked, parts, gpus, counts)
    main = sum(share.total_bytes for share in shares if share.kind == "cpu")
    total = sum(share.total_bytes for share in shares)
    reason = _gpu_reason(asked, shares, wanted, most) or _memory_reason(asked, parts, shares, main, total)
    used = [share for share in shares if share.kind == "gpu"]
    return LoadPlan(
        model=asked.name,
        layers_total=facts.layers,
        layers_on_gpu=wanted,
        context_tokens=asked.loading.context_tokens,
        weights_bytes=facts.weights_bytes,
        context_bytes=sum(parts.contexts),
        working_bytes=sum(share.working_bytes for share in shares),
        free_memory_bytes=machine.free_memory_bytes,
        device=" + ".join(share.title or share.name for share in used) or "CPU",
        threads=asked.settings.local_threads or machine.threads,
        fits=not reason,
        reason=reason,
        policy=asked.policy,
        gpu_layers=wanted + 1 if wanted else 0,
        tensor_split=tensor_split(counts) if wanted else (),
        kv_type=asked.loading.kv_type,
        flash_attention=asked.loading.flash_attention,
        sequences=asked.loading.sequences,
        batch_tokens=asked.loading.batch_tokens,
        main_memory_bytes=main,
        total_bytes=total,
        devices=tuple(shares),
        notes=asked.notes,
    )


def _room(asked: _Asked, gpu: Device, gpus: int) -> int:
    """Bytes for weights and context on a GPU, when its working buffers are counted."""
    return max(gpu.free_bytes - GPU_RESERVE_BYTES - _gpu_working(asked, gpus), 0)


def _gpu_working(asked: _Asked, gpus: int) -> int:
    facts, loading = asked.facts, asked.loading
    working = layer_working_bytes(facts, loading) + output_working_bytes(facts, loading) + facts.largest_tensor_bytes
    if gpus > 1:
        working += (_PIPELINE_COPIES - 1) * mask_bytes(facts, loading)
    return working


def _shares(asked: _Asked, parts: Parts, gpus: Sequence[Device], counts: Sequence[int]) -> list[DeviceShare]:
    facts, loading = asked.facts, asked.loading
    layers = len(parts.weights)
    on_gpu = sum(counts)
    at = layers - on_gpu
    last = max((place for place, count in enumerate(counts) if count), default=-1)
    used = sum(1 for count in counts if count)
    shares = []
    for place, (gpu, count) in enumerate(zip(gpus, counts, strict=True)):
        if not count:
            continue
        shares.append(
            DeviceShare(
                name=gpu.name,
                title=gpu.title,
                kind="gpu",
                layers=count,
                weights_bytes=sum(parts.weights[at : at + count]) + (parts.output if place == last else 0),
                context_bytes=sum(parts.contexts[at : at + count]),
                working_bytes=_gpu_working(asked, used),
                free_bytes=gpu.free_bytes,
            )
        )
        at += count
    rest = layers - on_gpu
    if on_gpu == 0:
        working = layer_working_bytes(facts, loading) + output_working_bytes(facts, loading)
    elif rest:
        working = layer_working_bytes(facts, loading)
    else:
        working = input_working_bytes(facts, loading)
    cpu = next((device for device in asked.machine.devices if device.kind == "cpu"), None)
    shares.append(
        DeviceShare(
            name="CPU",
            title=cpu.title if cpu is not None else "",
            kind="cpu",
            layers=rest,
            weights_bytes=sum(parts.weights[:rest]) + parts.input + (0 if on_gpu else parts.output_alone),
            context_bytes=sum(parts.contexts[:rest]),
            working_bytes=working + _PROCESS_BYTES,
            free_bytes=asked.machine.free_memory_bytes,
        )
    )
    return shares


def _gpu_reason(asked: _Asked, shares: Sequence[DeviceShare], wanted: int, most: int) -> str:
    """Why the GPUs cannot take what the policy puts there; empty where they can."""
    layers = asked.facts.layers
    if asked.policy == "gpu" and layers and not asked.machine.gpus:
        return tr(
            "There is no GPU that llama.cpp can use here, and models are to lie on the GPU or not at all. Choose "
            "another policy in Settings > Local models; baton doctor says why there is none."
        )
    over = [
        share for share in shares if share.kind == "gpu" and share.total_bytes + GPU_RESERVE_BYTES > share.free_bytes
    ]
    if not over:
        return ""
    needed = sum(share.total_bytes for share in shares if share.kind == "gpu")
    free = sum(max(gpu.free_bytes - GPU_RESERVE_BYTES, 0) for gpu in asked.machine.gpus)
    first = tr(
        "{wanted} of {layers} layers take {needed} of GPU memory, and {free} can be used.",
        wanted=wanted,
        layers=layers,
        needed=memory_words(needed),
        free=memory_words(free),
    )
    if asked.policy == "gpu":
        smaller = _context_for_gpu(asked)
        if smaller:
            then = tr("A context of {count} tokens would fit.", count=number(smaller))
        else:
            then = tr("{count} layers would fit: choose another policy, or a smaller quantisation.", count=most)
    else:
        then = tr("{count} would fit; set the layers on the GPU to -1 to have as many as fit.", count=most)
    return f"{first} {then}"


def _context_for_gpu(asked: _Asked) -> int:
    """The largest context with which the whole model lies on the GPUs, or 0."""
    steps = asked.loading.context_tokens // CONTEXT_STEP_TOKENS
    low, high, best = 1, steps - 1, 0
    while low <= high:
        middle = (low + high) // 2
        smaller = dataclasses.replace(
            asked, loading=dataclasses.replace(asked.loading, context_tokens=middle * CONTEXT_STEP_TOKENS)
        )
        parts = model_parts(smaller.facts, smaller.loading)
        rooms = [_room(smaller, gpu, len(asked.machine.gpus)) for gpu in asked.machine.gpus]
        if most_layers(parts, rooms) == asked.facts.layers:
            best, low = middle * CONTEXT_STEP_TOKENS, middle + 1
        else:
            high = middle - 1
    return best


def _memory_reason(asked: _Asked, parts: Parts, shares: Sequence[DeviceShare], main: int, total: int) -> str:
    """Why main memory, or the person's own limit, does not take it; empty where they do."""
    free = asked.machine.free_memory_bytes
    limit = asked.settings.local_memory_limit_mib * 1024**2
    if limit and total > limit:
        return _too_big(asked, parts, total, limit, is_limit=True)
    # An integrated GPU and Apple's use main memory.
    unified = [share for share in shares if share.kind == "gpu" and _is_unified(asked.machine, share.name)]
    needed = main + sum(share.total_bytes for share in unified)
    if needed > free:
        return _too_big(asked, parts, needed, free, is_limit=False)
    return ""


def _is_unified(machine: Machine, name: str) -> bool:
    return any(device.name == name and (device.kind == "igpu" or name.startswith("MTL")) for device in machine.devices)


def _too_big(asked: _Asked, parts: Parts, needed: int, free: int, *, is_limit: bool) -> str:
    context = asked.loading.context_tokens
    context_size = sum(parts.contexts)
    taken, part, left = memory_words(needed), memory_words(context_size), memory_words(free)
    if is_limit:
        first = tr(
            "It takes {needed} of memory ({part} of it for {count} tokens of context), and Settings > Local models "
            "lets models take {free}.",
            needed=taken,
            part=part,
            count=number(context),
            free=left,
        )
    else:
        first = tr(
            "It takes {needed} of memory ({part} of it for {count} tokens of context), and {free} are free.",
            needed=taken,
            part=part,
            count=number(context),
            free=left,
        )
    low, high, best = 1, context // CONTEXT_STEP_TOKENS - 1, 0
    while low <= high:
        middle = (low + high) // 2
        loading = dataclasses.replace(asked.loading, context_tokens=middle * CONTEXT_STEP_TOKENS)
        saved = context_size - context_bytes(asked.facts, loading)
        if needed - saved <= free:
            best, low = middle * CONTEXT_STEP_TOKENS, middle + 1
        else:
            high = middle - 1
    if best:
        then = tr("A context of {count} tokens would fit.", count=number(best))
    else:
        then = tr("A smaller quantisation or a smaller model may fit.")
    return f"{first} {then}"
