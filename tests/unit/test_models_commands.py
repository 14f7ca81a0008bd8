"""``baton models`` and ``baton keys``: what they print, where, and with which exit status."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import click
import pytest
from click.testing import CliRunner, Result

from app.bootstrap import worker_command
from app.cli.context import CommandContext, Failure
from app.cli.keys import keys
from app.cli.models import models
from app.domain.errors import UnreachableError
from app.domain.models import Capabilities, ModelId, ModelInfo, Price
from app.domain.ports import LocalModelStore
from app.llama.files.model_files import GgufModelStore
from app.llama.probe import MachineProbe
from app.providers.scripted import ScriptedProvider
from app.services.application import Application
from app.services.models import ModelService
from app.system.keyring import MemorySecretStore
from tests.gguf_files import write_tiny_gguf
from tests.model_files_fake import MemoryModelFiles
from tests.unit.test_local_models_service import service as local_service
from tests.unit.test_models_service import Vendor, keyed, service


class Priced(Vendor):
    """A vendor with one model of which everything is known, whose name plays tricks on terminals."""

    async def models(self) -> Sequence[ModelInfo]:
        return [
            ModelInfo(
                id=ModelId(self.name, "big[red]\x1b[31m"),
                title="Big",
                capabilities=Capabilities(context_tokens=1_050_000, tools=True, reasoning=True),
                price=Price(input=2.0, output=10.0, cached_input=0.2),
            ),
            ModelInfo(id=ModelId(self.name, "plain"), title="Plain", is_private=True, price=Price(input=0, output=0)),
        ]


class Run:
    """Runs commands against one model service."""

    def __init__(self, models_service: ModelService, files: LocalModelStore | None = None) -> None:
        self.service = models_service
        self.local = local_service(files or MemoryModelFiles())

    def __call__(self, command: Any, *arguments: str, stdin: str = "") -> Result:
        async def aclose() -> None:
            pass

        spending = SimpleNamespace(listen=lambda _listener: None)
        parts = SimpleNamespace(
            models=self.service,
            local=self.local,
            spending=spending,
            sign_in=SimpleNamespace(attend=lambda _asker: None),
            notices=(),
            aclose=aclose,
        )
        application = cast("Application", parts)
        context = CommandContext(lambda: application, cast("Any", None))
        result = CliRunner().invoke(command, list(arguments), obj=context, input=stdin, standalone_mode=False)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result


def down() -> Sequence[str]:
    raise UnreachableError("It cannot be reached.", remedy="Start it.")


@pytest.fixture
def run() -> Run:
    return Run(
        service(
            Priced("vendor", list),
            Vendor("down", down),
            Vendor("locked", lambda: ["x"]),
            ScriptedProvider(),
            secrets=keyed("vendor", "down"),
        )
    )


def test_models_are_listed_in_columns_and_faults_go_to_stderr(run: Run) -> None:
    result = run(models)
    assert result.exit_code == 0
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert rows[0] == ["vendor:big[red]⟨U+001B⟩[31m", "1.05M", "2", "10", "tools, thinking"]
    assert rows[1] == ["vendor:plain", "?", "free", "free", "private"]
    assert rows[2][0] == "scripted:script"
    assert "down: It cannot be reached. Start it." in result.stderr
    assert "No key yet for: locked." in result.stderr


def test_models_as_json_hold_everything_and_nothing_else_is_on_stdout(run: Run) -> None:
    result = run(models, "--json")
    data = json.loads(result.stdout)
    big = data["models"][0]
    assert big["id"] == "vendor:big[red]\x1b[31m"
    assert big["context_tokens"] == 1_050_000
    assert big["price_usd_per_million"] == {
        "input": 2.0,
        "output": 10.0,
        "cached_input": 0.2,
        "cache_write": None,
        "bands": [],
    }
    assert data["models"][2]["parameters"] == ["temperature", "max_tokens", "reasoning_effort"]
    problems = {entry["provider"]: entry["problem"] for entry in data["providers"]}
    assert problems["down"] == "It cannot be reached. Start it."
    assert problems["vendor"] is None


def test_a_local_model_is_added_planned_and_removed(tmp_path: Path) -> None:
    files = MemoryModelFiles()
    run = Run(service(), files)
    assert "local:tiny" in run(models, "add", str(tmp_path / "tiny.gguf")).stdout
    assert Path(files.known["tiny"].path).is_absolute()
    plan = json.loads(run(models, "plan", "local:tiny", "--json").stdout)
    assert (plan["model"], plan["fits"], plan["device"]) == ("tiny", True, "CPU")
    shown = run(models, "plan", "tiny").stdout
    assert "Layers on GPU" in shown
    assert "0 of 1" in shown
    assert run(models, "remove", "local:tiny").exit_code == 0
    with pytest.raises(Failure, match="tiny"):
        run(models, "remove", "tiny")


def planned(run: Run, *arguments: str) -> Any:
    result = run(models, "plan", "tiny", "--json", *arguments)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.fixture
def real(tmp_path: Path) -> Run:
    """Over the real store, with one small model."""
    store = GgufModelStore(tmp_path / "models", tmp_path / "models.json", probe=MachineProbe(worker_command("llama")))
    store.add(write_tiny_gguf(tmp_path / "tiny.gguf", context=16384))
    return Run(service(), store)


def test_a_plan_is_a_table_of_devices_and_a_verdict(real: Run) -> None:
    shown = real(models, "plan", "tiny").stdout
    assert "8,192 tokens, shared by 8 answers at once" in shown
    header = next(line for line in shown.splitlines() if "Weights" in line)
    assert header.split() == ["Layers", "Weights", "Context", "Working", "In", "all", "Free"]
    row = next(line for line in shown.splitlines() if line.startswith("Main memory"))
    assert row.split()[2] == "2"
    assert "2 MiB" in row
    assert shown.rstrip().endswith("Fits.")


def test_a_plan_can_try_other_values_and_changes_no_setting(real: Run) -> None:
    tried = planned(
        real, "--context", "4096", "--kv-type", "q8_0", "--flash-attention", "off", "--sequences", "3", "--threads", "1"
    )
    assert (tried["context_tokens"], tried["kv_type"], tried["flash_attention"]) == (4096, "q8_0", True)
    assert (tried["sequences"], tried["threads"]) == (3, 1)
    assert "Flash attention is on" in tried["notes"][0]
    usual = planned(real)
    assert (usual["context_tokens"], usual["kv_type"], usual["sequences"]) == (8192, "f16", 8)
    assert planned(real, "--context", "0")["context_tokens"] == 16384
    assert planned(real, "--gpu-layers", "1")["policy"] == "manual"
    assert planned(real, "--policy", "cpu")["policy"] == "cpu"
    refused = real(models, "plan", "tiny", "--policy", "gpu", "--context", "99999")
    assert refused.exit_code == 0
    assert "instead of the 99,999 set" in refused.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("--context", "-5"),
        ("--context", str(10**12)),
        ("--context", "NaN"),
        ("--gpu-layers", "-5"),
        ("--gpu-layers", "1.5"),
        ("--policy", "most"),
        ("--kv-type", "q5_1"),
        ("--flash-attention", "maybe"),
        ("--sequences", "-1"),
        ("--sequences", "1000"),
        ("--threads", "1000000"),
    ],
)
def test_a_value_no_setting_may_have_is_refused_in_one_line(arguments: tuple[str, str]) -> None:
    run = Run(service())
    run(models, "add", "tiny.gguf")
    with pytest.raises(click.ClickException) as caught:
        run(models, "plan", "tiny", *arguments)
    assert (caught.value.status if isinstance(caught.value, Failure) else caught.value.exit_code) == 2
    assert "\n" not in caught.value.message


def test_a_model_is_downloaded(tmp_path: Path) -> None:
    result = Run(service())(models, "pull", "someone/repository")
    assert result.exit_code == 0
    assert "local:repository" in result.stdout


def test_a_key_is_read_from_stdin_kept_listed_by_name_and_removed() -> None:
    secrets = MemorySecretStore()
    run = Run(service(Vendor("vendor", list), secrets=secrets))
    result = run(keys, "set", "vendor", stdin="sk-abc\r\n")
    assert result.exit_code == 0
    assert secrets.get("vendor") == "sk-abc"
    listed = run(keys, "list")
    assert listed.stdout == "vendor  keyring\n"
    assert json.loads(run(keys, "list", "--json").stdout) == [{"provider": "vendor", "origin": "keyring"}]
    assert run(keys, "remove", "vendor").exit_code == 0
    assert run(keys, "list").stdout == ""
    assert "sk-abc" not in result.output + listed.output


@pytest.mark.parametrize(
    ("provider", "stdin", "status"),
    [
        ("vendor", "", 2),
        ("vendor", "  \n", 2),
        ("vendor", "two words", 2),
        ("nobody", "sk-x", 2),
        ("vendor", "x" * 20_000, 2),
    ],
)
def test_what_is_no_key_or_no_provider_is_wrong_usage(provider: str, stdin: str, status: int) -> None:
    secrets = MemorySecretStore()
    run = Run(service(Vendor("vendor", list), secrets=secrets))
    with pytest.raises(Failure) as caught:
        run(keys, "set", provider, stdin=stdin)
    assert caught.value.status == status
    assert secrets.get("vendor") is None


def test_a_key_is_never_taken_as_an_argument() -> None:
    with pytest.raises(click.UsageError):
        Run(service(Vendor("vendor", list)))(keys, "set", "vendor", "sk-in-the-open")


def test_a_key_that_no_keyring_keeps_is_said_not_to_be_kept() -> None:
    run = Run(service(Vendor("vendor", list), secrets=MemorySecretStore(problem="There is no system keyring.")))
    with pytest.raises(Failure, match="not kept") as caught:
        run(keys, "set", "vendor", stdin="sk-abc")
    assert caught.value.status == 1


def test_a_key_of_the_environment_is_listed_as_such() -> None:
    run = Run(service(Vendor("vendor", list), environ={"VENDOR_API_KEY": "sk-env"}))
    result = run(keys, "list")
    assert result.stdout == "vendor  from the environment\n"
    with pytest.raises(Failure, match="VENDOR_API_KEY"):
        run(keys, "remove", "vendor")


def test_no_keys_is_said_with_who_takes_one() -> None:
    result = Run(service(Vendor("vendor", list)))(keys, "list")
    assert result.stdout == ""
    assert "vendor" in result.stderr
