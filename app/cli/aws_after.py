"""What ``baton aws run`` does after its call: waits, and answers a query. Prints; decides nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import click

from app.cli.context import Failure
from app.domain.aws import Action, Origin, QueryAnswer, Waiter, WaitProgress, WaitState
from app.domain.errors import NotFoundError, UsageError
from app.domain.ports import ConsentAsker
from app.domain.text import visible
from app.services.application import Application
from app.services.aws import MOST_PAGES

__all__ = ["ANY_WAITER", "MOST_PAGES", "Ran", "check_query", "print_answer", "wait_for"]

ANY_WAITER = ""
"""What ``--wait`` without a name stands for."""


@dataclass(kw_only=True)
class Ran:
    """A call that was run, and what was done after it."""

    action: Action
    answer: QueryAnswer | None = None
    wait: WaitProgress | None = None

    def more(self) -> dict[str, object]:
        """What ``--json`` prints beside the action."""
        told: dict[str, object] = {}
        if self.answer is not None:
            told["query"] = {"value": self.answer.value, "problem": self.answer.problem}
        if self.wait is not None:
            told["wait"] = {
                "name": self.wait.waiter.name,
                "state": self.wait.state,
                "seen": self.wait.seen,
                "attempts": self.wait.attempt,
                "elapsed_s": round(self.wait.elapsed_s, 3),
                "error": self.wait.error,
            }
        return told

    def fail_where_it_failed(self) -> None:
        """Raise :class:`Failure` where the query was wrong or the wait did not end well."""
        if self.answer is not None and self.answer.problem:
            raise Failure(f"--query: {visible(self.answer.problem)}")
        if self.wait is not None and self.wait.state is not WaitState.DONE:
            raise Failure(f"{self.wait.waiter.name}: {visible(self.wait.sentence)}")


async def check_query(app: Application, query: str) -> None:
    """Raises ``UsageError`` for a query that no answer could make right, before anything is sent."""
    answer = await app.aws.query({}, query)
    if answer.at is not None:
        raise UsageError(f"--query: {answer.problem}", remedy="Write it as in Buckets[].Name.")


async def wait_for(app: Application, action: Action, name: str, consent: ConsentAsker) -> WaitProgress:
    """Wait, telling on stderr how it stands. Raises ``NotFoundError`` where there is nothing like it to wait for."""
    waiter = _chosen(action, await app.aws.gate.following.waiters(action), name)
    told = ""

    def tell(progress: WaitProgress) -> None:
        nonlocal told
        if progress.sentence != told:
            told = progress.sentence
            click.echo(visible(told), err=True)

    return await app.aws.gate.following.wait(waiter, consent=consent, on_progress=tell, origin=Origin.COMMAND)


def _chosen(action: Action, known: Sequence[Waiter], name: str) -> Waiter:
    if not known:
        raise NotFoundError(f"The call was carried out. There is nothing to wait for after {action.call.id}.")
    if name == ANY_WAITER:
        return known[0]
    for waiter in known:
        if waiter.name.lower() == name.lower():
            return waiter
    names = ", ".join(waiter.name for waiter in known)
    raise NotFoundError(f"The call was carried out. {name!r} does not belong to it.", remedy=f"What does: {names}.")


def print_answer(answer: QueryAnswer) -> None:
    """A query's value: a text, or a list of texts a line each, bare; everything else as JSON."""
    value = answer.value
    if isinstance(value, str):
        click.echo(visible(value))
    elif isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        for item in value:
            click.echo(visible(item))
    else:
        click.echo(visible(json.dumps(value, indent=2, ensure_ascii=False, default=str)))
