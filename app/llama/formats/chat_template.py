"""Renders a chat template: jinja2 in a sandbox, with limits on time and size. Knows no conversation.

A template is data from a stranger's file. It runs in the worker alone, reaches nothing but what it is given, and is
stopped where it runs too long or writes too much; whatever it does wrong is one :class:`TemplateFaultError`.
"""

from __future__ import annotations

import copy
import ctypes
import functools
import json
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import Any, Never, TypeVar

import jinja2
import jinja2.compiler
import jinja2.ext
import jinja2.filters
import jinja2.nodes
import jinja2.parser
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from app.domain.language import tr

SOURCE_CHARS = 2_000_000
OUTPUT_CHARS = 64 * 1024 * 1024
SECONDS = 5.0
_MOST_REPEATS = 1_000_000

T = TypeVar("T")


class TemplateFaultError(Exception):
    """The template cannot be read or does not end well; its one argument says how."""


class TemplateTooLongError(TemplateFaultError):
    """The template runs too long; trying it in another way would take as long again."""


class _StoppedError(BaseException):
    """Raised inside a template that runs too long. No ``except Exception`` on its way catches it."""


class Template:
    """A template, ready to render. Raises :class:`TemplateFaultError` for what is none."""

    def __init__(self, source: str, *, seconds: float = SECONDS, output_chars: int = OUTPUT_CHARS) -> None:
        self._seconds = seconds
        self._environment = _Environment(output_chars)
        if len(source) > SOURCE_CHARS:
            raise TemplateFaultError(tr("it is {count} characters long", count=len(source)))
        self._template = self._guarded(lambda: self._environment.from_string(source))

    def render(self, variables: Mapping[str, Any], *, today: date) -> str:
        """The text. ``today`` is what the template is told of the time; raises :class:`TemplateFaultError`."""
        midnight = datetime.combine(today, time()).astimezone()
        # Some templates change the lists they are given; they get their own.
        given = {
            **copy.deepcopy(dict(variables)),
            "raise_exception": _raise_exception,
            "strftime_now": midnight.strftime,
        }
        return self._guarded(lambda: self._environment.written(self._template.generate(given)))

    def _guarded(self, work: Callable[[], T]) -> T:
        self._environment.written_chars = 0
        try:
            return _within(self._seconds, work)
        except _StoppedError:
            raise TemplateTooLongError(
                tr("it was not done after {seconds} seconds", seconds=f"{self._seconds:g}")
            ) from None
        except RecursionError:
            raise TemplateFaultError(tr("it calls itself without end")) from None
        except MemoryError:
            raise TemplateFaultError(tr("it takes too much memory")) from None
        except SecurityError as error:
            raise TemplateFaultError(error.args[0] or str(error)) from error
        except Exception as error:  # a template raises whatever its expressions raise
            raise TemplateFaultError(str(error) or type(error).__name__) from error


def _within(seconds: float, work: Callable[[], T]) -> T:
    """What ``work`` returns; :class:`_StoppedError` is raised in it after so many seconds.

    An exception set from another thread works in any thread and on every platform, which a signal does not.
    """
    lock = threading.Lock()
    worker = ctypes.c_ulong(threading.get_ident())
    is_over = False

    def stop() -> None:
        with lock:
            if not is_over:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(worker, ctypes.py_object(_StoppedError))

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        return work()
    finally:
        with lock:
            is_over = True
        timer.cancel()
        timer.join()


