"""AWS's event-stream frames, written as its documentation has them: a prelude, headers, a payload, two checksums.

Baton reads them with botocore's decoder, so this encoder is nobody's but the tests'.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping

STREAM_TYPE = "application/vnd.amazon.eventstream"
KINDS = {
    400: "ValidationException",
    403: "AccessDeniedException",
    404: "ResourceNotFoundException",
    408: "ModelTimeoutException",
    424: "ModelErrorException",
    429: "ThrottlingException",
    500: "InternalServerException",
    503: "ServiceUnavailableException",
}
"""Bedrock's exceptions by their HTTP status."""

_STRING = 7


def frame(headers: Mapping[str, str], payload: bytes) -> bytes:
    """One frame. Lengths are big-endian and count everything; the checksums are CRC-32."""
    encoded = b"".join(
        struct.pack("!B", len(name)) + name.encode() + struct.pack("!BH", _STRING, len(value.encode())) + value.encode()
        for name, value in headers.items()
    )
    prelude = struct.pack("!II", 12 + len(encoded) + len(payload) + 4, len(encoded))
    begun = prelude + struct.pack("!I", zlib.crc32(prelude)) + encoded + payload
    return begun + struct.pack("!I", zlib.crc32(begun))


def event_frame(kind: str, content: Mapping[str, object] | bytes) -> bytes:
    """An event; ``content`` as bytes is sent as it is."""
    payload = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    return frame({":event-type": kind, ":content-type": "application/json", ":message-type": "event"}, payload)


def exception_frame(kind: str, message: str) -> bytes:
    """A modelled exception amid the stream."""
    headers = {":exception-type": kind, ":content-type": "application/json", ":message-type": "exception"}
    return frame(headers, json.dumps({"message": message}).encode())


def error_frame(code: str, message: str) -> bytes:
    """An error that no model describes."""
    return frame({":error-code": code, ":error-message": message, ":message-type": "error"}, b"")
