"""Answers that were cut short and go on, and answers by a model that is asked for one turn only."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conversation import Conversation, ConversationSettings, Node, NodeState
from app.domain.errors import ProviderFaultError, UsageError
from app.domain.messages import Message, ReasoningPart, Role, TextPart, ToolCallPart
from app.domain.models import Price
from app.domain.ports import ChatRequest
from app.domain.stream import Finished, FinishReason, TextDelta, Usage
from app.llama.formats.chat_format import ChatFormat
from app.providers.scripted import ScriptedModel, Step, Turn, words
from app.services.application import Application
from app.services.continuing import Joint, can_go_on
from app.services.turn_updates import NodeEnded, NodeStreamed, TurnUpdate
from tests.storage_fixtures import a_node
from tests.ui_fixtures import Asked, build_test_application

PLAIN = ScriptedModel(price=Price(input=1.0, output=10.0))
EXACT = dataclasses.replace(PLAIN, capabilities=dataclasses.replace(PLAIN.capabilities, continues=True))
CUT = Finished(reason=FinishReason.LENGTH)


def said(before: str, pieces: Sequence[str], *, exact: bool) -> str:
    joint = Joint(before, exact=exact)
    events = [event for piece in pieces for event in joint.take(TextDelta(text=piece))]
    events += joint.take(Finished(reason=FinishReason.STOP))
    return before + "".join(event.text for event in events if isinstance(event, TextDelta))


@pytest.mark.parametrize(
    ("before", "more", "whole"),
    [
        pytest.param("There are four", "buckets in all.", "There are four buckets in all.", id="a-blank-is-missing"),
        pytest.param("There are four", " buckets in all.", "There are four buckets in all.", id="the-blank-is-there"),
        pytest.param("There are four ", "buckets.", "There are four buckets.", id="the-blank-was-there"),
        pytest.param(
            "There are four buckets in", "four buckets in the account.", "There are four buckets in the account.",
            id="the-end-is-said-twice",
        ),
        pytest.param(
            "There are four buckets in", "… four buckets in the account.", "There are four buckets in the account.",
            id="the-end-is-quoted",
        ),
        pytest.param("Use `aws s3", "ls`", "Use `aws s3 ls`", id="in-code"),
        pytest.param("These are the steps:", "- first", "These are the steps:\n\n- first", id="a-list-begins"),
        pytest.param("a call (", "s3)", "a call (s3)", id="nothing-after-a-bracket"),
        pytest.param("one", ", two", "one, two", id="a-comma"),
        pytest.param("Wort", "…", "Wort", id="nothing-more"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("letters", [True, False], ids=["by-letters", "at-once"])
def test_what_a_model_says_when_it_is_asked_to_go_on_is_joined(
    before: str, more: str, whole: str, letters: bool
) -> None:
    assert said(before, list(more) if letters else [more], exact=False) == whole


@given(st.text(max_size=60), st.lists(st.text(max_size=12), max_size=8))
def test_an_exact_continuation_loses_nothing_but_blanks_said_twice(before: str, pieces: list[str]) -> None:
    more = "".join(pieces)
    expected = before + (more.lstrip() if before != before.rstrip() else more)
    assert said(before, pieces, exact=True) == expected


@given(st.text(min_size=1, max_size=60), st.lists(st.text(max_size=12), max_size=8))
def test_however_it_is_cut_into_pieces_the_joined_text_is_the_same(before: str, pieces: list[str]) -> None:
    assert said(before, pieces, exact=False) == said(before, ["".join(pieces)], exact=False)


CALL = ToolCallPart(call_id="c", name="n", arguments="{}")


@pytest.mark.parametrize(
    ("state", "reason", "parts", "can"),
    [
        pytest.param(NodeState.STOPPED, FinishReason.CANCELLED, (TextPart(text="half"),), True, id="stopped"),
        pytest.param(NodeState.INTERRUPTED, None, (TextPart(text="half"),), True, id="interrupted"),
        pytest.param(NodeState.FAILED, None, (TextPart(text="half"),), True, id="failed-with-text"),
        pytest.param(NodeState.COMPLETE, FinishReason.LENGTH, (TextPart(text="half"),), True, id="cut"),
        pytest.param(NodeState.COMPLETE, FinishReason.STOP, (TextPart(text="whole"),), False, id="whole"),
        pytest.param(NodeState.FAILED, None, (), False, id="nothing-came"),
        pytest.param(NodeState.STOPPED, None, (ReasoningPart(text="hm"),), False, id="only-thinking"),
        pytest.param(NodeState.STOPPED, None, (TextPart(text="x"), CALL), False, id="a-call"),
    ],
)
def test_which_answers_can_go_on(state: NodeState, reason: FinishReason | None, parts: tuple, can: bool) -> None:
    message = Message(role=Role.ASSISTANT, parts=parts)
    assert can_go_on(a_node("a", state=state, message=message, finish_reason=reason)) is can


class Chat:
    """A conversation with scripted answers, and what was asked of the model."""

    def __init__(self, folder: Path, turns: Sequence[Turn], *models: ScriptedModel) -> None:
        self.asked: list[ChatRequest] = []
        waiting = list(turns)

        def turn(request: ChatRequest) -> Turn:
            self.asked.append(request)
            return waiting.pop(0)

        self.app: Application = build_test_application(folder, turn, models=models or (PLAIN,))
        self.head: Conversation | None = None

    async def say(self, text: str, **more: object) -> Node:
        if self.head is None:
            self.head = await self.app.history.create(ConversationSettings(model="scripted:script", account="none"))
        parent = self.head.leaf_id
        updates = self.app.chat.send(self.head, text, consent=Asked(), parent_id=parent, **more)  # type: ignore[arg-type]
        return await self.ended(updates)

    async def go_on(self, node_id: str) -> Node:
        assert self.head is not None
        return await self.ended(self.app.chat.go_on(self.head, node_id, consent=Asked()))

    async def ended(self, updates: object) -> Node:
        assert self.head is not None
        last: TurnUpdate | None = None
        async for update in updates:  # type: ignore[attr-defined]
            if isinstance(update, NodeEnded):
                last = update
        self.head = (await self.app.history.open(self.head.id)).conversation
        assert last is not None
        return last.node


@pytest.mark.parametrize("model", [PLAIN, EXACT], ids=["by-asking", "by-prefill"])
async def test_a_cut_answer_goes_on_in_its_place(tmp_path: Path, model: ScriptedModel) -> None:
    turns: list[list[Step]] = [
        [*words("There are four"), Usage(input_tokens=10, output_tokens=3), CUT],
        [*words(" buckets in all."), Usage(input_tokens=20, output_tokens=4)],
    ]
    chat = Chat(tmp_path, turns, model)
    cut = await chat.say("How many?")
    whole = await chat.go_on(cut.id)
    assert (whole.id, whole.message.text) == (cut.id, "There are four buckets in all.")
    assert (whole.state, whole.finish_reason) == (NodeState.COMPLETE, FinishReason.STOP)
    assert whole.usage is not None
    assert (whole.usage.input_tokens, whole.usage.output_tokens) == (30, 7)
    last = chat.asked[-1].messages[-1]
    if model is EXACT:
        assert (last.role, last.text) == (Role.ASSISTANT, "There are four")
    else:
        assert last.role is Role.USER
        assert last.text.endswith("It ended: “…There are four”")
    opened = await chat.app.history.open(cut.conversation_id)
    assert len(opened.tree.nodes) == 2, "the wish to go on is no message of the chat"
    assert opened.tree.nodes[cut.id] == whole, "and it is on disk"
    await chat.app.aclose()


async def test_a_stopped_answer_keeps_what_came_when_going_on_fails_and_goes_on_later(tmp_path: Path) -> None:
    held = asyncio.Event()
    turns: list[list[Step]] = [
        [*words("One two three"), held],
        [TextDelta(text=" four"), ProviderFaultError("The vendor is down.", remedy="Try later.")],
        words(" five."),
    ]
    chat = Chat(tmp_path, turns, EXACT)
    head = await chat.app.history.create(ConversationSettings(model="scripted:script", account="none"))
    updates = chat.app.chat.send(head, "Count.", consent=Asked())
    came = ""
    async for update in updates:
        if isinstance(update, NodeStreamed) and isinstance(update.event, TextDelta):
            came += update.event.text
        if came == "One two three":
            break
    await updates.aclose()
    chat.head = (await chat.app.history.open(head.id)).conversation
    assert chat.head.leaf_id is not None
    failed = await chat.go_on(chat.head.leaf_id)
    assert (failed.state, failed.message.text) == (NodeState.FAILED, "One two three four")
    assert failed.error is not None
    whole = await chat.go_on(failed.id)
    assert (whole.state, whole.message.text, whole.error) == (NodeState.COMPLETE, "One two three four five.", None)
    await chat.app.aclose()


async def test_an_answer_that_is_followed_or_whole_does_not_go_on(tmp_path: Path) -> None:
    chat = Chat(tmp_path, [[*words("half"), CUT], words("whole")])
    cut = await chat.say("first")
    whole = await chat.say("second")
    for node in (cut, whole):
        with pytest.raises(UsageError):
            await chat.go_on(node.id)
    await chat.app.aclose()


async def test_another_model_answers_one_turn_only_and_gets_no_parameter_it_does_not_take(tmp_path: Path) -> None:
    other = ScriptedModel(name="other", capabilities=dataclasses.replace(PLAIN.capabilities, parameters=()))
    chat = Chat(tmp_path, [words("one"), words("two"), words("three"), words("four")], PLAIN, other)
    first = await chat.say("first")
    assert chat.head is not None
    settings = dataclasses.replace(chat.head.settings, parameters={"temperature": 0.5})
    chat.head = await chat.app.history.configure(chat.head.id, settings)
    for_once = await chat.say("second", model="scripted:other")
    after = await chat.say("third")
    assert [first.model, for_once.model, after.model] == ["scripted:script", "scripted:other", "scripted:script"]
    assert [request.model for request in chat.asked] == ["script", "other", "script"]
    assert [dict(request.parameters) for request in chat.asked[1:]] == [{}, {"temperature": 0.5}]
    again = await chat.ended(
        chat.app.chat.answer_again(chat.head, after.parent_id or "", consent=Asked(), model="scripted:other")
    )
    assert (again.model, again.parent_id) == ("scripted:other", after.parent_id)
    assert chat.head.settings.model == "scripted:script"
    await chat.app.aclose()


async def test_a_private_chat_sends_a_message_nowhere_else_whichever_model_is_named(tmp_path: Path) -> None:
    chat = Chat(tmp_path, [words("here")])
    chat.app = build_test_application(tmp_path / "b", lambda request: words("here"), elsewhere=True)
    settings = ConversationSettings(model="scripted:script", account="none", private=True)
    chat.head = await chat.app.history.create(settings)
    answered = await chat.say("hello", model="cloud:script")
    assert answered.model != "cloud:script"
    await chat.app.aclose()


HARMONY = (
    "{% for m in messages %}<|start|>{{ m.role }}<|message|>{{ m.content }}<|end|>{% endfor %}"
    "{% if add_generation_prompt %}<|start|>assistant{% endif %}{# <|channel|> #}"
)
THINKING = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n<think>\n{% endif %}{# </think> #}"
)


@pytest.mark.parametrize(
    ("template", "end"),
    [
        pytest.param(None, "<|im_start|>assistant\nThere are", id="chatml"),
        pytest.param(THINKING, "<|im_start|>assistant\n<think>\n\n</think>\n\nThere are", id="thinking"),
        pytest.param(HARMONY, "<|start|>assistant<|channel|>final<|message|>There are", id="harmony"),
    ],
)
def test_a_local_models_prompt_ends_in_the_middle_of_its_answer(template: str | None, end: str) -> None:
    begun = Message(role=Role.ASSISTANT, parts=(TextPart(text="There are"),))
    prepared = ChatFormat(template).prepare(ChatRequest(model="m", messages=(Message.user("How many?"), begun)))
    assert prepared.prompt.endswith(end)
    events = [*prepared.parser.feed(" four"), *prepared.parser.finish()]
    assert "".join(event.text for event in events if isinstance(event, TextDelta)) == " four"
    assert not prepared.parser.is_thinking


async def test_where_the_model_of_a_cut_answer_is_gone_the_chats_own_goes_on(tmp_path: Path) -> None:
    old = ScriptedModel(name="old")
    first = Chat(tmp_path, [[*words("One two"), CUT]], PLAIN, old)
    cut = await first.say("count", model="scripted:old")
    assert cut.model == "scripted:old"
    await first.app.aclose()
    later = Chat(tmp_path, [words(" three")], PLAIN)
    later.head = (await later.app.history.open(cut.conversation_id)).conversation
    whole = await later.go_on(cut.id)
    assert (whole.message.text, whole.model, whole.state) == ("One two three", "scripted:script", NodeState.COMPLETE)
    await later.app.aclose()


async def test_an_answer_as_json_does_not_go_on_in_the_middle(tmp_path: Path) -> None:
    chat = Chat(tmp_path, [[*words('{"a":'), CUT]])
    cut = await chat.say("give")
    assert chat.head is not None
    settings = dataclasses.replace(chat.head.settings, schema={"type": "object"})
    chat.head = await chat.app.history.configure(chat.head.id, settings)
    with pytest.raises(UsageError, match="JSON"):
        await chat.go_on(cut.id)
    await chat.app.aclose()


async def test_where_the_model_is_to_think_first_it_is_asked_instead(tmp_path: Path) -> None:
    chat = Chat(tmp_path, [[*words("There are four"), CUT], words("buckets.")], EXACT)
    cut = await chat.say("How many?")
    assert chat.head is not None
    settings = dataclasses.replace(chat.head.settings, parameters={"reasoning_effort": "high"})
    chat.head = await chat.app.history.configure(chat.head.id, settings)
    whole = await chat.go_on(cut.id)
    assert whole.message.text == "There are four buckets."
    assert chat.asked[-1].messages[-1].role is Role.USER
    assert dict(chat.asked[-1].parameters) == {"reasoning_effort": "high"}
    await chat.app.aclose()
