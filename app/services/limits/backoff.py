"""How long to wait before the same request is sent once more, and when it is not."""

from __future__ import annotations

import random
from collections.abc import Callable

from app.domain.errors import BatonError, CertificateError, RateLimitedError, TimedOutError

MOST_RETRIES = 2
FIRST_BACKOFF_S = 0.5
LONGEST_BACKOFF_S = 20.0


def retry_in_s(
    fault: BatonError, attempt: int, *, patience_s: float | None, jitter: Callable[[], float] = random.random
) -> float | None:
    """Seconds until the next attempt after the ``attempt``-th (from 0) failed, or ``None`` where there is to be none.

    The wait a vendor asks for is kept to the second, if it is no longer than ``patience_s`` (``None``: as long as it
    takes). Else it is drawn between nothing and a limit that doubles each time ("full jitter": Brooker, "Exponential
    Backoff And Jitter", AWS Architecture Blog, 2015), so that many clients do not come back at once. Somebody who
    waited for a time-out is not made to wait for two more.
    """
    if attempt >= MOST_RETRIES or not fault.retryable or isinstance(fault, (TimedOutError, CertificateError)):
        return None
    if isinstance(fault, RateLimitedError) and fault.retry_after_s is not None:
        return fault.retry_after_s if patience_s is None or fault.retry_after_s <= patience_s else None
    wait_s = float(jitter() * min(LONGEST_BACKOFF_S, FIRST_BACKOFF_S * 2.0**attempt))
    return wait_s if patience_s is None else min(wait_s, patience_s)
