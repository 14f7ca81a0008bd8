"""What a model may propose at this point of a conversation, as a schema: the operations known so far, their parameters.

Only for models that a grammar holds to a schema: they then cannot name an operation that does not exist, nor give it
parameters that are not its own. Whatever else the model wants, it finds first, by the tools for that.
"""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence

from app.domain.aws import MOST_STEPS, OperationId, Tool
from app.domain.conversation import Node
from app.domain.errors import NotFoundError
from app.domain.messages import Part, Role, TextPart, ToolCallPart, ToolResultPart
from app.services.aws import AwsService
from app.services.aws_schemas import COMMON, InputSchema, input_schema

MOST_OPERATIONS = 12
"""How many operations may be proposed at once. All that were found since the person's last words may be, up to
:data:`_MOST_FOUND`, for the model has just read their names."""

_MOST_FOUND = 30
_SUGGESTED = 10
_PER_SOURCE = 5  # of one search, as long as others have something to say
_MOST_MEMBERS = 800
"""How many parameters the grammar tells apart, so that it is quick to make. An operation that brings more than is left
may still be proposed; it is held to its first level alone."""
_KEPT = 256
_SEARCHED_CHARS = 1000
_OTHER_TEXTS = 2  # of the person, before the last one


class AwsNarrowing:
    """Makes the schema. Keeps what it learnt of operations, for they are asked for turn after turn."""

    def __init__(self, aws: AwsService) -> None:
        self._aws = aws
        self._kept: OrderedDict[OperationId, InputSchema | None] = OrderedDict()

    async def narrowed(self, path: Sequence[Node]) -> Mapping[str, Mapping[str, object]]:
        """As in :class:`~app.domain.ports.ChatRequest`: what the tools take after ``path``; empty where no operation is
        known, so that the model may still propose what it knows by itself.
        """
        schemas: list[tuple[OperationId, InputSchema]] = []
        for operation in await self._known(path):
            schema = await self._schema(operation)
            if schema is not None:
                schemas.append((operation, schema))
        return {Tool.PROPOSE: proposals(schemas), Tool.PLAN: plans(schemas)} if schemas else {}

    async def _known(self, path: Sequence[Node]) -> Sequence[OperationId]:
        """The operations that the branch speaks of, those to keep first."""
        now: list[OperationId] = []
        sources: list[list[OperationId]] = []
        texts = 0
        for node in reversed(path):
            told = [operation for part in reversed(node.message.parts) for operation in _told(part)]
            if node.message.role is Role.USER and texts <= _OTHER_TEXTS:
                texts += 1
                told = await self._suggested(node)
            if texts == 0:
                now += told
            else:
                sources.append(told)
        best = [operation for source in sources for operation in source[:_PER_SOURCE]]
        rest = [operation for source in sources for operation in source[_PER_SOURCE:]]
        just_found = list(dict.fromkeys(now))[:_MOST_FOUND]
        others = [operation for operation in dict.fromkeys((*best, *rest)) if operation not in just_found]
        return [*just_found, *others[: max(MOST_OPERATIONS - len(just_found), _PER_SOURCE)]]

    async def _suggested(self, node: Node) -> list[OperationId]:
        """What a text of the person may mean."""
        text = " ".join(part.text for part in node.message.parts if isinstance(part, TextPart))[:_SEARCHED_CHARS]
        return [match.id for match in await self._aws.find(text, limit=_SUGGESTED)]

    async def _schema(self, operation: OperationId) -> InputSchema | None:
        """``None`` for an operation that does not exist, as a model may have written in its calls."""
        if operation in self._kept:
            self._kept.move_to_end(operation)
            return self._kept[operation]
        try:
            schema = await asyncio.to_thread(input_schema, await self._aws.explain(operation))
        except NotFoundError:
            schema = None
        self._kept[operation] = schema
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return schema


def proposals(schemas: Sequence[tuple[OperationId, InputSchema]]) -> Mapping[str, object]:
    """What the tool that proposes takes, where only these operations may be proposed."""
    options: list[object] = []
    definitions: dict[str, object] = dict(COMMON)
    room = _MOST_MEMBERS
    for operation, schema in schemas:
        is_whole = schema.members <= room
        room -= schema.members if is_whole else 0
        definitions |= schema.definitions if is_whole else {}
        options.append(
            {
                "type": "object",
                "properties": {
                    "service": {"type": "string", "const": operation.service},
                    "operation": {"type": "string", "const": operation.operation},
                    "parameters": schema.root if is_whole else schema.outline,
                    "region": {"type": "string"},
                },
                "required": ["service", "operation", "parameters"],
                "additionalProperties": False,
            }
        )
    return {"type": "object", "anyOf": options, "$defs": definitions}


def plans(schemas: Sequence[tuple[OperationId, InputSchema]]) -> Mapping[str, object]:
    """What the tool that proposes a plan takes: only these operations, with any parameters, for they may refer to the
    answers of earlier steps, which no operation's own schema knows of. The gate checks them as strictly all the same.
    """
    options = [
        {
            "type": "object",
            "properties": {
                "service": {"type": "string", "const": operation.service},
                "operation": {"type": "string", "const": operation.operation},
                "parameters": {"type": "object"},
                "region": {"type": "string"},
            },
            "required": ["service", "operation", "parameters"],
            "additionalProperties": False,
        }
        for operation, _ in schemas
    ]
    steps = {"type": "array", "minItems": 1, "maxItems": MOST_STEPS, "items": {"anyOf": options}}
    return {"type": "object", "properties": {"steps": steps}, "required": ["steps"], "additionalProperties": False}


def _told(part: Part) -> list[OperationId]:
    """The operations that a search found, or that the model asked about or proposed, whether they exist or not."""
    match part:
        case ToolResultPart(name=Tool.FIND, content=text):
            pass
        case ToolCallPart(name=Tool.DESCRIBE | Tool.PROPOSE | Tool.PLAN, arguments=text):
            pass
        case _:
            return []
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):  # the words of an error, or what a model elsewhere wrote
        return []
    if isinstance(values, dict) and isinstance(values.get("steps"), list):
        values = values["steps"]
    told: list[OperationId] = []
    for value in values if isinstance(values, list) else [values]:
        match value:
            case {"service": str(service), "operation": str(operation)}:
                told.append(OperationId(service, operation))
            case _:
                pass
    return told
