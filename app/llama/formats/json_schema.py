"""Makes grammars of JSON schemas: every text under the grammar is a value that the schema allows.

The grammar may allow less than the schema: names come in the schema's order, names of which the schema says nothing are
not invented (unless it asks for them by ``additionalProperties``), numbers have a limited number of digits. It never
allows more: a keyword that a grammar cannot hold (:data:`REFUSED`) raises :class:`UnsupportedError`, as do a reference
outside the schema, a schema that nothing can meet, and one without end. JSON Schema 2020-12 and its drafts since 4.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence

from app.domain.errors import UnsupportedError
from app.domain.language import tr
from app.llama.formats.grammar import (
    NEVER,
    EmptyGrammarError,
    Grammar,
    GrammarTooLargeError,
    Node,
    Reference,
    Rules,
    choice,
    sequence,
)
from app.llama.formats.json_text import ValueRules
from app.llama.formats.regular import Language, TooComplexError, of_words
from app.llama.formats.schema_facts import LONGEST, LONGEST_MATCHED, MOST_NESTED, MOST_SCHEMAS, TYPES, SchemaFacts
from app.llama.formats.schema_values import REMEDY, Branch, bounds, equal, limits, prefix_items, too_large, unmet, wrong

_MANY = 16  # listed texts, from which on they are an automaton
_COUNTED = 64  # characters, up to which an automaton counts a text without escapes


def schema_grammar(schema: object) -> Grammar:
    """The grammar of an answer that is one value of this schema. Raises :class:`UnsupportedError`."""
    rules = Rules()
    try:
        return Grammar(text=rules.text(SchemaRules(ValueRules(rules), schema).value(schema)))
    except EmptyGrammarError:
        raise unmet(tr("The JSON schema")) from None
    except GrammarTooLargeError:
        raise too_large(tr("The JSON schema")) from None


class SchemaRules:
    """Adds rules for the schemas of one document to a grammar. ``document`` is where ``#`` in a ``$ref`` begins."""

    def __init__(self, values: ValueRules, document: object) -> None:
        self._values = values
        self._facts = SchemaFacts(document)
        self._known: dict[tuple[int, ...], Reference] = {}
        self._depth = 0

    def value(self, *schemas: object) -> Node:
        """A value that meets every one of the schemas."""
        schemas = tuple(map(self._facts.target, schemas))  # what many refer to is made once
        key = tuple(dict.fromkeys(map(id, schemas)))
        known = self._known.get(key)
        if known is not None:
            return known
        if len(self._known) >= MOST_SCHEMAS:
            raise too_large(tr("The JSON schema"))
        if self._depth >= MOST_NESTED:
            raise UnsupportedError(
                tr("The JSON schema is nested deeper than {count} levels.", count=MOST_NESTED),
                remedy=tr(REMEDY),
            )
        reference = self._known[key] = self._values.rules.reserve()
        self._depth += 1
        try:
            node = choice(self._branch(branch) for branch in self._facts.branches(*schemas))
        except TooComplexError:
            raise too_large(tr("The JSON schema")) from None
        self._depth -= 1
        return self._values.rules.define(reference, node)

    def is_text(self, *schemas: object) -> bool:
        """Whether every value that meets the schemas is a text."""
        branches = self._facts.branches(*schemas)
        return bool(branches) and all(self._facts.types(branch) == {"string"} for branch in branches)

    def bare_text(self, end: str, *schemas: object) -> Node:
        """A value of schemas for which :meth:`is_text`, without quotes, and ``end``."""
        return choice(self._bare(branch, end) for branch in self._facts.branches(*schemas))

    def parameters(self, *schemas: object) -> list[list[tuple[str, tuple[object, ...], bool]]]:
        """The properties of an object that meets the schemas, one list for each way to meet them: name, what its value
        must meet, and whether it must be there.
        """
        ways: list[list[tuple[str, tuple[object, ...], bool]]] = []
        for branch in self._facts.branches(*schemas):
            if "object" not in self._facts.types(branch):
                continue
            required = self._facts.required(branch)
            minimum, maximum = limits(branch, "minProperties", "maxProperties")
            names = self._facts.names(branch)
            if minimum > len(required) or (maximum is not None and maximum < len(names)):
                raise UnsupportedError(
                    tr("A local model that writes each parameter by itself cannot be held to a number of properties."),
                    remedy=tr("Remove 'minProperties' and 'maxProperties' from the schema, or choose another model."),
                )
            ways.append([(name, tuple(self._facts.imposed(branch, name)), name in required) for name in names])
        return ways

    def _bare(self, branch: Branch, end: str) -> Node:
        values = self._facts.enumerated(branch)
        if values is not None:
            return choice(sequence(str(value), end) for value in values if end.strip() not in str(value))
        language = self._facts.string_language(branch)
        return self._values.bare_text(end) if language is None else self._values.bare(language, end)

    def _branch(self, branch: Branch) -> Node:
        values = self._facts.enumerated(branch)
        if values is not None:
            return self._one_of(values)
        if not any(branch):
            return self._values.anything()
        types = self._facts.types(branch)
        return choice(self._of_type(kind, branch) for kind in TYPES if kind in types)

    def _one_of(self, values: Sequence[object]) -> Node:
        texts = [value for value in values if isinstance(value, str) and value.isprintable()]
        if len(texts) < _MANY or not self._values.dialect.escapes:
            return choice(self._literal(value) for value in values)
        # An automaton knows after each character what can follow; a choice would try every text on its own.
        others = (self._literal(value) for value in values if value not in texts)
        return choice((self._values.of_language(of_words(texts)), *others))

    def _literal(self, value: object) -> Node:
        text = json.dumps(value, ensure_ascii=False)
        if not self._values.dialect.escapes and self._values.dialect.quote in text:
            return NEVER
        try:
            return sequence(self._values.dialect.write(value))
        except ValueError:
            wrong(tr("{value} is no JSON value", value=f"{value!r:.60}"))

    def _of_type(self, kind: str, branch: Branch) -> Node:
        match kind:
            case "object":
                return self._object(branch)
            case "array":
                return self._array(branch)
            case "string":
                return self._string(branch)
            case "integer":
                low, high = bounds(branch)
                return self._values.integer(
                    None if low is None else math.floor(low[0]) + 1 if low[1] else math.ceil(low[0]),
                    None if high is None else math.ceil(high[0]) - 1 if high[1] else math.floor(high[0]),
                )
            case "number":
                low, high = bounds(branch)
                return self._values.number(
                    low and low[0], high and high[0], open_low=bool(low and low[1]), open_high=bool(high and high[1])
                )
            case "boolean":
                return choice(("true", "false"))
            case _:
                return sequence("null")

    def _object(self, branch: Branch) -> Node:
        names = self._facts.names(branch)
        required = self._facts.required(branch)
        minimum, maximum = limits(branch, "minProperties", "maxProperties")
        if len(names) * max(minimum, maximum or 0) > MOST_SCHEMAS:
            if maximum is not None and maximum >= len(names) and not self._facts.extra_names(branch):
                maximum = None
            minimum = minimum if minimum > len(required) else 0
            if len(names) * max(minimum, maximum or 0) > MOST_SCHEMAS:
                raise too_large(tr("The JSON schema"))
        if maximum is not None and maximum < max(minimum, len(required)):
            return NEVER
        facts, space = self._facts, self._values.space
        extras = facts.extra_names(branch)
        if minimum > len(names) + bool(extras) and all(schema.get("additionalProperties", True) for schema in branch):
            raise UnsupportedError(
                tr(
                    "A local model cannot be held to 'minProperties' of {minimum} where not as many properties "
                    "are named.",
                    minimum=minimum,
                ),
                remedy=tr("Name the properties, or choose a cloud model."),
            )
        entries = [
            (sequence(self._values.dialect.key(name), ":", space, self.value(*facts.imposed(branch, name))), must)
            for name, must in ((name, name in required) for name in names)
        ]
        extra = choice(sequence(self._key(language), ":", space, self.value(*schemas)) for language, schemas in extras)
        return self._values.in_order(entries, ends=("{", "}"), extra=extra, minimum=minimum, maximum=maximum)

    def _key(self, language: Language) -> Node:
        if not self._values.dialect.bare_keys:
            return self._values.of_language(language)
        return self._values.bare(language & self._facts.pattern("^[A-Za-z0-9_]+$"), ":")

    def _array(self, branch: Branch) -> Node:
        minimum, maximum = limits(branch, "minItems", "maxItems")
        if minimum > LONGEST_MATCHED:
            raise too_large(tr("The JSON schema's list of {count} items", count=minimum))
        maximum = None if maximum is None or maximum > LONGEST else maximum
        prefix = max((len(prefix_items(schema)) for schema in branch), default=0)
        if any(schema.get("uniqueItems") for schema in branch) and (maximum is None or maximum > 1):
            return self._unique(branch, prefix, minimum, maximum)
        rest = self._item(branch, prefix)
        closed = prefix > 0 and not any("items" in schema or "additionalItems" in schema for schema in branch)
        if closed and minimum <= prefix:
            rest = NEVER
        rest = self._values.rules.add(rest)
        space = self._values.space
        close: Node = sequence(space, "]")
        last = None if maximum is None else max(0, maximum - max(prefix, 1))
        following = self._values.rules.add(sequence(",", space, rest))
        tail = sequence(self._values.rules.repeated(following, max(0, minimum - max(prefix, 1)), last), close)
        items = [self._item(branch, index) for index in range(prefix)] or [rest]
        for index in range(len(items) - 1, 0, -1):
            more: Node = sequence(",", space, items[index], tail)
            if maximum is not None and maximum <= index:
                more = NEVER
            tail = self._values.rules.add(choice((more, close if minimum <= index else NEVER)))
        filled = sequence(items[0], tail) if maximum != 0 else NEVER
        return sequence("[", space, choice((filled, sequence("]") if minimum == 0 else NEVER)))

    def _item(self, branch: Branch, index: int) -> Node:
        imposed: list[object] = []
        for schema in branch:
            prefix = prefix_items(schema)
            if index < len(prefix):
                imposed.append(prefix[index])
            elif isinstance(schema.get("items"), list):
                imposed += [schema["additionalItems"]] if "additionalItems" in schema else []
            elif "items" in schema:
                imposed.append(schema["items"])
        return self.value(*imposed)

    def _unique(self, branch: Branch, prefix: int, minimum: int, maximum: int | None) -> Node:
        """Different items can be promised only where all values are listed: then they come in the list's order."""
        imposed = [schema["items"] for schema in branch if "items" in schema]
        facts = self._facts
        listed = [facts.enumerated(inner) for inner in facts.branches(*imposed)] if imposed and not prefix else [None]
        values: list[object] = []
        for part in listed:
            if part is None:
                raise UnsupportedError(
                    tr("A local model cannot be held to 'uniqueItems' unless all possible items are listed."),
                    remedy=tr("Remove 'uniqueItems', or list the items with 'enum'."),
                )
            values += [value for value in part if not any(equal(value, other) for other in values)]
        return self._values.in_order(
            [(self._literal(value), False) for value in values], ends=("[", "]"), minimum=minimum, maximum=maximum
        )

    def _string(self, branch: Branch) -> Node:
        minimum, maximum = limits(branch, "minLength", "maxLength")
        if maximum is not None and maximum < minimum:
            return NEVER
        if minimum > LONGEST:
            raise too_large(tr("The JSON schema's text of {count} characters", count=minimum))
        language = self._facts.matched_language(branch)
        if language is None and (self._values.dialect.escapes or (maximum or 0) > _COUNTED):
            return self._values.text(minimum, None if maximum is None or maximum > LONGEST else maximum)
        language = self._facts.string_language(branch)
        return self._values.text() if language is None else self._values.of_language(language)
