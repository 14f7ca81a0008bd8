"""The child process that runs llama.cpp: reads commands from its input, writes reports to its output, one a line.

Holds one model. Ends with its parent: when its input ends, and on Linux by the parent's death itself. What llama.cpp
prints never reaches the protocol: descriptor 1 is pointed at stderr before the library is loaded.
"""

from __future__ import annotations

import collections
import os
import queue
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, assert_never

from app.domain.errors import BatonError, ModelFileError, WorkerDiedError
from app.domain.ports import ChatRequest
from app.llama import protocol
from app.llama.wire import ProtocolError

if TYPE_CHECKING:
    from app.llama.engine import Engine

_ALIVE_EVERY_S = 1.0
_LOG_LINES = 40


def main() -> None:
    """Run until the input ends. Never returns to the caller's cleanup: the process simply ends."""
    _die_with_parent()
    # Everything that writes to "standard output" from here on, C code included, goes to stderr.
    output = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    source = os.fdopen(os.dup(0), "rb")
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    worker = _Worker(output)
    threading.Thread(target=worker.read_commands, args=(source,), name="commands", daemon=True).start()
    worker.run()


def _die_with_parent() -> None:
    """Ask Linux to kill this process when its parent's thread that started it ends.

    Elsewhere the end of the input does it. A parent that died before this call has closed the input too.
    """
    if sys.platform == "linux":
        import ctypes
        import signal

        pr_set_pdeathsig = 1  # <sys/prctl.h>
        ctypes.CDLL(None, use_errno=True).prctl(pr_set_pdeathsig, signal.SIGKILL)


class _Worker:
    """The commands of one supervisor, done in order."""

    def __init__(self, output: BinaryIO) -> None:
        self._output = output
        self._writing = threading.Lock()
        self._commands: queue.SimpleQueue[protocol.Command] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        self._log: collections.deque[str] = collections.deque(maxlen=_LOG_LINES)
        self._log_callback: object = None  # llama.cpp keeps the pointer
        self._last_word = 0.0
        self._engine: Engine | None = None

    def read_commands(self, source: BinaryIO) -> None:
        """On a thread of its own, so that a cancel is seen while llama.cpp computes."""
        for line in source:
            try:
                command = protocol.decode_command(line)
            except ProtocolError as error:
                os.write(2, f"{error}\n".encode())
                os._exit(1)
            if isinstance(command, protocol.Cancel):
                self._cancelled.add(command.id)
            else:
                self._commands.put(command)
        # Nobody is there any more. Waiting for llama.cpp to finish would keep the memory for nobody.
        os._exit(0)

    def run(self) -> None:
        self._say(protocol.Hello(version=protocol.VERSION, pid=os.getpid()))
        while True:
            command = self._commands.get()
            try:
                self._do(command)
            except BatonError as error:
                id = command.id if isinstance(command, protocol.Generate) else None
                self._say(protocol.failure(error, id=id))

    def _do(self, command: protocol.Command) -> None:
        self._capture_logs()
        match command:
            case protocol.Load():
                self._load(command)
            case protocol.Generate():
                self._generate(command.id, command.request)
            case protocol.DescribeDevices():
                from app.llama.devices import describe_devices

                self._say(describe_devices())
            case protocol.CheckFile():
                self._check(command.path)
            case protocol.Cancel():
                pass  # seen by the reading thread
            case _:
                assert_never(command)

    def _load(self, command: protocol.Load) -> None:
        from app.llama.engine import Engine

        told = 0.0

        def progress(fraction: float) -> bool:
            nonlocal told
            if fraction >= told + 0.01:
                told = fraction
                self._say(protocol.Loading(fraction=min(fraction, 1.0)))
            return True

        if self._engine is not None:
            self._engine.close()
            self._engine = None
        self._engine = Engine(command, progress=progress, alive=self._say_alive, log_tail=self._log_tail)
        self._say(protocol.Loaded(context_tokens=self._engine.context_tokens, notes=self._engine.notes))

    def _generate(self, id: int, request: ChatRequest) -> None:
        if self._engine is None:
            raise WorkerDiedError("The local model is not loaded.", remedy="Send the message again.")
        for event in self._engine.answer(request, lambda: id in self._cancelled):
            self._say(protocol.Said(id=id, event=event))
        self._cancelled.discard(id)

    def _check(self, path: str) -> None:
        import llama_cpp

        from app.llama.engine import load_error

        settings = llama_cpp.llama_model_default_params()
        settings.vocab_only = True
        model = llama_cpp.llama_model_load_from_file(os.fsencode(path), settings)
        if not model:
            raise load_error(path, self._log_tail())
        if not llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(model)):
            raise ModelFileError(f"{Path(path).name!r} has no vocabulary.", remedy="Choose a model for chat.")
        llama_cpp.llama_model_free(model)
        self._say(protocol.Checked())

    def _capture_logs(self) -> None:
        """Load llama.cpp (on the first command, so that the first word comes at once) and listen to its log."""
        if self._log_callback is not None:
            return
        import ctypes

        import llama_cpp

        def log(level: int, text: bytes, _data: object) -> None:
            line = text.decode("utf-8", "replace").strip()
            if line and level in (3, 4):  # GGML_LOG_LEVEL_WARN, GGML_LOG_LEVEL_ERROR
                self._log.append(line)
                self._say(protocol.Logged(text=line))

        self._log_callback = llama_cpp.llama_log_callback(log)
        llama_cpp.llama_log_set(self._log_callback, ctypes.c_void_p())
        llama_cpp.llama_backend_init()

    def _log_tail(self) -> str:
        return "\n".join(self._log)

    def _say_alive(self) -> None:
        if time.monotonic() - self._last_word > _ALIVE_EVERY_S:
            self._say(protocol.Alive())

    def _say(self, report: protocol.Report) -> None:
        line = protocol.encode(report)
        with self._writing:
            self._last_word = time.monotonic()
            try:
                view = memoryview(line)
                while view:
                    view = view[self._output.write(view) :]
            except OSError:
                os._exit(0)  # the supervisor is gone
