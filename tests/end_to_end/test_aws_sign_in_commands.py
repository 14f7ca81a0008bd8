"""``baton aws accounts`` and ``baton aws login`` as whole processes, the last also at a terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.end_to_end.test_terminal_chat import Terminal
from tests.sign_in_server import ACCESS_TOKEN, RIGHT_CODE, SignInServer
from tests.unit.test_aws_sign_in import CONFIG
from tests.window_fixtures import run_baton


@pytest.fixture
def configured(whole_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that processes take for the person's own."""
    Path(os.environ["AWS_CONFIG_FILE"]).write_text(CONFIG, encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_a_sign_in_shows_the_code_and_is_listed_afterwards(configured: Path, sign_in_server: SignInServer) -> None:
    before = run_baton("aws", "accounts", "--json").json["accounts"]
    assert {item["account"]: item["sign_in"] for item in before} == {
        "coded": "mfa",
        "demo": "none",
        "dev": "sso",
        "keys": "none",
        "old": "sso",
        "taken": "sso",
    }
    assert not next(item for item in before if item["account"] == "dev")["signed_in"]
    assert {item["account"]: item["endpoints"] for item in before if item["account"] in ("dev", "demo")} == {
        "demo": [],
        "dev": [sign_in_server.url],
    }
    sign_in_server.answers = ["AuthorizationPendingException"]
    ran = run_baton("aws", "login", "dev")
    assert ran.status == 0, ran.err
    assert "WXYZ-BCDF" in ran.err
    assert "https://acme.awsapps.example/start/#/device?user_code=WXYZ-BCDF" in ran.err
    assert "dev: signed in, renews itself" in ran.err
    assert ACCESS_TOKEN not in ran.err + ran.out
    after = {item["account"]: item for item in run_baton("aws", "accounts", "--json").json["accounts"]}
    assert after["dev"]["signed_in"]
    assert after["taken"]["signed_in"]
    assert not after["old"]["signed_in"]
    assert after["dev"]["expires_at"].endswith("+00:00")
    listed = run_baton("aws", "accounts").out
    assert "signed in, renews itself" in listed
    assert f"calls go to {sign_in_server.url}, not to AWS" in listed
    log = "".join(path.read_text(encoding="utf-8") for path in configured.rglob("*.log*"))
    assert ACCESS_TOKEN not in log


def test_what_cannot_be_signed_in_to_says_why(configured: Path, sign_in_server: SignInServer) -> None:
    keys = run_baton("aws", "login", "keys")
    assert keys.status == 1
    assert "nothing to sign in to" in keys.err
    coded = run_baton("aws", "login", "coded")  # nobody is at a terminal here
    assert coded.status == 1
    assert "needs an MFA code" in coded.err
    sign_in_server.answers = ["AccessDeniedException"]
    refused = run_baton("aws", "login", "dev")
    assert refused.status == 1
    assert "refused in the browser" in refused.err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals there")
def test_a_code_is_asked_for_at_a_terminal_and_not_shown(configured: Path, sign_in_server: SignInServer) -> None:
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    for typed, status, end in (("654321", 1, "did not accept the MFA code"), (RIGHT_CODE, 0, "signed in until")):
        person = Terminal(environment, "aws", "login", "coded")
        try:
            asked = person.expect("MFA code, or Enter to refuse")
            assert "arn:aws:iam::111122223333:mfa/kim" in asked
            person.type(f"{typed}\n")
            assert typed not in person.expect(end)
            assert person.status() == status
        finally:
            person.close()
