"""Answers as tables: which list, which columns, in which order."""

from __future__ import annotations

import botocore.session
from hypothesis import given
from hypothesis import strategies as st

from app.aws.results.columns import VIEWS
from app.aws.results.tables import MAX_COLUMNS, table_of
from app.domain.aws import OperationId


def table(operation: str, data: dict[str, object]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]] | None:
    identity = OperationId.parse(operation)
    model = botocore.session.get_session().get_service_model(identity.service).operation_model(identity.operation)
    found = table_of(identity, data, model.output_shape)
    return None if found is None else (found.columns, found.rows)


def test_instances_are_found_below_their_reservations_with_the_name_first() -> None:
    instance = {
        "InstanceId": "i-1",
        "State": {"Name": "running"},
        "InstanceType": "t3.small",
        "LaunchTime": "2026-01-02T03:04:05+00:00",
        "Tags": [{"Key": "env", "Value": "prod"}, {"Key": "Name", "Value": "web"}],
    }
    found = table("ec2:DescribeInstances", {"Reservations": [{"Instances": [instance]}, {"Instances": [instance]}]})
    assert found
    columns, rows = found
    assert columns[:3] == ("Name", "InstanceId", "State")
    assert len(rows) == 2
    assert rows[0][:3] == ("web", "i-1", "running")
    assert "2026-01-02 03:04" in rows[0]


def test_costs_have_a_row_for_each_period_and_group() -> None:
    def costs(*amounts: str) -> list[dict[str, object]]:
        return [
            {"Keys": [name], "Metrics": {"UnblendedCost": {"Amount": amount, "Unit": "USD"}}}
            for name, amount in zip(("EC2", "S3"), amounts, strict=True)
        ]

    first, second = {"Start": "2026-11-01", "End": "2026-11-02"}, {"Start": "2026-11-02", "End": "2026-11-03"}
    periods = [
        {"TimePeriod": first, "Total": {}, "Groups": costs("12.345678", "0.0042")},
        {"TimePeriod": second, "Total": {}, "Groups": costs("1.5", "0")},
    ]
    assert table("ce:GetCostAndUsage", {"ResultsByTime": periods}) == (
        ("From", "To", "Group", "UnblendedCost", "Unit"),
        (
            ("2026-11-01", "2026-11-02", "EC2", "12.35", "USD"),
            ("2026-11-01", "2026-11-02", "S3", "0.0042", "USD"),
            ("2026-11-02", "2026-11-03", "EC2", "1.50", "USD"),
            ("2026-11-02", "2026-11-03", "S3", "0.00", "USD"),
        ),
    )
    whole = {"TimePeriod": first, "Total": {"BlendedCost": {"Amount": "3", "Unit": "USD"}}, "Groups": []}
    assert table("ce:GetCostAndUsage", {"ResultsByTime": [whole]}) == (
        ("From", "To", "BlendedCost", "Unit"),
        (("2026-11-01", "2026-11-02", "3.00", "USD"),),
    )


def test_an_empty_list_is_a_table_with_columns_and_no_rows() -> None:
    for operation in ("s3:ListBuckets", "ec2:DescribeInstances", "emr:ListClusters", "ec2:DescribeNatGateways"):
        found = table(operation, {})
        assert found
        assert found[0]
        assert found[1] == ()


def test_a_list_of_texts_has_one_column() -> None:
    assert table("dynamodb:ListTables", {"TableNames": ["a", "b"]}) == (("Table",), (("a",), ("b",)))
    assert table("ecs:ListTaskDefinitions", {"taskDefinitionArns": ["a"]}) == (("taskDefinitionArn",), (("a",),))


def test_a_list_inside_the_answers_only_structure_is_found() -> None:
    found = table("cloudfront:ListDistributions", {"DistributionList": {"Items": [{"Id": "E1", "Status": "Deployed"}]}})
    assert found
    assert found[1][0][:2] == ("E1", "Deployed")


def test_an_answer_that_is_no_list_is_no_table() -> None:
    assert table("sts:GetCallerIdentity", {"Account": "1", "Arn": "a", "UserId": "u"}) is None
    assert table("secretsmanager:GetSecretValue", {"SecretString": "s", "VersionStages": ["AWSCURRENT"]}) is None


def test_names_come_before_ids_before_states_and_empty_columns_go() -> None:
    found = table(
        "ec2:DescribeNatGateways",
        {
            "NatGateways": [
                {
                    "VpcId": "vpc-1",
                    "State": "available",
                    "NatGatewayId": "nat-1",
                    "FailureCode": "",
                    "Tags": [{"Key": "Name", "Value": "n"}],
                }
            ]
        },
    )
    assert found == (("Name", "NatGatewayId", "State", "VpcId"), (("n", "nat-1", "available", "vpc-1"),))


def test_every_view_names_an_operation_and_lists_that_there_are() -> None:
    session = botocore.session.get_session()
    for (service, operation), view in VIEWS.items():
        shape = session.get_service_model(service).operation_model(operation).output_shape
        for step in view.rows.split("."):
            shape = shape.members[step.removesuffix("[]")].member
        for column in view.columns:
            path = column.partition("=")[2] or column
            if path == "@" or path.startswith("tag:"):
                continue
            inner = shape
            for step in path.split("."):
                inner = inner.member if inner.type_name == "list" else inner
                inner = inner.members[step]
        assert len(view.columns) <= MAX_COLUMNS


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=6), inner, max_size=5),
    max_leaves=25,
)


@given(st.dictionaries(st.sampled_from(["Items", "Buckets", "Reservations", "Name", "X"]), json_values, max_size=4))
def test_any_json_gives_a_well_formed_table_or_none(data: dict[str, object]) -> None:
    for operation in (
        OperationId("x", "ListThings"),
        OperationId("s3", "ListBuckets"),
        OperationId("ec2", "DescribeInstances"),
    ):
        found = table_of(operation, data)
        if found is not None:
            assert len(found.columns) <= MAX_COLUMNS
            assert all(len(row) == len(found.columns) for row in found.rows)
            assert all("\n" not in cell for row in found.rows for cell in row)
