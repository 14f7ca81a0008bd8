"""A chat with a model elsewhere near its context: counts that cost a request, estimates, a vendor that counts
otherwise, and messages that are pinned."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace

import pytest

from app.bootstrap import build_application
from app.domain.context import Overflow
from app.domain.conversation import NO_AWS, Conversation, ConversationSettings, Node, NodeState
from app.domain.errors import BatonError, ContextOverflowError, UnreachableError
from app.domain.messages import Message, Role, TextPart
from app.domain.models import Capabilities
from app.domain.parameters import MAX_TOKENS
from app.domain.ports import ChatRequest
from app.domain.stream import Progress, Usage
from app.providers.scripted import ScriptedModel, ScriptedProvider, Step, words
from app.services.application import Application
from app.services.context_summary import SYSTEM
from app.services.turn_updates import ContextKept, NodeStreamed
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths
from tests.application_fixtures import Answering, Told

CONTEXT = 4_000
TURN_CHARS = 1_600  # 400 tokens by the estimate


class Cloud(ScriptedProvider):
    """A vendor with a counter, by which a token is ``chars`` characters; ``limit``: what it takes before it refuses."""

    def __init__(self) -> None:
        capabilities = Capabilities(context_tokens=CONTEXT, max_output_tokens=500, parameters=(MAX_TOKENS,))
        super().__init__(
            self._turn_of, name="cloud", is_private=False, models=[ScriptedModel(capabilities=capabilities)]
        )
        self.counted: list[ChatRequest] = []
        self.chars = 4.0
        self.fault: BatonError | None = None
        self.limit = 1_000_000
        self.told = 1.0  # of what a request is, the share that its answer says it was

    def size(self, request: ChatRequest) -> int:
        return round(sum(len(message.text) for message in request.messages) / self.chars)

    async def context_tokens(self, model: str) -> int:
        return CONTEXT

    async def count_tokens(self, request: ChatRequest) -> int:
        self.counted.append(request)
        if self.fault is not None:
            raise self.fault
        return self.size(request)

    def _turn_of(self, request: ChatRequest) -> list[Step]:
        if request.system == SYSTEM:
            return words("They spoke of letters.")
        if self.size(request) > self.limit:
            return [ContextOverflowError("It is too long.", remedy="Shorten it.")]
        return [*words("An answer."), Usage(input_tokens=round(self.size(request) * self.told), output_tokens=3)]


class Uncounted(Cloud):
    """A vendor without a counter."""

    count_tokens = None  # type: ignore[assignment]  # what tells that it has none


@dataclass
class Chat:
    app: Application
    model: Cloud
    head: Conversation

    async def say(self, text: str, overflow: Overflow | None = Overflow.DROP, pinned: tuple[str, ...] = ()) -> Told:
        self.head = replace(self.head, settings=replace(self.head.settings, overflow=overflow, pinned=pinned))
        settings, told = self.head.settings, Told()
        try:
            await told.of(self.app.chat.send(self.head, text, consent=Answering(), parent_id=self.head.leaf_id))
        finally:
            if told.updates:
                self.head = replace((await self.app.history.open(self.head.id)).conversation, settings=settings)
        return told

    async def fill(self, turns: int) -> list[Node]:
        return [(await self.say(f"question {number} ".ljust(TURN_CHARS, "q"))).added[0] for number in range(turns)]

    @property
    def sent(self) -> list[Message]:
        return list(self.model.requests[-1].messages)


@pytest.fixture
async def made(paths: Paths) -> AsyncIterator[Callable[[Cloud], object]]:
    apps = []

    async def make(model: Cloud) -> Chat:
        app = build_application(paths=paths, environ={}, secrets=MemorySecretStore(), providers=[model])
        apps.append(app)
        head = await app.history.create(ConversationSettings(model="cloud:script", account=NO_AWS))
        return Chat(app, model, head)

    yield make
    for app in apps:
        await app.aclose()


@pytest.fixture
async def chat(made: Callable[[Cloud], object]) -> Chat:
    return await made(Cloud())  # type: ignore[misc, no-any-return]


async def test_far_from_the_limit_nobody_is_asked_to_count(chat: Chat) -> None:
    await chat.fill(5)
    assert chat.model.counted == []


async def test_near_the_limit_the_vendor_counts_and_its_count_is_believed(chat: Chat) -> None:
    chat.model.told = 1.25  # by this the estimate is too high
    await chat.fill(8)
    assert chat.model.counted
    assert len(chat.sent) == 15, "nothing is left out"


async def test_what_was_counted_is_not_counted_again(chat: Chat) -> None:
    await chat.fill(9)
    before = len(chat.model.counted)
    asked = [str(request.messages) for request in chat.model.counted]
    assert len(set(asked)) == before, "each request once"


async def test_dropping_by_a_vendors_count_takes_few_counts_and_fits_by_it(chat: Chat) -> None:
    await chat.fill(8)
    chat.model.chars = 3.2  # more than is estimated
    chat.model.counted.clear()
    told = await chat.say("next ".ljust(TURN_CHARS, "n"))
    assert told.ended[-1].left_out is not None
    assert chat.model.size(chat.model.requests[-1]) <= CONTEXT - 500
    assert len(chat.model.counted) <= 4


async def test_a_counter_that_fails_gives_way_to_the_estimate_which_says_so(chat: Chat) -> None:
    chat.model.fault = UnreachableError("The counter is down.")
    await chat.fill(8)
    with pytest.raises(ContextOverflowError, match="take about"):
        await chat.say("next ".ljust(TURN_CHARS, "n"), Overflow.STOP)
    told = await chat.say("next ".ljust(TURN_CHARS, "n"))
    assert told.ended[-1].state is NodeState.COMPLETE
    assert told.ended[-1].left_out is not None


@pytest.mark.parametrize("choice", [Overflow.DROP, Overflow.SUMMARISE])
async def test_a_vendor_that_finds_it_too_long_after_all_gets_less_once_and_it_is_said(
    chat: Chat, choice: Overflow
) -> None:
    await chat.fill(5)
    chat.model.limit = 1_500
    told = await chat.say("next", choice)
    answer = told.ended[-1]
    assert answer.state is NodeState.COMPLETE
    assert answer.left_out is not None
    assert bool(answer.left_out.summary) is (choice is Overflow.SUMMARISE)
    assert [update.turns for update in told.updates if isinstance(update, ContextKept)]
    said = [
        event.event.text
        for event in told.updates
        if isinstance(event, NodeStreamed) and isinstance(event.event, Progress)
    ]
    assert any("longer than 'script' takes: leaving out the" in text for text in said)


async def test_a_vendor_that_refuses_twice_is_believed(chat: Chat) -> None:
    await chat.fill(3)
    chat.model.limit = 0
    before = len(chat.model.requests)
    told = await chat.say("next")
    assert told.ended[-1].state is NodeState.FAILED
    assert "It is too long. Shorten it." in str(told.ended[-1].error)
    assert len(chat.model.requests) - before == 2


async def test_a_vendor_that_finds_it_too_long_is_believed_where_nothing_is_to_be_left_out(chat: Chat) -> None:
    await chat.fill(3)
    chat.model.limit = 100
    before = len(chat.model.requests)
    told = await chat.say("next", Overflow.STOP)
    assert told.ended[-1].state is NodeState.FAILED
    assert len(chat.model.requests) - before == 1


async def test_pinned_messages_are_sent_in_order_though_their_turns_are_left_out(chat: Chat) -> None:
    said = await chat.fill(3)
    pinned = (said[2].id, said[0].id)
    for number in range(3, 9):
        await chat.say(f"question {number} ".ljust(TURN_CHARS, "q"), pinned=pinned)
    told = await chat.say("next ".ljust(TURN_CHARS, "n"), pinned=pinned)
    assert told.ended[-1].left_out is not None
    first = chat.sent[0]
    assert [part.text[:10] for part in first.parts if isinstance(part, TextPart)][:2] == ["question 0", "question 2"]
    roles = [message.role for message in chat.sent]
    assert all(one is not other for one, other in itertools.pairwise(roles)), "nobody speaks twice in a row"


async def test_a_pinned_answer_brings_the_message_it_answers(chat: Chat) -> None:
    await chat.fill(1)
    opened = await chat.app.history.open(chat.head.id)
    answer = opened.tree.path(chat.head.leaf_id)[-1]
    for number in range(1, 9):
        await chat.say(f"question {number} ".ljust(TURN_CHARS, "q"), pinned=(answer.id,))
    assert [message.role for message in chat.sent[:2]] == [Role.USER, Role.ASSISTANT]
    assert chat.sent[0].text.startswith("question 0")


async def test_pinned_messages_that_do_not_fit_alone_are_named(chat: Chat) -> None:
    said = await chat.fill(10)
    with pytest.raises(ContextOverflowError, match=r"The pinned messages \(“question 0") as refused:
        await chat.say("next", pinned=tuple(node.id for node in said))
    assert "and 5 more" in refused.value.message
    assert "Unpin some of them" in refused.value.remedy


async def test_what_is_pinned_is_no_part_of_a_summary(chat: Chat) -> None:
    said = await chat.fill(8)
    await chat.say("next ".ljust(TURN_CHARS, "n"), Overflow.SUMMARISE, pinned=(said[0].id,))
    summaries = [request for request in chat.model.requests if request.system == SYSTEM]
    assert summaries
    assert "question 0" not in summaries[0].messages[0].text
    assert "question 0" in chat.sent[0].text


async def test_without_a_counter_the_estimate_decides_and_says_about(made: Callable[[Cloud], object]) -> None:
    chat: Chat = await made(Uncounted())  # type: ignore[misc]
    await chat.fill(8)
    with pytest.raises(ContextOverflowError, match=r"take about 3,\d\d\d tokens"):
        await chat.say("next ".ljust(TURN_CHARS, "n"), Overflow.STOP)
