"""Addresses of AWS's web console for a call's service and for the ids and ARNs it answered with.

Owns every host that is ever opened: they are built here from the partition alone. Refuses to take any part of a host or
of a path from an answer: an identifier goes in percent-encoded, or not at all.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from app.domain.aws import Call

_REGION = re.compile(r"[a-z]{2}(?:-[a-z]{1,12}){1,3}-\d{1,2}")
_MOST_CHARS = 1_000

_HOSTS = {
    "aws": "{region}.console.aws.amazon.com",
    "aws-cn": "{region}.console.amazonaws.cn",
    "aws-us-gov": "console.amazonaws-us-gov.com",
}
"""The partitions that have a console on the internet."""

_HOMES = {
    "ec2": "ec2/home?region={region}#Home:",
    "s3": "s3/home?region={region}",
    "iam": "iam/home",
    "lambda": "lambda/home?region={region}#/functions",
    "rds": "rds/home?region={region}#databases:",
    "dynamodb": "dynamodbv2/home?region={region}#tables",
    "cloudformation": "cloudformation/home?region={region}#/stacks",
    "cloudwatch": "cloudwatch/home?region={region}",
    "logs": "cloudwatch/home?region={region}#logsV2:log-groups",
    "sqs": "sqs/v3/home?region={region}#/queues",
    "sns": "sns/v3/home?region={region}#/topics",
    "ecs": "ecs/v2/clusters?region={region}",
    "eks": "eks/home?region={region}#/clusters",
    "ecr": "ecr/repositories?region={region}",
    "kms": "kms/home?region={region}#/kms/keys",
    "secretsmanager": "secretsmanager/listsecrets?region={region}",
    "ssm": "systems-manager/home?region={region}",
    "route53": "route53/v2/hostedzones",
    "cloudfront": "cloudfront/v4/home#/distributions",
    "elbv2": "ec2/home?region={region}#LoadBalancers:",
    "elb": "ec2/home?region={region}#LoadBalancers:",
    "autoscaling": "ec2/home?region={region}#AutoScalingGroups:",
    "acm": "acm/home?region={region}#/certificates/list",
    "elasticache": "elasticache/home?region={region}",
    "redshift": "redshiftv2/home?region={region}#/clusters",
    "kinesis": "kinesis/home?region={region}",
    "stepfunctions": "states/home?region={region}#/statemachines",
    "events": "events/home?region={region}#/rules",
    "apigateway": "apigateway/main/apis?region={region}",
    "cloudtrail": "cloudtrailv2/home?region={region}#/events",
    "ce": "costmanagement/home#/cost-explorer",
    "budgets": "costmanagement/home#/budgets",
    "organizations": "organizations/v2/home",
    "efs": "efs/home?region={region}#/file-systems",
    "emr": "emr/home?region={region}",
    "athena": "athena/home?region={region}",
    "glue": "glue/home?region={region}",
    "sagemaker": "sagemaker/home?region={region}",
    "cognito-idp": "cognito/v2/idp/user-pools?region={region}",
    "backup": "backup/home?region={region}",
    "guardduty": "guardduty/home?region={region}",
    "bedrock": "bedrock/home?region={region}",
    "wafv2": "wafv2/homev2?region={region}",
}
"""The page of each service. Elsewhere the console's own search by ARN is all there is."""

_EC2 = {
    "i": "InstanceDetails:instanceId={id}",
    "vol": "VolumeDetails:volumeId={id}",
    "snap": "SnapshotDetails:snapshotId={id}",
    "ami": "ImageDetails:imageId={id}",
    "sg": "SecurityGroup:groupId={id}",
    "eni": "NetworkInterface:networkInterfaceId={id}",
    "eipalloc": "ElasticIpDetails:AllocationId={id}",
    "lt": "LaunchTemplateDetails:launchTemplateId={id}",
    "key": "KeyPairs:keyPairId={id}",
}
_VPC = {
    "vpc": "VpcDetails:VpcId={id}",
    "subnet": "SubnetDetails:subnetId={id}",
    "rtb": "RouteTableDetails:RouteTableId={id}",
    "igw": "InternetGateway:internetGatewayId={id}",
    "nat": "NatGatewayDetails:natGatewayId={id}",
    "acl": "NetworkAclDetails:networkAclId={id}",
    "vpce": "EndpointDetails:vpcEndpointId={id}",
    "pcx": "PeeringConnectionDetails:VpcPeeringConnectionId={id}",
}
_EC2_ID = re.compile(r"([a-z]{1,12})-(?:[0-9a-f]{8}|[0-9a-f]{17})")

