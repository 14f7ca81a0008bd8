"""Consent on the terminal: shows the proposal in full and asks; where nobody can answer, the answer is no."""

from __future__ import annotations

import sys

import click

from app.cli.context import interruptible
from app.domain.aws import AccountKind, Approval, Consent, PlanConsent, PlanProposal, Proposal, Risk
from app.domain.text import visible

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
        """Show and ask. A destructive call wants its name typed; everything else ``yes`` in full. Ctrl+C is a no."""
        if not self._interactive:
            return Consent(granted=False, nobody_there=True)
        _show(proposal)
        try:
            with interruptible():
                answer = _read(proposal)
        except (EOFError, click.Abort):
            return Consent(granted=False)
        if proposal.confirm_text is not None:
            return Consent(granted=answer == proposal.confirm_text, typed=answer)
        return Consent(granted=answer.strip().casefold() == "yes")

    async def ask_plan(self, proposal: PlanProposal) -> PlanConsent:  # noqa: ARG002 - the port
        """Plans are not asked about on the terminal yet: no."""
        return PlanConsent(approval=Approval.NONE, nobody_there=not self._interactive)


def _read(proposal: Proposal) -> str:
    wanted = "yes" if proposal.confirm_text is None else visible(proposal.confirm_text)
    question = f"Type {wanted} to go on, or press Enter to refuse"
    return str(click.prompt(question, default="", show_default=False, err=True))


def _show(proposal: Proposal) -> None:
    def line(text: str = "") -> None:
        click.echo(text, err=True)

    risk = proposal.operation.classification.risk
    line()
    line(click.style(visible(proposal.sentence), bold=True))
    identity = proposal.identity
    who = f"{identity.alias or proposal.account.title} {identity.account_id}" if identity else proposal.account.title
    if proposal.account.kind is AccountKind.DEMO:
        who += " (demo: nothing leaves this machine)"
    line(f"  Account   {who}   Region {proposal.call.region}")
    if identity is not None:
        line(f"  As        {visible(identity.arn)}")
    line(f"  Call      {proposal.call.id.service} {proposal.call.id.operation}")
    line("  Risk      " + click.style(risk, fg=RISK_COLOURS[risk], bold=True))
    for reason in proposal.operation.classification.reasons:
        line(f"            {reason}")
    for name, value in proposal.call.parameters.items():
        line(f"  {name} = {visible(value if isinstance(value, str) else repr(value))}")
    for touched in proposal.touched:
        line(f"  Touches   {visible(touched)}")
    for warning in proposal.warnings:
        line(click.style(f"  Warning   {visible(warning)}", fg="yellow"))
