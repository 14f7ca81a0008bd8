"""JSON to what botocore wants and back, pages, and the errors a person reads."""

from __future__ import annotations

import base64
import io
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import botocore.session
import pytest
from botocore import exceptions as boto
from botocore.exceptions import ClientError
from hypothesis import given
from hypothesis import strategies as st

from app.aws.errors import CallPlace, aws_error
from app.aws.execution.pages import Paging, follow, joined
from app.aws.execution.size import weight, within
from app.aws.execution.values import STREAM_BYTES, AnswerReader, sensitive_members, to_botocore
from app.domain import errors
from app.domain.aws import Account, AccountKind, OperationId
from app.domain.errors import AwsParameterError, BatonError

PROD = Account(
    key="prod", title="prod", kind=AccountKind.PROFILE, renewal="Sign in again: aws sso login --profile prod"
)
PLACE = CallPlace(account=PROD, region="eu-west-1", operation=OperationId("s3", "ListBuckets"))


def shape_of(service: str, operation: str) -> Any:
    return botocore.session.get_session().get_service_model(service).operation_model(operation)


def test_blobs_are_sent_as_the_bytes_they_stand_for() -> None:
    shape = shape_of("s3", "PutObject").input_shape
    assert to_botocore({"Body": "häh"}, shape) == {"Body": "häh".encode()}
    assert to_botocore({"Body": {"base64": "AAE="}}, shape) == {"Body": b"\x00\x01"}
    with pytest.raises(AwsParameterError):
        to_botocore({"Body": {"base64": "nonsense!"}}, shape)


@given(st.binary(max_size=200))
def test_bytes_come_back_as_text_or_base64_that_is_the_same(value: bytes) -> None:
    read = AnswerReader(lambda: False).read({"Blob": value})["Blob"]
    if isinstance(read, str):
        assert read.encode() == value
    else:
        assert isinstance(read, dict)
        assert base64.b64decode(read["base64"]) == value


def test_an_answer_becomes_json_without_botocores_metadata() -> None:
    answer = {
        "ResponseMetadata": {"RequestId": "r"},
        "At": datetime(2026, 1, 2, tzinfo=UTC),
        "N": Decimal("3"),
        "F": Decimal("1.5"),
        "Set": {"a"},
        "Nan": float("nan"),
    }
    assert AnswerReader(lambda: False).read(answer) == {
        "At": "2026-01-02T00:00:00+00:00",
        "N": 3,
        "F": 1.5,
        "Set": ["a"],
        "Nan": "nan",
    }


def test_a_stream_is_read_to_the_limit_and_says_what_was_left() -> None:
    body = io.BytesIO(("ä" * STREAM_BYTES).encode())
    reader = AnswerReader(lambda: False)
    read = reader.read({"ContentLength": 2 * STREAM_BYTES, "Body": body})["Body"]
    assert isinstance(read, dict)
    assert read["shown_bytes"] == STREAM_BYTES
    assert read["size_bytes"] == 2 * STREAM_BYTES
    assert read["text"].startswith("ää")
    assert body.closed
    assert reader.notes == [f"Only the first {STREAM_BYTES:,} of {2 * STREAM_BYTES:,} bytes of Body were read."]


def test_secret_members_of_an_answer_are_found_in_the_model() -> None:
    assert "SecretString" in sensitive_members(shape_of("secretsmanager", "GetSecretValue").output_shape)
    assert "AccessKey.SecretAccessKey" in sensitive_members(shape_of("iam", "CreateAccessKey").output_shape)
    assert sensitive_members(None) == ()


PAGING = Paging(inputs=("Token",), outputs=("Next",), more=None, results=("Items",), limit="Max")


