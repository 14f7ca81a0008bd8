"""Reads what a GGUF file says about itself, without llama.cpp and without trusting a byte of it.

Every count and length is checked against the file's size before it is used; refuses what is no GGUF, what is cut off,
and versions it does not know. Format: ggml's ``docs/gguf.md``.
"""

from __future__ import annotations

import math
import re
import stat
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import ModelFileError

_MAX_HEADER_BYTES = 512 * 1024 * 1024
_MAX_ENTRIES = 1_000_000
_MAX_TEXT_BYTES = 8 * 1024 * 1024
_MAX_DEPTH = 4
_MAX_ELEMENTS = 2**48
_KEPT_ARRAY_ITEMS = 4096  # per-layer values; vocabularies are skipped
_BLOCK_BYTES = 1 << 20
_SPLIT_NAME = re.compile(r"(.+)-(\d{5})-of-(\d{5})\.gguf", re.IGNORECASE)

_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9

# Elements in a block and bytes a block takes, by ggml_type (ggml.h, ggml-common.h).
_TENSOR_TYPES: dict[int, tuple[str, int, int]] = {
    0: ("F32", 1, 4),
    1: ("F16", 1, 2),
    2: ("Q4_0", 32, 18),
    3: ("Q4_1", 32, 20),
    6: ("Q5_0", 32, 22),
    7: ("Q5_1", 32, 24),
    8: ("Q8_0", 32, 34),
    9: ("Q8_1", 32, 40),
    10: ("Q2_K", 256, 84),
    11: ("Q3_K", 256, 110),
    12: ("Q4_K", 256, 144),
    13: ("Q5_K", 256, 176),
    14: ("Q6_K", 256, 210),
    15: ("Q8_K", 256, 292),
    16: ("IQ2_XXS", 256, 66),
    17: ("IQ2_XS", 256, 74),
    18: ("IQ3_XXS", 256, 98),
    19: ("IQ1_S", 256, 50),
    20: ("IQ4_NL", 32, 18),
    21: ("IQ3_S", 256, 110),
    22: ("IQ2_S", 256, 82),
    23: ("IQ4_XS", 256, 136),
    24: ("I8", 1, 1),
    25: ("I16", 1, 2),
    26: ("I32", 1, 4),
    27: ("I64", 1, 8),
    28: ("F64", 1, 8),
    29: ("IQ1_M", 256, 56),
    30: ("BF16", 1, 2),
    34: ("TQ1_0", 256, 54),
    35: ("TQ2_0", 256, 66),
    39: ("MXFP4", 32, 17),
}

# general.file_type, as llama.h's llama_ftype names it.
_FILE_TYPES = {
    0: "F32",
    1: "F16",
    2: "Q4_0",
    3: "Q4_1",
    7: "Q8_0",
    8: "Q5_0",
    9: "Q5_1",
    10: "Q2_K",
    11: "Q3_K_S",
    12: "Q3_K_M",
    13: "Q3_K_L",
    14: "Q4_K_S",
    15: "Q4_K_M",
    16: "Q5_K_S",
    17: "Q5_K_M",
    18: "Q6_K",
    19: "IQ2_XXS",
    20: "IQ2_XS",
    21: "Q2_K_S",
    22: "IQ3_XS",
    23: "IQ3_XXS",
    24: "IQ1_S",
    25: "IQ4_NL",
    26: "IQ3_S",
    27: "IQ3_M",
    28: "IQ2_S",
    29: "IQ2_M",
    30: "IQ4_XS",
    31: "IQ1_M",
    32: "BF16",
    36: "TQ1_0",
    37: "TQ2_0",
    38: "MXFP4",
}

