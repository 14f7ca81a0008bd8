"""Whether a hub's models would run on this machine as it is: worked out from one model's metadata, or estimated.

Reads of a file on the hub no more than its beginning.
"""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Sequence
from io import BytesIO

from app.domain.errors import BatonError
from app.domain.hub import Fit, HubRepository, HubVariant
from app.domain.language import tr
from app.domain.settings import Settings
from app.llama.gguf.header import GgufFacts, read_beginning
from app.llama.hub.catalogue import HubSession, malformed
from app.llama.hub.contents import Contents, HubFile, is_adapter, quantisation_of, without_quantisation
from app.llama.plan.plan import GPU_RESERVE_BYTES, Machine, plan_load

_PREFERRED = (
    *("Q4_K_M", "Q4_K_XL", "Q4_K_S", "IQ4_XS", "Q5_K_M", "MXFP4", "MXFP4_MOE", "Q4_0", "Q5_K_S", "Q6_K", "Q8_0"),
    *("Q3_K_M", "F16", "BF16"),
)
_MOST_HEADER_BYTES = 64 * 1024**2
_FIRST_HEADER_BYTES = 1 << 21
_HEADER_PATIENCE_S = 20.0

# Where a model's own metadata is not known, a context of so many bytes a token is assumed, by the size of its files:
# a model of 8 billion weights (4.9 GB at four bits) with grouped queries takes 128 KiB.
_FILE_BYTES_PER_CONTEXT_BYTE = 37_000
_LEAST_TOKEN_BYTES = 16 * 1024
_ASSUMED_WORKING_BYTES = 400 * 1024**2


def judged(contents: Contents, settings: Settings, machine: Machine, facts: GgufFacts | None) -> HubRepository:
    """A repository's variants, the smallest first, each with its fit; from ``facts`` of one of them where known."""
    variants = []
    for name, parts in contents.models.items():
        size = sum(part.size_bytes for part in parts)
        variant = HubVariant(
            file_name=name,
            size_bytes=size,
            parts=len(parts),
            quantisation=quantisation_of(name),
            kind="adapter" if is_adapter(name) else "model",
        )
        variants.append(
            _estimated(variant, settings, machine) if facts is None else _planned(variant, facts, settings, machine)
        )
    variants.sort(key=lambda variant: (variant.kind != "model", variant.size_bytes, variant.file_name))
    best = _best(variants)
    return HubRepository(
        name=contents.repository,
        variants=tuple(dataclasses.replace(variant, is_best=variant.file_name == best) for variant in variants),
        is_gated=contents.is_gated,
        licence=contents.licence,
        is_measured=facts is not None,
        context_tokens=settings.context_for(facts.context_tokens or None if facts is not None else None),
    )


def _best(variants: Sequence[HubVariant]) -> str | None:
    """The variant of the quantisation liked most among those that fit, or fit partly; none where that is not one."""
    models = [variant for variant in variants if variant.kind == "model"]
    for fit in (Fit.FITS, Fit.PARTLY):
        for quantisation in _PREFERRED:
            fitting = [v.file_name for v in models if v.fit is fit and v.quantisation == quantisation]
            if len(fitting) > 1:
                return None  # several models in one repository: nobody can tell which is meant
            if fitting:
                return fitting[0]
    return models[0].file_name if len(models) == 1 else None


