"""The demo account, the catalogue and a gate for tests, with a person who answers as a test says."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

import pytest

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.demo.account import DemoAccount
from app.aws.demo.constants import TOKEN_HEADER
from app.aws.execution.executor import BotoCallExecutor
from app.aws.undo.endings import goes_with
from app.domain.aws import (
    Account,
    AccountKind,
    Action,
    Approval,
    AuditEntry,
    AuditNote,
    Call,
    CallResult,
    Consent,
    Identity,
    Inspection,
    Inverse,
    KnownAccount,
    OperationId,
    Origin,
    Plan,
    PlanConsent,
    PlanProposal,
    PlanRun,
    PolicyQuestion,
    Poll,
    PollState,
    Proposal,
    Ruling,
    Snapshot,
    Waiter,
)
from app.domain.encoding import to_plain
from app.domain.errors import BatonError, NotFoundError
from app.domain.ports import ConversationStore, PolicyStore
from app.domain.settings import Settings
from app.services.orchestration import ActionGate
from app.services.policy import PolicyService
from app.services.settings import SettingsService

DEMO_COMMAND = (sys.executable, "-c", "from app.aws.demo.server import main; raise SystemExit(main())")


@pytest.fixture(scope="session")
def demo_process() -> Iterator[DemoAccount]:
    """One for each runner, as it takes seconds to start; the fixtures below furnish it anew for those who use it."""
    account = DemoAccount(DEMO_COMMAND)
    yield account
    account.close()


@pytest.fixture(scope="module")
def demo_account(demo_process: DemoAccount) -> DemoAccount:
    """As it stands at the start, for a module: what is launched in one must not be counted in another."""
    return furnished_anew(demo_process)


@pytest.fixture
def demo(demo_process: DemoAccount) -> DemoAccount:
    """As it stands at the start, for one test."""
    return furnished_anew(demo_process)


def furnished_anew(account: DemoAccount) -> DemoAccount:
    if account.pid is not None:
        endpoint = account.endpoint()
        request = urllib.request.Request(f"{endpoint.url}/moto-api/reset", method="POST")
        request.add_header(TOKEN_HEADER, endpoint.token)
        with urllib.request.urlopen(request, timeout=60) as answer:
            assert answer.status == 200
    return account


@pytest.fixture(scope="module")
def account_clients(demo_account: DemoAccount) -> Iterator[AccountClients]:
    clients = AccountClients(demo_account)
    yield clients
    clients.close()


@pytest.fixture(scope="module")
def directory(account_clients: AccountClients) -> BotoAccountDirectory:
    return BotoAccountDirectory(account_clients)


@pytest.fixture(scope="module")
def executor(account_clients: AccountClients, directory: BotoAccountDirectory) -> BotoCallExecutor:
    return BotoCallExecutor(account_clients, directory)


def a_call(operation: str, parameters: Mapping[str, object] | None = None, **more: str) -> Call:
    return Call(
        id=OperationId.parse(operation),
        parameters=dict(parameters or {}),
        account=more.get("account", "demo"),
        region=more.get("region", "eu-west-1"),
    )


class MemorySettings:
    """A settings store that keeps nothing on disk."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def load(self) -> Settings:
        return self._settings

    def save(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def notices(self) -> Sequence[str]:
        return ()


@dataclass
class MemoryAudit:
    """An audit log that can be made to fail: ``broken_at`` names the step that cannot be written."""

    broken_at: str = ""
    written: list[tuple[str, str, Mapping[str, object]]] = field(default_factory=list)

    kept: list[AuditEntry] = field(default_factory=list)

    async def append(self, what: str, action_id: str, data: Mapping[str, object], *, at: datetime) -> AuditEntry:
        if what == self.broken_at:
            raise BatonError("The disk is full.", remedy="Free some space.")
        self.written.append((what, action_id, data))
        plain = json.loads(json.dumps(to_plain(data)))
        entry = AuditEntry(
            number=len(self.written), at=at, what=what, action_id=action_id, data=plain, previous="", digest=""
        )
        self.kept.append(entry)
        return entry

    async def append_all(self, notes: Sequence[AuditNote], *, flushed: bool = True) -> None:
        if self.broken_at in [note.what for note in notes]:
            raise BatonError("The disk is full.", remedy="Free some space.")
        for note in notes:
            await self.append(note.what, note.action_id, note.data, at=note.at)

    async def entries(self, *, limit: int | None = None) -> Sequence[AuditEntry]:
        return self.kept[-limit:] if limit else list(self.kept)

    async def verify(self) -> AuditEntry | None:
        return None

    @property
    def steps(self) -> list[str]:
        return [what for what, _, _ in self.written]


@dataclass
class MemoryActions:
    """The part of a conversation store that the gate uses."""

    saved: list[Action] = field(default_factory=list)
    broken: bool = False

    async def save_action(self, action: Action) -> None:
        if self.broken:
            raise BatonError("The disk is full.")
        self.saved.append(action)

    async def actions(self, conversation_id: str) -> Sequence[Action]:
        newest = {action.id: action for action in self.saved if action.conversation_id == conversation_id}
        return list(newest.values())


@dataclass
class StaticAccounts:
    """One real-looking account. ``identities``: who Baton is, at each time of asking (the last one from then on)."""

    identities: list[Identity | BatonError] = field(
        default_factory=lambda: [Identity(account_id="111122223333", arn="arn:aws:iam::111122223333:user/kim")]
    )
    asked: int = 0
    notices: Sequence[str] = ()
    endpoints: tuple[str, ...] = ()

    def accounts(self) -> Sequence[Account]:
        return (
            Account(key="prod", title="prod", kind=AccountKind.PROFILE, region="eu-west-1", endpoints=self.endpoints),
        )

    def default(self) -> Account:
        return self.accounts()[0]

    def account(self, key: str) -> Account:
        if key != "prod":
            raise NotFoundError(f"There is no account {key!r}.")
        return self.accounts()[0]

    def identity(self, key: str, region: str) -> Identity:
        found = self.identities[min(self.asked, len(self.identities) - 1)]
        self.asked += 1
        if isinstance(found, BatonError):
            raise found
        return found

    def known(self, key: str) -> KnownAccount:
        return KnownAccount(account=self.account(key), regions=self.regions(key))

    def regions(self, key: str) -> Sequence[str]:
        return ("eu-west-1", "us-east-1")


@dataclass
class RecordingExecutor:
    """Notes what was executed. ``answers``: what single operations answer instead. ``hold`` makes a call wait until the
    test lets it go on.
    """

    answers: dict[str, CallResult | BatonError] = field(default_factory=dict)
    answer: CallResult | BatonError | Exception = field(default_factory=lambda: CallResult(data={"Ok": True}))
    executed: list[tuple[Call, bool]] = field(default_factory=list)
    hold: threading.Event | None = None
    started: threading.Event = field(default_factory=threading.Event)
    made_ready: threading.Event = field(default_factory=threading.Event)
    was_cancelled: bool = False

    def make_ready(self, call: Call, *, timeout_s: float) -> None:
        self.made_ready.set()

    def execute(
        self, call: Call, *, page_limit: int, timeout_s: float, dry_run: bool, cancelled: Callable[[], bool]
    ) -> CallResult:
        self.executed.append((call, dry_run))
        self.started.set()
        if self.hold is not None:
            assert self.hold.wait(20)
            self.was_cancelled = cancelled()
        answer = self.answers.get(str(call.id), self.answer)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def joined(self, call: Call, earlier: CallResult, later: CallResult) -> CallResult:
        return later

    def waiters(self, call: Call, result: CallResult) -> Sequence[Waiter]:
        return ()

    def poll(self, waiter: Waiter, *, timeout_s: float) -> Poll:
        return Poll(state=PollState.REACHED)


def all_of_it(proposal: PlanProposal) -> PlanConsent:
    return PlanConsent(approval=Approval.ALL, typed=proposal.confirm_text or "")


def each(proposal: PlanProposal) -> PlanConsent:
    return PlanConsent(approval=Approval.EACH)


def none(proposal: PlanProposal) -> PlanConsent:
    return PlanConsent(approval=Approval.NONE)


Answer = Consent | Callable[[Proposal], Consent]


@dataclass
class Person:
    """Answers what the gate asks: each answer once, the last one from then on. Keeps what was shown."""

    answers: list[Answer] = field(default_factory=list)
    shown: list[Proposal] = field(default_factory=list)
    plan_answer: Callable[[PlanProposal], PlanConsent] = none
    plans: list[PlanProposal] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    async def ask(self, proposal: Proposal) -> Consent:
        self.shown.append(proposal)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0)
        self.at_once -= 1
        answer = self.answers[min(len(self.shown) - 1, len(self.answers) - 1)] if self.answers else nobody(proposal)
        return answer if isinstance(answer, Consent) else answer(proposal)

    async def ask_plan(self, proposal: PlanProposal) -> PlanConsent:
        self.plans.append(proposal)
        return self.plan_answer(proposal)


