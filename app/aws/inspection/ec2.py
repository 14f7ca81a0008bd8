"""What EC2 says of machines, disks, addresses, images and networks, and of what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.aws.inspection.finding import Finder, by_id
from app.aws.inspection.reads import Found, Reads, listed, texts
from app.domain.aws import Resource, tags_of
from app.domain.language import plural, tr

_AT_ONCE = 200  # values that one filter takes
_TARGET_GROUPS = 10  # how many are asked for their targets
_MEMBERS_AT_ONCE = 50
_LAUNCHING = (
    "RunInstances",
    "CreateLaunchTemplate",
    "CreateLaunchTemplateVersion",
    "RequestSpotInstances",
    "CreateFleet",
)


def _filter(name: str, values: Sequence[str]) -> list[dict[str, object]]:
    # A filter, not the parameter for ids: one unknown id among many would fail the whole request.
    return [{"Name": name, "Values": list(values)[:_AT_ONCE]}]


def _resource(
    kind: str, id: str, item: Mapping[str, Any], facts: tuple[str, ...], dependants: tuple[str, ...]
) -> Resource:
    tags = tags_of(item.get("Tags"))
    return Resource(kind=kind, id=id, name=tags.get("Name", ""), facts=facts, tags=tags, dependants=dependants)


def instances(reads: Reads, ids: Sequence[str]) -> Iterator[Found]:
    """Machines, with their disks and addresses, and the groups that would replace them or send them traffic."""
    answer = reads("ec2:DescribeInstances", Filters=_filter("instance-id", ids))
    items = [item for reservation in answer.get("Reservations", ()) for item in reservation.get("Instances", ())]
    if not items:
        return
    for item in items:
        yield Found(resource=_instance(item, ()), data=item)
    known = [item["InstanceId"] for item in items]
    volumes = reads("ec2:DescribeVolumes", Filters=_filter("attachment.instance-id", known)).get("Volumes", ())
    addresses = reads("ec2:DescribeAddresses", Filters=_filter("instance-id", known)).get("Addresses", ())
    members = reads("autoscaling:DescribeAutoScalingInstances", InstanceIds=known[:_MEMBERS_AT_ONCE])
    groups = {item["InstanceId"]: item["AutoScalingGroupName"] for item in members.get("AutoScalingInstances", ())}
    targets = _target_groups(reads, items)
    for item in items:
        id = item["InstanceId"]
        own = [
            volume
            for volume in volumes
            if any(place.get("InstanceId") == id for place in volume.get("Attachments", ()))
        ]
        reached = [address for address in addresses if address.get("InstanceId") == id]
        dependants = texts(
            _disks(own, item),
            reached
            and tr("Elastic IP {addresses}", addresses=listed([address.get("PublicIp", "") for address in reached])),
            id in groups and tr("in Auto Scaling group {name}", name=groups[id]),
            targets.get(id) and tr("target of {names}", names=listed(targets[id])),
        )
        yield Found(resource=_instance(item, dependants), data={**item, "Volumes": own, "Addresses": reached})


def _instance(item: Mapping[str, Any], dependants: tuple[str, ...]) -> Resource:
    facts = texts(item.get("InstanceType"), item.get("State", {}).get("Name"))
    return _resource("instance", item["InstanceId"], item, facts, dependants)


def _disks(volumes: Sequence[Mapping[str, Any]], machine: Mapping[str, Any]) -> str:
    if not volumes:
        return ""
    going = sum(deletes_with(volume, machine) for volume in volumes)
    count = len(volumes)
    if going == 0:
        return plural("1 volume, kept when it is terminated", "{count} volumes, kept when it is terminated", count)
    if going == count:
        return plural(
            "1 volume, deleted with it when it is terminated",
            "{count} volumes, deleted with it when it is terminated",
            count,
        )
    return tr("{count} volumes, {going} of them deleted with it when it is terminated", count=count, going=going)


def deletes_with(volume: Mapping[str, Any], machine: Mapping[str, Any]) -> bool:
    """Whether a disk goes when its machine is terminated."""
    held = [part.get("Ebs", {}) for part in machine.get("BlockDeviceMappings", ())]
    places = [place for place in volume.get("Attachments", ()) if place.get("InstanceId") == machine.get("InstanceId")]
    return any(
        part.get("VolumeId") == volume.get("VolumeId") and part.get("DeleteOnTermination") for part in held
    ) or any(place.get("DeleteOnTermination") for place in places)


def _target_groups(reads: Reads, items: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The target groups that each machine is in, of the first few of its networks."""
    networks = {item.get("VpcId") for item in items}
    wanted = {item["InstanceId"] for item in items}
    found: dict[str, list[str]] = {}
    groups = [
        group
        for group in reads("elbv2:DescribeTargetGroups").get("TargetGroups", ())
        if group.get("TargetType", "instance") == "instance" and group.get("VpcId") in networks
    ]
    for group in groups[:_TARGET_GROUPS]:
        health = reads("elbv2:DescribeTargetHealth", TargetGroupArn=group["TargetGroupArn"])
        for target in health.get("TargetHealthDescriptions", ()):
            id = target.get("Target", {}).get("Id")
            if id in wanted:
                found.setdefault(id, []).append(tr("target group {name}", name=group["TargetGroupName"]))
    if len(groups) > _TARGET_GROUPS:
        reads.note(
            tr(
                "Only {asked} of {count} target groups were asked for their targets.",
                asked=_TARGET_GROUPS,
                count=len(groups),
            )
        )
    return found


