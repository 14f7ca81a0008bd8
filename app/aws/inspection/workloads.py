"""What services that run things say of them: databases, functions, containers, load balancers, stacks, DNS zones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.aws.inspection.finding import Finder, by_name, named
from app.aws.inspection.reads import Found, Reads, listed, texts, whole
from app.domain.aws import Call, Resource, tags_of
from app.domain.language import plural, tr
from app.domain.numerals import number

_SERVICES_AT_ONCE = 10


def databases(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Database instances, with their backups and copies."""
    for name in names:
        found = next(iter(reads("rds:DescribeDBInstances", DBInstanceIdentifier=name).get("DBInstances", ())), None)
        if found is None:
            continue
        saved = reads("rds:DescribeDBSnapshots", DBInstanceIdentifier=name).get("DBSnapshots", ())
        replicas = found.get("ReadReplicaDBInstanceIdentifiers") or ()
        facts = texts(
            found.get("Engine"),
            found.get("DBInstanceClass"),
            found.get("DBInstanceStatus"),
            found.get("MultiAZ") and tr("in two zones"),
            tr("deletion protection on") if found.get("DeletionProtection") else tr("no deletion protection"),
        )
        dependants = texts(
            plural("1 snapshot", "{count} snapshots", len(saved)) if saved else tr("no snapshot"),
            replicas and tr("copied by {names}", names=listed(replicas)),
            found.get("DBClusterIdentifier") and tr("in cluster {name}", name=found["DBClusterIdentifier"]),
        )
        tags = tags_of(found.get("TagList"))
        yield Found(
            resource=Resource(kind="database", id=name, facts=facts, tags=tags, dependants=dependants),
            data={**found, "Saved": len(saved)},
        )


