"""Prices by family of models, from ``resources/prices.json``; a model that no pattern names has no price.

Refuses to guess: a wrong price is worse than none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.models import Price


@dataclass(frozen=True, kw_only=True, slots=True)
class PriceList:
    """US dollars per million tokens: ``families`` maps a provider to (pattern, price) pairs, first match wins."""

    families: Mapping[str, Sequence[tuple[re.Pattern[str], Price]]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> PriceList:
        """Read the list; a file that is missing or damaged makes an empty one, for prices are no reason to fail."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            families = {
                provider: tuple((re.compile(entry.pop("pattern")), Price(**entry)) for entry in entries)
                for provider, entries in data["families"].items()
            }
            return cls(families=families)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, re.error):
            return cls()

    def price(self, provider: str, model: str) -> Price | None:
        """The price of ``model``, or ``None`` where nobody wrote it down."""
        name = model.removeprefix("ft:")
        if name != model:
            return None  # fine-tuned models have prices of their own, which no list names
        for pattern, price in self.families.get(provider, ()):
            if pattern.match(name):
                return price
        return None
