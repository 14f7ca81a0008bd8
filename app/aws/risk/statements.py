"""What statements and commands in a call would do: SQL and its kin, shell lines. Parses no more than it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.aws.risk.findings import Finding, leaves
from app.domain.aws import Risk
from app.domain.language import marked, plural, tr
from app.domain.text import visible

_SQL = re.compile(r"(?:--[^\n]*\n|/\*.*?\*/|\(|\s)*([a-z]+)", re.IGNORECASE | re.DOTALL)
_SQL_KINDS = {
    **dict.fromkeys(
        ("delete", "drop", "truncate"), (Risk.DESTRUCTIVE, marked("The statement begins with {word}: it deletes."))
    ),
    **dict.fromkeys(
        ("grant", "revoke"), (Risk.PERMISSIONS, marked("The statement begins with {word}: it changes who may do what."))
    ),
}
_SQL_PARAMETERS = frozenset(
    {"statement", "sql", "sqlstatements", "sqls", "querystring", "opencypherquery", "gremlinquery"}
)
# Command lines after which what was there is gone.
_DELETING = re.compile(
    r"\brm\s+(?:-\w+\s+)*-\w*[rf]|\bmkfs\b|\bdd\b[^\n]*\bof=/dev/|\bshred\b|\bwipefs\b|\buserdel\b|\bRemove-Item\b"
    r"|\bFormat-Volume\b|\bdrop\s+(?:database|table)\b|\baws\s+\S+\s+(?:delete|terminate)-|>\s*/dev/sd",
    re.IGNORECASE,
)
_SHOWN_CHARS = 120


def sql_findings(parameters: Mapping[str, object]) -> Iterator[Finding]:
    """What the statements in a call's parameters do."""
    for path, value in leaves(parameters):
        if isinstance(value, str) and path and path[-1].casefold() in _SQL_PARAMETERS:
            yield from _sql(value)


def _sql(text: str) -> Iterator[Finding]:
    for statement in text.split(";"):
        found = _SQL.match(statement)
        word = found[1].casefold() if found else ""
        if word in _SQL_KINDS:
            risk, sentence = _SQL_KINDS[word]
            yield Finding(risk, tr(sentence, word=word.upper()))
        if word in ("delete", "update") and not re.search(r"\bwhere\b", statement, re.IGNORECASE):
            yield Finding(None, tr("The {word} has no WHERE: it takes every row.", word=word.upper()))
        if word in ("with", "match") and re.search(r"\b(?:delete|drop|truncate)\b", statement, re.IGNORECASE):
            yield Finding(Risk.DESTRUCTIVE, tr("The statement deletes."))


def command_findings(parameters: Mapping[str, object]) -> Iterator[Finding]:
    """What a call runs on machines: its first command in full, and whether any deletes."""
    lines = [
        value.strip()
        for path, value in leaves(parameters)
        if isinstance(value, str) and path and path[-1].casefold() in ("commands", "command", "runcommand")
    ]
    lines = [line for line in lines if line]
    if lines:
        first = visible(lines[0].splitlines()[0])
        shown = first if len(first) <= _SHOWN_CHARS else f"{first[: _SHOWN_CHARS - 1]}…"
        count = sum(len(line.splitlines()) for line in lines)
        yield Finding(
            None,
            tr("It runs “{command}”.", command=shown)
            if count == 1
            else plural(
                "It runs “{command}” and 1 more line.",
                "It runs “{command}” and {count} more lines.",
                count - 1,
                command=shown,
            ),
        )
    if any(_DELETING.search(line) for line in lines):
        yield Finding(Risk.DESTRUCTIVE, tr("A command deletes what is on the machine or in the account."))
    if any(path and path[-1] == "Values" and value == "*" for path, value in leaves(parameters)):
        yield Finding(Risk.DESTRUCTIVE, tr("It runs on every machine there is."))