def clusters(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Database clusters, with their members and backups."""
    for name in names:
        found = next(iter(reads("rds:DescribeDBClusters", DBClusterIdentifier=name).get("DBClusters", ())), None)
        if found is None:
            continue
        saved = reads("rds:DescribeDBClusterSnapshots", DBClusterIdentifier=name).get("DBClusterSnapshots", ())
        members = [item.get("DBInstanceIdentifier", "") for item in found.get("DBClusterMembers", ())]
        facts = texts(
            found.get("Engine"),
            found.get("Status"),
            tr("deletion protection on") if found.get("DeletionProtection") else tr("no deletion protection"),
        )
        dependants = texts(
            members and tr("has {names}", names=listed(members)),
            plural("1 snapshot", "{count} snapshots", len(saved)) if saved else tr("no snapshot"),
        )
        tags = tags_of(found.get("TagList"))
        yield Found(
            resource=Resource(kind="database cluster", id=name, facts=facts, tags=tags, dependants=dependants),
            data={**found, "Saved": len(saved)},
        )


def functions(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Functions, with what calls them; never their environment variables."""
    for name in names:
        aliases = reads("lambda:ListAliases", FunctionName=name)
        if not aliases:
            continue
        called = [str(alias.get("Name")) for alias in aliases.get("Aliases", ())]
        sources = reads("lambda:ListEventSourceMappings", FunctionName=name).get("EventSourceMappings", ())
        address = reads("lambda:GetFunctionUrlConfig", FunctionName=name).get("FunctionUrl")
        reserved = reads("lambda:GetFunctionConcurrency", FunctionName=name).get("ReservedConcurrentExecutions")
        facts = texts(reserved is not None and tr("{count} runs at once at most", count=reserved))
        dependants = texts(
            called and tr("called as {names}", names=listed(called)),
            sources
            and tr(
                "fed by {names}",
                names=listed([str(item.get("EventSourceArn", "")).rpartition(":")[2] for item in sources]),
            ),
            address and tr("answers at {address}", address=address),
        )
        data = {"Reserved": reserved, "Sources": list(sources)}
        yield Found(resource=Resource(kind="function", id=name, facts=facts, dependants=dependants), data=data)


def services(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Container services, with how many tasks they run and what sends them traffic."""
    cluster = reads.call.parameters.get("cluster") or "default"
    answer = reads("ecs:DescribeServices", cluster=cluster, services=list(names)[:_SERVICES_AT_ONCE], include=["TAGS"])
    for found in answer.get("services", ()):
        running = found.get("runningCount", 0)
        facts = texts(
            found.get("status"),
            tr("{running} of {count} tasks running", running=running, count=found.get("desiredCount", 0)),
        )
        balancers = [str(item.get("targetGroupArn", "")).rpartition(":")[2] for item in found.get("loadBalancers", ())]
        dependants = texts(
            balancers and tr("gets traffic from {names}", names=listed(balancers)),
            found.get("serviceRegistries") and tr("others find it by name"),
        )
        asked = next((name for name in names if name in (found.get("serviceName"), found.get("serviceArn"))), "")
        yield Found(
            resource=Resource(
                kind="service",
                id=asked or str(found.get("serviceName")),
                name=str(found.get("serviceName", "")),
                facts=facts,
                tags=tags_of(found.get("tags")),
                dependants=dependants,
            ),
            data=found,
        )


def ecs_clusters(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Container clusters, with what runs in them."""
    for name in names:
        answer = reads("ecs:DescribeClusters", clusters=[name], include=["TAGS"]).get("clusters", ())
        for found in answer:
            dependants = (
                plural("1 service", "{count} services", whole(found.get("activeServicesCount"))),
                plural("1 task running", "{count} tasks running", whole(found.get("runningTasksCount"))),
                plural("1 machine", "{count} machines", whole(found.get("registeredContainerInstancesCount"))),
            )
            facts = texts(found.get("status"))
            tags = tags_of(found.get("tags"))
            yield Found(
                resource=Resource(kind="cluster", id=name, facts=facts, tags=tags, dependants=dependants), data=found
            )


def balancers(reads: Reads, arns: Sequence[str]) -> Iterator[Found]:
    """Load balancers, with where they send traffic."""
    for arn in arns:
        found = next(iter(reads("elbv2:DescribeLoadBalancers", LoadBalancerArns=[arn]).get("LoadBalancers", ())), None)
        if found is None:
            continue
        listeners = reads("elbv2:DescribeListeners", LoadBalancerArn=arn).get("Listeners", ())
        groups = reads("elbv2:DescribeTargetGroups", LoadBalancerArn=arn).get("TargetGroups", ())
        facts = texts(found.get("Type"), found.get("Scheme"), found.get("State", {}).get("Code"))
        dependants = texts(
            listeners and tr("listens on {ports}", ports=listed([str(item.get("Port", "")) for item in listeners])),
            groups and tr("sends to {names}", names=listed([item["TargetGroupName"] for item in groups])),
            found.get("DNSName") and tr("reached as {name}", name=found["DNSName"]),
        )
        tags = _balancing_tags(reads, arn)
        name = str(found.get("LoadBalancerName", ""))
        yield Found(
            resource=Resource(kind="load balancer", id=arn, name=name, facts=facts, tags=tags, dependants=dependants),
            data=found,
        )


def target_groups(reads: Reads, arns: Sequence[str]) -> Iterator[Found]:
    """Target groups, with their targets."""
    for arn in arns:
        found = next(iter(reads("elbv2:DescribeTargetGroups", TargetGroupArns=[arn]).get("TargetGroups", ())), None)
        if found is None:
            continue
        health = reads("elbv2:DescribeTargetHealth", TargetGroupArn=arn).get("TargetHealthDescriptions", ())
        targets = [str(item.get("Target", {}).get("Id", "")) for item in health]
        fed = [str(item).rpartition("/")[0].rpartition("/")[2] for item in found.get("LoadBalancerArns", ())]
        dependants = texts(
            targets and tr("has {names}", names=listed(targets)), fed and tr("fed by {names}", names=listed(fed))
        )
        name = str(found.get("TargetGroupName", ""))
        tags = _balancing_tags(reads, arn)
        facts = texts(found.get("Protocol"), found.get("Port"))
        yield Found(
            resource=Resource(kind="target group", id=arn, name=name, facts=facts, tags=tags, dependants=dependants),
            data=found,
        )


def _balancing_tags(reads: Reads, arn: str) -> dict[str, str]:
    described = reads("elbv2:DescribeTags", ResourceArns=[arn]).get("TagDescriptions", ())
    return tags_of(next((entry.get("Tags") for entry in described), ()))


def scaling_groups(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Auto Scaling groups, with their machines."""
    answer = reads("autoscaling:DescribeAutoScalingGroups", AutoScalingGroupNames=list(names))
    for found in answer.get("AutoScalingGroups", ()):
        machines = [str(item.get("InstanceId")) for item in found.get("Instances", ())]
        sizes = (found.get("MinSize"), found.get("DesiredCapacity"), found.get("MaxSize"))
        facts = (tr("{wanted} wanted, {least} to {most}", wanted=sizes[1], least=sizes[0], most=sizes[2]),)
        dependants = texts(
            machines and tr("runs {names}", names=listed(machines)),
            found.get("TargetGroupARNs")
            and plural("1 target group", "{count} target groups", len(found["TargetGroupARNs"])),
        )
        yield Found(
            resource=Resource(
                kind="Auto Scaling group",
                id=str(found["AutoScalingGroupName"]),
                facts=facts,
                tags=tags_of(found.get("Tags")),
                dependants=dependants,
            ),
            data=found,
        )


def stacks(reads: Reads, names: Sequence[str]) -> Iterator[Found]:
    """Stacks, with the resources that stand and fall with them."""
    for name in names:
        found = next(iter(reads("cloudformation:DescribeStacks", StackName=name).get("Stacks", ())), None)
        if found is None:
            continue
        answer = reads("cloudformation:ListStackResources", StackName=name)
        parts = answer.get("StackResourceSummaries", ())
        kinds = sorted({str(part.get("ResourceType", "")).removeprefix("AWS::") for part in parts})
        facts = texts(
            found.get("StackStatus"),
            tr("termination protection on")
            if found.get("EnableTerminationProtection")
            else tr("no termination protection"),
        )
        count = (
            tr("at least {count} resources", count=number(len(parts)))
            if answer.get("NextToken")
            else plural("1 resource", "{count} resources", len(parts))
        )
        dependants = texts(f"{count}: {listed(kinds, 6)}" if parts else tr("no resources"))
        tags = tags_of(found.get("Tags"))
        yield Found(
            resource=Resource(kind="stack", id=name, facts=facts, tags=tags, dependants=dependants),
            data={**found, "Resources": list(parts)},
        )


def zones(reads: Reads, ids: Sequence[str]) -> Iterator[Found]:
    """DNS zones, with how many records they have and the records that a call changes."""
    for id in ids:
        answer = reads("route53:GetHostedZone", Id=id)
        found = answer.get("HostedZone", {})
        if not found:
            continue
        count = found.get("ResourceRecordSetCount", 0)
        facts = texts(
            tr("private", "a DNS zone or an image")
            if found.get("Config", {}).get("PrivateZone")
            else tr("public", "a DNS zone or an image"),
            plural("1 record", "{count} records", whole(count)),
        )
        networks = [str(item.get("VPCId", "")) for item in answer.get("VPCs", ())]
        dependants = texts(networks and tr("answers in {names}", names=listed(networks)))
        bare = id.rpartition("/")[2]
        tags = tags_of(
            reads("route53:ListTagsForResource", ResourceType="hostedzone", ResourceId=bare)
            .get("ResourceTagSet", {})
            .get("Tags")
        )
        name = str(found.get("Name", ""))
        yield Found(
            resource=Resource(kind="DNS zone", id=id, name=name, facts=facts, tags=tags, dependants=dependants),
            data=found,
        )
        yield from _records(reads, id)


def _records(reads: Reads, zone: str) -> Iterator[Found]:
    batch = reads.call.parameters.get("ChangeBatch")
    changes = batch.get("Changes", ()) if isinstance(batch, dict) else ()
    for change in changes if isinstance(changes, (list, tuple)) else ():
        wanted = change.get("ResourceRecordSet", {}) if isinstance(change, dict) else {}
        name, kind = str(wanted.get("Name", "")), str(wanted.get("Type", ""))
        answer = reads(
            "route53:ListResourceRecordSets",
            HostedZoneId=zone,
            StartRecordName=name,
            StartRecordType=kind,
            MaxItems="1",
        )
        found: dict[str, Any] = next(
            (
                entry
                for entry in answer.get("ResourceRecordSets", ())
                if entry.get("Name", "").rstrip(".") == name.rstrip(".") and entry.get("Type") == kind
            ),
            {},
        )
        values = [str(entry.get("Value", "")) for entry in found.get("ResourceRecords", ())]
        facts = texts(
            kind,
            tr("now {values}", values=listed(values)) if values else tr("not there now"),
            found.get("TTL") and f"{found['TTL']} s",
        )
        yield Found(resource=Resource(kind="record", id=f"{name} {kind}", facts=facts), data=found)


def _database_names(call: Call) -> Sequence[str]:
    if call.id.service != "rds" or call.id.operation.startswith(("CreateDBInstance", "Restore")):
        return ()
    return named(call, "DBInstanceIdentifier", "SourceDBInstanceIdentifier")


FINDERS = (
    Finder(_database_names, databases),
    Finder(by_name("rds", "DBClusterIdentifier", creating=("CreateDBCluster", "Restore")), clusters),
    Finder(by_name("lambda", "FunctionName", creating=("CreateFunction",)), functions),
    Finder(by_name("ecs", "service", "services"), services),
    Finder(by_name("ecs", "cluster", "clusters", creating=("CreateCluster",)), ecs_clusters),
    Finder(by_name("elbv2", "LoadBalancerArn", "LoadBalancerArns"), balancers),
    Finder(by_name("elbv2", "TargetGroupArn", "TargetGroupArns"), target_groups),
    Finder(by_name("autoscaling", "AutoScalingGroupName"), scaling_groups),
    Finder(by_name("cloudformation", "StackName", creating=("CreateStack",)), stacks),
    Finder(by_name("route53", "HostedZoneId", "Id"), zones),
)
