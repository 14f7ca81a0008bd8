"""The log file: small, rotated, private to the person, and free of secrets. Never writes to the terminal."""

from __future__ import annotations

import logging
import logging.handlers
import os
from collections.abc import Callable
from pathlib import Path

MAX_BYTES = 1_000_000
KEPT_FILES = 3
_TALKATIVE = ("boto3", "botocore", "httpcore2", "urllib3", "openai", "anthropic")
"""Libraries that write whole requests, headers and conversations included, where debugging is switched on."""


def configure(log_file: Path, scrub: Callable[[str], str]) -> str | None:
    """Send Baton's log records to ``log_file``, each passed through ``scrub``.

    Returns a sentence where its folder cannot be made; then nothing is logged, and Baton goes on. The file itself is
    opened with the first record: whether that works, :func:`app.system.checks.log_check` finds out.
    """
    root = logging.getLogger()
    for old in list(root.handlers):
        if isinstance(old, logging.handlers.RotatingFileHandler | logging.NullHandler):
            root.removeHandler(old)
            old.close()
    root.setLevel(logging.WARNING)
    logging.getLogger("app").setLevel(logging.INFO)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.INFO)
    handler: logging.Handler
    problem = None
    try:
        log_file.parent.mkdir(parents=True, exist_ok=True)
        handler = _PrivateFileHandler(
            log_file, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True, errors="replace"
        )
    except OSError as error:
        handler = logging.NullHandler()
        problem = f"No log is kept: {str(log_file)!r} cannot be written ({error.strerror})."
    handler.setFormatter(_ScrubbingFormatter(scrub))
    root.addHandler(handler)
    # A full disk must not put tracebacks of the log itself on the terminal.
    logging.raiseExceptions = False
    return problem


class _PrivateFileHandler(logging.handlers.RotatingFileHandler):
    def _open(self) -> object:  # type: ignore[override]  # the standard library's stub names a narrower text stream
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, "a", encoding=self.encoding, errors=self.errors)


class _ScrubbingFormatter(logging.Formatter):
    def __init__(self, scrub: Callable[[str], str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._scrub = scrub

    def format(self, record: logging.LogRecord) -> str:
        """The record's line and traceback, without secrets."""
        return self._scrub(super().format(record))
