"""Schemas of operations: what llama.cpp's sampler draws under them is a call that the catalogue finds no fault with."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import jsonschema
import pytest

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.domain.aws import Operation, OperationId, Tool
from app.domain.messages import Message, ToolCallPart
from app.domain.ports import ChatRequest
from app.domain.stream import ToolCallRequested
from app.llama.formats.answer_grammar import AnswerGrammars, text_parameters
from app.llama.formats.call_forms import FORMS, HERMES, CallForm
from app.llama.formats.chat_format import CHATML, ChatFormat
from app.llama.formats.json_schema import schema_grammar
from app.llama.formats.tool_calls import AnswerParser
from app.llama.wire import Fields, plain_request, read_request
from app.services.aws_narrowing import proposals
from app.services.aws_schemas import input_schema
from app.services.aws_tool_specs import TOOLS
from tests.gguf_files import write_tiny_gguf
from tests.grammar_sampling import GrammarSampling

OPERATIONS = (
    "dynamodb:PutItem",  # values within values without end, of which each has exactly one member
    "ec2:RunInstances",
    "s3:PutBucketPolicy",
    "lambda:CreateFunction",  # blobs, maps with names of a form
    "cloudwatch:GetMetricData",  # times, lists with bounds
    "sqs:SetQueueAttributes",  # a map whose names are listed
    "wafv2:CreateWebACL",  # rules within rules
    "sts:GetCallerIdentity",  # takes nothing
    "bedrock-runtime:Converse",  # any JSON
    "ecs:RunTask",
)
_FORM = re.compile(r"does not have the form|may have letters|must be 3 to 63 characters")
"""What patterns say, which the schemas leave to the catalogue."""


@pytest.fixture(scope="module")
def sampling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GrammarSampling]:
    sampling = GrammarSampling(write_tiny_gguf(tmp_path_factory.mktemp("schemas") / "tiny.gguf", varied=True))
    yield sampling
    sampling.close()


def operations(catalogue: BotocoreCatalogue, *names: str) -> list[Operation]:
    return [catalogue.operation(OperationId.parse(name)) for name in names]


def proposed(*known: Operation) -> dict[str, Any]:
    """As it arrives in the worker."""
    found = proposals([(operation.id, input_schema(operation)) for operation in known])
    return dict(json.loads(json.dumps(found)))


def faults(catalogue: BotocoreCatalogue, call: Any) -> list[str]:
    operation = OperationId(call["service"], call["operation"])
    return [problem for problem in catalogue.problems(operation, call["parameters"]) if not _FORM.search(problem)]


def drawn(sampling: GrammarSampling, grammar: str, seeds: int) -> Sequence[str]:
    found = [text for seed in range(seeds) if (text := sampling.draw(grammar, seed, 3000)) is not None]
    assert found
    return found


@pytest.mark.parametrize("name", OPERATIONS)
def test_whatever_the_grammar_allows_fits_the_operation(
    name: str, catalogue: BotocoreCatalogue, sampling: GrammarSampling
) -> None:
    schema = proposed(*operations(catalogue, name))
    for text in drawn(sampling, schema_grammar(schema).text, 12):
        call = json.loads(text)
        jsonschema.Draft202012Validator(schema).validate(call)
        assert f"{call['service']}:{call['operation']}" == name
        assert faults(catalogue, call) == []


def test_only_known_operations_can_be_named(catalogue: BotocoreCatalogue, sampling: GrammarSampling) -> None:
    known = operations(catalogue, "s3:ListBuckets", "ec2:StopInstances")
    text = schema_grammar(proposed(*known)).text
    made = '{"service": "%s", "operation": "%s", "parameters": %s}'
    assert sampling.follows(text, made % ("s3", "ListBuckets", "{}"))
    assert sampling.follows(text, made % ("ec2", "StopInstances", '{"InstanceIds": ["i-1"], "Force": true}'))
    assert not sampling.follows(text, made % ("s3", "DeleteAllBuckets", "{}"))
    assert not sampling.follows(text, made % ("ec2", "ListBuckets", "{}"))
    assert not sampling.follows(text, made % ("ec2", "StopInstances", "{}"))
    assert not sampling.follows(text, made % ("ec2", "StopInstances", '{"InstanceIds": "i-1"}'))
    assert not sampling.follows(text, made % ("s3", "ListBuckets", '{"Limit": 5}'))


def test_values_are_written_as_a_person_would(catalogue: BotocoreCatalogue, sampling: GrammarSampling) -> None:
    calls: list[dict[str, Any]] = [
        {
            "service": "dynamodb",
            "operation": "PutItem",
            "parameters": {
                "TableName": "music",
                "Item": {"Tags": {"L": [{"M": {"deep": {"NULL": True}}}]}, "Cover": {"B": {"base64": "eA=="}}},
            },
        },
        {
            "service": "cloudwatch",
            "operation": "GetMetricData",
            "parameters": {
                "MetricDataQueries": [{"Id": "m1", "Expression": "SELECT 1"}],
                "StartTime": "2026-11-20T09:30:00Z",
                "EndTime": "2026-11-20T09:30:00.5+01:00",
            },
            "region": "eu-central-1",
        },
        {
            "service": "ec2",
            "operation": "RunInstances",
            "parameters": {"MaxCount": 1, "MinCount": 1, "InstanceType": "t99.huge"},  # newer than this program
        },
    ]
    for call in calls:
        assert faults(catalogue, call) == []
        schema = proposed(*operations(catalogue, f"{call['service']}:{call['operation']}"))
        assert sampling.follows(schema_grammar(schema).text, json.dumps(call))


def test_largest_operations_keep_their_first_level_and_small_ones_everything(
    catalogue: BotocoreCatalogue, sampling: GrammarSampling
) -> None:
    largest = ("securityhub:BatchImportFindings", "quicksight:CreateDashboard", "mediaconvert:CreateJob")
    text = schema_grammar(proposed(*operations(catalogue, *largest, "ec2:StopInstances"))).text
    assert len(text) < 500_000
    made = '{"service": "%s", "operation": "%s", "parameters": %s}'
    assert sampling.follows(text, made % ("securityhub", "BatchImportFindings", '{"Findings": [{"Any": 1}]}'))
    assert not sampling.follows(text, made % ("securityhub", "BatchImportFindings", '{"Findings": {}}'))
    assert not sampling.follows(text, made % ("securityhub", "BatchImportFindings", "{}"))
    assert not sampling.follows(text, made % ("mediaconvert", "CreateJob", '{"Role": "r", "Settings": {}, "Other": 1}'))
    assert not sampling.follows(text, made % ("ec2", "StopInstances", '{"InstanceIds": [{"Any": 1}]}'))


@pytest.mark.parametrize("form", [HERMES, *(form for _, form in FORMS)], ids=lambda form: form.trigger)
def test_calls_in_every_form_fit_the_operation(
    form: CallForm, catalogue: BotocoreCatalogue, sampling: GrammarSampling
) -> None:
    known = operations(catalogue, "dynamodb:PutItem", "ec2:RunInstances", "lambda:CreateFunction")
    made = AnswerGrammars(form=form, control_texts=()).of(
        TOOLS,
        narrowed={Tool.PROPOSE: proposed(*known)},
        choice=Tool.PROPOSE,
        schema=None,
        thoughts=(),
        thought_end="",
    )
    assert made is not None
    for text in drawn(sampling, made.text, 4):
        (call,) = read_calls(text)
        assert faults(catalogue, json.loads(call.arguments)) == []


def test_prompt_is_the_same_whatever_is_narrowed(catalogue: BotocoreCatalogue) -> None:
    wide = ChatRequest(model="m", messages=(Message.user("List my buckets."),), system="Be brief.", tools=TOOLS)
    narrow = dataclasses.replace(
        wide, narrowed={Tool.PROPOSE: proposed(*operations(catalogue, "s3:ListBuckets", "dynamodb:PutItem"))}
    )
    assert read_request(Fields(json.loads(json.dumps(plain_request(narrow))))) == narrow
    prepared = [ChatFormat(CHATML).prepare(request) for request in (wide, narrow)]
    assert prepared[0].prompt == prepared[1].prompt
    grammars = [made.grammar.text for made in prepared if made.grammar is not None]
    assert "ListBuckets" in grammars[1]
    assert "ListBuckets" not in grammars[0]


def test_tool_is_held_to_its_own_schema_where_what_is_narrowed_cannot_be_followed() -> None:
    request = ChatRequest(model="m", messages=(Message.user("x"),), tools=TOOLS)
    beyond = dataclasses.replace(request, narrowed={Tool.PROPOSE: {"not": {"type": "null"}}})
    assert ChatFormat(CHATML).prepare(beyond).grammar == ChatFormat(CHATML).prepare(request).grammar


def read_calls(text: str) -> Sequence[ToolCallPart]:
    parser = AnswerParser(tools=text_parameters(TOOLS), new_id=lambda: "1", thought_end="")
    return [event.call for event in (*parser.feed(text), *parser.finish()) if isinstance(event, ToolCallRequested)]
