"""What stands in the demo account: a small shop's two regions, with the faults a cloud engineer meets.

Owns the data and puts it there through the same API calls a person would make; only ages are set inside moto, whose
clock has no other handle, and measurements, of which there are thousands. Runs in the demo account's process alone.
"""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from app.aws.demo import measurements
from app.aws.demo.constants import (
    DEMO_ACCESS_KEY_ID,
    DEMO_ACCOUNT_ID,
    DEMO_ALIAS,
    DEMO_REGION,
    DEMO_SECOND_REGION,
    DEMO_SECRET_ACCESS_KEY,
    DEMO_USER,
)

_Tags = Mapping[str, str]

# bucket, days old, objects as (key, bytes, days old), versioned, public
_BUCKETS: tuple[tuple[str, int, tuple[tuple[str, int, int], ...], bool, bool], ...] = (
    (
        "acorn-website-assets",
        812,
        (
            ("index.html", 4_213, 12),
            ("css/site.css", 18_402, 12),
            ("js/app.js", 96_120, 12),
            ("img/logo.svg", 3_120, 410),
        ),
        False,
        True,
    ),
    (
        "acorn-invoices-prod",
        1_204,
        tuple(
            (f"2026/{month:02}/invoice-{1000 + month}.pdf", 48_000 + month * 731, 330 - month * 29)
            for month in range(1, 11)
        ),
        True,
        False,
    ),
    (
        "acorn-access-logs",
        1_190,
        tuple((f"elb/2026-11-{day:02}.log.gz", 20_000 + day * 113, 20 - day) for day in range(1, 19)),
        False,
        False,
    ),
    (
        "acorn-db-backups",
        640,
        tuple((f"orders/orders-{week:02}.dump", 90_000, week * 7) for week in range(1, 7)),
        True,
        False,
    ),
    (
        "acorn-terraform-state",
        930,
        (("prod/terraform.tfstate", 22_480, 3), ("staging/terraform.tfstate", 19_311, 9)),
        True,
        False,
    ),
    (
        "acorn-ml-scratch",
        301,
        (("notebooks/churn.ipynb", 61_002, 190), ("data/sample.csv", 120_441, 204)),
        False,
        False,
    ),
    ("acorn-old-site-2019", 2_480, (), False, False),
)

# name, type, environment, team, days up, stopped
_INSTANCES: Mapping[str, tuple[tuple[str, str, str, str, int, bool], ...]] = {
    DEMO_REGION: (
        ("web-1", "t3.medium", "prod", "shop", 96, False),
        ("web-2", "t3.medium", "prod", "shop", 96, False),
        ("api-1", "m6i.large", "prod", "shop", 41, False),
        ("worker-1", "c6i.xlarge", "prod", "data", 12, False),
        ("staging-web", "t3.small", "staging", "shop", 210, False),
        ("reporting-old", "m5.xlarge", "prod", "data", 531, True),
    ),
    DEMO_SECOND_REGION: (
        ("us-web-1", "t3.medium", "prod", "shop", 74, False),
        ("us-bastion", "t3.micro", "prod", "platform", 388, False),
        ("load-test", "c6i.4xlarge", "dev", "platform", 27, False),
    ),
}

# name, GiB, type, days old: none of them attached to anything
_LOOSE_VOLUMES = (("reporting-data", 500, "gp2", 402), ("migration-tmp", 200, "gp3", 187), ("", 80, "gp2", 655))

_DEPLOY_POLICY = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": ["s3:PutObject", "lambda:UpdateFunctionCode"], "Resource": "*"}],
}
_BROAD_POLICY = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}


