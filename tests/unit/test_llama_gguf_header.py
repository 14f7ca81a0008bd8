"""Reading GGUF headers: what good files say, and every way a bad one is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import ModelFileError
from app.llama.gguf_header import read_facts
from tests import gguf_files


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


def test_embedding_model_is_known_as_such(tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "e.gguf", architecture="bert")
    assert read_facts(path).kind == "embedding"
    assert read_facts(gguf_files.write_tiny_gguf(tmp_path / "c.gguf")).kind == "chat"


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
