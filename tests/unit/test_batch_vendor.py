"""Batches that the vendor answers, over servers that speak Anthropic's and OpenAI's documented interfaces for them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.batch import BatchJob, BatchProgress
from app.domain.errors import BatonError, BudgetError, NotFoundError, StorageError, UnsupportedError, UsageError
from app.domain.models import ModelId, ModelInfo, Price
from app.domain.ports import ChatProvider
from app.domain.spending import Spent, Terms
from app.providers.connection import Connections
from app.services.answer_way import answer_way
from app.services.batch.service import BatchService
from app.services.local_models import LocalModelService
from app.services.models import ModelService
from app.services.settings import SettingsService
from app.storage.answer_cache import SqliteAnswerCache
from app.storage.database import Database
from app.storage.line_files import DiskLineFiles
from app.storage.privacy import SqlitePrivacyStore
from app.storage.settings_file import TomlSettingsStore
from app.storage.usage import SqliteUsageLog
from app.system.attachments.picture_metadata import without_metadata
from app.system.keyring import MemorySecretStore
from tests.model_files_fake import EmptyHub, MemoryEngine, MemoryModelFiles
from tests.provider_fixtures import KEY, Makers
from tests.ui_fixtures import NoRules
from tests.vendor_servers import Answer, CallTool, Failure, Think, VendorServer

MODELS = {"anthropic": "claude-sonnet-4-5", "openai": "gpt-6-sol", "groq": "llama-3.3-70b"}


@pytest.fixture(params=["anthropic", "openai"])
def vendor(request: pytest.FixtureRequest) -> str:
    """One vendor after the other."""
    return str(request.param)


@pytest.fixture
def server() -> Iterator[VendorServer]:
    """The vendors, on loopback."""
    with VendorServer() as started:
        yield started


class Desk:
    """A batch service over real files, and what was waited for between looks."""

    def __init__(self, folder: Path, vendor: str, server: VendorServer, makers: Makers) -> None:
        self.folder, self.model = folder, ModelId(vendor, MODELS[vendor])
        self.server = server
        self.on_wait: Callable[[], Any] = server.batches.end
        secrets = MemorySecretStore()
        secrets.set(vendor, KEY)
        self.settings = settings = SettingsService(TomlSettingsStore(folder / "settings.toml"))
        made: list[ChatProvider] = [makers.anthropic(server), makers.openai(server), makers.compatible(server)]
        providers = {provider.name: provider for provider in made}
        models = ModelService(settings=settings, secrets=secrets, providers=lambda: providers, correct=self._priced)
        self.database = Database(folder / "baton.db")
        way = answer_way(
            settings=settings,
            providers=lambda: providers,
            models=lambda: models,
            rules=NoRules(),
            without_metadata=without_metadata,
            hidden=SqlitePrivacyStore(self.database),
            usage_log=SqliteUsageLog(self.database),
            kept=SqliteAnswerCache(self.database),
        )
        self.spending = way.spending
        self.service = BatchService(
            models=models,
            local=LocalModelService(store=MemoryModelFiles(), hub=EmptyHub(), engine=MemoryEngine(), settings=settings),
            files=DiskLineFiles(),
            passage=way.passage,
            route=self._route,
            sleep=self._sleep,
        )

    def _priced(self, model: ModelInfo) -> ModelInfo:
        return replace(model, price=Price(input=2.0, output=10.0))

    async def _route(self, text: str) -> ModelInfo:
        raise NotFoundError(f"There is no rule for {text!r}.")

    async def _sleep(self, _seconds: float) -> None:
        waited = self.on_wait()
        if isinstance(waited, Awaitable):
            await waited

    def write(self, *lines: object) -> None:
        (self.folder / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))

    def job(self, **more: Any) -> BatchJob:
        options = {"source": str(self.folder / "in.jsonl"), "target": str(self.out), "by_vendor": True} | more
        return BatchJob(model=self.model, **options)

    @property
    def out(self) -> Path:
        return self.folder / "out.jsonl"

    @property
    def note(self) -> Path:
        return self.folder / "out.jsonl.batch"

    async def run(self, **more: Any) -> BatchProgress:
        last = BatchProgress()
        async with aclosing(self.service.run(self.job(**more))) as updates:
            async for progress in updates:
                last = progress
        return last

    async def run_until_waiting(self, **more: Any) -> None:
        """Run, and be stopped while the vendor works."""
        waiting = asyncio.Event()

        def wait() -> Awaitable[Any]:
            waiting.set()
            return asyncio.Event().wait()

        self.on_wait = wait
        running = asyncio.ensure_future(self.run(**more))
        await asyncio.wait([running, asyncio.ensure_future(waiting.wait())], return_when=asyncio.FIRST_COMPLETED)
        running.cancel()
        await asyncio.wait([running])
        self.on_wait = self.server.batches.end

    def kept(self) -> dict[int, dict[str, Any]]:
        return {line["line"]: line for line in map(json.loads, self.out.read_text().splitlines())}

    @property
    def paid(self) -> int:
        """How many requests the vendor was ever handed."""
        return sum(len(batch.requests) for batch in self.server.batches.all)


@pytest.fixture
async def desk(tmp_path: Path, vendor: str, server: VendorServer) -> AsyncIterator[Desk]:
    """Everything that a run needs."""
    connections = Connections(timeout_s=lambda: 10.0)
    made = Desk(tmp_path, vendor, server, Makers(connections))
    yield made
    await made.database.aclose()
    await connections.aclose()


async def test_a_run_is_answered_by_the_vendor_and_kept_in_the_same_lines_as_any_other(desk: Desk) -> None:
    desk.write("one", {"prompt": "two", "id": "b", "system": "Be brief."}, {"prompt": "three", "id": 3})
    desk.server.script(
        Answer("first", input_tokens=20, cached_tokens=5, output_tokens=4),
        Answer(Think("Hm."), "second"),
        Answer(CallTool("find", {"text": "x"})),
    )
    progress = await desk.run()
    assert (progress.total, progress.done, progress.failed, progress.running) == (3, 3, 0, 0)
    kept = desk.kept()
    assert [kept[n]["id"] for n in (1, 2, 3)] == [None, "b", 3]
    assert (kept[1]["text"], kept[1]["finish_reason"], kept[1]["error"]) == ("first", "stop", None)
    assert kept[1]["usage"]["input_tokens"] == 20
    assert kept[1]["usage"]["cached_input_tokens"] == 5
    assert (kept[2]["text"], kept[2]["reasoning"]) == ("second", "Hm.")
    assert json.loads(kept[3]["tool_calls"][0]["arguments"]) == {"text": "x"}
    assert kept[1]["model"] == str(desk.model)
    assert not desk.note.exists()
    sent = list(desk.server.batches.all[0].requests.values())
    assert "Be brief." in json.dumps(sent[1])
    assert "Be brief." not in json.dumps(sent[0])


async def test_a_run_that_was_stopped_fetches_the_same_batch_and_pays_nothing_twice(desk: Desk) -> None:
    desk.write("one", "two")
    await desk.run_until_waiting()
    assert desk.note.exists()
    assert desk.out.read_text() == ""
    progress = await desk.run(resume=True)
    assert (progress.done, progress.failed) == (2, 0)
    assert set(desk.kept()) == {1, 2}
    assert desk.paid == 2
    assert not desk.note.exists()


async def test_without_going_on_a_batch_that_is_under_way_is_not_begun_again(desk: Desk) -> None:
    desk.write("one")
    await desk.run_until_waiting()
    with pytest.raises(UsageError, match="at work"):
        await desk.run()
    assert desk.paid == 1


@pytest.mark.parametrize("clocks_apart_s", [0, 20_000, -20_000])
@pytest.mark.parametrize("has_ended", [True, False])
async def test_a_batch_whose_receipt_was_lost_is_found_again(desk: Desk, clocks_apart_s: int, has_ended: bool) -> None:
    desk.write("one", "two")
    desk.server.batches.loses_the_reply = True
    with pytest.raises(BatonError) as caught:
        await desk.run()
    assert caught.value.remedy
    assert desk.paid == 2
    desk.server.batches.loses_the_reply = False
    if has_ended:
        desk.server.batches.end()
    desk.server.batches.all[0].created -= clocks_apart_s
    progress = await desk.run(resume=True)
    assert (progress.done, desk.paid) == (2, 2)


async def test_a_batch_that_never_arrived_is_handed_over_on_going_on(desk: Desk) -> None:
    desk.write("one")
    await desk.run_until_waiting()
    desk.server.batches.all.clear()  # as if the request had got lost on its way
    note = json.loads(desk.note.read_text())
    note["batches"][0]["id"] = None
    desk.note.write_text(json.dumps(note))
    progress = await desk.run(resume=True)
    assert (progress.done, desk.paid) == (1, 1)


async def test_a_refused_batch_leaves_no_note_behind(desk: Desk, server: VendorServer) -> None:
    server.keys = {"another"}
    desk.write("one")
    with pytest.raises(BatonError):
        await desk.run()
    assert not desk.note.exists()
    assert desk.paid == 0


async def test_each_lines_fault_is_its_own_and_is_sent_again_on_going_on(desk: Desk) -> None:
    desk.write("one", "two", "three", {"prompt": ""})
    desk.server.script(Answer("first"), Failure(400, "temperature: out of range"), Answer("third"))
    progress = await desk.run()
    assert (progress.done, progress.failed) == (2, 2)
    kept = desk.kept()
    assert "out of range" in kept[2]["error"]
    assert "is empty" in kept[4]["error"]
    assert desk.paid == 3
    desk.server.script(Answer("second"))
    progress = await desk.run(resume=True)
    assert (progress.earlier, progress.done, progress.failed) == (2, 1, 1)
    assert desk.kept()[2]["text"] == "second"
    assert desk.paid == 4


async def test_lines_that_the_vendor_did_not_come_to_are_told_and_can_be_sent_again(desk: Desk) -> None:
    desk.write("one", "two", "three")
    desk.on_wait = lambda: desk.server.batches.end(expired=2)
    progress = await desk.run()
    assert (progress.done, progress.failed) == (1, 2)
    assert "--resume" in desk.kept()[3]["error"]
    desk.on_wait = desk.server.batches.end
    progress = await desk.run(resume=True)
    assert (progress.earlier, progress.done, progress.failed) == (1, 2, 0)


async def test_a_cancelled_batch_keeps_what_was_answered(desk: Desk) -> None:
    desk.write("one", "two")
    await desk.run_until_waiting()
    assert await desk.service.cancel(desk.job()) == 1
    progress = await desk.run(resume=True, collects_only=True)
    assert (progress.done, progress.failed) == (0, 2)
    assert "cancelled" in desk.kept()[1]["error"]
    assert desk.paid == 2
    assert await desk.service.cancel(desk.job()) == 0


async def test_secrets_do_not_leave_the_machine_in_a_batch(desk: Desk) -> None:
    secret = "AKIAIOSFODNN7" + "EXAMPLE"
    desk.write(f"my key is {secret}")
    await desk.run()
    assert secret not in json.dumps(desk.server.batches.all[0].requests)


async def test_a_line_that_cannot_be_sent_is_not(desk: Desk) -> None:
    (desk.folder / "in.jsonl").write_text('"fine"\n{"prompt": "x", "parameters": {"nonsense": 1}}\n')
    progress = await desk.run()
    assert (progress.done, progress.failed) == (1, 1)
    assert "nonsense" in desk.kept()[2]["error"]
    assert desk.paid == 1


async def test_how_far_the_vendor_is_can_be_seen(desk: Desk) -> None:
    desk.write("one", "two")
    notes = set()
    async with aclosing(desk.service.run(desk.job())) as updates:
        async for progress in updates:
            notes.add(progress.note)
    assert any("0 of 2" in note for note in notes)
    assert any("2 of 2" in note for note in notes)


async def test_a_vendor_that_cannot_be_reached_for_a_while_is_asked_again(desk: Desk) -> None:
    desk.write("one")
    looks = iter([503, 429])
    answer = desk.server.batches.answer

    def failing(method: str, path: str, body: Any) -> Any:
        if method == "GET" and (status := next(looks, None)) is not None:
            return status, {"error": {"type": "api_error", "message": "busy"}}
        return answer(method, path, body)

    desk.server.batches.answer = failing  # type: ignore[method-assign]
    assert (await desk.run()).done == 1


async def test_a_batch_that_the_vendor_forgot_is_told_and_never_paid_again_unasked(desk: Desk) -> None:
    desk.write("one")
    await desk.run_until_waiting()
    desk.server.batches.all.clear()
    with pytest.raises(NotFoundError, match="no longer knows") as caught:
        await desk.run(resume=True)
    assert "out.jsonl.batch" in caught.value.remedy
    assert desk.paid == 0


async def test_a_damaged_note_is_told(desk: Desk) -> None:
    desk.write("one")
    desk.note.write_text('{"model": 1')
    with pytest.raises(StorageError, match="damaged"):
        await desk.run(resume=True)
    assert desk.paid == 0


async def test_big_jobs_go_in_several_batches(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.providers.anthropic_batches import AnthropicBatches
    from app.providers.openai_batches import OpenAIBatches

    for kind in (AnthropicBatches, OpenAIBatches):
        monkeypatch.setattr(kind, "most_requests", 2)
    desk.write(*(f"prompt {n}" for n in range(5)))
    progress = await desk.run()
    assert (progress.done, desk.paid, len(desk.server.batches.all)) == (5, 5, 3)
    assert len(desk.kept()) == 5


async def test_standard_output_cannot_be_gone_on_with_and_is_refused(desk: Desk) -> None:
    desk.write("one")
    with pytest.raises(UsageError):
        await desk.run(target="-")


async def test_a_vendor_without_batches_says_so(tmp_path: Path, server: VendorServer, makers: Makers) -> None:
    desk = Desk(tmp_path, "groq", server, makers)
    desk.write("one")
    with pytest.raises(UnsupportedError, match="no batches"):
        await desk.run()
    assert not desk.out.exists()


async def test_a_refusal_of_the_whole_batch_is_each_lines_fault(
    tmp_path: Path, server: VendorServer, makers: Makers
) -> None:
    desk = Desk(tmp_path, "openai", server, makers)
    desk.on_wait = lambda: server.batches.end(problem="Enqueued token limit reached")
    desk.write("one")
    progress = await desk.run()
    assert progress.failed == 1
    assert "Enqueued token limit" in desk.kept()[1]["error"]


async def test_placeholders_are_put_back_even_in_another_run(desk: Desk) -> None:
    await desk.settings.change({"hide_identifiers": True})
    desk.write("what is 123412341234 in arn:aws:iam::123412341234:user/ada?")
    await desk.run_until_waiting()
    sent = json.dumps(desk.server.batches.all[0].requests)
    assert "123412341234" not in sent
    assert "ACCOUNT_1" in sent
    desk.server.script(Answer("It is ACCOUNT_1."))
    await desk.run(resume=True)
    assert desk.kept()[1]["text"] == "It is 123412341234."


async def spent(desk: Desk) -> Spent:
    return (await desk.spending.standing(Terms())).spent.today


async def test_what_answers_took_is_logged_at_the_price_of_a_batch(desk: Desk) -> None:
    desk.write("one", "two", "three")
    desk.server.script(
        Answer("first", input_tokens=1_000, output_tokens=100),
        Answer("second", input_tokens=1_000),
        Failure(400, "No."),
    )
    await desk.run()
    today = await spent(desk)
    assert (today.requests, today.input_tokens, today.output_tokens) == (2, 2_000, 107)
    assert today.cost_usd == pytest.approx((2_000 * 2.0 + 107 * 10.0) / 1_000_000 / 2)


async def test_a_run_that_is_stopped_while_it_fetches_logs_nothing_twice(desk: Desk) -> None:
    """Stopped with one answer kept and another to come, and gone on with twice."""
    desk.write("one", "two")
    desk.server.script(Answer("first", input_tokens=1_000), Answer("second", input_tokens=1_000))
    async with aclosing(desk.service.run(desk.job())) as updates:
        async for progress in updates:
            if progress.done == 1:
                break
    assert (await spent(desk)).requests == 0
    await desk.run(resume=True)
    assert (await spent(desk)).requests == 2
    await desk.run(resume=True)
    assert (await spent(desk)).requests == 2


async def test_a_run_that_ends_once_it_has_logged_its_answers_logs_them_no_more(desk: Desk) -> None:
    desk.write("one", "two")
    async with aclosing(desk.service.run(desk.job())) as updates:
        async for _ in updates:
            if (await spent(desk)).requests:
                break
    assert desk.note.exists()
    await desk.run(resume=True)
    assert (await spent(desk)).requests == 2
    assert not desk.note.exists()


async def test_what_a_budget_has_no_room_for_is_not_handed_over(desk: Desk) -> None:
    await desk.settings.change({"budget_day_tokens": 1_000})
    desk.write(*["one " * 300] * 5)
    with pytest.raises(BudgetError, match="Nothing was sent"):
        await desk.run()
    assert desk.paid == 0
    assert not desk.note.exists()
    await desk.settings.change({"budget_day_tokens": 1_000_000})
    assert (await desk.run(resume=True)).done == 5


async def test_batches_under_way_take_of_a_budget_too(desk: Desk) -> None:
    await desk.settings.change({"budget_day_tokens": 1_000})
    desk.write("one " * 600)
    await desk.run_until_waiting()
    desk.write("one " * 600, "two " * 600)
    desk.server.script(Answer("first", input_tokens=600), Answer("second", input_tokens=600))
    with pytest.raises(BudgetError, match="Nothing was sent"):
        await desk.run(resume=True)
    assert desk.paid == 1
    assert desk.kept()[1]["text"] == "first"


async def test_what_the_persons_filter_holds_back_is_neither_sent_nor_kept_but_paid_for_where_it_came(
    desk: Desk,
) -> None:
    await desk.settings.change({"moderation": "words", "moderation_words": "nasty"})
    desk.write("say something nasty", "say something", "say more")
    desk.server.script(Answer("A Nasty word.", input_tokens=50), Answer(Think("How nasty."), "Fine."))
    progress = await desk.run()
    assert (progress.done, progress.failed) == (0, 3)
    assert desk.paid == 2
    assert "nasty" not in json.dumps(list(desk.server.batches.all[0].requests.values()))
    kept = desk.kept()
    assert all("held it back" in kept[n]["error"] for n in (1, 2, 3))
    assert [(kept[n]["text"], kept[n].get("reasoning")) for n in (1, 2, 3)] == [("", None)] * 3
    assert kept[2]["usage"]["input_tokens"] == 50
    assert (await spent(desk)).requests == 2


async def test_an_answer_that_cannot_be_judged_now_stays_with_the_vendor(desk: Desk) -> None:
    desk.write("say something")
    desk.server.script(Answer("Something."))
    await desk.run_until_waiting()
    await desk.settings.change({"moderation": "model", "moderation_model": "local:gone"})
    with pytest.raises(NotFoundError):
        await desk.run(resume=True)
    await desk.settings.change({"moderation": "off"})
    assert (await desk.run(resume=True)).done == 1
    assert desk.kept()[1]["text"] == "Something."
    assert desk.paid == (await spent(desk)).requests == 1
