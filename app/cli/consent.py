"""Consent on the terminal: shows the proposal in full and asks; where nobody can answer, the answer is no.

What was typed before the question stood there is no answer to it.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator

import click

from app.cli.context import agreement
from app.domain.aws import (
    Account,
    AccountKind,
    Approval,
    Consent,
    Identity,
    PlanConsent,
    PlanProposal,
    Proposal,
    Risk,
)
from app.domain.text import visible
from app.services.inspection_words import inspection_lines, proposer_line, referring, totals_line, untrusted_line

_MARGIN = "            ┆ "
_TAB = "⇥ "

RISK_COLOURS = {
    Risk.READ: "blue",
    Risk.SENSITIVE_READ: "magenta",
    Risk.WRITE: "yellow",
    Risk.PERMISSIONS: "bright_red",
    Risk.DESTRUCTIVE: "red",
}


class TerminalConsent:
    """Asks on the terminal. ``interactive`` is whether both stdin and stderr are one.

    The proposal goes to stderr, so that ``--json`` output stays clean.
    """

    def __init__(self, *, interactive: bool | None = None) -> None:
        self._interactive = sys.stdin.isatty() and sys.stderr.isatty() if interactive is None else interactive

    async def ask(self, proposal: Proposal) -> Consent:
        """Show and ask. Where something must be typed, that; everything else ``yes`` in full. Ctrl+C is a no."""
        if not self._interactive:
            return Consent(granted=False, nobody_there=True)
        _show(proposal)
        try:
            answer = _read(proposal)
        except (EOFError, click.Abort):
            return Consent(granted=False)
        if proposal.confirm_text is not None:
            return Consent(granted=answer == proposal.confirm_text, typed=answer)
        return Consent(granted=answer.strip().casefold() == "yes")

    async def ask_plan(self, proposal: PlanProposal) -> PlanConsent:
        """Show every step and ask once: all of it (a text to type where one is wanted), ``each``, or none."""
        if not self._interactive:
            return PlanConsent(approval=Approval.NONE, nobody_there=True)
        _show_plan(proposal)
        wanted = "yes" if proposal.confirm_text is None else visible(proposal.confirm_text)
        question = f"Type {wanted} to run all, each to decide on every step, or press Enter to refuse"
        try:
            answer = agreement(question)
        except (EOFError, click.Abort):
            return PlanConsent(approval=Approval.NONE)
        if answer.strip().casefold() == "each":
            return PlanConsent(approval=Approval.EACH)
        if proposal.confirm_text is not None:
            agreed = answer == proposal.confirm_text
        else:
            agreed = answer.strip().casefold() == "yes"
        return PlanConsent(approval=Approval.ALL if agreed else Approval.NONE, typed=answer)


def _read(proposal: Proposal) -> str:
    wanted = "yes" if proposal.confirm_text is None else visible(proposal.confirm_text)
    return agreement(f"Type {wanted} to go on, or press Enter to refuse")


def _line(text: str = "", **style: object) -> None:
    laid = "\n".join(laid_out(text, _columns()))
    click.echo(click.style(laid, **style) if style else laid, err=True)  # type: ignore[arg-type]  # click's own names


def laid_out(text: str, columns: int) -> Iterator[str]:
    """``text`` in lines of ``columns`` at most (0: as long as they are), all but the first behind a margin.

    A value with line breaks in it, or one that is as long as the terminal is wide, cannot look like a line of Baton's.
    """
    is_first = True
    for line in text.replace("\t", _TAB).split("\n"):
        for piece in _pieces(line, columns - len(_MARGIN) if columns > 2 * len(_MARGIN) else 0):
            yield piece if is_first else _MARGIN + piece
            is_first = False


def _pieces(line: str, columns: int) -> Iterator[str]:
    start = width = 0
    for at, character in enumerate(line):
        wide = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if columns and width + wide > columns:
            yield line[start:at]
            start, width = at, 0
        width += wide
    yield line[start:]


def _columns() -> int:
    """How wide the terminal is; 0 where there is none."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        return 0


def _warning(text: str) -> None:
    _line(f"  Warning   {visible(text)}", fg="yellow")


def _show(proposal: Proposal) -> None:
    _line()
    _line(visible(proposal.sentence), bold=True)
    _show_place(proposal.account, proposal.identity, proposal.call.region)
    _line(f"  By        {proposer_line(proposal.origin, proposal.model)}")
    _show_call(proposal)
    if untrusted := untrusted_line(proposal):
        _warning(untrusted)


def _show_plan(proposal: PlanProposal) -> None:
    _line()
    _line(f"{visible(proposal.verb)}: {totals_line(proposal)}", bold=True)
    by_account: dict[str, list[Proposal]] = {}
    for step in proposal.steps:
        by_account.setdefault(step.account.key, []).append(step)
    for steps in by_account.values():
        regions = ", ".join(dict.fromkeys(step.call.region for step in steps))
        _show_place(steps[0].account, steps[0].identity, regions)
    _line(f"  By        {proposer_line(proposal.origin, proposal.model)}")
    for number, step in enumerate(proposal.steps, start=1):
        _line()
        _line(f"  {number}. {visible(step.sentence)}", bold=True)
        if len(by_account) > 1:
            _line(f"  In        {visible(step.account.title)}   Region {visible(step.call.region)}")
        _show_call(step)
    _line()
    for warning in proposal.warnings:
        _warning(warning)
    if untrusted := max(map(untrusted_line, proposal.steps), default=""):
        _warning(untrusted)


def _show_place(account: Account, identity: Identity | None, region: str) -> None:
    who = f"{identity.alias or account.title} {identity.account_id}" if identity else account.title
    if account.kind is AccountKind.DEMO:
        who += " (demo: nothing leaves this machine)"
    _line(f"  Account   {visible(who)}   Region {visible(region)}")
    if identity is not None:
        _line(f"  As        {visible(identity.arn)}")


def _show_call(proposal: Proposal) -> None:
    """The exact call and all that is known of it."""
    risk = proposal.operation.classification.risk
    _line(f"  Call      {proposal.call.id.service} {proposal.call.id.operation}")
    click.echo("  Risk      " + click.style(risk, fg=RISK_COLOURS[risk], bold=True), err=True)
    for reason in proposal.operation.classification.reasons:
        _line(f"            {visible(reason)}")
    for name, value in referring(proposal.call.parameters).items():
        _line(f"  {visible(name)} = {visible(value if isinstance(value, str) else repr(value))}")
    for found in inspection_lines(proposal.inspection):
        _line(f"  Found     {found}")
    for sentence in proposal.policy:
        _line(f"  Policy    {visible(sentence)}")
    for warning in proposal.warnings:
        _warning(warning)
