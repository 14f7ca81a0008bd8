"""What the services need from the outside, as protocols that the adapters implement.

A port's ``def`` may block (disk, keyring, network through boto3, heavy imports) and is called on a thread by the
services; its ``async def`` and its asynchronous generators never block the loop. Every method raises only
:class:`app.domain.errors.BatonError` and its kin.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Protocol, TypeVar, runtime_checkable

from app.domain.attachments import Attachment
from app.domain.aws import (
    Account,
    Action,
    AuditEntry,
    Call,
    CallResult,
    Classification,
    Consent,
    Identity,
    Match,
    Operation,
    OperationBrief,
    OperationId,
    Proposal,
    Recognition,
)
from app.domain.batch import VendorBatch, VendorResult
from app.domain.caching import CacheInfo, KeptAnswer
from app.domain.context import Overflow, OverflowQuestion
from app.domain.conversation import Conversation, Node, Tree
from app.domain.hub import DownloadProgress, FoundModel, HubPage, HubRepository, UnfinishedDownload
from app.domain.messages import AttachmentPart, Message, ToolSpec
from app.domain.models import LoadPlan, LocalModel, ModelInfo
from app.domain.prompts import Prompt, PromptListing
from app.domain.serving import HttpAnswer, HttpHead
from app.domain.settings import Settings
from app.domain.spending import Spent, SpentTogether, Terms, UsageBy, UsageEntry, UsageLine
from app.domain.stream import Sent, StreamEvent

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatRequest:
    """One request to a model. ``model`` is the model's own name, without the provider.

    Every message has parts, and every tool call is answered by a result in the very next message: vendors refuse
    anything else. Whoever makes a request sees to that (:func:`app.services.prompt.sendable`); providers rely on it.
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


Proceed = Callable[[ChatRequest], AsyncGenerator[StreamEvent]]
"""The rest of the way to a model: the stages that follow, and at last its provider."""


class AnswerStage(Protocol):
    """A stage on the one way from a request to a model, whoever asks: it may refuse, change what is sent, answer in
    the model's place, watch and change what comes back. Raises ``BatonError`` to refuse.
    """

    def stream(self, model: ModelInfo, request: ChatRequest, proceed: Proceed) -> AsyncGenerator[StreamEvent]:
        """Answer ``request``, by ``proceed`` or without it. Closing the generator closes what it proceeded with."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundSecret:
    """Where in a text a secret stands (``end`` is the first character after it), and what it is, as words."""

    start: int
    end: int
    kind: str


class SecretRules(Protocol):
    """A catalogue of what vendors' keys and tokens look like. Blocking; the first use may take seconds."""

    @property
    def is_ready(self) -> bool:
        """Whether the catalogue is in memory, so that a text is read at once."""
        ...

    def find(self, text: str) -> Sequence[FoundSecret]:
        """The secrets in ``text`` that the catalogue knows, in order. Raises ``UnsupportedError`` where the catalogue
        cannot be used on this machine.
        """
        ...


@runtime_checkable
class Moderates(Protocol):
    """A provider with an endpoint that judges texts."""

    async def moderate(self, text: str) -> Sequence[str]:
        """What ``text`` was flagged for, as the vendor calls it; empty where it may pass. Raises what answering
        raises.
        """
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Masked:
    """Something hidden from models elsewhere: its kind, its number among those of its kind in the chat, and itself."""

    kind: str
    number: int
    value: str


class PrivacyStore(Protocol):
    """What was hidden from models elsewhere, and what they were sent, by conversation; deleted with it."""

    async def numbers(
        self, conversation_id: str, wanted: Sequence[tuple[str, str]], *, keep: bool
    ) -> Mapping[tuple[str, str], int]:
        """A number for each (kind, value): the one it has, else the next of its kind. ``keep``: remember new ones, if
        the conversation is on disk.
        """
        ...

    async def masked(self, conversation_id: str) -> Sequence[Masked]:
        """All that was ever hidden in a conversation."""
        ...

    async def keep_thinking(self, conversation_id: str, signature: str, text: str) -> None:
        """Remember the very text that a vendor signed, where what is shown and stored differs from it."""
        ...

    async def thinking(self, conversation_id: str, signatures: Sequence[str]) -> Mapping[str, str]:
        """The texts that were kept, by signature."""
        ...

    async def add_sent(self, conversation_id: str, node_id: str, sent: Sent) -> None:
        """Remember what left for an answer. Nothing is kept for a conversation that is not on disk."""
        ...

    async def remove_sent(self, conversation_id: str, node_id: str) -> None:
        """Forget it: the answer came from here after all."""
        ...

    async def sent(self, conversation_id: str, node_id: str) -> Sequence[Sent]:
        """What left for an answer, to one model after the other; empty where nothing did."""
        ...


