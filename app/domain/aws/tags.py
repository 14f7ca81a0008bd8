"""Tags as AWS's services write them, as one mapping. Refuses to guess at what is no tag."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = ("Key", "key", "TagKey", "tagKey")
_TEXTS = ("Value", "value", "TagValue", "tagValue")


def tags_of(value: object) -> dict[str, str]:
    """Tags in any of AWS's spellings: a map, or a list of ``Key`` and ``Value``, ``key`` and ``value``, ``TagKey`` …"""
    if isinstance(value, Mapping):
        return {str(name): str(held) for name, held in value.items()}
    found: dict[str, str] = {}
    for tag in value if isinstance(value, (list, tuple)) else ():
        if isinstance(tag, Mapping):
            name = next((tag[spelled] for spelled in _NAMES if spelled in tag), None)
            if name is not None:
                found[str(name)] = str(next((tag[spelled] for spelled in _TEXTS if spelled in tag), ""))
    return found
