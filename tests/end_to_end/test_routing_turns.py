"""Whole turns where models fail, are chosen, or must not be asked: real servers, the real store, the demo account."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from app.bootstrap import build_application
from app.domain.aws import ActionState, Tool
from app.domain.conversation import Conversation, ConversationSettings, NodeState
from app.domain.errors import BatonError, FilteredError, UnreachableError
from app.domain.messages import ToolCallPart, ToolResultPart
from app.domain.models import Capabilities
from app.domain.routing import Task
from app.domain.stream import Progress, TextDelta, ToolCallRequested
from app.providers.scripted import ScriptedModel, ScriptedProvider, words
from app.services.application import Application
from app.services.turn_updates import NodeRouted
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths
from tests.application_fixtures import Answering, Told
from tests.vendor_servers import Answer, CallTool, Cut, Failure, Say, VendorServer, Wait

CLAUDE, GPT = "anthropic:test-model", "openai:test-model"


@dataclass
class World:
    """An application whose two clouds are local servers."""

    app: Application
    claude: VendorServer
    gpt: VendorServer

    async def chat(self, model: str = CLAUDE, account: str = "none", **more: Any) -> Conversation:
        settings = ConversationSettings(model=model, account=account, region="us-east-1", **more)
        return await self.app.history.create(settings)

    async def say(self, chat: Conversation, text: str, consent: Answering | None = None) -> Told:
        return await Told().of(self.app.chat.send(chat, text, consent=consent or Answering(), parent_id=chat.leaf_id))

    async def head(self, chat: Conversation) -> Conversation:
        return (await self.app.history.open(chat.id)).conversation


@pytest.fixture
def servers() -> Iterator[tuple[VendorServer, VendorServer]]:
    with VendorServer() as claude, VendorServer() as gpt:
        yield claude, gpt


@pytest.fixture
async def world(paths: Paths, servers: tuple[VendorServer, VendorServer]) -> AsyncIterator[Callable[..., World]]:
    made: list[Application] = []

    def make(*providers: ScriptedProvider) -> World:
        claude, gpt = servers
        environ = {
            "ANTHROPIC_BASE_URL": claude.url,
            "ANTHROPIC_API_KEY": "sk-ant-test",
            "OPENAI_BASE_URL": gpt.openai_url,
            "OPENAI_API_KEY": "sk-test",
        }
        app = build_application(paths=paths, environ=environ, secrets=MemorySecretStore(), providers=providers)
        made.append(app)
        return World(app, claude, gpt)

    yield make
    for app in made:
        await app.aclose()


def local(*turns: Any, context_tokens: int | None = 8192) -> ScriptedProvider:
    """A model of this machine, in the place of the one that needs a file."""
    capabilities = Capabilities(context_tokens=context_tokens, tools=True)
    return ScriptedProvider(
        list(turns),
        name="local",
        title="This machine",
        models=(ScriptedModel(name="small", capabilities=capabilities),),
    )


def propose(service: str, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
    return {"service": service, "operation": operation, "parameters": parameters}


TOO_MANY = Failure(429, "Slow down.", retry_after="600")


async def test_a_limit_that_takes_too_long_lets_the_next_model_answer_and_the_answer_says_so(
    world: Callable[..., World],
) -> None:
    it = world()
    await it.app.settings.change({"fallback_models": (GPT,)})
    it.claude.script(TOO_MANY)
    it.gpt.script(Answer(Say("Hello from the other one.")))
    told = await it.say(await it.chat(), "Hello?")
    [answer] = told.ended
    assert (answer.state, answer.model, answer.message.text) == (NodeState.COMPLETE, GPT, "Hello from the other one.")
    assert answer.route is not None
    assert answer.route.asked == CLAUDE
    assert [failure.model for failure in answer.route.failures] == [CLAUDE]
    assert "too many requests" in answer.route.failures[0].why
    assert "did not answer" in answer.route.reason
    assert any(isinstance(update, NodeRouted) for update in told.updates)
    waits = [step.event.text for step in told.streamed if isinstance(step.event, Progress)]
    assert any("Asking" in text for text in waits)
    stored = (await it.app.history.open(answer.conversation_id)).tree.nodes[answer.id]
    assert (stored.model, stored.route) == (answer.model, answer.route)


@pytest.mark.parametrize(
    "failure",
    [
        Failure(401, "invalid x-api-key"),
        Failure(402, "Your credit balance is too low"),
        Failure(404, "model: test-model"),
        Failure(500, "It broke."),
        Failure(529, "Overloaded"),
        Failure(413, "prompt is too long"),
        Answer(Cut()),
    ],
)
async def test_each_failure_of_a_model_asks_the_next(world: Callable[..., World], failure: Any) -> None:
    it = world()
    await it.app.settings.change({"fallback_models": (GPT,), "rate_limit_wait_s": 0})
    it.claude.script(failure, failure, failure)
    it.gpt.script(Answer(Say("Here.")))
    [answer] = (await it.say(await it.chat(), "Hello?")).ended
    assert (answer.state, answer.model, answer.message.text) == (NodeState.COMPLETE, GPT, "Here.")


async def test_a_request_that_is_itself_at_fault_is_not_asked_elsewhere(world: Callable[..., World]) -> None:
    it = world()
    await it.app.settings.change({"fallback_models": (GPT,)})
    it.claude.script(Failure(400, "unknown field"))
    [answer] = (await it.say(await it.chat(), "Hello?")).ended
    assert (answer.state, answer.model) == (NodeState.FAILED, CLAUDE)
    assert it.gpt.chats == []


async def test_a_policy_refusal_and_a_filter_are_not_shopped_around(world: Callable[..., World]) -> None:
    it = world(ScriptedProvider([[FilteredError("The filter held it back.")]], is_private=False))
    await it.app.settings.change({"fallback_models": (GPT,)})
    it.claude.script(Failure(400, "blocked by our content policy"))
    for model in (CLAUDE, "scripted:script"):
        [answer] = (await it.say(await it.chat(model), "Hello?")).ended
        assert answer.state is NodeState.FAILED
    assert it.gpt.chats == []


async def test_without_a_chain_the_model_on_this_machine_answers_for_the_cloud(world: Callable[..., World]) -> None:
    small = local(words("From here."))
    it = world(small)
    it.claude.script(Failure(401, "invalid x-api-key"))
    [answer] = (await it.say(await it.chat(), "Tell me a joke")).ended
    assert (answer.state, answer.model) == (NodeState.COMPLETE, "local:small")


async def test_without_any_model_an_aws_request_is_still_carried_out(world: Callable[..., World]) -> None:
    it = world()
    it.claude.script(Failure(401, "invalid x-api-key"))
    told = await it.say(await it.chat(account="demo"), "list my buckets")
    assert [answer.model for answer in told.ended] == ["builtin:rules", "builtin:rules"]
    assert told.actions[-1].state is ActionState.DONE
    assert told.ended[0].route is not None


async def test_nobody_left_ends_in_one_message_that_names_everybody_and_keeps_the_question(
    world: Callable[..., World],
) -> None:
    it = world(local([UnreachableError("Its process ended.")]))
    await it.app.settings.change({"fallback_models": (GPT, "local:small"), "rate_limit_wait_s": 0})
    it.claude.script(Failure(401, "invalid x-api-key"))
    it.gpt.script(TOO_MANY)
    chat = await it.chat()
    told = await it.say(chat, "Hello?")
    [answer] = told.ended
    assert answer.state is NodeState.FAILED
    for name in (CLAUDE, GPT, "local:small"):
        assert f"- {name}: " in (answer.error or "")
    texts = [node.message.text for node in (await it.app.history.open(chat.id)).tree.nodes.values()]
    assert "Hello?" in texts


async def test_after_text_was_shown_nobody_takes_over_silently_but_the_next_is_offered(
    world: Callable[..., World],
) -> None:
    it = world()
    await it.app.settings.change({"fallback_models": (GPT,)})
    it.claude.script(Answer(Say("The half of"), Cut()))
    chat = await it.chat()
    told = await it.say(chat, "Hello?")
    [broken] = told.ended
    assert (broken.state, broken.model, broken.message.text) == (NodeState.FAILED, CLAUDE, "The half of")
    assert broken.route is not None
    assert broken.route.next == GPT
    assert it.gpt.chats == []
    it.gpt.script(Answer(Say("The whole.")))
    again = it.app.chat.answer_with_next(await it.head(chat), broken.id, consent=Answering())
    [answer] = (await Told().of(again)).ended
    assert (answer.state, answer.model, answer.parent_id) == (NodeState.COMPLETE, GPT, broken.parent_id)
    tree = (await it.app.history.open(chat.id)).tree
    assert tree.siblings(answer.id) == (broken.id, answer.id)


async def test_where_it_is_wanted_the_next_model_answers_beside_what_was_shown(world: Callable[..., World]) -> None:
    it = world()
    await it.app.settings.change({"fallback_models": (GPT,), "fallback_after_text": True})
    it.claude.script(Answer(Say("The half of"), Cut()))
    it.gpt.script(Answer(Say("The whole.")))
    chat = await it.chat()
    broken, answer = (await it.say(chat, "Hello?")).ended
    assert (broken.state, broken.message.text) == (NodeState.FAILED, "The half of")
    assert "answers anew" in (broken.error or "")
    assert (answer.state, answer.model, answer.message.text) == (NodeState.COMPLETE, GPT, "The whole.")
    assert answer.parent_id == broken.parent_id
    assert "The half" not in json.dumps(it.gpt.chats[0].body)


@pytest.mark.parametrize(
    ("service", "operation", "parameters", "besides"),
    [
        ("s3", "CreateBucket", {"Bucket": "made-once-2026"}, {}),
        ("s3", "CreateBucket", {"Bucket": "made-once-2026"}, {"CreateBucketConfiguration": {}}),
        (
            "ec2",
            "RunInstances",
            {"ImageId": "ami-12c6146b", "MinCount": 1, "MaxCount": 1},
            {"DryRun": False, "ClientToken": "my-own"},
        ),
    ],
)
async def test_what_one_model_had_done_the_next_does_not_do_again(
    world: Callable[..., World], service: str, operation: str, parameters: dict[str, Any], besides: dict[str, Any]
) -> None:
    it = world()
    await it.app.settings.change({"fallback_models": (GPT,), "rate_limit_wait_s": 0})
    call = propose(service, operation, parameters)
    it.claude.script(Answer(CallTool(Tool.PROPOSE, call, call_id="toolu_1")), TOO_MANY)
    same = {**call, "parameters": {**besides, **dict(reversed(parameters.items()))}, "region": "us-east-1"}
    it.gpt.script(Answer(CallTool(Tool.PROPOSE, same, call_id="call_2")), Answer(Say("It is done.")))
    person = Answering()
    told = await it.say(await it.chat(account="demo"), "make it", person)
    assert [answer.model for answer in told.ended] == [CLAUDE, GPT, GPT]
    assert len(person.asked) == 1
    assert len({action.id for action in told.actions}) == 1
    results = [part for node in told.added for part in node.message.parts if hasattr(part, "content")]
    assert len(results) == 2
    assert results[0].content == results[1].content
    assert results[1].call_id == "call_2"
    done = [entry for entry in await it.app.aws.audit_entries() if entry.what == "executed"]
    assert len(done) <= 1


async def test_a_call_is_not_made_again_where_the_vendor_gives_every_call_the_same_id(
    world: Callable[..., World],
) -> None:
    it = world()
    await it.app.settings.change({"fallback_models": (CLAUDE,), "rate_limit_wait_s": 0})
    bucket = propose("s3", "CreateBucket", {"Bucket": "made-once-2026"})
    it.gpt.script(
        Answer(CallTool(Tool.PROPOSE, propose("s3", "ListBuckets", {}), call_id="call_0")),
        Answer(CallTool(Tool.PROPOSE, bucket, call_id="call_0")),
        TOO_MANY,
    )
    it.claude.script(Answer(CallTool(Tool.PROPOSE, bucket, call_id="call_0")), Answer(Say("It is done.")))
    person = Answering()
    told = await it.say(await it.chat(GPT, account="demo"), "make it", person)
    assert [answer.model for answer in told.ended] == [GPT, GPT, CLAUDE, CLAUDE]
    assert [str(proposal.call.id) for proposal in person.asked] == ["s3:CreateBucket"]
    ids = [call.call_id for answer in told.ended for call in answer.message.tool_calls]
    assert len(set(ids)) == len(ids) == 3
    results = [part.call_id for node in told.added for part in node.message.parts if isinstance(part, ToolResultPart)]
    assert results == ids


async def test_two_calls_of_one_answer_with_the_same_id_each_get_their_own_result(
    world: Callable[..., World],
) -> None:
    it = world()
    it.claude.script(
        Answer(
            CallTool(Tool.FIND, {"text": "list buckets"}, call_id="same"),
            CallTool(Tool.FIND, {"text": "list queues"}, call_id="same"),
        ),
        Answer(Say("So.")),
    )
    told = await it.say(await it.chat(account="demo"), "look")
    assert [answer.state for answer in told.ended] == [NodeState.COMPLETE] * 2
    sent = [block for message in it.claude.chats[-1].body["messages"][1:] for block in message["content"]]
    asked = [block["id"] for block in sent if block["type"] == "tool_use"]
    assert len(set(asked)) == 2
    assert [block["tool_use_id"] for block in sent if block["type"] == "tool_result"] == asked


async def test_the_same_model_may_ask_twice_on_purpose(world: Callable[..., World]) -> None:
    it = world()
    call = propose("s3", "ListBuckets", {})
    it.claude.script(
        Answer(CallTool(Tool.PROPOSE, call, call_id="a")),
        Answer(CallTool(Tool.PROPOSE, call, call_id="b")),
        Answer("So."),
    )
    told = await it.say(await it.chat(account="demo"), "look twice")
    assert len({action.id for action in told.actions}) == 2


async def test_the_recogniser_that_takes_over_tells_of_what_was_done_and_does_not_do_it_again(
    world: Callable[..., World],
) -> None:
    it = world()
    await it.app.settings.change({"rate_limit_wait_s": 0})
    call = propose("s3", "CreateBucket", {"Bucket": "made-once-2026"})
    it.claude.script(Answer(CallTool(Tool.PROPOSE, call, call_id="toolu_1")), TOO_MANY)
    person = Answering()
    told = await it.say(await it.chat(account="demo"), "create a bucket called made-once-2026", person)
    assert [answer.model for answer in told.ended] == [CLAUDE, "builtin:rules"]
    assert len(person.asked) == 1
    assert told.ended[-1].message.text.startswith("Done: s3 CreateBucket")


async def test_the_recogniser_that_takes_over_after_a_mere_look_up_carries_the_request_out(
    world: Callable[..., World],
) -> None:
    it = world()
    await it.app.settings.change({"rate_limit_wait_s": 0})
    it.claude.script(Answer(CallTool(Tool.FIND, {"text": "buckets"}, call_id="toolu_1")), TOO_MANY)
    told = await it.say(await it.chat(account="demo"), "list my buckets")
    assert told.actions[-1].state is ActionState.DONE
    assert str(told.actions[-1].call.id) == "s3:ListBuckets"


async def test_a_private_chat_never_reaches_a_cloud_whatever_fails(world: Callable[..., World]) -> None:
    small = local([UnreachableError("Its process ended.")], [UnreachableError("Its process ended.")])
    it = world(small)
    await it.app.settings.change({"fallback_models": (CLAUDE, GPT)})
    for model in ("auto", CLAUDE, "local:small"):
        [answer] = (await it.say(await it.chat(model, private=True), "Tell me a joke")).ended
        assert answer.state is NodeState.FAILED
    assert it.claude.chats == []
    assert it.gpt.chats == []
    assert len(small.requests) >= 1


async def test_words_in_a_system_prompt_keep_the_chat_here_too(world: Callable[..., World]) -> None:
    it = world(local(words("Here.")))
    chat = await it.chat(CLAUDE, system_prompt="Answer briefly. Keep everything on this machine.")
    [answer] = (await it.say(chat, "Tell me a joke")).ended
    assert answer.route is not None
    assert answer.route.task is Task.PRIVATE
    assert it.claude.chats == []


@pytest.mark.parametrize("text", ["privately: what should I ask for?", "my key is AKIAIOSFODNN7EXAMPLE, why?"])
async def test_private_words_and_secrets_keep_a_message_here_and_all_that_follows_it(
    world: Callable[..., World], text: str
) -> None:
    small = local(words("Here."), words("Here too."))
    it = world(small)
    await it.app.settings.change({"route_chat": CLAUDE})
    chat = await it.chat("auto")
    [answer] = (await it.say(chat, text)).ended
    assert answer.model == "local:small"
    assert answer.route is not None
    assert answer.route.task is Task.PRIVATE
    [after] = (await it.say(await it.head(chat), "tell me a joke")).ended
    assert after.model == "local:small"
    assert it.claude.chats == []


async def test_words_of_privacy_to_a_model_here_keep_the_chat_here_once_it_is_automatic(
    world: Callable[..., World],
) -> None:
    it = world(local(words("Here."), words("Here too.")))
    await it.app.settings.change({"route_chat": CLAUDE})
    chat = await it.chat("local:small")
    await it.say(chat, "don't send this to the cloud: I was diagnosed with asthma")
    head = await it.head(chat)
    automatic = await it.app.history.configure(head.id, dataclasses.replace(head.settings, model="auto"))
    [answer] = (await it.say(automatic, "tell me a joke")).ended
    assert answer.model == "local:small"
    assert it.claude.chats == []


@pytest.mark.parametrize("text", ["keep this on this machine: who am I?", "who am I? don't send this to the cloud"])
async def test_words_of_privacy_keep_a_message_from_a_cloud_model_that_was_chosen(
    world: Callable[..., World], text: str
) -> None:
    it = world(local(words("Here."), [UnreachableError("Its process ended.")]))
    await it.app.settings.change({"fallback_models": (GPT,)})
    chat = await it.chat(CLAUDE)
    [answer] = (await it.say(chat, text)).ended
    assert answer.model == "local:small"
    assert answer.route is not None
    assert answer.route.task is Task.PRIVATE
    assert "you want it kept on this machine" in answer.route.reason
    [after] = (await it.say(await it.head(chat), "tell me a joke")).ended
    assert after.state is NodeState.FAILED
    assert it.claude.chats == it.gpt.chats == []


async def test_words_of_privacy_with_nothing_here_to_ask_send_nothing(world: Callable[..., World]) -> None:
    it = world()
    [answer] = (await it.say(await it.chat(CLAUDE), "keep this on this machine: who am I?")).ended
    assert answer.state is NodeState.FAILED
    assert "Nothing was sent" in (answer.error or "")
    assert it.claude.chats == []


async def test_words_of_privacy_to_a_model_here_hold_once_a_cloud_model_is_chosen(world: Callable[..., World]) -> None:
    it = world(local(words("Here."), words("Here too.")))
    chat = await it.chat("local:small")
    await it.say(chat, "don't send this to the cloud: I was diagnosed with asthma")
    head = await it.head(chat)
    elsewhere = await it.app.history.configure(head.id, dataclasses.replace(head.settings, model=CLAUDE))
    [answer] = (await it.say(elsewhere, "tell me a joke")).ended
    assert answer.model == "local:small"
    assert it.claude.chats == []


async def test_a_secret_alone_goes_masked_to_the_cloud_model_that_was_chosen(world: Callable[..., World]) -> None:
    it = world(local())
    it.claude.script(Answer(Say("It is an example.")))
    [answer] = (await it.say(await it.chat(CLAUDE), "my key is AKIAIOSFODNN7EXAMPLE, why?")).ended
    assert answer.model == CLAUDE
    [sent] = it.claude.chats
    assert "AKIAIOSFODNN7EXAMPLE" not in json.dumps(sent.body)


async def test_words_of_privacy_to_a_model_here_that_fails_reach_nobody_elsewhere(world: Callable[..., World]) -> None:
    down = UnreachableError("Its process ended.")
    it = world(local(words("Here."), [down], [down]))
    await it.app.settings.change({"fallback_models": (CLAUDE,)})
    chat = await it.chat("local:small")
    await it.say(chat, "don't send this to the cloud: I was diagnosed with asthma")
    [answer] = (await it.say(await it.head(chat), "tell me a joke")).ended
    assert answer.state is NodeState.FAILED
    assert it.claude.chats == []


async def test_a_private_answer_that_broke_off_is_never_finished_by_a_cloud(world: Callable[..., World]) -> None:
    small = local([TextDelta(text="Half"), UnreachableError("Gone.")], [UnreachableError("Gone.")])
    it = world(small, ScriptedProvider([[UnreachableError("Gone too.")]]))
    await it.app.settings.change({"fallback_models": ("scripted:script", CLAUDE), "route_private": "local:small"})
    chat = await it.chat("auto")
    [broken] = (await it.say(chat, "privately: what should I ask for?")).ended
    assert broken.route is not None
    assert broken.route.next == "scripted:script"
    again = it.app.chat.answer_with_next(await it.head(chat), broken.id, consent=Answering())
    [answer] = (await Told().of(again)).ended
    assert answer.state is NodeState.FAILED
    assert it.claude.chats == []


async def test_with_nothing_private_to_ask_a_private_message_is_refused_and_stays_private(
    world: Callable[..., World],
) -> None:
    it = world()
    await it.app.settings.change({"route_chat": CLAUDE, "fallback_models": (GPT,)})
    chat = await it.chat("auto")
    [answer] = (await it.say(chat, "keep this on this machine: who am I?")).ended
    assert answer.state is NodeState.FAILED
    assert "Nothing was sent" in (answer.error or "")
    [after] = (await it.say(await it.head(chat), "tell me a joke")).ended
    assert after.state is NodeState.FAILED
    assert it.claude.chats == it.gpt.chats == []


async def test_automatic_sends_each_kind_to_its_model_and_says_why(world: Callable[..., World]) -> None:
    it = world(local(words("Chat.")))
    await it.app.settings.change(
        {"route_code": GPT, "route_aws": "builtin:rules", "route_chat": "local:small", "default_model": "auto"}
    )
    it.gpt.script(Answer(Say("def f(): ...")))
    for text, model, task in (
        ("write a Python function that uploads a file to S3", GPT, Task.CODE),
        ("list my buckets", "builtin:rules", Task.AWS),
        ("tell me a joke", "local:small", Task.CHAT),
    ):
        chat = await it.app.history.create(ConversationSettings(account="demo", region="us-east-1"))
        told = await it.say(chat, text)
        assert {answer.model for answer in told.ended} == {model}
        route = told.ended[0].route
        assert route is not None
        assert (route.asked, route.task) == ("auto", task)
        assert route.reason


async def test_what_goes_on_with_an_aws_request_stays_with_whoever_had_it(world: Callable[..., World]) -> None:
    small = local(words("A joke."))
    it = world(small)
    await it.app.settings.change({"route_aws": "builtin:rules", "route_chat": "local:small"})
    chat = await it.chat("auto", account="demo")
    [asked] = (await it.say(chat, "create a bucket")).ended
    assert asked.model == "builtin:rules"
    assert "Which bucket" in asked.message.text
    person = Answering()
    told = await it.say(await it.head(chat), "team-logs-2026", person)
    assert {answer.model for answer in told.ended} == {"builtin:rules"}
    assert len(person.asked) == 1
    assert str(told.actions[-1].call.id) == "s3:CreateBucket"
    [joke] = (await it.say(await it.head(chat), "tell me a joke about clouds")).ended
    assert joke.model == "local:small"


async def test_a_rule_that_cannot_be_used_is_passed_over_and_named(world: Callable[..., World]) -> None:
    it = world(local(words("def f(): ...")))
    await it.app.settings.change({"route_code": "groq:some-model", "route_chat": "local:small"})
    [answer] = (await it.say(await it.chat("auto"), "write a regex for dates")).ended
    assert answer.model == "local:small"
    assert answer.route is not None
    assert "groq:some-model is set for it and cannot be used" in answer.route.reason


async def test_a_text_too_long_for_its_rules_model_goes_to_the_one_for_long_texts(world: Callable[..., World]) -> None:
    it = world(local(words("Never."), context_tokens=2048))
    await it.app.settings.change({"route_chat": "local:small", "route_long": CLAUDE})
    it.claude.script(Answer(Say("Read.")))
    [answer] = (await it.say(await it.chat("auto"), "Summarise this. " + "word " * 4000)).ended
    assert (answer.model, answer.route is not None and answer.route.task) == (CLAUDE, Task.LONG)


async def test_overflow_asks_only_a_model_with_more_context(world: Callable[..., World]) -> None:
    small = local(words("Never."), context_tokens=2048)
    it = world(small)
    await it.app.settings.change({"fallback_models": ("builtin:rules", CLAUDE)})
    it.claude.script(Answer(Say("It fits.")))
    [answer] = (await it.say(await it.chat("local:small"), "word " * 4000)).ended
    assert (answer.state, answer.model) == (NodeState.COMPLETE, CLAUDE)
    assert small.requests == []


async def test_parameters_the_next_model_does_not_take_are_left_out_and_named(world: Callable[..., World]) -> None:
    small = local(words("Here."))
    it = world(small)
    it.claude.script(Failure(401, "invalid x-api-key"))
    chat = await it.chat(parameters={"max_tokens": 100})
    [answer] = (await it.say(chat, "Tell me a joke")).ended
    assert (answer.state, dict(small.requests[0].parameters)) == (NodeState.COMPLETE, {})
    assert answer.route is not None
    assert "Longest answer" in answer.route.reason


async def test_a_provider_that_fails_again_and_again_is_passed_over_until_it_is_reset(
    world: Callable[..., World],
) -> None:
    it = world(local(*[words("Here.") for _ in range(4)]))
    it.claude.script(Failure(401, "invalid x-api-key"))
    await it.say(await it.chat(), "Tell me a joke")
    asked = len(it.claude.chats)
    [answer] = (await it.say(await it.chat(), "Tell me a joke")).ended
    assert answer.model == "local:small"
    assert len(it.claude.chats) == asked  # it was not even tried
    assert answer.route is not None
    assert "until its key changes" in answer.route.failures[0].why
    [status] = [status for status in await it.app.models.statuses() if status.name == "anthropic"]
    assert "until its key changes" in (status.skipped or "")
    it.app.models.limits.reset("anthropic")
    it.claude.script(Answer(Say("Back.")))
    [answer] = (await it.say(await it.chat(), "Tell me a joke")).ended
    assert answer.model == CLAUDE


async def test_a_provider_that_is_passed_over_is_still_tried_where_nobody_else_can_answer(
    world: Callable[..., World],
) -> None:
    it = world()
    it.claude.script(Failure(401, "invalid x-api-key"), Answer(Say("Back.")))
    await it.say(await it.chat(), "Tell me a joke")
    [answer] = (await it.say(await it.chat(), "Tell me a joke")).ended
    assert (answer.state, answer.message.text) == (NodeState.COMPLETE, "Back.")


async def test_the_persons_stop_asks_nobody_else(world: Callable[..., World]) -> None:
    it = world()
    await it.app.settings.change({"fallback_models": (GPT,)})
    it.claude.script(Answer(Wait(), Say("late")))
    chat = await it.chat()
    task = asyncio.create_task(it.say(chat, "Hello?"))
    await asyncio.to_thread(it.claude.waiting.wait, 10)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    nodes = (await it.app.history.open(chat.id)).tree.nodes.values()
    assert [node.state for node in nodes][-1] is NodeState.STOPPED
    assert it.gpt.chats == []


async def test_a_tool_call_of_an_answer_that_broke_off_never_runs(world: Callable[..., World]) -> None:
    call = ToolCallPart(
        call_id="x", name=Tool.PROPOSE, arguments=json.dumps(propose("s3", "CreateBucket", {"Bucket": "never-2026"}))
    )
    broken: list[Any] = [TextDelta(text="Now"), ToolCallRequested(call=call), UnreachableError("Gone.")]
    it = world(ScriptedProvider([broken], is_private=False))
    await it.app.settings.change({"fallback_models": (GPT,), "fallback_after_text": True})
    it.gpt.script(Answer(Say("I would not.")))
    person = Answering()
    told = await it.say(await it.chat("scripted:script", account="demo"), "make it", person)
    assert person.asked == []
    assert told.actions == []


async def test_automatic_explains_itself_without_asking_anybody(world: Callable[..., World]) -> None:
    it = world()
    await it.app.settings.change({"route_code": GPT})
    choice = await it.app.chat.router.explain("write a regex that matches ISO dates")
    assert (str(choice.model.id), choice.task) == (GPT, Task.CODE)
    assert choice.reason.startswith("Code: ")
    with pytest.raises(BatonError, match="Nothing was sent"):
        await it.app.chat.router.explain("don't send this to the cloud")
    assert it.gpt.chats == it.claude.chats == []
