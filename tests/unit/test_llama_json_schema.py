"""Grammars of JSON schemas: what llama.cpp's sampler draws under them is valid for a validator nobody here wrote."""

from __future__ import annotations

import contextlib
import json
import string
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.domain.errors import UnsupportedError
from app.llama.formats.json_schema import schema_grammar
from tests.gguf_files import write_tiny_gguf
from tests.grammar_sampling import GrammarSampling

PERSON = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "age": {"type": "integer"},
        "tag": {"enum": ["x", 1, None, {"k": [1]}]},
    },
    "required": ["age"],
}
TREE = {
    "type": "object",
    "properties": {
        "value": {"type": "integer"},
        "children": {"type": "array", "items": {"$ref": "#/$defs/tree"}, "maxItems": 2},
    },
    "required": ["value"],
}
BASE = {
    "type": "object",
    "properties": {"child": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/base"}]}},
    "required": ["child"],
}

SCHEMAS: dict[str, Any] = {
    "names left out and kept": PERSON,
    "no other names": PERSON | {"additionalProperties": False},
    "other names": PERSON | {"additionalProperties": {"type": "boolean"}},
    "any object": {"type": "object"},
    "anything": {},
    "true": True,
    "list": {
        "type": "array",
        "items": {"type": "integer", "minimum": -5, "maximum": 120},
        "minItems": 2,
        "maxItems": 5,
    },
    "tuple": {"prefixItems": [{"type": "string"}, {"type": "boolean"}], "items": False, "minItems": 1},
    "tuple of draft 7": {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "items": [{"type": "string"}, {"type": "boolean"}],
        "additionalItems": {"type": "null"},
        "minItems": 3,
    },
    "items beyond a tuple": {"type": "array", "prefixItems": [{"const": 1}], "unevaluatedItems": False},
    "length": {"type": "string", "minLength": 3, "maxLength": 7},
    "great length": {"type": "string", "minLength": 100, "maxLength": 300},
    "enormous length": {"type": "string", "maxLength": 65536},
    "many items": {"type": "array", "minItems": 70, "maxItems": 90, "items": {"type": "null"}},
    "pattern": {"type": "string", "pattern": r"^arn:aws:[a-z0-9-]+:(?:[a-z]{2}-[a-z]+-\d)?:\d{12}:[\w/.-]{1,20}$"},
    "pattern with a length": {"type": "string", "pattern": "a+b", "minLength": 10, "maxLength": 20},
    "pattern that must be escaped": {"type": "string", "pattern": '^["\\\\\n\t]{2}$'},
    "number between": {"type": "number", "minimum": 0, "maximum": 1},
    "number within": {"type": "number", "exclusiveMinimum": 0.5, "exclusiveMaximum": 0.7},
    "number above": {"type": "number", "minimum": -12.25},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "integer above": {"type": "integer", "minimum": 7},
    "integer below": {"type": "integer", "exclusiveMaximum": -7},
    "integer between": {"type": "integer", "minimum": -1234, "maximum": 98765},
    "whole number": {"type": "number", "multipleOf": 1, "minimum": 0},
    "bound of draft 4": {
        "$schema": "http://json-schema.org/draft-04/schema#",
        "type": "integer",
        "minimum": 3,
        "exclusiveMinimum": True,
    },
    "date": {"type": "string", "format": "date"},
    "uuid": {"type": "string", "format": "uuid"},
    "email": {"type": "string", "format": "email"},
    "ipv4": {"type": "string", "format": "ipv4"},
    "ipv6": {"type": "string", "format": "ipv6"},
    "null too": {"type": ["string", "null"], "maxLength": 2},
    "any of": {"anyOf": [{"type": "integer"}, PERSON]},
    "one of, told apart by a constant": {
        "oneOf": [
            {"type": "object", "properties": {"kind": {"const": "a"}, "n": {"type": "integer"}}, "required": ["kind"]},
            {"type": "object", "properties": {"kind": {"const": "b"}}, "required": ["kind"]},
        ]
    },
    "one of, told apart by what they need": {
        "oneOf": [
            {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
            {"type": "object", "properties": {"b": {"type": "string"}}, "required": ["b"]},
        ]
    },
    "all of": {
        "allOf": [PERSON, {"properties": {"name": {"maxLength": 3}, "z": {"type": "null"}}, "required": ["name"]}]
    },
    "recursion": {"$ref": "#/$defs/tree", "$defs": {"tree": TREE}},
    "recursion to the whole": {
        "type": "object",
        "properties": {"next": {"anyOf": [{"$ref": "#"}, {"type": "null"}]}},
        "required": ["next"],
    },
    "recursion in a combination": {
        "$ref": "#/$defs/node",
        "$defs": {
            "base": BASE,
            "node": {
                "allOf": [
                    {"$ref": "#/$defs/base"},
                    {"properties": {"child": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/node"}]}}},
                ]
            },
        },
    },
    "names by patterns": {
        "type": "object",
        "properties": {"x": {"type": "null"}},
        "patternProperties": {"^s_": {"type": "string", "maxLength": 2}, "_i$": {"type": "integer"}},
        "additionalProperties": {"type": "boolean"},
    },
    "names that fit": {
        "type": "object",
        "propertyNames": {"pattern": "^[a-c]{1,3}$"},
        "additionalProperties": {"type": "integer"},
        "minProperties": 1,
        "maxProperties": 3,
    },
    "some of the names": {
        "type": "object",
        "properties": {name: {"type": "boolean"} for name in "abcde"},
        "minProperties": 2,
        "maxProperties": 3,
    },
    "different items": {"type": "array", "items": {"enum": ["a", "b", 3]}, "uniqueItems": True, "minItems": 2},
    "listed values of one type": {"type": "string", "enum": ['é"q\\', "\n", "b", 3]},
    "many listed values": {"enum": [f"value {number} é" for number in range(2000)]},
    "constant": {"const": {"a": [1, 2.5, None]}},
    "what was not spoken of": {
        "type": "object",
        "allOf": [{"properties": {"a": {"type": "integer"}}}],
        "properties": {"b": {"type": "null"}},
        "unevaluatedProperties": False,
    },
    "500 properties": {
        "type": "object",
        "properties": {f"p{number}": {"type": "integer"} for number in range(500)},
        "required": [f"p{number}" for number in range(0, 500, 50)],
    },
    "named like a pointer": {"$ref": "#/$defs/a~1b%20c", "$defs": {"a/b c": {"type": "boolean"}}},
    "unknown format": {"type": "integer", "format": "int32"},
}


@pytest.fixture(scope="module")
def sampling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GrammarSampling]:
    sampling = GrammarSampling(write_tiny_gguf(tmp_path_factory.mktemp("grammar") / "tiny.gguf", varied=True))
    yield sampling
    sampling.close()


def validator(schema: Any) -> Any:
    kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_answer_is_valid(name: str, sampling: GrammarSampling) -> None:
    schema = SCHEMAS[name]
    grammar = schema_grammar(schema).text
    drawn = [text for seed in range(8) if (text := sampling.draw(grammar, seed)) is not None]
    assert drawn
    for text in drawn:
        assert not [error.message for error in validator(schema).iter_errors(json.loads(text))], text


def test_times_can_be_read(sampling: GrammarSampling) -> None:
    for kind, read in (("date-time", datetime.fromisoformat), ("time", time.fromisoformat)):
        grammar = schema_grammar({"type": "string", "format": kind}).text
        for seed in range(8):
            text = sampling.draw(grammar, seed)
            assert text is not None
            assert read(json.loads(text)).tzinfo is not None


@pytest.mark.parametrize(
    ("schema", "text", "follows"),
    [
        ({"type": "object", "properties": {"a": {}, "b": {}}}, '{"b": 1}', True),
        ({"type": "object", "properties": {"a": {}, "b": {}}}, '{"a": [{"x": null}], "b": "1"}', True),
        ({"type": "object", "properties": {"a": {}}, "required": ["a"]}, "{}", False),
        ({"type": "object"}, '{\n  "a": {\n    "b": [\n      1,\n      2\n    ]\n  }\n}', True),
        ({"type": "array"}, "[1,\n\n\n2]", False),
        ({"type": "string"}, '"a\\u00e9\\n\\"/"', True),
        ({"type": "string"}, '"half \\ud800"', False),
        ({"type": "string", "maxLength": 2}, '"éé"', True),
        ({"type": "string", "maxLength": 2}, '"\\u00e9\\u00e9\\u00e9"', False),
        ({"type": "integer", "minimum": -3, "maximum": 12}, "-3", True),
        ({"type": "integer", "minimum": -3, "maximum": 12}, "13", False),
        ({"type": "integer"}, "007", False),
        ({"type": "number", "maximum": 0.25}, "0.25", True),
        ({"type": "number", "exclusiveMaximum": 0.25}, "0.25", False),
        ({"type": "number"}, "-1.5e10", True),
        ({"enum": [1, "a", None]}, "null", True),
    ],
)
def test_grammar_holds_what_the_schema_says_and_leaves_the_rest_free(
    schema: Any, text: str, follows: bool, sampling: GrammarSampling
) -> None:
    assert sampling.follows(schema_grammar(schema).text, text) is follows


@pytest.mark.parametrize(
    ("schema", "keyword"),
    [
        ({"not": {"type": "string"}}, "'not'"),
        ({"if": {}, "then": {}}, "'if'"),
        ({"type": "integer", "multipleOf": 5}, "'multipleOf'"),
        ({"type": "array", "uniqueItems": True}, "'uniqueItems'"),
        ({"type": "array", "contains": {}}, "'contains'"),
        ({"dependentRequired": {"a": ["b"]}}, "'dependentRequired'"),
        ({"$dynamicRef": "#x"}, "'\\$dynamicRef'"),
        ({"oneOf": [{"type": "integer"}, {"type": "number"}]}, "'oneOf'"),
        ({"type": "object", "minProperties": 5}, "'minProperties'"),
        ({"pattern": "(?=a)b"}, "looks ahead"),
        ({"format": "regex"}, "format 'regex'"),
        ({"$ref": "https://example.com/x.json"}, "not within it"),
        ({"$ref": "#/$defs/none"}, "no such place"),
        ({"type": "banana"}, "'banana'"),
        ({"properties": []}, "'properties'"),
        ({"minLength": -1}, "'minLength'"),
        ({"maximum": float("nan")}, "'maximum'"),
        ([1, 2], "object or a boolean"),
        ({"minLength": 10**9}, "too large"),
        ({"minItems": 10**8}, "too large"),
        ({"enum": [str(number) for number in range(100_000)]}, "too large"),
        ({"pattern": "(a{1000}){1000}"}, "too large"),
        ({"properties": {str(number): {"type": "integer"} for number in range(80_000)}}, "too large"),
        ({"allOf": [{"anyOf": [{"minimum": n, "maxLength": m} for n in range(4)]} for m in range(9)]}, "alternatives"),
    ],
)
def test_what_a_grammar_cannot_hold_is_refused_by_name(schema: Any, keyword: str) -> None:
    with pytest.raises(UnsupportedError, match=keyword):
        schema_grammar(schema)


@pytest.mark.parametrize(
    "schema",
    [
        False,
        {"type": "integer", "minimum": 5, "maximum": 4},
        {"allOf": [{"type": "string"}, {"type": "integer"}]},
        {"type": "integer", "enum": ["a"]},
        {"type": "object", "properties": {"a": False}, "required": ["a"]},
        {"type": "object", "properties": {"a": {"$ref": "#"}}, "required": ["a"]},
        {"$ref": "#"},
        {"anyOf": [{"$ref": "#"}]},
        {"type": "string", "minLength": 3, "pattern": "^a$"},
        {"type": "array", "minItems": 2, "maxItems": 1},
    ],
)
def test_schema_that_nothing_meets_is_refused(schema: Any) -> None:
    with pytest.raises(UnsupportedError, match="contradicts itself, or has no end"):
        schema_grammar(schema)


@pytest.mark.parametrize("keyword", ["properties", "anyOf", "items"])
def test_thousand_levels_are_refused(keyword: str) -> None:
    schema: Any = {"type": "string"}
    for _ in range(1000):
        schema = {
            "properties": {"properties": {"a": schema}},
            "anyOf": {"anyOf": [schema]},
            "items": {"items": schema},
        }[keyword]
    with pytest.raises(UnsupportedError, match="nested deeper"):
        schema_grammar(schema)


def test_what_cannot_be_met_is_left_out_where_it_need_not_be(sampling: GrammarSampling) -> None:
    schema = {
        "type": "object",
        "properties": {"never": {"$ref": "#"}, "ever": {"type": "null"}},
        "required": ["ever"],
        "$defs": {},
    }
    schema["properties"] = {"never": {"allOf": [{"type": "string"}, {"type": "null"}]}, "ever": {"type": "null"}}
    grammar = schema_grammar(schema).text
    assert {"".join((sampling.draw(grammar, seed) or "").split()) for seed in range(5)} == {'{"ever":null}'}


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-50, 50), st.sampled_from([1.5, "a", "bb", '€"', ""]),
    st.sampled_from([[1], {"a": 1}]),
)  # fmt: skip
NAMES = st.sampled_from("abcdef")


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def joined(type_name: str, fields: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return fields.map(lambda given: {"type": type_name} | given)


BOUNDS = st.one_of(st.integers(-50, 50), st.floats(-3, 3).map(lambda value: round(value, 2)))
LEAVES = st.one_of(
    st.just(True),
    st.lists(SCALARS, min_size=1, max_size=4).map(lambda values: {"enum": values}),
    SCALARS.map(lambda value: {"const": value}),
    joined(
        "string",
        optional(
            minLength=st.integers(0, 6),
            maxLength=st.integers(0, 9),
            pattern=st.sampled_from(["^a", "b$", "^[a-c]{2,5}$", "x|yz", r"^\d+$", "[^a-z]"]),
            format=st.sampled_from(["date", "uuid", "ipv4", "int32"]),
        ),
    ),
    st.sampled_from(["integer", "number"]).flatmap(
        lambda kind: joined(
            kind, optional(minimum=BOUNDS, maximum=BOUNDS, exclusiveMinimum=BOUNDS, exclusiveMaximum=BOUNDS)
        )
    ),
    st.lists(st.sampled_from(["string", "integer", "null", "boolean"]), min_size=1, unique=True).map(
        lambda kinds: {"type": kinds}
    ),
    st.sampled_from([{"$ref": "#"}, {"$ref": "#/$defs/x"}]),
)


def larger(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        joined(
            "array",
            optional(
                items=inner,
                minItems=st.integers(0, 3),
                maxItems=st.integers(0, 5),
                prefixItems=st.lists(inner, min_size=1, max_size=3),
                unevaluatedItems=st.just(False),
            ),
        ),
        joined(
            "object",
            optional(
                properties=st.dictionaries(NAMES, inner, max_size=4),
                required=st.lists(NAMES, max_size=3, unique=True),
                additionalProperties=st.one_of(st.booleans(), inner),
                patternProperties=st.dictionaries(st.sampled_from(["^a", "f$", "^[x-z]{2}$"]), inner, max_size=2),
                propertyNames=st.sampled_from([{"pattern": "^[a-f]*$"}, {"maxLength": 3}]),
                minProperties=st.integers(0, 3),
                maxProperties=st.integers(0, 5),
                unevaluatedProperties=st.just(False),
            ),
        ),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"anyOf": parts}),
        st.lists(inner, min_size=1, max_size=2).map(lambda parts: {"oneOf": parts}),
        st.lists(inner, min_size=1, max_size=2).map(lambda parts: {"allOf": parts}),
    )


@settings(max_examples=100, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], deadline=None)
@given(
    schema=st.recursive(LEAVES, larger, max_leaves=8).filter(lambda schema: isinstance(schema, dict)),
    definition=st.recursive(LEAVES, larger, max_leaves=3),
    seed=st.integers(0, 1000),
)
def test_every_answer_to_any_schema_is_valid(
    sampling: GrammarSampling, schema: Mapping[str, Any], definition: Any, seed: int
) -> None:
    whole = {**schema, "$defs": {"x": definition}}
    try:
        grammar = schema_grammar(whole).text
    except UnsupportedError:
        assume(False)
    text = sampling.draw(grammar, seed, most_tokens=300)
    if text is not None:
        value = json.loads(text)
        assert not [error.message for error in validator(whole).iter_errors(value)], text


@given(text=st.text(alphabet=string.printable, max_size=40))
def test_any_pattern_gives_a_grammar_or_a_sentence(text: str) -> None:
    with contextlib.suppress(UnsupportedError):
        schema_grammar({"type": "string", "pattern": text})
