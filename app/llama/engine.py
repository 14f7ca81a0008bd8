"""One loaded model and the loop that decodes its answers. Runs in the worker alone; knows no pipes and no processes.

A plain loop over llama.cpp's low-level interface: the prompt in batches, then token by token. What the last answer left
in the context's memory is kept, and the part that the next prompt shares with it is not read again.
"""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

import llama_cpp

from app.domain.errors import (
    ContextOverflowError,
    ModelFileError,
    OutOfMemoryError,
    UnsupportedError,
    WorkerDiedError,
)
from app.domain.ports import ChatRequest
from app.domain.stream import Finished, FinishReason, Progress, ReasoningDelta, StreamEvent, Usage
from app.llama.chat_format import ChatFormat
from app.llama.protocol import Load
from app.llama.sampling import grammar_of, sampler_chain
from app.llama.text_stream import TextStream

BATCH_TOKENS = 512
_PROGRESS_FROM_TOKENS = 2 * BATCH_TOKENS  # a shorter prompt is read before anybody wonders


class Engine:
    """A model in memory.

    ``progress`` is told how much is loaded and returns whether to go on. ``alive`` is called while llama.cpp computes.
    Raises :class:`ModelFileError` or :class:`OutOfMemoryError`, judged by what llama.cpp logged (``log_tail``).
    """

    def __init__(
        self,
        load: Load,
        *,
        progress: Callable[[float], bool],
        alive: Callable[[], None],
        log_tail: Callable[[], str],
    ) -> None:
        self._context: Any = None
        self._log_tail = log_tail
        self._alive = alive
        self._cancelled: Callable[[], bool] = lambda: False
        # llama.cpp keeps the bare pointers, so the objects must live as long as the model.
        self._progress_callback = llama_cpp.llama_progress_callback(lambda fraction, _data: progress(fraction))
        self._abort_callback = llama_cpp.ggml_abort_callback(self._abort)
        self._no_abort = llama_cpp.ggml_abort_callback()
        self._model = self._load_model(load)
        try:
            self._context = self._make_context(load)
        except BaseException:
            self.close()
            raise
        self._vocab = llama_cpp.llama_model_get_vocab(self._model)
        self._memory = llama_cpp.llama_get_memory(self._context)
        self.context_tokens: int = min(load.context_tokens, llama_cpp.llama_n_ctx(self._context))
        self._in_memory: list[int] = []
        self._pieces: dict[int, bytes] = {}
        template = llama_cpp.llama_model_chat_template(self._model, None)
        self._format = ChatFormat(
            template.decode("utf-8", "replace") if template else None,
            bos=self._token_text(llama_cpp.llama_vocab_bos(self._vocab)),
            eos=self._token_text(llama_cpp.llama_vocab_eos(self._vocab)),
            control_texts=self._control_texts(),
        )
        self.notes = self._format.notes

    def close(self) -> None:
        """Free the context and the model. The engine is of no use afterwards."""
        if self._context is not None:
            llama_cpp.llama_free(self._context)
            self._context = None
        if self._model is not None:
            llama_cpp.llama_model_free(self._model)
            self._model = None

    def answer(self, request: ChatRequest, cancelled: Callable[[], bool]) -> Iterator[StreamEvent]:
        """Answer ``request``; the last event is :class:`Finished`, also when ``cancelled`` says so.

        Raises :class:`ContextOverflowError` and :class:`UnsupportedError`.
        """
        started = time.monotonic()
        self._cancelled = cancelled
        prepared = self._format.prepare(request)
        prompt = self._tokenize(prepared.prompt)
        limit = self._output_limit(request, len(prompt))
        grammar = None if request.schema is None else grammar_of(request.schema, with_calls=bool(request.tools))
        with sampler_chain(self._vocab, request.parameters, grammar=grammar, prompt=prompt) as sampler:
            cached = self._forget_beyond_prefix(prompt)
            if not (yield from self._read(prompt, cached)):
                yield Finished(reason=FinishReason.CANCELLED)
                return
            parser = prepared.parser
            stream = TextStream((*self._stop_texts(request), *prepared.stops))
            first_token_s: float | None = None
            count = reasoning = 0
            reason = FinishReason.LENGTH
            while count < limit:
                if cancelled():
                    reason = FinishReason.CANCELLED
                    break
                token = llama_cpp.llama_sampler_sample(sampler, self._context, -1)
                count += 1
                if first_token_s is None:
                    first_token_s = time.monotonic() - started
                if llama_cpp.llama_vocab_is_eog(self._vocab, token):
                    reason = FinishReason.STOP
                    break
                events = parser.feed(stream.feed(self._piece(token)))
                reasoning += any(isinstance(event, ReasoningDelta) for event in events)
                yield from events
                if stream.stopped:
                    reason = FinishReason.STOP
                    break
                if count < limit and not self._decode([token]):
                    reason = FinishReason.CANCELLED
                    break
            if not stream.stopped:
                yield from parser.feed(stream.finish())
            yield from parser.finish()
        yield Usage(
            input_tokens=len(prompt),
            output_tokens=count,
            cached_input_tokens=cached,
            reasoning_tokens=reasoning,
            first_token_s=first_token_s,
            duration_s=time.monotonic() - started,
        )
        if parser.calls and reason is FinishReason.STOP:
            reason = FinishReason.TOOL_CALLS
        full = reason is FinishReason.LENGTH and len(prompt) + count >= self.context_tokens
        yield Finished(reason=reason, detail="the context is full" if full else "")

    def _load_model(self, load: Load) -> Any:
        settings = llama_cpp.llama_model_default_params()
        settings.n_gpu_layers = load.gpu_layers
        settings.progress_callback = self._progress_callback
        model = llama_cpp.llama_model_load_from_file(os.fsencode(load.path), settings)
        if not model:
            raise load_error(load.path, self._log_tail())
        if llama_cpp.llama_model_has_encoder(model) or not llama_cpp.llama_model_has_decoder(model):
            llama_cpp.llama_model_free(model)
            raise ModelFileError(
                f"{Path(load.path).name!r} is no model for chat.",
                remedy="Choose a model that generates text, such as an instruct model.",
            )
        return model

    def _make_context(self, load: Load) -> Any:
        settings = llama_cpp.llama_context_default_params()
        settings.n_ctx = load.context_tokens
        settings.n_batch = BATCH_TOKENS
        settings.n_ubatch = BATCH_TOKENS
        settings.n_threads = load.threads
        settings.n_threads_batch = load.threads
        settings.no_perf = True
        context = llama_cpp.llama_init_from_model(self._model, settings)
        if not context:
            raise OutOfMemoryError(
                f"There is no memory for a context of {load.context_tokens} tokens.",
                remedy="Choose a smaller context in Settings > Local models.",
                detail=self._log_tail(),
            )
        return context

    def _output_limit(self, request: ChatRequest, prompt_tokens: int) -> int:
        room: int = self.context_tokens - prompt_tokens
        if room <= 0:
            raise ContextOverflowError(
                f"The conversation takes {prompt_tokens} tokens, and {request.model!r} is loaded with room for "
                f"{self.context_tokens}.",
                remedy="Start a new chat, shorten the message, or raise the context in Settings > Local models.",
            )
        wanted = request.parameters.get("max_tokens")
        return min(room, int(wanted)) if isinstance(wanted, (int, float)) else room

    @staticmethod
    def _stop_texts(request: ChatRequest) -> tuple[str, ...]:
        wanted = request.parameters.get("stop", ())
        return tuple(str(text) for text in wanted) if isinstance(wanted, (list, tuple)) else ()

    def _forget_beyond_prefix(self, prompt: Sequence[int]) -> int:
        """Keep what the context holds of this prompt already; returns how many tokens that are."""
        shared = 0
        # The last token is always read again: its logits choose the first token of the answer.
        for held, wanted in zip(self._in_memory, prompt[:-1], strict=False):
            if held != wanted:
                break
            shared += 1
        if shared == 0 or not llama_cpp.llama_memory_seq_rm(self._memory, 0, shared, -1):
            # Recurrent models cannot go back to the middle of what they read.
            llama_cpp.llama_memory_clear(self._memory, True)
            shared = 0
        del self._in_memory[shared:]
        return shared

    def _read(self, prompt: Sequence[int], start: int) -> Generator[StreamEvent, None, bool]:
        """Read the prompt from ``start`` on, in batches; its value is false where it was cancelled."""
        total = len(prompt) - start
        llama_cpp.llama_set_abort_callback(self._context, self._abort_callback, ctypes.c_void_p())
        try:
            for at in range(start, len(prompt), BATCH_TOKENS):
                if total >= _PROGRESS_FROM_TOKENS:
                    yield Progress(text="Reading the conversation", fraction=(at - start) / total)
                if self._cancelled() or not self._decode(prompt[at : at + BATCH_TOKENS]):
                    return False
                self._alive()
        finally:
            # The callback runs at every node of the graph: fine for a batch, too dear for a single token.
            llama_cpp.llama_set_abort_callback(self._context, self._no_abort, ctypes.c_void_p())
        return True

    def _decode(self, tokens: Sequence[int]) -> bool:
        """Compute ``tokens``; false where it was aborted. The memory then holds what it held before."""
        array = (llama_cpp.llama_token * len(tokens))(*tokens)
        status = llama_cpp.llama_decode(self._context, llama_cpp.llama_batch_get_one(array, len(tokens)))
        if status == 0:
            self._in_memory += tokens
            return True
        if not llama_cpp.llama_memory_seq_rm(self._memory, 0, len(self._in_memory), -1):
            llama_cpp.llama_memory_clear(self._memory, True)
            self._in_memory.clear()
        if status == 2:
            return False
        raise WorkerDiedError(
            "llama.cpp could not go on with this answer.",
            remedy="Send the message again.",
            detail=f"llama_decode returned {status}\n{self._log_tail()}",
        )

    def _abort(self, _data: object) -> bool:
        self._alive()
        return self._cancelled()

    def _tokenize(self, text: str) -> list[int]:
        data = text.encode("utf-8", "replace")
        bos = self._token_text(llama_cpp.llama_vocab_bos(self._vocab))
        add_special = not (bos and text.startswith(bos))
        size = len(data) + 8
        while True:
            array = (llama_cpp.llama_token * size)()
            count = llama_cpp.llama_tokenize(self._vocab, data, len(data), array, size, add_special, True)
            if count >= 0:
                break
            size = -count
        if count == 0:
            raise UnsupportedError("There is nothing to answer.", remedy="Write a message first.")
        return array[:count]

    def _piece(self, token: int) -> bytes:
        """The bytes a token writes. A control token writes nothing, unless the answer's parser looks for its text."""
        piece = self._pieces.get(token)
        if piece is None:
            piece = self._raw_piece(token, special=False)
            if not piece:
                special = self._raw_piece(token, special=True)
                piece = special if special.decode("utf-8", "replace") in self._format.markers else b""
            self._pieces[token] = piece
        return piece

    def _raw_piece(self, token: int, *, special: bool) -> bytes:
        size = 64
        while True:
            buffer = ctypes.create_string_buffer(size)
            count = llama_cpp.llama_token_to_piece(self._vocab, token, buffer, size, 0, special)
            if count >= 0:
                return buffer.raw[:count]
            size = -count

    def _token_text(self, token: int) -> str:
        return "" if token < 0 else self._raw_piece(token, special=True).decode("utf-8", "replace")

    def _control_texts(self) -> list[str]:
        count = llama_cpp.llama_vocab_n_tokens(self._vocab)
        return [
            self._token_text(token) for token in range(count) if llama_cpp.llama_vocab_is_control(self._vocab, token)
        ]


def load_error(path: str, log: str) -> ModelFileError | OutOfMemoryError:
    """What to tell about a file that llama.cpp did not load, from what it logged."""
    name = Path(path).name
    lowered = log.lower()
    if any(words in lowered for words in ("failed to allocate", "out of memory", "unable to allocate", "bad_alloc")):
        return OutOfMemoryError(
            f"{name!r} does not fit in memory.",
            remedy="Choose a smaller quantisation or a smaller context, or unload other models.",
            detail=log,
        )
    if "unknown model architecture" in lowered:
        return ModelFileError(
            f"{name!r} is of a kind of model that this llama.cpp does not know.",
            remedy="Update Baton, or choose another model.",
            detail=log,
        )
    return ModelFileError(
        f"{name!r} cannot be loaded: the file is damaged or incomplete, or is no model for chat.",
        remedy="Download the file again.",
        detail=log,
    )
