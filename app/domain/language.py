"""Words for people in their own language; refuses to read files and to know which languages there are.

English stands in the code, and is what is said where no translation is loaded. ``pyside6-lupdate`` finds the texts by
the names of these functions (``packaging/translations.py``), so each is called with literals alone, never with an
f-string: what varies stands as ``{name}`` in the text. Prompts, tools, log lines, what stands in files and what other
programs match are not translated. An error is one text for whoever reads it: where a person's language is known, a
model or a program that is told of it reads what the person does, beside a code that is the same everywhere.

What is made where no language is known (a worker process, an index that is kept on disk) stays English and remembers
how it was made (:class:`Kept`), so that it can be said again where it is shown (:func:`parts`, :func:`retold`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from app.domain.numerals import number


class Translate(Protocol):
    """The translation of a text, empty where there is none. ``about`` tells equal texts apart; ``count`` chooses the
    plural form by the language's own rules, -1 where nothing is counted.
    """

    def __call__(self, text: str, about: str, count: int) -> str: ...


class Kept(str):
    """A text in English that remembers how it was made: what stands in the code, and the values in it."""

    made: tuple[str, str, int, Mapping[str, object]]
    """As the translator was asked: the text, what it is about, the count, and the values."""


_translate: Translate | None = None
_keeps = False


def keep() -> None:
    """Make every text of this process English, and a :class:`Kept` one: another process shows it."""
    global _keeps  # noqa: PLW0603  # as below: said once, where the process begins
    _keeps = True


def use(translate: Translate | None) -> None:
    """Say everything from now on as ``translate`` has it; ``None``: in English."""
    global _translate  # noqa: PLW0603  # like gettext's: a text is made everywhere, its language chosen once
    _translate = translate


def tr(text: str, about: str = "", /, **values: object) -> str:
    """``text`` in the person's language, with each ``{name}`` replaced by its value."""
    if _keeps:
        return _kept(text, about, -1, _filled(text, values), values)
    return _filled(_said(text, about, -1) or text, values)


def plural(one: str, many: str, count: int, /, **values: object) -> str:
    """``one`` where ``count`` is 1 and ``many`` otherwise, or whatever form the person's language has for it;
    ``{count}`` is the number as the language writes it.
    """
    filling = {"count": number(count), **values}
    english = one if count == 1 else many
    if _keeps:
        return _kept(one, many, count, _filled(english, filling), filling)
    return _filled(_said(one, many, count) or english, filling)


def marked(text: str) -> str:
    """``text`` as it is: a constant that is translated when it is shown, by :func:`tr`."""
    return text


def kept(text: str, /, **values: object) -> Kept:
    """``text`` in English with its values, to be said in the person's language later; ``text`` is marked elsewhere."""
    return _kept(text, "", -1, _filled(text, values), values)


def parts(text: str) -> list[object] | None:
    """How a :class:`Kept` text was made, fit for JSON; ``None`` for any other."""
    if not isinstance(text, Kept):
        return None
    source, about, count, values = text.made
    return [source, about, count, {name: _fit_for_json(value) for name, value in values.items()}]


def retold(text: str, made: object) -> str:
    """``text`` in the person's language, by the :func:`parts` of it; as it is where there are none or they do not fit.

    They may come from another process or from a file: only a text that has a translation is ever filled in.
    """
    match made:
        case [str(source), str(about), int(count), dict(given)]:
            said = _said(source, about, count)
        case _:
            return text
    values = {str(name): _retold_value(value) for name, value in given.items()}
    try:
        return _filled(said, values) or text
    except (LookupError, ValueError, TypeError, AttributeError):
        return text


def _kept(source: str, about: str, count: int, english: str, values: Mapping[str, object]) -> Kept:
    text = Kept(english)
    text.made = (source, about, count, values)
    return text


def _fit_for_json(value: object) -> object:
    if isinstance(value, Kept):
        return [str(value), parts(value)]
    return value if isinstance(value, (int, float)) else str(value)


def _retold_value(value: object) -> object:
    match value:
        case [str(text), made]:
            return retold(text, made)
        case str() | int() | float():
            return value
        case _:
            return ""


def _said(text: str, about: str, count: int) -> str:
    return _translate(text, about, count) if _translate is not None else ""


def _filled(text: str, values: Mapping[str, object]) -> str:
    return text.format(**values) if values else text
