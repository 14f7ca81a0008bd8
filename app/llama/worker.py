"""The child process that runs llama.cpp: reads commands from its input, writes reports to its output, one a line.

Holds one model and answers any number of requests side by side. Ends with its parent: when its input ends, and on
Linux by the parent's death itself. What llama.cpp prints never reaches the protocol: descriptor 1 is pointed at stderr
before the library is loaded.
"""

from __future__ import annotations

import collections
import contextlib
import os
import queue
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, assert_never

from app.domain import language
from app.domain.errors import BatonError, ModelFileError, UnsupportedError, WorkerDiedError
from app.domain.language import tr
from app.domain.stream import Finished, StreamEvent
from app.llama import protocol
from app.llama.outbox import Outbox

if TYPE_CHECKING:
    from app.llama.decoding.embedding import Embedder
    from app.llama.decoding.engine import Engine

_ALIVE_EVERY_S = 1.0
_LOG_LINES = 40
_SPINS = "10000"
"""How often a compute thread looks for the others before it sleeps, where llama.cpp was built with GNU's OpenMP.

By default it looks for so long that on a machine with anything else to do, the threads keep the very cores busy that
the others wait for: with two cores and one other busy program, a token took five times as long (measured).
"""
_FIRST_TO_GO = b"800"  # of -1000 to 1000: proc(5), oom_score_adj


def main() -> None:
    """Run until the input ends. Never returns to the caller's cleanup: the process simply ends."""
    _die_with_parent()
    _die_before_parent()
    language.keep()  # who shows what is said here knows the person's language
    os.environ.setdefault("GOMP_SPINCOUNT", _SPINS)  # both are read when llama.cpp is loaded
    os.environ.setdefault("GGML_NO_BACKTRACE", "1")  # it starts a debugger, and dies seconds later
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


def _die_before_parent() -> None:
    """Where memory runs out, let Linux end the model and not the window that shows it."""
    with contextlib.suppress(OSError), Path("/proc/self/oom_score_adj").open("wb") as file:
        file.write(_FIRST_TO_GO)


