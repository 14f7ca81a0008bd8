"""The whole application over its real adapters, with a scripted model beside the others."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.aws.demo.account import DemoAccount
from app.bootstrap import build_application
from app.domain.aws import Action, Approval, Consent, PlanConsent, PlanProposal, Proposal
from app.domain.conversation import Conversation, Node
from app.providers.scripted import ScriptedProvider
from app.services.application import Application
from app.services.turn_updates import ActionChanged, NodeAdded, NodeEnded, NodeStreamed, TurnUpdate
from app.system.keyring import MemorySecretStore
from app.system.paths import Paths
from app.system.secret_rules import KingfisherRules


@pytest.fixture
def paths(home: Path, aws_index_folder: Path) -> Paths:
    """The test's own folders, but for the cache, which holds the index of AWS's operations."""
    return Paths(config=home, data=home / "data", cache=aws_index_folder, logs=home / "logs")


@pytest.fixture
def compiled_secret_rules(paths: Paths) -> None:
    """The rules that find secrets lie in the cache that all tests share: whoever sends something to a vendor first
    would wait for them to be compiled, 8 s of a processor's time, which is 27 s on a busy machine.
    """
    KingfisherRules(paths.cache / "secret-rules").find("")


@dataclass
class Answering:
    """A person who answers every proposal with ``grant``, or, where ``hold`` is set, once that event is set."""

    grant: bool = True
    hold: asyncio.Event | None = None
    asked: list[Proposal] = field(default_factory=list)
    plans: list[PlanProposal] = field(default_factory=list)
    is_asked: asyncio.Event = field(default_factory=asyncio.Event)

    async def ask(self, proposal: Proposal) -> Consent:
        self.asked.append(proposal)
        self.is_asked.set()
        if self.hold is not None:
            await self.hold.wait()
        return Consent(granted=self.grant, typed=proposal.confirm_text or "")

    async def ask_plan(self, proposal: PlanProposal) -> PlanConsent:
        self.plans.append(proposal)
        self.is_asked.set()
        if self.hold is not None:
            await self.hold.wait()
        return PlanConsent(approval=Approval.ALL if self.grant else Approval.NONE, typed=proposal.confirm_text or "")


@dataclass
class Told:
    """The updates of a turn, sorted."""

    updates: list[TurnUpdate] = field(default_factory=list)

    async def of(self, updates: AsyncIterator[TurnUpdate]) -> Told:
        async for update in updates:
            self.updates.append(update)
        return self

    @property
    def added(self) -> list[Node]:
        return [update.node for update in self.updates if isinstance(update, NodeAdded)]

    @property
    def ended(self) -> list[Node]:
        return [update.node for update in self.updates if isinstance(update, NodeEnded)]

    @property
    def actions(self) -> list[Action]:
        return [update.action for update in self.updates if isinstance(update, ActionChanged)]

    @property
    def streamed(self) -> list[NodeStreamed]:
        return [update for update in self.updates if isinstance(update, NodeStreamed)]


@dataclass
class Running:
    """An application with a scripted model, and the conversation a test holds with it."""

    app: Application
    model: ScriptedProvider

    async def conversation(self, model: str = "scripted:script", account: str = "demo") -> Conversation:
        from app.domain.conversation import ConversationSettings

        return await self.app.history.create(ConversationSettings(model=model, account=account, region="us-east-1"))

    async def head(self, conversation: Conversation) -> Conversation:
        return (await self.app.history.open(conversation.id)).conversation


@pytest.fixture
async def running(paths: Paths, demo: DemoAccount) -> AsyncIterator[Callable[..., Running]]:
    """Makes applications; each is closed when the test ends. Arguments are those of the scripted provider."""
    made: list[Application] = []

    def make(*turns: object, **more: object) -> Running:
        provider = ScriptedProvider(*turns, **more)  # type: ignore[arg-type]  # passed through
        app = build_application(paths=paths, environ={}, secrets=MemorySecretStore(), providers=[provider], demo=demo)
        made.append(app)
        return Running(app, provider)

    yield make
    for app in made:
        await app.aclose()
