"""One chat turn: the person's message, the model's answer, the tools it asks for, written through as it happens."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import uuid
from collections.abc import AsyncGenerator, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from app.domain.attachments import Attachment, check_count, distinct
from app.domain.aws import Action, Consent, Origin, Proposal
from app.domain.context import LeftOut
from app.domain.conversation import NO_AWS, Conversation, Node, NodeState, Tree, title_from
from app.domain.errors import (
    BatonError,
    ContextOverflowError,
    NotAllowedError,
    NotFoundError,
    UnsupportedError,
    UsageError,
)
from app.domain.messages import AttachmentPart, Message, Role, TextPart
from app.domain.models import RULES_MODEL, ModelInfo
from app.domain.ports import ChatRequest, ConsentAsker, ConversationStore, OverflowAsker, PrivacyStore
from app.domain.routing import Route, RouteFailure, Task
from app.domain.stream import FromCache, Progress, Sent, StreamEvent
from app.services.answer import AnswerRecorder
from app.services.attached import AttachedFiles, check_takes
from app.services.attachments import AttachmentService, Shelf
from app.services.aws import AwsService
from app.services.aws_narrowing import AwsNarrowing
from app.services.aws_tools import ToolContext
from app.services.context_budget import Build, standing
from app.services.context_keeping import ContextKeeper
from app.services.context_meter import ContextParts, measured
from app.services.models import ModelService
from app.services.prompt import build_request
from app.services.routing.chain import Chain, another_may_answer, for_rules
from app.services.routing.router import Router
from app.services.settings import SettingsService
from app.services.token_counts import TokenCounts
from app.services.toolbox import Toolbox

log = logging.getLogger(__name__)

MAX_ROUNDS = 16
"""How often a model may ask for tools within one turn before it is stopped."""

_ENDLESS = (
    f"The model asked for tools {MAX_ROUNDS} times and gave no answer, so the turn was ended. "
    "Ask for less at once, or choose another model."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class NodeAdded:
    """A message stands in the tree (the person's, an answer that begins, results of tools)."""

    node: Node


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextKept:
    """What of the branch an answer's model is not sent: ``node.left_out``, that is its ``turns`` oldest turns."""

    node: Node
    turns: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NodeRouted:
    """An answer that is being written comes from another model than was said before: ``node.model``, ``node.route``."""

    node: Node


@dataclass(frozen=True, kw_only=True, slots=True)
class NodeStreamed:
    """An answer that is being written got one event more."""

    node_id: str
    event: StreamEvent


@dataclass(frozen=True, kw_only=True, slots=True)
class NodeEnded:
    """An answer is final: complete, stopped or failed (``node.error`` says why, with the remedy)."""

    node: Node


@dataclass(frozen=True, kw_only=True, slots=True)
class ActionChanged:
    """An AWS action is new or changed; ``action.call_id`` names the tool call in the transcript it belongs to."""

    action: Action


@dataclass(frozen=True, kw_only=True, slots=True)
class ConversationChanged:
    """The conversation's head changed (title, leaf, time)."""

    conversation: Conversation


TurnUpdate = NodeAdded | ContextKept | NodeRouted | NodeStreamed | NodeEnded | ActionChanged | ConversationChanged


@dataclass(kw_only=True)
class _Turn:
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


class ChatService:
    """Turns: one at a time in a conversation, any number in different ones."""

    def __init__(
        self,
        *,
        store: ConversationStore,
        models: ModelService,
        aws: AwsService,
        settings: SettingsService,
        sent: PrivacyStore,
        attachments: AttachmentService,
    ) -> None:
        self._store = store
        self._models = models
        self._counts = TokenCounts(models)
        self._attachments = attachments
        self._aws = aws
        self._settings = settings
        self._sent = sent
        self._narrowing = AwsNarrowing(aws)
        self.router = Router(models=models, aws=aws, settings=settings)
        self._busy: set[str] = set()

    async def send(
        self,
        conversation: Conversation,
        text: str,
        *,
        consent: ConsentAsker,
        overflow: OverflowAsker | None = None,
        parent_id: str | None = None,
        schema: Mapping[str, object] | None = None,
        attachments: Sequence[Attachment] = (),
    ) -> AsyncGenerator[TurnUpdate]:
        """Add the person's message under ``parent_id`` (the leaf shown, to go on; an edited message's own parent, to
        branch; ``None`` for a new root) and answer it. A conversation not yet written is written first.

        ``schema`` is a JSON schema the answer must follow, instead of the conversation's. ``attachments`` go with the
        message, which may then be empty. ``overflow`` is asked before anything is written where the chat is longer than
        the model's context and nothing else was chosen; ``None``: nobody can answer. Errors of the model end the
        answer's node as ``FAILED`` and are not raised; ``UsageError`` is, for an empty text or a conversation that is
        being answered already, ``UnsupportedError``, for files that the model could make nothing of,
        ``ContextOverflowError``, where nothing is to be sent, and ``StorageError``, where nothing can be written.
        Cancelling the consuming task (or closing the iterator) stops the answer: what came is kept, marked ``STOPPED``.
        """
        if not text.strip() and not attachments:
            raise UsageError("There is nothing to send.", remedy="Write a message first.")
        check_count(len(attachments))
        attachments = distinct(attachments)
        with self._one_turn(conversation.id):
            question = Node(
                id=uuid.uuid4().hex,
                conversation_id=conversation.id,
                parent_id=parent_id,
                message=message_of(text, attachments),
                created_at=datetime.now(UTC),
            )
            turn = self._turn(conversation, consent, overflow, schema)
            nodes = {**await self._nodes(conversation), question.id: question}
            await self._decide(turn, nodes, question, attachments)
            await self._attachments.keep(attachments)
            if conversation.leaf_id is None:
                await self._begin(conversation, text or attachments[0].part.name)
            await self._store.add_node(question)
            yield NodeAdded(node=question)
            yield ConversationChanged(conversation=await self._store.conversation(conversation.id))
            async with contextlib.aclosing(self._answer(turn, nodes, question)) as updates:
                async for update in updates:
                    yield update

    async def answer_again(
        self, conversation: Conversation, node_id: str, *, consent: ConsentAsker, overflow: OverflowAsker | None = None
    ) -> AsyncGenerator[TurnUpdate]:
        """Answer the person's message ``node_id`` once more, as a sibling of the answers it has; see :meth:`send`."""
        tree = await self._store.tree(conversation.id)
        question = tree.nodes.get(node_id)
        if question is None or question.message.role is not Role.USER:
            raise UsageError("That message cannot be answered.", remedy="Choose one of your own messages.")
        with self._one_turn(conversation.id):
            turn = dataclasses.replace(self._turn(conversation, consent, overflow), is_fresh=True)
            nodes = dict(tree.nodes)
            await self._decide(turn, nodes, question)
            async with contextlib.aclosing(self._answer(turn, nodes, question)) as updates:
                async for update in updates:
                    yield update

    async def answer_with_next(
        self, conversation: Conversation, node_id: str, *, consent: ConsentAsker, overflow: OverflowAsker | None = None
    ) -> AsyncGenerator[TurnUpdate]:
        """Answer anew, by the model that its route names as the next, in the place of the answer ``node_id`` that broke
        off, as a sibling of it; see :meth:`send`.
        """
        tree = await self._store.tree(conversation.id)
        broken = tree.nodes.get(node_id)
        if broken is None or broken.parent_id is None or broken.route is None or broken.route.next is None:
            raise UsageError("There is nobody to ask next for that answer.", remedy="Choose a model and answer again.")
        with self._one_turn(conversation.id):
            turn = self._turn(conversation, consent, overflow, conversation.settings.schema)
            turn.asked, turn.failures = broken.route.next, broken.route.failures
            turn.stays_private = broken.route.task is Task.PRIVATE
            nodes = dict(tree.nodes)
            async with contextlib.aclosing(self._answer(turn, nodes, nodes[broken.parent_id])) as updates:
                async for update in updates:
                    yield update

    async def context_parts(
        self, conversation: Conversation, attachments: Sequence[AttachmentPart] = ()
    ) -> ContextParts:
        """What the next message of the branch shown would take of its model's context, but for its own text.

        Raises what answering raises before it begins (no such model, no such account).
        """
        turn = self._turn(conversation, _Nobody(), None)
        nodes = await self._nodes(conversation)
        path = Tree.of(nodes.values()).path(conversation.leaf_id if conversation.leaf_id in nodes else None)
        model = (await self.router.choose(conversation, path)).model
        told = build_request(
            conversation,
            (),
            model=model,
            settings=self._settings.current,
            tools=await self._tools(turn, model),
            schema=None,
            today=datetime.now().astimezone().date(),
        )
        left_out = standing(nodes.values(), path, str(model.id))
        pinned = conversation.settings.pinned
        return await asyncio.to_thread(measured, path, model, told, left_out, pinned, attachments)

    async def _begin(self, conversation: Conversation, text: str) -> None:
        """Write a conversation's head for its first message. One on disk is newer than what the caller holds."""
        try:
            await self._store.conversation(conversation.id)
        except NotFoundError:
            title = conversation.title if conversation.titled else title_from(text)
            await self._store.add_conversation(dataclasses.replace(conversation, title=title))

    def _turn(
        self,
        conversation: Conversation,
        consent: ConsentAsker,
        asker: OverflowAsker | None,
        schema: Mapping[str, object] | None = None,
    ) -> _Turn:
        keeper = ContextKeeper(
            models=self._models,
            counts=self._counts,
            settings=self._settings,
            conversation=conversation,
            asker=asker,
        )
        shelf = Shelf(self._attachments)
        schema = conversation.settings.schema if schema is None else schema
        return _Turn(conversation=conversation, consent=consent, keeper=keeper, shelf=shelf, schema=schema)

    async def _decide(
        self, turn: _Turn, nodes: Mapping[str, Node], question: Node, attachments: Sequence[Attachment] = ()
    ) -> None:
        """Settle, before ``question`` is written, what is sent with it.

        Raises ``ContextOverflowError``, and ``UnsupportedError`` for files that the model takes in no way.
        """
        if question.parent_id is not None and question.parent_id not in nodes:
            return  # it cannot be written, and the store says why
        path = Tree.of(nodes.values()).path(question.id)
        try:
            chain = await self._chain(turn, path)
            while True:
                check_takes(chain.model, question.message.attachments)
                tools = await self._tools(turn, chain.model)
                files = await turn.shelf.load(path, chain.model, attachments)
                build = self._builder(turn, tools, question, files)
                try:
                    await turn.keeper.decide(nodes.values(), path, chain.model, build)
                except ContextOverflowError as fault:
                    chain.failed(fault)
                    if not another_may_answer(fault) or not await chain.go_on():
                        raise
                else:
                    return
        except (ContextOverflowError, UnsupportedError):
            raise
        except BatonError as error:
            log.info("what fits %s could not be settled: %s", turn.conversation.settings.model, error)  # it says so

    async def _chain(self, turn: _Turn, path: Sequence[Node]) -> Chain:
        """Who is asked in this turn. Raises what :meth:`Router.choose` raises."""
        if turn.chain is None:
            choice = await self.router.choose(
                turn.conversation, path, asked=turn.asked, stays_private=turn.stays_private
            )
            question = next(node for node in reversed(path) if node.message.role is Role.USER)
            turn.chain = Chain(
                models=self._models,
                router=self.router,
                settings=self._settings,
                choice=choice,
                text=question.message.text,
                parameters=turn.conversation.settings.parameters,
                wants_images=any(part.is_image for node in path for part in node.message.attachments),
                offers_aws=turn.conversation.settings.account != NO_AWS and turn.schema is None,
                failures=turn.failures,
            )
            await turn.chain.begin()
        return turn.chain

    async def _nodes(self, conversation: Conversation) -> Mapping[str, Node]:
        try:
            return (await self._store.tree(conversation.id)).nodes
        except NotFoundError:
            return {}  # not written yet

    def _builder(self, turn: _Turn, tools: ToolContext | None, node: Node, files: AttachedFiles) -> Build:
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

    @contextlib.contextmanager
    def _one_turn(self, conversation_id: str) -> Generator[None]:
        if conversation_id in self._busy:
            raise UsageError("This conversation is being answered.", remedy="Stop the answer, or wait for its end.")
        self._busy.add(conversation_id)
        try:
            yield
        finally:
            self._busy.discard(conversation_id)

    async def _answer(self, turn: _Turn, nodes: dict[str, Node], question: Node) -> AsyncGenerator[TurnUpdate]:
        """Rounds of an answer and the tools it asks for, until the model is done."""
        conversation = turn.conversation
        path = list(Tree.of(nodes.values()).path(question.id))
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
            writing = _Writing(answer, last=round_number == MAX_ROUNDS - 1)
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
        self, turn: _Turn, nodes: Iterable[Node], path: Sequence[Node], writing: _Writing, toolbox: Toolbox
    ) -> AsyncGenerator[TurnUpdate]:
        """One answer, from its first event to its end, by whoever can give it."""
        answer = writing.answer
        await self._store.add_node(answer)
        recorder = AnswerRecorder(self._store, answer)
        try:
            yield NodeAdded(node=answer)
            try:
                chain = await self._chain(turn, path)
            except NotAllowedError as error:  # it stays private, for whatever is asked after it too
                asked = answer.model or ""
                recorder.route(asked, Route(asked=asked, reason=error.message, task=Task.PRIVATE))
                raise
            ended: Node | None = None
            while ended is None:
                if (routed := recorder.route(str(chain.model.id), chain.route())) is not None:
                    yield NodeRouted(node=routed)
                # An account that is not there is no model's fault.
                toolbox.context = await self._tools(turn, chain.model)
                try:
                    attempt = self._attempt(turn, nodes, path, writing, recorder, toolbox.context)
                    async with contextlib.aclosing(attempt) as updates:
                        async for update in updates:
                            yield update
                    break
                except BatonError as fault:
                    log.info("an answer of %s failed: %s %s", chain.model.id, fault.message, fault.detail)
                    chain.failed(fault)
                    if not another_may_answer(fault):
                        ended = await recorder.end(NodeState.FAILED, error=chain.error(fault))
                    elif recorder.has_content:
                        ended = await self._broken(chain, recorder, writing, fault)
                    elif not await chain.go_on():
                        recorder.route(answer.model or "", chain.route())
                        ended = await recorder.end(NodeState.FAILED, error=chain.error(fault))
                    else:
                        recorder.leave_out(None)
                        told = Progress(text=f"{fault.message} Asking {chain.model.title}.")
                        yield NodeStreamed(node_id=answer.id, event=told)
        except BatonError as error:
            log.info("an answer of %s failed: %s %s", answer.model, error.message, error.detail)
            ended = await recorder.end(NodeState.FAILED, error=str(error))
        except (asyncio.CancelledError, GeneratorExit):
            with contextlib.suppress(BatonError):  # the last save before this one stands
                await recorder.end(NodeState.STOPPED)
            raise
        except BaseException:
            # A defect of our own: the answer must not stand as if it were still being written.
            await recorder.end(NodeState.FAILED, error="Baton could not finish this answer; its log says why.")
            raise
        if ended is None:
            if writing.last and recorder.asks_for_tools:
                ended = await recorder.end(NodeState.FAILED, error=_ENDLESS)
            else:
                ended = await recorder.end(NodeState.COMPLETE)
        yield NodeEnded(node=ended)

    async def _broken(self, chain: Chain, recorder: AnswerRecorder, writing: _Writing, fault: BatonError) -> Node:
        """End an answer of which something was shown already: what was shown stays as it is."""
        broken, route = str(chain.model.id), chain.route
        if self._settings.current.fallback_after_text and await chain.go_on():
            writing.begins_anew = True
            recorder.route(broken, route())
            told = f"{fault.message} {chain.model.title} answers anew, as another version."
            return await recorder.end(NodeState.FAILED, error=told)
        recorder.route(broken, route(next_model=await chain.peek()))
        return await recorder.end(NodeState.FAILED, error=str(fault))

    async def _attempt(
        self,
        turn: _Turn,
        nodes: Iterable[Node],
        path: Sequence[Node],
        writing: _Writing,
        recorder: AnswerRecorder,
        offered: ToolContext | None,
    ) -> AsyncGenerator[TurnUpdate]:
        """One model's try: what fits it, made into a request for it, and its stream. Raises what answering raises."""
        assert turn.chain is not None
        model = turn.chain.model
        # At the last round a model must answer with what it has: offered tools, it would ask for ever.
        tools = None if writing.last else offered
        build = self._builder(turn, tools, writing.answer, await turn.shelf.load(path, model))
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
        is_shortened = False
        while True:
            request = dataclasses.replace(build(path, left_out), narrowed=narrowed)
            # The service's stream is a generator; its signature says iterator.
            source = cast("AsyncGenerator[StreamEvent]", self._models.stream(model.id, request))
            try:
                async with contextlib.aclosing(source) as events:
                    async for event in events:
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

    async def _tools(self, turn: _Turn, model: ModelInfo) -> ToolContext | None:
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
        )


class _Nobody:
    async def ask(self, _proposal: Proposal) -> Consent:
        return Consent(granted=False, nobody_there=True)


@dataclass
class _Writing:
    """One answer under way. ``last``: of as many as a turn may have. ``begins_anew``: another model's answer to the
    same is to stand beside it.
    """

    answer: Node
    last: bool
    begins_anew: bool = False


def message_of(text: str, attachments: Sequence[Attachment]) -> Message:
    """The person's message: the files first, as vendors ask for, then what is asked about them."""
    files = tuple(attachment.part for attachment in attachments)
    return Message(role=Role.USER, parts=(*files, TextPart(text=text)) if text.strip() else files)
