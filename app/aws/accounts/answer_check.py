"""Whether what came is an answer of AWS at all. Refuses the page of a proxy or a hotel's network where JSON belongs.

botocore takes a JSON body that it cannot read for an empty answer, and XML's parser takes most pages for XML: a read
would have found nothing, and a change would count as made.
"""

from __future__ import annotations

import json
from typing import Any

from app.domain.errors import MalformedReplyError
from app.domain.language import tr

_JSON = frozenset({"json", "rest-json"})
_PAGE = (b"<!doctype html", b"<html")


def register(client: Any) -> None:
    """Check whatever ``client`` gets that says it went well."""
    client.meta.events.register("after-call", _check)


def _check(http_response: Any, parsed: dict[str, Any], model: Any, **_: object) -> None:
    if http_response.status_code >= 300 or model.has_streaming_output or model.has_event_stream_output:
        return
    if _payload(model) in {"blob", "string"}:
        return  # whatever it holds is what was asked for
    body: bytes = http_response.content.strip()
    if body and not _is_sense(body, parsed, model):
        raise MalformedReplyError(
            tr("What answered does not speak AWS's protocol."),
            remedy=tr(
                "Check the network, the proxy and any endpoint set in the AWS configuration; after a change, look "
                "before repeating it."
            ),
            detail=f"{len(body)} bytes of {http_response.headers.get('Content-Type', 'no type')}",
        )


def _is_sense(body: bytes, parsed: dict[str, Any], model: Any) -> bool:
    if body[:32].lower().startswith(_PAGE):
        return False
    if model.service_model.resolved_protocol not in _JSON or parsed.keys() - {"ResponseMetadata"}:
        return True
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True


def _payload(model: Any) -> str:
    """The kind of the one member that is the whole body; "" where the body holds all members."""
    shape = model.output_shape
    name = shape.serialization.get("payload") if shape is not None else None
    return str(shape.members[name].type_name) if name else ""
