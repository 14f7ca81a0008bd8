"""What a GGUF file says of the model in it: its kind, its sizes, its parts. Needs no llama.cpp.

Refuses files that hold no model Baton has a use for, and what :mod:`app.llama.gguf.format` refuses.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO

from app.domain.errors import ModelFileError
from app.domain.language import marked, tr
from app.llama.gguf.format import (
    MAX_LAYERS,
    TENSOR_TYPES,
    Header,
    Tensor,
    beginning_header,
    checked_header,
    damaged,
    truncated,
)
from app.llama.gguf.layers import layer_sizes

_SPLIT_NAME = re.compile(r"(.+)-(\d{5})-of-(\d{5})\.gguf", re.IGNORECASE)

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

# Kinds of GGUF that are no model to talk to and none to search with (llama-arch.cpp, clip.cpp).
_REFUSED = {
    "clip": marked("a picture adapter"),
    "wavtokenizer-dec": marked("a speech model"),
    "qwen3tts": marked("a speech model"),
    "pockettts": marked("a speech model"),
    "eagle3": marked("a draft model, which only speeds up another"),
    "dflash": marked("a draft model, which only speeds up another"),
    "gemma4-assistant": marked("a draft model, which only speeds up another"),
}

# Architectures that only ever make embeddings. Others do where the file names a way of pooling.
_EMBEDDING = frozenset(
    {
        "bert",
        "modern-bert",
        "nomic-bert",
        "nomic-bert-moe",
        "neo-bert",
        "jina-bert-v2",
        "jina-bert-v3",
        "eurobert",
        "gemma-embedding",
        "llama-embed",
        "t5encoder",
    }
)
_POOLING = ("none", "mean", "cls", "last", "rank")  # llama.h's llama_pooling_type, from 0

# The sampler's settings that a file can recommend (general.sampling.*, llama-arch.cpp).
_SAMPLING = (
    "top_k",
    "top_p",
    "min_p",
    "xtc_probability",
    "xtc_threshold",
    "temp",
    "penalty_last_n",
    "penalty_repeat",
    "mirostat",
    "mirostat_tau",
    "mirostat_eta",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class GgufFacts:
    """What the plan and the list need of a model, from its metadata. Counts are 0 where the file does not say.

    ``kind``: ``chat``, ``embedding``, or ``adapter`` (a LoRA; ``architecture`` is that of the model it is for).
    ``kv_elements_per_token``: numbers the context keeps for each token, keys and values of all layers together.
    ``pooling``: how an embedding model makes one vector of a text (``mean``, ``cls``, ``last``), where the file says.
    ``sampling``: the sampler's settings that the file recommends, under llama.cpp's names (``temp``, ``top_k``).
    ``sliding_window``: tokens that layers with such a window look back. ``inner``: the width of a recurrent layer.
    ``head_length``: the numbers of one head's key. The ``layer_`` values have one item for each layer that repeats:
    its weights, the numbers its keys and its values take for each token, and the bytes of recurrent state it keeps for
    each sequence. ``output_is_shared``: the output layer is the table of embeddings over again.
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
    kind: str = "chat"
    pooling: str = ""
    parts: int = 1
    sampling: tuple[tuple[str, float], ...] = ()
    sliding_window: int = 0
    experts: int = 0
    experts_used: int = 0
    expert_feed_forward: int = 0
    inner: int = 0
    head_length: int = 0
    largest_tensor_bytes: int = 0
    input_weights_bytes: int = 0
    output_weights_bytes: int = 0
    output_is_shared: bool = False
    layer_weights_bytes: tuple[int, ...] = ()
    layer_keys: tuple[int, ...] = ()
    layer_values: tuple[int, ...] = ()
    layer_state_bytes: tuple[int, ...] = ()


