"""What a client of one operation does at botocore's events, against what a whole client does."""

from __future__ import annotations

import botocore.session
import pytest
from botocore.handlers import BUILTIN_HANDLERS
from botocore.loaders import Loader
from botocore.model import ServiceModel

from app.aws.accounts.client_events import events_of

_SERVICES = ("apigateway", "autoscaling", "cloudsearchdomain", "ec2", "glacier", "iam", "lexv2-runtime", "logs", "rds")


@pytest.mark.parametrize("service", _SERVICES)
def test_the_events_of_a_service_reach_all_that_they_reached(service: str) -> None:
    model = ServiceModel(Loader().load_service_model(service, "service-2"), service)
    whole = botocore.session.Session().get_component("event_emitter")
    kept = events_of(service, model.metadata)
    called = {service, model.service_id.hyphenize()}
    kinds = {event.partition(".")[0] for event, *_ in BUILTIN_HANDLERS} - {"docs"}
    for kind in kinds:
        for name in called:
            for operation in model.operation_names:
                event = f"{kind}.{name}.{operation}"
                assert _reached(kept, event) == _reached(whole, event)


def _reached(events: object, event: str) -> list[object]:
    emitter = events._emitter  # type: ignore[attr-defined]  # what an event reaches is told nowhere else
    return list(emitter._handlers.prefix_search(events._alias_event_name(event)))  # type: ignore[attr-defined]
