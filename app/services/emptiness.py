"""What is said of an answer in which there is nothing: what was asked, and what to try next. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.aws import DEMO_ACCOUNT, Call
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
    given = f", with {_given(call.parameters, narrowing)}" if narrowing else ""
    if places > 1:
        where, elsewhere = f"in any of {places} places", ""
    else:
        account = "the demo account" if call.account == DEMO_ACCOUNT else visible(call.account)
        region = "" if call.region in _PLACED_NOWHERE else f"{visible(call.region)} of "
        where = f"in {region}{account}"
        elsewhere = "look in another account or region (Ctrl+Shift+A), or ask for the same “in all regions”"
    tries = []
    if narrowing:
        tries.append(f"leave out what narrows it ({', '.join(map(visible, narrowing[:_NAMED]))})")
    if elsewhere:
        tries.append(elsewhere)
    remedy = "; ".join(tries) or "create one first, or ask in other accounts"
    return f"Nothing is there {where}. Asked was {asked}{given}.", f"{remedy[0].upper()}{remedy[1:]}."


def _given(parameters: Mapping[str, object], names: list[str]) -> str:
    shown = [f"{visible(name)} {_short(parameters[name])}" for name in names[:_NAMED]]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(shown) + more


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
