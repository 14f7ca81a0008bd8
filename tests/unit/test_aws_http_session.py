"""Clients of AWS share the HTTP session of those that want the same of it, and no other."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.config import Config

from app.aws.accounts.http_session import RoutedSession
from app.domain.settings import Settings
from app.system.network import SystemNetwork


@pytest.mark.parametrize(
    ("first", "second", "is_shared"),
    [
        (Config(), Config(), True),
        (Config(read_timeout=5), Config(), False),
        (Config(tcp_keepalive=True), Config(), False),
        (Config(tcp_keepalive=True), Config(tcp_keepalive=True), True),
    ],
    ids=["alike", "another patience", "kept alive alone", "kept alive both"],
)
def test_clients_share_connections_where_they_want_the_same(first: Config, second: Config, is_shared: bool) -> None:
    session = RoutedSession(SystemNetwork(settings=Settings, password=lambda: None, environ={}), profile=None)

    def connections(config: Config) -> Any:
        keys = {"aws_access_key_id": "AKIDEXAMPLE", "aws_secret_access_key": "none"}
        client = session.create_client("sts", region_name="eu-west-1", config=config, **keys)
        return client._endpoint.http_session

    assert (connections(first) is connections(second)) is is_shared
