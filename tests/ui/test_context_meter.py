"""The meter of the composer and the dock: everything that is sent counts, and the tip says what takes how much."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.context import Overflow, Room
from app.domain.models import RULES_MODEL, Capabilities, ModelInfo, Price
from app.domain.parameters import MAX_TOKENS
from app.domain.ports import ChatRequest
from app.domain.stream import Usage
from app.providers.scripted import ScriptedModel, Step, words
from app.services.aws_tool_specs import TOOLS
from app.services.context_meter import ContextParts, measured
from app.ui.context_fill import ContextFill
from tests.ui.test_attachments_window import drop, read
from tests.ui.test_shell_window import Driver, Runner
from tests.ui_fixtures import until

MODEL = ScriptedModel(capabilities=Capabilities(context_tokens=8_000, tools=True, parameters=(MAX_TOKENS,)))


@pytest.fixture
def run(qt_loop: object, tmp_path: Path) -> Runner:
    return Runner(qt_loop, tmp_path / "home")  # type: ignore[arg-type]  # the fixture's own type


def answer(request: ChatRequest) -> list[Step]:
    tokens = sum(len(message.text) for message in request.messages) // 4
    return [*words("An answer."), Usage(input_tokens=tokens + 1_300, output_tokens=3)]


def test_before_the_first_message_tools_prompt_files_and_draft_count(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("word " * 800)

    async def drive(driver: Driver) -> None:
        count = driver.window.composer._count
        await until(lambda: "Tools: about" in count.toolTip())
        assert "Kept for the answer: 1k" in count.toolTip()
        driver.controller.models._set_prompt("Speak plainly. " * 100)
        await until(lambda: "System prompt: about" in count.toolTip())
        drop(driver.window, tmp_path / "notes.txt")
        await read(driver, 1)
        await until(lambda: "Files: about 1k" in count.toolTip())
        driver.write("x" * 400)
        assert "This message: about 100" in count.toolTip()
        assert "Files: about 1k" in driver.window.dock.context._parts.text()
        assert "This message" not in driver.window.dock.context._parts.text()

    run(drive, answer, models=[MODEL])


def test_the_recogniser_is_told_nothing_before_the_message() -> None:
    rules = ModelInfo(id=RULES_MODEL, title="The recogniser", capabilities=Capabilities(tools=True))
    told = ChatRequest(model="rules", messages=(), system="Speak plainly. " * 100, tools=TOOLS)
    assert measured((), rules, told, None, (), ()).sent == 0


def test_pinned_messages_have_a_part_of_their_own(run: Runner) -> None:
    async def drive(driver: Driver) -> None:
        await driver.say("remember " * 50)
        count = driver.window.composer._count
        await until(lambda: "History: about" in count.toolTip())
        assert "Pinned" not in count.toolTip()
        driver.controller.pin(driver.session.path()[0].id)
        await until(lambda: "Pinned: about" in count.toolTip())

    run(drive, answer, models=[MODEL])


def test_the_tip_says_what_sending_costs_and_what_is_not_sent() -> None:
    parts = ContextParts(system=100, tools=900, history=3_000, attachments=1_000, turns_left_out=3, unseen=("a.png",))
    fill = ContextFill(
        used_tokens=parts.sent, room=Room.of(100_000), overflow=Overflow.DROP, parts=parts, input_usd=3e-6
    ).with_draft(5_000)
    assert fill.table.splitlines() == [
        "System prompt: about 100",
        "Tools: about 900",
        "History: about 3k",
        "Files: about 1k",
        "This message: about 5k",
        "Kept for the answer: 12.5k",
        "Not sent: the 3 oldest turns",
        "Told of in words, as this model sees no pictures: a.png",
        "Sending costs about $0.0300 to read, less where the provider has it cached.",
    ]


def test_a_price_of_nothing_is_not_told() -> None:
    price = Price(input=0.0, output=0.0)
    fill = ContextFill(parts=ContextParts(history=5), input_usd=price.input)
    assert "costs" not in fill.table
