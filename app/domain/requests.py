"""Requests to models as values: what is asked, and nothing of how a vendor spells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.messages import Message, ToolSpec
from app.domain.spending import Terms


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatRequest:
    """One request to a model. ``model`` is the model's own name, without the provider.

    Every message has parts, and every tool call is answered by a result in the very next message: vendors refuse
    anything else. Whoever makes a request sees to that (:func:`app.services.prompt.sendable`); providers rely on it.
    The last one may be the model's own answer as far as it came, to go on with: only models that ``continue`` get that.
    ``parameters`` are those set by the person, already checked against the model's specifications. ``schema``: a JSON
    schema that the whole answer must follow, or ``None``. ``conversation_id`` lets a provider keep its prompt cache.
    ``tool_choice``: ``auto``, ``none``, ``required``, or the name of the one tool that must be asked for. ``logprobs``:
    how many alternatives each token's :class:`~app.domain.stream.TokenScore` lists, or ``None`` for no scores.

    ``blobs`` has the bytes of every attachment among the messages that goes to the model as a file, by its ``sha256``
    (pictures, PDFs); texts have become text parts before. ``terms`` are for the stages on the way; no provider reads
    them.

    ``narrowed`` has, by a tool's name, a JSON schema of which every value meets the tool's own: what the tool takes
    now. Models whose answers a grammar holds are held to it as far as a grammar can; it is never a part of the prompt,
    whose beginning would else differ from turn to turn. Providers without grammars ignore it: what a model elsewhere
    asks for is judged when it arrives, as is all else.
    """

    model: str
    messages: Sequence[Message]
    system: str = ""
    tools: Sequence[ToolSpec] = ()
    parameters: Mapping[str, object] = field(default_factory=dict)
    schema: Mapping[str, object] | None = None
    conversation_id: str | None = None
    tool_choice: str = "auto"
    logprobs: int | None = None
    blobs: Mapping[str, bytes] = field(default_factory=dict)
    terms: Terms = field(default_factory=Terms)
    narrowed: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class CompletionRequest:
    """A text to go on with as it stands: no chat template, no tools. The rest is as in :class:`ChatRequest`."""

    model: str
    prompt: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    schema: Mapping[str, object] | None = None
    logprobs: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Embeddings:
    """One vector of unit length for each text, in order, and how many tokens were read."""

    vectors: Sequence[Sequence[float]]
    input_tokens: int
