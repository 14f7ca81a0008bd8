"""What a JSON schema says: references followed, combinations taken apart, keywords weighed. Makes no grammar.

A schema comes apart into branches, of which one must hold: lists of schemas that count by their own keywords alone.
JSON Schema 2020-12 and its drafts since 4.
"""

from __future__ import annotations

from urllib.parse import unquote

from app.domain.errors import UnsupportedError
from app.domain.language import tr
from app.llama.formats.json_text import FORMATS, REFUSED_FORMATS, format_language
from app.llama.formats.pattern import PatternError, language_of
from app.llama.formats.regular import Language, TooComplexError, of_length, of_words
from app.llama.formats.schema_values import (
    REMEDY,
    Branch,
    Schema,
    bounds,
    equal,
    exactly,
    kinds_of,
    limits,
    list_of,
    mapping_of,
    prefix_items,
    too_large,
    unmet,
    wrong,
)

REFUSED = (
    "not", "if", "contains", "minContains", "dependentRequired", "dependentSchemas", "dependencies", "multipleOf",
    "$dynamicRef", "$recursiveRef",
)  # fmt: skip
"""Keywords that a grammar cannot hold."""

MOST_SCHEMAS = 20_000
_MOST_BRANCHES = 256
MOST_NESTED = 60
_MOST_PATTERNS = 4
_MOST_LISTED = 5000
LONGEST = 1_000_000  # characters of a text, items of a list: nobody's context holds more
LONGEST_MATCHED = 3000  # the same where a pattern is followed too

