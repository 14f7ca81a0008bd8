"""A grammar for llama.cpp (GBNF) as a value, and when it comes into force. Knows no schema and no template."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Grammar:
    """What an answer may be; ``text`` is GBNF whose root rule is called ``root``.

    Without ``lazy_patterns`` and ``lazy_tokens`` it is in force from the answer's first token. Else the answer is free
    until one of them is met: a pattern is what ``llama_sampler_init_grammar_lazy_patterns`` wants (it matches the answer
    from its beginning, and the grammar starts at its first group), a token is the text of one control token, with which
    the grammar starts.
    """

    text: str
    lazy_patterns: tuple[str, ...] = ()
    lazy_tokens: tuple[str, ...] = ()
