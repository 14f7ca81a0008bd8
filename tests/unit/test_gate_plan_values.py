"""A plan acts on nothing that the person has not seen, wherever the values of its steps come from."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.domain.aws import CallResult, PlanState
from tests.aws_fixtures import GateWorld, Person, all_of_it, no

INSTANCE = "i-0123456789abcdef0"
VOLUME = "vol-0123456789abcdef0"


def ref(step: int, path: str) -> dict[str, object]:
    return {"$from": step, "path": path}


# Steps before the last one, what they answer, and the last one, which must be asked about with its values known.
CASES: list[tuple[list[tuple[str, Mapping[str, object]]], Mapping[str, Mapping[str, object]]]] = [
    (  # a read that discloses: whoever may write the parameter would choose the instance
        [
            ("ssm:GetParameter", {"Name": "current"}),
            ("ec2:TerminateInstances", {"InstanceIds": [ref(1, "Parameter.Value")]}),
        ],
        {"ssm:GetParameter": {"Parameter": {"Value": INSTANCE}}},
    ),
    (  # a change that answers what somebody's code says
        [("lambda:Invoke", {"FunctionName": "x"}), ("s3:DeleteBucket", {"Bucket": ref(1, "FunctionError")})],
        {"lambda:Invoke": {"FunctionError": "prod-bucket"}},
    ),
    (  # what was read, handed on by a change that repeats it
        [
            ("ec2:DescribeInstances", {}),
            ("ec2:StopInstances", {"InstanceIds": [ref(1, "Reservations[0].Instances[0].InstanceId")]}),
            ("ec2:TerminateInstances", {"InstanceIds": [ref(2, "StoppingInstances[0].InstanceId")]}),
        ],
        {
            "ec2:DescribeInstances": {"Reservations": [{"Instances": [{"InstanceId": INSTANCE}]}]},
            "ec2:StopInstances": {"StoppingInstances": [{"InstanceId": INSTANCE}]},
        },
    ),
    (  # the same by a step that makes something
        [
            ("ec2:DescribeVolumes", {}),
            ("ec2:CreateSnapshot", {"VolumeId": ref(1, "Volumes[0].VolumeId")}),
            ("ec2:DeleteVolume", {"VolumeId": ref(2, "VolumeId")}),
        ],
        {
            "ec2:DescribeVolumes": {"Volumes": [{"VolumeId": VOLUME}]},
            "ec2:CreateSnapshot": {"SnapshotId": "snap-0123456789abcdef0", "VolumeId": VOLUME},
        },
    ),
    (  # one thing that is only written to, but of another account
        [
            ("lambda:GetFunctionConfiguration", {"FunctionName": "x"}),
            ("events:PutTargets", {"Rule": "r", "Targets": [{"Id": "1", "Arn": ref(1, "FunctionArn")}]}),
        ],
        {"lambda:GetFunctionConfiguration": {"FunctionArn": "arn:aws:lambda:eu-west-1:999999999999:function:evil"}},
    ),
]


@pytest.mark.parametrize(("steps", "answers"), CASES, ids=[steps[-1][0] + steps[0][0] for steps, _ in CASES])
async def test_what_nobody_has_seen_is_asked_about_when_it_is_known(
    world: GateWorld,
    steps: list[tuple[str, Mapping[str, object]]],
    answers: Mapping[str, Mapping[str, object]],
) -> None:
    world.executor.answers |= {operation: CallResult(data=dict(data)) for operation, data in answers.items()}
    person = Person(answers=[no], plan_answer=all_of_it)
    run = await world.submit_plan(person, *steps)
    assert world.ran == [operation for operation, _ in steps[:-1]]
    assert [str(shown.call.id) for shown in person.shown] == [steps[-1][0]]
    assert run.state is not PlanState.DONE


async def test_what_the_plan_itself_made_is_not_asked_about_again(world: GateWorld) -> None:
    world.executor.answers |= {
        "ec2:DescribeVolumes": CallResult(data={"Volumes": [{"VolumeId": VOLUME}]}),
        "ec2:CreateSnapshot": CallResult(data={"SnapshotId": "snap-0123456789abcdef0", "VolumeId": VOLUME}),
    }
    person = Person(answers=[no], plan_answer=all_of_it)
    run = await world.submit_plan(
        person,
        ("ec2:DescribeVolumes", {}),
        ("ec2:CreateSnapshot", {"VolumeId": ref(1, "Volumes[0].VolumeId")}),
        ("ec2:DeleteSnapshot", {"SnapshotId": ref(2, "SnapshotId")}),
    )
    assert run.state is PlanState.DONE
    assert person.shown == []
