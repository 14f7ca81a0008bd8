"""Words for people in their own language; refuses to read files and to know which languages there are.

English stands in the code, and is what is said where no translation is loaded. ``pyside6-lupdate`` finds the texts by
the names of these functions (``packaging/translations.py``), so each is called with literals alone, never with an
f-string: what varies stands as ``{name}`` in the text. What a model, a log, a script or another program reads is not
translated.
"""

from __future__ import annotations

from typing import Protocol

from app.domain.numerals import number


class Translate(Protocol):
    """The translation of a text, empty where there is none. ``about`` tells equal texts apart; ``count`` chooses the
    plural form by the language's own rules, -1 where nothing is counted.
    """

    def __call__(self, text: str, about: str, count: int) -> str: ...


_translate: Translate | None = None


def use(translate: Translate | None) -> None:
    """Say everything from now on as ``translate`` has it; ``None``: in English."""
    global _translate  # noqa: PLW0603  # like gettext's: a text is made everywhere, its language chosen once
    _translate = translate


def tr(text: str, about: str = "", /, **values: object) -> str:
    """``text`` in the person's language, with each ``{name}`` replaced by its value."""
    return _filled(_said(text, about, -1) or text, values)


def plural(one: str, many: str, count: int, /, **values: object) -> str:
    """``one`` where ``count`` is 1 and ``many`` otherwise, or whatever form the person's language has for it;
    ``{count}`` is the number as the language writes it.
    """
    return _filled(_said(one, many, count) or (one if count == 1 else many), {"count": number(count), **values})


def marked(text: str) -> str:
    """``text`` as it is: a constant that is translated when it is shown, by :func:`tr`."""
    return text


def _said(text: str, about: str, count: int) -> str:
    return _translate(text, about, count) if _translate is not None else ""


def _filled(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text
