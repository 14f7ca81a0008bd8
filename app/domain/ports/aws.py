"""AWS: its operations, accounts, the one executor, and who agrees."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from app.domain.aws import (
    Account,
    Call,
    CallResult,
    Classification,
    Consent,
    Identity,
    Inspection,
    Inverse,
    Lookup,
    Match,
    Operation,
    OperationBrief,
    OperationId,
    PlanConsent,
    PlanProposal,
    Proposal,
    Recognition,
    Snapshot,
)


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

    def answers(self, operation: OperationId) -> Sequence[str]:
        """JMESPaths of the single values in the operation's answer, the nearest first. Raises ``NotFoundError``."""
        ...


class Recogniser(Protocol):
    """Sentences to calls, offline and with no model. Blocking, but quick once the catalogue stands."""

    def recognise(self, text: str) -> Recognition: ...

    def candidates(self, lookup: Lookup, answer: Mapping[str, object]) -> Sequence[tuple[str, str]]:
        """The ids that the answer to a look-up holds, each with a text to choose by. The answer is data, no more."""
        ...


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


class CallInspector(Protocol):
    """Finds out what a person should know before saying yes, by reads alone. Held by ``services.orchestration`` alone.

    Blocking; never raises: what could not be found out is unknown, and a note says why.
    """

    def inspect(self, call: Call, before: Snapshot) -> Inspection:
        """What ``call`` touches, whether it may, what it costs, what will be different, what cannot be undone."""
        ...


class UndoPlanner(Protocol):
    """Knows how changes are taken back. Held by ``services.orchestration`` alone."""

    def before(self, call: Call) -> Snapshot:
        """The state that ``call`` will change, by reads alone; empty for a call that has no inverse. Blocking; never
        raises.
        """
        ...

    def inverse(self, call: Call, before: Snapshot, result: CallResult) -> Inverse | None:
        """How ``call`` is taken back after it was carried out, or ``None`` where it cannot be. Sends nothing."""
        ...


class ConsentAsker(Protocol):
    """How the person is asked. A front end with nobody there answers ``Consent(granted=False, nobody_there=True)``."""

    async def ask(self, proposal: Proposal) -> Consent: ...

    async def ask_plan(self, proposal: PlanProposal) -> PlanConsent: ...


class CodeAsker(Protocol):
    """How the person is asked for the code of an MFA device (``device`` is its ARN or serial number)."""

    async def ask_code(self, account: Account, device: str) -> str | None:
        """Six digits, or ``None`` where the person will not, or nobody is there."""
        ...
