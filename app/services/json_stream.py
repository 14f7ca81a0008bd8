"""Reads a JSON file of any size value by value, holding one of them at a time.

Knows nothing of what the values mean. A value that breaks off with what was read so far is read on; one that is broken
within is not, so that a spoilt file is not read to its end for nothing.
"""

from __future__ import annotations

import json
import re
import sys
import threading
from typing import Any, TextIO

from app.domain.errors import UsageError
from app.domain.language import tr

_CHUNK_CHARS = 1024 * 1024
_MOST_CHARS = 512 * 1024 * 1024
"""Of one value: beyond that, it is no conversation."""
_TAIL_CHARS = 16
"""How far from the end of what was read a fault may stand that is only the end."""
_EXPONENT_CHARS = 2
"""So much of a number may stand behind what was taken for the whole of it."""
_DEEP_STACK_BYTES = 256 * 1024 * 1024
_DEEP_LEVELS = 200_000
_SPACE = re.compile(r"[ \t\r\n]*")
_MOST_DIGITS = 4000
"""Python refuses to read integers of somewhat more, and with them all that stands beside them."""
_ZIP = ("PK\x03\x04", "PK\x05\x06")
_DECODER = json.JSONDecoder(parse_int=lambda digits: int(digits) if len(digits) <= _MOST_DIGITS else float(digits))
_deep = threading.Lock()


class JsonStream:
    """A cursor on a text file. What it raises is :class:`UsageError` with ``remedy``, for what is not JSON."""

    def __init__(self, source: TextIO, *, remedy: str) -> None:
        self._source = source
        self._remedy = remedy
        self._text = ""
        self._at = 0
        self._before = 0  # characters that were read and let go
        self._ended = False

    def peek(self) -> str:
        """The next character that is no space, which stays; empty at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            assert found is not None, "no space at all matches too"
            self._at = found.end()
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def takes(self, character: str) -> bool:
        """Step over the next character that is no space, where it is ``character``."""
        if self.peek() != character:
            return False
        self._at += 1
        return True

    def expect(self, character: str) -> None:
        """Step over ``character``; anything else is a fault of the file."""
        if not self.takes(character):
            raise self.broken()

    def value(self) -> Any:
        """The next value."""
        self.peek()
        while True:
            try:
                value, end = _decoded(self._text, self._at)
            except json.JSONDecodeError as error:
                is_end = error.msg.startswith("Unterminated string") or error.pos >= len(self._text) - _TAIL_CHARS
                if not is_end or not self._more():
                    raise self.broken() from None
                continue
            except (ValueError, RecursionError, MemoryError):
                raise self.broken() from None
            may_go_on = type(value) in (int, float) and end >= len(self._text) - _EXPONENT_CHARS
            if not may_go_on or not self._more():
                self._at = end
                return value

    def broken(self) -> UsageError:
        """The fault of a file that breaks off or is damaged here."""
        place = self._before + self._at
        return UsageError(
            tr("This file is no whole JSON: it breaks off or is damaged near character {place}.", place=place),
            remedy=self._remedy,
        )

    def _more(self) -> bool:
        """Read on, twice as much as is held, so that a long value is not begun again too often."""
        if self._ended or len(self._text) - self._at > _MOST_CHARS:
            return False
        held = len(self._text) - self._at
        try:
            read = self._source.read(max(_CHUNK_CHARS, held))
        except UnicodeDecodeError as error:
            if not self._before and not self._text and error.object[:4].decode("latin-1") in _ZIP:
                raise _packed() from error
            raise UsageError(tr("This file is no UTF-8 text."), remedy=self._remedy) from error
        if not read:
            self._ended = True
            return False
        if not self._before and not self._text:
            if read.startswith(_ZIP):
                raise _packed()
            read = read.removeprefix("\ufeff")
        self._before += self._at
        self._text = self._text[self._at :] + read
        self._at = 0
        return True


def _packed() -> UsageError:
    return UsageError(
        tr("This file is a ZIP archive, no JSON."),
        remedy=tr("Unpack it first, then choose the file with the conversations in it, such as conversations.json."),
    )


def _decoded(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except RecursionError:
        return _decoded_deep(text, at)


def _decoded_deep(text: str, at: int) -> tuple[Any, int]:
    """The same of a value that is nested as deeply as a chat is long, on a thread with the room for that."""
    told: list[tuple[Any, int] | Exception] = []

    def decode() -> None:
        try:
            told.append(_DECODER.raw_decode(text, at))
        except (ValueError, RecursionError, MemoryError) as error:
            told.append(error)

    with _deep:
        levels, size = sys.getrecursionlimit(), threading.stack_size(_DEEP_STACK_BYTES)
        sys.setrecursionlimit(max(levels, _DEEP_LEVELS))
        try:
            thread = threading.Thread(target=decode, name="deep JSON")
            thread.start()
            threading.stack_size(size)
            thread.join()
        finally:
            sys.setrecursionlimit(levels)
            threading.stack_size(size)
    (result,) = told
    if isinstance(result, Exception):
        raise result
    return result
