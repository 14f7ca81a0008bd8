"""botocore's descriptions of services, read once for all accounts, and cut down to what one call needs.

A client of EC2 has 830 methods, which take botocore 15 ms and megabytes to make, in every region of every account; its
description takes 300 ms to read, for every session. Owns the sharing; refuses to change what a description says.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, NamedTuple

from botocore.hooks import EventAliaser
from botocore.loaders import JSONFileLoader, Loader, create_loader
from botocore.model import ServiceModel

from app.aws.accounts.client_events import events_of
from app.aws.collections_paused import no_collections
from app.aws.model_files import read_model_file

# S3 looks for a bucket's region by a call of its own; the others are used to fetch credentials meanwhile.
_WHOLE = frozenset({"s3", "s3control", "sts", "sso", "sso-oidc", "signin"})
_CUT_KEPT = 64


class _PlainFiles(JSONFileLoader):
    def load_file(self, file_path: str) -> Any:
        """See botocore."""
        return read_model_file(file_path)


class OneOperation(NamedTuple):
    """A service's description cut down to one operation, and the shapes that were looked at in it so far."""

    description: Mapping[str, Any]
    model: ServiceModel


class SharedLoader(Loader):
    """Reads each description once, whichever thread comes first."""

    def __init__(self, data_path: str | None) -> None:
        made = create_loader(data_path)
        super().__init__(file_loader=_PlainFiles())
        self._search_paths = list(made.search_paths)
        self._reading = threading.RLock()
        self._events: dict[str, EventAliaser] = {}
        self._cut: OrderedDict[tuple[str, str, str | None], OneOperation] = OrderedDict()

    def of_one(self, service: str, operation: str, api_version: str | None) -> OneOperation:
        """The description of ``service`` with ``operation`` alone and those that find its endpoint."""
        key = (service, operation, api_version)
        with self._reading:
            kept = self._cut.pop(key, None)
            if kept is None:
                whole: Mapping[str, Any] = self.load_service_model(service, "service-2", api_version)
                operations: Mapping[str, Mapping[str, Any]] = whole["operations"]
                left = {
                    name: described
                    for name, described in operations.items()
                    if name == operation or described.get("endpointoperation")
                }
                cut = {**whole, "operations": left}
                kept = OneOperation(cut, ServiceModel(cut, service))
            self._cut[key] = kept
            while len(self._cut) > _CUT_KEPT:
                self._cut.popitem(last=False)
            return kept

    def events_of(self, service: str) -> EventAliaser:
        """See :func:`app.aws.accounts.client_events.events_of`; the same ones for all accounts."""
        with self._reading:
            if service not in self._events:
                described = self.load_service_model(service, "service-2")
                self._events[service] = events_of(service, described["metadata"])
            return self._events[service]

    def load_service_model(self, *arguments: Any, **more: Any) -> Any:
        """See botocore."""
        with self._reading, no_collections():
            return super().load_service_model(*arguments, **more)

    def load_data(self, *arguments: Any, **more: Any) -> Any:
        """See botocore."""
        with self._reading:
            return super().load_data(*arguments, **more)

    def load_data_with_path(self, *arguments: Any, **more: Any) -> Any:
        """See botocore."""
        with self._reading:
            return super().load_data_with_path(*arguments, **more)


class OneOperationLoader:
    """``whole``, but that ``service`` has ``operation`` alone, and those that find its endpoint."""

    def __init__(self, whole: SharedLoader, service: str, operation: str) -> None:
        self._whole = whole
        self._service = service
        self._operation = operation
        self._given: OneOperation | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole, name)

    def load_service_model(self, service_name: str, type_name: str, api_version: str | None = None) -> Any:
        """See botocore."""
        if service_name != self._service or type_name != "service-2":
            return self._whole.load_service_model(service_name, type_name, api_version)
        self._given = self._whole.of_one(service_name, self._operation, api_version)
        return self._given.description

    def share_shapes(self, client: Any) -> None:
        """Let ``client``, made with this, look at the shapes that others like it have looked at: botocore makes them
        anew for each client, in every region of every account, as it reads an answer.
        """
        if self._given is not None:
            client.meta._service_model = self._given.model  # noqa: SLF001 - botocore offers no other way


def has_narrow_clients(service: str) -> bool:
    """Whether a client of ``service`` may be made that knows one operation alone."""
    return service not in _WHOLE
