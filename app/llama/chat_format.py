"""How one model is spoken to: the prompt of a request, the parser of its answer, and what holds the answer in form.

Made once a model is loaded, from its GGUF's template and its vocabulary's control tokens. Knows no llama.cpp.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from app.domain.ports import ChatRequest
from app.domain.stream import StreamEvent
from app.llama.chat_template import CHATML_STOP, ChatTemplate
from app.llama.grammar import Grammar
from app.llama.harmony import HARMONY_MARKERS, HarmonyParser
from app.llama.tool_calls import MARKERS, THINK_OPEN, AnswerParser


class Parser(Protocol):
    """Makes events of an answer's characters; ``calls`` counts the tool calls so far."""

    calls: int

    def feed(self, text: str) -> list[StreamEvent]:
        """The events that are certain now."""
        ...

    def finish(self) -> list[StreamEvent]:
        """The rest, at the end of the answer."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """One request, ready to decode. ``stops`` are texts that end the answer besides the model's own end tokens."""

    prompt: str
    parser: Parser
    stops: tuple[str, ...] = ()
    grammar: Grammar | None = None


class ChatFormat:
    """The format of one model. ``control_texts`` are the vocabulary's control tokens as text.

    ``markers`` are the texts of control tokens that must reach the parser; ``notes`` are sentences for the person.
    """

    def __init__(
        self, source: str | None, *, bos: str = "", eos: str = "", control_texts: Collection[str] = ()
    ) -> None:
        self._template = ChatTemplate(source, bos=bos, eos=eos, control_texts=control_texts)
        self.family = "harmony" if self._template.is_harmony else "generic"
        self.markers = frozenset((*MARKERS, *HARMONY_MARKERS) if self._template.is_harmony else MARKERS)
        self.supports_tools = self._template.supports_tools
        self.supports_reasoning = self._template.is_harmony
        self.takes_reasoning_effort = False
        self.notes: tuple[str, ...] = (
            ()
            if self._template.is_own
            else ("This model brings no chat template; it is addressed as ChatML, which it may not understand.",)
        )

    def prepare(self, request: ChatRequest) -> Prepared:
        """Write the prompt and choose its parser. Raises :class:`UnsupportedError`."""
        prompt = self._template.render(request)
        return Prepared(
            prompt=prompt,
            parser=self._parser(request, prompt),
            stops=() if self._template.is_own else (CHATML_STOP,),
            grammar=self.schema_grammar(request.schema),
        )

    def schema_grammar(self, schema: Mapping[str, object] | None) -> Grammar | None:
        """What holds a whole answer to a JSON schema. Raises :class:`UnsupportedError`."""
        from llama_cpp.llama_grammar import SchemaConverter

        if schema is None:
            return None
        converter = SchemaConverter(prop_order={}, allow_fetch=False, dotall=False, raw_pattern=False)
        converter.visit(converter.resolve_refs(dict(schema), "schema"), "root")
        return Grammar(text=converter.format_grammar())

    def _parser(self, request: ChatRequest, prompt: str) -> Parser:
        def new_id() -> str:
            return secrets.token_hex(5)[:9]  # Mistral's templates take no other length

        if self._template.is_harmony:
            return HarmonyParser(new_id=new_id)
        names = [tool.name for tool in request.tools]
        return AnswerParser(tools=names, new_id=new_id, thinking=prompt.rstrip().endswith(THINK_OPEN))
