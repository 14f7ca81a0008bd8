"""Masking and restoring as rules that hold for any text, and for what vendors are really sent."""

from __future__ import annotations

import json
import string
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.messages import Message, Role, TextPart, ToolCallPart, ToolResultPart
from app.domain.models import ModelId, ModelInfo
from app.domain.ports import ChatRequest
from app.domain.settings import Settings
from app.domain.stream import Finished, FinishReason, ReasoningDelta, StreamEvent, TextDelta, ToolCallRequested
from app.services.privacy.masking import Finder, Masking, What, restored, restored_json
from app.services.privacy.restoring import AnswerRestorer, TextRestorer, restored_text
from app.services.privacy.stage import PrivacyStage
from app.storage.database import Database
from app.storage.privacy import SqlitePrivacyStore
from app.system.attachments.picture_metadata import without_metadata
from tests.provider_fixtures import Makers
from tests.secret_snippets import random_secrets
from tests.storage_fixtures import unhurried
from tests.ui_fixtures import NoRules
from tests.vendor_servers import Answer, VendorServer

pytest_plugins = ["tests.provider_fixtures"]

ACCOUNT = "1234" + "56789012"
IDENTIFIERS = What(secrets=False, identifiers=True, words="Acorn\nblue fox")
FINDER = Finder(NoRules())

pieces = st.sampled_from(
    [
        *(ACCOUNT, "ACCOUNT_1", "ACCOUNT_", "NAME_", "_", "1", "0", "H", "HOST", "IP_2", "TEXT_1", "WORD"),
        *("acorn", "blue fox", "10.0.0.1", "fe80::1", "db-1.prod.internal", "kim@acorn.de", "s3://my-bucket/x"),
        *(f"arn:aws:iam::{ACCOUNT}:role/web-deployer", "arn:aws:s3:::my-bucket/key-1/*", "web-deployer", "my-bucket"),
        *(" ", "/", ":", ".", "\n", "\\n", '"', "é", "\ud800", "a", "B", "-", "x1.2.3.4", "v1.2.3.4"),
    ]
)
texts = st.lists(pieces, max_size=30).map("".join) | st.text(max_size=80)


def masked(text: str, what: What = IDENTIFIERS) -> tuple[str, Masking]:
    masking = Masking(FINDER, what)
    used: dict[str, int] = {}
    numbers = {}
    for kind, value in masking.read_texts([text]):
        used[kind] = numbers[kind, value] = used.get(kind, 0) + 1
    masking.use(numbers)
    return masking.text(text), masking


@unhurried
@given(texts)
def test_masking_and_restoring_is_the_identity(text: str) -> None:
    sent, masking = masked(text)
    assert restored(sent, masking.values) == text


@unhurried
@given(texts)
def test_nothing_that_was_hidden_is_sent(text: str) -> None:
    sent, _ = masked(text)
    for value in (ACCOUNT, "db-1.prod.internal", "kim@acorn.de", "blue fox"):
        # Where an identifier is a part of something longer, that is hidden, or it is no identifier.
        assert f" {value} " not in f" {sent} "


@pytest.mark.parametrize(
    "value", [ACCOUNT, "10.0.0.1", "db-1.prod.internal", "kim@acorn-shop.de", "arn:aws:s3:::my-bucket"]
)
@pytest.mark.parametrize("before", ["\n", "\t", "é", "\x01", '"', "("])
def test_what_stands_behind_an_escape_of_json_is_found_as_in_the_text(before: str, value: str) -> None:
    sent, masking = masked(json.dumps({"a": f"{before}{value}"}))
    assert value not in sent
    assert json.loads(restored(sent, masking.values)) == {"a": f"{before}{value}"}
    assert json.loads(sent)["a"].startswith(before[0])


@unhurried
@given(st.lists(texts, max_size=4))
def test_equal_values_of_several_texts_get_equal_placeholders(several: list[str]) -> None:
    masking = Masking(FINDER, IDENTIFIERS)
    wanted = masking.read_texts(several)
    masking.use({item: number for number, item in enumerate(wanted, start=1)})
    sent = [masking.text(text) for text in several]
    assert [restored(text, masking.values) for text in sent] == several


@unhurried
@given(texts)
def test_masking_secrets_twice_changes_nothing_more(text: str) -> None:
    what = What(secrets=True, identifiers=False)
    once, _ = masked(text, what)
    assert masked(once, what)[0] == once


@unhurried
@given(texts, st.lists(st.integers(1, 9), min_size=1, max_size=40), st.sampled_from(["TextDelta", "ReasoningDelta"]))
def test_restoring_pieces_is_restoring_the_whole(text: str, sizes: list[int], kind: str) -> None:
    sent, masking = masked(text)
    sent += " ACCOUNT_9 HOST_1"
    restorer = AnswerRestorer(masking.values)
    shown, at = "", 0
    events: list[StreamEvent] = []
    for number in range(len(sent)):
        if at >= len(sent):
            break
        piece = sent[at : at + sizes[number % len(sizes)]]
        at += len(piece)
        events += restorer.take(TextDelta(text=piece) if kind == "TextDelta" else ReasoningDelta(text=piece))
    events += restorer.end()
    for event in events:
        assert isinstance(event, TextDelta | ReasoningDelta)
        shown += event.text
    assert shown == restored_text(sent, masking.values)