def yes(proposal: Proposal) -> Consent:
    """A person who reads and types what is asked for."""
    return Consent(granted=True, typed=proposal.confirm_text or "")


def no(proposal: Proposal) -> Consent:
    return Consent(granted=False)


def nobody(proposal: Proposal) -> Consent:
    return Consent(granted=False, nobody_there=True)


@dataclass
class KnownResources:
    """An inspector that finds what a test says, by the operation."""

    found: dict[str, Inspection] = field(default_factory=dict)
    asked: list[Call] = field(default_factory=list)

    def inspect(self, call: Call, before: Snapshot) -> Inspection:
        self.asked.append(call)
        return self.found.get(str(call.id), Inspection())


@dataclass
class KnownWaysBack:
    """An undo planner that knows the ways back that a test says, by the operation."""

    ways: dict[str, Callable[[Call], Inverse]] = field(default_factory=dict)
    states: dict[str, Mapping[str, object]] = field(default_factory=dict)
    read: list[str] = field(default_factory=list)

    def before(self, call: Call) -> Snapshot:
        self.read.append(str(call.id))
        return Snapshot(data=self.states.get(str(call.id), {}))

    def prospect(self, call: Call, before: Snapshot) -> str:
        way = self.ways.get(str(call.id))
        return way(call).sentence if way is not None else ""

    def inverse(self, call: Call, before: Snapshot, result: CallResult) -> Inverse | None:
        way = self.ways.get(str(call.id))
        return way(call) if way is not None else None

    def goes_with(self, deletion: Call, other: Call) -> bool:
        return goes_with(deletion, other)


