"""Documentation as plain text, and operations as the dialogs and forms need them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.aws.model_text import brief_text, first_sentence, plain_text, shortened
from app.domain.aws import OperationId, ParameterShape, ShapeKind


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Lists <code>buckets</code> &amp; more.</p>", "Lists buckets & more."),
        ("<p>One.</p><ul><li>Two</li><li>Three</li></ul>", "One.\nTwo\nThree"),
        ("Fewer than 5 &lt; 6 and a<b", "Fewer than 5 < 6 and a<b"),
        ("a\u2028b\x0bc\u00a0d\n\n\ne", "a b c d\ne"),
        ("", ""),
    ],
)
def test_markup_becomes_text(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@pytest.mark.parametrize(
    ("markup", "sentence"),
    [
        ("<p>Lists things. They are many.</p>", "Lists things."),
        ("<note><p>Not supported here.</p></note><p>Creates a bucket. And so on.</p>", "Creates a bucket."),
        ("<note><p>Only a note. No more.</p></note>", "Only a note."),
        ("<p>Starts a thing, e.g. A server. Then more.</p>", "Starts a thing, e.g. A server."),
        ("<p>Uses version 2.0 of it. Then more.</p>", "Uses version 2.0 of it."),
        ("no end", "no end"),
    ],
)
def test_the_first_sentence_is_the_things_own(markup: str, sentence: str) -> None:
    assert first_sentence(markup) == sentence


@given(st.text(alphabet="ab .<>/&;p\n!A", max_size=300))
def test_no_markup_breaks_the_texts(markup: str) -> None:
    for text in (first_sentence(markup, longest=50), brief_text(markup, longest=50)):
        assert len(text) <= 50
        assert "\n" not in text
    assert len(shortened(markup, 10)) <= 10


def test_an_operation_tells_what_a_form_needs(catalogue: BotocoreCatalogue) -> None:
    operation = catalogue.operation(OperationId("ec2", "RunInstances"))
    assert operation.service_title == "Amazon Elastic Compute Cloud"
    assert operation.summary.startswith("Launches the specified number of instances")
    assert "<" not in operation.documentation
    assert operation.supports_dry_run
    assert operation.required == ("MaxCount", "MinCount")
    by_name = {shape.name: shape for shape in operation.parameters}
    assert [shape.required for shape in operation.parameters[:3]] == [True, True, False]
    assert by_name["InstanceType"].kind is ShapeKind.STRING
    assert "t3.micro" in by_name["InstanceType"].enum
    assert by_name["ClientToken"].idempotency_token
    groups = by_name["SecurityGroupIds"]
    assert groups.kind is ShapeKind.LIST
    assert groups.element is not None
    assert groups.element.kind is ShapeKind.STRING
    assert by_name["CpuOptions"].members[0].name == "CoreCount"


def test_shapes_keep_their_bounds_secrets_and_unions(catalogue: BotocoreCatalogue) -> None:
    user = {s.name: s for s in catalogue.operation(OperationId("iam", "CreateUser")).parameters}["UserName"]
    assert (user.minimum, user.maximum, user.pattern) == (1, 64, "[\\w+=,.@-]+")
    secret = {s.name: s for s in catalogue.operation(OperationId("secretsmanager", "PutSecretValue")).parameters}
    assert secret["SecretString"].sensitive
    converse = {s.name: s for s in catalogue.operation(OperationId("bedrock-runtime", "Converse")).parameters}
    content = converse["messages"].element
    assert content is not None
    (blocks,) = [member for member in content.members if member.name == "content"]
    assert blocks.element is not None
    assert blocks.element.union


def test_a_shape_that_holds_itself_is_cut(catalogue: BotocoreCatalogue) -> None:
    def any_recursive(shape: ParameterShape, depth: int = 0) -> bool:
        assert depth < 60
        inner = [*shape.members, *([shape.element] if shape.element else [])]
        return shape.recursive or any(any_recursive(member, depth + 1) for member in inner)

    operation = catalogue.operation(OperationId("dynamodb", "PutItem"))
    assert any(any_recursive(shape) for shape in operation.parameters)


def test_what_an_operation_is_like(catalogue: BotocoreCatalogue) -> None:
    assert catalogue.operation(OperationId("s3", "ListObjectsV2")).paginated
    assert not catalogue.operation(OperationId("s3", "PutObject")).paginated
    assert catalogue.operation(OperationId("iam", "ListUsers")).is_global
    assert not catalogue.operation(OperationId("sqs", "ListQueues")).is_global
    assert catalogue.operation(OperationId("lambda", "InvokeAsync")).deprecated
    assert not catalogue.operation(OperationId("lambda", "Invoke")).deprecated


def test_a_brief_says_the_same_as_the_whole_operation(catalogue: BotocoreCatalogue) -> None:
    for name in ("s3:PutObject", "ec2:RunInstances", "stepfunctions:StartExecution", "athena:StartQueryExecution"):
        id = OperationId.parse(name)
        brief, whole = catalogue.brief(id), catalogue.operation(id)
        assert (brief.summary, brief.service_title, brief.classification, brief.deprecated) == (
            whole.summary,
            whole.service_title,
            whole.classification,
            whole.deprecated,
        )
        assert set(brief.required) == set(whole.required)


def test_every_summary_is_one_short_plain_line(catalogue: BotocoreCatalogue) -> None:
    for id in catalogue.operations():
        summary = catalogue.brief(id).summary
        assert len(summary) <= 240, id
        assert len(summary.splitlines()) <= 1, id
        assert "</" not in summary, id