_NAMED = {
    ("s3", "ListBuckets"): "s3/buckets/{id}?region={region}",
    ("iam", "ListUsers"): "iam/home#/users/details/{id}",
    ("iam", "ListRoles"): "iam/home#/roles/details/{id}",
    ("iam", "ListGroups"): "iam/home#/groups/details/{id}",
    ("lambda", "ListFunctions"): "lambda/home?region={region}#/functions/{id}",
    ("rds", "DescribeDBInstances"): "rds/home?region={region}#database:id={id};is-cluster=false",
    ("dynamodb", "ListTables"): "dynamodbv2/home?region={region}#table?name={id}",
    ("cloudformation", "DescribeStacks"): "cloudformation/home?region={region}#/stacks?filteringText={id}",
    ("cloudwatch", "DescribeAlarms"): "cloudwatch/home?region={region}#alarmsV2:alarm/{id}",
    ("logs", "DescribeLogGroups"): "cloudwatch/home?region={region}#logsV2:log-groups/log-group/{twice}",
    ("secretsmanager", "ListSecrets"): "secretsmanager/secret?name={id}&region={region}",
    ("ssm", "DescribeParameters"): "systems-manager/parameters/{id}/description?region={region}",
    ("eks", "ListClusters"): "eks/home?region={region}#/clusters/{id}",
}
"""Pages of what an operation lists by name."""

_ARN = re.compile(r"arn:(aws|aws-cn|aws-us-gov):[a-z0-9-]{1,40}:[a-z0-9-]{0,30}:(?:\d{12}|aws)?:\S+")


def partition_of(region: str) -> str:
    """The partition of a region, or "" for one that has no console on the internet."""
    if not _REGION.fullmatch(region) or region.startswith(("us-iso", "eu-iso", "eusc")):
        return ""
    if region.startswith("cn-"):
        return "aws-cn"
    return "aws-us-gov" if region.startswith("us-gov-") else "aws"


def call_address(call: Call) -> str:
    """The console's page for the service and region of ``call``, or ""."""
    home = _HOMES.get(call.id.service)
    return "" if home is None else _address(call.region, home)


def resource_address(call: Call, identifier: str) -> str:
    """The console's page for an id, ARN or name that ``call`` answered with, or "" where none is known."""
    if not identifier or len(identifier) > _MOST_CHARS or not identifier.isprintable():
        return ""
    if identifier.startswith("arn:"):
        return _arn_address(call, identifier)
    if (match := _EC2_ID.fullmatch(identifier)) is not None:
        kind = match[1]
        if kind in _EC2:
            return _address(call.region, "ec2/home?region={region}#" + _EC2[kind], identifier)
        if kind in _VPC:
            return _address(call.region, "vpcconsole/home?region={region}#" + _VPC[kind], identifier)
    named = _NAMED.get((call.id.service, call.id.operation))
    return "" if named is None else _address(call.region, named, identifier)


def _arn_address(call: Call, arn: str) -> str:
    match = _ARN.fullmatch(arn)
    if match is None or match[1] != partition_of(call.region):
        return ""  # of another partition: whoever is signed in here is not signed in there
    return _address(call.region, "go/view?arn={id}", arn)


def _address(region: str, page: str, identifier: str = "") -> str:
    partition = partition_of(region)
    if not partition:
        return ""
    host = _HOSTS[partition].format(region=region)
    once = quote(identifier, safe="")
    # CloudWatch's pages read a name that is encoded twice, with $ for the outer per cent sign.
    twice = quote(once, safe="").replace("%", "$")
    return f"https://{host}/{page.format(region=region, id=once, twice=twice)}"