def volumes(reads: Reads, ids: Sequence[str]) -> Iterator[Found]:
    """Disks, with what they are attached to and what was saved of them."""
    items = reads("ec2:DescribeVolumes", Filters=_filter("volume-id", ids)).get("Volumes", ())
    if not items:
        return
    saved = reads(
        "ec2:DescribeSnapshots", Filters=_filter("volume-id", [item["VolumeId"] for item in items]), OwnerIds=["self"]
    ).get("Snapshots", ())
    for item in items:
        places = [place["InstanceId"] for place in item.get("Attachments", ()) if place.get("InstanceId")]
        count = sum(snapshot.get("VolumeId") == item["VolumeId"] for snapshot in saved)
        facts = texts(
            item.get("Size") and tr("{size} GiB", size=item["Size"]),
            item.get("VolumeType"),
            item.get("State"),
            tr("encrypted") if item.get("Encrypted") else tr("not encrypted"),
        )
        dependants = texts(
            places and tr("attached to {places}", places=listed(places)),
            plural("1 snapshot", "{count} snapshots", count) if count else tr("no snapshot of it"),
        )
        yield Found(
            resource=_resource("volume", item["VolumeId"], item, facts, dependants), data={**item, "Saved": count}
        )


def security_groups(reads: Reads, ids: Sequence[str]) -> Iterator[Found]:
    """Security groups, with the network interfaces that use them and the groups that refer to them."""
    items = reads("ec2:DescribeSecurityGroups", Filters=_filter("group-id", ids)).get("SecurityGroups", ())
    if not items:
        return
    known = [item["GroupId"] for item in items]
    cards = reads("ec2:DescribeNetworkInterfaces", Filters=_filter("group-id", known)).get("NetworkInterfaces", ())
    others = reads("ec2:DescribeSecurityGroups", Filters=_filter("ip-permission.group-id", known)).get(
        "SecurityGroups", ()
    )
    for item in items:
        id = item["GroupId"]
        using = [card for card in cards if any(group.get("GroupId") == id for group in card.get("Groups", ()))]
        machines = {card.get("Attachment", {}).get("InstanceId") for card in using} - {None}
        referring = [group["GroupId"] for group in others if group["GroupId"] != id and _refers(group, id)]
        dependants = texts(
            plural("used by 1 network interface", "used by {count} network interfaces", len(using))
            if using
            else tr("used by no network interface"),
            machines and tr("protects {names}", names=listed(sorted(map(str, machines)))),
            referring and tr("referred to by {names}", names=listed(referring)),
        )
        rules = len(item.get("IpPermissions", ())) + len(item.get("IpPermissionsEgress", ()))
        facts = texts(item.get("VpcId"), plural("1 rule", "{count} rules", rules))
        found = _resource("security group", id, item, facts, dependants)
        yield Found(
            resource=Resource(
                kind=found.kind,
                id=id,
                name=str(item.get("GroupName", "")),
                facts=facts,
                tags=found.tags,
                dependants=dependants,
            ),
            data=item,
        )


def _refers(group: Mapping[str, Any], id: str) -> bool:
    rules = [*group.get("IpPermissions", ()), *group.get("IpPermissionsEgress", ())]
    return any(pair.get("GroupId") == id for rule in rules for pair in rule.get("UserIdGroupPairs", ()))


def subnets(reads: Reads, ids: Sequence[str]) -> Iterator[Found]:
    """Subnets, with what has an address in them."""
    items = reads("ec2:DescribeSubnets", Filters=_filter("subnet-id", ids)).get("Subnets", ())
    if not items:
        return
    cards = reads(
        "ec2:DescribeNetworkInterfaces", Filters=_filter("subnet-id", [item["SubnetId"] for item in items])
    ).get("NetworkInterfaces", ())
    for item in items:
        inside = sum(card.get("SubnetId") == item["SubnetId"] for card in cards)
        facts = texts(item.get("CidrBlock"), item.get("AvailabilityZone"), item.get("VpcId"))
        dependants = (
            plural("1 network interface inside", "{count} network interfaces inside", inside)
            if inside
            else tr("nothing inside"),
        )
        yield Found(resource=_resource("subnet", item["SubnetId"], item, facts, dependants), data=item)


