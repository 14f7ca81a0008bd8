"""Accounts and regions in words. Asks nobody."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.aws import Place
from app.domain.wording import counted


def place_words(places: Sequence[Place]) -> str:
    """How many regions of how many accounts: ``20 regions of 5 accounts``."""
    accounts = counted(len({place.account for place in places}), "account")
    regions = len({place.region for place in places if place.region})
    return f"{counted(regions, 'region')} of {accounts}" if regions else accounts
