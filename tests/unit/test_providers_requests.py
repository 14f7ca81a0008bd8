"""What one wire or another does that the contract of all providers does not say: caching, scores, forms of its own."""

from __future__ import annotations

import json
from contextlib import aclosing

import pytest

from app.domain.errors import UnsupportedError
from app.domain.messages import AttachmentPart, Message, Role, TextPart, ToolSpec
from app.domain.models import ModelId
from app.domain.stream import Finished, Scores, TextDelta, TokenScore
from app.providers.openai import Compatibility
from app.providers.openai_chat import ChatStream, Dialect
from app.providers.openai_responses import ResponsesStream
from tests.provider_fixtures import Makers, ask, fold
from tests.vendor_servers import VendorServer

MODELS = {"anthropic": "claude-opus-5-5", "openai": "gpt-6-sol", "compatible": "llama-3.3-70b"}
FIND = ToolSpec(name="find", description="Find operations.", parameters={"type": "object", "properties": {}})


@pytest.mark.parametrize("vendor", sorted(MODELS))
async def test_the_next_answer_goes_over_the_same_connection(
    makers: Makers, vendor_server: VendorServer, vendor: str
) -> None:
    provider = getattr(makers, vendor)(vendor_server)
    for _ in range(3):
        async with aclosing(provider.stream(ask(model=MODELS[vendor]))) as events:
            async for event in events:
                if isinstance(event, Finished):  # as whoever asks does: what comes after the end is not waited for
                    break
    assert vendor_server.connections == 1


SCORED = {
    "token": "é",
    "logprob": -0.5,
    "bytes": [195, 169],
    "top_logprobs": [{"token": "é", "logprob": -0.5, "bytes": [195, 169]}, {"token": "e", "logprob": -2}],
}
SCORE = TokenScore(data="é".encode(), logprob=-0.5, alternatives=(("é".encode(), -0.5), (b"e", -2.0)))


def test_probabilities_come_beside_the_text_they_are_of() -> None:
    chat = ChatStream(ModelId("x", "m"))
    choice = {"index": 0, "delta": {"content": "é"}, "logprobs": {"content": [SCORED]}}
    assert list(chat.feed({"choices": [choice]})) == [TextDelta(text="é"), Scores(tokens=(SCORE,))]
    responses = ResponsesStream(ModelId("x", "m"))
    event = {"type": "response.output_text.delta", "output_index": 0, "delta": "é", "logprobs": [SCORED]}
    assert list(responses.feed(event)) == [TextDelta(text="é"), Scores(tokens=(SCORE,))]


async def test_anthropics_tools_system_and_last_two_messages_are_marked_to_be_cached(
    makers: Makers, vendor_server: VendorServer
) -> None:
    turns = (Message.user("one"), Message(role=Role.ASSISTANT, parts=(TextPart(text="1"),)))
    request = ask(*turns, *turns, "three", model="claude-opus-5-5", system="Be brief.", tools=(FIND,))
    await fold(makers.anthropic(vendor_server), request)
    sent = vendor_server.chats[-1].body
    mark = {"type": "ephemeral"}
    assert sent["tools"][-1]["cache_control"] == sent["system"][-1]["cache_control"] == mark
    marked = [n for n, message in enumerate(sent["messages"]) if "cache_control" in message["content"][-1]]
    assert marked == [2, 4]


async def test_a_model_that_thinks_cannot_be_made_to_call_a_tool(makers: Makers, vendor_server: VendorServer) -> None:
    request = ask(model="claude-opus-5-5", tools=(FIND,), tool_choice="required")
    with pytest.raises(UnsupportedError, match="thinks"):
        await fold(makers.anthropic(vendor_server), request)
    assert vendor_server.chats == []


async def test_mistrals_own_form_for_a_pdf_is_used(makers: Makers, vendor_server: VendorServer) -> None:
    part = AttachmentPart(name="bill.pdf", media_type="application/pdf", sha256="0" * 64, size_bytes=3)
    message = Message(role=Role.USER, parts=(TextPart(text="Read it."), part))
    provider = makers.compatible(vendor_server, compatibility=Compatibility(dialect=Dialect(pdf="document_url")))
    await fold(provider, ask(message, blobs={"0" * 64: b"%PDF"}))
    assert vendor_server.chats[-1].body["messages"][-1]["content"] == [
        {"type": "text", "text": "Read it."},
        {"type": "document_url", "document_url": "data:application/pdf;base64,JVBERg=="},
    ]


@pytest.mark.parametrize("vendor", sorted(MODELS))
async def test_a_file_in_an_answer_or_half_a_surrogate_pair_is_no_traceback(
    makers: Makers, vendor_server: VendorServer, vendor: str
) -> None:
    provider = getattr(makers, vendor)(vendor_server)
    part = AttachmentPart(name="x.png", media_type="image/png", sha256="0" * 64, size_bytes=3)
    wrong = Message(role=Role.ASSISTANT, parts=(part,))
    with pytest.raises(UnsupportedError):
        await fold(provider, ask("a", wrong, "b", model=MODELS[vendor], blobs={"0" * 64: b"x"}))
    await fold(provider, ask("half \ud83d of it", model=MODELS[vendor]))
    assert "half ? of it" in json.dumps(vendor_server.chats[-1].body)
