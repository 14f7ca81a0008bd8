"""How many tokens a request roughly takes, part by part, where nobody has counted it.

Owns figures of the vendors' documentation (read in November 2026); a model's own count, once there is one, corrects
them (:mod:`app.services.context_budget`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from app.domain.messages import (
    AttachmentPart,
    Message,
    ReasoningPart,
    TextPart,
    ToolCallPart,
    ToolResultPart,
)
from app.domain.models import ModelInfo
from app.domain.ports import ChatRequest
from app.domain.usage import CHARS_A_TOKEN, TOKENS_A_FOREIGN_CHAR

MESSAGE_TOKENS = 4
_GENERIC_PAGE_TOKENS = 258
_MOST_IMAGE_TOKENS = 50_000  # the dearest that any vendor counts one picture, with room


@dataclass(frozen=True, kw_only=True, slots=True)
class _Family:
    """``chars`` of English or code a token, ``foreign`` tokens a character of other scripts, tokens a PDF's page."""

    chars: float = CHARS_A_TOKEN
    foreign: float = TOKENS_A_FOREIGN_CHAR
    page_tokens: int = _GENERIC_PAGE_TOKENS  # beside its text: its picture


# Anthropic: about 3.5 letters a token; each page of a PDF is also seen as a picture of about 1,500 tokens.
_CLAUDE = _Family(chars=3.5, foreign=1.0, page_tokens=1_500)
# OpenAI: about 4; a page is its text and a picture of it, at high detail 765 tokens for a letter page.
_GPT = _Family(page_tokens=765)
# DeepSeek: 0.3 tokens an English letter, 0.6 a Chinese character.
_DEEPSEEK = _Family(chars=1 / 0.3, foreign=0.6)
_QWEN = _Family(chars=3.5, foreign=0.6)
_GENERIC = _Family()  # Gemini's, Llama's and Mistral's words are about four letters; Gemini's page is 258 tokens

_FAMILIES = (
    ("claude", _CLAUDE),
    ("gpt-", _GPT),
    ("chatgpt", _GPT),
    ("deepseek", _DEEPSEEK),
    ("qwen", _QWEN),
)
# OpenAI counts patches of 32 pixels for these, times a factor; the others tiles of 512.
_PATCHES = (("nano", 2.46), ("mini", 1.62))


def text_tokens(text: str, model: ModelInfo | None = None) -> int:
    """Roughly how many tokens ``text`` makes for ``model``."""
    family = _family(model)
    plain = len(text.encode("ascii", "ignore"))
    return math.ceil(plain / family.chars + (len(text) - plain) * family.foreign)


def chars_a_token(model: ModelInfo | None) -> float:
    """How many letters of English or code make a token of the model's."""
    return _family(model).chars


def attachment_tokens(part: AttachmentPart, model: ModelInfo | None = None) -> int:
    """Roughly what a file takes as ``model`` is sent it."""
    if part.is_image:
        return image_tokens(part.width, part.height, model)
    family = _family(model)
    text = math.ceil(part.chars / family.chars)
    if part.is_pdf and (model is None or model.capabilities.documents):
        return text + max(part.pages, 1) * family.page_tokens
    return text + 40  # the words around it


def image_tokens(width: int, height: int, model: ModelInfo | None = None) -> int:
    """What a picture of that size takes, by the formula of the model's vendor; a middling one where it is unknown."""
    if width <= 0 or height <= 0:
        width = height = 1_024
    name = "" if model is None else model.id.name.lower()
    family = _family(model)
    if family is _GPT:
        return _patches(width, height, name) or _tiles(width, height)
    if "gemini" in name or "gemma" in name:
        if max(width, height) <= 384:
            return 258
        return 258 * math.ceil(width / 768) * math.ceil(height / 768)
    # Anthropic's: scaled to 1,568 pixels a side, then width times height by 750, at most about 1,600.
    scale = min(1.0, 1_568 / max(width, height))
    return max(1, min(1_600, math.ceil(width * scale * height * scale / 750)))


def most_tokens(request: ChatRequest) -> int:
    """More tokens than a request can take: no token stands for less than a byte, and a template adds a known amount."""
    texts = [request.system, *(text for message in request.messages for text in _texts(message))]
    letters = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)
    tools = sum(len(json.dumps(tool.parameters, default=str)) + len(tool.description) for tool in request.tools)
    schema = len(json.dumps(request.schema, default=str)) if request.schema else 0
    files = sum(_most_of(part) for message in request.messages for part in message.attachments)
    return letters + 2 * (tools + schema) + 64 * len(request.messages) + 2_048 + files


def estimate(request: ChatRequest, model: ModelInfo | None = None) -> int:
    """Roughly how many tokens a request takes."""
    return (
        system_tokens(request, model)
        + tools_tokens(request, model)
        + sum(message_tokens(message, model) for message in request.messages)
    )


def system_tokens(request: ChatRequest, model: ModelInfo | None = None) -> int:
    """Roughly what the system text takes, and what stands around a request."""
    return text_tokens(request.system, model) + MESSAGE_TOKENS


def tools_tokens(request: ChatRequest, model: ModelInfo | None = None) -> int:
    """Roughly what the tools and the schema of the answer take."""
    schema = json.dumps(request.schema, default=str) if request.schema else ""
    if not request.tools:
        return text_tokens(schema, model)
    tools = json.dumps([tool.parameters for tool in request.tools], default=str)
    described = "".join(f"{tool.name}{tool.description}" for tool in request.tools)
    return text_tokens(tools, model) + text_tokens(described, model) + text_tokens(schema, model)


def message_tokens(message: Message, model: ModelInfo | None = None) -> int:
    """Roughly what one message takes, its files included."""
    texts = sum(text_tokens(text, model) for text in _texts(message))
    return texts + sum(attachment_tokens(part, model) for part in message.attachments) + MESSAGE_TOKENS


def _most_of(part: AttachmentPart) -> int:
    if part.is_image:
        return _MOST_IMAGE_TOKENS
    return 4 * part.chars + max(part.pages, 1) * _MOST_IMAGE_TOKENS


def _patches(width: int, height: int, name: str) -> int | None:
    factor = next((factor for word, factor in _PATCHES if word in name and "4o" not in name), None)
    if factor is None:
        return None
    count = math.ceil(width / 32) * math.ceil(height / 32)
    return math.ceil(min(count, 1_536) * factor)


def _tiles(width: int, height: int) -> int:
    """High detail: fitted into 2,048 pixels, the shorter side to 768, 170 tokens a tile of 512 and 85 for all."""
    scale = min(1.0, 2_048 / max(width, height))
    scale = min(scale, 768 / min(width, height))
    return 85 + 170 * math.ceil(width * scale / 512) * math.ceil(height * scale / 512)


def _texts(message: Message) -> Iterable[str]:
    for part in message.parts:
        match part:
            case TextPart(text=text) | ReasoningPart(text=text):
                yield text
            case ToolCallPart(name=name, arguments=arguments):
                yield name + arguments
            case ToolResultPart(name=name, content=content):
                yield name + content
            case AttachmentPart(name=name):
                yield name
            case _:
                assert_never(part)


def _family(model: ModelInfo | None) -> _Family:
    if model is None:
        return _GENERIC
    name = model.id.name.lower()
    return next((family for word, family in _FAMILIES if word in name), _GENERIC)
