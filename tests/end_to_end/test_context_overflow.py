"""Chats longer than their model's context, over the real store: what is left out is settled before anything is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace

import pytest

from app.bootstrap import build_application
from app.domain.context import LeftOut, Overflow, OverflowQuestion
from app.domain.conversation import NO_AWS, Conversation, ConversationSettings, Node, NodeState
from app.domain.errors import BatonError, ContextOverflowError, RefusedByProviderError
from app.domain.messages import Role
from app.domain.models import Capabilities
from app.domain.parameters import MAX_TOKENS
from app.domain.ports import ChatRequest
from app.domain.stream import CONTEXT_FULL, Finished, FinishReason, Progress, TextDelta, Usage
from app.providers.scripted import ScriptedModel, ScriptedProvider, Step, words
from app.services.application import Application
from app.services.context_summary import SYSTEM
from app.services.turn_updates import ContextKept, NodeStreamed
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths
from tests.application_fixtures import Answering, Told

CONTEXT = 4_000
RESERVED = CONTEXT // 8
TURN_TOKENS = 400


def size(request: ChatRequest) -> int:
    """What the tests' model takes a request for: a token a letter."""
    return len(request.system) + sum(len(getattr(part, "text", "")) for m in request.messages for part in m.parts)


class CountingProvider(ScriptedProvider):
    """A model that says how many tokens a request is. ``counted`` holds what it was asked about."""

    def __init__(self, turns: Callable[[ChatRequest], list[Step]]) -> None:
        capabilities = Capabilities(context_tokens=CONTEXT, max_output_tokens=CONTEXT, parameters=(MAX_TOKENS,))
        super().__init__(turns, models=[ScriptedModel(capabilities=capabilities)])
        self.counted: list[ChatRequest] = []
        self.fault: BatonError | None = None
        self.context = CONTEXT  # as loaded, which may be less than what is listed

    async def context_tokens(self, model: str) -> int:
        return self.context

    async def count_tokens(self, request: ChatRequest) -> int:
        self.counted.append(request)
        if self.fault is not None:
            raise self.fault
        return size(request)


@dataclass
class Choosing:
    """A person who answers the question about the context, each time with the next of ``answers``."""

    answers: list[Overflow | None]
    asked: list[OverflowQuestion] = field(default_factory=list)

    async def ask_overflow(self, question: OverflowQuestion) -> Overflow | None:
        self.asked.append(question)
        return self.answers[min(len(self.asked), len(self.answers)) - 1]


@dataclass
class Chat:
    """A conversation about nothing, whose every turn takes about :data:`TURN_TOKENS`."""

    app: Application
    model: CountingProvider
    head: Conversation

    async def say(self, text: str, asker: Choosing | None = None) -> Told:
        told = Told()
        try:
            await told.of(
                self.app.chat.send(self.head, text, consent=Answering(), overflow=asker, parent_id=self.head.leaf_id)
            )
        finally:
            if self.head.leaf_id is not None or told.updates:
                self.head = (await self.app.history.open(self.head.id)).conversation
        return told

    async def turn(self, number: int, asker: Choosing | None = None) -> Told:
        return await self.say(f"question {number} ".ljust(TURN_TOKENS - 40, "q"), asker)

    async def fill(self) -> None:
        for number in range(8):
            await self.turn(number)

    async def choose(self, overflow: Overflow | None) -> None:
        self.head = await self.app.history.configure(self.head.id, replace(self.head.settings, overflow=overflow))

    async def path(self) -> tuple[Node, ...]:
        return (await self.app.history.open(self.head.id)).tree.path(self.head.leaf_id)

    @property
    def sent(self) -> list[ChatRequest]:
        """The requests for answers, without those for summaries."""
        return [request for request in self.model.requests if request.system != SYSTEM]

    @property
    def summaries(self) -> list[ChatRequest]:
        return [request for request in self.model.requests if request.system == SYSTEM]


def answer(request: ChatRequest) -> list[Step]:
    if request.system == SYSTEM:
        return words("They spoke of letters.")
    return words(f"answer {len(request.messages)}".ljust(40, "a"))


