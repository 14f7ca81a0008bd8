"""The grammar of single JSON values: texts, numbers and whatever else, in the ways in which models write them.

Everything made here is a value that a JSON schema's keyword allows; it may be less than what the keyword allows (a date
has a year of four digits, a number has a limited number of them), never more.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.llama.formats.grammar import (
    EMPTY,
    NEVER,
    Characters,
    Node,
    Reference,
    Rules,
    choice,
    optional,
    sequence,
    without,
)
from app.llama.formats.pattern import language_of
from app.llama.formats.regular import Language

_INTEGER_DIGITS = 16
_FRACTION_DIGITS = 6
_FINE_BELOW = Decimal(10) ** 9  # larger numbers with bounds are whole: a double would not tell their fractions apart
_NESTED = 12  # how deep a value goes of which a schema says nothing

_DIGIT = Characters(((0x30, 0x39),))
_HEX = Characters(((0x30, 0x39), (0x41, 0x46), (0x61, 0x66)))
_PLAIN = Characters(((0x20, 0x21), (0x23, 0x5B), (0x5D, 0x7E), (0x80, 0xD7FF), (0xE000, 0x10FFFF)))
_WORD = Characters(((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)))
_SHORT_ESCAPES = {0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: '\\"', 0x5C: "\\\\"}

_DATE = (
    "[1-9][0-9]{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,6})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?"
_HOST = f"{_LABEL}(?:\\.{_LABEL}){{0,4}}"
_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_HEX4 = "[0-9a-fA-F]{1,4}"
_URI_CHARACTER = "[A-Za-z0-9._~:/?@!$&'()*+,;=-]"

FORMATS = {
    "date": _DATE,
    "time": _TIME,
    "date-time": f"{_DATE}T{_TIME}",
    "duration": "P(?:[0-9]{1,4}[DW]|(?:[0-9]{1,4}D)?T[0-9]{1,4}[HMS])",
    "uuid": "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    "ipv4": f"{_OCTET}(?:\\.{_OCTET}){{3}}",
    "ipv6": f"(?:{_HEX4}:){{7}}{_HEX4}",
    "email": f"[A-Za-z0-9_+-]{{1,30}}(?:\\.[A-Za-z0-9_+-]{{1,30}}){{0,1}}@{_LABEL}\\.{_HOST}",
    "hostname": _HOST,
    "uri": f"[a-z][a-z0-9+-]{{1,15}}:{_URI_CHARACTER}+(?:#{_URI_CHARACTER}*)?",
    "uri-reference": f"/?[A-Za-z0-9]{_URI_CHARACTER}*(?:#{_URI_CHARACTER}*)?",
    "json-pointer": "(?:/(?:[^~/]|~[01])*)*",
}
"""The formats that are followed, as patterns for the whole text."""

REFUSED_FORMATS = frozenset(
    {"idn-email", "idn-hostname", "iri", "iri-reference", "uri-template", "relative-json-pointer", "regex"}
)
"""The standard's other formats. One that the standard does not know says nothing, as the standard has it."""


