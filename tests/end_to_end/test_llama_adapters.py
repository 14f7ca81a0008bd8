"""A LoRA adapter of the list reaches llama.cpp: it changes what the model says, as strongly as its scale says."""

from __future__ import annotations

from pathlib import Path

from app.domain.models import LocalModel
from app.domain.settings import Settings
from app.domain.stream import TextDelta
from app.llama.files.model_files import GgufModelStore
from app.llama.probe import MachineProbe
from app.llama.supervisor import LlamaSupervisor
from tests.gguf_files import write_lora, write_tiny_gguf
from tests.llama_fixtures import WORKER_COMMAND
from tests.provider_fixtures import ask


async def test_an_adapter_changes_the_answer_by_its_scale(supervisor: LlamaSupervisor, tmp_path: Path) -> None:
    store = GgufModelStore(tmp_path / "models", tmp_path / "models.json", probe=MachineProbe(WORKER_COMMAND))
    request = ask("hello there", model="v", parameters={"temperature": 0.0, "max_tokens": 30})

    async def said_by(model: LocalModel) -> str:
        events = supervisor.stream(model, store.plan("v", Settings()), request)
        return "".join([event.text async for event in events if isinstance(event, TextDelta)])

    plain = await said_by(store.add(write_tiny_gguf(tmp_path / "v.gguf", varied=True)))
    lora = str(write_lora(tmp_path / "lora.gguf"))
    assert await said_by(store.set_adapter("v", lora, 4.0)) != plain
    assert await said_by(store.set_adapter("v", lora, 0.0001)) == plain
    assert await said_by(store.remove_adapter("v", lora)) == plain
