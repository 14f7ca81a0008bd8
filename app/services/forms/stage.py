"""The stage that holds answers to a schema: told to models that take none, checked, and asked for once more.

Only an answer's end is judged, never a step towards it that asks for tools. The model is told what its answer lacked in
a message that is no part of the chat; what it answers then stands in the first one's place, whatever it is.
"""

from __future__ import annotations

import asyncio
import dataclasses
import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing

from app.domain.errors import UsageError
from app.domain.language import tr
from app.domain.messages import Message, ReasoningPart, Role
from app.domain.models import RULES_MODEL, ModelInfo
from app.domain.ports import ChatRequest, Proceed
from app.domain.stream import (
    AnswerFold,
    AskedAgain,
    Finished,
    FinishReason,
    FormProblem,
    StreamEvent,
)
from app.domain.wording import unended
from app.services.forms.reading import read_json
from app.services.forms.validation import problems_of, schema_problem

_INSTRUCTION = """\
Answer with one JSON value that follows the JSON schema below, and with nothing else: no words around it, no code block.
<schema>
{schema}
</schema>"""

_ONCE_MORE = """\
Your answer does not follow the schema:
{problems}
Answer once more, with the whole corrected JSON value and nothing else."""


class FormStage:
    """Stands outside of every other stage: asking once more is a request like any, with its masking, budget and log."""

    def __init__(self) -> None:
        self._usable: Mapping[str, object] | None = None  # the schema that was looked at last

    async def stream(self, model: ModelInfo, request: ChatRequest, proceed: Proceed) -> AsyncGenerator[StreamEvent]:
        """The same events; ``AskedAgain`` before a second answer, ``FormProblem`` where an answer stays wrong.

        Raises :class:`UsageError` for a schema that cannot be used: an imported chat may bring one.
        """
        if request.schema is None:
            async with aclosing(proceed(request)) as events:
                async for event in events:
                    yield event
            return
        schema = request.schema
        await self._check(schema)
        asked = told(request, model)
        fold = AnswerFold()
        async with aclosing(proceed(asked)) as events:
            async for event in events:
                fold.add(event)
                if not isinstance(event, Finished):  # whether that is the end, the check says
                    yield event
        problems = await _problems(schema, fold)
        if problems and _may_mend(model, fold):
            yield AskedAgain(problems=problems)
            fold, asked = AnswerFold(), _once_more(asked, fold, problems)
            async with aclosing(proceed(asked)) as events:
                async for event in events:
                    fold.add(event)
                    if not isinstance(event, Finished):
                        yield event
            problems = await _problems(schema, fold)
        if problems:
            yield FormProblem(text=_short(problems))
        if fold.finished is not None:
            yield fold.finished

    async def _check(self, schema: Mapping[str, object]) -> None:
        if schema == self._usable:
            return
        problem = await asyncio.to_thread(schema_problem, schema)
        if problem is not None:
            raise UsageError(
                tr("Nothing was sent. {problem}", problem=problem),
                remedy=tr("Change the schema, or go on without one."),
            )
        self._usable = schema


def told(request: ChatRequest, model: ModelInfo) -> ChatRequest:
    """``request`` as ``model`` takes it: with its schema, or with the schema as words."""
    capabilities = model.capabilities
    if request.schema is None or capabilities.json_schema or capabilities.holds_schemas or model.id == RULES_MODEL:
        return request
    words = _INSTRUCTION.format(schema=json.dumps(dict(request.schema), ensure_ascii=False))
    if capabilities.system_prompt:
        return dataclasses.replace(request, schema=None, system=f"{request.system}\n\n{words}".strip())
    first, *rest = request.messages
    parts = (*Message.user(words).parts, *first.parts)
    return dataclasses.replace(request, schema=None, messages=(dataclasses.replace(first, parts=parts), *rest))


def form_problems(schema: Mapping[str, object], text: str) -> tuple[str, ...]:
    """What a text lacks of being JSON that follows ``schema``. Blocking, within a bound."""
    read = read_json(text)
    return (read.problem,) if read.problem is not None else problems_of(schema, read.value)


async def _problems(schema: Mapping[str, object], fold: AnswerFold) -> tuple[str, ...]:
    message = fold.message
    if message.tool_calls:
        return ()
    match fold.finished.reason if fold.finished is not None else None:
        case FinishReason.LENGTH:
            return (tr("The answer reached its length limit before it was whole."),)
        case FinishReason.FILTERED:
            return (tr("The provider's filter ended the answer."),)
        case _:
            return await asyncio.to_thread(form_problems, schema, message.text)


def _may_mend(model: ModelInfo, fold: AnswerFold) -> bool:
    """Whether asking once more can help: not where the answer was cut, and not the recogniser, which writes none."""
    return model.id != RULES_MODEL and fold.finished is not None and fold.finished.reason is FinishReason.STOP


def _once_more(request: ChatRequest, fold: AnswerFold, problems: tuple[str, ...]) -> ChatRequest:
    said = fold.message
    # Thinking stays behind: this is another turn, for which no vendor wants it back.
    parts = tuple(part for part in said.parts if not isinstance(part, ReasoningPart))
    answer = (dataclasses.replace(said, parts=parts),) if parts and said.text.strip() else ()
    words = _ONCE_MORE.format(problems="\n".join(f"- {problem}" for problem in problems))
    if answer:
        return dataclasses.replace(request, messages=(*request.messages, *answer, Message.user(words)))
    *before, last = request.messages
    if last.role is not Role.USER:
        return dataclasses.replace(request, messages=(*request.messages, Message.user(words)))
    # Some models take no two messages of the person's in a row.
    longer = dataclasses.replace(last, parts=(*last.parts, *Message.user(words).parts))
    return dataclasses.replace(request, messages=(*before, longer))


def _short(problems: tuple[str, ...]) -> str:
    first, more = unended(problems[0]), len(problems) - 1
    return tr("{problem}. And {count} more.", problem=first, count=more) if more else f"{first}."
