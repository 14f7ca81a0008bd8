"""What botocore does at the events of one service's clients, without what it does for all the others.

Every client gets a copy of its session's handlers, nearly all of which change calls of other services or their
documentation: copying them was a third of making a client, and what Python looks through for cycles. Owns the choice;
refuses to leave out what an event of that service would reach.
"""

from __future__ import annotations

from typing import Any

from botocore import handlers
from botocore.hooks import EventAliaser, HierarchicalEmitter
from botocore.utils import hyphenize_service_id


def events_of(service: str, metadata: dict[str, Any]) -> EventAliaser:
    """Botocore's own handlers for the clients of ``service``, whose description has that ``metadata``."""
    # Events are named after the service's id; those of the first years after its name or its host.
    names = {service, metadata.get("endpointPrefix"), hyphenize_service_id(metadata.get("serviceId", service))}
    kept = EventAliaser(HierarchicalEmitter())
    register = {handlers.REGISTER_FIRST: kept.register_first, handlers.REGISTER_LAST: kept.register_last}
    for event, handler, *when in handlers.BUILTIN_HANDLERS:
        kind, *parts = event.split(".")
        if kind != "docs" and (not parts or "*" in parts[0] or parts[0] in names):
            register.get(when[0] if when else None, kept.register)(event, handler)
    return kept