def facts_of(plain: Mapping[str, object]) -> GgufFacts | None:
    """The facts that ``dataclasses.asdict`` and JSON made plain; ``None`` where another version wrote them."""
    if set(plain) != {item.name for item in fields(GgufFacts)}:
        return None
    values = {name: _restored(value) for name, value in plain.items()}
    facts = GgufFacts(**values)
    for item in fields(GgufFacts):
        value = getattr(facts, item.name)
        match item.type:
            case "str" | "int" | "bool":
                right = type(value).__name__ == item.type
            case "tuple[int, ...]":
                right = isinstance(value, tuple) and all(type(number) is int for number in value)
            case _:
                right = isinstance(value, tuple) and all(_is_named_number(pair) for pair in value)
        if not right:
            return None
    return facts


def _restored(value: object) -> Any:
    return tuple(_restored(item) for item in value) if isinstance(value, list) else value


def _is_named_number(pair: object) -> bool:
    match pair:
        case (str(), int() | float()):
            return True
        case _:
            return False


def split_parts(path: Path) -> tuple[Path, ...]:
    """All files of a model, in order: itself, or every part of one that is split (``…-00001-of-00003.gguf``).

    Raises :class:`ModelFileError` where a part is missing.
    """
    match = _SPLIT_NAME.fullmatch(path.name)
    if match is None:
        return (path,)
    count = int(match[3])
    if not 1 <= count <= 1000:
        raise ModelFileError(
            tr("{name!r} says it is one of {count} parts.", name=path.name, count=count),
            remedy=tr("Download the model again."),
        )
    extension = path.name[-5:]
    parts = tuple(
        path.with_name(f"{match[1]}-{number:05d}-of-{count:05d}{extension}") for number in range(1, count + 1)
    )
    for number, part in enumerate(parts, start=1):
        if not part.is_file():
            raise ModelFileError(
                tr(
                    "Part {number} of {count} of the model is missing: {name!r}.",
                    number=number,
                    count=count,
                    name=part.name,
                ),
                remedy=tr("Put all parts into one folder, or download the model again."),
            )
    return parts


def read_facts(path: Path) -> GgufFacts:
    """Read a model's metadata, of all its parts. Raises :class:`ModelFileError` for what cannot be used."""
    parts = split_parts(path)
    header, size = checked_header(parts[0])
    tensors = list(header.tensors)
    for part in parts[1:]:
        more, more_size = checked_header(part)
        tensors += more.tensors
        size += more_size
    return _facts(path, header, tensors, size=size, parts=len(parts))


def read_beginning(file: BinaryIO, size: int, name: str) -> GgufFacts:
    """Read the metadata of a file of ``size`` bytes of which only the beginning is there.

    Raises :class:`ModelFileError`, and whatever ``file`` raises where it does not reach far enough.
    """
    header = beginning_header(file, size, name)
    return _facts(Path(name), header, header.tensors, size=size, parts=1)