@pytest.fixture
async def chat(paths: Paths) -> AsyncIterator[Chat]:
    model = CountingProvider(answer)
    app = build_application(paths=paths, environ={}, secrets=MemorySecretStore(), providers=[model])
    conversation = await app.history.create(ConversationSettings(model="scripted:script", account=NO_AWS))
    yield Chat(app, model, conversation)
    await app.aclose()


async def test_nothing_is_asked_and_nothing_left_out_while_all_of_it_fits(chat: Chat) -> None:
    asker = Choosing([Overflow.STOP])
    for number in range(8):
        await chat.turn(number, asker)
    assert asker.asked == []
    assert all(node.left_out is None for node in await chat.path())
    assert len(chat.sent[-1].messages) == 15


async def test_a_short_chat_is_sent_without_counting(chat: Chat) -> None:
    await chat.say("hello")
    assert chat.model.counted == []


async def test_the_person_is_asked_with_the_numbers_before_anything_is_written(chat: Chat) -> None:
    await chat.fill()
    before = await chat.path()
    asker = Choosing([Overflow.STOP])
    with pytest.raises(
        ContextOverflowError, match=r"take 3,5\d\d tokens; 'script' has room for 4,000, 500 of them kept"
    ):
        await chat.turn(8, asker)
    (question,) = asker.asked
    assert question.tokens == 8 * TURN_TOKENS + TURN_TOKENS - 40
    assert (question.estimated, question.is_local, question.turns) == (False, False, 3)
    assert question.room.for_prompt == CONTEXT - RESERVED
    assert await chat.path() == before
    assert len(chat.sent) == 8


async def test_where_nobody_can_answer_it_is_an_error_that_names_the_option(chat: Chat) -> None:
    await chat.fill()
    for asker in (None, Choosing([None])):
        with pytest.raises(ContextOverflowError, match=r"Nothing was sent.*--overflow drop"):
            await chat.turn(8, asker)
    assert len(await chat.path()) == 16


async def test_dropping_leaves_whole_turns_out_in_steps_and_keeps_the_beginning_of_the_prompt(chat: Chat) -> None:
    await chat.fill()
    asker = Choosing([Overflow.DROP])
    told = await chat.turn(8, asker)
    (kept,) = [update for update in told.updates if isinstance(update, ContextKept)]
    path = await chat.path()
    assert (kept.turns, path[-1].left_out) == (3, LeftOut(until=path[5].id))
    assert [message.text[:10] for message in chat.sent[-1].messages][::2] == [f"question {n}" for n in range(3, 9)]
    assert size(chat.sent[-1]) <= (CONTEXT - RESERVED) * 0.75
    # It holds for the next answers too, which begin with the same messages; nobody is asked again.
    first = chat.sent[-1].messages
    for number in (9, 10):
        await chat.turn(number, asker)
        assert chat.sent[-1].messages[: len(first)] == first
    assert len(asker.asked) == 1
    assert len(await chat.path()) == 22  # nothing is gone from the history
    # Then a step is taken again.
    await chat.turn(11, asker)
    assert len(asker.asked) == 2
    assert chat.sent[-1].messages[0].text[:10] == "question 6"


async def test_the_chats_own_choice_and_the_settings_are_followed_without_asking(chat: Chat) -> None:
    await chat.fill()
    asker = Choosing([Overflow.STOP])
    await chat.app.settings.change({"context_overflow": "drop"})
    await chat.turn(8, asker)
    assert (asker.asked, (await chat.path())[-1].left_out is not None) == ([], True)
    await chat.choose(Overflow.STOP)
    for number in (9, 10):
        await chat.turn(number, asker)
    with pytest.raises(ContextOverflowError):
        await chat.turn(11, asker)
    assert asker.asked == []


