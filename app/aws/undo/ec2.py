"""Taking back changes to EC2's machines and disks: states, attachments, tags, what was created."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.aws.undo.recipes import (
    Asked,
    Done,
    Recipe,
    Recipes,
    State,
    created,
    first,
    inverse,
    settings,
    tag_changes,
    value,
)
from app.domain.aws import Inverse
from app.domain.language import marked, plural, tr

_STORE = marked("What was on instance store volumes does not come back.")
_ADDRESS = marked("A public address that is no Elastic IP changes.")


def _moved(answer: str, before: Sequence[str], back: str, sentence: str, caveats: Sequence[str] = ()) -> Recipe:
    """A recipe for a change of instances' states: only those that AWS says were in a state of ``before`` go back."""

    def undone(done: Done) -> Inverse | None:
        ids = [
            change["InstanceId"]
            for change in done.answer.get(answer, [])
            if change.get("PreviousState", {}).get("Name") in before
        ]
        return (
            inverse(tr(sentence, instances=_counted(ids)), done.step(back, {"InstanceIds": ids}), caveats=caveats)
            if ids
            else None
        )

    return Recipe(inverse=undone)


def _counted(ids: Sequence[str]) -> str:
    return ids[0] if len(ids) == 1 else plural("1 instance", "{count} instances", len(ids))


def _tags_before(asked: Asked) -> State:
    resources = list(asked.given.get("Resources", []))
    answer = asked.read("ec2:DescribeTags", {"Filters": [{"Name": "resource-id", "Values": resources}]})
    had: dict[str, dict[str, str]] = {resource: {} for resource in resources}
    for tag in answer.get("Tags", []):
        had.setdefault(tag["ResourceId"], {})[tag["Key"]] = tag.get("Value", "")
    return {"tags": had, "whole": not answer.get("NextToken")}


def _tags_undone(done: Done) -> Inverse | None:
    if not done.before["whole"]:
        return None
    deletes = done.call.id.operation == "DeleteTags"
    given = {tag["Key"]: tag.get("Value") for tag in done.given.get("Tags", [])}
    calls = []
    for resource, had in done.before["tags"].items():
        if deletes:
            # Without tags it deletes all of them; with a value only where the value is that one.
            touched = {k: v for k, v in had.items() if not given or (k in given and given[k] in (None, v))}
            back, new = touched, list[str]()
        else:
            back, new = tag_changes(had, given={key: text or "" for key, text in given.items()})
        back = {key: text for key, text in back.items() if not key.startswith("aws:")}
        if new:
            calls.append(done.step("DeleteTags", {"Resources": [resource], "Tags": [{"Key": key} for key in new]}))
        if back:
            tags = [{"Key": key, "Value": text} for key, text in back.items()]
            calls.append(done.step("CreateTags", {"Resources": [resource], "Tags": tags}))
    return inverse(marked("Put the tags back as before"), *calls)


def _volume(asked: Asked) -> State:
    answer = asked.read(
        "ec2:DescribeVolumes", {"Filters": [{"Name": "volume-id", "Values": [asked.given["VolumeId"]]}]}
    )
    volume = first(answer.get("Volumes")) or {}
    return {"attached": first(volume.get("Attachments"))}


def _reattached(done: Done) -> Inverse | None:
    place = done.before["attached"]
    if not place or not place.get("InstanceId") or not place.get("Device"):
        return None
    parameters = {"VolumeId": done.given["VolumeId"], "InstanceId": place["InstanceId"], "Device": place["Device"]}
    caveats = (marked("It must be mounted again inside the machine."),)
    return inverse(marked("Attach the volume again"), done.step("AttachVolume", parameters), caveats=caveats)


def _address(asked: Asked) -> State:
    name, values = ("association-id", [asked.given["AssociationId"]]) if "AssociationId" in asked.given else ("", [])
    if not name and "AllocationId" in asked.given:
        name, values = "allocation-id", [asked.given["AllocationId"]]
    if not name and "PublicIp" in asked.given:
        name, values = "public-ip", [asked.given["PublicIp"]]
    answer = asked.read("ec2:DescribeAddresses", {"Filters": [{"Name": name, "Values": values}]})
    return {"address": first(answer.get("Addresses"))}


