"""The log: entries in memory and in small private files, free of secrets and of messages' words.

Owns what of an exception is written. Never writes to the terminal.
"""

from __future__ import annotations

import json
import logging
import logging.handlers
import os
import re
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from app.domain.errors import BatonError
from app.domain.language import tr
from app.domain.logs import Crash, LogEntry, LogLevel
from app.system.crashes import read_crashes

MAX_BYTES = 1_000_000
KEPT_FILES = 3
KEPT_ENTRIES = 100_000
_TALKATIVE = ("boto3", "botocore", "httpcore2", "urllib3", "openai", "anthropic")
"""Libraries that write whole requests, headers and conversations included, where debugging is switched on."""

_QUOTED = re.compile(r"(['\"“‘])(?P<inner>[^'\"”’\n]{1,20000})(['\"”’])")
_NAME_CHARS = 80  # what is quoted and longer is no name of a thing, but somebody's words
_FOREIGN_CHARS = 24
_FAULT_CHARS = 300
_PLAIN_FAULTS = (BatonError, OSError, ImportError, AttributeError, NameError, MemoryError, RecursionError)
"""Exceptions whose words name things and quote nobody."""


class FileLogBook(logging.Handler):
    """Implements :class:`app.domain.ports.LogBook`; as a handler of ``logging`` it takes the entries in.

    ``problem``: why no file is written, or ``None``.
    """

    def __init__(self, log_file: Path, scrub: Callable[[str], str]) -> None:
        super().__init__()
        self.problem: str | None = None
        self._file = log_file
        self._scrub = scrub
        self._began = datetime.now(UTC)
        self._entries: deque[LogEntry] = deque(maxlen=KEPT_ENTRIES)
        self._count = 0
        self._guard = threading.Lock()
        self._writer: _PrivateFileHandler | None = None
        try:
            log_file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.problem = tr(
                "No log is kept: {file} cannot be written ({why}).",
                file=repr(str(log_file)),
                why=error.strerror,
            )
        else:
            self._writer = _PrivateFileHandler(
                log_file, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True, errors="replace"
            )
            self._writer.setFormatter(_Written())

    @property
    def file(self) -> str:
        """See the port."""
        return str(self._file)

    def emit(self, record: logging.LogRecord) -> None:
        """Take an entry in."""
        try:
            entry = self._entry(record)
        except Exception:  # noqa: BLE001  # whatever it was that cannot be written down, it must not break its author
            return
        with self._guard:
            self._entries.append(entry)
            self._count += 1
        if self._writer is not None:
            record.entry = entry
            self._writer.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self._writer is not None:
            self._writer.close()
        super().close()

    def earlier(self) -> Sequence[LogEntry]:
        """See the port."""
        numbered = [self._file.with_name(f"{self._file.name}.{number}") for number in range(KEPT_FILES, 0, -1)]
        found: list[LogEntry] = []
        for file in (*numbered, self._file):
            try:
                text = file.read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            found += (entry for entry in _read(text) if entry.at < self._began)
        return found

    def after(self, count: int) -> tuple[Sequence[LogEntry], int]:
        """See the port."""
        with self._guard:
            known = len(self._entries)
            skipped = max(0, known - (self._count - count))
            return tuple(islice(self._entries, skipped, known)), self._count

    def crashes(self) -> Sequence[Crash]:
        """See the port."""
        return read_crashes(self._file.parent)

    def _entry(self, record: logging.LogRecord) -> LogEntry:
        detail = [] if record.exc_info is None or record.exc_info[1] is None else [*_told(record.exc_info[1])]
        if record.stack_info:
            detail.append(record.stack_info)
        return LogEntry(
            at=datetime.fromtimestamp(record.created, UTC),
            level=LogLevel.of(record.levelno),
            source=record.name,
            text=_without_words(self._scrub(record.getMessage()), _NAME_CHARS),
            detail=self._scrub("\n".join(detail)),
        )


