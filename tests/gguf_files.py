"""Small GGUF files for tests, good and broken; owns no model worth talking to and downloads nothing.

The weights are made, not trained. Each token's embedding is a random direction, attention and feed-forward add nothing,
and the output matrix maps a token's direction to the token that shall follow: a real llama-architecture model, run by
the real llama.cpp, that says what the test wants, at any temperature. The chat template chooses among several replies
by a word in the last message.
"""

from __future__ import annotations

import itertools
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import gguf
import numpy as np
from numpy.typing import NDArray

REPLY = (
    "This answer comes from a small model on this machine. It knows a few sentences and says them in turn.\n\n"
    "- Nothing was sent anywhere.\n- Every word took one token.\n- The weights were made for a test.\n\n"
    "Ask for something else, and it will go on like this. "
)

_START, _END, _EOS = "<|im_start|>", "<|im_end|>", "<|endoftext|>"
_WIDTH = 128  # embedding length: random directions of this many dimensions are nearly orthogonal
_HEADS = 4
_SCALE = 60.0  # the logit of the token that shall follow; every other one stays far below
_TEMPLATE = (
    "{%- if tools %}<|im_start|>system\nTools:{% for tool in tools %}\n{{ tool | tojson }}{% endfor %}<|im_end|>\n"
    "{%- endif %}"
    "{%- for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content or '' }}"
    "{%- for call in message.tool_calls or [] %}<tool_call>{{ call.function | tojson }}</tool_call>{% endfor %}"
    "<|im_end|>\n{% endfor %}"
    "{%- if add_generation_prompt %}<|im_start|>assistant\n@CHOICE@{% endif %}"
)


