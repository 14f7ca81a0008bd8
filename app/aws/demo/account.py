"""The demo account's life, seen from Baton: a child process started on first use, restarted after a crash.

Owns the child and its token. Refuses to be anything but loopback; :mod:`app.aws.accounts.clients` speaks to it.
"""

from __future__ import annotations

import json
import os
import queue
import secrets
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import AwsError
from app.domain.language import tr


@dataclass(frozen=True, kw_only=True, slots=True)
class DemoEndpoint:
    """Where the demo account listens, and the token its requests carry. A restarted account is another endpoint."""

    port: int
    token: str

    @property
    def url(self) -> str:
        """The endpoint of every service."""
        return f"http://127.0.0.1:{self.port}"


class DemoAccount:
    """The demo account. ``command`` starts a process that runs :func:`app.aws.demo.server.main`. Thread-safe."""

    def __init__(self, command: Sequence[str], *, start_timeout_s: float = 60.0) -> None:
        self._command = tuple(command)
        self._start_timeout_s = start_timeout_s
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._endpoint: DemoEndpoint | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The child's process id while it runs, else ``None``."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def endpoint(self) -> DemoEndpoint:
        """Start the account where it does not run, and say where it listens. Blocking.

        Raises :class:`AwsError` where it does not start. After a crash it begins afresh: what was changed is gone.
        """
        with self._lock:
            if self._closed:
                raise AwsError(tr("The demo account is closed."), remedy=tr("Start Baton again."))
            if self._process is not None and self._process.poll() is None and self._endpoint is not None:
                return self._endpoint
            self._end()
            self._endpoint = self._start()
            return self._endpoint

    def close(self) -> None:
        """End the child. Safe to call twice, and where none runs."""
        with self._lock:
            self._closed = True
            self._end()

    def _start(self) -> DemoEndpoint:
        token = secrets.token_hex(16)
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) if os.name == "nt" else 0,
            )
            assert self._process.stdin is not None
            # By pipe, not by argument or environment: other users can read those.
            self._process.stdin.write(token + "\n")
            self._process.stdin.flush()
            port = self._read_port(self._process)
        except (OSError, ValueError) as error:
            if self._process is not None:
                self._process.kill()
            self._end()
            raise AwsError(
                tr("The demo account did not start."),
                remedy=tr("Try again; baton doctor says what is missing."),
                detail=repr(error),
            ) from None
        return DemoEndpoint(port=port, token=token)

    def _read_port(self, process: subprocess.Popen[str]) -> int:
        """The port from the child's first line. Raises ``ValueError`` where it does not come in time."""
        lines: queue.Queue[str] = queue.Queue()
        stdout = process.stdout
        assert stdout is not None
        threading.Thread(target=lambda: lines.put(stdout.readline()), name="demo-start", daemon=True).start()
        try:
            said = json.loads(lines.get(timeout=self._start_timeout_s))
        except queue.Empty:
            raise ValueError("no port within the time allowed") from None
        match said:
            case {"port": int(port)} if 0 < port < 65536:
                return port
        raise ValueError("the first line holds no port")

    def _end(self) -> None:
        process, self._process, self._endpoint = self._process, None, None
        if process is None:
            return
        try:
            if process.stdin is not None:
                process.stdin.close()  # the child ends by itself when its stdin does
        except OSError:
            pass  # it is gone already
        try:
            process.wait(timeout=3)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
