"""What ``baton bench aws`` says of calls in many places and of the gate; how long it takes here is not judged."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.aws.accounts.accounts import BotoAccountDirectory
from app.aws.accounts.clients import AccountClients
from app.aws.bench.fan_out import ACCOUNTS, REGIONS, measure_fan_out, with_slow_accounts
from app.aws.bench.gate import measure_gate
from app.aws.demo.account import DemoAccount
from app.domain.aws import Call, CallResult, CallScope, Table
from app.domain.figures import Figure

SLOW_AWS = (sys.executable, "-P", "-m", "app", "_worker", "slow-aws")


class Asking:
    """Notes what is asked; its slowest call took a second."""

    parallel = 16

    def __init__(self) -> None:
        self.asked: list[tuple[Call, CallScope]] = []

    async def everywhere(self, call: Call, scope: CallScope) -> CallResult:
        self.asked.append((call, scope))
        return CallResult(data={}, table=Table(columns=(), rows=()), duration_s=1.0)


async def test_the_throttle_is_what_the_bound_makes_inevitable() -> None:
    asking = Asking()
    figures = {figure.name: figure for figure in await measure_fan_out(asking)}
    assert {scope for _, scope in asking.asked} == {CallScope(accounts=ACCOUNTS, regions=REGIONS)}
    throttle = next(figure for name, figure in figures.items() if name.startswith("the throttle"))
    assert round(throttle.value, 2) == 1.8  # seven rounds of sixteen, so six waits beyond the first
    judged = next(figure for figure in figures.values() if figure.goal is not None)
    assert judged.goal == 1.5
    assert judged.unit == "x"


async def test_the_slow_accounts_answer_and_are_gone_afterwards() -> None:
    async def work(folder: Path) -> list[Figure]:
        clients = AccountClients(DemoAccount(()))
        try:
            directory = BotoAccountDirectory(clients)
            assert {account.key for account in directory.accounts()} == {*ACCOUNTS, "demo"}
            assert directory.known("one").identity is None
            identity = directory.identity("one", "us-east-1")
            assert identity.account_id == "111122223333"
            assert directory.known("one").identity == identity
            with pytest.MonkeyPatch.context() as changed:
                changed.setenv("AWS_CA_BUNDLE", "elsewhere.pem")
                assert directory.known("one").identity is None  # who one is may have changed with it
            sent: list[Call] = []

            async def submit(call: Call) -> None:
                sent.append(call)

            figures = await measure_gate(submit, page_limit=1, timeout_s=20.0)
            assert {call.account for call in sent} == {"one"}
            return figures
        finally:
            clients.close()

    figures = await with_slow_accounts(work, 0.0, SLOW_AWS)
    assert [figure.goal for figure in figures] == [5.0, None, None, None]
    assert figures[-1].value > 0
    clients = AccountClients(DemoAccount(()))
    assert [account.key for account in BotoAccountDirectory(clients).accounts()] == ["demo"]
    clients.close()
