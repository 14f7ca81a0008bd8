"""Queries that grow without end are stopped, a person's and a playbook's alike."""

from __future__ import annotations

import time

import pytest

from app.aws.expressions.findings import JmesPathExpressions
from app.aws.expressions.questions import run_query
from app.domain.errors import UsageError

BOMBS = [
    "|".join(["[@,@]"] * 60),
    "|".join(["{a:@,b:@}"] * 60),
    "|".join(["[@,@]"] * 22) + "|to_string(@)",
    "to_string(" + "|".join(["[@,@]"] * 22) + ")",
    "[@,@]|" + "|".join(["[@[],@[]][]"] * 40),
    "|".join(["{a:join('',[a,a])}"] * 40),
]


@pytest.mark.parametrize("bomb", BOMBS, ids=range(len(BOMBS)))
def test_a_bomb_is_stopped_and_says_so(bomb: str) -> None:
    started = time.monotonic()
    answer = run_query({"a": "x" * 1000}, bomb, limit_s=1.0)
    assert answer.problem.startswith("It ")
    with pytest.raises(UsageError, match=r"It (makes|was|is)"):
        JmesPathExpressions().value(bomb, {"a": "x" * 1000})
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("expression", ["days_ago(`1e18`)", "date_ago(`1e400`)", "field('a:b', `1e400`)"])
def test_a_number_beyond_the_calendar_is_no_crash(expression: str) -> None:
    with pytest.raises(UsageError, match="does not fit"):
        JmesPathExpressions().value(expression, {})


def test_an_ordinary_query_over_much_is_not_stopped() -> None:
    data = {"Items": [{"Id": f"i-{number}", "Tags": [{"Key": "a", "Value": "b"}]} for number in range(20_000)]}
    answer = run_query(data, "sort_by(Items[?Tags[?Key=='a']].{id: Id, tags: Tags[].Value}, &id)")
    assert answer.problem == ""
    assert isinstance(answer.value, list)
    assert len(answer.value) == 20_000
