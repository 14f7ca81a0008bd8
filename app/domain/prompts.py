"""Prompts by name, with the variables they ask for. Opens no file; how they are written is ``prompt_text``'s."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import UsageError
from app.domain.language import tr
from app.domain.parameters import brief
from app.domain.templates import fill, is_variable_name, variable_names

MAX_BYTES = 256 * 1024
"""What a prompt's file may take: more is no prompt, and would fill most models' context."""
MAX_VARIABLES = 40
MAX_CHOICES = 100


class PromptKind(StrEnum):
    """Where a prompt goes."""

    SYSTEM = "system"  # into the chat's system prompt
    MESSAGE = "message"  # into the composer


class VariableKind(StrEnum):
    """What a variable takes."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, kw_only=True, slots=True)
class Variable:
    """One thing a prompt asks for. ``default`` ``None`` means: it must be given; an empty one, that it may be empty."""

    name: str
    title: str = ""
    help: str = ""
    kind: VariableKind = VariableKind.TEXT
    default: str | None = None
    choices: tuple[str, ...] = ()
    multiline: bool = False

    @property
    def words(self) -> str:
        """What a form calls it."""
        return self.title or self.name.replace("_", " ").replace("-", " ").strip().capitalize() or self.name

    @property
    def is_required(self) -> bool:
        """Whether it must be given a value."""
        return self.default is None

    def problem(self, value: str) -> str | None:
        """Why ``value`` cannot be used, as a sentence, or ``None`` if it can."""
        if not value.strip():
            return tr("“{words}” is needed.", words=self.words) if self.is_required else None
        match self.kind:
            case VariableKind.NUMBER if not _is_number(value):
                return tr("“{words}” takes a number, not {value}.", words=self.words, value=brief(value))
            case VariableKind.CHOICE if value not in self.choices:
                return tr(
                    "“{words}” is one of {choices}; not {value}.",
                    words=self.words,
                    choices=", ".join(self.choices),
                    value=brief(value),
                )
            case _:
                return None

    def fault(self) -> str | None:
        """What is wrong with the declaration itself, as a sentence, or ``None``."""
        if not is_variable_name(self.name):
            return tr(
                "{name} cannot be a variable's name: letters, digits, _ and - can, a letter first.",
                name=brief(self.name),
            )
        if self.kind is VariableKind.CHOICE:
            if not self.choices:
                return tr("The variable {name} is a choice and names no choices.", name=repr(self.name))
            if len(self.choices) > MAX_CHOICES:
                return tr("The variable {name} has more than {most} choices.", name=repr(self.name), most=MAX_CHOICES)
            if len(set(self.choices)) < len(self.choices):
                return tr("The variable {name} names a choice twice.", name=repr(self.name))
            if any(
                not choice or choice != choice.strip() or "," in choice or "\n" in choice for choice in self.choices
            ):
                return tr("The variable {name} has an empty choice, or one with a comma in it.", name=repr(self.name))
        elif self.choices:
            return tr("The variable {name} names choices; that needs kind: choice.", name=repr(self.name))
        if self.multiline and self.kind is not VariableKind.TEXT:
            return tr("The variable {name} is of several lines; only a text can be.", name=repr(self.name))
        if self.default is not None and (problem := self.problem(self.default)) is not None:
            return tr(
                "The default of the variable {name} does not fit: {problem}", name=repr(self.name), problem=problem
            )
        return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Prompt:
    """One prompt. ``name`` is its file's, ``title`` and ``about`` are for people.

    ``declared`` are the variables the file describes; those found in the text only are plain texts. ``problem`` is why
    the prompt cannot be used: it is listed all the same, so that it can be mended. ``is_shipped``: it came with Baton
    and is not changed.
    """

    name: str
    title: str
    text: str
    kind: PromptKind = PromptKind.SYSTEM
    about: str = ""
    declared: tuple[Variable, ...] = ()
    problem: str = ""
    is_shipped: bool = False

    @property
    def variables(self) -> tuple[Variable, ...]:
        """What has to be asked for: the variables of the text, the declared ones first, in their order."""
        used = variable_names(self.text)
        known = [variable for variable in self.declared if variable.name in used]
        names = {variable.name for variable in known}
        return (*known, *(Variable(name=name) for name in used if name not in names))

    @property
    def defaults(self) -> dict[str, str]:
        """The values that need not be given."""
        return {item.name: item.default for item in self.variables if item.default is not None}

    def missing(self, values: Mapping[str, str]) -> tuple[Variable, ...]:
        """The variables that must be given and are not."""
        given = {**self.defaults, **values}
        return tuple(item for item in self.variables if item.is_required and not given.get(item.name, "").strip())

    def filled(self, values: Mapping[str, str]) -> str:
        """The text to use. Raises :class:`UsageError` for a prompt that cannot be used and values that do not fit."""
        self.check_usable()
        known = {variable.name for variable in self.variables}
        for name in values:
            if name not in known:
                remedy = (
                    tr("It asks for: {known}.", known=", ".join(sorted(known))) if known else tr("It asks for none.")
                )
                raise UsageError(
                    tr("The prompt {name} has no variable {variable}.", name=repr(self.name), variable=brief(name)),
                    remedy=remedy,
                )
        if missing := self.missing(values):
            names = ", ".join(item.name for item in missing)
            raise UsageError(
                tr("The prompt {name} needs a value for: {names}.", name=repr(self.name), names=names),
                remedy=tr("Give it as --var {name}=VALUE.", name=missing[0].name),
            )
        given = {**self.defaults, **values}
        for variable in self.variables:
            if (problem := variable.problem(given[variable.name])) is not None:
                raise UsageError(problem, remedy=tr("Give another value."))
        return fill(self.text, given).strip()

    def check_usable(self) -> None:
        """Raise :class:`UsageError` where there is something to mend first."""
        if self.problem:
            raise UsageError(
                tr("The prompt {name} cannot be used: {problem}", name=repr(self.name), problem=self.problem),
                remedy=tr("Mend its file, or choose another."),
            )

    def fault(self) -> str | None:
        """What is wrong with the prompt itself, as a sentence, or ``None``; its name is not looked at."""
        if not self.text.strip():
            return tr("The text is empty.")
        if not self.title.strip():
            return tr("A title is needed.")
        seen: set[str] = set()
        for variable in self.declared:
            if variable.name in seen:
                return tr("The variable {name} is described twice.", name=repr(variable.name))
            seen.add(variable.name)
            if (fault := variable.fault()) is not None:
                return fault
        if len(self.variables) > MAX_VARIABLES:
            return tr(
                "It has {count} variables; {most} is the most a form can ask for.",
                count=len(self.variables),
                most=MAX_VARIABLES,
            )
        return None


@dataclass(frozen=True, kw_only=True, slots=True)
class PromptListing:
    """Every prompt there is, and what of the library could not be read, as sentences."""

    prompts: Sequence[Prompt] = ()
    problems: Sequence[str] = ()


def _is_number(value: str) -> bool:
    try:
        return math.isfinite(float(value))
    except ValueError:
        return False
