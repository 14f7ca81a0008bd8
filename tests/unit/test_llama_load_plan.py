"""The load plan: what goes where, what is refused, and what is said about it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.models import LoadPlan
from app.domain.settings import Settings
from app.llama.gguf.header import GgufFacts, read_facts
from app.llama.plan.memory import Loading, context_bytes, model_parts
from app.llama.plan.plan import Machine, fits_beside, plan_load
from app.llama.plan.shrinking import shrunk
from app.llama.plan.split import tensor_split
from app.llama.protocol import Device
from tests.gguf_skeletons import SKELETONS, write_skeleton

GIB = 1024**3


def facts(*, weights: int = 4 * GIB, layers: int = 32, context: int = 32768) -> GgufFacts:
    each = weights // (layers + 2)
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
        head_length=128,
        largest_tensor_bytes=each // 4,
        input_weights_bytes=each,
        output_weights_bytes=weights - each * (layers + 1),
        layer_weights_bytes=(each,) * layers,
        layer_keys=(8 * 128,) * layers,
        layer_values=(8 * 128,) * layers,
        layer_state_bytes=(0,) * layers,
    )


def gpu(free: int, name: str = "GPU0", kind: str = "gpu") -> Device:
    return Device(name=name, title="A graphics card", kind=kind, free_bytes=free, total_bytes=free)


def machine(free: int = 64 * GIB, *devices: Device) -> Machine:
    return Machine(free_memory_bytes=free, threads=8, devices=devices)


def on_gpus(plan: LoadPlan) -> list[int]:
    return [share.layers for share in plan.devices if share.kind == "gpu"]


def test_context_of_llama_3_8b_takes_one_gib_for_8192_tokens() -> None:
    # 2 x 32 layers x 8192 tokens x 8 KV heads x 128 x 2 bytes, as llama.cpp itself reports for this model
    assert context_bytes(facts(), Loading(context_tokens=8192)) == GIB


def test_without_a_gpu_everything_lies_in_main_memory() -> None:
    plan = plan_load("m", facts(), Settings(), machine())
    assert (plan.layers_on_gpu, plan.gpu_layers, plan.device, plan.fits, plan.threads) == (0, 0, "CPU", True, 8)
    (share,) = plan.devices
    assert (share.kind, share.layers) == ("cpu", 32)
    assert plan.main_memory_bytes == plan.total_bytes == share.total_bytes


def test_model_too_big_says_how_much_it_takes_and_what_would_fit() -> None:
    plan = plan_load("m", facts(), Settings(), machine(5 * GIB))
    assert not plan.fits
    assert "5.0 GiB are free" in plan.reason
    assert "A context of" in plan.reason
    assert not plan_load("m", facts(weights=40 * GIB), Settings(), machine(5 * GIB)).fits


def test_the_context_it_says_would_fit_does() -> None:
    plan = plan_load("m", facts(), Settings(), machine(5 * GIB))
    tokens = int(plan.reason.rpartition("A context of ")[2].split()[0].replace(",", ""))
    assert plan_load("m", facts(), Settings(local_context_tokens=tokens), machine(5 * GIB)).fits
    assert not plan_load("m", facts(), Settings(local_context_tokens=tokens + 256), machine(5 * GIB)).fits


def test_large_gpu_takes_every_layer_and_the_output_and_a_small_one_some() -> None:
    whole = plan_load("m", facts(), Settings(), machine(64 * GIB, gpu(24 * GIB)))
    assert (whole.layers_on_gpu, whole.gpu_layers, whole.device) == (32, 33, "A graphics card")
    assert whole.tensor_split == (33.0,)
    part = plan_load("m", facts(), Settings(), machine(64 * GIB, gpu(4 * GIB)))
    assert 0 < part.layers_on_gpu < 32
    assert part.gpu_layers == part.layers_on_gpu + 1
    assert part.fits


def test_one_layer_more_than_planned_would_not_fit() -> None:
    machine_ = machine(64 * GIB, gpu(4 * GIB))
    most = plan_load("m", facts(), Settings(), machine_).layers_on_gpu
    assert plan_load("m", facts(), Settings(local_gpu_layers=most), machine_).fits
    assert not plan_load("m", facts(), Settings(local_gpu_layers=most + 1), machine_).fits


def test_layers_wanted_beyond_the_gpu_never_spill_silently() -> None:
    plan = plan_load("m", facts(), Settings(local_gpu_layers=32), machine(64 * GIB, gpu(2 * GIB)))
    assert not plan.fits
    assert plan.policy == "manual"
    assert "GPU memory" in plan.reason


def test_zero_layers_wanted_leaves_the_gpu_alone() -> None:
    for settings in (Settings(local_gpu_layers=0), Settings(local_policy="cpu")):
        plan = plan_load("m", facts(), settings, machine(64 * GIB, gpu(24 * GIB)))
        assert (plan.layers_on_gpu, plan.device) == (0, "CPU")


def test_all_on_the_gpu_or_nothing_is_refused_with_what_would_fit() -> None:
    settings = Settings(local_policy="gpu", local_context_tokens=32768)
    assert plan_load("m", facts(), settings, machine(64 * GIB, gpu(24 * GIB))).fits
    close = plan_load("m", facts(), settings, machine(64 * GIB, gpu(8 * GIB)))
    assert not close.fits
    assert "A context of" in close.reason
    tokens = int(close.reason.rpartition("A context of ")[2].split()[0].replace(",", ""))
    smaller = dataclasses.replace(settings, local_context_tokens=tokens)
    assert plan_load("m", facts(), smaller, machine(64 * GIB, gpu(8 * GIB))).fits
    far = plan_load("m", facts(), settings, machine(64 * GIB, gpu(3 * GIB)))
    assert not far.fits
    assert "layers would fit" in far.reason
    none = plan_load("m", facts(), settings, machine())
    assert not none.fits
    assert "no GPU" in none.reason


def test_one_gpu_that_takes_all_is_not_helped_by_another() -> None:
    plan = plan_load("m", facts(), Settings(), machine(64 * GIB, gpu(4 * GIB, "A"), gpu(24 * GIB, "B")))
    assert [share.name for share in plan.devices] == ["B", "CPU"]
    assert plan.tensor_split == (0.0, 33.0)


def test_unequal_gpus_each_get_what_fits_and_the_last_the_output() -> None:
    big = facts(weights=30 * GIB)
    plan = plan_load("m", big, Settings(), machine(64 * GIB, gpu(24 * GIB, "A"), gpu(12 * GIB, "B")))
    first, second, rest = plan.devices
    assert first.layers > second.layers > 0
    assert first.layers + second.layers == plan.layers_on_gpu
    assert rest.layers == 32 - plan.layers_on_gpu
    assert plan.tensor_split == (first.layers, second.layers + 1)
    assert plan.fits
    for share in (first, second):
        assert share.total_bytes < share.free_bytes
    output = model_parts(big, Loading(context_tokens=8192)).output
    assert second.weights_bytes > second.layers * big.layer_weights_bytes[0] + output - 1


def place_of_layer(layer: int, layers: int, gpu_layers: int, split: tuple[float, ...]) -> int:
    """The GPU llama.cpp puts a layer on, or -1 (``llama_model_base::load_tensors``, with its 32-bit floats)."""
    import numpy as np

    first = max(layers + 1 - gpu_layers, 0)
    active = min(gpu_layers, layers + 1)
    if layer < first or layer - first >= active:
        return -1
    bounds = np.cumsum(np.array(split, dtype=np.float32), dtype=np.float32)
    bounds = bounds / bounds[-1]
    return int(np.searchsorted(bounds, np.float32(layer - first) / np.float32(active), side="right"))


@given(counts=st.lists(st.integers(0, 90), min_size=1, max_size=5).filter(any), below=st.integers(0, 90))
def test_split_puts_every_layer_where_the_plan_says(counts: list[int], below: int) -> None:
    layers, on_gpu = sum(counts) + below, sum(counts)
    split = tensor_split(counts)
    places = [place_of_layer(layer, layers, on_gpu + 1, split) for layer in range(layers + 1)]
    last = max(number for number, count in enumerate(counts) if count)
    assert [places[:layers].count(number) for number in range(len(counts))] == counts
    assert places[:below] == [-1] * below
    assert places[layers] == last, "the output layer"


def test_integrated_gpu_counts_only_without_another_and_shares_main_memory() -> None:
    both = plan_load("m", facts(), Settings(), machine(64 * GIB, gpu(24 * GIB, "I", "igpu"), gpu(24 * GIB, "D")))
    assert [share.name for share in both.devices] == ["D", "CPU"]
    alone = plan_load("m", facts(), Settings(), machine(5 * GIB, gpu(24 * GIB, "I", "igpu")))
    assert on_gpus(alone) == [32]
    assert not alone.fits


def test_context_beyond_the_models_is_lowered_and_said() -> None:
    plan = plan_load("m", facts(context=2048), Settings(), machine())
    assert plan.context_tokens == 2048
    assert any("2,048" in note and "8,192" in note for note in plan.notes)
    assert plan_load("m", facts(context=8192), Settings(), machine()).notes == ()


def test_context_zero_takes_the_models_own_or_what_fits_and_says_so() -> None:
    settings = Settings(local_context_tokens=0)
    own = plan_load("m", facts(), settings, machine())
    assert (own.context_tokens, own.notes) == (32768, ())
    less = plan_load("m", facts(), settings, machine(6 * GIB))
    assert less.fits
    assert 4096 <= less.context_tokens < 32768
    assert any("no more fits" in note for note in less.notes)
    one_more = Settings(local_context_tokens=less.context_tokens + 256)
    assert not plan_load("m", facts(), one_more, machine(6 * GIB)).fits
    none = plan_load("m", facts(weights=40 * GIB), settings, machine(6 * GIB))
    assert not none.fits
    assert none.context_tokens == 4096
    on_gpu = plan_load("m", facts(), settings, machine(64 * GIB, gpu(8 * GIB)))
    assert on_gpu.layers_on_gpu == 32, "a smaller context on the GPU rather than a larger one beside it"


@pytest.mark.parametrize(("kv_type", "part"), [("q8_0", 34 / 64), ("q4_0", 18 / 64)])
def test_smaller_keys_and_values_take_less_and_force_flash_attention(kv_type: str, part: float) -> None:
    plan = plan_load("m", facts(), Settings(local_kv_type=kv_type, local_flash_attention="off"), machine())
    assert plan.context_bytes == part * GIB
    assert plan.flash_attention
    assert any("Flash attention is on" in note for note in plan.notes)
    odd = dataclasses.replace(facts(), head_length=80)
    plan = plan_load("m", odd, Settings(local_kv_type=kv_type), machine())
    assert (plan.kv_type, plan.context_bytes) == ("f16", GIB)
    assert any("80" in note for note in plan.notes)


def test_a_kind_without_flash_attention_goes_without_and_keeps_16_bits() -> None:
    grok = dataclasses.replace(facts(), architecture="grok")
    assert not plan_load("m", grok, Settings(), machine()).flash_attention
    plan = plan_load("m", grok, Settings(local_kv_type="q8_0", local_flash_attention="on"), machine())
    assert (plan.kv_type, plan.flash_attention, len(plan.notes)) == ("f16", False, 2)


def test_without_flash_attention_long_contexts_take_much_more_to_work_on() -> None:
    settings = Settings(local_context_tokens=32768)
    off = plan_load("m", facts(), dataclasses.replace(settings, local_flash_attention="off"), machine())
    on = plan_load("m", facts(), settings, machine())
    assert off.working_bytes > on.working_bytes + 2 * GIB


def test_large_states_make_for_fewer_sequences_unless_asked_for(tmp_path: Path) -> None:
    read = read_facts(write_skeleton(tmp_path / "m.gguf", SKELETONS["mamba_2_codestral"]()))
    deep = dataclasses.replace(
        read,
        layers=64,
        layer_weights_bytes=read.layer_weights_bytes * 32,
        layer_keys=(0,) * 64,
        layer_values=(0,) * 64,
        layer_state_bytes=read.layer_state_bytes * 32,
    )
    assert plan_load("m", read, Settings(), machine()).sequences == 8
    assert plan_load("m", deep, Settings(), machine()).sequences == 2
    assert plan_load("m", deep, Settings(local_sequences=5), machine()).sequences == 5


def test_embedding_models_count_the_whole_text_at_once_unless_the_last_token_says_it_all(tmp_path: Path) -> None:
    encoder = read_facts(write_skeleton(tmp_path / "b.gguf", SKELETONS["bge_small"]()))
    plan = plan_load("b", encoder, Settings(local_kv_type="q8_0"), machine())
    assert (plan.context_tokens, plan.batch_tokens, plan.context_bytes, plan.kv_type) == (512, 512, 0, "f16")
    reader = dataclasses.replace(facts(), kind="embedding", pooling="mean")
    whole = plan_load("q", reader, Settings(), machine())
    parts = plan_load("q", dataclasses.replace(reader, pooling="last"), Settings(), machine())
    assert (whole.batch_tokens, parts.batch_tokens) == (8192, 512)
    assert whole.working_bytes > 8192 * 128_256 * 4 > 5 * parts.working_bytes


def test_limit_of_all_models_is_kept_by_each() -> None:
    plan = plan_load("m", facts(), Settings(local_memory_limit_mib=4096), machine())
    assert not plan.fits
    assert "lets models take 4.0 GiB" in plan.reason
    assert plan_load("m", facts(), Settings(local_memory_limit_mib=8192), machine()).fits


def test_a_load_that_failed_is_tried_smaller_until_nothing_is_on_the_gpu() -> None:
    plan = plan_load("m", facts(weights=30 * GIB), Settings(), machine(64 * GIB, gpu(24 * GIB), gpu(12 * GIB, "B")))
    seen = [plan]
    while (smaller := shrunk(seen[-1])) is not None:
        seen.append(smaller)
        assert len(smaller.notes) == len(seen) - 1
        assert str(seen[-2].layers_on_gpu) in smaller.notes[-1]
        gpus = [share for share in smaller.devices if share.kind == "gpu"]
        assert sum(share.layers for share in gpus) == smaller.layers_on_gpu < seen[-2].layers_on_gpu
        assert smaller.gpu_layers == (smaller.layers_on_gpu + 1 if smaller.layers_on_gpu else 0)
        assert sum(share.layers for share in smaller.devices) == 32
        held = sum(share.weights_bytes + share.context_bytes for share in smaller.devices)
        assert held == pytest.approx(sum(share.weights_bytes + share.context_bytes for share in plan.devices))
    last = seen[-1]
    assert 3 < len(seen) < 20
    assert (last.layers_on_gpu, last.tensor_split, last.device) == (0, (), "CPU")
    assert "processor only" in last.notes[-1]
    assert shrunk(plan_load("m", facts(), Settings(), machine())) is None
    whole = plan_load("m", facts(), Settings(local_policy="gpu"), machine(64 * GIB, gpu(24 * GIB)))
    assert shrunk(whole) is None, "all on the GPU or not at all"


def test_two_models_share_a_gpu_where_both_fit_on_it() -> None:
    roomy = machine(64 * GIB, gpu(24 * GIB))
    small = plan_load("small", facts(), Settings(), roomy)
    large = plan_load("large", facts(weights=18 * GIB), Settings(), roomy)
    on_processor = plan_load("cpu", facts(weights=18 * GIB), Settings(local_policy="cpu"), roomy)
    assert small.layers_on_gpu == large.layers_on_gpu == 32, "each is planned as if the others made room"
    assert fits_beside(small, [small])
    assert not fits_beside(large, [small])
    assert fits_beside(large, [])
    assert fits_beside(large, [on_processor])
    assert fits_beside(on_processor, [large])


@pytest.mark.parametrize("name", SKELETONS)
def test_every_kind_of_model_can_be_planned_for_every_machine(name: str, tmp_path: Path) -> None:
    read = read_facts(write_skeleton(tmp_path / "m.gguf", SKELETONS[name]()))
    for devices in ((), (gpu(24 * GIB),), (gpu(GIB),), (gpu(2 * GIB), gpu(3 * GIB, "B"))):
        plan = plan_load("m", read, Settings(), machine(64 * GIB, *devices))
        assert plan.fits, plan.reason
        assert sum(share.layers for share in plan.devices) == read.layers


sizes = st.integers(0, 400 * GIB)


@given(
    weights=st.integers(1, 200 * GIB),
    layers=st.integers(0, 200),
    trained=st.integers(0, 2_000_000),
    wanted=st.integers(256, 1_048_576),
    free=sizes,
    gpus=st.lists(sizes, max_size=3),
    gpu_layers=st.integers(-1, 300),
    policy=st.sampled_from(["fit", "gpu", "cpu", "manual"]),
    kv_type=st.sampled_from(["f16", "q8_0", "q4_0"]),
    flash=st.sampled_from(["auto", "on", "off"]),
)
def test_plan_keeps_its_promises(
    weights: int,
    layers: int,
    trained: int,
    wanted: int,
    free: int,
    gpus: list[int],
    gpu_layers: int,
    policy: str,
    kv_type: str,
    flash: str,
) -> None:
    model = facts(weights=weights, layers=layers, context=trained)
    settings = Settings(
        local_context_tokens=wanted,
        local_gpu_layers=gpu_layers,
        local_policy=policy,
        local_kv_type=kv_type,
        local_flash_attention=flash,
    )
    plan = plan_load("m", model, settings, machine(free, *(gpu(size) for size in gpus)))
    assert plan.fits == (plan.reason == "")
    assert 0 <= plan.layers_on_gpu <= plan.layers_total == layers
    assert plan.context_tokens <= wanted
    assert trained == 0 or plan.context_tokens <= trained
    assert min(plan.weights_bytes, plan.working_bytes) > 0
    assert sum(share.layers for share in plan.devices) == layers
    assert sum(share.total_bytes for share in plan.devices) == plan.total_bytes
    if not gpus or policy == "cpu":
        assert plan.layers_on_gpu == 0
    if plan.fits:
        assert all(share.total_bytes <= share.free_bytes for share in plan.devices)
        everything = plan.weights_bytes + plan.context_bytes + plan.working_bytes
        assert everything <= free + sum(gpus)
        more = plan_load("m", model, settings, machine(free + GIB, *(gpu(size) for size in gpus)))
        assert more.fits
