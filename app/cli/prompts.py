"""``baton prompts``: the prompt library from a terminal: list, show, add, remove, export, import."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from app.cli.context import CommandContext, Failure, print_json, stdin
from app.cli.input_file import read_input
from app.cli.prompt_variables import given_values
from app.domain.encoding import to_plain
from app.domain.errors import UsageError
from app.domain.file_names import name_problem
from app.domain.library import MAX_FILE_BYTES, Conflict
from app.domain.prompts import Prompt, Variable
from app.domain.text import visible
from app.services.application import Application
from app.services.prompts import Incoming


@click.group()
def prompts() -> None:
    """The library of prompts: for the system prompt of a chat, and for messages."""


@prompts.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def list_(context: CommandContext, as_json: bool) -> None:
    """Every prompt: its name, where it goes, what it is for and what it asks for."""

    async def work(app: Application) -> None:
        listing = app.prompts.listing()
        if as_json:
            print_json({"prompts": [_facts(prompt) for prompt in listing.prompts], "problems": list(listing.problems)})
            return
        for prompt in listing.prompts:
            asked = " ".join(f"{{{{{item.name}}}}}" for item in prompt.variables)
            mark = "" if prompt.is_shipped else "your own"
            columns = (prompt.name, prompt.kind.value, prompt.title, mark, asked)
            click.echo("\t".join(visible(column) for column in columns).rstrip())
        for prompt in listing.prompts:
            if prompt.problem:
                click.echo(visible(f"baton: {prompt.name} cannot be used: {prompt.problem}"), err=True)
        for problem in listing.problems:
            click.echo(f"baton: {problem}", err=True)

    context.run(work)


@prompts.command()
@click.argument("name")
@click.option("--var", "pairs", metavar="NAME=VALUE", multiple=True, help="Show the text with this value in its place.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def show(context: CommandContext, name: str, pairs: tuple[str, ...], as_json: bool) -> None:
    """One prompt's text; with --var, as it would be used."""

    async def work(app: Application) -> None:
        prompt = app.prompts.get(name)
        if as_json:
            text = prompt.filled(given_values(pairs)) if pairs else prompt.text
            print_json({**_facts(prompt), "text": text})
            return
        prompt.check_usable()
        click.echo(visible(prompt.filled(given_values(pairs)) if pairs else prompt.text))
        for item in prompt.variables if sys.stdout.isatty() and not pairs else ():
            click.echo(click.style(visible(f"{item.name}: {_about(item)}"), dim=True), err=True)

    context.run(work)


