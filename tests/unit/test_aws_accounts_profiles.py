"""Which accounts there are, which is chosen, and what is said of those that cannot be used. Everything offline."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients, CliCache
from app.aws.accounts.credential_process import starter_of
from app.aws.demo.account import DemoAccount
from app.aws.errors import CallPlace, aws_error
from app.aws.execution.executor import BotoCallExecutor
from app.domain.aws import DEMO_ACCOUNT, AccountKind, Call, OperationId
from app.domain.checks import CheckState
from app.domain.errors import AwsCredentialsError, AwsError, NotFoundError, UnsupportedError
from app.services.account_words import matching_accounts
from app.services.doctor import accounts_check

KEYS = "aws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = example\n"

PYTHON = shlex.quote(sys.executable)


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[BotoAccountDirectory]:
    """A directory whose demo account cannot start: nothing here may need it."""
    clients = AccountClients(DemoAccount(["/nonexistent/command"]))
    yield BotoAccountDirectory(clients)
    clients.close()


def configure(text: str, credentials: str = "") -> None:
    Path(os.environ["AWS_CONFIG_FILE"]).write_text(text, encoding="utf-8")
    Path(os.environ["AWS_SHARED_CREDENTIALS_FILE"]).write_text(credentials, encoding="utf-8")


def test_without_any_configuration_there_is_the_demo_account_alone(offline: BotoAccountDirectory) -> None:
    assert [account.key for account in offline.accounts()] == [DEMO_ACCOUNT]
    assert offline.default().kind is AccountKind.DEMO
    assert not offline.notices


def test_profiles_of_every_kind_are_listed_with_their_region_and_the_demo_account_last(
    offline: BotoAccountDirectory,
) -> None:
    configure(
        "[profile sso]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = r\nregion = eu-central-1\n"
        "[sso-session corp]\nsso_start_url = https://x\nsso_region = eu-west-1\n"
        "[profile role]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = default\n"
        "[profile process]\ncredential_process = /bin/x\n[default]\nregion = us-west-2\n",
        f"[default]\n{KEYS}",
    )
    found = {account.key: account.region for account in offline.accounts()}
    assert found == {"default": "us-west-2", "process": None, "role": None, "sso": "eu-central-1", "demo": "eu-west-1"}
    assert next(iter(found)) == "default"
    assert list(found)[-1] == "demo"
    assert offline.default().key == "default"


def test_a_default_profile_without_credentials_is_not_chosen(offline: BotoAccountDirectory) -> None:
    configure("[default]\nregion = us-west-2\n")
    assert offline.default().key == DEMO_ACCOUNT


def test_the_environment_chooses_as_boto3_does(offline: BotoAccountDirectory, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(f"[default]\n{KEYS}[profile other]\n{KEYS}")
    monkeypatch.setenv("AWS_PROFILE", "other")
    assert offline.default().key == "other"
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLEEXAMPLE00")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    assert offline.default().kind is AccountKind.ENVIRONMENT


def test_a_container_role_is_offered(offline: BotoAccountDirectory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/x")
    assert offline.default().kind is AccountKind.ENVIRONMENT


@pytest.mark.parametrize(
    "name",
    ["demo", "Demo", "environment", "Environment", "none", "all", "Demo account", "111122223333", "profile:demo"],
)
def test_a_profile_whose_name_means_something_else_is_told_apart(offline: BotoAccountDirectory, name: str) -> None:
    configure(f"[profile {name!r}]\n{KEYS}")
    own, demo = offline.accounts()
    assert (own.key, own.title, own.kind) == (f"profile:{name}", f"profile:{name}", AccountKind.PROFILE)
    assert demo.key == DEMO_ACCOUNT
    assert offline.account(own.key) == own
    if name != "profile:demo":
        with pytest.raises(NotFoundError):
            offline.account(name if name != "demo" else "Demo")
    assert offline.account("demo").kind is AccountKind.DEMO
    assert matching_accounts(["demo"], [own, demo], lambda key: None, named=True) == (demo,)


@pytest.mark.parametrize("name", ["a b", "prod*", "[x]", "ä€🪣", "x; echo y", "a,b", "-x", "..", "%(x)s", "a\u202eb"])
def test_odd_names_are_names(offline: BotoAccountDirectory, name: str) -> None:
    configure(f"[profile prod]\n{KEYS}[profile {shlex.quote(name)}]\n{KEYS}")
    assert offline.account(name).title == name
    assert offline.account(name).renewal == f"Renew its keys: aws configure --profile {shlex.quote(name)}"
    accounts = offline.accounts()
    assert [one.key for one in matching_accounts([name], accounts, lambda key: None, named=True)] == [name]


@pytest.mark.parametrize(
    "damage", [b"[profile x\nregion", b"no section\n", b"\xff\xfe\x00[default]", b"[a]\n[a]\nx=1\nx=2\n"]
)
def test_a_damaged_configuration_is_told_and_the_demo_account_stays(
    offline: BotoAccountDirectory, damage: bytes
) -> None:
    Path(os.environ["AWS_CONFIG_FILE"]).write_bytes(damage)
    assert [account.key for account in offline.accounts()] == [DEMO_ACCOUNT]
    assert offline.default().key == DEMO_ACCOUNT
    assert offline.account("demo").key == DEMO_ACCOUNT
    assert offline.regions("demo")
    assert "demo account" in offline.notices[0]
    check = accounts_check(offline)
    assert check.state is CheckState.WARNING
    assert offline.notices[0] in check.finding
    with pytest.raises(AwsCredentialsError):
        offline.account("x")


def test_an_unknown_account_names_those_there_are(offline: BotoAccountDirectory) -> None:
    configure(f"[profile prod]\n{KEYS}")
    with pytest.raises(NotFoundError) as caught:
        offline.account("prodd")
    assert "'prodd'" in str(caught.value)
    assert "prod, demo" in str(caught.value)


def test_regions_follow_the_partition_and_need_no_network(offline: BotoAccountDirectory) -> None:
    configure(f"[profile cn]\n{KEYS}region = cn-north-1\n[profile odd]\n{KEYS}region = xx-nowhere-1\n")
    assert "eu-west-1" in offline.regions("demo")
    assert offline.regions("cn") == ("cn-north-1", "cn-northwest-1")
    assert "us-east-1" in offline.regions("odd")


def test_a_profile_without_credentials_says_what_to_do(offline: BotoAccountDirectory) -> None:
    configure("[profile empty]\nregion = eu-west-1\n")
    with pytest.raises(AwsCredentialsError) as caught:
        offline.identity("empty", "eu-west-1")
    assert "'empty'" in str(caught.value)
    assert caught.value.remedy


def test_an_sso_profile_that_never_signed_in_names_the_command(
    offline: BotoAccountDirectory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    configure(
        "[profile corp]\nsso_start_url = https://corp.example/start\nsso_region = eu-west-1\n"
        "sso_account_id = 111122223333\n"
        "sso_role_name = Admin\nregion = eu-west-1\n"
    )
    with pytest.raises(AwsCredentialsError) as caught:
        offline.identity("corp", "eu-west-1")
    assert "baton aws login corp" in str(caught.value)


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (KEYS, "Renew its keys: aws configure --profile work"),
        ("sso_session = corp\nsso_account_id = 1\nsso_role_name = r\n", "baton aws login work"),
        ("role_arn = arn:aws:iam::1:role/r\nsource_profile = base\n", "baton aws login base"),
        (f"role_arn = arn:aws:iam::1:role/r\nsource_profile = work\n{KEYS}", "aws configure --profile work"),
        ("role_arn = arn:aws:iam::1:role/r\nsource_profile = gone\n", "Renew its credentials"),
        ("login_session = arn:aws:iam::1:user/kim\n", "aws login --profile work"),
        ("credential_process = /bin/x\n", "credential_process"),
        ("role_arn = arn:aws:iam::1:role/r\ncredential_source = Environment\n", "Renew its credentials"),
    ],
)
def test_a_profile_is_told_to_renew_what_it_has(offline: BotoAccountDirectory, profile: str, words: str) -> None:
    configure(
        f"[profile work]\n{profile}[profile base]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = r\n"
        "[sso-session corp]\nsso_start_url = https://x\nsso_region = eu-west-1\n"
    )
    place = CallPlace(account=offline.account("work"), region="eu-west-1")
    expired = ClientError({"Error": {"Code": "ExpiredToken", "Message": "Expired."}}, "GetCallerIdentity")
    told = str(aws_error(expired, place))
    assert words in told
    assert ("sso login" in told) == ("sso login" in words)


def test_an_mfa_profile_does_not_wait_for_a_code(offline: BotoAccountDirectory) -> None:
    configure(
        "[profile mfa]\nrole_arn = arn:aws:iam::111122223333:role/r\nsource_profile = base\nregion = eu-west-1\n"
        f"mfa_serial = arn:aws:iam::111122223333:mfa/kim\n[profile base]\n{KEYS}"
    )
    with pytest.raises(AwsCredentialsError) as caught:
        offline.identity("mfa", "eu-west-1")
    assert "MFA" in str(caught.value)


def test_the_same_session_serves_until_the_files_change(
    offline: BotoAccountDirectory,
) -> None:
    configure(f"[profile prod]\n{KEYS}")
    clients = AccountClients(DemoAccount(["/nonexistent/command"]))
    account = offline.account("prod")
    first = clients.session(account)
    assert clients.session(account) is first
    configure(f"[profile prod]\n{KEYS}region = eu-west-1\n")
    assert clients.session(account) is not first
    clients.close()


def test_a_demo_account_that_cannot_start_says_so(offline: BotoAccountDirectory) -> None:
    with pytest.raises(AwsError) as caught:
        offline.identity("demo", "eu-west-1")
    assert "did not start" in str(caught.value)


def test_a_signed_request_goes_to_aws_and_not_where_a_parameter_says(offline: BotoAccountDirectory) -> None:
    configure(f"[profile prod]\n{KEYS}region = us-east-1\n")
    clients = AccountClients(DemoAccount(["/nonexistent/command"]))
    client = clients.client(offline.account("prod"), "machinelearning", "us-east-1", timeout_s=1)
    with pytest.raises(UnsupportedError) as caught:
        client.predict(MLModelId="m", Record={}, PredictEndpoint="https://collector.example/")
    assert "collector.example" in str(caught.value)
    clients.close()


def test_the_clis_role_cache_is_read_and_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    folder = tmp_path / ".aws" / "cli" / "cache"
    folder.mkdir(parents=True)
    (folder / "k.json").write_text('{"Credentials": {"Expiration": "2026-01-02T00:00:00Z"}}')
    cache = CliCache()
    assert "k" in cache
    cache["k"] = {"Credentials": {"Expiration": "2026-01-01T00:00:00Z"}}
    assert cache["k"]["Credentials"]["Expiration"] == "2026-01-02T00:00:00Z"
    cache["new"] = {"Credentials": {"Expiration": "2027"}}
    assert "new" in cache
    assert [path.name for path in folder.iterdir()] == ["k.json"]


def test_a_dry_run_is_not_sent_to_what_stands_in_for_aws(
    offline: BotoAccountDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(f"[default]\nregion = eu-west-1\n{KEYS}")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")  # an emulator: many carry a dry run out
    clients = AccountClients(DemoAccount(["/nonexistent/command"]))
    try:
        result = BotoCallExecutor(clients, offline).execute(
            Call(
                id=OperationId("ec2", "CreateVpc"),
                parameters={"CidrBlock": "10.9.0.0/16"},
                account="default",
                region="eu-west-1",
            ),
            page_limit=1,
            timeout_s=1,
            dry_run=True,
            cancelled=lambda: False,
        )
    finally:
        clients.close()
    assert result.dry_run
    assert str(result.data["DryRun"]).startswith("Nothing was sent: only AWS itself")


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("/nonexistent/program", "cannot be started"),
        (f"{PYTHON} -c 'raise SystemExit(3)'", "failed (exit status 3)"),
        (f"{PYTHON} -c 'print(12)'", "did not print a JSON object"),
        (f"{PYTHON} -c 'import sys; print(sys.stdin.read())'", "did not print a JSON object"),
    ],
)
@pytest.mark.parametrize("assumed", [False, True])
def test_a_credential_process_that_fails_is_told_by_how_it_failed(
    offline: BotoAccountDirectory, program: str, told: str, assumed: bool
) -> None:
    configure(
        f"[profile process]\ncredential_process = {program}\n"
        "[profile role]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = process\n"
    )
    with pytest.raises(AwsCredentialsError) as raised:
        offline.identity("role" if assumed else "process", "eu-west-1")
    assert str(raised.value).startswith(f"The credential_process of 'process' {told}.")


def test_a_credential_process_that_says_nothing_is_ended() -> None:
    process = starter_of("process", allowed_s=0.2)(
        [sys.executable, "-c", "import sys, threading; threading.Event().wait()"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with pytest.raises(AwsCredentialsError, match="gave no answer"):
        process.communicate()
    assert process.returncode is not None


def test_what_does_not_fit_in_a_profile_is_said(offline: BotoAccountDirectory, monkeypatch: pytest.MonkeyPatch) -> None:
    past = '{"Version": 1, "AccessKeyId": "a", "SecretAccessKey": "b", "Expiration": "2001-01-01T00:00:00Z"}'
    configure(
        "[profile role]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = nowhere\n"
        f'[profile late]\ncredential_process = {PYTHON} -c \'print("""{past}""")\'\n'
        f"[profile odd]\n{KEYS}endpoint_url = no address\n"
    )
    with pytest.raises(AwsCredentialsError, match="nowhere"):
        offline.identity("role", "eu-west-1")
    with pytest.raises(AwsCredentialsError, match="expired"):
        offline.identity("late", "eu-west-1")
    with pytest.raises(AwsError, match="is no address"):
        offline.identity("odd", "eu-west-1")


def test_a_profile_named_by_the_environment_that_is_not_there_is_told(
    offline: BotoAccountDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_PROFILE", "prodution")
    assert offline.default().key == "demo"
    assert "'prodution'" in offline.notices[0]


def test_addresses_in_awss_place_are_told_with_the_account(
    offline: BotoAccountDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(
        f"[profile all]\nendpoint_url = http://evil.example\n{KEYS}"
        f"[profile one]\nservices = s\n{KEYS}[services s]\ns3 =\n  endpoint_url = https://s3.example\n"
        f"[profile own]\nendpoint_url = https://vpce-1.s3.eu-west-1.vpce.amazonaws.com\n{KEYS}"
        f"[profile alike]\nendpoint_url = https://amazonaws.com.example\n{KEYS}"
        f"[profile deaf]\nendpoint_url = http://evil.example\nignore_configured_endpoint_urls = true\n{KEYS}"
    )
    assert {account.title: account.endpoints for account in offline.accounts()} == {
        "alike": ("https://amazonaws.com.example",),
        "profile:all": ("http://evil.example",),
        "deaf": (),
        "one": ("https://s3.example",),
        "own": (),
        "Demo account": (),
    }
    monkeypatch.setenv("AWS_ENDPOINT_URL_STS", "http://sts.example")
    assert offline.account("own").endpoints == ("http://sts.example",)
    assert offline.account("demo").endpoints == ()
