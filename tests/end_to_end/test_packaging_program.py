"""The program starts its own children, from a checkout as from an installed folder, wherever it is called from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.bootstrap import worker_command


def test_an_installed_program_is_its_own_worker_and_a_checkout_asks_python() -> None:
    assert worker_command("llama", frozen=True) == (sys.executable, "_worker", "llama")
    assert worker_command("llama", frozen=False) == (sys.executable, "-P", "-m", "app", "_worker", "llama")


def test_a_folder_named_app_where_it_is_called_does_not_shadow_it(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text("raise SystemExit('shadowed')")
    ran = subprocess.run(
        [Path(sys.executable).with_name("baton"), "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("baton, version ")
    worker = subprocess.run([*worker_command("nobody")], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (worker.returncode, worker.stderr) == (2, "")
