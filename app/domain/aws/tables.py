"""Where a table's rows and cells stand in the answer it was made from. Pure functions over JSON values.

A source names the lists to walk (``Reservations[].Instances[]``). A field is a path within a row (``State.Name``), the
row itself (``@``) or a tag's value (``tag:Name``). Refuses to guess: what is not there is ``None``.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.aws.tags import tags_of

_TAG_LISTS = ("Tags", "TagSet", "TagList", "tags", "TagsList")


def rows_at(data: object, source: str) -> list[object]:
    """The items at ``source``, in the order of the answer."""
    at: list[object] = [data]
    for step in source.split("."):
        name = step.removesuffix("[]")
        at = [item for holder in at if isinstance(holder, Mapping) for item in _as_list(holder.get(name))]
    return at


def value_at(row: object, field: str) -> object:
    """What stands at ``field`` in a row; the values of all items where a list is on the way."""
    if field == "@":
        return row
    if field.startswith("tag:"):
        return tag_of(row, field[4:])
    value = row
    for step in field.split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list):
            value = [
                inner
                for item in value
                if isinstance(item, Mapping) and item.get(step) is not None
                for inner in _as_list(item[step])
            ]
        else:
            return None
    return value


def tag_of(row: object, name: str) -> object:
    """The value of a row's tag, however its service spells tags."""
    if not isinstance(row, Mapping):
        return None
    tags = next((row[key] for key in _TAG_LISTS if key in row), None)
    return tags_of(tags).get(name)


def is_nested(value: object) -> bool:
    """Whether there is something in ``value`` to open."""
    return isinstance(value, Mapping | list) and bool(value)


def _as_list(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
