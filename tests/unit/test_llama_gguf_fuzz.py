"""Damaged and hostile GGUF files: refused in words or read, in bounded memory, by Baton and by llama.cpp itself."""

from __future__ import annotations

import os
import struct
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import worker_command
from app.domain.errors import ModelFileError
from app.domain.settings import Settings
from app.llama.gguf.header import GgufFacts, read_facts
from app.llama.plan.plan import Machine, plan_load
from app.llama.probe import MachineProbe
from tests.gguf_files import write_tiny_gguf
from tests.gguf_skeletons import SKELETONS, write_skeleton

MACHINE = Machine(free_memory_bytes=8 * 1024**3, threads=4)
MOST_BYTES = 64 * 1024**2  # what reading may take at its peak, for a file of a few kilobytes


def read(path: Path) -> GgufFacts | None:
    """The facts, ``None`` where the file is refused; whatever is read can be planned. Nothing else may happen."""
    try:
        facts = read_facts(path)
    except ModelFileError:
        return None
    assert plan_load("m", facts, Settings(), MACHINE).total_bytes >= 0
    return facts


def text(value: bytes) -> bytes:
    return struct.pack("<Q", len(value)) + value


def entry(key: bytes, kind: int, value: bytes) -> bytes:
    return text(key) + struct.pack("<I", kind) + value


def whole(entries: list[bytes], tensors: list[bytes], *, rest: bytes = b"\0" * 4096, version: int = 3) -> bytes:
    return b"GGUF" + struct.pack("<IQQ", version, len(tensors), len(entries)) + b"".join(entries + tensors) + rest


def tensor(name: bytes, shape: tuple[int, ...], kind: int = 0, offset: int = 0) -> bytes:
    return text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, kind, offset)


def number(key: str, value: int) -> bytes:
    return entry(f"llama.{key}".encode(), 10, struct.pack("<Q", value))


ARCHITECTURE = entry(b"general.architecture", 8, text(b"llama"))
ALIGNMENT = entry(b"general.alignment", 10, struct.pack("<Q", 2**47))
TENSOR = tensor(b"token_embd.weight", (8, 8))


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return write_tiny_gguf(tmp_path_factory.mktemp("good") / "good.gguf").read_bytes()


