"""Keeps the requests of one turn within the model's context, by what the chat, the settings or the person chose.

Nothing is left out silently: what is, is noted with the answer, and nothing of the history is ever deleted. Owns no
count (:mod:`app.services.context_budget`) and no way to ask.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from app.domain.context import LeftOut, Overflow, OverflowQuestion, Room, turns_words
from app.domain.conversation import Conversation, Node, title_from
from app.domain.errors import BatonError, ContextOverflowError
from app.domain.language import marked, plural, tr
from app.domain.models import ModelId, ModelInfo
from app.domain.numerals import number
from app.domain.ports import OverflowAsker
from app.domain.spending import Purpose
from app.domain.stream import Progress
from app.services.context_budget import (
    Build,
    Scale,
    Weight,
    leave,
    standing,
    turns_left_out,
    turns_of,
    turns_to_leave,
)
from app.services.context_summary import summarise
from app.services.models import ModelService
from app.services.prompt import terms_of
from app.services.settings import SettingsService
from app.services.token_counts import TokenCounts
from app.services.token_estimates import message_tokens

log = logging.getLogger(__name__)

_QUOTED_CHARS = 40
_MOST_QUOTED = 5

LOCAL = "local"
"""The provider whose models' context is a setting."""

HOW_TO_CHOOSE = marked(
    "Choose beforehand what to leave out: --overflow drop or --overflow summarise with "
    "baton ask, /overflow in the terminal chat, or Settings > Models."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """How the next request fits. ``turns`` is how many of the oldest turns ``left_out`` stands for."""

    left_out: LeftOut | None
    turns: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class _Decision:
    """What is left out; ``to_summarise``: not before there is a summary of it."""

    left_out: LeftOut | None
    to_summarise: bool = False


class ContextKeeper:
    """One turn of a conversation. What the person answers holds until the turn is over."""

    def __init__(
        self,
        *,
        models: ModelService,
        counts: TokenCounts,
        settings: SettingsService,
        conversation: Conversation,
        asker: OverflowAsker | None,
    ) -> None:
        self._models = models
        self._counts = counts
        self._settings = settings
        self._conversation = conversation
        self._asker = asker
        self._chosen: Overflow | None = None
        self._decided: tuple[tuple[str, ModelId], _Decision] | None = None

    async def decide(self, nodes: Iterable[Node], path: Sequence[Node], model: ModelInfo, build: Build) -> None:
        """Settle what is sent for the newest message of ``path``, before it is written; asks where that is the choice.

        ``nodes``: all of the conversation's, in order of creation. Raises ``ContextOverflowError`` where nothing is to
        be sent, or nothing that can be left out makes it fit.
        """
        scale = Scale(self._counts, model, path, build)
        self._decided = ((path[-1].id, model.id), await self._decide(nodes, scale, model))

    async def keep(
        self, nodes: Iterable[Node], path: Sequence[Node], model: ModelInfo, build: Build
    ) -> AsyncGenerator[Progress | Kept]:
        """Yields ``Kept`` last, after the progress of a summary where one is made. Raises as :meth:`decide` does."""
        scale = Scale(self._counts, model, path, build)
        if self._decided is not None and self._decided[0] == (path[-1].id, model.id):
            decision = self._decided[1]
        else:
            decision = await self._decide(nodes, scale, model)
        before = standing(nodes, path, str(model.id))
        async with aclosing(self._carried_out(decision, before, scale, model)) as steps:
            async for step in steps:
                yield step

    async def shorten(
        self,
        path: Sequence[Node],
        model: ModelInfo,
        build: Build,
        left_out: LeftOut | None,
        error: ContextOverflowError,
    ) -> AsyncGenerator[Progress | Kept]:
        """Leave more out than ``left_out``, for the model refused the request as too long although it seemed to fit.

        Yields as :meth:`keep` does. Raises ``error`` where there is nothing more that may be left out, or the choice is
        to send nothing then.
        """
        scale = Scale(self._counts, model, path, build)
        most, already = len(turns_of(path)) - 1, turns_left_out(path, left_out)
        if already >= most:
            raise error
        request = build(path, left_out)
        weight = await scale.weigh_request(request)
        tokens = scale.estimated(request) if weight is None else weight.tokens
        room = Room.of(tokens) if weight is None else weight.room

        async def lighter(more: LeftOut) -> int:
            return scale.estimated(build(path, more))

        turns = await turns_to_leave(
            path, at_least=already + 1, limit=min(room.for_prompt, scale.estimated(request)), weigh=lighter
        )
        question = self._question(
            Weight(tokens=tokens, room=room, estimated=True),
            model,
            turns,
            problem=tr("{name} says that this chat is longer than it takes.", name=repr(model.id.name)),
        )
        choice = await self._choice(question)
        if choice is Overflow.STOP:
            raise error
        words = tr(
            "The chat is longer than {model} takes: leaving out {turns}",
            model=repr(model.id.name),
            turns=turns_words(turns),
        )
        yield Progress(text=words)
        decision = _Decision(left_out=leave(path, turns), to_summarise=choice is Overflow.SUMMARISE)
        async with aclosing(self._carried_out(decision, left_out, scale, model)) as steps:
            async for step in steps:
                yield step

    async def _carried_out(
        self, decision: _Decision, before: LeftOut | None, scale: Scale, model: ModelInfo
    ) -> AsyncGenerator[Progress | Kept]:
        path, left_out = scale.path, decision.left_out
        while decision.to_summarise and left_out is not None and not left_out.summary:
            terms = terms_of(self._conversation, Purpose.SUMMARY)
            pinned = self._conversation.settings.pinned
            steps = summarise(self._models, model, path, left_out, before, scale, terms, pinned)
            try:
                async with aclosing(steps):
                    async for step in steps:
                        if isinstance(step, LeftOut):
                            left_out = step
                        else:
                            yield step
            except BatonError as error:
                log.info("a summary by %s failed: %s", model.id, error.fault_kind)
                if await self._after_failure(scale, model, left_out, error) is Overflow.DROP:
                    break
        yield Kept(left_out=left_out, turns=turns_left_out(path, left_out))

    async def _decide(self, nodes: Iterable[Node], scale: Scale, model: ModelInfo) -> _Decision:
        if await scale.surely_fits():
            return _Decision(left_out=None)
        whole = await scale.weigh(exactly=True)
        if whole is None or whole.tokens <= whole.room.for_prompt:
            return _Decision(left_out=None)
        before = standing(nodes, scale.path, str(model.id))
        if before is not None and await self._tokens(scale, before) <= whole.room.for_prompt:
            return _Decision(left_out=before)
        already = turns_left_out(scale.path, before)
        most = len(turns_of(scale.path)) - 1
        if most == 0:
            if whole.tokens > whole.room.at_most:
                raise self._too_long(whole, scale, model)
            return _Decision(left_out=None)
        barest = leave(scale.path, most)
        alone = await self._weight(scale, barest, exactly=True)
        if alone.tokens > whole.room.at_most:
            raise self._too_long(alone, scale, model)
        if already == most:
            # Only the newest turn is left: its answer may be a short one.
            fits = before is not None and await self._tokens(scale, before) <= whole.room.at_most
            return _Decision(left_out=before if fits else barest)
        current = whole if before is None else await self._weight(scale, before)
        return await self._overflow(scale, model, current, at_least=already + 1)

    async def _overflow(self, scale: Scale, model: ModelInfo, weight: Weight, *, at_least: int) -> _Decision:
        limit = weight.room.for_prompt

        async def tokens(left_out: LeftOut) -> int:
            return await self._tokens(scale, left_out)

        turns = await turns_to_leave(scale.path, at_least=at_least, limit=limit, weigh=tokens)
        most = len(turns_of(scale.path)) - 1
        while turns < most and (await self._weight(scale, leave(scale.path, turns), exactly=True)).tokens > limit:
            turns += 1  # the estimate between two counts was too low
        question = self._question(weight, model, turns)
        choice = await self._choice(question)
        if choice is Overflow.STOP:
            raise self._stopped(question)
        return _Decision(left_out=leave(scale.path, turns), to_summarise=choice is Overflow.SUMMARISE)

    async def _after_failure(self, scale: Scale, model: ModelInfo, left_out: LeftOut, error: BatonError) -> Overflow:
        """A summary could not be made: the person says what else, whatever was chosen before."""
        turns = turns_left_out(scale.path, left_out)
        problem = plural(
            "The oldest turn could not be summarised: {error}",
            "The {count} oldest turns could not be summarised: {error}",
            turns,
            error=error,
        )
        question = self._question(await self._weight(scale, None), model, turns, problem=problem)
        choice = await self._ask(question)
        if choice is None or choice is Overflow.STOP:
            raise ContextOverflowError(problem, remedy=tr("Drop the oldest turns instead, or start a new chat."))
        self._chosen = choice
        return choice

    async def _choice(self, question: OverflowQuestion) -> Overflow:
        wanted = self._chosen or self._conversation.settings.overflow
        wanted = wanted or Overflow(self._settings.current.context_overflow)
        if wanted is Overflow.ASK:
            answer = await self._ask(question)
            if answer is None:
                raise ContextOverflowError(_unsent(question), remedy=tr(HOW_TO_CHOOSE))
            wanted = self._chosen = answer
        return wanted

    async def _ask(self, question: OverflowQuestion) -> Overflow | None:
        return None if self._asker is None else await self._asker.ask_overflow(question)

    def _question(self, weight: Weight, model: ModelInfo, turns: int, *, problem: str = "") -> OverflowQuestion:
        return OverflowQuestion(
            conversation_id=self._conversation.id,
            model=model.id.name,
            tokens=weight.tokens,
            estimated=weight.estimated,
            room=weight.room,
            turns=turns,
            is_local=model.id.provider == LOCAL,
            problem=problem,
        )

    def _stopped(self, question: OverflowQuestion) -> ContextOverflowError:
        remedy = tr("Start a new chat, shorten the message, or let the oldest turns be dropped or summarised.")
        error = ContextOverflowError(_unsent(question), remedy=remedy)
        error.by_choice = True
        return error

    def _too_long(self, weight: Weight, scale: Scale, model: ModelInfo) -> ContextOverflowError:
        room = weight.room
        holds = {
            "tokens": _tokens_words(weight.tokens, estimated=weight.estimated),
            "model": repr(model.id.name),
            "most": number(room.at_most),
            "context": number(room.context_tokens),
        }
        is_local = model.id.provider == LOCAL
        if pinned := self._pinned_words(scale):
            return ContextOverflowError(
                tr(
                    "The pinned messages ({pinned}) and this one take {tokens}, and {model} has room for {most} of its "
                    "{context}: the rest is kept for the answer. Nothing was sent.",
                    pinned=pinned,
                    **holds,
                ),
                remedy=tr(
                    "Unpin some of them, or raise the context in Settings > Local models, or choose a model with more."
                )
                if is_local
                else tr("Unpin some of them, or choose a model with more context."),
            )
        if scale.is_mostly_the_newest_turn:
            return ContextOverflowError(
                tr(
                    "This message alone, with what tools returned, takes {tokens}, and {model} has room for {most} of "
                    "its {context}: the rest is kept for the answer. Nothing was sent.",
                    **holds,
                )
                if len(turns_of(scale.path)[-1]) > 1
                else tr(
                    "This message alone takes {tokens}, and {model} has room for {most} of its {context}: the rest is "
                    "kept for the answer. Nothing was sent.",
                    **holds,
                ),
                remedy=tr("Shorten it, or raise the context in Settings > Local models, or choose a model with more.")
                if is_local
                else tr("Shorten it, or choose a model with more context."),
            )
        return ContextOverflowError(
            tr(
                "What the model is told before every message (its tools and the system prompt) and this message take "
                "{tokens}, and {model} has room for {most} of its {context}: the rest is kept for the answer. Nothing "
                "was sent.",
                **holds,
            ),
            remedy=tr("Raise the context in Settings > Local models, or choose a model with more, or chat without AWS.")
            if is_local
            else tr("Choose a model with more context, or chat without AWS."),
        )

    def _pinned_words(self, scale: Scale) -> str:
        """The pinned messages outside the newest turn, by their first words; empty where they are not the matter."""
        own = {node.id for node in turns_of(scale.path)[-1]}
        pinned = set(self._conversation.settings.pinned)
        found = [node for node in scale.path if node.id in pinned and node.id not in own]
        newest = sum(message_tokens(message) for message in scale.messages(turns_of(scale.path)[-1]))
        if sum(message_tokens(node.message) for node in found) <= newest:
            return ""
        quoted = [f"“{title_from(node.message.text, limit=_QUOTED_CHARS)}”" for node in found[:_MOST_QUOTED]]
        rest = len(found) - len(quoted)
        named = ", ".join(quoted)
        return tr("{names} and {count} more", names=named, count=rest) if rest else named

    async def _tokens(self, scale: Scale, left_out: LeftOut) -> int:
        return (await self._weight(scale, left_out)).tokens

    async def _weight(self, scale: Scale, left_out: LeftOut | None, *, exactly: bool = False) -> Weight:
        weight = await scale.weigh(left_out, exactly=exactly)
        assert weight is not None, "a model whose context is unknown has no overflow"
        return weight


def overflow_words(question: OverflowQuestion) -> str:
    """How much too long it is, as one sentence with its numbers."""
    said = {
        "tokens": _tokens_words(question.tokens, estimated=question.estimated),
        "model": repr(question.model),
        "context": number(question.room.context_tokens),
        "reserved": number(question.room.reserved_tokens),
    }
    if question.is_local:
        return tr(
            "This message and the chat take {tokens}; {model} is loaded with {context}, {reserved} of them kept for "
            "the answer.",
            **said,
        )
    return tr(
        "This message and the chat take {tokens}; {model} has room for {context}, {reserved} of them kept for the "
        "answer.",
        **said,
    )


def _unsent(question: OverflowQuestion) -> str:
    return tr("{problem} Nothing was sent.", problem=overflow_words(question))


def _tokens_words(tokens: int, *, estimated: bool) -> str:
    return tr("about {count} tokens", count=number(tokens)) if estimated else tr("{count} tokens", count=number(tokens))