class _Worker:
    """Takes the commands of one supervisor in order, and decodes whenever there is something to decode."""

    def __init__(self, output: BinaryIO) -> None:
        self._outbox = Outbox(self._write)
        self._output = output
        self._writing = threading.Lock()
        self._commands: queue.SimpleQueue[protocol.Command] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        self._log: collections.deque[str] = collections.deque(maxlen=_LOG_LINES)
        self._log_callback: object = None  # llama.cpp keeps the pointer
        self._last_word = 0.0
        self._engine: Engine | None = None
        self._embedder: Embedder | None = None

    def read_commands(self, source: BinaryIO) -> None:
        """On a thread of its own, so that a cancel is seen while llama.cpp computes."""
        for line in source:
            try:
                command = protocol.decode_command(line)
            except Exception as error:  # noqa: BLE001 - a worker that hears nothing any more must not stay
                os.write(2, f"{error!r}\n".encode())
                os._exit(1)
            if isinstance(command, protocol.Cancel):
                self._cancelled.add(command.id)
            self._commands.put(command)
        # Nobody is there any more. Waiting for llama.cpp to finish would keep the memory for nobody.
        os._exit(0)

    def run(self) -> None:
        self._say(protocol.Hello(version=protocol.VERSION, pid=os.getpid()))
        while True:
            while self._engine is None or not self._engine.is_busy or not self._commands.empty():
                self._take(self._commands.get())
            self._engine.step()
            self._outbox.flush_due()

    def _take(self, command: protocol.Command) -> None:
        try:
            self._do(command)
        except BatonError as error:
            self._refuse(command, error)
        except Exception as error:  # noqa: BLE001
            # A fault of Baton's own in one request must not take the others' answers along.
            traceback.print_exc()  # to the log, through the supervisor
            fault = WorkerDiedError(tr("Baton could not begin this; its log says why."), detail=repr(error))
            self._refuse(command, fault)

    def _refuse(self, command: protocol.Command, error: BatonError) -> None:
        match command:
            case protocol.Generate(id=id):
                self._said(id, error)
            case protocol.Count(id=id) | protocol.Embed(id=id):
                self._say(protocol.failure(error, id=id))
            case _:
                self._say(protocol.failure(error, id=None))

    def _do(self, command: protocol.Command) -> None:
        self._capture_logs()
        match command:
            case protocol.Load():
                self._load(command)
            case protocol.Generate(id=id, request=request):
                self._outbox.begin(id)
                self._loaded_engine().submit(id, request)
            case protocol.Count(id=id, request=request):
                self._say(protocol.Counted(id=id, tokens=self._loaded_engine().count(request)))
            case protocol.Embed(id=id, texts=texts):
                if self._embedder is None:
                    raise UnsupportedError(tr("This model makes no vectors."), remedy=tr("Choose an embedding model."))
                vectors, tokens = self._embedder.embed(texts)
                self._say(protocol.Embedded(id=id, vectors=vectors, tokens=tokens))
            case protocol.DescribeDevices():
                from app.llama.devices import describe_devices

                self._say(describe_devices())
            case protocol.CheckFile():
                self._check(command.path)
            case protocol.Cancel():
                pass  # known since it was read; this only wakes a worker that waits
            case _:
                assert_never(command)

    def _load(self, command: protocol.Load) -> None:
        from app.llama.decoding.embedding import Embedder
        from app.llama.decoding.engine import Engine

        told = 0.0

        def progress(fraction: float) -> bool:
            nonlocal told
            if fraction >= told + 0.01:
                told = fraction
                self._say(protocol.Loading(fraction=min(fraction, 1.0)))
            return True

        if self._engine is not None or self._embedder is not None:
            raise WorkerDiedError(tr("This process holds a model already."), remedy=tr("Send the message again."))
        if command.embeds:
            self._embedder = Embedder(command, progress=progress, alive=self._say_alive, log_tail=self._log_tail)
            self._say(protocol.Loaded(context_tokens=self._embedder.context_tokens))
            return
        self._engine = Engine(
            command,
            said=self._said,
            progress=progress,
            alive=self._say_alive,
            cancelled=self._cancelled.__contains__,
            log_tail=self._log_tail,
        )
        self._say(protocol.Loaded(context_tokens=self._engine.context_tokens, notes=self._engine.notes))

    def _loaded_engine(self) -> Engine:
        if self._engine is None:
            raise UnsupportedError(tr("This model writes no text."), remedy=tr("Choose a model for chat."))
        return self._engine

    def _said(self, id: int, event: StreamEvent | BatonError) -> None:
        if isinstance(event, BatonError):
            self._outbox.put(id, protocol.failure(event, id=id), ends=True)
        else:
            self._outbox.say(id, event)
        if isinstance(event, (BatonError, Finished)):
            self._cancelled.discard(id)

    def _check(self, path: str) -> None:
        import llama_cpp

        from app.llama.decoding.loading import load_error

        settings = llama_cpp.llama_model_default_params()
        # Everything but the weights: all sizes are checked and every tensor is found, and no memory is taken.
        settings.no_alloc = True
        settings.load_mode = llama_cpp.LLAMA_LOAD_MODE_NONE
        settings.n_gpu_layers = 0
        model = llama_cpp.llama_model_load_from_file(os.fsencode(path), settings)
        if not model:
            raise load_error(path, self._log_tail())
        if not llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(model)):
            raise ModelFileError(
                tr("{name!r} has no vocabulary.", name=Path(path).name), remedy=tr("Choose a model for chat.")
            )
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
        self._write(protocol.encode(report))

    def _write(self, lines: bytes) -> None:
        with self._writing:
            self._last_word = time.monotonic()
            try:
                view = memoryview(lines)
                while view:
                    view = view[self._output.write(view) :]
            except OSError:
                os._exit(0)  # the supervisor is gone
