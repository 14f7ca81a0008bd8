"""The window's tests stand on these: a Qt loop that runs asyncio, and real services over a scripted model.

Only the outermost parts are made up: a model that says what a test wrote, and an AWS whose accounts are a list.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QWidget

from app.aws.expressions.findings import JmesPathExpressions
from app.aws.expressions.reader import BotoResultReader
from app.bootstrap import worker_command
from app.domain.aws import (
    Account,
    AccountKind,
    Approval,
    Call,
    CallResult,
    Classification,
    Consent,
    Identity,
    KnownAccount,
    Lookup,
    Match,
    Operation,
    OperationBrief,
    OperationId,
    ParameterShape,
    PlanConsent,
    PlanProposal,
    Poll,
    Proposal,
    Recognition,
    SignInKind,
    SignInPrompt,
    SignInState,
    Waiter,
)
from app.domain.checks import Check, CheckState
from app.domain.errors import AwsCredentialsError, BatonError, NotFoundError
from app.domain.models import Endpoint, EndpointPreset
from app.domain.ports import CodeAsker, FoundSecret, LocalModelStore, ModelHub, SecretRules, SecretStore
from app.domain.settings import Settings
from app.providers.scripted import ScriptedModel, ScriptedProvider, Turn
from app.services.answer_way import answer_way
from app.services.application import Application
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
from app.services.orchestration import ActionGate
from app.services.playbooks.reading import PlaybookReader
from app.services.playbooks.service import PlaybookService
from app.services.policy import PolicyService
from app.services.policy_editing import PolicyEditor
from app.services.presets import PresetService
from app.services.privacy.record import SentRecords
from app.services.prompts import PromptService
from app.services.redaction import redact_text
from app.services.reporting.cleaning import Private
from app.services.reporting.report import ProblemReporter, Surroundings
from app.services.safekeeping import SafekeepingService
from app.services.serving.local_runner import LocalRunner
from app.services.serving.service import ServingService
from app.services.settings import SettingsService
from app.services.sign_in import SignInService
from app.services.work.downloads import DownloadWork
from app.services.work.tray import WorkTray
from app.storage.answer_cache import SqliteAnswerCache
from app.storage.audit import SqliteAuditLog
from app.storage.blobs import SqliteBlobStore
from app.storage.conversations import SqliteConversationStore
from app.storage.database import Database
from app.storage.integrity import integrity_words
from app.storage.keeper import SqliteHistoryKeeper
from app.storage.keys import HistoryKeys
from app.storage.line_files import DiskLineFiles
from app.storage.playbook_files import PlaybookFiles
from app.storage.policy_file import PolicyFile
from app.storage.privacy import SqlitePrivacyStore
from app.storage.prompt_files import PromptFiles
from app.storage.settings_file import TomlSettingsStore
from app.storage.toml_records import corrections_file, presets_file
from app.storage.usage import SqliteUsageLog
from app.system.attachments.picture_metadata import without_metadata
from app.system.attachments.reading import FileReader
from app.system.http_server import LoopbackHttpServer
from app.system.keyring import MemorySecretStore
from app.system.logs import FileLogBook
from tests.looking import NothingFound, NoUndo
from tests.model_files_fake import EmptyHub, MemoryEngine, MemoryModelFiles


class NoCatalogue:
    """AWS with no operation in it: these tests are about the window."""

    notices: Sequence[str] = ()

    def search(self, text: str, *, limit: int = 10) -> Sequence[Match]:
        return ()

    def operation(self, operation: OperationId) -> Operation:
        raise NotFoundError(f"There is no operation {str(operation)!r}.")

    def brief(self, operation: OperationId) -> OperationBrief:
        raise NotFoundError(f"There is no operation {str(operation)!r}.")

    def classify(self, call: Call) -> Classification:
        raise NotFoundError(f"There is no operation {str(call.id)!r}.")

    def warnings(self, call: Call) -> Sequence[str]:
        return ()

    def operations(self) -> Sequence[OperationId]:
        return ()

    def answer_shape(self, operation: OperationId, path: str) -> ParameterShape | None:
        return None

    def value_at(self, path: str, data: object) -> object:
        return None

    def canonical(self, text: str) -> Sequence[OperationId]:
        return ()

    def problems(self, operation: OperationId, parameters: Mapping[str, object]) -> Sequence[str]:
        return ()

    def answers(self, operation: OperationId) -> Sequence[str]:
        return ()


class NoRecogniser:
    def recognise(self, text: str) -> Recognition:
        return Recognition(query=text)

    def candidates(self, lookup: Lookup, answer: Mapping[str, object]) -> Sequence[tuple[str, str]]:
        return ()

    def offer(self, operation: OperationId, parameter: str) -> Lookup | None:
        return None


class ListedAccounts:
    """Two accounts, one of them the demo account. ``asked``: those whose identity was asked for, which starts them."""

    notices: Sequence[str] = ()

    def __init__(self) -> None:
        self.asked: list[str] = []

    def accounts(self) -> Sequence[Account]:
        return (
            Account(key="prod-eu", title="prod-eu", kind=AccountKind.PROFILE, region="eu-west-1"),
            Account(key="demo", title="Demo account", kind=AccountKind.DEMO, region="us-east-1"),
        )

    def default(self) -> Account:
        return self.account("demo")

    def account(self, key: str) -> Account:
        for account in self.accounts():
            if account.key == key:
                return account
        raise NotFoundError(f"There is no account {key!r}.")

    def identity(self, key: str, region: str) -> Identity:
        self.asked.append(key)
        return Identity(account_id="123412341234", arn="arn:aws:iam::123412341234:user/ada", alias="acme-prod")

    def known(self, key: str) -> KnownAccount:
        return KnownAccount(account=self.account(key), regions=self.regions(key))

    def regions(self, key: str) -> Sequence[str]:
        return ("us-east-1", "eu-west-1", "eu-central-1")

    def enabled_regions(self, key: str) -> Sequence[str]:
        return self.regions(key)

    def known_alias(self, key: str) -> str | None:
        return None


class ScriptedSignIn:
    """An IAM Identity Center for ``prod-eu``. ``polls``: what each look at the browser gives, a fault or the seconds to
    wait, ``None`` once confirmed. A role that wants a code has ``device``; ``codes`` are those it was given.
    """

    def __init__(self) -> None:
        self.states: dict[str, SignInState] = {}
        self.polls: list[float | BatonError | None] = []
        self.begun = 0
        self.dropped: list[SignInPrompt] = []
        self.device = "arn:aws:iam::123412341234:mfa/ada"
        self.codes: list[str | None] = []
        self._asker: tuple[CodeAsker, asyncio.AbstractEventLoop] | None = None

    def attend(self, asker: CodeAsker | None, loop: asyncio.AbstractEventLoop) -> None:
        self._asker = (asker, loop) if asker is not None else None

    def state(self, key: str) -> SignInState:
        return self.states.get(key, SignInState(kind=SignInKind.NONE, signed_in=True))

    def begin(self, key: str) -> SignInPrompt:
        self.begun += 1
        until = datetime.now(UTC) + timedelta(minutes=10)
        return SignInPrompt(
            account=key, address="https://acme.awsapps.example/device?code=WXYZ", code="WXYZ-BCDF", expires_at=until
        )

    def poll(self, prompt: SignInPrompt) -> float | None:
        if not self.polls:
            return 0.01
        told = self.polls.pop(0)
        if isinstance(told, BatonError):
            raise told
        if told is None:
            later = datetime.now(UTC) + timedelta(hours=8)
            self.states[prompt.account] = SignInState(kind=SignInKind.SSO, signed_in=True, expires_at=later)
        return told

    def drop(self, prompt: SignInPrompt) -> None:
        self.dropped.append(prompt)

    def refresh(self, key: str) -> None:
        assert self._asker is not None
        asker, loop = self._asker
        account = Account(key=key, title=key, kind=AccountKind.PROFILE)
        code = asyncio.run_coroutine_threadsafe(asker.ask_code(account, self.device), loop).result(20)
        self.codes.append(code)
        if code is None:
            raise AwsCredentialsError(f"{key!r} needs an MFA code, and none was given.")
        self.states[key] = SignInState(kind=SignInKind.MFA, signed_in=True)


class NoRules:
    """A catalogue of secrets with nothing in it: Baton's own patterns find what the tests hide."""

    is_ready = True

    def find(self, _text: str) -> Sequence[FoundSecret]:
        return ()


