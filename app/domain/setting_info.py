"""How one setting is declared, shown and checked. Declares none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from app.domain.errors import UsageError
from app.domain.language import tr
from app.domain.models import ModelId
from app.domain.numerals import exact
from app.domain.routing import AUTO_MODEL


@dataclass(frozen=True, kw_only=True, slots=True)
class SettingInfo:
    """How one setting is shown and checked. ``choices`` are (value, words) pairs; ``is_model``: a model's id, or empty;
    ``minimum_words`` say what the smallest number stands for where it is no amount; ``safest`` is what a setting that
    guards something falls back to where the file holds it wrongly, instead of its default; ``check`` says why a text
    cannot be used; ``at_start``: a change counts from the next start on. Title, help, section, unit and words are
    English, marked to be translated where they are shown.
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
    at_start: bool = False

    @property
    def fallback(self) -> object:
        """What counts where the file says something that cannot be used."""
        return self.default if self.safest is None else self.safest

    def problem(self, value: object) -> str | None:
        """Why ``value`` cannot be used, as a sentence, or ``None`` if it can."""
        title, given = tr(self.title), repr(value)
        if self.type is bool:
            return (
                None
                if isinstance(value, bool)
                else tr("{title} is true or false, not {given}.", title=title, given=given)
            )
        if self.type in (int, float):
            numbers = int if self.type is int else (int, float)
            if isinstance(value, bool) or not isinstance(value, numbers) or value != value:
                return tr("{title} is a number, not {given}.", title=title, given=given)
            if self.minimum is not None and value < self.minimum:
                return tr("{title} must be at least {limit}.", title=title, limit=exact(self.minimum))
            if self.maximum is not None and value > self.maximum:
                return tr("{title} must be at most {limit}.", title=title, limit=exact(self.maximum))
            return None
        if self.type is tuple:
            return self._list_problem(value)
        if not isinstance(value, str):
            return tr("{title} is a text, not {given}.", title=title, given=given)
        if self.choices and value not in dict(self.choices):
            known = ", ".join(dict(self.choices))
            return tr("{title} is one of {known}; not {given}.", title=title, known=known, given=given)
        if self.is_model and value:
            return _model_problem(value)
        return self.check(value) if self.check is not None else None

    def _list_problem(self, value: object) -> str | None:
        if not isinstance(value, (tuple, list)) or not all(isinstance(item, str) for item in value):
            return tr("{title} is a list of models, not {given}.", title=tr(self.title), given=repr(value))
        return next((problem for item in value if (problem := _model_problem(item))), None)


def setting(default: Any, *, section: str, title: str, help: str, **more: Any) -> Any:
    """The field of a setting, with what :class:`SettingInfo` says of it."""
    return field(default=default, metadata={"section": section, "title": title, "help": help, **more})


def _model_problem(value: str) -> str | None:
    try:
        ModelId.parse(value)
    except UsageError as error:
        return str(error)
    if value == AUTO_MODEL:
        return tr("{name} chooses a model and is none itself; name the model.", name=repr(value))
    return None
