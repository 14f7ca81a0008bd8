"""Chooses the next token: llama.cpp's samplers from Baton's parameters, a grammar, and the scores of what was chosen.

Runs in the worker alone; refuses nothing silently. Names, order and defaults are llama.cpp's own
(``common_params_sampling`` in its ``common/common.h``, ``common_sampler_init`` in ``common/sampling.cpp``).
"""

from __future__ import annotations

import ctypes
import math
import secrets
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import llama_cpp
import numpy as np
from numpy.typing import NDArray

from app.domain.errors import ModelFileError, UnsupportedError
from app.domain.language import tr
from app.domain.stream import TokenScore
from app.llama.decoding.constraint import CANDIDATE, Constraint, candidate_array
from app.llama.decoding.context import DecodeContext
from app.llama.decoding.loading import LoadedModel
from app.llama.formats.grammar import Grammar

DEFAULTS: Mapping[str, float] = {
    "temperature": 0.8,
    "dynatemp_range": 0.0,
    "dynatemp_exponent": 1.0,
    "top_k": 40,
    "top_p": 0.95,
    "min_p": 0.05,
    "top_n_sigma": -1.0,
    "typical_p": 1.0,
    "xtc_probability": 0.0,
    "xtc_threshold": 0.1,
    "repeat_last_n": 64,
    "repeat_penalty": 1.0,
    "frequency_penalty": 0.0,
    "presence_penalty": 0.0,
    "dry_multiplier": 0.0,
    "dry_base": 1.75,
    "dry_allowed_length": 2,
    "dry_penalty_last_n": 64,
    "mirostat": 0,
    "mirostat_tau": 5.0,
    "mirostat_eta": 0.1,
    "adaptive_target": -1.0,
    "adaptive_decay": 0.9,
}
"""What counts where the request does not say otherwise."""

_DRY_BREAKERS = ("\n", ":", '"', "*")
_MIROSTAT_CANDIDATES = 100
_ROWS = 64
_MOST_SHORTLISTED = 1000
_LARGE_VOCABULARY = 60_000  # in a smaller one llama.cpp looks at every token as quickly


