"""GGUF files with the shapes of well-known models and no weights: sparse files for what reads metadata alone.

Each has few layers, and otherwise the sizes of a model people run, so that what llama.cpp would allocate for it can be
compared with the load plan. Sizes are from the models' published configurations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import gguf
import numpy as np

Shape = tuple[int, ...]
Value = int | float | bool | str | Sequence[int] | Sequence[bool]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """An architecture, its metadata (without the prefix), its tensors (columns first), its vocabulary."""

    architecture: str
    metadata: Mapping[str, Value]
    tensors: Sequence[tuple[str, Shape]]
    vocabulary: int


def write_skeleton(path: Path, skeleton: Skeleton, *, type_name: str = "F16") -> Path:
    """Write the file and return ``path``; on disk it takes some kilobytes. Matrices are of ``type_name``."""
    writer = gguf.GGUFWriter(path, skeleton.architecture)
    for key, value in skeleton.metadata.items():
        full = f"{skeleton.architecture}.{key}"
        match value:
            case bool():
                writer.add_bool(full, value)
            case int():
                writer.add_uint32(full, value)
            case float():
                writer.add_float32(full, value)
            case str():
                writer.add_string(full, value)
            case _:
                writer.add_array(full, value)
    writer.add_string("tokenizer.ggml.model", "no_vocab")
    writer.add_uint32("tokenizer.ggml.token_type_count", 2)
    writer.add_uint32(f"{skeleton.architecture}.vocab_size", skeleton.vocabulary)
    matrix = gguf.GGMLQuantizationType[type_name]
    end = 0
    for name, shape in skeleton.tensors:
        quantised = len(shape) > 1 and "norm" not in name and shape[0] % 32 == 0
        kind = matrix if quantised else gguf.GGMLQuantizationType.F32
        block, block_bytes = gguf.GGML_QUANT_SIZES[kind]
        size = int(np.prod(shape)) // block * block_bytes
        rows = tuple(reversed(shape))
        if kind in (gguf.GGMLQuantizationType.F16, gguf.GGMLQuantizationType.F32):
            dtype = np.dtype(np.float16 if kind is gguf.GGMLQuantizationType.F16 else np.float32)
            writer.add_tensor_info(name, rows, dtype, size)
        else:
            bytes_shape = gguf.quant_shape_to_byte_shape(rows, kind)
            writer.add_tensor_info(name, bytes_shape, np.dtype(np.uint8), size, raw_dtype=kind)
        end += -(-size // 32) * 32
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    writer.close()
    with path.open("ab") as file:
        file.truncate(file.tell() + end + 64)
    return path


def _embeddings(width: int, vocabulary: int, *, tied: bool = False) -> list[tuple[str, Shape]]:
    tensors: list[tuple[str, Shape]] = [("token_embd.weight", (width, vocabulary)), ("output_norm.weight", (width,))]
    return tensors if tied else [*tensors, ("output.weight", (width, vocabulary))]


def _attention(block: str, width: int, query: int, key: int, value: int, *, norm: int = 0) -> list[tuple[str, Shape]]:
    tensors: list[tuple[str, Shape]] = [
        (f"{block}attn_norm.weight", (width,)),
        (f"{block}attn_q.weight", (width, query)),
        (f"{block}attn_k.weight", (width, key)),
        (f"{block}attn_v.weight", (width, value)),
        (f"{block}attn_output.weight", (query, width)),
    ]
    if norm:
        tensors += [(f"{block}attn_q_norm.weight", (norm,)), (f"{block}attn_k_norm.weight", (norm,))]
    return tensors


def _feed_forward(block: str, width: int, inner: int) -> list[tuple[str, Shape]]:
    return [
        (f"{block}ffn_norm.weight", (width,)),
        (f"{block}ffn_gate.weight", (width, inner)),
        (f"{block}ffn_up.weight", (width, inner)),
        (f"{block}ffn_down.weight", (inner, width)),
    ]


def _experts(block: str, width: int, inner: int, count: int, *, shared: int = 0) -> list[tuple[str, Shape]]:
    tensors: list[tuple[str, Shape]] = [
        (f"{block}ffn_norm.weight", (width,)),
        (f"{block}ffn_gate_inp.weight", (width, count)),
        (f"{block}ffn_gate_exps.weight", (width, inner, count)),
        (f"{block}ffn_up_exps.weight", (width, inner, count)),
        (f"{block}ffn_down_exps.weight", (inner, width, count)),
    ]
    if shared:
        tensors += [
            (f"{block}ffn_gate_shexp.weight", (width, shared)),
            (f"{block}ffn_up_shexp.weight", (width, shared)),
            (f"{block}ffn_down_shexp.weight", (shared, width)),
        ]
    return tensors


def _plain(
    architecture: str,
    *,
    width: int,
    heads: int,
    kv_heads: int,
    head: int,
    inner: int,
    vocabulary: int,
    layers: int = 4,
    tied: bool = False,
    norms: bool = False,
    post_norms: bool = False,
    more: Mapping[str, Value] | None = None,
) -> Skeleton:
    tensors = _embeddings(width, vocabulary, tied=tied)
    for layer in range(layers):
        block = f"blk.{layer}."
        tensors += _attention(block, width, heads * head, kv_heads * head, kv_heads * head, norm=head if norms else 0)
        tensors += _feed_forward(block, width, inner)
        if post_norms:
            tensors += [(f"{block}post_attention_norm.weight", (width,)), (f"{block}post_ffw_norm.weight", (width,))]
    return Skeleton(
        architecture,
        {
            "context_length": 131072,
            "embedding_length": width,
            "block_count": layers,
            "feed_forward_length": inner,
            "attention.head_count": heads,
            "attention.head_count_kv": kv_heads,
            "attention.key_length": head,
            "attention.value_length": head,
            "rope.dimension_count": head,
            "attention.layer_norm_rms_epsilon": 1e-5,
            **(more or {}),
        },
        tensors,
        vocabulary,
    )


def llama_3_8b() -> Skeleton:
    return _plain("llama", width=4096, heads=32, kv_heads=8, head=128, inner=14336, vocabulary=128256)


def llama_2_7b() -> Skeleton:
    return _plain("llama", width=4096, heads=32, kv_heads=32, head=128, inner=11008, vocabulary=32000)


def tinyllama() -> Skeleton:
    return _plain("llama", width=2048, heads=32, kv_heads=4, head=64, inner=5632, vocabulary=32000)


def qwen_3_4b() -> Skeleton:
    return _plain(
        "qwen3", width=2560, heads=32, kv_heads=8, head=128, inner=9728, vocabulary=151936, tied=True, norms=True
    )


def gemma_3_4b() -> Skeleton:
    """Five layers of six look back through a window only."""
    return _plain(
        "gemma3",
        width=2560,
        heads=8,
        kv_heads=4,
        head=256,
        inner=10240,
        vocabulary=262144,
        layers=7,
        tied=True,
        norms=True,
        post_norms=True,
        more={"attention.sliding_window": 1024},
    )


def qwen_3_30b_a3b() -> Skeleton:
    """Mixture of experts: 8 of 128 for each token."""
    width, layers, vocabulary = 2048, 2, 151936
    tensors = _embeddings(width, vocabulary)
    for layer in range(layers):
        block = f"blk.{layer}."
        tensors += _attention(block, width, 4096, 512, 512, norm=128)
        tensors += _experts(block, width, 768, 128)
    return Skeleton(
        "qwen3moe",
        {
            "context_length": 40960,
            "embedding_length": width,
            "block_count": layers,
            "feed_forward_length": 6144,
            "attention.head_count": 32,
            "attention.head_count_kv": 4,
            "attention.key_length": 128,
            "attention.value_length": 128,
            "attention.layer_norm_rms_epsilon": 1e-6,
            "expert_count": 128,
            "expert_used_count": 8,
            "expert_feed_forward_length": 768,
        },
        tensors,
        vocabulary,
    )


def deepseek_v2_lite() -> Skeleton:
    """Multi-head latent attention: 576 numbers a token, whatever the number of heads. One dense layer first."""
    width, layers, vocabulary, heads = 2048, 26, 102400, 16
    tensors = _embeddings(width, vocabulary)
    for layer in range(layers):
        block = f"blk.{layer}."
        tensors += [
            (f"{block}attn_norm.weight", (width,)),
            (f"{block}attn_q.weight", (width, heads * 192)),
            (f"{block}attn_kv_a_norm.weight", (512,)),
            (f"{block}attn_kv_a_mqa.weight", (width, 576)),
            (f"{block}attn_k_b.weight", (128, 512, heads)),
            (f"{block}attn_v_b.weight", (512, 128, heads)),
            (f"{block}attn_output.weight", (heads * 128, width)),
        ]
        tensors += _feed_forward(block, width, 10944) if layer == 0 else _experts(block, width, 1408, 8, shared=2816)
    return Skeleton(
        "deepseek2",
        {
            "context_length": 163840,
            "embedding_length": width,
            "block_count": layers,
            "feed_forward_length": 10944,
            "leading_dense_block_count": 1,
            "attention.head_count": heads,
            "attention.head_count_kv": 1,
            "attention.key_length": 576,
            "attention.value_length": 512,
            "attention.key_length_mla": 192,
            "attention.value_length_mla": 128,
            "attention.kv_lora_rank": 512,
            "attention.layer_norm_rms_epsilon": 1e-6,
            "rope.dimension_count": 64,
            "expert_count": 8,
            "expert_used_count": 6,
            "expert_shared_count": 2,
            "expert_feed_forward_length": 1408,
            "expert_weights_scale": 1.0,
        },
        tensors,
        vocabulary,
    )


def _mamba_block(block: str, width: int, *, norms: bool) -> list[tuple[str, Shape]]:
    inner, state, rank = 2 * width, 16, width // 16
    tensors: list[tuple[str, Shape]] = [
        (f"{block}attn_norm.weight", (width,)),
        (f"{block}ssm_in.weight", (width, 2 * inner)),
        (f"{block}ssm_conv1d.weight", (4, inner)),
        (f"{block}ssm_conv1d.bias", (inner,)),
        (f"{block}ssm_x.weight", (inner, rank + 2 * state)),
        (f"{block}ssm_dt.weight", (rank, inner)),
        (f"{block}ssm_dt.bias", (inner,)),
        (f"{block}ssm_a", (state, inner)),
        (f"{block}ssm_d", (inner,)),
        (f"{block}ssm_out.weight", (inner, width)),
    ]
    if norms:
        tensors += [
            (f"{block}ssm_dt_norm.weight", (rank,)),
            (f"{block}ssm_b_norm.weight", (state,)),
            (f"{block}ssm_c_norm.weight", (state,)),
        ]
    return tensors


def mamba_2_8b() -> Skeleton:
    """No attention at all: a state of one size for each sequence."""
    width, layers, vocabulary = 2560, 3, 50280
    tensors = _embeddings(width, vocabulary, tied=True)
    for layer in range(layers):
        tensors += _mamba_block(f"blk.{layer}.", width, norms=False)
    return Skeleton(
        "mamba",
        {
            "context_length": 1048576,
            "embedding_length": width,
            "block_count": layers,
            "feed_forward_length": 0,
            "attention.head_count": 0,
            "attention.layer_norm_rms_epsilon": 1e-5,
            "ssm.conv_kernel": 4,
            "ssm.inner_size": 2 * width,
            "ssm.state_size": 16,
            "ssm.time_step_rank": width // 16,
        },
        tensors,
        vocabulary,
    )


def mamba_2_codestral() -> Skeleton:
    """The second kind of Mamba: a larger state, in groups."""
    width, layers, vocabulary, state, groups, rank = 4096, 2, 32768, 128, 8, 128
    inner = 2 * width
    mixed = inner + 2 * groups * state
    tensors = _embeddings(width, vocabulary)
    for layer in range(layers):
        block = f"blk.{layer}."
        tensors += [
            (f"{block}attn_norm.weight", (width,)),
            (f"{block}ssm_in.weight", (width, inner + mixed + rank)),
            (f"{block}ssm_conv1d.weight", (4, mixed)),
            (f"{block}ssm_conv1d.bias", (mixed,)),
            (f"{block}ssm_dt.bias", (rank,)),
            (f"{block}ssm_a", (1, rank)),
            (f"{block}ssm_d", (1, rank)),
            (f"{block}ssm_norm.weight", (inner // groups, groups)),
            (f"{block}ssm_out.weight", (inner, width)),
        ]
    return Skeleton(
        "mamba2",
        {
            "context_length": 262144,
            "embedding_length": width,
            "block_count": layers,
            "feed_forward_length": 0,
            "attention.head_count": 0,
            "attention.layer_norm_rms_epsilon": 1e-5,
            "ssm.conv_kernel": 4,
            "ssm.inner_size": inner,
            "ssm.state_size": state,
            "ssm.time_step_rank": rank,
            "ssm.group_count": groups,
        },
        tensors,
        vocabulary,
    )


def jamba_mini() -> Skeleton:
    """One layer of four has attention, the others a state."""
    width, layers, vocabulary = 2560, 4, 65536
    tensors = _embeddings(width, vocabulary)
    kv_heads = [0, 0, 1, 0]
    for layer in range(layers):
        block = f"blk.{layer}."
        if kv_heads[layer]:
            tensors += _attention(block, width, width, 128, 128)
        else:
            tensors += _mamba_block(block, width, norms=True)
        tensors += _feed_forward(block, width, 8192)
    return Skeleton(
        "jamba",
        {
            "context_length": 262144,
            "embedding_length": width,
            "block_count": layers,
            "feed_forward_length": 8192,
            "attention.head_count": 20,
            "attention.head_count_kv": kv_heads,
            "attention.layer_norm_rms_epsilon": 1e-6,
            "ssm.conv_kernel": 4,
            "ssm.inner_size": 2 * width,
            "ssm.state_size": 16,
            "ssm.time_step_rank": width // 16,
        },
        tensors,
        vocabulary,
    )


def qwen_3_next() -> Skeleton:
    """Three layers of four are a gated delta net; all have experts."""
    width, layers, vocabulary, state, groups, rank = 2048, 4, 151936, 128, 16, 32
    key, value = state * groups, state * rank
    tensors = _embeddings(width, vocabulary)
    for layer in range(layers):
        block = f"blk.{layer}."
        if (layer + 1) % 4 == 0:
            tensors += _attention(block, width, 16 * 256 * 2, 512, 512, norm=256)
            tensors = [(n, (16 * 256, width)) if n == f"{block}attn_output.weight" else (n, s) for n, s in tensors]
        else:
            tensors += [
                (f"{block}attn_norm.weight", (width,)),
                (f"{block}attn_qkv.weight", (width, key * 2 + value)),
                (f"{block}attn_gate.weight", (width, value)),
                (f"{block}ssm_conv1d.weight", (4, key * 2 + value)),
                (f"{block}ssm_dt.bias", (rank,)),
                (f"{block}ssm_a", (rank,)),
                (f"{block}ssm_ba.weight", (width, rank * 2)),
                (f"{block}ssm_norm.weight", (state,)),
                (f"{block}ssm_out.weight", (value, width)),
            ]
        experts = _experts(block, width, 512, 16, shared=512)
        tensors += [(name, shape) for name, shape in experts if not name.endswith("ffn_norm.weight")]
        tensors += [
            (f"{block}post_attention_norm.weight", (width,)),
            (f"{block}ffn_gate_inp_shexp.weight", (width,)),
        ]
    return Skeleton(
        "qwen3next",
        {
            "context_length": 262144,
            "embedding_length": width,
            "block_count": layers,
            "feed_forward_length": 5120,
            "attention.head_count": 16,
            "attention.head_count_kv": 2,
            "attention.key_length": 256,
            "attention.value_length": 256,
            "attention.layer_norm_rms_epsilon": 1e-6,
            "rope.dimension_count": 64,
            "expert_count": 16,
            "expert_used_count": 10,
            "expert_feed_forward_length": 512,
            "expert_shared_feed_forward_length": 512,
            "ssm.conv_kernel": 4,
            "ssm.inner_size": value,
            "ssm.state_size": state,
            "ssm.time_step_rank": rank,
            "ssm.group_count": groups,
        },
        tensors,
        vocabulary,
    )


def lfm_2_1_2b() -> Skeleton:
    """Short convolutions with a state, and attention in every other layer."""
    width, layers, vocabulary = 2048, 4, 65536
    kv_heads = [0, 0, 8, 0]
    tensors: list[tuple[str, Shape]] = [
        ("token_embd.weight", (width, vocabulary)),
        ("token_embd_norm.weight", (width,)),
    ]
    for layer in range(layers):
        block = f"blk.{layer}."
        if kv_heads[layer]:
            tensors += _attention(block, width, width, 512, 512, norm=64)
        else:
            tensors += [
                (f"{block}attn_norm.weight", (width,)),
                (f"{block}shortconv.conv.weight", (3, width)),
                (f"{block}shortconv.in_proj.weight", (width, 3 * width)),
                (f"{block}shortconv.out_proj.weight", (width, width)),
            ]
        tensors += _feed_forward(block, width, 8192)
    return Skeleton(
        "lfm2",
        {
            "context_length": 128000,
            "embedding_length": width,
            "block_count": layers,
            "feed_forward_length": 8192,
            "attention.head_count": 32,
            "attention.head_count_kv": kv_heads,
            "attention.layer_norm_rms_epsilon": 1e-5,
            "shortconv.l_cache": 3,
        },
        tensors,
        vocabulary,
    )


def gpt_oss_20b() -> Skeleton:
    """Experts and every other layer with a window of 128."""
    width, layers, vocabulary, experts, inner = 2880, 2, 201088, 32, 2880
    tensors = _embeddings(width, vocabulary)
    for layer in range(layers):
        block = f"blk.{layer}."
        tensors += _attention(block, width, 4096, 512, 512)
        tensors += [
            (name, shape)
            for name, shape in _experts(block, width, inner, experts)
            if not name.endswith("ffn_norm.weight")
        ]
        tensors += [
            (f"{block}post_attention_norm.weight", (width,)),
            (f"{block}attn_sinks.weight", (64,)),
            (f"{block}attn_output.bias", (width,)),
            (f"{block}ffn_gate_inp.bias", (experts,)),
            (f"{block}ffn_gate_exps.bias", (inner, experts)),
            (f"{block}ffn_up_exps.bias", (inner, experts)),
            (f"{block}ffn_down_exps.bias", (width, experts)),
        ]
    return Skeleton(
        "gpt-oss",
        {
            "context_length": 131072,
            "embedding_length": width,
            "block_count": layers,
            "feed_forward_length": inner,
            "attention.head_count": 64,
            "attention.head_count_kv": 8,
            "attention.key_length": 64,
            "attention.value_length": 64,
            "attention.sliding_window": 128,
            "attention.layer_norm_rms_epsilon": 1e-5,
            "rope.dimension_count": 64,
            "expert_count": experts,
            "expert_used_count": 4,
            "expert_feed_forward_length": inner,
        },
        tensors,
        vocabulary,
    )


def bge_small() -> Skeleton:
    """An embedding model: it keeps nothing of what it read."""
    width, layers, vocabulary, inner = 384, 4, 30522, 1536
    tensors: list[tuple[str, Shape]] = [
        ("token_embd.weight", (width, vocabulary)),
        ("token_types.weight", (width, 2)),
        ("position_embd.weight", (width, 512)),
        ("token_embd_norm.weight", (width,)),
        ("token_embd_norm.bias", (width,)),
    ]
    for layer in range(layers):
        block = f"blk.{layer}."
        tensors += [
            (name, shape)
            for name, shape in _attention(block, width, width, width, width)
            if not name.endswith("attn_norm.weight")
        ]
        tensors += [
            (f"{block}attn_output_norm.weight", (width,)),
            (f"{block}attn_output_norm.bias", (width,)),
            (f"{block}ffn_up.weight", (width, inner)),
            (f"{block}ffn_down.weight", (inner, width)),
            (f"{block}layer_output_norm.weight", (width,)),
            (f"{block}layer_output_norm.bias", (width,)),
        ]
    return Skeleton(
        "bert",
        {
            "context_length": 512,
            "embedding_length": width,
            "block_count": layers,
            "feed_forward_length": inner,
            "attention.head_count": 12,
            "attention.layer_norm_epsilon": 1e-12,
            "attention.causal": False,
            "pooling_type": 2,
        },
        tensors,
        vocabulary,
    )


SKELETONS: Mapping[str, Callable[[], Skeleton]] = {
    maker.__name__: maker
    for maker in (
        llama_3_8b,
        llama_2_7b,
        tinyllama,
        qwen_3_4b,
        gemma_3_4b,
        qwen_3_30b_a3b,
        deepseek_v2_lite,
        mamba_2_8b,
        mamba_2_codestral,
        jamba_mini,
        qwen_3_next,
        lfm_2_1_2b,
        gpt_oss_20b,
        bge_small,
    )
}