class Shop:
    """Hands out numbered pages."""

    def __init__(self, pages: int, *, stuck: bool = False) -> None:
        self.pages, self.stuck, self.sent = pages, stuck, 0

    def __call__(self, parameters: Any) -> dict[str, Any]:
        self.sent += 1
        page = int(parameters.get("Token", 1))
        answer: dict[str, Any] = {"Items": [page], "ResponseMetadata": {"RequestId": f"r{page}"}}
        if self.stuck or page < self.pages:
            answer["Next"] = "1" if self.stuck else str(page + 1)
        return answer


def test_pages_are_joined_and_their_tokens_left_out() -> None:
    pages = follow(Shop(3), {}, PAGING, page_limit=10, cancelled=lambda: False)
    assert (pages.data["Items"], pages.count, pages.truncated, pages.request_id) == ([1, 2, 3], 3, False, "r1")
    assert "Next" not in pages.data


def test_the_page_limit_is_kept_and_the_token_to_go_on_stays() -> None:
    pages = follow(Shop(5), {}, PAGING, page_limit=2, cancelled=lambda: False)
    assert (pages.data["Items"], pages.truncated, pages.data["Next"]) == ([1, 2], True, "3")


def test_a_number_that_was_asked_for_is_all_that_is_fetched() -> None:
    shop = Shop(5)
    pages = follow(shop, {"Max": 1}, PAGING, page_limit=9, cancelled=lambda: False)
    assert (pages.truncated, shop.sent, pages.more) == (True, 1, {"Token": "2"})


def test_a_token_goes_on_from_its_page_and_what_was_left_can_be_fetched() -> None:
    first = follow(Shop(5), {}, PAGING, page_limit=2, cancelled=lambda: False)
    second = follow(Shop(5), first.more, PAGING, page_limit=2, cancelled=lambda: False)
    assert (second.data["Items"], second.more) == ([3, 4], {"Token": "5"})
    both = joined(first.data, second.data, PAGING, more=True)
    assert (both["Items"], both["Next"], first.data["Items"]) == ([1, 2, 3, 4], "5", [1, 2])
    last = follow(Shop(5), second.more, PAGING, page_limit=2, cancelled=lambda: False)
    assert (last.more, last.truncated) == ({}, False)
    whole = joined(both, last.data, PAGING, more=False)
    assert (whole["Items"], "Next" in whole) == ([1, 2, 3, 4, 5], False)


def test_a_giant_answer_is_cut_at_its_lists_and_keeps_what_is_small() -> None:
    data: dict[str, object] = {"Items": [{"Text": "x" * 100} for _ in range(1_000)], "Owner": "me"}
    cut, is_cut = within(data, 20_000)
    assert is_cut
    assert cut["Owner"] == "me"
    assert isinstance(cut["Items"], list)
    assert 100 < len(cut["Items"]) < 250
    assert weight(cut) < 21_000
    assert list(cut) == list(data)
    assert within(data, 1_000_000) == (data, False)


def test_the_same_token_again_and_again_ends_the_walk() -> None:
    shop = Shop(1, stuck=True)
    follow(shop, {}, PAGING, page_limit=1_000, cancelled=lambda: False)
    assert shop.sent == 2


def test_stopping_between_pages_keeps_what_came() -> None:
    shop = Shop(9)
    pages = follow(shop, {}, PAGING, page_limit=9, cancelled=lambda: shop.sent >= 3)
    assert (pages.data["Items"], pages.truncated, pages.stopped) == ([1, 2, 3], True, True)


