"""``baton ask``: one turn from the command line."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from app.cli.context import CommandContext, Failure, items, print_json
from app.cli.input_file import read_input
from app.cli.overflow import CHOICES
from app.cli.prompt_variables import filled, given_values
from app.cli.turn import TurnPrinter
from app.domain.attachments import Attachment
from app.domain.aws import Action, ActionState
from app.domain.context import Overflow
from app.domain.conversation import Conversation, ConversationSettings, Node, NodeState
from app.domain.errors import ContextOverflowError, UnsupportedError, UsageError
from app.domain.messages import Role
from app.domain.prompts import PromptKind
from app.domain.routing import Route
from app.domain.text import visible
from app.services.application import Application
from app.services.forms.validation import schema_problem
from app.services.turn_updates import ActionChanged, NodeAdded, NodeEnded


@click.command()
@click.option("-m", "--model", metavar="ID", help="As provider:model, or auto; see baton models.")
@click.option("--system", metavar="NAME", help="A system prompt of the prompt library; see baton prompts.")
@click.option("--prompt", metavar="NAME", help="A message of the prompt library; TEXT, if any, comes after it.")
@click.option("--var", "pairs", metavar="NAME=VALUE", multiple=True, help="A value for a variable of these prompts.")
@click.option(
    "--aws",
    "account",
    metavar="demo|PROFILE|none",
    help="The AWS account; none: the model gets no AWS tools. Default: as in the settings, with --schema none.",
)
@click.option("--region", help="The AWS region. Default: the account's.")
@click.option("--schema", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="JSON schema to follow.")
@click.option(
    "--preset",
    metavar="NAME",
    help="A preset of parameters, such as precise; what is not taken is named. Default: as in the settings.",
)
@click.option("--private", is_flag=True, help="Ask only models that run here: nothing leaves this machine.")
@click.option("--overflow", type=click.Choice(CHOICES), help="What to do where the chat is longer than the context.")
@click.option(
    "--budget",
    type=click.FloatRange(min=0, min_open=True),
    metavar="USD",
    help="What a question may cost at most at a model elsewhere, tools and all; an answer that goes beyond is stopped.",
)
@click.option(
    "--cached/--no-cache",
    default=None,
    help="Give an answer that was given before to the same request, or never one. Default: at temperature 0.",
)
@click.option(
    "--attach",
    "paths",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A picture, a PDF or a text to give along; can be repeated.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
@click.argument("text", nargs=-1)
@click.pass_obj
def ask(
    context: CommandContext,
    model: str | None,
    system: str | None,
    prompt: str | None,
    pairs: tuple[str, ...],
    account: str | None,
    region: str | None,
    schema: Path | None,
    preset: str | None,
    private: bool,
    overflow: str | None,
    budget: float | None,
    cached: bool | None,
    paths: tuple[Path, ...],
    as_json: bool,
    text: tuple[str, ...],
) -> None:
    """Ask one thing and print the answer as it comes. TEXT of - reads one question a line from stdin."""
    if not text and prompt is None:
        raise click.UsageError("Missing argument 'TEXT...'.")
    wanted = read_schema(schema)
    whole = " ".join(text)
    as_json = as_json or whole == "-"

    async def work(app: Application) -> bool:
        wished = ((system, PromptKind.SYSTEM), (prompt, PromptKind.MESSAGE))
        prompts = [app.prompts.of_kind(name, kind) for name, kind in wished if name is not None]
        texts = filled(prompts, given_values(pairs))
        settings = ConversationSettings(
            model=model,
            parameters=await _parameters(app, preset, model),
            system_prompt=texts[0] if system is not None else None,
            system_prompt_from=prompts[0].name if system is not None else None,
            account=account,
            region=region,
            overflow=None if overflow is None else Overflow(overflow),
            budget_usd=budget,
            cached_answers=cached,
            private=private,
        )
        files = [await app.attachments.read(path) for path in paths]
        for note in (f"{file.part.name}: {note}" for file in files for note in file.notes):
            click.echo(visible(note), err=True)
        good = True
        for question in items(whole):
            if whole == "-" and not question.strip():
                print_json({"question": question, "text": "", "error": "There is nothing to ask."})
                good = False
                continue
            if prompt is not None:
                question = "\n\n".join(part for part in (texts[-1], question) if part.strip())
            conversation = await app.history.create(settings)
            if as_json:
                try:
                    good &= await _ask_json(app, context, conversation, question, wanted, files)
                except (ContextOverflowError, UnsupportedError) as error:  # the questions after it may be short enough
                    print_json({"question": question, "text": "", "error": str(error)})
                    good = False
            else:
                printer = TurnPrinter(context.console)
                updates = app.chat.send(
                    conversation,
                    question,
                    consent=context.consent,
                    overflow=context.overflow,
                    schema=wanted,
                    attachments=files,
                )
                answer = await printer.print(updates)
                good &= _went_well(answer, printer.actions)
        return good

    if not context.run(work):
        raise SystemExit(1)


async def _parameters(app: Application, preset: str | None, model: str | None) -> Mapping[str, object]:
    """The values of the preset, or of the one for new chats, that the model takes; the others are named on stderr."""
    laid = await app.new_chats.laid(model, preset)
    for note in laid.notes:
        click.echo(f"baton: {visible(note)}", err=True)
    return laid.parameters


_MOST_SCHEMA_BYTES = 4 * 1024 * 1024


def read_schema(path: Path | None) -> dict[str, Any] | None:
    """The JSON schema of an option, or ``None`` where there is none. Raises :class:`Failure`."""
    try:
        return None if path is None else schema_of(path)
    except UsageError as error:
        raise Failure(error) from error


def schema_of(path: Path) -> dict[str, Any]:
    """The JSON schema of a file. Raises ``UsageError``."""
    try:
        schema = json.loads(read_input(path, most_bytes=_MOST_SCHEMA_BYTES, what="a schema"))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{str(path)!r} is no JSON schema.", remedy="Give a file that holds one.") from error
    if (problem := schema_problem(schema)) is not None:
        raise UsageError(f"{str(path)!r} cannot be used. {problem}", remedy="Mend it and try again.")
    assert isinstance(schema, dict)
    return schema


async def _ask_json(
    app: Application,
    context: CommandContext,
    conversation: Conversation,
    question: str,
    schema: dict[str, Any] | None,
    files: Sequence[Attachment],
) -> bool:
    answer: Node | None = None
    texts: list[str] = []
    answers: list[Node] = []
    actions: dict[str, Action] = {}
    updates = app.chat.send(
        conversation,
        question,
        consent=context.consent,
        overflow=context.overflow,
        schema=schema,
        attachments=files,
    )
    async for update in updates:
        match update:
            case ActionChanged(action=action):
                actions[action.id] = action
            case NodeEnded(node=node):
                answer = node
                answers.append(node)
                if node.message.text:
                    texts.append(node.message.text)
            case NodeAdded(node=node) if node.message.role is Role.ASSISTANT:
                answer = node
            case _:
                pass
    usage = answer.usage if answer is not None else None
    print_json(
        {
            "question": question,
            "text": "\n\n".join(texts),
            "model": answer.model if answer is not None else None,
            "route": None if answer is None or answer.route is None else route_json(answer.route),
            "state": answer.state if answer is not None else None,
            "finish_reason": answer.finish_reason if answer is not None else None,
            "error": answer.error if answer is not None else None,
            "usage": None
            if usage is None
            else {
                "input_tokens": usage.input_tokens,
                "output_tokens": usage.output_tokens,
                "cached_input_tokens": usage.cached_input_tokens,
                "first_token_s": usage.first_token_s,
                "duration_s": usage.duration_s,
            },
            "cost_usd": _total_cost(answers),
            "cached_at": None if answer is None or answer.cached_at is None else answer.cached_at.isoformat(),
            "form_problem": answer.form_problem if answer is not None else None,
            "actions": [action_json(action) for action in actions.values()],
            "conversation": conversation.id,
        }
    )
    return _went_well(answer, actions)


def _total_cost(answers: Sequence[Node]) -> float | None:
    """What a turn's answers cost together; ``None`` where one has no known price."""
    costs = [answer.cost_usd for answer in answers]
    return None if None in costs else sum(cost for cost in costs if cost is not None)


def route_json(route: Route) -> dict[str, object]:
    """Why a model answered, as the commands print it."""
    return {
        "asked": route.asked,
        "reason": route.reason,
        "task": route.task,
        "failures": [{"model": failure.model, "why": failure.why} for failure in route.failures],
        "next": route.next,
    }


def _went_well(answer: Node | None, actions: dict[str, Action]) -> bool:
    ended_well = answer is not None and answer.state is NodeState.COMPLETE and answer.form_problem is None
    return ended_well and all(action.state is ActionState.DONE for action in actions.values())


def action_json(action: Action) -> dict[str, object]:
    """An action as the commands print it."""
    told: dict[str, object] = {
        "service": action.call.id.service,
        "operation": action.call.id.operation,
        "parameters": action.call.parameters,
        "account": action.call.account,
        "region": action.call.region,
        "risk": action.risk,
        "state": action.state,
        "decision": action.decision,
        "error": action.error,
    }
    if action.result is not None:
        told["result"] = action.result.data
        told["truncated"] = action.result.truncated
    return told
