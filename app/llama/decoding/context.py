"""A context of a loaded model: what it remembers of each sequence, and the logits of the batch it decoded last.

Runs in the worker alone. Knows tokens and sequences, no requests: what is decoded when, the engine decides.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from enum import Enum, auto
from typing import Any

import llama_cpp
import numpy as np
from numpy.typing import NDArray

from app.domain.errors import OutOfMemoryError
from app.domain.language import tr
from app.llama.decoding.batch import TokenBatch
from app.llama.decoding.loading import LoadedModel
from app.llama.protocol import Load

_ABORTABLE_TOKENS = 32  # a batch of fewer is over before anybody can wait for its end

# ggml.h, enum ggml_type
_KV_TYPES = {"f32": 0, "f16": 1, "q4_0": 2, "q8_0": 8}


def flash_attention_type(load: Load) -> int:
    """llama.h, ``enum llama_flash_attn_type``: off, on, or (where nothing depends on it) as llama.cpp thinks fit."""
    if not load.flash_attention:
        return 0
    return -1 if load.kv_type == "f16" else 1


class Decoded(Enum):
    """How a batch went."""

    DONE = auto()
    FULL = auto()  # no room: nothing was decoded
    ABORTED = auto()  # some of it may have been decoded
    FAILED = auto()


class DecodeContext:
    """llama.cpp's context for ``sequences`` sequences that share its room, and its memory of them.

    ``batch`` is what is decoded next. It implements :class:`app.llama.decoding.prompt_cache.SequenceMemory`.
    ``abort`` is asked between the steps of a large batch (by processors, not by GPUs) whether to give up. Raises
    :class:`OutOfMemoryError`.
    """

    def __init__(
        self, model: LoadedModel, load: Load, *, abort: Callable[[], bool], log_tail: Callable[[], str]
    ) -> None:
        self._abort_callback = llama_cpp.ggml_abort_callback(lambda _data: abort())
        self._no_abort = llama_cpp.ggml_abort_callback()
        self._abortable = False
        settings = llama_cpp.llama_context_default_params()
        settings.n_ctx = load.context_tokens
        settings.n_batch = settings.n_ubatch = load.batch_tokens
        settings.n_seq_max = load.sequences
        settings.n_outputs_max = load.sequences  # logits of every token of a batch would take hundreds of megabytes
        settings.kv_unified = True
        settings.n_threads = load.threads
        settings.n_threads_batch = load.threads
        settings.type_k = settings.type_v = _KV_TYPES[load.kv_type]
        settings.flash_attn_type = flash_attention_type(load)
        settings.no_perf = True
        self._handle: Any = llama_cpp.llama_init_from_model(model.handle, settings)
        if not self._handle:
            raise OutOfMemoryError(
                tr("There is no memory for a context of {count} tokens.", count=load.context_tokens),
                remedy=tr("Choose a smaller context in Settings > Local models."),
                detail=log_tail(),
            )
        self._memory: Any = llama_cpp.llama_get_memory(self._handle)
        self._row: Any = ctypes.c_float * model.vocabulary_size
        self._rows: dict[int, NDArray[np.float32]] = {}
        self.context_tokens = min(load.context_tokens, llama_cpp.llama_n_ctx(self._handle))
        self.batch = TokenBatch(
            min(load.batch_tokens, llama_cpp.llama_n_batch(self._handle))
        )  # a short context takes less

    @property
    def handle(self) -> Any:
        """The ``llama_context`` for samplers and adapters."""
        return self._handle

    def close(self) -> None:
        """Free it. Of no use afterwards."""
        if self._handle is not None:
            llama_cpp.llama_free(self._handle)
            self._handle = None

    def decode(self) -> Decoded:
        """Compute the batch and empty it."""
        batch = self.batch.take()
        # The callback runs at every node of the graph: fine for a large batch, too dear for a few tokens.
        abortable = batch.n_tokens >= _ABORTABLE_TOKENS
        if abortable != self._abortable:
            self._abortable = abortable
            callback = self._abort_callback if abortable else self._no_abort
            llama_cpp.llama_set_abort_callback(self._handle, callback, ctypes.c_void_p())
        match llama_cpp.llama_decode(self._handle, batch):
            case 0:
                return Decoded.DONE
            case 1:
                return Decoded.FULL
            case 2:
                return Decoded.ABORTED
            case _:
                return Decoded.FAILED

    def logits(self, index: int) -> NDArray[np.float32]:
        """The logits after the token at ``index`` of the last batch; valid until the next one."""
        pointer = llama_cpp.llama_get_logits_ith(self._handle, index)
        address = ctypes.addressof(pointer.contents)
        if address not in self._rows:  # llama.cpp has a few rows and uses them again and again
            self._rows[address] = np.frombuffer(self._row.from_address(address), dtype=np.float32)
        return self._rows[address]

    def copy(self, source: int, target: int, count: int) -> None:
        """See :class:`SequenceMemory`; costs nothing, the two share what they have in common."""
        llama_cpp.llama_memory_seq_cp(self._memory, source, target, 0, count)

    def trim(self, sequence: int, count: int) -> bool:
        """See :class:`SequenceMemory`."""
        if llama_cpp.llama_memory_seq_rm(self._memory, sequence, count, -1):
            return True
        llama_cpp.llama_memory_seq_rm(self._memory, sequence, -1, -1)
        return False

    def size_bytes(self, sequence: int) -> int:
        """See :class:`SequenceMemory`."""
        return int(llama_cpp.llama_state_seq_get_size(self._handle, sequence))

    def save(self, sequence: int) -> bytearray | None:
        """See :class:`SequenceMemory`."""
        size = self.size_bytes(sequence)
        try:
            state = bytearray(size)
        except MemoryError:
            return None
        view = (ctypes.c_uint8 * size).from_buffer(state)
        written = llama_cpp.llama_state_seq_get_data(self._handle, view, size, sequence)
        return state if written == size else None

    def restore(self, sequence: int, state: bytearray) -> bool:
        """See :class:`SequenceMemory`."""
        view = (ctypes.c_uint8 * len(state)).from_buffer(state)
        if llama_cpp.llama_state_seq_set_data(self._handle, view, len(state), sequence):
            return True
        llama_cpp.llama_memory_seq_rm(self._memory, sequence, -1, -1)
        return False
