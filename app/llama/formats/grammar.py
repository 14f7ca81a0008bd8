"""Grammars for llama.cpp (GBNF): what they are built of, and when one comes into force. Knows no schema, no template.

A grammar is built as a tree of nodes and named rules, so that what no text can satisfy is seen before llama.cpp is
asked: :meth:`Rules.text` leaves out every alternative without an end and raises :class:`EmptyGrammarError` where
nothing is left. Facts about GBNF are from llama.cpp's ``src/llama-grammar.cpp``: repetitions are unrolled and limited
there, so this module unrolls them itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

MAX_RULES = 60_000
MAX_CHARS = 4_000_000
_PLAIN_REPEATS = 64  # up to here a repetition is unrolled one by one, beyond it in blocks


@dataclass(frozen=True, kw_only=True, slots=True)
class Grammar:
    """What an answer may be; ``text`` is GBNF whose root rule is called ``root``.

    Without ``lazy_patterns`` and ``lazy_tokens`` it is in force from the answer's first token. Else the answer is free
    until one of them is met: a pattern is searched for in the answer's last characters (one that begins with ``^`` at
    the beginning of the answer, after its thoughts) and the grammar starts at its first group; a token is the text of
    one control token, with which the grammar starts.
    """

    text: str
    lazy_patterns: tuple[str, ...] = ()
    lazy_tokens: tuple[str, ...] = ()


class EmptyGrammarError(Exception):
    """No text at all satisfies the grammar."""


class GrammarTooLargeError(Exception):
    """The grammar would grow beyond what llama.cpp reads in reasonable time."""


@dataclass(frozen=True, slots=True)
class Literal:
    """Exactly this text."""

    text: str


@dataclass(frozen=True, slots=True)
class Characters:
    """One character out of these ranges of code points, both ends included."""

    ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Whatever the rule of this name is."""

    name: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other; the empty sequence is the empty text."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of them; a choice among none can never be met."""

    options: tuple[Node, ...]


Node = Literal | Characters | Reference | Sequence | Choice

EMPTY = Sequence(())
NEVER = Choice(())


def sequence(*parts: Node | str) -> Node:
    """The parts one after the other; texts stand for themselves."""
    flat: list[Node] = []
    for part in parts:
        match part:
            case str():
                if part:
                    flat.append(Literal(part))
            case Sequence(parts=inner):
                flat += inner
            case _:
                flat.append(part)
    return flat[0] if len(flat) == 1 else Sequence(tuple(flat))


def choice(options: Iterable[Node | str]) -> Node:
    """One of the options, each listed once."""
    nodes = tuple(dict.fromkeys(sequence(option) if isinstance(option, str) else option for option in options))
    return nodes[0] if len(nodes) == 1 else Choice(nodes)


def optional(node: Node | str) -> Node:
    """The node or nothing."""
    return choice((node, EMPTY))


