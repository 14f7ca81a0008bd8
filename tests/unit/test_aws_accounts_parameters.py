"""How ``baton aws run`` reads parameters: JSON, bare texts, files; and what it refuses."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from app.aws.catalogue.catalogue import BotocoreCatalogue
from app.cli.aws_run import read_parameters
from app.domain.aws import Operation, OperationId
from app.domain.errors import UsageError


@pytest.fixture
def put(catalogue: BotocoreCatalogue) -> Operation:
    return catalogue.operation(OperationId("ssm", "PutParameter"))


def test_texts_may_stand_bare_even_where_they_look_like_json(put: Operation) -> None:
    read = read_parameters(put, ["Name=/a", "Value=123", "Type=String", "Overwrite=true", 'Description="quoted"'], None)
    assert read == {"Name": "/a", "Value": "123", "Type": "String", "Overwrite": True, "Description": "quoted"}


def test_a_value_may_hold_equals_signs_and_be_empty(put: Operation) -> None:
    assert read_parameters(put, ["Value=a=b=c", "Description="], None) == {"Value": "a=b=c", "Description": ""}


def test_the_file_comes_first_and_single_parameters_win(put: Operation, tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    file.write_text('{"Name": "/file", "Value": "v"}', encoding="utf-8")
    assert read_parameters(put, ["Name=/given"], str(file)) == {"Name": "/given", "Value": "v"}


def test_stdin_is_a_file_too(put: Operation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"Name": "/in"}'))
    assert read_parameters(put, [], "-") == {"Name": "/in"}


@pytest.mark.parametrize("given", [["Name"], ["=x"], ["Name=a", "Name=b"], ["Overwrite=maybe"], ["Tags=Key"]])
def test_what_is_no_parameter_is_wrong_usage(put: Operation, given: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        read_parameters(put, given, None)
    assert caught.value.remedy


@pytest.mark.parametrize("content", [b"", b"[1]", b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_holds_no_object_is_wrong_usage(put: Operation, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(content)
    with pytest.raises(UsageError):
        read_parameters(put, [], str(file))
    with pytest.raises(UsageError):
        read_parameters(put, [], str(tmp_path / "absent.json"))
