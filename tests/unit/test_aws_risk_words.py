"""Why an operation is what it is, in the person's language: from the index, and from the file of facts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.catalogue.index import said_reasons
from app.aws.data import data_text
from app.aws.risk.fact_reasons import FACT_REASONS
from app.domain import language
from app.domain.aws import OperationId


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language.use(None)


def test_translators_find_the_reason_of_every_fact() -> None:
    facts = tomllib.loads(data_text("risk.toml"))["facts"]
    assert list(FACT_REASONS) == list(dict.fromkeys(fact["reason"] for fact in facts))


def test_the_reasons_that_the_index_keeps_are_said_in_the_language_of_who_reads_them(aws_index_folder: Path) -> None:
    language.use(lambda text, about, count: f"⟦{text}⟧")
    reading = BotocoreCatalogue(aws_index_folder)
    terminate = reading.brief(OperationId("ec2", "TerminateInstances")).classification.reasons
    secret = reading.brief(OperationId("secretsmanager", "GetSecretValue")).classification.reasons
    reading.close()
    assert "⟦IAM calls ec2:TerminateInstances Write.⟧" in terminate
    assert secret[0] == "⟦It hands out a secret's value.⟧"
    assert all(reason.startswith("⟦") for reason in (*terminate, *secret))


def test_a_damaged_reason_of_the_index_stays_as_it_stands_there() -> None:
    language.use(lambda text, about, count: f"⟦{text}⟧")
    column = '[["IAM calls it Write.", ["IAM calls {action} {level}.", "", -1, {"action": "it"}]], ["Bare."], "Plain."]'
    assert list(said_reasons(column)) == ["IAM calls it Write.", "['Bare.']", "Plain."]
