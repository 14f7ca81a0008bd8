"""What the gate lets run, what it refuses, and what the person is shown."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.domain.aws import ActionState, CallResult, Consent, Decision, Identity, Proposal, Risk, Table
from app.domain.errors import AwsCredentialsError, AwsParameterError, AwsThrottledError, NotFoundError
from app.domain.settings import Settings
from tests.aws_fixtures import GateWorld, Person, build_world, no, nobody, yes

TERMINATE = ("ec2:TerminateInstances", {"InstanceIds": ["i-0aaaaaaaaaaaaaaaa"]})
CREATE = ("s3:CreateBucket", {"Bucket": "team-logs-2026"})


async def test_a_read_runs_without_asking(world: GateWorld) -> None:
    person = Person([no])
    action = await world.submit("ec2:DescribeInstances", {}, person)
    assert action.state is ActionState.DONE
    assert action.decision is Decision.POLICY
    assert not person.shown
    assert world.audit.steps == ["proposed", "decided", "done"]
    assert [change.state for change in world.changes] == [ActionState.PROPOSED, ActionState.RUNNING, ActionState.DONE]


async def test_a_read_asks_where_the_settings_say_so(catalogue: BotocoreCatalogue) -> None:
    world = build_world(catalogue, Settings(aws_run_reads=False))
    person = Person([no])
    action = await world.submit("ec2:DescribeInstances", {}, person)
    assert action.decision is Decision.REFUSED_BY_PERSON
    assert len(person.shown) == 1
    assert not world.calls


@pytest.mark.parametrize(
    ("operation", "parameters"),
    [
        CREATE,
        TERMINATE,
        ("secretsmanager:GetSecretValue", {"SecretId": "prod/db"}),
        ("iam:CreateAccessKey", {"UserName": "kim"}),
        ("s3:GetObject", {"Bucket": "b-1", "Key": "k"}),
        ("sts:GetSessionToken", {}),
        ("sqs:ReceiveMessage", {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/1/q"}),
    ],
)
async def test_nothing_but_a_read_runs_where_nobody_is_there(
    world: GateWorld, operation: str, parameters: dict[str, object]
) -> None:
    action = await world.submit(operation, parameters, Person([nobody]))
    assert action.state is ActionState.REFUSED
    assert action.decision is Decision.NOBODY_THERE
    assert not world.calls


async def test_a_yes_runs_the_call_that_was_shown(world: GateWorld) -> None:
    person = Person([yes])
    action = await world.submit(*CREATE, person)
    assert action.state is ActionState.DONE
    assert action.decision is Decision.PERSON
    assert world.calls == [person.shown[0].call]
    assert person.shown[0].identity == world.accounts.identities[0]


@pytest.mark.parametrize(
    "answer",
    [
        Consent(granted=False, typed="i-0aaaaaaaaaaaaaaaa"),
        Consent(granted=True),
        Consent(granted=True, typed="i-0aaaaaaaaaaaaaaa"),
        Consent(granted=True, typed="I-0AAAAAAAAAAAAAAAA"),
        Consent(granted=True, typed=" i-0aaaaaaaaaaaaaaaa"),
        Consent(granted="yes", typed="i-0aaaaaaaaaaaaaaaa"),  # type: ignore[arg-type]  # what a careless front end might send
        True,
        None,
    ],
)
async def test_a_destructive_call_wants_its_name_typed_whatever_the_dialog_thinks(
    world: GateWorld, answer: object
) -> None:
    action = await world.submit(*TERMINATE, Person([lambda _: answer]))  # type: ignore[arg-type,return-value]  # likewise
    assert action.state is ActionState.REFUSED
    assert not world.calls


async def test_a_destructive_call_runs_once_its_name_is_typed(world: GateWorld) -> None:
    person = Person([Consent(granted=True, typed="i-0aaaaaaaaaaaaaaaa")])
    action = await world.submit(*TERMINATE, person)
    assert action.state is ActionState.DONE
    assert person.shown[0].sentence == "Terminate the EC2 instance “i-0aaaaaaaaaaaaaaaa” in eu-west-1"
    assert person.shown[0].confirm_text == "i-0aaaaaaaaaaaaaaaa"


async def test_a_consent_kept_from_another_call_is_worth_nothing(world: GateWorld) -> None:
    kept = Consent(granted=True, typed="i-0aaaaaaaaaaaaaaaa")
    await world.submit(*TERMINATE, Person([kept]))
    other = await world.submit("ec2:TerminateInstances", {"InstanceIds": ["i-0bbbbbbbbbbbbbbbb"]}, Person([kept]))
    assert other.state is ActionState.REFUSED
    assert [call.parameters["InstanceIds"] for call in world.calls] == [["i-0aaaaaaaaaaaaaaaa"]]


async def test_an_edit_that_names_another_victim_is_asked_about_again(world: GateWorld) -> None:
    other = {"InstanceIds": ["i-0bbbbbbbbbbbbbbbb"]}
    person = Person(
        [
            Consent(granted=True, typed="i-0aaaaaaaaaaaaaaaa", parameters=other),
            Consent(granted=True, typed="i-0bbbbbbbbbbbbbbbb"),
        ]
    )
    action = await world.submit(*TERMINATE, person)
    assert [proposal.confirm_text for proposal in person.shown] == ["i-0aaaaaaaaaaaaaaaa", "i-0bbbbbbbbbbbbbbbb"]
    assert action.state is ActionState.DONE
    assert world.calls[0].parameters == other
    assert action.call.parameters == other


async def test_an_edit_that_does_not_fit_runs_nothing(world: GateWorld) -> None:
    for parameters in (
        {"InstanceIds": "i-1"},
        {"Nonsense": 1},
        {"InstanceIds": [object()]},
        [("InstanceIds", ["i-1"])],
    ):
        person = Person([Consent(granted=True, typed="i-0aaaaaaaaaaaaaaaa", parameters=parameters)])  # type: ignore[arg-type]  # what a broken form might send
        action = await world.submit(*TERMINATE, person)
        assert action.state is ActionState.FAILED
        assert action.decision is Decision.INVALID
    assert not world.calls


async def test_endless_edits_end_in_a_refusal(world: GateWorld) -> None:
    def another(proposal: Proposal) -> Consent:
        return Consent(granted=True, typed="x", parameters={"InstanceIds": [f"i-{len(person.shown):017x}"]})

    person = Person([another])
    action = await world.submit(*TERMINATE, person)
    assert action.state is ActionState.REFUSED
    assert not world.calls


async def test_whoever_is_shown_a_call_cannot_change_it(world: GateWorld) -> None:
    def meddle(proposal: Proposal) -> Consent:
        proposal.call.parameters["Bucket"] = "somebody-elses"  # type: ignore[index]  # a dict by nature, a Mapping by type
        return yes(proposal)

    given: dict[str, object] = {"Bucket": "team-logs-2026"}
    task = asyncio.create_task(world.submit("s3:CreateBucket", given, Person([meddle])))
    await asyncio.sleep(0)
    given["Bucket"] = "changed-after-submission"
    await task
    assert world.calls[0].parameters["Bucket"] == "team-logs-2026"


async def test_read_only_refuses_everything_else_without_asking(catalogue: BotocoreCatalogue) -> None:
    world = build_world(catalogue, Settings(aws_read_only=True))
    person = Person([yes])
    for operation, parameters in (CREATE, TERMINATE, ("secretsmanager:GetSecretValue", {"SecretId": "a"})):
        action = await world.submit(operation, parameters, person)
        assert action.decision is Decision.REFUSED_BY_POLICY
    assert not person.shown
    assert not world.calls
    assert (await world.submit("ec2:DescribeInstances", {}, person)).state is ActionState.DONE


async def test_read_only_set_while_the_dialog_is_open_still_counts(world: GateWorld) -> None:
    class Slow(Person):
        async def ask(self, proposal: Proposal) -> Consent:
            await world.settings.change({"aws_read_only": True})
            return await super().ask(proposal)

    action = await world.submit(*CREATE, Slow([yes]))
    assert action.decision is Decision.REFUSED_BY_POLICY
    assert not world.calls


@pytest.mark.parametrize(
    "operation",
    [
        "EC2:TerminateInstances",
        "ec2:terminateInstances",
        "ec2:terminate_instances",
        "ec2:TerminateInstances ",
        "ec2:ТerminateInstances",
    ],
)
async def test_another_spelling_is_no_operation(world: GateWorld, operation: str) -> None:
    service, _, name = operation.partition(":")
    from app.domain.aws import Call, OperationId, Origin

    call = Call(id=OperationId(service, name), parameters=TERMINATE[1], account="prod", region="eu-west-1")
    with pytest.raises(NotFoundError):
        await world.gate.submit(call, origin=Origin.MODEL, consent=Person([yes]))
    assert not world.calls


async def test_bad_parameters_accounts_and_regions_never_reach_the_person(world: GateWorld) -> None:
    person = Person([yes])
    with pytest.raises(AwsParameterError) as caught:
        await world.submit("s3:CreateBucket", {"Bucket": 5}, person)
    assert caught.value.problems
    with pytest.raises(AwsParameterError):
        await world.submit("s3:CreateBucket", {"Bucket": "team-logs", "x": float("nan")}, person)
    with pytest.raises(NotFoundError):
        await world.submit(*CREATE, person, region="eu-west-99")
    with pytest.raises(NotFoundError):
        await world.submit(*CREATE, person, region="evil.example/")
    assert not person.shown
    assert not world.calls


async def test_an_unknown_identity_means_no_question_and_no_call(world: GateWorld) -> None:
    world.accounts.identities = [
        AwsCredentialsError("The sign-in has expired.", code="ExpiredToken", remedy="Sign in.")
    ]
    person = Person([yes])
    for operation, parameters in (CREATE, ("ec2:DescribeInstances", {})):
        action = await world.submit(operation, parameters, person)
        assert action.state is ActionState.FAILED
        assert action.error == "The sign-in has expired. Sign in."
        assert action.error_code == "ExpiredToken"
    assert not person.shown
    assert not world.calls


async def test_a_profile_that_leads_elsewhere_after_the_question_runs_nothing(world: GateWorld) -> None:
    world.accounts.identities.append(Identity(account_id="999900001111", arn="arn:aws:iam::999900001111:user/kim"))
    action = await world.submit(*CREATE, Person([yes]))
    assert action.state is ActionState.REFUSED
    assert action.error
    assert "another identity" in action.error
    assert not world.calls


@pytest.mark.parametrize("step", ["proposed", "decided"])
async def test_nothing_runs_where_the_audit_log_cannot_be_written(world: GateWorld, step: str) -> None:
    world.audit.broken_at = step
    for operation, parameters in (CREATE, ("ec2:DescribeInstances", {})):
        action = await world.submit(operation, parameters, Person([yes]))
        assert action.state is ActionState.FAILED
        assert action.error
        assert action.error == "The disk is full. Free some space."
    assert not world.calls


async def test_the_call_is_sent_once_proposal_and_decision_are_on_record(world: GateWorld) -> None:
    world.executor.hold = threading.Event()
    for operation, parameters in (CREATE, ("ec2:DescribeInstances", {})):
        world.audit.written.clear()
        world.executor.started.clear()
        world.executor.hold.clear()
        running = asyncio.create_task(world.submit(operation, parameters, Person([yes])))
        assert await asyncio.to_thread(world.executor.started.wait, 20)
        assert world.audit.steps == ["proposed", "decided"]
        world.executor.hold.set()
        assert (await running).state is ActionState.DONE


async def test_whoever_is_asked_about_a_read_finds_its_proposal_on_record(catalogue: BotocoreCatalogue) -> None:
    world = build_world(catalogue, Settings(aws_run_reads=False))
    seen: list[list[str]] = []

    def look(proposal: Proposal) -> Consent:
        seen.append(world.audit.steps)
        return yes(proposal)

    await world.submit("ec2:DescribeInstances", {}, Person([look]))
    assert seen == [["proposed"]]
    assert world.audit.steps == ["proposed", "decided", "done"]


async def test_a_read_of_somebody_unknown_leaves_its_proposal_and_its_end(world: GateWorld) -> None:
    world.accounts.identities[:] = [AwsCredentialsError("The sign-in has expired.", remedy="Sign in.")]
    assert (await world.submit("ec2:DescribeInstances", {}, Person([yes]))).state is ActionState.FAILED
    assert world.audit.steps == ["proposed", "failed"]


async def test_a_log_that_breaks_after_the_call_is_told_with_the_result(world: GateWorld) -> None:
    world.audit.broken_at = "done"
    action = await world.submit(*CREATE, Person([yes]))
    assert action.state is ActionState.DONE
    assert action.error
    assert "audit log" in action.error


async def test_a_history_that_cannot_be_written_does_not_stop_an_audited_call(world: GateWorld) -> None:
    world.actions.broken = True
    assert (await world.submit(*CREATE, Person([yes]))).state is ActionState.DONE


async def test_a_failed_call_keeps_its_error_and_code(world: GateWorld) -> None:
    world.executor.answer = AwsThrottledError("AWS asked to slow down.", code="Throttling")
    action = await world.submit(*CREATE, Person([yes]))
    assert (action.state, action.error_code) == (ActionState.FAILED, "Throttling")
    assert world.audit.steps[-1] == "failed"
    assert world.actions.saved[-1] == action


async def test_a_defect_in_the_executor_is_told_without_its_name(world: GateWorld) -> None:
    world.executor.answer = ZeroDivisionError("secret detail")
    action = await world.submit(*CREATE, Person([yes]))
    assert action.state is ActionState.FAILED
    assert action.error
    assert "unknown" in action.error
    assert "secret detail" not in action.error
    assert "ZeroDivision" not in action.error


async def test_stopping_while_the_person_is_asked_refuses(world: GateWorld) -> None:
    asked = asyncio.Event()

    class Waiting(Person):
        async def ask(self, proposal: Proposal) -> Consent:
            asked.set()
            await asyncio.Event().wait()
            raise AssertionError("never reached")

    task = asyncio.create_task(world.submit(*CREATE, Waiting()))
    await asked.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert world.actions.saved[-1].state is ActionState.REFUSED
    assert not world.calls
    assert (await world.submit(*CREATE, Person([yes]))).state is ActionState.DONE  # the dialog's turn was given back


async def test_stopping_while_aws_works_says_that_the_outcome_is_unknown(world: GateWorld) -> None:
    world.executor.hold = threading.Event()
    task = asyncio.create_task(world.submit(*CREATE, Person([yes])))
    await asyncio.to_thread(world.executor.started.wait, 20)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    world.executor.hold.set()
    assert world.actions.saved[-1].state is ActionState.INTERRUPTED
    assert world.changes[-1].state is ActionState.INTERRUPTED
    assert world.audit.steps == ["proposed", "decided", "failed"]


async def test_cancelling_at_any_step_never_leaves_an_action_without_an_end(
    catalogue: BotocoreCatalogue,
) -> None:
    ends = {ActionState.DONE, ActionState.FAILED, ActionState.REFUSED, ActionState.INTERRUPTED}
    for steps in range(40):
        world = build_world(catalogue)
        task = asyncio.create_task(world.submit(*CREATE, Person([yes])))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        if world.changes:
            assert world.changes[-1].state in ends
        if world.changes and world.changes[-1].state is ActionState.REFUSED:
            assert not world.calls


async def test_two_calls_at_once_are_asked_about_one_after_the_other(world: GateWorld) -> None:
    person = Person([yes])
    names = [f"team-logs-{number}" for number in range(5)]
    actions = await asyncio.gather(*(world.submit("s3:CreateBucket", {"Bucket": name}, person) for name in names))
    assert person.most_at_once == 1
    assert sorted(str(call.parameters["Bucket"]) for call in world.calls) == names
    for action, name in zip(actions, names, strict=True):
        assert action.call.parameters["Bucket"] == name
        assert name in action.sentence


async def test_a_dry_run_asks_nobody_and_says_so_to_the_executor(world: GateWorld) -> None:
    person = Person([no])
    action = await world.submit(*TERMINATE, person, dry_run=True)
    assert action.state is ActionState.DONE
    assert action.dry_run
    assert world.executor.executed[0][1] is True
    assert not person.shown


async def test_a_sensitive_read_is_whole_for_the_person_and_hidden_from_store_and_model(world: GateWorld) -> None:
    secret = "Tr0ub4dor&3-correct-horse"
    world.executor.answer = CallResult(
        data={"Name": "prod/db", "SecretString": secret, "VersionStages": ["AWSCURRENT"]},
        table=Table(columns=("Name", "SecretString"), rows=(("prod/db", secret),)),
        sensitive=("SecretString",),
    )
    returned = await world.submit("secretsmanager:GetSecretValue", {"SecretId": "prod/db"}, Person([yes]))
    assert secret in repr(world.changes[-1])
    assert secret not in repr(returned)
    assert secret not in repr(world.actions.saved)
    assert secret not in repr(world.audit.written)
    assert returned.result
    assert returned.result.data["Name"] == "prod/db"


async def test_secrets_among_the_parameters_reach_neither_the_log_nor_the_history(world: GateWorld) -> None:
    secret = "Tr0ub4dor&3-correct-horse"
    await world.submit("secretsmanager:CreateSecret", {"Name": "a", "SecretString": secret}, Person([yes]))
    await world.submit(
        "ssm:PutParameter", {"Name": "/db/password", "Value": secret, "Type": "SecureString"}, Person([yes])
    )
    assert [call.parameters.get("SecretString") or call.parameters.get("Value") for call in world.calls] == [
        secret,
        secret,
    ]
    assert secret not in repr(world.actions.saved)
    assert secret not in repr(world.audit.written)


async def test_what_a_name_hides_is_shown_and_must_not_be_typed_blindly(world: GateWorld) -> None:
    person = Person([no])
    await world.submit("s3:DeleteObject", {"Bucket": "logs-1", "Key": "safe\u202etxt.exe\x1b[2J"}, person)
    shown = person.shown[0]
    assert "\u202e" not in shown.sentence
    assert "\x1b" not in shown.sentence
    assert "U+202E" in shown.sentence
    assert shown.confirm_text == "DeleteObject"
    assert any("cannot be seen" in warning for warning in shown.warnings)


@pytest.mark.parametrize(
    ("bucket", "told"),
    [
        ("arn:aws:s3:us-east-1:111122223333:accesspoint/mine", "names region us-east-1, not eu-west-1."),
        ("arn:aws:s3:eu-west-1:999999999999:accesspoint/mine", "names account 999999999999, not 111122223333."),
        (
            "arn:aws:s3:us-east-1:999999999999:accesspoint/mine",
            "names account 999999999999, not 111122223333 and region us-east-1, not eu-west-1.",
        ),
        ("arn:aws:s3:eu-west-1:111122223333:accesspoint/mine", None),
    ],
)
async def test_a_name_that_leads_out_of_the_account_or_region_shown_is_pointed_out(
    world: GateWorld, bucket: str, told: str | None
) -> None:
    person = Person([no])
    await world.submit("s3:DeleteObject", {"Bucket": bucket, "Key": "a"}, person)
    (shown,) = person.shown
    strangers = [warning for warning in shown.warnings if " names " in warning]
    assert strangers == ([f"{bucket} {told}"] if told else [])


async def test_look_alike_letters_are_pointed_out(world: GateWorld) -> None:
    person = Person([no])
    await world.submit("iam:DeleteUser", {"UserName": "kim"}, person)
    assert not any("alphabets" in warning for warning in person.shown[0].warnings)
    await world.submit("secretsmanager:DeleteSecret", {"SecretId": "prоd/db"}, person)  # with a Cyrillic o
    assert any("alphabets" in warning for warning in person.shown[1].warnings)


async def test_a_bucket_elsewhere_than_in_us_east_1_gets_its_region_in_the_request(world: GateWorld) -> None:
    await world.submit(*CREATE, Person([yes]))
    await world.submit(*CREATE, Person([yes]), region="us-east-1")
    assert world.calls[0].parameters["CreateBucketConfiguration"] == {"LocationConstraint": "eu-west-1"}
    assert "CreateBucketConfiguration" not in world.calls[1].parameters


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    granted=st.booleans(),
    typed=st.sampled_from(["", "i-0aaaaaaaaaaaaaaaa", "i-0bbbbbbbbbbbbbbbb", "2 instances", "TerminateInstances"]),
    edits=st.lists(
        st.none()
        | st.lists(
            st.sampled_from(["i-0aaaaaaaaaaaaaaaa", "i-0bbbbbbbbbbbbbbbb"]), min_size=1, max_size=2, unique=True
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_what_runs_is_always_what_was_last_shown_and_typed(
    catalogue: BotocoreCatalogue, granted: bool, typed: str, edits: list[list[str] | None]
) -> None:
    answers: list[Consent] = [
        Consent(granted=granted, typed=typed, parameters=None if ids is None else {"InstanceIds": ids}) for ids in edits
    ]

    async def scenario() -> None:
        world = build_world(catalogue)
        person = Person(list(answers))
        action = await world.submit(*TERMINATE, person)
        assert (action.state is ActionState.DONE) == bool(world.calls)
        if world.calls:
            assert granted
            assert typed == person.shown[-1].confirm_text
            ids = json.loads(json.dumps(world.calls[0].parameters))["InstanceIds"]
            assert typed == (ids[0] if len(ids) == 1 else "2 instances")

    asyncio.run(scenario())


async def test_a_catalogue_that_calls_a_call_milder_than_its_operation_is_not_believed(
    catalogue: BotocoreCatalogue,
) -> None:
    class Lenient:
        def __getattr__(self, name: str) -> object:
            return getattr(catalogue, name)

        def classify(self, call: object) -> object:
            own = catalogue.operation(call.id).classification  # type: ignore[attr-defined]  # a Call
            return dataclasses.replace(own, risk=Risk.READ)

    world = build_world(Lenient())  # type: ignore[arg-type]  # a stand-in for the one method
    action = await world.submit(*TERMINATE, Person([nobody]))
    assert action.risk is Risk.DESTRUCTIVE
    assert not world.calls
