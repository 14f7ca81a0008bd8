"""Reading GGUF headers: what good files say, and every way a bad one is refused."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import gguf
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import ModelFileError
from app.llama.gguf.header import facts_of, read_facts
from tests import gguf_files
from tests.gguf_skeletons import SKELETONS, write_skeleton


def test_facts_of_a_good_file(tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", context=4096, layers=3)
    facts = read_facts(path)
    assert (facts.architecture, facts.context_tokens, facts.layers) == ("llama", 4096, 3)
    assert (facts.quantisation, facts.parameters_label) == ("F16", "200K")
    assert facts.has_chat_template
    assert facts.size_bytes == path.stat().st_size
    assert facts.size_bytes * 0.8 < facts.weights_bytes < facts.size_bytes
    # three layers, one KV head, keys and values of 128 / 4 numbers each
    assert facts.kv_elements_per_token == 3 * 1 * (32 + 32)
    assert facts.vocabulary > 256


def test_missing_chat_template_is_seen(tmp_path: Path) -> None:
    assert not read_facts(gguf_files.write_without_chat_template(tmp_path / "m.gguf")).has_chat_template


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (gguf_files.write_not_gguf, "is no GGUF file"),
        (gguf_files.write_truncated_header, "incomplete"),
        (gguf_files.write_truncated_tensors, "is incomplete"),
        (gguf_files.write_huge_counts, "damaged"),
        (gguf_files.write_huge_string, "incomplete"),
        (gguf_files.write_wrong_version, "version 99"),
    ],
)
def test_bad_file_is_refused_in_words(tmp_path: Path, write: Callable[[Path], Path], words: str) -> None:
    with pytest.raises(ModelFileError, match=words) as caught:
        read_facts(write(tmp_path / "bad.gguf"))
    assert "bad.gguf" in caught.value.message
    assert caught.value.remedy


def test_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.gguf").write_bytes(b"")
    with pytest.raises(ModelFileError):
        read_facts(tmp_path / "empty.gguf")


def write_metadata(path: Path, architecture: str, metadata: dict[str, str | int | float], *, tensors: int = 1) -> Path:
    """A file of one small tensor that says of itself what is given."""
    writer = gguf.GGUFWriter(path, architecture)
    for key, value in metadata.items():
        match value:
            case str():
                writer.add_string(key, value)
            case int():
                writer.add_uint32(key, value)
            case _:
                writer.add_float32(key, value)
    for number in range(tensors):
        writer.add_tensor(f"blk.0.attn_q.weight.{number}", np.ones((2, 2), dtype=np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


@pytest.mark.parametrize(
    ("architecture", "metadata", "kind", "pooling"),
    [
        ("llama", {}, "chat", ""),
        ("qwen3", {"qwen3.pooling_type": 0}, "chat", "none"),
        ("bert", {"bert.pooling_type": 2}, "embedding", "cls"),
        ("nomic-bert", {}, "embedding", ""),
        ("gemma-embedding", {"gemma-embedding.pooling_type": 1}, "embedding", "mean"),
        ("qwen3", {"qwen3.pooling_type": 3}, "embedding", "last"),
        ("llama", {"general.type": "adapter", "adapter.type": "lora"}, "adapter", ""),
    ],
)
def test_a_file_says_what_it_is_for(
    tmp_path: Path, architecture: str, metadata: dict[str, str | int | float], kind: str, pooling: str
) -> None:
    facts = read_facts(write_metadata(tmp_path / "m.gguf", architecture, metadata))
    assert (facts.kind, facts.pooling, facts.architecture) == (kind, pooling, architecture)


@pytest.mark.parametrize(
    ("architecture", "metadata", "words"),
    [
        ("clip", {}, "a picture adapter"),
        ("qwen2vl", {"general.type": "mmproj"}, "a picture adapter"),
        ("bert", {"bert.pooling_type": 4}, "a reranking model"),
        ("wavtokenizer-dec", {}, "a speech model"),
        ("eagle3", {}, "a draft model"),
        ("llama", {"general.type": "adapter", "adapter.type": "steering"}, "an adapter of a kind"),
    ],
)
def test_a_file_that_baton_has_no_use_for_is_refused_by_name(
    tmp_path: Path, architecture: str, metadata: dict[str, str | int | float], words: str
) -> None:
    with pytest.raises(ModelFileError, match=words) as refused:
        read_facts(write_metadata(tmp_path / "m.gguf", architecture, metadata))
    assert "m.gguf" in refused.value.message
    assert refused.value.remedy


def test_recommended_sampling_is_read_and_nonsense_in_it_is_not(tmp_path: Path) -> None:
    metadata: dict[str, str | int | float] = {
        "general.sampling.temp": 0.6,
        "general.sampling.top_k": 20,
        "general.sampling.top_p": float("nan"),
        "general.sampling.min_p": "much",
        "general.sampling.unheard_of": 1.0,
    }
    found = dict(read_facts(write_metadata(tmp_path / "m.gguf", "llama", metadata)).sampling)
    assert found == {"temp": pytest.approx(0.6), "top_k": 20}
    assert read_facts(write_metadata(tmp_path / "n.gguf", "llama", {})).sampling == ()


def test_facts_survive_json_and_those_of_another_version_are_none(tmp_path: Path) -> None:
    metadata: dict[str, str | int | float] = {"general.sampling.temp": 0.5}
    for facts in (
        read_facts(gguf_files.write_tiny_gguf(tmp_path / "m.gguf")),
        read_facts(write_metadata(tmp_path / "n.gguf", "llama", metadata)),
    ):
        plain = json.loads(json.dumps(dataclasses.asdict(facts)))
        assert facts_of(plain) == facts
        assert facts_of({key: value for key, value in plain.items() if key != "kind"}) is None
        assert facts_of({**plain, "more": 1}) is None
        assert facts_of({**plain, "layers": "2"}) is None
        assert facts_of({**plain, "layers": True}) is None
        assert facts_of({**plain, "layer_keys": [1.5]}) is None
        assert facts_of({**plain, "sampling": [["temp", "hot"]]}) is None


def test_layers_windows_and_parts_are_read(tmp_path: Path) -> None:
    facts = read_facts(write_skeleton(tmp_path / "g.gguf", SKELETONS["gemma_3_4b"]()))
    assert (facts.sliding_window, facts.parts, facts.output_is_shared) == (1024, 1, True)
    assert len(facts.layer_weights_bytes) == facts.layers == 7
    assert facts.weights_bytes == sum(facts.layer_weights_bytes) + facts.input_weights_bytes + 2560 * 4
    experts = read_facts(write_skeleton(tmp_path / "q.gguf", SKELETONS["qwen_3_30b_a3b"]()))
    assert (experts.experts, experts.experts_used, experts.expert_feed_forward) == (128, 8, 768)


def test_missing_part_of_a_split_model_is_named(tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "big-00001-of-00002.gguf")
    with pytest.raises(ModelFileError, match=r"big-00002-of-00002\.gguf"):
        read_facts(path)


def test_parts_of_a_split_model_count_together(tmp_path: Path) -> None:
    first = gguf_files.write_tiny_gguf(tmp_path / "big-00001-of-00002.gguf")
    second = gguf_files.write_tiny_gguf(tmp_path / "big-00002-of-00002.gguf")
    assert read_facts(second).size_bytes == first.stat().st_size + second.stat().st_size


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(data=st.data())
def test_damaged_header_is_refused_or_read_and_nothing_worse(tmp_path: Path, data: st.DataObject) -> None:
    good = tmp_path / "good.gguf"
    if not good.exists():
        gguf_files.write_tiny_gguf(good)
    content = bytearray(good.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, 12_000))
        content[at : at + 8] = data.draw(st.binary(min_size=8, max_size=8) | st.just(b"\xff" * 8))
    bad = tmp_path / "bad.gguf"
    bad.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    try:
        read_facts(bad)
    except ModelFileError:
        pass  # any other exception fails the test
