"""Which of botocore's waiters belong to well-known operations, and words for states. Data only.

An operation with none has none, whatever the rule over names would find: what was created need not be started.
Where a waiter's parameter stands is a JMESPath over the call's parameters, with its answer under ``answer``.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.language import marked


@dataclass(frozen=True, slots=True)
class Fit:
    """A waiter for an operation. ``words`` go after "until"."""

    waiter: str
    words: str
    parameters: tuple[tuple[str, str], ...]


def _fit(waiter: str, words: str, **parameters: str) -> Fit:
    return Fit(waiter, words, tuple(parameters.items()))


GOALS = {
    "Active": "there", "ActiveV2": "there", "Available": "there", "Created": "there", "Exists": "there",
    "Ready": "there", "Running": "there", "InService": "there", "Complete": "there", "Completed": "there",
    "CreateComplete": "there", "UpdateComplete": "there", "ImportComplete": "there", "Succeeded": "there",
    "Success": "there", "Successful": "there", "Updated": "there", "UpdatedV2": "there", "Deployed": "there",
    "Online": "there", "Validated": "there", "Issued": "there", "Started": "there", "Registered": "there",
    "Accepted": "there", "Built": "there", "Fulfilled": "there", "Restored": "there", "Enabled": "there",
    "Associated": "there", "CompletedOrStopped": "there", "Executed": "there", "Finished": "there",
    "Connected": "there", "Stable": "there", "Scheduled": "there", "Imported": "there", "Assessed": "there",
    "Deleted": "gone", "NotExists": "gone", "NotExist": "gone", "Terminated": "gone", "Inactive": "gone",
    "DeleteComplete": "gone", "Deregistered": "gone",
    "Stopped": "stopped", "Offline": "stopped", "Standby": "stopped",
    "Cancelled": "cancelled", "Disassociated": "apart", "Detached": "apart", "Disconnected": "apart",
}  # fmt: skip
"""The states that waiters' names end with, and what each amounts to."""

WORDS = {
    "ActiveV2": "active", "Exists": "there", "NotExists": "gone", "NotExist": "gone", "Deleted": "deleted",
    "InService": "in service", "UpdatedV2": "updated", "CreateComplete": "created", "UpdateComplete": "updated",
    "ImportComplete": "imported", "DeleteComplete": "deleted", "Complete": "complete", "Completed": "complete",
    "Success": "successful", "Succeeded": "successful", "CompletedOrStopped": "complete or stopped",
    "Stable": "stable", "Executed": "done",
}  # fmt: skip
"""Words for states, where the name itself, in small letters, says it less well."""

SAID = (
    marked("accepted"), marked("active"), marked("assessed"), marked("associated"),
    marked("available"), marked("built"), marked("cancelled"), marked("complete"),
    marked("complete or stopped"), marked("connected"), marked("created"), marked("deleted"),
    marked("deployed"), marked("deregistered"), marked("detached"), marked("disassociated"),
    marked("disconnected"), marked("done"), marked("enabled"), marked("everywhere"),
    marked("finished"), marked("fulfilled"), marked("gone"), marked("imported"),
    marked("in service"), marked("in use"), marked("inactive"), marked("issued"),
    marked("its status checks pass"), marked("offline"), marked("online"), marked("ready"),
    marked("registered"), marked("restored"), marked("rolled back"), marked("running"),
    marked("scheduled"), marked("signed"), marked("stable"), marked("standby"),
    marked("started"), marked("stopped"), marked("successful"), marked("terminated"),
    marked("there"), marked("updated"), marked("validated"), marked("verified"),
)  # fmt: skip
"""Every word for a state that the table or the rule over names may give, for translators."""

_INSTANCES = "InstanceIds"
_STARTED = "answer.Instances[].InstanceId"
_DB = {"DBInstanceIdentifier": "DBInstanceIdentifier"}
_CLUSTER = {"DBClusterIdentifier": "DBClusterIdentifier"}
_FUNCTION = {"FunctionName": "FunctionName"}
_TABLE = {"TableName": "TableName"}
_BUCKET = {"Bucket": "Bucket"}
_OBJECT = {"Bucket": "Bucket", "Key": "Key"}
_SERVICE = {"cluster": "answer.service.clusterArn", "services": "answer.service.serviceName | [@]"}
_TASKS = {"cluster": "answer.tasks[0].clusterArn", "tasks": "answer.tasks[].taskArn"}
_BALANCERS = {"LoadBalancerArns": "answer.LoadBalancers[].LoadBalancerArn"}
_TARGETS = {"TargetGroupArn": "TargetGroupArn", "Targets": "Targets"}
_CACHE = {"CacheClusterId": "CacheClusterId"}
_REPLICATION = {"ReplicationGroupId": "ReplicationGroupId"}
_REDSHIFT = {"ClusterIdentifier": "ClusterIdentifier"}
_STACK = {"StackName": "answer.StackId || StackName"}

