"""The services a front end is given, in one value. Built by ``app.bootstrap`` alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from app.domain.ports import LogBook
from app.services.answer_cache import AnswerCacheService
from app.services.attachments import AttachmentService
from app.services.aws import AwsService
from app.services.batch.service import BatchService
from app.services.chat import ChatService
from app.services.corrections import CorrectionService
from app.services.doctor import DoctorService
from app.services.fan_out import FanOut
from app.services.history import HistoryService
from app.services.local_models import LocalModelService
from app.services.measuring import MeasuringService
from app.services.models import ModelService
from app.services.new_chats import NewChats
from app.services.playbooks.service import PlaybookService
from app.services.policy_editing import PolicyEditor
from app.services.presets import PresetService
from app.services.privacy.record import SentRecords
from app.services.prompts import PromptService
from app.services.reporting.report import ProblemReporter
from app.services.safekeeping import SafekeepingService
from app.services.serving.service import ServingService
from app.services.settings import SettingsService
from app.services.sign_in import SignInService
from app.services.spending.service import SpendingService
from app.services.work.tray import WorkTray


@dataclass(frozen=True, kw_only=True)
class Application:
    """Everything a front end may use. ``aclose`` ends children, connections and the database, in that order."""

    settings: SettingsService
    models: ModelService
    local: LocalModelService
    history: HistoryService
    safekeeping: SafekeepingService
    chat: ChatService
    attachments: AttachmentService
    aws: AwsService
    policy: PolicyEditor
    sign_in: SignInService
    fan_out: FanOut
    prompts: PromptService
    playbooks: PlaybookService
    presets: PresetService
    new_chats: NewChats
    corrections: CorrectionService
    doctor: DoctorService
    measuring: MeasuringService
    serving: ServingService
    batch: BatchService
    sent: SentRecords
    spending: SpendingService
    answers: AnswerCacheService
    work: WorkTray
    logs: LogBook
    reporter: ProblemReporter
    aclose: Callable[[], Awaitable[None]]

    @property
    def notices(self) -> Sequence[str]:
        """Sentences for the person about files that are damaged, put aside or of a newer version, so far."""
        return (
            *self.settings.notices,
            *self.history.notices,
            *self.local.notices,
            *self.aws.notices,
            *self.corrections.notices,
            *self.presets.notices,
        )
