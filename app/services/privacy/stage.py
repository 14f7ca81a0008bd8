"""The one stage that every request to a model elsewhere passes: hides, tells what left, restores what comes back.

Whoever asks, and whether for an answer, a count of tokens or a batch, goes through :meth:`PrivacyStage.outgoing`.
Requests to models on this machine pass as they are, and nothing of them is kept.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from app.domain.errors import BatonError, UnsupportedError
from app.domain.language import marked, tr
from app.domain.messages import Message, ReasoningPart
from app.domain.models import ModelInfo
from app.domain.ports import ChatRequest, PrivacyStore, Proceed, SecretRules
from app.domain.settings import Settings
from app.domain.stream import Finished, Progress, Sent, StreamEvent
from app.services.privacy.identifiers import Kind
from app.services.privacy.masking import Finder, Masking, What, form_texts
from app.services.privacy.pictures import PictureStripper
from app.services.privacy.restoring import AnswerRestorer, restored_message

log = logging.getLogger(__name__)

_PREPARING = marked("Reading the rules for secrets…")
_FILES_AS_THEY_ARE = marked(
    "Nothing that pictures and PDFs show can be hidden. Of pictures, where and when they were taken is not sent."
)


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """A request as it leaves. ``values``: what was sent as a placeholder, by placeholder. ``stripped``: the hashes of
    the pictures whose metadata was taken out.
    """

    request: ChatRequest
    values: Mapping[str, str]
    masked: tuple[tuple[str, int], ...] = ()
    stripped: tuple[str, ...] = ()


class PrivacyStage:
    """Implements :class:`app.domain.ports.AnswerStage`; :mod:`app.services.passage` uses its parts.

    ``without_metadata`` takes out of a picture's bytes what is not the picture; it blocks.
    """

    def __init__(
        self,
        *,
        settings: Callable[[], Settings],
        rules: SecretRules,
        store: PrivacyStore,
        without_metadata: Callable[[bytes], bytes],
    ) -> None:
        self._settings = settings
        self._rules = rules
        self._store = store
        self._finder = Finder(rules)
        self._pictures = PictureStripper(without_metadata)
        self._told: set[str | None] = set()

    async def stream(self, model: ModelInfo, request: ChatRequest, proceed: Proceed) -> AsyncGenerator[StreamEvent]:
        """Answer ``request``. Raises ``UnsupportedError`` for files that are not to leave."""
        if model.is_private:
            async with aclosing(proceed(request)) as events:
                async for event in events:
                    yield event
            return
        if request.blobs and not self._settings().refuse_files_elsewhere and request.conversation_id not in self._told:
            self._told.add(request.conversation_id)
            yield Progress(text=tr(_FILES_AS_THEY_ARE))
        if self._settings().redact_for_models and not self._rules.is_ready:
            yield Progress(text=tr(_PREPARING))
        outgoing = await self.outgoing(model, request)
        sent = outgoing.request
        yield Sent(
            model=str(model.id),
            system=sent.system,
            messages=tuple(sent.messages),
            tools=tuple(tool.name for tool in sent.tools),
            masked=outgoing.masked,
            stripped=outgoing.stripped,
        )
        restorer = AnswerRestorer(
            outgoing.values, in_json=request.schema is not None, keeps_signed=self._what().has_placeholders
        )
        try:
            async with aclosing(proceed(sent)) as events:
                async for event in events:
                    if isinstance(event, Finished):
                        for held in restorer.end():
                            yield held
                    for shown in restorer.take(event):
                        yield shown
                    await self._keep_signed(request, restorer)
        except BatonError:
            for held in restorer.end():
                yield held
            raise

    async def outgoing(self, model: ModelInfo, request: ChatRequest, *, keep: bool = True) -> Outgoing:
        """``request`` as it may go to ``model``, and the way back. ``keep``: remember the placeholders.

        Raises ``UnsupportedError`` for files that are not to leave, for pictures whose metadata cannot be taken out,
        and for a schema whose form holds a secret.
        """
        what = self._what()
        if not model.is_private and request.blobs and self._settings().refuse_files_elsewhere:
            raise UnsupportedError(
                tr("Pictures and PDFs are not sent to models elsewhere, by your settings."),
                remedy=tr("Choose a model on this machine, or allow them in Settings > Privacy."),
            )
        if model.is_private:
            return Outgoing(request=request, values={})
        stripped: tuple[str, ...] = ()
        if request.blobs:
            request, stripped = await asyncio.to_thread(self._pictures.stripped, request)
        if not (what.secrets or what.has_placeholders):
            return Outgoing(request=request, values={}, stripped=stripped)
        schema = request.schema if what.secrets else None
        if schema is not None and await asyncio.to_thread(self._has_secret_form, schema):
            raise UnsupportedError(
                tr("The schema holds a secret in a name or a pattern, where it cannot be hidden. Nothing was sent."),
                remedy=tr("Take it out of the schema, or choose a model on this machine."),
            )
        conversation_id = request.conversation_id
        known = await self._store.masked(conversation_id) if conversation_id and what.identifiers else ()
        names = {item.value: Kind(item.kind) for item in known if item.kind in (Kind.NAME, Kind.BUCKET)}
        masking = Masking(self._finder, what, names, await self._thinking(request))
        wanted = await asyncio.to_thread(masking.read, request)
        numbers = await self._numbers(conversation_id, wanted, keep=keep)
        sent = await asyncio.to_thread(masking.write, request, numbers)
        return Outgoing(request=sent, values=masking.values, masked=masking.counts, stripped=stripped)

    def restored(self, answer: Message, values: Mapping[str, str]) -> Message:
        """A whole answer with its placeholders put back, for those that do not stream."""
        return restored_message(answer, values)

    async def prepare(self, model: ModelInfo) -> None:
        """Read the rules for secrets, on a thread, where a request to ``model`` would be read by them."""
        if model.is_private or not self._settings().redact_for_models or self._rules.is_ready:
            return
        try:
            await asyncio.to_thread(self._rules.find, "")
        except BatonError as fault:
            log.info("the rules for secrets could not be read ahead: %s", fault)

    async def hidden(self, text: str) -> str:
        """One text as it may leave, for whoever judges it elsewhere."""
        what = self._what()
        if not (what.secrets or what.has_placeholders):
            return text
        masking = Masking(self._finder, what)
        wanted = await asyncio.to_thread(masking.read_texts, [text])
        masking.use(await self._numbers(None, wanted, keep=False))
        return masking.text(text)

    def _has_secret_form(self, schema: Mapping[str, object]) -> bool:
        secrets = What(secrets=True, identifiers=False)
        return any(self._finder.spots(text, secrets) for text in dict.fromkeys(form_texts(schema)))

    def _what(self) -> What:
        now = self._settings()
        return What(secrets=now.redact_for_models, identifiers=now.hide_identifiers, words=now.hidden_words)

    async def _numbers(
        self, conversation_id: str | None, wanted: Sequence[tuple[str, str]], *, keep: bool
    ) -> Mapping[tuple[str, str], int]:
        if not wanted:
            return {}
        if conversation_id is not None:
            return await self._store.numbers(conversation_id, wanted, keep=keep)
        used: dict[str, int] = {}
        numbers = {}
        for kind, value in wanted:
            used[kind] = numbers[kind, value] = used.get(kind, 0) + 1
        return numbers

    async def _thinking(self, request: ChatRequest) -> Mapping[str, str]:
        signatures = [
            part.signature
            for message in request.messages
            for part in message.parts
            if isinstance(part, ReasoningPart) and part.signature is not None
        ]
        if not signatures or request.conversation_id is None:
            return {}
        return await self._store.thinking(request.conversation_id, signatures)

    async def _keep_signed(self, request: ChatRequest, restorer: AnswerRestorer) -> None:
        while restorer.signed:
            signature, text = restorer.signed.pop()
            if request.conversation_id is not None:
                await self._store.keep_thinking(request.conversation_id, signature, text)
