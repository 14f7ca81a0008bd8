"""What there is to choose from where a sentence names nothing: which plain read tells, and how its answer is read.

Data, and the one question to it. Refuses to offer what exists as a name for what is to be made.
"""

from __future__ import annotations

from app.domain.aws import Lookup, OperationId

_MADE_BY = frozenset(
    {
        "s3:CreateBucket",
        "dynamodb:CreateTable",
        "lambda:CreateFunction",
        "iam:CreateUser",
        "iam:CreateRole",
        "iam:CreateGroup",
        "rds:CreateDBInstance",
        "logs:CreateLogGroup",
        "cloudformation:CreateStack",
        "ecs:CreateCluster",
        "eks:CreateCluster",
    }
)


def _tagged(items: str, id: str, *more: str) -> tuple[str, str]:
    """Ids of EC2's things, and as labels their names where they have one, and what else tells them apart."""
    facts = "".join(f", {fact}" for fact in more)
    return f"{items}.{id}", f"{items}.join(', ', [not_null(Tags[?Key=='Name'].Value | [0], {id}){facts}])"


# service:parameter without its plural -> the read, the ids in its answer, a label for each
_OFFERS = {
    "ec2:InstanceId": ("ec2:DescribeInstances", *_tagged("Reservations[].Instances[]", "InstanceId", "State.Name")),
    "ec2:VolumeId": ("ec2:DescribeVolumes", *_tagged("Volumes[]", "VolumeId", "State")),
    "ec2:VpcId": ("ec2:DescribeVpcs", *_tagged("Vpcs[]", "VpcId", "CidrBlock")),
    "ec2:SubnetId": ("ec2:DescribeSubnets", *_tagged("Subnets[]", "SubnetId", "CidrBlock")),
    "ec2:AllocationId": ("ec2:DescribeAddresses", "Addresses[].AllocationId", "Addresses[].PublicIp"),
    "ec2:GroupId": ("ec2:DescribeSecurityGroups", "SecurityGroups[].GroupId", "SecurityGroups[].GroupName"),
    "s3:Bucket": ("s3:ListBuckets", "Buckets[].Name", "Buckets[].Name"),
    "dynamodb:TableName": ("dynamodb:ListTables", "TableNames", "TableNames"),
    "lambda:FunctionName": ("lambda:ListFunctions", "Functions[].FunctionName", "Functions[].FunctionName"),
    "iam:UserName": ("iam:ListUsers", "Users[].UserName", "Users[].UserName"),
    "iam:RoleName": ("iam:ListRoles", "Roles[].RoleName", "Roles[].RoleName"),
    "iam:GroupName": ("iam:ListGroups", "Groups[].GroupName", "Groups[].GroupName"),
    "rds:DBInstanceIdentifier": (
        "rds:DescribeDBInstances",
        "DBInstances[].DBInstanceIdentifier",
        "DBInstances[].DBInstanceIdentifier",
    ),
    "sqs:QueueUrl": ("sqs:ListQueues", "QueueUrls", "QueueUrls"),
    "sns:TopicArn": ("sns:ListTopics", "Topics[].TopicArn", "Topics[].TopicArn"),
    "secretsmanager:SecretId": ("secretsmanager:ListSecrets", "SecretList[].Name", "SecretList[].Name"),
    "logs:logGroupName": ("logs:DescribeLogGroups", "logGroups[].logGroupName", "logGroups[].logGroupName"),
    "cloudwatch:AlarmName": ("cloudwatch:DescribeAlarms", "MetricAlarms[].AlarmName", "MetricAlarms[].AlarmName"),
    "cloudformation:StackName": ("cloudformation:DescribeStacks", "Stacks[].StackName", "Stacks[].StackName"),
    "ecs:cluster": ("ecs:ListClusters", "clusterArns", "clusterArns"),
    "eks:name": ("eks:ListClusters", "clusters", "clusters"),
}


def offer(operation: OperationId, parameter: str, *, many: bool) -> Lookup | None:
    """The look-up of everything that ``parameter`` could name (``name`` is empty), or ``None`` where no read tells.

    ``many``: the parameter is a list.
    """
    singular = parameter.removesuffix("s") if many else parameter
    found = _OFFERS.get(f"{operation.service}:{singular}")
    if found is None or str(operation) in _MADE_BY:
        return None
    read, ids, labels = found
    return Lookup(
        parameter=parameter,
        name="",
        read=OperationId.parse(read),
        read_parameters={},
        ids=ids,
        labels=labels,
        many=many,
    )
