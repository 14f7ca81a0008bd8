"""The one way from a request to a model and back: builds its stages, and alone knows their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain.ports import (
    AnswerCache,
    AnswerStage,
    ChatProvider,
    PrivacyStore,
    SecretRules,
    UsageLog,
)
from app.services.answer_cache import AnswerCacheService
from app.services.forms.stage import FormStage
from app.services.models import ModelService
from app.services.passage import Passage
from app.services.privacy.moderation import ModerationStage
from app.services.privacy.stage import PrivacyStage
from app.services.settings import SettingsService
from app.services.spending.service import SpendingService


@dataclass(frozen=True, kw_only=True)
class AnswerWay:
    """``stages`` are an answer's, the outermost first; ``passage`` is for what is only counted, and for vendors'
    batches. ``spending`` and ``answers`` are what the person sees of two of the stages.
    """

    stages: tuple[AnswerStage, ...]
    passage: Passage
    spending: SpendingService
    answers: AnswerCacheService


def answer_way(
    *,
    settings: SettingsService,
    providers: Callable[[], Mapping[str, ChatProvider]],
    models: Callable[[], ModelService],
    rules: SecretRules,
    hidden: PrivacyStore,
    without_metadata: Callable[[bytes], bytes],
    usage_log: UsageLog,
    kept: AnswerCache,
) -> AnswerWay:
    """``models``: the service that is built over this way; a local model that judges texts is asked through it.

    ``without_metadata`` takes out of a picture what is not the picture.
    """
    privacy = PrivacyStage(
        settings=lambda: settings.current, rules=rules, store=hidden, without_metadata=without_metadata
    )
    moderation = ModerationStage(
        settings=lambda: settings.current, providers=providers, models=models, hidden=privacy.hidden
    )
    spending = SpendingService(usage_log=usage_log, settings=settings)
    answers = AnswerCacheService(kept, settings, providers=providers)
    return AnswerWay(
        # The cache sees what a model would: what is masked and filtered. The log counts what it answered too.
        stages=(FormStage(), spending.budget_stage, moderation, privacy, spending.usage_stage, answers),
        passage=Passage(moderation=moderation, privacy=privacy, spending=spending),
        spending=spending,
        answers=answers,
    )
