"""Patterns as automata: they say what Python's own expressions say, or are refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.llama.formats.pattern import PatternError, language_of
from app.llama.formats.regular import TooComplexError, of_length, of_words

PIECES = st.sampled_from(
    [*"abc.^$|", "[ab]", "[^a]", r"\d", "[a-c]", "(a|bc)", "(?:ab)?", "a*", "b+", "c{2}", "a{1,2}"]
)
TEXTS = st.text(alphabet="abc19 -é", max_size=8)


@example(["^", "(?:ab)?", "^"], "")
@example(["^", "^", "a", "$", "$"], "a")
@given(pieces=st.lists(PIECES, max_size=6), text=TEXTS)
def test_pattern_is_found_where_python_finds_it(pieces: list[str], text: str) -> None:
    pattern = "".join(pieces)
    assert language_of(pattern).accepts(text) == bool(re.search(pattern, text))


@given(pieces=st.lists(PIECES, max_size=4), text=TEXTS)
def test_complement_has_what_the_language_has_not(pieces: list[str], text: str) -> None:
    language = language_of("".join(pieces))
    assert language.complement().accepts(text) != language.accepts(text)


@given(text=TEXTS, low=st.integers(0, 5), more=st.integers(0, 5))
def test_languages_meet_where_both_hold(text: str, low: int, more: int) -> None:
    both = language_of("^[a-c]*$") & of_length(low, low + more)
    assert both.accepts(text) == (set(text) <= set("abc") and low <= len(text) <= low + more)


def test_words_are_a_language() -> None:
    language = of_words(["", "ab", "abc"])
    assert [language.accepts(text) for text in ("", "a", "ab", "abc", "abcd")] == [True, False, True, True, False]


def test_shortest_and_longest_texts_are_known() -> None:
    assert (language_of("^ab{2,4}$").shortest(), language_of("^ab{2,4}$").longest()) == (3, 5)
    assert language_of("^ab+$").longest() is None


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(?=a)b", "ahead"),
        ("(?<!a)b", "behind"),
        (r"(a)\1", "refers back"),
        (r"\bword", "boundary"),
        (r"\p{L}", "Unicode"),
        ("(?i)a", "flags"),
        ("(a", "does not end"),
        ("a)", "too many"),
        ("[a", "does not end"),
        ("*a", "repeats nothing"),
        ("a**", "repeated"),
        ("a{3,1}", "before it begins"),
        ("[b-a]", "before it begins"),
        ("a\\", "backslash"),
    ],
)
def test_what_no_automaton_can_follow_is_refused_with_the_reason(pattern: str, why: str) -> None:
    with pytest.raises(PatternError, match=why):
        language_of(pattern)


@pytest.mark.parametrize("pattern", ["(a{1000}){1000}", "a.{60}$", "^(.*a){12}.{40}$", "(" * 200 + "a" + ")" * 200])
def test_pattern_that_would_grow_without_measure_is_refused(pattern: str) -> None:
    with pytest.raises(TooComplexError):
        language_of(pattern)
