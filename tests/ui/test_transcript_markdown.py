"""Markdown as a model writes it: in any pieces, and with anything in it."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.ui.markdown import (
    Block,
    Code,
    Grid,
    Picture,
    Prose,
    StreamingMarkdown,
    has_unseen,
    mark_direction,
    mark_unseen,
    merged,
    parse,
    parse_written,
    safe_link,
)
from app.ui.markdown.maths import formula_html, formulas_in

PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "\r\n", "\r", " ", "    ", "\t", "a", "b c", "word", "1. ", "2) ", "- ", "* ", "+ ", "> "),
        *("# ", "### ", "---", "***", "===", "--", "-", "=", "*", "**", "_", "`", "```", "```py\n", "~~~", "~~", "|"),
        *("| a | b |", "|---|--:|", "-|-", "a | b", "[x](http://a.b)", "[x]", "[x]: http://a.b", '"t"', "<b>", "&amp;"),
        *("\\", "![", "](", "http://a.b/c.", "<http://q.r>", "\0", "\u202e", "é", "𝄞"),
        *("$", "$$", "$$\n", "\\[", "\\]\n", "\\(", "\\)", "x^2", "[^1]", "[^1]: ", "[ ] ", "[!NOTE]\n", "5"),
        "![d](data:image/png;base64,AAAA)",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def html_of(blocks: list[Block]) -> str:
    """Everything a list of blocks would hand to Qt as HTML."""
    texts = []
    for block in blocks:
        match block:
            case Prose(html=html):
                texts.append(html)
            case Grid(columns=columns, rows=rows):
                texts += [*columns, *(cell for row in rows for cell in row)]
            case Code() | Picture():
                pass
    return "".join(texts)


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, cuts=st.lists(st.integers(0, 200), max_size=12), look=st.booleans())
@example(text="para\na | b\n-|-x\n", cuts=[14], look=True)
@example(text="> quote\n--\ntext", cuts=[9], look=True)
@example(text="[x] first\n\n[x]: http://a.b\n", cuts=[10], look=True)
@example(text="```\na\n```", cuts=[7], look=True)
def test_any_way_of_cutting_gives_the_same_final_blocks(text: str, cuts: list[int], look: bool) -> None:
    streaming = StreamingMarkdown()
    points = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    for start, end in itertools.pairwise(points):
        streaming.feed(text[start:end])
        if look:
            streaming.blocks()
    assert streaming.finish() == parse(text)


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_a_frozen_block_never_changes_while_more_text_comes(text: str) -> None:
    streaming = StreamingMarkdown()
    before: list[Block] = []
    frozen = 0
    for character in text:
        streaming.feed(character)
        after = streaming.blocks()
        assert all(old is new for old, new in zip(before[:frozen], after[:frozen], strict=True))
        before, frozen = after, len(streaming._frozen)


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(TEXTS, st.text()))
def test_only_our_own_tags_come_out_of_any_text(text: str) -> None:
    html = html_of(parse(text)) + html_of(parse_written(text))
    for tag in re.findall(r"<[^>]*>?", html):
        assert re.fullmatch(
            r"</?(p|h[1-4]|ul|li|em|strong|s|sup|code|pre|blockquote|table|tr|th|td)>|</ol>|<br>|<hr>|</a>|"
            r'<ul class="tasks">|<p class="alert-[a-z]+">|<p align="center">|<img src="math:[di]:[\w.%~-]*">|'
            r'<ol start="\d+">|</span>|<span class="loose">|<a href="(https?://|mailto:)[^"<>]*">|'
            r'<a href="#(note|use)-[\d-]+" name="(note|use)-[\d-]+">',
            tag,
            re.IGNORECASE,
        ), tag


def test_every_kind_of_block_is_recognised() -> None:
    blocks = merged(parse("# Title\n\nSome *text*.\n\n```bash\n$ ls\n```\n\n| a | b |\n|---|--:|\n| 1 | `x` |\n"))
    assert blocks == [
        Prose(html="<h1>Title</h1><p>Some <em>text</em>.</p>"),
        Code(language="bash", text="$ ls"),
        Grid(columns=("a", "b"), alignments=("", "right"), rows=(("1", "<code>x</code>"),)),
    ]


def test_tasks_have_boxes_alerts_a_heading_and_footnotes_a_place_of_their_own() -> None:
    assert parse("- [ ] one\n- [x] two\n") == [Prose(html='<ul class="tasks"><li>☐ one</li><li>☑ two</li></ul>')]
    assert parse("> [!WARNING]\n> Hot.") == [
        Prose(html='<blockquote><p class="alert-warning">Warning</p><p>Hot.</p></blockquote>')
    ]
    assert parse("So[^n] it is.\n\n[^n]: Or *not*.") == [
        Prose(html='<p>So<sup><a href="#note-1" name="use-1-0">[1]</a></sup> it is.</p>'),
        Prose(html='<hr><p><sup><a href="#use-1-0" name="note-1">[1]</a></sup> Or <em>not</em>.</p>'),
    ]
    assert parse("Nowhere[^n].") == [Prose(html="<p>Nowhere[^n].</p>")]


def test_addresses_without_a_scheme_are_links() -> None:
    assert html_of(parse("See www.a.org, or me@b.org.")) == (
        '<p>See <a href="http://www.a.org">www.a.org</a>, or <a href="mailto:me@b.org">me@b.org</a>.</p>'
    )


def test_a_formula_on_a_line_of_its_own_is_shown_on_one_amid_a_paragraph() -> None:
    assert "<br>" + formula_html("x^2", display=True) + "<br>" in html_of(parse("It holds:\n$$x^2$$\nas was shown"))
    assert "<br>" not in html_of(parse("It holds that $$x^2$$\nas was shown"))


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("It is $x^2$.", [("x^2", False)]),
        ("$2^n$ of them", [("2^n", False)]),
        (r"As \(a_b\) says", [("a_b", False)]),
        ("$$\nx\n=\n1\n$$", [("x\n=\n1", True)]),
        ("\\[ x \\]", [("x", True)]),
        ("$$x$$ inside", [("x", True)]),
        ("between $5 and $10", []),
        ("$5-$10, or 10$", []),
        ("I have $5 and you have 10$", []),
        ("costs $20 = 18 €", []),
        ("`$x^2$`", []),
        (r"\$x^2\$", []),
        ("$$\nnever ended\n\n- a list", []),
    ],
    ids=[
        *("dollars", "digit-first", "round-brackets", "lines", "square-brackets", "double-inside"),
        *("prices", "price-range", "price-behind", "price-equals", "code", "escaped", "unclosed"),
    ],
)
def test_formulas_are_told_from_prices(text: str, formulas: list[tuple[str, bool]]) -> None:
    assert formulas_in(html_of(parse(text))) == formulas


def test_a_picture_that_came_with_the_text_is_shown() -> None:
    blocks = parse("Look: ![a dot](data:image/png;base64,AAAA) there")
    assert blocks[1:] == [Picture(words="a dot", source="data:image/png;base64,AAAA")]


def test_a_block_of_code_in_a_list_has_its_own_block_and_the_numbers_go_on() -> None:
    blocks = parse("1. First:\n   ```sh\n   ls\n   ```\n2. Second\n")
    assert blocks == [
        Prose(html='<ol start="1"><li>First:</li></ol>'),
        Code(language="sh", text="ls", indent=1),
        Prose(html='<ol start="2"><li>Second</li></ol>'),
    ]


def test_an_unclosed_fence_shows_its_code_while_it_streams() -> None:
    streaming = StreamingMarkdown()
    streaming.feed("Look:\n\n```py\nprint(1)\n``")
    assert streaming.blocks()[-1] == Code(language="py", text="print(1)", closed=False)
    streaming.feed("`")
    assert streaming.finish()[-1] == Code(language="py", text="print(1)")


def test_half_written_emphasis_does_not_flicker() -> None:
    streaming = StreamingMarkdown()
    streaming.feed("This is **important")
    assert streaming.blocks() == [Prose(html="<p>This is <strong>important</strong></p>")]


def test_a_picture_is_named_and_never_fetched() -> None:
    (block,) = parse("![a chart](https://evil.example/track.png) ![x](file:///etc/passwd)")
    assert isinstance(block, Prose)
    assert "<img" not in block.html
    assert "a chart" in block.html
    assert 'href="file:' not in block.html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "JaVaScRiPt:x",
        "smb://host",
        "http:",
        "",
        "ht\ntp://a",
        "//a.b",
    ],
)
def test_only_web_and_mail_addresses_can_be_opened(address: str) -> None:
    assert safe_link(address) is None


def test_web_and_mail_addresses_can_be_opened() -> None:
    for address in ("https://aws.amazon.com/x?y=1#z", "http://localhost:8080", "mailto:a@b.c"):
        assert safe_link(address) == address


def test_a_persons_text_is_shown_as_typed() -> None:
    blocks = parse_written("# not a heading\n*stars*  two spaces <b>\n```\n<x>\n```\nend")
    assert blocks == [
        Prose(html="<p># not a heading<br>*stars*&nbsp; two spaces &lt;b&gt;</p>"),
        Code(language="", text="<x>"),
        Prose(html="<p>end</p>"),
    ]


def test_text_nested_too_deep_is_shown_and_not_lost() -> None:
    quoted = html_of(parse("> " * 500 + "the end"))
    assert "the end" in quoted
    listed = html_of(parse("".join("  " * depth + f"- item{depth}\n" for depth in range(120))))
    assert "item119" in listed


def test_a_giant_word_is_cut_into_pieces_and_none_of_it_is_lost() -> None:
    text = html_of(parse("x" * 1_000_000))
    assert text.count("x") == 1_000_000
    assert max(len(block.html) for block in parse("x" * 1_000_000) if isinstance(block, Prose)) < 10_000


def test_directional_overrides_are_written_out() -> None:
    assert mark_direction("user\u202e\u2066 admin") == "user⟨U+202E⟩⟨U+2066⟩ admin"
    assert "\u202e" not in html_of(parse("a \u202e b `\u202e`"))


@given(st.text())
def test_a_marked_value_has_nothing_unseen_left(text: str) -> None:
    marked = mark_unseen(text)
    assert not has_unseen(marked)
    assert has_unseen(text) == (marked != text)


def test_unseen_characters_are_named() -> None:
    assert mark_unseen("a\u200bb\u00a0c\x1b ") == "a⟨U+200B⟩b⟨U+00A0⟩c⟨U+001B⟩⟨space⟩"
