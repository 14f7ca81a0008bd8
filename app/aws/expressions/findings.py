"""JMESPath as playbooks write it: with functions for dates, tags and texts. Refuses anything that is no data."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import jmespath  # type: ignore[import-untyped]  # it ships no types
from jmespath import functions
from jmespath.exceptions import JMESPathError, JMESPathTypeError  # type: ignore[import-untyped]

from app.aws.expressions.bounds import LIMIT_S, BoundsError, evaluated, misfit, parsed
from app.domain.aws import tags_of
from app.domain.errors import UsageError
from app.domain.language import tr


class JmesPathExpressions:
    """Implements ``Expressions``. ``now`` (UTC) and ``limit_s`` are for tests."""

    def __init__(self, now: datetime | None = None, *, limit_s: float = LIMIT_S) -> None:
        self._limit_s = limit_s
        self._options = jmespath.Options(custom_functions=_Functions(now))

    def problem(self, expression: str) -> str:
        """What is wrong with an expression, or an empty text."""
        try:
            parsed(expression)
        except (BoundsError, JMESPathError) as error:
            return " ".join(str(error).split())[:300]
        return ""

    def value(self, expression: str, data: object) -> object:
        """The value in ``data``. Raises :class:`UsageError` where the data does not fit the expression."""
        try:
            return evaluated(expression, data, limit_s=self._limit_s, options=self._options)
        except JMESPathTypeError as error:
            said = misfit(error)
        except (BoundsError, JMESPathError, TypeError, ValueError, OverflowError) as error:
            said = " ".join(str(error).split())[:300]
        raise UsageError(
            tr("The expression {expression!r} does not fit: {said}", expression=expression[:300], said=said)
        )


class _Functions(functions.Functions):  # type: ignore[misc]  # untyped
    """What JMESPath lacks for findings."""

    def __init__(self, now: datetime | None) -> None:
        super().__init__()
        self._now = now

    def _at(self) -> datetime:
        return self._now or datetime.now(UTC)

    @functions.signature({"types": ["number"]})  # type: ignore[untyped-decorator]
    def _func_days_ago(self, days: float) -> str:
        """The moment so many days ago, as AWS takes it."""
        return (self._at() - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")

    @functions.signature({"types": ["number"]})  # type: ignore[untyped-decorator]
    def _func_date_ago(self, days: float) -> str:
        """The day so many days ago."""
        return (self._at() - timedelta(days=days)).strftime("%Y-%m-%d")

    @functions.signature()  # type: ignore[untyped-decorator]
    def _func_month_start(self) -> str:
        """The first day of this month."""
        return self._at().strftime("%Y-%m-01")

    @functions.signature()  # type: ignore[untyped-decorator]
    def _func_today_start(self) -> str:
        """Midnight, UTC."""
        return self._at().strftime("%Y-%m-%dT00:00:00Z")

    @functions.signature({"types": ["string", "null", "number"]})  # type: ignore[untyped-decorator]
    def _func_age_days(self, text: object) -> int | None:
        """Whole days since a moment, or null where it is none."""
        moment = _moment(text)
        return None if moment is None else (self._at() - moment).days

    @functions.signature({"types": ["string", "null", "number"]})  # type: ignore[untyped-decorator]
    def _func_days_until(self, text: object) -> int | None:
        """Whole days until a moment; below zero where it is past."""
        moment = _moment(text)
        return None if moment is None else (moment - self._at()).days

    @functions.signature({"types": ["array", "object", "null"]}, {"types": ["string"]})  # type: ignore[untyped-decorator]
    def _func_tag(self, tags: object, name: str) -> str | None:
        """A tag's value, however the service lists its tags."""
        return tags_of(tags).get(name)

    @functions.signature({"types": ["string", "null"]}, {"types": ["string"]})  # type: ignore[untyped-decorator]
    def _func_after(self, text: str | None, mark: str) -> str | None:
        """What follows the last ``mark`` in a text: a name at the end of an ARN."""
        return text.rpartition(mark)[2] if text is not None else None

    @functions.signature({"types": ["string", "null"]}, {"types": ["number"]})  # type: ignore[untyped-decorator]
    def _func_field(self, text: str | None, place: float) -> str | None:
        """A part of an ARN, counted from nought."""
        parts = (text or "").split(":")
        return parts[int(place)] if 0 <= int(place) < len(parts) else None

    @functions.signature({"types": ["number", "null"]}, {"types": ["number"]})  # type: ignore[untyped-decorator]
    def _func_round(self, value: float | None, digits: float) -> float | None:
        """Rounded to so many digits."""
        return None if value is None else round(value, int(digits))

    @functions.signature({"types": ["string", "number", "null"]})  # type: ignore[untyped-decorator]
    def _func_money(self, text: object) -> str | None:
        """An amount with two digits behind the point."""
        try:
            return f"{float(str(text)):,.2f}"
        except ValueError:
            return None


def _moment(text: object) -> datetime | None:
    if isinstance(text, str):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return None
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    if isinstance(text, int | float) and not isinstance(text, bool):
        try:
            return datetime.fromtimestamp(text / 1000 if text > 1e11 else text, UTC)
        except (ValueError, OverflowError, OSError):
            return None
    return None
