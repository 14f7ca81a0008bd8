"""Following an operation's pages by botocore's own description of them, up to a limit that the result states.

Owns the walk and the merging. Refuses to go round in circles, and to hide that something was left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.aws.execution.size import ANSWER_BYTES, weight
from app.aws.expressions.bounds import evaluated

# Whoever answers writes it, and it is kept in the audit log. AWS's have 16 to 52 of these characters.
_REQUEST_ID = re.compile(r"[A-Za-z0-9+/=_.:-]{1,128}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Paging:
    """How an operation is paged: the parameters that carry the token, where the next one stands, what grows."""

    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    more: str | None
    results: tuple[str, ...]
    limit: str | None

    @classmethod
    def of(cls, client: Any, method: str) -> Paging | None:
        """Botocore's paginator of the operation, or ``None`` where it has none."""
        if not client.can_paginate(method):
            return None
        # botocore's own walk can neither stop between pages nor say that more follow, so only its data is used.
        config: Mapping[str, Any] = client.get_paginator(method)._pagination_cfg  # noqa: SLF001 - exposed nowhere else
        return cls(
            inputs=_texts(config.get("input_token")),
            outputs=_texts(config.get("output_token")),
            more=config.get("more_results"),
            results=_texts(config.get("result_key")),
            limit=config.get("limit_key"),
        )

    def next_tokens(self, page: Mapping[str, Any]) -> dict[str, object]:
        """The parameters that fetch the page after ``page``; empty where it is the last."""
        if self.more is not None and not evaluated(self.more, page):
            return {}
        found = {name: evaluated(expression, page) for name, expression in zip(self.inputs, self.outputs, strict=False)}
        return {name: value for name, value in found.items() if value not in (None, "", [])}


@dataclass(slots=True)
class Pages:
    """What the walk fetched."""

    data: dict[str, Any]
    count: int
    truncated: bool
    stopped: bool = False
    request_id: str = ""
    full: bool = False
    """It was left off because more could not be kept."""
    more: dict[str, object] = field(default_factory=dict)
    """The parameters that fetch what was left; empty where nothing was."""


def follow(
    send: Callable[[Mapping[str, object]], dict[str, Any]],
    parameters: Mapping[str, object],
    paging: Paging | None,
    *,
    page_limit: int,
    cancelled: Callable[[], bool],
) -> Pages:
    """Send the call, and again for each further page: from the one that ``parameters`` name, or from the first.

    Where the caller asked for a number of results, that page is all that is fetched.
    """
    first = send(parameters)
    pages = Pages(data=first, count=1, truncated=False, request_id=request_id(first))
    if paging is None:
        return pages
    chosen = (paging.limit or "") in parameters
    page, seen, held = first, [], weight(first)
    while tokens := paging.next_tokens(page):
        if tokens in seen:
            break  # a service that hands out the same token for ever
        seen.append(tokens)
        pages.stopped = cancelled()
        pages.full = held >= ANSWER_BYTES
        if chosen or pages.stopped or pages.full or pages.count >= page_limit:
            pages.truncated = True
            pages.more = tokens
            break
        page = send({**parameters, **tokens})
        pages.count += 1
        held += weight(page)
        for path in paging.results:
            _extend(pages.data, page, path)
    if not pages.truncated:
        for expression in (*paging.outputs, paging.more or ""):
            if expression.isidentifier():
                pages.data.pop(expression, None)
    elif pages.count > 1:
        for name in _plain(paging.outputs):
            if name in page:
                pages.data[name] = page[name]  # the token that goes on from here
    return pages


def request_id(answer: Mapping[str, Any]) -> str:
    """AWS's number of the request, for its support and for CloudTrail; "" where what came has not the form of one."""
    found = answer.get("ResponseMetadata", {}).get("RequestId")
    return found if isinstance(found, str) and _REQUEST_ID.fullmatch(found) else ""


def joined(
    earlier: Mapping[str, object], later: Mapping[str, object], paging: Paging | None, *, more: bool
) -> dict[str, object]:
    """The pages ``earlier`` and those ``later`` that followed them, as one answer; ``more``: others follow still."""
    data = copied(earlier)
    assert isinstance(data, dict)
    if paging is None:
        return data
    for path in paging.results:
        _extend(data, later, path)
    for expression in (*paging.outputs, paging.more or ""):
        if expression.isidentifier():
            data.pop(expression, None)
            if more and expression in later:
                data[expression] = later[expression]
    return data


def copied(value: object) -> object:
    """``value`` with dictionaries and lists of its own, down to where pages are joined; what is in them is shared."""
    match value:
        case Mapping():
            return {name: copied(item) for name, item in value.items()}
        case list():
            return list(value)
    return value


def _plain(expressions: tuple[str, ...]) -> Iterator[str]:
    return (expression for expression in expressions if expression.isidentifier())


def _texts(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value)  # type: ignore[attr-defined]  # a list, by botocore's schema


def _extend(data: dict[str, Any], page: Mapping[str, Any], path: str) -> None:
    """Add what ``page`` has at ``path`` (names joined by dots) to what ``data`` has there."""
    *above, name = path.split(".")
    source: Any = page
    target: Any = data
    for step in above:
        source = source.get(step) if isinstance(source, Mapping) else None
        target = target.setdefault(step, {}) if isinstance(target, dict) else None
    if not isinstance(source, Mapping) or not isinstance(target, dict) or name not in source:
        return
    more = source[name]
    match target.get(name):
        case list() as kept if isinstance(more, list):
            kept.extend(more)
        case dict() as kept if isinstance(more, dict):
            kept.update(more)
        case bool():
            pass
        case int() | float() as kept if isinstance(more, int | float):
            target[name] = kept + more
        case None:
            target[name] = more