class NoExecutor:
    def make_ready(self, call: Call, *, timeout_s: float) -> None:
        pass

    def execute(
        self, call: Call, *, page_limit: int, timeout_s: float, dry_run: bool, cancelled: Callable[[], bool]
    ) -> CallResult:
        raise NotFoundError("Nothing can be called here.")

    def joined(self, call: Call, earlier: CallResult, later: CallResult) -> CallResult:
        return later

    def waiters(self, call: Call, result: CallResult) -> Sequence[Waiter]:
        return ()

    def poll(self, waiter: Waiter, *, timeout_s: float) -> Poll:
        raise NotFoundError("Nothing can be called here.")


class KeyedProvider(ScriptedProvider):
    """A vendor that wants a key."""

    needs_key = True


@dataclass
class Asked:
    """A person's answers to what the gate asks: what was asked, and the answer to give."""

    proposals: list[Proposal] = field(default_factory=list)
    granted: bool = False

    async def ask(self, proposal: Proposal) -> Consent:
        self.proposals.append(proposal)
        return Consent(granted=self.granted)

    async def ask_plan(self, proposal: PlanProposal) -> PlanConsent:
        return PlanConsent(approval=Approval.ALL if self.granted else Approval.NONE, typed=proposal.confirm_text or "")


def nameless(top: QWidget) -> list[str]:
    """What in ``top`` can be seen and takes the focus, but says to a screen reader nothing of what it is."""
    found = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if isinstance(widget.parentWidget(), QAbstractSpinBox):
            continue  # a spin box's own field: the box speaks for it
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text):
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}")
    return found


