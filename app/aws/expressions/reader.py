"""Reads answers for people: questions in JMESPath, and where the web console shows the same. Sends nothing."""

from __future__ import annotations

from collections.abc import Sequence

from app.aws.expressions.questions import member_names, run_query
from app.aws.results.console_links import call_address, resource_address
from app.domain.aws import DEMO_ACCOUNT, Call, QueryAnswer


class BotoResultReader:
    """The port :class:`app.domain.ports.ResultReader` over this package's parts. Keeps nothing."""

    def query(self, data: object, expression: str) -> QueryAnswer:
        return run_query(data, expression)

    def names(self, data: object) -> Sequence[str]:
        return member_names(data)

    def call_link(self, call: Call) -> str:
        return "" if call.account == DEMO_ACCOUNT else call_address(call)

    def resource_link(self, call: Call, identifier: str) -> str:
        return "" if call.account == DEMO_ACCOUNT else resource_address(call, identifier)