def configure(log_file: Path, scrub: Callable[[str], str]) -> FileLogBook:
    """Send Baton's log records to ``log_file``, each passed through ``scrub``, and to the book that is returned.

    Where its folder cannot be made, nothing is written and Baton goes on. The file itself is opened with the first
    record: whether that works, :func:`app.system.checks.log_check` finds out.
    """
    root = logging.getLogger()
    for old in list(root.handlers):
        if isinstance(old, FileLogBook):
            root.removeHandler(old)
            old.close()
    root.setLevel(logging.WARNING)
    logging.getLogger("app").setLevel(logging.INFO)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.INFO)
    book = FileLogBook(log_file, scrub)
    root.addHandler(book)
    # A full disk must not put tracebacks of the log itself on the terminal.
    logging.raiseExceptions = False
    return book


class _PrivateFileHandler(logging.handlers.RotatingFileHandler):
    def _open(self) -> object:  # type: ignore[override]  # the standard library's stub names a narrower text stream
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, "a", encoding=self.encoding, errors=self.errors)


class _Written(logging.Formatter):
    """An entry as a line of JSON: whatever stands in it, it stays one line, and no text can pass for an entry."""

    def format(self, record: logging.LogRecord) -> str:
        entry: LogEntry = record.entry  # type: ignore[attr-defined]  # set where the record came in
        plain = {"at": entry.at.isoformat(timespec="milliseconds"), "level": entry.level.name, "source": entry.source}
        plain["text"] = entry.text
        if entry.detail:
            plain["detail"] = entry.detail
        return json.dumps(plain, ensure_ascii=False)


def _read(text: str) -> Iterator[LogEntry]:
    """The entries of a file; what is none, such as a line that was cut, is left out."""
    for line in text.split("\n"):  # not splitlines(): JSON leaves other line ends, such as U+2028, as they are
        try:
            plain = json.loads(line)
            yield LogEntry(
                at=datetime.fromisoformat(plain["at"]),
                level=LogLevel[plain["level"]],
                source=str(plain["source"]),
                text=str(plain["text"]),
                detail=str(plain.get("detail", "")),
            )
        except (ValueError, KeyError, TypeError):
            continue


def _told(fault: BaseException) -> Iterator[str]:
    """Where a fault came from and what it was, with those it followed from; without the words of others in it."""
    chain: list[tuple[BaseException, str]] = []
    now: BaseException | None = fault
    while now is not None and now not in [known for known, _ in chain] and len(chain) < 8:
        before = now.__cause__ or (None if now.__suppress_context__ else now.__context__)
        link = "from which followed:" if now.__cause__ is not None else "during whose handling came:"
        chain.append((now, link))
        now = before
    for place, (known, _) in enumerate(reversed(chain)):
        if place:
            yield chain[-1 - place][1]
        yield "Traceback (most recent call last):"
        yield "".join(traceback.format_tb(known.__traceback__)).rstrip("\n")
        yield f"{type(known).__qualname__}: {_fault_words(known)}".rstrip(": ")
        if isinstance(known, BaseExceptionGroup):
            for inner in known.exceptions[:8]:
                yield from (f"  | {line}" for part in _told(inner) for line in part.splitlines())


def _fault_words(fault: BaseException) -> str:
    if isinstance(fault, BatonError) and fault.status is not None:
        return fault.fault_kind  # a vendor's words, which often quote the message that was sent
    is_plain = isinstance(fault, _PLAIN_FAULTS)
    words = _without_words(str(fault), _NAME_CHARS if is_plain else _FOREIGN_CHARS)
    return words if len(words) <= _FAULT_CHARS else f"{words[:_FAULT_CHARS]} … ({len(words):,} characters)"


def _without_words(text: str, most: int) -> str:
    """``text`` with what is quoted and longer than ``most`` characters left out."""

    def kept(match: re.Match[str]) -> str:
        inner = match["inner"]
        return match[0] if len(inner) <= most else f"{match[1]}… {len(inner):,} characters{match[3]}"

    return _QUOTED.sub(kept, text)
