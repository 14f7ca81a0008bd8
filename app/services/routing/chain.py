"""Who is asked in one turn, one after the other: the chosen model, then those of the fallback chain that can answer.

Owns the order and what is told of it. Refuses models elsewhere for what is private, and goes on after failures of
models only: never after the person's stop, a budget, a filter, or a request that is itself at fault.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from app.domain.conversation import Node
from app.domain.errors import (
    AccountRefusedError,
    BatonError,
    ContextOverflowError,
    KeyProblemError,
    ModelFileError,
    NotFoundError,
    OutOfMemoryError,
    ProviderFaultError,
    RateLimitedError,
    UnreachableError,
    WorkerDiedError,
)
from app.domain.language import tr
from app.domain.messages import Part, Role, ToolResultPart
from app.domain.models import RULES_MODEL, ModelId, ModelInfo
from app.domain.presets import Preset, applied
from app.domain.routing import Route, RouteFailure
from app.services.aws_tools import was_carried_out
from app.services.models import ModelService
from app.services.routing.router import Choice, Router
from app.services.settings import SettingsService

log = logging.getLogger(__name__)

_ANOTHER_MAY_ANSWER = (
    AccountRefusedError,
    ContextOverflowError,
    KeyProblemError,
    ModelFileError,
    NotFoundError,
    OutOfMemoryError,
    ProviderFaultError,
    RateLimitedError,
    UnreachableError,
    WorkerDiedError,
)


def another_may_answer(fault: BatonError) -> bool:
    """Whether ``fault`` tells something of the model or its provider, and not of the request or the person's wish."""
    if isinstance(fault, ContextOverflowError):
        return not fault.by_choice
    return isinstance(fault, _ANOTHER_MAY_ANSWER)


