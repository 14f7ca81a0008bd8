"""The variables of a prompt on a terminal: given as NAME=VALUE, asked for where somebody is there to answer."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

import click

from app.cli.context import interruptible
from app.domain.errors import NotAllowedError, UsageError
from app.domain.file_names import normal_name
from app.domain.prompts import Prompt, Variable, VariableKind
from app.domain.text import visible
from app.services.prompts import checked_values


def given_values(pairs: Iterable[str]) -> dict[str, str]:
    """``NAME=VALUE`` as values; a name that comes twice has the last one. Raises ``UsageError``."""
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"{pair[:60]!r} gives no variable a value.", remedy="Write it as NAME=VALUE.")
        values[normal_name(name)] = value
    return values


def filled(prompts: Iterable[Prompt], given: Mapping[str, str]) -> list[str]:
    """The prompts' texts with what was ``given`` and what the person types for the rest.

    Raises ``UsageError`` for a value that nobody asks for or that does not fit, and for one that is missing where
    nobody can be asked; ``NotAllowedError`` where the person gives up.
    """
    prompts = tuple(prompts)
    shares = checked_values(given, *prompts)
    answered: dict[str, str] = {}
    texts = []
    for prompt in prompts:
        values = dict(shares[prompt.name])
        for variable in prompt.missing(values) if sys.stdin.isatty() else ():
            if variable.name not in answered:
                answered[variable.name] = _asked(variable)
            values[variable.name] = answered[variable.name]
        texts.append(prompt.filled(values))
    return texts


def _asked(variable: Variable) -> str:
    """What the person types; asked again until it fits."""
    about = f" ({visible(variable.help)})" if variable.help else ""
    ending = "; an empty line ends it" if variable.multiline else ""
    click.echo(f"{visible(variable.words)}{about}{ending}:", err=True)
    if variable.kind is VariableKind.CHOICE:
        for number, choice in enumerate(variable.choices, start=1):
            click.echo(f"  {number}  {visible(choice)}", err=True)
    while True:
        value = _lines() if variable.multiline else _line()
        if variable.kind is VariableKind.CHOICE and value not in variable.choices and value.isdecimal():
            at = int(value) - 1 if len(value) < 6 else -1
            value = variable.choices[at] if 0 <= at < len(variable.choices) else value
        if (problem := variable.problem(value)) is None:
            return value
        click.echo(visible(problem), err=True)


def _line() -> str:
    try:
        with interruptible():
            return input("? ").strip()
    except (EOFError, KeyboardInterrupt):
        click.echo(err=True)
        raise NotAllowedError("Nothing was sent.") from None


def _lines() -> str:
    lines: list[str] = []
    while (line := _line()) or not lines:
        lines.append(line)
    return "\n".join(lines)