class _CodeGenerator(jinja2.compiler.CodeGenerator):
    """Compiles ``~`` into a call that looks at sizes, as it does the operators that jinja2 lets be intercepted."""

    def visit_Concat(self, node: jinja2.nodes.Concat, frame: jinja2.compiler.Frame) -> None:
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Environment(SandboxedEnvironment):
    """Set up as the templates expect: trimmed blocks, ``break`` and ``continue``, and JSON that is not HTML-escaped."""

    code_generator_class = _CodeGenerator
    intercepted_binops = frozenset(("+", "*", "%", "**"))

    def __init__(self, output_chars: int) -> None:
        super().__init__(
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=[_GenerationTag, jinja2.ext.loopcontrols],
            finalize=self._counted,
            cache_size=0,
        )
        self.written_chars = 0
        self._output_chars = output_chars
        self.filters["tojson"] = _to_json
        for name in ("center", "indent", "wordwrap", "format", "truncate", "batch", "slice"):
            self.filters[name] = self._modest(self.filters[name])
        self.filters["replace"] = self._replaced
        self.filters["join"] = self._joined

    def written(self, pieces: Iterable[str]) -> str:
        """The pieces as one text."""
        kept: list[str] = []
        chars = 0
        for piece in pieces:
            chars += len(piece)
            if chars > self._output_chars:
                raise SecurityError(tr("it writes too much"))
            kept.append(piece)
        return "".join(kept)

    def joined(self, parts: tuple[object, ...]) -> str:
        """The parts as one text."""
        texts = [str(part) for part in parts]
        self._size(sum(map(len, texts)))
        return "".join(texts)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        match operator:
            case "*" if isinstance(left, int) and isinstance(right, int):
                self._number(left.bit_length() + right.bit_length())
            case "*":
                for one, other in ((left, right), (right, left)):
                    if isinstance(one, str) and isinstance(other, int):
                        self._size(len(one) * other)
                    elif isinstance(one, (list, tuple)) and isinstance(other, int):
                        self._listed(len(one) * other)
            case "+":
                if isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
                    self._listed(len(left) + len(right))
                if isinstance(left, (str, list, tuple)) and isinstance(right, (str, list, tuple)):
                    self._size(len(left) + len(right))
            case "%":
                self._look_at((left, right))
                if isinstance(left, str):
                    self._size(len(left) + sum(map(int, _WIDTH.findall(left))))
            case _:
                if isinstance(left, int) and isinstance(right, int):
                    self._number(left.bit_length() * abs(right))
        return super().call_binop(context, operator, left, right)

    def call(self, context: Any, callee: Any, /, *args: Any, **kwargs: Any) -> Any:
        method = getattr(callee, "__wrapped__", callee)  # the sandbox wraps str.format
        owner = getattr(method, "__self__", None)
        if isinstance(owner, str) and method.__name__ == "expandtabs":
            width = args[0] if args and isinstance(args[0], int) else 8
            self._size(len(owner) + owner.count("\t") * width)
        if isinstance(owner, str) and method.__name__ == "replace":
            return self._replace(owner, *args, **kwargs)
        if isinstance(owner, str) and method.__name__ == "join":
            return self._join(owner, [str(value) for value in args[0]])
        if isinstance(owner, (str, bytes, list)):
            self._look_at((*args, *kwargs.values(), owner if method.__name__.startswith("format") else ""))
        return super().call(context, callee, *args, **kwargs)

    def _replaced(self, text: object, old: object, new: object, count: int | None = None) -> str:
        return self._replace(str(text), str(old), str(new), -1 if count is None else count)

    def _replace(self, text: str, old: str, new: str, count: int = -1) -> str:
        self._size(len(text) + max(len(new) - len(old), 0) * (text.count(old) if count < 0 else count))
        return text.replace(old, new, count)

    def _joined(self, values: Iterable[object], between: object = "", attribute: str | int | None = None) -> str:
        if attribute is not None:
            values = map(jinja2.filters.make_attrgetter(self, attribute), values)
        return self._join(str(between), [str(value) for value in values])

    def _join(self, between: str, texts: list[str]) -> str:
        self._size(sum(map(len, texts)) + len(between) * max(len(texts) - 1, 0))
        return between.join(texts)

    def _modest(self, wanted: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(wanted)
        def checked(*args: Any, **kwargs: Any) -> Any:
            self._look_at((*args, *kwargs.values()))
            return wanted(*args, **kwargs)

        return checked

    def _look_at(self, values: Iterable[object]) -> None:
        """Refuse a number that asks for a huge text, also where it is a width within a format."""
        for value in values:
            is_large = isinstance(value, int) and abs(value) > _MOST_REPEATS
            if is_large or (isinstance(value, str) and len(value) < 1000 and _LARGE_WIDTH.search(value)):
                raise SecurityError(tr("it makes too large a text"))

    def _counted(self, value: object) -> object:
        """Counts what is printed, also into blocks that are kept for later."""
        if isinstance(value, str):
            self.written_chars += len(value)
            self._size(self.written_chars)
        return value

    @staticmethod
    def _number(bits: int) -> None:
        if bits > _MOST_BITS:
            raise SecurityError(tr("it computes too large a number"))

    @staticmethod
    def _listed(items: int) -> None:
        if items > _MOST_ITEMS:
            raise SecurityError(tr("it makes too long a list"))

    def _size(self, chars: int) -> None:
        if chars > self._output_chars:
            raise SecurityError(tr("it writes too much"))


_WIDTH = re.compile(r"%[^a-zA-Z%]{0,8}?([0-9]{1,6})")
_MOST_BITS = 10_000
_MOST_ITEMS = 1_000_000
_LARGE_WIDTH = re.compile(r"[%:][^a-zA-Z]{0,8}[0-9]{6}")


class _GenerationTag(jinja2.ext.Extension):
    """``{% generation %}`` marks what was trained on in some templates; for writing a prompt it means nothing."""

    tags = {"generation"}  # noqa: RUF012 - jinja2 declares this attribute as a plain set

    def parse(self, parser: jinja2.parser.Parser) -> list[jinja2.nodes.Node]:
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


def _to_json(value: object, indent: int | None = None, **options: Any) -> str:
    separators = options.get("separators")
    return json.dumps(
        value,
        ensure_ascii=bool(options.get("ensure_ascii", False)),
        indent=indent if isinstance(indent, int) and 0 <= indent <= 16 else None,
        separators=tuple(separators) if separators else None,
        sort_keys=bool(options.get("sort_keys", False)),
    )


def _raise_exception(message: str) -> Never:
    raise jinja2.TemplateError(message)
