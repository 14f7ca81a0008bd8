"""Reads the data files that ship with Baton's AWS part, ``resources/aws``. Owns no other folder."""

from __future__ import annotations

from typing import Any

from app import RESOURCES


def data_text(name: str) -> str:
    """The text of a file of ``resources/aws``."""
    return (RESOURCES / "aws" / name).read_text(encoding="utf-8")


def data_table(name: str) -> dict[str, Any]:
    """A TOML file of ``resources/aws``, parsed."""
    import tomllib

    return tomllib.loads(data_text(name))
