"""Composition root: builds every adapter, gives it to the services, and starts a front end. Decides nothing else."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app import RESOURCES
from app.system.paths import Paths

if TYPE_CHECKING:
    # The window is painted before any of these is read; imported above, they would hold it up.
    import httpx2

    from app.aws.bedrock_access import BedrockAccess
    from app.aws.demo.account import DemoAccount
    from app.cli.context import CommandContext
    from app.domain.checks import Check
    from app.domain.ports import AccountDirectory, ChatProvider, PolicyStore, SecretRules, SecretStore
    from app.llama.probe import MachineProbe
    from app.services.application import Application
    from app.services.models import ModelService
    from app.services.reporting.report import Surroundings
    from app.system.network import SystemNetwork
    from app.ui.control.window import WindowController
    from app.ui.shell.main_window import MainWindow

log = logging.getLogger(__name__)


def worker_command(name: str, *, frozen: bool = bool(getattr(sys, "frozen", False))) -> tuple[str, ...]:
    """The command that starts one of Baton's own child processes, from a checkout or from an installed program."""
    program = (sys.executable,) if frozen else (sys.executable, "-P", "-m", "app")
    return (*program, "_worker", name)


def run_worker(arguments: Sequence[str]) -> int:
    """Do a child process's work until its parent is done with it; returns the exit status."""
    match arguments:
        case ["llama"]:
            from app.llama.worker import main as llama_main

            llama_main()
            return 0
        case ["llama-bare"]:
            from app.llama.bench.bare import main as bare_main

            return bare_main()
        case ["demo"]:
            from app.aws.demo.server import main as demo_main

            return demo_main()
        case ["aws-index", what, folder]:
            from app.aws.bench.finding import main as index_main

            return index_main(what, Path(folder))
        case ["slow-aws", latency]:
            from app.aws.bench.slow_aws import main as slow_main

            return slow_main(latency)
        case ["pdf-text"]:
            from app.system.attachments.pdf_text import main as pdf_main

            return pdf_main()
        case ["start-probe"]:
            from app.system.start_probe import SHOWN
            from app.system.watched_child import end_with_parent

            end_with_parent()
            return _run_window(lambda: print(SHOWN, flush=True))  # noqa: T201  # what the prober reads
        case ["usable-probe"]:
            from app.system.start_probe import SHOWN
            from app.system.watched_child import end_with_parent
            from app.ui.usable_watch import UsableWatch

            end_with_parent()
            watch = UsableWatch(lambda: print(SHOWN, flush=True))  # noqa: T201  # what the prober reads
            return _run_window(watch.begin)
        case ["stream-watch", *rest]:
            from app.ui.stream_watch import StreamWatch

            return _watch(StreamWatch(rest).begin)
        case ["chat-watch", *rest]:
            from app.ui.chat_watch import ChatWatch

            return _watch(ChatWatch(rest).begin)
        case _:
            return 2


