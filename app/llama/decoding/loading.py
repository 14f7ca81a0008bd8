"""A GGUF in llama.cpp's hands: weights, adapters, vocabulary, metadata. Runs in the worker alone; decodes nothing."""

from __future__ import annotations

import ctypes
import functools
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import llama_cpp

from app.domain.errors import ModelFileError, OutOfMemoryError, UnsupportedError
from app.domain.language import tr
from app.llama.protocol import Load

_SPLIT_MODE_LAYER = 1  # llama.h, enum llama_split_mode


class LoadedModel:
    """A model in memory.

    ``progress`` is told how much is loaded and returns whether to go on. Raises :class:`ModelFileError` or
    :class:`OutOfMemoryError`, judged by what llama.cpp logged (``log_tail``).
    """

    def __init__(self, load: Load, *, progress: Callable[[float], bool], log_tail: Callable[[], str]) -> None:
        # llama.cpp keeps the bare pointers, so the objects must live as long as the model.
        self._progress_callback = llama_cpp.llama_progress_callback(lambda fraction, _data: progress(fraction))
        self._tensor_split = (ctypes.c_float * llama_cpp.llama_max_devices())(*load.tensor_split)
        self._no_devices = (ctypes.c_void_p * 1)(None)
        self._adapters: list[Any] = []
        self._pieces: dict[int, bytes] = {}
        settings = llama_cpp.llama_model_default_params()
        settings.n_gpu_layers = load.gpu_layers
        settings.split_mode = _SPLIT_MODE_LAYER
        if load.tensor_split:
            settings.tensor_split = self._tensor_split
        if load.gpu_layers == 0:
            settings.devices = ctypes.cast(self._no_devices, ctypes.c_void_p)  # or a GPU computes the large batches
        settings.progress_callback = self._progress_callback
        self.handle: Any = llama_cpp.llama_model_load_from_file(os.fsencode(load.path), settings)
        if not self.handle:
            raise load_error(load.path, log_tail())
        try:
            self.vocab: Any = llama_cpp.llama_model_get_vocab(self.handle)
            self.vocabulary_size: int = llama_cpp.llama_vocab_n_tokens(self.vocab)
            self.bos = self._token_text(llama_cpp.llama_vocab_bos(self.vocab))
            self.eos = self._token_text(llama_cpp.llama_vocab_eos(self.vocab))
            self.scales: list[float] = []
            for path, scale in load.adapters:
                self._attach(path, log_tail)
                self.scales.append(scale)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Free the weights and the adapters; every context made of them must be freed before."""
        if self.handle is not None:
            llama_cpp.llama_model_free(self.handle)  # frees its adapters too
            self.handle = None
            self._adapters.clear()

    @property
    def generates(self) -> bool:
        """Whether it writes text, and is no encoder."""
        return bool(
            llama_cpp.llama_model_has_decoder(self.handle) and not llama_cpp.llama_model_has_encoder(self.handle)
        )

    @property
    def keeps_whole_state(self) -> bool:
        """Whether what it has read cannot be cut short: a recurrent state, alone or beside keys and values."""
        return bool(llama_cpp.llama_model_is_recurrent(self.handle) or llama_cpp.llama_model_is_hybrid(self.handle))

    @property
    def chat_template(self) -> str | None:
        """The template its file brings."""
        template = llama_cpp.llama_model_chat_template(self.handle, None)
        return template.decode("utf-8", "replace") if template else None

    def apply_adapters(self, context: Any) -> None:
        """Let a context compute with the adapters, at their scales. Raises :class:`ModelFileError`."""
        if not self._adapters:
            return
        adapters = (llama_cpp.llama_adapter_lora_p_ctypes * len(self._adapters))(*self._adapters)
        scales = (ctypes.c_float * len(self.scales))(*self.scales)
        if llama_cpp.llama_set_adapters_lora(context, adapters, len(self._adapters), scales) != 0:
            raise ModelFileError(tr("The adapter does not fit this model."), remedy=tr("Remove it from the model."))

    def tokenize(self, text: str, *, special: bool, beginning: bool) -> list[int]:
        """A text as tokens; names of control tokens are such tokens where ``special``, else plain text. With
        ``beginning`` it starts as the model wants every text to start, unless it does so already.
        """
        data = text.encode("utf-8", "replace")
        add_special = beginning and not (self.bos and text.startswith(self.bos))
        size = len(data) + 8
        while True:
            array = (llama_cpp.llama_token * size)()
            count = llama_cpp.llama_tokenize(self.vocab, data, len(data), array, size, add_special, special)
            if count >= 0:
                return array[:count]
            if count == -(2**31):
                raise UnsupportedError(tr("The text is too long for any model."), remedy=tr("Send less at once."))
            size = -count

    def is_end(self, token: int) -> bool:
        """Whether a token ends the answer."""
        return bool(llama_cpp.llama_vocab_is_eog(self.vocab, token))

    def piece(self, token: int, *, special: bool = False) -> bytes:
        """The bytes a token writes; a control token writes its name where ``special``, else nothing."""
        size = 64
        while True:
            buffer = ctypes.create_string_buffer(size)
            count = llama_cpp.llama_token_to_piece(self.vocab, token, buffer, size, 0, special)
            if count >= 0:
                return buffer.raw[:count]
            size = -count

    @functools.cached_property
    def control_texts(self) -> Mapping[int, str]:
        """The vocabulary's control tokens and their names."""
        return {
            token: self._token_text(token)
            for token in range(self.vocabulary_size)
            if llama_cpp.llama_vocab_is_control(self.vocab, token)
        }

    def suppressed(self) -> Sequence[int]:
        """Tokens that the model's file says are never to be written."""
        count = ctypes.c_int32()
        tokens = llama_cpp.llama_vocab_get_suppress_tokens(self.vocab, ctypes.byref(count))
        return tokens[: count.value] if tokens and count.value > 0 else []

    def _attach(self, path: str, log_tail: Callable[[], str]) -> None:
        adapter = llama_cpp.llama_adapter_lora_init(self.handle, os.fsencode(path))
        if not adapter:
            raise ModelFileError(
                tr("The adapter {name!r} cannot be used with this model.", name=Path(path).name),
                remedy=tr("Choose an adapter made for this very model, or remove it from the model."),
                detail=log_tail(),
            )
        self._adapters.append(adapter)

    def _token_text(self, token: int) -> str:
        return "" if token < 0 else self.piece(token, special=True).decode("utf-8", "replace")


def load_error(path: str, log: str) -> ModelFileError | OutOfMemoryError:
    """What to tell about a file that llama.cpp did not load, from what it logged."""
    name = Path(path).name
    lowered = log.lower()
    if any(words in lowered for words in ("failed to allocate", "out of memory", "unable to allocate", "bad_alloc")):
        return OutOfMemoryError(
            tr("{name!r} does not fit in memory.", name=name),
            remedy=tr("Choose a smaller quantisation or a smaller context, or unload other models."),
            detail=log,
        )
    if "unknown model architecture" in lowered:
        return ModelFileError(
            tr("{name!r} is of a kind of model that this llama.cpp does not know.", name=name),
            remedy=tr("Update Baton, or choose another model."),
            detail=log,
        )
    return ModelFileError(
        tr("{name!r} cannot be loaded: the file is damaged or incomplete.", name=name),
        remedy=tr("Download the file again."),
        detail=log,
    )
