"""What a provider's own limits still allow, as it said with its last answers. Owns the reckoning; waits for nothing."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.stream import RateLimits

_LONGEST_S = 3600.0
"""A reset further away (a day's quota) is no reason to stand still: the vendor says with its refusal what it wants."""


@dataclass(slots=True)
class _Count:
    """How much is left of one thing until ``reset_at`` of the monotonic clock; ``None``: nobody said."""

    left: float | None = None
    reset_at: float = 0.0

    def learn(self, left: int | None, reset_s: float | None, now: float) -> None:
        if left is None or reset_s is None or not 0 <= reset_s <= _LONGEST_S:
            return
        self.left = float(left)
        self.reset_at = now + reset_s

    def take(self, amount: float) -> None:
        if self.left is not None:
            self.left -= amount

    def wait_s(self, now: float) -> float:
        if self.left is not None and now >= self.reset_at:
            self.left = None  # until the next answer says how much there is again
        return 0.0 if self.left is None or self.left >= 1 else self.reset_at - now


class Allowance:
    """Requests and tokens of one provider. Times are of the monotonic clock, in seconds."""

    def __init__(self) -> None:
        self._requests = _Count()
        self._tokens = _Count()
        self._held_until = 0.0

    def learn(self, limits: RateLimits, now: float) -> None:
        """Take in what an answer said; nonsense in it changes nothing."""
        self._requests.learn(limits.requests_left, limits.requests_reset_s, now)
        self._tokens.learn(limits.tokens_left, limits.tokens_reset_s, now)

    def hold(self, seconds: float, now: float) -> None:
        """The vendor refused, and wants nothing for so long."""
        self._held_until = max(self._held_until, now + seconds)

    def take(self, tokens: int) -> None:
        """A request of about ``tokens`` tokens is sent: until its answer says more, that much less is left."""
        self._requests.take(1)
        self._tokens.take(tokens)

    def wait_s(self, now: float) -> float:
        """Seconds until something may be sent again; 0 for now."""
        return max(self._requests.wait_s(now), self._tokens.wait_s(now), self._held_until - now, 0.0)