def vpcs(reads: Reads, ids: Sequence[str]) -> Iterator[Found]:
    """Networks, with what is inside."""
    for item in reads("ec2:DescribeVpcs", Filters=_filter("vpc-id", ids)).get("Vpcs", ()):
        wanted = _filter("vpc-id", [item["VpcId"]])
        parts = reads("ec2:DescribeSubnets", Filters=wanted).get("Subnets", ())
        reserved = reads("ec2:DescribeInstances", Filters=wanted).get("Reservations", ())
        gateways = reads("ec2:DescribeInternetGateways", Filters=_filter("attachment.vpc-id", [item["VpcId"]]))
        machines = sum(len(entry.get("Instances", ())) for entry in reserved)
        facts = texts(item.get("CidrBlock"), item.get("IsDefault") and tr("the default network"))
        dependants = texts(
            parts and plural("1 subnet", "{count} subnets", len(parts)),
            machines and plural("1 instance", "{count} instances", machines),
            gateways.get("InternetGateways") and tr("an internet gateway"),
        )
        found = _resource("VPC", item["VpcId"], item, facts, dependants or (tr("nothing inside"),))
        yield Found(resource=found, data=item)


def images(reads: Reads, ids: Sequence[str]) -> Iterator[Found]:
    """Images, with the machines that were made of them and the snapshots they consist of."""
    for item in reads("ec2:DescribeImages", Filters=_filter("image-id", ids)).get("Images", ()):
        made = reads("ec2:DescribeInstances", Filters=_filter("image-id", [item["ImageId"]])).get("Reservations", ())
        machines = sum(len(entry.get("Instances", ())) for entry in made)
        parts = [
            part["Ebs"]["SnapshotId"]
            for part in item.get("BlockDeviceMappings", ())
            if part.get("Ebs", {}).get("SnapshotId")
        ]
        facts = texts(
            item.get("Name"),
            item.get("State"),
            tr("public", "a DNS zone or an image") if item.get("Public") else tr("private", "a DNS zone or an image"),
        )
        dependants = texts(
            machines and plural("1 instance made of it", "{count} instances made of it", machines),
            parts and plural("made of 1 snapshot", "made of {count} snapshots", len(parts)),
        )
        yield Found(resource=_resource("image", item["ImageId"], item, facts, dependants), data=item)


def snapshots(reads: Reads, ids: Sequence[str]) -> Iterator[Found]:
    """Snapshots, with the images that are made of them."""
    for item in reads("ec2:DescribeSnapshots", Filters=_filter("snapshot-id", ids)).get("Snapshots", ()):
        wanted = _filter("block-device-mapping.snapshot-id", [item["SnapshotId"]])
        used = [
            image["ImageId"] for image in reads("ec2:DescribeImages", Filters=wanted, Owners=["self"]).get("Images", ())
        ]
        facts = texts(
            item.get("VolumeSize") and tr("{size} GiB", size=item["VolumeSize"]),
            item.get("State"),
            item.get("VolumeId") and tr("of {volume}", volume=item["VolumeId"]),
        )
        dependants = texts(used and tr("image {names} is made of it", names=listed(used)))
        yield Found(resource=_resource("snapshot", item["SnapshotId"], item, facts, dependants), data=item)


def addresses(reads: Reads, ids: Sequence[str]) -> Iterator[Found]:
    """Elastic IP addresses, with what they lead to."""
    for item in reads("ec2:DescribeAddresses", Filters=_filter("allocation-id", ids)).get("Addresses", ()):
        leads = item.get("InstanceId") or item.get("NetworkInterfaceId")
        facts = (str(item.get("PublicIp", "")),)
        dependants = (tr("leads to {target}", target=leads) if leads else tr("leads nowhere"),)
        yield Found(resource=_resource("Elastic IP", item["AllocationId"], item, facts, dependants), data=item)


def nat_gateways(reads: Reads, ids: Sequence[str]) -> Iterator[Found]:
    """NAT gateways, with the routes that lead through them."""
    items = reads("ec2:DescribeNatGateways", Filter=_filter("nat-gateway-id", ids)).get("NatGateways", ())
    for item in items:
        id = item["NatGatewayId"]
        routes = reads("ec2:DescribeRouteTables", Filters=_filter("route.nat-gateway-id", [id])).get("RouteTables", ())
        facts = texts(item.get("State"), item.get("SubnetId"), item.get("VpcId"))
        dependants = texts(
            routes and plural("1 route table lead through it", "{count} route tables lead through it", len(routes))
        )
        yield Found(resource=_resource("NAT gateway", id, item, facts, dependants), data=item)


FINDERS = (
    Finder(by_id("i"), instances),
    Finder(by_id("vol"), volumes),
    Finder(by_id("sg"), security_groups),
    Finder(by_id("subnet"), subnets),
    Finder(by_id("vpc"), vpcs),
    Finder(by_id("ami", but=_LAUNCHING), images),
    Finder(by_id("snap"), snapshots),
    Finder(by_id("eipalloc"), addresses),
    Finder(by_id("nat"), nat_gateways),
)