def _facts(path: Path, header: Header, tensors: list[Tensor], *, size: int, parts: int) -> GgufFacts:
    values = header.values
    architecture = values.get("general.architecture")
    if not isinstance(architecture, str) or not architecture:
        raise ModelFileError(
            tr("{name!r} does not say what kind of model it is.", name=path.name),
            remedy=tr("Download the model again."),
        )
    kind, pooling = _kind(path, header, architecture)
    layers = header.whole(f"{architecture}.block_count")
    if layers > MAX_LAYERS:
        raise damaged(path.name)
    if not tensors:
        raise truncated(path.name, tr("it holds no weights"))
    parameters = sum(tensor.elements for tensor in tensors)
    label = values.get("general.size_label")
    sizes = layer_sizes(header, architecture, tensors)
    return GgufFacts(
        architecture=architecture,
        size_bytes=size,
        weights_bytes=sum(tensor.size_bytes for tensor in tensors) or size,
        parameters=parameters,
        parameters_label=label if isinstance(label, str) and label else _count_label(parameters),
        quantisation=_quantisation(values, tensors),
        context_tokens=header.whole(f"{architecture}.context_length"),
        layers=layers,
        embedding=header.whole(f"{architecture}.embedding_length"),
        feed_forward=max(header.per_layer(f"{architecture}.feed_forward_length", 1), default=0),
        heads=max(header.per_layer(f"{architecture}.attention.head_count", 1), default=0),
        vocabulary=header.array_lengths.get("tokenizer.ggml.tokens") or header.whole(f"{architecture}.vocab_size"),
        kv_elements_per_token=sum(sizes.keys) + sum(sizes.values),
        has_chat_template=isinstance(values.get("tokenizer.chat_template"), str),
        kind=kind,
        pooling=pooling,
        parts=parts,
        sampling=_sampling(values),
        sliding_window=header.whole(f"{architecture}.attention.sliding_window"),
        experts=header.whole(f"{architecture}.expert_count"),
        experts_used=max(header.per_layer(f"{architecture}.expert_used_count", 1), default=0),
        expert_feed_forward=max(header.per_layer(f"{architecture}.expert_feed_forward_length", 1), default=0),
        inner=header.whole(f"{architecture}.ssm.inner_size"),
        head_length=sizes.head_length,
        largest_tensor_bytes=max(tensor.size_bytes for tensor in tensors),
        input_weights_bytes=sizes.input_weights,
        output_weights_bytes=sizes.output_weights,
        output_is_shared=sizes.output_is_shared,
        layer_weights_bytes=sizes.weights,
        layer_keys=sizes.keys,
        layer_values=sizes.values,
        layer_state_bytes=sizes.state_bytes,
    )


def _kind(path: Path, header: Header, architecture: str) -> tuple[str, str]:
    """What the file is for, and its pooling. Raises :class:`ModelFileError` for what Baton has no use for."""
    values = header.values
    refused = _REFUSED.get(architecture)
    if values.get("general.type") == "mmproj":
        refused = marked("a picture adapter")
    pooling = ""
    number = values.get(f"{architecture}.pooling_type")
    if isinstance(number, int) and not isinstance(number, bool) and 0 <= number < len(_POOLING):
        pooling = _POOLING[number]
    if pooling == "rank":
        refused = marked("a reranking model")
    if refused is not None:
        raise ModelFileError(
            tr("{name!r} is {kind}, no model for chat.", name=path.name, kind=tr(refused)),
            remedy=tr("Choose the model itself, or another one."),
        )
    if values.get("general.type") == "adapter":
        if values.get("adapter.type") not in ("lora", None):
            raise ModelFileError(
                tr("{name!r} is an adapter of a kind that Baton does not know.", name=path.name),
                remedy=tr("Choose a LoRA adapter."),
            )
        return "adapter", pooling
    if architecture in _EMBEDDING or pooling not in ("", "none"):
        return "embedding", pooling
    return "chat", pooling


def _sampling(values: dict[str, object]) -> tuple[tuple[str, float], ...]:
    found = []
    for name in _SAMPLING:
        value = values.get(f"general.sampling.{name}")
        if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
            found.append((name, value))
    return tuple(found)


def _quantisation(values: dict[str, object], tensors: list[Tensor]) -> str:
    file_type = values.get("general.file_type")
    if isinstance(file_type, int) and file_type in _FILE_TYPES:
        return _FILE_TYPES[file_type]
    by_type: dict[int, int] = {}
    for tensor in tensors:
        by_type[tensor.type] = by_type.get(tensor.type, 0) + tensor.elements
    most = max(by_type, key=lambda type_: by_type[type_])
    return TENSOR_TYPES[most][0] if most in TENSOR_TYPES else ""


def _count_label(parameters: int) -> str:
    for unit, size in (("T", 10**12), ("B", 10**9), ("M", 10**6), ("K", 10**3)):
        if parameters >= size:
            return f"{parameters / size:.3g}{unit}"
    return str(parameters)
