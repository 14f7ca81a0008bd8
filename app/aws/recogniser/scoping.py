"""Several places in one sentence: regions and accounts. Refuses to know which accounts there are."""

from __future__ import annotations

import re

from app.aws.recogniser.text import Kind, Token
from app.domain.aws import SpokenScope

_ALL_REGIONS = re.compile(
    r",?\s*\b(?:(?:in|across|over|from|for|throughout) )?(?:all|every|each|any)(?: of)?(?: the| our| my)?"
    r"(?: aws)? regions?\b"
    r"|,?\s*\b(?:in all|across all|everywhere|worldwide|globally|region[- ]wide|all over the world)\s*(?=$|[.?!,])",
    re.IGNORECASE,
)  # fmt: skip
_ALL_ACCOUNTS = re.compile(
    r",?\s*\b(?:in|across|over|from|for)\s+(?:all|every|each)(?: of)?(?: the| our| my)?(?: aws)? accounts?\b"
    r"|,?\s*\borg(?:anization)?[- ]wide\b",
    re.IGNORECASE,
)
_SOME_ACCOUNTS = re.compile(
    r",?\s*\b(?:in|across|over|from|for)\s+(?:all |every |each |both )?(?:the |our |my )?"
    r"([a-z][\w-]{1,30}(?:(?:,| and|, and) [a-z][\w-]{1,30}){0,4}) accounts?\b(?! \d)",
    re.IGNORECASE,
)
_NOT_ACCOUNTS = frozenset({"this", "that", "the", "my", "our", "an", "a", "another", "aws", "other", "same", "member",
                           "root", "which", "what", "user", "service", "management", "current", "new"})  # fmt: skip


def spoken_scope(text: str) -> tuple[str, SpokenScope | None]:
    """The text without the words for several places, and what they say; regions by name are found later."""
    text, regions = _ALL_REGIONS.subn(" ", text)
    text, everywhere = _ALL_ACCOUNTS.subn(" ", text)
    accounts: tuple[str, ...] = ()
    if not everywhere and (some := _SOME_ACCOUNTS.search(text)):
        words = [word for word in re.split(r",? and |, ?", some[1]) if word]
        if not any(word.casefold() in _NOT_ACCOUNTS for word in words):
            accounts = tuple(words)
            text = text[: some.start()] + " " + text[some.end() :]
    if not (regions or everywhere or accounts):
        return text, None
    return text, SpokenScope(all_regions=bool(regions), all_accounts=bool(everywhere), accounts=accounts)


def several_regions(tokens: list[Token]) -> tuple[str, ...]:
    """``in us-east-1 and eu-west-1``: regions that stand in one row, where there are two or more."""
    row: list[str] = []
    for token in tokens:
        if token.kind is Kind.REGION:
            row.append(token.raw)
        elif row and (token.kind is Kind.COMMA or token.word in {"and", "in", "plus", "or"}):
            continue
        elif row and len(row) < 2:
            row = []
        elif row:
            break
    return tuple(dict.fromkeys(row)) if len(set(row)) > 1 else ()
