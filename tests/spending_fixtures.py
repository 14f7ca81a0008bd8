"""Services over a scripted model that costs something, a real usage log and a clock that a test sets."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.domain.messages import Message
from app.domain.models import Capabilities, ModelId, Price
from app.domain.parameters import MAX_TOKENS, TEMPERATURE
from app.domain.ports import ChatRequest
from app.domain.spending import Terms, UsageBy
from app.domain.stream import StreamEvent
from app.providers.scripted import ScriptedModel, ScriptedProvider
from app.services.answer_cache import AnswerCacheService
from app.services.forms.stage import FormStage
from app.services.models import ModelService
from app.services.settings import SettingsService
from app.services.spending.service import SpendingService
from app.storage.answer_cache import SqliteAnswerCache
from app.storage.database import Database
from app.storage.settings_file import TomlSettingsStore
from app.storage.usage import SqliteUsageLog
from app.system.keyring import MemorySecretStore

BERLIN = ZoneInfo("Europe/Berlin")
PRICE = Price(input=10.0, output=100.0, cached_input=1.0)  # a token read is $0.00001, one written $0.0001
CAPABILITIES = Capabilities(context_tokens=100_000, parameters=(TEMPERATURE, MAX_TOKENS))


@dataclass
class Calendar:
    """The person's clock, which stands still until it is set."""

    now: datetime = datetime(2026, 11, 26, 12, 0, tzinfo=BERLIN)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class Desk:
    """Everything that a request passes, over one file. ``warned`` has what the person was told."""

    models: ModelService
    spending: SpendingService
    answers: AnswerCacheService
    settings: SettingsService
    provider: ScriptedProvider
    calendar: Calendar
    database: Database
    warned: list[str] = field(default_factory=list)

    async def ask(self, text: str = "hello", *, model: str = "script", **more: object) -> list[StreamEvent]:
        """The events of one request; ``more`` are fields of it."""
        request = ChatRequest(model=model, messages=(Message.user(text),), **more)  # type: ignore[arg-type]
        source = self.models.stream(ModelId("scripted", model), request)
        async with aclosing(source) as events:  # type: ignore[type-var]
            return [event async for event in events]

    async def spent_usd(self, conversation_id: str | None = None) -> tuple[float, float, float]:
        """Today, this month, and a chat."""
        spent = (await self.spending.standing(Terms(conversation_id=conversation_id))).spent
        return spent.today.cost_usd, spent.month.cost_usd, spent.chat.cost_usd

    async def rows(self) -> list[dict[str, object]]:
        """What the log holds, column by column."""

        def read(at: object) -> list[dict[str, object]]:
            found = at.execute("SELECT * FROM usage ORDER BY number")  # type: ignore[attr-defined]
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

        return await self.database.read(read)

    async def report(self, by: UsageBy) -> Sequence[tuple[str, int, float]]:
        """Keys with their requests and costs."""
        lines, _ = await self.spending.report(by)
        return [(line.key, line.spent.requests, round(line.spent.cost_usd, 9)) for line in lines]


@pytest.fixture
async def desk_of(tmp_path: Path) -> AsyncIterator[Callable[..., Desk]]:
    """Makes desks over one database and one settings file: several of them are several Batons at once."""
    opened: list[Database] = []
    calendar = Calendar()

    def make(
        *turns: object,
        price: Price | None = PRICE,
        is_private: bool = False,
        capabilities: Capabilities = CAPABILITIES,
        **values: object,
    ) -> Desk:
        path = tmp_path / "settings.toml"
        if values:
            path.write_text("".join(f"{name} = {_toml(value)}\n" for name, value in values.items()))
        settings = SettingsService(TomlSettingsStore(path))
        database = Database(tmp_path / "baton.db")
        opened.append(database)
        models = [ScriptedModel(name=name, price=price, capabilities=capabilities) for name in ("script", "other")]
        script = turns[0] if len(turns) == 1 and callable(turns[0]) else turns
        provider = ScriptedProvider(script, models=models, is_private=is_private)  # type: ignore[arg-type]
        spending = SpendingService(usage_log=SqliteUsageLog(database), settings=settings, now=calendar)
        answers = AnswerCacheService(SqliteAnswerCache(database), settings, now=calendar)
        service = ModelService(
            settings=settings,
            secrets=MemorySecretStore(),
            providers=lambda: {"scripted": provider},
            stages=(FormStage(), spending.budget_stage, spending.usage_stage, answers),
        )
        desk = Desk(service, spending, answers, settings, provider, calendar, database)
        spending.listen(desk.warned.append)
        return desk

    yield make
    for database in opened:
        await database.aclose()


def _toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)