class ChatProvider(Protocol):
    """A vendor of models. ``name`` is the provider part of its model ids."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def needs_key(self) -> bool: ...

    async def models(self) -> Sequence[ModelInfo]:
        """The models that can be used now, from the vendor's own endpoint."""
        ...

    def stream(self, request: ChatRequest) -> AsyncIterator[StreamEvent]:
        """Answer: see :mod:`app.domain.stream`. Closing the iterator stops the vendor's work."""
        ...

    async def aclose(self) -> None:
        """Release connections and processes. Safe to call twice."""
        ...


@runtime_checkable
class TakesUnlistedModels(Protocol):
    """A provider that can also be asked for models it does not list: fine-tuned, previewed or brand-new ones."""

    def unlisted(self, model: str) -> ModelInfo:
        """What is assumed of a model by its name alone; asks nobody."""
        ...


@runtime_checkable
class CountsTokens(Protocol):
    """A provider that can say exactly how many tokens a request is, before it is sent. Raises what answering raises."""

    async def count_tokens(self, request: ChatRequest) -> int:
        """How many tokens ``request`` is; may load its model, or ask its vendor."""
        ...


@runtime_checkable
class PlansContext(Protocol):
    """A provider whose models' context is a matter of how they are loaded, not of what is listed."""

    async def context_tokens(self, model: str) -> int:
        """How many tokens a model keeps in mind as it is loaded now, or would be; loads nothing."""
        ...


class Outgoing(Protocol):
    """A request as it may leave this machine. ``values``: what stands in it as a placeholder, by placeholder."""

    @property
    def request(self) -> ChatRequest: ...

    @property
    def values(self) -> Mapping[str, str]: ...


class Outgate(Protocol):
    """The way out for requests that pass no :class:`AnswerStage`: those that are counted, and vendors' batches."""

    async def outgoing(self, model: ModelInfo, request: ChatRequest, *, keep: bool = True) -> Outgoing:
        """``request`` as it may go to ``model``. ``keep``: remember its placeholders. Raises ``UnsupportedError``."""
        ...

    def restored(self, answer: Message, values: Mapping[str, str]) -> Message:
        """An answer with its placeholders put back."""
        ...


class VendorBatches(Protocol):
    """A vendor's own interface for many requests at once. Everything raises what answering raises."""

    @property
    def most_requests(self) -> int:
        """How many requests one batch may have."""
        ...

    @property
    def most_bytes(self) -> int:
        """How many bytes they may be in all."""
        ...

    def check(self, request: ChatRequest) -> None:
        """Raise ``UnsupportedError`` where ``request`` cannot be sent; the vendor is not asked."""
        ...

    async def submit(self, requests: Sequence[tuple[str, ChatRequest]], *, mark: str) -> VendorBatch:
        """Hand over requests, each under a ``custom_id`` of its own that begins with ``mark``; costs money."""
        ...

    async def find(self, mark: str, *, requests: int, since: datetime) -> VendorBatch | None:
        """The batch that was submitted under ``mark`` at ``since`` or soon after, with so many requests, if it ever
        arrived. Raises ``UsageError`` where that cannot be told yet.
        """
        ...

    async def look(self, batch_id: str) -> VendorBatch:
        """How far a batch is. Raises ``NotFoundError``."""
        ...

    def results(self, batch_id: str) -> AsyncGenerator[VendorResult]:
        """What became of the requests of a batch that ended, in any order; those without a word are left out."""
        ...

    async def cancel(self, batch_id: str) -> VendorBatch:
        """Ask for no more answers; what was answered can be fetched once the batch has ended."""
        ...


@runtime_checkable
class OffersBatches(Protocol):
    """A provider whose vendor may take batches."""

    @property
    def batches(self) -> VendorBatches | None:
        """``None`` where this one's does not."""
        ...


class OverflowAsker(Protocol):
    """How a front end asks what to do where a chat is longer than its model's context."""

    async def ask_overflow(self, question: OverflowQuestion) -> Overflow | None:
        """``DROP``, ``SUMMARISE`` or ``STOP``; ``None`` where nobody can answer. Nothing is sent before."""
        ...


