"""One chat turn: the person's message, the model's answer, the tools it asks for, written through as it happens."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import uuid
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.aws import Action, Origin
from app.domain.conversation import Conversation, Node, NodeState, title_from
from app.domain.errors import BatonError, NotFoundError, UsageError
from app.domain.messages import Message, Role, ToolCallPart, ToolResultPart
from app.domain.models import RULES_MODEL, ModelId, ModelInfo
from app.domain.ports import ConsentAsker, ConversationStore
from app.domain.stream import StreamEvent
from app.services.answer import AnswerRecorder
from app.services.aws import AwsService
from app.services.aws_tools import ToolContext, run_tool
from app.services.models import ModelService
from app.services.prompt import build_request
from app.services.settings import SettingsService

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


TurnUpdate = NodeAdded | NodeStreamed | NodeEnded | ActionChanged | ConversationChanged


class ChatService:
    """Turns: one at a time in a conversation, any number in different ones."""

    def __init__(
        self, *, store: ConversationStore, models: ModelService, aws: AwsService, settings: SettingsService
    ) -> None:
        self._store = store
        self._models = models
        self._aws = aws
        self._settings = settings
        self._busy: set[str] = set()

    async def send(
        self,
        conversation: Conversation,
        text: str,
        *,
        consent: ConsentAsker,
        parent_id: str | None = None,
        schema: Mapping[str, object] | None = None,
    ) -> AsyncGenerator[TurnUpdate]:
        """Add the person's message under ``parent_id`` (the leaf shown, to go on; an edited message's own parent, to
        branch; ``None`` for a new root) and answer it. A conversation not yet written is written first.

        ``schema`` is a JSON schema the answer must follow. Errors of the model end the answer's node as ``FAILED``
        and are not raised; ``UsageError`` is, for an empty text or a conversation that is being answered already,
        and ``StorageError``, where nothing can be written. Cancelling the consuming task (or closing the iterator)
        stops the answer: what came is kept, marked ``STOPPED``.
        """
        if not text.strip():
            raise UsageError("There is nothing to send.", remedy="Write a message first.")
        with self._one_turn(conversation.id):
            question = Node(
                id=_new_id(),
                conversation_id=conversation.id,
                parent_id=parent_id,
                message=Message.user(text),
                created_at=datetime.now(UTC),
            )
            if conversation.leaf_id is None:
                await self._begin(conversation, text)
            await self._store.add_node(question)
            yield NodeAdded(node=question)
            yield ConversationChanged(conversation=await self._store.conversation(conversation.id))
            async with contextlib.aclosing(self._answer(conversation, question, consent, schema)) as updates:
                async for update in updates:
                    yield update

    async def answer_again(
        self, conversation: Conversation, node_id: str, *, consent: ConsentAsker
    ) -> AsyncGenerator[TurnUpdate]:
        """Answer the person's message ``node_id`` once more, as a sibling of the answers it has."""
        tree = await self._store.tree(conversation.id)
        question = tree.nodes.get(node_id)
        if question is None or question.message.role is not Role.USER:
            raise UsageError("That message cannot be answered.", remedy="Choose one of your own messages.")
        with self._one_turn(conversation.id):
            async with contextlib.aclosing(self._answer(conversation, question, consent, None)) as updates:
                async for update in updates:
                    yield update

    async def _begin(self, conversation: Conversation, text: str) -> None:
        """Write a conversation's head for its first message. One on disk is newer than what the caller holds."""
        try:
            await self._store.conversation(conversation.id)
        except NotFoundError:
            title = conversation.title if conversation.titled else title_from(text)
            await self._store.add_conversation(dataclasses.replace(conversation, title=title))

    @contextlib.contextmanager
    def _one_turn(self, conversation_id: str) -> Generator[None]:
        if conversation_id in self._busy:
            raise UsageError("This conversation is being answered.", remedy="Stop the answer, or wait for its end.")
        self._busy.add(conversation_id)
        try:
            yield
        finally:
            self._busy.discard(conversation_id)

    async def _answer(
        self,
        conversation: Conversation,
        question: Node,
        consent: ConsentAsker,
        schema: Mapping[str, object] | None,
    ) -> AsyncGenerator[TurnUpdate]:
        """Rounds of an answer and the tools it asks for, until the model is done."""
        tree = await self._store.tree(conversation.id)
        path = list(tree.path(question.id))
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
                self._write(conversation, path, answer, consent, schema, toolbox, last=round_number == MAX_ROUNDS - 1)
            ) as updates:
                async for update in updates:
                    yield update
                    if isinstance(update, NodeEnded):
                        answer = update.node
            path.append(answer)
            if answer.state is not NodeState.COMPLETE or not answer.message.tool_calls:
                break
            async with contextlib.aclosing(toolbox.run(answer)) as updates:
                async for update in updates:
                    yield update
                    if isinstance(update, NodeAdded):
                        path.append(update.node)
        yield ConversationChanged(conversation=await self._store.conversation(conversation.id))

    async def _write(
        self,
        conversation: Conversation,
        path: Sequence[Node],
        answer: Node,
        consent: ConsentAsker,
        schema: Mapping[str, object] | None,
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
            toolbox.context = await self._tools(conversation, model, consent)
            request = build_request(
                conversation,
                path,
                model=model,
                settings=self._settings.current,
                # At the last round a model must answer with what it has: offered tools, it would ask for ever.
                tools=None if last else toolbox.context,
                schema=schema,
                today=answer.created_at.astimezone().date(),
            )
            async with contextlib.aclosing(_closable(self._models.stream(model.id, request))) as events:
                async for event in events:
                    recorder.add(event)
                    yield NodeStreamed(node_id=answer.id, event=event)
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

    async def _tools(self, conversation: Conversation, model: ModelInfo, consent: ConsentAsker) -> ToolContext | None:
        """Where the model's tools act; ``None`` where it gets none."""
        if conversation.settings.account == NO_AWS or not model.capabilities.tools:
            return None
        account = await self._aws.account(conversation.settings.account)
        return ToolContext(
            aws=self._aws,
            account=account.key,
            region=conversation.settings.region or await self._aws.region(account),
            conversation_id=conversation.id,
            origin=Origin.RECOGNISER if model.id == RULES_MODEL else Origin.MODEL,
            consent=consent,
        )


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
