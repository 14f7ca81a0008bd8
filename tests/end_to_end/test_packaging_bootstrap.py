"""``packaging/bootstrap.py`` as a process, on machines made of stub programs: what it installs, with what, and when."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the stub programs are those of Linux systems")

ROOT = Path(__file__).resolve().parent.parent.parent
UV = """
case "$1" in
  --version) echo "uv {version}"; exit 0;;
  sync)
    mkdir -p "$4/.venv/bin"
    printf '#!/bin/sh\\necho "started: $*"\\nexit 7\\n' > "$4/.venv/bin/baton"
    printf '#!/bin/sh\\necho "python: $*"\\n' > "$4/.venv/bin/python"
    chmod +x "$4/.venv/bin/baton" "$4/.venv/bin/python"
    exit {status};;
esac
"""


@dataclass
class Machine:
    """A machine with a checkout, a home, and only the programs given."""

    folder: Path

    @property
    def checkout(self) -> Path:
        return self.folder / "a checkout"

    def add(self, name: str, body: str, *, at: str = "bin") -> None:
        """A program that writes down how it was called, then does ``body``."""
        place = self.folder / at / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f'#!/bin/sh\nPATH=/usr/bin:/bin\necho "{name} $*" >> "{self.folder}/calls"\n{body}\n')
        place.chmod(0o755)

    def add_uv(self, *, version: str = "0.9.4", status: int = 0, at: str = "bin") -> None:
        body = UV.format(version=version, status=status)
        self.add("uv", f'[ "$1" = sync ] && env >> "{self.folder}/environment"\n{body}', at=at)

    def add_manager(self, name: str, *, brings: str = "cc c++ make") -> None:
        """A package manager whose packages bring programs."""
        self.add(
            name,
            f'cd "{self.folder}/bin"; for p in {brings}; do printf "#!/bin/sh\\n" > $p; chmod +x $p; done',
        )

    def add_compiler(self) -> None:
        for name in ("cc", "c++", "make"):
            self.add(name, "")

    def move(self, place: str, elsewhere: str) -> None:
        """Let the script look elsewhere for something of the system."""
        script = self.checkout / "packaging" / "bootstrap.py"
        text = script.read_text()
        assert place in text
        script.write_text(text.replace(place, elsewhere))

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(self.checkout / "packaging" / "bootstrap.py"), *arguments],
            cwd=self.folder,
            env={"PATH": str(self.folder / "bin"), "HOME": str(self.folder / "home"), **variables},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    @property
    def calls(self) -> list[str]:
        """What was called so far, in order; asking a program for its version is left out."""
        written = self.folder / "calls"
        lines = written.read_text().splitlines() if written.exists() else []
        return [line for line in lines if "--version" not in line]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path / "machine")
    (made.folder / "bin").mkdir(parents=True)
    (made.folder / "home").mkdir()
    (made.checkout / "packaging").mkdir(parents=True)
    for name in ("uv.lock", "pyproject.toml", "packaging/bootstrap.py"):
        shutil.copy(ROOT / name, made.checkout / name)
    return made


def test_the_first_run_prepares_and_starts_baton_and_the_second_only_starts_it(machine: Machine) -> None:
    machine.add_compiler()
    machine.add_uv()
    first = machine.run("run", "ask", "two words")
    assert first.returncode == 7, "baton's own status"
    assert first.stdout == "started: ask two words\n"
    assert "locked dependencies" in first.stderr
    (sync,) = machine.calls
    assert sync.startswith(f"uv sync --locked --project {machine.checkout}")
    assert "--no-dev" in sync
    assert "--compile-bytecode" in sync
    second = machine.run("run", "--version")
    assert (second.stdout, second.stderr) == ("started: --version\n", "")
    assert machine.calls == [sync]


def test_it_prepares_again_when_the_lock_changes_and_for_the_tests_but_not_to_run_after_them(machine: Machine) -> None:
    machine.add_compiler()
    machine.add_uv()
    for name in ("Xvfb", "xdotool", "openbox", "dbus-run-session", "gnome-keyring-daemon"):
        machine.add(name, "")
    machine.add("fc-list", "echo DejaVu Sans")
    machine.run("run")
    machine.run("test", "-k", "nothing")
    machine.run("run")
    syncs = [call for call in machine.calls if call.startswith("uv sync")]
    assert ["--no-dev" in call for call in syncs] == [True, False]
    lock = machine.checkout / "uv.lock"
    lock.write_text(lock.read_text() + "\n# changed\n")
    machine.run("run")
    assert len([call for call in machine.calls if call.startswith("uv sync")]) == 3


@pytest.mark.parametrize(
    ("manager", "command", "packages"),
    [
        ("apt-get", "install -y --no-install-recommends", {"gcc", "g++", "make"}),
        ("dnf", "install -y", {"gcc", "gcc-c++", "make"}),
        ("pacman", "-S --needed --noconfirm", {"gcc", "make"}),
    ],
)
def test_what_is_missing_is_installed_by_the_systems_own_manager_with_sudo_only_where_it_must(
    machine: Machine, manager: str, command: str, packages: set[str]
) -> None:
    machine.add_manager(manager)
    machine.add("sudo", 'PATH="%s" exec "$@"' % (machine.folder / "bin"))
    machine.add_uv()
    ran = machine.run("run")
    assert ran.returncode == 7, ran.stderr
    (install,) = [call for call in machine.calls if call.startswith(f"{manager} {command}")]
    assert packages <= set(install.split())
    assert any(call.startswith("sudo") for call in machine.calls) == (os.geteuid() != 0)
    assert f"{manager} {command}" in ran.stderr, "it says what it does"


def test_without_a_package_manager_it_names_what_is_missing(machine: Machine) -> None:
    machine.add_uv()
    ran = machine.run("run")
    assert ran.returncode == 1
    assert "c++" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert machine.calls == []


def test_a_compiler_that_cannot_be_installed_is_named_with_the_command(machine: Machine) -> None:
    machine.add("apt-get", "exit 100")
    machine.add("sudo", "exit 1")
    machine.add_uv()
    ran = machine.run("run")
    assert ran.returncode == 1
    assert "Still missing" in ran.stderr
    assert "apt-get install" in ran.stderr.splitlines()[-1]
    assert not any(call.startswith("uv") for call in machine.calls)


def test_an_old_uv_is_passed_over_for_a_newer_one_in_the_home(machine: Machine) -> None:
    machine.add_compiler()
    machine.add("uv", 'echo "uv 0.4.30"')
    machine.add_uv(at="home/.local/bin")
    ran = machine.run("run")
    assert ran.returncode == 7, ran.stderr
    assert len(machine.calls) == 1


def test_dependencies_that_do_not_install_are_not_taken_for_ready(machine: Machine) -> None:
    machine.add_compiler()
    machine.add_uv(status=2)
    for _ in range(2):
        ran = machine.run("run")
        assert ran.returncode == 1
        assert "could not be installed" in ran.stderr
    assert len(machine.calls) == 2


def test_the_callers_environments_do_not_lead_uv_elsewhere(machine: Machine) -> None:
    machine.add_compiler()
    machine.add_uv()
    machine.run("run", VIRTUAL_ENV="/elsewhere", UV_PROJECT_ENVIRONMENT="/elsewhere")
    assert "/elsewhere" not in (machine.folder / "environment").read_text()


CUDA = "--config-settings-package llama-cpp-python:cmake.define.GGML_CUDA=on"


def test_a_build_for_a_gpu_is_made_remembered_and_left_again(machine: Machine) -> None:
    machine.add_compiler()
    machine.add_uv()
    machine.add("nvcc", "")
    assert machine.run("run").returncode == 7
    built = machine.run("build", "cuda")
    assert built.returncode == 0, built.stderr
    assert "built for cuda" in built.stderr
    assert f"CUDACXX={machine.folder / 'bin' / 'nvcc'}" in (machine.folder / "environment").read_text()
    assert machine.run("build", "cuda").stderr.count("\n") == 1, "it is there already"
    assert machine.run("run").returncode == 7
    plain, cuda = machine.calls
    assert "--config-settings-package" not in plain
    assert "--reinstall-package" not in plain
    assert CUDA in cuda
    assert "--reinstall-package llama-cpp-python" in cuda
    lock = machine.checkout / "uv.lock"
    lock.write_text(lock.read_text() + "\n# changed\n")
    machine.run("run")
    again = machine.calls[-1]
    assert CUDA in again, "an update keeps the build"
    assert "--reinstall-package" not in again
    assert machine.run("build", "cpu").returncode == 0
    back = machine.calls[-1]
    assert "GGML_CUDA" not in back
    assert "--reinstall-package llama-cpp-python" in back


def test_the_first_thing_done_may_be_a_build_and_the_tests_environment_stays_one(machine: Machine) -> None:
    machine.add_compiler()
    machine.add_uv()
    machine.add("nvcc", "", at="cuda/bin")
    assert machine.run("build", "cuda", CUDA_HOME=str(machine.folder / "cuda")).returncode == 0
    (only,) = machine.calls
    assert CUDA in only
    assert "--no-dev" in only
    for name in ("Xvfb", "xdotool", "openbox", "dbus-run-session", "gnome-keyring-daemon"):
        machine.add(name, "")
    machine.add("fc-list", "echo DejaVu Sans")
    machine.run("test", "-k", "nothing", CUDA_HOME=str(machine.folder / "cuda"))
    machine.run("build", "cpu")
    assert ["--no-dev" in call for call in machine.calls if call.startswith("uv sync")] == [True, False, False]


@pytest.mark.parametrize(
    ("kind", "words"),
    [("cuda", "no nvcc"), ("hip", "hipconfig, hipcc"), ("metal", "Metal is on Macs only"), ("vulkan", "glslc")],
)
def test_what_a_build_needs_and_is_not_there_is_named_before_anything_is_built(
    machine: Machine, kind: str, words: str
) -> None:
    machine.add_compiler()
    machine.add_uv()
    machine.move("/usr/local/cuda", "/nowhere/cuda")  # as if this machine had none
    machine.move("/opt/rocm", "/nowhere/rocm")
    ran = machine.run("build", kind)
    assert ran.returncode == 1
    assert words in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not any(call.startswith("uv") for call in machine.calls)


def test_rocm_is_built_with_its_own_compiler(machine: Machine) -> None:
    machine.add_compiler()
    machine.add_uv()
    machine.add("hipcc", "", at="rocm/bin")
    machine.add("hipconfig", 'case "$1" in -l) echo /rocm/llvm/bin;; -R) echo /rocm;; esac', at="rocm/bin")
    ran = machine.run("build", "hip", ROCM_PATH=str(machine.folder / "rocm"))
    assert ran.returncode == 0, ran.stderr
    environment = (machine.folder / "environment").read_text().splitlines()
    assert "HIPCXX=/rocm/llvm/bin/clang" in environment
    assert "HIP_PATH=/rocm" in environment
    assert "cmake.define.GGML_HIP=on" in machine.calls[-1]


def test_what_vulkan_needs_is_installed_by_the_systems_own_manager(machine: Machine) -> None:
    machine.add_compiler()
    machine.add_manager("apt-get", brings="glslc")
    machine.add("sudo", 'PATH="%s" exec "$@"' % (machine.folder / "bin"))
    machine.add_uv()
    machine.move("libvulkan.so.1", "libc.so.6")  # as if this machine had it
    ran = machine.run("build", "vulkan")
    assert ran.returncode == 0, ran.stderr
    (install,) = [call for call in machine.calls if call.startswith("apt-get install")]
    assert install.split()[-1] == "glslc"
    assert "cmake.define.GGML_VULKAN=on" in machine.calls[-1]


@pytest.mark.parametrize("arguments", [("build",), ("build", "gpu"), ("build", "cuda", "hip")])
def test_a_build_that_does_not_exist_is_refused_with_those_that_do(
    machine: Machine, arguments: tuple[str, ...]
) -> None:
    ran = machine.run(*arguments)
    assert ran.returncode == 2
    assert "cuda, hip, vulkan, metal, cpu" in ran.stderr
    assert machine.calls == []


def test_wrong_usage_shows_how_it_is_meant(machine: Machine) -> None:
    ran = machine.run("install")
    assert ran.returncode == 2
    assert "bootstrap.py run" in ran.stdout
    assert machine.run("--help").returncode == 0
