"""What an inspection makes of answers that the demo account cannot give: the simulator's, refusals, slow ones.

A local server speaks the query protocol as the API references of IAM, STS, EC2 and CloudFormation document it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.demo.account import DemoAccount
from app.aws.execution.reading import AccountReader
from app.aws.inspection import BotoCallInspector
from app.domain.aws import Account, Check, Inspection, Snapshot, Standing
from tests.aws_fixtures import DEMO_COMMAND, a_call

USER = "arn:aws:iam::111122223333:user/kim"
SESSION = "arn:aws:sts::111122223333:assumed-role/Admins/kim@example.com"
Answer = tuple[int, str] | Callable[[], tuple[int, str]]


@dataclass
class QueryServer:
    """Answers by the request's ``Action``; notes what was asked."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[Mapping[str, list[str]]] = field(default_factory=list)
    url: str = ""

    def answer(self, form: Mapping[str, list[str]]) -> tuple[int, str]:
        self.asked.append(form)
        found = self.answers.get(form["Action"][0], refused("AccessDenied"))
        return found() if callable(found) else found

    def of(self, action: str) -> list[Mapping[str, list[str]]]:
        return [form for form in self.asked if form["Action"] == [action]]


def refused(code: str, status: int = 403) -> tuple[int, str]:
    return status, (
        f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>No: {code}</Message></Error>"
        "<RequestId>r-1</RequestId></ErrorResponse>"
    )


def refused_by_ec2(code: str, status: int = 412) -> tuple[int, str]:
    return status, (
        f"<Response><Errors><Error><Code>{code}</Code><Message>No: {code}</Message></Error></Errors>"
        "<RequestID>r-1</RequestID></Response>"
    )


def answered(action: str, body: str) -> tuple[int, str]:
    return 200, f"<{action}Response><{action}Result>{body}</{action}Result></{action}Response>"


def caller(arn: str) -> tuple[int, str]:
    return answered("GetCallerIdentity", f"<Arn>{arn}</Arn><UserId>u</UserId><Account>111122223333</Account>")


def simulated(*decisions: tuple[str, str], missing: str = "") -> tuple[int, str]:
    context = f"<MissingContextValues><member>{missing}</member></MissingContextValues>" if missing else ""
    members = "".join(
        f"<member><EvalActionName>{action}</EvalActionName><EvalResourceName>*</EvalResourceName>"
        f"<EvalDecision>{decision}</EvalDecision>{context}</member>"
        for action, decision in decisions
    )
    return answered(
        "SimulatePrincipalPolicy",
        f"<IsTruncated>false</IsTruncated><EvaluationResults>{members}</EvaluationResults>",
    )


@pytest.fixture
def server() -> Iterator[QueryServer]:
    state = QueryServer(answers={"GetCallerIdentity": caller(USER)})

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            status, text = state.answer(parse_qs(body))
            payload = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/xml")
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, *_: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{httpd.server_port}"
    yield state
    httpd.shutdown()
    httpd.server_close()
    thread.join()


class BelievingClients(AccountClients):
    """Takes the local server for AWS, which a dry run is otherwise never sent past."""

    def answers_dry_runs(self, account: Account, client: Any) -> bool:
        return True