@prompts.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="The prompt's name. Default: the file's.")
@click.option("--replace", "replaces", is_flag=True, help="In the place of one that has the name.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def add(context: CommandContext, file: Path, name: str | None, replaces: bool, as_json: bool) -> None:
    """Add one prompt, a Markdown text with an optional head. FILE of - reads stdin (give it a --name)."""
    if name is None and str(file) == "-":
        raise Failure(UsageError("What comes from stdin has no name.", remedy="Give it one with --name."))
    wanted = name if name is not None else file.stem
    if (problem := name_problem(wanted, ending=".md")) is not None:
        raise Failure(UsageError(problem, remedy="Give another with --name."))
    text = _text_of(file)

    async def work(app: Application) -> None:
        incoming = app.prompts.read([(f"{wanted}.md", text)])
        if incoming.problems:
            raise UsageError(incoming.problems[0])
        if incoming.taken and not replaces:
            raise UsageError(f"There is a prompt {wanted!r} already.", remedy="Give another --name, or --replace it.")
        report = await app.prompts.bring_in(incoming, Conflict.REPLACE)
        if report.problems:
            raise UsageError(report.problems[0])
        if as_json:
            print_json(_facts(app.prompts.get(wanted)))
        else:
            click.echo(f"{wanted} was added." if not incoming.same else f"{wanted} is there already, word for word.")

    context.run(work)


@prompts.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def remove(context: CommandContext, name: str, as_json: bool) -> None:
    """Delete one of your own. It is kept aside, among the last twenty, in .deleted beside the others."""

    async def work(app: Application) -> None:
        deleted = app.prompts.delete(name)
        if as_json:
            print_json({"removed": deleted.prompt.name, "kept": deleted.kept})
        else:
            click.echo(f"{visible(deleted.prompt.name)} was removed; it is kept as .deleted/{deleted.kept}.")

    context.run(work)


@prompts.command()
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of stdout.")
@click.option("--preset", "presets", metavar="NAME", multiple=True, help="Only these parameter presets.")
@click.option("--json", is_flag=True, expose_value=False, help="The same: the file is JSON.")
@click.argument("names", metavar="[NAME…]", nargs=-1)
@click.pass_obj
def export(context: CommandContext, out: Path | None, presets: tuple[str, ...], names: tuple[str, ...]) -> None:
    """Write prompts (all your own, or those named) and parameter presets as one file that import reads."""

    async def work(app: Application) -> str:
        if not names and not presets:
            return app.prompts.export()
        return app.prompts.export(names, presets)

    text = context.run(work)
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Failure(f"{str(out)!r} cannot be written: {error.strerror}.") from error


@prompts.command("import")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--conflict",
    type=click.Choice([choice.value for choice in Conflict]),
    help="Where a name is taken. Default: asked once; where nobody can be asked, nothing is imported.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def import_(context: CommandContext, files: tuple[Path, ...], conflict: str | None, as_json: bool) -> None:
    """Bring in files that export wrote, and single prompts as .md. FILE of - reads an export from stdin."""
    texts, faults = [], []
    for file in files:
        try:
            texts.append(("stdin" if str(file) == "-" else file.name, _text_of(file)))
        except Failure as failure:
            if len(files) == 1:
                raise
            faults.append(failure.message)

    async def work(app: Application) -> bool:
        incoming = app.prompts.read(texts)
        incoming = replace(incoming, problems=(*faults, *incoming.problems))
        choice = Conflict(conflict) if conflict is not None else _choice(incoming)
        report = await app.prompts.bring_in(incoming, choice)
        if as_json:
            print_json(to_plain(report) | {"problems": list(report.problems)})
        else:
            for problem in report.problems:
                click.echo(visible(f"Left out: {problem}"), err=True)
            click.echo(report.words)
        return bool(report.added or report.replaced or report.presets or report.skipped or report.same)

    if not context.run(work):
        raise SystemExit(1)


def _choice(incoming: Incoming) -> Conflict:
    """What to do where names are taken: asked once for all."""
    if not incoming.taken:
        return Conflict.SKIP
    titles = ", ".join(incoming.taken[:10]) + (" …" if len(incoming.taken) > 10 else "")
    if not sys.stdin.isatty():
        raise UsageError(
            f"There are prompts of these names already: {titles}.",
            remedy="Say what to do with --conflict keep-both, replace or skip.",
        )
    click.echo(visible(f"There already: {titles}."), err=True)
    answer = click.prompt(
        "Keep both, replace or skip them",
        type=click.Choice([choice.value for choice in Conflict]),
        default=Conflict.KEEP_BOTH.value,
        err=True,
    )
    return Conflict(answer)


def _text_of(file: Path) -> str:
    try:
        return stdin().read() if str(file) == "-" else read_input(file, most_bytes=MAX_FILE_BYTES, what="a library")
    except (OSError, UnicodeDecodeError, UsageError) as error:
        raise Failure(
            error if isinstance(error, UsageError) else UsageError(f"stdin cannot be read: {error}.")
        ) from error


def _facts(prompt: Prompt) -> dict[str, object]:
    return {
        "name": prompt.name,
        "title": prompt.title,
        "kind": prompt.kind.value,
        "about": prompt.about,
        "shipped": prompt.is_shipped,
        "problem": prompt.problem or None,
        "variables": [
            {
                "name": item.name,
                "title": item.words,
                "help": item.help,
                "kind": item.kind.value,
                "default": item.default,
                "choices": list(item.choices),
                "multiline": item.multiline,
            }
            for item in prompt.variables
        ],
    }


def _about(variable: Variable) -> str:
    facts = [variable.help or variable.words]
    if variable.choices:
        facts.append(f"one of {', '.join(variable.choices)}")
    facts.append("needed" if variable.default is None else f"otherwise {variable.default!r}")
    return "; ".join(facts)
