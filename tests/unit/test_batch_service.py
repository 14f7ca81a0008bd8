"""Batches over a scripted model: what is sent for a line, what one line's fault does to the others, and how lines are
read and kept on disk.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.batch import BatchJob, BatchProgress
from app.domain.errors import KeyProblemError, ProviderFaultError, UnreachableError, UnsupportedError
from app.domain.models import AUTO, Capabilities, ModelId, ModelInfo
from app.domain.parameters import MAX_TOKENS, TEMPERATURE
from app.domain.stream import TextDelta
from app.providers.scripted import ScriptedProvider, words
from app.services.answer_way import answer_way
from app.services.batch.lines import BatchLine, LineAnswer, digest, read_line, read_result, result_line
from app.services.batch.service import BatchService
from app.services.limits.requests import RequestLimits
from app.services.local_models import LocalModelService
from app.services.models import ModelService
from app.services.settings import SettingsService
from app.storage.answer_cache import SqliteAnswerCache
from app.storage.database import Database
from app.storage.line_files import LONGEST_LINE, AppendedFile, DiskLineFiles
from app.storage.privacy import SqlitePrivacyStore
from app.storage.settings_file import TomlSettingsStore
from app.storage.usage import SqliteUsageLog
from app.system.attachments.picture_metadata import without_metadata
from app.system.keyring import MemorySecretStore
from tests.model_files_fake import EmptyHub, MemoryEngine, MemoryModelFiles
from tests.storage_fixtures import unhurried
from tests.ui_fixtures import NoRules

MODEL = ModelId("scripted", "script")
INFO = ModelInfo(id=MODEL, title="", capabilities=Capabilities(parameters=(TEMPERATURE, MAX_TOKENS)))
JOB = BatchJob(model=MODEL, source="in", target="out", system="Be brief.", parameters={"temperature": 0.5})
Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs lines through a scripted provider; returns the progress at the end. Options are those of the job."""

    async def ran(
        provider: ScriptedProvider,
        lines: list[object],
        *,
        model: ModelId = MODEL,
        others: dict[str, ScriptedProvider] | None = None,
        **options: Any,
    ) -> BatchProgress:
        settings = SettingsService(TomlSettingsStore(tmp_path / "settings.toml"))

        async def no_wait(_seconds: float) -> None:
            """Retries come at once."""

        database = Database(tmp_path / "baton.db")
        providers = {"scripted": provider, **(others or {})}
        way = answer_way(
            settings=settings,
            providers=lambda: providers,
            models=lambda: models,
            rules=NoRules(),
            without_metadata=without_metadata,
            hidden=SqlitePrivacyStore(database),
            usage_log=SqliteUsageLog(database),
            kept=SqliteAnswerCache(database),
        )
        models = ModelService(
            settings=settings,
            secrets=MemorySecretStore(),
            providers=lambda: providers,
            limits=RequestLimits(settings=lambda: settings.current, sleep=no_wait),
            stages=way.stages,
            outgate=way.passage,
        )

        async def by_first_word(text: str) -> ModelInfo:
            """A rule of the test's own: the line begins with the provider's name."""
            return await models.info(ModelId(text.split()[0], "script"))

        local = LocalModelService(store=MemoryModelFiles(), hub=EmptyHub(), engine=MemoryEngine(), settings=settings)
        service = BatchService(
            models=models, local=local, files=DiskLineFiles(), passage=way.passage, route=by_first_word
        )
        (tmp_path / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
        job = BatchJob(model=model, source=str(tmp_path / "in.jsonl"), target=str(tmp_path / "out.jsonl"), **options)
        last = BatchProgress()
        async for progress in service.run(job):
            last = progress
        await database.aclose()
        return last

    return ran


def kept(tmp_path: Path) -> dict[int, dict[str, Any]]:
    return {line["line"]: line for line in map(json.loads, (tmp_path / "out.jsonl").read_text().splitlines())}


async def test_one_lines_fault_is_its_own_and_is_tried_again_on_going_on(run: Run, tmp_path: Path) -> None:
    faults = {"two": ProviderFaultError("It is busy.")}

    def answer(request: Any) -> Any:
        text = request.messages[-1].text
        return [TextDelta(text="half"), faults[text]] if text in faults else words(f"about {text}")

    progress = await run(ScriptedProvider(answer), ["one", "two", "three"])
    assert (progress.total, progress.done, progress.failed) == (3, 2, 1)
    assert (kept(tmp_path)[2]["text"], kept(tmp_path)[2]["error"]) == ("half", "It is busy.")
    faults.clear()
    again = ScriptedProvider(answer)
    progress = await run(again, ["one", "two", "three"], resume=True)
    assert (progress.earlier, progress.done, progress.failed) == (2, 1, 0)
    assert [request.messages[-1].text for request in again.requests] == ["two"]
    assert (kept(tmp_path)[2]["text"], kept(tmp_path)[2]["error"]) == ("about two", None)


async def test_automatic_sends_each_line_to_its_own_model_and_ones_fault_ends_nobody_elses(
    run: Run, tmp_path: Path
) -> None:
    other = ScriptedProvider([[KeyProblemError("No key.", provider="other")], words("fine")], name="other")
    lines: list[object] = ["scripted one", {"prompt": "other two"}, "nobody three", "other four", {"prompt": 5}]
    progress = await run(
        ScriptedProvider(lambda _: words("yes")), lines, model=AUTO, others={"other": other}, at_once=1
    )
    assert (progress.done, progress.failed) == (2, 3)
    found = kept(tmp_path)
    assert [found[number]["model"] for number in (1, 2, 4)] == ["scripted:script", "other:script", "other:script"]
    assert [found[number]["text"] for number in (1, 4)] == ["yes", "fine"]
    assert found[2]["error"].startswith("No key.")
    assert "nobody" in found[3]["error"]
    assert "prompt" in found[5]["error"]
    again = ScriptedProvider([words("now"), words("now")], name="other")
    progress = await run(
        ScriptedProvider(), lines, model=AUTO, others={"other": again, "nobody": again}, at_once=1, resume=True
    )
    assert progress.earlier == 2
    assert kept(tmp_path)[2]["text"] == "now"


@pytest.mark.parametrize("fault", [KeyProblemError("No key.", provider="x"), UnreachableError("No network.")])
async def test_what_every_line_would_meet_ends_the_run(run: Run, tmp_path: Path, fault: Exception) -> None:
    provider = ScriptedProvider(lambda request: [fault] if request.messages[-1].text == "3" else words("fine"))
    with pytest.raises(type(fault)):
        await run(provider, [str(number) for number in range(200)], at_once=1)
    assert set(kept(tmp_path)) == {1, 2, 3}
    assert len(provider.requests) <= 6


async def test_lines_are_answered_beside_each_other_and_no_more_than_asked_for(run: Run) -> None:
    running, most, gate = 0, 0, asyncio.Event()

    def answer(_request: Any) -> Iterator[Any]:
        nonlocal running, most
        running += 1
        most = max(most, running)
        if running == 3:
            gate.set()
        yield gate
        running -= 1
        yield TextDelta(text="done")

    progress = await run(ScriptedProvider(answer), ["x"] * 9, at_once=3)
    assert (progress.done, most) == (9, 3)


class SlowFile:
    """A file of results whose writing waits for a signal; says whether it was closed in the middle of a line."""

    def __init__(self) -> None:
        self.is_writing, self.may_end = threading.Event(), threading.Event()
        self.told: list[str] = []

    def earlier(self) -> Iterator[bytes]:
        return iter(())

    def append(self, line: bytes) -> None:
        self.is_writing.set()
        self.may_end.wait(20)
        self.told.append("written")

    def close(self) -> None:
        self.told.append("closed")


async def test_a_run_that_is_stopped_ends_the_line_it_writes_before_it_closes_the_file(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SlowFile()
    monkeypatch.setattr(DiskLineFiles, "results", lambda *_arguments, **_options: file)
    running = asyncio.ensure_future(run(ScriptedProvider(lambda _: words("fine")), ["x"]))
    await asyncio.to_thread(file.is_writing.wait, 20)
    running.cancel()
    asyncio.get_running_loop().call_later(0.05, file.may_end.set)
    await asyncio.wait([running])
    assert running.cancelled()
    assert file.told == ["written", "closed"]


@pytest.mark.parametrize("is_private", [True, False])
async def test_secrets_are_hidden_from_a_model_elsewhere_alone(run: Run, is_private: bool) -> None:
    secret = "AKIAIOSFODNN7" + "EXAMPLE"
    provider = ScriptedProvider(lambda _: words("fine"), is_private=is_private)
    await run(provider, [f"my key is {secret}"])
    assert (secret in provider.requests[0].messages[0].text) == is_private


async def test_a_parameter_that_the_model_lacks_is_refused_before_anything_is_asked(run: Run, tmp_path: Path) -> None:
    provider = ScriptedProvider(lambda _: words("fine"))
    with pytest.raises(UnsupportedError):
        await run(provider, ["x"], parameters={"nonsense": 1})
    assert not (tmp_path / "out.jsonl").exists()


@unhurried
@given(st.one_of(st.binary(max_size=60), st.text(max_size=30).map(lambda text: json.dumps(text).encode())))
def test_any_line_is_a_request_or_has_a_problem(line: bytes) -> None:
    made = read_line(line, 3, JOB, INFO)
    assert (made.request is None) == bool(made.problem)
    assert made.digest == digest(line)


@unhurried
@given(st.text(max_size=40), st.one_of(st.none(), st.text(max_size=8), st.integers()), st.booleans())
def test_a_result_is_one_line_and_is_read_back(text: str, name: object, failed: bool) -> None:
    answer = LineAnswer(error="It is busy." if failed else None)
    answer.fold.add(TextDelta(text=text))
    raw = result_line(BatchLine(number=7, digest="ab", id=name), answer, "scripted:script")
    assert raw.count(b"\n") == 1
    assert raw.endswith(b"\n")
    earlier = read_result(raw)
    assert earlier is not None
    assert (earlier.number, earlier.digest, earlier.is_answer) == (7, "ab", not failed)


def test_what_a_line_brings_goes_before_what_the_run_says() -> None:
    own = read_line(b'{"prompt": "x", "system": "", "parameters": {"temperature": 1}}', 1, JOB, INFO).request
    assert own is not None
    assert (own.system, dict(own.parameters)) == ("", {"temperature": 1})
    plain = read_line(b'"x"', 1, JOB, INFO).request
    assert plain is not None
    assert (plain.system, dict(plain.parameters)) == ("Be brief.", {"temperature": 0.5})


@unhurried
@given(
    st.lists(st.binary(max_size=20).map(lambda line: line.replace(b"\n", b"").rstrip(b"\r")), max_size=8), st.booleans()
)
def test_lines_of_a_file_are_read_as_they_stand(tmp_path_factory: Any, lines: list[bytes], ends: bool) -> None:
    path = tmp_path_factory.mktemp("lines") / "x"
    path.write_bytes(b"\n".join(lines) + (b"\n" if ends and lines else b""))
    found = list(DiskLineFiles().lines(str(path)))
    wanted = lines if ends or not lines or lines[-1] else lines[:-1]
    assert found == wanted
    assert DiskLineFiles().count(str(path)) == len([line for line in wanted if line.strip()])


def test_a_line_beyond_every_measure_is_passed_over_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"first\n" + b"x" * (LONGEST_LINE + 10) + b"\nlast")
    assert list(DiskLineFiles().lines(str(path))) == [b"first", None, b"last"]


@unhurried
@given(
    st.lists(st.binary(min_size=1, max_size=9).map(lambda line: line.replace(b"\n", b"x")), max_size=6),
    st.integers(0, 70),
)
def test_a_file_cut_anywhere_is_gone_on_with_in_whole_lines(
    tmp_path_factory: Any, lines: list[bytes], cut: int
) -> None:
    path = tmp_path_factory.mktemp("cut") / "x"
    whole = b"".join(line + b"\n" for line in lines)
    path.write_bytes(whole[:cut])
    file = AppendedFile(path, resume=True)
    before = list(file.earlier())
    assert before == lines[: whole[:cut].count(b"\n")]
    file.append(b"more\n")
    file.close()
    file.close()
    assert path.read_bytes() == b"".join(line + b"\n" for line in [*before, b"more"])


async def test_a_line_that_is_to_stay_here_goes_to_no_model_elsewhere(run: Run, tmp_path: Path) -> None:
    """Whichever message of the line says so."""
    elsewhere = ScriptedProvider([words("Fine.")], is_private=False)
    kept_here = [
        "keep this on this machine: who am I?",
        {"messages": [{"role": "user", "content": "don't send this to the cloud"}, {"role": "user", "content": "so?"}]},
        {"system": "Keep everything on this machine.", "prompt": "who am I?"},
    ]
    progress = await run(elsewhere, [*kept_here, "who are you?"])
    assert (progress.done, progress.failed) == (1, 3)
    assert all("Nothing was sent" in kept(tmp_path)[number]["error"] for number in (1, 2, 3))
    assert [request.messages[-1].text for request in elsewhere.requests] == ["who are you?"]
    (tmp_path / "out.jsonl").unlink()
    here = ScriptedProvider([words("Ada.")])
    assert (await run(here, kept_here[:1])).done == 1
