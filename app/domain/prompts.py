"""System prompts by name, and the reading of the small files they are kept in. Opens no file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Prompt:
    """A system prompt: ``name`` is the file's, ``title`` is for people."""

    name: str
    title: str
    text: str

    @classmethod
    def parse(cls, name: str, content: str) -> Prompt:
        """A Markdown file with an optional head between lines of ``---``, of which ``title`` is read."""
        title = name.replace("_", " ").capitalize()
        if content.startswith("---\n") and "\n---\n" in content:
            head, content = content[4:].split("\n---\n", 1)
            for line in head.splitlines():
                key, _, value = line.partition(":")
                if key.strip() == "title" and value.strip():
                    title = value.strip()
        return cls(name=name, title=title, text=content.strip())