class SecretStore(Protocol):
    """Keys, by provider. ``problem``: why keys are kept for this run only, or ``None`` where the OS keyring works."""

    def get(self, name: str) -> str | None: ...

    def set(self, name: str, value: str) -> None: ...

    def remove(self, name: str) -> None:
        """Raises ``NotFoundError`` where there is none."""
        ...

    @property
    def problem(self) -> str | None: ...


class SettingsStore(Protocol):
    """The settings file. A damaged one is kept aside and reported once, through ``notices``."""

    def load(self) -> Settings: ...

    def save(self, settings: Settings) -> None: ...

    @property
    def notices(self) -> Sequence[str]: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchHit:
    """A message found by its text. ``snippet`` marks the found words with U+0001 before and U+0002 after."""

    conversation_id: str
    conversation_title: str
    node_id: str
    snippet: str
    created_at: datetime


class ConversationStore(Protocol):
    """History on disk. What a method has returned from is safe against a kill."""

    async def conversations(self, *, limit: int = 200, offset: int = 0) -> Sequence[Conversation]:
        """Pinned ones first, then the most recently changed."""
        ...

    async def conversation(self, conversation_id: str) -> Conversation: ...

    async def matching_ids(self, beginning: str, *, limit: int = 2) -> Sequence[str]:
        """Ids of conversations that begin so, at most ``limit``."""
        ...

    async def change_conversation(
        self, conversation_id: str, change: Callable[[Conversation], Conversation]
    ) -> Conversation:
        """Replace a conversation's head by what ``change`` makes of the one on disk, with nothing written in between,
        and return it. ``change`` is called on another thread. Raises ``NotFoundError``.
        """
        ...

    async def delete_conversation(self, conversation_id: str) -> None: ...

    async def tree(self, conversation_id: str) -> Tree: ...

    async def add_node(self, node: Node) -> None:
        """Add a node and make it the conversation's leaf."""
        ...

    async def save_node(self, node: Node) -> None:
        """Replace what a node that is being written holds so far."""
        ...

    async def save_action(self, action: Action) -> None: ...

    async def actions(self, conversation_id: str) -> Sequence[Action]: ...

    async def search(self, text: str, *, limit: int = 50) -> Sequence[SearchHit]: ...

    async def add_conversation(
        self, conversation: Conversation, nodes: Sequence[Node] = (), actions: Sequence[Action] = ()
    ) -> None:
        """Add a conversation, with whatever it holds already; all or nothing. Raises ``UsageError`` for a used id."""
        ...

    @property
    def notices(self) -> Sequence[str]:
        """What happened on opening that the person must know (a damaged file kept aside, a backup made)."""
        ...


class BlobStore(Protocol):
    """Bytes by their SHA-256, beside the history: attachments, and what was sent. What ``put`` returned is on disk."""

    async def put(self, data: bytes) -> str:
        """Keep ``data``, once however often it is put; returns its SHA-256 in hexadecimal digits."""
        ...

    async def get(self, sha256: str) -> bytes:
        """Raises ``NotFoundError``; ``DamagedFileError`` where the bytes are not those that were put."""
        ...


class UsageLog(Protocol):
    """Every request that was made, and sums over them; no word of any. Several Batons may write the same one."""

    async def record(self, entries: Sequence[UsageEntry]) -> None:
        """Add them, all or none."""
        ...

    async def spent(self, *, day: date, conversation_id: str | None) -> SpentTogether:
        """What models elsewhere were asked for on ``day``, in its month, and by a conversation on every day."""
        ...

    async def lines(self, by: UsageBy, *, first: date | None, last: date | None, limit: int) -> Sequence[UsageLine]:
        """Sums from ``first`` to ``last`` (both included): days the newest first, the others the dearest first. Private
        models and answers from the cache are among them.
        """
        ...

    async def total(self, *, first: date | None, last: date | None) -> Spent:
        """The sum of all that :meth:`lines` could list."""
        ...


class AnswerCache(Protocol):
    """Answers kept to be given again, by the key of what was asked. A damaged one is as good as none."""

    async def get(self, key: str, *, not_before: datetime) -> KeptAnswer | None: ...

    async def put(self, key: str, answer: KeptAnswer, *, limit_bytes: int, not_before: datetime) -> None:
        """Keep an answer; those older than ``not_before`` go, and beyond ``limit_bytes`` those unused the longest."""
        ...

    async def info(self, *, not_before: datetime) -> CacheInfo: ...

    async def clear(self) -> int:
        """Delete all; returns how many there were."""
        ...


