"""What a vendor said, made fit to be shown: keys taken out, shortened to a sentence. Refuses to pass anything raw."""

from __future__ import annotations

import re

_LONGEST = 300
_READ_CHARS = 20_000  # a vendor's page may be of any length, and would hold the window up
_HIDDEN = "[hidden]"
_KEY_SHAPES = re.compile(
    r"""
    \b(?:sk|pk|rk|gsk|xai|csk|nvapi|hf|AIza|key|token)[-_][\w*.\-]{6,}   # vendors' prefixes, masked or not
    | \bBearer\s+[\w.~+/=*\-]{6,}
    | \beyJ[\w\-]{8,}\.[\w\-]+\.[\w\-]*                                    # a JSON web token
    | (?<=provided:\ )\S+                                                   # "Incorrect API key provided: …"
    """,
    re.VERBOSE | re.IGNORECASE,
)


def fit_to_show(text: object, *secrets: str | None) -> str:
    """``text`` on one line, with every secret and everything shaped like a key hidden, at most 300 characters."""
    whole = str(text)
    words = whole[:_READ_CHARS].split()
    if len(whole) > _READ_CHARS and len(words) > 1:
        words.pop()  # perhaps the half of a key
    shown = " ".join(words)
    for secret in secrets:
        if secret and len(secret) >= 4:
            shown = shown.replace(secret, _HIDDEN)
    shown = _KEY_SHAPES.sub(_HIDDEN, shown)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1].rstrip() + "…"
