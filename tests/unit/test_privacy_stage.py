"""What leaves for models elsewhere and what comes back: through the application, over a provider not private."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Sequence

import pytest

from app.domain.conversation import Conversation
from app.domain.errors import UnsupportedError
from app.domain.messages import Message, Role, ToolCallPart, ToolResultPart
from app.domain.models import ModelId
from app.domain.ports import ChatRequest
from app.domain.stream import Progress, ReasoningDelta, TextDelta, ToolCallRequested
from tests.application_fixtures import Answering, Running, Told

pytest_plugins = ["tests.application_fixtures"]

# Assembled here, so that no scanner takes this file for a leak.
KEY_ID = "AKIA" + "Z7QWERTYUIOPLKJH"
SLACK = "xoxb-" + "123456789012-1234567890123-" + "abcdefghijABCDEFGHIJklmn"
ACCOUNT = "1234" + "56789012"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/orders-deployer"

Make = Callable[..., Running]


async def say(running: Running, text: str, conversation: Conversation | None = None, **more: object) -> Told:
    now = await running.conversation(**more) if conversation is None else await running.head(conversation)  # type: ignore[arg-type]
    return await Told().of(running.app.chat.send(now, text, consent=Answering(), parent_id=now.leaf_id))


def seen(request: ChatRequest) -> str:
    """Everything a vendor would be sent of a request."""
    return json.dumps([request.system, [repr(message) for message in request.messages], request.schema])


async def test_secrets_of_every_kind_of_message_stay_here(running: Make) -> None:
    call = ToolCallRequested(
        call=ToolCallPart(call_id="c1", name="find_operations", arguments=json.dumps({"text": f"with {SLACK}"}))
    )
    app = running([[call], [TextDelta(text=f"You said {KEY_ID}.")], [TextDelta(text="Again?")]], is_private=False)
    told = await say(app, f"my token is {SLACK}")
    conversation = await app.app.history.open(told.ended[-1].conversation_id)
    await say(app, "go on", conversation.conversation)
    for request in app.model.requests:
        assert SLACK not in seen(request)
        assert KEY_ID not in seen(request)
    assert "[hidden slack bot token 1]" in seen(app.model.requests[0])
    # The person's own copy stays as it was written.
    assert SLACK in conversation.tree.path(conversation.conversation.leaf_id)[0].message.text
    assert told.ended[0].masked == 1


async def test_a_model_on_this_machine_is_told_everything_and_nothing_is_kept(running: Make) -> None:
    app = running([[TextDelta(text="Hello.")]])
    told = await say(app, f"my token is {SLACK}")
    assert SLACK in seen(app.model.requests[0])
    assert await app.app.sent.of(told.ended[0].conversation_id, told.ended[0].id) == ()


async def test_identifiers_are_stable_over_turns_and_come_back(running: Make) -> None:
    app = running(
        [
            [
                TextDelta(text="The role is NAM"),
                TextDelta(text="E_1 in ACC"),
                TextDelta(text="OUNT_1"),
                TextDelta(text="2."),
            ],
            [TextDelta(text="ACCOUNT_1, not ACCOUNT_9")],
        ],
        is_private=False,
    )
    await app.app.settings.change({"hide_identifiers": True})
    told = await say(app, f"{ROLE} on db-1.prod.internal (10.1.2.3), ask kim@acorn-shop.de")
    answer = told.ended[0]
    assert answer.message.text == "The role is orders-deployer in ACCOUNT_12."
    first = app.model.requests[0].messages[0].text
    assert first == "arn:aws:iam::ACCOUNT_1:role/NAME_1 on HOST_1 (IP_1), ask EMAIL_1"
    head = (await app.app.history.open(answer.conversation_id)).conversation
    told = await say(app, f"and {ACCOUNT}? orders-deployer, 10.1.2.4", head)
    assert told.ended[0].message.text == f"{ACCOUNT}, not ACCOUNT_9"
    assert app.model.requests[1].messages[0].text == first
    assert app.model.requests[1].messages[-1].text == "and ACCOUNT_1? NAME_1, IP_2"
    # What the model made up reads like a placeholder: it is one of its own, so that none is ambiguous.
    assert app.model.requests[1].messages[1].text == "The role is NAME_1 in TEXT_1."


async def test_a_proposed_call_runs_with_the_real_names(running: Make) -> None:
    def turns(request: ChatRequest) -> Sequence[object]:
        if request.messages[-1].role is Role.TOOL:
            return [TextDelta(text="Done.")]
        bucket = request.messages[-1].text.rpartition(":")[2]
        assert bucket == "BUCKET_1"
        arguments = {"service": "s3", "operation": "GetBucketLocation", "parameters": {"Bucket": bucket}}
        return [
            ToolCallRequested(call=ToolCallPart(call_id="c1", name="propose_call", arguments=json.dumps(arguments)))
        ]

    app = running(turns, is_private=False)
    await app.app.settings.change({"hide_identifiers": True})
    told = await say(app, "where is arn:aws:s3:::acorn-website-assets")
    assert told.actions[-1].call.parameters == {"Bucket": "acorn-website-assets"}
    assert told.actions[-1].state.value == "done"
    sent = app.model.requests[1]
    assert "acorn-website-assets" not in seen(sent)
    results = [part for message in sent.messages for part in message.parts if isinstance(part, ToolResultPart)]
    assert results


async def test_own_words_are_hidden_whatever_their_case(running: Make) -> None:
    app = running([[TextDelta(text="WORD_1 and WORD_2.")]], is_private=False)
    await app.app.settings.change({"hidden_words": "Acorn\nMüller & Söhne"})
    told = await say(app, "ACORN buys from Müller & Söhne; what is WORD_7?")
    assert app.model.requests[0].messages[0].text == "WORD_1 buys from WORD_2; what is TEXT_1?"
    assert told.ended[0].message.text == "ACORN and Müller & Söhne."


async def test_signed_thinking_goes_back_as_it_was_signed_and_is_shown_restored(running: Make) -> None:
    call = ToolCallRequested(call=ToolCallPart(call_id="c1", name="find_operations", arguments='{"text": "x"}'))
    app = running(
        [
            [ReasoningDelta(text="It is ACCOUNT_"), ReasoningDelta(text="1", signature="sig", vendor="scripted"), call],
            [TextDelta(text="Yes.")],
        ],
        is_private=False,
    )
    await app.app.settings.change({"hide_identifiers": True})
    told = await say(app, f"which account is {ACCOUNT}")
    thought = told.ended[0].message.parts[0]
    assert thought.text == f"It is {ACCOUNT}"  # type: ignore[union-attr]
    back = app.model.requests[1].messages[1].parts[0]
    assert (back.text, back.signature) == ("It is ACCOUNT_1", "sig")  # type: ignore[union-attr]


async def test_thinking_whose_own_text_was_lost_loses_its_signature_rather_than_an_identifier(running: Make) -> None:
    thought = [ReasoningDelta(text="It is ACCOUNT_1", signature="sig", vendor="scripted"), TextDelta(text="Yes.")]
    app = running([thought, [TextDelta(text="Sure.")]], is_private=False)
    await app.app.settings.change({"hide_identifiers": True})
    told = await say(app, f"which account is {ACCOUNT}")
    opened = await app.app.history.open(told.ended[0].conversation_id)
    exported = await app.app.history.export_json()
    await app.app.history.places.erase([opened.conversation.id])
    await app.app.history.import_text(exported)
    await say(app, "sure?", opened.conversation)
    back = app.model.requests[1].messages[1].parts[0]
    assert (back.text, back.signature) == ("It is ACCOUNT_1", None)  # type: ignore[union-attr]


async def test_what_was_sent_is_on_record_with_its_marks_and_goes_with_the_chat(running: Make) -> None:
    app = running([[TextDelta(text="One.")], [TextDelta(text="Two.")]], is_private=False)
    await app.app.settings.change({"hide_identifiers": True})
    told = await say(app, f"{SLACK} of {ACCOUNT}")
    answer = told.ended[0]
    head = (await app.app.history.open(answer.conversation_id)).conversation
    again = (await say(app, "and?", head)).ended[0]
    (record,) = await app.app.sent.of(head.id, answer.id)
    asked = next(part for part in record.parts() if part.head == "You")
    assert [(piece.text, piece.kind, piece.original) for piece in asked.pieces] == [
        ("[hidden slack bot token 1]", "slack bot token", SLACK),
        (" of ", "", None),
        ("ACCOUNT_1", "ACCOUNT", ACCOUNT),
    ]
    assert record.hidden == 2
    assert record.sent.messages == tuple(app.model.requests[0].messages)
    (second,) = await app.app.sent.of(head.id, again.id)
    assert second.sent.messages == tuple(app.model.requests[1].messages)
    assert second.sent.system == app.model.requests[1].system
    await app.app.history.places.erase([head.id])
    assert await app.app.sent.of(head.id, answer.id) == ()
    assert await app.app.sent.of(head.id, again.id) == ()


async def test_a_count_of_tokens_is_of_the_masked_text(running: Make) -> None:
    app = running([], is_private=False)
    asked: list[ChatRequest] = []

    async def count(request: ChatRequest) -> int:
        asked.append(request)
        return 7

    async def context(_model: str) -> int:
        return 1000

    app.model.count_tokens = count  # type: ignore[attr-defined]
    app.model.context_tokens = context  # type: ignore[attr-defined]
    request = ChatRequest(model="script", messages=(Message.user(f"token {SLACK}"),), conversation_id="c")
    assert await app.app.models.count_tokens(ModelId("scripted", "script"), request) == 7
    assert SLACK not in seen(asked[0])
    assert "[hidden" in seen(asked[0])


async def test_a_schema_loses_its_secrets_and_keeps_its_form(running: Make) -> None:
    app = running([[TextDelta(text="{}")]], is_private=False)
    schema = {"type": "object", "properties": {"token": {"type": "string", "description": f"like {SLACK}"}}}
    request = ChatRequest(model="script", messages=(Message.user("x"),), schema=schema)
    async for _ in app.app.models.stream(ModelId("scripted", "script"), request):
        pass
    (sent,) = app.model.requests
    assert SLACK not in json.dumps(sent.schema)
    assert dict(sent.schema or {})["properties"]["token"]["type"] == "string"  # type: ignore[index]


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object", "properties": {SLACK: {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "string", "pattern": f"^{SLACK}$"}}},
        {"anyOf": [{"type": "string", "format": KEY_ID}]},
    ],
)
async def test_a_schema_with_a_secret_in_its_form_does_not_leave(running: Make, schema: dict[str, object]) -> None:
    app = running([[TextDelta(text="{}")]], is_private=False)
    request = ChatRequest(model="script", messages=(Message.user("x"),), schema=schema)
    with pytest.raises(UnsupportedError, match="holds a secret in a name or a pattern"):
        _ = [event async for event in app.app.models.stream(ModelId("scripted", "script"), request)]
    assert not app.model.requests


@pytest.mark.parametrize("private", [True, False])
async def test_pictures_are_refused_where_the_person_wants_that(running: Make, private: bool) -> None:
    app = running([[TextDelta(text="A cat.")]], is_private=private)
    await app.app.settings.change({"refuse_files_elsewhere": True})
    request = ChatRequest(model="script", messages=(Message.user("what is it"),), blobs={"00": b"picture"})
    stream = app.app.models.stream(ModelId("scripted", "script"), request)
    if private:
        assert [event async for event in stream]
    else:
        with pytest.raises(UnsupportedError, match="not sent to models elsewhere"):
            _ = [event async for event in stream]
        assert not app.model.requests


async def test_without_the_setting_secrets_go_as_they_are_and_the_record_says_so(running: Make) -> None:
    app = running([[TextDelta(text="Hello.")]], is_private=False)
    await app.app.settings.change({"redact_for_models": False})
    told = await say(app, f"my token is {SLACK}")
    assert SLACK in seen(app.model.requests[0])
    (record,) = await app.app.sent.of(told.ended[0].conversation_id, told.ended[0].id)
    assert record.hidden == 0
    assert SLACK in dataclasses.asdict(record.sent)["messages"][0]["parts"][0]["text"]


async def test_the_same_request_is_masked_the_same_by_another_baton_on_the_same_history(
    running: Make, paths: object
) -> None:
    app = running([[TextDelta(text="One.")]], is_private=False)
    await app.app.settings.change({"hide_identifiers": True})
    told = await say(app, f"{ACCOUNT} and 10.9.8.7")
    head = (await app.app.history.open(told.ended[0].conversation_id)).conversation
    await app.app.aclose()
    other = running([[TextDelta(text="IP_1")]], is_private=False)
    told = await say(other, "only 10.9.8.7 and 10.9.8.6", head)
    assert other.model.requests[0].messages[-1].text == "only IP_1 and IP_2"
    assert told.ended[0].message.text == "10.9.8.7"


async def test_the_first_message_says_that_it_waits_for_the_rules(running: Make) -> None:
    app = running([[TextDelta(text="Hello.")], [TextDelta(text="Again.")]], is_private=False)
    waits = "Reading the rules for secrets…"
    told = await say(app, "hello")
    assert [event.event.text for event in told.streamed if isinstance(event.event, Progress)].count(waits) == 1
    told = await say(app, "hello")
    assert not [event for event in told.streamed if event.event == Progress(text=waits)]
