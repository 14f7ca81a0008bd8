"""Bare loops over llama.cpp, in a child process: what the engine is measured beside. No cache, no samplers, no text.

Reads one command a line, as JSON, and answers each with one line: seconds, or why not. Settings of the context are the
engine's own, so that nothing but the loops differ.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from collections.abc import Mapping
from typing import Any

import llama_cpp
import numpy as np

_BATCH_TOKENS = 512


def main() -> int:
    """Run until the input ends."""
    silent = llama_cpp.llama_log_callback(lambda _level, _text, _data: None)
    llama_cpp.llama_log_set(silent, ctypes.c_void_p())
    llama_cpp.llama_backend_init()
    loaded: dict[str, _Loaded] = {}
    for line in sys.stdin:
        command = json.loads(line)
        path = command["path"]
        if command["do"] == "begin":  # all that it is without a model is there now
            sys.stdout.write("{}\n")
            sys.stdout.flush()
            continue
        if path not in loaded:
            loaded[path] = _Loaded(
                path,
                threads=command["threads"],
                context_tokens=command["context_tokens"],
                flash_attention=command["flash_attention"],
            )
        answer = loaded[path].do(command)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    return 0


class _Loaded:
    """A model with a context of its own."""

    def __init__(self, path: str, *, threads: int, context_tokens: int, flash_attention: bool) -> None:
        self._path, self._threads, self._context_tokens = path, threads, context_tokens
        self._chat: Any = None
        self._model = llama_cpp.llama_model_load_from_file(path.encode(), llama_cpp.llama_model_default_params())
        settings = llama_cpp.llama_context_default_params()
        settings.n_ctx = context_tokens
        settings.n_batch = settings.n_ubatch = _BATCH_TOKENS
        settings.n_threads = settings.n_threads_batch = threads
        settings.n_seq_max = settings.n_outputs_max = 8
        settings.kv_unified = True
        settings.flash_attn_type = int(flash_attention)
        settings.no_perf = True
        self._context: Any = llama_cpp.llama_init_from_model(self._model, settings)
        self._memory = llama_cpp.llama_get_memory(self._context)
        self._size = llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(self._model))

    def do(self, command: Mapping[str, Any]) -> dict[str, object]:
        match command["do"]:
            case "read":
                return {"seconds": self._read(command["tokens"])}
            case "append":
                self._read(command["depth"])
                return {"seconds": self._read(command["tokens"], after=command["depth"])}
            case "generate":
                return {"seconds": self._generate(command["depth"], command["tokens"])}
            case "batch":
                return {"seconds": self._batch(command["sequences"], command["depth"], command["tokens"])}
            case "chat":
                return self._create_chat_completion(command["text"], command["tokens"])
            case other:
                return {"problem": f"unknown command {other!r}"}

    def _read(self, count: int, sequence: int = 0, after: int = 0) -> float:
        """Seconds to read ``count`` tokens into a sequence, which keeps what it holds up to ``after``."""
        llama_cpp.llama_memory_seq_rm(self._memory, sequence, after, -1)
        tokens = (np.arange(count, dtype=np.int32) * 37 + sequence) % (self._size - 3)
        batch = llama_cpp.llama_batch_init(_BATCH_TOKENS, 0, 1)
        began_s = time.perf_counter()
        for start in range(0, count, _BATCH_TOKENS):
            chunk = tokens[start : start + _BATCH_TOKENS]
            batch.n_tokens = len(chunk)
            for number, token in enumerate(chunk):
                batch.token[number] = token
                batch.pos[number] = after + start + number
                batch.n_seq_id[number] = 1
                batch.seq_id[number][0] = sequence
                batch.logits[number] = start + number == count - 1
            _check(llama_cpp.llama_decode(self._context, batch))
        llama_cpp.llama_synchronize(self._context)
        seconds = time.perf_counter() - began_s
        llama_cpp.llama_batch_free(batch)
        return seconds

    def _generate(self, depth: int, count: int) -> float:
        """Seconds to decode ``count`` tokens, one by one, after ``depth`` tokens."""
        self._read(depth)
        token = (llama_cpp.llama_token * 1)(300)
        batch = llama_cpp.llama_batch_get_one(token, 1)
        began_s = time.perf_counter()
        for number in range(count):
            token[0] = (number * 37) % (self._size - 3)
            _check(llama_cpp.llama_decode(self._context, batch))
        llama_cpp.llama_synchronize(self._context)
        return time.perf_counter() - began_s

    def _batch(self, sequences: int, depth: int, count: int) -> float:
        """Seconds to read ``depth`` tokens into each of ``sequences`` and to decode ``count`` of each side by side."""
        seconds = sum(self._read(depth, sequence) for sequence in range(sequences))
        batch = llama_cpp.llama_batch_init(sequences, 0, 1)
        batch.n_tokens = sequences
        began_s = time.perf_counter()
        for number in range(count):
            for sequence in range(sequences):
                batch.token[sequence] = (number * 37 + sequence) % (self._size - 3)
                batch.pos[sequence] = depth + number
                batch.n_seq_id[sequence] = 1
                batch.seq_id[sequence][0] = sequence
                batch.logits[sequence] = True
            _check(llama_cpp.llama_decode(self._context, batch))
        llama_cpp.llama_synchronize(self._context)
        seconds += time.perf_counter() - began_s
        llama_cpp.llama_batch_free(batch)
        for sequence in range(sequences):
            llama_cpp.llama_memory_seq_rm(self._memory, sequence, -1, -1)
        return seconds

    def _create_chat_completion(self, text: str, count: int) -> dict[str, object]:
        """Seconds between the first and the last piece of llama-cpp-python's own chat answer, and how many came."""
        if self._chat is None:
            self._chat = llama_cpp.Llama(
                self._path,
                n_ctx=self._context_tokens,
                n_threads=self._threads,
                n_threads_batch=self._threads,
                n_batch=_BATCH_TOKENS,
                verbose=False,
            )
        pieces = self._chat.create_chat_completion(
            messages=[{"role": "user", "content": text}], stream=True, max_tokens=count, temperature=0.8
        )
        first_s = last_s = 0.0
        for piece in pieces:
            if piece["choices"][0]["delta"].get("content"):
                last_s = time.perf_counter()
                first_s = first_s or last_s
        return {"seconds": last_s - first_s, "tokens": count - 1}


def _check(status: int) -> None:
    if status != 0:
        raise RuntimeError(f"llama_decode returned {status}")
