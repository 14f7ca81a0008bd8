"""Finds the data files that ship with Baton's AWS part. Refuses names outside their folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent.parent


def data_text(name: str) -> str:
    """The text of a file of ``resources/aws``: beside the package in a checkout, inside it once installed."""
    for folder in (_PACKAGE / "_resources" / "aws", _PACKAGE.parent / "resources" / "aws"):
        path = folder / name
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(f"Baton's own file resources/aws/{name} is missing; install Baton again.")


def data_table(name: str) -> dict[str, Any]:
    """A TOML file of ``resources/aws``, parsed."""
    import tomllib

    return tomllib.loads(data_text(name))
