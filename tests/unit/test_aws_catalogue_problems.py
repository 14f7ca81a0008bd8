"""What is wrong with parameters: one plain sentence a fault, and no secret repeated."""

from __future__ import annotations

import pytest
from botocore.session import get_session
from botocore.validate import ParamValidator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.domain.aws import OperationId, ParameterShape, ShapeKind


@pytest.mark.parametrize(
    ("operation", "parameters", "problems"),
    [
        ("s3:ListBuckets", {}, []),
        ("sts:GetCallerIdentity", {}, []),
        ("sts:GetCallerIdentity", {"X": 1}, ["X is no parameter of sts:GetCallerIdentity."]),
        ("s3:GetObject", {"Bucket": "b"}, ["Key is required."]),
        ("s3:GetObject", {"Bucket": "b", "Key": ""}, ["Key must not be empty."]),
        (
            "s3:ListObjectsV2",
            {"Buckt": "b", "Bucket": "b"},
            ["Buckt is no parameter of s3:ListObjectsV2; did you mean Bucket?"],
        ),
        ("s3:ListObjectsV2", {"Bucket": "b", "MaxKeys": "5"}, ["MaxKeys must be a whole number, not text."]),
        ("ec2:StopInstances", {"InstanceIds": "i-1"}, ["InstanceIds must be a list, not text."]),
        ("ec2:StopInstances", {"InstanceIds": [7]}, ["InstanceIds[0] must be text, not this number."]),
        ("ec2:StopInstances", {"InstanceIds": None}, ["InstanceIds has no value; leave it out, or give a list."]),
        ("ec2:StopInstances", {"InstanceIds": ["i"], "Force": "yes"}, ["Force must be true or false, not text."]),
        (
            "ec2:RunInstances",
            {"MinCount": True, "MaxCount": 1},
            ["MinCount must be a whole number, not true or false."],
        ),
        ("ec2:RunInstances", {"MinCount": 1, "MaxCount": 1, "InstanceType": "t99.newest"}, []),
        (
            "ec2:DescribeInstances",
            {"Filters": [{"Nam": "x"}]},
            ["Nam is no parameter of Filters[0]; did you mean Name?"],
        ),
        (
            "s3:CreateBucket",
            {"Bucket": "Team_Logs"},
            ["Bucket must be 3 to 63 characters of lower-case letters, digits, dots and hyphens."],
        ),
        (
            "s3:PutBucketVersioning",
            {"Bucket": "b", "VersioningConfiguration": {"Status": "On"}},
            ["VersioningConfiguration.Status must be Enabled or Suspended, not 'On'."],
        ),
        ("iam:CreateUser", {"UserName": "a b"}, ["UserName does not have the form that AWS asks for: [\\w+=,.@-]+"]),
        ("iam:CreateUser", {"UserName": "x" * 65}, ["UserName must have at most 64 characters."]),
        ("iam:ListUsers", {"MaxItems": 5000}, ["MaxItems must be at most 1000."]),
        ("lambda:Invoke", {"FunctionName": "f", "Payload": {"base64": "e30="}}, []),
        ("lambda:Invoke", {"FunctionName": "f", "Payload": "{}"}, []),
        ("lambda:Invoke", {"FunctionName": "f", "Payload": {"base64": "!"}}, ["Payload.base64 is no base64."]),
        (
            "cloudtrail:LookupEvents",
            {"StartTime": "yesterday"},
            ["StartTime must be a date and time as 2026-11-20T09:30:00Z."],
        ),
        ("cloudtrail:LookupEvents", {"StartTime": "2026-11-20T09:30:00Z"}, []),
        (
            "bedrock-runtime:Converse",
            {"modelId": "m", "messages": [{"role": "user", "content": [{}]}]},
            None,
        ),
    ],
)
def test_faults_are_told_in_sentences(
    catalogue: BotocoreCatalogue, operation: str, parameters: dict[str, object], problems: list[str] | None
) -> None:
    told = catalogue.problems(OperationId.parse(operation), parameters)
    if problems is None:
        assert told[0].startswith("messages[0].content[0] must have exactly one of")
    else:
        assert told == problems


