"""The load plan's sizes against what llama.cpp itself would allocate, for the shapes of many kinds of model."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from app.llama.gguf.header import read_facts
from app.llama.plan.memory import (
    Loading,
    context_bytes,
    layer_working_bytes,
    model_parts,
    output_working_bytes,
)
from tests.gguf_files import write_tiny_gguf
from tests.gguf_skeletons import SKELETONS, write_skeleton
from tests.llama_measure import measured

MIB = 1024**2
WORKING_MARGIN = 2.5  # the bound may lie so far above what llama.cpp allocates, and never below
SLACK = 16 * MIB  # on top of the margin, for models so small that constants count

LOADINGS = (
    Loading(context_tokens=4096),
    Loading(context_tokens=32768),
    Loading(context_tokens=8192, kv_type="q8_0"),
    Loading(context_tokens=8192, kv_type="q4_0", sequences=2),
    Loading(context_tokens=1000, flash_attention=False),
    Loading(context_tokens=16384, flash_attention=False, sequences=3),
    Loading(context_tokens=2048, batch_tokens=2048, outputs=2048),
    Loading(context_tokens=4096, outputs=512),
)

ENCODERS = {"bge_small": 512}  # and how much they read at most


def within(name: str, loading: Loading) -> Loading:
    """The loading, within what the model can read."""
    most = ENCODERS.get(name, 2**31)
    return dataclasses.replace(
        loading, context_tokens=min(loading.context_tokens, most), batch_tokens=min(loading.batch_tokens, most)
    )


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, Loading], tuple[Path, dict[str, float]]]:
    """What llama.cpp says for every model and loading, asked for once."""
    folder = tmp_path_factory.mktemp("skeletons")
    keys, cases = [], []
    for name, make in SKELETONS.items():
        path = write_skeleton(folder / f"{name}.gguf", make())
        for loading in LOADINGS:
            keys.append((name, loading, path))
            cases.append(
                {"path": str(path), "embeddings": name in ENCODERS, **dataclasses.asdict(within(name, loading))}
            )
    found = measured(cases)
    return {(name, loading): (path, size) for (name, loading, path), size in zip(keys, found, strict=True)}


@pytest.mark.parametrize("loading", LOADINGS, ids=str)
@pytest.mark.parametrize("name", SKELETONS)
def test_context_takes_what_llama_cpp_says_to_the_byte_it_prints(
    name: str, loading: Loading, sizes: dict[tuple[str, Loading], tuple[Path, dict[str, float]]]
) -> None:
    path, actual = sizes[name, loading]
    assert context_bytes(read_facts(path), loading) / MIB == pytest.approx(actual.get("context", 0.0), abs=0.02)


@pytest.mark.parametrize("loading", LOADINGS, ids=str)
@pytest.mark.parametrize("name", SKELETONS)
def test_working_memory_is_bounded_from_above_and_not_by_much(
    name: str, loading: Loading, sizes: dict[tuple[str, Loading], tuple[Path, dict[str, float]]]
) -> None:
    path, actual = sizes[name, loading]
    facts = read_facts(path)
    loading = within(name, loading)
    bound = layer_working_bytes(facts, loading) + output_working_bytes(facts, loading)
    needed = actual["compute"] * MIB
    assert needed <= bound <= WORKING_MARGIN * needed + SLACK


@pytest.mark.parametrize("layers", [1, 5])
def test_weights_of_a_loaded_model_are_within_a_hundredth(tmp_path: Path, layers: int) -> None:
    path = write_tiny_gguf(tmp_path / "m.gguf", layers=layers)
    loading = Loading(context_tokens=512)
    parts = model_parts(read_facts(path), loading)
    (actual,) = measured([{"path": str(path), "real": True, **dataclasses.asdict(loading)}])
    everything = sum(parts.weights) + parts.input + parts.output_alone
    assert everything / MIB == pytest.approx(actual["model"], rel=0.01, abs=0.01)


def test_layers_differ_where_the_model_says_so(tmp_path: Path) -> None:
    facts = read_facts(write_skeleton(tmp_path / "m.gguf", SKELETONS["jamba_mini"]()))
    assert [bool(keys) for keys in facts.layer_keys] == [False, False, True, False]
    assert [bool(state) for state in facts.layer_state_bytes] == [True, True, False, True]
    latent = read_facts(write_skeleton(tmp_path / "d.gguf", SKELETONS["deepseek_v2_lite"]()))
    assert set(latent.layer_keys) == {576}, "whatever the number of heads"
    assert set(latent.layer_values) == {0}, "they are read out of the keys"


def test_a_table_that_serves_twice_is_counted_once_in_one_place_and_twice_in_two(tmp_path: Path) -> None:
    facts = read_facts(write_skeleton(tmp_path / "m.gguf", SKELETONS["qwen_3_4b"]()))
    parts = model_parts(facts, Loading(context_tokens=512))
    table = 2560 * 151936 * 2
    assert facts.output_is_shared
    assert parts.input == table
    assert table <= parts.output < table + MIB
    assert parts.output_alone < MIB
    assert sum(parts.weights) + parts.input + parts.output_alone == facts.weights_bytes
