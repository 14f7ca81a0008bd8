"""Which accounts a person means by words and patterns. Refuses to guess: a word fits a whole part of a name or nothing.

``dev`` fits ``acme-dev`` and ``AcmeDev`` but neither ``devices`` nor ``nondev``, so that production is never met by
accident.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Sequence

from app.domain.aws import Account, AccountKind
from app.domain.errors import NotFoundError
from app.domain.language import tr

_BREAK = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NAMES_TOLD = 12


def parts_of(name: str) -> frozenset[str]:
    """The parts of a name, split at every sign that is no letter or digit, and where its case says so."""
    return frozenset(part.casefold() for part in _BREAK.split(name) if part)


def matching_accounts(
    words: Sequence[str], accounts: Sequence[Account], alias: Callable[[str], str | None], *, named: bool = False
) -> tuple[Account, ...]:
    """The accounts that any of ``words`` fits, in the order of ``accounts``: a whole name, a pattern with ``*`` or
    ``?``, or a part of a name. Names are the account's key, its title and its alias. ``named``: a word that is a whole
    name means that account alone; else "dev" means ``dev`` and ``acme-dev`` too.

    Raises :class:`NotFoundError` for a word that fits no account, with the names there are.
    """
    chosen: set[str] = set()
    for word in words:
        fitting = _fitting(word.strip(), accounts, alias, named=named)
        if not fitting:
            names = ", ".join(account.key for account in accounts[:_NAMES_TOLD])
            raise NotFoundError(
                tr("No account fits {word}.", word=repr(word)),
                remedy=tr("Name one, or a pattern such as *-dev. There are: {names}.", names=names),
            )
        chosen.update(account.key for account in fitting)
    return tuple(account for account in accounts if account.key in chosen)


def every_account(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """All accounts of the person's own; the demo account only where there is no other."""
    own = tuple(account for account in accounts if account.kind is not AccountKind.DEMO)
    return own or tuple(accounts)


def _fitting(
    word: str, accounts: Sequence[Account], alias: Callable[[str], str | None], *, named: bool
) -> list[Account]:
    names = {account.key: _names(account, alias) for account in accounts}
    if named and (exact := [account for account in accounts if word in names[account.key]]):
        return exact
    folded = word.casefold()
    if any(sign in word for sign in "*?["):
        return [
            account
            for account in accounts
            if any(fnmatch.fnmatchcase(name.casefold(), folded) for name in names[account.key])
        ]
    wanted = parts_of(word)
    if not wanted:
        return []
    return [account for account in accounts if any(wanted <= parts_of(name) for name in names[account.key])]


def _names(account: Account, alias: Callable[[str], str | None]) -> tuple[str, ...]:
    known = alias(account.key)
    return (account.key, account.title, *((known,) if known else ()))
