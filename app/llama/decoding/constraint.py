"""Holds an answer to a grammar, from its beginning or from where a tool call begins. Runs in the worker alone.

llama.cpp's own lazy grammars search the whole answer again at every token, which grows with its length; here only its
last characters are looked at, and llama.cpp's grammar begins where the call does.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Collection
from typing import Any

import llama_cpp
import numpy as np
from numpy.typing import NDArray

from app.domain.errors import UnsupportedError
from app.domain.language import tr
from app.llama.decoding.loading import LoadedModel
from app.llama.formats.grammar import Grammar

CANDIDATE = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])  # llama_token_data

_TAIL_CHARS = 1024  # a call's opening lies within this many characters


class Constraint:
    """The grammar of one answer; close it. Raises :class:`UnsupportedError` where llama.cpp cannot follow it.

    To llama.cpp a control token is its name, which would do within any JSON string; only ``markers`` are ever written,
    so while the grammar is in force the other control tokens are not allowed.
    """

    def __init__(self, model: LoadedModel, grammar: Grammar, markers: Collection[str]) -> None:
        self._model = model
        self._grammar = grammar
        self._patterns = [re.compile(pattern) for pattern in grammar.lazy_patterns]
        self._tokens = {token for name in grammar.lazy_tokens for token in self._control_token(name)}
        self._waiting = bool(self._patterns or self._tokens)
        self._tail: list[tuple[int, str]] = []  # tokens and their text
        self._tail_chars = 0
        self._whole = True  # whether the tail is all of the answer so far, thoughts at its beginning aside
        self._mute = np.array(
            [token for token, name in model.control_texts.items() if name not in markers and not model.is_end(token)],
            dtype=np.int64,
        )
        self._mute_tokens = frozenset(self._mute.tolist())
        self._single = np.zeros(1, dtype=CANDIDATE)
        # Also where it begins later: one that cannot be followed must be refused before the answer begins.
        self._sampler: Any = self._compiled()

    def close(self) -> None:
        """Free the grammar."""
        if self._sampler is not None:
            llama_cpp.llama_sampler_free(self._sampler)
            self._sampler = None

    def allows(self, token: int) -> bool:
        """Whether ``token`` may come next."""
        if self._waiting:
            return True
        if token in self._mute_tokens:
            return False
        self._single[0] = (token, 1.0, 0.0)
        array = candidate_array(self._single)
        llama_cpp.llama_sampler_apply(self._sampler, ctypes.byref(array))
        return bool(self._single["logit"][0] != -np.inf)

    def mask(self, candidates: NDArray[Any], array: Any) -> None:
        """Give every candidate that may not come next the logit of minus infinity. They stand in the tokens' order;
        ``array`` is llama.cpp's view of them.
        """
        if not self._waiting:
            candidates["logit"][self._mute] = -np.inf
            llama_cpp.llama_sampler_apply(self._sampler, ctypes.byref(array))

    def accept(self, token: int, *, is_thought: bool) -> None:
        """``token``, which :meth:`allows` allows, was written. In a thought no call begins."""
        if not self._waiting:
            llama_cpp.llama_sampler_accept(self._sampler, token)
        elif is_thought:
            self._tail.clear()
            self._tail_chars = 0
        else:
            self._watch(token)

    def _watch(self, token: int) -> None:
        text = self._model.piece(token, special=True).decode("utf-8", "replace")
        if token in self._tokens:
            self._begin([token])
            return
        self._tail.append((token, text))
        self._tail_chars += len(text)
        while self._tail_chars - len(self._tail[0][1]) > _TAIL_CHARS:
            self._tail_chars -= len(self._tail.pop(0)[1])
            self._whole = False
        tail = "".join(text for _, text in self._tail)
        for pattern in self._patterns:
            if pattern.pattern.startswith("^") and not self._whole:
                continue
            if (match := pattern.search(tail)) is not None:
                group = next((number for number in range(1, len(match.groups()) + 1) if match[number]), 0)
                self._begin(self._tokens_from(match.start(group), tail))
                return

    def _tokens_from(self, start: int, tail: str) -> list[int]:
        """The tokens that wrote the tail from ``start`` on; where one began before it, that text made tokens anew."""
        at = 0
        for number, (_, text) in enumerate(self._tail):
            if at == start:
                return [token for token, _ in self._tail[number:]]
            at += len(text)
        return self._model.tokenize(tail[start:], special=True, beginning=False)

    def _begin(self, tokens: list[int]) -> None:
        """Let the grammar begin with ``tokens``; where they do not follow it, this is no call and stays free."""
        self._waiting = False
        for token in tokens:
            if not self.allows(token):
                self.close()
                self._sampler = self._compiled()
                self._waiting = True
                break
            llama_cpp.llama_sampler_accept(self._sampler, token)
        self._tail.clear()
        self._tail_chars = 0
        self._whole = False

    def _compiled(self) -> Any:
        sampler = llama_cpp.llama_sampler_init_grammar(self._model.vocab, self._grammar.text.encode(), b"root")
        if not sampler:
            raise UnsupportedError(
                tr("llama.cpp cannot follow this JSON schema."),
                remedy=tr("Use a simpler schema, or choose a cloud model."),
            )
        return sampler

    def _control_token(self, name: str) -> list[int]:
        tokens = self._model.tokenize(name, special=True, beginning=False)
        return [token for token in tokens if self._model.piece(token, special=True).decode("utf-8", "replace") == name]


def candidate_array(candidates: Any) -> Any:
    """llama.cpp's view of an array of :data:`CANDIDATE`; valid as long as that lives."""
    data = candidates.ctypes.data_as(ctypes.POINTER(llama_cpp.llama_token_data))
    return llama_cpp.llama_token_data_array(data, len(candidates), -1, False)