class AttachmentReader(Protocol):
    """Files of the person's, read and checked. Blocking; takes seconds for a large PDF.

    Raises ``UsageError``, with the reason and the remedy, for what cannot be given along: a folder, a device, a file
    that is empty, too large, damaged, encrypted or of no kind that models take.
    """

    def read(self, path: Path) -> Attachment: ...

    def take(self, name: str, data: bytes) -> Attachment:
        """The same of bytes that lie in no file, such as a picture on the clipboard."""
        ...

    def preview(self, part: AttachmentPart, data: bytes, edge_px: int) -> bytes | None:
        """A picture as a PNG no larger than ``edge_px`` on either side; ``None`` for what is no picture, or damaged."""
        ...


class AuditLog(Protocol):
    """The append-only, hash-chained log."""

    async def append(self, what: str, action_id: str, data: Mapping[str, object], *, at: datetime) -> AuditEntry: ...

    async def entries(self, *, limit: int | None = None) -> Sequence[AuditEntry]:
        """Oldest first; with ``limit``, the newest that many."""
        ...

    async def verify(self) -> AuditEntry | None:
        """The first entry that was altered, or ``None`` where all is well."""
        ...


class OperationCatalogue(Protocol):
    """Every operation botocore knows. Blocking: the first use may build the index, which takes seconds."""

    @property
    def notices(self) -> Sequence[str]:
        """Why the index could not be kept on disk, once it was opened."""
        ...

    def search(self, text: str, *, limit: int = 10) -> Sequence[Match]: ...

    def operation(self, operation: OperationId) -> Operation:
        """Raises ``NotFoundError`` (with the nearest names) where there is none."""
        ...

    def brief(self, operation: OperationId) -> OperationBrief:
        """Like :meth:`operation`, without its parameters: a fraction of a millisecond. Raises ``NotFoundError``."""
        ...

    def operations(self) -> Sequence[OperationId]: ...

    def classify(self, call: Call) -> Classification:
        """The risk of this very call: the operation's, or a higher one where its parameters make it so (a decrypted
        parameter, a public ACL). Never a lower one. The gate asks this, not the operation's classification. Raises
        ``NotFoundError``.
        """
        ...

    def warnings(self, call: Call) -> Sequence[str]:
        """What the person must notice in the parameters, one sentence each; empty for most calls."""
        ...

    def problems(self, operation: OperationId, parameters: Mapping[str, object]) -> Sequence[str]:
        """What is wrong with the parameters, one sentence each; empty where they fit the operation's model."""
        ...


class Recogniser(Protocol):
    """Sentences to calls, offline and with no model. Blocking, but quick once the catalogue stands."""

    def recognise(self, text: str) -> Recognition: ...


class AccountDirectory(Protocol):
    """The accounts a call can go to. Blocking."""

    def accounts(self) -> Sequence[Account]:
        """The demo account always stands last."""
        ...

    def default(self) -> Account:
        """The default profile where credentials for one are found, else the demo account."""
        ...

    def account(self, key: str) -> Account:
        """Raises ``NotFoundError``."""
        ...

    def identity(self, key: str, region: str) -> Identity:
        """Who Baton is there, cached for minutes. Raises ``AwsCredentialsError``."""
        ...

    def regions(self, key: str) -> Sequence[str]:
        """The regions that can be chosen, known offline."""
        ...

    @property
    def notices(self) -> Sequence[str]:
        """What was wrong with the AWS configuration when it was last read, and the remedy; empty where all was well."""
        ...


class CallExecutor(Protocol):
    """The only thing that sends calls to AWS. Held by ``services.orchestration`` alone. Blocking."""

    def execute(
        self, call: Call, *, page_limit: int, timeout_s: float, dry_run: bool, cancelled: Callable[[], bool]
    ) -> CallResult: ...

    def touched(self, call: Call) -> Sequence[str]:
        """The resources a call names, resolved by reads where that is cheap; never raises for a failed read."""
        ...


class ConsentAsker(Protocol):
    """How the person is asked. A front end with nobody there answers ``Consent(granted=False, nobody_there=True)``."""

    async def ask(self, proposal: Proposal) -> Consent: ...


