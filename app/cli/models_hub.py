"""``baton models search`` and ``files``: what a model hub offers, and what of it runs on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import click

from app.cli.context import CommandContext, items, print_json
from app.cli.sizes import print_rows, size_words
from app.domain.hub import HubModel, HubRepository, HubVariant
from app.domain.text import visible
from app.services.application import Application

_PAGE = 100


@click.command()
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="The most models to show.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.argument("words", metavar="TEXT", nargs=-1, required=True)
@click.pass_obj
def search(context: CommandContext, limit: int, as_json: bool, words: tuple[str, ...]) -> None:
    """Search Hugging Face for GGUF models, the most downloaded first. '-' reads one text a line from stdin."""
    text = " ".join(words)

    async def work(app: Application) -> bool:
        found_all = True
        for query in items(text):
            if text == "-" and not query.strip():
                continue
            found = await _found(app, query, limit)
            found_all = found_all and bool(found)
            if as_json or text == "-":
                print_json({"query": query, "models": [_model_json(model) for model in found]})
            else:
                _print_found(context, found)
        return found_all

    if not context.run(work) and text != "-" and not as_json:
        click.echo("No model fits. Search for a part of a name, as in: qwen 7b", err=True)


@click.command()
@click.argument("repository")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def files(context: CommandContext, repository: str, as_json: bool) -> None:
    """List the model files of a repository on Hugging Face, and which of them fit this machine."""
    found = context.run(lambda app: app.local.repository(repository, is_measured=True))
    if as_json:
        print_json(_repository_json(found))
        return
    print_rows(
        context,
        ("File", "Quantisation", "Size", "Memory", "On this machine"),
        [_variant_row(variant) for variant in found.variants],
        right=("Size", "Memory"),
    )
    if not found.is_measured:
        click.echo("What fits is estimated from the files' sizes.", err=True)
    best = next((variant for variant in found.variants if variant.is_best), None)
    if best is not None:
        click.echo(f"Download: baton models pull {visible(found.name)} --file {visible(best.file_name)}", err=True)
    if found.is_gated:
        click.echo("Its terms must be accepted on the hub's page; then: baton keys set huggingface", err=True)


async def _found(app: Application, query: str, limit: int) -> list[HubModel]:
    """Page after page, until there are enough."""
    found: list[HubModel] = []
    following = ""
    while len(found) < limit:
        page = await app.local.search(query, limit=min(_PAGE, limit - len(found)), following=following)
        found += page.models
        following = page.following
        if not following or not page.models:
            break
    return found[:limit]


def _print_found(context: CommandContext, found: Sequence[HubModel]) -> None:
    rows = [
        (
            model.repository,
            _count(model.downloads),
            _count(model.likes),
            model.updated_at.date().isoformat() if model.updated_at else "?",
            ", ".join(word for word in (model.licence, "gated" if model.is_gated else "") if word),
        )
        for model in found
    ]
    print_rows(context, ("Repository", "Downloads", "Likes", "Updated", "Licence"), rows, right=("Downloads", "Likes"))


def _variant_row(variant: HubVariant) -> tuple[str, str, str, str, str]:
    words = "adapter" if variant.kind == "adapter" else str(variant.fit)
    if variant.kind != "adapter" and variant.layers_on_gpu:
        words += f", {variant.layers_on_gpu} of {variant.layers_total} layers on the GPU"
    if variant.is_best:
        words += ", recommended"
    name = variant.file_name if variant.parts == 1 else f"{variant.file_name} and {variant.parts - 1} more"
    needed = "" if variant.kind == "adapter" else size_words(variant.needed_bytes)
    return name, variant.quantisation or "?", size_words(variant.size_bytes), needed, words


def _model_json(model: HubModel) -> dict[str, object]:
    return {
        "repository": model.repository,
        "downloads": model.downloads,
        "likes": model.likes,
        "updated_at": model.updated_at.isoformat() if model.updated_at else None,
        "gated": model.is_gated,
        "licence": model.licence or None,
        "parameters": model.parameters,
    }


def _repository_json(found: HubRepository) -> dict[str, object]:
    variants = []
    for variant in found.variants:
        values = asdict(variant)
        values["file"] = values.pop("file_name")
        values["recommended"] = values.pop("is_best")
        values["fit"] = None if variant.kind == "adapter" else str(variant.fit)
        variants.append(values)
    return {
        "repository": found.name,
        "gated": found.is_gated,
        "licence": found.licence or None,
        "measured": found.is_measured,
        "context_tokens": found.context_tokens,
        "files": variants,
    }


def _count(count: int | None) -> str:
    return "?" if count is None else f"{count:,}"