def write_tiny_gguf(
    path: Path,
    *,
    reply: str = REPLY,
    replies: Mapping[str, str] | None = None,
    ends: bool = False,
    varied: bool = False,
    split_characters: bool = False,
    chat_template: bool = True,
    context: int = 8192,
    layers: int = 2,
    seed: int = 0,
    name: str = "Tiny",
    architecture: str = "llama",
    pooling: gguf.PoolingType | None = None,
) -> Path:
    """Write a model that llama.cpp loads in milliseconds (well under 2 MB) and return ``path``.

    It answers ``reply``, over and over, or once and then ends (``ends``). ``replies`` maps a word to the reply given
    (once) where the last message contains it, whoever wrote that message: a tool's result can be answered too.
    ``split_characters`` ends tokens inside multi-byte characters. ``varied`` ignores the replies: random weights with
    a working attention, printable ASCII, a different text for each seed of the sampler, never an end. ``context`` is
    the length the file claims; ``layers`` makes it slower. ``pooling`` makes it an embedding model.
    """
    rng = np.random.default_rng(seed)
    script = _Script(split_characters=split_characters)
    first = script.add(reply, ends=ends)
    for byte in range(256):
        script.follow[byte] = first
    for marker in (_START, _END):
        script.follow[script.control[marker]] = first
    choices = ""
    for number, (word, text) in enumerate((replies or {}).items()):
        marker = f"<|reply_{number}|>"
        script.follow[script.add_control(marker)] = script.add(text, ends=True)
        keyword = "if" if not choices else "elif"
        choices += f"{{%- {keyword} {json.dumps(word)} in (messages[-1].content or '') %}}{marker}"
    choices += "{%- endif %}" if choices else ""

    writer = gguf.GGUFWriter(path, architecture)
    writer.add_name(name)
    writer.add_size_label("200K")
    writer.add_context_length(context)
    writer.add_embedding_length(_WIDTH)
    writer.add_block_count(layers)
    writer.add_feed_forward_length(_WIDTH)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(1)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(_WIDTH // _HEADS)
    writer.add_vocab_size(len(script.tokens))
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16)
    if pooling is not None:
        writer.add_pooling_type(pooling)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(script.tokens)
    writer.add_token_types(script.types)
    writer.add_token_merges(["Ġ Ġ"])
    writer.add_eos_token_id(script.control[_EOS])
    writer.add_bos_token_id(script.control[_EOS])
    writer.add_add_bos_token(False)
    if chat_template:
        writer.add_chat_template(_TEMPLATE.replace("@CHOICE@", choices))
    embedding, output = _varied_matrices(script, rng) if varied else _scripted_matrices(script, rng)
    writer.add_tensor("token_embd.weight", embedding.astype(np.float16))
    writer.add_tensor("output_norm.weight", np.ones(_WIDTH, dtype=np.float32))
    writer.add_tensor("output.weight", output.astype(np.float16))
    for layer in range(layers):
        _add_layer(writer, layer, rng, strength=0.1 if varied else 0.0)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def write_lora(path: Path, *, architecture: str = "llama", layers: int = 2, seed: int = 7) -> Path:
    """A LoRA adapter of rank 4 for the query matrices of the tiny model; it changes what the model says."""
    rng = np.random.default_rng(seed)
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", 8.0)
    for layer in range(layers):
        name = f"blk.{layer}.attn_q.weight"
        writer.add_tensor(f"{name}.lora_a", rng.normal(size=(4, _WIDTH)).astype(np.float32))
        writer.add_tensor(f"{name}.lora_b", rng.normal(size=(_WIDTH, 4)).astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def write_too_big(path: Path) -> Path:
    """A well-formed model of 4 TiB, on a disk that holds a few kilobytes of it (a sparse file)."""
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("Too big")
    writer.add_context_length(4096)
    writer.add_embedding_length(1 << 20)
    writer.add_block_count(2)
    writer.add_head_count(64)
    size = 1 << 42
    writer.add_tensor_info("token_embd.weight", (1 << 20, 1 << 21), np.dtype(np.float16), size)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    writer.close()
    with path.open("ab") as file:
        file.truncate(file.tell() + size + 64)
    return path


def write_not_gguf(path: Path) -> Path:
    """A text file that calls itself a model."""
    path.write_text("This is a shopping list, not a model.\n" * 100, encoding="utf-8")
    return path


def write_truncated_header(path: Path) -> Path:
    """A model whose download broke off inside the metadata."""
    return _cut(path, keep=700)


def write_truncated_tensors(path: Path) -> Path:
    """A model whose metadata is whole and whose weights are cut in half."""
    size = write_tiny_gguf(path).stat().st_size
    return _cut(path, keep=size - 100_000)


def write_huge_counts(path: Path) -> Path:
    """A header that claims 2**60 metadata entries and tensors."""
    path.write_bytes(b"GGUF" + struct.pack("<IQQ", 3, 2**60, 2**60) + b"\0" * 64)
    return path


def write_huge_string(path: Path) -> Path:
    """A header whose first key claims to be 2**62 bytes long."""
    path.write_bytes(b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + struct.pack("<Q", 2**62) + b"general.name")
    return path


def write_wrong_version(path: Path) -> Path:
    """A model of a format version that does not exist."""
    write_tiny_gguf(path)
    data = bytearray(path.read_bytes())
    data[4:8] = struct.pack("<I", 99)
    path.write_bytes(data)
    return path


def write_unknown_architecture(path: Path) -> Path:
    """A well-formed model of an architecture that llama.cpp does not know."""
    return write_tiny_gguf(path, architecture="perceptron9")


def write_without_chat_template(path: Path) -> Path:
    """A model that does not say how a conversation is written."""
    return write_tiny_gguf(path, chat_template=False)


def _cut(path: Path, *, keep: int) -> Path:
    if not path.exists():
        write_tiny_gguf(path)
    path.write_bytes(path.read_bytes()[:keep])
    return path


def _byte_letters() -> list[str]:
    """GPT-2's letter for each byte: printable ones stand for themselves, the others for U+0100 and up."""
    plain = {*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)}
    spare = iter(range(256, 512))
    return [chr(byte) if byte in plain else chr(next(spare)) for byte in range(256)]


