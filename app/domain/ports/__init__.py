"""What the services need from the outside, as protocols that the adapters implement.

A port's ``def`` may block (disk, keyring, network through boto3, heavy imports) and is called on a thread by the
services; its ``async def`` and its asynchronous generators never block the loop. Every method raises only
:class:`app.domain.errors.BatonError` and its kin.
"""

from app.domain.ports.aws import (
    AccountDirectory,
    CallExecutor,
    CallInspector,
    CodeAsker,
    ConsentAsker,
    OperationCatalogue,
    PlaceDirectory,
    Recogniser,
    ResultReader,
    SignIn,
    UndoPlanner,
)
from app.domain.ports.keeping import HistoryKeeper
from app.domain.ports.local import LocalEngine, LocalModelStore, ModelHub
from app.domain.ports.logs import LogBook
from app.domain.ports.models import (
    AnswerStage,
    ChatProvider,
    CountsTokens,
    HasAddress,
    Moderates,
    OffersBatches,
    OverflowAsker,
    PlansContext,
    Proceed,
    TakesUnlistedModels,
    VendorBatches,
)
from app.domain.ports.privacy import FoundSecret, Masked, Outgate, Outgoing, PrivacyStore, SecretRules
from app.domain.ports.serving import HttpServer, HttpSite, LineFiles, ResultFile
from app.domain.ports.storage import (
    AnswerCache,
    AttachmentReader,
    AuditLog,
    BlobStore,
    ConversationStore,
    PolicyStore,
    PromptStore,
    RecordStore,
    SecretStore,
    SettingsStore,
    UsageLog,
)
from app.domain.ports.work import UNREPORTED, UNWATCHED, WorkRegister, WorkReport
from app.domain.requests import ChatRequest, CompletionRequest, Embeddings

__all__ = [
    "UNREPORTED",
    "UNWATCHED",
    "AccountDirectory",
    "AnswerCache",
    "AnswerStage",
    "AttachmentReader",
    "AuditLog",
    "BlobStore",
    "CallExecutor",
    "CallInspector",
    "ChatProvider",
    "ChatRequest",
    "CodeAsker",
    "CompletionRequest",
    "ConsentAsker",
    "ConversationStore",
    "CountsTokens",
    "Embeddings",
    "FoundSecret",
    "HasAddress",
    "HistoryKeeper",
    "HttpServer",
    "HttpSite",
    "LineFiles",
    "LocalEngine",
    "LocalModelStore",
    "LogBook",
    "Masked",
    "ModelHub",
    "Moderates",
    "OffersBatches",
    "OperationCatalogue",
    "Outgate",
    "Outgoing",
    "OverflowAsker",
    "PlaceDirectory",
    "PlansContext",
    "PolicyStore",
    "PrivacyStore",
    "Proceed",
    "PromptStore",
    "Recogniser",
    "RecordStore",
    "ResultFile",
    "ResultReader",
    "SecretRules",
    "SecretStore",
    "SettingsStore",
    "SignIn",
    "TakesUnlistedModels",
    "UndoPlanner",
    "UsageLog",
    "VendorBatches",
    "WorkRegister",
    "WorkReport",
]
