"""Signing in to AWS: the device flow of IAM Identity Center, the file it leaves, and roles that want a code."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from botocore.credentials import SSOProvider
from botocore.tokens import SSOTokenProvider

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.accounts.sign_in import BotoSignIn
from app.aws.demo.account import DemoAccount
from app.domain.aws import Account, SignInKind, SignInPrompt
from app.domain.errors import AwsCredentialsError, AwsError, BatonError, MalformedReplyError, NotFoundError
from app.services.sign_in import SignInService
from tests.sign_in_server import ACCESS_TOKEN, CLIENT_SECRET, REFRESH_TOKEN, RIGHT_CODE, SignInServer

CONFIG = """
[sso-session corp]
sso_start_url = https://acme.awsapps.example/start
sso_region = eu-west-1
[profile dev]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = reader
region = eu-west-1
[profile taken]
role_arn = arn:aws:iam::111122223333:role/other
source_profile = dev
[profile old]
sso_start_url = https://old.awsapps.example/start
sso_region = eu-west-1
sso_account_id = 111122223333
sso_role_name = reader
[profile keys]
aws_access_key_id = AKIAEXAMPLEEXAMPLE00
aws_secret_access_key = example
[profile coded]
role_arn = arn:aws:iam::111122223333:role/r
source_profile = keys
mfa_serial = arn:aws:iam::111122223333:mfa/kim
region = eu-west-1
"""
DEVICE = "arn:aws:iam::111122223333:mfa/kim"


@dataclass
class World:
    """Everything that signs in, over a folder of tokens of the test's own."""

    accounts: BotoAccountDirectory
    sign_in: BotoSignIn
    service: SignInService
    tokens: Path
    pauses: list[float] = field(default_factory=list)
    prompts: list[SignInPrompt] = field(default_factory=list)

    def token_file(self, name: str) -> Path:
        return self.tokens / f"{hashlib.sha1(name.encode()).hexdigest()}.json"  # as the AWS CLI names it

    async def enter(self, key: str) -> None:
        await self.service.sign_in(key, on_prompt=self.prompts.append)


@pytest.fixture
def entering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sign_in_server: SignInServer) -> Iterator[World]:
    tokens = tmp_path / "sso" / "cache"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(SSOTokenProvider, "_SSO_TOKEN_CACHE_DIR", str(tokens))
    monkeypatch.setattr(SSOProvider, "_SSO_TOKEN_CACHE_DIR", str(tokens))
    Path(os.environ["AWS_CONFIG_FILE"]).write_text(CONFIG, encoding="utf-8")
    clients = AccountClients(DemoAccount(["/nonexistent/command"]))
    accounts = BotoAccountDirectory(clients)
    sign_in = BotoSignIn(clients, accounts)

    async def pause(seconds: float) -> None:
        world.pauses.append(seconds)

    world = World(accounts, sign_in, SignInService(sign_in, pause=pause), tokens)
    yield world
    clients.close()


async def test_a_confirmed_code_lets_boto3_in_and_renews_by_itself(
    entering: World, sign_in_server: SignInServer
) -> None:
    assert not entering.sign_in.state("dev").signed_in
    with pytest.raises(AwsCredentialsError):
        entering.accounts.identity("dev", "eu-west-1")
    sign_in_server.answers = ["AuthorizationPendingException", "SlowDownException", "AuthorizationPendingException"]
    await entering.enter("dev")
    (prompt,) = entering.prompts
    assert prompt.code == "WXYZ-BCDF"
    assert prompt.address == "https://acme.awsapps.example/start/#/device?user_code=WXYZ-BCDF"
    assert entering.pauses == [1.0, 6.0, 6.0]  # slower from then on, as RFC 8628 says
    state = entering.sign_in.state("dev")
    assert (state.kind, state.signed_in, state.renews) == (SignInKind.SSO, True, True)
    assert entering.accounts.identity("dev", "eu-west-1").account_id == "111122223333"
    assert sign_in_server.of("/federation/credentials")[0]["token"] == ACCESS_TOKEN
    (registration,) = sign_in_server.of("/client/register")
    assert registration["scopes"] == ["sso:account:access"]


async def test_the_token_lies_where_the_aws_cli_has_it_and_no_one_else_can_read_it(entering: World) -> None:
    await entering.enter("dev")
    (kept,) = entering.tokens.iterdir()
    assert kept == entering.token_file("corp")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    token = json.loads(kept.read_text(encoding="utf-8"))
    assert token["accessToken"] == ACCESS_TOKEN
    assert token["refreshToken"] == REFRESH_TOKEN
    assert token["startUrl"] == "https://acme.awsapps.example/start"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", token["expiresAt"])
    assert {"clientId", "clientSecret", "registrationExpiresAt", "region"} <= token.keys()


