"""What a model cannot do is refused here, with the reason, before anything is sent; nothing is dropped silently."""

from __future__ import annotations

from app.domain.errors import ContextOverflowError, UnsupportedError
from app.domain.language import tr
from app.domain.models import RULES_MODEL, ModelInfo
from app.domain.numerals import number
from app.domain.parameters import brief, check
from app.domain.ports import ChatRequest


def refuse(model: ModelInfo, request: ChatRequest) -> None:
    """Raise where ``model`` certainly cannot answer ``request`` as it stands.

    Raises ``UnsupportedError`` for pictures, PDFs, tools, a system prompt and parameters it does not take, and
    ``ContextOverflowError`` for more words than it has tokens of context. Attachments count where their bytes go along:
    what became text before is text. A schema is no reason: a model that takes none is told it in words, and checked.
    """
    can = model.capabilities
    for attachment in (part for message in request.messages for part in message.attachments):
        if attachment.sha256 not in request.blobs:
            continue
        if attachment.is_image and not can.images:
            raise UnsupportedError(
                tr("{title} sees no pictures, so {name} was not sent.", title=model.title, name=repr(attachment.name)),
                remedy=tr("Choose a model that sees pictures, or take the picture out."),
            )
        if attachment.is_pdf and not can.documents:
            raise UnsupportedError(
                tr("{title} reads no PDFs, so {name} was not sent.", title=model.title, name=repr(attachment.name)),
                remedy=tr("Choose a model that reads PDFs, or attach its text."),
            )
    if request.tools and not can.tools:
        raise UnsupportedError(tr("{title} takes no tools.", title=model.title), remedy=tr("Choose a model that does."))
    if request.system and not can.system_prompt and model.id != RULES_MODEL:  # the rules are no model to be told things
        raise UnsupportedError(
            tr("{title} takes no system prompt.", title=model.title),
            remedy=tr("Empty the system prompt of this chat and of the settings, or choose another model."),
        )
    reasons = {spec.name: why for spec, why in can.refused}
    for name, value in request.parameters.items():
        if name in reasons:
            raise UnsupportedError(
                tr("{reason} It is set to {value}.", reason=reasons[name], value=brief(value)),
                remedy=tr("Reset it in the model dock, or choose another model."),
            )
    check(request.parameters, can.parameters, model=str(model.id))
    if can.context_tokens is not None and (words := _words(request)) > can.context_tokens:
        raise ContextOverflowError(
            tr(
                "These are {words} words, and {title} keeps {context_tokens} tokens in mind; a word "
                "is one token at least.",
                words=number(words),
                title=model.title,
                context_tokens=number(can.context_tokens),
            ),
            remedy=tr("Shorten the message, or choose a model with more context."),
        )


def _words(request: ChatRequest) -> int:
    """How many words the request has: no tokeniser makes fewer tokens of a text than it has words."""
    return len(request.system.split()) + sum(len(message.text.split()) for message in request.messages)
