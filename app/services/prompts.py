"""The prompt library: the prompts that ship with Baton, and the person's own beside them."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.errors import NotFoundError
from app.domain.ports import PromptStore
from app.domain.prompts import Prompt


class PromptService:
    """Finds prompts by name."""

    def __init__(self, store: PromptStore) -> None:
        self._store = store

    def list(self) -> Sequence[Prompt]:
        """All prompts, by title."""
        return sorted(self._store.prompts(), key=lambda prompt: prompt.title.casefold())

    def get(self, name: str) -> Prompt:
        """The prompt ``name``. Raises ``NotFoundError`` naming those there are."""
        prompts = {prompt.name: prompt for prompt in self._store.prompts()}
        if name not in prompts:
            names = ", ".join(sorted(prompts))
            raise NotFoundError(f"There is no system prompt {name!r}.", remedy=f"There are: {names}.")
        return prompts[name]
