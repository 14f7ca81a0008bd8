"""A batch for llama.cpp whose arrays are numpy's, so that hundreds of tokens are added at once. Decodes nothing."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import llama_cpp
import numpy as np


class TokenBatch:
    """Up to ``size`` tokens, each of one sequence."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._count = 0
        self._token = np.zeros(size, dtype=np.int32)
        self._position = np.zeros(size, dtype=np.int32)
        self._sequence = np.zeros(size, dtype=np.int32)
        self._sequence_counts = np.ones(size, dtype=np.int32)
        self._output = np.zeros(size, dtype=np.int8)
        width = self._sequence.itemsize
        self._sequence_lists = (ctypes.c_void_p * size)(
            *(self._sequence.ctypes.data + width * number for number in range(size))
        )
        number_array = ctypes.POINTER(ctypes.c_int32)
        make_batch: Any = llama_cpp.llama_batch  # its fields are declared as arrays, and are pointers
        self._batch = make_batch()
        self._batch.token = self._token.ctypes.data_as(number_array)
        self._batch.pos = self._position.ctypes.data_as(number_array)
        self._batch.n_seq_id = self._sequence_counts.ctypes.data_as(number_array)
        self._batch.seq_id = ctypes.cast(self._sequence_lists, ctypes.POINTER(number_array))
        self._batch.logits = self._output.ctypes.data_as(ctypes.POINTER(ctypes.c_int8))

    @property
    def room(self) -> int:
        """How many tokens it still takes."""
        return self.size - self._count

    def add(self, sequence: int, position: int, tokens: Sequence[int], *, output: bool, every: bool = False) -> int:
        """Add tokens of ``sequence`` from ``position`` on; returns the index of the last one, whose logits are computed
        where ``output``. ``every``: the outputs of all of them are, as embedding models want it.
        """
        if len(tokens) == 1:  # by far the most frequent, and three times as quick so
            index = self._count
            self._token[index] = tokens[0]
            self._position[index] = position
            self._sequence[index] = sequence
            self._output[index] = output
            self._count += 1
            return index
        start, end = self._count, self._count + len(tokens)
        self._token[start:end] = tokens
        self._position[start:end] = np.arange(position, position + len(tokens), dtype=np.int32)
        self._sequence[start:end] = sequence
        self._output[start:end] = every
        self._output[end - 1] = output
        self._count = end
        return end - 1

    def take(self) -> Any:
        """The ``llama_batch`` to decode; this one is empty then, and its arrays hold until tokens are added again."""
        self._batch.n_tokens, self._count = self._count, 0
        return self._batch