def test_a_file_cut_anywhere_in_its_description_is_refused(tmp_path: Path, good: bytes) -> None:
    path = tmp_path / "cut.gguf"
    header = good.index(b"output.weight")
    for length in (*range(200), *range(200, header + 200, 61), len(good) // 2, len(good) - 1):
        path.write_bytes(good[:length])
        assert read(path) is None, length


def test_every_flipped_byte_of_the_description_is_refused_or_read(tmp_path: Path, good: bytes) -> None:
    path = tmp_path / "flipped.gguf"
    for at in (*range(400), *range(400, 12_000, 97)):
        for flip in (0x01, 0x80, 0xFF):
            content = bytearray(good)
            content[at] ^= flip
            path.write_bytes(content)
            read(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(data=st.binary(max_size=600), honest=st.booleans())
def test_any_bytes_are_refused_or_read(tmp_path: Path, data: bytes, honest: bool) -> None:
    path = tmp_path / "any.gguf"
    path.write_bytes(b"GGUF\x03\0\0\0" + data if honest else data)
    read(path)


keys = st.sampled_from(
    [
        "block_count",
        "embedding_length",
        "feed_forward_length",
        "context_length",
        "vocab_size",
        "attention.head_count",
        "attention.head_count_kv",
        "attention.key_length",
        "attention.value_length",
        "attention.key_length_mla",
        "attention.value_length_mla",
        "attention.sliding_window",
        "attention.sliding_window_pattern",
        "attention.shared_kv_layers",
        "nextn_predict_layers",
        "expert_count",
        "expert_used_count",
        "expert_feed_forward_length",
        "full_attention_interval",
        "ssm.conv_kernel",
        "ssm.inner_size",
        "ssm.state_size",
        "ssm.group_count",
        "wkv.head_size",
        "token_shift_count",
        "shortconv.l_cache",
        "kda.head_dim",
        "pooling_type",
    ]
)
numbers = st.integers(0, 2**64 - 1) | st.integers(0, 700) | st.sampled_from([0, 1, 2**31, 2**32 - 1, 2**63])
values = st.one_of(
    numbers.map(lambda value: (10, struct.pack("<Q", value))),
    st.integers(-(2**31), 2**31 - 1).map(lambda value: (5, struct.pack("<i", value))),
    st.floats().map(lambda value: (12, struct.pack("<d", value))),
    st.booleans().map(lambda value: (7, struct.pack("<?", value))),
    st.binary(max_size=20).map(lambda value: (8, text(value))),
    st.lists(st.integers(0, 2**32 - 1), max_size=40).map(
        lambda items: (9, struct.pack(f"<IQ{len(items)}I", 4, len(items), *items))
    ),
)
architectures = st.sampled_from(
    ["llama", "mamba", "rwkv7", "jamba", "qwen3next", "nemotron_h", "falcon-h1", "gemma3n", "gemma4", "bert", "lfm2"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=250, deadline=None)
@given(architecture=architectures, said=st.dictionaries(keys, values, max_size=12))
def test_whatever_the_metadata_claims_can_be_read_and_planned(
    tmp_path: Path, architecture: str, said: dict[str, tuple[int, bytes]]
) -> None:
    entries = [entry(b"general.architecture", 8, text(architecture.encode()))]
    entries += [entry(f"{architecture}.{key}".encode(), kind, value) for key, (kind, value) in said.items()]
    path = tmp_path / "claims.gguf"
    path.write_bytes(whole(entries, [TENSOR]))
    read(path)


def deep_array(levels: int) -> bytes:
    return struct.pack("<IQ", 9, 1) * levels + struct.pack("<IQ", 4, 0)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "more layers than any model": lambda: whole([ARCHITECTURE, number("block_count", 2**40)], [TENSOR]),
    "a tensor of eight huge sides": lambda: whole([ARCHITECTURE], [tensor(b"t", (2**62,) * 8)]),
    "a tensor with 2**32 sides": lambda: whole([ARCHITECTURE], [text(b"t") + struct.pack("<I", 2**32 - 1)]),
    "a tensor beyond the end": lambda: whole([ARCHITECTURE], [tensor(b"t", (8,), offset=2**63)]),
    "arrays in arrays in arrays": lambda: whole([ARCHITECTURE, entry(b"a", 9, deep_array(5000))], [TENSOR]),
    "an array of 2**62 texts": lambda: whole([ARCHITECTURE, entry(b"a", 9, struct.pack("<IQ", 8, 2**62))], [TENSOR]),
    "an array of 2**62 numbers": lambda: whole([ARCHITECTURE, entry(b"a", 9, struct.pack("<IQ", 0, 2**62))], [TENSOR]),
    "an array of a type that is none": lambda: whole([ARCHITECTURE, entry(b"a", 9, struct.pack("<IQ", 99, 1))], []),
    "a value of a type that is none": lambda: whole([ARCHITECTURE, entry(b"a", 77, b"")], [TENSOR]),
    "no tensors": lambda: whole([ARCHITECTURE], []),
    "no architecture": lambda: whole([], [TENSOR]),
    "an architecture that is a number": lambda: whole([entry(b"general.architecture", 4, b"\1\0\0\0")], [TENSOR]),
    "an alignment of 2**47": lambda: whole(
        [ARCHITECTURE, entry(b"general.alignment", 10, b"\0" * 5 + b"\x80\0\0")], [TENSOR]
    ),
    "big-endian": lambda: b"GGUF" + struct.pack(">IQQ", 3, 0, 0),
    "version 0": lambda: whole([ARCHITECTURE], [TENSOR], version=0),
    "version 1": lambda: whole([ARCHITECTURE], [TENSOR], version=1),
    "a million empty entries": lambda: b"GGUF" + struct.pack("<IQQ", 3, 0, 1_000_001) + b"\0" * 14_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_without_taking_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / "hostile.gguf"
    content = HOSTILE[name]()
    path.write_bytes(content)
    tracemalloc.start()
    try:
        assert read(path) is None
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_BYTES


def test_arrays_of_millions_of_items_are_not_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "long.gguf"
    count = 5_000_000  # of empty texts, eight bytes each
    array = entry(b"a", 9, struct.pack("<IQ", 8, count) + b"\0" * (8 * count))
    path.write_bytes(whole([ARCHITECTURE, array], [TENSOR]))
    with pytest.raises(ModelFileError, match="damaged"):
        read_facts(path)


@pytest.fixture(scope="module")
def probe() -> MachineProbe:
    return MachineProbe(worker_command("llama"))


def test_what_breaks_llama_cpp_breaks_a_child_and_the_next_file_is_read(
    tmp_path: Path, good: bytes, probe: MachineProbe
) -> None:
    bad = tmp_path / "bad.gguf"
    no_heads = good.replace(b"llama.attention.head_count\x04\0\0\0\x04", b"llama.attention.head_count\x04\0\0\0\0")
    ill = [
        good.replace(b"llama.block_count\x04\0\0\0\x02\0", b"llama.block_count\x04\0\0\0\x02\x02"),  # 514: it aborts
        HOSTILE["an array of 2**62 texts"](),
        HOSTILE["a tensor of eight huge sides"](),
        no_heads,
        good.replace(b"llama.block_count", b"llama.bl0ck_count"),
        good.replace(b"tokenizer.ggml.tokens", b"tokenizer.ggml.t0kens"),
        good.replace(b"blk.1.attn_q.weight", b"blk.1.attn_Q.weight"),
        good[:1000],
        good[: len(good) // 2],
    ]
    assert good not in ill
    for content in ill:
        bad.write_bytes(content)
        with pytest.raises(ModelFileError, match=r"bad\.gguf") as refused:
            probe.check(bad)
        assert refused.value.remedy
    fine = tmp_path / "fine.gguf"
    fine.write_bytes(good)
    probe.check(fine)


@pytest.mark.parametrize("name", ["llama_3_8b", "mamba_2_8b", "bge_small"])
def test_a_skeleton_with_its_layers_claimed_away_is_read_and_planned(tmp_path: Path, name: str) -> None:
    path = write_skeleton(tmp_path / "m.gguf", SKELETONS[name]())
    with path.open("rb") as file:
        content = file.read(20_000)
    for key in (b"block_count", b"head_count", b"embedding_length"):
        at = content.find(key)
        assert at > 0
        changed = bytearray(content)
        changed[at + len(key) + 4 : at + len(key) + 8] = b"\0\0\0\0"
        short = tmp_path / "short.gguf"
        short.write_bytes(changed)
        os.truncate(short, path.stat().st_size)
        read(short)
