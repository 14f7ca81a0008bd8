"""Supervisor and worker understand each other, and nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import language
from app.domain.errors import BatonError, ContextOverflowError, ModelFileError, OutOfMemoryError, UnsupportedError
from app.domain.language import tr
from app.domain.messages import Message, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart, ToolSpec
from app.domain.ports import ChatRequest
from app.domain.stream import (
    Finished,
    FinishReason,
    Progress,
    ReasoningDelta,
    TextDelta,
    ToolCallProgress,
    ToolCallRequested,
    Usage,
)
from app.llama import protocol
from app.llama.wire import ProtocolError

texts = st.text(max_size=40)
wholes = st.integers(-(2**60), 2**60)
fractions = st.floats(0, 1)
json_values = st.recursive(
    st.none() | st.booleans() | wholes | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
objects = st.dictionaries(texts, json_values, max_size=3)
call_parts = st.builds(ToolCallPart, call_id=texts, name=texts, arguments=texts)
parts = st.one_of(
    st.builds(TextPart, text=texts),
    st.builds(ReasoningPart, text=texts),
    call_parts,
    st.builds(ToolResultPart, call_id=texts, name=texts, content=texts, is_error=st.booleans()),
)
requests = st.builds(
    ChatRequest,
    model=texts,
    messages=st.lists(
        st.builds(Message, role=st.sampled_from(Role), parts=st.lists(parts, max_size=3).map(tuple)), max_size=3
    ).map(tuple),
    system=texts,
    tools=st.lists(st.builds(ToolSpec, name=texts, description=texts, parameters=objects), max_size=2).map(tuple),
    parameters=objects,
    schema=st.none() | objects,
    conversation_id=st.none() | texts,
)
events = st.one_of(
    st.builds(TextDelta, text=texts),
    st.builds(ReasoningDelta, text=texts),
    st.builds(ToolCallProgress, name=texts, argument_chars=wholes),
    st.builds(ToolCallRequested, call=call_parts),
    st.builds(
        Usage,
        input_tokens=wholes,
        output_tokens=wholes,
        cached_input_tokens=wholes,
        reasoning_tokens=wholes,
        first_token_s=st.none() | fractions,
        duration_s=st.none() | fractions,
    ),
    st.builds(Progress, text=texts, fraction=st.none() | fractions),
    st.builds(Finished, reason=st.sampled_from(FinishReason), detail=texts),
)
commands = st.one_of(
    st.builds(protocol.Load, path=texts, context_tokens=wholes, gpu_layers=wholes, threads=wholes),
    st.builds(protocol.Generate, id=wholes, request=requests),
    st.builds(protocol.Cancel, id=wholes),
    st.just(protocol.DescribeDevices()),
    st.builds(protocol.CheckFile, path=texts),
)
devices = st.builds(protocol.Device, name=texts, title=texts, kind=texts, free_bytes=wholes, total_bytes=wholes)
reports = st.one_of(
    st.builds(protocol.Hello, version=wholes, pid=wholes),
    st.builds(protocol.Loading, fraction=fractions),
    st.builds(protocol.Loaded, context_tokens=wholes, notes=st.lists(texts, max_size=3).map(tuple)),
    st.builds(protocol.Said, id=wholes, event=events),
    st.builds(protocol.Failed, id=st.none() | wholes, kind=texts, message=texts, remedy=texts, detail=texts),
    st.just(protocol.Alive()),
    st.builds(protocol.Logged, text=texts),
    st.builds(protocol.Devices, devices=st.lists(devices, max_size=2).map(tuple), build=texts),
    st.just(protocol.Checked()),
)


@given(command=commands)
def test_commands_arrive_as_they_were_sent(command: protocol.Command) -> None:
    line = protocol.encode(command)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert protocol.decode_command(line) == command


@given(report=reports)
def test_reports_arrive_as_they_were_sent(report: protocol.Report) -> None:
    line = protocol.encode(report)
    assert line.count(b"\n") == 1
    assert protocol.decode_report(line) == report


@given(line=st.binary(max_size=200) | json_values.map(lambda value: json.dumps(value).encode()))
def test_garbage_is_refused_and_nothing_worse(line: bytes) -> None:
    for decode in (protocol.decode_command, protocol.decode_report):
        with pytest.raises(ProtocolError):
            decode(line)


@given(report=reports, data=st.data())
def test_a_damaged_report_is_refused_or_still_a_report(report: protocol.Report, data: st.DataObject) -> None:
    fields = json.loads(protocol.encode(report))
    name = data.draw(st.sampled_from(sorted(fields)))
    fields[name] = data.draw(json_values)
    try:
        protocol.encode(protocol.decode_report(json.dumps(fields).encode()))
    except ProtocolError:
        pass


def test_deeply_nested_json_is_refused() -> None:
    with pytest.raises(ProtocolError):
        protocol.decode_report(b"[" * 200_000)


@pytest.mark.parametrize("type_", [ContextOverflowError, ModelFileError, OutOfMemoryError, UnsupportedError])
def test_errors_keep_their_kind_message_and_remedy(type_: type[BatonError]) -> None:
    sent = protocol.failure(type_("What happened.", remedy="What to do.", detail="log"), id=7)
    back = protocol.error_of(sent)
    assert type(back) is type_
    assert (back.message, back.remedy, back.detail) == ("What happened.", "What to do.", "log")


def test_what_a_worker_says_is_said_in_the_language_of_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    english, adapter = "{name!r} has no vocabulary.", "The adapter does not fit this model."
    german = {english: "{name!r} hat kein Vokabular.", adapter: "Der Adapter passt nicht zu diesem Modell."}
    monkeypatch.setattr(language, "_keeps", True)  # as in the worker
    failed = protocol.encode(protocol.failure(ModelFileError(tr(english, name="a.gguf"), remedy="As it is."), id=7))
    loaded = protocol.encode(protocol.Loaded(context_tokens=1, notes=(tr(adapter), "plain")))
    monkeypatch.setattr(language, "_keeps", False)
    monkeypatch.setattr(language, "_translate", lambda text, about, count: german.get(text, ""))
    report, ready = protocol.decode_report(failed), protocol.decode_report(loaded)
    assert isinstance(report, protocol.Failed)
    assert isinstance(ready, protocol.Loaded)
    assert (report.message, report.remedy) == ("'a.gguf' hat kein Vokabular.", "As it is.")
    assert ready.notes == ("Der Adapter passt nicht zu diesem Modell.", "plain")