def format_language(name: str) -> Language:
    """The texts of one of :data:`FORMATS`."""
    return language_of(f"^(?:{FORMATS[name]})$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialect:
    """How values are written. ``quote`` stands around texts; ``bare_keys``: names in objects have no quotes;
    ``escapes``: texts have JSON's escapes; ``spaces``: white space may stand between things.
    """

    quote: str = '"'
    escapes: bool = True
    bare_keys: bool = False
    spaces: bool = True

    def write(self, value: object) -> str:
        """A value as text."""
        match value:
            case str() if self.escapes:
                return _dumped(value)
            case str():
                return f"{self.quote}{value}{self.quote}"
            case list():
                return f"[{self._comma.join(map(self.write, value))}]"
            case dict():
                entries = (f"{self.key(str(name))}{self._colon}{self.write(item)}" for name, item in value.items())
                return f"{{{self._comma.join(entries)}}}"
            case _:
                return _dumped(value)

    def key(self, name: str) -> str:
        """A name in an object."""
        return name if self.bare_keys else self.write(name)

    @property
    def _comma(self) -> str:
        return ", " if self.spaces else ","

    @property
    def _colon(self) -> str:
        return ": " if self.spaces else ":"


JSON = Dialect()


def _dumped(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return text if text.isprintable() else json.dumps(value, allow_nan=False)


class ValueRules:
    """Adds rules for single values to a grammar, in one dialect."""

    def __init__(self, rules: Rules, dialect: Dialect = JSON) -> None:
        self.rules = rules
        self.dialect = dialect
        # A small model given freedom fills answers with white space: one space, or one line's indentation.
        spaces = rules.repeated(Characters(((0x20, 0x20),)), 0, 20)
        self.space: Node = rules.add(choice((EMPTY, " ", sequence("\n", spaces)))) if dialect.spaces else EMPTY
        self._anything: list[Reference] = []

    # Texts

    def text(self, minimum: int = 0, maximum: int | None = None) -> Node:
        """A text of so many characters, quotes included."""
        if not self.dialect.escapes:
            quote = self.dialect.quote
            if minimum == 0 and maximum is None:
                return sequence(quote, self.rules.add(without(quote, self.rules)))
            # What counts characters cannot look out for the mark as well, so that one does not even begin.
            return self.rules.add(sequence(quote, self.rules.repeated(_but(quote[0]), minimum, maximum), quote))
        return self.rules.add(sequence('"', self.rules.repeated(self._character(), minimum, maximum), '"'))

    def _character(self) -> Node:
        return self.rules.add(
            choice(
                (
                    _PLAIN,
                    sequence("\\", Characters(tuple((ord(letter), ord(letter)) for letter in '"/\\bfnrt'))),
                    # Halves of surrogate pairs are no characters, and are left out.
                    sequence(
                        "\\u",
                        Characters(((0x30, 0x39), (0x41, 0x43), (0x45, 0x46), (0x61, 0x63), (0x65, 0x66))),
                        _HEX,
                        _HEX,
                        _HEX,
                    ),
                    sequence("\\u", Characters(((0x44, 0x44), (0x64, 0x64))), Characters(((0x30, 0x37),)), _HEX, _HEX),
                )
            )
        )

    def of_language(self, language: Language) -> Node:
        """A text that belongs to the language, quotes included."""
        quote = self.dialect.quote
        if self.dialect.escapes:
            return sequence(quote, self._automaton(language, quote, _escaped_ranges))
        return sequence(quote, self.bare(language, quote))

    def bare(self, language: Language, end: str) -> Node:
        """A text that belongs to the language, as it stands, and ``end``, which the text does not contain."""
        pattern = "".join(character if character.isalnum() else f"\\{character}" for character in end.strip("\n"))
        return self._automaton(language & language_of(pattern).complement(), end, _bare_ranges)

    def bare_text(self, end: str) -> Node:
        """Any text as it stands, and ``end``; line breaks around the mark in ``end`` are not needed to end it."""
        mark = end.strip("\n")
        return sequence(self.rules.add(without(mark, self.rules)), end[end.index(mark) + len(mark) :])

    def _automaton(self, language: Language, end: str, written: Callable[[int, int], Iterable[Node]]) -> Node:
        states = [self.rules.reserve() for _ in language.moves]
        for number, moves in enumerate(language.moves):
            options: list[Node] = [
                sequence(node, states[target]) for low, high, target in moves for node in written(low, high)
            ]
            if number in language.accepting:
                options.append(sequence(end))
            self.rules.define(states[number], choice(options))
        return states[0]

    # Numbers

    def integer(self, low: int | None = None, high: int | None = None) -> Node:
        """A whole number between the two, both included."""
        if low is None and high is None:
            digits = self.rules.repeated(_DIGIT, 0, _INTEGER_DIGITS - 1)
            return self.rules.add(choice(("0", sequence(optional("-"), Characters(((0x31, 0x39),)), digits))))
        return choice(_signed(low, high, 0))

    def number(self, low: Decimal | None, high: Decimal | None, *, open_low: bool, open_high: bool) -> Node:
        """A number between the two; ``open_…``: the bound itself does not count."""
        if low is None and high is None:
            fraction = sequence(".", self.rules.repeated(_DIGIT, 1, _INTEGER_DIGITS))
            exponent = sequence(
                Characters(((0x45, 0x45), (0x65, 0x65))),
                optional(Characters(((0x2B, 0x2B), (0x2D, 0x2D)))),
                Characters(((0x31, 0x39),)),
                optional(_DIGIT),
            )
            digits = self.rules.repeated(_DIGIT, 0, _INTEGER_DIGITS - 1)
            whole = choice(("0", sequence(Characters(((0x31, 0x39),)), digits)))
            return self.rules.add(sequence(optional("-"), whole, optional(fraction), optional(exponent)))
        fine = all(bound is None or abs(bound) < _FINE_BELOW for bound in (low, high))
        options: list[Node] = []
        for places in range(_FRACTION_DIGITS + 1 if fine else 1):
            scale = Decimal(10) ** places
            first = None if low is None else math.ceil(low * scale)
            last = None if high is None else math.floor(high * scale)
            if first is not None and low is not None and open_low and first == low * scale:
                first += 1
            if last is not None and high is not None and open_high and last == high * scale:
                last -= 1
            options += _signed(first, last, places)
        return choice(options)

    # Anything

    def anything(self, depth: int = _NESTED) -> Node:
        """Any value, nested no deeper than ``depth``."""
        while len(self._anything) <= depth:
            inner = self._anything[-1] if self._anything else None
            scalars: list[Node | str] = [
                self.text(),
                self.number(None, None, open_low=False, open_high=False),
                "true",
                "false",
                "null",
            ]
            if inner is not None:
                scalars += [self.list_of(inner), self.object_of(self._any_key(), inner)]
            self._anything.append(self.rules.add(choice(scalars)))
        return self._anything[depth]

    def any_object(self) -> Node:
        """Any object."""
        return self.object_of(self._any_key(), self.anything(_NESTED - 1))

    def any_list(self) -> Node:
        """Any list."""
        return self.list_of(self.anything(_NESTED - 1))

    def _any_key(self) -> Node:
        if self.dialect.bare_keys:
            return self.rules.add(self.rules.repeated(_WORD, 1, 64))
        return self.text()

    def list_of(self, item: Node) -> Node:
        """A list of any length."""
        more = self.rules.any_number(self.rules.add(sequence(",", self.space, item)))
        return sequence("[", self.space, optional(sequence(item, more, self.space)), "]")

    def object_of(self, key: Node, value: Node) -> Node:
        """An object of any size."""
        entry = self.rules.add(sequence(key, ":", self.space, value))
        more = self.rules.any_number(self.rules.add(sequence(",", self.space, entry)))
        return sequence("{", self.space, optional(sequence(entry, more, self.space)), "}")

    def in_order(
        self,
        entries: Sequence[tuple[Node, bool]],
        *,
        ends: tuple[str, str],
        extra: Node = NEVER,
        minimum: int = 0,
        maximum: int | None = None,
    ) -> Node:
        """``entries`` in their order, those that need not be there left out at will, between brackets.

        After them any number of ``extra``, which together count as one towards ``minimum`` and singly towards
        ``maximum``.
        """
        needed = sum(must for _, must in entries)
        counted = minimum > max(needed, 1) or maximum is not None
        minimum = minimum if counted else min(minimum, 1)
        top = (maximum if maximum is not None else minimum) if counted else 1
        close: Node = sequence(self.space, ends[1])
        entry_rules = [self.rules.add(entry) for entry, _ in entries]
        tails: list[Node] = []
        starts: list[Node] = []
        # From the last entry to the first; for each count of entries written so far (0, 1, …, top).
        for index in range(len(entries), -1, -1):
            may_end = not any(must for _, must in entries[index:])
            new_starts: list[Node] = []
            for count in range(top + 1):
                full = maximum is not None and count >= maximum
                options: list[Node] = []
                if index < len(entries):
                    if not full:
                        options.append(sequence(entry_rules[index], tails[min(count + 1, top)]))
                    if not entries[index][1]:
                        options.append(starts[count])
                elif not full and count + 1 >= minimum:
                    most = None if maximum is None else maximum - count - 1
                    again = self.rules.repeated(self.rules.add(sequence(",", self.space, extra)), 0, most)
                    options.append(sequence(extra, again, close))
                new_starts.append(self.rules.add(choice(options)))
            starts = new_starts
            tails = [
                self.rules.add(
                    choice(
                        (
                            sequence(",", self.space, starts[count]),
                            close if may_end and count >= minimum else NEVER,
                        )
                    )
                )
                for count in range(top + 1)
            ]
        may_be_empty = needed == 0 and minimum == 0
        return sequence(ends[0], self.space, choice((starts[0], sequence(ends[1]) if may_be_empty else NEVER)))


def _but(character: str) -> Characters:
    """Any character of a text without escapes but this one."""
    code = ord(character)
    return Characters(((0x09, 0x0A), (0x20, code - 1), (code + 1, 0x7E), *_PLAIN.ranges[3:]))


def _escaped_ranges(low: int, high: int) -> Iterable[Node]:
    for code, escape in _SHORT_ESCAPES.items():
        if low <= code <= high:
            yield sequence(escape)
    plain = tuple(
        (max(low, first), min(high, last)) for first, last in _PLAIN.ranges if max(low, first) <= min(high, last)
    )
    if plain:
        yield Characters(plain)


def _bare_ranges(low: int, high: int) -> Iterable[Node]:
    allowed = ((0x09, 0x0A), (0x20, 0x7E), *_PLAIN.ranges[3:])
    plain = tuple((max(low, first), min(high, last)) for first, last in allowed if max(low, first) <= min(high, last))
    if plain:
        yield Characters(plain)


def _signed(low: int | None, high: int | None, places: int) -> list[Node]:
    """Numbers of ``places`` decimals; the bounds are counted in units of the last place."""
    limit = 10 ** (_INTEGER_DIGITS - 1)
    least = min(-limit, (high or 0) * 10) if low is None else low
    most = max(limit, (low or 0) * 10) if high is None else high
    found: list[Node] = []
    if most >= max(least, 0):
        found += _unsigned(max(least, 0), most, places)
    if least < 0 and least <= most:
        found += [sequence("-", node) for node in _unsigned(max(1, -most), -least, places)]
    return found


def _unsigned(low: int, high: int, places: int) -> list[Node]:
    found: list[Node] = []
    for length in range(max(len(str(low)), places + 1), max(len(str(high)), places + 1) + 1):
        first = max(low, 10 ** (length - 1) if length > places + 1 else 0)
        last = min(high, 10**length - 1)
        if first <= last:
            texts = [f"{bound:0{length}d}" for bound in (first, last)]
            if places:
                texts = [f"{text[:-places]}.{text[-places:]}" for text in texts]
            found.append(_between(*texts))
    return found


def _between(low: str, high: str) -> Node:
    """Digits between two numbers of the same form; a point stays where it is."""
    same = next((at for at, (left, right) in enumerate(zip(low, high, strict=True)) if left != right), len(low))
    if same == len(low):
        return sequence(low)
    first, last, rest_low, rest_high = int(low[same]), int(high[same]), low[same + 1 :], high[same + 1 :]
    options: list[Node] = []
    if rest_low.strip("0."):
        options.append(sequence(str(first), _between(rest_low, rest_low.translate(_NINES))))
        first += 1
    if rest_high.strip("9."):
        options.append(sequence(str(last), _between(rest_high.translate(_ZEROS), rest_high)))
        last -= 1
    if first <= last:
        digits = (sequence(".") if digit == "." else _DIGIT for digit in rest_low)
        options.append(sequence(Characters(((0x30 + first, 0x30 + last),)), *digits))
    return sequence(low[:same], choice(options))


_NINES = str.maketrans("012345678", "999999999")
_ZEROS = str.maketrans("123456789", "000000000")
