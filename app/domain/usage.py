"""What a request cost: arithmetic on tokens and prices. Owns no log of it."""

from __future__ import annotations

from app.domain.models import Price
from app.domain.stream import Usage

CHARS_A_TOKEN = 4
"""A rough mean of today's tokenisers over English and code, used until the model's own count is there."""


TOKENS_A_FOREIGN_CHAR = 0.75
"""Other scripts than Latin take several times as many."""


def cost_usd(usage: Usage, price: Price | None) -> float | None:
    """The request's price in US dollars, or ``None`` where the model's price is unknown.

    ``usage.input_tokens`` counts cached and cache-writing tokens too, so they are taken out before the full price. Its
    sum decides the band: a vendor that charges long prompts more does so for the whole request.
    """
    if price is None:
        return None
    rates = price.rates(usage.input_tokens)
    cached_rate = rates.input if rates.cached_input is None else rates.cached_input
    write_rate = rates.input if rates.cache_write is None else rates.cache_write
    plain = usage.input_tokens - usage.cached_input_tokens - usage.cache_write_tokens
    total = (
        max(plain, 0) * rates.input
        + usage.cached_input_tokens * cached_rate
        + usage.cache_write_tokens * write_rate
        + usage.output_tokens * rates.output
    )
    return total / 1_000_000
