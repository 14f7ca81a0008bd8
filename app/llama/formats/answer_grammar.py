"""Decides what grammar holds an answer: for its JSON schema, for the tools offered, for both, after its thoughts.

Where tools may be asked for, the grammar waits until a call begins; where an answer must be a call or must follow a
schema, it is in force from the first token, and lets the model think first where it does that.
"""

from __future__ import annotations

import dataclasses
import json
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence

from app.domain.errors import UnsupportedError
from app.domain.language import tr
from app.domain.messages import ToolSpec
from app.llama.formats import harmony
from app.llama.formats.call_forms import MOST_CALLS, CallForm, Offer
from app.llama.formats.call_scan import TextParameters
from app.llama.formats.grammar import (
    EMPTY,
    Characters,
    EmptyGrammarError,
    Grammar,
    GrammarTooLargeError,
    Node,
    Rules,
    choice,
    sequence,
    without,
)
from app.llama.formats.json_schema import SchemaRules
from app.llama.formats.json_text import ValueRules
from app.llama.formats.schema_values import too_large, unmet

_KEPT = 16

Thoughts = Sequence[tuple[str, str]]


class AnswerGrammars:
    """Makes the grammars of one model's answers. ``form``: how it asks for tools; ``None`` for gpt-oss.

    A conversation asks for the same tools turn after turn, so the last few grammars are kept.
    """

    def __init__(self, *, form: CallForm | None, control_texts: Collection[str]) -> None:
        self._form = form
        self._control_texts = frozenset(control_texts)
        self._kept: OrderedDict[str, Grammar] = OrderedDict()

    def of(
        self,
        tools: Sequence[ToolSpec],
        *,
        narrowed: Mapping[str, Mapping[str, object]],
        choice: str,
        schema: Mapping[str, object] | None,
        thoughts: Thoughts,
        thought_end: str,
    ) -> Grammar | None:
        """The grammar of an answer, or ``None`` where it is free.

        ``narrowed`` and ``choice``: as in a request. ``thoughts``: with which the answer may begin. ``thought_end``:
        what ends those that the prompt has begun. Raises :class:`UnsupportedError`.
        """
        allowed = _allowed(tools, choice)
        is_forced = choice not in ("auto", "none")
        most_calls = MOST_CALLS if choice in ("auto", "none", "required") else 1
        if schema is None and not allowed:
            return None
        held = [
            dataclasses.replace(tool, parameters=dict(narrowed[tool.name])) if tool.name in narrowed else tool
            for tool in allowed
        ]
        described = [[tool.name, tool.parameters] for tool in held]
        key = _key([described, is_forced, most_calls, schema, list(thoughts), thought_end])
        grammar = self._kept.get(key)
        if grammar is None:
            try:
                grammar = self._made(Offer(Rules(), held, most_calls), is_forced, schema, thoughts, thought_end)
            except UnsupportedError:  # what is narrowed helps where it can; the tool's own schema always holds
                if held == list(allowed):
                    raise
                grammar = self._made(Offer(Rules(), allowed, most_calls), is_forced, schema, thoughts, thought_end)
            self._kept[key] = grammar
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return grammar

    def _made(
        self,
        offer: Offer,
        is_forced: bool,
        schema: Mapping[str, object] | None,
        thoughts: Thoughts,
        thought_end: str,
    ) -> Grammar:
        rules = offer.rules
        what = tr("The JSON schema") if schema is not None else tr("What a tool takes")
        try:
            answers: list[Node] = []
            if offer.tools:
                section = harmony.calls(offer) if self._form is None else self._form.section(offer)
                if schema is None and not is_forced:
                    return self._lazy(rules, section)
                answers.append(harmony.asked(section) if self._form is None else section)
            if schema is not None and not is_forced:
                value = SchemaRules(ValueRules(rules), schema).value(schema)
                answers.append(harmony.final(value) if self._form is None else value)
            answer = choice(answers)
            if self._form is None:
                return Grammar(text=rules.text(harmony.after_analysis(rules, answer)))
            return Grammar(text=rules.text(_after_thoughts(rules, answer, thoughts, thought_end)))
        except EmptyGrammarError:
            raise unmet(what) from None
        except GrammarTooLargeError:
            raise too_large(what) from None

    def _lazy(self, rules: Rules, section: Node) -> Grammar:
        text = rules.text(section)
        if self._form is None:
            return Grammar(text=text, lazy_patterns=harmony.CALL_PATTERNS)
        if self._form.trigger in self._control_texts:
            return Grammar(text=text, lazy_tokens=(self._form.trigger,))
        return Grammar(text=text, lazy_patterns=(self._form.pattern,))


def text_parameters(tools: Sequence[ToolSpec]) -> TextParameters:
    """For each tool, the parameters whose values are texts whatever they look like."""
    found: dict[str, frozenset[str]] = {}
    for tool in tools:
        names: set[str] = set()
        try:
            schemas = SchemaRules(ValueRules(Rules()), tool.parameters)
            for way in schemas.parameters(tool.parameters):
                names |= {name for name, imposed, _ in way if schemas.is_text(*imposed)}
        except UnsupportedError:
            pass  # told when the grammar is made
        found[tool.name] = frozenset(names)
    return found


def _allowed(tools: Sequence[ToolSpec], choice: str) -> Sequence[ToolSpec]:
    """The tools that the answer may ask for."""
    if choice in ("auto", "none"):
        return tools
    allowed = tools if choice == "required" else [tool for tool in tools if tool.name == choice]
    if not allowed:
        raise UnsupportedError(
            tr("The answer must ask for a tool, and none is offered.")
            if choice == "required"
            else tr("The answer must ask for the tool {name!r}, and none such is offered.", name=choice),
            remedy=tr("Offer the tool, or leave the choice."),
        )
    return allowed


def _key(parts: object) -> str:
    try:
        return json.dumps(parts)
    except (TypeError, ValueError, RecursionError) as error:
        raise UnsupportedError(
            tr("The JSON schema is no JSON, or is nested too deeply."),
            remedy=tr("Correct the schema."),
            detail=str(error),
        ) from error


def _after_thoughts(rules: Rules, answer: Node, thoughts: Thoughts, thought_end: str) -> Node:
    space = rules.repeated(Characters(((0x0A, 0x0A), (0x20, 0x20))), 0, 4)
    if thought_end:
        return sequence(without(thought_end, rules), space, answer)
    begun = [sequence(opening, without(close, rules), space) for opening, close in thoughts]
    return sequence(choice((*begun, EMPTY)), answer)