async def test_a_summary_is_made_once_kept_with_the_answer_and_sent_in_place_of_the_turns(chat: Chat) -> None:
    await chat.fill()
    await chat.choose(Overflow.SUMMARISE)
    told = await chat.turn(8)
    progress = [u.event.text for u in told.streamed if isinstance(u.event, Progress)]
    assert progress[0] == "Summarising 3 turns"
    answered = (await chat.path())[-1]
    assert answered.left_out == LeftOut(until=(await chat.path())[5].id, summary="They spoke of letters.")
    (request,) = chat.summaries
    assert request.conversation_id is None
    assert request.tools == ()
    assert "Person: question 0" in request.messages[0].text
    assert "question 3" not in request.messages[0].text
    first = chat.sent[-1].messages
    assert "They spoke of letters." in first[0].text
    assert "question 3" in first[0].text
    await chat.turn(9)
    assert chat.sent[-1].messages[: len(first)] == first
    assert len(chat.summaries) == 1
    # The next summary takes up the one before, and reads only what came after it.
    for number in (10, 11):
        await chat.turn(number)
    assert len(chat.summaries) == 2
    again = chat.summaries[-1].messages[0].text
    assert "They spoke of letters." in again
    assert "question 0" not in again
    assert "question 3" in again


async def test_a_summary_that_fails_is_told_and_the_person_chooses_again(chat: Chat) -> None:
    await chat.fill()
    fails = [True]

    def faulty(request: ChatRequest) -> list[Step]:
        if request.system == SYSTEM and fails:
            fails.pop()
            return [RefusedByProviderError("The vendor refused.")]
        return answer(request)

    chat.model._turns = faulty
    asker = Choosing([Overflow.SUMMARISE, Overflow.DROP])
    await chat.turn(8, asker)
    assert asker.asked[1].problem == "The 3 oldest turns could not be summarised: The vendor refused."
    assert (await chat.path())[-1].left_out == LeftOut(until=(await chat.path())[5].id)
    # Asked again, another try may succeed.
    fails.append(True)
    asker = Choosing([Overflow.SUMMARISE, Overflow.SUMMARISE])
    for number in (9, 10, 11):
        await chat.turn(number, asker)
    left_out = (await chat.path())[-1].left_out
    assert left_out is not None
    assert left_out.summary == "They spoke of letters."


@pytest.mark.parametrize("said", [[], words("  ")])
async def test_a_failed_summary_with_nobody_there_ends_the_answer_with_the_reason(chat: Chat, said: list[Step]) -> None:
    await chat.fill()
    await chat.choose(Overflow.SUMMARISE)
    chat.model._turns = lambda request: said if request.system == SYSTEM else answer(request)
    told = await chat.turn(8)
    assert told.ended[-1].state is NodeState.FAILED
    assert "could not be summarised: The model wrote no summary." in (told.ended[-1].error or "")
    assert len(chat.sent) == 8


async def test_turns_longer_than_the_context_are_summarised_in_pieces(chat: Chat) -> None:
    await chat.fill()
    chat.model.context = 2_000
    await chat.choose(Overflow.SUMMARISE)
    told = await chat.turn(8)
    assert told.ended[-1].state is NodeState.COMPLETE
    assert len(chat.summaries) > 1
    assert all(size(request) <= 2_000 for request in chat.model.requests[8:])
    read = "".join(request.messages[0].text for request in chat.summaries)
    assert all(f"question {number}" in read for number in range(5))


async def test_a_message_longer_than_the_context_is_refused_with_numbers_before_it_is_written(chat: Chat) -> None:
    await chat.fill()
    asker = Choosing([Overflow.DROP])
    before = await chat.path()
    with pytest.raises(
        ContextOverflowError, match=r"This message alone takes 4,200 tokens.* room for 3,875 of its 4,000"
    ):
        await chat.say("x" * 4_200, asker)
    assert asker.asked == []
    assert await chat.path() == before


async def test_the_first_message_of_a_chat_may_be_too_long_too(chat: Chat) -> None:
    with pytest.raises(ContextOverflowError, match="This message alone"):
        await chat.say("x" * 4_200)
    assert await chat.app.history.list() == []
    # A short answer is better than none, where nothing can be left out.
    told = await chat.say("x" * 3_800)
    assert told.ended[-1].state is NodeState.COMPLETE