TYPES = ("object", "array", "string", "integer", "number", "boolean", "null")
_HINTS = {
    "object": ("properties", "required", "additionalProperties", "patternProperties", "propertyNames",
               "minProperties", "maxProperties", "unevaluatedProperties"),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems", "additionalItems", "unevaluatedItems"),
    "string": ("pattern", "minLength", "maxLength", "format"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
}  # fmt: skip


class SchemaFacts:
    """The schemas of one document, which is where ``#`` in a ``$ref`` begins. Raises :class:`UnsupportedError`."""

    def __init__(self, document: object) -> None:
        self._document = document
        self._languages: dict[str, Language] = {}
        self._listed: dict[int, frozenset[str]] = {}
        self._closings: dict[tuple[int, ...], Schema] = {}

    def branches(self, *schemas: object) -> list[Branch]:
        """Every way to meet all the schemas: one of the branches must hold."""
        found: list[Branch] = [()]
        for schema in schemas:
            found = _product(found, self._expanded(schema, ()))
        return found

    def _expanded(self, schema: object, within: tuple[int, ...]) -> list[Branch]:
        if schema is True:
            return [()]
        if schema is False:
            return []
        if not isinstance(schema, dict):
            wrong(tr("a schema is an object or a boolean, not {value}", value=f"{schema!r:.60}"))
        if id(schema) in within:
            raise unmet(tr("The JSON schema"))
        if len(within) >= MOST_NESTED:
            raise UnsupportedError(
                tr("The JSON schema is nested deeper than {count} levels.", count=MOST_NESTED),
                remedy=tr(REMEDY),
            )
        inside = (*within, id(schema))
        self._refuse_what_cannot_be_held(schema)
        found: list[Branch] = [(schema,)]
        if "$ref" in schema:
            found = _product(found, self._expanded(self._resolved(schema["$ref"]), inside))
        for part in list_of(schema, "allOf"):
            found = _product(found, self._expanded(part, inside))
        if "anyOf" in schema:
            any_of = [branch for part in list_of(schema, "anyOf") for branch in self._expanded(part, inside)]
            found = _product(found, any_of)
        if "oneOf" in schema:
            one_of = [_product(found, self._expanded(part, inside)) for part in list_of(schema, "oneOf")]
            self._insist_on_one(one_of)
            found = [branch for option in one_of for branch in option]
        if schema.get("unevaluatedProperties") is False or schema.get("unevaluatedItems") is False:
            found = [(*branch, self._closing(schema, branch)) for branch in found]
        return found

    def _closing(self, schema: Schema, branch: Branch) -> Schema:
        """What 'unevaluated…' forbids, in the keywords that say so directly: all but what the branch speaks of."""
        key = tuple(map(id, branch))
        if key not in self._closings:
            closing: dict[str, object] = {}
            if schema.get("unevaluatedProperties") is False and not any(
                "additionalProperties" in one for one in branch
            ):
                closing["properties"] = dict.fromkeys(
                    (name for one in branch for name in mapping_of(one, "properties")), True
                )
                patterns = (name for one in branch for name in mapping_of(one, "patternProperties"))
                closing |= {"patternProperties": dict.fromkeys(patterns, True), "additionalProperties": False}
            if schema.get("unevaluatedItems") is False and not any("items" in one for one in branch):
                closing |= {"prefixItems": [True] * max(len(prefix_items(one)) for one in branch), "items": False}
            self._closings[key] = closing
        return self._closings[key]

    def _refuse_what_cannot_be_held(self, schema: Schema) -> None:
        for keyword in REFUSED:
            if keyword in schema and not (keyword == "multipleOf" and schema[keyword] == 1):
                raise UnsupportedError(
                    tr("A local model cannot be held to {keyword!r} in a JSON schema.", keyword=keyword),
                    remedy=tr("Remove {keyword!r} from the schema, or choose a cloud model.", keyword=keyword),
                )
        if "$id" in schema and schema is not self._document:
            raise UnsupportedError(
                tr("A local model cannot be held to a JSON schema within another."), remedy=tr(REMEDY)
            )

    def target(self, schema: object) -> object:
        """What a schema refers to that does nothing else; the schema itself where it says something."""
        for _ in range(MOST_NESTED):
            if not isinstance(schema, dict) or schema.keys() != {"$ref"}:
                break
            schema = self._resolved(schema["$ref"])
        return schema

    def _resolved(self, reference: object) -> object:
        if not isinstance(reference, str):
            wrong(tr("'$ref' must be a text"))
        pointer, here = reference.removeprefix("#"), self._document
        if not reference.startswith("#") or (pointer and not pointer.startswith("/")):
            raise UnsupportedError(
                tr("The JSON schema refers to {reference!r}, which is not within it.", reference=reference),
                remedy=tr("Put what it refers to under '$defs' and refer to '#/$defs/…'."),
            )
        for step in pointer.split("/")[1:]:
            name = _unquoted(step)
            if isinstance(here, dict) and name in here:
                here = here[name]
            elif isinstance(here, list) and name.isascii() and name.isdigit() and int(name[:9]) < len(here):
                here = here[int(name[:9])]
            else:
                wrong(tr("it refers to {reference!r}, and there is no such place in it", reference=reference))
        return here

    def _insist_on_one(self, options: list[list[Branch]]) -> None:
        """Refuse alternatives of which a value may meet two."""
        for at, option in enumerate(options):
            for other in (*options[:at], *options[at + 1 :]):
                if not all(self._misses(mine, theirs) for mine in option for theirs in other):
                    raise UnsupportedError(
                        tr("A local model cannot be held to 'oneOf' whose alternatives can hold at the same time."),
                        remedy=tr("Use 'anyOf', or give each alternative a required name with a 'const' of its own."),
                    )

    def _misses(self, mine: Branch, theirs: Branch, depth: int = 0) -> bool:
        """Whether it is certain that no value written for ``mine`` meets ``theirs``."""
        my_values, their_values = self.enumerated(mine), self.enumerated(theirs)
        if my_values is not None:
            return not any(self._meets(value, theirs) for value in my_values)
        if their_values is not None:
            return not any(self._meets(value, mine) for value in their_values)
        my_types, their_types = self.types(mine), self.types(theirs)
        shared = {name for name in my_types if name in their_types or (name == "integer" and "number" in their_types)}
        shared |= {"integer"} if "number" in my_types and "integer" in their_types else set()
        if not shared:
            return True
        if shared == {"string"} and my_types == {"string"}:
            languages = [self.string_language(branch) for branch in (mine, theirs)]
            return languages[0] is not None and languages[1] is not None and (languages[0] & languages[1]).is_empty
        if shared != {"object"} or my_types != {"object"} or depth > 4:
            return False
        needed = self.required(theirs)
        written = self.names(mine)
        if needed - written.keys() and not self.extra_names(mine):
            return True
        return any(
            all(
                self._misses(one, other, depth + 1)
                for one in self.branches(*self.imposed(mine, name))
                for other in self.branches(*self.imposed(theirs, name))
            )
            for name in sorted(needed | self.required(mine))
        )

    def types(self, branch: Branch) -> frozenset[str]:
        """The types a value can have. Where nobody names any, those of which something is said."""
        named: set[str] | None = None
        hinted: set[str] = set()
        for schema in branch:
            if "type" in schema:
                listed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
                if not all(kind in TYPES for kind in listed):
                    wrong(
                        tr(
                            "'type' is one of {types}, not {value}",
                            types=", ".join(TYPES),
                            value=f"{schema['type']!r:.60}",
                        )
                    )
                allowed = {str(kind) for kind in listed}
                if named is None:
                    named = allowed
                else:
                    whole = (
                        {"integer"} if {"integer", "number"} <= named | allowed and _whole(named, allowed) else set()
                    )
                    named = named & allowed | whole
            hinted |= {kind for kind, keywords in _HINTS.items() if any(keyword in schema for keyword in keywords)}
        if named is None:
            named = hinted or {kind for kind in TYPES if kind != "integer"}
        if "number" in named:
            named = named - {"integer"}
            if any(schema.get("multipleOf") == 1 for schema in branch):
                named = named - {"number"} | {"integer"}
        return frozenset(named)

    def enumerated(self, branch: Branch) -> list[object] | None:
        """The values listed, those that meet the rest; ``None`` where none are listed."""
        lists = [list_of(schema, "enum") for schema in branch if "enum" in schema]
        lists += [[schema["const"]] for schema in branch if "const" in schema]
        if not lists:
            return None
        if len(lists[0]) > _MOST_LISTED:
            raise too_large(tr("The JSON schema's list of {count} values", count=len(lists[0])))
        return [value for value in lists[0] if self._meets(value, branch)]

    def names(self, branch: Branch) -> dict[str, None]:
        names: dict[str, None] = {}
        for schema in branch:
            names |= dict.fromkeys(map(str, mapping_of(schema, "properties")))
        return names | dict.fromkeys(sorted(self.required(branch)))

    @staticmethod
    def required(branch: Branch) -> set[str]:
        return {str(name) for schema in branch for name in list_of(schema, "required")}

    def imposed(self, branch: Branch, name: str) -> list[object]:
        """Every schema that the value under ``name`` must meet."""
        imposed: list[object] = []
        for schema in branch:
            found: list[object] = []
            properties = mapping_of(schema, "properties")
            if name in properties:
                found.append(properties[name])
            patterns = mapping_of(schema, "patternProperties")
            found += [inner for pattern, inner in patterns.items() if self.pattern(pattern).accepts(name)]
            if not found and "additionalProperties" in schema:
                found.append(schema["additionalProperties"])
            imposed += found
            if "propertyNames" in schema and not self._meets_schema(name, schema["propertyNames"]):
                imposed.append(False)
        return imposed

    def extra_names(self, branch: Branch) -> list[tuple[Language, list[object]]]:
        """The names besides those listed, and what the values under them must meet.

        Only what the schema asks for: names that match a pattern, and others where ``additionalProperties`` allows them
        in so many words or nothing is said about names at all.
        """
        patterns = list(dict.fromkeys(name for schema in branch for name in mapping_of(schema, "patternProperties")))
        if len(patterns) > _MOST_PATTERNS:
            raise UnsupportedError(
                tr(
                    "A local model cannot be held to more than {count} 'patternProperties' at once.",
                    count=_MOST_PATTERNS,
                ),
                remedy=tr(REMEDY),
            )
        names = self.names(branch)
        free = not names and not patterns
        free |= any(schema.get("additionalProperties", False) is not False for schema in branch)
        if not free and not patterns:
            return []
        base = of_words(names).complement()
        for schema in branch:
            if "propertyNames" in schema:
                base = base & self._key_language(schema["propertyNames"])
        if patterns:
            # What matches a pattern is judged the same here and by Python only for plain characters.
            base = base & self.pattern("^[ -~]*$")
        found: list[tuple[Language, list[object]]] = []
        for chosen in range(2 ** len(patterns)):
            matched = {pattern for bit, pattern in enumerate(patterns) if chosen >> bit & 1}
            if not matched and not free:
                continue
            language = base
            for pattern in patterns:
                matching = self.pattern(pattern)
                language = language & (matching if pattern in matched else matching.complement())
            schemas: list[object] = []
            for schema in branch:
                own = mapping_of(schema, "patternProperties")
                met = [inner for pattern, inner in own.items() if pattern in matched]
                schemas += met or ([schema["additionalProperties"]] if "additionalProperties" in schema else [])
            if not language.is_empty and False not in [inner for inner in schemas if isinstance(inner, bool)]:
                found.append((language, schemas))
        return found

    def _key_language(self, schema: object) -> Language:
        """The names that ``propertyNames`` allows."""
        language: Language | None = None
        for branch in self.branches(schema):
            values = self.enumerated(branch)
            if values is not None:
                part = of_words(value for value in values if isinstance(value, str))
            else:
                part = self.string_language(branch) or of_length(0, None)
            language = part if language is None else _union(language, part)
        return language or of_words(())

    def string_language(self, branch: Branch) -> Language | None:
        """The texts that the branch allows, as an automaton; ``None`` where it allows all."""
        minimum, maximum = limits(branch, "minLength", "maxLength")
        language = self.matched_language(branch)
        if minimum == 0 and maximum is None:
            return language
        if minimum > LONGEST_MATCHED:
            raise too_large(tr("The JSON schema's text of {count} characters", count=minimum))
        if language is None:
            return of_length(minimum, None if maximum is None else min(maximum, LONGEST_MATCHED))
        if language.is_empty:
            return language
        longest = language.longest()
        if maximum is not None and (longest is None or longest > maximum):
            # Shorter than it may be, where counting to the end would take too many states.
            room = max(LONGEST_MATCHED // len(language.moves), 1)
            top: int | None = min(maximum, max(minimum, language.shortest()) + room)
        elif language.shortest() >= minimum:
            return language
        else:
            top = None
        try:
            return language & of_length(minimum, top)
        except TooComplexError:
            raise too_large(tr("The JSON schema's 'pattern' with a length")) from None

    def matched_language(self, branch: Branch) -> Language | None:
        language: Language | None = None
        for schema in branch:
            parts: list[Language] = []
            if "pattern" in schema:
                parts.append(self.pattern(schema["pattern"]))
            name = schema.get("format")
            if name in REFUSED_FORMATS:
                raise UnsupportedError(
                    tr("A local model cannot be held to the format {name!r} in a JSON schema.", name=name),
                    remedy=tr(REMEDY),
                )
            if isinstance(name, str) and name in FORMATS:
                parts.append(self._cached(f"format {name}", name))
            for part in parts:
                try:
                    language = part if language is None else language & part
                except TooComplexError:
                    raise too_large(tr("The JSON schema's 'pattern'")) from None
        return language

    def _cached(self, key: str, name: str) -> Language:
        if key not in self._languages:
            self._languages[key] = format_language(name)
        return self._languages[key]

    def pattern(self, pattern: object) -> Language:
        if not isinstance(pattern, str):
            wrong(tr("a 'pattern' must be a text"))
        language = self._languages.get(pattern)
        if language is None:
            try:
                language = self._languages[pattern] = language_of(pattern)
            except PatternError as error:
                raise UnsupportedError(
                    tr(
                        "A local model cannot be held to the 'pattern' {pattern}: {error}.",
                        pattern=f"{pattern!r:.100}",
                        error=error.args[0],
                    ),
                    remedy=tr("Use a simpler pattern, or choose a cloud model."),
                ) from None
            except TooComplexError:
                raise too_large(tr("The JSON schema's 'pattern' {pattern}", pattern=f"{pattern!r:.100}")) from None
        return language

    def _meets_schema(self, value: object, schema: object) -> bool:
        return any(self._meets(value, branch) for branch in self.branches(schema))

    def _meets(self, value: object, branch: Branch) -> bool:
        return all(self._meets_keywords(value, schema, branch) for schema in branch)

    def _is_listed(self, value: object, schema: Schema) -> bool:
        if not isinstance(value, str):
            return any(equal(value, other) for other in list_of(schema, "enum"))
        texts = self._listed.get(id(schema))
        if texts is None:
            listed = frozenset(other for other in list_of(schema, "enum") if isinstance(other, str))
            texts = self._listed[id(schema)] = listed
        return value in texts

    def _meets_keywords(self, value: object, schema: Schema, branch: Branch) -> bool:
        if "enum" in schema and not self._is_listed(value, schema):
            return False
        if "const" in schema and not equal(value, schema["const"]):
            return False
        kinds = kinds_of(value)
        if "type" in schema and not kinds & self.types((schema,)):
            return False
        alone = (schema,)
        match value:
            case bool() | None:
                return True
            case int() | float():
                if "multipleOf" in schema and "integer" not in kinds:
                    return False
                low, high = bounds(alone)
                exact = exactly(value)
                above = low is None or exact > low[0] or (exact == low[0] and not low[1])
                return above and (high is None or exact < high[0] or (exact == high[0] and not high[1]))
            case str():
                minimum, maximum = limits(alone, "minLength", "maxLength")
                matched = self.matched_language(alone)
                return (
                    minimum <= len(value)
                    and (maximum is None or len(value) <= maximum)
                    and (matched is None or matched.accepts(value))
                )
            case list():
                minimum, maximum = limits(alone, "minItems", "maxItems")
                if len(value) < minimum or (maximum is not None and len(value) > maximum):
                    return False
                if schema.get("uniqueItems") and any(
                    equal(one, other) for at, one in enumerate(value) for other in value[:at]
                ):
                    return False
                return all(self._item_meets(item, index, branch) for index, item in enumerate(value))
            case dict():
                minimum, maximum = limits(alone, "minProperties", "maxProperties")
                if len(value) < minimum or (maximum is not None and len(value) > maximum):
                    return False
                if not self.required(alone) <= value.keys():
                    return False
                return all(
                    self._meets_schema(item, inner)
                    for name, item in value.items()
                    for inner in self.imposed(alone, name)
                )
            case _:
                return False

    def _item_meets(self, item: object, index: int, branch: Branch) -> bool:
        for schema in branch:
            prefix = prefix_items(schema)
            inner = prefix[index] if index < len(prefix) else schema.get("items", True)
            if isinstance(inner, list):
                inner = schema.get("additionalItems", True)
            if not self._meets_schema(item, inner):
                return False
        return True


def _product(left: list[Branch], right: list[Branch]) -> list[Branch]:
    if len(left) * len(right) > _MOST_BRANCHES:
        raise UnsupportedError(
            tr("The JSON schema combines more than {count} alternatives.", count=_MOST_BRANCHES),
            remedy=tr(REMEDY),
        )
    return [
        (*one, *(schema for schema in other if not any(schema is own for own in one)))
        for one in left
        for other in right
    ]


def _union(left: Language, right: Language) -> Language:
    return (left.complement() & right.complement()).complement()


def _whole(one: set[str], other: set[str]) -> bool:
    return ("integer" in one and "number" in other) or ("number" in one and "integer" in other)


def _unquoted(step: str) -> str:
    return unquote(step).replace("~1", "/").replace("~0", "~")
