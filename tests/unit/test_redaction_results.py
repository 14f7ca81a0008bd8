"""What is hidden in results and parameters before they are stored or sent to a model."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.aws import CallResult, ParameterShape, Risk, ShapeKind, Table
from app.services.redaction import redact_parameters, redact_result


def test_members_marked_by_the_api_are_hidden_wherever_they_stand() -> None:
    result = CallResult(
        data={"Items": [{"Id": "1", "Note": "x-ray"}], "Env": {"Variables": {"A": "b-value"}}, "Plain": "seen"},
        sensitive=("Items[].Note", "Env.Variables.*"),
    )
    redacted, count = redact_result(result, Risk.READ)
    assert count == 2
    assert "x-ray" not in repr(redacted)
    assert "b-value" not in repr(redacted)
    assert redacted.data["Plain"] == "seen"
    assert list(redacted.data["Env"]["Variables"]) == ["A"]  # type: ignore[index,call-overload]  # JSON


def test_members_named_like_secrets_are_hidden_of_any_call() -> None:
    result = CallResult(data={"AccessKey": {"UserName": "kim", "SecretAccessKey": "abcdefgh"}})
    redacted, _ = redact_result(result, Risk.PERMISSIONS)
    assert "abcdefgh" not in repr(redacted)
    assert "kim" in repr(redacted)


def test_a_value_whose_name_says_secret_is_hidden() -> None:
    result = CallResult(
        data={"environment": [{"name": "DB_PASSWORD", "value": "hush"}, {"name": "PORT", "value": "80"}]}
    )
    redacted, _ = redact_result(result, Risk.READ)
    assert "hush" not in repr(redacted)
    assert "80" in repr(redacted)


def test_a_sensitive_read_keeps_names_and_dates_only() -> None:
    result = CallResult(
        data={
            "ContentType": "text/csv",
            "LastModified": "2026-01-01",
            "Body": {"size_bytes": 12, "text": "kim,+4912345"},
            "Parameter": {"Name": "/db", "Value": "hush-hush", "ARN": "arn:aws:ssm:x"},
            "log": ["one line of personal data"],
        },
        table=Table(columns=("Name", "Value"), rows=(("/db", "hush-hush"),)),
    )
    redacted, _ = redact_result(result, Risk.SENSITIVE_READ)
    for hidden in ("4912345", "hush-hush", "personal"):
        assert hidden not in repr(redacted)
    for kept in ("text/csv", "/db", "arn:aws:ssm:x", "12"):
        assert kept in repr(redacted)


def test_the_table_hides_what_the_data_hides() -> None:
    result = CallResult(
        data={"Keys": [{"Id": "1", "Password": "hush-hush"}]},
        table=Table(columns=("Id", "Password"), rows=(("1", "hush-hush"),)),
    )
    redacted, _ = redact_result(result, Risk.READ)
    assert redacted.table == Table(columns=("Id", "Password"), rows=(("1", "[hidden value]"),))


def test_an_ordinary_read_stays_as_it_is() -> None:
    data = {
        "Instances": [
            {
                "InstanceId": "i-0123456789abcdef0",
                "State": {"Name": "running"},
                "Tags": [{"Key": "Name", "Value": "web"}],
            }
        ]
    }
    table = Table(columns=("InstanceId",), rows=(("i-0123456789abcdef0",),))
    result = CallResult(data=data, table=table)
    assert redact_result(result, Risk.READ) == (result, 0)


def test_parameters_are_hidden_by_shape_by_name_and_by_look() -> None:
    shapes = (
        ParameterShape(name="Note", kind=ShapeKind.STRING, sensitive=True),
        ParameterShape(
            name="List",
            kind=ShapeKind.LIST,
            element=ParameterShape(
                name="item",
                kind=ShapeKind.STRUCTURE,
                members=(ParameterShape(name="Pin", kind=ShapeKind.STRING, sensitive=True),),
            ),
        ),
    )
    kept = redact_parameters(
        {
            "Note": "n-value",
            "List": [{"Pin": "1234x"}],
            "MasterUserPassword": "m-value",
            "Script": "password=hunter2",
            "Name": "db",
        },
        shapes,
    )
    for hidden in ("n-value", "1234x", "m-value", "hunter2"):
        assert hidden not in repr(kept)
    assert kept["Name"] == "db"


def test_long_parameters_are_cut_for_the_log() -> None:
    assert len(str(redact_parameters({"Body": "x y " * 100_000}, ())["Body"])) < 3_000


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["Value", "Body", "Name", "Id", "message", "Data"]), json_values, max_size=5))
def test_no_text_of_an_unknown_member_survives_a_sensitive_read(data: dict[str, object]) -> None:
    redacted, _ = redact_result(CallResult(data={"Payload": data, "Marked": "the-secret-text"}), Risk.SENSITIVE_READ)
    assert "the-secret-text" not in repr(redacted)
    assert redacted.data.keys() == {"Payload", "Marked"}
    again, count = redact_result(redacted, Risk.SENSITIVE_READ)
    assert (again, count) == (redacted, 0)


def test_which_key_it_was_stays_readable_in_a_result_but_its_secret_does_not() -> None:
    key_id = "AKIA" + "IOSFODNN7EXAMPLE"
    result = CallResult(data={"AccessKey": {"AccessKeyId": key_id, "SecretAccessKey": "abcdefgh"}})
    redacted, _ = redact_result(result, Risk.PERMISSIONS)
    assert key_id in repr(redacted)
    assert "abcdefgh" not in repr(redacted)