@unhurried
@given(st.text(alphabet=string.ascii_letters + " _1", max_size=30))
def test_no_more_is_held_back_than_what_may_become_a_placeholder(text: str) -> None:
    restorer = TextRestorer({"ACCOUNT_1": ACCOUNT})
    shown = restorer.add(text)
    held = restorer._held
    assert len(held) <= len("ACCOUNT_1")
    assert "ACCOUNT_1".startswith(held)
    assert restored_text(shown + held, {"ACCOUNT_1": ACCOUNT}) == shown + restorer.end()


def test_where_nothing_was_hidden_nothing_is_held_back() -> None:
    restorer = TextRestorer({})
    assert restorer.add("ACCOUNT_") == "ACCOUNT_"


@unhurried
@given(st.text(max_size=20))
def test_a_restored_call_is_the_json_it_was(value: str) -> None:
    arguments = json.dumps({"a": ["WORD_1", {"b": "x WORD_1 y"}], "n": 1})
    plain = json.loads(restored_json(arguments, {"WORD_1": value}))
    assert plain == {"a": [value, {"b": f"x {value} y"}], "n": 1}


@pytest.mark.parametrize("levels", [400, 5_000])
def test_a_call_that_nests_too_deeply_is_restored_and_masked_all_the_same(levels: int) -> None:
    def nested(text: str) -> str:
        return "[" * levels + text + "]" * levels

    value = 'web"1'
    assert restored_json(nested('"NAME_1"'), {"NAME_1": value}) == nested(json.dumps(value))
    arguments = nested('"AKIAIOSFODNN7EXAMPLE"')
    call = ToolCallPart(call_id="1", name="find", arguments=arguments)
    request = ChatRequest(model="m", messages=(Message(role=Role.ASSISTANT, parts=(call,)),))
    masking = Masking(FINDER, What(secrets=True, identifiers=False))
    numbers = dict.fromkeys(masking.read(request), 1)
    [sent] = masking.write(request, numbers).messages[0].tool_calls
    assert "AKIAIOSFODNN7EXAMPLE" not in sent.arguments


def test_a_call_goes_out_before_what_was_said_before_it_is_lost() -> None:
    restorer = AnswerRestorer({"HOST_1": "db.internal"})
    call = ToolCallRequested(call=ToolCallPart(call_id="c", name="t", arguments='{"h": "HOST_1"}'))
    events = [*restorer.take(TextDelta(text="see HOST_1")), *restorer.take(call)]
    events += restorer.take(Finished(reason=FinishReason.TOOL_CALLS))
    assert "".join(event.text for event in events if isinstance(event, TextDelta)) == "see db.internal"
    assert [event.call.arguments for event in events if isinstance(event, ToolCallRequested)] == [
        '{"h": "db.internal"}'
    ]


async def test_what_vendors_receive_holds_no_secret(
    makers: Makers, vendor_server: VendorServer, tmp_path: Path
) -> None:
    """The bytes that arrive, for every place in which a secret may stand."""
    database = Database(tmp_path / "baton.db")
    stage = PrivacyStage(
        settings=lambda: Settings(hide_identifiers=True),
        rules=NoRules(),
        store=SqlitePrivacyStore(database),
        without_metadata=without_metadata,
    )
    secrets = random_secrets(40)
    for provider in makers.all(vendor_server):
        model = ModelInfo(id=ModelId(provider.name, "test-model"), title="x")
        for secret in secrets:
            vendor_server.script(Answer("Fine."))
            events = [event async for event in stage.stream(model, everywhere(secret.text), provider.stream)]  # type: ignore[arg-type]
            assert isinstance(events[-1], Finished)
            received = json.dumps(vendor_server.chats[-1].body, ensure_ascii=False)
            for form in (secret.value, json.dumps(secret.value)[1:-1]):
                assert form not in received, secret
            assert ACCOUNT not in received
    await database.aclose()


def everywhere(text: str) -> ChatRequest:
    call = ToolCallPart(call_id="call_1", name="find", arguments=json.dumps({"text": text, "account": ACCOUNT}))
    return ChatRequest(
        model="test-model",
        system=f"Be brief. {text}",
        messages=(
            Message.user(f"{text}\nin {ACCOUNT}"),
            Message(role=Role.ASSISTANT, parts=(TextPart(text=f"You said: {text}"), call)),
            Message(role=Role.TOOL, parts=(ToolResultPart(call_id="call_1", name="find", content=text),)),
        ),
    )


@unhurried
@given(texts)
def test_a_request_keeps_its_form(text: str) -> None:
    masking = Masking(FINDER, IDENTIFIERS)
    request = everywhere(text)
    wanted = masking.read(request)
    sent = masking.write(request, {item: number for number, item in enumerate(wanted, start=1)})
    arguments: Any = json.loads(sent.messages[1].tool_calls[0].arguments)
    assert arguments["account"].startswith("ACCOUNT_")
    assert [len(message.parts) for message in sent.messages] == [1, 2, 1]


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece",
    [
        "a.",
        "1.",
        "a@",
        "://a@",
        ":a",
        "ACCOUNT_",
        "arn:aws:s3:::",
        "arn:aws:iam::a:a/",
        "s3://",
        "a-.",
        "\\n",
        "version ",
    ],
)
def test_a_megabyte_of_bait_is_masked_in_passing(piece: str) -> None:
    # The limit is the timeout above: what is quadratic in a megabyte takes hours.
    text = piece * (1_000_000 // len(piece))
    sent, _ = masked(text, What(secrets=True, identifiers=True, words="bait"))
    assert sent
