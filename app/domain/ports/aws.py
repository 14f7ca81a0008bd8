"""AWS: its operations, accounts, the one executor, and who agrees."""

from __future__ import annotations

import asyncio
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
    KnownAccount,
    Lookup,
    Match,
    Operation,
    OperationBrief,
    OperationId,
    ParameterShape,
    PlanConsent,
    PlanProposal,
    Poll,
    Proposal,
    QueryAnswer,
    Recognition,
    SignInPrompt,
    SignInState,
    Snapshot,
    Waiter,
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

    def canonical(self, text: str) -> Sequence[OperationId]:
        """The operations that ``text`` spells, in any of their spellings (``s3api delete-bucket``, ``s3:DeleteBucket``,
        ``S3:deletebucket``), or by the IAM action that they need where none bears that name
        (``s3:ListAllMyBuckets``); ``*`` stands for anything. Empty where it spells none.
        """
        ...

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
        """What is wrong with the parameters, one sentence each; empty where they fit the operation's model.

        A reference to an earlier step's answer fits everywhere here: whether its type does is asked of
        :meth:`answer_shape`.
        """
        ...

    def answer_shape(self, operation: OperationId, path: str) -> ParameterShape | None:
        """The shape of what a JMESPath finds in the operation's answer; ``None`` where nothing can stand there, or
        where that cannot be told without an answer. Raises ``NotFoundError``.
        """
        ...

    def value_at(self, path: str, data: object) -> object:
        """What a JMESPath finds in an answer; ``None`` for nothing. Raises ``AwsParameterError`` for no path."""
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

    def offer(self, operation: OperationId, parameter: str) -> Lookup | None:
        """The look-up of all that a parameter could name, its ``name`` empty; ``None`` where no plain read tells."""
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

    def known(self, key: str) -> KnownAccount:
        """What there is to say of an account without asking anybody. Raises ``NotFoundError``."""
        ...

    def regions(self, key: str) -> Sequence[str]:
        """The regions that can be chosen, known offline."""
        ...

    @property
    def notices(self) -> Sequence[str]:
        """What was wrong with the AWS configuration when it was last read, and the remedy; empty where all was well."""
        ...


class PlaceDirectory(AccountDirectory, Protocol):
    """The directory, and what one question over several places needs of it. Blocking."""

    def enabled_regions(self, key: str) -> Sequence[str]:
        """The regions that the account has enabled, as AWS says, kept while Baton runs; all that are known where that
        may not be read. Raises ``AwsCredentialsError``.
        """
        ...

    def known_alias(self, key: str) -> str | None:
        """The account's alias where it is known already. Asks nobody."""
        ...


class CallExecutor(Protocol):
    """The only thing that sends calls to AWS. Held by ``services.orchestration`` alone. Blocking."""

    def make_ready(self, call: Call, *, timeout_s: float) -> None:
        """Do what :meth:`execute` would do before it sends anything, so that it need not; never fails."""
        ...

    def execute(
        self, call: Call, *, page_limit: int, timeout_s: float, dry_run: bool, cancelled: Callable[[], bool]
    ) -> CallResult: ...

    def joined(self, call: Call, earlier: CallResult, later: CallResult) -> CallResult:
        """An answer with the pages that followed it, as one. Sends nothing."""
        ...

    def waiters(self, call: Call, result: CallResult) -> Sequence[Waiter]:
        """What can be waited for after ``call`` was answered with ``result``, likeliest first. Sends nothing."""
        ...

    def poll(self, waiter: Waiter, *, timeout_s: float) -> Poll:
        """Look once. Raises ``BatonError`` and its kin for what the waiter itself does not expect."""
        ...


class ResultReader(Protocol):
    """Reads answers that are there already. Sends nothing; blocking, for a large answer."""

    def query(self, data: object, expression: str) -> QueryAnswer:
        """What a JMESPath makes of ``data``; a wrong, endless or giant one gives a ``problem``."""
        ...

    def names(self, data: object) -> Sequence[str]:
        """The member names anywhere in ``data`` that a JMESPath may use, those at the top first."""
        ...

    def call_link(self, call: Call) -> str:
        """The address of the web console's page for a call's service and region, or "" where there is none."""
        ...

    def resource_link(self, call: Call, identifier: str) -> str:
        """The address of the console's page for an id or ARN that ``call`` answered with, or "" where none is known."""
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

    def prospect(self, call: Call, before: Snapshot) -> str:
        """How ``call`` could be taken back once it is carried out, in a sentence; "" where it cannot be, or where that
        is not known before. Sends nothing; never raises.
        """
        ...

    def inverse(self, call: Call, before: Snapshot, result: CallResult) -> Inverse | None:
        """How ``call`` is taken back after it was carried out, or ``None`` where it cannot be. Sends nothing."""
        ...

    def goes_with(self, deletion: Call, other: Call) -> bool:
        """Whether what ``other`` would set is gone once ``deletion`` was carried out, and does not hinder it."""
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


class SignIn(Protocol):
    """The way into accounts whose credentials run out. Blocking, but for :meth:`state`. Hands out no credentials."""

    def state(self, key: str) -> SignInState:
        """How the account stands, by what lies on this machine. Raises ``NotFoundError``, ``AwsCredentialsError``."""
        ...

    def begin(self, key: str) -> SignInPrompt:
        """Ask for a code that the person confirms in the browser. Raises ``BatonError`` and its kin."""
        ...

    def poll(self, prompt: SignInPrompt) -> float | None:
        """``None`` once the person has confirmed, else the seconds to wait before the next look.

        Raises ``AwsCredentialsError`` where the code has expired (``code`` is ``SignInExpired``) or the person refused
        (``SignInDenied``), and other kin of ``BatonError``.
        """
        ...

    def drop(self, prompt: SignInPrompt) -> None:
        """Forget a sign-in that nobody waits for any more."""
        ...

    def refresh(self, key: str) -> None:
        """Fetch the account's credentials now, which asks for an MFA code where its role wants one."""
        ...

    def attend(self, asker: CodeAsker | None, loop: asyncio.AbstractEventLoop) -> None:
        """Have ``asker`` asked for MFA codes from now on, on ``loop``, whose thread calls this; ``None``: nobody."""
        ...