class Chain:
    """One turn's. ``model`` is whoever is asked now, with ``parameters``. ``wants_images`` and ``offers_aws`` say what
    the turn needs; ``failures`` are those of before it began. ``is_for_once``: the chosen model answers this turn only,
    so that the chat's parameters are not meant for it.
    """

    def __init__(
        self,
        *,
        models: ModelService,
        router: Router,
        settings: SettingsService,
        choice: Choice,
        text: str,
        parameters: Mapping[str, object],
        wants_images: bool,
        offers_aws: bool,
        failures: Sequence[RouteFailure] = (),
        is_for_once: bool = False,
    ) -> None:
        self._models = models
        self._router = router
        self._settings = settings
        self._choice = choice
        self._text = text
        self._wants_images = wants_images
        self._is_for_once = is_for_once
        self._offers_aws = offers_aws
        self._failures = list(failures)
        self._tried = {choice.asked, str(choice.model.id), *(failure.model for failure in failures)}
        self._smallest: int | None = None  # the context that was too small
        self._wanted = dict(parameters)
        self.parameters: Mapping[str, object] = {}
        self._turn_to(choice.model)

    async def begin(self) -> None:
        """Pass over a chosen model whose provider fails again and again, where somebody else can answer."""
        skip = await self._models.skip(self.model.id.provider)
        if skip is None:
            return
        chosen, tried, before = self.model, set(self._tried), list(self._failures)
        self._failures.append(RouteFailure(model=str(chosen.id), why=skip.sentence(datetime.now(UTC))))
        if not await self.go_on():
            self._turn_to(chosen)
            self._tried, self._failures = tried, before

    def failed(self, fault: BatonError) -> None:
        """Note that the model asked now did not answer."""
        self._failures.append(RouteFailure(model=str(self.model.id), why=fault.message))
        if isinstance(fault, ContextOverflowError):
            self._smallest = max(self._smallest or 0, self.model.capabilities.context_tokens or 0)

    async def go_on(self) -> bool:
        """Let the next one be asked; false where there is nobody left."""
        found = await self._next()
        if found is not None:
            self._turn_to(found)
            self._tried.add(str(found.id))
        return found is not None

    async def peek(self) -> str | None:
        """The model that would be asked next."""
        kept = list(self._failures)
        try:
            found = await self._next()
        finally:
            self._failures = kept
        return None if found is None else str(found.id)

    def _turn_to(self, model: ModelInfo) -> None:
        """Ask ``model`` from now on. The one the person asked for gets all of the chat's parameters, and says itself
        which it does not take; of another one the route says what it did not get.
        """
        self.model = model
        self.parameters, self._note = self._wanted, ""
        if self._wanted and (self._is_for_once or str(model.id) != self._choice.asked):
            wanted = Preset(name="", title="", parameters=self._wanted)
            laid = applied(wanted, model.capabilities, model=model.title or str(model.id))
            self.parameters, self._note = laid.parameters, "".join(f" {note}" for note in laid.notes)

    def route(self, *, next_model: str | None = None) -> Route | None:
        """How the answer came to its model; ``None`` where the model that was asked simply answers."""
        choice = self._choice
        if not self._failures and not choice.reason and not self._note and next_model is None:
            return None
        reason = choice.reason
        if self._failures:
            first = self._failures[0]
            said = tr("{model} did not answer: {why}", model=first.model, why=first.why)
            reason = f"{reason} {said}".strip()
        return Route(
            asked=choice.asked,
            reason=(reason + self._note).strip(),
            task=choice.task,
            failures=tuple(self._failures),
            next=next_model,
        )

    def error(self, fault: BatonError) -> str:
        """What to tell the person once nobody is left: one failure as it is, several with who failed and why."""
        if len(self._failures) <= 1:
            return str(fault)
        whys = "\n".join(f"- {failure.model}: {failure.why}" for failure in self._failures)
        remedy = fault.remedy or tr("Try again later, or choose another model.")
        return tr("Nobody could answer. Your message is kept.\n{whys}\n{remedy}", whys=whys, remedy=remedy)

    async def _next(self) -> ModelInfo | None:
        for wanted in await self._order():
            if str(wanted) in self._tried:
                continue
            model = await self._ready(wanted)
            if model is not None:
                return model
        return None

    async def _order(self) -> Sequence[ModelId]:
        configured = self._settings.current.fallback_models
        if configured:
            return [ModelId.parse(item) for item in configured]
        if self._choice.model.is_private:
            return []
        local = await self._router.local_model()
        return [*([local.id] if local is not None else []), RULES_MODEL]

    async def _ready(self, wanted: ModelId) -> ModelInfo | None:
        """``wanted``, if it can take this turn; why it cannot is noted where the person could mend it."""
        try:
            model = await self._models.info(wanted)
            obstacle = await self._obstacle(model)
        except BatonError as error:
            self._pass_over(wanted, error.message)
            return None
        if obstacle is None:
            return model
        if obstacle:
            self._pass_over(wanted, obstacle)
        return None

    async def _obstacle(self, model: ModelInfo) -> str | None:
        """Why ``model`` cannot take this turn, as a sentence; empty: it was never a question; ``None``: it can."""
        if self._choice.is_private and not model.is_private:
            return ""
        if model.id == RULES_MODEL and not (self._offers_aws and await self._router.asks_aws(self._text)):
            return ""
        if not await self._models.has_key(model.id.provider):
            return tr("It has no key.")
        if self._wants_images and not model.capabilities.images:
            return tr("It sees no pictures.")
        context = model.capabilities.context_tokens
        if self._smallest is not None and context is not None and context <= self._smallest:
            return tr("Its context is not larger.")
        skip = await self._models.skip(model.id.provider)
        return None if skip is None else skip.sentence(datetime.now(UTC))

    def _pass_over(self, model: ModelId, why: str) -> None:
        log.info("%s was passed over", model)  # why may quote a vendor
        if not any(failure.model == str(model) for failure in self._failures):
            self._failures.append(RouteFailure(model=str(model), why=why))


def for_rules(path: Sequence[Node]) -> Sequence[Node]:
    """The branch as the offline recogniser is to see it when it takes a turn over.

    What answers its own proposal stands as it is, a fault included: proposed anew, it would fail again. Where something
    was carried out in this turn, up to that result, so that it tells of it and recognises nothing once more; else up to
    the person's message, as if nobody had looked for operations before.
    """
    start = max((place for place, node in enumerate(path) if node.message.role is Role.USER), default=0)
    if path[-1].message.role is Role.TOOL and path[-2].model == str(RULES_MODEL):
        return path
    for place in range(len(path) - 1, start, -1):
        parts = path[place].message.parts
        done = tuple(part for part in parts if path[place].message.role is Role.TOOL and _done(part))
        if done:
            last = replace(path[place], message=replace(path[place].message, parts=done))
            return [*path[:place], last]
    return path[: start + 1]


def _done(part: Part) -> bool:
    return isinstance(part, ToolResultPart) and was_carried_out(part)