class PromptStore(Protocol):
    """The prompt library's files: small, read when asked, and changed by editors too. Blocking.

    What changes them raises ``StorageError`` and its kin, and leaves everything as it was.
    """

    def listing(self) -> PromptListing:
        """Every prompt, those that cannot be used too. Never raises for what lies there."""
        ...

    def save(self, prompt: Prompt) -> Prompt:
        """Write one of the person's own, over the one of that name. Raises ``UsageError`` for one that is not well."""
        ...

    def path(self, name: str) -> Path:
        """The file of one of the person's own, for another editor. Raises ``NotFoundError``."""
        ...

    def rename(self, name: str, new_name: str) -> None:
        """Raises ``NotFoundError``, and ``UsageError`` for a name that is taken or not safe."""
        ...

    def delete(self, name: str) -> str:
        """Put one of the person's own aside; returns what :meth:`restore` finds it by. Raises ``NotFoundError``."""
        ...

    def restore(self, name: str, kept: str) -> None:
        """Bring back what was deleted. Raises ``UsageError`` where its name is taken by now."""
        ...


class RecordStore(Protocol[T]):
    """A small file of records, each under its key. Blocking, but quick."""

    @property
    def notices(self) -> Sequence[str]:
        """Sentences about a damaged file and entries that are not used, once it was read."""
        ...

    def load(self) -> Sequence[T]:
        """Every record that can be used."""
        ...

    def put(self, key: str, record: T | None) -> None:
        """Keep the record of ``key``, or forget it. Raises ``StorageError``."""
        ...


class LocalModelStore(Protocol):
    """The GGUF files Baton knows, and their download. Blocking."""

    @property
    def notices(self) -> Sequence[str]:
        """What became of a damaged list of models, once it was read."""
        ...

    def models(self) -> Sequence[LocalModel]: ...

    def model(self, name: str) -> LocalModel: ...

    def add(self, path: Path) -> LocalModel:
        """Make a file known by its place, without copying. Raises ``ModelFileError`` for what is no usable GGUF."""
        ...

    def remove(self, name: str) -> None:
        """Forget a model; a file that Baton downloaded is deleted, the person's own file is not."""
        ...

    def pull(
        self,
        repository: str,
        file_name: str | None,
        settings: Settings,
        progress: Callable[[DownloadProgress], None],
        cancelled: Callable[[], bool],
    ) -> LocalModel:
        """Download a model from the hub: ``file_name``, or the best that fits here. What came before is gone on with.

        Raises ``NotAllowedError`` where ``cancelled``; ``DiskFullError`` before it begins, or in the middle: what came
        is kept; and what :class:`ModelHub` raises.
        """
        ...

    def unfinished(self) -> Sequence[UnfinishedDownload]:
        """Downloads that are not complete, those that are running included."""
        ...

    def discard(self, repository: str, file_name: str) -> None:
        """Delete what an unfinished download has brought. Raises ``NotFoundError`` and ``NotAllowedError``."""
        ...

    def discover(self) -> Sequence[FoundModel]:
        """Model files that other programs on this machine keep."""
        ...

    def set_adapter(self, name: str, adapter: str, scale: float) -> LocalModel:
        """Lay an adapter, by its file or its known name, over a model. Raises ``ModelFileError``, ``UsageError``."""
        ...

    def remove_adapter(self, name: str, adapter: str) -> LocalModel:
        """Take an adapter off a model. Raises ``NotFoundError``."""
        ...

    def plan(self, name: str, settings: Settings) -> LoadPlan: ...


class ModelHub(Protocol):
    """Where models are searched. Blocking, until ``cancelled``, which raises ``NotAllowedError``.

    Everything raises ``UnreachableError``, ``TimedOutError``, ``KeyProblemError``, ``RateLimitedError``,
    ``MalformedReplyError`` and ``ProviderFaultError``.
    """

    def search(self, text: str, *, limit: int, following: str, cancelled: Callable[[], bool]) -> HubPage:
        """Repositories with GGUF files, the most downloaded first. ``following``: of an earlier page, or empty."""
        ...

    def repository(self, name: str, settings: Settings, cancelled: Callable[[], bool]) -> HubRepository:
        """A repository's model files; whether they fit is estimated. Raises ``NotFoundError`` and ``UsageError``."""
        ...

    def measured(self, name: str, settings: Settings, cancelled: Callable[[], bool]) -> HubRepository:
        """Like :meth:`repository`, but what fits is worked out from a model's own metadata, which takes longer."""
        ...


