"""``baton history backups``, ``check``, ``encrypt`` and ``decrypt``: keeping the history, and keeping it to oneself."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from app.cli.context import CommandContext, Failure, print_json, stdin
from app.cli.sizes import size_words
from app.domain.errors import DamagedFileError, UsageError
from app.domain.keeping import KIND_WORDS, Backup, Converted, SoundnessReport, backup_named
from app.domain.recovery import RecoveryKey, recovery_text
from app.domain.text import visible
from app.services.application import Application
from app.services.safekeeping import STAYS_PLAIN

_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_LONGEST_KEY = 16_384
_YES = click.option("--yes", is_flag=True, help="Do not ask.")


@click.group()
def backups() -> None:
    """Whole copies of the history: those there are, another one, and going back to one.

    Baton makes one each night that its window is open, or at the next start, and keeps the last seven days' and one of
    each of the last four weeks (Settings > History). Each is read through before it counts.
    """


@backups.command("list")
@_JSON
@click.pass_obj
def list_(context: CommandContext, as_json: bool) -> None:
    """Every backup, the newest first."""

    async def work(app: Application) -> None:
        found = await app.safekeeping.backups()
        if as_json:
            print_json({"folder": str(app.safekeeping.folder), "backups": [_plain(backup) for backup in found]})
            return
        if not found:
            click.echo("There are no backups yet.", err=True)
        for backup in found:
            locked = "  encrypted" if backup.is_encrypted else ""
            click.echo(
                f"{backup.number:>6}  {backup.made_at.astimezone():%Y-%m-%d %H:%M}  {size_words(backup.size_bytes):>9}"
                f"  {KIND_WORDS[backup.kind]}{locked}"
            )

    context.run(work)


@backups.command()
@_JSON
@click.pass_obj
def make(context: CommandContext, as_json: bool) -> None:
    """Make a backup now. It stays until you delete its file."""
    made = context.run(lambda app: app.safekeeping.back_up())
    if as_json:
        print_json(_plain(made))
    else:
        click.echo(f"Backup {made.number}: {made.name}, {size_words(made.size_bytes)}, read through and sound.")


@backups.command()
@click.argument("backup")
@_YES
@_JSON
@click.pass_obj
def restore(context: CommandContext, backup: str, yes: bool, as_json: bool) -> None:
    """Put BACKUP (its number or name) in the place of the history, which becomes a backup itself."""
    if not yes:

        async def look(app: Application) -> None:
            backup_named(backup, await app.safekeeping.backups())

        context.run(look)
        _agree(f"Go back to backup {visible(backup)}? What came after it is then in a backup of its own.")

    told = context.run(lambda app: app.safekeeping.restore(backup))
    if as_json:
        print_json({"restored": backup, "told": list(told)})
    else:
        click.echo(" ".join(["The backup is in place.", *told]))


@click.command()
@click.option("--mend", is_flag=True, help="Mend a damaged history: what can be read, and the newest sound backup.")
@_JSON
@click.pass_obj
def check(context: CommandContext, mend: bool, as_json: bool) -> None:
    """Read every page of the history's file. Exit status 1 where it is damaged (and is not mended)."""

    async def work(app: Application) -> tuple[SoundnessReport, list[str]]:
        report = await app.safekeeping.check()
        return report, list(await app.safekeeping.mend()) if mend and not report.is_sound else []

    report, told = context.run(work)
    if as_json:
        print_json({"sound": report.is_sound, **asdict(report), "mended": told})
    else:
        for line in (*report.problems, *told):
            click.echo(visible(line), err=True)
        if report.is_sound:
            locked = ", encrypted" if report.is_encrypted else ""
            click.echo(f"The history is sound ({size_words(report.size_bytes)}{locked}).")
    if not report.is_sound and not told:
        raise Failure(
            DamagedFileError(
                "The history is damaged.",
                kept_at=None,
                remedy="It is mended at the next start, or now: baton history check --mend.",
            )
        )


@click.command()
@_JSON
@click.pass_obj
def encrypt(context: CommandContext, as_json: bool) -> None:
    """Encrypt the history and its backups, with a key in the system's keyring.

    Without that key nobody can read them again, you included: keep a recovery key (baton history recovery-key) or a
    backup of the keyring. Nothing else asks for it.
    """
    _tell_converted(context.run(lambda app: app.safekeeping.encrypt()), as_json)


@click.command("recovery-key")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A new file instead of stdout.")
@click.pass_obj
def recovery_key(context: CommandContext, output: Path | None) -> None:
    """The key of the encrypted history, to keep on paper or in a password manager. Whoever has it can read it all."""

    async def work(app: Application) -> RecoveryKey | None:
        key = await app.safekeeping.recovery_key()
        if key is not None and output is not None:
            await app.safekeeping.save_recovery_key(output, key)
        return key

    key = context.run(work)
    if key is None:
        raise Failure(UsageError("The history is not encrypted.", remedy="baton history encrypt does it."))
    if output is None:
        click.echo(recovery_text(key))
        return
    click.echo(f"Saved as {visible(str(output))}. Keep it away from this computer.", err=True)


@click.command()
@click.pass_obj
def recover(context: CommandContext) -> None:
    """Open an encrypted history whose key is no longer in the keyring: the recovery key is typed at a hidden prompt or
    read from stdin, where the saved file can stand whole, and kept in the keyring again.
    """
    if sys.stdin.isatty():
        words: str = click.prompt("Recovery key", hide_input=True, default="", show_default=False, err=True)
    else:
        words = stdin().read(_LONGEST_KEY)
    kept = context.run(lambda app: app.safekeeping.recover(words))
    click.echo("The history can be opened again." if kept else "The key fits, but the keyring does not keep it.")
    if not kept:
        raise Failure("Unlock the keyring, or install one, then recover once more.")


@click.command()
@_JSON
@click.pass_obj
def decrypt(context: CommandContext, as_json: bool) -> None:
    """Put the history and its backups in the clear again. The key stays in the keyring."""
    _tell_converted(context.run(lambda app: app.safekeeping.decrypt()), as_json)


def _tell_converted(done: Converted, as_json: bool) -> None:
    if as_json:
        print_json({"encrypted": done.is_encrypted, "backups": done.backups, "plain_files": list(done.kept_plain)})
        return
    word = "encrypted" if done.is_encrypted else "no longer encrypted"
    count = "1 backup" if done.backups == 1 else f"{done.backups} backups"
    click.echo(f"The history is {word}, and so {'is' if done.backups == 1 else 'are'} {count}.")
    if done.is_encrypted:
        for file in done.kept_plain:
            click.echo(f"Still in the clear: {visible(file)}", err=True)
        click.echo(STAYS_PLAIN, err=True)
        click.echo("Where the keyring is lost, only a recovery key opens it: baton history recovery-key", err=True)


def _agree(question: str) -> None:
    if not click.confirm(question, default=False, err=True):
        raise Failure("Nothing was changed.")


def _plain(backup: Backup) -> dict[str, object]:
    return {**asdict(backup), "made_at": backup.made_at.isoformat()}
