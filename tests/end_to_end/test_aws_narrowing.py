"""What a local model may propose: the operations that its conversation speaks of, over the real catalogue and gate."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.aws.demo.account import DemoAccount
from app.bootstrap import build_application
from app.domain.aws import OperationId, Tool
from app.domain.conversation import NO_AWS, ConversationSettings, Node
from app.domain.messages import Message, Part, Role, ToolCallPart, ToolResultPart
from app.providers.scripted import words
from app.services.application import Application
from app.services.aws_narrowing import AwsNarrowing
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths
from tests.application_fixtures import Answering, Running, Told
from tests.gguf_files import write_tiny_gguf

INVENTED = "DeleteEverything"
WANTED = (
    '<tool_call>\n{"name": "propose_call", "arguments": {"service": "sts", "operation": "DeleteEverything", '
    '"parameters": {}}}\n</tool_call>'
)


@pytest.fixture
async def app(paths: Paths, demo: DemoAccount, tmp_path: Path) -> AsyncIterator[Application]:
    app = build_application(paths=paths, environ={}, secrets=MemorySecretStore(), demo=demo)
    await app.settings.change({"local_idle_minutes": 0})
    await app.local.add(
        write_tiny_gguf(tmp_path / "eager.gguf", reply="That is all of it.", ends=True, replies={"who": WANTED})
    )
    yield app
    await app.aclose()


def node(role: Role, *parts: Part, text: str = "") -> Node:
    message = Message.user(text) if text else Message(role=role, parts=parts)
    return Node(id="n", conversation_id="c", parent_id=None, message=message, created_at=datetime.now(UTC))


def asked(tool: Tool, **arguments: object) -> Node:
    return node(Role.ASSISTANT, ToolCallPart(call_id="1", name=tool, arguments=json.dumps(arguments)))


def found(*names: str) -> Node:
    ids = [OperationId.parse(name) for name in names]
    content = json.dumps([{"service": id.service, "operation": id.operation, "summary": ""} for id in ids])
    return node(Role.TOOL, ToolResultPart(call_id="1", name=Tool.FIND, content=content))


async def known(app: Application, *path: Node) -> list[str]:
    narrowed: Any = await AwsNarrowing(app.aws).narrowed(path)
    if not narrowed:
        return []
    options = [option["properties"] for option in narrowed[Tool.PROPOSE]["anyOf"]]
    return [f"{option['service']['const']}:{option['operation']['const']}" for option in options]


async def test_what_the_person_says_suggests_operations(app: Application) -> None:
    names = await known(app, node(Role.USER, text="who am I in AWS?"))
    assert "sts:GetCallerIdentity" in names
    assert 5 <= len(names) <= 10


async def test_all_that_a_search_just_told_may_be_proposed_and_comes_first(app: Application) -> None:
    listed = [str(id) for id in (match.id for match in await app.aws.find("describe instances", limit=25))]
    names = await known(app, node(Role.USER, text="who am I in AWS?"), asked(Tool.FIND, text="x"), found(*listed))
    assert names[: len(listed)] == listed
    assert "sts:GetCallerIdentity" in names


async def test_what_was_asked_about_stays_known_when_the_person_only_agrees(app: Application) -> None:
    names = await known(
        app,
        node(Role.USER, text="make a copy of the database"),
        asked(Tool.DESCRIBE, service="rds", operation="CreateDBSnapshot"),
        node(Role.USER, text="yes, do it"),
    )
    assert "rds:CreateDBSnapshot" in names
    assert len(names) <= 12


async def test_what_does_not_exist_is_never_known(app: Application) -> None:
    names = await known(
        app,
        node(Role.USER, text="who am I in AWS?"),
        asked(Tool.DESCRIBE, service="sts", operation=INVENTED),
        asked(Tool.PROPOSE, service="sts", operation=INVENTED, parameters={}),
        node(Role.ASSISTANT, ToolCallPart(call_id="1", name=Tool.DESCRIBE, arguments="{broken")),
        node(Role.TOOL, ToolResultPart(call_id="1", name=Tool.FIND, content="No such thing.", is_error=True)),
    )
    assert names
    assert not [name for name in names if INVENTED in name]


async def test_nothing_is_narrowed_where_nothing_is_known(app: Application) -> None:
    assert await known(app, node(Role.USER, text="?!")) == []


async def test_model_that_wants_what_does_not_exist_proposes_what_does(app: Application) -> None:
    consent = Answering(grant=False)
    proposed: list[dict[str, Any]] = []
    for seed in range(3):
        settings = ConversationSettings(
            model="local:eager", account="demo", parameters={"seed": seed, "max_tokens": 4000, "temperature": 1.0}
        )
        head = await app.history.create(settings)
        told = await Told().of(app.chat.send(head, "who am I in AWS?", consent=consent))
        calls = [call for ended in told.ended for call in ended.message.tool_calls]
        proposed += [json.loads(call.arguments) for call in calls if call.name == Tool.PROPOSE]
    assert proposed
    for call in proposed:
        assert call["operation"] != INVENTED
        problems = await app.aws.problems(OperationId(call["service"], call["operation"]), call["parameters"])
        assert not [problem for problem in problems if "form that AWS asks for" not in problem]


async def test_models_elsewhere_and_chats_without_aws_are_not_narrowed(running: Callable[..., Running]) -> None:
    r = running([words("You.")])
    await Told().of(r.app.chat.send(await r.conversation(), "who am I in AWS?", consent=Answering()))
    await Told().of(r.app.chat.send(await r.conversation(account=NO_AWS), "who am I?", consent=Answering()))
    assert [request.narrowed for request in r.model.requests] == [{}, {}]
