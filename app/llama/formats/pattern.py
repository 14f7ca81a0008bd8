r"""Regular expressions as JSON schemas use them (ECMA 262), read into automata.

What such a pattern matches here, it matches for ECMA and for Python alike: where the two differ (``\d``, ``.``, ``$``)
the narrower meaning is taken. What no automaton can be made of is refused: look-around, back references, word
boundaries, flags, Unicode properties.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.language import tr
from app.llama.formats.regular import EVERY, MAX_CODE, Automaton, Language, Ranges, TooComplexError, negated

# What ^ and $ match: characters that stand around every text, as many as there are anchors, so that several hold.
_BEGIN, _END = MAX_CODE + 1, MAX_CODE + 2

_ASCII: Ranges = ((0, 0x7F),)
_CLASSES: dict[str, Ranges] = {
    "d": ((0x30, 0x39),),
    "w": ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)),
    "s": ((0x09, 0x0D), (0x20, 0x20)),
}
_ANY = negated(((0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)))
_ESCAPES = {"n": 0x0A, "r": 0x0D, "t": 0x09, "f": 0x0C, "v": 0x0B, "0": 0}
_MOST_REPEATS = 2000
_MOST_NESTED = 60


class PatternError(Exception):
    """The pattern is no regular expression, or one that cannot be followed; its one argument says why."""


def language_of(pattern: str) -> Language:
    """The texts in which ``pattern`` is found. Raises :class:`PatternError` and :class:`TooComplexError`."""
    automaton = Automaton.empty()
    reader = _Reader(pattern, automaton)
    start, end = reader.read()
    # Around the pattern anything may stand, on the left from the beginning on and on the right to the end.
    before, after = automaton.state(), automaton.state()
    automaton.moves[before].append(((*EVERY, (_BEGIN, _BEGIN)), before))
    automaton.free[before].append(start)
    automaton.free[end].append(after)
    automaton.moves[after].append(((*EVERY, (_END, _END)), after))
    return _unframed(automaton.determined(before, after), max(1, reader.begins), max(1, reader.ends))


def _unframed(framed: Language, begins: int, ends: int) -> Language:
    """The language without the characters that stand for a text's ends."""
    begun = _after(framed, 0, _BEGIN, begins)
    if begun is None:
        return Language(((),), frozenset())
    order = [begun]
    numbers = {begun: 0}
    rows: list[tuple[tuple[int, int, int], ...]] = []
    accepting: set[int] = set()
    for state in order:
        row: list[tuple[int, int, int]] = []
        if _after(framed, state, _END, ends) in framed.accepting:
            accepting.add(numbers[state])
        for low, high, target in framed.moves[state]:
            if low > MAX_CODE:
                continue
            if target not in numbers:
                numbers[target] = len(order)
                order.append(target)
            row.append((low, min(high, MAX_CODE), numbers[target]))
        rows.append(tuple(row))
    language = Language(tuple(rows), frozenset(accepting))
    return language & language  # leaves out the states that lead nowhere


def _after(framed: Language, state: int, character: int, times: int) -> int | None:
    """The state after ``character`` so many times; ``None`` where there is none."""
    at: int | None = state
    for _ in range(times):
        if at is None:
            break
        at = next((target for low, high, target in framed.moves[at] if low <= character <= high), None)
    return at