def _estimated(variant: HubVariant, settings: Settings, machine: Machine) -> HubVariant:
    """By the size of the files alone."""
    per_token = max(_LEAST_TOKEN_BYTES, variant.size_bytes // _FILE_BYTES_PER_CONTEXT_BYTE)
    needed = variant.size_bytes + settings.context_for(None) * per_token + _ASSUMED_WORKING_BYTES
    gpus = [device for device in machine.devices if device.kind == "gpu"]
    on_gpus = sum(max(device.free_bytes - GPU_RESERVE_BYTES, 0) for device in gpus)
    free = machine.free_memory_bytes
    if needed <= (on_gpus if gpus else free):
        fit = Fit.FITS
    elif gpus and needed <= on_gpus + free:
        fit = Fit.PARTLY
    else:
        fit = Fit.TOO_BIG
    return dataclasses.replace(variant, fit=fit, needed_bytes=needed, free_bytes=on_gpus + free)


def _planned(variant: HubVariant, facts: GgufFacts, settings: Settings, machine: Machine) -> HubVariant:
    """By the load plan of a model with these facts and this variant's size."""
    plan = plan_load(variant.file_name, _resized(facts, variant.size_bytes), settings, machine)
    has_gpu = any(device.kind == "gpu" for device in machine.devices)
    if not plan.fits:
        fit = Fit.TOO_BIG
    elif has_gpu and settings.local_policy != "cpu" and plan.layers_on_gpu < plan.layers_total:
        fit = Fit.PARTLY
    else:
        fit = Fit.FITS
    return dataclasses.replace(
        variant,
        fit=fit,
        needed_bytes=plan.weights_bytes + plan.context_bytes + plan.working_bytes,
        free_bytes=plan.free_memory_bytes + sum(d.free_bytes for d in machine.devices if d.kind == "gpu"),
        layers_on_gpu=plan.layers_on_gpu,
        layers_total=plan.layers_total,
    )


def _resized(facts: GgufFacts, size: int) -> GgufFacts:
    """The same model in another quantisation: all its weights larger or smaller by one factor."""
    part = size / max(1, facts.size_bytes)
    return dataclasses.replace(
        facts,
        size_bytes=size,
        weights_bytes=size,
        input_weights_bytes=round(facts.input_weights_bytes * part),
        output_weights_bytes=round(facts.output_weights_bytes * part),
        layer_weights_bytes=tuple(round(weights * part) for weights in facts.layer_weights_bytes),
    )


async def facts_of_one(session: HubSession, contents: Contents) -> GgufFacts | None:
    """What the smallest model of a repository says about itself; ``None`` where that is of no use for the others."""
    models = [parts for name, parts in contents.models.items() if not is_adapter(name)]
    if not models or len({without_quantisation(parts[0].name) for parts in models}) > 1:
        return None  # different models in one repository
    smallest = min(models, key=lambda parts: (len(parts), sum(part.size_bytes for part in parts)))
    if len(smallest) > 1:
        return None  # the first part does not tell the weights of the others
    try:
        async with asyncio.timeout(_HEADER_PATIENCE_S):
            return await read_facts_of(session, contents, smallest[0])
    except (BatonError, TimeoutError):
        return None


async def read_facts_of(session: HubSession, contents: Contents, file: HubFile) -> GgufFacts:
    """Read a file's metadata from the hub: as much of its beginning as that takes, in one request.

    Raises :class:`ModelFileError`, and what the connection raises.
    """
    data = bytearray()
    enough = _FIRST_HEADER_BYTES
    async with session.file(contents.repository, file.name, contents.revision, 0) as response:
        async for block in response.aiter_raw():
            data += block
            if len(data) < min(enough, file.size_bytes):
                continue
            try:
                return read_beginning(_Beginning(bytes(data), file.size_bytes), file.size_bytes, file.name)
            except _MoreNeeded:
                enough *= 2
                if enough > _MOST_HEADER_BYTES:
                    break
    raise malformed(tr("a file that is no model"))


class _MoreNeeded(Exception):  # noqa: N818  # no error: a question for more
    """The beginning that is there does not reach far enough."""


class _Beginning(BytesIO):
    """The first bytes of a file of ``whole`` bytes."""

    def __init__(self, data: bytes, whole: int) -> None:
        super().__init__(data)
        self._have = len(data)
        self._whole = whole

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = self._whole if size is None or size < 0 else self.tell() + size
        if min(wanted, self._whole) > self._have:
            raise _MoreNeeded
        return super().read(size)