async def test_boto3_renews_a_token_that_is_nearly_over(entering: World, sign_in_server: SignInServer) -> None:
    sign_in_server.token_s = 300
    await entering.enter("dev")
    sign_in_server.token_s = 3600
    entering.accounts.identity("dev", "eu-west-1")
    assert [asked["grantType"] for asked in sign_in_server.of("/token")][-1] == "refresh_token"
    expires_at = entering.sign_in.state("dev").expires_at
    assert expires_at is not None
    assert expires_at > datetime.now(UTC) + timedelta(minutes=30)


async def test_a_profile_of_the_old_form_has_a_file_by_its_address_and_is_not_renewed(
    entering: World, sign_in_server: SignInServer
) -> None:
    sign_in_server.with_refresh = False
    await entering.enter("old")
    assert entering.token_file("https://old.awsapps.example/start").exists()
    assert "scopes" not in sign_in_server.of("/client/register")[0]
    state = entering.sign_in.state("old")
    assert state.signed_in
    assert not state.renews
    assert entering.accounts.identity("old", "eu-west-1").account_id == "111122223333"


def test_a_role_over_such_a_profile_is_signed_in_to_with_it(entering: World) -> None:
    assert entering.sign_in.state("taken").kind is SignInKind.SSO
    assert entering.sign_in.begin("taken").code == "WXYZ-BCDF"


@pytest.mark.parametrize(
    ("said", "code"), [("ExpiredTokenException", "SignInExpired"), ("AccessDeniedException", "SignInDenied")]
)
async def test_a_code_that_expired_or_was_refused_is_told_apart(
    entering: World, sign_in_server: SignInServer, said: str, code: str
) -> None:
    sign_in_server.answers = ["AuthorizationPendingException", said]
    with pytest.raises(AwsCredentialsError) as caught:
        await entering.enter("dev")
    assert caught.value.code == code
    assert not entering.tokens.exists()
    await entering.enter("dev")  # again, with a new code
    assert entering.sign_in.state("dev").signed_in


async def test_giving_up_keeps_nothing(entering: World, sign_in_server: SignInServer) -> None:
    sign_in_server.answers = ["AuthorizationPendingException"] * 10_000
    shown = asyncio.Event()
    task = asyncio.create_task(entering.service.sign_in("dev", on_prompt=lambda prompt: shown.set()))
    await shown.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not entering.tokens.exists()
    assert not entering.sign_in.state("dev").signed_in


async def test_nothing_secret_of_a_sign_in_is_logged_or_told(
    entering: World, sign_in_server: SignInServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    sign_in_server.answers = ["InvalidGrantException"]
    with pytest.raises(AwsError) as caught:
        await entering.enter("dev")
    await entering.enter("dev")
    told = caplog.text + repr(entering.prompts) + str(caught.value) + caught.value.detail
    assert not any(secret in told for secret in (ACCESS_TOKEN, REFRESH_TOKEN, CLIENT_SECRET, "device-1"))


async def test_nobody_is_sent_to_an_address_that_is_not_https(entering: World, sign_in_server: SignInServer) -> None:
    sign_in_server.address = "http://acme.awsapps.example/start"
    with pytest.raises(AwsError, match="not https"):
        await entering.enter("dev")
    assert not entering.prompts


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/device",
        "https://acme.awsapps.example.evil.example/start",
        "https://acme.awsapps.example@evil.example/start",
        "https://amazonaws.com.evil.example/",
        "https://evilawsapps.com/",
        "https:///start",
        "https://[acme/",
        "https://acme.awsapps.example/\u202e",
        "javascript:alert(1)",
    ],
)
async def test_nobody_is_sent_to_a_host_that_is_not_awss(
    entering: World, sign_in_server: SignInServer, address: str
) -> None:
    sign_in_server.address = address
    with pytest.raises(AwsError, match="so it was not opened"):
        await entering.enter("dev")
    assert not entering.prompts


async def test_awss_own_device_page_is_opened(entering: World, sign_in_server: SignInServer) -> None:
    sign_in_server.address = "https://device.sso.eu-west-1.amazonaws.com/"
    await entering.enter("dev")
    assert entering.prompts[0].address.startswith(sign_in_server.address)


def test_an_account_of_keys_has_nothing_to_sign_in_to(entering: World) -> None:
    state = entering.sign_in.state("keys")
    assert (state.kind, state.signed_in) == (SignInKind.NONE, True)
    with pytest.raises(NotFoundError, match="nothing to sign in to"):
        entering.sign_in.begin("keys")


def test_a_damaged_token_file_means_that_nobody_is_signed_in(entering: World) -> None:
    entering.tokens.mkdir(parents=True)
    entering.token_file("corp").write_text("{", encoding="utf-8")
    assert not entering.sign_in.state("dev").signed_in


