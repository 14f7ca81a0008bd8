"""What a tool told a model, as people read it: nothing hidden in it, and nothing of it lost."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.messages import ToolCallPart, ToolResultPart
from app.ui.transcript.tool_lines import shown_result, tool_line

OVERRIDE = "\u202e"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('aé\u4e2d"\\ {}[],:\U0001f600'),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text('ab{,:"\\'), inner, max_size=4),
)


def told(content: str) -> str:
    call = ToolCallPart(call_id="1", name="find_operations", arguments="{}")
    line = tool_line(call, ToolResultPart(call_id="1", name="find_operations", content=content))
    return shown_result(line.result)


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({"name": f"a{OVERRIDE}b"}),
        json.dumps({"name": f"a{OVERRIDE}b"}, ensure_ascii=False),
        json.dumps({f"a{OVERRIDE}b": 1}),
        f"plain a{OVERRIDE}b",
    ],
    ids=["escaped", "raw", "key", "text"],
)
def test_what_turns_the_order_of_reading_is_written_out_however_it_was_spelled(content: str) -> None:
    assert OVERRIDE not in told(content)
    assert "a⟨U+202E⟩b" in told(content)


def test_a_key_that_stands_twice_and_every_digit_are_shown() -> None:
    content = '{"Effect": "Deny", "Effect": "Allow", "at": 1.50e1, "none": [], "half": "\\ud800", "w": "\\u00e9"}'
    assert told(content).splitlines() == [
        "{",
        '  "Effect": "Deny",',
        '  "Effect": "Allow",',
        '  "at": 1.50e1,',
        '  "none": [],',
        '  "half": "\\ud800",',
        '  "w": "é"',
        "}",
    ]


@settings(max_examples=40, deadline=None)
@given(JSON.filter(lambda value: isinstance(value, dict | list)), st.booleans())
def test_json_is_laid_out_as_json_is_and_means_the_same(value: object, ascii_only: bool) -> None:
    assert told(json.dumps(value, ensure_ascii=ascii_only)) == json.dumps(value, indent=2, ensure_ascii=False)


def test_what_is_nested_deep_does_not_grow_by_its_depth() -> None:
    content = "[" * 500 + ",".join(["1"] * 1_000) + "]" * 500
    assert len(told(content)) < 200_000