def test_a_sensitive_value_is_never_repeated(catalogue: BotocoreCatalogue) -> None:
    secret = "hunter2-hunter2"
    for operation, parameters in [
        (
            "secretsmanager:PutSecretValue",
            {"SecretId": "s", "SecretString": [secret], "SecretBinary": {"base64": secret + "!"}},
        ),
        ("rds:CreateDBInstance", {"MasterUserPassword": {"x": secret}}),
        (
            "cognito-idp:AdminSetUserPassword",
            {"UserPoolId": secret + " !", "Username": "u", "Password": secret + " " * 300},
        ),
        ("iam:CreateLoginProfile", {"UserName": "u", "Password": secret * 20}),
    ]:
        told = catalogue.problems(OperationId.parse(operation), parameters)
        assert told
        assert secret not in " ".join(told)


def test_parameters_nested_beyond_reason_are_refused(catalogue: BotocoreCatalogue) -> None:
    nested: dict[str, object] = {"S": "x"}
    for _ in range(300):
        nested = {"M": {"a": nested}}
    told = catalogue.problems(OperationId("dynamodb", "PutItem"), {"TableName": "orders", "Item": {"k": nested}})
    assert len(told) == 1
    assert told[0].endswith("is nested too deeply.")


def plain_value(shape: ParameterShape) -> object:
    """A value that fits a shape, as small as can be."""
    match shape.kind:
        case ShapeKind.STRING:
            return shape.enum[0] if shape.enum else "a" * max(1, int(shape.minimum or 1))
        case ShapeKind.INTEGER:
            return int(shape.minimum or 1)
        case ShapeKind.FLOAT:
            return float(shape.minimum or 1)
        case ShapeKind.BOOLEAN:
            return True
        case ShapeKind.TIMESTAMP:
            return "2026-11-20T09:30:00Z"
        case ShapeKind.BLOB:
            return "aGVsbG8="
        case ShapeKind.LIST:
            assert shape.element is not None
            return [plain_value(shape.element)] * max(1, int(shape.minimum or 1))
        case ShapeKind.MAP:
            assert shape.element is not None
            return {"a": plain_value(shape.element)}
        case ShapeKind.STRUCTURE:
            members = shape.members[:1] if shape.union else [member for member in shape.members if member.required]
            return {member.name: plain_value(member) for member in members}
        case ShapeKind.DOCUMENT:
            return {}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_passes_here_passes_botocore_too(catalogue: BotocoreCatalogue, data: st.DataObject) -> None:
    services = ["s3", "iam", "sqs", "lambda", "dynamodb", "route53", "kms", "sns", "logs", "stepfunctions", "ecs"]
    service = data.draw(st.sampled_from(services))
    id = data.draw(st.sampled_from([id for id in catalogue.operations() if id.service == service]))
    operation = catalogue.operation(id)
    parameters: dict[str, object] = {
        shape.name: plain_value(shape)
        for shape in operation.parameters
        if not shape.recursive and (shape.required or data.draw(st.booleans()))
    }
    if parameters and data.draw(st.booleans()):
        spoiled = data.draw(st.sampled_from(sorted(parameters)))
        parameters[spoiled] = data.draw(st.none() | st.integers() | st.text(max_size=3) | st.just([]) | st.just({}))
    model = MODELS.setdefault(service, get_session().get_service_model(service)).operation_model(id.operation)
    if model.input_shape is None:
        assert not parameters
    elif not catalogue.problems(id, parameters):
        report = ParamValidator().validate(parameters, model.input_shape)
        assert not report.has_errors(), report.generate_report()


MODELS: dict[str, object] = {}


def test_a_hosted_zone_may_be_named_as_route_53_answers_it(catalogue: BotocoreCatalogue) -> None:
    zone = OperationId("route53", "GetHostedZone")
    assert not catalogue.problems(zone, {"Id": "/hostedzone/Z0123456789ABCDEFGHIJKLMNOPQR"})
    assert catalogue.problems(zone, {"Id": "/hostedzone/" + "Z" * 40})
