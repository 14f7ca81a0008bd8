#!/usr/bin/env python3
"""Keeps resources/translations: the texts of the code for translators, and what they wrote for Baton.

    python packaging/translations.py update     every text of app/ into each .ts; what is gone from the code goes
    python packaging/translations.py compile    each .ts into the .qm that Baton reads

Both are Qt Linguist's own tools, which come with PySide6. Run it with the project's Python after texts changed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("de", "zh_CN")
# What app/domain/language.py is called by, and which of Linguist's functions each is to it.
ALIASES = "tr+=plural,QT_TR_NOOP+=marked"


def update(target: Path = TRANSLATIONS) -> None:
    """Write the texts of the code into each language's file."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "app").rglob("*.py"))
    for name in LANGUAGES:
        command = ["-silent", "-no-obsolete", "-locations", "none", "-sort-messages", "-tr-function-alias", ALIASES]
        _linguist("lupdate", *command, *sources, "-target-language", name, "-ts", str(target / f"baton_{name}.ts"))


def release(source: Path, target: Path) -> None:
    """Make what Baton reads of one language's file."""
    _linguist("lrelease", "-silent", str(source), "-qm", str(target))


def _linguist(tool: str, *arguments: str) -> None:
    name = f"pyside6-{tool}" + (".exe" if sys.platform == "win32" else "")
    subprocess.run([str(Path(sys.executable).with_name(name)), *arguments], cwd=ROOT, check=True)


def main(arguments: list[str]) -> int:
    match arguments:
        case ["update"]:
            update()
        case ["compile"]:
            for source in sorted(TRANSLATIONS.glob("*.ts")):
                release(source, source.with_suffix(".qm"))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
