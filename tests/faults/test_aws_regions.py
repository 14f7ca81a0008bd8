"""A region that an account has not enabled, as AWS answers there: it knows none of the account's credentials."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.demo.account import DemoAccount
from app.aws.execution.executor import BotoCallExecutor
from app.domain.errors import AwsCredentialsError
from tests.aws_fixtures import a_call

ENABLED = ("us-east-1", "eu-west-1")
REGIONS = "".join(f"<item><regionName>{name}</regionName></item>" for name in ENABLED)
LISTED = f"<DescribeRegionsResponse><regionInfo>{REGIONS}</regionInfo></DescribeRegionsResponse>"
REFUSED = """<Response><Errors><Error><Code>AuthFailure</Code><Message>AWS was not able to validate the provided access
credentials</Message></Error></Errors></Response>"""
UNKNOWN = """<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Code>InvalidClientTokenId</Code>
<Message>The security token included in the request is invalid</Message></Error></ErrorResponse>"""


class Aws(BaseHTTPRequestHandler):
    """AWS to keys that are right, and to keys that are wrong (``AKIAWRONG…``)."""

    def do_POST(self) -> None:
        body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        found = re.search(r"Credential=(\w+)/\d+/([a-z0-9-]+)/(\w+)/", self.headers["Authorization"])
        assert found is not None
        key, region, service = found.groups()
        is_known = region in ENABLED and "WRONG" not in key
        listed = is_known and body["Action"] == ["DescribeRegions"]
        data = (LISTED if listed else REFUSED if service == "ec2" else UNKNOWN).encode()
        self.send_response(200 if listed else 403)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def accounts(monkeypatch: pytest.MonkeyPatch) -> Iterator[AccountClients]:
    http = ThreadingHTTPServer(("127.0.0.1", 0), Aws)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{http.server_port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLEEXAMPLE00")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "example")
    clients = AccountClients(DemoAccount(()))
    yield clients
    clients.close()
    http.shutdown()
    thread.join()
    http.server_close()


def refusal(clients: AccountClients, region: str) -> list[AwsCredentialsError]:
    """How asking who one is and stopping an instance are refused."""
    directory = BotoAccountDirectory(clients)
    call = a_call("ec2:StopInstances", {"InstanceIds": ["i-0123456789abcdef0"]}, account="environment", region=region)
    with pytest.raises(AwsCredentialsError) as who:
        directory.identity("environment", region)
    with pytest.raises(AwsCredentialsError) as what:
        BotoCallExecutor(clients, directory).execute(
            call, page_limit=1, timeout_s=20, dry_run=False, cancelled=lambda: False
        )
    return [who.value, what.value]


def test_a_region_that_is_not_enabled_is_told_as_that(accounts: AccountClients) -> None:
    for error in refusal(accounts, "ap-east-1"):
        assert str(error).startswith(
            "The region ap-east-1 is not enabled for 'Environment', so nothing can be done there."
        )
        assert error.code in {"AuthFailure", "InvalidClientTokenId"}


def test_wrong_keys_are_told_as_wrong_keys(accounts: AccountClients, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAWRONGEXAMPLEEX00")
    for region in ("ap-east-1", "eu-west-1"):
        assert all("does not accept the credentials" in str(error) for error in refusal(accounts, region))