def _associated(done: Done) -> Inverse | None:
    address = done.before["address"] or {}
    if address.get("AllocationId") and address.get("NetworkInterfaceId"):
        parameters = {
            "AllocationId": address["AllocationId"],
            "NetworkInterfaceId": address["NetworkInterfaceId"],
            "PrivateIpAddress": address.get("PrivateIpAddress"),
        }
        given = {name: item for name, item in parameters.items() if item}
        return inverse(marked("Put the address back where it was"), done.step("AssociateAddress", given))
    if done.call.id.operation == "AssociateAddress" and not address.get("AssociationId"):
        found = done.answer.get("AssociationId")
        if found:
            return inverse(
                marked("Take the address off again"), done.step("DisassociateAddress", {"AssociationId": found})
            )
    return None


def _instance(parameters: Mapping[str, Any]) -> Mapping[str, object]:
    return {"Filters": [{"Name": "instance-id", "Values": [parameters.get("InstanceId", "")]}]}


def _found_instance(answer: Mapping[str, Any]) -> Mapping[str, Any] | None:
    return first((first(answer.get("Reservations")) or {}).get("Instances"))


def _held(name: str) -> Callable[[Mapping[str, Any]], Any]:
    """An attribute that the call wraps as ``{"Value": …}``."""
    return lambda instance: {"Value": instance[name]} if name in instance else None


_MODIFY_INSTANCE = settings(
    read="ec2:DescribeInstances",
    read_by=_instance,
    found=_found_instance,
    restorable={
        "InstanceType": _held("InstanceType"),
        "EbsOptimized": _held("EbsOptimized"),
        "SourceDestCheck": _held("SourceDestCheck"),
        "EnaSupport": _held("EnaSupport"),
        "Groups": lambda instance: [group["GroupId"] for group in instance.get("SecurityGroups", [])] or None,
    },
    identifies=("InstanceId",),
    operation="ModifyInstanceAttribute",
    sentence=marked("Set the instance back as before"),
)


def _metadata_option(name: str) -> Callable[[Mapping[str, Any]], Any]:
    return lambda instance: instance.get("MetadataOptions", {}).get(name)


_MODIFY_METADATA = settings(
    read="ec2:DescribeInstances",
    read_by=_instance,
    found=_found_instance,
    restorable={
        name: _metadata_option(name)
        for name in (
            "HttpTokens",
            "HttpPutResponseHopLimit",
            "HttpEndpoint",
            "HttpProtocolIpv6",
            "InstanceMetadataTags",
        )
    },
    identifies=("InstanceId",),
    operation="ModifyInstanceMetadataOptions",
    sentence=marked("Set the metadata options back as before"),
)


def _monitored(wanted: Sequence[str], back: str, sentence: str) -> Recipe:
    def before(asked: Asked) -> State:
        ids = list(asked.given.get("InstanceIds", []))
        answer = asked.read("ec2:DescribeInstances", {"Filters": [{"Name": "instance-id", "Values": ids}]})
        instances = [item for part in answer.get("Reservations", []) for item in part.get("Instances", [])]
        return {"ids": [item["InstanceId"] for item in instances if item.get("Monitoring", {}).get("State") in wanted]}

    def undone(done: Done) -> Inverse | None:
        ids = done.before["ids"]
        return inverse(sentence, done.step(back, {"InstanceIds": ids})) if ids else None

    return Recipe(before=before, inverse=undone)


def _volume_modified(done: Done) -> Inverse | None:
    change = done.answer.get("VolumeModification", {})
    if change.get("TargetSize") != change.get("OriginalSize"):
        return None  # a volume cannot shrink
    parameters: dict[str, object] = {"VolumeId": done.given["VolumeId"]}
    for name, original in (
        ("VolumeType", "OriginalVolumeType"),
        ("Iops", "OriginalIops"),
        ("Throughput", "OriginalThroughput"),
    ):
        if name in done.given and change.get(original) not in (None, done.given[name]):
            parameters[name] = change[original]
    if len(parameters) == 1:
        return None
    caveats = (marked("AWS lets a volume be modified again only after about six hours."),)
    return inverse(marked("Set the volume back as before"), done.step("ModifyVolume", parameters), caveats=caveats)