_REPLICATION_TASK = "ReplicationTaskArn && [{Name: 'replication-task-arn', Values: [ReplicationTaskArn]}]"
_RESOURCE_DONE = (_fit("ResourceRequestSuccess", "done", RequestToken="answer.ProgressEvent.RequestToken"),)

_DB_AVAILABLE = (_fit("DBInstanceAvailable", "available", **_DB),)
_DB_CLUSTER_AVAILABLE = (_fit("DBClusterAvailable", "available", **_CLUSTER),)
_FUNCTION_UPDATED = (_fit("FunctionUpdatedV2", "updated", **_FUNCTION),)
_CACHE_AVAILABLE = (_fit("CacheClusterAvailable", "available", **_CACHE),)
_GROUP_AVAILABLE = (_fit("ReplicationGroupAvailable", "available", **_REPLICATION),)

KNOWN: dict[tuple[str, str], tuple[Fit, ...]] = {
    ("ec2", "RunInstances"): (
        _fit("InstanceRunning", "running", InstanceIds=_STARTED),
        _fit("InstanceStatusOk", "its status checks pass", InstanceIds=_STARTED),
    ),
    ("ec2", "StartInstances"): (
        _fit("InstanceRunning", "running", InstanceIds=_INSTANCES),
        _fit("InstanceStatusOk", "its status checks pass", InstanceIds=_INSTANCES),
    ),
    ("ec2", "StopInstances"): (_fit("InstanceStopped", "stopped", InstanceIds=_INSTANCES),),
    ("ec2", "TerminateInstances"): (_fit("InstanceTerminated", "terminated", InstanceIds=_INSTANCES),),
    ("ec2", "RebootInstances"): (_fit("InstanceStatusOk", "its status checks pass", InstanceIds=_INSTANCES),),
    ("ec2", "CreateVolume"): (_fit("VolumeAvailable", "available", VolumeIds="answer.VolumeId | [@]"),),
    ("ec2", "AttachVolume"): (_fit("VolumeInUse", "in use", VolumeIds="[VolumeId]"),),
    ("ec2", "DetachVolume"): (_fit("VolumeAvailable", "available", VolumeIds="[VolumeId]"),),
    ("ec2", "DeleteVolume"): (_fit("VolumeDeleted", "deleted", VolumeIds="[VolumeId]"),),
    ("ec2", "CreateSnapshot"): (_fit("SnapshotCompleted", "complete", SnapshotIds="answer.SnapshotId | [@]"),),
    ("ec2", "CopySnapshot"): (_fit("SnapshotCompleted", "complete", SnapshotIds="answer.SnapshotId | [@]"),),
    ("ec2", "CreateImage"): (_fit("ImageAvailable", "available", ImageIds="answer.ImageId | [@]"),),
    ("ec2", "CopyImage"): (_fit("ImageAvailable", "available", ImageIds="answer.ImageId | [@]"),),
    ("ec2", "CreateSubnet"): (_fit("SubnetAvailable", "available", SubnetIds="answer.Subnet.SubnetId | [@]"),),
    ("ec2", "CreateVpc"): (_fit("VpcAvailable", "available", VpcIds="answer.Vpc.VpcId | [@]"),),
    ("ec2", "CreateNatGateway"): (
        _fit("NatGatewayAvailable", "available", NatGatewayIds="answer.NatGateway.NatGatewayId | [@]"),
    ),
    ("ec2", "DeleteNatGateway"): (_fit("NatGatewayDeleted", "deleted", NatGatewayIds="[NatGatewayId]"),),
    ("ec2", "CreateNetworkInterface"): (
        _fit(
            "NetworkInterfaceAvailable",
            "available",
            NetworkInterfaceIds="answer.NetworkInterface.NetworkInterfaceId | [@]",
        ),
    ),
    ("ec2", "CreateVpnConnection"): (
        _fit("VpnConnectionAvailable", "available", VpnConnectionIds="answer.VpnConnection.VpnConnectionId | [@]"),
    ),
    ("ec2", "RequestSpotInstances"): (
        _fit(
            "SpotInstanceRequestFulfilled",
            "fulfilled",
            SpotInstanceRequestIds="answer.SpotInstanceRequests[].SpotInstanceRequestId",
        ),
    ),
    ("rds", "CreateDBInstance"): _DB_AVAILABLE,
    ("rds", "CreateDBInstanceReadReplica"): _DB_AVAILABLE,
    ("rds", "StartDBInstance"): _DB_AVAILABLE,
    ("rds", "ModifyDBInstance"): _DB_AVAILABLE,
    ("rds", "RebootDBInstance"): _DB_AVAILABLE,
    ("rds", "RestoreDBInstanceFromDBSnapshot"): _DB_AVAILABLE,
    ("rds", "DeleteDBInstance"): (_fit("DBInstanceDeleted", "deleted", **_DB),),
    ("rds", "CreateDBCluster"): _DB_CLUSTER_AVAILABLE,
    ("rds", "StartDBCluster"): _DB_CLUSTER_AVAILABLE,
    ("rds", "ModifyDBCluster"): _DB_CLUSTER_AVAILABLE,
    ("rds", "DeleteDBCluster"): (_fit("DBClusterDeleted", "deleted", **_CLUSTER),),
    ("rds", "CreateDBSnapshot"): (
        _fit("DBSnapshotAvailable", "available", **_DB, DBSnapshotIdentifier="DBSnapshotIdentifier"),
    ),
    ("cloudformation", "CreateStack"): (_fit("StackCreateComplete", "created", **_STACK),),
    ("cloudformation", "UpdateStack"): (_fit("StackUpdateComplete", "updated", **_STACK),),
    ("cloudformation", "DeleteStack"): (_fit("StackDeleteComplete", "deleted", **_STACK),),
    ("cloudformation", "CreateChangeSet"): (
        _fit("ChangeSetCreateComplete", "created", ChangeSetName="answer.Id || ChangeSetName", StackName="StackName"),
    ),
    ("lambda", "CreateFunction"): (_fit("FunctionActiveV2", "active", **_FUNCTION),),
    ("lambda", "UpdateFunctionCode"): _FUNCTION_UPDATED,
    ("lambda", "UpdateFunctionConfiguration"): _FUNCTION_UPDATED,
    ("dynamodb", "CreateTable"): (_fit("TableExists", "active", **_TABLE),),
    ("dynamodb", "UpdateTable"): (_fit("TableExists", "active", **_TABLE),),
    ("dynamodb", "DeleteTable"): (_fit("TableNotExists", "gone", **_TABLE),),
    ("s3", "CreateBucket"): (_fit("BucketExists", "there", **_BUCKET),),
    ("s3", "DeleteBucket"): (_fit("BucketNotExists", "gone", **_BUCKET),),
    ("s3", "PutObject"): (_fit("ObjectExists", "there", **_OBJECT),),
    ("s3", "DeleteObject"): (_fit("ObjectNotExists", "gone", **_OBJECT),),
    ("ecs", "CreateService"): (_fit("ServicesStable", "stable", **_SERVICE),),
    ("ecs", "UpdateService"): (_fit("ServicesStable", "stable", **_SERVICE),),
    ("ecs", "RunTask"): (
        _fit("TasksRunning", "running", **_TASKS),
        _fit("TasksStopped", "stopped", **_TASKS),
    ),
    ("ecs", "StopTask"): (
        _fit("TasksStopped", "stopped", cluster="answer.task.clusterArn", tasks="answer.task.taskArn | [@]"),
    ),
    ("elbv2", "CreateLoadBalancer"): (_fit("LoadBalancerAvailable", "available", **_BALANCERS),),
    ("elbv2", "DeleteLoadBalancer"): (_fit("LoadBalancersDeleted", "deleted", LoadBalancerArns="[LoadBalancerArn]"),),
    ("elbv2", "RegisterTargets"): (_fit("TargetInService", "in service", **_TARGETS),),
    ("elbv2", "DeregisterTargets"): (_fit("TargetDeregistered", "deregistered", **_TARGETS),),
    ("elasticache", "CreateCacheCluster"): _CACHE_AVAILABLE,
    ("elasticache", "ModifyCacheCluster"): _CACHE_AVAILABLE,
    ("elasticache", "DeleteCacheCluster"): (_fit("CacheClusterDeleted", "deleted", **_CACHE),),
    ("elasticache", "CreateReplicationGroup"): _GROUP_AVAILABLE,
    ("elasticache", "ModifyReplicationGroup"): _GROUP_AVAILABLE,
    ("elasticache", "DeleteReplicationGroup"): (_fit("ReplicationGroupDeleted", "deleted", **_REPLICATION),),
    ("redshift", "CreateCluster"): (_fit("ClusterAvailable", "available", **_REDSHIFT),),
    ("redshift", "ResumeCluster"): (_fit("ClusterAvailable", "available", **_REDSHIFT),),
    ("redshift", "DeleteCluster"): (_fit("ClusterDeleted", "deleted", **_REDSHIFT),),
    ("emr", "RunJobFlow"): (_fit("ClusterRunning", "running", ClusterId="answer.JobFlowId"),),
    ("acm", "RequestCertificate"): (
        _fit("CertificateValidated", "validated", CertificateArn="answer.CertificateArn"),
    ),
    ("cloudfront", "CreateDistribution"): (_fit("DistributionDeployed", "deployed", Id="answer.Distribution.Id"),),
    ("cloudfront", "UpdateDistribution"): (_fit("DistributionDeployed", "deployed", Id="Id"),),
    ("cloudfront", "CreateInvalidation"): (
        _fit("InvalidationCompleted", "complete", DistributionId="DistributionId", Id="answer.Invalidation.Id"),
    ),
    ("route53", "ChangeResourceRecordSets"): (
        _fit("ResourceRecordSetsChanged", "everywhere", Id="answer.ChangeInfo.Id"),
    ),
    ("ssm", "SendCommand"): (
        _fit("CommandExecuted", "done", CommandId="answer.Command.CommandId", InstanceId="InstanceIds[0]"),
    ),
    ("ec2", "ModifyVolume"): (),
    ("appstream", "CreateFleet"): (),
    ("appstream", "UpdateFleet"): (),
    ("lambda", "PublishVersion"): (
        _fit("PublishedVersionActive", "active", FunctionName="FunctionName", Qualifier="answer.Version"),
    ),
    ("dynamodb", "ExportTableToPointInTime"): (
        _fit("ExportCompleted", "complete", ExportArn="answer.ExportDescription.ExportArn"),
    ),
    ("dynamodb", "ImportTable"): (
        _fit("ImportCompleted", "complete", ImportArn="answer.ImportTableDescription.ImportArn"),
    ),
    ("emr", "AddJobFlowSteps"): (
        _fit("StepComplete", "complete", ClusterId="JobFlowId", StepId="answer.StepIds[-1]"),
    ),
    ("emr", "TerminateJobFlows"): (_fit("ClusterTerminated", "terminated", ClusterId="JobFlowIds[0]"),),
    ("redshift", "CreateClusterSnapshot"): (
        _fit("SnapshotAvailable", "available", SnapshotIdentifier="SnapshotIdentifier"),
    ),
    ("redshift", "RestoreFromClusterSnapshot"): (_fit("ClusterRestored", "restored", **_REDSHIFT),),
    ("redshift", "ModifyCluster"): (_fit("ClusterAvailable", "available", **_REDSHIFT),),
    ("ecr", "StartImageScan"): (
        _fit("ImageScanComplete", "complete", repositoryName="repositoryName", imageId="imageId"),
    ),
    ("ecs", "DeleteService"): (
        _fit("ServicesInactive", "inactive", cluster="answer.service.clusterArn", services="[service]"),
    ),
    ("elb", "RegisterInstancesWithLoadBalancer"): (
        _fit("InstanceInService", "in service", LoadBalancerName="LoadBalancerName", Instances="Instances"),
    ),
    ("elb", "DeregisterInstancesFromLoadBalancer"): (
        _fit("InstanceDeregistered", "deregistered", LoadBalancerName="LoadBalancerName", Instances="Instances"),
    ),
    ("cloudwatch", "PutMetricAlarm"): (_fit("AlarmExists", "there", AlarmNames="[AlarmName]"),),
    ("cloudformation", "RollbackStack"): (_fit("StackRollbackComplete", "rolled back", **_STACK),),
    ("cloudformation", "RegisterType"): (
        _fit("TypeRegistrationComplete", "registered", RegistrationToken="answer.RegistrationToken"),
    ),
    ("cloudcontrol", "CreateResource"): _RESOURCE_DONE,
    ("cloudcontrol", "UpdateResource"): _RESOURCE_DONE,
    ("cloudcontrol", "DeleteResource"): _RESOURCE_DONE,
    ("signer", "StartSigningJob"): (_fit("SuccessfulSigningJob", "signed", jobId="answer.jobId"),),
    ("ses", "VerifyEmailIdentity"): (_fit("IdentityExists", "verified", Identities="[EmailAddress]"),),
    ("dms", "StartReplicationTask"): (_fit("ReplicationTaskRunning", "running", Filters=_REPLICATION_TASK),),
    ("dms", "StopReplicationTask"): (_fit("ReplicationTaskStopped", "stopped", Filters=_REPLICATION_TASK),),
    ("dms", "DeleteReplicationTask"): (_fit("ReplicationTaskDeleted", "deleted", Filters=_REPLICATION_TASK),),
    ("kinesis", "CreateStream"): (_fit("StreamExists", "active", StreamName="StreamName"),),
    ("kinesis", "DeleteStream"): (_fit("StreamNotExists", "gone", StreamName="StreamName"),),
}  # fmt: skip
