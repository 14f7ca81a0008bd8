"""The load plan's arithmetic, and what is free to load into."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.domain.settings import Settings
from app.llama.gguf_header import GgufFacts
from app.llama.load_plan import Machine, context_bytes, plan_load
from app.llama.memory import free_memory_bytes, kills_for_memory
from app.llama.protocol import Device

GIB = 1024**3


def facts(*, weights: int = 4 * GIB, layers: int = 32, context: int = 32768) -> GgufFacts:
    return GgufFacts(
        architecture="llama",
        size_bytes=weights,
        weights_bytes=weights,
        parameters=8_000_000_000,
        parameters_label="8B",
        quantisation="Q4_K_M",
        context_tokens=context,
        layers=layers,
        embedding=4096,
        feed_forward=14336,
        heads=32,
        vocabulary=128_256,
        kv_elements_per_token=layers * 8 * 256,
        has_chat_template=True,
    )


def gpu(free: int) -> Device:
    return Device(name="GPU0", title="A graphics card", kind="gpu", free_bytes=free, total_bytes=free)


def machine(free: int = 64 * GIB, *devices: Device) -> Machine:
    return Machine(free_memory_bytes=free, threads=8, devices=devices)


def test_context_of_llama_3_8b_takes_one_gib_for_8192_tokens() -> None:
    # 2 x 32 layers x 8192 tokens x 8 KV heads x 128 x 2 bytes, as llama.cpp itself reports for this model
    assert context_bytes(facts(), 8192) == GIB


def test_without_a_gpu_everything_lies_in_main_memory() -> None:
    plan = plan_load("m", facts(), Settings(), machine())
    assert (plan.layers_on_gpu, plan.device, plan.fits, plan.threads) == (0, "CPU", True, 8)


def test_model_too_big_says_how_much_it_takes_and_what_would_fit() -> None:
    plan = plan_load("m", facts(), Settings(), machine(5 * GIB))
    assert not plan.fits
    assert "5.0 GiB are free" in plan.reason
    assert "A context of" in plan.reason
    assert not plan_load("m", facts(weights=40 * GIB), Settings(), machine(5 * GIB)).fits


def test_large_gpu_takes_every_layer_and_a_small_one_some() -> None:
    whole = plan_load("m", facts(), Settings(), machine(64 * GIB, gpu(24 * GIB)))
    assert (whole.layers_on_gpu, whole.device) == (32, "A graphics card")
    part = plan_load("m", facts(), Settings(), machine(64 * GIB, gpu(4 * GIB)))
    assert 0 < part.layers_on_gpu < 32
    assert part.fits


def test_layers_wanted_beyond_the_gpu_never_spill_silently() -> None:
    plan = plan_load("m", facts(), Settings(local_gpu_layers=32), machine(64 * GIB, gpu(2 * GIB)))
    assert not plan.fits
    assert "GPU memory" in plan.reason


def test_zero_layers_wanted_leaves_the_gpu_alone() -> None:
    plan = plan_load("m", facts(), Settings(local_gpu_layers=0), machine(64 * GIB, gpu(24 * GIB)))
    assert (plan.layers_on_gpu, plan.device) == (0, "CPU")


sizes = st.integers(0, 400 * GIB)


@given(
    weights=st.integers(1, 200 * GIB),
    layers=st.integers(0, 200),
    trained=st.integers(0, 2_000_000),
    wanted=st.integers(256, 1_048_576),
    free=sizes,
    gpus=st.lists(sizes, max_size=3),
    gpu_layers=st.integers(-1, 300),
)
def test_plan_keeps_its_promises(
    weights: int, layers: int, trained: int, wanted: int, free: int, gpus: list[int], gpu_layers: int
) -> None:
    model = facts(weights=weights, layers=layers, context=trained)
    settings = Settings(local_context_tokens=wanted, local_gpu_layers=gpu_layers)
    plan = plan_load("m", model, settings, machine(free, *(gpu(size) for size in gpus)))
    assert plan.fits == (plan.reason == "")
    assert 0 <= plan.layers_on_gpu <= plan.layers_total == layers
    assert plan.context_tokens <= wanted
    assert trained == 0 or plan.context_tokens <= trained
    assert min(plan.weights_bytes, plan.working_bytes) > 0
    if not gpus:
        assert plan.layers_on_gpu == 0
    if plan.fits:
        everything = plan.weights_bytes + plan.context_bytes + plan.working_bytes
        assert everything <= free + sum(gpus)
        more = plan_load("m", model, settings, machine(free + GIB, *(gpu(size) for size in gpus)))
        assert more.fits


def test_control_group_limits_what_is_free(tmp_path: Path) -> None:
    inner = tmp_path / "service" / "inner"
    inner.mkdir(parents=True)
    own = tmp_path / "own"
    own.write_text("0::/service/inner\n")
    unlimited = free_memory_bytes(cgroup_root=tmp_path, own_cgroup=own)
    assert unlimited > 100 * 1024**2
    (inner / "memory.max").write_text("max\n")
    (inner / "memory.current").write_text("1\n")
    (inner.parent / "memory.max").write_text(f"{100 * 1024**2}\n")
    (inner.parent / "memory.current").write_text(f"{60 * 1024**2}\n")
    (inner.parent / "memory.stat").write_text(f"anon 1\ninactive_file {10 * 1024**2}\n")
    assert free_memory_bytes(cgroup_root=tmp_path, own_cgroup=own) == 50 * 1024**2


def test_kills_for_memory_are_counted_where_the_kernel_tells(tmp_path: Path) -> None:
    (tmp_path / "vmstat").write_text("pgfault 12\noom_kill 3\n")
    assert kills_for_memory(tmp_path / "vmstat") == 3
    assert kills_for_memory(tmp_path / "nothing") == 0
