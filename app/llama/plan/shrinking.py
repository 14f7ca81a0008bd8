"""The next smaller try after a load that did not fit as planned. Works nothing out anew: shares are scaled."""

from __future__ import annotations

import dataclasses

from app.domain.language import tr
from app.domain.models import DeviceShare, LoadPlan
from app.llama.plan.split import scaled_counts, tensor_split


def shrunk(plan: LoadPlan) -> LoadPlan | None:
    """The next smaller try after a load failed for lack of GPU memory: fewer layers there, at last none.

    ``None`` where nothing is on the GPU, or where the policy is all on the GPU or not at all. Shares are scaled, not
    worked out anew.
    """
    if plan.layers_on_gpu == 0 or plan.policy == "gpu":
        return None
    left = plan.layers_on_gpu * 3 // 4 if plan.layers_on_gpu > 2 else 0
    if left:
        note = tr("{count} layers did not load on the GPU; {left} are tried.", count=plan.layers_on_gpu, left=left)
    else:
        note = tr(
            "{count} layers did not load on the GPU; the model is loaded on the processor only.",
            count=plan.layers_on_gpu,
        )
    counts = scaled_counts([share.layers for share in plan.devices if share.kind == "gpu"], left)
    shares: list[DeviceShare] = []
    weights = context = 0
    at = iter(counts)
    for share in plan.devices:
        if share.kind != "gpu":
            continue
        keep = next(at)
        part = keep / share.layers if share.layers else 0.0
        kept = dataclasses.replace(
            share,
            layers=keep,
            weights_bytes=int(share.weights_bytes * part),
            context_bytes=int(share.context_bytes * part),
            working_bytes=share.working_bytes if keep else 0,
        )
        weights += share.weights_bytes - kept.weights_bytes
        context += share.context_bytes - kept.context_bytes
        shares.append(kept)
    working = max((share.working_bytes for share in plan.devices), default=0)
    for share in plan.devices:
        if share.kind == "gpu":
            continue
        shares.append(
            dataclasses.replace(
                share,
                layers=plan.layers_total - left,
                weights_bytes=share.weights_bytes + weights,
                context_bytes=share.context_bytes + context,
                working_bytes=max(share.working_bytes, working),
            )
        )
    main = sum(share.total_bytes for share in shares if share.kind == "cpu")
    used = [share for share in shares if share.kind == "gpu" and share.layers]
    return dataclasses.replace(
        plan,
        layers_on_gpu=left,
        gpu_layers=left + 1 if left else 0,
        tensor_split=tensor_split(counts) if left else (),
        device=" + ".join(share.title or share.name for share in used) or "CPU",
        devices=tuple(share for share in shares if share.kind == "cpu" or share.layers),
        working_bytes=sum(share.working_bytes for share in shares),
        main_memory_bytes=main,
        total_bytes=sum(share.total_bytes for share in shares),
        notes=(*plan.notes, note),
    )
