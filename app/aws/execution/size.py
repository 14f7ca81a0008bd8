"""How much of an answer is kept: more than a window can show, less than one that stops it.

Owns the limit and the cut, which a note states. Refuses to drop what is small: lists and texts give way, names stay.
"""

from __future__ import annotations

ANSWER_BYTES = 8 * 1024 * 1024
"""About this many characters of an answer are kept, of all its pages together."""

_SCALAR = 8  # about what a number or a bracket takes in JSON
_DEPTH = 100


def weight(value: object) -> int:
    """About how many characters ``value`` takes as JSON."""
    total, waiting = 0, [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str | bytes):
            total += len(item) + 2
        elif isinstance(item, dict):
            total += _SCALAR + sum(len(str(name)) + 4 for name in item)
            waiting.extend(item.values())
        elif isinstance(item, list):
            total += _SCALAR
            waiting.extend(item)
        else:
            total += _SCALAR
    return total


def within(value: dict[str, object], limit: int = ANSWER_BYTES) -> tuple[dict[str, object], bool]:
    """``value`` with its lists and texts cut so that it weighs about ``limit``, and whether anything was cut."""
    if weight(value) <= limit:
        return value, False
    cut, _ = _cut(value, limit, 0)
    assert isinstance(cut, dict)
    return cut, True


def _cut(value: object, room: int, depth: int) -> tuple[object, int]:
    """What of ``value`` fits in ``room``, and the room left."""
    if isinstance(value, str):
        kept = value if len(value) <= room else value[: max(room - 1, 0)] + "…"
        return kept, room - len(kept) - 2
    if depth > _DEPTH or not isinstance(value, dict | list):
        return value, room - _SCALAR
    room -= _SCALAR
    if isinstance(value, list):
        items: list[object] = []
        for item in value:
            if room <= 0:
                break
            kept_item, room = _cut(item, room, depth + 1)
            items.append(kept_item)
        return items, room
    # The light members first, so that a name behind a giant list is kept; then in their own order again.
    kept_members: dict[str, object] = {}
    for name in sorted(value, key=lambda name: weight(value[name])):
        if room <= 0:
            break
        kept_members[name], room = _cut(value[name], room - len(str(name)) - 4, depth + 1)
    return {name: kept_members[name] for name in value if name in kept_members}, room
