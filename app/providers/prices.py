"""Prices from the data file; a model that it does not name has no price.

Refuses to guess: a wrong price is worse than none.
"""

from __future__ import annotations

from pathlib import Path

from app.domain.models import Price
from app.providers.model_facts import FactsFile, facts_of


class PriceList:
    """US dollars per million tokens, by vendor and model. Without a file it is empty."""

    def __init__(self, facts: FactsFile | None = None) -> None:
        self._facts = facts

    @classmethod
    def load(cls, path: Path) -> PriceList:
        """The prices in the file at ``path``, which is read when the first of them is asked for."""
        return cls(facts_of(path))

    def price(self, provider: str, model: str) -> Price | None:
        """The price of ``model``, or ``None`` where nobody wrote it down."""
        return None if self._facts is None else self._facts.price(provider, model)
