"""``baton models``: what can be used now, and the local model files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import click

from app.cli.context import CommandContext, Failure, items, print_json
from app.cli.load_plan import print_plan
from app.cli.models_correct import correct
from app.cli.models_hub import files, search
from app.cli.models_local import adapter, add, discover, list_local, pull, remove
from app.cli.sizes import print_rows
from app.domain.errors import BatonError, UsageError
from app.domain.models import ModelInfo, Price, ProviderStatus
from app.domain.routing import Task
from app.domain.text import visible
from app.services.application import Application


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--refresh", is_flag=True, help="Ask every provider again.")
@click.pass_context
def models(ctx: click.Context, as_json: bool, refresh: bool) -> None:
    """List every model that can be used now; the subcommands look after local model files."""
    if ctx.invoked_subcommand is not None:
        return
    context: CommandContext = ctx.obj

    async def work(app: Application) -> Sequence[ProviderStatus]:
        return await app.models.statuses(refresh=refresh)

    statuses = context.run(work)
    if as_json:
        print_json(
            {
                "models": [_model_json(info) for status in statuses for info in status.models],
                "providers": [
                    {
                        "provider": status.name,
                        "title": status.title,
                        "needs_key": status.needs_key,
                        "has_key": status.has_key,
                        "problem": status.problem,
                    }
                    for status in statuses
                ],
            }
        )
        return
    _print_models(context, statuses)


for _command in (add, adapter, correct, discover, files, list_local, pull, remove, search):
    models.add_command(_command)


@models.command()
@click.argument("name")
@click.option("--context", "local_context_tokens", type=int, help="Tokens of context; 0: the model's own.")
@click.option("--gpu-layers", "local_gpu_layers", type=int, help="Layers on the GPU; -1: as many as fit.")
@click.option("--policy", "local_policy", help="fit, gpu (all on the GPU or not at all), cpu or manual.")
@click.option("--kv-type", "local_kv_type", help="How keys and values are kept: f16, q8_0 or q4_0.")
@click.option("--flash-attention", "local_flash_attention", help="auto, on or off.")
@click.option("--sequences", "local_sequences", type=int, help="Answers at once; 0: chosen for the model.")
@click.option("--threads", "local_threads", type=int, help="Compute threads; 0: every physical core.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def plan(context: CommandContext, /, name: str, as_json: bool, **tried: object) -> None:
    """Say how a local model would be loaded, before anything is.

    The options try other values than the settings' without changing them.
    """
    values = {setting: value for setting, value in tried.items() if value is not None}
    if tried["local_gpu_layers"] is not None:
        values.setdefault("local_policy", "manual")
    elif tried["local_policy"] is not None:
        values["local_gpu_layers"] = -1  # a number that the settings hold belongs to the settings' policy
    found = context.run(lambda app: app.local.plan(name.removeprefix("local:"), values))
    if as_json:
        print_json(asdict(found))
        return
    print_plan(context, found)


@models.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def route(context: CommandContext, text: tuple[str, ...], as_json: bool) -> None:
    """Say what a message would be taken to be about, and which model would answer it with -m auto; asks none.

    TEXT of - reads one message a line from stdin and writes one JSON object a line.
    """
    whole = " ".join(text)
    many = whole == "-"
    if not whole.strip():
        raise Failure(UsageError("There is no message to look at.", remedy="Write one."))

    async def work(app: Application) -> bool:
        good = True
        for item in items(whole):
            told = await _route(app, item)
            good &= told["problem"] is None
            if as_json or many:
                print_json(told)
            else:
                click.echo(visible(f"{told['model'] or 'Nobody'} would answer."))
                click.echo(visible(str(told["problem"] or told["reason"])))
        return good

    if not context.run(work):
        raise SystemExit(1)


async def _route(app: Application, text: str) -> dict[str, object]:
    judged = await app.chat.router.judge(text)
    told: dict[str, object] = {"text": text, "task": judged.task, "reason": f"{judged.reason}.", "model": None}
    try:
        choice = await app.chat.router.explain(text)
    except BatonError as error:
        return {**told, "private": judged.task is Task.PRIVATE, "problem": str(error)}
    return {
        **told,
        "task": choice.task,
        "reason": choice.reason,
        "model": str(choice.model.id),
        "private": choice.is_private,
        "problem": None,
    }


def _print_models(context: CommandContext, statuses: Sequence[ProviderStatus]) -> None:
    rows = [_row(info) for status in statuses for info in status.models]
    print_rows(context, ("Model", "Context", "$/M in", "$/M out", "Can"), rows, right=("Context", "$/M in", "$/M out"))
    for status in statuses:
        if status.skipped is not None:
            click.echo(f"baton: {status.name}: {visible(status.skipped)}", err=True)
        if status.problem is not None and (status.has_key or not status.needs_key):
            click.echo(f"baton: {status.name}: {visible(status.problem)}", err=True)
    if missing := [status.name for status in statuses if status.needs_key and not status.has_key]:
        click.echo(f"No key yet for: {', '.join(missing)}. Set one: baton keys set PROVIDER", err=True)


def _row(info: ModelInfo) -> tuple[str, str, str, str, str]:
    can = info.capabilities
    abilities = [
        word
        for word, has in (
            ("tools", can.tools),
            ("thinking", can.reasoning),
            ("images", can.images),
            ("PDFs", can.documents),
            ("private", info.is_private),
        )
        if has
    ]
    return (
        str(info.id),
        _short(can.context_tokens),
        "free" if info.is_private else _dollars(info.price, "input"),
        "free" if info.is_private else _dollars(info.price, "output"),
        ", ".join(abilities),
    )


def _short(tokens: int | None) -> str:
    if tokens is None:
        return "?"
    if tokens >= 1_000_000:
        return f"{tokens / 1_000_000:.2f}".rstrip("0").rstrip(".") + "M"
    return f"{tokens / 1000:.0f}k" if tokens >= 1000 else str(tokens)


def _dollars(price: Price | None, side: str) -> str:
    if price is None:
        return "?"
    value = price.input if side == "input" else price.output
    return f"{value:g}" if value else "free"


def _model_json(info: ModelInfo) -> dict[str, object]:
    can = info.capabilities
    return {
        "id": str(info.id),
        "title": info.title,
        "context_tokens": can.context_tokens,
        "max_output_tokens": can.max_output_tokens,
        "tools": can.tools,
        "reasoning": can.reasoning,
        "images": can.images,
        "documents": can.documents,
        "json_schema": can.json_schema or can.holds_schemas,
        "private": info.is_private,
        "parameters": [spec.name for spec in can.parameters],
        "not_taken": {spec.name: why for spec, why in can.refused},
        "source": info.source,
        "price_usd_per_million": None if info.price is None else asdict(info.price),
    }
