"""What each layer of a model takes: weights, keys and values for a token, recurrent state. From the metadata alone.

The rules are llama.cpp's (``llama_hparams``, ``llama_model::create_memory`` and the architectures' own files); an
architecture that is not named here counts as a plain transformer, which takes at least as much as its like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.llama.gguf.format import MAX_LAYERS, Header, Tensor

_BLOCK = re.compile(r"blk\.(\d{1,4})\.")
_INPUT = ("token_embd.", "position_embd.", "token_types.", "per_layer_token_embd.")

_RECURRENT = frozenset({"mamba", "mamba2", "rwkv6", "rwkv6qwen2", "rwkv7", "arwkv7"})
# Some layers recurrent, the others with attention; those without KV heads are the recurrent ones.
_HYBRID_BY_HEADS = frozenset(
    {"jamba", "plamo2", "granitehybrid", "lfm2", "lfm2moe", "kimi-linear", "kimi-k3", "bailingmoe3", "glm5-next"}
)
# Here every so many layers have attention.
_HYBRID_BY_INTERVAL = frozenset({"qwen3next", "qwen35", "qwen35moe", "qwen4exp", "minimax-01"})
_NEMOTRON = frozenset({"nemotron_h", "nemotron_h_moe"})
# These two kinds read a text at once and keep nothing of it (create_memory returns no memory).
_ENCODERS = frozenset(
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
        "t5encoder",
    }
)
_DIFFUSION = frozenset({"dream", "llada", "llada-moe", "rnd1"})
_GEMMA3N_LAYERS_WITH_KV = 20
_STATE_NUMBER_BYTES = 4  # recurrent state is kept as 32-bit floats


@dataclass(frozen=True, kw_only=True, slots=True)
class LayerSizes:
    """One item a layer in ``weights`` (bytes), ``keys`` and ``values`` (numbers a token), ``state_bytes`` (a sequence).

    ``input_weights`` stay in main memory; ``output_weights`` go with the last layers, and are the table of embeddings
    over again where ``output_is_shared``.
    """

    weights: tuple[int, ...]
    keys: tuple[int, ...]
    values: tuple[int, ...]
    state_bytes: tuple[int, ...]
    input_weights: int
    output_weights: int
    output_is_shared: bool
    head_length: int


def layer_sizes(header: Header, architecture: str, tensors: Sequence[Tensor]) -> LayerSizes:
    """What each layer takes. A file that contradicts itself gives numbers as wrong as it is, and no error."""
    layers = min(header.whole(f"{architecture}.block_count"), MAX_LAYERS)
    weights = [0] * layers
    input_weights = output_weights = embedding_table = 0
    has_output = False
    for tensor in tensors:
        block = _BLOCK.match(tensor.name)
        if block is not None and int(block[1]) < layers:
            weights[int(block[1])] += tensor.size_bytes
        elif tensor.name.startswith(_INPUT) or architecture in _ENCODERS:
            input_weights += tensor.size_bytes
            if tensor.name == "token_embd.weight":
                embedding_table = tensor.size_bytes
        else:
            output_weights += tensor.size_bytes
            has_output = has_output or tensor.name == "output.weight"
    shared = not has_output and architecture not in _ENCODERS
    keys, values, head = _attention(header, architecture, layers)
    states = _states(header, architecture, layers)
    return LayerSizes(
        weights=tuple(weights),
        keys=keys,
        values=values,
        state_bytes=states,
        input_weights=input_weights,
        output_weights=output_weights + (embedding_table if shared else 0),
        output_is_shared=shared,
        head_length=head,
    )


def _attention(header: Header, architecture: str, layers: int) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """Numbers of one token's keys and values in each layer, and of one head's key."""
    none = (0,) * layers
    if architecture in _RECURRENT | _ENCODERS | _DIFFUSION:
        return none, none, 0
    prefix = f"{architecture}.attention."
    heads = header.per_layer(f"{prefix}head_count", layers)
    width = header.whole(f"{architecture}.embedding_length")
    default = width // heads[0] if heads and heads[0] else 0
    key = header.whole(f"{prefix}key_length") or default
    value = header.whole(f"{prefix}value_length") or default
    windowed_key = header.whole(f"{prefix}key_length_swa") or key
    windowed_value = header.whole(f"{prefix}value_length_swa") or value
    pattern = header.values.get(f"{prefix}sliding_window_pattern")
    windowed = [bool(item) for item in pattern] if isinstance(pattern, list) else []
    kv_heads = _padded(header.per_layer(f"{prefix}head_count_kv", layers) or heads, layers)
    if f"{prefix}key_length_mla" in header.values and f"{prefix}value_length_mla" in header.values:
        value = windowed_value = 0  # multi-head latent attention: the values are read out of the keys
    with_kv = _with_kv(header, architecture, layers)
    indexer = header.whole(f"{prefix}indexer.key_length")
    keys, values = [], []
    for layer in range(layers):
        count = kv_heads[layer] if layer in with_kv else 0
        if windowed:
            within = layer < len(windowed) and windowed[layer]
            key_length, value_length = (windowed_key, windowed_value) if within else (key, value)
        else:
            key_length, value_length = max(key, windowed_key), max(value, windowed_value)
        keys.append(count * key_length + (indexer if count else 0))
        values.append(count * value_length)
    return tuple(keys), tuple(values), max(key, windowed_key)


def _with_kv(header: Header, architecture: str, layers: int) -> range | list[int]:
    """The layers that keep keys and values of their own."""
    own = range(max(layers - header.whole(f"{architecture}.nextn_predict_layers"), 0))
    if architecture == "gemma3n":
        return range(min(layers, _GEMMA3N_LAYERS_WITH_KV))
    if architecture == "gemma4":
        return range(max(layers - header.whole(f"{architecture}.attention.shared_kv_layers"), 0))
    if architecture in _HYBRID_BY_INTERVAL:
        recurrent = _recurrent(header, architecture, layers)
        return [layer for layer in own if layer not in recurrent]
    if architecture in _NEMOTRON:
        feed_forward = _padded(header.per_layer(f"{architecture}.feed_forward_length", layers), layers)
        return [layer for layer in own if not feed_forward[layer]]
    return own


def _recurrent(header: Header, architecture: str, layers: int) -> set[int]:
    """The layers that keep a recurrent state."""
    own = range(max(layers - header.whole(f"{architecture}.nextn_predict_layers"), 0))
    if architecture in _RECURRENT or architecture == "falcon-h1":
        return set(range(layers))
    if architecture in _HYBRID_BY_INTERVAL:
        given = header.values.get(f"{architecture}.attention.recurrent_layers")
        if isinstance(given, list):
            return {layer for layer, flag in enumerate(given[:layers]) if flag}
        interval = header.whole(f"{architecture}.full_attention_interval") or 4
        return {layer for layer in own if (layer + 1) % interval != 0}
    if architecture in _HYBRID_BY_HEADS or architecture in _NEMOTRON:
        kv_heads = _padded(header.per_layer(f"{architecture}.attention.head_count_kv", layers), layers)
        found = {layer for layer in own if not kv_heads[layer]}
        if architecture in _NEMOTRON:
            feed_forward = _padded(header.per_layer(f"{architecture}.feed_forward_length", layers), layers)
            found = {layer for layer in found if not feed_forward[layer]}
        return found
    return set()


def _states(header: Header, architecture: str, layers: int) -> tuple[int, ...]:
    """Bytes of one sequence's recurrent state in each layer (``llama_hparams::n_embd_r`` and ``n_embd_s``)."""
    recurrent = _recurrent(header, architecture, layers)
    if not recurrent:
        return (0,) * layers
    width = header.whole(f"{architecture}.embedding_length")
    heads = max(header.per_layer(f"{architecture}.attention.head_count", layers), default=0)
    convolution = header.whole(f"{architecture}.ssm.conv_kernel")
    if head := header.whole(f"{architecture}.wkv.head_size"):
        shifts = header.whole(f"{architecture}.token_shift_count") or 2
        numbers = shifts * width + width * head
    elif cache := header.whole(f"{architecture}.shortconv.l_cache"):
        numbers = width * (cache - 1)
    elif head := header.whole(f"{architecture}.kda.head_dim"):
        numbers = 3 * (convolution - 1 if convolution else 3) * heads * head + head * head * heads
    else:
        inner = header.whole(f"{architecture}.ssm.inner_size")
        state = header.whole(f"{architecture}.ssm.state_size")
        groups = header.whole(f"{architecture}.ssm.group_count")
        numbers = max(convolution - 1, 0) * (inner + 2 * groups * state) + state * inner
        if architecture == "minimax-01":
            head = header.whole(f"{architecture}.attention.key_length") or (width // heads if heads else 0)
            numbers = head * head * heads
    return tuple(numbers * _STATE_NUMBER_BYTES if layer in recurrent else 0 for layer in range(layers))


def _padded(values: list[int], layers: int) -> list[int]:
    return (values + [0] * layers)[:layers]
