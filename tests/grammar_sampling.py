"""Draws texts from grammars by llama.cpp's own grammar sampler; owns no model, only a small vocabulary.

The logits are random, so that the text goes wherever the grammar lets it, and lean ever more towards what ends things.
"""

from __future__ import annotations

import ctypes
import os
from pathlib import Path
from typing import Any

import llama_cpp
import numpy as np

_CANDIDATE = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])


class GrammarSampling:
    """A vocabulary read from a GGUF; close it."""

    def __init__(self, path: Path) -> None:
        settings = llama_cpp.llama_model_default_params()
        settings.vocab_only = True
        self._quiet = llama_cpp.llama_log_callback(lambda *_: None)
        llama_cpp.llama_log_set(self._quiet, ctypes.c_void_p(0))
        self._model: Any = llama_cpp.llama_model_load_from_file(os.fsencode(path), settings)
        self._vocab: Any = llama_cpp.llama_model_get_vocab(self._model)
        self._count = int(llama_cpp.llama_vocab_n_tokens(self._vocab))
        self._pieces = [self._piece(token) for token in range(self._count)]
        self._ends = [bool(llama_cpp.llama_vocab_is_eog(self._vocab, token)) for token in range(self._count)]
        closing = {b'"', b"}", b"]", b">", b"/"}
        pairs = zip(self._pieces, self._ends, strict=True)
        self._closing = np.array([float(ends or piece in closing) for piece, ends in pairs])
        # A sequence of bytes that is no UTF-8 is no fault of the grammar's.
        broken = [piece[:1] >= b"\xe0" or piece[:1] in (b"\xc0", b"\xc1") for piece in self._pieces]
        self._broken = np.array(broken, dtype=float)

    def close(self) -> None:
        """Free the vocabulary."""
        llama_cpp.llama_model_free(self._model)

    def follows(self, grammar: str, text: str) -> bool:
        """Whether ``text`` is one of the grammar's."""
        sampler = self._sampler(grammar)
        try:
            for byte in text.encode():
                token = self._pieces.index(bytes([byte]))
                if self._allowed(sampler, np.ones(self._count))["logit"][token] == -np.inf:
                    return False
                llama_cpp.llama_sampler_accept(sampler, token)
            logits = self._allowed(sampler, np.ones(self._count))["logit"]
            return bool((logits[self._ends] > -np.inf).any())
        finally:
            llama_cpp.llama_sampler_free(sampler)

    def draw(self, grammar: str, seed: int, most_tokens: int = 1500) -> str | None:
        """One of the grammar's texts, or ``None`` where it grew too long."""
        random = np.random.default_rng(seed)
        sampler = self._sampler(grammar)
        text = b""
        try:
            for step in range(most_tokens):
                wanted = random.normal(size=self._count) * 2 + self._closing * step / 20 - self._broken * 50
                candidates = self._allowed(sampler, wanted)
                token = int(candidates["id"][np.argmax(candidates["logit"])])
                assert candidates["logit"].max() > -np.inf, f"a dead end after {text[-200:]!r}"
                if self._ends[token]:
                    return text.decode("utf-8")
                llama_cpp.llama_sampler_accept(sampler, token)
                text += self._pieces[token]
            return None
        finally:
            llama_cpp.llama_sampler_free(sampler)

    def _sampler(self, grammar: str) -> Any:
        sampler = llama_cpp.llama_sampler_init_grammar(self._vocab, grammar.encode(), b"root")
        assert sampler, f"llama.cpp refuses the grammar:\n{grammar[:2000]}"
        return sampler

    def _allowed(self, sampler: Any, logits: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        candidates = np.zeros(self._count, dtype=_CANDIDATE)
        candidates["id"] = np.arange(self._count)
        candidates["logit"] = logits
        data = candidates.ctypes.data_as(ctypes.POINTER(llama_cpp.llama_token_data))
        array = llama_cpp.llama_token_data_array(data, self._count, -1, False)
        llama_cpp.llama_sampler_apply(sampler, ctypes.byref(array))
        return candidates

    def _piece(self, token: int) -> bytes:
        buffer = ctypes.create_string_buffer(256)
        count = llama_cpp.llama_token_to_piece(self._vocab, token, buffer, 256, 0, True)
        return buffer.raw[:count]
