"""``baton aws run`` with a query, all pages and waiting, as a script would use it, against the demo account."""

from __future__ import annotations

import json

import pytest

from tests.aws_fixtures import Person, yes
from tests.end_to_end.test_aws_demo_commands import baton


@pytest.mark.usefixtures("whole_home")
def test_query_all_pages_and_wait(capsys: pytest.CaptureFixture[str]) -> None:
    listing = ["aws", "run", "s3:ListObjectsV2", "--param", "Bucket=acorn-access-logs", "--param", "MaxKeys=5"]
    assert baton([*listing, "--json"], Person()) == 0
    cut = json.loads(capsys.readouterr().out)
    assert (len(cut["table"]["rows"]), cut["truncated"]) == (5, True)
    assert baton([*listing, "--all-pages", "--json"], Person()) == 0
    whole = json.loads(capsys.readouterr().out)
    assert len(whole["table"]["rows"]) > 5
    assert whole["pages"] > 1
    assert not whole["truncated"]

    assert baton(["aws", "run", "iam:ListUsers", "--query", "Users[].UserName"], Person()) == 0
    assert "tom.becker" in capsys.readouterr().out.splitlines()
    assert baton(["aws", "run", "iam:ListUsers", "--query", "Users[0!"], Person()) == 2, "before anything is sent"
    told = capsys.readouterr()
    assert "--query" in told.err
    assert told.out == ""
    assert baton(["aws", "run", "iam:ListUsers", "--query", "length(Nothing)"], Person()) == 1
    assert "length()" in capsys.readouterr().err

    making = ["aws", "run", "s3:CreateBucket", "--param", "Bucket=after-wait", "--wait", "--json"]
    assert baton(making, Person([yes])) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["wait"]["state"] == "done"
    assert "there" in told.err
    misnamed = ["aws", "run", "s3:CreateBucket", "--param", "Bucket=after-wait", "--wait", "BucketRunning"]
    assert baton(misnamed, Person([yes])) == 1
    assert "BucketExists" in capsys.readouterr().err