class Sampler:
    """The samplers of one answer; close it. ``prompt`` is what penalties look back on, at most ``context_tokens`` far.

    Raises :class:`UnsupportedError` for values that are no numbers, and where llama.cpp cannot follow the grammar.
    """

    def __init__(
        self,
        model: LoadedModel,
        parameters: Mapping[str, object],
        *,
        prompt: Sequence[int],
        context_tokens: int,
        grammar: Grammar | None = None,
        markers: Collection[str] = (),
    ) -> None:
        self._model = model
        self._context_tokens = context_tokens
        self._values = {name: _number(name, parameters.get(name, default)) for name, default in DEFAULTS.items()}
        self._constraint: Constraint | None = None
        self._shortlist = 0  # so many of the likeliest tokens are all that the chain would look at
        self._chain: Any = llama_cpp.llama_sampler_chain_init(llama_cpp.llama_sampler_chain_default_params())
        try:
            self._fill(parameters, prompt)
            if self._shortlist:
                self._few = np.zeros(self._shortlist, dtype=CANDIDATE)
                self._few_array = candidate_array(self._few)
            if grammar is not None:
                self._constraint = Constraint(model, grammar, markers)
                self._candidates = np.zeros(model.vocabulary_size, dtype=CANDIDATE)
                self._ids = np.arange(model.vocabulary_size, dtype=np.int32)
                self._array = candidate_array(self._candidates)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Free the samplers."""
        if self._constraint is not None:
            self._constraint.close()
        if self._chain is not None:
            llama_cpp.llama_sampler_free(self._chain)
            self._chain = None

    def sample(self, context: DecodeContext, index: int, *, is_thought: bool) -> int:
        """The next token, by the logits at ``index`` of the last batch. ``is_thought``: the model is thinking now.

        Raises :class:`UnsupportedError` where the grammar allows no token at all.
        """
        if self._constraint is None and not self._shortlist:
            return int(llama_cpp.llama_sampler_sample(self._chain, context.handle, index))
        # The grammar is asked about one token, and only where it says no about all: that takes long in a large
        # vocabulary (common_sampler_sample does the same).
        token = self._choose(context.logits(index))
        if self._constraint is not None:
            if not self._constraint.allows(token):
                token = self._choose_allowed(context.logits(index), self._constraint)
            self._constraint.accept(token, is_thought=is_thought)
        llama_cpp.llama_sampler_accept(self._chain, token)
        return token

    @staticmethod
    def check(context: DecodeContext, index: int) -> None:
        """Raises :class:`ModelFileError` where the model computes no numbers: its weights are damaged."""
        if np.isnan(context.logits(index)).any():
            raise ModelFileError(
                tr("The model computes no numbers: its weights are damaged."), remedy=tr("Download the model again.")
            )

    def score(self, context: DecodeContext, index: int, token: int, alternatives: int) -> TokenScore:
        """How likely ``token`` was before any sampler, and the likeliest tokens there."""
        logits = context.logits(index).astype(np.float64)
        highest = logits.max()
        scores = logits - (highest + math.log(np.exp(logits - highest).sum()))
        count = min(alternatives, len(scores))
        top = np.argpartition(scores, -count)[-count:] if count else np.empty(0, dtype=np.int64)
        top = top[np.argsort(-scores[top], kind="stable")]
        return TokenScore(
            data=self._model.piece(token, special=True),
            logprob=float(scores[token]),
            alternatives=tuple((self._model.piece(int(other), special=True), float(scores[other])) for other in top),
        )

    def _fill(self, parameters: Mapping[str, object], prompt: Sequence[int]) -> None:
        value = self._values.__getitem__

        def whole(name: str) -> int:
            return _whole(name, self._values[name])

        biases = self._biases(parameters)
        if biases:
            array = (llama_cpp.llama_logit_bias * len(biases))(
                *(llama_cpp.llama_logit_bias(token, bias) for token, bias in biases.items())
            )
            self._add(llama_cpp.llama_sampler_init_logit_bias(self._model.vocabulary_size, len(biases), array))
        seed = _whole("seed", _number("seed", parameters.get("seed", secrets.randbits(31)))) & 0xFFFFFFFF
        temperature = value("temperature")
        mirostat = whole("mirostat")
        if mirostat and temperature > 0:
            self._add(llama_cpp.llama_sampler_init_temp(temperature))
            self._add(
                llama_cpp.llama_sampler_init_mirostat(
                    self._model.vocabulary_size,
                    seed,
                    value("mirostat_tau"),
                    value("mirostat_eta"),
                    _MIROSTAT_CANDIDATES,
                )
                if mirostat == 1
                else llama_cpp.llama_sampler_init_mirostat_v2(seed, value("mirostat_tau"), value("mirostat_eta"))
            )
            return
        self._add_penalties(prompt)
        self._add_dry(parameters, prompt)
        of_all = llama_cpp.llama_sampler_chain_n(self._chain) > 0  # what was added so far looks at every token
        if temperature <= 0:
            self._add(llama_cpp.llama_sampler_init_greedy())
            self._shortlist = 0 if of_all else 1
            return
        if value("top_n_sigma") > 0:
            self._add(llama_cpp.llama_sampler_init_top_n_sigma(value("top_n_sigma")))
            of_all = True
        if whole("top_k") > 0:
            is_long = self._model.vocabulary_size >= _LARGE_VOCABULARY
            self._shortlist = whole("top_k") if is_long and not of_all and whole("top_k") <= _MOST_SHORTLISTED else 0
            self._add(llama_cpp.llama_sampler_init_top_k(whole("top_k")))
        self._add(llama_cpp.llama_sampler_init_typical(value("typical_p"), 0))
        self._add(llama_cpp.llama_sampler_init_top_p(value("top_p"), 0))
        self._add(llama_cpp.llama_sampler_init_min_p(value("min_p"), 0))
        if value("xtc_probability") > 0:
            self._add(llama_cpp.llama_sampler_init_xtc(value("xtc_probability"), value("xtc_threshold"), 0, seed))
        self._add(
            llama_cpp.llama_sampler_init_temp_ext(temperature, value("dynatemp_range"), value("dynatemp_exponent"))
        )
        if value("adaptive_target") >= 0:
            self._add(llama_cpp.llama_sampler_init_adaptive_p(value("adaptive_target"), value("adaptive_decay"), seed))
        else:
            self._add(llama_cpp.llama_sampler_init_dist(seed))

    def _add_penalties(self, prompt: Sequence[int]) -> None:
        value = self._values
        last, repeat = _whole("repeat_last_n", value["repeat_last_n"]), value["repeat_penalty"]
        if last == 0 or (repeat == 1.0 and not value["frequency_penalty"] and not value["presence_penalty"]):
            return
        window = self._context_tokens if last < 0 else min(last, self._context_tokens)
        sampler = llama_cpp.llama_sampler_init_penalties(
            self._model.vocabulary_size, window, repeat, value["frequency_penalty"], value["presence_penalty"]
        )
        for token in prompt[-window:]:
            llama_cpp.llama_sampler_accept(sampler, token)
        self._add(sampler)

    def _add_dry(self, parameters: Mapping[str, object], prompt: Sequence[int]) -> None:
        value = self._values
        texts = [text.encode() for text in _texts("dry_sequence_breakers", parameters, _DRY_BREAKERS)]
        if value["dry_multiplier"] <= 0:
            return
        last = _whole("dry_penalty_last_n", value["dry_penalty_last_n"])
        window = self._context_tokens if last < 0 else min(last, self._context_tokens)
        breakers = (ctypes.c_char_p * len(texts))(*texts)
        sampler = llama_cpp.llama_sampler_init_dry(
            self._model.vocab,
            value["dry_multiplier"],
            value["dry_base"],
            _whole("dry_allowed_length", value["dry_allowed_length"]),
            window,
            breakers,
            len(texts),
        )
        for token in prompt[max(len(prompt) - window, 0) :]:
            llama_cpp.llama_sampler_accept(sampler, token)
        self._add(sampler)

    def _biases(self, parameters: Mapping[str, object]) -> dict[int, float]:
        """What is added to the logits of tokens, by token."""
        biases = {int(token): -math.inf for token in self._model.suppressed()}
        for entry in _texts("logit_bias", parameters, ()):
            text, equals, number = entry.rpartition("=")
            try:
                bias = float(number)
            except ValueError:
                bias = math.nan
            if not equals or not text or math.isnan(bias) or bias == math.inf:
                raise UnsupportedError(
                    tr("{entry!r} is no bias.", entry=entry),
                    remedy=tr("Write it as text=number or #token=number, such as maybe=-5."),
                )
            tokens = [int(text[1:])] if text[0] == "#" and text[1:].isdecimal() else self._tokens_of(text)
            if any(token >= self._model.vocabulary_size for token in tokens):
                raise UnsupportedError(
                    tr(
                        "There is no token {text!r}; this model has {count}.",
                        text=text,
                        count=self._model.vocabulary_size,
                    ),
                    remedy=tr("Change the bias in the model dock."),
                )
            biases |= dict.fromkeys(tokens, bias)
        return biases

    def _tokens_of(self, text: str) -> list[int]:
        """The tokens of a text as plain text, without what the model puts before every text."""
        return self._model.tokenize(text, special=False, beginning=False)

    def _choose(self, logits: NDArray[np.float32]) -> int:
        if self._shortlist:
            tokens = likeliest(logits, self._shortlist)
            count = len(tokens)
            self._few["id"][:count] = tokens
            self._few["logit"][:count] = logits[tokens]
            self._few_array.size, self._few_array.selected, self._few_array.sorted = count, -1, True
            return self._chosen(self._few_array)
        self._fill_candidates(logits)
        return self._chosen(self._array)

    def _choose_allowed(self, logits: NDArray[np.float32], constraint: Constraint) -> int:
        self._fill_candidates(logits)
        constraint.mask(self._candidates, self._array)
        if not self._candidates["logit"].max() > -np.inf:
            raise UnsupportedError(
                tr("This model has no token that the JSON schema allows here, so the answer cannot go on."),
                remedy=tr("Use another schema, or choose another model."),
            )
        return self._chosen(self._array)

    def _fill_candidates(self, logits: NDArray[np.float32]) -> None:
        self._candidates["id"] = self._ids
        self._candidates["logit"] = logits
        self._array.size, self._array.selected, self._array.sorted = len(self._candidates), -1, False

    def _chosen(self, array: Any) -> int:
        llama_cpp.llama_sampler_apply(self._chain, ctypes.byref(array))
        return int(array.data[array.selected].id)

    def _add(self, sampler: Any) -> None:
        llama_cpp.llama_sampler_chain_add(self._chain, sampler)


def likeliest(logits: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    """The ``count`` tokens of the highest logits, the highest first.

    Laid out as a table, the logits that count stand in the columns with the ``count`` highest maxima: each of these
    columns has a logit that no other column reaches. That leaves a few thousand of a hundred thousand to sort.
    """
    columns = len(logits) // _ROWS
    if columns < 2 * count:
        return np.argsort(-logits, kind="stable")[:count]
    table = logits[: columns * _ROWS].reshape(_ROWS, columns)
    best = np.argpartition(table.max(axis=0), -count)[-count:]
    found = (best + np.arange(0, columns * _ROWS, columns)[:, None]).ravel()
    found = np.concatenate((found, np.arange(columns * _ROWS, len(logits))))
    values = logits[found]
    top = np.argpartition(values, -count)[-count:]
    return found[top[np.argsort(-values[top], kind="stable")]]


def _number(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -1e30 < value < 1e30:
        raise UnsupportedError(
            tr("{name} takes a number, not {value}.", name=name, value=repr(value)),
            remedy=tr("Change it in the model dock."),
        )
    return float(value)


def _whole(name: str, value: float) -> int:
    if not -(2**31) < value < 2**32:
        raise UnsupportedError(
            tr("{name} takes a smaller number than {value}.", name=name, value=f"{value:g}"),
            remedy=tr("Change it in the model dock."),
        )
    return int(value)


def _texts(name: str, parameters: Mapping[str, object], default: Sequence[str]) -> Sequence[str]:
    value = parameters.get(name, default)
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise UnsupportedError(
            tr("{name} takes a list of texts, not {value}.", name=name, value=repr(value)),
            remedy=tr("Change it in the model dock."),
        )
    return value
