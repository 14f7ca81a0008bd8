"""Counting a request's tokens by its vendor: cheap, masked as an answer's request is, and never worth failing for."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import UnsupportedError
from app.domain.models import ModelId
from app.domain.ports import ChatProvider
from app.services.answer_way import answer_way
from app.services.models import ModelService
from app.services.settings import SettingsService
from app.storage.answer_cache import SqliteAnswerCache
from app.storage.database import Database
from app.storage.privacy import SqlitePrivacyStore
from app.storage.settings_file import TomlSettingsStore
from app.storage.usage import SqliteUsageLog
from app.system.attachments.picture_metadata import without_metadata
from app.system.keyring import MemorySecretStore
from tests.provider_fixtures import KEY, Makers, ask
from tests.ui_fixtures import NoRules
from tests.vendor_servers import Failure, VendorServer

MODELS = {"anthropic": ModelId("anthropic", "claude-opus-5-5"), "openai": ModelId("openai", "gpt-6-sol")}


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """The service's clock."""
    return Clock()


@pytest.fixture
def settings(tmp_path: Path) -> SettingsService:
    """The person's settings."""
    return SettingsService(TomlSettingsStore(tmp_path / "settings.toml"))


@pytest.fixture
def service(
    tmp_path: Path, settings: SettingsService, makers: Makers, vendor_server: VendorServer, clock: Clock
) -> ModelService:
    """The service over both vendors with a counter, and one without. Nothing here opens the database."""
    made: list[ChatProvider] = makers.all(vendor_server)
    secrets = MemorySecretStore()
    for provider in made:
        secrets.set(provider.name, KEY)
    providers = {provider.name: provider for provider in made}
    database = Database(tmp_path / "baton.db")
    way = answer_way(
        settings=settings,
        providers=lambda: providers,
        models=lambda: models,
        rules=NoRules(),
        without_metadata=without_metadata,
        hidden=SqlitePrivacyStore(database),
        usage_log=SqliteUsageLog(database),
        kept=SqliteAnswerCache(database),
    )
    models = ModelService(
        settings=settings, secrets=secrets, providers=lambda: providers, outgate=way.passage, clock=clock
    )
    return models


@pytest.mark.parametrize("vendor", sorted(MODELS))
async def test_a_vendor_counts_what_would_be_sent(
    service: ModelService, vendor_server: VendorServer, vendor: str
) -> None:
    secret = "AKIAIOSFODNN7" + "EXAMPLE"
    assert await service.count_tokens(MODELS[vendor], ask(f"my key is {secret}")) == 42
    sent = vendor_server.chats[-1].body
    assert sent["model"] == MODELS[vendor].name
    assert secret not in str(sent)


@pytest.mark.parametrize("vendor", sorted(MODELS))
async def test_a_counter_that_fails_is_left_alone_for_a_minute_and_fails_nothing(
    service: ModelService, vendor_server: VendorServer, clock: Clock, vendor: str
) -> None:
    vendor_server.count = Failure(500, "boom")
    assert await service.count_tokens(MODELS[vendor], ask()) is None
    asked = len(vendor_server.chats)
    vendor_server.count = 7
    assert await service.count_tokens(MODELS[vendor], ask()) is None
    assert len(vendor_server.chats) == asked
    clock.now += 61
    assert await service.count_tokens(MODELS[vendor], ask()) == 7


async def test_what_the_persons_filter_holds_back_is_not_sent_to_be_counted(
    service: ModelService, settings: SettingsService, vendor_server: VendorServer
) -> None:
    await settings.change({"moderation": "words", "moderation_words": "nasty"})
    assert await service.count_tokens(MODELS["anthropic"], ask("something nasty")) is None
    assert vendor_server.chats == []


async def test_where_nobody_counts_there_is_no_count(service: ModelService, vendor_server: VendorServer) -> None:
    assert await service.count_tokens(ModelId("groq", "llama-3.3-70b"), ask()) is None
    assert vendor_server.chats == []


async def test_a_parameter_that_is_none_is_told_as_it_would_be_for_an_answer(service: ModelService) -> None:
    with pytest.raises(UnsupportedError):
        await service.count_tokens(MODELS["openai"], ask(parameters={"nonsense": 1}))


@pytest.mark.parametrize("vendor", sorted(MODELS))
async def test_the_context_of_a_vendors_model_is_what_is_known_of_it_and_asks_nobody(
    service: ModelService, vendor_server: VendorServer, vendor: str
) -> None:
    provider = service._providers()[vendor]
    info = provider.unlisted(MODELS[vendor].name)  # type: ignore[attr-defined]
    assert await service.context_tokens(info) == info.capabilities.context_tokens
    assert vendor_server.requests == []
