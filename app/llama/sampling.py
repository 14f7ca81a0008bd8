"""Builds llama.cpp's sampler chain from Baton's parameters. Runs in the worker alone; refuses nothing silently.

The defaults are llama.cpp's own (``common_params_sampling`` in its ``common/common.h``).
"""

from __future__ import annotations

import ctypes
import json
import secrets
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import llama_cpp

from app.domain.errors import UnsupportedError

if TYPE_CHECKING:
    from collections.abc import Iterator

PENALTY_WINDOW_TOKENS = 64


@contextmanager
def sampler_chain(
    vocab: Any, parameters: Mapping[str, object], *, grammar: str | None, prompt: Sequence[int]
) -> Iterator[Any]:
    """A sampler for one answer, freed at the end. ``prompt`` ends with the tokens that penalties look back on.

    Raises :class:`UnsupportedError` where llama.cpp cannot follow the grammar.
    """
    settings = llama_cpp.llama_sampler_chain_default_params()
    chain = llama_cpp.llama_sampler_chain_init(settings)
    try:
        _fill(chain, vocab, parameters, grammar=grammar, prompt=prompt)
        yield chain
    finally:
        llama_cpp.llama_sampler_free(chain)


def _fill(
    chain: Any, vocab: Any, parameters: Mapping[str, object], *, grammar: str | None, prompt: Sequence[int]
) -> None:
    if grammar is not None:
        sampler = llama_cpp.llama_sampler_init_grammar(vocab, grammar.encode(), b"root")
        if not sampler:
            raise UnsupportedError(
                "llama.cpp cannot make a grammar of this JSON schema.",
                remedy="Use a simpler schema, or choose a cloud model.",
            )
        llama_cpp.llama_sampler_chain_add(chain, sampler)
    repeat = _number(parameters, "repeat_penalty", 1.0)
    frequency = _number(parameters, "frequency_penalty", 0.0)
    presence = _number(parameters, "presence_penalty", 0.0)
    if repeat != 1.0 or frequency or presence:
        size = llama_cpp.llama_vocab_n_tokens(vocab)
        penalties = llama_cpp.llama_sampler_init_penalties(size, PENALTY_WINDOW_TOKENS, repeat, frequency, presence)
        for token in prompt[-PENALTY_WINDOW_TOKENS:]:
            llama_cpp.llama_sampler_accept(penalties, token)
        llama_cpp.llama_sampler_chain_add(chain, penalties)
    temperature = _number(parameters, "temperature", 0.8)
    if temperature <= 0:
        llama_cpp.llama_sampler_chain_add(chain, llama_cpp.llama_sampler_init_greedy())
        return
    top_k = int(_number(parameters, "top_k", 40))
    if top_k > 0:
        llama_cpp.llama_sampler_chain_add(chain, llama_cpp.llama_sampler_init_top_k(top_k))
    llama_cpp.llama_sampler_chain_add(chain, llama_cpp.llama_sampler_init_top_p(_number(parameters, "top_p", 0.95), 1))
    llama_cpp.llama_sampler_chain_add(chain, llama_cpp.llama_sampler_init_min_p(_number(parameters, "min_p", 0.05), 1))
    llama_cpp.llama_sampler_chain_add(chain, llama_cpp.llama_sampler_init_temp(temperature))
    seed = int(_number(parameters, "seed", secrets.randbits(31)))
    llama_cpp.llama_sampler_chain_add(chain, llama_cpp.llama_sampler_init_dist(ctypes.c_uint32(seed).value))


def grammar_of(schema: Mapping[str, object], *, with_calls: bool) -> str:
    """A grammar (GBNF) for the whole answer. ``with_calls``: a tool call in Hermes's form is an answer too.

    Raises :class:`UnsupportedError` for a schema that llama.cpp's converter does not understand.
    """
    from llama_cpp.llama_grammar import SchemaConverter

    call: dict[str, object] = {
        "type": "object",
        "properties": {"name": {"type": "string"}, "arguments": {"type": "object"}},
        "required": ["name", "arguments"],
    }
    make_converter: Any = SchemaConverter  # the class carries no annotations
    converter = make_converter(prop_order={}, allow_fetch=False, dotall=False, raw_pattern=False)
    try:
        copy = json.loads(json.dumps(schema))
        converter.visit(converter.resolve_refs(copy, "schema"), "answer")
        if with_calls:
            converter.visit(call, "call")
        rules = str(converter.format_grammar())
    except Exception as error:  # the converter raises AssertionError, KeyError, ValueError and plain Exception alike
        raise UnsupportedError(
            "This JSON schema cannot be followed by a local model.",
            remedy="Use a simpler schema without external references, or choose a cloud model.",
            detail=str(error),
        ) from error
    choice = '"<tool_call>" call "</tool_call>" | answer' if with_calls else "answer"
    return f"root ::= {choice}\n{rules}"


def _number(parameters: Mapping[str, object], name: str, default: float) -> float:
    value = parameters.get(name, default)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise UnsupportedError(f"{name} takes a number, not {value!r}.", remedy="Change it in the model dock.")
    return value
