"""Takes a GGUF file apart: its metadata and its tensors' places. Trusts no byte of it, and gives it no meaning.

Every count and length is checked against the file's size before it is used; refuses what is no GGUF, what is cut off,
and versions it does not know. Format: ggml's ``docs/gguf.md``.
"""

from __future__ import annotations

import math
import stat
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import ModelFileError
from app.domain.language import tr
from app.domain.numerals import number

_MAX_HEADER_BYTES = 128 * 1024 * 1024
_MAX_ITEMS = 4_000_000  # of all arrays of texts and of arrays together; vocabularies and merges come to a million
_MAX_ENTRIES = 1_000_000
_MAX_TEXT_BYTES = 8 * 1024 * 1024
_MAX_DEPTH = 4
_MAX_ELEMENTS = 2**48
_KEPT_ARRAY_ITEMS = 4096  # per-layer values; vocabularies are skipped
_BLOCK_BYTES = 1 << 20
MAX_LAYERS = 4096  # llama.cpp itself takes 512

_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9

# Elements in a block and bytes a block takes, by ggml_type (ggml.h, ggml-common.h).
TENSOR_TYPES: dict[int, tuple[str, int, int]] = {
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


@dataclass(frozen=True, slots=True)
class Tensor:
    """A tensor's name, its place after the header, its count of numbers, and its ggml_type."""

    name: str
    elements: int
    type: int
    offset: int

    @property
    def size_bytes(self) -> int:
        """0 for a type newer than this list: then only the tensor's beginning can be checked."""
        _, block, block_bytes = TENSOR_TYPES.get(self.type, ("", 1, 0))
        return -(-self.elements // block) * block_bytes


@dataclass(slots=True)
class Header:
    """What a file says. A long array is not kept: its value is ``None`` and only its length is known."""

    values: dict[str, object] = field(default_factory=dict)
    array_lengths: dict[str, int] = field(default_factory=dict)
    tensors: list[Tensor] = field(default_factory=list)

    def whole(self, key: str) -> int:
        """A count; 0 where the file does not say, or says nonsense."""
        value = self.values.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**48 else 0

    def per_layer(self, key: str, layers: int) -> list[int]:
        """A value that is one number for all layers, or a list with one for each; empty where the file does not say."""
        value = self.values.get(key)
        if isinstance(value, list):
            return [int(item) if isinstance(item, int) and 0 <= item < 2**31 else 0 for item in value]
        number = self.whole(key)
        return [number] * min(layers, MAX_LAYERS) if number else []


def checked_header(path: Path) -> tuple[Header, int]:
    """One file's header, its tensors checked to lie within the file."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # to open a pipe would wait for ever
            raise ModelFileError(
                tr("{name!r} is a pipe or a device, not a file.", name=path.name), remedy=tr("Choose a .gguf file.")
            )
        size = status.st_size
        with path.open("rb") as file:
            reader = _Reader(file, size, path.name)
            header = _read_header(reader, path.name)
            data_start = reader.position
    except OSError as error:
        raise ModelFileError(
            tr("{name!r} cannot be read: {why}.", name=path.name, why=error.strerror or error),
            remedy=tr("Check the path and its permissions."),
        ) from error
    alignment = header.whole("general.alignment") or 32
    data_start = -(-data_start // alignment) * alignment
    end = max((tensor.offset + tensor.size_bytes for tensor in header.tensors), default=0)
    if header.tensors and data_start + end > size:
        missing = data_start + end - size
        raise truncated(path.name, tr("{count} bytes are missing at its end", count=number(missing)))
    return header, size


def beginning_header(file: BinaryIO, size: int, name: str) -> Header:
    """The header of a file of ``size`` bytes of which only the beginning is there. ``file`` raises where it ends."""
    return _read_header(_Reader(file, size, name), name)


def _read_header(reader: _Reader, name: str) -> Header:
    if reader.take(4) != b"GGUF":
        raise ModelFileError(
            tr("{name!r} is no GGUF file.", name=name),
            remedy=tr("Choose a file that ends in .gguf, from a model's GGUF download."),
        )
    version = reader.number("I")
    if version not in (2, 3):
        if version in (2 << 24, 3 << 24):
            raise ModelFileError(
                tr("{name!r} was written for big-endian machines.", name=name),
                remedy=tr("Download the usual, little-endian file."),
            )
        raise ModelFileError(
            tr("{name!r} is a GGUF file of version {version}, which Baton does not know.", name=name, version=version),
            remedy=tr("Update Baton, or download a file of version 3."),
        )
    tensor_count, entry_count = reader.number("Q"), reader.number("Q")
    # The smallest entry takes 13 bytes, the smallest tensor 24: a count that the file has no room for is a lie.
    if max(tensor_count * 24, entry_count * 13) > reader.size or max(tensor_count, entry_count) > _MAX_ENTRIES:
        raise damaged(name)
    header = Header()
    for _ in range(entry_count):
        key = reader.text()
        kind = reader.number("I")
        value, length = _read_value(reader, kind, name, depth=0)
        header.values[key] = value
        if length is not None:
            header.array_lengths[key] = length
    for _ in range(tensor_count):
        tensor_name = reader.text()
        dimensions = [reader.number("Q") for _ in range(_limited(reader.number("I"), 8, name))]
        tensor = Tensor(tensor_name, math.prod(dimensions), reader.number("I"), reader.number("Q"))
        if tensor.elements > _MAX_ELEMENTS:
            raise damaged(name)
        header.tensors.append(tensor)
    return header


def _read_value(reader: _Reader, kind: int, name: str, *, depth: int) -> tuple[object, int | None]:
    """A value and, for an array, its length. Long arrays are skipped: the value is then ``None``."""
    if kind in _SCALARS:
        return reader.number(_SCALARS[kind]), None
    if kind == _STRING:
        return reader.text(), None
    if kind != _ARRAY or depth >= _MAX_DEPTH:
        raise damaged(name)
    inner, length = reader.number("I"), reader.number("Q")
    if inner in _SCALARS:
        width = struct.calcsize("<" + _SCALARS[inner])
        if length > _KEPT_ARRAY_ITEMS:
            reader.skip(length * width)
            return None, length
        return list(struct.unpack(f"<{length}{_SCALARS[inner]}", reader.take(length * width))), length
    if length * 8 > reader.size or not reader.grants(length):
        raise damaged(name)
    if inner == _STRING:
        for _ in range(length):
            reader.skip(reader.number("Q"))
    else:
        for _ in range(length):
            _read_value(reader, inner, name, depth=depth + 1)
    return None, length


def _limited(count: int, most: int, name: str) -> int:
    if count > most:
        raise damaged(name)
    return count


def damaged(name: str) -> ModelFileError:
    """The error for a file that contradicts itself."""
    return ModelFileError(
        tr("{name!r} is a damaged or incomplete GGUF file.", name=name), remedy=tr("Download the model again.")
    )


def truncated(name: str, why: str) -> ModelFileError:
    """The error for a file that ends too early."""
    return ModelFileError(
        tr("{name!r} is incomplete: {why}.", name=name, why=why), remedy=tr("Download the model again.")
    )


class _Reader:
    """Takes numbers and texts from a file, never past its end and never more than a header may be."""

    def __init__(self, file: BinaryIO, size: int, name: str) -> None:
        self.size = size
        self._file = file
        self._name = name
        self._block = b""
        self._at = 0  # within the block
        self._block_start = 0
        self._items = 0

    @property
    def position(self) -> int:
        return self._block_start + self._at

    def grants(self, items: int) -> bool:
        """Whether so many more items of arrays may be read one by one."""
        self._items += items
        return self._items <= _MAX_ITEMS

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
            raise truncated(self._name, tr("it ends within its description"))
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
            raise damaged(self._name)
        return self.take(length).decode("utf-8", "replace")

    def _check(self, count: int) -> None:
        end = self.position + count
        if end > self.size:
            raise truncated(self._name, tr("it ends within its description"))
        if end > _MAX_HEADER_BYTES:
            raise damaged(self._name)
