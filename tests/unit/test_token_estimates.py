"""Estimates of tokens follow the vendors' documented figures, and the upper bound is above each of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.messages import AttachmentPart, Message, Role
from app.domain.models import Capabilities, ModelId, ModelInfo
from app.domain.ports import ChatRequest
from app.services.token_estimates import attachment_tokens, estimate, image_tokens, most_tokens, text_tokens

NAMES = [
    "claude-opus-5",
    "gpt-5.5",
    "gpt-5-mini",
    "gpt-4o-mini",
    "gemini-3-pro",
    "deepseek-chat",
    "qwen3",
    "llama-4",
    "",
]


def model(name: str, **capabilities: bool) -> ModelInfo:
    return ModelInfo(id=ModelId("vendor", name), title=name, capabilities=Capabilities(**capabilities))


@pytest.mark.parametrize(
    ("name", "width", "height", "tokens"),
    [
        ("claude-opus-5", 1_092, 1_092, 1_590),  # Anthropic's own table
        ("claude-opus-5", 200, 200, 54),
        ("claude-opus-5", 8_000, 8_000, 1_600),
        ("gpt-5.5", 1_024, 1_024, 765),  # OpenAI's own examples of tiles
        ("gpt-5.5", 2_048, 4_096, 1_105),
        ("gpt-5-mini", 1_024, 1_024, 1_659),  # 1,024 patches, times 1.62
        ("gemini-3-pro", 300, 300, 258),
        ("gemini-3-pro", 1_536, 768, 516),
        ("llama-4", 1_024, 1_024, 1_399),
        ("llama-4", 0, 0, 1_399),
    ],
)
def test_a_picture_counts_by_its_vendors_formula(name: str, width: int, height: int, tokens: int) -> None:
    assert image_tokens(width, height, model(name)) == tokens


def test_families_have_letters_of_their_own() -> None:
    text = "word " * 1_000
    assert text_tokens(text) == 1_250
    assert text_tokens(text, model("claude-opus-5")) == 1_429
    assert text_tokens(text, model("deepseek-chat")) == 1_500
    assert text_tokens("你好" * 100, model("qwen3")) == 120


def test_a_pdf_counts_its_pages_only_where_it_goes_as_a_file() -> None:
    part = AttachmentPart(name="x.pdf", media_type="application/pdf", sha256="0", size_bytes=9, pages=4, chars=3_500)
    assert attachment_tokens(part, model("claude-opus-5", documents=True)) == 1_000 + 4 * 1_500
    assert attachment_tokens(part, model("claude-opus-5")) == 1_040


@given(
    name=st.sampled_from(NAMES),
    width=st.integers(1, 8_000),
    height=st.integers(1, 8_000),
    pages=st.integers(0, 200),
    text=st.text(max_size=200),
)
def test_no_estimate_is_above_the_upper_bound(name: str, width: int, height: int, pages: int, text: str) -> None:
    known = model(name, images=True, documents=True)
    parts = (
        AttachmentPart(name="x", media_type="image/png", sha256="0", size_bytes=1, width=width, height=height),
        AttachmentPart(name="x", media_type="application/pdf", sha256="0", size_bytes=1, pages=pages, chars=len(text)),
    )
    request = ChatRequest(model=name, messages=(Message(role=Role.USER, parts=parts), Message.user(text)), system=text)
    assert 0 < estimate(request, known) <= most_tokens(request)
