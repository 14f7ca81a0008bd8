"""Writes models to measure with: real llama-architecture GGUFs of random weights, of a stated size. Trains nothing."""

from __future__ import annotations

import itertools
import string
from dataclasses import dataclass
from pathlib import Path

_BYTES = 257  # tokens that stand before the words: one for each byte, and two blanks
_CONTROL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
_TEMPLATE = (
    "{%- for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content or '' }}<|im_end|>\n{% endfor %}"
    "{%- if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """A model's size. ``vocabulary`` counts tokens, the other numbers are dimensions."""

    vocabulary: int
    width: int
    layers: int
    feed_forward: int
    heads: int
    kv_heads: int


SHAPES = {
    "usual": Shape(vocabulary=32_000, width=2048, layers=3, feed_forward=5632, heads=16, kv_heads=4),
    "wide": Shape(vocabulary=128_000, width=640, layers=12, feed_forward=1792, heads=10, kv_heads=2),
    "small": Shape(vocabulary=4_000, width=256, layers=4, feed_forward=704, heads=4, kv_heads=1),
}
"""``usual`` has 267 million parameters, ``wide`` 220 million with a vocabulary of 128,000, ``small`` 5 million."""

_CONTEXT_TOKENS = 32_768


def write_model(path: Path, shape: Shape, *, seed: int = 0) -> None:
    """Write a model of 16-bit weights. It writes words and never ends an answer by itself."""
    import gguf
    import numpy as np

    rng = np.random.default_rng(seed)
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("Baton's measure")
    writer.add_context_length(_CONTEXT_TOKENS)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.feed_forward)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.kv_heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(shape.width // shape.heads)
    writer.add_vocab_size(shape.vocabulary)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16)
    tokens = _vocabulary(shape.vocabulary)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    normal, control = int(gguf.TokenType.NORMAL), int(gguf.TokenType.CONTROL)
    writer.add_token_types([control if token in _CONTROL else normal for token in tokens])
    writer.add_token_merges(
        ["Ġ Ġ", *(f"{token[:-1]} {token[-1]}" for token in tokens[_BYTES:] if token not in _CONTROL)]
    )
    writer.add_eos_token_id(tokens.index(_CONTROL[2]))
    writer.add_bos_token_id(tokens.index(_CONTROL[0]))
    writer.add_add_bos_token(False)
    writer.add_chat_template(_TEMPLATE)

    def add(name: str, rows: int, columns: int) -> None:
        weights = rng.standard_normal((rows, columns), dtype=np.float32) * 0.02
        if name == "output":  # nothing but words is ever said
            weights[:_BYTES] = weights[-len(_CONTROL) :] = 0.0
        writer.add_tensor(f"{name}.weight", weights.astype(np.float16))

    def add_norm(name: str) -> None:
        writer.add_tensor(f"{name}.weight", np.ones(shape.width, dtype=np.float32))

    narrow = shape.width // shape.heads * shape.kv_heads
    add("token_embd", shape.vocabulary, shape.width)
    add("output", shape.vocabulary, shape.width)
    add_norm("output_norm")
    for layer in range(shape.layers):
        prefix = f"blk.{layer}."
        for name, rows, columns in (
            ("attn_q", shape.width, shape.width),
            ("attn_k", narrow, shape.width),
            ("attn_v", narrow, shape.width),
            ("attn_output", shape.width, shape.width),
            ("ffn_gate", shape.feed_forward, shape.width),
            ("ffn_up", shape.feed_forward, shape.width),
            ("ffn_down", shape.width, shape.feed_forward),
        ):
            add(prefix + name, rows, columns)
        add_norm(f"{prefix}attn_norm")
        add_norm(f"{prefix}ffn_norm")
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _vocabulary(size: int) -> list[str]:
    """The 256 bytes as GPT-2 writes them, words of one to four letters, and the control tokens last.

    Every word is the word before it and a letter, so that a text is read as the very tokens that wrote it.
    """
    plain = {*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)}
    spare = itertools.count(256)
    letters = [chr(byte) if byte in plain else chr(next(spare)) for byte in range(256)]
    words = (
        "Ġ" + "".join(word)
        for length in itertools.count(1)
        for word in itertools.product(string.ascii_lowercase, repeat=length)
    )
    return [*letters, "ĠĠ", *itertools.islice(words, size - _BYTES - len(_CONTROL)), *_CONTROL]
