"""Chooses who answers a message: by the person's rules, and never a model elsewhere for what is private.

Owns the way from a task to a model. Refuses to send anything, and to fall back from privacy to anything else.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from app.domain.conversation import NO_AWS, Conversation, Node
from app.domain.errors import BatonError, NotAllowedError, NotFoundError
from app.domain.language import marked, tr
from app.domain.messages import Role
from app.domain.models import AUTO, RULES_MODEL, ModelId, ModelInfo
from app.domain.numerals import number
from app.domain.routing import Task
from app.services.aws import AwsService
from app.services.models import ModelService
from app.services.routing.classify import KEPT_HERE, Judgement, asks_aws, classify, private_words
from app.services.settings import SettingsService
from app.services.token_estimates import text_tokens

log = logging.getLogger(__name__)

TASK_WORDS = {
    Task.AWS: marked("AWS request"),
    Task.CODE: marked("Code"),
    Task.LONG: marked("Long text"),
    Task.IMAGE: marked("Picture"),
    Task.PRIVATE: marked("Private"),
    Task.CHAT: marked("Everything else"),
}
"""What people read for a task."""

_EARLIER = marked("an earlier message of this chat was private")
_FULL = 0.75  # of a context, from which a text counts as long
_FOLLOW_UP_WORDS = 12
_FOLLOW_UP = re.compile(
    r"^\W*(?:and|also|now|then|yes|no|ok(?:ay)?|do it|go on|the (?:first|second|last|other)|it|them|that|those|same|"
    r"only)\b|^\W*\S{1,80}\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """Who is to answer. ``asked``: the id the person chose, ``auto`` included. ``reason``: one sentence why this model,
    or empty where it is simply the one that was asked. ``is_private``: only models on this machine may be asked.
    """

    asked: str
    model: ModelInfo
    reason: str = ""
    task: Task | None = None
    is_private: bool = False


class Router:
    """Chooses models; the same message gets the same choice as long as settings and models stay as they are."""

    def __init__(self, *, models: ModelService, aws: AwsService, settings: SettingsService) -> None:
        self._models = models
        self._aws = aws
        self._settings = settings

    async def explain(self, text: str) -> Choice:
        """Who would answer ``text`` in a new chat whose model is chosen automatically. Raises as :meth:`choose`."""
        judged = await self._judge(text)
        return await self._by_rules(judged, text, tokens=text_tokens(text), offers_aws=True)

    async def model_for(self, text: str) -> ModelInfo:
        """The model that would answer ``text``, with no tools. Raises as :meth:`choose`."""
        return (await self._by_rules(await self._judge(text), text, tokens=text_tokens(text), offers_aws=False)).model

    async def judge(self, text: str) -> Judgement:
        """What ``text`` is taken to be about."""
        return await self._judge(text)

    async def choose(
        self, conversation: Conversation, path: Sequence[Node], *, asked: str | None = None, stays_private: bool = False
    ) -> Choice:
        """Who answers the newest message of ``path``; ``asked`` instead of the conversation's model. ``stays_private``:
        it was found to be private before. What the person's own words keep on this machine stays here whichever model
        was chosen; a secret alone decides only where nobody was, since secrets are masked before anything leaves.

        Raises ``NotAllowedError`` where nothing private can answer what must not leave this machine, ``UsageError`` and
        ``NotFoundError`` for a model that is none.
        """
        asked = asked or conversation.settings.model or self._settings.current.default_model
        question = next((node for node in reversed(path) if node.message.role is Role.USER), None)
        text = "" if question is None else question.message.text
        wanted = ModelId.parse(asked)
        why_private = tr("it is private") if stays_private else _why_private(conversation, path)
        own = conversation.settings.system_prompt
        system = self._settings.current.system_prompt if own is None else own
        why_private = why_private or await asyncio.to_thread(_asked_for_privacy, path, question, system)
        offers_aws = conversation.settings.account != NO_AWS
        if wanted != AUTO:
            info = await self._models.info(wanted)
            if not why_private or info.is_private:
                return Choice(asked=asked, model=info, is_private=bool(why_private))
            chosen = await self._private(Judgement(task=Task.PRIVATE, reason=why_private), text, offers_aws=offers_aws)
            return Choice(
                asked=asked,
                model=chosen.model,
                reason=tr("{model} is not on this machine, and {reason}.", model=asked, reason=why_private),
                task=Task.PRIVATE,
                is_private=True,
            )
        tokens = sum(text_tokens(node.message.text) for node in path)
        if why_private:
            return await self._private(Judgement(task=Task.PRIVATE, reason=why_private), text, offers_aws=offers_aws)
        judged = await self._judge(text, question, path)
        return await self._by_rules(judged, text, tokens=tokens, offers_aws=offers_aws)

    async def asks_aws(self, text: str) -> bool:
        """Whether the offline recogniser alone can make a call of ``text``."""
        return await asyncio.to_thread(asks_aws, text, self._aws.recognise_now)

    async def local_model(self) -> ModelInfo | None:
        """The model on this machine that answers where nobody named one; ``None`` where there is none."""
        listed = await self._models.listed("local")
        return listed[0] if listed else None

    async def _judge(self, text: str, question: Node | None = None, path: Sequence[Node] = ()) -> Judgement:
        judged = await asyncio.to_thread(
            classify,
            text,
            () if question is None else question.message.attachments,
            recognise=self._aws.recognise_now,
            secrets_are_private=self._settings.current.route_secrets_private,
        )
        if judged.task is not Task.CHAT or len(text.split()) > _FOLLOW_UP_WORDS or not _FOLLOW_UP.search(text):
            return judged
        before = next((node.route for node in reversed(path) if node.route is not None and node.route.task), None)
        if before is not None and before.task in (Task.AWS, Task.CODE):
            return Judgement(task=before.task, reason=tr("it goes on with what was asked before"))
        return judged

    async def _by_rules(self, judged: Judgement, text: str, *, tokens: int, offers_aws: bool) -> Choice:
        if judged.task is Task.PRIVATE:
            return await self._private(judged, text, offers_aws=offers_aws)
        if judged.task is Task.AWS and not offers_aws:
            judged = Judgement(task=Task.CHAT, reason=tr("AWS is switched off in this chat"))
        model, note = await self._ruled(judged.task, text, offers_aws=offers_aws)
        room = model.capabilities.context_tokens
        if room is not None and tokens > room * _FULL and judged.task is not Task.IMAGE:
            longer = await self.usable(self._settings.current.route_long)
            if longer is not None and (longer.capabilities.context_tokens or 0) > room:
                reason = tr(
                    "it takes about {tokens} tokens, too many for {model}", tokens=number(tokens), model=model.id
                )
                return _chosen(Judgement(task=Task.LONG, reason=reason), longer, "")
        return _chosen(judged, model, note)

    async def _ruled(self, task: Task, text: str, *, offers_aws: bool) -> tuple[ModelInfo, str]:
        settings = self._settings.current
        own = self._rule(task)
        note = ""
        for wanted in dict.fromkeys((own, settings.route_chat, settings.default_model)):
            model = await self.usable(wanted)
            if model is None:
                if wanted and wanted == own:
                    note = " " + tr("{model} is set for it and cannot be used.", model=own)
                continue
            if task is Task.IMAGE and not model.capabilities.images:
                note = note or " " + tr("{model} sees no pictures.", model=model.id)
                continue
            if model.id == RULES_MODEL and wanted != own and not (offers_aws and await self.asks_aws(text)):
                continue  # it cannot chat, and was not set for this
            return model, note
        note = note or " " + tr("No model is set for it in Settings > Routing.")
        return await self._whoever(task, text, offers_aws=offers_aws), note

    async def _whoever(self, task: Task, text: str, *, offers_aws: bool) -> ModelInfo:
        """Nobody was named: what is on this machine, else what a key is there for."""
        local = await self.local_model()
        if local is not None and (task is not Task.IMAGE or local.capabilities.images):
            return local
        for model in await self._others():
            if task is not Task.IMAGE or model.capabilities.images:
                return model
        if offers_aws and (task is Task.AWS or await self.asks_aws(text)):
            return await self._models.info(RULES_MODEL)
        raise NotFoundError(
            tr("There is no model that sees pictures.")
            if task is Task.IMAGE
            else tr("There is no model that can answer this."),
            remedy=tr(
                "Set a key (baton keys set PROVIDER, or Settings > Keys), or get a local model "
                "(Settings > Model files)."
            ),
        )

    async def _private(self, judged: Judgement, text: str, *, offers_aws: bool) -> Choice:
        settings = self._settings.current
        rules = (settings.route_private, settings.route_chat, settings.default_model)
        for wanted in dict.fromkeys(rules):
            model = await self.usable(wanted)
            if model is not None and model.is_private and model.id != RULES_MODEL:
                return _chosen(judged, model, "", is_private=True)
        local = await self.local_model()
        if local is not None and local.is_private:
            return _chosen(judged, local, "", is_private=True)
        for model in await self._others():
            if model.is_private:  # a server of models on this machine, say
                return _chosen(judged, model, "", is_private=True)
        if offers_aws and await self.asks_aws(text):
            return _chosen(judged, await self._models.info(RULES_MODEL), "", is_private=True)
        raise NotAllowedError(
            tr("Nothing was sent: {reason}, and there is no model here that could answer.", reason=judged.reason),
            remedy=tr(
                "Get a local model (Settings > Model files, or: baton models pull REPOSITORY), or "
                "ask without keeping it private."
            ),
        )

    async def _others(self) -> Sequence[ModelInfo]:
        """Every model that can be used now and can chat, as its provider lists it."""
        statuses = await self._models.statuses()
        return [model for status in statuses for model in status.models if model.id != RULES_MODEL]

    def _rule(self, task: Task) -> str:
        settings = self._settings.current
        match task:
            case Task.AWS:
                return settings.route_aws
            case Task.CODE:
                return settings.route_code
            case Task.LONG:
                return settings.route_long
            case Task.IMAGE:
                return settings.route_image
            case Task.PRIVATE:
                return settings.route_private
            case Task.CHAT:
                return settings.route_chat
            case _:
                assert_never(task)

    async def usable(self, wanted: str) -> ModelInfo | None:
        """The model ``wanted``, if it is named, there, and its provider has the key it needs."""
        if not wanted:
            return None
        try:
            model = ModelId.parse(wanted)
            if model == AUTO or not await self._models.has_key(model.provider):
                return None
            return await self._models.info(model)
        except BatonError as error:
            log.info("the rule for %s was passed over: %s", wanted, error.fault_kind)
            return None


def _chosen(judged: Judgement, model: ModelInfo, note: str, *, is_private: bool = False) -> Choice:
    reason = tr("{task}: {reason}.", task=tr(TASK_WORDS[judged.task]), reason=judged.reason) + note
    return Choice(asked=str(AUTO), model=model, reason=reason, task=judged.task, is_private=is_private)


def _why_private(conversation: Conversation, path: Sequence[Node]) -> str:
    """Why nothing of this branch may leave the machine, as a clause; empty where it may.

    A private message stays private in every later request, since the whole branch is sent.
    """
    if conversation.settings.private:
        return tr("this chat is private")
    if any(node.route is not None and node.route.task is Task.PRIVATE for node in path[:-1]):
        return tr(_EARLIER)
    return ""


def _asked_for_privacy(path: Sequence[Node], question: Node | None, system: str) -> str:
    """Why the person's own words keep this branch here, as a clause; empty where they do not.

    Words of an earlier message count too (it went to a model here, perhaps, and now it would leave), and those of the
    system prompt, which holds for every message.
    """
    if private_words(system) or (question is not None and private_words(question.message.text)):
        return tr(KEPT_HERE)
    earlier = [node for node in path if node.message.role is Role.USER and node is not question]
    return tr(_EARLIER) if any(private_words(node.message.text) for node in earlier) else ""
