"""Answers that whoever stands in AWS's place may send: without end, packed a thousandfold, or of no sense at all."""

from __future__ import annotations

import gzip
import json
import threading
import tracemalloc
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.accounts.http_session import RECEIVED_BYTES
from app.aws.demo.account import DemoAccount
from app.aws.execution.executor import BotoCallExecutor
from app.domain.aws import CallResult
from app.domain.errors import AwsError, BatonError, MalformedReplyError, UnreachableError
from app.domain.settings import Settings
from app.system.network import SystemNetwork
from tests.aws_fixtures import a_call

MB = 1024 * 1024
PACKED = {"Content-Encoding": "gzip"}


@dataclass
class InAwssPlace:
    """A server that answers every call with the same. ``sent``: how many bytes of it left."""

    pieces: list[bytes] = field(default_factory=list)
    times: int = 1
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    sent: int = 0
    asked: int = 0


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[InAwssPlace]:
    place = InAwssPlace()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            place.asked += 1
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(place.status)
            for name, value in place.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for _ in range(place.times):
                    for piece in place.pieces:
                        self.wfile.write(piece)
                        place.sent += len(piece)
            except OSError:
                pass  # whoever asked has heard enough

        do_GET = do_HEAD = do_DELETE = do_POST

        def log_message(self, *_: object) -> None:
            """Quiet."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{http.server_port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLEEXAMPLE00")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "example")
    yield place
    http.shutdown()
    thread.join()
    http.server_close()


def run(operation: str = "logs:DescribeLogGroups", **parameters: object) -> CallResult:
    network = SystemNetwork(settings=Settings, password=lambda: None, environ={})
    clients = AccountClients(DemoAccount(()), network)
    try:
        return BotoCallExecutor(clients, BotoAccountDirectory(clients)).execute(
            a_call(operation, parameters, account="environment"),
            page_limit=1,
            timeout_s=30,
            dry_run=False,
            cancelled=lambda: False,
        )
    finally:
        clients.close()


def packed(megabytes: int) -> bytes:
    """A JSON text of that length, packed without ever being whole in memory."""
    packer = zlib.compressobj(9, wbits=31)
    pieces = [packer.compress(b'{"nextToken": "')]
    pieces += [packer.compress(b"x" * MB) for _ in range(megabytes)]
    return b"".join([*pieces, packer.compress(b'"}'), packer.flush()])


@pytest.mark.parametrize(
    ("status", "operation", "parameters"),
    [
        (200, "logs:DescribeLogGroups", {}),
        (400, "logs:DescribeLogGroups", {}),
        (400, "lambda:Invoke", {"FunctionName": "f"}),  # its answer is a stream, of which errors are read whole
    ],
)
def test_an_answer_without_end_is_left_in_the_middle(
    place: InAwssPlace, status: int, operation: str, parameters: dict[str, object]
) -> None:
    place.pieces, place.times, place.status = [b" " * MB], 10 * RECEIVED_BYTES // MB, status
    with pytest.raises(AwsError, match="more than 64 MB at once, so the rest was not read") as raised:
        run(operation, **parameters)
    assert raised.value.code == "AnswerTooLarge"
    assert place.sent < 2 * RECEIVED_BYTES
    assert place.asked == 1  # it is not asked for again


def test_what_counts_of_a_packed_answer_is_what_it_unpacks_to(place: InAwssPlace) -> None:
    place.pieces, place.headers = [packed(100)], PACKED
    tracemalloc.start()
    try:
        with pytest.raises(AwsError, match="more than 64 MB"):
            run()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert place.sent < MB
    assert peak < 1.5 * RECEIVED_BYTES


def test_a_packed_answer_of_common_size_is_read(place: InAwssPlace) -> None:
    place.pieces, place.headers = [gzip.compress(b'{"logGroups": [{"logGroupName": "app"}]}')], PACKED
    assert run().data == {"logGroups": [{"logGroupName": "app"}]}


def test_an_answer_without_a_body_that_says_it_is_packed_is_read(place: InAwssPlace) -> None:
    place.headers = {**PACKED, "Content-Length": "4000", "ETag": '"e"'}
    assert run("s3:HeadObject", Bucket="team-logs", Key="k").data["ContentEncoding"] == "gzip"


PAGE = b"<!DOCTYPE html><html><body>Sign in to the hotel's network</body></html>"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"\x1f\x8b\x08\x00 no gzip at all", PACKED),
        (gzip.compress(b'{"logGroups": []}', mtime=0), {}),
        (b"\xff\xfe\x00{}", {}),
        (b"[" * 100_000, {}),
        (b'{"logGroups": 5}', {}),
        (b'{"logGroups": [{"logGroupName": "app"', {}),
        (b"OK", {}),
        (PAGE, {"Content-Type": "text/html"}),
    ],
)
def test_an_answer_of_no_sense_is_told_as_one(place: InAwssPlace, body: bytes, headers: dict[str, str]) -> None:
    place.pieces, place.headers = [body], headers
    with pytest.raises(BatonError) as raised:
        run()
    assert isinstance(raised.value, MalformedReplyError)
    assert "endpoint" in raised.value.remedy
    assert place.asked == 1


def test_a_page_is_no_answer_to_a_change(place: InAwssPlace) -> None:
    place.pieces = [PAGE]
    with pytest.raises(MalformedReplyError, match="does not speak AWS's protocol"):
        run("s3:DeleteBucket", Bucket="team-logs")
    with pytest.raises(MalformedReplyError, match="does not speak AWS's protocol"):
        run("ec2:StopInstances", InstanceIds=["i-0123456789abcdef0"])


def test_an_answer_that_breaks_off_is_no_empty_answer(place: InAwssPlace) -> None:
    place.pieces, place.headers = [b'{"logGroups": []}'], {"Content-Length": "4000"}
    with pytest.raises(UnreachableError):
        run()


@pytest.mark.parametrize(("sent", "kept"), [("1b2c-3D4e+/=", "1b2c-3D4e+/="), ("x" * 4_000, ""), ("r \x1b[2J", "")])
def test_what_has_no_form_of_a_request_id_is_not_kept_as_one(place: InAwssPlace, sent: str, kept: str) -> None:
    place.pieces, place.headers = [b'{"logGroups": []}'], {"x-amzn-RequestId": sent}
    assert run().request_id == kept


@pytest.mark.parametrize("code", ["x" * 4_000, "Throttling\u202e", "a b"])
def test_what_has_no_form_of_an_error_code_is_not_kept_as_one(place: InAwssPlace, code: str) -> None:
    place.pieces, place.status = [json.dumps({"__type": code, "message": "m" * 9_000}).encode()], 400
    with pytest.raises(AwsError) as raised:
        run()
    assert raised.value.code == ""
    assert len(raised.value.message) < 500


WHO = """<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>{arn}</Arn><Account>{number}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"""


@pytest.mark.parametrize(
    ("number", "arn"),
    [
        ("111122223333", ""),
        ("111122223333 (dev)", "arn:aws:iam::111122223333:user/kim"),
        ("111122223333", "arn:aws:iam::111122223333:user/" + "k" * 3_000),
        ("111122223333", "arn:aws:iam::111122223333:user/kim\u202e"),
    ],
)
def test_who_somebody_is_is_not_believed_in_any_form(place: InAwssPlace, number: str, arn: str) -> None:
    place.pieces = [WHO.format(number=number, arn=arn).encode()]
    clients = AccountClients(DemoAccount(()))
    try:
        with pytest.raises(MalformedReplyError, match="does not say who 'Environment' is"):
            BotoAccountDirectory(clients).identity("environment", "eu-west-1")
    finally:
        clients.close()
