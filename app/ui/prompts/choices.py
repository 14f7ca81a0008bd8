"""Prompts as lines of a list: what stands there, and what the filter finds them by."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.language import marked, tr
from app.domain.prompts import Prompt, PromptKind
from app.domain.text import visible
from app.ui.widgets.choice_list import Choice

GROUPS = {PromptKind.SYSTEM: marked("For the system prompt"), PromptKind.MESSAGE: marked("For a message")}
_OTHERS = marked("To be mended")


def prompt_choices(prompts: Iterable[Prompt], kind: PromptKind | None = None) -> list[Choice]:
    """The prompts that can be used (of one ``kind``), by where they go."""
    usable = [prompt for prompt in prompts if not prompt.problem and kind in (None, prompt.kind)]
    return _ordered(usable)


def library_choices(prompts: Iterable[Prompt]) -> list[Choice]:
    """Every prompt, those that cannot be used at the end."""
    prompts = tuple(prompts)
    troubled = [prompt for prompt in prompts if prompt.problem]
    return [
        *_ordered([prompt for prompt in prompts if not prompt.problem]),
        *(_choice(prompt, group=tr(_OTHERS), icon="alert") for prompt in troubled),
    ]


def _ordered(prompts: list[Prompt]) -> list[Choice]:
    return [
        _choice(prompt, group=tr(words), icon="settings" if kind is PromptKind.SYSTEM else "chat")
        for kind, words in GROUPS.items()
        for prompt in prompts
        if prompt.kind is kind
    ]


def _choice(prompt: Prompt, *, group: str, icon: str) -> Choice:
    return Choice(
        id=prompt.name,
        title=visible(prompt.title),
        detail=visible(prompt.problem or prompt.about or prompt.text[:120].replace("\n", " ")),
        group=group,
        trailing="" if prompt.is_shipped else tr("yours"),
        words=f"{prompt.name} {prompt.about}",
        icon=icon,
    )
