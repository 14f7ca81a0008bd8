"""A chat longer than its context on the command line: asked where somebody is there, else an error that helps."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from app.cli.ask import ask
from app.cli.consent import TerminalConsent
from app.cli.context import CommandContext, Failure
from app.cli.overflow import TerminalOverflow
from app.cli.terminal_chat import chat
from app.domain.context import Overflow, OverflowQuestion, Room
from app.domain.models import Capabilities
from app.domain.ports import ChatRequest, OverflowAsker
from app.domain.stream import CONTEXT_FULL, Finished, FinishReason, Usage
from app.providers.scripted import ScriptedModel, Step, words
from app.services.context_summary import SYSTEM
from tests.ui_fixtures import build_test_application

SMALL = ScriptedModel(capabilities=Capabilities(context_tokens=2_000))
LONG = "many words " * 60
QUESTION = OverflowQuestion(conversation_id="c", model="m", tokens=9_120, estimated=True, room=Room.of(8_192), turns=6)


def answer(request: ChatRequest) -> list[Step]:
    if request.system == SYSTEM:
        return words("They counted words.")
    tokens = sum(len(message.text) for message in request.messages) // 4
    return [*words("word " * 30), Usage(input_tokens=tokens, output_tokens=40)]


class Console:
    """Runs commands over one home with a small scripted model."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "settings.toml").write_text('default_model = "scripted:script"\n')
        self.turns = answer

    def context(self, overflow: OverflowAsker) -> CommandContext:
        return CommandContext(
            lambda: build_test_application(self.folder, self.turns, models=[SMALL]),
            TerminalConsent(interactive=False),
            overflow,
        )

    def ask(self, *arguments: str, stdin: str = "") -> Result:
        context = self.context(TerminalOverflow(interactive=False))
        return CliRunner().invoke(ask, list(arguments), obj=context, input=stdin, standalone_mode=False)

    def chat(self, lines: list[str], *, interactive: bool = False) -> Result:
        context = self.context(TerminalOverflow(interactive=interactive))

        @click.command()
        def command() -> int:
            return chat(context)

        return CliRunner().invoke(command, input="".join(f"{line}\n" for line in lines), standalone_mode=False)


@pytest.fixture
def console(tmp_path: Path) -> Console:
    return Console(tmp_path)


def test_a_question_longer_than_the_context_is_refused_with_status_1_and_its_numbers(console: Console) -> None:
    result = console.ask("y" * 9_000)
    assert isinstance(result.exception, Failure)
    assert result.exception.status == 1
    assert "This message alone takes about 2,2" in result.exception.message
    assert "of its 2,000" in result.exception.message


def test_among_many_questions_a_long_one_is_an_error_of_its_own(console: Console) -> None:
    result = console.ask("-", stdin=f"short\n{'y' * 9_000}\nshort again\n")
    assert isinstance(result.exception, SystemExit)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [bool(line["text"]) for line in lines] == [True, False, True]
    assert "This message alone" in lines[1]["error"]


def test_the_choice_is_an_option_that_stays_with_the_conversation(console: Console) -> None:
    result = console.ask("--overflow", "summarise", "--json", "hello")
    conversation = json.loads(result.stdout)["conversation"]

    async def opened() -> Overflow | None:
        app = build_test_application(console.folder)
        try:
            return (await app.history.open(conversation)).conversation.settings.overflow
        finally:
            await app.aclose()

    assert asyncio.run(opened()) is Overflow.SUMMARISE
    wrong = console.ask("--overflow", "forget", "hello")
    assert isinstance(wrong.exception, click.UsageError)
    assert "'stop', 'drop', 'summarise'" in str(wrong.exception)


def test_in_a_pipe_it_is_an_error_that_names_the_option_and_the_option_works(console: Console) -> None:
    questions = [f"{number} {LONG}" for number in range(9)]
    result = console.chat(questions)
    assert result.return_value == 1
    assert "This message and the chat take about 1," in result.stderr
    assert "/overflow in the terminal chat" in " ".join(result.stderr.split())
    result = console.chat(["/overflow drop", *questions])
    assert result.return_value == 0
    assert "The 3 oldest turns are not sent to the model." in result.stderr
    result = console.chat(["/overflow summarise", *questions])
    assert result.return_value == 0
    assert "The 3 oldest turns are sent to the model as a summary." in result.stderr
    assert "/overflow HOW" in console.chat(["/overflow forget"]).stderr


def test_a_person_at_the_terminal_is_asked_in_the_middle_of_the_chat(console: Console) -> None:
    questions = [f"{number} {LONG}" for number in range(9)]
    result = console.chat([*questions, "d", "what?"], interactive=True)
    assert "d drops the 3 oldest turns, s summarises them, Enter sends nothing" in result.stderr
    assert "The 3 oldest turns are not sent to the model." in result.stderr
    assert result.return_value == 0


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("d\n", Overflow.DROP),
        ("Drop\n", Overflow.DROP),
        ("s\n", Overflow.SUMMARISE),
        ("\n", Overflow.STOP),
        ("yes\n", Overflow.STOP),
        ("", Overflow.STOP),
    ],
)
def test_only_a_letter_that_was_asked_for_leaves_something_out(typed: str, choice: Overflow) -> None:
    @click.command()
    def command() -> Overflow | None:
        return asyncio.run(TerminalOverflow(interactive=True).ask_overflow(QUESTION))

    result = CliRunner().invoke(command, input=typed, standalone_mode=False)
    assert result.return_value is choice
    assert "take about 9,120 tokens; 'm' has room for 8,192, 1,024 of them kept for the answer." in result.stderr
    assert result.stdout == ""


def test_an_answer_that_filled_the_context_says_so(console: Console) -> None:
    console.turns = lambda _: [*words("half"), Finished(reason=FinishReason.LENGTH, detail=CONTEXT_FULL)]
    assert "ends here because the model's context is full" in console.chat(["hello"]).stderr
