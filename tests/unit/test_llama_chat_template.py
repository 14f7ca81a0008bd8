"""Templates as data from strangers: they are rendered, or stopped, and reach nothing."""

from __future__ import annotations

from datetime import date

import pytest

from app.llama.formats.chat_template import Template, TemplateFaultError

TODAY = date(2026, 11, 26)


def render(source: str, **variables: object) -> str:
    return Template(source).render(variables, today=TODAY)


def test_generation_marks_and_loop_controls_are_understood() -> None:
    source = (
        "{% for text in texts %}{% if loop.index > 1 %}{% break %}{% endif %}"
        "{% generation %}{{ text }}{% endgeneration %}{% endfor %}"
    )
    assert render(source, texts=["one", "two"]) == "one"


def test_json_is_not_escaped_for_html() -> None:
    assert render("{{ value | tojson }}", value={"a": "<é>"}) == '{"a": "<é>"}'


def test_time_of_day_is_not_told() -> None:
    assert render("{{ strftime_now('%d %b %Y %H:%M:%S') }}") == "26 Nov 2026 00:00:00"


def test_lists_it_changes_are_its_own() -> None:
    messages = [{"content": "one"}]
    assert render("{% set _ = messages.append({'content': 'two'}) %}{{ messages | length }}", messages=messages) == "2"
    assert len(messages) == 1


@pytest.mark.parametrize(
    "source",
    [
        "{% if %}",
        "{{ messages.__class__.__mro__[1].__subclasses__() }}",
        "{{ raise_exception('no system message') }}",
        "{{ 1 // 0 }}",
        "{{ nothing.at.all }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include 'x' %}",
    ],
)
def test_fault_of_any_kind_is_one_error(source: str) -> None:
    with pytest.raises(TemplateFaultError):
        render(source, messages=[{"role": "user"}])


DOUBLING = "{{% set ns = namespace(x='xxxxxxxx') %}}{{% for i in range(60) %}}{}{{% endfor %}}"


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'x' * 10000000000 }}",
        "{{ [0] * 10000000000 }}",
        "{{ 'x' | center(10000000000) }}",
        "{{ 'x'.ljust(10000000000) }}",
        "{{ '%10000000000d' % 1 }}",
        "{{ '%10000000000d' | format(1) }}",
        "{{ '{:10000000000}'.format(1) }}",
        "{{ 9 ** 99999999 }}",
        "{{ ((9 ** 1000) ** 1000) ** 1000 > 1 }}",
        "{% set ns = namespace(n=3) %}{% for i in range(40) %}{% set ns.n = ns.n * ns.n %}{% endfor %}",
        "{% set a = 'a' * 24000 %}{{ a | replace('a', a) | length }}",
        "{% set a = 'a' * 24000 %}{{ a.replace('a', a) | length }}",
        "{% set a = 'a' * 24000 %}{{ (a | list) | join(a) | length }}",
        "{% set a = 'a' * 24000 %}{{ a.join(a | list) | length }}",
        "{{ ('\\t' * 24000).expandtabs(90000) | length }}",
        "{{ ('%9999s' * 20000) % messages }}",
        "{% set ns = namespace(l=[0] * 900000) %}{% set ns.l = ns.l + ns.l %}",
        DOUBLING.format("{% set ns.x = ns.x ~ ns.x %}"),
        DOUBLING.format("{% set ns.x = ns.x + ns.x %}"),
        DOUBLING.format("{% set ns.x %}{{ ns.x }}{{ ns.x }}{% endset %}"),
    ],
)
def test_text_without_measure_is_never_made(source: str) -> None:
    with pytest.raises(TemplateFaultError, match=r"too (much|large|long)"):
        render(source)


def test_output_without_measure_is_cut_off() -> None:
    template = Template("{% for i in range(1000) %}0123456789{% endfor %}", output_chars=5000)
    with pytest.raises(TemplateFaultError, match="too much"):
        template.render({}, today=TODAY)


ENDLESS = "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}"


def test_loop_that_takes_too_long_is_stopped_and_the_template_stays_usable() -> None:
    template = Template("{% if wild %}" + ENDLESS + "{% endif %}done", seconds=0.3)
    for _ in range(2):
        with pytest.raises(TemplateFaultError, match=r"not done after 0\.3 seconds"):
            template.render({"wild": True}, today=TODAY)
        assert template.render({"wild": False}, today=TODAY) == "done"


def test_template_of_megabytes_is_refused() -> None:
    with pytest.raises(TemplateFaultError, match="3000000 characters"):
        Template("x" * 3_000_000)