def build_application(
    *,
    paths: Paths | None = None,
    environ: Mapping[str, str] = os.environ,
    secrets: SecretStore | None = None,
    providers: Sequence[ChatProvider] = (),
    demo: DemoAccount | None = None,
) -> Application:
    """All services over the real adapters. Opens nothing yet: each part opens when it is first used.

    ``secrets``: where keys are kept, the OS keyring unless another store is given. ``providers``: more of them, such
    as the scripted one. ``demo``: a demo account that outlives the application, instead of one of its own.
    """
    from app.aws.accounts.accounts import BotoAccountDirectory
    from app.aws.accounts.clients import AccountClients
    from app.aws.accounts.sign_in import BotoSignIn
    from app.aws.bedrock_access import BedrockAccess
    from app.aws.catalogue.catalogue import BotocoreCatalogue
    from app.aws.demo.account import DemoAccount
    from app.aws.execution.executor import BotoCallExecutor
    from app.aws.execution.reading import AccountReader
    from app.aws.expressions.findings import JmesPathExpressions
    from app.aws.expressions.reader import BotoResultReader
    from app.aws.inspection import BotoCallInspector
    from app.aws.recogniser import OfflineRecogniser
    from app.aws.undo import BotoUndoPlanner
    from app.bootstrap_measures import measurements
    from app.domain.network import PROXY_KEY
    from app.llama.files.found_models import FoundModels
    from app.llama.files.model_files import GgufModelStore
    from app.llama.hub.catalogue import HUB, HubConnection
    from app.llama.hub.download import HubDownloader
    from app.llama.hub.listing import HubCatalogue
    from app.llama.probe import MachineProbe
    from app.llama.supervisor import LlamaSupervisor
    from app.providers.local import LocalProvider
    from app.providers.prices import PriceList
    from app.providers.registry import KEY_VARIABLES, WELL_KNOWN, ProviderRegistry
    from app.providers.rules import RulesProvider
    from app.services.answer_way import answer_way
    from app.services.application import Application
    from app.services.attachments import AttachmentService
    from app.services.aws import AwsService
    from app.services.batch.service import BatchService
    from app.services.chat import ChatService
    from app.services.corrections import CorrectionService
    from app.services.doctor import DoctorService
    from app.services.fan_out import FanOut
    from app.services.history import HistoryService
    from app.services.local_models import LocalModelService
    from app.services.measuring import MeasuringService
    from app.services.models import ModelService
    from app.services.new_chats import NewChats
    from app.services.orchestration import ActionGate
    from app.services.playbooks.reading import PlaybookReader
    from app.services.playbooks.service import PlaybookService
    from app.services.policy import PolicyService
    from app.services.policy_editing import PolicyEditor
    from app.services.presets import PresetService
    from app.services.privacy.record import SentRecords
    from app.services.prompts import PromptService
    from app.services.redaction import redact_text
    from app.services.reporting.report import ProblemReporter
    from app.services.safekeeping import SafekeepingService
    from app.services.serving.local_runner import LocalRunner
    from app.services.serving.service import ServingService
    from app.services.settings import SettingsService
    from app.services.sign_in import SignInService
    from app.services.work.downloads import DownloadWork
    from app.services.work.tray import WorkTray
    from app.storage.answer_cache import SqliteAnswerCache
    from app.storage.audit import SqliteAuditLog
    from app.storage.blobs import SqliteBlobStore
    from app.storage.conversations import SqliteConversationStore
    from app.storage.database import Database
    from app.storage.integrity import integrity_words
    from app.storage.keeper import SqliteHistoryKeeper
    from app.storage.keys import HistoryKeys
    from app.storage.line_files import DiskLineFiles
    from app.storage.playbook_files import PlaybookFiles
    from app.storage.policy_file import PolicyFile
    from app.storage.privacy import SqlitePrivacyStore
    from app.storage.prompt_files import PromptFiles
    from app.storage.settings_file import TomlSettingsStore
    from app.storage.toml_records import corrections_file, presets_file
    from app.storage.usage import SqliteUsageLog
    from app.system import logs
    from app.system.attachments.picture_metadata import without_metadata
    from app.system.attachments.reading import FileReader
    from app.system.http_server import LoopbackHttpServer
    from app.system.keyring import KeyringSecretStore
    from app.system.network import SystemNetwork
    from app.system.secret_rules import KingfisherRules
    from app.system.watched_child import end_children

    paths = paths or Paths.find(environ)
    book = logs.configure(paths.log_file, lambda text: redact_text(text).text)
    settings = SettingsService(TomlSettingsStore(paths.settings_file))
    secrets = KeyringSecretStore() if secrets is None else secrets

    network = SystemNetwork(settings=lambda: settings.current, password=lambda: secrets.get(PROXY_KEY), environ=environ)

    def transport() -> httpx2.AsyncBaseTransport:
        from app.system.http_transport import RoutedTransport

        return RoutedTransport(network)

    work = WorkTray()
    database = Database(paths.database, HistoryKeys(secrets))
    conversations = SqliteConversationStore(database)
    audit = SqliteAuditLog(database)
    blobs = SqliteBlobStore(database)
    attachments = AttachmentService(reader=FileReader(worker_command("pdf-text")), blobs=blobs)

    ends_demo = demo is None
    demo = demo or DemoAccount(worker_command("demo"))
    clients = AccountClients(demo, network)
    accounts = BotoAccountDirectory(clients)
    bedrock = BedrockAccess(clients, accounts, settings=lambda: settings.current)
    catalogue = BotocoreCatalogue(paths.cache, work)
    recogniser = OfflineRecogniser(catalogue)
    executor = BotoCallExecutor(clients, accounts)
    reader = AccountReader(clients, accounts, catalogue)
    policy_file = PolicyFile(paths.policy_file, catalogue.canonical)
    policy = PolicyService(settings, policy_file)
    expressions = JmesPathExpressions()
    gate = ActionGate(
        catalogue=catalogue,
        accounts=accounts,
        executor=executor,
        audit=audit,
        settings=settings,
        conversations=conversations,
        inspector=BotoCallInspector(reader, accounts, catalogue),
        undo=BotoUndoPlanner(reader),
        policy=policy,
    )
    aws = AwsService(
        catalogue=catalogue,
        recogniser=recogniser,
        accounts=accounts,
        gate=gate,
        audit=audit,
        settings=settings,
        results=BotoResultReader(),
    )

    fan_out = FanOut(
        aws=aws, accounts=accounts, catalogue=catalogue, conversations=conversations, settings=settings, work=work
    )

    probe = MachineProbe(worker_command("llama"), held=lambda: engine.loaded)
    hub = HubConnection(
        environ.get("HF_ENDPOINT"),
        token=lambda: secrets.get(HUB) or environ.get(KEY_VARIABLES[HUB]) or None,
        transport=transport,
    )
    local_models = GgufModelStore(
        paths.models,
        paths.models / "models.json",
        probe=probe,
        downloader=HubDownloader(hub),
        found=FoundModels.on_this_machine(environ, Path.home()),
    )
    engine = LlamaSupervisor(worker_command("llama"), settings=lambda: settings.current, work=work)
    local = LocalProvider(store=local_models, engine=engine, settings=lambda: settings.current)
    corrections = CorrectionService(corrections_file(paths.config / "models.toml"))
    registry = ProviderRegistry(
        settings=lambda: settings.current,
        secrets=secrets,
        prices=PriceList.load(RESOURCES / "models.json"),
        own=(RulesProvider(recogniser), local, *providers),
        corrections=lambda: corrections.current,
        bedrock=bedrock,
        transport=transport,
        environ=environ,
    )
    privacy_store = SqlitePrivacyStore(database)
    rules = KingfisherRules(paths.cache / "secret-rules")
    way = answer_way(
        settings=settings,
        providers=registry.providers,
        models=lambda: models,
        rules=rules,
        hidden=privacy_store,
        without_metadata=without_metadata,
        usage_log=SqliteUsageLog(database),
        kept=SqliteAnswerCache(database),
    )
    models = ModelService(
        settings=settings,
        secrets=secrets,
        providers=registry.providers,
        well_known=tuple(vendor.preset for vendor in WELL_KNOWN),
        correct=corrections.correct,
        local_servers=registry.local_servers,
        key_variables=KEY_VARIABLES,
        other_keys={HUB: "Hugging Face (downloads)", PROXY_KEY: "Proxy (its password)"},
        environ=environ,
        stages=way.stages,
        outgate=way.passage,
    )

    local_service = LocalModelService(
        store=local_models, hub=HubCatalogue(hub, probe), engine=engine, settings=settings
    )
    local_service.subscribe(lambda: models.forget_list(local.name))
    DownloadWork(work, local_service.downloads)
    serving = ServingService(
        server=LoopbackHttpServer(),
        keys=secrets,
        runner=LocalRunner(models=models, store=local_models, engine=engine, settings=settings),
        settings=settings,
    )

    presets = PresetService(presets_file(paths.config / "presets.toml"))
    chat = ChatService(
        store=conversations,
        models=models,
        aws=aws,
        settings=settings,
        sent=privacy_store,
        attachments=attachments,
        gathering=fan_out,
    )

    doctor = DoctorService(
        _checks(paths, secrets, network, accounts, policy_file, bedrock, probe, rules, book.problem, models)
    )

    async def aclose() -> None:
        """Children first: what they were asked for is over, and nothing of theirs may outlive the window."""
        await serving.stop()
        await gate.aclose()
        await local_service.aclose()
        await registry.aclose()
        await engine.aclose()
        clients.close()
        if ends_demo:
            demo.close()
        catalogue.close()
        await database.aclose()

    return Application(
        settings=settings,
        models=models,
        local=local_service,
        history=HistoryService(conversations, blobs),
        safekeeping=SafekeepingService(SqliteHistoryKeeper(database), settings, work),
        chat=chat,
        attachments=attachments,
        aws=aws,
        policy=PolicyEditor(policy=policy, store=policy_file, catalogue=catalogue, accounts=accounts, audit=audit),
        sign_in=SignInService(BotoSignIn(clients, accounts)),
        fan_out=fan_out,
        presets=presets,
        new_chats=NewChats(presets=presets, models=models, settings=settings),
        corrections=corrections,
        playbooks=PlaybookService(
            PlaybookReader(PlaybookFiles(RESOURCES / "playbooks", paths.config / "playbooks"), catalogue, expressions),
            aws,
            expressions,
        ),
        prompts=PromptService(PromptFiles(RESOURCES / "prompts", paths.config / "prompts"), presets),
        doctor=doctor,
        measuring=MeasuringService(measurements(build_application, worker_command), end_children),
        serving=serving,
        batch=BatchService(
            models=models, local=local_service, files=DiskLineFiles(), passage=way.passage, route=chat.router.model_for
        ),
        sent=SentRecords(privacy_store),
        spending=way.spending,
        answers=way.answers,
        work=work,
        logs=book,
        reporter=ProblemReporter(
            surroundings=_surroundings,
            integrity=lambda: integrity_words(paths.database, database.keys),
            doctor=doctor,
            settings=settings,
            accounts=accounts,
            logs=book,
            work=work,
        ),
        aclose=aclose,
    )


