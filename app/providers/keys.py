"""What a key must look like before it is put into a header. Never shows one."""

from __future__ import annotations

from app.domain.errors import KeyProblemError
from app.domain.keys import is_key


def usable_key(key: str | None, *, provider: str, title: str) -> str:
    """``key`` without blanks around it. Raises ``KeyProblemError`` where there is none or it cannot be a key."""
    trimmed = (key or "").strip()
    if not trimmed:
        raise KeyProblemError(
            f"There is no key for {title}.",
            provider=provider,
            remedy=f"Set one: baton keys set {provider}, or Settings > Keys.",
        )
    if not is_key(trimmed):
        raise KeyProblemError(f"The key for {title} holds characters that no key has.", provider=provider)
    return trimmed