@dataclass(slots=True)
class _Reader:
    pattern: str
    automaton: Automaton
    at: int = 0
    nested: int = 0
    begins: int = 0
    ends: int = 0

    def read(self) -> tuple[int, int]:
        start, end = self._alternatives()
        if self.at < len(self.pattern):
            raise PatternError(tr("it has a ')' too many"))
        return start, end

    def _peek(self) -> str:
        return self.pattern[self.at] if self.at < len(self.pattern) else ""

    def _take(self, text: str) -> bool:
        if self.pattern.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def _alternatives(self) -> tuple[int, int]:
        self.nested += 1
        if self.nested > _MOST_NESTED:
            raise TooComplexError
        start, end = self.automaton.state(), self.automaton.state()
        while True:
            inner_start, inner_end = self._sequence()
            self.automaton.free[start].append(inner_start)
            self.automaton.free[inner_end].append(end)
            if not self._take("|"):
                break
        self.nested -= 1
        return start, end

    def _sequence(self) -> tuple[int, int]:
        start = end = self.automaton.state()
        while (character := self._peek()) and character not in "|)":
            item_at = self.at
            item_start, item_end = self._atom()
            repeats = self._quantifier()
            if repeats is not None:
                item_start, item_end = self._repeat(item_at, self.at, item_start, item_end, *repeats)
            self.automaton.free[end].append(item_start)
            end = item_end
        return start, end

    def _quantifier(self) -> tuple[int, int | None] | None:
        if self._take("*"):
            repeats: tuple[int, int | None] = (0, None)
        elif self._take("+"):
            repeats = (1, None)
        elif self._take("?"):
            repeats = (0, 1)
        elif self._peek() == "{" and (counts := self._counts()) is not None:
            repeats = counts
        else:
            return None
        self._take("?")  # lazy or greedy, the language is the same
        if self._peek() in ("*", "+", "?"):
            raise PatternError(tr("a repetition is repeated"))
        return repeats

    def _counts(self) -> tuple[int, int | None] | None:
        close = self.pattern.find("}", self.at)
        first, comma, last = self.pattern[self.at + 1 : close].partition(",") if close > 0 else ("", "", "")
        if not (first.isascii() and first.isdigit()) or (last and not (last.isascii() and last.isdigit())):
            return None  # a brace that counts nothing is a character
        self.at = close + 1
        low = int(first[:9])
        high = low if not comma else int(last[:9]) if last else None
        if max(low, high or 0) > _MOST_REPEATS:
            raise TooComplexError
        if high is not None and high < low:
            raise PatternError(tr("a repetition ends before it begins"))
        return low, high

    def _repeat(self, item_at: int, behind: int, start: int, end: int, low: int, high: int | None) -> tuple[int, int]:
        free = self.automaton.free
        parts = [(start, end)]
        for _ in range(max(low, high or 1) - 1):
            self.at = item_at  # reading the item again makes a copy of it
            parts.append(self._atom())
        self.at = behind
        first, last = self.automaton.state(), self.automaton.state()
        here = first
        for number, (part_start, part_end) in enumerate(parts):
            if number >= low:
                free[here].append(last)
            free[here].append(part_start)
            here = part_end
        if high is None:
            free[parts[-1][1]].append(parts[-1][0])
        if high != 0:
            free[here].append(last)
        return first, last

    def _atom(self) -> tuple[int, int]:
        character = self._peek()
        self.at += 1
        match character:
            case "(":
                return self._group()
            case "[":
                return self._symbol(self._class())
            case ".":
                return self._symbol(_ANY)
            case "^":
                self.begins += 1
                return self._anchor(_BEGIN)
            case "$":
                self.ends += 1
                return self._anchor(_END)
            case "\\":
                return self._symbol(self._escape(in_class=False))
            case "*" | "+" | "?":
                raise PatternError(tr("a repetition repeats nothing"))
            case _:
                return self._symbol(((ord(character), ord(character)),))

    def _anchor(self, character: int) -> tuple[int, int]:
        start, end = self._symbol(((character, character),))
        self.automaton.moves[end].append((((character, character),), end))
        return start, end

    def _symbol(self, ranges: Ranges) -> tuple[int, int]:
        start, end = self.automaton.state(), self.automaton.state()
        self.automaton.moves[start].append((ranges, end))
        return start, end

    def _group(self) -> tuple[int, int]:
        if self._take("?:"):
            pass
        elif self._take("?<") or self._take("?P<"):
            if self._peek() in ("=", "!"):
                raise PatternError(tr("it looks behind"))
            close = self.pattern.find(">", self.at)
            if close < 0:
                raise PatternError(tr("the name of a group does not end"))
            self.at = close + 1
        elif self._take("?=") or self._take("?!"):
            raise PatternError(tr("it looks ahead"))
        elif self._peek() == "?":
            raise PatternError(tr("it sets flags"))
        inner = self._alternatives()
        if not self._take(")"):
            raise PatternError(tr("a group does not end"))
        return inner

    def _escape(self, *, in_class: bool) -> Ranges:
        character = self._peek()
        self.at += 1
        if not character:
            raise PatternError(tr("it ends in a backslash"))
        if character in "dws":
            return _CLASSES[character]
        if character in "DWS":
            # What is no digit for ECMA may be one for Python; of ASCII both think alike.
            return _within(negated(_CLASSES[character.lower()]), _ASCII)
        if character in "xu":
            return self._code(character)
        if character in "bB" and not in_class:
            raise PatternError(tr("it looks for the boundary of a word"))
        if character == "b":
            return ((8, 8),)
        if character in "pP":
            raise PatternError(tr("it names Unicode properties"))
        if character in "123456789" or character == "k":
            raise PatternError(tr("it refers back to a group"))
        if character in _ESCAPES:
            return ((_ESCAPES[character], _ESCAPES[character]),)
        if character.isalnum():
            raise PatternError(tr("the escape \\{character} means nothing", character=character))
        return ((ord(character), ord(character)),)

    def _code(self, kind: str) -> Ranges:
        if kind == "u" and self._peek() == "{":
            close = self.pattern.find("}", self.at)
            digits, behind = self.pattern[self.at + 1 : close], close + 1
        else:
            size = 2 if kind == "x" else 4
            digits, behind = self.pattern[self.at : self.at + size], self.at + size
        try:
            code = int(digits, 16)
        except ValueError:
            raise PatternError(tr("the escape \\{kind} needs hexadecimal digits", kind=kind)) from None
        if code > MAX_CODE or 0xD800 <= code <= 0xDFFF:
            raise PatternError(tr("it names a code point that is no character"))
        self.at = behind
        return ((code, code),)

    def _class(self) -> Ranges:
        inverse = self._take("^")
        named: set[str] = set()
        found: list[tuple[int, int]] = []
        while not self._take("]"):
            low, name = self._member()
            named |= {name} - {""}
            if not name and self._peek() == "-" and self.pattern[self.at + 1 : self.at + 2] not in ("]", ""):
                self.at += 1
                high, high_name = self._member()
                if high_name or high[0][0] < low[0][0]:
                    raise PatternError(tr("a range of characters ends before it begins"))
                low = ((low[0][0], high[0][0]),)
            found += low
        ranges = tuple(found)
        if any({kind, kind.upper()} <= named for kind in _CLASSES):
            ranges = EVERY  # such as [\\s\\S]
        if not inverse:
            return _within(ranges, EVERY)
        return _within(negated(ranges), _ASCII) if named else negated(ranges)

    def _member(self) -> tuple[Ranges, str]:
        """What one member of a class matches, and the letter of the class it names, if it names one."""
        character = self._peek()
        self.at += 1
        if not character:
            raise PatternError(tr("a class of characters does not end"))
        if character == "\\":
            name = self._peek() if self._peek() in "dDwWsS" else ""
            return self._escape(in_class=True), name
        return ((ord(character), ord(character)),), ""


def _within(ranges: Ranges, allowed: Ranges) -> Ranges:
    """What of the ranges is allowed, sorted and apart."""
    return negated((*negated(ranges), *negated(allowed)))
