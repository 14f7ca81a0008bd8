"""How a prompt is written in its Markdown file: a head between lines of ``---``, then the text. Opens no file.

The head is a small part of YAML, read strictly: whoever mistypes a word is told which line, not left to wonder::

    ---
    title: Explain a policy
    kind: message
    about: What an IAM policy allows
    variables:
      policy:
        title: The policy
        multiline: yes
      depth:
        kind: choice
        choices: brief, thorough
        default: brief
    ---
    Explain this policy, {{depth}}: {{policy}}

A value in double quotes is JSON's, for line breaks and blanks at its ends. A line that begins with ``#`` says nothing.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TypeVar

from app.domain.language import tr
from app.domain.prompts import Prompt, PromptKind, Variable, VariableKind
from app.domain.templates import is_variable_name

E = TypeVar("E", bound=StrEnum)

_FENCE = "---"
_HEAD_KEYS = ("title", "kind", "about", "variables")
_VARIABLE_KEYS = ("title", "help", "kind", "default", "choices", "multiline")
_YES, _NO = ("yes", "true"), ("no", "false")


class _HeadError(ValueError):
    """A sentence about a line of a head."""


def read_prompt(name: str, content: str, *, is_shipped: bool = False) -> Prompt:
    """The prompt of a file's ``content``; one that cannot be used says why in ``problem``. Never raises."""
    content = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    title = name.replace("_", " ").strip().capitalize() or name
    plain = Prompt(name=name, title=title, text=content.strip(), is_shipped=is_shipped)
    try:
        prompt = _with_head(plain, content)
    except _HeadError as error:
        return _troubled(plain, str(error))
    fault = prompt.fault()
    return prompt if fault is None else _troubled(prompt, fault)


def write_prompt(prompt: Prompt) -> str:
    """The content of the prompt's file; :func:`read_prompt` gives the same prompt back."""
    lines = [_FENCE, f"title: {_scalar(prompt.title)}"]
    if prompt.kind is not PromptKind.SYSTEM:
        lines.append(f"kind: {prompt.kind.value}")
    if prompt.about:
        lines.append(f"about: {_scalar(prompt.about)}")
    if prompt.declared:
        lines.append("variables:")
    for variable in prompt.declared:
        lines.append(f"  {variable.name}:")
        facts = [
            f"title: {_scalar(variable.title)}" if variable.title else "",
            f"help: {_scalar(variable.help)}" if variable.help else "",
            f"kind: {variable.kind.value}" if variable.kind is not VariableKind.TEXT else "",
            f"choices: {_scalar(', '.join(variable.choices))}" if variable.choices else "",
            "multiline: yes" if variable.multiline else "",
            f"default: {_scalar(variable.default)}" if variable.default is not None else "",
        ]
        lines += [f"    {fact}" for fact in facts if fact]
    return "\n".join([*lines, _FENCE, prompt.text.strip(), ""])


