"""Reads a request's JSON field by field, naming what is wrong; refuses what was sent and nobody read.

A field that is ``null`` counts as not sent, which is what the clients in use mean by it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NoReturn

from app.domain.errors import UsageError

_DEEPEST = 100
_LONGEST_NAME = 80


class BadRequestError(UsageError):
    """A request that cannot be taken. ``field`` names the place in it, ``code`` is OpenAI's word for the fault."""

    def __init__(self, message: str, *, field: str | None, remedy: str = "", code: str | None = None) -> None:
        super().__init__(message, remedy=remedy)
        self.field = field
        self.code = code


def parse_object(body: bytes) -> JsonObject:
    """The JSON object that a body is. Raises :class:`BadRequestError` for anything else."""
    try:
        value = json.loads(body, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else f"not JSON ({_short(str(error))})"
        raise BadRequestError(f"The body is {why}.", field=None, remedy="Send one JSON object.") from error
    if not isinstance(value, dict):
        raise BadRequestError("The body is no JSON object.", field=None, remedy="Send one JSON object.")
    return JsonObject(value)


class JsonObject:
    """An object whose fields are taken one by one; :meth:`end` refuses those that nobody took.

    ``where`` is the object's own place in the request, empty for the whole.
    """

    def __init__(self, values: Mapping[str, Any], where: str = "") -> None:
        self._left = {name: value for name, value in values.items() if value is not None}
        self._where = where

    def place(self, name: str) -> str:
        """How a fault names the field: ``messages[0].content``."""
        return f"{self._where}.{name}" if self._where else name

    def __contains__(self, name: str) -> bool:
        return name in self._left

    def fault(self, name: str, message: str, *, code: str | None = None) -> BadRequestError:
        """The error that refuses the request for the field ``name``; ``message`` goes on after the field's name."""
        place = self.place(name)
        return BadRequestError(f"{place!r} {message}", field=place, code=code)

    def peek(self, name: str) -> Any:
        """The value, whatever it is, or ``None``; it is not taken with this."""
        return self._left.get(name)

    def take(self, name: str) -> Any:
        """The value, whatever it is, or ``None``."""
        return self._left.pop(name, None)

    def text(self, name: str) -> str | None:
        """A text, or ``None``."""
        value = self.take(name)
        if value is not None and not isinstance(value, str):
            raise self.fault(name, "must be a text.")
        return None if value is None else self._sound(name, value)

    def required_text(self, name: str) -> str:
        """A text that must be there and not be empty."""
        if (value := self.text(name)) is None:
            raise self.fault(name, "is missing.")
        if not value:
            raise self.fault(name, "is empty.")
        return value

    def flag(self, name: str) -> bool | None:
        """``true``, ``false`` or ``None``."""
        value = self.take(name)
        if value is not None and not isinstance(value, bool):
            raise self.fault(name, "must be true or false.")
        return value

    def whole(self, name: str, *, least: int, most: int) -> int | None:
        """A whole number within bounds, or ``None``."""
        value = self.take(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.fault(name, f"must be a whole number from {least} to {most}.")
        return value

    def items(self, name: str) -> Sequence[Any] | None:
        """A list, or ``None``."""
        value = self.take(name)
        if value is not None and not isinstance(value, list):
            raise self.fault(name, "must be a list.")
        return value

    def inner(self, name: str) -> JsonObject | None:
        """An object of its own, or ``None``."""
        value = self.take(name)
        if value is not None and not isinstance(value, dict):
            raise self.fault(name, "must be a JSON object.")
        return None if value is None else JsonObject(value, self.place(name))

    def objects(self, name: str) -> Iterator[JsonObject]:
        """The objects of a list, or none."""
        for index, value in enumerate(self.items(name) or ()):
            if not isinstance(value, dict):
                raise self.fault(f"{name}[{index}]", "must be a JSON object.")
            yield JsonObject(value, self.place(f"{name}[{index}]"))

    def plain(self, name: str) -> dict[str, Any] | None:
        """A JSON object to be handed on as it is, such as a schema, or ``None``."""
        value = self.take(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.fault(name, "must be a JSON object.")
        if _depth_exceeds(value, _DEEPEST):
            raise self.fault(name, f"is nested more than {_DEEPEST} deep.")
        return value

    def texts(self, name: str, *, most: int) -> list[str] | None:
        """A text or a list of texts, as a list, or ``None``."""
        value = self.take(name)
        if value is None:
            return None
        listed = value if isinstance(value, list) else [value]
        if len(listed) > most:
            raise self.fault(name, f"takes at most {most} texts, not {len(listed)}.")
        for index, item in enumerate(listed):
            if not isinstance(item, str):
                raise self.fault(name if listed is not value else f"{name}[{index}]", "must be a text.")
            self._sound(name, item)
        return listed

    def ignore(self, *names: str) -> None:
        """Take fields that change nothing about an answer wherever they are sent: labels for bookkeeping."""
        for name in names:
            self.take(name)

    def refuse(self, name: str, why: str, *, unless: Sequence[object] = ()) -> None:
        """Refuse the field ``name`` where it asks for more than one of the values ``unless``."""
        if (value := self.take(name)) is not None and not any(_same(value, harmless) for harmless in unless):
            raise self.fault(name, f"is not supported: {why}", code="unsupported_parameter")

    def rest(self) -> dict[str, Any]:
        """Everything that was not taken; taken with this."""
        rest, self._left = self._left, {}
        return rest

    def end(self) -> None:
        """Refuse what is left."""
        for name in self._left:
            raise self.fault(name[:_LONGEST_NAME], "is not a field that Baton knows.", code="unknown_parameter")

    def _sound(self, name: str, text: str) -> str:
        try:
            text.encode()
        except UnicodeEncodeError:
            raise self.fault(name, "holds half of a surrogate pair, which is no text.") from None
        return text


def _same(value: object, other: object) -> bool:
    return type(value) is type(other) and value == other


def _depth_exceeds(value: object, most: int) -> bool:
    level: list[object] = [value]
    for _ in range(most):
        deeper: list[object] = []
        for item in level:
            if isinstance(item, dict):
                deeper.extend(item.values())
            elif isinstance(item, list):
                deeper.extend(item)
        if not deeper:
            return False
        level = deeper
    return True


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:120]}…"


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")
