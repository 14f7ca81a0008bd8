"""One chat turn: the person's message, the model's answer, the tools it asks for, written through as it happens."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import uuid
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.attachments import Attachment, check_count, distinct
from app.domain.aws import Action, Consent, Origin, Proposal
from app.domain.context import LeftOut
from app.domain.conversation import Conversation, Node, NodeState, Tree, title_from
from app.domain.errors import BatonError, ContextOverflowError, NotFoundError, UnsupportedError, UsageError
from app.domain.messages import AttachmentPart, Message, Role, TextPart, ToolCallPart, ToolResultPart
from app.domain.models import RULES_MODEL, ModelId, ModelInfo
from app.domain.ports import ChatRequest, ConsentAsker, ConversationStore, OverflowAsker, PrivacyStore
from app.domain.stream import FromCache, Progress, Sent, StreamEvent
from app.services.answer import AnswerRecorder
from app.services.attached import AttachedFiles, check_takes
from app.services.attachments import AttachmentService, Shelf
from app.services.aws import AwsService
from app.services.aws_narrowing import AwsNarrowing
from app.services.aws_tools import ToolContext, run_tool
from app.services.context_budget import Build, standing
from app.services.context_keeping import ContextKeeper
from app.services.context_meter import ContextParts, measured
from app.services.models import ModelService
from app.services.prompt import build_request
from app.services.settings import SettingsService
from app.services.token_counts import TokenCounts

log = logging.getLogger(__name__)

MAX_ROUNDS = 16
"""How often a model may ask for tools within one turn before it is stopped."""

_ENDLESS = (
    f"The model asked for tools {MAX_ROUNDS} times and gave no answer, so the turn was ended. "
    "Ask for less at once, or choose another model."
)

NO_AWS = "none"
"""The account key of a conversation that has nothing to do with AWS: its model is offered no tools."""


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


TurnUpdate = NodeAdded | ContextKept | NodeStreamed | NodeEnded | ActionChanged | ConversationChanged


@dataclass(frozen=True, kw_only=True)
class _Turn:
    """What holds for every round of one turn."""

    conversation: Conversation
    consent: ConsentAsker
    keeper: ContextKeeper
    shelf: Shelf
    schema: Mapping[str, object] | None = None
    is_fresh: bool = False  # another answer is wanted than the one there is


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
                id=_new_id(),
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

    async def context_parts(
        self, conversation: Conversation, attachments: Sequence[AttachmentPart] = ()
    ) -> ContextParts:
        """What the next message of the branch shown would take of its model's context, but for its own text.

        Raises what answering raises before it begins (no such model, no such account).
        """
        model = await self._models.info(self._model_of(conversation))
        turn = self._turn(conversation, _Nobody(), None)
        nodes = await self._nodes(conversation)
        path = Tree.of(nodes.values()).path(conversation.leaf_id if conversation.leaf_id in nodes else None)
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
        conversation = turn.conversation
        try:
            model = await self._models.info(self._model_of(conversation))
            if question.parent_id is not None and question.parent_id not in nodes:
                return  # it cannot be written, and the store says why
            path = Tree.of(nodes.values()).path(question.id)
            check_takes(model, question.message.attachments)
            tools = await self._tools(turn, model)
            files = await turn.shelf.load(path, model, attachments)
            await turn.keeper.decide(nodes.values(), path, model, self._builder(turn, model, tools, question, files))
        except (ContextOverflowError, UnsupportedError):
            raise
        except BatonError as error:
            log.info("what fits %s could not be settled: %s", conversation.settings.model, error)  # the answer says so

    async def _nodes(self, conversation: Conversation) -> Mapping[str, Node]:
        try:
            return (await self._store.tree(conversation.id)).nodes
        except NotFoundError:
            return {}  # not written yet

    def _model_of(self, conversation: Conversation) -> ModelId:
        return ModelId.parse(conversation.settings.model or self._settings.current.default_model)

    def _builder(
        self, turn: _Turn, model: ModelInfo, tools: ToolContext | None, node: Node, files: AttachedFiles
    ) -> Build:
        today = node.created_at.astimezone().date()

        def build(path: Sequence[Node], left_out: LeftOut | None) -> ChatRequest:
            request = build_request(
                turn.conversation,
                path,
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
        toolbox = _Toolbox(self._store)
        for round_number in range(MAX_ROUNDS):
            answer = Node(
                id=_new_id(),
                conversation_id=conversation.id,
                parent_id=path[-1].id,
                message=Message(role=Role.ASSISTANT, parts=()),
                created_at=datetime.now(UTC),
                state=NodeState.STREAMING,
                model=conversation.settings.model or self._settings.current.default_model,
            )
            async with contextlib.aclosing(
                self._write(turn, nodes.values(), path, answer, toolbox, last=round_number == MAX_ROUNDS - 1)
            ) as updates:
                async for update in updates:
                    yield update
                    if isinstance(update, NodeEnded):
                        answer = update.node
            path.append(answer)
            nodes[answer.id] = answer
            if answer.state is not NodeState.COMPLETE or not answer.message.tool_calls:
                break
            async with contextlib.aclosing(toolbox.run(answer)) as updates:
                async for update in updates:
                    yield update
                    if isinstance(update, NodeAdded):
                        path.append(update.node)
                        nodes[update.node.id] = update.node
        yield ConversationChanged(conversation=await self._store.conversation(conversation.id))

    async def _write(
        self,
        turn: _Turn,
        nodes: Iterable[Node],
        path: Sequence[Node],
        answer: Node,
        toolbox: _Toolbox,
        *,
        last: bool,
    ) -> AsyncGenerator[TurnUpdate]:
        """One answer, from its first event to its end."""
        await self._store.add_node(answer)
        recorder = AnswerRecorder(self._store, answer)
        try:
            yield NodeAdded(node=answer)
            assert answer.model is not None
            model = await self._models.info(ModelId.parse(answer.model))
            toolbox.context = await self._tools(turn, model)
            # At the last round a model must answer with what it has: offered tools, it would ask for ever.
            tools = None if last else toolbox.context
            build = self._builder(turn, model, tools, answer, await turn.shelf.load(path, model))
            left_out: LeftOut | None = None
            async with contextlib.aclosing(turn.keeper.keep(nodes, path, model, build)) as steps:
                async for step in steps:
                    if isinstance(step, Progress):
                        yield NodeStreamed(node_id=answer.id, event=step)
                    elif (left_out := step.left_out) is not None:
                        yield ContextKept(node=recorder.leave_out(left_out), turns=step.turns)
            narrowed: Mapping[str, Mapping[str, object]] = {}
            if tools is not None and model.capabilities.holds_schemas:
                narrowed = await self._narrowing.narrowed(path)
            is_shortened = False
            while True:
                request = dataclasses.replace(build(path, left_out), narrowed=narrowed)
                try:
                    async with contextlib.aclosing(_closable(self._models.stream(model.id, request))) as events:
                        async for event in events:
                            recorder.add(event)
                            await self._note_sent(answer, event)
                            yield NodeStreamed(node_id=answer.id, event=event)
                    break
                except ContextOverflowError as error:
                    # The vendor counts otherwise than whoever said that it fits: once, more is left out.
                    if is_shortened or not recorder.is_empty:
                        raise
                    is_shortened = True
                    async with contextlib.aclosing(turn.keeper.shorten(path, model, build, left_out, error)) as steps:
                        async for step in steps:
                            if isinstance(step, Progress):
                                yield NodeStreamed(node_id=answer.id, event=step)
                            elif (left_out := step.left_out) is not None:
                                yield ContextKept(node=recorder.leave_out(left_out), turns=step.turns)
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
        else:
            if last and recorder.asks_for_tools:
                ended = await recorder.end(NodeState.FAILED, error=_ENDLESS)
            else:
                ended = await recorder.end(NodeState.COMPLETE)
        yield NodeEnded(node=ended)

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


class _Toolbox:
    """Runs the tools that one answer asked for, one after the other, and keeps their results as one node."""

    def __init__(self, store: ConversationStore) -> None:
        self._store = store
        self.context: ToolContext | None = None

    async def run(self, answer: Node) -> AsyncGenerator[TurnUpdate]:
        """Yields every change of an action, and the node of the results last.

        Stopped in between, the calls not carried out get a result that says so: a tool call without any would make
        the conversation unsendable.
        """
        results: list[ToolResultPart] = []
        stopped = True
        try:
            for call in answer.message.tool_calls:
                async with contextlib.aclosing(self._run(call, results)) as actions:
                    async for action in actions:
                        yield ActionChanged(action=action)
            stopped = False
        finally:
            left = answer.message.tool_calls[len(results) :]
            results.extend(_unanswered(call, "The person stopped the turn before this was answered.") for call in left)
            node = Node(
                id=_new_id(),
                conversation_id=answer.conversation_id,
                parent_id=answer.id,
                message=Message(role=Role.TOOL, parts=tuple(results)),
                created_at=datetime.now(UTC),
                state=NodeState.STOPPED if stopped else NodeState.COMPLETE,
            )
            await self._store.add_node(node)
        yield NodeAdded(node=node)

    async def _run(self, call: ToolCallPart, results: list[ToolResultPart]) -> AsyncGenerator[Action]:
        if self.context is None:
            results.append(_unanswered(call, "No tools are offered here; answer in words."))
            return
        changes: asyncio.Queue[Action | None] = asyncio.Queue()
        task = asyncio.create_task(run_tool(call, self.context, changes.put_nowait), name=f"tool {call.name}")
        task.add_done_callback(lambda _: changes.put_nowait(None))
        try:
            while (action := await changes.get()) is not None:
                yield action
            results.append(task.result())
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def message_of(text: str, attachments: Sequence[Attachment]) -> Message:
    """The person's message: the files first, as vendors ask for, then what is asked about them."""
    files = tuple(attachment.part for attachment in attachments)
    return Message(role=Role.USER, parts=(*files, TextPart(text=text)) if text.strip() else files)


def _unanswered(call: ToolCallPart, why: str) -> ToolResultPart:
    return ToolResultPart(call_id=call.call_id, name=call.name, content=why, is_error=True)


async def _closable(events: AsyncIterator[StreamEvent]) -> AsyncGenerator[StreamEvent]:
    """The same events; the source is closed with this one, not when it is collected."""
    try:
        async for event in events:
            yield event
    finally:
        if isinstance(events, AsyncGenerator):
            await events.aclose()


def _new_id() -> str:
    return uuid.uuid4().hex