@pytest.fixture
def world(
    server: QueryServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogue: BotocoreCatalogue
) -> Iterator[Callable[..., Inspection]]:
    """Inspects a call in an account that the local server answers for."""
    config, keys = tmp_path / "config", tmp_path / "credentials"
    config.write_text(f"[profile prod]\nregion = eu-west-1\nendpoint_url = {server.url}\n", encoding="utf-8")
    keys.write_text(
        "[prod]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n"
        "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(keys))
    demo = DemoAccount(DEMO_COMMAND)
    made: list[AccountClients] = []

    def look(
        operation: str, parameters: Mapping[str, object], *, budget_s: float = 120, believing: bool = False
    ) -> Inspection:
        clients = (BelievingClients if believing else AccountClients)(demo)
        made.append(clients)
        accounts = BotoAccountDirectory(clients)
        reader = AccountReader(clients, accounts, catalogue)
        inspector = BotoCallInspector(reader, accounts, catalogue, budget_s=budget_s)
        return inspector.inspect(a_call(operation, parameters, account="prod"), Snapshot())

    yield look
    for clients in made:
        clients.close()
    demo.close()


def permission(found: Inspection) -> Check:
    assert found.permission is not None
    return found.permission


def test_the_simulator_is_asked_about_the_caller_the_actions_and_the_resources(
    world: Callable[..., Inspection], server: QueryServer
) -> None:
    server.answers["SimulatePrincipalPolicy"] = simulated(("iam:DeleteUser", "allowed"))
    said = permission(world("iam:DeleteUser", {"UserName": "tom"}))
    assert said.standing is Standing.ALLOWED
    assert "Advice" in said.note
    (form,) = server.of("SimulatePrincipalPolicy")
    assert form["PolicySourceArn"] == [USER]
    assert form["ActionNames.member.1"] == ["iam:DeleteUser"]
    assert form["ResourceArns.member.1"] == ["arn:aws:iam::111122223333:user/tom"]


def test_an_assumed_role_is_asked_about_as_the_role_with_its_path(
    world: Callable[..., Inspection], server: QueryServer
) -> None:
    role = "arn:aws:iam::111122223333:role/aws-reserved/Admins"
    server.answers |= {
        "GetCallerIdentity": caller(SESSION),
        "SimulatePrincipalPolicy": simulated(("iam:DeleteUser", "allowed")),
        "GetRole": answered(
            "GetRole",
            f"<Role><Path>/aws-reserved/</Path><RoleName>Admins</RoleName><RoleId>r</RoleId><Arn>{role}</Arn>"
            "<CreateDate>2024-01-01T00:00:00Z</CreateDate></Role>",
        ),
    }
    assert permission(world("iam:DeleteUser", {"UserName": "tom"})).standing is Standing.ALLOWED
    assert server.of("SimulatePrincipalPolicy")[0]["PolicySourceArn"] == [role]


@pytest.mark.parametrize(
    ("answer", "standing", "told", "denied"),
    [
        (simulated(("iam:DeleteUser", "explicitDeny")), Standing.DENIED, "A policy denies", ("iam:DeleteUser",)),
        (simulated(("iam:DeleteUser", "implicitDeny")), Standing.DENIED, "No policy of yours", ("iam:DeleteUser",)),
        (
            simulated(("iam:DeleteUser", "implicitDeny"), missing="aws:MultiFactorAuthPresent"),
            Standing.UNKNOWN,
            "conditions",
            (),
        ),
        (refused("AccessDenied"), Standing.UNKNOWN, "may not ask", ()),
        (refused("ServiceFailure", 500), Standing.UNKNOWN, "did not answer", ()),
        (answered("SimulatePrincipalPolicy", ""), Standing.UNKNOWN, "said nothing", ()),
        ((200, "this is no XML"), Standing.UNKNOWN, "", ()),
    ],
)
def test_what_the_simulator_says_is_advice(
    world: Callable[..., Inspection],
    server: QueryServer,
    answer: tuple[int, str],
    standing: Standing,
    told: str,
    denied: tuple[str, ...],
) -> None:
    server.answers["SimulatePrincipalPolicy"] = answer
    said = permission(world("iam:DeleteUser", {"UserName": "tom"}))
    assert said.standing is standing
    assert told in said.note
    assert said.denied == denied


def test_not_allowed_on_everything_may_still_be_allowed_here(
    world: Callable[..., Inspection], server: QueryServer
) -> None:
    server.answers["SimulatePrincipalPolicy"] = simulated(("ec2:CreateVpc", "implicitDeny"))
    said = permission(world("ec2:CreateVpc", {"CidrBlock": "10.0.0.0/16"}))
    assert said.standing is Standing.UNKNOWN
    assert "may be on this resource" in said.note


def test_nobody_is_simulated_who_cannot_be(world: Callable[..., Inspection], server: QueryServer) -> None:
    server.answers["GetCallerIdentity"] = caller("arn:aws:iam::111122223333:root")
    said = permission(world("iam:DeleteUser", {"UserName": "tom"}))
    assert said.standing is Standing.UNKNOWN
    assert "root" in said.note
    assert not server.of("SimulatePrincipalPolicy")


def test_denied_reads_leave_the_bare_names_and_a_note_each(
    world: Callable[..., Inspection], server: QueryServer
) -> None:
    server.answers["DescribeInstances"] = refused_by_ec2("UnauthorizedOperation", 403)
    found = world("ec2:TerminateInstances", {"InstanceIds": ["i-0123456789abcdef0"]})
    assert [(one.kind, one.id) for one in found.resources] == [("InstanceId", "i-0123456789abcdef0")]
    assert any("ec2:DescribeInstances is not allowed" in note for note in found.notes)
    assert found.absent == (), "who may not look does not know"
    assert found.cost is not None
    assert found.cost.monthly_usd is None


def test_what_is_not_there_needs_no_note(world: Callable[..., Inspection], server: QueryServer) -> None:
    server.answers["GetUser"] = refused("NoSuchEntity", 404)
    found = world("iam:DeleteUser", {"UserName": "nobody"})
    assert [one.id for one in found.resources] == ["nobody"]
    assert found.absent == ("nobody",)
    assert not any("GetUser" in note for note in found.notes)


def test_a_slow_account_costs_no_more_than_the_time_there_is(
    world: Callable[..., Inspection], server: QueryServer
) -> None:
    go_on = threading.Event()

    def slowly() -> tuple[int, str]:
        go_on.wait(60)
        return refused("AccessDenied")

    server.answers |= {"GetUser": slowly, "SimulatePrincipalPolicy": slowly}
    try:
        found = world("iam:DeleteUser", {"UserName": "tom"}, budget_s=1.0)
        assert not go_on.is_set()
        assert [one.id for one in found.resources] == ["tom"]
        assert "Not everything was looked up in time." in found.notes
        assert permission(found).standing is Standing.UNKNOWN
    finally:
        go_on.set()


def test_a_stack_says_what_stands_and_falls_with_it(world: Callable[..., Inspection], server: QueryServer) -> None:
    member = (
        "<member><LogicalResourceId>{0}</LogicalResourceId><ResourceType>AWS::{0}</ResourceType>"
        "<LastUpdatedTimestamp>2024-01-01T00:00:00Z</LastUpdatedTimestamp><ResourceStatus>OK</ResourceStatus></member>"
    )
    server.answers |= {
        "DescribeStacks": answered(
            "DescribeStacks",
            "<Stacks><member><StackName>shop</StackName><CreationTime>2024-01-01T00:00:00Z</CreationTime>"
            "<StackStatus>CREATE_COMPLETE</StackStatus><Tags><member><Key>env</Key><Value>prod</Value></member></Tags>"
            "</member></Stacks>",
        ),
        "ListStackResources": answered(
            "ListStackResources",
            f"<StackResourceSummaries>{member.format('SQS')}{member.format('SNS')}</StackResourceSummaries>",
        ),
    }
    found = world("cloudformation:DeleteStack", {"StackName": "shop"})
    (stack,) = found.resources
    assert stack.facts == ("CREATE_COMPLETE", "no termination protection")
    assert stack.dependants == ("2 resources: SNS and SQS",)
    assert stack.tags == {"env": "prod"}


STOP = ("ec2:StopInstances", {"InstanceIds": ["i-0123456789abcdef0"], "DryRun": False})


def test_a_dry_run_is_sent_to_aws_alone_and_as_nothing_else(
    world: Callable[..., Inspection], server: QueryServer
) -> None:
    assert world(*STOP).dry_run is None
    assert not server.of("StopInstances")
    server.answers["StopInstances"] = refused_by_ec2("DryRunOperation")
    said = world(*STOP, believing=True).dry_run
    assert said is not None
    assert said.standing is Standing.ALLOWED
    assert [form["DryRun"] for form in server.of("StopInstances")] == [["true"]]


@pytest.mark.parametrize(
    ("code", "standing", "denied"),
    [
        ("UnauthorizedOperation", Standing.DENIED, ("ec2:StopInstances",)),
        ("InvalidInstanceID.NotFound", Standing.DENIED, ()),
        ("RequestLimitExceeded", Standing.UNKNOWN, ()),
    ],
)
def test_a_dry_run_that_does_not_pass_says_why(
    world: Callable[..., Inspection], server: QueryServer, code: str, standing: Standing, denied: tuple[str, ...]
) -> None:
    server.answers["StopInstances"] = refused_by_ec2(code, 403 if code.startswith("Unauth") else 400)
    said = world(*STOP, believing=True).dry_run
    assert said is not None
    assert said.standing is standing
    assert said.denied == denied
    assert all(form["DryRun"] == ["true"] for form in server.of("StopInstances"))
