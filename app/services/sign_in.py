"""Signing in to AWS accounts from a front end: how each stands, the wait for the browser, and when to ask again.

Owns the waiting and the rule for when a sign-in is soon over. Holds no credentials and no code.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from app.domain.aws import EXPIRED_CODES, Action, ActionState, SignInKind, SignInPrompt, SignInState
from app.domain.errors import BatonError
from app.domain.ports import CodeAsker, SignIn

RENEW_BEFORE = timedelta(minutes=10)
"""How long before a sign-in is over its person is told."""


class SignInService:
    """The way into accounts. ``pause`` waits for so many seconds; ``now`` gives the time in UTC."""

    def __init__(
        self,
        sign_in: SignIn,
        *,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._sign_in = sign_in
        self._pause = pause
        self._now = now

    def attend(self, asker: CodeAsker | None) -> None:
        """Have ``asker`` asked for MFA codes from now on; called on the loop that its questions are to run on."""
        self._sign_in.attend(asker, asyncio.get_running_loop())

    async def state(self, key: str) -> SignInState:
        """How one account stands. Raises ``NotFoundError`` and ``AwsCredentialsError``."""
        return await asyncio.to_thread(self._sign_in.state, key)

    async def states(self, keys: Sequence[str]) -> Mapping[str, SignInState]:
        """How each account stands; one that cannot be told is left out."""

        def told() -> dict[str, SignInState]:
            states = {}
            for key in keys:
                try:
                    states[key] = self._sign_in.state(key)
                except BatonError:
                    continue  # what is wrong with it is said where it is used
            return states

        return await asyncio.to_thread(told)

    async def sign_in(self, key: str, *, on_prompt: Callable[[SignInPrompt], None]) -> SignInState:
        """Take a person into an account, and return how it stands then.

        ``on_prompt`` is told what to confirm in the browser; for a role that wants a code, whoever attends is asked.
        Cancelling gives up. Raises ``AwsCredentialsError`` (``code`` ``SignInExpired``: begin again; ``SignInDenied``)
        and other kin of ``BatonError``.
        """
        state = await self.state(key)
        if state.kind is SignInKind.MFA:
            await asyncio.to_thread(self._sign_in.refresh, key)
            return await self.state(key)
        prompt = await asyncio.to_thread(self._sign_in.begin, key)
        try:
            on_prompt(prompt)
            while (wait_s := await asyncio.to_thread(self._sign_in.poll, prompt)) is not None:
                await self._pause(wait_s)
        finally:
            self._sign_in.drop(prompt)
        return await self.state(key)

    def is_soon_over(self, state: SignInState) -> bool:
        """Whether the person should sign in again now, before calls begin to fail."""
        if state.kind is not SignInKind.SSO or state.renews or state.expires_at is None:
            return False
        return self._now() < state.expires_at <= self._now() + RENEW_BEFORE

    async def would_mend(self, action: Action) -> bool:
        """Whether signing in again is what a failed call needs."""
        if action.state is not ActionState.FAILED:
            return False
        try:
            state = await self.state(action.call.account)
        except BatonError:
            return False
        has_run_out = action.error_code in EXPIRED_CODES or not state.signed_in
        return state.kind is not SignInKind.NONE and has_run_out
