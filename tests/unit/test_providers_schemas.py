"""JSON schemas made to fit what a vendor holds an answer to: never wider than what was asked for, unless in words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UnsupportedError
from app.providers.schemas import for_anthropic, for_openai
from tests.storage_fixtures import unhurried

TEXT = {"type": "string"}


def an_object(properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), **more}


def test_anthropics_objects_are_closed_at_every_depth() -> None:
    inner = an_object({"a": TEXT})
    schema = an_object(
        {"list": {"type": "array", "items": inner}, "one": {"oneOf": [inner, TEXT]}, "ref": {"$ref": "#/$defs/x"}},
        **{"$defs": {"x": inner}},
    )
    made = for_anthropic(schema)
    closed = inner | {"additionalProperties": False}
    assert made["additionalProperties"] is False
    assert made["$defs"] == {"x": closed}
    properties: Any = made["properties"]
    assert properties["list"]["items"] == closed
    assert properties["one"] == {"anyOf": [closed, TEXT]}


def test_what_anthropic_holds_no_answer_to_is_said_in_words() -> None:
    made = for_anthropic(an_object({"n": {"type": "integer", "minimum": 1, "maximum": 9, "description": "A digit."}}))
    properties: Any = made["properties"]
    assert properties["n"] == {"type": "integer", "description": "A digit.\n\n{minimum: 1, maximum: 9}"}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object"},
        an_object({"map": {"type": "object", "additionalProperties": TEXT}}),
        {"allOf": [an_object({"a": TEXT}), an_object({"b": TEXT})]},
    ],
)
def test_what_closing_would_make_impossible_is_refused(schema: dict[str, Any]) -> None:
    with pytest.raises(UnsupportedError) as caught:
        for_anthropic(schema)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("schema", "strict"),
    [
        (an_object({"a": TEXT}), True),
        (an_object({"a": TEXT}, additionalProperties=False), True),
        (an_object({"a": {"type": "integer", "minimum": 1}}), True),
        (an_object({"a": an_object({"b": TEXT})}), True),
        (an_object({"a": TEXT}) | {"required": []}, False),
        (an_object({"a": TEXT}, additionalProperties=True), False),
        (an_object({"a": {"type": "object"}}), False),
        (an_object({"a": {"oneOf": [TEXT]}}), False),
        ({"type": "object"}, False),
        ({"type": "array", "items": TEXT}, False),
        ({"anyOf": [an_object({"a": TEXT})]}, False),
    ],
)
def test_openais_strict_mode_is_used_where_it_takes_the_schema(schema: dict[str, Any], strict: bool) -> None:
    made, is_strict = for_openai(schema)
    assert is_strict is strict
    if not strict:
        assert made == schema


@pytest.mark.parametrize("make", [for_anthropic, for_openai])
def test_a_schema_without_bottom_is_refused(make: Any) -> None:
    deep: dict[str, Any] = TEXT
    for _ in range(5_000):
        deep = {"type": "array", "items": deep}
    with pytest.raises(UnsupportedError, match="too deeply"):
        make(deep)


leaves = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5)
words = st.sampled_from(
    ["type", "properties", "items", "required", "anyOf", "oneOf", "$defs", "enum", "format", "minItems", "minimum",
     "additionalProperties", "description", "object", "not", "prefixItems"]
)  # fmt: skip
nonsense = st.recursive(
    leaves | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


@unhurried
@given(st.dictionaries(words, nonsense, max_size=5))
def test_no_object_breaks_what_makes_schemas_fit(schema: dict[str, Any]) -> None:
    for_openai(schema)
    try:
        for_anthropic(schema)
    except UnsupportedError as refusal:
        assert refusal.remedy  # noqa: PT017  # a schema is refused or made to fit: which of them, nonsense does not say
