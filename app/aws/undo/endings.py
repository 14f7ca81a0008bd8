"""What is gone together with what is deleted, and so needs no way back of its own. Data, and the one question to it.

Only settings stand here that do not hinder the deletion. What has to be out of the way first, as a bucket's objects or
a role's policies, is taken back by itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.aws import Call

_OF_A_BUCKET = (
    "PutBucketVersioning PutPublicAccessBlock DeletePublicAccessBlock PutBucketEncryption DeleteBucketEncryption "
    "PutBucketTagging DeleteBucketTagging PutBucketLifecycleConfiguration DeleteBucketLifecycle PutBucketCors "
    "DeleteBucketCors PutBucketLogging PutBucketAcl PutBucketNotificationConfiguration PutBucketWebsite "
    "DeleteBucketWebsite PutBucketOwnershipControls DeleteBucketOwnershipControls PutBucketAccelerateConfiguration"
)
_EC2_TAGS = {"ec2:CreateTags": "Resources", "ec2:DeleteTags": "Resources"}
_RULES = (
    "AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress RevokeSecurityGroupEgress"
)


def _same(service: str, parameter: str, operations: str) -> dict[str, str]:
    return {f"{service}:{operation}": parameter for operation in operations.split()}


# The deletion: the parameter that names what goes, and for each call that goes with it, the one that names the same.
_ENDINGS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "s3:DeleteBucket": ("Bucket", _same("s3", "Bucket", _OF_A_BUCKET)),
    "ec2:TerminateInstances": ("InstanceIds", _EC2_TAGS),
    "ec2:DeleteVolume": ("VolumeId", _EC2_TAGS),
    "ec2:DeleteSnapshot": ("SnapshotId", _EC2_TAGS),
    "ec2:DeleteVpc": ("VpcId", _EC2_TAGS | _same("ec2", "VpcId", "ModifyVpcAttribute")),
    "ec2:DeleteSubnet": ("SubnetId", _EC2_TAGS | _same("ec2", "SubnetId", "ModifySubnetAttribute")),
    "ec2:DeleteSecurityGroup": ("GroupId", _EC2_TAGS | _same("ec2", "GroupId", _RULES)),
    "sqs:DeleteQueue": ("QueueUrl", _same("sqs", "QueueUrl", "SetQueueAttributes TagQueue UntagQueue")),
    "sns:DeleteTopic": ("TopicArn", _same("sns", "TopicArn", "SetTopicAttributes")),
    "logs:DeleteLogGroup": ("logGroupName", _same("logs", "logGroupName", "PutRetentionPolicy DeleteRetentionPolicy")),
    "dynamodb:DeleteTable": (
        "TableName",
        _same("dynamodb", "TableName", "UpdateTimeToLive UpdateContinuousBackups"),
    ),
}


def goes_with(deletion: Call, other: Call) -> bool:
    """Whether all that ``other`` would set is gone once ``deletion`` was carried out, and does not stand in its way."""
    named, others = _ENDINGS.get(str(deletion.id), ("", {}))
    parameter = others.get(str(other.id))
    if parameter is None or (deletion.account, deletion.region) != (other.account, other.region):
        return False
    gone, meant = _texts(deletion.parameters.get(named)), _texts(other.parameters.get(parameter))
    return bool(meant) and meant <= gone


def _texts(value: object) -> set[str]:
    return {value} if isinstance(value, str) else {str(one) for one in value} if isinstance(value, list) else set()
