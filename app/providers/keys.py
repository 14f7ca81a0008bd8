"""What a key must look like before it is put into a header. Never shows one."""

from __future__ import annotations

from app.domain.errors import KeyProblemError
from app.domain.keys import is_key
from app.domain.language import tr


def usable_key(key: str | None, *, provider: str, title: str) -> str:
    """``key`` without blanks around it. Raises ``KeyProblemError`` where there is none or it cannot be a key."""
    trimmed = (key or "").strip()
    if not trimmed:
        raise KeyProblemError(
            tr("There is no key for {title}.", title=title),
            provider=provider,
            remedy=tr("Set one: baton keys set {provider}, or Settings > Keys.", provider=provider),
        )
    if not is_key(trimmed):
        raise KeyProblemError(
            tr("The key for {title} holds characters that no key has.", title=title), provider=provider
        )
    return trimmed
