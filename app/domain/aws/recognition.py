"""What a sentence asks of AWS, as the offline recogniser reads it. Refuses to say whether that may run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.aws.operations import OperationId, Risk


@dataclass(frozen=True, kw_only=True, slots=True)
class Lookup:
    """A value that the account can tell: the ids of what the person called by name.

    ``parameter``: where the ids belong. ``name``: what the person said. ``read`` with ``read_parameters`` finds the
    candidates; in its answer, the JMESPath ``ids`` gives their ids and ``labels`` as many texts to choose by.
    ``within``: the structure an id belongs in where the parameter is a list of such, the id itself as ``{id}``.
    """

    parameter: str
    name: str
    read: OperationId
    read_parameters: Mapping[str, object]
    ids: str
    labels: str
    many: bool = False  # the parameter is a list
    within: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """One way to understand a sentence, or one step of it. ``parameters`` of a later step may refer to an earlier
    one's answer, as :mod:`app.domain.aws.plans` writes that.
    """

    operation: OperationId
    parameters: Mapping[str, object] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    risk: Risk
    region: str | None = None
    lookups: tuple[Lookup, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SpokenScope:
    """The accounts and regions that a sentence speaks of beside a single region: "in all regions", "in all dev
    accounts". ``accounts`` are the words for them (``dev``); the service finds whom they mean.
    """

    all_regions: bool = False
    regions: tuple[str, ...] = ()
    all_accounts: bool = False
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Recognition:
    """What the offline recogniser made of a sentence.

    ``operation`` is ``None`` where the text asks nothing of AWS. ``missing`` names required parameters that the text
    does not give. ``region`` is the region the text names, else ``None``. ``confidence`` is between 0 and 1.

    ``lookups`` are read from the account before anything is proposed. ``choices``: other things that the sentence may
    as well mean, likeliest first; where there are any, the person chooses. ``steps``: all steps, the first too, where
    the sentence asks for more than one. ``scope``: where it asks in several places.
    """

    query: str
    operation: OperationId | None = None
    parameters: Mapping[str, object] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    risk: Risk | None = None
    region: str | None = None
    confidence: float = 0.0
    lookups: tuple[Lookup, ...] = ()
    choices: tuple[Reading, ...] = ()
    steps: tuple[Reading, ...] = ()
    scope: SpokenScope | None = None
