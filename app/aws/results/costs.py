"""What Cost Explorer answers as a table: a row for each period and group, an amount a cell. Refuses to add anything up.

By the general rule the amounts would stand inside of texts, one long cell a period.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.domain.aws import OperationId, Table

_OPERATIONS = frozenset({"GetCostAndUsage", "GetCostAndUsageWithResources"})


def cost_table(operation: OperationId, data: Mapping[str, object]) -> Table | None:
    """The table of an answer about costs; ``None`` for every other answer, and for one without a period."""
    if operation.service != "ce" or operation.operation not in _OPERATIONS:
        return None
    found = list(_amounts(data))
    if not found:
        return None
    metrics = list(dict.fromkeys(name for *_, measured in found for name in measured))
    has_groups = any(group for _, _, group, _ in found)
    rows = []
    for start, end, group, measured in found:
        units = dict.fromkeys(str(_mapping(one).get("Unit") or "") for one in measured.values())
        amounts = [_amount(_mapping(measured.get(name)).get("Amount")) for name in metrics]
        rows.append((start, end, *([group] if has_groups else []), *amounts, ", ".join(units)))
    return Table(columns=("From", "To", *(["Group"] if has_groups else []), *metrics, "Unit"), rows=tuple(rows))


def _amounts(data: Mapping[str, object]) -> Iterator[tuple[str, str, str, Mapping[str, object]]]:
    """Start, end, the group's keys and what was measured, for each period and group."""
    for period in _mappings(data.get("ResultsByTime")):
        span = _mapping(period.get("TimePeriod"))
        start, end = (str(span.get(name) or "") for name in ("Start", "End"))
        groups = _mappings(period.get("Groups"))
        for group in groups:
            keys = group.get("Keys")
            shown = ", ".join(map(str, keys)) if isinstance(keys, list) else ""
            yield start, end, shown, _mapping(group.get("Metrics"))
        if not groups:
            yield start, end, "", _mapping(period.get("Total"))


def _amount(value: object) -> str:
    """Cents are enough, but for what is less than one."""
    try:
        number = float(str(value))
    except ValueError:
        return ""
    return f"{number:.2f}" if abs(number) >= 0.01 or number == 0 else f"{number:.2g}"


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: object) -> list[Mapping[str, object]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
