#!/usr/bin/env python3
"""Gets what Baton needs on this machine, then starts it or its tests. Standard library only; any Python 3.7 or later.

    python3 packaging/bootstrap.py run [ARGS]     then: baton ARGS
    python3 packaging/bootstrap.py test [ARGS]    then: the checks and the test suite (with ARGS: pytest ARGS alone);
                                                  packaging/test_tools.py gets the programs that tests talk to
    python3 packaging/bootstrap.py build KIND     builds llama.cpp for cuda, hip, vulkan, metal or cpu, for good

What it gets, each only where it is missing, and each said before it is done: the system libraries Qt needs and a
C++ compiler (Linux, by the system's package manager), uv (into .bootstrap, beside this checkout's files), and the
locked dependencies (into .venv). It refuses to guess: what it cannot get, it names with the command that does.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
TOOLS = ROOT / ".bootstrap"
STAMP = ENVIRONMENT / "baton-ready"
WINDOWS = sys.platform == "win32"
UV_VERSION = ">=0.9,<1"

# Linux: what is looked for, and the package that brings it, by package manager.
# "lib:" is a shared library, "cmd:" a program on the PATH, "service:" one that the session bus starts, "gi:" a library
# of GNOME's that the system's own Python can use.
LIBRARIES = {
    "lib:libEGL.so.1": {"apt": "libegl1", "dnf": "libglvnd-egl", "pacman": "libglvnd"},
    "lib:libGL.so.1": {"apt": "libgl1", "dnf": "libglvnd-glx", "pacman": "libglvnd"},
    "lib:libxkbcommon.so.0": {"apt": "libxkbcommon0", "dnf": "libxkbcommon", "pacman": "libxkbcommon"},
    "lib:libxkbcommon-x11.so.0": {"apt": "libxkbcommon-x11-0", "dnf": "libxkbcommon-x11", "pacman": "libxkbcommon-x11"},
    "lib:libdbus-1.so.3": {"apt": "libdbus-1-3", "dnf": "dbus-libs", "pacman": "dbus"},
    "lib:libfontconfig.so.1": {"apt": "libfontconfig1", "dnf": "fontconfig", "pacman": "fontconfig"},
    "lib:libglib-2.0.so.0": {"apt": "libglib2.0-0", "dnf": "glib2", "pacman": "glib2"},
    "lib:libX11-xcb.so.1": {"apt": "libx11-xcb1", "dnf": "libX11-xcb", "pacman": "libx11"},
    "lib:libxcb-cursor.so.0": {"apt": "libxcb-cursor0", "dnf": "xcb-util-cursor", "pacman": "xcb-util-cursor"},
    "lib:libxcb-icccm.so.4": {"apt": "libxcb-icccm4", "dnf": "xcb-util-wm", "pacman": "xcb-util-wm"},
    "lib:libxcb-image.so.0": {"apt": "libxcb-image0", "dnf": "xcb-util-image", "pacman": "xcb-util-image"},
    "lib:libxcb-keysyms.so.1": {"apt": "libxcb-keysyms1", "dnf": "xcb-util-keysyms", "pacman": "xcb-util-keysyms"},
    "lib:libxcb-randr.so.0": {"apt": "libxcb-randr0", "dnf": "libxcb", "pacman": "libxcb"},
    "lib:libxcb-render-util.so.0": {
        "apt": "libxcb-render-util0",
        "dnf": "xcb-util-renderutil",
        "pacman": "xcb-util-renderutil",
    },
    "lib:libxcb-shape.so.0": {"apt": "libxcb-shape0", "dnf": "libxcb", "pacman": "libxcb"},
    "lib:libxcb-xkb.so.1": {"apt": "libxcb-xkb1", "dnf": "libxcb", "pacman": "libxcb"},
}
COMPILER = {
    "cmd:cc": {"apt": "gcc", "dnf": "gcc", "pacman": "gcc"},
    "cmd:c++": {"apt": "g++", "dnf": "gcc-c++", "pacman": "gcc"},
    "cmd:make": {"apt": "make", "dnf": "make", "pacman": "make"},
}
FOR_TESTS = {
    "cmd:Xvfb": {"apt": "xvfb", "dnf": "xorg-x11-server-Xvfb", "pacman": "xorg-server-xvfb"},
    "cmd:xdotool": {"apt": "xdotool", "dnf": "xdotool", "pacman": "xdotool"},
    "cmd:openbox": {"apt": "openbox", "dnf": "openbox", "pacman": "openbox"},
    "cmd:dbus-run-session": {"apt": "dbus", "dnf": "dbus-daemon", "pacman": "dbus"},
    "cmd:gnome-keyring-daemon": {"apt": "gnome-keyring", "dnf": "gnome-keyring", "pacman": "gnome-keyring"},
    "service:org.a11y.Bus": {"apt": "at-spi2-core", "dnf": "at-spi2-core", "pacman": "at-spi2-core"},
    "gi:GLib-2.0": {"apt": "python3-gi", "dnf": "python3-gobject", "pacman": "python-gobject"},
    "gi:Atspi-2.0": {"apt": "gir1.2-atspi-2.0", "dnf": "at-spi2-core", "pacman": "at-spi2-core"},
    "cmd:fc-list": {"apt": "fontconfig", "dnf": "fontconfig", "pacman": "fontconfig"},
    "font:DejaVu Sans": {"apt": "fonts-dejavu-core", "dnf": "dejavu-sans-fonts", "pacman": "ttf-dejavu"},
}
# The switches of llama.cpp's build for each kind of device. Left alone, it builds Metal on a Mac and else for the CPU.
BUILDS = {
    "cuda": {"GGML_CUDA": "on"},
    "hip": {"GGML_HIP": "on"},
    "vulkan": {"GGML_VULKAN": "on"},
    "metal": {"GGML_METAL": "on"},
    "cpu": {"GGML_METAL": "off"} if sys.platform == "darwin" else {},
}
DEFAULT_BUILD = "metal" if sys.platform == "darwin" else "cpu"
FOR_VULKAN = {
    "cmd:glslc": {"apt": "glslc", "dnf": "glslc", "pacman": "shaderc"},
    "header:vulkan/vulkan.h": {"apt": "libvulkan-dev", "dnf": "vulkan-headers", "pacman": "vulkan-headers"},
    "header:spirv/unified1/spirv.hpp": {
        "apt": "spirv-headers",
        "dnf": "spirv-headers-devel",
        "pacman": "spirv-headers",
    },
    "lib:libvulkan.so.1": {"apt": "libvulkan1", "dnf": "vulkan-loader-devel", "pacman": "vulkan-icd-loader"},
}
CUDA_REMEDY = (
    "NVIDIA's CUDA toolkit is missing: there is no nvcc on the PATH, in CUDA_HOME or in /usr/local/cuda. Install it "
    "(https://developer.nvidia.com/cuda-downloads; Debian, Ubuntu: apt-get install nvidia-cuda-toolkit), then run this "
    "again."
)
HIP_REMEDY = (
    "AMD's ROCm is missing: {missing}. Install it (https://rocm.docs.amd.com; the packages hipcc, hipblas-dev and "
    "rocblas-dev), then run this again."
)
VULKAN_REMEDY = (
    "The Vulkan SDK is missing: {missing}. Install it (https://vulkan.lunarg.com/sdk/home), then run this again."
)
LEADS_UV_ASTRAY = (
    "VIRTUAL_ENV",
    "UV_PROJECT_ENVIRONMENT",
    "UV_PROJECT",
    "UV_FROZEN",
    "UV_NO_SYNC",
    "UV_WORKING_DIRECTORY",
)
INSTALL = {
    "apt": ["apt-get", "install", "-y", "--no-install-recommends"],
    "dnf": ["dnf", "install", "-y"],
    "pacman": ["pacman", "-S", "--needed", "--noconfirm"],
}
COMPILER_REMEDY = {
    "darwin": "xcode-select --install",
    "win32": 'winget install Microsoft.VisualStudio.2022.BuildTools --override "--wait --passive '
    '--add Microsoft.VisualStudio.Workload.VCTools --includeRecommended"',
}


class PreparationError(Exception):
    """Something this script cannot mend; its text says who can, and how."""


def main(arguments):
    if sys.version_info < (3, 7):  # noqa: UP036  # whoever starts this may have an old Python
        raise PreparationError("This needs Python 3.7 or later; Baton itself 3.11 or later.")
    if not arguments or arguments[0] not in ("run", "test", "build"):
        print(__doc__.strip())
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    mode, rest = arguments[0], arguments[1:]
    if mode == "build":
        return build(rest)
    if not is_ready(mode):
        prepare(mode, remembered_build())
    if mode == "test":
        return test(rest)
    return replace_process([str(python().with_name("baton.exe" if WINDOWS else "baton")), *rest])


def build(rest):
    """Build llama.cpp for a kind of device; from then on it stays so."""
    if len(rest) != 1 or rest[0] not in BUILDS:
        say("Which build? One of " + ", ".join(BUILDS) + ": python3 packaging/bootstrap.py build cuda")
        return 2
    mode = "test" if stamp()[0] == "test" else "run"
    if is_ready(mode) and remembered_build() == rest[0]:
        say("llama.cpp is built for " + rest[0] + " already.")
        return 0
    prepare(mode, rest[0])
    say("llama.cpp is built for " + rest[0] + ". baton doctor says which devices it sees.")
    return 0


def python():
    return ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")


def fingerprint():
    """Changes whenever what is to be installed does."""
    digest = hashlib.sha256()
    for name in ("uv.lock", "pyproject.toml", "packaging/bootstrap.py"):
        digest.update((ROOT / name).read_bytes())
    digest.update(str(ROOT).encode())
    return digest.hexdigest()


def stamp():
    """For which mode, of which fingerprint and with which build the environment was made; empty where none was."""
    try:
        words = STAMP.read_text().split()
    except OSError:
        words = []
    return [*words, "", "", ""][:3]


def remembered_build():
    """The build chosen before, also where everything else has to be made anew."""
    chosen = stamp()[2]
    return chosen if chosen in BUILDS else DEFAULT_BUILD


def is_ready(mode):
    """An environment made for the tests also serves to run."""
    stamped_mode, stamped, _ = stamp()
    return stamped == fingerprint() and stamped_mode in (mode, "test") and python().exists()


def prepare(mode, build_kind):
    say("Getting ready (the first time this takes some minutes, most of them building llama.cpp).")
    if sys.platform.startswith("linux"):
        wanted = dict(LIBRARIES)
        wanted.update(COMPILER)
        if mode == "test":
            wanted.update(FOR_TESTS)
        system_packages(wanted, mode)
    elif not has_compiler():
        raise PreparationError(
            "A C++ compiler is missing; llama.cpp is built with it. Install one, then run this again:\n    "
            + COMPILER_REMEDY.get(sys.platform, "your system's package of a C++ compiler")
        )
    # The environment of whoever called must not lead uv elsewhere.
    environment = {key: value for key, value in os.environ.items() if key not in LEADS_UV_ASTRAY}
    # Companies' own certificates are in the system's store; older uv calls the same thing native TLS.
    environment.setdefault("UV_SYSTEM_CERTS", "1")
    environment.setdefault("UV_NATIVE_TLS", "1")
    tool_chain(build_kind, environment)
    uv = find_uv() or install_uv()
    # Compiled here once, or else at every start where Python may keep nothing beside the sources.
    command = [*uv, "sync", "--locked", "--project", str(ROOT), "--compile-bytecode"]
    command += ["--no-dev", "--inexact"] if mode == "run" else []
    if sys.version_info >= (3, 11) and not python().exists():
        command += ["--python", sys.executable]
    if build_kind != DEFAULT_BUILD:
        # uv keeps what it built apart by these settings: going back to an earlier build takes seconds.
        for name, value in BUILDS[build_kind].items():
            command += ["--config-settings-package", "llama-cpp-python:cmake.define." + name + "=" + value]
    if python().exists() and remembered_build() != build_kind:
        say("Building llama.cpp for " + build_kind + ", which takes some minutes.")
        command += ["--reinstall-package", "llama-cpp-python"]
    say("Installing the locked dependencies into .venv.")
    if call_with_signs_of_life(command, environment) != 0:
        raise PreparationError(
            "The dependencies could not be installed; the lines above say why. Run this again when mended."
        )
    subprocess.call([str(python()), "-m", "compileall", "-q", str(ROOT / "app")], stdout=subprocess.DEVNULL)
    STAMP.write_text(" ".join((mode, fingerprint(), build_kind)))


def tool_chain(build_kind, environment):
    """Look for what a build needs beside a compiler; name what is missing, put what is found into ``environment``."""
    if sys.platform == "darwin" and build_kind in ("cuda", "hip"):
        raise PreparationError("On a Mac llama.cpp is built for metal: python3 packaging/bootstrap.py build metal")
    if build_kind == "metal" and sys.platform != "darwin":
        raise PreparationError("Metal is on Macs only. Here there are cuda, hip, vulkan and cpu.")
    if build_kind == "cuda":
        nvcc = find_tool("nvcc", [environment.get("CUDA_HOME"), environment.get("CUDA_PATH"), "/usr/local/cuda"])
        if nvcc is None:
            raise PreparationError(CUDA_REMEDY)
        environment.setdefault("CUDACXX", nvcc)
    elif build_kind == "hip":
        homes = [environment.get("ROCM_PATH"), environment.get("HIP_PATH"), "/opt/rocm"]
        hipconfig = find_tool("hipconfig", homes)
        missing = [] if hipconfig else ["hipconfig"]
        missing += [] if find_tool("hipcc", homes) else ["hipcc"]
        if missing:
            raise PreparationError(HIP_REMEDY.format(missing=", ".join(missing)))
        # As llama.cpp's own instructions have it.
        environment.setdefault("HIPCXX", str(Path(output_of([hipconfig, "-l"])) / "clang"))
        environment.setdefault("HIP_PATH", output_of([hipconfig, "-R"]))
    elif build_kind == "vulkan":
        if sys.platform.startswith("linux"):
            system_packages(FOR_VULKAN, "build")
            return
        sdk = environment.get("VULKAN_SDK")
        if find_tool("glslc", [sdk]) is None:
            raise PreparationError(VULKAN_REMEDY.format(missing="glslc"))


def find_tool(name, homes):
    """A program on the PATH, or in the ``bin`` of one of its homes."""
    for place in [shutil.which(name), *(Path(home, "bin", name) for home in homes if home)]:
        for found in (place, str(place) + ".exe") if place else ():
            if Path(found).is_file():
                return str(found)
    return None


def output_of(command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout.decode(errors="replace").strip()


def call_with_signs_of_life(command, environment):
    """Like ``subprocess.call``, saying each minute that it goes on: a build prints nothing for minutes."""
    began_s = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=sys.stderr)
    while True:
        try:
            return process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            say(f"Still at it after {(time.monotonic() - began_s) / 60:.0f} min.")
        except BaseException:
            process.terminate()
            process.wait()
            raise


def system_packages(wanted, mode):
    missing = {what: packages for what, packages in wanted.items() if not present(what)}
    if not missing:
        return
    manager = next((name for name in INSTALL if shutil.which(INSTALL[name][0])), None)
    names = ", ".join(what.split(":", 1)[1] for what in missing)
    if manager is None:
        raise PreparationError(
            "Missing on this system: " + names + ". Install them with its package manager, then run this again."
        )
    packages = sorted({packages[manager] for packages in missing.values()})
    command = [*INSTALL[manager], *packages]
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    shown = " ".join([*prefix, *command])
    if prefix and not shutil.which("sudo"):
        raise PreparationError("Missing on this system: " + names + ". As root, run:\n    " + " ".join(command))
    say("Installing what is missing on this system: " + names + "\n    " + shown)
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    if manager == "apt":
        subprocess.call([*prefix, "apt-get", "update", "-q"], env=environment, stdout=sys.stderr)
    failed = subprocess.call([*prefix, *command], env=environment, stdout=sys.stderr, stdin=subprocess.DEVNULL) != 0
    left = [what for what in missing if not present(what)]
    if not left:
        return
    names = ", ".join(what.split(":", 1)[1] for what in left)
    if mode == "run" and all(what.startswith("lib:") for what in left):
        # The terminal chat and the commands work without the window's libraries.
        say("Still missing: " + names + ". The window may not open. To mend it:\n    " + shown)
    elif failed or mode == "build" or any(what.startswith("cmd:") for what in left):
        raise PreparationError("Still missing: " + names + ". To install them:\n    " + shown)


def present(what):
    kind, name = what.split(":", 1)
    if kind == "cmd":
        return shutil.which(name) is not None
    if kind == "font":
        listed = (
            subprocess.run(["fc-list", name], stdout=subprocess.PIPE, check=False).stdout
            if shutil.which("fc-list")
            else b""
        )
        return bool(listed.strip())
    if kind == "header":
        return can_include(name)
    if kind == "service":
        return Path("/usr/share/dbus-1/services/" + name + ".service").exists()
    if kind == "gi":
        library, version = name.rsplit("-", 1)
        used = f"import gi; gi.require_version({library!r}, {version!r}); import gi.repository.{library}"
        return subprocess.call(["/usr/bin/python3", "-c", used], stderr=subprocess.DEVNULL) == 0
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def can_include(header):
    """Whether the compiler finds a header."""
    source = ("#include <" + header + ">\n").encode()
    command = ["c++", "-E", "-x", "c++", "-"]
    try:
        ran = subprocess.run(command, input=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    except OSError:
        return False
    return ran.returncode == 0


def has_compiler():
    if WINDOWS:
        program_files = os.environ.get("PROGRAMFILES(X86)", r"C:\Program Files (x86)")
        finder = Path(program_files, "Microsoft Visual Studio", "Installer", "vswhere.exe")
        if not finder.exists():
            return shutil.which("cl") is not None or shutil.which("g++") is not None
        component = "Microsoft.VisualStudio.Component.VC.Tools.x86.x64"
        found = subprocess.run(
            [str(finder), "-products", "*", "-requires", component, "-property", "installationPath"],
            stdout=subprocess.PIPE,
            check=False,
        )
        return bool(found.stdout.strip())
    if sys.platform == "darwin":
        # /usr/bin/cc is a stub that opens a dialog until the command-line tools are there.
        return subprocess.call(["xcode-select", "-p"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    return shutil.which("c++") is not None


def find_uv():
    """A uv on the PATH, where its installer puts it, or the one this script got; newest rules of the lock need 0.9."""
    name = "uv.exe" if WINDOWS else "uv"
    places = [shutil.which("uv"), Path.home() / ".local/bin" / name, Path.home() / ".cargo/bin" / name]
    places += [TOOLS / "bin" / name, TOOLS / "Scripts" / name]
    for place in places:
        if place and Path(place).exists() and new_enough([str(place)]):
            return [str(place)]
    return None


def new_enough(uv):
    try:
        words = subprocess.run([*uv, "--version"], stdout=subprocess.PIPE, check=True).stdout.decode().split()
        return tuple(int(part) for part in words[1].split(".")[:2]) >= (0, 9)
    except (OSError, subprocess.CalledProcessError, IndexError, ValueError):
        return False


def install_uv():
    """By pip into a folder of its own, or, where this Python has no pip, by a virtual environment of its own."""
    say("Installing uv (the package installer) into .bootstrap.")
    quiet = ["--quiet", "--disable-pip-version-check", "uv" + UV_VERSION]
    attempts = [[[sys.executable, "-m", "pip", "install", "--upgrade", "--target", str(TOOLS), *quiet]]]
    in_own = TOOLS / ("Scripts/python.exe" if WINDOWS else "bin/python")
    attempts.append([[sys.executable, "-m", "venv", str(TOOLS)], [str(in_own), "-m", "pip", "install", *quiet]])
    for commands in attempts:
        if all(subprocess.call(command, stdout=sys.stderr) == 0 for command in commands) and find_uv():
            return find_uv()
    raise PreparationError(
        "uv could not be installed: this Python has no working pip. Install pip (Debian, Ubuntu: apt-get install "
        "python3-pip) or uv itself (https://docs.astral.sh/uv), then run this again."
    )


def test(rest):
    """The checks, then the tests; everything runs, and the status is that of the worst."""
    if rest:
        return subprocess.call([str(python()), "-m", "pytest", *rest], cwd=str(ROOT))
    tools = python().parent
    checks = [
        [str(tools / "ruff"), "check"],
        [str(tools / "ruff"), "format", "--check"],
        [str(tools / "mypy")],
        [str(tools / "lint-imports"), "--no-logo"],
        [str(python()), str(ROOT / "packaging" / "test_tools.py")],
        [str(python()), "-m", "pytest", "-n", "logical", "--maxprocesses", "4"],
    ]
    failed = []
    for command in checks:
        name = " ".join([Path(command[0]).stem, *command[1:]]).replace("python -m ", "")
        say(name)
        if subprocess.call(command, cwd=str(ROOT)) != 0:
            failed.append(name)
    if failed:
        say("Failed: " + "; ".join(failed))
    return 1 if failed else 0


def replace_process(command):
    """Become ``command``, with its input, output and signals."""
    sys.stdout.flush()
    if WINDOWS:
        return subprocess.call(command)
    return os.execv(command[0], command)


def say(text):
    print("baton: " + text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except PreparationError as problem:
        say(str(problem))
        sys.exit(1)
    except KeyboardInterrupt:
        say("stopped")
        sys.exit(130)
