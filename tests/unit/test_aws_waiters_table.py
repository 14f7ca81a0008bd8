"""The table of waiters against the botocore that is installed."""

from __future__ import annotations

import re
from typing import Any

import botocore.session
import jmespath  # type: ignore[import-untyped]  # it ships no types
import pytest

from app.aws.execution.waiters_table import GOALS, KNOWN, WORDS


@pytest.mark.parametrize("service", sorted({service for service, _ in KNOWN}))
def test_every_operation_waiter_and_parameter_of_the_table_exists(service: str) -> None:
    session = botocore.session.get_session()
    model, waiters = session.get_service_model(service), session.get_waiter_model(service)
    for (_, operation), fits in ((key, fits) for key, fits in KNOWN.items() if key[0] == service):
        own = model.operation_model(operation)
        for fit in fits:
            assert fit.waiter in waiters.waiter_names, (operation, fit.waiter)
            read = model.operation_model(waiters.get_waiter(fit.waiter).operation).input_shape
            assert {name for name, _ in fit.parameters} <= set(read.members), (operation, fit.waiter)
            assert set(read.required_members) <= {name for name, _ in fit.parameters}, (operation, fit.waiter)
            for _, place in fit.parameters:
                jmespath.compile(place)
                assert any(_begins_in(one, own) for one in place.split("||")), (operation, place)


def _begins_in(place: str, operation: Any) -> bool:
    """Whether the first names of ``place`` are members of the operation's parameters, or of its answer."""
    first, *rest = re.findall(r"\w+", place)
    shape, name = (operation.output_shape, rest[0]) if first == "answer" else (operation.input_shape, first)
    return shape is not None and name in shape.members


def test_words_are_about_states_that_are_known() -> None:
    assert set(WORDS) <= set(GOALS)
