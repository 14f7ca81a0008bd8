"""What a person types into the search becomes words, phrases and filters, and nothing typed is an error."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.aws import Risk
from app.domain.messages import Role
from app.domain.searching import Place, Search, filters_in, mistaken_in, period, searched, with_filter, without_filters

TODAY = date(2026, 11, 27)  # a Friday


def midnight(*day: int) -> datetime:
    return datetime.combine(date(*day), time.min).astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "search"),
    [
        ("red buckets", Search(words=("red", "buckets"), half_typed=True)),
        ('"red buckets" now', Search(words=("red buckets", "now"), half_typed=True)),
        ('the "red buckets"', Search(words=("the", "red buckets"))),
        ('the "red buck', Search(words=("the", "red buck"), half_typed=True)),
        ("model:claude has:aws", Search(models=("claude",), has_actions=True)),
        (
            "Service:EC2 risk:destructive x",
            Search(words=("x",), half_typed=True, services=("ec2",), risks=(Risk.DESTRUCTIVE,)),
        ),
        ("role:me in:archive", Search(role=Role.USER, place=Place.ARCHIVE)),
        ('in:"Work/Costs of May"', Search(folders=("Work/Costs of May",))),
        ("after:2026-11-01", Search(after=midnight(2026, 11, 1))),
        ("before:2026-11", Search(before=midnight(2026, 11, 1))),
        ("when:2026", Search(after=midnight(2026, 1, 1), before=midnight(2027, 1, 1))),
        ('when:"last week"', Search(after=midnight(2026, 11, 16), before=midnight(2026, 11, 23))),
        ("when:today after:last-month", Search(after=midnight(2026, 11, 27), before=midnight(2026, 11, 28))),
        ("risk:banana", Search(words=("risk:banana",), half_typed=True)),
        ("after:soon has:legs", Search(words=("after:soon", "has:legs"), half_typed=True)),
        ("arn:aws:s3:::x", Search(words=("arn:aws:s3:::x",), half_typed=True)),
        ("model:", Search(words=("model:",), half_typed=True)),
        ("when:2026-13-40", Search(words=("when:2026-13-40",), half_typed=True)),
        ('""', Search()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_filters_are_read_and_all_else_is_text(text: str, search: Search) -> None:
    assert searched(text, TODAY) == search


def test_filters_are_set_and_taken_away_within_a_text() -> None:
    text = with_filter("red has:aws", "in", "My chats", TODAY)
    assert text == 'red has:aws in:"My chats" '
    assert with_filter("when:today red", "when", "last-week", TODAY) == "red when:last-week "
    assert without_filters(text, "has", TODAY).split() == ["red", 'in:"My', 'chats"']
    assert without_filters("in:a in:b x", "in", TODAY, "a") == "in:b x"
    assert [(item.name, item.value) for item in filters_in(text, TODAY)] == [("has", "aws"), ("in", "My chats")]


@given(st.text(max_size=60))
def test_no_text_is_refused(text: str) -> None:
    searched(text, TODAY)
    for item in filters_in(text, TODAY):
        assert 0 <= item.start < item.end <= len(text)


@given(st.dates(), st.sampled_from(["today", "yesterday", "this week", "last-week", "this-month", "last month"]))
def test_a_period_begins_before_it_ends(today: date, name: str) -> None:
    if date(2, 1, 1) < today < date(9998, 1, 1):
        days = period(name, today)
        assert days is not None
        assert days[0] < days[1]


def test_a_word_that_looks_like_a_filter_and_is_none_is_known() -> None:
    text = 'befor:2020 modl:x RDS model:gpt after:nonsense https://a.org arn:aws:s3 "role:of" 10:30'
    assert mistaken_in(text, date(2026, 11, 20)) == ["befor:2020", "modl:x", "after:nonsense"]
