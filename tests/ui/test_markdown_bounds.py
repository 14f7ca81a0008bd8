"""What an answer that is made to be costly may cost the parser, counted in calls of Python."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable

import pytest

from app.ui.markdown import Grid, Prose, StreamingMarkdown, parse, prepare
from app.ui.markdown.bounds import MAX_COLUMNS

CHARS = 19_000
COSTLY = {
    "brackets": "[",
    "pictures": "![",
    "notes": "[^a",
    "addresses": "<a ",
    "stars": "*_",
    "code": "`a ``b ",
    "formulas": "$$a\\$",
    "links": "[a](b) ",
}
CALLS_FOR_A_CHARACTER = 100  # parsing brackets anew each time takes thousands, and twice as many for twice the text


def calls_in(work: Callable[[], object]) -> int:
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    prepare()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def table(columns: int) -> str:
    return "|a" * columns + "|\n" + "|-" * columns + "|\n" + "|b" * columns + "|\n"


def text_of(blocks: list[object]) -> str:
    return "".join(block.html for block in blocks if isinstance(block, Prose))


@pytest.mark.parametrize("unit", COSTLY.values(), ids=COSTLY)
def test_a_block_that_is_all_marks_is_left_as_text(unit: str) -> None:
    text = unit * (CHARS // len(unit))
    assert calls_in(lambda: parse(f"{text}\n\n" * 2)) < CHARS
    blocks = parse(f"{text}\n\nThe *end*.\n")
    assert len(text_of(list(blocks[:-1])).replace("<p>", "").replace("</p>", "")) >= len(text.strip())
    assert blocks[-1] == Prose(html="<p>The <em>end</em>.</p>")


@pytest.mark.parametrize("unit", ["[", "[[[[[[[\n", "*_"], ids=["brackets", "lines of brackets", "stars"])
def test_such_a_block_costs_no_more_while_it_streams_than_its_length(unit: str) -> None:
    def stream(chars: int) -> None:
        markdown = StreamingMarkdown()
        text = unit * (chars // len(unit))
        for at in range(0, len(text), 100):
            markdown.feed(text[at : at + 100])
            markdown.blocks()
        markdown.finish()

    half, whole = calls_in(lambda: stream(6_000)), calls_in(lambda: stream(12_000))
    assert whole < 2.5 * half
    assert whole < CALLS_FOR_A_CHARACTER * 12_000


def test_ordinary_text_behind_such_a_block_is_shown_while_it_streams() -> None:
    markdown = StreamingMarkdown()
    markdown.feed("[" * CHARS)
    markdown.blocks()
    markdown.feed("\n\nThe **end**.")
    assert markdown.blocks()[-1] == Prose(html="<p>The <strong>end</strong>.</p>")


def test_a_table_has_a_bounded_number_of_columns_and_a_wider_one_is_text() -> None:
    (widest,) = parse(table(MAX_COLUMNS))
    assert isinstance(widest, Grid)
    wider = parse(table(MAX_COLUMNS + 1))
    assert text_of(list(wider)).count("|a") == MAX_COLUMNS + 1
    assert calls_in(lambda: parse(table(9_000))) < CHARS


def test_links_as_people_write_them_are_links() -> None:
    assert text_of(list(parse("[a](https://b.c), " * 150))).count("<a href=") == 150


def test_costly_text_cut_anywhere_leaves_the_blocks_of_the_whole() -> None:
    chance = random.Random(6)
    units = [
        "[" * 300,
        "![" * 120,
        "*_" * 600,
        "\n\n",
        "\n",
        "\n \n",
        "- ",
        "> ",
        "```\n",
        "# a\n",
        "a\n",
        "[a]: b\n",
        table(201),
    ]
    for _ in range(25):
        text = "".join(chance.choice(units) for _ in range(chance.randint(1, 10)))
        markdown = StreamingMarkdown()
        at = 0
        while at < len(text):
            end = at + chance.choice([1, 7, 90, 400])
            markdown.feed(text[at:end])
            at = end
            if chance.random() < 0.3:
                markdown.blocks()
        assert markdown.finish() == parse(text)
