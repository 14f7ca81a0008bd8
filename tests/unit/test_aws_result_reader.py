"""Questions to an answer in JMESPath, and links to the web console."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from app.aws.expressions.findings import JmesPathExpressions
from app.aws.expressions.plan_paths import value_at
from app.aws.expressions.questions import run_query
from app.aws.expressions.reader import BotoResultReader
from app.domain.errors import AwsParameterError, UsageError
from tests.aws_fixtures import a_call

DATA: dict[str, object] = {
    "Reservations": [
        {"Instances": [{"InstanceId": "i-1", "State": {"Name": "running"}, "Cpu": 2, "odd name": 1}]},
        {"Instances": [{"InstanceId": "i-2", "State": {"Name": "stopped"}, "Cpu": 4}]},
    ],
    "NextToken": "t",
}
READER = BotoResultReader()


def test_a_list_is_a_table_with_the_columns_that_were_asked_for() -> None:
    answer = READER.query(DATA, "Reservations[].Instances[].{State: State.Name, Id: InstanceId}")
    assert answer.table is not None
    assert answer.table.columns == ("State", "Id")
    assert answer.table.rows == (("running", "i-1"), ("stopped", "i-2"))
    lists = READER.query(DATA, "Reservations[].Instances[].[InstanceId, Cpu]").table
    assert lists is not None
    assert (lists.columns, lists.rows) == (("1", "2"), (("i-1", "2"), ("i-2", "4")))
    texts = READER.query(DATA, "Reservations[].Instances[?Cpu > `2`][].InstanceId")
    assert texts.value == ["i-2"]
    assert texts.table is not None
    assert texts.table.rows == (("i-2",),)
    one = READER.query(DATA, "Reservations[0].Instances[0]")
    assert one.table is None
    assert isinstance(one.value, dict)


@pytest.mark.parametrize(
    ("expression", "words", "at"),
    [
        ("Reservations[", "ends too early", None),
        ("Reservations[].{", "ends too early", None),
        ("a ~ b", "Character 3", 2),
        ("a b", "'b' does not belong here", 2),
        ("nope(@)", "nope", None),
        ("length()", "takes 1 value", None),
        ("length(`1`)", "length() wants", None),
        ("", "empty", 0),
        ("x" * 5_000, "longer than", None),
    ],
)
def test_what_is_wrong_with_a_query_is_said_where_it_is(expression: str, words: str, at: int | None) -> None:
    answer = READER.query(DATA, expression)
    assert words in answer.problem
    assert answer.table is None
    if at is not None:
        assert answer.at == at


def test_a_query_that_would_not_end_or_grow_without_end_is_stopped() -> None:
    doubling = " | ".join(["[@, @][]"] * 60)
    assert "more than" in run_query([1], doubling, limit_s=120).problem
    assert "stopped after" in run_query({"a": [1, 2, 3]}, "a[].to_string(@)", limit_s=-1.0).problem
    assert run_query([1], "[" * 3_000 + "]" * 3_000).problem


def test_names_are_offered_from_the_top_down_and_quoted_where_they_must_be() -> None:
    names = READER.names(DATA)
    assert names[:2] == ["Reservations", "NextToken"]
    assert {"InstanceId", "Name", '"odd name"'} <= set(names)
    assert len(READER.names({f"k{number}": number for number in range(5_000)})) <= 400


@pytest.mark.parametrize(
    ("operation", "identifier", "region", "address"),
    [
        (
            "ec2:DescribeInstances", "i-0123456789abcdef0", "eu-west-1",
            "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-0123456789abcdef0",
        ),
        (
            "ec2:DescribeVpcs", "vpc-0123456789abcdef0", "cn-north-1",
            "https://cn-north-1.console.amazonaws.cn/vpcconsole/home?region=cn-north-1#VpcDetails:VpcId=vpc-0123456789abcdef0",
        ),
        (
            "lambda:ListFunctions", "hello world", "us-gov-west-1",
            "https://console.amazonaws-us-gov.com/lambda/home?region=us-gov-west-1#/functions/hello%20world",
        ),
        (
            "iam:ListPolicies", "arn:aws:iam::123456789012:policy/x", "us-east-1",
            "https://us-east-1.console.aws.amazon.com/go/view?arn=arn%3Aaws%3Aiam%3A%3A123456789012%3Apolicy%2Fx",
        ),
        (
            "logs:DescribeLogGroups", "/aws/lambda/a", "eu-west-1",
            "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fa",
        ),
    ],
)  # fmt: skip
def test_a_resource_is_found_in_its_partitions_console(
    operation: str, identifier: str, region: str, address: str
) -> None:
    assert READER.resource_link(a_call(operation, account="prod", region=region), identifier) == address


def test_a_call_leads_to_its_services_page() -> None:
    link = READER.call_link(a_call("s3:ListBuckets", account="prod", region="eu-west-1"))
    assert link == "https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1"
    assert READER.call_link(a_call("iot-data:GetThingShadow", account="prod")) == ""


@pytest.mark.parametrize("region", ["us-iso-east-1", "evil.example", "eu-west-1.evil.example/", "", "eusc-de-east-1"])
def test_a_region_without_a_console_on_the_internet_has_no_link(region: str) -> None:
    assert READER.call_link(a_call("s3:ListBuckets", account="prod", region=region)) == ""
    assert READER.resource_link(a_call("s3:ListBuckets", account="prod", region=region), "logs") == ""


def test_the_demo_account_has_no_links() -> None:
    assert READER.call_link(a_call("s3:ListBuckets")) == ""
    assert READER.resource_link(a_call("s3:ListBuckets"), "logs") == ""


@pytest.mark.parametrize(
    "identifier",
    ["//evil.example/", "https://evil.example", "../../x", "a?b#c&d=e", "javascript:alert(1)", "%2e%2e", "\u202egnp"],
)
def test_what_an_answer_says_never_leaves_its_place_in_the_address(identifier: str) -> None:
    link = READER.resource_link(a_call("s3:ListBuckets", account="prod"), identifier)
    if not link:
        return
    parts = urlsplit(link)
    assert (parts.scheme, parts.hostname) == ("https", "eu-west-1.console.aws.amazon.com")
    assert parts.path.startswith("/s3/buckets/")
    assert parts.path.count("/") == 3
    assert (parts.query, parts.fragment) == ("region=eu-west-1", "")
    other = "arn:aws-cn:s3:::x"
    assert READER.resource_link(a_call("s3:ListBuckets", account="prod"), other) == ""


DEEP = "[[" * 200  # 400 characters, as long as a plan's path may be
ENDLESS = "@" + " | [@, @][]" * 40  # doubles with every part


@pytest.mark.parametrize("expression", [DEEP, ENDLESS])
def test_whoever_asks_is_told_of_an_expression_without_bounds(expression: str) -> None:
    assert run_query([1], expression, limit_s=0.2).problem
    with pytest.raises(UsageError):
        JmesPathExpressions(limit_s=0.2).value(expression, [1])
    with pytest.raises(AwsParameterError):
        value_at(expression, [1], limit_s=0.2)


def test_an_answer_that_doubles_wherever_it_is_walked_through_is_stopped() -> None:
    assert "more than" in run_query([1], "@" + " | [@, @]" * 60).problem
