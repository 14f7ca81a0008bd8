"""System prompts as Markdown files in folders. Reads them; writes none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.domain.prompts import Prompt

MAX_BYTES = 256 * 1024


class PromptFiles:
    """The ``*.md`` files of ``folders``; of two with the same name, the later folder's counts."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def prompts(self) -> Sequence[Prompt]:
        """All readable prompts; a file that is no UTF-8 text, or is huge, is passed over."""
        found: dict[str, Prompt] = {}
        for folder in self._folders:
            for file in sorted(folder.glob("*.md")):
                try:
                    if file.stat().st_size > MAX_BYTES:
                        continue
                    found[file.stem] = Prompt.parse(file.stem, file.read_text(encoding="utf-8"))
                except (OSError, UnicodeDecodeError):
                    continue
        return tuple(found.values())