class Rules:
    """The named rules of one grammar."""

    def __init__(self) -> None:
        self._rules: dict[str, Node | None] = {}
        self._names: dict[Node, str] = {}
        self._ladders: dict[Node, list[Node]] = {}

    def reserve(self) -> Reference:
        """A rule to be defined later, for what refers to itself."""
        if len(self._rules) >= MAX_RULES:
            raise GrammarTooLargeError
        name = f"r{len(self._rules)}"
        self._rules[name] = None
        return Reference(name)

    def define(self, reference: Reference, node: Node) -> Reference:
        """Say what a reserved rule is."""
        self._rules[reference.name] = node
        return reference

    def add(self, node: Node) -> Reference:
        """A rule that is this node; the same node gives the same rule."""
        if isinstance(node, Reference):
            return node
        name = self._names.get(node)
        if name is None:
            name = self._names[node] = self.define(self.reserve(), node).name
        return Reference(name)

    def any_number(self, node: Node) -> Reference:
        """Zero or more of the node."""
        loop = self._names.get(Sequence((node, Literal("*"))))
        if loop is not None:
            return Reference(loop)
        reference = self.reserve()
        self._names[Sequence((node, Literal("*")))] = reference.name
        return self.define(reference, choice((sequence(node, reference), EMPTY)))

    def repeated(self, node: Node, minimum: int, maximum: int | None) -> Node:
        """The node between ``minimum`` and ``maximum`` times; no upper limit for ``None``."""
        element = node if isinstance(node, Characters) else self.add(node)
        head = self._exactly(element, minimum)
        if maximum is None:
            return sequence(head, self.any_number(element))
        return sequence(head, self._at_most(element, maximum - minimum)) if maximum >= minimum else NEVER

    def _exactly(self, node: Node, count: int) -> Node:
        if count <= _PLAIN_REPEATS:
            return sequence(*(node for _ in range(count)))
        half = self.add(self._exactly(node, count // 2))
        return sequence(half, half, *((node,) if count % 2 else ()))

    def _at_most(self, node: Node, count: int) -> Node:
        if count <= _PLAIN_REPEATS:
            return self._ladder(node, count)
        # Whole blocks, then less than one block: two ways to read a text at any place, not as many as it is long.
        size = max(_PLAIN_REPEATS, math.isqrt(count))
        blocks = self._ladder(self.add(self._exactly(node, size)), count // size - 1)
        return sequence(blocks, self._at_most_plainly(node, size + count % size))

    def _at_most_plainly(self, node: Node, count: int) -> Node:
        return self._ladder(node, count)

    def _ladder(self, node: Node, count: int) -> Node:
        steps = self._ladders.setdefault(node, [EMPTY])
        while len(steps) <= count:
            steps.append(self.add(choice((sequence(node, steps[-1]), EMPTY))))
        return steps[count]

    def text(self, root: Node) -> str:
        """GBNF with ``root`` as its root rule. Raises :class:`EmptyGrammarError` and :class:`GrammarTooLargeError`."""
        rules: dict[str, Node] = {name: node for name, node in self._rules.items() if node is not None}
        rules["root"] = root
        productive = _productive(rules)
        if "root" not in productive:
            raise EmptyGrammarError
        written: dict[str, str] = {}
        waiting = ["root"]
        chars = 0
        while waiting:
            name = waiting.pop()
            if name in written:
                continue
            uses: list[str] = []
            written[name] = _write(rules[name], productive, uses, nested=False)
            waiting += uses
            chars += len(written[name])
            if chars > MAX_CHARS:
                raise GrammarTooLargeError
        return "".join(f"{name} ::= {body}\n" for name, body in written.items())


def _productive(rules: dict[str, Node]) -> frozenset[str]:
    """The rules that some finite text satisfies."""
    users: dict[str, set[str]] = {name: set() for name in rules}
    for name, node in rules.items():
        for used in _references(node):
            users.setdefault(used, set()).add(name)
    known: set[str] = set()
    waiting = list(rules)
    while waiting:
        name = waiting.pop()
        if name not in known and _ends(rules[name], known):
            known.add(name)
            waiting += users[name] - known
    return frozenset(known)


def _references(node: Node) -> Iterable[str]:
    match node:
        case Reference(name=name):
            yield name
        case Sequence(parts=parts) | Choice(options=parts):
            for part in parts:
                yield from _references(part)
        case Literal() | Characters():
            pass
        case _:
            assert_never(node)


def _ends(node: Node, known: Iterable[str]) -> bool:
    match node:
        case Literal():
            return True
        case Characters(ranges=ranges):
            return bool(ranges)
        case Reference(name=name):
            return name in known
        case Sequence(parts=parts):
            return all(_ends(part, known) for part in parts)
        case Choice(options=options):
            return any(_ends(option, known) for option in options)
        case _:
            assert_never(node)


def _write(node: Node, productive: frozenset[str], uses: list[str], *, nested: bool) -> str:
    match node:
        case Literal(text=text):
            return f'"{"".join(map(_escaped, text))}"'
        case Characters(ranges=ranges):
            return f"[{''.join(_range(low, high) for low, high in ranges)}]"
        case Reference(name=name):
            uses.append(name)
            return name
        case Sequence(parts=()):
            return '""'
        case Sequence(parts=parts):
            return " ".join(_write(part, productive, uses, nested=True) for part in parts)
        case Choice(options=options):
            met = [option for option in options if _ends(option, productive)]
            text = " | ".join(_write(option, productive, uses, nested=len(met) > 1) for option in met)
            return f"({text})" if nested and len(met) > 1 else text
        case _:
            assert_never(node)


def _range(low: int, high: int) -> str:
    first = _escaped(chr(low), in_class=True)
    return first if low == high else f"{first}-{_escaped(chr(high), in_class=True)}"


def _escaped(character: str, *, in_class: bool = False) -> str:
    code = ord(character)
    if character in ('[]-^"\\' if in_class else '"\\') or code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000:
        return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
    if code >= 0x10000:
        return f"\\U{code:08X}"
    return character if code < 0x7F else f"\\u{code:04X}"


def without(text: str, rules: Rules) -> Node:
    """Any text up to and with the first ``text``: an automaton that never has to look back (Knuth, Morris, Pratt)."""
    states = [rules.reserve() for _ in text]
    alphabet = sorted(set(text))
    for at, state in enumerate(states):
        options: list[Node] = []
        back: list[int] = []
        for character in alphabet:
            seen = text[:at] + character
            if seen == text:
                options.append(Literal(character))
                continue
            length = next(size for size in range(min(len(seen), len(text) - 1), -1, -1) if seen.endswith(text[:size]))
            if length == 0:
                back.append(ord(character))
            else:
                options.append(sequence(Literal(character), states[length]))
        elsewhere = [ord(character) for character in alphabet if ord(character) not in back]
        # One range for all that begins anew: every alternative costs llama.cpp time at every token.
        options.append(sequence(Characters(tuple(_all_but(elsewhere))), states[0]))
        rules.define(state, choice(options))
    return states[0]


def _all_but(codes: Iterable[int]) -> Iterable[tuple[int, int]]:
    low = 1  # a NUL would end the text that llama.cpp reads
    for code in (*sorted(codes), 0x110000):
        if low < code:
            yield from _no_surrogates(low, code - 1)
        low = code + 1


def _no_surrogates(low: int, high: int) -> Iterable[tuple[int, int]]:
    if low < 0xD800:
        yield low, min(high, 0xD7FF)
    if high > 0xDFFF:
        yield max(low, 0xE000), high
