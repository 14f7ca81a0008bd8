"""``baton aws policy``: what may run in AWS unasked, and trusts for a while."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from app.cli.context import CommandContext, Failure, agreement, print_json
from app.domain.aws import PolicyRule, Verdict
from app.domain.aws.policy_words import moment_words, rule_sentence
from app.domain.errors import UsageError
from app.domain.text import visible, wait_words
from app.services.application import Application
from app.services.policy_editing import Explained, PolicyView

_COLOURS = {Verdict.ALLOW: "green", Verdict.ASK: "blue", Verdict.TYPED: "yellow", Verdict.DENY: "red"}


@click.group()
def policy() -> None:
    """Show, check and explain the policy, and trust for a while."""


@policy.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def show(context: CommandContext, as_json: bool) -> None:
    """Show the rules that count now."""

    async def work(app: Application) -> None:
        view = await app.policy.view()
        if as_json:
            print_json(_view_json(view))
        else:
            _print_view(view)

    context.run(work)


@policy.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.pass_obj
def check(context: CommandContext, as_json: bool, file: Path | None) -> None:
    """Say whether the policy file, or FILE, is well; exit status 1 where it is not."""

    async def work(app: Application) -> tuple[str, tuple[str, ...], int]:
        found = await app.policy.check(file)
        return (file or app.policy.path).name, found.problems, len(found.rules)

    name, problems, count = context.run(work)
    if as_json:
        print_json({"file": name, "problems": list(problems), "rules": count})
    else:
        for problem in problems:
            click.echo(visible(problem))
    if problems:
        found = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise Failure(f"{name!r} has {found}; while it is the policy, even reads ask and changes are denied.")
    if not as_json:
        click.echo(f"{name} is well: {count} {'rule' if count == 1 else 'rules'}.")


@policy.command()
@click.option("--aws", "account", metavar="A", help="demo, or a profile. Otherwise the default account.")
@click.option("--region", metavar="R", help="As in eu-west-1. Otherwise the account's own.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.argument("words", metavar="SERVICE:OPERATION", nargs=-1, required=True)
@click.pass_obj
def explain(context: CommandContext, account: str | None, region: str | None, as_json: bool, words: tuple[str]) -> None:
    """Say what the policy would say to SERVICE:OPERATION, in any spelling, and which rule says it."""

    async def work(app: Application) -> None:
        chosen = await app.aws.account(account)
        where = region or await app.aws.region(chosen)
        for found in await app.policy.explain(" ".join(words), account=chosen.key, region=where):
            if as_json:
                print_json(_explained_json(found))
            else:
                _print_explained(found)

    context.run(work)


@policy.command()
@click.option("--list", "as_list", is_flag=True, help="List the trusts that count now.")
@click.option("--end", "number", type=click.IntRange(1), metavar="N", help="End trust N of the list.")
@click.option("--yes", "agreed", is_flag=True, help="Let it count without being asked.")
@click.argument("words", metavar="[TEXT]", nargs=-1)
@click.pass_obj
def trust(context: CommandContext, as_list: bool, number: int | None, agreed: bool, words: tuple[str, ...]) -> None:
    """Let something run unasked for a while, as in: s3 reads in dev for 1h

    The rule is shown before it counts. What destroys or changes permissions cannot be trusted; nothing is for longer
    than 12 hours.
    """
    if bool(words) + as_list + (number is not None) != 1:
        raise Failure(UsageError("Give a TEXT, or --list, or --end N.", remedy="As in: s3 reads in dev for 1h"))

    async def work(app: Application) -> None:
        if as_list:
            _print_trusts(await app.policy.view())
        elif number is not None:
            trusts = (await app.policy.view()).trusts
            if number > len(trusts):
                raise Failure(f"There is no trust {number}; see: baton aws policy trust --list")
            await app.policy.end(trusts[number - 1])
            click.echo(f"Ended: {visible(rule_sentence(trusts[number - 1]))}")
        else:
            rule = await app.policy.read_trust(" ".join(words))
            click.echo(visible(rule_sentence(rule)), err=not agreed)
            if not agreed and not _agreed():
                raise Failure("Nothing was changed.")
            await app.policy.give(rule)
            click.echo(f"It counts until {moment_words(_end(rule), rule.since)}.")

    context.run(work)


@policy.command()
@click.pass_obj
def path(context: CommandContext) -> None:
    """Print where the policy file is; where there is none, one that explains itself is written there."""

    async def work(app: Application) -> Path:
        return await app.policy.create()

    click.echo(str(context.run(work)))


def _agreed() -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        click.echo("Nobody is there to agree; --yes says that you do.", err=True)
        return False
    try:
        answer = agreement("Type yes to let it count")
    except (EOFError, click.Abort):
        return False
    return answer.strip().casefold() == "yes"


def _view_json(view: PolicyView) -> dict[str, object]:
    return {
        "path": str(view.path),
        "exists": view.exists,
        "read_only": view.policy.read_only,
        "bulk_above": view.policy.bulk_above,
        "protected_tags": list(view.policy.protected_tags),
        "problems": list(view.policy.problems),
        "rules": [_rule_json(rule) for rule in view.policy.rules],
        "trusts": [_rule_json(rule) for rule in view.trusts],
    }


def _rule_json(rule: PolicyRule) -> dict[str, object]:
    return {
        "line": rule.line,
        "name": rule.name,
        "verdict": rule.verdict.value,
        "sentence": rule_sentence(rule),
        "reason": rule.reason,
        "accounts": list(rule.accounts),
        "regions": list(rule.regions),
        "risks": [risk.value for risk in rule.risks],
        "services": list(rule.services),
        "operations": list(rule.operations),
        "tags": list(rule.tags),
        "until": rule.until.isoformat() if rule.until else None,
    }


def _explained_json(found: Explained) -> dict[str, object]:
    rule = found.ruling.rule
    return {
        "service": found.operation.service,
        "operation": found.operation.operation,
        "risk": found.risk.value,
        "account": found.account,
        "region": found.region,
        "verdict": found.ruling.verdict.value,
        "reasons": list(found.ruling.reasons),
        "rule": _rule_json(rule) if rule is not None else None,
        "note": found.note,
    }


def _print_view(view: PolicyView) -> None:
    for problem in view.policy.problems:
        click.secho(visible(problem), fg="red")
    if not view.exists:
        click.echo("There is no policy file; the defaults count. baton aws policy path writes one.")
    for rule in view.policy.rules:
        ended = rule.until is not None and rule not in view.trusts
        if not ended:
            click.echo(f"{_verdict(rule.verdict)}  {visible(rule_sentence(rule))}{_rule_note(rule)}")
    if view.policy.read_only:
        click.echo("Read only: every call that is not a read is denied.")
    click.echo(f"Changes of more than {view.policy.bulk_above} resources are asked about again.")
    if view.policy.protected_tags:
        click.echo(f"Protected: what is tagged {visible(', '.join(view.policy.protected_tags))}.")
    if not view.policy.problems:
        click.echo("Where no rule fits, reads run as the settings say, and everything else is asked about.")


def _rule_note(rule: PolicyRule) -> str:
    notes = [visible(note) for note in (rule.name, rule.reason, f"line {rule.line}" if rule.line else "") if note]
    return f"  ({'; '.join(notes)})" if notes else ""


def _print_trusts(view: PolicyView) -> None:
    for number, rule in enumerate(view.trusts, start=1):
        left = wait_words((_end(rule) - view.now).total_seconds())
        click.echo(f"{number}  {visible(rule_sentence(rule))} ({left} left)")
    if not view.trusts:
        click.echo("Nothing is trusted now.", err=True)


def _print_explained(found: Explained) -> None:
    click.echo(f"{_verdict(found.ruling.verdict)}  {found.operation} ({found.risk}) in {found.account}, {found.region}")
    rule = found.ruling.rule
    told = list(found.ruling.reasons) or ["No rule fits; this is the default."]
    if rule is not None:
        told.append(f"{rule_sentence(rule)}{f' (line {rule.line})' if rule.line else ''}")
    for line in (*told, *((found.note,) if found.note else ())):
        click.echo(f"       {visible(line)}")


def _verdict(verdict: Verdict) -> str:
    return click.style(f"{verdict.value:<5}", fg=_COLOURS[verdict], bold=True)


def _end(rule: PolicyRule) -> datetime:
    assert rule.until is not None
    return rule.until
