"""Files given along on the command line: with one question, and in the terminal's chat."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from app.cli.ask import ask
from app.cli.consent import TerminalConsent
from app.cli.context import CommandContext, Failure
from app.cli.overflow import TerminalOverflow
from app.cli.terminal_chat import chat
from app.domain.ports import ChatRequest
from app.providers.scripted import Step, words
from tests.attachment_files import picture
from tests.ui_fixtures import build_test_application


class Console:
    """Runs commands over one home; ``requests`` are what the model was sent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.requests: list[ChatRequest] = []
        (folder / "settings.toml").write_text('default_model = "scripted:script"\n')

    def answer(self, request: ChatRequest) -> list[Step]:
        self.requests.append(request)
        return words("An answer.")

    def context(self) -> CommandContext:
        return CommandContext(
            lambda: build_test_application(self.folder, self.answer),
            TerminalConsent(interactive=False),
            TerminalOverflow(interactive=False),
        )

    def ask(self, *arguments: str, stdin: str = "") -> Result:
        return CliRunner().invoke(ask, list(arguments), obj=self.context(), input=stdin, standalone_mode=False)

    def chat(self, *lines: str) -> Result:
        context = self.context()

        @click.command()
        def command() -> None:
            raise SystemExit(chat(context))

        return CliRunner().invoke(command, [], input="\n".join([*lines, ""]))


@pytest.fixture
def console(tmp_path: Path) -> Console:
    (tmp_path / "a.txt").write_text("first file")
    (tmp_path / "b.py").write_text("print('second')")
    (tmp_path / "shot.png").write_bytes(picture())
    return Console(tmp_path)


def test_files_go_along_with_a_question_in_the_order_given(console: Console) -> None:
    ran = console.ask("--attach", str(console.folder / "a.txt"), "--attach", str(console.folder / "b.py"), "compare")
    assert ran.exception is None
    assert "An answer." in ran.output
    text = console.requests[0].messages[0].text
    assert text.index("first file") < text.index("second") < text.index("compare")


def test_files_go_along_with_every_line_of_stdin(console: Console) -> None:
    ran = console.ask("--attach", str(console.folder / "a.txt"), "-", stdin="one\ntwo\n")
    assert ran.output.count('"text": "An answer."') == 2
    assert all("first file" in request.messages[0].text for request in console.requests)


@pytest.mark.parametrize(
    ("name", "words"), [("gone.txt", "There is no file 'gone.txt'"), (".", "is a folder"), ("shot.png", "no pictures")]
)
def test_what_cannot_go_along_is_said_before_anything_is_sent(console: Console, name: str, words: str) -> None:
    ran = console.ask("--attach", str(console.folder / name), "look")
    assert isinstance(ran.exception, Failure)
    assert words.replace("no pictures", "does not see pictures") in ran.exception.message
    assert console.requests == []


def test_in_the_terminals_chat_a_file_goes_along_with_the_next_message_alone(console: Console) -> None:
    ran = console.chat(f"/attach {console.folder / 'a.txt'}", "look", "and now?")
    assert "With the next message: a.txt." in ran.stderr
    assert "first file" in console.requests[0].messages[0].text
    assert "first file" not in console.requests[1].messages[-1].text


def test_in_the_terminals_chat_a_file_can_be_taken_back(console: Console) -> None:
    ran = console.chat(f"/attach {console.folder / 'a.txt'}", "/detach", "hello")
    assert "No file goes along." in ran.stderr
    assert "first file" not in console.requests[0].messages[0].text


def test_in_the_terminals_chat_a_message_that_could_not_be_sent_keeps_its_files(console: Console) -> None:
    ran = console.chat(f"/attach {console.folder / 'shot.png'}", "look", "/detach", "hello")
    assert "does not see pictures" in ran.stderr
    assert len(console.requests) == 1