def _surroundings() -> Surroundings:
    from app.services.reporting.cleaning import Private
    from app.services.reporting.report import Surroundings
    from app.system.machine import home_folder, host_name, machine_facts, user_name

    return Surroundings(facts=machine_facts(), private=Private(home=home_folder(), user=user_name(), host=host_name()))


def _watch(begin: Callable[[Application, MainWindow, WindowController], None]) -> int:
    """Run the window, and tell ``begin`` of it once it is connected."""
    from app.system.watched_child import end_with_parent
    from app.ui.application import run_window

    end_with_parent()
    built: list[Application] = []

    def build() -> Application:
        built.append(build_application())
        return built[0]

    return run_window(
        build,
        state_file=Paths.find().window_state_file,
        on_ready=lambda window, controller: begin(built[0], window, controller),
    )


def _checks(
    paths: Paths,
    secrets: SecretStore,
    network: SystemNetwork,
    accounts: AccountDirectory,
    policy: PolicyStore,
    bedrock: BedrockAccess,
    probe: MachineProbe,
    rules: SecretRules,
    log_problem: str | None,
    models: ModelService,
) -> Sequence[tuple[str, Callable[[], Check]]]:
    from app.llama.checks import gpu_check, llama_check, memory_check
    from app.services.doctor import accounts_check, keyring_check, policy_check, providers_check, secrets_check
    from app.system.checks import display_check, folders_check, log_check

    return (
        ("display", display_check),
        ("folders", lambda: folders_check(paths)),
        ("log", lambda: log_check(paths.log_file, log_problem)),
        ("keyring", lambda: keyring_check(secrets)),
        ("secrets", lambda: secrets_check(rules)),
        ("llama.cpp", lambda: llama_check(probe)),
        ("gpu", lambda: gpu_check(probe)),
        ("memory", memory_check),
        ("aws", lambda: accounts_check(accounts)),
        ("policy", lambda: policy_check(policy)),
        ("network", network.check),
        ("bedrock", bedrock.check),
        ("providers", lambda: providers_check(models.limits.skips())),
    )


def run(arguments: list[str]) -> int:
    """Run a command, or start the window or the terminal chat; returns the exit status."""
    if not arguments:
        from app.system.display import display_problem

        if display_problem() is None:
            return _run_window()
    from app.cli.main import StartContext
    from app.cli.main import run as run_command

    return run_command(arguments, StartContext(build_application, _start))


def _start(context: CommandContext) -> int:
    from app.system.display import display_problem

    problem = display_problem()
    if problem is None:
        return _run_window()
    from app.cli.terminal_chat import chat

    return chat(context, problem)


def _run_window(on_shown: Callable[[], None] | None = None) -> int:
    import gc

    gc.disable()  # of what is imported for the window, nothing is garbage; its own collector takes over
    from app.storage.language_setting import language_in
    from app.system.crashes import crashes_kept
    from app.ui.application import START_AGAIN, run_window

    paths = Paths.find()
    with crashes_kept(paths.logs):
        status = run_window(
            build_application,
            state_file=paths.window_state_file,
            language=language_in(paths.settings_file),
            on_shown=on_shown,
        )
    if status == START_AGAIN:
        from app.system.starting_again import start_again

        start_again()
        return 0
    return status
