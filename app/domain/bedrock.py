"""What Amazon Bedrock's provider is handed of an AWS account: signed requests for four operations, and nothing else.

Owns the list of those operations. A model call is no action, but it uses the person's own credentials; so whoever signs
refuses every operation that is not listed here, whatever a model, a tool or a setting says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.errors import BatonError


class BedrockOperation(StrEnum):
    """What may be asked of Bedrock, as ``service:operation`` in botocore's spelling. None of them changes anything."""

    CONVERSE_STREAM = "bedrock-runtime:ConverseStream"
    COUNT_TOKENS = "bedrock-runtime:CountTokens"
    LIST_FOUNDATION_MODELS = "bedrock:ListFoundationModels"
    LIST_INFERENCE_PROFILES = "bedrock:ListInferenceProfiles"

    @property
    def service(self) -> str:
        """The service, as botocore spells it."""
        return self.value.partition(":")[0]

    @property
    def operation(self) -> str:
        """The operation, as botocore spells it."""
        return self.value.partition(":")[2]


@dataclass(frozen=True, kw_only=True, slots=True)
class SignedRequest:
    """An HTTP request, signed and ready to be sent within minutes. ``headers`` hold the signature: never shown."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes

    def __repr__(self) -> str:
        """Without headers and body."""
        return f"<{self.method} {self.url}>"


class BedrockAccount(Protocol):
    """The person's account and region for Bedrock, as the settings choose them. Blocking but for :meth:`refusal`."""

    def request(self, operation: BedrockOperation, parameters: Mapping[str, object]) -> SignedRequest:
        """Sign a request. Raises ``AwsCredentialsError`` where there are no credentials, ``AwsParameterError`` where
        no region is chosen or the parameters do not fit the operation, and ``CertificateError`` and its kin where
        credentials had to be fetched in vain.
        """
        ...

    def refusal(self, operation: BedrockOperation, *, code: str, message: str, status: int) -> BatonError:
        """The error for an answer that has nothing to do with models: credentials, rights, the clock."""
        ...
