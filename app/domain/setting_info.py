"""How one setting is shown and checked. Declares none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.errors import UsageError
from app.domain.models import ModelId
from app.domain.routing import AUTO_MODEL


@dataclass(frozen=True, kw_only=True, slots=True)
class SettingInfo:
    """How one setting is shown and checked. ``choices`` are (value, words) pairs; ``is_model``: a model's id, or empty;
    ``minimum_words`` say what the smallest number stands for where it is no amount; ``safest`` is what a setting that
    guards something falls back to where the file holds it wrongly, instead of its default; ``check`` says why a text
    cannot be used.
    """

    name: str
    section: str
    title: str
    help: str
    type: type
    default: object
    minimum: float | None = None
    maximum: float | None = None
    minimum_words: str = ""
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    multiline: bool = False
    is_model: bool = False
    safest: object = None
    check: Callable[[str], str | None] | None = None

    @property
    def fallback(self) -> object:
        """What counts where the file says something that cannot be used."""
        return self.default if self.safest is None else self.safest

    def problem(self, value: object) -> str | None:
        """Why ``value`` cannot be used, as a sentence, or ``None`` if it can."""
        if self.type is bool:
            return None if isinstance(value, bool) else f"{self.title} is true or false, not {value!r}."
        if self.type in (int, float):
            numbers = int if self.type is int else (int, float)
            if isinstance(value, bool) or not isinstance(value, numbers):
                return f"{self.title} is a number, not {value!r}."
            if value != value or (self.minimum is not None and value < self.minimum):
                return f"{self.title} must be at least {self.minimum:.15g}."
            if self.maximum is not None and value > self.maximum:
                return f"{self.title} must be at most {self.maximum:.15g}."
            return None
        if self.type is tuple:
            return self._list_problem(value)
        if not isinstance(value, str):
            return f"{self.title} is a text, not {value!r}."
        if self.choices and value not in dict(self.choices):
            return f"{self.title} is one of {', '.join(dict(self.choices))}; not {value!r}."
        if self.is_model and value:
            return _model_problem(value)
        return self.check(value) if self.check is not None else None

    def _list_problem(self, value: object) -> str | None:
        if not isinstance(value, (tuple, list)) or not all(isinstance(item, str) for item in value):
            return f"{self.title} is a list of models, not {value!r}."
        return next((problem for item in value if (problem := _model_problem(item))), None)


def _model_problem(value: str) -> str | None:
    try:
        ModelId.parse(value)
    except UsageError as error:
        return str(error)
    return f"{value!r} chooses a model and is none itself; name the model." if value == AUTO_MODEL else None
