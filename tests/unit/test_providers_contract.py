"""What every cloud provider proves over a local server that speaks its documented protocol, whoever the vendor is."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import (
    BatonError,
    MalformedReplyError,
    NotFoundError,
    RateLimitedError,
    TimedOutError,
    UnreachableError,
    UnsupportedError,
)
from app.domain.messages import AttachmentPart, Message, Part, Role, TextPart, ToolResultPart, ToolSpec
from app.domain.models import ModelId
from app.domain.ports import ChatProvider, ChatRequest, CountsTokens
from app.domain.settings import Settings
from app.domain.stream import (
    AnswerFold,
    Finished,
    FinishReason,
    RateLimits,
    ReasoningDelta,
    TextDelta,
    ToolCallProgress,
    Usage,
)
from app.providers.connection import Connections
from app.services.models import ModelService
from app.services.settings import SettingsService
from app.system.keyring import MemorySecretStore
from tests.provider_contracts import CONTRACTS, Contract
from tests.provider_fixtures import ask, collect, fold
from tests.vendor_servers import (
    Answer,
    Beat,
    CallTogether,
    CallTool,
    Cut,
    Failure,
    Raw,
    Say,
    Think,
    VendorServer,
    Wait,
)

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PDF = b"%PDF-1.4\n%%EOF\n"
SCHEMA = {
    "type": "object",
    "properties": {"name": {"type": "string"}},
    "required": ["name"],
    "additionalProperties": False,
}
FIND = ToolSpec(
    name="find",
    description="Find operations.",
    parameters={"type": "object", "properties": {"text": {"type": "string"}}},
)
ANSWER = Answer(Think("Überlegung ✓"), Say("Antwort: 東京 🚀\n\nGrüße"), CallTool("find", {"text": "a\u2028b"}))


@pytest.fixture(params=CONTRACTS, ids=str)
def contract(request: pytest.FixtureRequest) -> Contract:
    """One provider after the other."""
    found: Contract = request.param
    return found


@pytest.fixture
def server(contract: Contract) -> Iterator[Any]:
    """Its vendor, on loopback."""
    with contract.serve() as started:
        yield started


@pytest.fixture
async def provider(contract: Contract, server: Any) -> AsyncIterator[ChatProvider]:
    """The provider, pointed at that server."""
    connections = Connections(timeout_s=lambda: 10.0)
    yield contract.make(connections, server)
    await connections.aclose()


def attachment(name: str, media_type: str, data: bytes) -> tuple[AttachmentPart, dict[str, bytes]]:
    sha256 = hashlib.sha256(data).hexdigest()
    part = AttachmentPart(name=name, media_type=media_type, sha256=sha256, size_bytes=len(data))
    return part, {sha256: data}


def with_files(*parts: Part, blobs: dict[str, bytes], model: str) -> ChatRequest:
    message = Message(role=Role.USER, parts=(*parts, TextPart(text="What is this?")))
    return ask(message, model=model, blobs=blobs)


def as_text(parts: tuple[Part, ...]) -> str:
    return "".join(part.text for part in parts if isinstance(part, TextPart))


async def refusal(provider: ChatProvider, request: ChatRequest) -> BatonError:
    with pytest.raises(BatonError) as caught:
        await collect(provider, request)
    assert caught.value.message
    assert caught.value.remedy
    return caught.value


async def test_text_comes_in_pieces_as_they_are_sent(contract: Contract, server: Any, provider: ChatProvider) -> None:
    server.script(Answer(Say("Hello"), Wait(), Say(" there")))
    texts = []
    async with aclosing(provider.stream(ask(model=contract.model))) as events:  # type: ignore[type-var]
        async for event in events:
            if isinstance(event, TextDelta):
                texts.append(event.text)
                server.go_on()
    # Two messages of one answer stand apart where the vendor makes two of them.
    assert "".join(texts).replace("\n\n", "") == "Hello there"
    assert len(texts) >= 2


async def test_usage_counts_what_was_cached_and_thought(
    contract: Contract, server: Any, provider: ChatProvider
) -> None:
    server.script(Answer("Hi", input_tokens=40, cached_tokens=30, output_tokens=9))
    answer = await fold(provider, ask(model=contract.model))
    assert answer.usage is not None
    assert (answer.usage.input_tokens, answer.usage.cached_input_tokens, answer.usage.output_tokens) == (40, 30, 9)


async def test_an_answer_without_usage_is_an_answer(contract: Contract, server: Any, provider: ChatProvider) -> None:
    server.script(Answer("Hi", counts=False))
    answer = await fold(provider, ask(model=contract.model))
    assert as_text(answer.parts) == "Hi"
    assert answer.finished == Finished(reason=FinishReason.STOP)
    assert (answer.usage or Usage()).input_tokens == 0


async def test_thinking_comes_apart_from_the_answer(contract: Contract, server: Any, provider: ChatProvider) -> None:
    server.script(Answer(Think("Let me see."), "Found it."))
    events = await collect(provider, ask(model=contract.model))
    assert "".join(event.text for event in events if isinstance(event, ReasoningDelta)) == "Let me see."
    assert "".join(event.text for event in events if isinstance(event, TextDelta)) == "Found it."


async def test_tools_asked_for_side_by_side_come_whole_and_in_order(
    contract: Contract, server: Any, provider: ChatProvider
) -> None:
    calls = [CallTool("find", {"text": name * 20}, f"call_{name}") for name in "abc"]
    server.script(Answer("Looking.", CallTogether(*calls)))
    events = await collect(provider, ask(model=contract.model, tools=(FIND,)))
    answer = AnswerFold()
    for event in events:
        answer.add(event)
    got = [(call.call_id, call.name, json.loads(call.arguments)) for call in answer.message.tool_calls]
    assert got == [(call.call_id, call.name, call.arguments) for call in calls]
    assert events[-1] == Finished(reason=FinishReason.TOOL_CALLS)
    assert any(isinstance(event, ToolCallProgress) for event in events)


async def test_a_tool_call_that_is_no_json_is_handed_on_as_it_was_written(
    contract: Contract, server: Any, provider: ChatProvider
) -> None:
    server.script(Answer(CallTool("find", '{"text": "bro')))
    answer = await fold(provider, ask(model=contract.model, tools=(FIND,)))
    call = answer.message.tool_calls[0]
    assert (call.name, call.arguments) == ("find", '{"text": "bro')
    # It goes back with its result in a form that the vendor takes.
    result = Message(role=Role.TOOL, parts=(ToolResultPart(call_id=call.call_id, name="find", content="No JSON."),))
    server.script(Answer("Again."))
    more = ask("find", answer.message, result, model=contract.model, tools=(FIND,))
    assert as_text((await fold(provider, more)).parts) == "Again."
    assert "No JSON." in json.dumps(server.chats[-1].body)


@pytest.mark.parametrize("choice", ["auto", "none", "required", "find"])
async def test_which_tool_must_be_called_is_passed_on(
    contract: Contract, server: Any, provider: ChatProvider, choice: str
) -> None:
    server.script(Answer("Hi"))
    await fold(provider, ask(model=contract.model, tools=(FIND,), tool_choice=choice))
    sent = contract.sent_tool_choice(server.chats[-1].body)
    if choice == "find":
        assert sent == contract.forced_tool
    elif choice == "auto":
        assert sent is None
    else:
        assert choice in str(sent) or "any" in str(sent)


async def test_a_tool_that_is_not_there_cannot_be_asked_for(
    contract: Contract, server: Any, provider: ChatProvider
) -> None:
    for request in (
        ask(model=contract.model, tools=(FIND,), tool_choice="other"),
        ask(model=contract.model, tool_choice="required"),
    ):
        assert isinstance(await refusal(provider, request), UnsupportedError)
    assert server.chats == []


@pytest.mark.parametrize("kind", ["image/png", "image/jpeg", "image/gif", "image/webp"])
async def test_pictures_are_sent_in_the_vendors_form(
    contract: Contract, server: Any, provider: ChatProvider, kind: str
) -> None:
    picture, blobs = attachment("a picture", kind, PNG)
    server.script(Answer("A dot."))
    answer = await fold(provider, with_files(picture, blobs=blobs, model=contract.model))
    assert as_text(answer.parts) == "A dot."
    body = server.chats[-1].body
    assert list(contract.sent_files(body)) == [(kind, base64.b64encode(PNG).decode())]
    assert "What is this?" in json.dumps(body)


async def test_pdfs_are_sent_or_refused_before_anything_is(
    contract: Contract, server: Any, provider: ChatProvider
) -> None:
    pdf, blobs = attachment("bill.pdf", "application/pdf", PDF)
    request = with_files(pdf, blobs=blobs, model=contract.model)
    if contract.takes_pdf:
        await fold(provider, request)
        assert list(contract.sent_files(server.chats[-1].body)) == [("application/pdf", base64.b64encode(PDF).decode())]
        return
    fault = await refusal(provider, request)
    assert isinstance(fault, UnsupportedError)
    assert "bill.pdf" in fault.message
    assert server.chats == []


@pytest.mark.parametrize(("kind", "lost"), [("image/tiff", False), ("video/mp4", False), ("image/png", True)])
async def test_a_file_that_no_vendor_takes_or_that_is_gone_is_refused_by_name(
    contract: Contract, server: Any, provider: ChatProvider, kind: str, lost: bool
) -> None:
    part, blobs = attachment("scan.tif", kind, PNG)
    fault = await refusal(provider, with_files(part, blobs={} if lost else blobs, model=contract.model))
    assert isinstance(fault, UnsupportedError)
    assert "scan.tif" in fault.message
    assert server.chats == []


async def test_an_answer_is_held_to_a_json_schema(contract: Contract, server: Any, provider: ChatProvider) -> None:
    server.script(Answer('{"name": "x"}'))
    answer = await fold(provider, ask(model=contract.model, schema=SCHEMA))
    assert json.loads(as_text(answer.parts)) == {"name": "x"}
    assert contract.sent_schema(server.chats[-1].body) == SCHEMA


async def test_probabilities_are_asked_for_or_refused(contract: Contract, server: Any, provider: ChatProvider) -> None:
    request = ask(model=contract.model, logprobs=2)
    if contract.tells_scores:
        await fold(provider, request)
        assert server.chats[-1].body["top_logprobs"] == 2
        return
    assert isinstance(await refusal(provider, request), UnsupportedError)
    assert server.chats == []


async def test_limits_in_the_headers_come_before_the_answer(
    contract: Contract, server: Any, provider: ChatProvider
) -> None:
    server.script(Answer("Hi", headers=dict(contract.limits)))
    events = await collect(provider, ask(model=contract.model))
    told = [RateLimits(requests_left=7, requests_reset_s=90.0)] if contract.limits else []
    assert events[: len(told)] == told
    assert sum(isinstance(event, RateLimits) for event in events) == len(told)


async def test_a_refusal_for_too_many_requests_says_how_long_to_wait(
    contract: Contract, server: Any, provider: ChatProvider
) -> None:
    server.script(Failure(429, "slow down", retry_after="17"))
    fault = await refusal(provider, ask(model=contract.model))
    assert isinstance(fault, RateLimitedError)
    assert fault.retry_after_s == 17.0


async def test_the_vendors_own_counter_counts(contract: Contract, server: Any, provider: ChatProvider) -> None:
    assert isinstance(provider, CountsTokens) is contract.counts
    if isinstance(provider, CountsTokens):
        request = ask("hello", model=contract.model, system="Be brief.", tools=(FIND,), schema=SCHEMA)
        assert await provider.count_tokens(request) == 42
        sent = server.chats[-1].path.replace("%3A", ":") + json.dumps(server.chats[-1].body)
        assert all(word in sent for word in ("hello", "Be brief.", "find", contract.model))
        assert "stream" not in server.chats[-1].body


async def test_leaving_an_answer_ends_its_connection(contract: Contract, server: Any, provider: ChatProvider) -> None:
    server.script(Answer(Say("Hello"), Wait(), Say("never")))
    async with aclosing(provider.stream(ask(model=contract.model))) as events:  # type: ignore[type-var]
        async for event in events:
            if isinstance(event, TextDelta):
                break
    assert await asyncio.to_thread(server.gone.wait, 10)


async def test_who_no_longer_waits_for_the_first_word_ends_the_connection(
    contract: Contract, server: Any, provider: ChatProvider
) -> None:
    server.script(Answer(Wait(), Say("never")))
    task = asyncio.create_task(collect(provider, ask(model=contract.model)))
    assert await asyncio.to_thread(server.waiting.wait, 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(server.gone.wait, 10)


async def test_every_status_is_an_error_that_says_what_to_do(
    contract: Contract, server: Any, provider: ChatProvider
) -> None:
    for status in range(400, 600):
        server.script(Failure(status, "It said so."))
        fault = await refusal(provider, ask(model=contract.model))
        assert str(status) in fault.message or fault.__class__ is not BatonError
        # What the person must mend is not worth a second try.
        assert not fault.retryable or status in (407, 408, 409, 421, 424, 425, 429) or status >= 500


async def test_a_model_that_vanished_is_named(contract: Contract, server: Any, provider: ChatProvider) -> None:
    server.script(Failure(404, "no such model"))
    fault = await refusal(provider, ask(model=contract.model))
    assert isinstance(fault, NotFoundError)
    assert contract.model in fault.message


async def test_a_key_that_is_refused_is_never_shown(contract: Contract, server: Any, provider: ChatProvider) -> None:
    server.script(Failure(401, "Incorrect key provided: sk-test-0123456789abcdef."))
    fault = await refusal(provider, ask(model=contract.model))
    assert isinstance(fault, contract.key_error)
    assert "0123456789abcdef" not in repr(fault.__dict__)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirect_to_another_host_is_not_followed(
    contract: Contract, server: Any, provider: ChatProvider, status: int
) -> None:
    with VendorServer() as other:
        server.script(Failure(status, headers={"location": f"{other.url}/v1/stolen"}))
        assert isinstance(await refusal(provider, ask(model=contract.model)), UnreachableError)
        assert other.requests == []


async def test_a_megabyte_in_one_piece_comes_whole(contract: Contract, server: Any, provider: ChatProvider) -> None:
    text = "é" * 1_000_000
    server.script(Answer(Say(text, piece=len(text))))
    answer = await fold(provider, ask(model=contract.model))
    assert as_text(answer.parts) == text


async def test_a_packed_answer_with_huge_headers_is_read(
    contract: Contract, server: Any, provider: ChatProvider
) -> None:
    server.script(Answer("Hello there", gzip=True, headers={"x-padding": "x" * 30_000}))
    assert as_text((await fold(provider, ask(model=contract.model))).parts) == "Hello there"


async def test_headers_without_end_are_an_error(contract: Contract, server: Any, provider: ChatProvider) -> None:
    server.script(Answer("Hello", headers={"x-padding": "x" * 2_000_000}))
    fault = await refusal(provider, ask(model=contract.model))
    assert isinstance(fault, (MalformedReplyError, UnreachableError))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_stream_cut_anywhere_keeps_what_came(contract: Contract, server: Any, data: st.DataObject) -> None:
    whole = b"".join(piece for piece in contract.stream(ANSWER) if isinstance(piece, bytes))
    at = data.draw(st.integers(0, len(whole) - 1))
    text, fault = asyncio.run(_read(contract, server, whole[:at]))
    assert "Antwort: 東京 🚀\n\nGrüße".startswith(text)
    if fault is None:  # the reason of the end had come already
        assert text == "Antwort: 東京 🚀\n\nGrüße"
    else:
        assert fault.remedy


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_stream_of_which_any_bytes_are_others_is_read_or_refused(
    contract: Contract, server: Any, data: st.DataObject
) -> None:
    spoilt = bytearray(b"".join(piece for piece in contract.stream(ANSWER) if isinstance(piece, bytes)))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(spoilt) - 1))
        spoilt[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    _, fault = asyncio.run(_read(contract, server, bytes(spoilt)))
    assert fault is None or fault.remedy


async def _read(contract: Contract, server: Any, stream: bytes) -> tuple[str, BatonError | None]:
    """The text that came of a stream, and what ended it early."""
    connections = Connections(timeout_s=lambda: 10.0)
    server.script(Raw([stream], content_type=contract.content_type))
    answer = AnswerFold()
    try:
        provider = contract.make(connections, server)
        async with aclosing(provider.stream(ask(model=contract.model, tools=(FIND,)))) as events:  # type: ignore[type-var]
            async for event in events:
                assert answer.finished is None
                answer.add(event)
        assert answer.finished is not None
    except BatonError as fault:
        return as_text(answer.parts), fault
    finally:
        await connections.aclose()
    return as_text(answer.parts), None


async def test_bytes_that_are_no_text_are_no_answer(contract: Contract, server: Any, provider: ChatProvider) -> None:
    whole = b"".join(piece for piece in contract.stream(Answer(Say("Hello", piece=99))) if isinstance(piece, bytes))
    server.script(Raw([whole.replace(b"Hello", b"\xff\xfe\x80")], content_type=contract.content_type))
    assert isinstance(await refusal(provider, ask(model=contract.model)), MalformedReplyError)


class _Impatient:
    """Settings of somebody who waits for no more than a second."""

    notices = ()

    def load(self) -> Settings:
        return Settings(request_timeout_s=1, first_token_timeout_s=1)

    def save(self, settings: Settings) -> None: ...


@pytest.fixture
def service(provider: ChatProvider) -> ModelService:
    """The service that watches over every answer, with as little patience as the settings allow."""
    return ModelService(
        settings=SettingsService(_Impatient()),
        secrets=MemorySecretStore(),
        providers=lambda: {provider.name: provider},
    )


@pytest.mark.parametrize("steps", [(Say("Hello"), Wait()), (Beat(),), (Say("Hello"), Beat())], ids=str)
async def test_an_answer_without_end_is_given_up_however_often_it_shows_a_sign_of_life(
    contract: Contract, server: Any, provider: ChatProvider, service: ModelService, steps: Any
) -> None:
    server.script(Answer(*steps))
    with pytest.raises(TimedOutError) as caught:
        async for _ in service.stream(ModelId(provider.name, contract.model), ask(model=contract.model)):
            pass
    assert caught.value.remedy
    assert await asyncio.to_thread(server.gone.wait, 10)


async def test_a_stream_that_is_not_closed_after_its_last_word_is_an_answer(
    contract: Contract, server: Any, provider: ChatProvider
) -> None:
    for after in (Wait(), Cut(), Beat()):
        server.script(Answer("All of it.", after=after))
        answer = await fold(provider, ask(model=contract.model))
        assert as_text(answer.parts) == "All of it."
        assert answer.finished == Finished(reason=FinishReason.STOP)
