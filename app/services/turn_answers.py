"""The answers of one turn: rounds of a model and the tools it asks for, by whoever can give them, written through."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import uuid
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from app.domain.aws import Origin
from app.domain.context import LeftOut
from app.domain.conversation import NO_AWS, Conversation, Node, NodeState, Tree
from app.domain.errors import (
    BatonError,
    ContextOverflowError,
    NotAllowedError,
)
from app.domain.language import marked, tr
from app.domain.messages import Message, Role
from app.domain.models import RULES_MODEL, ModelInfo
from app.domain.ports import ChatRequest, ConsentAsker, ConversationStore, PrivacyStore
from app.domain.remedies import remedy_of
from app.domain.routing import Route, RouteFailure, Task
from app.domain.stream import FromCache, Progress, Sent, StreamEvent
from app.services.answer import AnswerRecorder
from app.services.attached import AttachedFiles
from app.services.attachments import Shelf
from app.services.aws import AwsService
from app.services.aws_narrowing import AwsNarrowing
from app.services.aws_tools import Gathering, ToolContext
from app.services.call_ids import CallIds
from app.services.context_budget import Build
from app.services.context_keeping import ContextKeeper
from app.services.continuing import Resumed
from app.services.models import ModelService
from app.services.prompt import build_request
from app.services.routing.chain import Chain, another_may_answer, for_rules
from app.services.routing.router import Router
from app.services.settings import SettingsService
from app.services.toolbox import Toolbox
from app.services.turn_updates import (
    ActionChanged,
    ContextKept,
    ConversationChanged,
    NodeAdded,
    NodeEnded,
    NodeRouted,
    NodeStreamed,
    TurnUpdate,
)

log = logging.getLogger(__name__)

MAX_ROUNDS = 16
"""How often a model may ask for tools within one turn before it is stopped."""

_ENDLESS = marked(
    "The model asked for tools {count} times and gave no answer, so the turn was ended. "
    "Ask for less at once, or choose another model."
)


@dataclass(kw_only=True)
class Turn:
    """What holds for every round of one turn. ``asked``: a model in the place of the conversation's. ``failures``:
    who did not answer before it began. ``stays_private``: its message was found private before. ``chain`` is there
    once it is known who answers.
    """

    conversation: Conversation
    consent: ConsentAsker
    keeper: ContextKeeper
    shelf: Shelf
    schema: Mapping[str, object] | None = None
    is_fresh: bool = False  # another answer is wanted than the one there is
    asked: str | None = None
    failures: tuple[RouteFailure, ...] = ()
    stays_private: bool = False
    chain: Chain | None = None


@dataclass
class _Writing:
    """One answer under way. ``last``: of as many as a turn may have. ``begins_anew``: another model's answer to the
    same is to stand beside it. ``resumed``: it goes on with what it was before.
    """

    answer: Node
    last: bool
    begins_anew: bool = False
    resumed: Resumed | None = None


class TurnAnswers:
    """Answers turns. Knows nothing of how one begins."""

    def __init__(
        self,
        *,
        store: ConversationStore,
        models: ModelService,
        aws: AwsService,
        gathering: Gathering,
        settings: SettingsService,
        sent: PrivacyStore,
        router: Router,
    ) -> None:
        self._store = store
        self._models = models
        self._aws = aws
        self._gathering = gathering
        self._settings = settings
        self._sent = sent
        self._router = router
        self._narrowing = AwsNarrowing(aws)

    async def chain(self, turn: Turn, path: Sequence[Node]) -> Chain:
        """Who is asked in this turn. Raises what :meth:`Router.choose` raises."""
        if turn.chain is None:
            choice = await self._router.choose(
                turn.conversation, path, asked=turn.asked, stays_private=turn.stays_private
            )
            question = next(node for node in reversed(path) if node.message.role is Role.USER)
            turn.chain = Chain(
                models=self._models,
                router=self._router,
                settings=self._settings,
                choice=choice,
                text=question.message.text,
                parameters=turn.conversation.settings.parameters,
                wants_images=any(part.is_image for node in path for part in node.message.attachments),
                offers_aws=turn.conversation.settings.account != NO_AWS and turn.schema is None,
                failures=turn.failures,
                is_for_once=turn.asked is not None,
            )
            await turn.chain.begin()
        return turn.chain

    def builder(self, turn: Turn, tools: ToolContext | None, node: Node, files: AttachedFiles) -> Build:
        today = node.created_at.astimezone().date()
        assert turn.chain is not None
        model, settings = turn.chain.model, turn.conversation.settings
        taken = dataclasses.replace(settings, parameters=turn.chain.parameters)
        conversation = dataclasses.replace(turn.conversation, settings=taken)

        def build(path: Sequence[Node], left_out: LeftOut | None) -> ChatRequest:
            request = build_request(
                conversation,
                for_rules(path) if model.id == RULES_MODEL else path,
                model=model,
                settings=self._settings.current,
                tools=tools,
                schema=turn.schema,
                today=today,
                left_out=left_out,
                files=files,
            )
            return dataclasses.replace(request, terms=dataclasses.replace(request.terms, fresh=turn.is_fresh))

        return build

    async def tools(self, turn: Turn, model: ModelInfo) -> ToolContext | None:
        """Where the model's tools act; ``None`` where it gets none."""
        conversation = turn.conversation
        if conversation.settings.account == NO_AWS or not model.capabilities.tools:
            return None
        if turn.schema is not None and conversation.settings.account is None:
            return None  # who asks for an answer of one form and names no account wants that, and no call
        account = await self._aws.account(conversation.settings.account)
        return ToolContext(
            aws=self._aws,
            account=account.key,
            region=conversation.settings.region or await self._aws.region(account),
            conversation_id=conversation.id,
            origin=Origin.RECOGNISER if model.id == RULES_MODEL else Origin.MODEL,
            consent=turn.consent,
            model=str(model.id),
            gathering=self._gathering,
        )

    async def answer(
        self, turn: Turn, nodes: dict[str, Node], question: Node, resumed: Resumed | None = None
    ) -> AsyncGenerator[TurnUpdate]:
        """Rounds of an answer and the tools it asks for, until the model is done. ``resumed``: the first of them goes
        on with an answer that was cut short, in its place.
        """
        conversation = turn.conversation
        path = list(Tree.of(nodes.values()).path(question.id if resumed is None else resumed.before.parent_id))
        toolbox = Toolbox(self._store)
        asked = turn.asked or conversation.settings.model or self._settings.current.default_model
        round_number = 0
        while round_number < MAX_ROUNDS:
            answer = Node(
                id=uuid.uuid4().hex,
                conversation_id=conversation.id,
                parent_id=path[-1].id,
                message=Message(role=Role.ASSISTANT, parts=()),
                created_at=datetime.now(UTC),
                state=NodeState.STREAMING,
                model=asked if turn.chain is None else str(turn.chain.model.id),
                route=None if turn.chain is None else turn.chain.route(),
            )
            if resumed is not None:
                was = resumed.before
                answer = dataclasses.replace(
                    was, state=NodeState.STREAMING, error=None, finish_reason=None, finish_detail=""
                )
            writing = _Writing(answer, last=round_number == MAX_ROUNDS - 1, resumed=resumed)
            resumed = None
            async with contextlib.aclosing(self._write(turn, nodes.values(), path, writing, toolbox)) as updates:
                async for update in updates:
                    yield update
                    if isinstance(update, NodeEnded):
                        answer = update.node
            nodes[answer.id] = answer
            if writing.begins_anew:
                continue  # the next model's answer stands beside this one
            path.append(answer)
            if answer.state is not NodeState.COMPLETE or not answer.message.tool_calls:
                break
            async with contextlib.aclosing(toolbox.run(path)) as results:
                async for result in results:
                    if isinstance(result, Node):
                        yield NodeAdded(node=result)
                        path.append(result)
                        nodes[result.id] = result
                    else:
                        yield ActionChanged(action=result)
            round_number += 1
        yield ConversationChanged(conversation=await self._store.conversation(conversation.id))

    async def _write(
        self, turn: Turn, nodes: Iterable[Node], path: Sequence[Node], writing: _Writing, toolbox: Toolbox
    ) -> AsyncGenerator[TurnUpdate]:
        """One answer, from its first event to its end, by whoever can give it."""
        answer = writing.answer
        resumed = writing.resumed
        await (self._store.add_node(answer) if resumed is None else self._store.save_node(answer))
        recorder = AnswerRecorder(self._store, answer, before=None if resumed is None else resumed.before)
        try:
            yield NodeAdded(node=answer)
            try:
                chain = await self.chain(turn, path)
            except NotAllowedError as error:  # it stays private, for whatever is asked after it too
                asked = answer.model or ""
                recorder.route(asked, Route(asked=asked, reason=error.message, task=Task.PRIVATE))
                raise
            ended: Node | None = None
            while ended is None:
                if (routed := recorder.route(str(chain.model.id), chain.route())) is not None:
                    yield NodeRouted(node=routed)
                # An account that is not there is no model's fault.
                toolbox.context = await self.tools(turn, chain.model)
                try:
                    attempt = self._attempt(turn, nodes, path, writing, recorder, toolbox.context)
                    async with contextlib.aclosing(attempt) as updates:
                        async for update in updates:
                            yield update
                    break
                except BatonError as fault:
                    log.info("an answer of %s failed: %s", chain.model.id, fault.fault_kind)
                    chain.failed(fault)
                    if not another_may_answer(fault):
                        ended = await recorder.end(NodeState.FAILED, error=chain.error(fault), remedy=remedy_of(fault))
                    elif recorder.has_content:
                        ended = await self._broken(chain, recorder, writing, fault)
                    elif not await chain.go_on():
                        recorder.route(answer.model or "", chain.route())
                        ended = await recorder.end(NodeState.FAILED, error=chain.error(fault), remedy=remedy_of(fault))
                    else:
                        recorder.leave_out(None)
                        told = Progress(
                            text=tr("{message} Asking {title}.", message=fault.message, title=chain.model.title)
                        )
                        yield NodeStreamed(node_id=answer.id, event=told)
        except BatonError as error:
            log.info("an answer of %s failed: %s", answer.model, error.fault_kind)
            ended = await recorder.end(NodeState.FAILED, error=str(error), remedy=remedy_of(error))
        except (asyncio.CancelledError, GeneratorExit):
            with contextlib.suppress(BatonError):  # the last save before this one stands
                await recorder.end(NodeState.STOPPED)
            raise
        except BaseException as fault:
            # A defect of our own: the answer must not stand as if it were still being written.
            why = tr("Baton could not finish this answer; its log says why.")
            await recorder.end(NodeState.FAILED, error=why, remedy=remedy_of(fault))
            raise
        if ended is None:
            if writing.last and recorder.asks_for_tools:
                ended = await recorder.end(NodeState.FAILED, error=tr(_ENDLESS, count=MAX_ROUNDS))
            else:
                ended = await recorder.end(NodeState.COMPLETE)
        yield NodeEnded(node=ended)

    async def _broken(self, chain: Chain, recorder: AnswerRecorder, writing: _Writing, fault: BatonError) -> Node:
        """End an answer of which something was shown already: what was shown stays as it is."""
        broken, route = str(chain.model.id), chain.route
        if writing.resumed is None and self._settings.current.fallback_after_text and await chain.go_on():
            writing.begins_anew = True
            recorder.route(broken, route())
            told = tr(
                "{message} {title} answers anew, as another version.", message=fault.message, title=chain.model.title
            )
            return await recorder.end(NodeState.FAILED, error=told)
        recorder.route(broken, route(next_model=await chain.peek()))
        return await recorder.end(NodeState.FAILED, error=str(fault), remedy=remedy_of(fault))

    async def _attempt(
        self,
        turn: Turn,
        nodes: Iterable[Node],
        path: Sequence[Node],
        writing: _Writing,
        recorder: AnswerRecorder,
        offered: ToolContext | None,
    ) -> AsyncGenerator[TurnUpdate]:
        """One model's try: what fits it, made into a request for it, and its stream. Raises what answering raises."""
        assert turn.chain is not None
        model = turn.chain.model
        joint = None
        if writing.resumed is not None:
            exact = writing.resumed.is_exact(model, turn.chain.parameters)
            path, joint = writing.resumed.path(path, exact=exact), writing.resumed.joint(exact=exact)
        # At the last round a model must answer with what it has: offered tools, it would ask for ever.
        tools = None if writing.last else offered
        build = self.builder(turn, tools, writing.answer, await turn.shelf.load(path, model))
        left_out: LeftOut | None = None
        async with contextlib.aclosing(turn.keeper.keep(nodes, path, model, build)) as steps:
            async for step in steps:
                if isinstance(step, Progress):
                    yield NodeStreamed(node_id=writing.answer.id, event=step)
                elif (left_out := step.left_out) is not None:
                    yield ContextKept(node=recorder.leave_out(left_out), turns=step.turns)
        narrowed: Mapping[str, Mapping[str, object]] = {}
        if tools is not None and model.capabilities.holds_schemas:
            narrowed = await self._narrowing.narrowed(path)
        call_ids = CallIds(nodes)
        is_shortened = False
        while True:
            request = dataclasses.replace(build(path, left_out), narrowed=narrowed)
            # The service's stream is a generator; its signature says iterator.
            source = cast("AsyncGenerator[StreamEvent]", self._models.stream(model.id, request))
            try:
                async with contextlib.aclosing(source) as events:
                    async for given in events:
                        own = call_ids.own(given)
                        for event in [own] if joint is None else joint.take(own):
                            recorder.add(event)
                            await self._note_sent(writing.answer, event)
                            yield NodeStreamed(node_id=writing.answer.id, event=event)
                return
            except ContextOverflowError as error:
                # The vendor counts otherwise than whoever said that it fits: once, more is left out.
                if is_shortened or recorder.has_content:
                    raise
                is_shortened = True
                async with contextlib.aclosing(turn.keeper.shorten(path, model, build, left_out, error)) as steps:
                    async for step in steps:
                        if isinstance(step, Progress):
                            yield NodeStreamed(node_id=writing.answer.id, event=step)
                        elif (left_out := step.left_out) is not None:
                            yield ContextKept(node=recorder.leave_out(left_out), turns=step.turns)

    async def _note_sent(self, answer: Node, event: StreamEvent) -> None:
        """Keep what leaves for an answer. It goes on where that cannot be written."""
        try:
            match event:
                case Sent():
                    await self._sent.add_sent(answer.conversation_id, answer.id, event)
                case FromCache():
                    await self._sent.remove_sent(answer.conversation_id, answer.id)
                case _:
                    pass
        except BatonError as error:
            log.warning("what was sent for an answer could not be kept: %s", error)