# Kinds of GGUF that generate no text (llama-arch.cpp, clip.cpp).
_NOT_FOR_CHAT = {
    "clip": "a picture adapter",
    "bert": "an embedding model",
    "modern-bert": "an embedding model",
    "nomic-bert": "an embedding model",
    "nomic-bert-moe": "an embedding model",
    "jina-bert-v2": "an embedding model",
    "jina-bert-v3": "an embedding model",
    "neo-bert": "an embedding model",
    "gemma-embedding": "an embedding model",
    "t5encoder": "an embedding model",
    "wavtokenizer-dec": "a speech model",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class GgufFacts:
    """What the plan and the list need of a model, from its metadata. Counts are 0 where the file does not say.

    ``kv_elements_per_token``: numbers the context keeps for each token, keys and values of all layers together.
    """

    architecture: str
    size_bytes: int
    weights_bytes: int
    parameters: int
    parameters_label: str
    quantisation: str
    context_tokens: int
    layers: int
    embedding: int
    feed_forward: int
    heads: int
    vocabulary: int
    kv_elements_per_token: int
    has_chat_template: bool


@dataclass(frozen=True, slots=True)
class _Tensor:
    elements: int
    type: int
    offset: int

    @property
    def size_bytes(self) -> int:
        """0 for a type newer than this list: then only the tensor's beginning can be checked."""
        _, block, block_bytes = _TENSOR_TYPES.get(self.type, ("", 1, 0))
        return -(-self.elements // block) * block_bytes


@dataclass(slots=True)
class _Header:
    values: dict[str, object] = field(default_factory=dict)
    array_lengths: dict[str, int] = field(default_factory=dict)
    tensors: list[_Tensor] = field(default_factory=list)


def split_parts(path: Path) -> tuple[Path, ...]:
    """All files of a model, in order: itself, or every part of one that is split (``…-00001-of-00003.gguf``).

    Raises :class:`ModelFileError` where a part is missing.
    """
    match = _SPLIT_NAME.fullmatch(path.name)
    if match is None:
        return (path,)
    count = int(match[3])
    if not 1 <= count <= 1000:
        raise ModelFileError(f"{path.name!r} says it is one of {count} parts.", remedy="Download the model again.")
    extension = path.name[-5:]
    parts = tuple(
        path.with_name(f"{match[1]}-{number:05d}-of-{count:05d}{extension}") for number in range(1, count + 1)
    )
    for number, part in enumerate(parts, start=1):
        if not part.is_file():
            raise ModelFileError(
                f"Part {number} of {count} of the model is missing: {part.name!r}.",
                remedy="Put all parts into one folder, or download the model again.",
            )
    return parts


def read_facts(path: Path) -> GgufFacts:
    """Read a model's metadata, of all its parts. Raises :class:`ModelFileError` for what cannot be used."""
    parts = split_parts(path)
    header, size = _checked(parts[0])
    tensors = list(header.tensors)
    for part in parts[1:]:
        more, more_size = _checked(part)
        tensors += more.tensors
        size += more_size
    return _facts(path, header, tensors, size)


def _checked(path: Path) -> tuple[_Header, int]:
    """One file's header, its tensors checked to lie within the file."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # to open a pipe would wait for ever
            raise ModelFileError(f"{path.name!r} is a pipe or a device, not a file.", remedy="Choose a .gguf file.")
        size = status.st_size
        with path.open("rb") as file:
            reader = _Reader(file, size, path.name)
            header = _read_header(reader, path.name)
            data_start = reader.position
    except OSError as error:
        raise ModelFileError(
            f"{path.name!r} cannot be read: {error.strerror or error}.", remedy="Check the path and its permissions."
        ) from error
    alignment = _number(header.values, "general.alignment") or 32
    data_start = -(-data_start // alignment) * alignment
    end = max((tensor.offset + tensor.size_bytes for tensor in header.tensors), default=0)
    if header.tensors and data_start + end > size:
        missing = data_start + end - size
        raise _truncated(path.name, f"{missing:,} bytes are missing at its end")
    return header, size


def _read_header(reader: _Reader, name: str) -> _Header:
    if reader.take(4) != b"GGUF":
        raise ModelFileError(
            f"{name!r} is no GGUF file.", remedy="Choose a file that ends in .gguf, from a model's GGUF download."
        )
    version = reader.number("I")
    if version not in (2, 3):
        if version in (2 << 24, 3 << 24):
            raise ModelFileError(
                f"{name!r} was written for big-endian machines.", remedy="Download the usual, little-endian file."
            )
        raise ModelFileError(
            f"{name!r} is a GGUF file of version {version}, which Baton does not know.",
            remedy="Update Baton, or download a file of version 3.",
        )
    tensor_count, entry_count = reader.number("Q"), reader.number("Q")
    # The smallest entry takes 13 bytes, the smallest tensor 24: a count that the file has no room for is a lie.
    if max(tensor_count * 24, entry_count * 13) > reader.size or max(tensor_count, entry_count) > _MAX_ENTRIES:
        raise _damaged(name)
    header = _Header()
    for _ in range(entry_count):
        key = reader.text()
        kind = reader.number("I")
        value, length = _read_value(reader, kind, name, depth=0)
        header.values[key] = value
        if length is not None:
            header.array_lengths[key] = length
    for _ in range(tensor_count):
        reader.text()
        dimensions = [reader.number("Q") for _ in range(_limited(reader.number("I"), 8, name))]
        tensor = _Tensor(math.prod(dimensions), reader.number("I"), reader.number("Q"))
        if tensor.elements > _MAX_ELEMENTS:
            raise _damaged(name)
        header.tensors.append(tensor)
    return header


def _read_value(reader: _Reader, kind: int, name: str, *, depth: int) -> tuple[object, int | None]:
    """A value and, for an array, its length. Long arrays are skipped: the value is then ``None``."""
    if kind in _SCALARS:
        return reader.number(_SCALARS[kind]), None
    if kind == _STRING:
        return reader.text(), None
    if kind != _ARRAY or depth >= _MAX_DEPTH:
        raise _damaged(name)
    inner, length = reader.number("I"), reader.number("Q")
    if inner in _SCALARS:
        width = struct.calcsize("<" + _SCALARS[inner])
        if length > _KEPT_ARRAY_ITEMS:
            reader.skip(length * width)
            return None, length
        return list(struct.unpack(f"<{length}{_SCALARS[inner]}", reader.take(length * width))), length
    if length * 8 > reader.size:
        raise _damaged(name)
    if inner == _STRING:
        for _ in range(length):
            reader.skip(reader.number("Q"))
    else:
        for _ in range(length):
            _read_value(reader, inner, name, depth=depth + 1)
    return None, length


def _facts(path: Path, header: _Header, tensors: list[_Tensor], size: int) -> GgufFacts:
    values = header.values
    architecture = values.get("general.architecture")
    if not isinstance(architecture, str) or not architecture:
        raise ModelFileError(
            f"{path.name!r} does not say what kind of model it is.", remedy="Download the model again."
        )
    other = _NOT_FOR_CHAT.get(architecture)
    if other is None and values.get("general.type") == "adapter":
        other = "an adapter for another model"
    if other is None and values.get("general.type") == "mmproj":
        other = "a picture adapter"
    if other is not None:
        raise ModelFileError(f"{path.name!r} is {other}, no model for chat.", remedy="Choose the model itself.")
    if not tensors:
        raise _truncated(path.name, "it holds no weights")
    parameters = sum(tensor.elements for tensor in tensors)
    label = values.get("general.size_label")
    layers = _number(values, f"{architecture}.block_count")
    embedding = _number(values, f"{architecture}.embedding_length")
    heads = max(_per_layer(values, f"{architecture}.attention.head_count", 1), default=0)
    vocabulary = header.array_lengths.get("tokenizer.ggml.tokens") or _number(values, f"{architecture}.vocab_size")
    return GgufFacts(
        architecture=architecture,
        size_bytes=size,
        weights_bytes=sum(tensor.size_bytes for tensor in tensors) or size,
        parameters=parameters,
        parameters_label=label if isinstance(label, str) and label else _count_label(parameters),
        quantisation=_quantisation(values, tensors),
        context_tokens=_number(values, f"{architecture}.context_length"),
        layers=layers,
        embedding=embedding,
        feed_forward=max(_per_layer(values, f"{architecture}.feed_forward_length", 1), default=0),
        heads=heads,
        vocabulary=vocabulary,
        kv_elements_per_token=_kv_elements(values, architecture, layers=layers, embedding=embedding, heads=heads),
        has_chat_template=isinstance(values.get("tokenizer.chat_template"), str),
    )


def _kv_elements(values: dict[str, object], architecture: str, *, layers: int, embedding: int, heads: int) -> int:
    """Key and value numbers of one token over all layers: each layer's KV heads times the two head lengths."""
    head = embedding // heads if heads else 0
    key = _number(values, f"{architecture}.attention.key_length") or head
    value = _number(values, f"{architecture}.attention.value_length") or head
    kv_heads = _per_layer(values, f"{architecture}.attention.head_count_kv", layers)
    if not kv_heads:
        kv_heads = _per_layer(values, f"{architecture}.attention.head_count", layers)
    return sum(kv_heads) * (key + value)


def _per_layer(values: dict[str, object], key: str, layers: int) -> list[int]:
    """A value that is one number for all layers, or a list with one for each."""
    value = values.get(key)
    if isinstance(value, list):
        return [item for item in value if isinstance(item, int) and 0 <= item < 2**31]
    number = _number(values, key)
    return [number] * min(layers, 100_000) if number else []


def _quantisation(values: dict[str, object], tensors: list[_Tensor]) -> str:
    file_type = values.get("general.file_type")
    if isinstance(file_type, int) and file_type in _FILE_TYPES:
        return _FILE_TYPES[file_type]
    by_type: dict[int, int] = {}
    for tensor in tensors:
        by_type[tensor.type] = by_type.get(tensor.type, 0) + tensor.elements
    most = max(by_type, key=lambda type_: by_type[type_])
    return _TENSOR_TYPES[most][0] if most in _TENSOR_TYPES else ""


def _count_label(parameters: int) -> str:
    for unit, size in (("T", 10**12), ("B", 10**9), ("M", 10**6), ("K", 10**3)):
        if parameters >= size:
            return f"{parameters / size:.3g}{unit}"
    return str(parameters)


def _number(values: dict[str, object], key: str) -> int:
    value = values.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**48 else 0


def _limited(count: int, most: int, name: str) -> int:
    if count > most:
        raise _damaged(name)
    return count


def _damaged(name: str) -> ModelFileError:
    return ModelFileError(f"{name!r} is a damaged or incomplete GGUF file.", remedy="Download the model again.")


def _truncated(name: str, why: str) -> ModelFileError:
    return ModelFileError(f"{name!r} is incomplete: {why}.", remedy="Download the model again.")


class _Reader:
    """Takes numbers and texts from a file, never past its end and never more than a header may be."""

    def __init__(self, file: BinaryIO, size: int, name: str) -> None:
        self.size = size
        self._file = file
        self._name = name
        self._block = b""
        self._at = 0  # within the block
        self._block_start = 0

    @property
    def position(self) -> int:
        return self._block_start + self._at

    def take(self, count: int) -> bytes:
        end = self._at + count
        if end <= len(self._block):
            data = self._block[self._at : end]
            self._at = end
            return data
        self._check(count)
        rest = self._block[self._at :]
        self._block_start += self._at
        self._at = count
        self._block = rest + self._file.read(max(count - len(rest), _BLOCK_BYTES))
        if len(self._block) < count:  # the file shrank meanwhile
            raise _truncated(self._name, "it ends within its description")
        return self._block[:count]

    def skip(self, count: int) -> None:
        if self._at + count <= len(self._block):
            self._at += count
            return
        self._check(count)
        self._block_start += self._at + count
        self._file.seek(self._block_start)
        self._block, self._at = b"", 0

    def number(self, form: str) -> int:
        """A number of one of struct's forms. A float is returned as such; the callers that need integers check."""
        value: int = struct.unpack("<" + form, self.take(struct.calcsize("<" + form)))[0]
        return value

    def text(self) -> str:
        length = self.number("Q")
        if length > _MAX_TEXT_BYTES:
            self._check(length)
            raise _damaged(self._name)
        return self.take(length).decode("utf-8", "replace")

    def _check(self, count: int) -> None:
        end = self.position + count
        if end > self.size:
            raise _truncated(self._name, "it ends within its description")
        if end > _MAX_HEADER_BYTES:
            raise _damaged(self._name)
