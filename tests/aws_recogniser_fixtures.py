"""The recogniser over the run's catalogue, at a fixed noon, so that "last month" is always the same month."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.recogniser import OfflineRecogniser

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def recogniser(catalogue: BotocoreCatalogue) -> OfflineRecogniser:
    return OfflineRecogniser(catalogue, now=lambda: NOON)
