"""A chat turn over the real store, gate, catalogue and demo account; only the model's words are scripted."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable

import pytest

from app.domain.aws import ActionState, Decision
from app.domain.conversation import NO_AWS, NodeState
from app.domain.errors import RateLimitedError, RefusedByProviderError, UsageError
from app.domain.messages import Role, ToolCallPart, ToolResultPart
from app.domain.stream import FinishReason, ToolCallRequested
from app.providers.scripted import Step, words
from app.services.turn_updates import NodeStreamed
from tests.application_fixtures import Answering, Running, Told

Make = Callable[..., Running]


def calls(operation: str, parameters: dict[str, object], call_id: str = "c1") -> list[Step]:
    service, _, name = operation.partition(":")
    arguments = json.dumps({"service": service, "operation": name, "parameters": parameters})
    return [ToolCallRequested(call=ToolCallPart(call_id=call_id, name="propose_call", arguments=arguments))]


async def test_an_answer_is_streamed_and_kept(running: Make) -> None:
    r = running([words("Four instances run.")])
    conversation = await r.conversation()
    told = await Told().of(r.app.chat.send(conversation, "what runs?", consent=Answering()))
    opened = await r.app.history.open(conversation.id)
    path = opened.tree.path(opened.conversation.leaf_id)
    assert [(node.message.role, node.message.text) for node in path] == [
        (Role.USER, "what runs?"),
        (Role.ASSISTANT, "Four instances run."),
    ]
    assert path[-1].state is NodeState.COMPLETE
    assert path[-1].finish_reason is FinishReason.STOP
    assert path[-1].usage is not None
    assert path[-1].usage.duration_s is not None
    assert len(told.streamed) >= 3
    assert opened.conversation.title == "what runs?"


async def test_an_edit_and_a_second_answer_are_branches_beside_the_first(running: Make) -> None:
    r = running([words("first"), words("second"), words("edited")])
    conversation = await r.conversation()
    told = await Told().of(r.app.chat.send(conversation, "question", consent=Answering()))
    question = told.added[0]
    await Told().of(r.app.chat.answer_again(await r.head(conversation), question.id, consent=Answering()))
    await Told().of(
        r.app.chat.send(
            await r.head(conversation), "better question", consent=Answering(), parent_id=question.parent_id
        )
    )
    tree = (await r.app.history.open(conversation.id)).tree
    assert [tree.nodes[i].message.text for i in tree.children[None]] == ["question", "better question"]
    assert [tree.nodes[i].message.text for i in tree.children[question.id]] == ["first", "second"]
    # The second answer was not shown the first.
    assert [message.text for message in r.model.requests[1].messages] == ["question"]


async def test_stopping_keeps_what_came_and_the_conversation_goes_on(running: Make) -> None:
    never = asyncio.Event()
    r = running([[*words("half an "), never, *words("answer")], words("again")])
    conversation = await r.conversation()
    reached = asyncio.Event()

    async def consume() -> None:
        seen = ""
        async for update in r.app.chat.send(conversation, "go", consent=Answering()):
            if isinstance(update, NodeStreamed):
                seen += getattr(update.event, "text", "")
            if seen == "half an ":
                reached.set()

    task = asyncio.create_task(consume())
    await reached.wait()
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    head = await r.head(conversation)
    stopped = (await r.app.history.open(conversation.id)).tree.nodes[head.leaf_id or ""]
    assert (stopped.state, stopped.message.text) == (NodeState.STOPPED, "half an ")
    assert stopped.finish_reason is FinishReason.CANCELLED
    assert r.model.closed == 1
    told = await Told().of(r.app.chat.send(head, "go on", consent=Answering(), parent_id=head.leaf_id))
    assert told.ended[-1].message.text == "again"
    assert [message.text for message in r.model.requests[-1].messages] == ["go", "half an ", "go on"]


async def test_a_failure_ends_the_answer_with_its_remedy_and_keeps_what_came(running: Make) -> None:
    r = running([[*words("so far "), RefusedByProviderError("The vendor refused.", remedy="Ask them.")], words("fine")])
    conversation = await r.conversation()
    told = await Told().of(r.app.chat.send(conversation, "go", consent=Answering()))
    assert told.ended[-1].state is NodeState.FAILED
    assert told.ended[-1].message.text == "so far "
    assert told.ended[-1].error == "The vendor refused. Ask them."
    head = await r.head(conversation)
    told = await Told().of(r.app.chat.send(head, "again", consent=Answering(), parent_id=head.leaf_id))
    assert told.ended[-1].message.text == "fine"


async def test_what_is_being_written_is_on_disk_before_it_ends(running: Make) -> None:
    release = asyncio.Event()
    r = running([[*words("half an "), release, *words("answer")]])
    conversation = await r.conversation()
    told = Told()
    task = asyncio.create_task(told.of(r.app.chat.send(conversation, "go", consent=Answering())))
    while True:  # the test's own time limit bounds this
        with contextlib.suppress(Exception):
            opened = await r.app.history.open(conversation.id)
            texts = [node.message.text for node in opened.tree.nodes.values() if node.state is NodeState.STREAMING]
            if texts == ["half an "]:
                break
        await asyncio.sleep(0.01)
    release.set()
    await task
    assert told.ended[-1].message.text == "half an answer"


async def test_a_name_given_while_the_first_answer_streams_outlives_a_second_message(running: Make) -> None:
    r = running([words("one"), words("two")])
    draft = await r.conversation()
    async for update in r.app.chat.send(draft, "first words", consent=Answering()):
        if isinstance(update, NodeStreamed):
            await r.app.history.rename(draft.id, "Named by hand")
    # From a caller that still holds what it held before: no leaf, no name.
    await Told().of(r.app.chat.send(draft, "second words", consent=Answering()))
    opened = await r.app.history.open(draft.id)
    assert (opened.conversation.title, opened.conversation.titled) == ("Named by hand", True)
    assert opened.tree.nodes[opened.conversation.leaf_id or ""].message.text == "two"


async def test_a_read_runs_and_the_model_reads_the_result(running: Make) -> None:
    person = Answering()
    r = running([calls("s3:ListBuckets", {}), words("You have buckets.")])
    conversation = await r.conversation()
    told = await Told().of(r.app.chat.send(conversation, "my buckets?", consent=person))
    assert told.actions[-1].state is ActionState.DONE
    assert told.actions[-1].decision is Decision.POLICY
    assert told.actions[-1].result is not None
    assert told.actions[-1].result.table is not None
    assert person.asked == []
    assert told.ended[-1].message.text == "You have buckets."
    result = r.model.requests[1].messages[-1].parts[0]
    assert isinstance(result, ToolResultPart)
    given = json.loads(result.content)
    assert given["state"] == "done"
    assert given["account"] == "demo"
    assert given["untrusted_data"]["data"]["Buckets"]
    kept = (await r.app.history.open(conversation.id)).actions
    assert [action.state for action in kept] == [ActionState.DONE]


async def test_a_change_is_asked_for_and_a_no_is_told_to_the_model(running: Make) -> None:
    person = Answering(grant=False)
    r = running([calls("s3:CreateBucket", {"Bucket": "team-logs-2026"}), words("As you wish.")])
    conversation = await r.conversation()
    told = await Told().of(r.app.chat.send(conversation, "create it", consent=person))
    assert [proposal.call.parameters for proposal in person.asked] == [{"Bucket": "team-logs-2026"}]
    assert told.actions[-1].state is ActionState.REFUSED
    result = r.model.requests[1].messages[-1].parts[0]
    assert isinstance(result, ToolResultPart)
    assert json.loads(result.content)["decision"] == "refused-by-person"


async def test_a_yes_carries_the_change_out(running: Make) -> None:
    r = running(
        [
            calls("s3:CreateBucket", {"Bucket": "team-logs-2026"}),
            words("Done."),
            calls("s3:ListBuckets", {}),
            words("See."),
        ]
    )
    conversation = await r.conversation()
    told = await Told().of(r.app.chat.send(conversation, "create it", consent=Answering()))
    assert told.actions[-1].state is ActionState.DONE
    head = await r.head(conversation)
    told = await Told().of(r.app.chat.send(head, "list", consent=Answering(), parent_id=head.leaf_id))
    assert "team-logs-2026" in json.dumps(told.actions[-1].result.data if told.actions[-1].result else None)


async def test_stopping_while_the_person_is_asked_refuses_and_leaves_the_conversation_sendable(running: Make) -> None:
    person = Answering(hold=asyncio.Event())
    r = running([calls("s3:CreateBucket", {"Bucket": "never-made"}), words("next")])
    conversation = await r.conversation()
    task = asyncio.create_task(Told().of(r.app.chat.send(conversation, "create it", consent=person)))
    await person.is_asked.wait()
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    opened = await r.app.history.open(conversation.id)
    assert [action.state for action in opened.actions] == [ActionState.REFUSED]
    head = opened.conversation
    told = await Told().of(r.app.chat.send(head, "go on", consent=Answering(), parent_id=head.leaf_id))
    assert told.ended[-1].state is NodeState.COMPLETE
    sent = [part for message in r.model.requests[-1].messages for part in message.parts]
    called = [part.call_id for part in sent if isinstance(part, ToolCallPart)]
    answered = [part.call_id for part in sent if isinstance(part, ToolResultPart)]
    assert called == answered == ["c1"]


async def test_what_a_model_gets_wrong_comes_back_to_it_as_an_error(running: Make) -> None:
    bad = [ToolCallRequested(call=ToolCallPart(call_id="c1", name="propose_call", arguments='{"service": "s3"'))]
    unknown = calls("s3:ListBucket", {}, "c2")
    wrong_type = calls("s3:CreateBucket", {"Bucket": 7}, "c3")
    no_tool = [ToolCallRequested(call=ToolCallPart(call_id="c4", name="run_shell", arguments="{}"))]
    r = running([bad, unknown, wrong_type, no_tool, words("I give up.")])
    conversation = await r.conversation()
    person = Answering()
    told = await Told().of(r.app.chat.send(conversation, "go", consent=person))
    assert told.ended[-1].message.text == "I give up."
    results = [request.messages[-1].parts[0] for request in r.model.requests[1:]]
    assert all(isinstance(part, ToolResultPart) and part.is_error for part in results)
    assert "ListBuckets" in getattr(results[1], "content", "")
    assert "Bucket" in getattr(results[2], "content", "")
    assert person.asked == []


async def test_a_model_that_asks_for_tools_without_end_is_made_to_answer(running: Make) -> None:
    r = running(lambda request: calls("s3:ListBuckets", {}) if request.tools else words("Enough."))
    conversation = await r.conversation()
    told = await Told().of(r.app.chat.send(conversation, "loop", consent=Answering()))
    assert told.ended[-1].message.text == "Enough."


async def test_a_model_that_will_not_stop_asking_for_tools_is_ended_with_the_reason(running: Make) -> None:
    r = running(lambda _: calls("s3:ListBuckets", {}))
    conversation = await r.conversation()
    told = await Told().of(r.app.chat.send(conversation, "loop", consent=Answering()))
    assert told.ended[-1].state is NodeState.FAILED
    assert "gave no answer" in (told.ended[-1].error or "")
    assert len(told.ended) == len({action.id for action in told.actions}) + 1


async def test_a_conversation_without_aws_offers_no_tools(running: Make) -> None:
    r = running([words("Hello.")])
    conversation = await r.conversation(account=NO_AWS)
    await Told().of(r.app.chat.send(conversation, "hello", consent=Answering()))
    assert r.model.requests[0].tools == ()
    assert r.model.requests[0].system == ""


@pytest.mark.parametrize(("is_private", "hidden"), [(True, False), (False, True)])
async def test_secrets_are_hidden_from_models_elsewhere_only(running: Make, is_private: bool, hidden: bool) -> None:
    r = running([words("ok")], is_private=is_private)
    conversation = await r.conversation(account=NO_AWS)
    secret = "AKIA" + "IOSFODNN7EXAMPLE"
    await Told().of(r.app.chat.send(conversation, f"my key is {secret}", consent=Answering()))
    sent = r.model.requests[0].messages[-1].text
    assert (secret not in sent) is hidden
    kept = (await r.app.history.open(conversation.id)).tree
    assert secret in next(iter(kept.nodes.values())).message.text


async def test_two_answers_at_once_in_one_conversation_are_refused(running: Make) -> None:
    release = asyncio.Event()
    r = running([[*words("one"), release]])
    conversation = await r.conversation()
    first = r.app.chat.send(conversation, "one", consent=Answering())
    added = await anext(first)
    with pytest.raises(UsageError, match="being answered"):
        await anext(r.app.chat.send(conversation, "two", consent=Answering()))
    await first.aclose()
    assert getattr(added, "node", None) is not None


async def test_nothing_to_send_is_refused(running: Make) -> None:
    r = running([])
    with pytest.raises(UsageError):
        await anext(r.app.chat.send(await r.conversation(), " \n\t", consent=Answering()))


async def test_a_request_that_was_refused_for_its_rate_is_sent_again(running: Make) -> None:
    r = running([[RateLimitedError("Too many.", retry_after_s=0.01)], words("now")])
    told = await Told().of(r.app.chat.send(await r.conversation(), "go", consent=Answering()))
    assert told.ended[-1].message.text == "now"
    assert len(r.model.requests) == 2
