"""The supervisor under the window's own event loop."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

import qasync
from PySide6.QtWidgets import QApplication

from app.domain.errors import WorkerDiedError
from app.domain.messages import Message
from app.domain.ports import ChatRequest
from app.domain.settings import Settings
from app.domain.stream import AnswerFold, TextDelta
from app.llama.supervisor import LlamaSupervisor
from tests import gguf_files
from tests.llama_fixtures import WORKER_COMMAND, local_model, plan_for


def test_answers_stops_and_survives_a_kill_under_qasync(qapp: QApplication, tmp_path: Path) -> None:
    path = gguf_files.write_tiny_gguf(tmp_path / "m.gguf", context=131_072, replies={"finish": "This ends here."})
    model, plan = local_model(path), plan_for(path, context=131_072)

    async def whole() -> str:
        fold = AnswerFold()
        async for event in supervisor.stream(model, plan, ChatRequest(model="m", messages=(Message.user("finish"),))):
            fold.add(event)
        return fold.message.text

    async def scenario() -> None:
        assert await whole() == "This ends here."
        endless = ChatRequest(model="m", messages=(Message.user("talk"),))
        async with aclosing(supervisor.stream(model, plan, endless)) as events:
            async for event in events:
                if isinstance(event, TextDelta):
                    break
        assert await whole() == "This ends here."
        died = False
        try:
            async with aclosing(supervisor.stream(model, plan, endless)) as events:
                async for event in events:
                    if isinstance(event, TextDelta):
                        await supervisor.unload()
        except WorkerDiedError:
            died = True
        assert died
        assert await whole() == "This ends here."
        await supervisor.aclose()
        assert supervisor.process_ids == ()

    supervisor = LlamaSupervisor(WORKER_COMMAND, settings=Settings)
    loop = qasync.QEventLoop(qapp)
    try:
        with loop:
            loop.run_until_complete(asyncio.wait_for(scenario(), 60))
    finally:
        asyncio.set_event_loop(None)