def build_test_application(
    folder: Path,
    turns: Sequence[Turn] | Callable[[Any], Turn] = (),
    *,
    models: Sequence[ScriptedModel] = (ScriptedModel(),),
    keyring_problem: str | None = None,
    well_known: Sequence[EndpointPreset] = (),
    local_servers: Callable[[], Awaitable[Sequence[Endpoint]]] | None = None,
    files: LocalModelStore | None = None,
    hub: ModelHub | None = None,
    elsewhere: bool = False,
    rules: SecretRules | None = None,
    sign_in: ScriptedSignIn | None = None,
    keyring: SecretStore | None = None,
) -> Application:
    """Real services and storage under ``folder``; the default model is ``scripted:script``. ``elsewhere``:
    there is ``cloud:script`` too, which answers the same and does not run on this machine. ``keyring``: where the key
    of an encrypted history is.
    """
    settings_file = TomlSettingsStore(folder / "settings.toml")
    if not (folder / "settings.toml").exists():
        settings_file.save(replace(Settings(), model_titles=False))  # a scripted model answers what it is asked next
    settings = SettingsService(settings_file)
    database = Database(folder / "baton.db", HistoryKeys(keyring or MemorySecretStore()))
    conversations = SqliteConversationStore(database)
    audit = SqliteAuditLog(database)
    blobs = SqliteBlobStore(database)
    attachments = AttachmentService(reader=FileReader(worker_command("pdf-text")), blobs=blobs)
    accounts, catalogue = ListedAccounts(), NoCatalogue()
    policy_file = PolicyFile(folder / "policy.toml", catalogue.canonical)
    policy = PolicyService(settings, policy_file)
    gate = ActionGate(
        catalogue=catalogue,
        accounts=accounts,
        executor=NoExecutor(),
        audit=audit,
        settings=settings,
        conversations=conversations,
        inspector=NothingFound(),
        undo=NoUndo(),
        policy=policy,
    )
    aws = AwsService(
        catalogue=catalogue,
        recogniser=NoRecogniser(),
        accounts=accounts,
        gate=gate,
        audit=audit,
        settings=settings,
        results=BotoResultReader(),
    )
    providers = {
        "scripted": ScriptedProvider(turns, models=models),
        "keyed": KeyedProvider(turns, name="keyed", title="Keyed vendor", is_private=False),
    }
    corrections = CorrectionService(corrections_file(folder / "models.toml"))
    named = providers | {"cloud": ScriptedProvider(turns, name="cloud", title="Elsewhere", is_private=False)}
    privacy_store = SqlitePrivacyStore(database)
    way = answer_way(
        settings=settings,
        providers=lambda: named if elsewhere else providers,
        models=lambda: service,
        rules=rules or NoRules(),
        without_metadata=without_metadata,
        hidden=privacy_store,
        usage_log=SqliteUsageLog(database),
        kept=SqliteAnswerCache(database),
    )
    service = ModelService(
        settings=settings,
        secrets=MemorySecretStore(problem=keyring_problem),
        providers=lambda: named if elsewhere else providers,
        well_known=well_known,
        correct=corrections.correct,
        local_servers=local_servers,
        other_keys={"huggingface": "Hugging Face (downloads)"},
        environ={},
        stages=way.stages,
        outgate=way.passage,
    )
    files, engine = files or MemoryModelFiles(), MemoryEngine()
    local = LocalModelService(store=files, hub=hub or EmptyHub(), engine=engine, settings=settings)
    work = WorkTray()
    logs = FileLogBook(folder / "logs" / "baton.log", lambda text: redact_text(text).text)
    doctor = DoctorService([("display", lambda: Check(name="display", state=CheckState.OK, finding="Works."))])
    DownloadWork(work, local.downloads)
    serving = ServingService(
        server=LoopbackHttpServer(),
        keys=MemorySecretStore(),
        runner=LocalRunner(models=service, store=files, engine=engine, settings=settings),
        settings=settings,
    )

    presets = PresetService(presets_file(folder / "presets.toml"))
    fan_out = FanOut(aws=aws, accounts=accounts, catalogue=catalogue, conversations=conversations, settings=settings)
    chat = ChatService(
        store=conversations,
        models=service,
        aws=aws,
        settings=settings,
        sent=privacy_store,
        attachments=attachments,
        gathering=fan_out,
    )

    async def aclose() -> None:
        await serving.stop()
        await local.aclose()
        await database.aclose()

    return Application(
        settings=settings,
        models=service,
        local=local,
        serving=serving,
        spending=way.spending,
        answers=way.answers,
        batch=BatchService(
            models=service, local=local, files=DiskLineFiles(), passage=way.passage, route=chat.router.model_for
        ),
        history=HistoryService(conversations, blobs),
        safekeeping=SafekeepingService(SqliteHistoryKeeper(database), settings),
        chat=chat,
        sent=SentRecords(privacy_store),
        attachments=attachments,
        aws=aws,
        policy=PolicyEditor(
            policy=policy,
            store=policy_file,
            catalogue=catalogue,
            accounts=accounts,
            audit=audit,
        ),
        sign_in=SignInService(sign_in or ScriptedSignIn()),
        fan_out=fan_out,
        presets=presets,
        new_chats=NewChats(presets=presets, models=service, settings=settings),
        corrections=corrections,
        playbooks=PlaybookService(
            PlaybookReader(PlaybookFiles(folder / "shipped", folder / "playbooks"), catalogue, JmesPathExpressions()),
            aws,
            JmesPathExpressions(),
        ),
        prompts=PromptService(PromptFiles(folder / "shipped", folder / "prompts"), presets),
        doctor=doctor,
        measuring=MeasuringService({}, lambda: None),
        work=work,
        logs=logs,
        reporter=ProblemReporter(
            surroundings=lambda: Surroundings(facts={"Baton": "test"}, private=Private()),
            integrity=lambda: integrity_words(folder / "baton.db", database.keys),
            doctor=doctor,
            settings=settings,
            accounts=accounts,
            logs=logs,
            work=work,
        ),
        aclose=aclose,
    )


@pytest.fixture
def qt_loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """A Qt event loop that runs asyncio too; ``qt_loop.run_until_complete`` drives a test."""
    import qasync  # type: ignore[import-untyped]  # it ships no types

    loop = qasync.QEventLoop(qapp)
    qapp.setQuitOnLastWindowClosed(False)
    asyncio.set_event_loop(loop)
    yield loop
    loop.run_until_complete(loop.shutdown_asyncgens())
    asyncio.set_event_loop(None)
    loop.close()
    # Qt does not survive timers that end on another thread, where Python may well collect a closed loop.
    loop._timer.setParent(qapp)
    qapp.setQuitOnLastWindowClosed(True)


async def until(holds: Callable[[], object], *, within_s: float = 20.0) -> None:
    """Let the loop run until ``holds()`` is true; fails the test where it never is."""
    async with asyncio.timeout(within_s):
        while not holds():  # noqa: ASYNC110  (what Qt shows raises no event)
            await asyncio.sleep(0.005)


async def settled() -> None:
    """Let Qt do what it has put off. Within a task, ``processEvents`` would step into other tasks, which asyncio does
    not allow: what wakes them is lost, and they wait for ever.
    """
    for _ in range(3):
        await asyncio.sleep(0)
