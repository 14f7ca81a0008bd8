#!/usr/bin/env python3
"""Makes the environments of programs that the tests talk to and whose dependencies do not fit beside Baton's own.

    python3 packaging/test_tools.py [NAME...]    mitmproxy, litellm; without a name all of them

Each lies in .bootstrap/tools/NAME, with the versions that packaging/requirements-NAME.txt pins, and is made anew when
those change. Prints the folder of each one's programs. Safe to be called from several processes at once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import bootstrap

NAMES = ("mitmproxy", "litellm")
FOLDER = bootstrap.TOOLS / "tools"
LONGEST_WAIT_S = 600


def main(names):
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(__doc__.strip())
        return 2
    for name in names or NAMES:
        print(programs_of(name), flush=True)
    return 0


def programs_of(name):
    """The folder with the programs of ``name``, made where it is missing or old."""
    place = FOLDER / name
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not is_made(name, place):
        with Lock(FOLDER / (name + ".lock")):
            if not is_made(name, place):
                make(name, place)
    return place / ("Scripts" if bootstrap.WINDOWS else "bin")


def requirements(name):
    return Path(__file__).resolve().parent / ("requirements-" + name + ".txt")


def fingerprint(name):
    digest = hashlib.sha256(requirements(name).read_bytes())
    digest.update(repr((str(bootstrap.ROOT), sys.version_info[:3])).encode())
    return digest.hexdigest()


def is_made(name, place):
    try:
        return (place / "made").read_text() == fingerprint(name)
    except OSError:
        return False


def make(name, place):
    bootstrap.say("Getting " + name + " for the tests, into .bootstrap.")
    environment = {key: value for key, value in os.environ.items() if key not in bootstrap.LEADS_UV_ASTRAY}
    environment.setdefault("UV_SYSTEM_CERTS", "1")
    environment.setdefault("UV_NATIVE_TLS", "1")
    uv = bootstrap.find_uv() or bootstrap.install_uv()
    shutil.rmtree(place, ignore_errors=True)
    commands = (
        ["venv", "--quiet", "--python", sys.executable, str(place)],
        ["pip", "install", "--quiet", "--python", str(place), "-r", str(requirements(name))],
    )
    for command in commands:
        if subprocess.call([*uv, *command], env=environment, stdout=sys.stderr) != 0:
            raise bootstrap.PreparationError(name + " could not be installed; the lines above say why.")
    (place / "made").write_text(fingerprint(name))


class Lock:
    """A folder that one process at a time can make. One that a killed process left is taken over after a while."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        began_s = time.monotonic()
        while True:
            try:
                self.path.mkdir()
                return
            except FileExistsError:
                if time.monotonic() - began_s > LONGEST_WAIT_S:
                    return
                time.sleep(0.2)

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except bootstrap.PreparationError as problem:
        bootstrap.say(str(problem))
        sys.exit(1)
    except KeyboardInterrupt:
        bootstrap.say("stopped")
        sys.exit(130)
