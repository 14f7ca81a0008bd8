"""Accounts and regions in words. Asks nobody."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.aws import Place
from app.domain.language import plural


def place_words(places: Sequence[Place]) -> str:
    """How many regions of how many accounts: ``20 regions of 5 accounts``."""
    in_accounts = len({place.account for place in places})
    accounts = plural("{count} account", "{count} accounts", in_accounts)
    regions = len({place.region for place in places if place.region})
    return (
        plural("{count} region of {accounts}", "{count} regions of {accounts}", regions, accounts=accounts)
        if regions
        else accounts
    )
