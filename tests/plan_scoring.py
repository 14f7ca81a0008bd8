"""How a recognition is held against a hand-written expectation: times with a tolerance, steps and look-ups too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from app.domain.aws import Reading, Recognition
from tests.aws_recogniser_fixtures import NOON

_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_TOLERANCE = timedelta(minutes=5)


def same(expected: object, got: object) -> bool:
    """Whether a value is the expected one; ``{"$relative": "-24h"}`` is that moment, or a day of it."""
    if isinstance(expected, Mapping) and expected.keys() == {"$relative"}:
        return _same_moment(str(expected["$relative"]), got)
    if isinstance(expected, Mapping):
        return (
            isinstance(got, Mapping)
            and expected.keys() == got.keys()
            and all(same(value, got[name]) for name, value in expected.items())
        )
    if isinstance(expected, list):
        if not isinstance(got, Sequence) or isinstance(got, str) or len(expected) != len(got):
            return False
        rest = list(got)
        for value in expected:  # no list of these calls has an order that matters
            place = next((place for place, item in enumerate(rest) if same(value, item)), None)
            if place is None:
                return False
            del rest[place]
        return True
    if isinstance(expected, bool) or isinstance(got, bool):
        return expected is got
    return expected == got


def _same_moment(relative: str, got: object) -> bool:
    moment = NOON
    if relative != "now":
        sign, number, unit = re.fullmatch(r"([+-])(\d+)([mhdw])", relative).groups()  # type: ignore[union-attr]
        moment += (1 if sign == "+" else -1) * int(number) * _UNITS[unit]
    if isinstance(got, int | float) and not isinstance(got, bool):
        seconds = got / 1000 if got > 10**11 else got  # CloudWatch Logs counts milliseconds
        return abs(datetime.fromtimestamp(seconds, UTC) - moment) <= _TOLERANCE
    if not isinstance(got, str):
        return False
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", got):  # whole days: an end may be the day after
        return 0 <= (date.fromisoformat(got) - moment.date()).days <= (1 if relative == "now" else 0)
    try:
        told = datetime.fromisoformat(got)
    except ValueError:
        return False
    return abs((told if told.tzinfo else told.replace(tzinfo=UTC)) - moment) <= _TOLERANCE


def right_operation(row: Mapping[str, object], found: Recognition) -> bool:
    """Whether the (first) operation is the expected one, or none where none is."""
    named = (None, None) if found.operation is None else (found.operation.service, found.operation.operation)
    return named == (row["service"], row["operation"])


def wholly_right(row: Mapping[str, object], found: Recognition) -> bool:
    """Whether everything is as expected: parameters, what is missing, region, every step, and what is looked up."""
    return (
        right_operation(row, found)
        and same(row["parameters"], found.parameters)
        and list(found.missing) == row["missing"]
        and right_region(row, found)
        and same_steps(row.get("steps"), found.steps)
        and ("lookup" not in row or any(same_lookups(row["lookup"], found.lookups)))
    )


def right_region(row: Mapping[str, object], found: Recognition) -> bool:
    """Whether the region is the expected one; where none is, one that an ARN or a zone of the text holds will do."""
    if row["region"] is None and found.region is not None:
        return (
            f":{found.region}:" in str(row["text"])
            or re.search(rf"{found.region}[a-f]\b", str(row["text"])) is not None
        )
    return found.region == row["region"]


def same_steps(expected: object, got: Sequence[Reading]) -> bool:
    wanted = expected if isinstance(expected, list) else []
    return len(wanted) == len(got) and all(
        (step["service"], step["operation"]) == (reading.operation.service, reading.operation.operation)
        and same(step["parameters"], reading.parameters)
        for step, reading in zip(wanted, got, strict=True)
    )


def same_lookups(expected: object, got: Sequence[object]) -> list[bool]:
    assert isinstance(expected, Mapping)
    return [
        (lookup.parameter, lookup.name, str(lookup.read))  # type: ignore[attr-defined]
        == (expected["parameter"], expected["name"], expected["by"])
        for lookup in got
    ]
