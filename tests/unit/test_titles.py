"""Names of chats by the model: asked for once, with the chat's own beginning, and never where it should not be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.conversation import Conversation
from app.domain.errors import ProviderFaultError
from app.domain.spending import UsageBy
from app.domain.stream import TextDelta
from app.services.titles import ASK, cleaned
from tests.application_fixtures import Answering, Running, Told

pytest_plugins = ["tests.application_fixtures"]

Make = Callable[..., Running]


async def said(app: Running, text: str = "which buckets are public", **more: object) -> Conversation:
    begun = await app.conversation(**more)  # type: ignore[arg-type]
    await Told().of(app.app.chat.send(begun, text, consent=Answering(), parent_id=None))
    return (await app.app.history.open(begun.id)).conversation


async def test_a_chat_is_named_by_a_request_that_begins_as_its_own(running: Make) -> None:
    app = running([[TextDelta(text="Three are.")], [TextDelta(text='"**Public buckets**."\nMore.')]])
    head = await said(app)
    named = await app.app.chat.name(head)
    assert named is not None
    assert (named.title, named.titled, named.model_titled) == ("Public buckets", False, True)
    first, second = app.model.requests
    assert second.messages[: len(first.messages)] == first.messages
    assert (second.system, second.tools) == (first.system, first.tools)
    assert second.messages[-1].text == ASK
    assert second.messages[-2].text == "Three are."
    opened = await app.app.history.open(head.id)
    assert len(opened.tree.nodes) == 2, "nothing of it stands in the chat"
    hits = await app.app.history.search("public buckets")
    assert hits[0].conversation_title == "Public buckets"
    assert await app.app.chat.name(named) is None, "once"


async def test_what_a_name_costs_counts(running: Make) -> None:
    app = running([[TextDelta(text="Three are.")], [TextDelta(text="Public buckets")]])
    head = await said(app)
    await app.app.chat.name(head)
    _, total = await app.app.spending.report(UsageBy.CONVERSATION)
    assert total.requests == 2


async def test_a_chat_that_somebody_named_keeps_its_name(running: Make) -> None:
    app = running([[TextDelta(text="Three are.")], [TextDelta(text="Public buckets")]])
    head = await said(app)
    await app.app.history.rename(head.id, "Mine")
    assert await app.app.chat.name(head) is None
    assert len(app.model.requests) == 1


async def test_nothing_is_asked_where_it_is_turned_off(running: Make) -> None:
    app = running([[TextDelta(text="Three are.")], [TextDelta(text="Public buckets")]])
    await app.app.settings.change({"model_titles": False})
    assert await app.app.chat.name(await said(app)) is None
    assert len(app.model.requests) == 1


async def test_a_model_that_fails_leaves_the_first_words(running: Make) -> None:
    refused = ProviderFaultError("The vendor is overloaded.", remedy="Try again.")
    refused.retryable = False
    app = running([[TextDelta(text="Three are.")], [refused]])
    head = await said(app)
    assert await app.app.chat.name(head) is None
    assert (await app.app.history.open(head.id)).conversation.title == "which buckets are public"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Idle volumes in eu-west-1", "Idle volumes in eu-west-1"),
        ("\n“Idle volumes”.\nbecause", "Idle volumes"),
        ("## *Idle* volumes", "Idle* volumes"),
        ("…", ""),
        ("", ""),
        ("word " * 40, "word word word word word word word word word…"),
    ],
    ids=["plain", "quoted", "marked", "dots", "empty", "long"],
)
def test_a_name_is_one_line_without_marks(text: str, name: str) -> None:
    assert cleaned(text) == name
