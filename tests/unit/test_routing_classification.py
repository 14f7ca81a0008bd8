"""What messages are taken to be about: a labelled set, half of it never looked at while the rules were written."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.recogniser import OfflineRecogniser
from app.domain.aws import Recognition
from app.domain.messages import AttachmentPart
from app.domain.routing import Task
from app.services.routing.classify import Judgement, classify, private_words

SENTENCES = Path(__file__).parent.parent / "data" / "routing.jsonl"


@cache
def sentences() -> list[dict[str, Any]]:
    return [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def recogniser(aws_index_folder: Path) -> OfflineRecogniser:
    return OfflineRecogniser(BotocoreCatalogue(aws_index_folder))


def nothing(text: str) -> Recognition:
    return Recognition(query=text)


@pytest.mark.parametrize(("half", "floor"), [("tuned", 0.97), ("held out", 0.85)])
def test_most_sentences_are_taken_as_what_they_are(recogniser: OfflineRecogniser, half: str, floor: float) -> None:
    mine = [row for row in sentences() if row["half"] == half]
    assert len(mine) == 75
    wrong = []
    for row in mine:
        judged = classify(row["text"], recognise=recogniser.recognise)
        if judged.task != row["task"]:
            wrong.append((row["task"], judged, row["text"]))
    assert 1 - len(wrong) / len(mine) >= floor, wrong


@pytest.mark.parametrize("half", ["tuned", "held out"])
def test_nothing_private_is_ever_taken_for_anything_else(recogniser: OfflineRecogniser, half: str) -> None:
    for row in sentences():
        if row["half"] == half and row["task"] == "private":
            assert classify(row["text"], recognise=recogniser.recognise).task is Task.PRIVATE, row["text"]


@pytest.mark.parametrize(
    "text",
    [
        "make the bucket reports private",
        "what is a private key?",
        "list the private subnets",
        "don't send the e-mail yet",
        "does the message leave my machine when I use TLS?",
        "write a local model railway story",
        "run the tests on my machine learning model",
    ],
)
def test_words_that_only_look_like_a_wish_for_privacy_are_none(text: str) -> None:
    assert not private_words(text)


def attached(name: str, media_type: str) -> AttachmentPart:
    return AttachmentPart(name=name, media_type=media_type, sha256="0" * 64, size_bytes=10)


def test_a_picture_and_a_file_of_code_decide() -> None:
    look = classify("what is this?", [attached("a.png", "image/png")], recognise=nothing)
    assert look == Judgement(task=Task.IMAGE, reason="it comes with a picture")
    assert classify("what is this?", [attached("a.py", "text/x-python")], recognise=nothing).task is Task.CODE
    assert classify("what is this?", [attached("a.txt", "text/plain")], recognise=nothing).task is Task.CHAT


def test_privacy_goes_before_every_other_kind() -> None:
    text = "don't send this to the cloud: write a Python function"
    assert classify(text, [attached("a.png", "image/png")], recognise=nothing).task is Task.PRIVATE


def test_secrets_make_a_message_private_only_where_that_is_wanted() -> None:
    text = "why is AKIAIOSFODNN7EXAMPLE refused?"
    assert classify(text, recognise=nothing).task is Task.PRIVATE
    assert classify(text, recognise=nothing, secrets_are_private=False).task is not Task.PRIVATE


@given(st.text(max_size=400))
def test_any_text_is_something_and_always_the_same(text: str) -> None:
    assert classify(text, recognise=nothing) == classify(text, recognise=nothing)


@pytest.mark.parametrize("piece", ["a", "keep ", "don't send ", "(", "x_", "leave ", "`", "aA", "SELECT "])
def test_hostile_length_is_read_in_linear_time(piece: str) -> None:
    assert classify(piece * (200_000 // len(piece)), recognise=nothing).reason


def test_what_is_to_be_private_in_aws_is_no_wish_for_privacy_here() -> None:
    assert not private_words("create a bucket called logs and keep it private")
    assert private_words("keep it private: my account was broken into")
    assert private_words("who can read this policy? keep this private")
