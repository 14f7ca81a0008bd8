"""A chat with a real local model whose context is small: counted by its own tokeniser, dropped, summarised, refused."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.bootstrap import build_application
from app.domain.context import Overflow, OverflowQuestion
from app.domain.conversation import NO_AWS, Conversation, ConversationSettings, Node, NodeState
from app.domain.errors import ContextOverflowError
from app.domain.stream import CONTEXT_FULL, FinishReason
from app.services.application import Application
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths
from tests.application_fixtures import Answering, Told
from tests.gguf_files import write_tiny_gguf

CONTEXT = 2_048
SAID = "The machine says a few words. "


@dataclass
class Choosing:
    """A person who always answers the same, and what was asked."""

    answer: Overflow | None
    asked: list[OverflowQuestion]

    async def ask_overflow(self, question: OverflowQuestion) -> Overflow | None:
        self.asked.append(question)
        return self.answer


@dataclass
class Chat:
    """A conversation with the model. Its vocabulary is bytes: a token a letter, and a few for the template."""

    app: Application
    head: Conversation
    asker: Choosing

    async def say(self, text: str) -> Told:
        updates = self.app.chat.send(
            self.head, text, consent=Answering(), overflow=self.asker, parent_id=self.head.leaf_id
        )
        told = await Told().of(updates)
        self.head = (await self.app.history.open(self.head.id)).conversation
        return told

    async def path(self) -> tuple[Node, ...]:
        return (await self.app.history.open(self.head.id)).tree.path(self.head.leaf_id)

    async def fill(self) -> None:
        for number in range(5):
            await self.say(f"{number} finish ".ljust(300, "."))


@pytest.fixture
async def chat(paths: Paths, tmp_path: Path) -> AsyncIterator[Chat]:
    app = build_application(paths=paths, environ={}, secrets=MemorySecretStore())
    model = write_tiny_gguf(tmp_path / "small.gguf", context=8_192, replies={"Summarise": "A sum.", "finish": SAID})
    await app.settings.change({"local_context_tokens": CONTEXT, "local_idle_minutes": 0})
    await app.local.add(model)
    head = await app.history.create(ConversationSettings(model="local:small", account=NO_AWS))
    yield Chat(app, head, Choosing(Overflow.DROP, []))
    await app.aclose()


async def test_the_models_own_count_decides_and_what_is_sent_fits(chat: Chat) -> None:
    await chat.fill()
    assert chat.asker.asked == []
    before = (await chat.path())[-1]
    assert before.usage is not None
    told = await chat.say("5 finish ".ljust(300, "."))
    (question,) = chat.asker.asked
    # What the next answer is counted as before it is sent is what the model then read, had nothing been left out.
    assert not question.estimated
    assert question.is_local
    assert question.room.context_tokens == CONTEXT
    assert before.usage.input_tokens < question.tokens < before.usage.input_tokens + 450
    answered = told.ended[-1]
    assert answered.state is NodeState.COMPLETE
    assert answered.message.text == SAID
    assert answered.left_out is not None
    assert answered.usage is not None
    assert answered.usage.input_tokens <= question.room.for_prompt * 0.75


async def test_the_prompt_begins_with_the_same_tokens_from_turn_to_turn(chat: Chat) -> None:
    await chat.fill()
    await chat.say("5 finish ".ljust(300, "."))
    first = (await chat.path())[-1].usage
    await chat.say("finish")
    second = (await chat.path())[-1].usage
    assert first is not None
    assert second is not None
    assert len(chat.asker.asked) == 1
    # All that was read for the last answer is reused, but for its end, where the answer stands now.
    assert second.cached_input_tokens >= first.input_tokens - 32


async def test_a_summary_by_the_model_itself_stands_for_the_oldest_turns(chat: Chat) -> None:
    await chat.fill()
    chat.head = await chat.app.history.configure(chat.head.id, replace(chat.head.settings, overflow=Overflow.SUMMARISE))
    told = await chat.say("5 finish ".ljust(300, "."))
    assert chat.asker.asked == []
    answered = told.ended[-1]
    assert answered.state is NodeState.COMPLETE, answered.error
    assert answered.left_out is not None
    assert answered.left_out.summary == "A sum."


async def test_a_message_longer_than_the_context_is_refused_before_it_is_written(chat: Chat) -> None:
    await chat.say("finish")
    before = await chat.path()
    with pytest.raises(ContextOverflowError, match=r"This message alone takes 2,[1-9]\d\d tokens.* of its 2,048"):
        await chat.say("x" * 2_200)
    assert await chat.path() == before
    told = await chat.say("finish")
    assert told.ended[-1].message.text == SAID


async def test_an_answer_without_end_stops_where_the_context_is_full_and_goes_on_after_dropping(chat: Chat) -> None:
    await chat.fill()
    told = await chat.say("talk")
    ended = told.ended[-1]
    assert (ended.state, ended.finish_reason, ended.finish_detail) == (
        NodeState.COMPLETE,
        FinishReason.LENGTH,
        CONTEXT_FULL,
    )
    told = await chat.say("finish")
    assert len(chat.asker.asked) == 1
    assert told.ended[-1].message.text == SAID


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), 10**400, "many", ["x"] * 10_000])
async def test_absurd_parameters_end_the_answer_with_a_sentence_and_the_next_one_works(
    chat: Chat, value: object
) -> None:
    own = chat.head.settings
    for name in ("max_tokens", "temperature", "seed"):
        chat.head = replace(chat.head, settings=replace(own, parameters={name: value}))
        told = await chat.say("finish")
        assert told.ended[-1].state is NodeState.FAILED
        assert (told.ended[-1].error or "").endswith("Change it in the model dock.")
        chat.head = await chat.app.history.configure(chat.head.id, own)
    told = await chat.say("finish")
    assert told.ended[-1].message.text == SAID
