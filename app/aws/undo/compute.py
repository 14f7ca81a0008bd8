"""Taking back changes to containers, functions and load balancers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.aws.undo.recipes import Asked, Done, Recipe, Recipes, State, created, document, first, inverse, settings, value
from app.domain.aws import Inverse
from app.domain.language import marked, tr


def _service(given: Mapping[str, Any]) -> Mapping[str, object]:
    cluster = {"cluster": given["cluster"]} if "cluster" in given else {}
    return cluster | {"services": [given["service"]]}


def _cluster_exists(asked: Asked) -> bool:
    name = asked.given.get("clusterName", "default")
    clusters = asked.read("ecs:DescribeClusters", {"clusters": [name]}).get("clusters", [])
    return any(cluster.get("status") == "ACTIVE" for cluster in clusters)


def _targets(answer: Mapping[str, Any]) -> set[tuple[object, object]]:
    targets = [item.get("Target", {}) for item in answer.get("TargetHealthDescriptions", [])]
    return {(target.get("Id"), target.get("Port")) for target in targets}


def _targets_before(asked: Asked) -> State:
    answer = asked.read("elbv2:DescribeTargetHealth", {"TargetGroupArn": asked.given["TargetGroupArn"]})
    return {"targets": sorted(([ident, port] for ident, port in _targets(answer)), key=str)}


def _targets_back(back: str, were_there: bool, sentence: str) -> Recipe:
    def undone(done: Done) -> Inverse | None:
        before = [tuple(pair) for pair in done.before["targets"]]

        def was(target: Mapping[str, Any]) -> bool:
            return any(i == target.get("Id") and target.get("Port") in (None, port) for i, port in before)

        moved = [target for target in done.given.get("Targets", []) if was(target) is were_there]
        if not moved:
            return None
        return inverse(sentence, done.step(back, done.only("TargetGroupArn") | {"Targets": moved}))

    return Recipe(before=_targets_before, inverse=undone)


def _attributes(read: str, identifier: str, operation: str, what: str) -> Recipe:
    """Load balancers and target groups list their attributes alike."""

    def before(asked: Asked) -> State:
        answer = asked.read(read, {identifier: asked.given[identifier]})
        return {"values": {item["Key"]: item.get("Value", "") for item in answer.get("Attributes", [])}}

    def undone(done: Done) -> Inverse | None:
        had = done.before["values"]
        given = {item["Key"]: item.get("Value", "") for item in done.given.get("Attributes", [])}
        back = [{"Key": key, "Value": had[key]} for key, text in given.items() if key in had and had[key] != text]
        if not back or any(key not in had for key in given):
            return None
        return inverse(
            tr("Set {what} back as before", what=tr(what)),
            done.step(operation, done.only(identifier) | {"Attributes": back}),
        )

    return Recipe(before=before, inverse=undone)


def _nodegroup(given: Mapping[str, Any]) -> Mapping[str, object]:
    return {name: given[name] for name in ("clusterName", "nodegroupName")}


RECIPES: Recipes = {
    "ecs:UpdateService": settings(
        read="ecs:DescribeServices",
        read_by=_service,
        found=lambda answer: first(answer.get("services")),
        restorable={
            name: value(name)
            for name in (
                "desiredCount",
                "taskDefinition",
                "deploymentConfiguration",
                "healthCheckGracePeriodSeconds",
                "enableExecuteCommand",
                "platformVersion",
            )
        },
        identifies=("cluster", "service"),
        keeps=("forceNewDeployment",),
        operation="UpdateService",
        sentence=marked("Set the service back as before"),
    ),
    "ecs:CreateCluster": created(
        delete="DeleteCluster",
        by=lambda done: {"cluster": done.answer.get("cluster", {}).get("clusterArn")},
        what=marked("the cluster"),
        existed=_cluster_exists,
    ),
    "eks:UpdateNodegroupConfig": settings(
        read="eks:DescribeNodegroup",
        read_by=_nodegroup,
        found=lambda answer: answer.get("nodegroup"),
        restorable={"scalingConfig": value("scalingConfig"), "updateConfig": value("updateConfig")},
        identifies=("clusterName", "nodegroupName"),
        keeps=("clientRequestToken",),
        operation="UpdateNodegroupConfig",
        sentence=marked("Set the node group back as before"),
    ),
    "lambda:PutFunctionConcurrency": document(
        identifies=("FunctionName",),
        read="lambda:GetFunctionConcurrency",
        restore=lambda found: {"ReservedConcurrentExecutions": found.get("ReservedConcurrentExecutions")},
        put="PutFunctionConcurrency",
        delete="DeleteFunctionConcurrency",
        what=marked("the function's reserved concurrency"),
    ),
    "lambda:DeleteFunctionConcurrency": document(
        identifies=("FunctionName",),
        read="lambda:GetFunctionConcurrency",
        restore=lambda found: {"ReservedConcurrentExecutions": found.get("ReservedConcurrentExecutions")},
        put="PutFunctionConcurrency",
        what=marked("the function's reserved concurrency"),
    ),
    "lambda:AddPermission": Recipe(
        inverse=lambda done: inverse(
            marked("Take the permission away again"),
            done.step("RemovePermission", done.only("FunctionName", "StatementId", "Qualifier")),
        )
    ),
    "lambda:CreateAlias": created(
        delete="DeleteAlias", by=lambda done: done.only("FunctionName", "Name"), what=marked("the alias")
    ),
    "lambda:UpdateAlias": settings(
        read="lambda:GetAlias",
        read_by=lambda given: {"FunctionName": given["FunctionName"], "Name": given["Name"]},
        found=lambda answer: answer,
        restorable={"FunctionVersion": value("FunctionVersion"), "Description": value("Description")},
        identifies=("FunctionName", "Name"),
        operation="UpdateAlias",
        sentence=marked("Let the alias lead to its version again"),
    ),
    "elbv2:RegisterTargets": _targets_back(
        "DeregisterTargets", were_there=False, sentence=marked("Deregister the targets again")
    ),
    "elbv2:DeregisterTargets": _targets_back(
        "RegisterTargets", were_there=True, sentence=marked("Register the targets again")
    ),
    "elbv2:ModifyLoadBalancerAttributes": _attributes(
        "elbv2:DescribeLoadBalancerAttributes",
        "LoadBalancerArn",
        "ModifyLoadBalancerAttributes",
        marked("the load balancer"),
    ),
    "elbv2:ModifyTargetGroupAttributes": _attributes(
        "elbv2:DescribeTargetGroupAttributes",
        "TargetGroupArn",
        "ModifyTargetGroupAttributes",
        marked("the target group"),
    ),
}
