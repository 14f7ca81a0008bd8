"""Taking back changes to networks: rules of security groups, gateways, routes, VPCs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.aws.undo.recipes import Asked, Done, Recipe, Recipes, State, created, first, inverse, member
from app.domain.aws import Inverse
from app.domain.language import marked, plural


def _authorized(revoke: str) -> Recipe:
    """New rules are revoked by the ids that AWS gave them, so that no older rule goes with them."""

    def undone(done: Done) -> Inverse | None:
        rules = done.answer.get("SecurityGroupRules", [])
        ids = [rule["SecurityGroupRuleId"] for rule in rules if rule.get("SecurityGroupRuleId")]
        group = done.given.get("GroupId") or next((rule.get("GroupId") for rule in rules), None)
        if not ids or not group:
            return None
        sentence = plural("Revoke the new rule", "Revoke the {count} new rules", len(ids))
        return inverse(sentence, done.step(revoke, {"GroupId": group, "SecurityGroupRuleIds": ids}))

    return Recipe(inverse=undone)


def _rules_before(asked: Asked) -> State:
    group, ids = asked.given.get("GroupId"), asked.given.get("SecurityGroupRuleIds")
    if not group and not ids:
        return {"rules": None}  # a group by its name alone, in a default VPC
    filters = [{"Name": "group-id", "Values": [group]}] if group else []
    if ids:
        filters.append({"Name": "security-group-rule-id", "Values": list(ids)})
    answer = asked.read("ec2:DescribeSecurityGroupRules", {"Filters": filters})
    return {"rules": answer.get("SecurityGroupRules", []), "whole": not answer.get("NextToken")}


def _revoked(authorize: str, outgoing: bool) -> Recipe:
    """Rules are authorised again: as given where the call spelled them out, as read where it named them by id."""

    def undone(done: Done) -> Inverse | None:
        rules = done.before["rules"]
        if rules is None or not done.before["whole"]:
            return None
        rules = [rule for rule in rules if bool(rule.get("IsEgress")) is outgoing]
        group = done.given.get("GroupId") or next((rule.get("GroupId") for rule in rules), None)
        ids = done.given.get("SecurityGroupRuleIds")
        if ids:
            gone = [rule for rule in rules if rule.get("SecurityGroupRuleId") in ids]
        else:
            # What AWS says was revoked; moto and older answers do not say it, and then the given ones that were there.
            said = {rule.get("SecurityGroupRuleId") for rule in done.answer.get("RevokedSecurityGroupRules", [])}
            gone = [rule for rule in rules if rule.get("SecurityGroupRuleId") in said]
            if not gone:
                gone = [rule for rule in rules if _is_given(rule, done.given.get("IpPermissions", []))]
        if not gone or not group:
            return None
        permissions = [_permission(rule) for rule in gone]
        parameters = {"GroupId": group, "IpPermissions": permissions}
        sentence = plural("Authorize the rule again", "Authorize the {count} rules again", len(permissions))
        return inverse(sentence, done.step(authorize, parameters), caveats=(marked("The rules get new ids."),))

    return Recipe(before=_rules_before, inverse=undone)


def _is_given(rule: Mapping[str, Any], permissions: Sequence[Mapping[str, Any]]) -> bool:
    return any(
        str(item.get("IpProtocol")) == str(rule.get("IpProtocol"))
        and item.get("FromPort", -1) == rule.get("FromPort", -1)
        and item.get("ToPort", -1) == rule.get("ToPort", -1)
        and _sources(rule) & _given_sources(item)
        for item in permissions
    )


def _sources(rule: Mapping[str, Any]) -> set[str]:
    names = (rule.get("CidrIpv4"), rule.get("CidrIpv6"), rule.get("PrefixListId"))
    return {str(name) for name in (*names, rule.get("ReferencedGroupInfo", {}).get("GroupId")) if name}


def _given_sources(permission: Mapping[str, Any]) -> set[str]:
    found = {str(item.get("CidrIp")) for item in permission.get("IpRanges", [])}
    found |= {str(item.get("CidrIpv6")) for item in permission.get("Ipv6Ranges", [])}
    found |= {str(item.get("PrefixListId")) for item in permission.get("PrefixListIds", [])}
    return found | {str(item.get("GroupId")) for item in permission.get("UserIdGroupPairs", [])}


def _permission(rule: Mapping[str, Any]) -> dict[str, object]:
    """A rule as read, in the form in which it is authorised."""
    permission: dict[str, object] = {"IpProtocol": str(rule.get("IpProtocol", "-1"))}
    if permission["IpProtocol"] != "-1":
        permission |= {name: rule[name] for name in ("FromPort", "ToPort") if isinstance(rule.get(name), int)}
    said = {"Description": rule["Description"]} if rule.get("Description") else {}
    if rule.get("CidrIpv4"):
        permission["IpRanges"] = [{"CidrIp": rule["CidrIpv4"], **said}]
    elif rule.get("CidrIpv6"):
        permission["Ipv6Ranges"] = [{"CidrIpv6": rule["CidrIpv6"], **said}]
    elif rule.get("PrefixListId"):
        permission["PrefixListIds"] = [{"PrefixListId": rule["PrefixListId"], **said}]
    else:
        other = rule.get("ReferencedGroupInfo", {})
        pair = {name: other[name] for name in ("GroupId", "UserId", "VpcId") if other.get(name)}
        permission["UserIdGroupPairs"] = [pair | said]
    return permission


_VPC_ATTRIBUTES = {"EnableDnsSupport": "enableDnsSupport", "EnableDnsHostnames": "enableDnsHostnames"}


def _vpc_before(asked: Asked) -> State:
    found = {}
    for name, spelled in _VPC_ATTRIBUTES.items():
        if name in asked.given:
            answer = asked.read("ec2:DescribeVpcAttribute", {"VpcId": asked.given["VpcId"], "Attribute": spelled})
            found[name] = answer.get(name, {}).get("Value")
    return found


def _vpc_back(done: Done) -> Inverse | None:
    changed = [name for name in done.given if name != "VpcId"]
    if any(name not in done.before or done.before[name] is None for name in changed):
        return None
    back = {
        name: {"Value": done.before[name]} for name in changed if done.given[name].get("Value") != done.before[name]
    }
    return (
        inverse(marked("Set the VPC back as before"), done.step("ModifyVpcAttribute", done.only("VpcId") | back))
        if back
        else None
    )


def _route_before(asked: Asked) -> State:
    answer = asked.read("ec2:DescribeRouteTables", {"RouteTableIds": [asked.given["RouteTableId"]]})
    table = first(answer.get("RouteTables")) or {}
    places = [asked.given[name] for name in _DESTINATIONS if name in asked.given]
    return {"route": next((route for route in table.get("Routes", []) if set(places) & set(_texts(route))), None)}


_DESTINATIONS = ("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId")
_TARGETS = (
    "GatewayId",
    "NatGatewayId",
    "TransitGatewayId",
    "VpcPeeringConnectionId",
    "NetworkInterfaceId",
    "EgressOnlyInternetGatewayId",
    "LocalGatewayId",
    "CarrierGatewayId",
    "CoreNetworkArn",
)


def _texts(route: Mapping[str, Any]) -> list[str]:
    return [item for item in route.values() if isinstance(item, str)]


def _route_back(operation: str, sentence: str) -> Recipe:
    def undone(done: Done) -> Inverse | None:
        route = done.before["route"]
        target = next(({name: route[name]} for name in _TARGETS if route and route.get(name)), None)
        if target is None or target.get("GatewayId") == "local":
            return None
        return inverse(sentence, done.step(operation, done.only("RouteTableId", *_DESTINATIONS) | target))

    return Recipe(before=_route_before, inverse=undone)


def _gateway(parameters: Mapping[str, Any]) -> Mapping[str, object]:
    return {"InternetGatewayIds": [parameters.get("InternetGatewayId", "")]}


def _attached(answer: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
    gateway = first(answer.get("InternetGateways")) or {}
    return any(place.get("VpcId") == given.get("VpcId") for place in gateway.get("Attachments", []))


def _new(delete: str, place: str, name: str, what: str) -> Recipe:
    """``place``: the structure of the answer that holds the new thing, "" for the answer itself."""

    def by(done: Done) -> Mapping[str, object] | None:
        thing = done.answer.get(place, {}) if place else done.answer
        return {name: thing.get(name)}

    return created(delete=delete, by=by, what=what)


RECIPES: Recipes = {
    "ec2:AuthorizeSecurityGroupIngress": _authorized("RevokeSecurityGroupIngress"),
    "ec2:AuthorizeSecurityGroupEgress": _authorized("RevokeSecurityGroupEgress"),
    "ec2:RevokeSecurityGroupIngress": _revoked("AuthorizeSecurityGroupIngress", outgoing=False),
    "ec2:RevokeSecurityGroupEgress": _revoked("AuthorizeSecurityGroupEgress", outgoing=True),
    "ec2:CreateSecurityGroup": _new("DeleteSecurityGroup", "", "GroupId", marked("the security group")),
    "ec2:CreateVpc": _new("DeleteVpc", "Vpc", "VpcId", marked("the VPC")),
    "ec2:CreateSubnet": _new("DeleteSubnet", "Subnet", "SubnetId", marked("the subnet")),
    "ec2:CreateRouteTable": _new("DeleteRouteTable", "RouteTable", "RouteTableId", marked("the route table")),
    "ec2:CreateInternetGateway": _new(
        "DeleteInternetGateway", "InternetGateway", "InternetGatewayId", marked("the internet gateway")
    ),
    "ec2:CreateNatGateway": _new("DeleteNatGateway", "NatGateway", "NatGatewayId", marked("the NAT gateway")),
    "ec2:CreateNetworkInterface": _new(
        "DeleteNetworkInterface", "NetworkInterface", "NetworkInterfaceId", marked("the network interface")
    ),
    "ec2:CreateNetworkAcl": _new("DeleteNetworkAcl", "NetworkAcl", "NetworkAclId", marked("the network ACL")),
    "ec2:CreateVpcPeeringConnection": _new(
        "DeleteVpcPeeringConnection", "VpcPeeringConnection", "VpcPeeringConnectionId", marked("the peering connection")
    ),
    "ec2:CreateRoute": Recipe(
        inverse=lambda done: inverse(
            marked("Delete the new route"), done.step("DeleteRoute", done.only("RouteTableId", *_DESTINATIONS))
        )
    ),
    "ec2:DeleteRoute": _route_back("CreateRoute", marked("Create the route again")),
    "ec2:ReplaceRoute": _route_back("ReplaceRoute", marked("Lead the route where it led before")),
    "ec2:AssociateRouteTable": Recipe(
        inverse=lambda done: inverse(
            marked("Take the route table off again"),
            *(
                [done.step("DisassociateRouteTable", {"AssociationId": done.answer["AssociationId"]})]
                if done.answer.get("AssociationId")
                else []
            ),
        )
    ),
    "ec2:ModifyVpcAttribute": Recipe(before=_vpc_before, inverse=_vpc_back),
    "ec2:AttachInternetGateway": member(
        read="ec2:DescribeInternetGateways",
        read_by=_gateway,
        has=_attached,
        adds=True,
        back="DetachInternetGateway",
        takes=("InternetGatewayId", "VpcId"),
        sentence=marked("Detach the internet gateway again"),
    ),
    "ec2:DetachInternetGateway": member(
        read="ec2:DescribeInternetGateways",
        read_by=_gateway,
        has=_attached,
        adds=False,
        back="AttachInternetGateway",
        takes=("InternetGatewayId", "VpcId"),
        sentence=marked("Attach the internet gateway again"),
    ),
}
