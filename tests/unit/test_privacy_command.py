"""``baton history sent``: what left for an answer, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli.ask import ask
from app.cli.consent import TerminalConsent
from app.cli.context import CommandContext, Failure
from app.cli.history import history
from app.providers.scripted import words
from tests.ui_fixtures import build_test_application

SECRET = "hunter" + "2-and-more"


class Console:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, command: object, *arguments: str) -> Result:
        context = CommandContext(
            lambda: build_test_application(self.folder, [words("Done.")], elsewhere=True),
            TerminalConsent(interactive=False),
        )
        return CliRunner().invoke(command, list(arguments), obj=context, standalone_mode=False)  # type: ignore[arg-type]

    def conversation(self) -> str:
        found = json.loads(self.run(history, "search", "--json", "Done").stdout)
        return str(found["hits"][0]["conversation"])


@pytest.fixture
def console(tmp_path: Path) -> Console:
    return Console(tmp_path)


def test_what_was_sent_is_printed_with_its_marks_and_the_originals_on_request(console: Console) -> None:
    console.run(ask, "-m", "cloud:script", f"password={SECRET} what now?")
    conversation = console.conversation()
    plain = console.run(history, "sent", conversation)
    assert "To cloud:script" in plain.stdout
    assert "password=[hidden password 1] what now?" in plain.stdout
    assert SECRET not in plain.stdout
    assert SECRET in console.run(history, "sent", "--originals", conversation[:10]).stdout


def test_as_json_it_is_the_messages_as_they_left(console: Console) -> None:
    console.run(ask, "-m", "cloud:script", f"password={SECRET}")
    result = json.loads(console.run(history, "sent", "--json", console.conversation()).stdout)
    assert result["sent"][0]["messages"][-1]["parts"][0]["text"] == "password=[hidden password 1]"
    assert result["sent"][0]["hidden"] == {"password": 1}
    assert SECRET not in json.dumps(result)


def test_where_nothing_left_it_says_so(console: Console) -> None:
    console.run(ask, "-m", "scripted:script", f"password={SECRET}")
    conversation = console.conversation()
    assert "Nothing left this machine" in console.run(history, "sent", conversation).stderr
    assert json.loads(console.run(history, "sent", "--json", conversation).stdout)["sent"] == []


def test_a_message_that_is_no_answer_is_an_error(console: Console) -> None:
    console.run(ask, "-m", "cloud:script", "hello")
    result = console.run(history, "sent", console.conversation(), "nothing")
    assert isinstance(result.exception, Failure)
    assert "no answer 'nothing'" in result.exception.message