HUGE = 10**400
_PATHS = {
    "/client/register": {"clientId": HUGE, "clientSecret": [], "clientSecretExpiresAt": HUGE},
    "/device_authorization": {
        "deviceCode": 5, "userCode": "W" * 9_000, "verificationUriComplete": "h" * 70_000, "expiresIn": -1,
    },
    "/token": {"accessToken": "", "expiresIn": -3600, "refreshToken": "r" * 1_000_000},
}  # fmt: skip
_NEED_NOT_BE = {"verificationUriComplete", "refreshToken"}
MALFORMED = [
    *((path, {name: value}) for path, members in _PATHS.items() for name, value in members.items()),
    *((path, {name: None}) for path, members in _PATHS.items() for name in members if name not in _NEED_NOT_BE),
    *((path, said) for path in _PATHS for said in ("<html><body>Sign in to the network</body></html>", "[]", "5", "")),
    ("/client/register", {"clientSecretExpiresAt": -1}),
    ("/device_authorization", {"expiresIn": HUGE}),
    ("/device_authorization", {"expiresIn": "soon"}),
    ("/device_authorization", {"expiresIn": 1.5e308}),
    ("/device_authorization", {"interval": "often"}),
    ("/device_authorization", {"interval": HUGE}),
    ("/device_authorization", {"verificationUri": None, "verificationUriComplete": None}),
    ("/token", {"expiresIn": HUGE}),
    ("/token", {"expiresIn": "long"}),
    ("/token", {"accessToken": {"a": 1}}),
]


@pytest.mark.parametrize(("path", "said"), MALFORMED)
async def test_whatever_answers_a_sign_in_ends_it_clearly(
    entering: World, sign_in_server: SignInServer, path: str, said: dict[str, object] | str
) -> None:
    sign_in_server.instead[path] = said
    with pytest.raises(BatonError) as caught:
        await entering.enter("dev")
    assert isinstance(caught.value, MalformedReplyError)
    assert "endpoint" in caught.value.remedy
    assert len(str(caught.value)) < 400
    assert not entering.tokens.exists()
    assert not entering.sign_in.state("dev").signed_in


@dataclass
class Device:
    """A person with an MFA device: what is typed, in turn."""

    typed: list[str | None]
    asked: list[tuple[str, str]] = field(default_factory=list)

    async def ask_code(self, account: Account, device: str) -> str | None:
        self.asked.append((account.key, device))
        return self.typed.pop(0)


async def test_a_role_that_wants_a_code_asks_the_person_once(entering: World, sign_in_server: SignInServer) -> None:
    person = Device([RIGHT_CODE])
    entering.service.attend(person)
    assert not entering.sign_in.state("coded").signed_in
    both = [asyncio.to_thread(entering.accounts.identity, "coded", "eu-west-1") for _ in range(2)]
    found = await asyncio.gather(*both)
    assert {identity.account_id for identity in found} == {"111122223333"}
    assert person.asked == [("coded", DEVICE)]
    state = entering.sign_in.state("coded")
    assert (state.kind, state.signed_in) == (SignInKind.MFA, True)
    assert state.expires_at is not None
    assert sign_in_server.of("AssumeRole")[0]["TokenCode"] == RIGHT_CODE


async def test_a_wrong_code_is_told_and_the_next_one_lets_in(entering: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    person = Device(["654321", "12", RIGHT_CODE])
    entering.service.attend(person)
    with pytest.raises(AwsCredentialsError, match="did not accept the MFA code"):
        await entering.enter("coded")
    with pytest.raises(AwsCredentialsError, match="six digits"):
        await entering.enter("coded")
    await entering.enter("coded")
    assert entering.sign_in.state("coded").signed_in
    assert "654321" not in caplog.text


async def test_a_role_whose_session_is_over_asks_again(entering: World, sign_in_server: SignInServer) -> None:
    sign_in_server.session_s = 30  # over within the minute, so botocore wants new credentials at the next call
    person = Device([RIGHT_CODE, RIGHT_CODE])
    entering.service.attend(person)
    await entering.enter("coded")
    sign_in_server.session_s = 3600
    await entering.enter("coded")
    assert len(person.asked) == 2
    assert entering.sign_in.state("coded").signed_in


async def test_who_will_not_give_a_code_is_told_what_it_is_for(entering: World) -> None:
    entering.service.attend(Device([None]))
    with pytest.raises(AwsCredentialsError, match="none was given"):
        await entering.enter("coded")


def test_where_nobody_is_there_a_code_is_not_waited_for(entering: World) -> None:
    with pytest.raises(AwsCredentialsError, match="needs an MFA code"):
        entering.accounts.identity("coded", "eu-west-1")


async def test_the_loop_that_would_have_to_ask_is_never_held_up(entering: World) -> None:
    entering.service.attend(Device([RIGHT_CODE]))
    with pytest.raises(AwsCredentialsError, match="needs an MFA code"):
        entering.accounts.identity("coded", "eu-west-1")
