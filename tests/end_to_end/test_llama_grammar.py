"""A model of random weights in a real worker: whatever it wants to say, what is held to a form has that form."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from app.domain.errors import UnsupportedError
from app.domain.messages import Message, ToolSpec
from app.domain.ports import ChatRequest
from app.domain.stream import AnswerFold, FinishReason
from app.llama.supervisor import LlamaSupervisor
from tests.gguf_files import write_tiny_gguf
from tests.llama_fixtures import local_model, plan_for

PROPOSE = ToolSpec(
    name="propose",
    description="Propose a call.",
    parameters={
        "type": "object",
        "properties": {
            "service": {"const": "ec2"},
            "operation": {"enum": ["DescribeInstances", "StopInstances"]},
            "ids": {"type": "array", "items": {"type": "string", "pattern": "^i-[0-9a-f]{8}$"}, "maxItems": 2},
            "hibernate": {"type": "boolean"},
        },
        "required": ["service", "operation", "hibernate"],
        "additionalProperties": False,
    },
)
OTHER = ToolSpec(name="other", description="Not this.", parameters={"type": "object", "properties": {}})
ASKED = (Message.user("Stop the instance."),)


async def ask(supervisor: LlamaSupervisor, path: Path, wanted: ChatRequest) -> AnswerFold:
    fold = AnswerFold()
    async for event in supervisor.stream(local_model(path), plan_for(path), wanted):
        fold.add(event)
    return fold


@pytest.mark.parametrize("chat_template", [True, False])
async def test_random_model_makes_a_valid_call_where_it_must(
    supervisor: LlamaSupervisor, tmp_path: Path, chat_template: bool
) -> None:
    path = write_tiny_gguf(tmp_path / "m.gguf", varied=True, chat_template=chat_template)
    for seed in range(4):
        wanted = ChatRequest(
            model="m",
            messages=ASKED,
            tools=(PROPOSE, OTHER),
            tool_choice="propose",
            parameters={"seed": seed, "max_tokens": 800, "temperature": 1.5},
        )
        fold = await ask(supervisor, path, wanted)
        (call,) = fold.message.tool_calls
        assert call.name == "propose"
        jsonschema.validate(json.loads(call.arguments), PROPOSE.parameters)
        assert fold.message.text == ""
        assert fold.finished is not None
        assert fold.finished.reason is FinishReason.TOOL_CALLS


async def test_random_model_answers_by_the_schema(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = write_tiny_gguf(tmp_path / "m.gguf", varied=True)
    schema = {
        "type": "object",
        "properties": {
            "risk": {"enum": ["low", "high"]},
            "share": {"type": "number", "minimum": 0, "maximum": 1},
            "since": {"type": "string", "format": "date"},
        },
        "required": ["risk", "share", "since"],
    }
    for seed in range(4):
        wanted = ChatRequest(
            model="m", messages=ASKED, schema=schema, parameters={"seed": seed, "max_tokens": 400, "temperature": 1.5}
        )
        fold = await ask(supervisor, path, wanted)
        jsonschema.validate(json.loads(fold.message.text), schema)


async def test_schema_that_nothing_meets_leaves_the_worker_alive(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    path = write_tiny_gguf(tmp_path / "m.gguf", reply="Well.", ends=True)
    await ask(supervisor, path, ChatRequest(model="m", messages=ASKED))
    processes = supervisor.process_ids
    endless = {"type": "object", "properties": {"a": {"$ref": "#"}}, "required": ["a"]}
    with pytest.raises(UnsupportedError, match="has no end"):
        await ask(supervisor, path, ChatRequest(model="m", messages=ASKED, schema=endless))
    fold = await ask(supervisor, path, ChatRequest(model="m", messages=ASKED))
    assert fold.message.text == "Well."
    assert supervisor.process_ids == processes
