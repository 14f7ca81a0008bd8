"""What every command is given: the application, built when first needed, and the way to print and to fail.

A command is a click command whose ``ctx.obj`` is a :class:`CommandContext`; it does its work in a coroutine function
that takes the :class:`Application`, run through :meth:`CommandContext.run`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, Any, TextIO, TypeVar

import click

from app.domain.errors import BatonError, UsageError
from app.domain.ports import CodeAsker, ConsentAsker, OverflowAsker
from app.domain.text import visible
from app.services.threads import use_enough_threads

if TYPE_CHECKING:
    from rich.console import Console

    from app.services.application import Application

T = TypeVar("T")

_PIPE_COLUMNS = 240
"""How wide a table may be in a pipe or a file, which have no width of their own."""


class CommandContext:
    """One command's surroundings."""

    def __init__(
        self,
        build: Callable[[], Application],
        consent: ConsentAsker,
        overflow: OverflowAsker | None = None,
        codes: CodeAsker | None = None,
    ) -> None:
        self._build = build
        self.consent = consent
        self.overflow = overflow
        self.codes = codes

    def run(self, work: Callable[[Application], Awaitable[T]]) -> T:
        """Build the application, do ``work``, close it again, and return what it returned.

        A :class:`BatonError` becomes one line on stderr and exit status 1 (2 for a ``UsageError``).
        """

        async def whole() -> T:
            use_enough_threads(asyncio.get_running_loop())
            app = self._build()
            app.sign_in.attend(self.codes)
            app.spending.listen(lambda text: click.echo(f"baton: {text}", err=True))
            try:
                return await work(app)
            finally:
                await app.aclose()
                # A settings file or a history that was put aside must not go by unseen, whatever the command.
                for notice in app.notices:
                    click.echo(f"baton: {notice}", err=True)

        try:
            return asyncio.run(whole())
        except BatonError as error:
            raise Failure(error) from error

    @property
    def console(self) -> Console:
        """Standard output for people: colours and widths of the terminal, plain text in a pipe."""
        from rich.console import Console

        if sys.stdout.isatty():
            return Console(highlight=False)
        return Console(highlight=False, soft_wrap=True, width=_PIPE_COLUMNS)


class Failure(click.ClickException):
    """A failure explained in one line on stderr."""

    def __init__(self, error: BatonError | str) -> None:
        super().__init__(" ".join(str(error).split()))
        self.status = 2 if isinstance(error, UsageError) else 1

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002  # click's signature
        """Print it: one line, with the program's name, as other tools do."""
        click.echo(f"baton: {visible(self.message)}", err=True)


def print_json(value: object) -> None:
    """One JSON value on stdout, on one line, at once (a reader in a pipe must not wait)."""
    click.echo(json.dumps(value, ensure_ascii=False, default=str))
    sys.stdout.flush()


def items(text: str) -> Iterator[str]:
    """The texts a command works on: ``text`` itself, or the lines of stdin for ``-``."""
    if text != "-":
        yield text
        return
    for line in stdin():
        yield line.rstrip("\r\n")


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Inside, Ctrl+C ends what waits for a line with ``KeyboardInterrupt``, though an event loop runs around it.

    Lines are read on the main thread, not on one of their own: no thread that waits for the terminal could be ended,
    and it would take the next line from whoever asks then. Nothing else has work to do meanwhile.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def agreement(question: str) -> str:
    """What is typed in answer to a question that agrees to something, once it stands there.

    What was typed before is thrown away: it was meant for something else. Raises ``EOFError`` or ``click.Abort`` where
    there is no answer.
    """
    _throw_away_typed()
    with interruptible():
        return str(click.prompt(question, default="", show_default=False, err=True))


def _throw_away_typed() -> None:
    if not sys.stdin.isatty():
        return
    try:
        import termios
    except ImportError:
        import msvcrt

        while msvcrt.kbhit():  # type: ignore[attr-defined]  # it is there on Windows
            msvcrt.getwch()  # type: ignore[attr-defined]  # likewise
    else:
        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def stdin() -> TextIO:
    """Standard input as UTF-8 text; bytes that are none come as replacement characters instead of ending the run."""
    if isinstance(sys.stdin, TextIOWrapper) and sys.stdin.errors != "replace":
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    return sys.stdin
