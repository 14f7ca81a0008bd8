"""The chat in a terminal: what ``baton`` is where there is no display. Reads lines, also from a pipe."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import math
import shlex
import signal
import sys
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import Any

import click

from app.cli.ask import schema_of
from app.cli.context import CommandContext, interruptible, stdin
from app.cli.prompt_variables import filled, given_values
from app.cli.turn import TurnPrinter
from app.domain.attachments import Attachment, check_count, distinct
from app.domain.aws import AccountKind
from app.domain.context import OVERFLOW_WORDS, Overflow
from app.domain.conversation import Conversation, ConversationSettings
from app.domain.errors import BatonError, UsageError
from app.domain.models import AUTO, ModelId
from app.domain.prompts import PromptKind
from app.domain.text import visible
from app.services.application import Application

HELP = """\
Write what you want, for example: list my buckets
/model ID      choose a model (baton models lists them), or auto
/private on    keep the conversation on this machine; /private off ends that
/account NAME  choose an AWS account (demo, or a profile)
/region NAME   choose a region
/system NAME   use a system prompt of the library; NAME=VALUE behind it sets its variables; off: the general one
/prompt NAME   send a message of the library, likewise
/prompts       what the library holds
/budget USD    what this conversation may cost at most at models elsewhere; off: nothing but the general budgets
/schema FILE   a JSON schema that every answer follows; off: none
/overflow HOW  where the chat is longer than the model's context: ask, drop, summarise or stop
/attach FILE   give a picture, a PDF or a text along with the next message
/detach        give no file along after all
/new           begin a new conversation
/help          this text
/quit          leave (Ctrl+D too); Ctrl+C stops an answer"""


def chat(context: CommandContext, why: str = "") -> int:
    """Chat until the input ends; returns the exit status.

    ``why`` says why there is no window, on stderr. In a pipe the status is 1 where a turn could not be answered.
    """
    interactive = sys.stdin.isatty()
    if interactive:
        with contextlib.suppress(ImportError):  # Windows has line editing of its own
            import readline  # noqa: F401  # imported, it gives input() editing and the lines typed before
    if why and interactive:
        click.echo(f"{why} Baton chats here instead.", err=True)
    return context.run(lambda app: _Chat(app, context, interactive=interactive).run())


class _Chat:
    def __init__(self, app: Application, context: CommandContext, *, interactive: bool) -> None:
        self._app = app
        self._context = context
        self._interactive = interactive
        self._failed = False
        self._files: list[Attachment] = []

    async def run(self) -> int:
        conversation = await self._app.history.create(ConversationSettings(parameters=await self._parameters(None)))
        await self._greet(conversation.settings)
        while (line := self._read()) is not None:
            text = line.strip()
            if not text:
                continue
            try:
                if text.partition(" ")[0] == "/prompt":
                    conversation = await self._turn(conversation, await self._filled(text, PromptKind.MESSAGE))
                elif text.startswith("/"):
                    changed = await self._command(conversation, text)
                    if changed is None:
                        break
                    conversation = changed
                else:
                    conversation = await self._turn(conversation, text)
            except BatonError as error:
                self._failed = True
                click.echo(f"baton: {error}", err=True)
        return 1 if self._failed and not self._interactive else 0

    async def _parameters(self, model: str | None) -> Mapping[str, object]:
        """What a chat with ``model`` begins with by the preset for new chats; what it does not take is named."""
        try:
            laid = await self._app.new_chats.laid(model)
        except BatonError:
            return {}  # no such model: the first message says so
        for note in laid.notes:
            click.echo(f"baton: {visible(note)}", err=True)
        return laid.parameters

    async def _greet(self, settings: ConversationSettings) -> None:
        account = await self._app.aws.account(settings.account)
        model = settings.model or self._app.settings.current.default_model
        where = f"{account.title}, {settings.region or await self._app.aws.region(account)}"
        if account.kind is AccountKind.DEMO:
            where += " (nothing leaves this machine)"
        click.echo(f"Baton: {model}; {where}. /help says what else can be typed.", err=True)

    def _read(self) -> str | None:
        if not self._interactive:
            with interruptible():
                line = stdin().readline()
            if line:
                click.echo(f"> {visible(line.rstrip())}")
            return line or None
        try:
            with interruptible():
                return input("> ")
        except EOFError:
            click.echo()
            return None
        except KeyboardInterrupt:
            click.echo("\n/quit or Ctrl+D leaves.", err=True)
            return ""

    async def _filled(self, command: str, kind: PromptKind) -> str:
        """The text of the prompt that ``/system NAME [VARIABLE=VALUE …]`` names."""
        try:
            _, *words = shlex.split(command)
        except ValueError:
            raise UsageError("A quotation mark is not closed.", remedy="Close it.") from None
        if not words:
            raise UsageError("No prompt is named.", remedy="/prompts lists them.")
        prompt = await asyncio.to_thread(self._app.prompts.of_kind, words[0], kind)
        return filled([prompt], given_values(words[1:]))[0]

    async def _turn(self, conversation: Conversation, text: str) -> Conversation:
        printer = TurnPrinter(self._context.console)
        task = asyncio.create_task(
            printer.print(
                self._app.chat.send(
                    conversation,
                    text,
                    consent=self._context.consent,
                    overflow=self._context.overflow,
                    parent_id=conversation.leaf_id,
                    attachments=self._files,
                )
            ),
            name="turn",
        )
        with _interrupt_cancels(task):
            try:
                await task
            except asyncio.CancelledError:
                if not task.cancelled():
                    raise
                click.echo("\nStopped.", err=True)
        if printer.answer is not None and printer.answer.error:
            self._failed = True
        self._files = []
        opened = await self._app.history.open(conversation.id)
        return opened.conversation

    async def _attach(self, value: str) -> None:
        check_count(len(self._files) + 1)
        file = await self._app.attachments.read(_path_of(value))
        self._files = [*self._files, file]
        names = ", ".join(item.part.name for item in distinct(self._files))
        click.echo(visible(" ".join([f"With the next message: {names}.", *file.notes])), err=True)

    async def _command(self, conversation: Conversation, text: str) -> Conversation | None:
        name, _, value = text.partition(" ")
        value = value.strip()
        settings = conversation.settings
        match name, bool(value):
            case "/quit" | "/exit", _:
                return None
            case "/new", _:
                return await self._app.history.create(settings)
            case "/model", True:
                model = ModelId.parse(value)
                if model != AUTO:
                    model = (await self._app.models.info(model)).id
                parameters = await self._parameters(str(model))
                settings = dataclasses.replace(settings, model=str(model), parameters=parameters)
            case "/private", True if value in ("on", "off"):
                settings = dataclasses.replace(settings, private=value == "on")
            case "/account", True:
                account = await self._app.aws.account(value)
                settings = dataclasses.replace(settings, account=account.key, region=None)
            case "/attach", True:
                await self._attach(value)
                return conversation
            case "/detach", _:
                self._files = []
                click.echo("No file goes along.", err=True)
                return conversation
            case "/region", True:
                settings = dataclasses.replace(settings, region=value)
            case "/system", True if value == "off":
                settings = dataclasses.replace(settings, system_prompt=None, system_prompt_from=None)
            case "/system", True:
                prompt = await self._filled(text, PromptKind.SYSTEM)
                value = shlex.split(value)[0]
                settings = dataclasses.replace(settings, system_prompt=prompt, system_prompt_from=value)
            case "/prompts", False:
                for item in (await asyncio.to_thread(self._app.prompts.listing)).prompts:
                    click.echo(visible(f"{item.name}  {item.kind.value}  {item.problem or item.title}"), err=True)
                return conversation
            case "/budget", True:
                settings = dataclasses.replace(settings, budget_usd=_budget(value))
            case "/schema", True:
                schema = None if value == "off" else await asyncio.to_thread(schema_of, _path_of(value))
                settings = dataclasses.replace(settings, schema=schema)
            case "/overflow", True if value in OVERFLOW_WORDS:
                settings = dataclasses.replace(settings, overflow=Overflow(value))
            case _:
                click.echo(HELP, err=True)
                return conversation
        click.echo(f"{name[1:].capitalize()}: {value}", err=True)
        if conversation.leaf_id is not None:
            return await self._app.history.configure(conversation.id, settings)
        return dataclasses.replace(conversation, settings=settings)


def _budget(text: str) -> float | None:
    if text == "off":
        return None
    try:
        amount = float(text.removeprefix("$"))
    except ValueError:
        amount = 0.0
    if not 0 < amount < math.inf:
        raise UsageError(f"{text[:40]!r} is no amount of US dollars.", remedy="Write one, as /budget 0.50, or off.")
    return amount


def _path_of(text: str) -> Path:
    return Path(text).expanduser()


@contextlib.contextmanager
def _interrupt_cancels(task: asyncio.Task[Any]) -> Generator[None]:
    """Ctrl+C stops the answer instead of the program, where the platform allows it."""
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGINT, task.cancel)
    except (NotImplementedError, RuntimeError):
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