@dataclass
class _Script:
    """The vocabulary, and which token follows which."""

    split_characters: bool
    letters: list[str] = field(default_factory=_byte_letters)
    tokens: list[str] = field(default_factory=list)
    types: list[int] = field(default_factory=list)
    follow: dict[int, int] = field(default_factory=dict)
    control: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for letter in self.letters:
            self._add_token(letter, gguf.TokenType.NORMAL)
        self._add_token("ĠĠ", gguf.TokenType.NORMAL)
        self.follow[256] = 0
        for marker in (_EOS, _START, _END):
            self.add_control(marker)

    def add_control(self, marker: str) -> int:
        self.control[marker] = self._add_token(marker, gguf.TokenType.CONTROL)
        return self.control[marker]

    def add(self, text: str, *, ends: bool) -> int:
        """Add the tokens of a reply as a chain; returns the first. The last leads to the end or to the first."""
        data = text.encode()
        if not data:
            return self.control[_END]
        chain: list[int] = []
        start = 0
        while start < len(data):
            stop = self._stop(data, start)
            piece = "".join(self.letters[byte] for byte in data[start:stop])
            # Every state of the chain is a token of its own, so a piece used before grows until it is new.
            while piece in self.tokens and stop < len(data):
                stop += 1
                piece += self.letters[data[stop - 1]]
            if piece in self.tokens:  # the very end of the text: reuse the token only where nothing hangs on it
                piece = "".join(self.letters[byte] for byte in data[start:])
                previous = chain.pop() if chain else None
                if previous is None:
                    raise ValueError(f"the reply {text!r} is too short to be told from others")
                piece = self.tokens[previous] + piece
                self.tokens[previous] = piece
                chain.append(previous)
                break
            chain.append(self._add_token(piece, gguf.TokenType.NORMAL))
            start = stop
        for token, following in itertools.pairwise(chain):
            self.follow[token] = following
        self.follow[chain[-1]] = self.control[_END] if ends else chain[0]
        return chain[0]

    def _stop(self, data: bytes, start: int) -> int:
        if self.split_characters:
            return min(start + 2, len(data))
        stop = data.find(b" ", start + 1)
        return stop if stop > 0 else len(data)

    def _add_token(self, token: str, kind: gguf.TokenType) -> int:
        self.tokens.append(token)
        self.types.append(int(kind))
        return len(self.tokens) - 1


def _scripted_matrices(script: _Script, rng: np.random.Generator) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    count = len(script.tokens)
    directions = rng.normal(size=(count, _WIDTH))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    # What stands in a prompt leads to the reply's first token, whatever it is: one shared direction says "prompt".
    prompt = directions[0].copy()
    for token in (*range(257), script.control[_START], script.control[_END]):
        directions[token] = prompt + 0.05 * directions[token]
    output = np.zeros((count, _WIDTH))
    # The state is normed to length sqrt(width) before the output matrix.
    strength = _SCALE / np.sqrt(_WIDTH)
    output[script.follow[0]] += strength * prompt
    for token, following in script.follow.items():
        if token > 256 and token not in (script.control[_START], script.control[_END]):
            output[following] += strength * directions[token]
    return directions, output


def _varied_matrices(script: _Script, rng: np.random.Generator) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    count = len(script.tokens)
    embedding = rng.normal(size=(count, _WIDTH))
    embedding[:, 0] = 8.0  # the same for every token, so that the output matrix can lean on it
    output = rng.normal(size=(count, _WIDTH)) * 0.15
    output[:, 0] = -20.0
    for byte in (*range(ord("a"), ord("z") + 1), ord(" ")):
        output[byte, 0] = 0.0
    return embedding, output


def _add_layer(writer: gguf.GGUFWriter, layer: int, rng: np.random.Generator, *, strength: float) -> None:
    prefix = f"blk.{layer}."
    narrow = _WIDTH // _HEADS
    shapes = {
        "attn_q": (_WIDTH, _WIDTH),
        "attn_k": (narrow, _WIDTH),
        "attn_v": (narrow, _WIDTH),
        "attn_output": (_WIDTH, _WIDTH),
        "ffn_gate": (_WIDTH, _WIDTH),
        "ffn_up": (_WIDTH, _WIDTH),
        "ffn_down": (_WIDTH, _WIDTH),
    }
    for tensor, shape in shapes.items():
        writes_back = tensor in {"attn_output", "ffn_down"}
        weights = rng.normal(size=shape) * (strength if writes_back else 0.1)
        writer.add_tensor(f"{prefix}{tensor}.weight", weights.astype(np.float16))
    for norm in ("attn_norm", "ffn_norm"):
        writer.add_tensor(f"{prefix}{norm}.weight", np.ones(_WIDTH, dtype=np.float32))
