"""What a program may ask of the HTTP server, in bytes and seconds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class HttpLimits:
    """What a program may ask of the server. Times are seconds."""

    connections: int = 128
    head_bytes: int = 32_768
    body_bytes: int = 8 << 20
    head_s: float = 15.0  # for a whole head, from its first byte (a new connection: from its opening)
    idle_s: float = 75.0  # between two requests
    body_s: float = 60.0  # for a whole body
    write_s: float = 60.0  # without one byte of the answer being taken
    linger_s: float = 3.0  # for the rest of a refused request
