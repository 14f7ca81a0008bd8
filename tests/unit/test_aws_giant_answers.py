"""An answer of 50 MB is cut with a note, whatever AWS, or who stands in its place, sends."""

from __future__ import annotations

import json
from typing import Any, cast

import boto3
from botocore.awsrequest import AWSResponse

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.execution.executor import BotoCallExecutor
from app.aws.execution.size import ANSWER_BYTES, weight
from app.domain.aws import CallResult
from tests.aws_fixtures import StaticAccounts, a_call


class Body:
    """What botocore reads of a response."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def stream(self, **_: object) -> list[bytes]:
        return [self.data]


class Answers:
    """Clients whose requests are answered here, page after page, and go nowhere."""

    def __init__(self, *pages: object) -> None:
        self.pages = [json.dumps(page).encode() for page in pages]
        self.sent: list[dict[str, Any]] = []

    def client(self, *_: object, **__: object) -> Any:
        client = boto3.client("logs", region_name="eu-west-1", aws_access_key_id="test", aws_secret_access_key="test")
        client.meta.events.register("before-send", self._answer)
        return client

    def _answer(self, request: Any, **_: object) -> AWSResponse:
        self.sent.append(json.loads(request.body))
        body = self.pages[min(len(self.sent), len(self.pages)) - 1]
        return AWSResponse(request.url, 200, {"x-amzn-RequestId": "r"}, Body(body))


def run(answers: Answers, **parameters: object) -> CallResult:
    executor = BotoCallExecutor(cast("AccountClients", answers), cast("BotoAccountDirectory", StaticAccounts()))
    return executor.execute(
        a_call("logs:FilterLogEvents", {"logGroupName": "app", **parameters}, account="prod"),
        page_limit=100,
        timeout_s=30,
        dry_run=False,
        cancelled=lambda: False,
    )


def events(count: int) -> list[dict[str, object]]:
    return [{"message": f"{number} " + "x" * 5_000, "timestamp": 1_764_200_000_000 + number} for number in range(count)]


def test_one_answer_of_fifty_megabytes_is_cut_and_says_so() -> None:
    result = run(Answers({"events": events(10_000), "searchedLogStreams": []}))
    assert weight(result.data) < ANSWER_BYTES * 1.01
    assert result.table is not None
    assert 1_000 < len(result.table.rows) < 2_000
    assert result.truncated
    assert "Only the first 8 MB" in result.limit_note
    assert "searchedLogStreams" in result.data


def test_pages_are_followed_no_further_than_what_is_kept_and_can_be_gone_on_with() -> None:
    answers = Answers(
        {"events": events(900), "nextToken": "1"}, *({"events": events(900), "nextToken": str(n)} for n in range(2, 9))
    )
    result = run(answers)
    assert len(answers.sent) == 2
    assert "because the answer is large" in result.limit_note
    assert result.more == {"nextToken": "2"}
