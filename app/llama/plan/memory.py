"""How much memory the parts of a model take when loaded: each layer, its context, the working buffers. Arithmetic only.

The sizes of keys, values and states are llama.cpp's own to the byte. Its working buffers follow from a computation that
only it knows; :func:`layer_working_bytes` and :func:`output_working_bytes` bound them from above. The tests compare all
of them with what llama.cpp reports for models of many kinds.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.llama.gguf.header import GgufFacts

BATCH_TOKENS = 512  # the engine's: tokens computed at once
CONTEXT_STEP_TOKENS = 256  # llama.cpp rounds a context up to a multiple of this

_KV_BLOCKS = {"f16": (1, 2), "q8_0": (32, 34), "q4_0": (32, 18)}  # numbers in a block, and the bytes it takes
_FLOAT_BYTES = 4
_MASK_BYTES = 2  # which token may look at which, as a 16-bit float
_SLACK_BYTES = 4 * 1024**2


@dataclass(frozen=True, kw_only=True, slots=True)
class Loading:
    """How a model is to be loaded, as far as memory goes. ``kv_type`` is ``f16``, ``q8_0`` or ``q4_0``.

    ``batch_tokens`` are computed at once; ``outputs`` is how many of them at most are wanted with their scores.
    """

    context_tokens: int
    kv_type: str = "f16"
    flash_attention: bool = True
    sequences: int = 8
    batch_tokens: int = BATCH_TOKENS
    outputs: int = 8

    @property
    def padded_context(self) -> int:
        """The tokens that llama.cpp makes room for."""
        return -(-self.context_tokens // CONTEXT_STEP_TOKENS) * CONTEXT_STEP_TOKENS


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """A model's parts, in bytes. ``weights`` and ``contexts`` have one item for each layer that repeats.

    ``input`` always lies in main memory. ``output`` goes where the last layer goes; ``output_alone`` is what it takes
    where the input lies beside it, which is less where both are one table.
    """

    weights: tuple[int, ...]
    contexts: tuple[int, ...]
    input: int
    output: int
    output_alone: int


def model_parts(facts: GgufFacts, loading: Loading) -> Parts:
    """What each part takes. Facts without layers of their own are spread evenly."""
    layers = facts.layers
    if len(facts.layer_weights_bytes) == layers > 0:
        weights, input_bytes, output = (
            facts.layer_weights_bytes,
            facts.input_weights_bytes,
            facts.output_weights_bytes,
        )
        shared = facts.input_weights_bytes if facts.output_is_shared else 0
        alone = max(facts.weights_bytes - sum(weights) - input_bytes, 0) if shared else output
    else:
        each = facts.weights_bytes // (layers + 1)
        weights, input_bytes = (each,) * layers, 0
        output = alone = facts.weights_bytes - each * layers
    return Parts(
        weights=weights,
        contexts=_context_sizes(facts, loading),
        input=input_bytes,
        output=output,
        output_alone=alone,
    )


def context_bytes(facts: GgufFacts, loading: Loading) -> int:
    """Memory of the context: the keys and values of every layer that has them, and the states of the others.

    For a plain transformer this is the well-known ``2 x layers x context x KV heads x head length x bytes``
    (``llama-kv-cache.cpp``). Layers with a sliding window are counted in full: the engine keeps them in full, so that
    the part of a conversation that was read before need not be read again.
    """
    return sum(_context_sizes(facts, loading))


def _context_sizes(facts: GgufFacts, loading: Loading) -> tuple[int, ...]:
    tokens = loading.padded_context
    if len(facts.layer_keys) != facts.layers:
        each = facts.kv_elements_per_token // facts.layers if facts.layers else 0
        return (_row_bytes(each, loading.kv_type) * tokens,) * facts.layers
    widest = max(facts.layer_values, default=0)
    sizes = []
    for keys, values, state in zip(facts.layer_keys, facts.layer_values, facts.layer_state_bytes, strict=True):
        # Without flash attention the values lie across, and all layers get the room of the widest.
        wide = widest if values and not loading.flash_attention else values
        sizes.append(
            (_row_bytes(keys, loading.kv_type) + _row_bytes(wide, loading.kv_type)) * tokens + state * loading.sequences
        )
    return tuple(sizes)


def _row_bytes(numbers: int, kv_type: str) -> int:
    block, block_bytes = _KV_BLOCKS[kv_type]
    return -(-numbers // block) * block_bytes


def mask_bytes(facts: GgufFacts, loading: Loading) -> int:
    """The table of which token of a batch may look at which of the context; two where some layers have a window."""
    tables = 2 if facts.sliding_window else 1
    return tables * _looked_at(facts, loading) * loading.batch_tokens * _MASK_BYTES


def layer_working_bytes(facts: GgufFacts, loading: Loading) -> int:
    """An upper bound of the buffer for computing one batch through any layer, on a device that holds layers."""
    width = facts.embedding
    query = facts.heads * (facts.head_length or (width // facts.heads if facts.heads else 0))
    kv = max((keys + values for keys, values in zip(facts.layer_keys, facts.layer_values, strict=True)), default=width)
    attention = 4 * width + 3 * query + 2 * kv
    feed_forward = 4 * width + 3 * facts.feed_forward
    experts = 0
    if facts.experts:
        inner = facts.expert_feed_forward or facts.feed_forward
        experts = 3 * facts.experts_used * inner + (facts.experts_used + 6) * width + 3 * facts.experts
    total = max(attention, feed_forward, experts) * loading.batch_tokens * _FLOAT_BYTES
    if any(facts.layer_state_bytes):
        recurrent = 5 * width + 8 * (facts.inner or width)
        states = 2 * max(facts.layer_state_bytes) * loading.sequences
        total = max(total, recurrent * loading.batch_tokens * _FLOAT_BYTES + states)
    total += mask_bytes(facts, loading)
    if not loading.flash_attention:
        # How much each token of the batch attends to each it may look at, for every head; and the tables once more.
        scores = facts.heads * _looked_at(facts, loading) * loading.batch_tokens * _FLOAT_BYTES
        total += scores + mask_bytes(facts, loading)
    return total + _SLACK_BYTES


def _looked_at(facts: GgufFacts, loading: Loading) -> int:
    """How many tokens one token may look at: the context, or its own batch where nothing is kept."""
    keeps = any(facts.layer_keys) or (not facts.layer_keys and facts.kv_elements_per_token)
    return loading.padded_context if keeps else loading.batch_tokens


def output_working_bytes(facts: GgufFacts, loading: Loading) -> int:
    """An upper bound of what the output layer adds: the scores of the whole vocabulary for every token wanted."""
    scores = facts.vocabulary if facts.output_weights_bytes or not facts.layer_weights_bytes else 0
    return min(loading.outputs, loading.batch_tokens) * (scores + 3 * facts.embedding) * _FLOAT_BYTES


def input_working_bytes(facts: GgufFacts, loading: Loading) -> int:
    """What main memory holds for a model whose layers all lie elsewhere: the batch's embeddings and its tables."""
    return loading.batch_tokens * facts.embedding * _FLOAT_BYTES * 2 + mask_bytes(facts, loading) + _SLACK_BYTES
