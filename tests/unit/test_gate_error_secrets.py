"""An error of AWS that repeats a secret of the call carries it into no file and to no model."""

from __future__ import annotations

import logging

import pytest

from app.aws.errors import CallPlace, aws_error
from app.domain.aws import Account, AccountKind, OperationId
from app.domain.errors import AwsRejectedError
from app.services.aws_tools import outcome
from tests.aws_fixtures import GateWorld, Person, yes

PASSWORD = "correct horse battery"


async def test_a_secret_that_an_error_repeats_is_kept_nowhere(world: GateWorld) -> None:
    said = f"AWS refused it: Value '{PASSWORD}' at 'password' failed; api_key=abcdef1234567890abcd."
    world.executor.answer = AwsRejectedError(said, code="PasswordPolicyViolation")
    action = await world.submit("iam:CreateLoginProfile", {"UserName": "kim", "Password": PASSWORD}, Person([yes]))
    kept = (str(world.audit.written), str(world.actions.saved), outcome(action))
    assert not any(PASSWORD in text or "abcdef1234567890abcd" in text for text in kept)
    assert "at 'password' failed" in (action.error or "")
    assert PASSWORD in (world.changes[-1].error or "")  # for the eyes of the person who wrote it


def test_an_answer_that_cannot_be_read_is_not_logged_whole(caplog: pytest.LogCaptureFixture) -> None:
    answer = f'{{"Parameter": {{"Value": "{PASSWORD}"}}}}'.encode() + b"\xff"
    place = CallPlace(
        account=Account(key="prod", title="prod", kind=AccountKind.PROFILE, region="eu-west-1"),
        region="eu-west-1",
        operation=OperationId("ssm", "GetParameter"),
    )
    with caplog.at_level(logging.INFO), pytest.raises(UnicodeDecodeError) as raised:
        answer.decode()
    mapped = aws_error(raised.value, place)
    assert PASSWORD not in caplog.text + mapped.detail + str(mapped)
