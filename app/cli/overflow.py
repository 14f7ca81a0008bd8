"""The question what to leave out of a chat that is too long, on the terminal. Asks nothing where nobody can answer."""

from __future__ import annotations

import sys

import click

from app.cli.context import interruptible
from app.domain.context import Overflow, OverflowQuestion, turns_words
from app.domain.text import visible
from app.services.context_keeping import overflow_words

CHOICES = tuple(choice.value for choice in Overflow if choice is not Overflow.ASK)
"""What ``--overflow`` takes."""


class TerminalOverflow:
    """Asks on the terminal. ``interactive`` is whether both stdin and stderr are one."""

    def __init__(self, *, interactive: bool | None = None) -> None:
        self._interactive = sys.stdin.isatty() and sys.stderr.isatty() if interactive is None else interactive

    async def ask_overflow(self, question: OverflowQuestion) -> Overflow | None:
        """``d`` or ``s``; everything else, Enter and Ctrl+C included, sends nothing."""
        if not self._interactive:
            return None
        click.echo(visible(f"{question.problem} {overflow_words(question)}".strip()), err=True)
        what = turns_words(question.turns)
        prompt = f"d drops {what}, s summarises {'it' if question.turns == 1 else 'them'}, Enter sends nothing"
        try:
            with interruptible():
                answer = str(click.prompt(prompt, default="", show_default=False, err=True))
        except (EOFError, click.Abort):
            return Overflow.STOP
        match answer.strip().casefold():
            case "d" | "drop":
                return Overflow.DROP
            case "s" | "summarise" | "summarize":
                return Overflow.SUMMARISE
            case _:
                return Overflow.STOP
