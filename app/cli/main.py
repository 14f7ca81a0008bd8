"""The command line: one group whose commands are imported when they are called."""

from __future__ import annotations

import errno
import importlib
import logging
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from app import __version__
from app.cli.codes import TerminalCodes
from app.cli.consent import TerminalConsent
from app.cli.context import CommandContext, Failure
from app.cli.overflow import TerminalOverflow

if TYPE_CHECKING:
    from app.services.application import Application

log = logging.getLogger(__name__)

COMMANDS = {
    "ask": "app.cli.ask:ask",
    "audit": "app.cli.audit:audit",
    "aws": "app.cli.aws:aws",
    "batch": "app.cli.batch:batch",
    "bench": "app.cli.bench:bench",
    "doctor": "app.cli.doctor:doctor",
    "history": "app.cli.history:history",
    "keys": "app.cli.keys:keys",
    "models": "app.cli.models:models",
    "playbooks": "app.cli.playbooks:playbooks",
    "presets": "app.cli.presets:presets",
    "prompts": "app.cli.prompts:prompts",
    "serve": "app.cli.serve:serve",
}

LATER = {
    "compare": "Compare models on the same prompts.",
}
"""Commands that are promised and not there yet: they are listed, and say so."""


class LazyGroup(click.Group):
    """A group that imports a command's module only to run it or to show its help."""

    def __init__(self, *arguments: object, lazy: dict[str, str], **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]  # click's own arguments, passed through
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, those to come included."""
        return sorted({*super().list_commands(ctx), *self._lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, or ``None``."""
        if (place := self._lazy.get(cmd_name)) is None:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = place.partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; where nobody reads its output any more, end quietly: they have what they wanted."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _write_no_more()
            return None
        except OSError as error:
            if error.errno not in _OUTPUT_FAULTS or error.filename is not None:
                raise
            _write_no_more()
            raise Failure(f"The output could not be written: {error.strerror}.") from error


_OUTPUT_FAULTS = frozenset({errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG})


def _write_no_more() -> None:
    """Let nothing more reach standard output, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _later(name: str, about: str) -> click.Command:
    @click.command(
        name,
        help=f"{about} Comes in a later version.",
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    )
    def command() -> None:
        raise Failure(f"'baton {name}' comes in a later version; the changelog says when it is there.")

    return command


@click.group(
    cls=LazyGroup, lazy=COMMANDS, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, "-V", "--version", prog_name="baton")
@click.option("--quick-ask", is_flag=True, help="Show the quick-ask popup. Comes in a later version.")
@click.pass_context
def baton(ctx: click.Context, quick_ask: bool) -> None:
    """One window for every model, and every AWS action shown, agreed to and recorded.

    Without a command, Baton opens its window; where there is no display, it chats in this terminal.
    """
    if quick_ask:
        raise Failure("'baton --quick-ask' comes in a later version; the changelog says when it is there.")
    if ctx.invoked_subcommand is None:
        ctx.obj.start()


for _name, _about in LATER.items():
    baton.add_command(_later(_name, _about))


class StartContext(CommandContext):
    """The context of the whole program; ``start`` opens the window or the terminal chat."""

    def __init__(self, build: Callable[[], Application], start: Callable[[CommandContext], int]) -> None:
        super().__init__(build, TerminalConsent(), TerminalOverflow(), TerminalCodes.where_possible())
        self._start = start

    def start(self) -> None:
        """What ``baton`` alone does; ends the program with its exit status."""
        raise SystemExit(self._start(self))


def run(arguments: list[str], context: CommandContext) -> int:
    """Run the command line; returns the exit status."""
    try:
        status = baton.main(args=arguments, prog_name="baton", obj=context, standalone_mode=False)
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except Failure as failure:
        failure.show()
        return failure.status
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)  # several lines, and nothing wrong to point at
        return error.exit_code
    except click.ClickException as error:
        where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx is not None else "baton"
        click.echo(f"baton: {' '.join(error.format_message().split())} See '{where} --help'.", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("baton: stopped", err=True)
        return 130
    except Exception:
        log.exception("a command failed")
        click.echo("baton: something went wrong that Baton did not foresee; its log has the details.", err=True)
        return 1
    return status if isinstance(status, int) else 0
