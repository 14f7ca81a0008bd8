"""botocore's descriptions of services, read once for all accounts, and cut down to what one call needs.

A client of EC2 has 830 methods, which take botocore 15 ms and megabytes to make, in every region of every account; its
description takes 300 ms to read, for every session. Owns the sharing; refuses to change what a description says.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from botocore.loaders import Loader, create_loader

# S3 looks for a bucket's region by a call of its own; the others are used to fetch credentials meanwhile.
_WHOLE = frozenset({"s3", "s3control", "sts", "sso", "sso-oidc", "signin"})


class SharedLoader(Loader):
    """Reads each description once, whichever thread comes first."""

    def __init__(self, data_path: str | None) -> None:
        made = create_loader(data_path)
        super().__init__()
        self._search_paths = list(made.search_paths)
        self._reading = threading.RLock()

    def load_service_model(self, *arguments: Any, **more: Any) -> Any:
        """See botocore."""
        with self._reading:
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

    def __init__(self, whole: Loader, service: str, operation: str) -> None:
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
        operations: Mapping[str, Mapping[str, Any]] = model["operations"]
        kept = {
            name: described
            for name, described in operations.items()
            if name == self._operation or described.get("endpointoperation")
        }
        return {**model, "operations": kept}


def narrowed(whole: Loader, service: str, operation: str) -> Any:
    """The loader to make a client with that is to call ``operation`` alone."""
    return whole if service in _WHOLE else OneOperationLoader(whole, service, operation)
