"""What is said of an answer in which there is nothing: what was asked, and what to try next. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.aws import DEMO_ACCOUNT, Call
from app.domain.language import tr
from app.domain.text import visible

_PLACED_NOWHERE = ("", "aws-global")
_NAMED = 3
_SHOWN_CHARS = 60
# Parameters that say how much is answered at once, and nothing about what.
_PAGING = frozenset({"maxresults", "maxitems", "limit", "maxrecords", "pagesize", "maxkeys", "nexttoken", "marker"})


def empty_words(call: Call, *, places: int = 1) -> tuple[str, str]:
    """What was asked, with the fact that nothing is there; and what to do next.

    ``places``: in how many it was asked.
    """
    narrowing = [name for name in call.parameters if name.casefold() not in _PAGING]
    asked = f"{call.id.service} {call.id.operation}"
    if narrowing:
        asked = tr("{call}, with {parameters}", call=asked, parameters=_given(call.parameters, narrowing))
    names = ", ".join(map(visible, narrowing[:_NAMED]))
    if places > 1:
        fact = tr("Nothing is there in any of {count} places. Asked was {call}.", count=places, call=asked)
        if narrowing:
            return fact, tr("Leave out what narrows it ({names}).", names=names)
        return fact, tr("Create one first, or ask in other accounts.")
    account = tr("the demo account") if call.account == DEMO_ACCOUNT else visible(call.account)
    fact = (
        tr("Nothing is there in {account}. Asked was {call}.", account=account, call=asked)
        if call.region in _PLACED_NOWHERE
        else tr(
            "Nothing is there in {region} of {account}. Asked was {call}.",
            region=visible(call.region),
            account=account,
            call=asked,
        )
    )
    if narrowing:
        return fact, tr(
            "Leave out what narrows it ({names}); look in another account or region (Ctrl+Shift+A), or ask for the "
            "same “in all regions”.",
            names=names,
        )
    return fact, tr("Look in another account or region (Ctrl+Shift+A), or ask for the same “in all regions”.")


def _given(parameters: Mapping[str, object], names: list[str]) -> str:
    shown = ", ".join(f"{visible(name)} {_short(parameters[name])}" for name in names[:_NAMED])
    more = len(names) - _NAMED
    return tr("{names} and {count} more", names=shown, count=more) if more > 0 else shown


def _short(value: object) -> str:
    match value:
        case str():
            text = value
        case list() if value and all(isinstance(item, Mapping) and "Values" in item for item in value):
            # Filters, as EC2 and its kin write them.
            text = ", ".join(f"{item.get('Name', '')} {_short(item['Values'])}" for item in value)
        case list() if all(isinstance(item, str | int | float) for item in value):
            text = ", ".join(map(str, value))
        case Mapping() | list():
            text = "…"
        case _:
            text = str(value)
    text = visible(text).replace("\n", " ")
    return text if len(text) <= _SHOWN_CHARS else f"{text[: _SHOWN_CHARS - 1]}…"
