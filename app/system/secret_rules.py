"""What hundreds of vendors' keys look like: the catalogue of rules that Kingfisher ships, run in its native scanner.

Owns the scanner and the cache of its compiled rules. Never lets it ask a vendor whether a key is real, and knows
nothing of AWS's keys beyond what it finds: Baton's own patterns (:mod:`app.services.redaction`) stand beside it.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import UnsupportedError
from app.domain.language import tr
from app.domain.ports import FoundSecret

if TYPE_CHECKING:
    import kingfisher_sdk


class KingfisherRules:
    """Implements :class:`app.domain.ports.SecretRules`. ``cache``: where compiled rules are kept; they take seconds to
    make and a moment to load. The scanner takes linear time and releases the interpreter while it reads.
    """

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._lock = threading.Lock()
        self._scanner: kingfisher_sdk.Scanner | None = None

    @property
    def is_ready(self) -> bool:
        """Whether the rules are in memory."""
        return self._scanner is not None

    def find(self, text: str) -> Sequence[FoundSecret]:
        """The keys and tokens in ``text``. Raises :class:`UnsupportedError`."""
        # One byte for each character that has no UTF-8 form or that would make the scanner take the text for UTF-16.
        data = text.encode("utf-8", "replace").replace(b"\0", b" ")
        found = []
        for finding in self._ready().scan(data):
            if finding.visible:
                place = finding.location
                kind = _kind(finding.rule_id)
                found.append(FoundSecret(start=place["start_offset"], end=place["end_offset"], kind=kind))
        found.sort(key=lambda item: (item.start, item.end))
        return found if len(data) == len(text) else _in_characters(found, data)

    def _ready(self) -> kingfisher_sdk.Scanner:
        with self._lock:
            if self._scanner is None:
                try:
                    from kingfisher_sdk import Rules, Scanner

                    rules = Rules(confidence="low", cache_dir=str(self._cache))
                    # What is found is masked as it stands; a decoded text has no place in what is sent.
                    self._scanner = Scanner(rules, base64=False, dedup=False, redact=False)
                except (ImportError, OSError, RuntimeError, ValueError) as fault:
                    raise UnsupportedError(
                        tr("The rules that find secrets cannot be loaded on this machine."),
                        remedy=tr("Install Baton again; until then, only models on this machine answer."),
                        detail=str(fault),
                    ) from fault
            return self._scanner


def _kind(rule_id: str) -> str:
    return rule_id.rpartition(".")[2].replace("-", " ")


def _in_characters(found: Sequence[FoundSecret], data: bytes) -> list[FoundSecret]:
    """The same places counted in characters, in one walk over the text."""
    ends = sorted({place for item in found for place in (item.start, item.end)})
    characters, at, count = {}, 0, 0
    for end in ends:
        count += len(data[at:end].decode("utf-8", "replace"))
        characters[end], at = count, end
    return [FoundSecret(start=characters[item.start], end=characters[item.end], kind=item.kind) for item in found]
