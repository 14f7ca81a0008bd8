"""The child process of the bare loops, as the measurement talks to it. Blocking: measured is one thing at a time."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from app.domain.errors import WorkerDiedError
from app.domain.models import LoadPlan


class BareLoops:
    """Starts the child on entry, which loads models as ``plan`` says, and ends it on exit.

    Methods return seconds and raise :class:`WorkerDiedError`.
    """

    def __init__(self, command: Sequence[str], plan: LoadPlan) -> None:
        self._command = tuple(command)
        self._common = {
            "threads": plan.threads,
            "context_tokens": plan.context_tokens,
            "flash_attention": plan.flash_attention,
        }

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def memory_of(self, path: Path, *, depth: int, tokens: int) -> int:
        """The memory, in bytes, that a model and its context take in use: by how much the process grows, files aside.

        The first thing to ask of it.
        """
        self._ask("begin", path)
        before = private_bytes(self._process.pid)
        self.generate(path, depth=depth, tokens=tokens)
        return private_bytes(self._process.pid) - before

    def read(self, path: Path, *, tokens: int) -> float:
        """Reading a prompt."""
        return self._seconds("read", path, tokens=tokens)

    def append(self, path: Path, *, depth: int, tokens: int) -> float:
        """Reading ``tokens`` more after ``depth``."""
        return self._seconds("append", path, depth=depth, tokens=tokens)

    def generate(self, path: Path, *, depth: int, tokens: int) -> float:
        """Decoding ``tokens`` one by one after ``depth``."""
        return self._seconds("generate", path, depth=depth, tokens=tokens)

    def batch(self, path: Path, *, sequences: int, depth: int, tokens: int) -> float:
        """Reading ``depth`` tokens into each of ``sequences``, then decoding ``tokens`` of each side by side."""
        return self._seconds("batch", path, sequences=sequences, depth=depth, tokens=tokens)

    def chat(self, path: Path, *, text: str, tokens: int) -> float:
        """Llama-cpp-python's own chat answer, from its first piece on: seconds a token."""
        answer = self._ask("chat", path, text=text, tokens=tokens)
        return float(answer["seconds"]) / int(answer["tokens"])

    def _seconds(self, do: str, path: Path, **more: object) -> float:
        return float(self._ask(do, path, **more)["seconds"])

    def _ask(self, do: str, path: Path, **more: object) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        line = json.dumps({"do": do, "path": str(path), **self._common, **more}) + "\n"
        try:
            self._process.stdin.write(line.encode())
            self._process.stdin.flush()
        except OSError as error:
            raise self._broken(str(error)) from error
        answer = self._process.stdout.readline()
        if not answer:
            raise self._broken("it ended without an answer")
        found: dict[str, Any] = json.loads(answer)
        return found

    @staticmethod
    def _broken(detail: str) -> WorkerDiedError:
        return WorkerDiedError(
            "The loops to measure beside could not be run.", remedy="Look at baton doctor.", detail=detail
        )


def private_bytes(pid: int) -> int:
    """What a process holds that no file backs; where the system does not tell that apart, all that is resident."""
    import psutil

    info = psutil.Process(pid).memory_info()
    return int(info.rss - getattr(info, "shared", 0))
