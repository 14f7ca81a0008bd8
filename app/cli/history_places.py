"""``baton history list``, ``title``, ``folders``, ``move``, ``archive``, ``bin``: what chats are called and where they
lie. A chat is named by its id or the beginning of it (8 characters or more); all are found before one is changed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import click

from app.cli.context import CommandContext, Failure, print_json
from app.domain.conversation import Conversation
from app.domain.errors import NotFoundError, UsageError
from app.domain.searching import Place, place_of
from app.domain.text import visible
from app.services.application import Application
from app.services.chat_places import BIN_DAYS, ChatPlaces, checked_path

_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_IDS = click.argument("ids", metavar="ID…", nargs=-1, required=True)
_PAGE = 500


@click.command("list")
@click.option("--in", "place", default=Place.CHATS.value, show_default=True, help="chats, archive, bin, or a folder.")
@click.option("--limit", type=click.IntRange(min=1), default=200, show_default=True)
@click.option("--offset", type=click.IntRange(min=0), default=0, help="Leave so many out.")
@_JSON
@click.pass_obj
def list_(context: CommandContext, place: str, limit: int, offset: int, as_json: bool) -> None:
    """Chats as the window lists them: pinned ones first, then those changed last."""

    async def work(app: Application) -> tuple[Sequence[Conversation], int]:
        if place not in {known.value for known in Place}:
            there = (await _in_folder(app, place))[offset:]
            return there[:limit], max(0, len(there) - limit)
        shown, more = await app.history.list(place=Place(place), limit=limit, offset=offset), 0
        while len(shown) == limit and (
            page := await app.history.list(place=Place(place), limit=_PAGE, offset=offset + limit + more)
        ):
            more += len(page)
        return shown, more

    found, more = context.run(work)
    if as_json:
        print_json({"place": place, "conversations": [_plain(head) for head in found], "more": more})
        return
    if not found:
        click.echo("There is nothing there.", err=True)
    for head in found:
        folder = f"  {visible(head.folder)}" if head.folder else ""
        pinned = "  pinned" if head.pinned else ""
        when = f"{head.updated_at.astimezone():%Y-%m-%d %H:%M}"
        click.echo(f"{head.id}  {when}  {click.style(visible(head.title), bold=True)}{folder}{pinned}")
    if more:
        click.echo(f"{more} more: --limit {limit + more} lists them too.", err=True)


async def _in_folder(app: Application, folder: str) -> Sequence[Conversation]:
    """What lies in a folder or in one within it. Raises ``NotFoundError`` for one that is not there."""
    path = await _known(app.history.places, folder)
    found: list[Conversation] = []
    offset = 0
    while page := await app.history.list(place=Place.CHATS, limit=_PAGE, offset=offset):
        offset += len(page)
        found += [head for head in page if head.folder == path or head.folder.startswith(f"{path}/")]
    return found


@click.command()
@click.argument("conversation", metavar="ID")
@click.argument("words", metavar="TITLE", nargs=-1, required=True)
@_JSON
@click.pass_obj
def title(context: CommandContext, conversation: str, words: tuple[str, ...], as_json: bool) -> None:
    """Give a chat a name. Baton names it no more."""

    async def work(app: Application) -> Conversation:
        head = await app.history.find(conversation)
        return await app.history.rename(head.id, " ".join(words))

    head = context.run(work)
    if as_json:
        print_json(_plain(head))
    else:
        click.echo(f"It is called {visible(head.title)!r} now.")


@click.command()
@_IDS
@click.option("--off", is_flag=True, help="No longer.")
@_JSON
@click.pass_obj
def pin(context: CommandContext, ids: tuple[str, ...], off: bool, as_json: bool) -> None:
    """Keep chats at the top of the list."""
    _change(context, ids, lambda at, found: at.pin(found, not off), "unpinned" if off else "pinned", as_json)


@click.command()
@_IDS
@click.option("--to", "folder", required=True, help="Its path, such as Work/Costs; made where it is missing; '': none.")
@_JSON
@click.pass_obj
def move(context: CommandContext, ids: tuple[str, ...], folder: str, as_json: bool) -> None:
    """Put chats into a folder. They leave the archive."""
    done = f"moved to {visible(folder)}" if folder else "moved out of the folder"
    _change(context, ids, lambda at, found: at.move(found, folder), done, as_json)


@click.command()
@_IDS
@_JSON
@click.pass_obj
def archive(context: CommandContext, ids: tuple[str, ...], as_json: bool) -> None:
    """Put chats into the archive, where search finds them and the list does not show them."""
    _change(context, ids, lambda at, found: at.archive(found, True), "put into the archive", as_json)


@click.command("bin")
@_IDS
@_JSON
@click.pass_obj
def bin_(context: CommandContext, ids: tuple[str, ...], as_json: bool) -> None:
    """Delete chats: they lie in the bin for a while, and can be brought back whole."""
    done = f"put into the bin, for {BIN_DAYS} days"
    _change(context, ids, lambda at, found: at.to_bin(found), done, as_json)


@click.command()
@_IDS
@_JSON
@click.pass_obj
def restore(context: CommandContext, ids: tuple[str, ...], as_json: bool) -> None:
    """Bring chats back out of the bin, to where they lay, or out of the archive."""
    _change(context, ids, lambda at, found: at.bring_back(found), "brought back", as_json)


@click.command("empty-bin")
@click.option("--yes", is_flag=True, help="Do not ask.")
@_JSON
@click.pass_obj
def empty_bin(context: CommandContext, yes: bool, as_json: bool) -> None:
    """Delete for good what lies in the bin, with its messages and files."""
    if not yes and not click.confirm("Delete everything in the bin for good?", default=False, err=True):
        raise Failure("Nothing was changed.")
    erased = context.run(lambda app: app.history.places.empty_bin())
    if as_json:
        print_json({"erased": list(erased)})
    else:
        click.echo(f"{_chats(len(erased))} deleted for good.")


@click.group()
def folders() -> None:
    """The folders that chats lie in. A path names the outer folder first: Work/Costs."""


@folders.command("list")
@_JSON
@click.pass_obj
def list_folders(context: CommandContext, as_json: bool) -> None:
    """Every folder."""
    _tell_folders(context.run(lambda app: app.history.places.folders()), as_json)


@folders.command()
@click.argument("path")
@_JSON
@click.pass_obj
def add(context: CommandContext, path: str, as_json: bool) -> None:
    """Make a folder; one that is there already stays."""
    _change_folders(context, lambda at: at.add_folder(path), as_json)


@folders.command()
@click.argument("path")
@click.argument("to")
@_JSON
@click.pass_obj
def rename(context: CommandContext, path: str, to: str, as_json: bool) -> None:
    """Rename or move a folder with all that lies in it."""

    async def work(at: ChatPlaces) -> None:
        await at.rename_folder(await _known(at, path), to)

    _change_folders(context, work, as_json)


@folders.command()
@click.argument("path")
@_JSON
@click.pass_obj
def remove(context: CommandContext, path: str, as_json: bool) -> None:
    """Take a folder away. Its chats stay, in no folder."""

    async def work(at: ChatPlaces) -> None:
        await at.remove_folder(await _known(at, path))

    _change_folders(context, work, as_json)


async def _known(places: ChatPlaces, path: str) -> str:
    """The path of a folder that is there: as it was given, or the one that differs in case alone. Raises
    ``NotFoundError``, ``UsageError``.
    """
    tidy, paths = checked_path(path), await places.folders()
    if tidy in paths:
        return tidy
    alike = [there for there in paths if there.casefold() == tidy.casefold()]
    if len(alike) > 1:
        raise UsageError(f"{path!r} may be {' or '.join(map(repr, alike))}.", remedy="Write it as the list does.")
    if not alike:
        raise NotFoundError(f"There is no folder {path!r}.", remedy="baton history folders list shows those there are.")
    return alike[0]


def _change_folders(context: CommandContext, change: Callable[[ChatPlaces], Awaitable[object]], as_json: bool) -> None:
    async def work(app: Application) -> Sequence[str]:
        await change(app.history.places)
        return await app.history.places.folders()

    _tell_folders(context.run(work), as_json)


def _tell_folders(paths: Sequence[str], as_json: bool) -> None:
    if as_json:
        print_json({"folders": list(paths)})
        return
    if not paths:
        click.echo("There are no folders.", err=True)
    for path in paths:
        click.echo(visible(path))


def _change(
    context: CommandContext,
    ids: Sequence[str],
    change: Callable[[ChatPlaces, Sequence[str]], Awaitable[Sequence[Conversation]]],
    done: str,
    as_json: bool,
) -> None:
    async def work(app: Application) -> Sequence[Conversation]:
        found = [(await app.history.find(identity)).id for identity in ids]
        return await change(app.history.places, found)

    heads = context.run(work)
    if as_json:
        print_json({"conversations": [_plain(head) for head in heads]})
    else:
        click.echo(f"{_chats(len(heads))} {done}.")


def _chats(count: int) -> str:
    return "1 chat" if count == 1 else f"{count} chats"


def _plain(head: Conversation) -> dict[str, object]:
    return {
        "id": head.id,
        "title": head.title,
        "place": place_of(head).value,
        "folder": head.folder,
        "pinned": head.pinned,
        "model": head.settings.model,
        "created_at": head.created_at.isoformat(),
        "updated_at": head.updated_at.isoformat(),
        "deleted_at": None if head.deleted_at is None else head.deleted_at.isoformat(),
    }
