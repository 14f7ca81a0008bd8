"""What a request to the demo account carries, for those who answer it before moto does. Leaves it readable for moto."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

Answer = tuple[str, str, bytes]
"""Status, content type and body."""


def header(environ: WSGIEnvironment, name: str) -> str:
    """A header, or an empty text."""
    return str(environ.get("HTTP_" + name.upper().replace("-", "_"), ""))


def body(environ: WSGIEnvironment) -> bytes:
    """The request's body, which can be read again afterwards."""
    try:
        length = max(0, int(environ.get("CONTENT_LENGTH") or 0))
    except ValueError:
        length = 0
    read: bytes = environ["wsgi.input"].read(length)
    environ["wsgi.input"] = io.BytesIO(read)
    return read