async def test_a_counter_that_fails_leaves_an_estimate_that_follows_what_the_model_counted(chat: Chat) -> None:
    counting = [Usage(input_tokens=0)]

    def counted(request: ChatRequest) -> list[Step]:
        return [*answer(request), Usage(input_tokens=size(request), output_tokens=10)]

    del counting
    chat.model._turns = counted
    await chat.fill()
    chat.model.fault = RefusedByProviderError("No.")
    asker = Choosing([Overflow.DROP])
    told = await chat.turn(8, asker)
    (question,) = asker.asked
    assert question.estimated
    assert 3_300 < question.tokens < 3_800  # a token a letter, as it counted, and not four letters to one
    assert told.ended[-1].state is NodeState.COMPLETE


async def test_tools_and_a_prompt_that_leave_no_room_are_named_and_not_the_short_message(chat: Chat) -> None:
    chat.head = await chat.app.history.create(replace(chat.head.settings, system_prompt="s" * 4_100))
    with pytest.raises(ContextOverflowError, match=r"What the model is told before every message .* take 4,102 tokens"):
        await chat.say("hi")


async def test_answering_again_is_settled_as_the_first_answer_was(chat: Chat) -> None:
    await chat.fill()
    asker = Choosing([Overflow.DROP])
    await chat.turn(8, asker)
    question = (await chat.path())[-2]
    await Told().of(chat.app.chat.answer_again(chat.head, question.id, consent=Answering(), overflow=asker))
    assert len(asker.asked) == 1
    assert chat.sent[-1].messages == chat.sent[-2].messages


async def test_an_answer_that_fills_the_context_says_so_and_goes_on_after_dropping(chat: Chat) -> None:
    await chat.fill()
    asker = Choosing([Overflow.DROP])
    chat.model._turns = lambda _: [TextDelta(text="a" * 80), Finished(reason=FinishReason.LENGTH, detail=CONTEXT_FULL)]
    told = await chat.say("more " * 50, asker)
    assert (told.ended[-1].finish_reason, told.ended[-1].finish_detail) == (FinishReason.LENGTH, CONTEXT_FULL)
    assert (await chat.path())[-1].finish_detail == CONTEXT_FULL
    chat.model._turns = answer
    await chat.say("Go on.", asker)
    assert chat.sent[-1].messages[-2].text == "a" * 80


async def test_what_was_left_out_survives_export_and_import(chat: Chat) -> None:
    await chat.fill()
    await chat.choose(Overflow.SUMMARISE)
    await chat.turn(8)
    exported = await chat.app.history.export_json([chat.head.id])
    before = (await chat.path())[-1]
    await chat.app.history.places.erase([chat.head.id])
    await chat.app.history.import_text(exported)
    after = (await chat.path())[-1]
    assert (after.left_out, after.message.role) == (before.left_out, Role.ASSISTANT)
    assert (await chat.app.history.open(chat.head.id)).conversation.settings.overflow is Overflow.SUMMARISE


@pytest.mark.parametrize(
    ("value", "words_"),
    [
        (float("nan"), "Longest answer takes a number, not nan."),
        (float("inf"), "Longest answer takes a whole number, not inf."),
        (10**400, "Longest answer must be at most"),
        (-5, "Longest answer must be at least 1."),
        ("many", "Longest answer takes a number, not 'many'."),
    ],
)
async def test_an_absurd_parameter_from_a_file_is_refused_with_a_sentence(
    chat: Chat, value: object, words_: str
) -> None:
    settings = replace(chat.head.settings, parameters={"max_tokens": value})
    chat.head = await chat.app.history.create(settings)
    told = await chat.say("x" * 2_500)
    assert told.ended[-1].state is NodeState.FAILED
    assert (told.ended[-1].error or "").startswith(words_)
    assert isinstance(told.updates[-2], NodeStreamed) is False


async def test_a_chat_can_be_as_long_as_it_likes_where_nobody_knows_the_context(paths: Paths) -> None:
    unknown = ScriptedProvider(answer, name="unknown", models=[ScriptedModel(capabilities=Capabilities())])
    app = build_application(paths=paths, environ={}, secrets=MemorySecretStore(), providers=[unknown])
    head = await app.history.create(ConversationSettings(model="unknown:script", account=NO_AWS))
    for _ in range(12):
        await Told().of(app.chat.send(head, "q" * 4_000, consent=Answering(), parent_id=head.leaf_id))
        head = (await app.history.open(head.id)).conversation
    assert len(unknown.requests[-1].messages) == 23
    await app.aclose()
