"""Reads along a text that may still grow, as a model writes it. Knows no form of tool calls. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

TextParameters = Mapping[str, frozenset[str]]
"""For each tool offered, the parameters whose values are texts whatever they look like."""

_DECODER = json.JSONDecoder(strict=False)  # models write line breaks into texts as they are
NAME = re.compile(r"[\w.-]{1,200}")
"""A tool's name."""

_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Call:
    """A call as read: its name, and its arguments as JSON text."""

    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The calls of one section, and how many characters it took."""

    calls: tuple[Call, ...]
    length: int


class MoreNeededError(Exception):
    """The text ends before it can be judged."""


class NoCallError(Exception):
    """What follows the opener is no call."""


@dataclass(slots=True)
class Scan:
    """A place in a text that may still grow; ``last``: it will not."""

    text: str
    tools: TextParameters
    last: bool
    at: int = 0
    calls: list[Call] = field(default_factory=list)
    behind: int = 0  # just behind the last complete call

    def skip(self) -> None:
        """Pass over white space."""
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at
        if self.at == len(self.text) and not self.last:
            raise MoreNeededError

    def take(self, token: str) -> bool:
        """Pass over ``token`` if it stands here."""
        if not token:
            return False
        if self.text.startswith(token, self.at):
            self.at += len(token)
            return True
        if not self.last and token.startswith(self.text[self.at :]):
            raise MoreNeededError
        return False

    def need(self, token: str) -> None:
        """Pass over ``token``, which must stand here."""
        if token and not self.take(token):
            raise NoCallError

    def until(self, token: str, most: int | None = None) -> str:
        """The text before the next ``token``; passes over both."""
        found = self.text.find(token, self.at, None if most is None else self.at + most + len(token))
        if found < 0:
            if self.last or (most is not None and len(self.text) - self.at > most + len(token)):
                raise NoCallError
            raise MoreNeededError
        before, self.at = self.text[self.at : found], found + len(token)
        return before

    def name(self) -> str:
        """A tool's name."""
        return self.word(NAME)

    def word(self, pattern: re.Pattern[str]) -> str:
        """What the pattern matches here, which must be something."""
        found = pattern.match(self.text, self.at)
        end = self.at if found is None else found.end()
        if end == len(self.text) and not self.last:
            raise MoreNeededError
        if found is None:
            raise NoCallError
        self.at = end
        return found[0]

    def value(self) -> object:
        """A JSON value."""
        if self.at == len(self.text):
            raise NoCallError if self.last else MoreNeededError
        try:
            value, self.at = _DECODER.raw_decode(self.text, self.at)
        except json.JSONDecodeError as error:
            # A text that ends too early fails at its end, or where the text that is open begins.
            if not self.last and (error.msg.startswith("Unterminated") or error.pos >= len(self.text) - 8):
                raise MoreNeededError from None
            raise NoCallError from None
        except (ValueError, RecursionError):
            raise NoCallError from None
        return value

    def arguments(self) -> str:
        """An object, as JSON text."""
        if self.text[self.at : self.at + 1] not in ("{", ""):
            raise NoCallError
        return json.dumps(self.value(), ensure_ascii=False)

    def found(self, *calls: Call) -> None:
        """Note calls that are complete up to here."""
        self.calls += calls
        self.behind = self.at

    def closed(self, token: str) -> bool:
        """Pass over the token that ends a section, if it stands here after white space."""
        self.skip()
        if self.take(token):
            self.behind = self.at
            return True
        return False


Reader = Callable[[Scan], None]


def read(reader: Reader, text: str, tools: TextParameters, *, last: bool) -> Reading | None:
    """What ``text``, which follows an opener, holds; ``None`` where more is needed. Raises :class:`NoCallError`."""
    scan = Scan(text, tools, last)
    try:
        reader(scan)
    except MoreNeededError:
        if not last:
            return None
    except NoCallError:
        pass
    if not scan.calls:
        raise NoCallError
    return Reading(tuple(scan.calls), scan.behind)
