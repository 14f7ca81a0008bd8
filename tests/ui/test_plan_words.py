"""What the window says of a load plan, in the dock and on the page of model files."""

from __future__ import annotations

from app.domain.models import DeviceShare, LoadPlan
from app.ui.dock.dock import plan_words

GIB = 1024**3


def plan(*, fits: bool = True) -> LoadPlan:
    card = DeviceShare(
        name="CUDA0",
        title="A card",
        kind="gpu",
        layers=20,
        weights_bytes=4 * GIB,
        context_bytes=GIB,
        working_bytes=GIB,
        free_bytes=8 * GIB,
    )
    main = DeviceShare(
        name="CPU",
        title="A processor",
        kind="cpu",
        layers=12,
        weights_bytes=2 * GIB,
        context_bytes=0,
        working_bytes=0,
        free_bytes=16 * GIB,
    )
    return LoadPlan(
        model="m",
        layers_total=32,
        layers_on_gpu=20,
        context_tokens=8192,
        weights_bytes=6 * GIB,
        context_bytes=GIB,
        working_bytes=GIB,
        free_memory_bytes=16 * GIB,
        device="A card",
        threads=8,
        fits=fits,
        reason="" if fits else "It takes more than there is.",
        kv_type="q8_0",
        sequences=4,
        main_memory_bytes=2 * GIB,
        total_bytes=8 * GIB,
        devices=(card, main),
        notes=("The context is lower than set.",),
    )


def test_every_device_every_note_and_the_reason_are_said() -> None:
    lines = plan_words(plan(fits=False)).splitlines()
    assert lines == [
        "Runs on A card, 8 threads, 20 of 32 layers on the GPU",
        "8.2k tokens of context, 4 answers at once, keys and values in q8_0",
        "Needs 8.0 GiB: weights 6.0 GiB, context 1.0 GiB, work 1.0 GiB",
        "A card: 6.0 GiB of 8.0 GiB free",
        "Main memory: 2.0 GiB of 16.0 GiB free",
        "The context is lower than set.",
        "It takes more than there is.",
    ]
    assert plan_words(plan()).splitlines() == lines[:-1]