def _trust(service: str) -> str:
    statement = {"Effect": "Allow", "Principal": {"Service": f"{service}.amazonaws.com"}, "Action": "sts:AssumeRole"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def _tag_list(tags: _Tags) -> list[dict[str, str]]:
    return [{"Key": key, "Value": value} for key, value in tags.items()]


def _age(thing: Any, attribute: str, days: int) -> None:
    """Make ``thing`` as old as it should be; moto keeps times as dates, as texts or as seconds."""
    when = datetime.now(UTC) - timedelta(days=days, minutes=days * 37 % 1440)
    current = getattr(thing, attribute)
    value: object = when
    match current:
        case datetime():
            value = when if current.tzinfo else when.replace(tzinfo=None)
        case str():
            value = when.strftime("%Y-%m-%dT%H:%M:%S.000Z")
        case int() | float():
            value = when.timestamp()
    setattr(thing, attribute, value)


class Seeder:
    """Furnishes the demo account through its own server at ``endpoint``."""

    def __init__(self, endpoint: str, headers: Mapping[str, str]) -> None:
        import botocore.session

        self._endpoint = endpoint
        self._headers = headers
        # One session for all: it keeps the service models it has read. Making clients from two threads is not safe.
        self._session = botocore.session.Session()
        self._making = threading.Lock()

    def seeds(self) -> dict[str, Callable[[], None]]:
        """One seed a service, by signing name, in an order that respects what needs what."""
        return {
            "iam": self._iam,
            "s3": self._s3,
            "ec2": self._ec2,
            "sqs": self._sqs,
            "sns": self._sns,
            "cloudwatch": self._cloudwatch,
            "logs": self._logs,
            "dynamodb": self._dynamodb,
            "secretsmanager": self._secrets,
            "ssm": self._ssm,
            "kms": self._kms,
            "route53": self._route53,
            "rds": self._rds,
            "lambda": self._lambda,
        }

    def _client(self, service: str, region: str = DEMO_REGION) -> Any:
        from botocore.config import Config

        with self._making:
            client = self._session.create_client(
                service,
                region_name=region,
                endpoint_url=self._endpoint,
                aws_access_key_id=DEMO_ACCESS_KEY_ID,
                aws_secret_access_key=DEMO_SECRET_ACCESS_KEY,
                config=Config(s3={"addressing_style": "path"}, proxies={}, retries={"total_max_attempts": 1}),
            )

        def add_headers(request: Any, **_: object) -> None:
            for name, value in self._headers.items():
                request.headers[name] = value

        client.meta.events.register("before-send", add_headers)
        return client

    @staticmethod
    def _backend(name: str, region: str) -> Any:
        from moto.backends import get_backend

        backends: Any = get_backend(name)  # type: ignore[call-overload]  # the overloads list literals only
        return backends[DEMO_ACCOUNT_ID][region]

    def _iam(self) -> None:
        iam = self._client("iam")
        iam.create_account_alias(AccountAlias=DEMO_ALIAS)
        people = (
            (DEMO_USER, 420, True, ("admins",)),
            ("maria.lopez", 1_015, True, ("admins",)),
            ("tom.becker", 388, False, ("developers",)),
            ("deploy-bot", 903, False, ()),
            ("former-contractor", 711, False, ("developers",)),
        )
        for group in ("admins", "developers"):
            iam.create_group(GroupName=group)
        deploy = iam.create_policy(PolicyName="acorn-deploy", PolicyDocument=json.dumps(_DEPLOY_POLICY))["Policy"][
            "Arn"
        ]
        broad = iam.create_policy(PolicyName="acorn-everything", PolicyDocument=json.dumps(_BROAD_POLICY))["Policy"][
            "Arn"
        ]
        iam.attach_group_policy(GroupName="admins", PolicyArn=broad)
        backend = self._backend("iam", "aws")
        for name, days, has_mfa, groups in people:
            iam.create_user(UserName=name, Tags=_tag_list({"team": "platform" if "admins" in groups else "shop"}))
            for group in groups:
                iam.add_user_to_group(GroupName=group, UserName=name)
            if has_mfa:
                serial = iam.create_virtual_mfa_device(VirtualMFADeviceName=name)["VirtualMFADevice"]["SerialNumber"]
                iam.enable_mfa_device(
                    UserName=name, SerialNumber=serial, AuthenticationCode1="123456", AuthenticationCode2="654321"
                )
            _age(backend.users[name], "create_date", days)
        iam.attach_user_policy(UserName="deploy-bot", PolicyArn=deploy)
        for name, days in (("deploy-bot", 903), ("former-contractor", 640), ("tom.becker", 31)):
            key = iam.create_access_key(UserName=name)["AccessKey"]["AccessKeyId"]
            _age(backend.access_keys[key], "create_date", days)
        iam.create_access_key(UserName=DEMO_USER)
        own = backend.users[DEMO_USER].access_keys[0]
        backend.access_keys.pop(own.access_key_id)
        own.access_key_id = DEMO_ACCESS_KEY_ID  # so that STS says who calls: the user "you"
        backend.access_keys[DEMO_ACCESS_KEY_ID] = own
        _age(own, "create_date", 3)
        for role, service, days in (
            ("acorn-web-instance", "ec2", 803),
            ("acorn-order-events", "lambda", 266),
            ("acorn-backup", "backup", 640),
        ):
            iam.create_role(RoleName=role, AssumeRolePolicyDocument=_trust(service))
            _age(next(item for item in backend.roles.values() if item.name == role), "create_date", days)
        iam.attach_role_policy(RoleName="acorn-web-instance", PolicyArn=deploy)

    def _s3(self) -> None:
        s3 = self._client("s3")
        backend = self._backend("s3", "aws")
        for bucket, days, objects, versioned, public in _BUCKETS:
            s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": DEMO_REGION})
            if versioned:
                s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
            for key, size, object_days in objects:
                body = (f"{bucket}/{key}\n".encode() * (size // 16 + 1))[:size]
                s3.put_object(Bucket=bucket, Key=key, Body=body)
                _age(backend.buckets[bucket].keys[key], "last_modified", object_days)
            if public:
                statement = {
                    "Sid": "EveryoneReads",
                    "Effect": "Allow",
                    "Principal": "*",
                    "Action": "s3:GetObject",
                    "Resource": f"arn:aws:s3:::{bucket}/*",
                }
                s3.put_bucket_policy(
                    Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]})
                )
                s3.put_bucket_acl(Bucket=bucket, ACL="public-read")
            else:
                s3.put_public_access_block(
                    Bucket=bucket,
                    PublicAccessBlockConfiguration={
                        "BlockPublicAcls": True,
                        "IgnorePublicAcls": True,
                        "BlockPublicPolicy": True,
                        "RestrictPublicBuckets": True,
                    },
                )
            _age(backend.buckets[bucket], "creation_date", days)

    def _ec2(self) -> None:
        for region, instances in _INSTANCES.items():
            self._instances(region, instances)
        ec2 = self._client("ec2")
        backend = self._backend("ec2", DEMO_REGION)
        for name, size, kind, days in _LOOSE_VOLUMES:
            tags = [{"ResourceType": "volume", "Tags": _tag_list({"Name": name, "team": "data"})}] if name else []
            volume = ec2.create_volume(
                AvailabilityZone=f"{DEMO_REGION}a", Size=size, VolumeType=kind, TagSpecifications=tags
            )["VolumeId"]
            _age(backend.volumes[volume], "create_time", days)
        ec2.allocate_address(Domain="vpc")  # attached to nothing, and paid for

    def _instances(self, region: str, instances: Iterable[tuple[str, str, str, str, int, bool]]) -> None:
        ec2 = self._client("ec2", region)
        backend = self._backend("ec2", region)
        image = ec2.register_image(
            Name="acorn-base-2026.10",
            Description="Amazon Linux 2023 with our agents",
            Architecture="x86_64",
            RootDeviceName="/dev/xvda",
            VirtualizationType="hvm",
        )["ImageId"]
        vpc = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]["VpcId"]
        subnet = ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["Subnets"][0]["SubnetId"]
        web = ec2.create_security_group(GroupName="web", Description="HTTPS from anywhere", VpcId=vpc)["GroupId"]
        ssh = ec2.create_security_group(GroupName="ssh-temp", Description="temporary, for the migration", VpcId=vpc)[
            "GroupId"
        ]
        for group, port in ((web, 443), (ssh, 22)):
            ec2.authorize_security_group_ingress(
                GroupId=group,
                IpPermissions=[
                    {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}
                ],
            )
        for name, kind, environment, team, days, stopped in instances:
            groups = [web] if "web" in name else [ssh] if "bastion" in name or "old" in name else []
            tags = _tag_list({"Name": name, "env": environment, "team": team})
            answer = ec2.run_instances(
                ImageId=image,
                InstanceType=kind,
                MinCount=1,
                MaxCount=1,
                SubnetId=subnet,
                TagSpecifications=[
                    {"ResourceType": "instance", "Tags": tags},
                    {"ResourceType": "volume", "Tags": tags},
                ],
                **({"SecurityGroupIds": groups} if groups else {}),
            )
            identifier = answer["Instances"][0]["InstanceId"]
            _age(backend.get_instance(identifier), "launch_time", days)
            for volume in backend.volumes.values():
                if volume.attachment is not None and volume.attachment.instance.id == identifier:
                    _age(volume, "create_time", days)
            if stopped:
                ec2.stop_instances(InstanceIds=[identifier])

    def _sqs(self) -> None:
        sqs = self._client("sqs")
        dead = sqs.create_queue(QueueName="orders-dead-letters")["QueueUrl"]
        dead_arn = f"arn:aws:sqs:{DEMO_REGION}:{DEMO_ACCOUNT_ID}:orders-dead-letters"
        orders = sqs.create_queue(
            QueueName="orders",
            Attributes={"RedrivePolicy": json.dumps({"deadLetterTargetArn": dead_arn, "maxReceiveCount": "5"})},
        )["QueueUrl"]
        for number in range(4):
            sqs.send_message(QueueUrl=orders, MessageBody=json.dumps({"order": 20_411 + number, "state": "paid"}))
        sqs.send_message(QueueUrl=dead, MessageBody=json.dumps({"order": 20_388, "error": "no stock"}))

    def _sns(self) -> None:
        sns = self._client("sns")
        topic = sns.create_topic(Name="ops-alarms")["TopicArn"]
        sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="ops@acorn.example")
        sns.create_topic(Name="order-events")

    def _cloudwatch(self) -> None:
        now = datetime.now(UTC)
        instances = {region: self._instance_ids(region) for region in _INSTANCES}
        for region, identifiers in instances.items():
            backend = self._backend("cloudwatch", region)
            backend.put_metric_data("AWS/EC2", list(measurements.of_instances(identifiers, now)))
        for namespace, datum in measurements.of_the_rest(now):
            self._backend("cloudwatch", DEMO_REGION).put_metric_data(namespace, [datum])
        cloudwatch = self._client("cloudwatch")
        topic = f"arn:aws:sns:{DEMO_REGION}:{DEMO_ACCOUNT_ID}:ops-alarms"
        for alarm, state, why in measurements.alarms(instances[DEMO_REGION]):
            cloudwatch.put_metric_alarm(
                **alarm, Statistic="Average", Period=300, EvaluationPeriods=3, AlarmActions=[topic]
            )
            cloudwatch.set_alarm_state(AlarmName=alarm["AlarmName"], StateValue=state, StateReason=why)

    def _instance_ids(self, region: str) -> Mapping[str, str]:
        """The ids of the seeded instances, by name."""
        reservations = self._client("ec2", region).describe_instances()["Reservations"]
        instances = [instance for reservation in reservations for instance in reservation["Instances"]]
        return {
            tag["Value"]: instance["InstanceId"]
            for instance in instances
            for tag in instance["Tags"]
            if tag["Key"] == "Name"
        }

    def _logs(self) -> None:
        logs = self._client("logs")
        now = datetime.now(UTC)
        for group in ("/acorn/api", "/aws/lambda/order-events"):
            logs.create_log_group(logGroupName=group)
            logs.create_log_stream(logGroupName=group, logStreamName="api-1")
            logs.put_log_events(
                logGroupName=group,
                logStreamName="api-1",
                logEvents=[
                    {"timestamp": int((now - timedelta(minutes=40 - n)).timestamp() * 1000), "message": line}
                    for n, line in enumerate(
                        ("GET /orders 200 31ms", "GET /orders/20411 200 12ms", "POST /orders 500 1204ms timeout: stock")
                    )
                ],
            )
        logs.put_retention_policy(logGroupName="/acorn/api", retentionInDays=30)

    def _dynamodb(self) -> None:
        dynamodb = self._client("dynamodb")
        dynamodb.create_table(
            TableName="orders",
            KeySchema=[{"AttributeName": "order_id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "order_id", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )
        states = ("paid", "packed", "sent", "returned")
        for number in range(12):
            dynamodb.put_item(
                TableName="orders",
                Item={
                    "order_id": {"S": str(20_400 + number)},
                    "state": {"S": states[number % 4]},
                    "total_eur": {"N": f"{19.9 + number * 7:.2f}"},
                    "customer": {"S": f"C-{3_100 + number * 3}"},
                },
            )

    def _secrets(self) -> None:
        secrets = self._client("secretsmanager")
        secrets.create_secret(
            Name="prod/orders-db",
            SecretString=json.dumps({"username": "orders", "password": "demo-not-a-real-password"}),
        )
        secrets.create_secret(Name="prod/payment-provider", SecretString=json.dumps({"api_key": "demo-not-a-real-key"}))

    def _ssm(self) -> None:
        ssm = self._client("ssm")
        for name, value, kind in (
            ("/acorn/prod/api-url", "https://api.acorn.example", "String"),
            ("/acorn/prod/feature-flags", "new-checkout,fast-search", "StringList"),
            ("/acorn/prod/db-password", "demo-not-a-real-password", "SecureString"),
        ):
            ssm.put_parameter(Name=name, Value=value, Type=kind)

    def _kms(self) -> None:
        kms = self._client("kms")
        key = kms.create_key(Description="orders database and backups")["KeyMetadata"]["KeyId"]
        kms.create_alias(AliasName="alias/acorn-data", TargetKeyId=key)

    def _route53(self) -> None:
        route53 = self._client("route53")
        zone = route53.create_hosted_zone(Name="acorn.example", CallerReference="demo")["HostedZone"]["Id"]
        records = (("acorn.example", "A", "203.0.113.10"), ("api.acorn.example", "A", "203.0.113.20"))
        route53.change_resource_record_sets(
            HostedZoneId=zone,
            ChangeBatch={
                "Changes": [
                    {
                        "Action": "CREATE",
                        "ResourceRecordSet": {
                            "Name": name,
                            "Type": kind,
                            "TTL": 300,
                            "ResourceRecords": [{"Value": value}],
                        },
                    }
                    for name, kind, value in records
                ]
            },
        )

    def _rds(self) -> None:
        rds = self._client("rds")
        rds.create_db_instance(
            DBInstanceIdentifier="orders-db",
            DBInstanceClass="db.t4g.medium",
            Engine="postgres",
            AllocatedStorage=100,
            MasterUsername="orders",
            MasterUserPassword="demo-not-a-real-password",
            MultiAZ=False,
            Tags=_tag_list({"env": "prod", "team": "data"}),
        )
        _age(self._backend("rds", DEMO_REGION).databases["orders-db"], "instance_create_time", 641)

    def _lambda(self) -> None:
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as packed:
            packed.writestr("main.py", "def handler(event, context):\n    return {'ok': True}\n")
        self._client("lambda").create_function(
            FunctionName="order-events",
            Runtime="python3.13",
            Role=f"arn:aws:iam::{DEMO_ACCOUNT_ID}:role/acorn-order-events",
            Handler="main.handler",
            Code={"ZipFile": archive.getvalue()},
            Timeout=30,
            MemorySize=256,
            Environment={"Variables": {"QUEUE": "orders"}},
        )