def client_error(code: str, message: str = "Something.", status: int = 400) -> ClientError:
    return ClientError(
        {"Error": {"Code": code, "Message": message}, "ResponseMetadata": {"HTTPStatusCode": status}}, "Op"
    )


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (client_error("ExpiredToken"), errors.AwsCredentialsError, "aws sso login --profile prod"),
        (client_error("InvalidClientTokenId"), errors.AwsCredentialsError, "does not accept"),
        (client_error("RequestTimeTooSkewed"), errors.AwsCredentialsError, "clock"),
        (client_error("ThrottlingException"), errors.AwsThrottledError, "slow down"),
        (client_error("RequestLimitExceeded"), errors.AwsThrottledError, "Wait"),
        (client_error("ValidationException", "bad name"), errors.AwsParameterError, "bad name"),
        (client_error("NoSuchBucket"), errors.AwsRejectedError, "eu-west-1"),
        (client_error("BucketAlreadyExists"), errors.AwsRejectedError, "another name"),
        (client_error("InternalError", status=500), errors.AwsError, "fault of its own"),
        (client_error("Whatever", "Because."), errors.AwsRejectedError, "Because."),
        (boto.NoCredentialsError(), errors.AwsCredentialsError, "no AWS credentials"),
        (boto.UnauthorizedSSOTokenError(), errors.AwsCredentialsError, "aws sso login --profile prod"),
        (boto.SSOTokenLoadError(error_msg="x"), errors.AwsCredentialsError, "aws sso login"),
        (boto.ProfileNotFound(profile="prod"), errors.AwsCredentialsError, "no AWS profile"),
        (boto.ConfigParseError(path="/a/config"), errors.AwsCredentialsError, "'/a/config'"),
        (boto.EndpointConnectionError(endpoint_url="https://x"), errors.UnreachableError, "network"),
        (boto.ReadTimeoutError(endpoint_url="https://x"), errors.TimedOutError, "look before"),
        (boto.SSLError(endpoint_url="https://x", error="e"), errors.CertificateError, "Settings > Network"),
        (boto.ProxyConnectionError(proxy_url="http://u:p@x"), errors.UnreachableError, "HTTPS_PROXY"),
        (boto.NoRegionError(), errors.AwsParameterError, "region"),
        (boto.ParamValidationError(report="Missing Bucket"), errors.AwsParameterError, "Missing Bucket"),
        (RuntimeError("inner detail"), errors.AwsError, "did not succeed"),
    ],
)
def test_every_failure_says_what_to_do(error: Exception, kind: type[BatonError], words: str) -> None:
    told = aws_error(error, PLACE)
    assert type(told) is kind
    assert words in str(told)
    assert type(error).__name__ not in str(told)
    assert "u:p@" not in str(told)


def test_every_exception_of_botocore_is_told_as_one_of_batons() -> None:
    kinds = [kind for kind in vars(boto).values() if isinstance(kind, type) and issubclass(kind, boto.BotoCoreError)]
    assert len(kinds) > 50
    for kind in kinds:
        fields = dict.fromkeys(
            [name for _, name, _, _ in __import__("string").Formatter().parse(getattr(kind, "fmt", "")) if name], "x"
        )
        error = kind(**fields, **({"last_response": {}} if kind is boto.WaiterError else {}))
        told = aws_error(error, PLACE)
        assert isinstance(told, BatonError)
        assert told.message.endswith((".", "…"))
        assert kind.__name__ not in str(told)


def test_a_denial_names_who_and_what_and_keeps_the_encoded_message_out() -> None:
    message = (
        "User: arn:aws:iam::111122223333:user/kim is not authorized to perform: ec2:TerminateInstances on resource: r "
        "with an explicit deny. Encoded authorization failure message: AbCdEf123456"
    )
    told = aws_error(client_error("UnauthorizedOperation", message, 403), PLACE)
    assert isinstance(told, errors.AwsAccessDeniedError)
    assert "user/kim" in str(told)
    assert "ec2:TerminateInstances" in str(told)
    assert "explicitly" in str(told)
    assert "AbCdEf" not in str(told)


def test_messages_of_aws_cannot_smuggle_lines_or_keys_in() -> None:
    told = aws_error(client_error("Odd", "a\n\x1b[2Jb " + "AKIA" + "IOSFODNN7EXAMPLE"), PLACE)
    assert "\n" not in str(told)
    assert "\x1b" not in str(told)
    assert "IOSFODNN7EXAMPLE" not in str(told)