class SayingPolicy(PolicyService):
    """The policy, which says what a test wants instead where it wants that. ``questions``: what it was asked."""

    def __init__(self, settings: SettingsService, store: PolicyStore | None = None) -> None:
        super().__init__(settings, store)
        self.says: Callable[[PolicyQuestion], Ruling | None] = lambda question: None
        self.questions: list[PolicyQuestion] = []

    def ruling(self, question: PolicyQuestion) -> Ruling:
        self.questions.append(question)
        return self.says(question) or super().ruling(question)


@dataclass
class GateWorld:
    """A gate whose every part a test can look at and break."""

    gate: ActionGate
    executor: RecordingExecutor
    audit: MemoryAudit
    actions: MemoryActions
    accounts: StaticAccounts
    settings: SettingsService
    inspector: KnownResources
    undo: KnownWaysBack
    policy: SayingPolicy
    catalogue: BotocoreCatalogue
    changes: list[Action] = field(default_factory=list)
    runs: list[PlanRun] = field(default_factory=list)

    async def submit(
        self,
        operation: str,
        parameters: Mapping[str, object],
        person: Person,
        *,
        region: str = "eu-west-1",
        dry_run: bool = False,
        untrusted: bool = False,
        under_way: asyncio.Semaphore | None = None,
    ) -> Action:
        return await self.gate.submit(
            a_call(operation, parameters, account="prod", region=region),
            origin=Origin.MODEL,
            consent=person,
            on_change=self.changes.append,
            conversation_id="c1",
            dry_run=dry_run,
            untrusted=untrusted,
            under_way=under_way,
        )

    async def submit_plan(
        self, person: Person, *steps: tuple[str, Mapping[str, object]], untrusted: bool = False
    ) -> PlanRun:
        return await self.gate.submit_plan(
            Plan(calls=tuple(a_call(operation, parameters, account="prod") for operation, parameters in steps)),
            origin=Origin.MODEL,
            consent=person,
            on_change=self.hear,
            conversation_id="c1",
            model="scripted:script",
            untrusted=untrusted,
        )

    def hear(self, news: Action | PlanRun) -> None:
        if isinstance(news, Action):
            self.changes.append(news)
        else:
            self.runs.append(news)

    @property
    def ran(self) -> list[str]:
        return [str(call.id) for call in self.calls]

    @property
    def calls(self) -> list[Call]:
        return [call for call, _ in self.executor.executed]


def build_world(
    catalogue: BotocoreCatalogue, settings: Settings | None = None, store: PolicyStore | None = None
) -> GateWorld:
    executor, audit, actions, accounts = RecordingExecutor(), MemoryAudit(), MemoryActions(), StaticAccounts()
    service = SettingsService(MemorySettings(settings or Settings()))
    inspector, undo, policy = KnownResources(), KnownWaysBack(), SayingPolicy(service, store)
    gate = ActionGate(
        catalogue=catalogue,
        accounts=accounts,
        executor=executor,
        audit=audit,
        settings=service,
        conversations=cast("ConversationStore", actions),
        inspector=inspector,
        undo=undo,
        policy=policy,
    )
    return GateWorld(gate, executor, audit, actions, accounts, service, inspector, undo, policy, catalogue)


@pytest.fixture
def world(catalogue: BotocoreCatalogue) -> GateWorld:
    return build_world(catalogue)
