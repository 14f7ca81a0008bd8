"""One chat turn: the person's message, the model's answer, the tools it asks for, written through as it happens."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import uuid
from collections.abc import AsyncGenerator, Generator, Mapping, Sequence
from datetime import UTC, datetime

from app.domain.attachments import Attachment, check_count, distinct
from app.domain.conversation import Conversation, Node, Tree, title_from
from app.domain.errors import (
    BatonError,
    ContextOverflowError,
    NotFoundError,
    UnsupportedError,
    UsageError,
)
from app.domain.language import tr
from app.domain.messages import AttachmentPart, Message, Role, TextPart
from app.domain.models import ModelId, ModelInfo
from app.domain.ports import ConsentAsker, ConversationStore, OverflowAsker, PrivacyStore
from app.domain.routing import Task
from app.services.attached import check_takes
from app.services.attachments import AttachmentService, Shelf
from app.services.aws import AwsService
from app.services.aws_tools import Gathering
from app.services.context_budget import standing
from app.services.context_keeping import ContextKeeper
from app.services.context_meter import ContextParts, measured
from app.services.continuing import Resumed, can_go_on
from app.services.models import ModelService
from app.services.nobody import Nobody
from app.services.prompt import build_request
from app.services.routing.chain import another_may_answer
from app.services.routing.router import Router
from app.services.settings import SettingsService
from app.services.titles import asking, may_title, title_by, wants_title
from app.services.token_counts import TokenCounts
from app.services.turn_answers import Turn, TurnAnswers
from app.services.turn_updates import ConversationChanged, NodeAdded, TurnUpdate

log = logging.getLogger(__name__)


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
        gathering: Gathering,
    ) -> None:
        self._store = store
        self._models = models
        self._counts = TokenCounts(models)
        self._attachments = attachments
        self._settings = settings
        self.router = Router(models=models, aws=aws, settings=settings)
        self._answers = TurnAnswers(
            store=store,
            models=models,
            aws=aws,
            gathering=gathering,
            settings=settings,
            sent=sent,
            router=self.router,
        )
        self._busy: set[str] = set()
        self._naming: dict[str, asyncio.Task[object]] = {}

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
        model: str | None = None,
    ) -> AsyncGenerator[TurnUpdate]:
        """Add the person's message under ``parent_id`` (the leaf shown, to go on; an edited message's own parent, to
        branch; ``None`` for a new root) and answer it. A conversation not yet written is written first.

        ``schema`` is a JSON schema the answer must follow, instead of the conversation's. ``attachments`` go with the
        message, which may then be empty. ``model`` answers this message only, in the place of the chat's. ``overflow``
        is asked before anything is written where the chat is longer than the model's context and nothing else was
        chosen; ``None``: nobody can answer. Errors of the model end the answer's node as ``FAILED`` and are not raised;
        ``UsageError`` is, for an empty text or a conversation that is being answered already, ``UnsupportedError``, for
        files that the model could make nothing of, ``ContextOverflowError``, where nothing is to be sent, and
        ``StorageError``, where nothing can be written. Cancelling the consuming task (or closing the iterator) stops
        the answer: what came is kept, marked ``STOPPED``.
        """
        if not text.strip() and not attachments:
            raise UsageError(tr("There is nothing to send."), remedy=tr("Write a message first."))
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
            turn.asked = model
            nodes = {**await self._nodes(conversation), question.id: question}
            await self._decide(turn, nodes, question, attachments)
            await self._attachments.keep(attachments)
            if conversation.leaf_id is None:
                await self._begin(conversation, text or attachments[0].part.name)
            await self._store.add_node(question)
            yield NodeAdded(node=question)
            yield ConversationChanged(conversation=await self._store.conversation(conversation.id))
            async with contextlib.aclosing(self._answers.answer(turn, nodes, question)) as updates:
                async for update in updates:
                    yield update

    async def answer_again(
        self,
        conversation: Conversation,
        node_id: str,
        *,
        consent: ConsentAsker,
        overflow: OverflowAsker | None = None,
        model: str | None = None,
    ) -> AsyncGenerator[TurnUpdate]:
        """Answer the person's message ``node_id`` once more, as a sibling of the answers it has; see :meth:`send`.

        ``model`` (``provider:model``) answers this once, in the place of the chat's.
        """
        tree = await self._store.tree(conversation.id)
        question = tree.nodes.get(node_id)
        if question is None or question.message.role is not Role.USER:
            raise UsageError(tr("That message cannot be answered."), remedy=tr("Choose one of your own messages."))
        with self._one_turn(conversation.id):
            turn = dataclasses.replace(self._turn(conversation, consent, overflow), is_fresh=True, asked=model)
            nodes = dict(tree.nodes)
            await self._decide(turn, nodes, question)
            async with contextlib.aclosing(self._answers.answer(turn, nodes, question)) as updates:
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
            raise UsageError(
                tr("There is nobody to ask next for that answer."), remedy=tr("Choose a model and answer again.")
            )
        with self._one_turn(conversation.id):
            turn = self._turn(conversation, consent, overflow, conversation.settings.schema)
            turn.asked, turn.failures = broken.route.next, broken.route.failures
            turn.stays_private = broken.route.task is Task.PRIVATE
            nodes = dict(tree.nodes)
            async with contextlib.aclosing(self._answers.answer(turn, nodes, nodes[broken.parent_id])) as updates:
                async for update in updates:
                    yield update

    async def go_on(
        self, conversation: Conversation, node_id: str, *, consent: ConsentAsker, overflow: OverflowAsker | None = None
    ) -> AsyncGenerator[TurnUpdate]:
        """Let the answer ``node_id``, which was cut short, go on in its place: by the model that wrote it, or by the
        chat's where that one is gone. See :meth:`send`; ``UsageError`` also for an answer that is whole, that another
        message follows, or that has a set form.
        """
        tree = await self._store.tree(conversation.id)
        before = tree.nodes.get(node_id)
        if before is None or before.parent_id is None or not can_go_on(before) or tree.children.get(node_id):
            raise UsageError(tr("That answer cannot go on."), remedy=tr("Answer again, or ask for what is missing."))
        if conversation.settings.schema is not None:
            raise UsageError(tr("An answer as JSON cannot go on in the middle."), remedy=tr("Answer again instead."))
        with self._one_turn(conversation.id):
            turn = self._turn(conversation, consent, overflow)
            if before.model is not None and await self.router.usable(before.model) is not None:
                turn.asked = before.model
            question = next(node for node in reversed(tree.path(node_id)) if node.message.role is Role.USER)
            answers = self._answers.answer(turn, dict(tree.nodes), question, Resumed(before=before))
            async with contextlib.aclosing(answers) as updates:
                async for update in updates:
                    yield update

    async def name(self, conversation: Conversation) -> Conversation | None:
        """Let the model that gave the first answer name the chat (see :mod:`app.services.titles`); its head where it
        was named. A message that is sent meanwhile ends that, so that it waits for nothing.
        """
        if not self._settings.current.model_titles or conversation.id in self._busy:
            return None
        task = asyncio.current_task()
        assert task is not None
        self._naming[conversation.id] = task
        try:
            title = await self._title(await self._store.conversation(conversation.id))
            if not title:
                return None
            return await self._store.change_conversation(
                conversation.id,
                lambda now: now if now.titled else dataclasses.replace(now, title=title, model_titled=True),
            )
        except BatonError as error:
            log.info("a chat could not be named: %s", error.fault_kind)
            return None
        finally:
            if self._naming.get(conversation.id) is task:
                del self._naming[conversation.id]

    async def _title(self, conversation: Conversation) -> str:
        path = Tree.of((await self._nodes(conversation)).values()).path(conversation.leaf_id)
        if not wants_title(conversation, path):
            return ""
        answer = path[-1]
        model = await self._models.info(ModelId.parse(answer.model or ""))
        if not may_title(conversation, answer, model):
            return ""
        turn = self._turn(conversation, Nobody(), None)
        request = build_request(
            conversation,
            (*path, asking(answer)),
            model=model,
            settings=self._settings.current,
            tools=await self._answers.tools(turn, model),
            schema=None,
            today=answer.created_at.astimezone().date(),
            left_out=answer.left_out,
            files=await turn.shelf.load(path, model),
        )
        return await title_by(self._models, model, request)

    async def context_parts(
        self,
        conversation: Conversation,
        attachments: Sequence[AttachmentPart] = (),
        nodes: Mapping[str, Node] | None = None,
    ) -> ContextParts:
        """What the next message of the branch shown would take of its model's context, but for its own text.

        ``nodes``: its messages, where they are at hand; they are read otherwise, which takes a long chat half a second.
        Raises what answering raises before it begins (no such model, no such account).
        """
        turn = self._turn(conversation, Nobody(), None)
        known = await self._nodes(conversation) if nodes is None else nodes
        path = Tree(known, {}).path(conversation.leaf_id if conversation.leaf_id in known else None)
        model = (await self.router.choose(conversation, path)).model
        told = build_request(
            conversation,
            (),
            model=model,
            settings=self._settings.current,
            tools=await self._answers.tools(turn, model),
            schema=None,
            today=datetime.now().astimezone().date(),
        )
        pinned = conversation.settings.pinned

        def measure() -> ContextParts:
            left_out = standing(known.values(), path, str(model.id))
            return measured(path, model, told, left_out, pinned, attachments)

        return await asyncio.to_thread(measure)

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
    ) -> Turn:
        keeper = ContextKeeper(
            models=self._models,
            counts=self._counts,
            settings=self._settings,
            conversation=conversation,
            asker=asker,
        )
        shelf = Shelf(self._attachments)
        schema = conversation.settings.schema if schema is None else schema
        return Turn(conversation=conversation, consent=consent, keeper=keeper, shelf=shelf, schema=schema)

    async def _decide(
        self, turn: Turn, nodes: Mapping[str, Node], question: Node, attachments: Sequence[Attachment] = ()
    ) -> None:
        """Settle, before ``question`` is written, what is sent with it.

        Raises ``ContextOverflowError``, and ``UnsupportedError`` for files that the model takes in no way.
        """
        if question.parent_id is not None and question.parent_id not in nodes:
            return  # it cannot be written, and the store says why
        path = Tree.of(nodes.values()).path(question.id)
        try:
            chain = await self._answers.chain(turn, path)
            while True:
                _refuse_what_it_does_not_take(chain.model, question.message.attachments)
                tools = await self._answers.tools(turn, chain.model)
                files = await turn.shelf.load(path, chain.model, attachments)
                build = self._answers.builder(turn, tools, question, files)
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
            # The turn says why.
            log.info("what fits %s could not be settled: %s", turn.conversation.settings.model, error.fault_kind)

    async def _nodes(self, conversation: Conversation) -> Mapping[str, Node]:
        try:
            return (await self._store.tree(conversation.id)).nodes
        except NotFoundError:
            return {}  # not written yet

    @contextlib.contextmanager
    def _one_turn(self, conversation_id: str) -> Generator[None]:
        if conversation_id in self._busy:
            raise UsageError(
                tr("This conversation is being answered."), remedy=tr("Stop the answer, or wait for its end.")
            )
        self._busy.add(conversation_id)
        if (naming := self._naming.pop(conversation_id, None)) is not None:
            naming.cancel()
        try:
            yield
        finally:
            self._busy.discard(conversation_id)


def _refuse_what_it_does_not_take(model: ModelInfo, files: Sequence[AttachmentPart]) -> None:
    try:
        check_takes(model, files)
    except UnsupportedError as error:
        problem = tr("{problem} Nothing was sent.", problem=error.message)
        raise UnsupportedError(problem, remedy=error.remedy) from None


def message_of(text: str, attachments: Sequence[Attachment]) -> Message:
    """The person's message: the files first, as vendors ask for, then what is asked about them."""
    files = tuple(attachment.part for attachment in attachments)
    return Message(role=Role.USER, parts=(*files, TextPart(text=text)) if text.strip() else files)
