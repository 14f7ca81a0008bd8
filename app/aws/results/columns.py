"""Which rows and columns well-known operations are shown with. Data only; everything else is chosen by rule.

A row path names the lists to walk (``Reservations[].Instances[]``); a column is ``heading=path`` or just a path whose
last step is its heading. In a path, ``tag:NAME`` is a tag's value and a list along the way is joined.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """Where an operation's rows stand and what is shown of each."""

    rows: str
    columns: tuple[str, ...]


def _view(rows: str, columns: str) -> View:
    return View(rows, tuple(columns.split()))


VIEWS: dict[tuple[str, str], View] = {
    ("ec2", "DescribeInstances"): _view(
        "Reservations[].Instances[]",
        "Name=tag:Name InstanceId State=State.Name Type=InstanceType Zone=Placement.AvailabilityZone "
        "PrivateIp=PrivateIpAddress PublicIp=PublicIpAddress Launched=LaunchTime",
    ),
    ("ec2", "DescribeVolumes"): _view(
        "Volumes[]",
        "Name=tag:Name VolumeId State Type=VolumeType SizeGiB=Size AttachedTo=Attachments.InstanceId "
        "Zone=AvailabilityZone Created=CreateTime",
    ),
    ("ec2", "DescribeSnapshots"): _view(
        "Snapshots[]", "Name=tag:Name SnapshotId State SizeGiB=VolumeSize VolumeId Started=StartTime Description"
    ),
    ("ec2", "DescribeImages"): _view(
        "Images[]", "Name ImageId State Architecture Platform=PlatformDetails Public Created=CreationDate"
    ),
    ("ec2", "DescribeSecurityGroups"): _view(
        "SecurityGroups[]",
        "Name=GroupName GroupId VpcId Ports=IpPermissions.ToPort From=IpPermissions.IpRanges.CidrIp Description",
    ),
    ("ec2", "DescribeVpcs"): _view("Vpcs[]", "Name=tag:Name VpcId State Cidr=CidrBlock Default=IsDefault"),
    ("ec2", "DescribeSubnets"): _view(
        "Subnets[]",
        "Name=tag:Name SubnetId VpcId State Zone=AvailabilityZone Cidr=CidrBlock FreeAddresses=AvailableIpAddressCount",
    ),
    ("ec2", "DescribeAddresses"): _view(
        "Addresses[]", "Name=tag:Name PublicIp AllocationId InstanceId PrivateIp=PrivateIpAddress"
    ),
    ("ec2", "DescribeRegions"): _view("Regions[]", "RegionName OptInStatus Endpoint"),
    ("ec2", "DescribeKeyPairs"): _view("KeyPairs[]", "Name=KeyName KeyPairId Type=KeyType Created=CreateTime"),
    ("ec2", "StartInstances"): _view(
        "StartingInstances[]", "InstanceId Now=CurrentState.Name Before=PreviousState.Name"
    ),
    ("ec2", "StopInstances"): _view(
        "StoppingInstances[]", "InstanceId Now=CurrentState.Name Before=PreviousState.Name"
    ),
    ("ec2", "TerminateInstances"): _view(
        "TerminatingInstances[]", "InstanceId Now=CurrentState.Name Before=PreviousState.Name"
    ),
    ("s3", "ListBuckets"): _view("Buckets[]", "Name Created=CreationDate Region=BucketRegion"),
    ("s3", "ListObjects"): _view("Contents[]", "Key Size Modified=LastModified Class=StorageClass"),
    ("s3", "ListObjectsV2"): _view("Contents[]", "Key Size Modified=LastModified Class=StorageClass"),
    ("s3", "ListObjectVersions"): _view(
        "Versions[]", "Key VersionId Latest=IsLatest Size Modified=LastModified Class=StorageClass"
    ),
    ("iam", "ListUsers"): _view("Users[]", "UserName UserId Created=CreateDate PasswordUsed=PasswordLastUsed Arn"),
    ("iam", "ListRoles"): _view("Roles[]", "RoleName Created=CreateDate Description Path Arn"),
    ("iam", "ListGroups"): _view("Groups[]", "GroupName Created=CreateDate Path Arn"),
    ("iam", "ListPolicies"): _view(
        "Policies[]", "PolicyName Attached=AttachmentCount Version=DefaultVersionId Updated=UpdateDate Arn"
    ),
    ("iam", "ListAccessKeys"): _view("AccessKeyMetadata[]", "UserName AccessKeyId Status Created=CreateDate"),
    ("iam", "ListMFADevices"): _view("MFADevices[]", "UserName SerialNumber Enabled=EnableDate"),
    ("lambda", "ListFunctions"): _view(
        "Functions[]", "Name=FunctionName Runtime MemoryMiB=MemorySize TimeoutS=Timeout Modified=LastModified Handler"
    ),
    ("dynamodb", "ListTables"): _view("TableNames[]", "Table=@"),
    ("rds", "DescribeDBInstances"): _view(
        "DBInstances[]",
        "Name=DBInstanceIdentifier Status=DBInstanceStatus Engine Class=DBInstanceClass StorageGiB=AllocatedStorage "
        "MultiAZ Endpoint=Endpoint.Address Created=InstanceCreateTime",
    ),
    ("cloudwatch", "DescribeAlarms"): _view(
        "MetricAlarms[]",
        "Name=AlarmName State=StateValue Metric=MetricName Namespace Threshold Updated=StateUpdatedTimestamp",
    ),
    ("logs", "DescribeLogGroups"): _view(
        "logGroups[]", "Name=logGroupName KeptDays=retentionInDays StoredBytes=storedBytes Created=creationTime"
    ),
    ("logs", "FilterLogEvents"): _view("events[]", "Time=timestamp Stream=logStreamName Message=message"),
    ("logs", "GetLogEvents"): _view("events[]", "Time=timestamp Message=message"),
    ("sqs", "ListQueues"): _view("QueueUrls[]", "Queue=@"),
    ("sns", "ListTopics"): _view("Topics[]", "TopicArn"),
    ("secretsmanager", "ListSecrets"): _view(
        "SecretList[]", "Name Description Created=CreatedDate Changed=LastChangedDate Accessed=LastAccessedDate"
    ),
    ("ssm", "DescribeParameters"): _view("Parameters[]", "Name Type Version Modified=LastModifiedDate Description"),
    ("kms", "ListKeys"): _view("Keys[]", "KeyId KeyArn"),
    ("kms", "ListAliases"): _view("Aliases[]", "AliasName TargetKeyId"),
    ("route53", "ListHostedZones"): _view(
        "HostedZones[]", "Name Id Records=ResourceRecordSetCount Private=Config.PrivateZone"
    ),
    ("route53", "ListResourceRecordSets"): _view("ResourceRecordSets[]", "Name Type TTL Values=ResourceRecords.Value"),
    ("cloudformation", "DescribeStacks"): _view(
        "Stacks[]", "Name=StackName Status=StackStatus Created=CreationTime Updated=LastUpdatedTime Description"
    ),
    ("ecs", "ListClusters"): _view("clusterArns[]", "Cluster=@"),
}