class LocalEngine(Protocol):
    """Runs local models, each in a process of its own. Loads a model where it is not loaded, as ``plan`` says.

    Requests to one model run side by side, in one batch. Everything raises ``ModelFileError``, ``OutOfMemoryError`` and
    ``WorkerDiedError``, besides what is named.
    """

    def stream(
        self, model: LocalModel, plan: LoadPlan, request: ChatRequest | CompletionRequest
    ) -> AsyncIterator[StreamEvent]:
        """Answer. Raises ``ContextOverflowError`` and ``UnsupportedError``."""
        ...

    async def count_tokens(self, model: LocalModel, plan: LoadPlan, request: ChatRequest) -> int:
        """How many tokens the request is, written in the model's own template. Raises ``UnsupportedError``."""
        ...

    async def embed(self, model: LocalModel, plan: LoadPlan, texts: Sequence[str]) -> Embeddings:
        """Vectors of texts, by an embedding model. Raises ``ContextOverflowError`` and ``UnsupportedError``."""
        ...

    @property
    def loaded(self) -> Sequence[LoadPlan]:
        """The plans by which models are in memory now, the least recently used first."""
        ...

    def plan_of(self, model: LocalModel) -> LoadPlan | None:
        """The plan by which ``model`` is in memory, if the next request would be answered by that: then no other need
        be made, which asks the machine's devices.
        """
        ...

    @property
    def process_ids(self) -> Sequence[int]:
        """The processes that run now."""
        ...

    def listen(self, listener: Callable[[str], None]) -> None:
        """Tell ``listener`` what the person must know of the models in memory: that the machine's memory runs short."""
        ...

    async def unload(self, name: str | None = None) -> None:
        """End the process of one model, or of all; an answer that is running raises ``WorkerDiedError``."""
        ...

    async def aclose(self) -> None:
        """End every model's process. Safe to call twice."""
        ...


class HttpSite(Protocol):
    """What an HTTP server serves. Never raises a ``BatonError``: a failure is an answer too."""

    def refusal(self, head: HttpHead) -> HttpAnswer | None:
        """Why a request is not taken, told by its head alone; its body is then not read."""
        ...

    async def answer(self, head: HttpHead, body: bytes) -> HttpAnswer:
        """Answer a request. Cancelled where nobody waits for the answer any more."""
        ...

    def fault(self, status: int, message: str) -> HttpAnswer:
        """What the server itself has to say: a request that makes no sense, one too large, too many at once."""
        ...


class HttpServer(Protocol):
    """Serves one site on this machine alone, on the loop it was started on."""

    async def start(self, site: HttpSite, *, host: str, port: int) -> int:
        """Listen, and return the port (``port`` 0 takes a free one). Raises ``UsageError``."""
        ...

    async def stop(self) -> None:
        """Listen no longer, and cancel what is being answered. Safe to call twice."""
        ...


class ResultFile(Protocol):
    """Lines that are kept as they come. Blocking."""

    def earlier(self) -> Iterator[bytes]:
        """The whole lines that were there when the file was opened; once, before the first :meth:`append`."""
        ...

    def append(self, line: bytes) -> None:
        """Write a line, its newline included. It then outlives the process, and a second later the machine.

        Raises ``DiskFullError`` and ``StorageError``; what was written of the line is then taken back.
        """
        ...

    def close(self) -> None:
        """Put everything on disk. Safe to call twice."""
        ...


class LineFiles(Protocol):
    """Files of lines, and the standard streams, called ``-``. Blocking. Raises ``UsageError`` and ``StorageError``.

    Beside a file of results may lie a note: what must be known to go on with it. It is whole or not there.
    """

    def count(self, path: str) -> int | None:
        """How many lines are not blank, or ``None`` where that cannot be told in advance."""
        ...

    def lines(self, path: str) -> Iterator[bytes | None]:
        """The lines without their ends; ``None`` for one that is longer than a line may be."""
        ...

    def results(self, path: str, *, resume: bool) -> ResultFile:
        """Open a file for results. One that holds something is taken with ``resume`` only."""
        ...

    def note(self, path: str) -> bytes | None:
        """The note beside the results at ``path``, if there is one."""
        ...

    def write_note(self, path: str, note: bytes | None) -> None:
        """Keep a note beside the results at ``path``, or take it away; what returned outlives the machine."""
        ...