def _with_head(plain: Prompt, content: str) -> Prompt:
    lines = content.split("\n")
    if lines[0].rstrip() != _FENCE:
        return plain
    end = next((at for at, line in enumerate(lines) if at and line.rstrip() == _FENCE), None)
    if end is None:
        raise _HeadError(tr("Its head has no end: a line of --- closes it."))
    title, kind, about = plain.title, PromptKind.SYSTEM, ""
    variables: dict[str, dict[str, str]] = {}
    seen: set[str] = set()
    is_among_variables = False
    for number, line in enumerate(lines[1:end], start=2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        depth = _depth(line, number)
        key, value = _entry(line, number)
        if depth == 0:
            _once(key, seen, _HEAD_KEYS, number)
            is_among_variables = key == "variables"
            if is_among_variables:
                _expect_empty(key, value, number)
                continue
            value = _value(key, value, number)
            match key:
                case "title":
                    title = value
                case "kind":
                    kind = _one_of(PromptKind, value, number)
                case _:
                    about = value
        elif not is_among_variables:
            raise _HeadError(tr("Line {number} is set in, and nothing above it is open.", number=number))
        elif depth == 1:
            if not is_variable_name(key):
                raise _HeadError(
                    tr("Line {number}: {key} cannot be a variable's name.", number=number, key=repr(key[:40]))
                )
            if key in variables:
                raise _HeadError(
                    tr("Line {number}: the variable {key} is described twice.", number=number, key=repr(key))
                )
            _expect_empty(key, value, number)
            variables[key] = {}
        else:
            if not variables:
                raise _HeadError(tr("Line {number} belongs to no variable.", number=number))
            facts = variables[next(reversed(variables))]
            _once(key, set(facts), _VARIABLE_KEYS, number)
            facts[key] = _value(key, value, number)
            _check_fact(key, facts[key], number)
    return Prompt(
        name=plain.name,
        title=title,
        text="\n".join(lines[end + 1 :]).strip(),
        kind=kind,
        about=about,
        declared=tuple(_variable(name, facts) for name, facts in variables.items()),
        is_shipped=plain.is_shipped,
    )


def _depth(line: str, number: int) -> int:
    indent = len(line) - len(line.lstrip(" "))
    if line[indent] == "\t":
        raise _HeadError(tr("Line {number} is set in with a tab; use two blanks.", number=number))
    if indent not in (0, 2, 4):
        raise _HeadError(
            tr("Line {number} is set in by {indent} blanks; 2 or 4 is meant.", number=number, indent=indent)
        )
    return indent // 2


def _entry(line: str, number: int) -> tuple[str, str]:
    key, colon, value = line.strip().partition(":")
    if not colon or (value and not value.startswith((" ", "\t"))):
        raise _HeadError(tr("Line {number} is no “word: value”.", number=number))
    return key.strip(), value.strip()


def _once(key: str, seen: set[str], known: tuple[str, ...], number: int) -> None:
    if key not in known:
        raise _HeadError(
            tr(
                "Line {number}: nobody knows {key}; there are {known}.",
                number=number,
                key=repr(key[:40]),
                known=", ".join(known),
            )
        )
    if key in seen:
        raise _HeadError(tr("Line {number}: {key} stands there twice.", number=number, key=repr(key)))
    seen.add(key)


def _expect_empty(key: str, value: str, number: int) -> None:
    if value:
        raise _HeadError(tr("Line {number}: behind “{key}:” comes a new line, set in.", number=number, key=key))


def _value(key: str, value: str, number: int) -> str:
    if not value.startswith('"'):
        if not value:
            raise _HeadError(
                tr('Line {number}: {key} is empty; "" is written for an empty value.', number=number, key=repr(key))
            )
        return value
    try:
        text = json.loads(value, strict=False)
    except ValueError:
        text = None
    if not isinstance(text, str):
        raise _HeadError(
            tr(
                "Line {number}: the quotes of {key} do not close, or hold a wrong backslash.",
                number=number,
                key=repr(key),
            )
        )
    return text


def _one_of(kind: type[E], value: str, number: int) -> E:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(member.value for member in kind)
        raise _HeadError(
            tr(
                "Line {number}: kind is one of {known}; not {value}.",
                number=number,
                known=known,
                value=repr(value[:40]),
            )
        ) from None


def _check_fact(key: str, value: str, number: int) -> None:
    if key == "kind":
        _one_of(VariableKind, value, number)
    if key == "multiline" and value not in (*_YES, *_NO):
        raise _HeadError(
            tr("Line {number}: multiline is yes or no; not {value}.", number=number, value=repr(value[:40]))
        )


def _variable(name: str, facts: dict[str, str]) -> Variable:
    choices = facts.get("choices")
    return Variable(
        name=name,
        title=facts.get("title", ""),
        help=facts.get("help", ""),
        kind=VariableKind(facts.get("kind", VariableKind.TEXT)),
        default=facts.get("default"),
        choices=() if choices is None else tuple(choice.strip() for choice in choices.split(",")),
        multiline=facts.get("multiline") in _YES,
    )


def _scalar(value: str) -> str:
    """``value`` on one line, in quotes where it would be read otherwise."""
    is_plain = value and value == value.strip() and not value.startswith('"') and value.isprintable()
    return value if is_plain else json.dumps(value, ensure_ascii=False)


def _troubled(prompt: Prompt, problem: str) -> Prompt:
    return Prompt(
        name=prompt.name,
        title=prompt.title.strip() or prompt.name,
        text=prompt.text,
        kind=prompt.kind,
        about=prompt.about,
        declared=prompt.declared,
        problem=problem,
        is_shipped=prompt.is_shipped,
    )
