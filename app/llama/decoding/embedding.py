"""An embedding model in memory: texts to vectors of unit length. Runs in the worker alone; writes no text."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from typing import Any

import llama_cpp
import numpy as np

from app.domain.errors import ContextOverflowError, OutOfMemoryError, UnsupportedError, WorkerDiedError
from app.domain.language import tr
from app.llama.decoding.batch import TokenBatch
from app.llama.decoding.context import flash_attention_type
from app.llama.decoding.loading import LoadedModel
from app.llama.protocol import Load

_POOLING_NONE, _POOLING_MEAN, _POOLING_RANK = 0, 1, 4  # llama.h, enum llama_pooling_type
_UNSPECIFIED = -1


class Embedder:
    """Loads like :class:`app.llama.decoding.engine.Engine`, and raises what that raises."""

    def __init__(
        self,
        load: Load,
        *,
        progress: Callable[[float], bool],
        alive: Callable[[], None],
        log_tail: Callable[[], str],
    ) -> None:
        self._alive = alive
        self._model = LoadedModel(load, progress=progress, log_tail=log_tail)
        try:
            self._context = self._make_context(load, _UNSPECIFIED, log_tail)
            if llama_cpp.llama_pooling_type(self._context) == _POOLING_NONE:
                llama_cpp.llama_free(self._context)
                self._context = self._make_context(load, _POOLING_MEAN, log_tail)
        except BaseException:
            self._model.close()
            raise
        self.context_tokens: int = min(load.context_tokens, llama_cpp.llama_n_ctx(self._context))
        self._sequences = load.sequences
        self._batch = TokenBatch(self.context_tokens)

    def close(self) -> None:
        """Free the context and the model. Of no use afterwards."""
        llama_cpp.llama_free(self._context)
        self._model.close()

    def embed(self, texts: Sequence[str]) -> tuple[tuple[str, ...], int]:
        """Each text's vector, as :class:`app.llama.protocol.Embedded` carries it, and the tokens read in all.

        Raises :class:`ContextOverflowError` for a text that is too long, and :class:`UnsupportedError`.
        """
        if llama_cpp.llama_pooling_type(self._context) == _POOLING_RANK:
            raise UnsupportedError(
                tr("This model ranks texts and makes no vectors of them."), remedy=tr("Choose an embedding model.")
            )
        prompts = [self._model.tokenize(text, special=True, beginning=True) for text in texts]
        for text, prompt in zip(texts, prompts, strict=True):
            if not prompt:
                raise UnsupportedError(
                    tr("There is nothing to make a vector of."), remedy=tr("Send texts that are not empty.")
                )
            if len(prompt) > self.context_tokens:
                raise ContextOverflowError(
                    tr(
                        "The text {text!r}… takes {count} tokens, and the model is loaded with room for {room}.",
                        text=text[:40],
                        count=len(prompt),
                        room=self.context_tokens,
                    ),
                    remedy=tr("Shorten it, or raise the context in Settings > Local models."),
                )
        vectors: list[str] = []
        waiting: list[list[int]] = []
        for prompt in prompts:
            if len(waiting) == self._sequences or sum(map(len, waiting)) + len(prompt) > self.context_tokens:
                vectors += self._compute(waiting)
                waiting = []
            waiting.append(prompt)
        vectors += self._compute(waiting) if waiting else []
        return tuple(vectors), sum(map(len, prompts))

    def _compute(self, prompts: Sequence[Sequence[int]]) -> list[str]:
        memory = llama_cpp.llama_get_memory(self._context)
        if memory:
            llama_cpp.llama_memory_clear(memory, True)
        for sequence, prompt in enumerate(prompts):
            self._batch.add(sequence, 0, prompt, output=True, every=True)
        status = llama_cpp.llama_decode(self._context, self._batch.take())
        self._alive()
        if status != 0:
            raise WorkerDiedError(
                tr("llama.cpp could not make a vector of this text."),
                remedy=tr("Send it again."),
                detail=f"llama_decode returned {status}",
            )
        return [self._vector(sequence) for sequence in range(len(prompts))]

    def _vector(self, sequence: int) -> str:
        pointer = llama_cpp.llama_get_embeddings_seq(self._context, sequence)
        size = llama_cpp.llama_model_n_embd_out(self._model.handle)
        vector = np.ctypeslib.as_array(pointer, (size,)).astype(np.float64)
        length = np.sqrt(np.square(vector).sum())
        return base64.b64encode((vector / (length or 1.0)).astype("<f4").tobytes()).decode()

    def _make_context(self, load: Load, pooling: int, log_tail: Callable[[], str]) -> Any:
        settings = llama_cpp.llama_context_default_params()
        settings.n_ctx = load.context_tokens
        settings.n_batch = load.context_tokens
        settings.n_ubatch = load.batch_tokens
        settings.n_seq_max = load.sequences
        settings.n_threads = settings.n_threads_batch = load.threads
        settings.kv_unified = True
        settings.embeddings = True
        settings.pooling_type = pooling
        settings.flash_attn_type = flash_attention_type(load)
        settings.no_perf = True
        context = llama_cpp.llama_init_from_model(self._model.handle, settings)
        if not context:
            raise OutOfMemoryError(
                tr("There is no memory for a context of {count} tokens.", count=load.context_tokens),
                remedy=tr("Choose a smaller context in Settings > Local models."),
                detail=log_tail(),
            )
        return context
