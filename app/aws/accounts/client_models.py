"""botocore's descriptions of services, read once for all accounts, and cut down to what one call needs.

A client of EC2 has 830 methods, which take botocore 15 ms and megabytes to make, in every region of every account; its
description takes 300 ms to read, for every session. Owns the sharing; refuses to change what a description says.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from botocore.loaders import JSONFileLoader, Loader, create_loader

from app.aws.collections_paused import no_collections
from app.aws.model_files import read_model_file

# S3 looks for a bucket's region by a call of its own; the others are used to fetch credentials meanwhile.
_WHOLE = frozenset({"s3", "s3control", "sts", "sso", "sso-oidc", "signin"})
_CUT_KEPT = 64


class _PlainFiles(JSONFileLoader):
    def load_file(self, file_path: str) -> Any:
        """See botocore."""
        return read_model_file(file_path)


class SharedLoader(Loader):
    """Reads each description once, whichever thread comes first."""

    def __init__(self, data_path: str | None) -> None:
        made = create_loader(data_path)
        super().__init__(file_loader=_PlainFiles())
        self._search_paths = list(made.search_paths)
        self._reading = threading.RLock()
        self._cut: OrderedDict[tuple[str, str], Mapping[str, Any]] = OrderedDict()

    def of_one(self, service: str, operation: str, whole: Mapping[str, Any]) -> Mapping[str, Any]:
        """``whole``, the description of ``service``, with ``operation`` alone and those that find its endpoint."""
        with self._reading:
            kept = self._cut.pop((service, operation), None)
            if kept is None:
                operations: Mapping[str, Mapping[str, Any]] = whole["operations"]
                left = {
                    name: described
                    for name, described in operations.items()
                    if name == operation or described.get("endpointoperation")
                }
                kept = {**whole, "operations": left}
            self._cut[service, operation] = kept
            while len(self._cut) > _CUT_KEPT:
                self._cut.popitem(last=False)
            return kept

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

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole, name)

    def load_service_model(self, service_name: str, type_name: str, api_version: str | None = None) -> Any:
        """See botocore."""
        model: Any = self._whole.load_service_model(service_name, type_name, api_version)
        if service_name != self._service or type_name != "service-2":
            return model
        return self._whole.of_one(service_name, self._operation, model)


def narrowed(whole: SharedLoader, service: str, operation: str) -> Any:
    """The loader to make a client with that is to call ``operation`` alone."""
    return whole if service in _WHOLE else OneOperationLoader(whole, service, operation)
