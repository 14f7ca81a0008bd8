"""A chat turn on a terminal: text as it streams, AWS results as tables, and what was asked as plain lines.

What a model or AWS says is printed with its control characters made visible: it must not drive the terminal.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING

import click

from app.domain.aws import Action, ActionState, CallResult, Decision, plain_parameters
from app.domain.context import turns_words
from app.domain.conversation import Node, NodeState
from app.domain.messages import Role
from app.domain.routing import Route
from app.domain.stream import CONTEXT_FULL, AskedAgain, FinishReason, Progress, TextDelta
from app.domain.text import visible
from app.services.turn_updates import ActionChanged, ContextKept, NodeAdded, NodeEnded, NodeStreamed, TurnUpdate

if TYPE_CHECKING:
    from rich.console import Console

ROWS_SHOWN = 200
"""Rows of a table a terminal is given; the window shows all."""


class TurnPrinter:
    """Prints one turn's updates and remembers its outcome."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._at_line_start = True
        self._shows_progress = False
        self._told_route: Route | None = None
        self.answer: Node | None = None
        self.actions: dict[str, Action] = {}

    async def print(self, updates: AsyncIterator[TurnUpdate]) -> Node | None:
        """Print until the turn is over; returns the last answer."""
        async for update in updates:
            match update:
                case NodeStreamed(event=TextDelta(text=text)):
                    self._write(text)
                case NodeStreamed(event=AskedAgain(problems=problems)):
                    self._asked_again(problems)
                case NodeStreamed(event=Progress(text=text, fraction=fraction)):
                    self._progress(text if fraction is None else f"{text} {fraction:.0%}")
                case NodeEnded(node=node):
                    self._end(node)
                case ContextKept(node=node, turns=turns):
                    self._left_out(turns, summary=node.left_out is not None and bool(node.left_out.summary))
                case NodeAdded(node=node) if node.message.role is Role.ASSISTANT:
                    self.answer = node
                case ActionChanged(action=action):
                    self._action(action)
                case _:
                    pass
        return self.answer

    def _write(self, text: str) -> None:
        self._progress("")
        text = visible(text)
        click.echo(text, nl=False)
        sys.stdout.flush()
        if text:
            self._at_line_start = text.endswith("\n")

    def _end_line(self) -> None:
        self._progress("")
        if not self._at_line_start:
            click.echo()
            self._at_line_start = True

    def _progress(self, text: str) -> None:
        """One line on stderr that the next thing overwrites; nothing in a pipe."""
        if not sys.stderr.isatty() or (not text and not self._shows_progress):
            return
        click.echo("\r\x1b[2K" + visible(text), nl=False, err=True)
        self._shows_progress = bool(text)

    def _asked_again(self, problems: Sequence[str]) -> None:
        """What was printed does not follow the schema; in a pipe the second answer stands on lines of its own."""
        self._end_line()
        count = f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"
        click.echo(f"The answer does not follow the schema ({count}); the model was asked once more:", err=True)

    def _left_out(self, turns: int, *, summary: bool) -> None:
        self._progress("")
        how = "sent to the model as a summary" if summary else "not sent to the model"
        click.echo(f"{turns_words(turns).capitalize()} {'is' if turns == 1 else 'are'} {how}.", err=True)

    def _end(self, node: Node) -> None:
        self.answer = node
        self._end_line()
        if node.cached_at is not None:
            click.echo(f"This was answered before, on {node.cached_at.astimezone():%Y-%m-%d at %H:%M}.", err=True)
        if node.route is not None and node.route != self._told_route and node.state is not NodeState.FAILED:
            self._told_route = node.route
            click.echo(visible(f"Answered by {node.model}. {node.route.reason}"), err=True)
        if node.state is NodeState.FAILED and node.error:
            click.echo(f"baton: {visible(node.error)}", err=True)
            if node.route is not None and node.route.next is not None:
                click.echo(visible(f"{node.route.next} can be asked next: baton ask -m {node.route.next}"), err=True)
        elif node.form_problem is not None:
            click.echo(f"baton: The answer does not follow the schema. {visible(node.form_problem)}", err=True)
        elif node.finish_reason is FinishReason.LENGTH:
            full = node.finish_detail == CONTEXT_FULL
            why = "the model's context is full" if full else "it reached its length limit"
            click.echo(f"The answer ends here because {why}. Write: go on", err=True)

    def _action(self, action: Action) -> None:
        known = self.actions.get(action.id)
        self.actions[action.id] = action
        if known is not None and known.state is action.state:
            return
        self._end_line()
        match action.state:
            case ActionState.DONE if action.result is not None:
                self._console.print(headline(action), markup=False)
                print_result(self._console, action.result)
            case ActionState.REFUSED | ActionState.FAILED | ActionState.INTERRUPTED:
                self._console.print(f"{headline(action)}: {explain_end(action)}", markup=False)
            case _:
                pass


def headline(action: Action) -> str:
    """One line: operation, parameters, risk, account, region, state."""
    parameters = plain_parameters(action.call.parameters)
    call = f"{action.call.id.service} {action.call.id.operation}"
    where = f"{action.call.account} {action.call.region}"
    return visible(f"[{call}{' ' if parameters else ''}{parameters} | {action.risk} | {where} | {action.state}]")


def explain_end(action: Action) -> str:
    """Why an action did not end well, in words."""
    if action.error:
        return visible(action.error)
    match action.decision:
        case Decision.NOBODY_THERE:
            return "not carried out, because nobody is here to agree to it."
        case Decision.REFUSED_BY_PERSON:
            return "not carried out: you said no."
        case Decision.REFUSED_BY_POLICY:
            return "not carried out: your settings do not allow it."
        case _:
            return "not carried out."


def print_result(console: Console, result: CallResult) -> None:
    """A result as a table where it has one, else as indented JSON."""
    if result.dry_run:
        console.print("Dry run: nothing was changed.")
    if result.table is None:
        import json

        if result.data:
            text = json.dumps(result.data, indent=2, ensure_ascii=False, default=str)
            console.print(visible(text), markup=False)
        elif not result.dry_run:
            console.print("Done. AWS returned nothing to show.")
    else:
        from rich import box
        from rich.table import Table
        from rich.text import Text

        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for column in result.table.columns:
            table.add_column(visible(column), overflow="fold")
        for row in result.table.rows[:ROWS_SHOWN]:
            table.add_row(*(Text(visible(cell)) for cell in row))
        console.print(table)
        left = len(result.table.rows) - ROWS_SHOWN
        if left > 0:
            console.print(f"{left} more rows are not shown here; --json and the window give all.")
    if result.truncated:
        console.print(visible(result.limit_note), markup=False)
