"""MFA codes on the terminal: asked with a prompt that shows nothing; where nobody can answer, nobody is asked."""

from __future__ import annotations

import sys

import click

from app.cli.context import interruptible
from app.domain.aws import Account
from app.domain.text import visible


class TerminalCodes:
    """Implements :class:`app.domain.ports.CodeAsker`. The question goes to stderr."""

    @classmethod
    def where_possible(cls) -> TerminalCodes | None:
        """One, where stdin and stderr are a terminal."""
        return cls() if sys.stdin.isatty() and sys.stderr.isatty() else None

    async def ask_code(self, account: Account, device: str) -> str | None:
        """Ask; an empty line and Ctrl+C are a no."""
        click.echo(visible(f"{account.title} wants the code of {device or 'your MFA device'}."), err=True)
        try:
            with interruptible():
                answer = click.prompt(
                    "MFA code, or Enter to refuse", default="", show_default=False, hide_input=True, err=True
                )
        except (EOFError, click.Abort, KeyboardInterrupt):
            return None
        return str(answer).strip() or None
