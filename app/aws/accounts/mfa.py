"""Codes of MFA devices: asked of the person from whatever thread needs one, used at once, and kept nowhere.

Owns the way from botocore's thread to the front end and back. Refuses to ask where nobody listens, or for ever.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import re
import threading
from collections.abc import Callable
from typing import Any

from app.domain.aws import Account
from app.domain.errors import AwsCredentialsError
from app.domain.language import tr
from app.domain.ports import CodeAsker

PATIENCE_S = 300.0
_ASK_AGAIN_S = 60
"""Seconds before its end that a role's session counts as over: botocore's own 10 minutes would ask that early."""
_CODE = re.compile(r"\d{6}")
_PROMPT = re.compile(r"MFA code for (?P<device>.+?):?\s*$")


class MfaCodes:
    """Asks whoever attends. Thread-safe; :meth:`code` blocks until the person has answered."""

    def __init__(self, *, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._lock = threading.Lock()
        self._asker: tuple[CodeAsker, asyncio.AbstractEventLoop, int] | None = None
        self._asked: set[concurrent.futures.Future[str | None]] = set()

    def attend(self, asker: CodeAsker | None, loop: asyncio.AbstractEventLoop) -> None:
        """Ask ``asker`` from now on, on ``loop``, whose thread calls this; ``None``: nobody is there any more."""
        with self._lock:
            self._asker = (asker, loop, threading.get_ident()) if asker is not None else None

    def code(self, account: Account, device: str) -> str:
        """Six digits. Raises :class:`AwsCredentialsError` where nobody is there, or the person will not."""
        with self._lock:
            attended = self._asker
        if attended is None or attended[2] == threading.get_ident():
            raise AwsCredentialsError(
                tr("{title!r} needs an MFA code.", title=account.title),
                remedy=tr("Sign in to it in Baton, where you can be asked for it."),
            )
        asker, loop, _ = attended
        asked = asyncio.run_coroutine_threadsafe(asker.ask_code(account, device), loop)
        with self._lock:
            self._asked.add(asked)
        try:
            answer = asked.result(self._patience_s)
        except (TimeoutError, concurrent.futures.CancelledError):
            asked.cancel()
            answer = None
        finally:
            with self._lock:
                self._asked.discard(asked)
        if answer is None:
            raise AwsCredentialsError(
                tr("{title!r} needs an MFA code, and none was given.", title=account.title),
                remedy=tr("Try again to be asked once more."),
            )
        answer = answer.replace(" ", "")
        if not _CODE.fullmatch(answer):
            raise AwsCredentialsError(
                tr("That is no MFA code: it has six digits."),
                remedy=tr("Try again with the code that the device shows."),
            )
        return answer

    def close(self) -> None:
        """Nobody is there any more; whoever waits for an answer gets none."""
        with self._lock:
            self._asker = None
            asked = tuple(self._asked)
        for waiting in asked:
            waiting.cancel()


def ask_for_codes(provider: Any, account: Account, codes: MfaCodes) -> None:
    """Let botocore's assume-role ``provider`` ask through ``codes``, and again when the role's session is over.

    botocore offers no public way to replace its prompt, which on a window's stdin would wait for ever; and it refuses
    to ask a second time, also after a mistyped code.
    """

    def prompt(words: str) -> str:
        found = _PROMPT.search(words)
        return codes.code(account, found["device"] if found else "")

    provider._prompter = prompt  # noqa: SLF001
    provider._load_creds_via_assume_role = _asking_again(provider._load_creds_via_assume_role)  # noqa: SLF001


def _asking_again(load: Callable[[str], Any]) -> Callable[[str], Any]:
    def loaded(profile: str) -> Any:
        credentials = load(profile)
        once: Any = getattr(credentials, "_refresh_using", None)
        if hasattr(once, "_has_been_called"):  # botocore's guard around a refresher that wants a code
            credentials._refresh_using = once._refresh  # noqa: SLF001
            credentials._advisory_refresh_timeout = _ASK_AGAIN_S  # noqa: SLF001
            credentials._mandatory_refresh_timeout = _ASK_AGAIN_S  # noqa: SLF001
        return credentials

    return loaded