def _launched(done: Done) -> Inverse | None:
    ids = [item["InstanceId"] for item in done.answer.get("Instances", []) if item.get("InstanceId")]
    if not ids:
        return None
    caveats = (marked("What was written on them since is lost."),)
    return inverse(
        tr("Terminate {instances}, which it launched", instances=_counted(ids)),
        done.step("TerminateInstances", {"InstanceIds": ids}),
        caveats=caveats,
    )


def _attribute(name: str) -> Callable[[Done], Mapping[str, object] | None]:
    """The new thing's id, which the answer gives as ``Name`` or inside one structure."""

    def found(done: Done) -> Mapping[str, object] | None:
        here = done.answer.get(name)
        inside = [item[name] for item in done.answer.values() if isinstance(item, Mapping) and name in item]
        identifier = here or (inside[0] if inside else None)
        return {name: identifier} if identifier else None

    return found


def _new(delete: str, name: str, what: str, caveats: Sequence[str] = ()) -> Recipe:
    return created(delete=delete, by=_attribute(name), what=what, caveats=caveats)


def _renamed_key(done: Done) -> Mapping[str, object] | None:
    return {"KeyName": done.given.get("KeyName")}


RECIPES: Recipes = {
    "ec2:StartInstances": _moved(
        "StartingInstances", ("stopped", "stopping"), "StopInstances", marked("Stop {instances}"), (_STORE, _ADDRESS)
    ),
    "ec2:StopInstances": _moved(
        "StoppingInstances", ("running", "pending"), "StartInstances", marked("Start {instances}"), (_STORE, _ADDRESS)
    ),
    "ec2:CreateTags": Recipe(before=_tags_before, inverse=_tags_undone),
    "ec2:DeleteTags": Recipe(before=_tags_before, inverse=_tags_undone),
    "ec2:AttachVolume": Recipe(
        inverse=lambda done: inverse(
            marked("Detach the volume again"),
            done.step("DetachVolume", done.only("VolumeId", "InstanceId", "Device")),
            caveats=(marked("Unmount it inside the machine first."),),
        )
    ),
    "ec2:DetachVolume": Recipe(before=_volume, inverse=_reattached),
    "ec2:ModifyVolume": Recipe(inverse=_volume_modified),
    "ec2:AssociateAddress": Recipe(before=_address, inverse=_associated),
    "ec2:DisassociateAddress": Recipe(before=_address, inverse=_associated),
    "ec2:AllocateAddress": _new("ReleaseAddress", "AllocationId", marked("the address")),
    "ec2:CreateVolume": _new(
        "DeleteVolume", "VolumeId", marked("the volume"), (marked("What was written on it since is lost."),)
    ),
    "ec2:CreateSnapshot": _new("DeleteSnapshot", "SnapshotId", marked("the snapshot")),
    "ec2:CopySnapshot": _new("DeleteSnapshot", "SnapshotId", marked("the snapshot")),
    "ec2:CreateImage": _new("DeregisterImage", "ImageId", marked("the image"), (marked("Its snapshots stay."),)),
    "ec2:CopyImage": _new("DeregisterImage", "ImageId", marked("the image"), (marked("Its snapshots stay."),)),
    "ec2:CreateKeyPair": created(delete="DeleteKeyPair", by=_renamed_key, what=marked("the key pair")),
    "ec2:ImportKeyPair": created(delete="DeleteKeyPair", by=_renamed_key, what=marked("the key pair")),
    "ec2:CreateLaunchTemplate": _new("DeleteLaunchTemplate", "LaunchTemplateId", marked("the launch template")),
    "ec2:CreatePlacementGroup": created(
        delete="DeletePlacementGroup", by=lambda done: done.only("GroupName"), what=marked("the placement group")
    ),
    "ec2:RunInstances": Recipe(inverse=_launched),
    "ec2:ModifyInstanceAttribute": _MODIFY_INSTANCE,
    "ec2:ModifyInstanceMetadataOptions": _MODIFY_METADATA,
    "ec2:MonitorInstances": _monitored(
        ("disabled",), "UnmonitorInstances", marked("Switch detailed monitoring off again")
    ),
    "ec2:UnmonitorInstances": _monitored(
        ("enabled",), "MonitorInstances", marked("Switch detailed monitoring on again")
    ),
    "ec2:ModifyLaunchTemplate": settings(
        read="ec2:DescribeLaunchTemplates",
        read_by=lambda given: (
            {"LaunchTemplateIds": [given["LaunchTemplateId"]]}
            if "LaunchTemplateId" in given
            else {"LaunchTemplateNames": [given["LaunchTemplateName"]]}
        ),
        found=lambda answer: first(answer.get("LaunchTemplates")),
        restorable={
            "DefaultVersion": lambda template: (
                str(template["DefaultVersionNumber"]) if "DefaultVersionNumber" in template else None
            )
        },
        identifies=("LaunchTemplateId", "LaunchTemplateName"),
        operation="ModifyLaunchTemplate",
        sentence=marked("Make the earlier version the default again"),
    ),
    "ec2:ModifySubnetAttribute": settings(
        read="ec2:DescribeSubnets",
        read_by=lambda given: {"SubnetIds": [given["SubnetId"]]},
        found=lambda answer: first(answer.get("Subnets")),
        restorable={
            "MapPublicIpOnLaunch": _held("MapPublicIpOnLaunch"),
            "AssignIpv6AddressOnCreation": _held("AssignIpv6AddressOnCreation"),
        },
        identifies=("SubnetId",),
        operation="ModifySubnetAttribute",
        sentence=marked("Set the subnet back as before"),
    ),
    "autoscaling:SetDesiredCapacity": settings(
        read="autoscaling:DescribeAutoScalingGroups",
        read_by=lambda given: {"AutoScalingGroupNames": [given["AutoScalingGroupName"]]},
        found=lambda answer: first(answer.get("AutoScalingGroups")),
        restorable={"DesiredCapacity": value("DesiredCapacity")},
        identifies=("AutoScalingGroupName",),
        keeps=("HonorCooldown",),
        operation="SetDesiredCapacity",
        sentence=marked("Set the group's capacity back"),
    ),
    "autoscaling:UpdateAutoScalingGroup": settings(
        read="autoscaling:DescribeAutoScalingGroups",
        read_by=lambda given: {"AutoScalingGroupNames": [given["AutoScalingGroupName"]]},
        found=lambda answer: first(answer.get("AutoScalingGroups")),
        restorable={
            name: value(name)
            for name in (
                "MinSize",
                "MaxSize",
                "DesiredCapacity",
                "DefaultCooldown",
                "HealthCheckType",
                "HealthCheckGracePeriod",
                "NewInstancesProtectedFromScaleIn",
                "TerminationPolicies",
                "LaunchConfigurationName",
            )
        },
        identifies=("AutoScalingGroupName",),
        operation="UpdateAutoScalingGroup",
        sentence=marked("Set the group back as before"),
    ),
    "autoscaling:SuspendProcesses": Recipe(
        before=lambda asked: {"suspended": _suspended(asked)},
        inverse=lambda done: _processes(done, "ResumeProcesses", False),
    ),
    "autoscaling:ResumeProcesses": Recipe(
        before=lambda asked: {"suspended": _suspended(asked)},
        inverse=lambda done: _processes(done, "SuspendProcesses", True),
    ),
}


def _suspended(asked: Asked) -> list[str]:
    answer = asked.read(
        "autoscaling:DescribeAutoScalingGroups", {"AutoScalingGroupNames": [asked.given["AutoScalingGroupName"]]}
    )
    group = first(answer.get("AutoScalingGroups")) or {}
    return [item["ProcessName"] for item in group.get("SuspendedProcesses", [])]


def _processes(done: Done, back: str, were_suspended: bool) -> Inverse | None:
    given, suspended = done.given.get("ScalingProcesses") or [], set(done.before["suspended"])
    if were_suspended:
        names = sorted(suspended & set(given) if given else suspended)
    elif given:
        names = [name for name in given if name not in suspended]
    else:
        return None  # all of them were suspended, and which there are is not told
    if not names:
        return None
    parameters = done.only("AutoScalingGroupName") | {"ScalingProcesses": names}
    return inverse(marked("Set the group's processes back as before"), done.step(back, parameters))
