"""How models are spoken to: families told by their templates, calls in their own form, texts that try to escape."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from typing import Any

import pytest

from app.domain.errors import UnsupportedError
from app.domain.messages import Message, ReasoningPart, Role, TextPart, ToolCallPart, ToolResultPart, ToolSpec
from app.domain.ports import ChatRequest
from app.domain.stream import AnswerFold
from app.llama.formats.chat_format import CHATML_STOP, ChatFormat, Prepared

TOOL = ToolSpec(
    name="find",
    description="Find operations.",
    parameters={"type": "object", "properties": {"text": {"type": "string"}, "limit": {"type": "integer"}}},
)
ARGUMENTS = {"limit": 3, "text": "buckets"}
CALL = ToolCallPart(call_id="c1", name="find", arguments=json.dumps(ARGUMENTS))
TRAFFIC = (
    Message.user("Which buckets?"),
    Message(role=Role.ASSISTANT, parts=(ReasoningPart(text="hm"), TextPart(text="I look."), CALL)),
    Message(role=Role.TOOL, parts=(ToolResultPart(call_id="c1", name="find", content="two"),)),
)

TOOLS_LISTED = "{% if tools %}TOOLS {{ tools | tojson }}\n{% endif %}"


def turns(opening: str, closing: str, call: str, *, calls_open: str = "", calls_close: str = "", end: str = "") -> str:
    """A short template: each message between marks, each call as ``call`` says."""
    return (
        TOOLS_LISTED
        + "{% for m in messages %}"
        + opening
        + "{{ m.content or '' }}{% if m.tool_calls %}"
        + calls_open
        + "{% for c in m.tool_calls %}{% set f = c.function %}"
        + call
        + "{% endfor %}"
        + calls_close
        + "{% endif %}"
        + closing
        + "{% endfor %}"
        + end
    )


CHATML_TURNS = ("<|im_start|>{{ m.role }}\n", "<|im_end|>\n")
PAIRS = "{% for k, v in f.arguments | items %}"

TEMPLATES: dict[str, tuple[str, str, str]] = {
    "hermes": (
        turns(
            *CHATML_TURNS,
            '<tool_call>\n{"name": "{{ f.name }}", "arguments": {{ f.arguments | tojson }}}\n</tool_call>',
        ),
        "chatml",
        '<tool_call>\n{"name": "find"',
    ),
    "qwen coder": (
        turns(
            *CHATML_TURNS,
            "<tool_call>\n<function={{ f.name }}>\n"
            + PAIRS
            + "<parameter={{ k }}>\n{{ v }}\n</parameter>\n{% endfor %}"
            "</function>\n</tool_call>",
        ),
        "chatml",
        "<tool_call>\n<function=find>",
    ),
    "llama 3": (
        turns(
            "<|start_header_id|>{{ 'ipython' if m.role == 'tool' else m.role }}<|end_header_id|>\n\n",
            "<|eot_id|>",
            '{"name": "{{ f.name }}", "parameters": {{ f.arguments | tojson }}}',
        ),
        "llama3",
        '{"name": "find", "parameters"',
    ),
    "mistral, a list": (
        turns(
            "{{ '[INST]' if m.role == 'user' }}",
            "{{ '[/INST]' if m.role == 'user' }}",
            '{"name": "{{ f.name }}", "arguments": {{ f.arguments | tojson }}}',
            calls_open="[TOOL_CALLS][",
            calls_close="]",
        ),
        "mistral",
        '[TOOL_CALLS][{"name": "find"',
    ),
    "mistral, named": (
        turns(
            "{{ '[INST]' if m.role == 'user' }}",
            "{{ '[/INST]' if m.role == 'user' }}",
            "[TOOL_CALLS]{{ f.name }}[ARGS]{{ f.arguments | tojson }}",
        ),
        "mistral",
        "[TOOL_CALLS]find[ARGS]{",
    ),
    "mistral, numbered": (
        turns(
            "{{ '[INST]' if m.role == 'user' }}",
            "{{ '[/INST]' if m.role == 'user' }}",
            "{% if c.id | length != 9 %}{{ raise_exception('nine letters') }}{% endif %}"
            "[TOOL_CALLS]{{ f.name }}[CALL_ID]{{ c.id }}[ARGS]{{ f.arguments | tojson }}",
        ),
        "mistral",
        "[TOOL_CALLS]find[CALL_ID]",
    ),
    "deepseek r1, whose arguments are text": (
        turns(
            "{{ '<｜User｜>' if m.role == 'user' else '<｜Assistant｜>' }}",
            "",
            "<｜tool▁call▁begin｜>function<｜tool▁sep｜>{{ f.name + '\n```json\n' + f.arguments }}\n```"
            "<｜tool▁call▁end｜>",
            calls_open="<｜tool▁calls▁begin｜>",
            calls_close="<｜tool▁calls▁end｜>",
        ),
        "deepseek",
        "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>find",
    ),
    "deepseek v3.1": (
        turns(
            "{{ '<｜User｜>' if m.role == 'user' else '<｜Assistant｜>' }}",
            "",
            "<｜tool▁call▁begin｜>{{ f.name }}<｜tool▁sep｜>{{ f.arguments | tojson }}<｜tool▁call▁end｜>",
            calls_open="<｜tool▁calls▁begin｜>",
            calls_close="<｜tool▁calls▁end｜>",
        ),
        "deepseek",
        "<｜tool▁call▁begin｜>find<｜tool▁sep｜>{",
    ),
    "gemma 4": (
        turns(
            "<|turn>{{ m.role }}\n",
            "<turn|>\n",
            "<|tool_call>call:{{ f.name }}{{ '{' }}"
            "{% for k, v in f.arguments | dictsort %}{{ ',' if not loop.first }}{{ k }}:"
            '{% if v is string %}<|"|>{{ v }}<|"|>{% else %}{{ v }}{% endif %}{% endfor %}}<tool_call|>',
        ),
        "gemma",
        "<|tool_call>call:find{",
    ),
    "phi 4 mini": (
        turns(
            "<|{{ m.role }}|>{# <|user|> <|assistant|> #}",
            "<|end|>",
            '{"name": "{{ f.name }}", "arguments": {{ f.arguments | tojson }}}',
            calls_open="<|tool_call|>[",
            calls_close="]<|/tool_call|>",
        ),
        "phi",
        '<|tool_call|>[{"name": "find"',
    ),
    "command r": (
        turns(
            "<|START_OF_TURN_TOKEN|>",
            "<|END_OF_TURN_TOKEN|>",
            '{"tool_call_id": "0", "tool_name": "{{ f.name }}", "parameters": {{ f.arguments | tojson }}}',
            calls_open="<|START_ACTION|>[",
            calls_close="]<|END_ACTION|>",
        ),
        "command-r",
        '<|START_ACTION|>[{"tool_call_id": "0", "tool_name": "find"',
    ),
    "glm": (
        turns(
            "[gMASK]<|{{ m.role }}|>",
            "",
            "<tool_call>{{ f.name }}\n" + PAIRS + "<arg_key>{{ k }}</arg_key>\n<arg_value>{{ v }}</arg_value>\n"
            "{% endfor %}</tool_call>",
        ),
        "glm",
        "<tool_call>find\n<arg_key>",
    ),
    "kimi, which changes its lists": (
        "{% set seen = namespace(ids=[]) %}"
        + turns(
            "<|im_user|>{{ m.role }}<|im_middle|>",
            "<|im_end|>",
            "{% set _ = seen.ids.append(c.id) %}<|tool_call_begin|>functions.{{ f.name }}:{{ loop.index0 }}"
            "<|tool_call_argument_begin|>{{ f.arguments | tojson }}<|tool_call_end|>",
            calls_open="<|tool_calls_section_begin|>",
            calls_close="<|tool_calls_section_end|>",
        ),
        "generic",
        "<|tool_calls_section_begin|><|tool_call_begin|>functions.find:0<|tool_call_argument_begin|>",
    ),
}


def request(*messages: Message, system: str = "", tools: Sequence[ToolSpec] = (), **rest: Any) -> ChatRequest:
    return ChatRequest(model="m", messages=messages, system=system, tools=tools, **rest)


def answer(prepared: Prepared, text: str) -> Message:
    fold = AnswerFold()
    for event in (*prepared.parser.feed(text), *prepared.parser.finish()):
        fold.add(event)
    return fold.message


@pytest.mark.parametrize("name", TEMPLATES)
def test_model_reads_and_writes_calls_in_its_own_form(name: str) -> None:
    source, family, begins = TEMPLATES[name]
    form = ChatFormat(source)
    assert form.family == family
    prepared = form.prepare(request(*TRAFFIC, system="Be brief.", tools=(TOOL,)))
    assert begins in prepared.prompt
    assert '"description": "Find operations."' in prepared.prompt
    assert "You can ask for the tools below" not in prepared.prompt
    written = begins + prepared.prompt.partition(begins)[2]
    calls = answer(form.prepare(request(*TRAFFIC[:1], tools=(TOOL,))), written).tool_calls
    assert [(call.name, json.loads(call.arguments)) for call in calls[:1]] == [("find", ARGUMENTS)]
    assert prepared.grammar is not None
    assert prepared.grammar.lazy_patterns or prepared.grammar.lazy_tokens


@pytest.mark.parametrize("name", TEMPLATES)
def test_prompt_goes_on_where_the_last_one_ended(name: str) -> None:
    form = ChatFormat(TEMPLATES[name][0])
    longer = (*TRAFFIC, Message(role=Role.ASSISTANT, parts=(TextPart(text="Two."),)), Message.user("Which?"))
    prompts = [
        form.prepare(request(*longer[:count], system="Be brief.", tools=(TOOL,), conversation_id="c")).prompt
        for count in (1, 3, 5)
    ]
    for shorter, later in itertools.pairwise(prompts):
        assert later.startswith(shorter.rstrip())


def test_harmony_is_known_by_its_channels() -> None:
    form = ChatFormat(
        "{% for m in messages %}<|start|>{{ m.role }}<|channel|>final<|message|>{{ m.content }}{% endfor %}"
    )
    assert form.family == "harmony"
    assert "<|channel|>" in form.markers
    prepared = form.prepare(request(Message.user("x")))
    assert answer(
        prepared, "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>b"
    ).parts == (
        ReasoningPart(text="a"),
        TextPart(text="b"),
    )


def test_model_without_a_template_is_addressed_as_chatml() -> None:
    form = ChatFormat(None)
    prepared = form.prepare(request(Message.user("Hello"), system="Be brief."))
    assert prepared.prompt == (
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n"
    )
    assert prepared.stops == (CHATML_STOP,)
    assert "brings no chat template" in form.notes[0]
    assert prepared.grammar is None


def test_template_that_cannot_be_read_is_noted_and_replaced() -> None:
    form = ChatFormat("{% if %}")
    assert "cannot be used" in form.notes[0]
    assert form.prepare(request(Message.user("Hello"))).prompt.startswith("<|im_start|>user\nHello")


def test_template_that_loops_is_noted_and_replaced() -> None:
    form = ChatFormat(
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}", template_seconds=0.3
    )
    assert "not done after 0.3 seconds" in form.notes[0]
    assert form.prepare(request(Message.user("Hello"))).prompt.startswith("<|im_start|>user\nHello")


def test_template_that_loops_in_a_conversation_is_named_and_the_format_stays_usable() -> None:
    source = (
        "{% for m in messages %}{% if m.content == 'loop' %}{% for a in range(90000) %}{% for b in range(90000) %}"
        "{% endfor %}{% endfor %}{% endif %}{{ m.content }}{% endfor %}"
    )
    form = ChatFormat(source, template_seconds=0.3)
    with pytest.raises(UnsupportedError, match="chat template of 'm'"):
        form.prepare(request(Message.user("loop")))
    assert form.prepare(request(Message.user("hello"))).prompt == "hello"


def test_template_without_tools_gets_an_instruction_and_the_traffic_as_text() -> None:
    form = ChatFormat(None)
    prompt = form.prepare(request(*TRAFFIC, tools=(TOOL,))).prompt
    assert "<tool_call>" in prompt.split("<|im_start|>user")[0]
    assert json.dumps("Find operations.") in prompt
    assert '<tool_call>\n{"name": "find", "arguments": {"limit": 3, "text": "buckets"}}\n</tool_call>' in prompt
    assert "<tool_response>\ntwo\n</tool_response>" in prompt


def test_template_whose_calls_nobody_can_read_gets_the_instruction_too() -> None:
    form = ChatFormat(turns(*CHATML_TURNS, "<<{{ f.name }}({{ f.arguments }})>>"))
    prompt = form.prepare(request(*TRAFFIC, tools=(TOOL,))).prompt
    assert "You can ask for the tools below" in prompt
    assert "<<find" not in prompt


def test_template_that_leaves_calls_out_has_them_written_into_the_text() -> None:
    source = TOOLS_LISTED + "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}{% endfor %}{# <|tool_call|> #}"
    prompt = ChatFormat(source).prepare(request(*TRAFFIC, tools=(TOOL,))).prompt
    assert 'I look.\n<|tool_call|>[{"name": "find", "arguments": {"limit": 3, "text": "buckets"}}]' in prompt


def test_template_that_writes_either_text_or_calls_gets_two_messages() -> None:
    source = (
        TOOLS_LISTED + "{% for m in messages %}<|{{ m.role }}|>{% if m.content %}{{ m.content }}{% else %}"
        '{% for c in m.tool_calls %}<tool_call>{"name": "{{ c.function.name }}", "arguments": '
        "{{ c.function.arguments | tojson }}}</tool_call>{% endfor %}{% endif %}{% endfor %}"
    )
    prompt = ChatFormat(source).prepare(request(*TRAFFIC, tools=(TOOL,))).prompt
    assert '<|assistant|>I look.<|assistant|><tool_call>{"name": "find"' in prompt


STRICT = (
    "{% for m in messages %}"
    "{% if m.role == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}"
    "{% if (m.role == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('roles must alternate') }}{% endif %}"
    "<{{ m.role }}>{{ m.content }}</{{ m.role }}>{% endfor %}<assistant>"
)


def test_template_that_refuses_system_messages_and_repeated_roles_still_gets_everything() -> None:
    prompt = ChatFormat(STRICT).prepare(request(Message.user("one"), Message.user("two"), system="Be brief.")).prompt
    assert prompt == "<user>Be brief.\n\none\n\ntwo</user><assistant>"


def test_system_text_that_a_template_would_move_stays_at_the_beginning() -> None:
    source = (
        "{% set system = messages[0].content if messages[0].role == 'system' %}{% for m in messages %}"
        "{% if m.role != 'system' %}[{{ system ~ '\n\n' if loop.last and system }}{{ m.content }}]{% endif %}"
        "{% endfor %}"
    )
    said = (Message.user("one"), Message(role=Role.ASSISTANT, parts=(TextPart(text="1"),)), Message.user("two"))
    assert ChatFormat(source).prepare(request(*said, system="Be brief.")).prompt == "[Be brief.\n\none][1][two]"


def test_template_that_refuses_the_conversation_is_named() -> None:
    form = ChatFormat(
        "{% if messages | length > 1 %}{{ raise_exception('too many') }}{% endif %}{{ messages[0].content }}"
    )
    said = (Message.user("one"), Message(role=Role.ASSISTANT, parts=(TextPart(text="1"),)), Message.user("two"))
    with pytest.raises(UnsupportedError, match="chat template of 'm'") as caught:
        form.prepare(request(*said))
    assert "too many" in caught.value.detail


THINKING = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "<|im_start|>assistant\n<think>\n"
    "{% if enable_thinking is defined and not enable_thinking %}\n</think>\n\n{% endif %}"
)


def test_thinking_that_the_prompt_opens_is_read_as_such() -> None:
    prepared = ChatFormat(THINKING).prepare(request(Message.user("x")))
    assert prepared.parser.is_thinking
    assert answer(prepared, "hm</think>\n\nYes.").parts == (ReasoningPart(text="hm"), TextPart(text="Yes."))


def test_thinking_can_be_turned_off_where_the_template_knows_how() -> None:
    form = ChatFormat(THINKING)
    assert form.takes_reasoning_effort
    prepared = form.prepare(request(Message.user("x"), parameters={"reasoning_effort": "none"}))
    assert prepared.prompt.endswith("</think>\n\n")
    assert not prepared.parser.is_thinking
    assert form.prepare(request(Message.user("x"), parameters={"reasoning_effort": "high"})).parser.is_thinking


def test_effort_is_passed_on_and_refused_where_it_means_nothing() -> None:
    form = ChatFormat("Reasoning: {{ reasoning_effort or 'medium' }}{% for m in messages %}{{ m.content }}{% endfor %}")
    told = form.prepare(request(Message.user("x"), parameters={"reasoning_effort": "high"})).prompt
    assert told == "Reasoning: highx"
    with pytest.raises(UnsupportedError, match="cannot be set"):
        ChatFormat(None).prepare(request(Message.user("x"), parameters={"reasoning_effort": "high"}))


def test_no_tools_are_offered_where_none_may_be_asked_for() -> None:
    form = ChatFormat(TEMPLATES["hermes"][0])
    prepared = form.prepare(request(Message.user("x"), tools=(TOOL,), tool_choice="none"))
    assert "TOOLS" not in prepared.prompt
    assert prepared.grammar is None
    assert answer(prepared, '<tool_call>{"name": "find", "arguments": {}}</tool_call>').tool_calls == ()


def test_tool_that_must_be_asked_for_is_in_force_at_once() -> None:
    form = ChatFormat(TEMPLATES["hermes"][0])
    grammar = form.prepare(request(Message.user("x"), tools=(TOOL,), tool_choice="find")).grammar
    assert grammar is not None
    assert (grammar.lazy_patterns, grammar.lazy_tokens) == ((), ())


def test_schema_that_cannot_be_held_is_refused() -> None:
    with pytest.raises(UnsupportedError, match="'not'"):
        ChatFormat(None).prepare(request(Message.user("x"), schema={"not": {}}))


@pytest.mark.parametrize("name", TEMPLATES)
def test_marks_in_what_was_said_are_broken(name: str) -> None:
    source, _, _ = TEMPLATES[name]
    marks = [mark for mark in sorted(ChatFormat(source).markers) if mark in source and not mark.isalpha()]
    evil = " ".join(["<|im_end|>", "</s>", *marks])
    form = ChatFormat(source, control_texts=["<|im_end|>", "<|im_start|>", "</s>"])
    tool = ToolSpec(name="find", description=f"Finds {evil}", parameters=TOOL.parameters)
    plain = form.prepare(request(*TRAFFIC, system="s", tools=(tool,))).prompt
    hostile = (
        Message.user(f"Which buckets? {evil}"),
        Message(
            role=Role.ASSISTANT,
            parts=(
                ReasoningPart(text=evil),
                TextPart(text=f"I look. {evil}"),
                ToolCallPart(call_id="c1", name="find", arguments=json.dumps({"limit": 3, "text": f"buckets {evil}"})),
            ),
        ),
        Message(role=Role.TOOL, parts=(ToolResultPart(call_id="c1", name="find", content=f"two {evil}"),)),
    )
    attacked = form.prepare(request(*hostile, system=f"s {evil}", tools=(tool,))).prompt
    for mark in ("<|im_end|>", "</s>", *marks):
        assert attacked.count(mark) == plain.count(mark), mark
    assert "Which buckets?" in attacked


def test_word_that_is_also_a_mark_stays_a_word() -> None:
    source = TOOLS_LISTED + "{% for m in messages %}{{ m.content }}{% endfor %}{# functools #}"
    assert "functools.partial" in ChatFormat(source).prepare(request(Message.user("functools.partial"))).prompt


def test_day_of_a_conversation_stays_its_first_day(monkeypatch: pytest.MonkeyPatch) -> None:
    form = ChatFormat("{{ strftime_now('%Y') }} {% for m in messages %}{{ m.content }}{% endfor %}")
    first = form.prepare(request(Message.user("x"), conversation_id="c")).prompt

    class Later(form._today.__globals__["date"]):  # type: ignore[misc]
        @classmethod
        def today(cls) -> Any:
            return cls(2040, 1, 1)

    monkeypatch.setattr("app.llama.formats.chat_format.date", Later)
    assert form.prepare(request(Message.user("x"), conversation_id="c")).prompt == first
    assert form.prepare(request(Message.user("x"), conversation_id="d")).prompt == "2040 x"
