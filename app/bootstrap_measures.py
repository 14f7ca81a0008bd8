"""The part of the composition root that puts together what ``baton bench`` measures.

Everything is measured in a Baton of its own, whose files are gone afterwards. Refuses to touch the person's.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.system.paths import Paths

if TYPE_CHECKING:
    from app.domain.aws import Call, CallResult, CallScope
    from app.domain.figures import Figure
    from app.domain.ports import SecretStore
    from app.services.application import Application

Command = Callable[[str], Sequence[str]]


class Build(Protocol):
    """:func:`app.bootstrap.build_application`."""

    def __call__(self, *, paths: Paths, secrets: SecretStore | None = None) -> Application: ...


def measurements(build: Build, worker: Command) -> Mapping[str, Callable[[], Sequence[Figure]]]:
    """What can be measured, by name. ``worker`` gives the command of one of Baton's own child processes."""
    return {
        "start": lambda: _measure_start(worker),
        "local": lambda: _measure_local(build, worker),
        "chat": lambda: _measure_chat(worker),
        "aws": lambda: _measure_aws(build, worker),
        "ui": lambda: _measure_ui(build, worker),
        "history": _measure_history,
    }


def _measure_start(worker: Command) -> list[Figure]:
    from app.system.start_probe import measure_start

    return measure_start(worker("start-probe"))


def _measure_chat(worker: Command) -> list[Figure]:
    from app.providers.bench.measure import measure_deltas
    from app.services.privacy.measure import measure_masking
    from app.system.secret_rules import KingfisherRules
    from app.system.stream_probe import measure_imports, measure_stream

    rules = KingfisherRules(Paths.find().cache / "secret-rules")
    return [
        *measure_imports(),
        *measure_deltas(),
        *measure_stream(worker("stream-watch")),
        *measure_masking(rules),
    ]


def _measure_ui(build: Build, worker: Command) -> list[Figure]:
    """The conversation is written into a home of its own, where a window then opens it."""
    import asyncio
    import tempfile

    from app.system.stream_probe import measure_long_answer
    from app.system.window_probe import long_chat, measure_long_chat, measure_window

    async def write(home: Path) -> None:
        app = build(paths=Paths.find({"BATON_HOME": str(home)}))
        try:
            await app.history.add(long_chat())
        finally:
            await app.aclose()

    figures, bare_bytes = measure_window(worker("usable-probe"))
    with tempfile.TemporaryDirectory(prefix="baton-bench-") as home:
        asyncio.run(write(Path(home)))
        figures += measure_long_chat(worker("chat-watch"), Path(home), bare_bytes)
    return [*figures, *measure_long_answer(worker("stream-watch"))]


def _measure_local(build: Build, worker: Command) -> list[Figure]:
    """In a Baton of its own, whose files are gone afterwards."""
    import asyncio
    import tempfile

    from app.llama.bench.measure import LocalMeasurement
    from app.llama.bench.models import SHAPES, write_model
    from app.llama.bench.process import BareLoops
    from app.services.measured_chat import MeasuredChat

    async def measure(home: Path) -> list[Figure]:
        files = {name: home / f"{name}.gguf" for name in SHAPES}
        app = build(paths=Paths.find({"BATON_HOME": str(home)}))
        try:
            for name, path in files.items():
                await asyncio.to_thread(write_model, path, SHAPES[name])
                await app.local.add(path)
            await app.settings.change({"local_context_tokens": 16_384})  # what is measured is longer than the default
            plan = await app.local.plan("usual")
            with BareLoops(worker("llama-bare"), plan) as bare:
                return await LocalMeasurement(
                    chat=lambda model, tokens: MeasuredChat(app.chat, app.history, f"local:{model}", tokens=tokens),
                    process_ids=lambda: app.local.process_ids,
                    bare=bare,
                    models=files,
                ).figures()
        finally:
            await app.aclose()

    with tempfile.TemporaryDirectory(prefix="baton-bench-") as home:
        return asyncio.run(measure(Path(home)))


def _measure_aws(build: Build, worker: Command) -> list[Figure]:
    """With accounts that lead to a server on this machine. The index of operations is built once, for all of it."""
    import asyncio
    import tempfile

    from app.aws.bench.fan_out import LATENCY_S, measure_fan_out, with_slow_accounts
    from app.aws.bench.finding import measure_finding
    from app.aws.bench.gate import measure_gate
    from app.aws.bench.risk import measure_risk
    from app.aws.catalogue.catalogue import BotocoreCatalogue
    from app.services.threads import use_enough_threads
    from app.system.keyring import MemorySecretStore

    async def measure(paths: Paths) -> list[Figure]:
        use_enough_threads(asyncio.get_running_loop())

        async def asked(figures: Callable[[_Asking], Awaitable[list[Figure]]], latency_s: float) -> list[Figure]:
            async def work(_: Path) -> list[Figure]:
                app = build(paths=paths, secrets=MemorySecretStore())
                try:
                    return await figures(_Asking(app))
                finally:
                    await app.aclose()

            return await with_slow_accounts(work, latency_s, worker("slow-aws"))

        finding = await asyncio.to_thread(measure_finding, paths.cache, worker("aws-index"))
        catalogue = BotocoreCatalogue(paths.cache)
        try:
            risk = await asyncio.to_thread(measure_risk, catalogue)
        finally:
            catalogue.close()
        return [
            *finding,
            *risk,
            *await asked(lambda asking: measure_gate(asking.submit, page_limit=10, timeout_s=60.0), 0.0),
            *await asked(measure_fan_out, LATENCY_S),
        ]

    with tempfile.TemporaryDirectory(prefix="baton-bench-") as home:
        return asyncio.run(measure(Paths.find({"BATON_HOME": home})))


def _measure_history() -> list[Figure]:
    """In a folder of its own. ``BATON_BENCH_MESSAGES`` makes the history shorter, for a quick look."""
    import asyncio
    import os
    import tempfile

    from app.services.recording_measure import measure_recording
    from app.storage.bench.measure import measure_history
    from app.storage.conversations import SqliteConversationStore
    from app.storage.database import Database

    async def measure(folder: Path) -> list[Figure]:
        messages = int(os.environ.get("BATON_BENCH_MESSAGES", "1000000"))
        figures = await measure_history(folder, messages=messages, conversations=max(1, messages // 100))
        database = Database(folder / "recorded.db")
        try:
            return [*figures, *await measure_recording(SqliteConversationStore(database))]
        finally:
            await database.aclose()

    with tempfile.TemporaryDirectory(prefix="baton-bench-") as folder:
        return asyncio.run(measure(Path(folder)))


class _Asking:
    """Baton as the benches use it: it asks as a command does, with nobody there to say yes."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self.parallel = app.settings.current.aws_parallel_calls

    async def everywhere(self, call: Call, scope: CallScope) -> CallResult:
        """See :class:`app.aws.bench.fan_out.Asking`."""
        from app.domain.aws import Action, Origin
        from app.services.nobody import Nobody

        ends: list[Action] = []
        await self._app.fan_out.gather(call, scope, origin=Origin.COMMAND, consent=Nobody(), on_change=ends.append)
        assert ends[-1].result is not None
        return ends[-1].result

    async def submit(self, call: Call) -> object:
        """Take a call through the gate to its end."""
        from app.domain.aws import Origin
        from app.services.nobody import Nobody

        return await self._app.aws.gate.submit(call, origin=Origin.COMMAND, consent=Nobody())
