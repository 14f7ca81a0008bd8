"""What is found out before yes, over the demo account: resources of every kind, dry runs, costs and changes."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.execution.executor import BotoCallExecutor
from app.aws.execution.reading import AccountReader
from app.aws.inspection import BotoCallInspector
from app.domain.aws import Call, Inspection, Resource, Snapshot, Standing, StateChange, resource_line
from app.domain.errors import NotAllowedError
from tests.aws_fixtures import a_call

Do = Callable[[str, Mapping[str, object]], Any]


@pytest.fixture(scope="module")
def reader(
    account_clients: AccountClients, directory: BotoAccountDirectory, catalogue: BotocoreCatalogue
) -> AccountReader:
    return AccountReader(account_clients, directory, catalogue)


@pytest.fixture(scope="module")
def inspector(
    reader: AccountReader, directory: BotoAccountDirectory, catalogue: BotocoreCatalogue
) -> BotoCallInspector:
    # Far more time than a person waits: a busy machine must not turn an answer into a note.
    return BotoCallInspector(reader, directory, catalogue, budget_s=120)


@pytest.fixture(scope="module")
def do(executor: BotoCallExecutor) -> Do:
    """Carries a call out in the demo account and gives its answer."""

    def carry_out(operation: str, parameters: Mapping[str, object]) -> Any:
        call = a_call(operation, parameters)
        return executor.execute(call, page_limit=10, timeout_s=60, dry_run=False, cancelled=lambda: False).data

    return carry_out


def looked_at(inspector: BotoCallInspector, operation: str, parameters: Mapping[str, object]) -> Inspection:
    return inspector.inspect(a_call(operation, parameters), Snapshot())


def of(found: Inspection, kind: str) -> Resource:
    return next(resource for resource in found.resources if resource.kind == kind)


def web_1(do: Do) -> str:
    answer = do("ec2:DescribeInstances", {"Filters": [{"Name": "tag:Name", "Values": ["web-1"]}]})
    return str(answer["Reservations"][0]["Instances"][0]["InstanceId"])


def fresh(prefix: str) -> str:
    return f"{prefix}-{uuid.uuid4().hex[:8]}"


# --- resources ----------------------------------------------------------------------------------------------------


def test_an_instance_is_told_with_its_tags_disks_addresses_and_targets(inspector: BotoCallInspector, do: Do) -> None:
    like = do("ec2:DescribeInstances", {"InstanceIds": [web_1(do)]})["Reservations"][0]["Instances"][0]
    network = like["VpcId"]
    machine = do(
        "ec2:RunInstances",
        {
            "ImageId": like["ImageId"],
            "InstanceType": "t3.medium",
            "SubnetId": like["SubnetId"],
            "MinCount": 1,
            "MaxCount": 1,
            "BlockDeviceMappings": [
                {"DeviceName": "/dev/sda1", "Ebs": {"VolumeSize": 20, "VolumeType": "gp3", "DeleteOnTermination": True}}
            ],
            "TagSpecifications": [
                {
                    "ResourceType": "instance",
                    "Tags": [{"Key": "Name", "Value": "web-9"}, {"Key": "env", "Value": "prod"}],
                }
            ],
        },
    )["Instances"][0]["InstanceId"]
    address = do("ec2:AllocateAddress", {"Domain": "vpc"})
    do("ec2:AssociateAddress", {"InstanceId": machine, "AllocationId": address["AllocationId"]})
    name = fresh("web")
    group = do(
        "elbv2:CreateTargetGroup",
        {"Name": name, "Protocol": "HTTP", "Port": 80, "VpcId": network, "TargetType": "instance"},
    )["TargetGroups"][0]["TargetGroupArn"]
    do("elbv2:RegisterTargets", {"TargetGroupArn": group, "Targets": [{"Id": machine}]})

    found = looked_at(inspector, "ec2:TerminateInstances", {"InstanceIds": [machine, "i-00000000000000000"]})

    known, unknown = found.resources
    assert (known.kind, known.id, known.name) == ("instance", machine, "web-9")
    assert known.facts == ("t3.medium", "running")
    assert known.tags["env"] == "prod"
    said = " / ".join(known.dependants)
    assert "1 volume, deleted with it when it is terminated" in said
    assert f"Elastic IP {address['PublicIp']}" in said
    assert f"target of target group {name}" in said
    assert (unknown.id, unknown.facts) == ("i-00000000000000000", ())
    assert resource_line(known).startswith(f"Instance {machine} “web-9” (t3.medium, running; ")
    assert resource_line(unknown) == "InstanceId i-00000000000000000"
    assert StateChange(what="web-9 state", now="running", then="terminated") in found.changes
    assert "1 volume and everything on it go with the instances." in found.irreversible
    assert found.cost is not None
    assert found.cost.monthly_usd is not None
    assert found.cost.monthly_usd == pytest.approx(-(0.0456 * 730 + 20 * 0.088), abs=0.01)
    assert found.cost.as_of
    assert found.dry_run is not None
    assert found.dry_run.standing is Standing.ALLOWED
    assert "demo account" in found.dry_run.note


def test_a_volume_says_what_holds_it_and_what_was_saved_of_it(inspector: BotoCallInspector, do: Do) -> None:
    volume = do("ec2:CreateVolume", {"AvailabilityZone": "eu-west-1a", "Size": 100, "VolumeType": "gp3"})["VolumeId"]
    bare = looked_at(inspector, "ec2:DeleteVolume", {"VolumeId": volume})
    assert of(bare, "volume").dependants == ("no snapshot of it",)
    assert bare.irreversible == ("What is on the volume is lost; there is no snapshot of it.",)
    assert bare.cost is not None
    assert bare.cost.monthly_usd == -8.8
    assert bare.changes == (StateChange(what=volume, now="there", then="gone"),)

    snapshot = do("ec2:CreateSnapshot", {"VolumeId": volume})["SnapshotId"]
    saved = looked_at(inspector, "ec2:DeleteVolume", {"VolumeId": volume})
    assert of(saved, "volume").dependants == ("1 snapshot",)
    machine = web_1(do)
    put = looked_at(inspector, "ec2:AttachVolume", {"VolumeId": volume, "InstanceId": machine, "Device": "/dev/sdz"})
    assert StateChange(what=volume, now="attached to nothing", then=f"attached to {machine}") in put.changes
    grown = looked_at(inspector, "ec2:ModifyVolume", {"VolumeId": volume, "Size": 200})
    assert StateChange(what=f"{volume} Size", now="100", then="200") in grown.changes
    assert grown.cost is not None
    assert grown.cost.monthly_usd == 8.8
    gone = looked_at(inspector, "ec2:DeleteSnapshot", {"SnapshotId": snapshot})
    assert f"of {volume}" in of(gone, "snapshot").facts


def test_a_security_group_says_who_uses_it_and_who_refers_to_it(inspector: BotoCallInspector, do: Do) -> None:
    wanted = {"Filters": [{"Name": "group-name", "Values": ["web"]}]}
    group = do("ec2:DescribeSecurityGroups", wanted)["SecurityGroups"][0]
    other = do("ec2:CreateSecurityGroup", {"GroupName": fresh("inner"), "Description": "x", "VpcId": group["VpcId"]})[
        "GroupId"
    ]
    do(
        "ec2:AuthorizeSecurityGroupIngress",
        {
            "GroupId": other,
            "IpPermissions": [
                {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "UserIdGroupPairs": [{"GroupId": group["GroupId"]}]}
            ],
        },
    )
    found = looked_at(
        inspector,
        "ec2:AuthorizeSecurityGroupIngress",
        {
            "GroupId": group["GroupId"],
            "IpPermissions": [
                {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}
            ],
        },
    )
    resource = of(found, "security group")
    assert resource.name == "web"
    assert any("network interface" in line for line in resource.dependants)
    assert f"referred to by {other}" in resource.dependants
    change = StateChange(what=f"{group['GroupId']} port 22 from 0.0.0.0/0", now="not let in", then="let in")
    assert change in found.changes


def test_a_network_and_a_subnet_say_what_is_inside(inspector: BotoCallInspector, do: Do) -> None:
    machine = do("ec2:DescribeInstances", {"InstanceIds": [web_1(do)]})["Reservations"][0]["Instances"][0]
    subnet = looked_at(inspector, "ec2:DeleteSubnet", {"SubnetId": machine["SubnetId"]})
    assert "inside" in of(subnet, "subnet").dependants[0]
    assert of(subnet, "subnet").dependants != ("nothing inside",)
    network = looked_at(inspector, "ec2:DeleteVpc", {"VpcId": machine["VpcId"]})
    said = " / ".join(of(network, "VPC").dependants)
    assert "subnet" in said
    assert "instance" in said


def test_an_address_and_an_image_say_what_depends_on_them(inspector: BotoCallInspector, do: Do) -> None:
    address = do("ec2:AllocateAddress", {"Domain": "vpc"})
    freed = looked_at(inspector, "ec2:ReleaseAddress", {"AllocationId": address["AllocationId"]})
    assert of(freed, "Elastic IP").dependants == ("leads nowhere",)
    assert freed.cost is not None
    assert freed.cost.monthly_usd == -3.65
    machine = do("ec2:DescribeInstances", {"InstanceIds": [web_1(do)]})["Reservations"][0]["Instances"][0]
    image = looked_at(inspector, "ec2:DeregisterImage", {"ImageId": machine["ImageId"]})
    assert "made of it" in " / ".join(of(image, "image").dependants)


def test_a_bucket_says_what_it_holds(inspector: BotoCallInspector) -> None:
    logs = looked_at(inspector, "s3:DeleteBucket", {"Bucket": "acorn-access-logs"})
    assert of(logs, "bucket").facts == ("18 objects", "no versioning")
    assert resource_line(of(logs, "bucket")) == "Bucket acorn-access-logs (18 objects, no versioning)"
    assert of(logs, "bucket").contents == "18 objects"
    kept = looked_at(inspector, "s3:DeleteBucket", {"Bucket": "acorn-invoices-prod"})
    assert of(kept, "bucket").facts == ("10 objects", "versioning enabled", "10 versions")
    public = looked_at(inspector, "s3:DeleteBucket", {"Bucket": "acorn-website-assets"})
    assert "anyone on the internet can read from it" in of(public, "bucket").dependants
    missing = looked_at(inspector, "s3:DeleteBucket", {"Bucket": "no-such-bucket"})
    assert [resource_line(resource) for resource in missing.resources] == ["Bucket no-such-bucket"]


def test_objects_are_told_and_what_cannot_come_back(inspector: BotoCallInspector) -> None:
    found = looked_at(inspector, "s3:DeleteObject", {"Bucket": "acorn-website-assets", "Key": "index.html"})
    assert of(found, "object").facts[0] == "4,213 bytes"
    assert found.irreversible == ("The bucket keeps no versions, so a deleted object cannot be brought back.",)
    kept = looked_at(inspector, "s3:DeleteObject", {"Bucket": "acorn-invoices-prod", "Key": "2026/01/invoice-1001.pdf"})
    assert kept.irreversible == ()
    several = {"Bucket": "acorn-website-assets", "Delete": {"Objects": [{"Key": "index.html"}, {"Key": "js/app.js"}]}}
    assert (
        len([one for one in looked_at(inspector, "s3:DeleteObjects", several).resources if one.kind == "object"]) == 2
    )


def test_a_buckets_settings_are_shown_as_they_are_and_will_be(inspector: BotoCallInspector, do: Do) -> None:
    bucket = fresh("inspected")
    do("s3:CreateBucket", {"Bucket": bucket, "CreateBucketConfiguration": {"LocationConstraint": "eu-west-1"}})
    on = looked_at(
        inspector, "s3:PutBucketVersioning", {"Bucket": bucket, "VersioningConfiguration": {"Status": "Enabled"}}
    )
    assert on.changes == (StateChange(what=f"{bucket} versioning", now="off", then="enabled"),)
    policy = {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"}]}
    opened = looked_at(inspector, "s3:PutBucketPolicy", {"Bucket": bucket, "Policy": json.dumps(policy)})
    assert opened.changes == (StateChange(what=f"{bucket} policy", now="none", then="Allow s3:GetObject"),)
    tagged = looked_at(
        inspector, "s3:PutBucketTagging", {"Bucket": bucket, "Tagging": {"TagSet": [{"Key": "env", "Value": "dev"}]}}
    )
    assert tagged.changes == (StateChange(what=f"{bucket} tag env", now="not set", then="dev"),)
    assert not any(resource.id == "env" for resource in tagged.resources)


def test_users_roles_groups_and_policies_say_who_has_them(inspector: BotoCallInspector, do: Do) -> None:
    user = looked_at(inspector, "iam:DeleteUser", {"UserName": "tom.becker"})
    assert "without a second factor" in of(user, "user").facts
    assert "in developers" in of(user, "user").dependants
    role = fresh("worker")
    trust = {
        "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]
    }
    do("iam:CreateRole", {"RoleName": role, "AssumeRolePolicyDocument": json.dumps(trust)})
    arn = do("iam:ListPolicies", {"Scope": "Local"})["Policies"][0]["Arn"]
    do("iam:AttachRolePolicy", {"RoleName": role, "PolicyArn": arn})
    profile = fresh("profile")
    do("iam:CreateInstanceProfile", {"InstanceProfileName": profile})
    do("iam:AddRoleToInstanceProfile", {"InstanceProfileName": profile, "RoleName": role})

    found = looked_at(inspector, "iam:DetachRolePolicy", {"RoleName": role, "PolicyArn": arn})
    assert "for ec2.amazonaws.com" in of(found, "role").facts
    assert f"machines with the profile {profile} use it" in of(found, "role").dependants
    assert f"role {role}" in " ".join(of(found, "policy").dependants)
    assert found.changes == (
        StateChange(what=f"{role} policy {arn.rpartition('/')[2]}", now="given", then="not given"),
    )
    assert found.cost is not None
    assert found.cost.monthly_usd == 0
    group = looked_at(inspector, "iam:DeleteGroup", {"GroupName": "developers"})
    assert of(group, "group").facts == ("2 users",)
    written = looked_at(
        inspector,
        "iam:PutRolePolicy",
        {
            "RoleName": role,
            "PolicyName": "p",
            "PolicyDocument": json.dumps({"Statement": [{"Effect": "Allow", "Action": "s3:*"}]}),
        },
    )
    assert written.changes == (StateChange(what=f"role {role} policy p", now="not there", then="Allow s3:*"),)


def test_a_database_says_what_was_saved_of_it(inspector: BotoCallInspector, do: Do) -> None:
    found = looked_at(
        inspector, "rds:DeleteDBInstance", {"DBInstanceIdentifier": "orders-db", "SkipFinalSnapshot": True}
    )
    database = of(found, "database")
    assert database.facts[:2] == ("postgres", "db.t4g.medium")
    assert database.tags["env"] == "prod"
    assert any("snapshot" in line for line in database.dependants)
    assert any("No last snapshot" in sentence for sentence in found.irreversible)
    assert found.cost is not None
    assert found.cost.monthly_usd is not None
    assert found.cost.monthly_usd < -50
    grown = looked_at(
        inspector, "rds:ModifyDBInstance", {"DBInstanceIdentifier": "orders-db", "DBInstanceClass": "db.t4g.large"}
    )
    change = StateChange(what="orders-db DBInstanceClass", now="db.t4g.medium", then="db.t4g.large")
    assert change in grown.changes
    assert grown.cost is not None
    assert grown.cost.monthly_usd is not None
    assert grown.cost.monthly_usd > 40


def test_a_table_a_queue_and_a_topic_say_what_is_in_them(inspector: BotoCallInspector, do: Do) -> None:
    table = of(looked_at(inspector, "dynamodb:DeleteTable", {"TableName": "orders"}), "table")
    assert table.facts[0] == "about 12 items"
    url = do("sqs:GetQueueUrl", {"QueueName": "orders"})["QueueUrl"]
    purged = looked_at(inspector, "sqs:PurgeQueue", {"QueueUrl": url})
    queue = of(purged, "queue")
    assert (queue.name, queue.facts[0]) == ("orders", "about 4 messages waiting")
    assert "sends what fails to another queue" in queue.dependants
    assert StateChange(what="orders messages", now="about 4 messages waiting", then="none") in purged.changes
    slower = looked_at(
        inspector, "sqs:SetQueueAttributes", {"QueueUrl": url, "Attributes": {"VisibilityTimeout": "90"}}
    )
    assert StateChange(what="orders VisibilityTimeout", now="30", then="90") in slower.changes
    topic = next(
        item["TopicArn"] for item in do("sns:ListTopics", {})["Topics"] if item["TopicArn"].endswith("ops-alarms")
    )
    assert "subscription" in " ".join(
        of(looked_at(inspector, "sns:DeleteTopic", {"TopicArn": topic}), "topic").dependants
    )


def test_a_function_says_what_calls_it_without_its_variables(inspector: BotoCallInspector, do: Do) -> None:
    queue = do("sqs:CreateQueue", {"QueueName": fresh("fed")})["QueueUrl"]
    arn = do("sqs:GetQueueAttributes", {"QueueUrl": queue, "AttributeNames": ["QueueArn"]})["Attributes"]["QueueArn"]
    do("lambda:CreateEventSourceMapping", {"FunctionName": "order-events", "EventSourceArn": arn})
    found = looked_at(inspector, "lambda:DeleteFunction", {"FunctionName": "order-events"})
    assert any("fed by fed-" in line for line in of(found, "function").dependants)
    assert "QUEUE" not in repr(found)


def test_a_key_a_secret_a_log_group_and_a_zone_are_told(inspector: BotoCallInspector, do: Do) -> None:
    aliases = do("kms:ListAliases", {})["Aliases"]
    key = next(item["TargetKeyId"] for item in aliases if item["AliasName"] == "alias/acorn-data")
    doomed = looked_at(inspector, "kms:ScheduleKeyDeletion", {"KeyId": key, "PendingWindowInDays": 7})
    assert of(doomed, "key").name == "alias/acorn-data"
    assert StateChange(what="alias/acorn-data state", now="Enabled", then="deleted in 7 days") in doomed.changes
    assert doomed.cost is not None
    assert doomed.cost.monthly_usd == -1
    secret = looked_at(inspector, "secretsmanager:DeleteSecret", {"SecretId": "prod/orders-db"})
    assert of(secret, "secret").facts
    assert "demo-not-a-real-password" not in repr(secret)
    assert secret.cost is not None
    assert secret.cost.monthly_usd == -0.4
    logs = looked_at(inspector, "logs:PutRetentionPolicy", {"logGroupName": "/acorn/api", "retentionInDays": 7})
    assert "kept 30 days" in of(logs, "log group").facts
    assert StateChange(what="/acorn/api retentionInDays", now="30", then="7") in logs.changes
    zone = do("route53:ListHostedZones", {})["HostedZones"][0]["Id"]
    record = {"Name": "api.acorn.example", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "203.0.113.99"}]}
    moved = looked_at(
        inspector,
        "route53:ChangeResourceRecordSets",
        {"HostedZoneId": zone, "ChangeBatch": {"Changes": [{"Action": "UPSERT", "ResourceRecordSet": record}]}},
    )
    assert of(moved, "DNS zone").name == "acorn.example."
    assert StateChange(what="api.acorn.example A", now="203.0.113.20", then="203.0.113.99") in moved.changes


def test_containers_balancers_and_groups_are_told(inspector: BotoCallInspector, do: Do) -> None:
    cluster, service, family = fresh("cluster"), fresh("service"), fresh("task")
    do("ecs:CreateCluster", {"clusterName": cluster})
    do(
        "ecs:RegisterTaskDefinition",
        {"family": family, "containerDefinitions": [{"name": "a", "image": "a", "memory": 64}]},
    )
    do(
        "ecs:CreateService",
        {"cluster": cluster, "serviceName": service, "taskDefinition": family, "desiredCount": 2},
    )
    scaled = looked_at(inspector, "ecs:UpdateService", {"cluster": cluster, "service": service, "desiredCount": 0})
    assert StateChange(what=f"{service} desiredCount", now="2", then="0") in scaled.changes
    assert "0 tasks running" in of(scaled, "cluster").dependants

    subnets = [item["SubnetId"] for item in do("ec2:DescribeSubnets", {})["Subnets"]][:2]
    balancer = do("elbv2:CreateLoadBalancer", {"Name": fresh("lb"), "Subnets": subnets})["LoadBalancers"][0]
    gone = looked_at(inspector, "elbv2:DeleteLoadBalancer", {"LoadBalancerArn": balancer["LoadBalancerArn"]})
    assert of(gone, "load balancer").name == balancer["LoadBalancerName"]
    assert gone.cost is not None
    assert gone.cost.monthly_usd == pytest.approx(-18.4, abs=0.1)

    group = fresh("asg")
    template = fresh("template")
    image = do("ec2:DescribeInstances", {"InstanceIds": [web_1(do)]})["Reservations"][0]["Instances"][0]["ImageId"]
    do(
        "ec2:CreateLaunchTemplate",
        {"LaunchTemplateName": template, "LaunchTemplateData": {"ImageId": image, "InstanceType": "t3.micro"}},
    )
    do(
        "autoscaling:CreateAutoScalingGroup",
        {
            "AutoScalingGroupName": group,
            "LaunchTemplate": {"LaunchTemplateName": template},
            "MinSize": 1,
            "MaxSize": 3,
            "DesiredCapacity": 1,
            "AvailabilityZones": ["eu-west-1a"],
        },
    )
    more = looked_at(inspector, "autoscaling:SetDesiredCapacity", {"AutoScalingGroupName": group, "DesiredCapacity": 3})
    assert StateChange(what=f"{group} DesiredCapacity", now="1", then="3") in more.changes
    assert more.cost is not None
    assert more.cost.monthly_usd == pytest.approx(2 * 8.32, abs=0.1)


def test_what_cannot_be_looked_up_is_named_as_the_call_names_it(inspector: BotoCallInspector) -> None:
    arn = "arn:aws:glue:eu-west-1:482107369154:job/nightly"
    found = looked_at(inspector, "glue:TagResource", {"ResourceArn": arn, "TagsToAdd": {"env": "dev"}})
    assert [resource_line(resource) for resource in found.resources] == [f"ResourceArn {arn}"]
    assert found.cost is not None
    assert found.cost.monthly_usd is None


# --- tags, dry runs, and what is never sent ----------------------------------------------------------------------


def test_tags_are_shown_as_they_are_and_will_be(inspector: BotoCallInspector, do: Do) -> None:
    machine = web_1(do)
    set_to = looked_at(
        inspector, "ec2:CreateTags", {"Resources": [machine], "Tags": [{"Key": "env", "Value": "staging"}]}
    )
    assert set_to.changes == (StateChange(what="web-1 tag env", now="prod", then="staging"),)
    taken = looked_at(inspector, "ec2:DeleteTags", {"Resources": [machine], "Tags": [{"Key": "team"}]})
    assert taken.changes == (StateChange(what="web-1 tag team", now="shop", then="not set"),)


def test_an_inspection_changes_nothing(inspector: BotoCallInspector, do: Do) -> None:
    machine = web_1(do)
    networks = len(do("ec2:DescribeVpcs", {})["Vpcs"])
    looked_at(inspector, "ec2:TerminateInstances", {"InstanceIds": [machine]})
    looked_at(inspector, "ec2:CreateVpc", {"CidrBlock": "10.77.0.0/16"})
    looked_at(inspector, "s3:DeleteBucket", {"Bucket": "acorn-old-site-2019"})
    state = do("ec2:DescribeInstances", {"InstanceIds": [machine]})["Reservations"][0]["Instances"][0]["State"]["Name"]
    assert state == "running"
    assert len(do("ec2:DescribeVpcs", {})["Vpcs"]) == networks
    assert "acorn-old-site-2019" in [item["Name"] for item in do("s3:ListBuckets", {})["Buckets"]]


@pytest.mark.parametrize("given", [{}, {"DryRun": False}])
def test_the_reader_sends_changes_as_dry_runs_alone(reader: AccountReader, do: Do, given: dict[str, object]) -> None:
    machine = web_1(do)
    with pytest.raises(NotAllowedError):
        reader.read(a_call("ec2:StopInstances"), "ec2:StopInstances", {"InstanceIds": [machine]})
    assert reader.dry_run(a_call("ec2:StopInstances", {"InstanceIds": [machine], **given})) is True
    assert reader.dry_run(a_call("s3:DeleteBucket", {"Bucket": "acorn-old-site-2019"})) is None
    assert (
        reader.dry_run(a_call("kms:GenerateMac", {"KeyId": "x", "Message": "x", "MacAlgorithm": "HMAC_SHA_256"}))
        is None
    )
    state = do("ec2:DescribeInstances", {"InstanceIds": [machine]})["Reservations"][0]["Instances"][0]["State"]["Name"]
    assert state == "running"


def test_a_call_that_waits_for_an_earlier_step_is_not_rehearsed(inspector: BotoCallInspector) -> None:
    waiting = {"SubnetId": {"$from": 1, "path": "Subnet.SubnetId"}}
    assert looked_at(inspector, "ec2:DeleteSubnet", waiting).dry_run is None


def test_an_account_that_is_not_there_is_a_note_and_no_error(inspector: BotoCallInspector) -> None:
    call = a_call("s3:DeleteBucket", {"Bucket": "x"}, account="no-such-account")
    found = inspector.inspect(call, Snapshot(problem="Nothing could be read before."))
    assert [resource.id for resource in found.resources] == ["x"]
    assert found.permission is None or found.permission.standing is Standing.UNKNOWN
    assert found.notes


def test_hostile_parameters_break_nothing(inspector: BotoCallInspector) -> None:
    for parameters in (
        {"InstanceIds": 7},
        {"InstanceIds": [{"a": 1}, None]},
        {"ChangeBatch": "x"},
        {"Tags": [1, {"Key": 2}]},
    ):
        for operation in (
            "ec2:TerminateInstances",
            "route53:ChangeResourceRecordSets",
            "ec2:CreateTags",
            "rds:ModifyDBInstance",
        ):
            call = Call(id=a_call(operation).id, parameters=parameters, account="demo", region="eu-west-1")
            assert isinstance(inspector.inspect(call, Snapshot()), Inspection)
