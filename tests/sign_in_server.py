"""A loopback server that speaks what moto does not: sso-oidc's device flow, the portal that hands out a role's
credentials, and an STS that wants MFA codes.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

ACCESS_TOKEN = "token-nobody-may-see"
REFRESH_TOKEN = "refresh-nobody-may-see"
CLIENT_SECRET = "secret-nobody-may-see"
RIGHT_CODE = "123456"

_STS = """<{name}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{name}Result>{body}</{name}Result>
<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></{name}Response>"""
_STS_ERROR = """<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
<Code>{code}</Code><Message>{message}</Message></Error><RequestId>r-2</RequestId></ErrorResponse>"""


@dataclass
class SignInServer:
    """``answers``: what CreateToken says at each look (an error's name, or ``ok``; ``ok`` from then on).

    ``instead``: what a path says in place of single members (``None``: leaves out), or in place of all.
    """

    answers: list[str] = field(default_factory=list)
    token_s: int = 3600
    session_s: int = 3600
    interval: int = 1
    with_refresh: bool = True
    address: str = ""
    received: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    url: str = ""
    instead: dict[str, dict[str, Any] | str] = field(default_factory=dict)

    def of(self, path: str) -> list[dict[str, Any]]:
        """The requests that came to ``path``, or for that action of STS."""
        return [body for name, body in self.received if name == path]

    def answer(self, path: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        match path:
            case "/client/register":
                until = int(time.time()) + 90 * 86_400
                return 200, {"clientId": "client-1", "clientSecret": CLIENT_SECRET, "clientSecretExpiresAt": until}
            case "/device_authorization":
                address = self.address or f"{body['startUrl']}/#/device"
                return 200, {
                    "deviceCode": "device-1",
                    "userCode": "WXYZ-BCDF",
                    "verificationUri": address,
                    "verificationUriComplete": f"{address}?user_code=WXYZ-BCDF",
                    "expiresIn": 600,
                    "interval": self.interval,
                }
            case "/token":
                said = "ok" if body["grantType"] == "refresh_token" or not self.answers else self.answers.pop(0)
                if said != "ok":
                    return 400, {"__type": said, "error": said, "error_description": "not yet"}
                granted = {"accessToken": ACCESS_TOKEN, "tokenType": "Bearer", "expiresIn": self.token_s}
                return 200, granted | ({"refreshToken": REFRESH_TOKEN} if self.with_refresh else {})
            case "/federation/credentials":
                return 200, {
                    "roleCredentials": {
                        "accessKeyId": "ASIAEXAMPLEEXAMPLE00",
                        "secretAccessKey": "example",
                        "sessionToken": "example",
                        "expiration": int((time.time() + self.session_s) * 1000),
                    }
                }
        return 404, {}

    def sts(self, form: dict[str, str]) -> tuple[int, str]:
        if form["Action"] == "GetCallerIdentity":
            who = "<Arn>arn:aws:sts::111122223333:assumed-role/r/kim</Arn><UserId>u</UserId>"
            return 200, _STS.format(name="GetCallerIdentity", body=f"{who}<Account>111122223333</Account>")
        if form.get("SerialNumber") and form.get("TokenCode") != RIGHT_CODE:
            said = "MultiFactorAuthentication failed with invalid MFA one time pass code."
            return 403, _STS_ERROR.format(code="AccessDenied", message=said)
        until = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + self.session_s))
        keys = (
            "<Credentials><AccessKeyId>ASIAEXAMPLEEXAMPLE00</AccessKeyId><SecretAccessKey>example</SecretAccessKey>"
            f"<SessionToken>example</SessionToken><Expiration>{until}</Expiration></Credentials>"
            "<AssumedRoleUser><AssumedRoleId>a:b</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/r/kim</Arn>"
            "</AssumedRoleUser>"
        )
        return 200, _STS.format(name="AssumeRole", body=keys)


def _handler(server: SignInServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            token = self.headers.get("x-amz-sso_bearer_token", "")
            server.received.append((path, {"token": token}))
            self._send(*server.answer(path, {}))

        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            if self.path == "/":
                form = {name: values[0] for name, values in parse_qs(text).items()}
                server.received.append((form["Action"], dict(form)))
                status, said = server.sts(form)
                self._send_text(status, said, "text/xml")
                return
            body = json.loads(text)
            server.received.append((self.path, body))
            status, answer = server.answer(self.path, body)
            other = server.instead.get(self.path, {})
            if isinstance(other, str):
                self._send_text(status, other, "text/html")
                return
            self._send(status, {name: value for name, value in (answer | other).items() if value is not None})

        def _send(self, status: int, body: dict[str, Any]) -> None:
            self._send_text(status, json.dumps(body), "application/json", body.get("__type", ""))

        def _send_text(self, status: int, text: str, kind: str, error: str = "") -> None:
            data = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            if error:
                self.send_header("x-amzn-ErrorType", error)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    return Handler


@pytest.fixture
def sign_in_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SignInServer]:
    """The server, put in AWS's place for signing in and STS."""
    server = SignInServer()
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server))
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    server.url = f"http://127.0.0.1:{http.server_port}"
    for service in ("SSO_OIDC", "SSO", "STS", "IAM"):
        monkeypatch.setenv(f"AWS_ENDPOINT_URL_{service}", server.url)
    yield server
    http.shutdown()
    thread.join()
    http.server_close()
