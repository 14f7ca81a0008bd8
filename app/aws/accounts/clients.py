"""Sessions and clients for every account: boto3's own credential chain for real ones, loopback alone for the demo.

Owns botocore's sessions and caches its clients. Refuses to send a demo account's request anywhere but to the demo
account.
"""

from __future__ import annotations

import os
import re
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.aws.accounts import answer_check
from app.aws.accounts.credential_process import starter_of
from app.aws.accounts.mfa import MfaCodes, ask_for_codes
from app.aws.demo.account import DemoAccount, DemoEndpoint
from app.aws.demo.constants import (
    DEMO_ACCESS_KEY_ID,
    DEMO_REGION,
    DEMO_SECRET_ACCESS_KEY,
    DEMO_SERVICES,
    TOKEN_HEADER,
)
from app.domain.aws import DEMO_ACCOUNT, Account, AccountKind
from app.domain.conversation import NO_AWS
from app.domain.errors import NotFoundError, UnsupportedError
from app.domain.language import tr
from app.domain.network import Network

if TYPE_CHECKING:
    import botocore.session
    from botocore.config import Config

ENVIRONMENT_ACCOUNT = "environment"
RESERVED = frozenset({DEMO_ACCOUNT, "demo account", ENVIRONMENT_ACCOUNT, NO_AWS, "all"})
"""Words that mean something to Baton where an account stands, whatever their case."""

_ACCOUNT_NUMBER = re.compile(r"[0-9]{12}")  # as which a rule of the policy would take it
_PROFILE_PREFIX = "profile:"
_CLIENTS_KEPT = 24
_NARROW_CLIENTS_KEPT = 256
"""Clients of one operation: small enough to keep those of every region of several accounts."""
_CONNECT_TIMEOUT_S = 10.0

# Where AWS's partitions answer (botocore's partitions.json).
_AWS_SUFFIXES = (
    ".amazonaws.com",
    ".amazonaws.com.cn",
    ".amazonaws.eu",
    ".api.aws",
    ".on.aws",
    ".api.amazonwebservices.com.cn",
    ".on.amazonwebservices.com.cn",
    ".api.amazonwebservices.eu",
    ".c2s.ic.gov",
    ".sc2s.sgov.gov",
    ".cloud.adc-e.uk",
    ".csp.hci.ic.gov",
)


def profile_key(name: str) -> str:
    """The account key of a profile, which is its title too. One whose name means something else gets a prefix."""
    means_more = name.casefold() in RESERVED or _ACCOUNT_NUMBER.fullmatch(name) or name.startswith(_PROFILE_PREFIX)
    return _PROFILE_PREFIX + name if means_more else name


def profile_name(key: str) -> str:
    """The profile an account key stands for."""
    return key.removeprefix(_PROFILE_PREFIX)


@dataclass(frozen=True, slots=True, eq=False)
class AccountSession:
    """An account's session. Another object means other credentials or another configuration.

    ``session`` is the configuration, ``boto`` makes clients from it.
    """

    account: Account
    session: botocore.session.Session
    boto: Any  # boto3's Session, whose stubs know service names as literals only
    fingerprint: tuple[object, ...]
    lock: threading.Lock  # botocore's sessions are not safe to create clients with from two threads
    demo: DemoEndpoint | None = None


class AccountClients:
    """Sessions and clients, by account. Thread-safe. Without a ``network`` botocore finds its own way out."""

    def __init__(self, demo: DemoAccount, network: Network | None = None) -> None:
        self.codes = MfaCodes()
        self._demo = demo
        self._network = network
        self._lock = threading.Lock()
        # Clients are made one after the other, which is all Python can do: side by side all of them would be late.
        self._making = threading.Lock()
        self._sessions: dict[str, AccountSession] = {}
        self._clients: OrderedDict[tuple[object, ...], tuple[AccountSession, Any]] = OrderedDict()
        self._narrow_clients: OrderedDict[tuple[object, ...], tuple[AccountSession, Any]] = OrderedDict()
        self._models: dict[str | None, Any] = {}

    def client(
        self, account: Account, service: str, region: str, *, timeout_s: float = 60.0, operation: str | None = None
    ) -> Any:
        """A client of ``service``; where ``operation`` is given, it may know no other. Blocking: the demo account may
        have to start.

        Raises :class:`UnsupportedError` for a service the demo account lacks, ``AwsCredentialsError`` for a
        configuration that cannot be read, and what botocore raises for a service or region it does not know.
        """
        if account.kind is AccountKind.DEMO and service not in DEMO_SERVICES:
            raise UnsupportedError(
                tr("The demo account has no {service}.", service=service),
                remedy=tr("Choose an account of your own for it."),
            )
        held = self.session(account)
        key = (account.key, service, region, timeout_s, operation)
        clients = self._clients if operation is None else self._narrow_clients
        with self._lock:
            kept = clients.get(key)
            if kept is not None and kept[0] is held:
                clients.move_to_end(key)
                return kept[1]
        with held.lock:
            if held.demo is None:
                held.session.get_credentials()  # may take long, and asks its person perhaps: others need not wait
            with self._making:
                client = self._create(held, service, region, timeout_s, operation)
        with self._lock:
            clients[key] = (held, client)
            while len(clients) > (_CLIENTS_KEPT if operation is None else _NARROW_CLIENTS_KEPT):
                clients.popitem(last=False)
        return client

    def answers_dry_runs(self, account: Account, client: Any) -> bool:
        """Whether what ``client`` speaks to is known to only check a dry run: AWS and the demo account. Something else
        that was put in AWS's place (an emulator, say) may well carry it out.
        """
        return account.kind is AccountKind.DEMO or is_awss(client.meta.endpoint_url)

    def session(self, account: Account) -> AccountSession:
        """The account's session: the same object for as long as its configuration is unchanged on disk."""
        import boto3.session

        demo = self._demo.endpoint() if account.kind is AccountKind.DEMO else None
        fingerprint = (demo,) if demo else self._fingerprint(configuration_state())
        with self._lock:
            held = self._sessions.get(account.key)
            if held is not None and held.fingerprint == fingerprint:
                return held
            session = demo_session() if demo else _own_session(account, self._network, self.codes)
            self._share_models(session)
            boto = boto3.session.Session(botocore_session=session)
            held = AccountSession(account, session, boto, fingerprint, threading.Lock(), demo)
            self._sessions[account.key] = held
            return held

    def is_current(self, held: AccountSession, state: tuple[object, ...]) -> bool:
        """Whether ``held`` is what :meth:`session` would give now; ``state``: that of the configuration."""
        if held.demo is not None:
            return self.session(held.account) is held
        with self._lock:
            return self._sessions.get(held.account.key) is held and held.fingerprint == self._fingerprint(state)

    def _fingerprint(self, state: tuple[object, ...]) -> tuple[object, ...]:
        return state if self._network is None else (*state, *self._network.trusted)

    def forget(self, key: str) -> None:
        """Let the account be found anew: its person has signed in."""
        with self._lock:
            self._sessions.pop(key, None)

    def credentials_expiry(self, key: str) -> datetime | None:
        """When the credentials that the account works with now are over; ``None`` where there are none yet, or they
        never are. Fetches nothing.
        """
        with self._lock:
            held = self._sessions.get(key)
        expiry = getattr(getattr(held.session, "_credentials", None), "_expiry_time", None) if held else None
        return expiry if isinstance(expiry, datetime) else None

    def close(self) -> None:
        """Close every client's connections."""
        self.codes.close()
        with self._lock:
            clients = [client for kept in (self._clients, self._narrow_clients) for _, client in kept.values()]
            self._clients.clear()
            self._narrow_clients.clear()
            self._sessions.clear()
        for client in clients:
            client.close()

    def _share_models(self, session: botocore.session.Session) -> None:
        from app.aws.accounts.client_models import SharedLoader

        path: Any = session.get_config_variable("data_path")
        if path not in self._models:
            self._models[path] = SharedLoader(path)
        session.register_component("data_loader", self._models[path])

    @classmethod
    def _create(cls, held: AccountSession, service: str, region: str, timeout_s: float, operation: str | None) -> Any:
        """A new client; the caller holds the session's lock."""
        from app.aws.accounts.client_models import OneOperationLoader, has_narrow_clients

        if operation is None or not has_narrow_clients(service):
            return cls._made(held, service, region, timeout_s)
        whole: dict[str, Any] = {name: held.session.get_component(name) for name in ("data_loader", "event_emitter")}
        loader = OneOperationLoader(whole["data_loader"], service, operation)
        held.session.register_component("data_loader", loader)
        held.session.register_component("event_emitter", loader.events_of(service))
        try:
            client = cls._made(held, service, region, timeout_s)
        finally:
            for name, component in whole.items():
                held.session.register_component(name, component)
        loader.share_shapes(client)
        return client

    @staticmethod
    def _made(held: AccountSession, service: str, region: str, timeout_s: float) -> Any:
        if held.demo is None:
            own = held.boto.client(service, region_name=region, config=_own_config(timeout_s))
            own.meta.events.register("before-send", keep_to_aws(own.meta.endpoint_url))
            answer_check.register(own)
            return own
        client = held.boto.client(
            service,
            region_name=region,
            endpoint_url=held.demo.url,
            aws_access_key_id=DEMO_ACCESS_KEY_ID,
            aws_secret_access_key=DEMO_SECRET_ACCESS_KEY,
            config=_demo_config(timeout_s),
        )
        _pin_to(held.demo, client)
        return client


def is_awss(address: str) -> bool:
    """Whether an address is one of AWS's own."""
    try:
        return (urlsplit(address).hostname or "").endswith(_AWS_SUFFIXES)
    except ValueError:
        return False


def _config(timeout_s: float, *, attempts: int, **more: Any) -> Config:
    from botocore.config import Config

    return Config(
        connect_timeout=min(_CONNECT_TIMEOUT_S, timeout_s),
        read_timeout=timeout_s,
        retries={"mode": "standard", "total_max_attempts": attempts},
        **more,
    )


def _own_config(timeout_s: float) -> Config:
    return _config(timeout_s, attempts=4, user_agent_extra="baton-desktop")


def keep_to_aws(endpoint_url: str) -> Callable[..., None]:
    """A guard for signed requests: some operations take the host to call as a parameter (machinelearning Predict)."""
    own = urlsplit(endpoint_url).hostname or ""

    def check(request: Any, **_: object) -> None:
        host = urlsplit(request.url).hostname or ""
        if host != own and not host.endswith(("." + own, *_AWS_SUFFIXES)):
            raise UnsupportedError(
                tr("The call would have gone to {host!r}, which is not AWS, so it was not sent.", host=host),
                remedy=tr("Mend the endpoint in the parameters."),
            )

    return check


def _demo_config(timeout_s: float) -> Config:
    return _config(
        timeout_s,
        attempts=1,
        proxies={},  # not even the proxy sees the demo account
        inject_host_prefix=False,  # "482107369154." before a loopback address would be looked up in DNS
        s3={"addressing_style": "path"},
    )


def _pin_to(demo: DemoEndpoint, client: Any) -> None:
    """Let the client's requests go to the demo account and nowhere else, whatever made botocore choose otherwise (a
    queue's URL, an access point's ARN, a redirect).
    """

    def check(request: Any, **_: object) -> None:
        if not request.url.startswith(demo.url + "/"):
            raise UnsupportedError(
                tr("The call would have left the demo account, so it was not sent."),
                remedy=tr("Use names and addresses that the demo account gave you, or choose an account of your own."),
            )
        request.headers[TOKEN_HEADER] = demo.token

    client.meta.events.register("before-send", check)


def demo_session() -> botocore.session.Session:
    """A session that neither the environment nor any file can bend: every variable is botocore's default."""
    import botocore.session
    from botocore.configprovider import BOTOCORE_DEFAUT_SESSION_VARIABLES, ConstantProvider

    session = botocore.session.Session()
    store = session.get_component("config_store")
    for name, (_, _, default, _) in BOTOCORE_DEFAUT_SESSION_VARIABLES.items():
        store.set_config_provider(name, ConstantProvider(default))
    for name, value in (
        ("config_file", os.devnull),
        ("credentials_file", os.devnull),
        ("region", DEMO_REGION),
        ("endpoint_discovery_enabled", False),
        ("ignore_configured_endpoint_urls", True),
    ):
        store.set_config_provider(name, ConstantProvider(value))
    return session


def _own_session(account: Account, network: Network | None, codes: MfaCodes) -> botocore.session.Session:
    import botocore.session
    from botocore.credentials import ProcessProvider

    from app.aws.accounts.http_session import RoutedSession

    name = profile_name(account.key) if account.kind is AccountKind.PROFILE else None
    session = botocore.session.Session(profile=name) if network is None else RoutedSession(network, profile=name)
    if name is not None and name not in session.available_profiles:
        raise NotFoundError(
            tr("There is no AWS profile {name!r}.", name=name),
            remedy=tr("Choose another account, or add it with aws configure."),
        )
    providers: Any = session.get_component("credential_provider")
    provider: Any = providers.get_provider("assume-role")
    # botocore makes these itself and offers no way to say what they may start and how long it may take.
    providers.get_provider("custom-process")._popen = starter_of(profile_name(account.key))  # noqa: SLF001
    provider._profile_provider_builder._create_process_provider = lambda source: ProcessProvider(  # noqa: SLF001
        source, lambda: session.full_config, popen=starter_of(source)
    )

    ask_for_codes(provider, account, codes)
    provider.cache = CliCache()
    return session


class CliCache:
    """Role credentials: those the AWS CLI keeps on disk are read; what Baton gets stays in memory."""

    def __init__(self) -> None:
        from botocore.utils import JSONFileCache

        self._disk = JSONFileCache(str(Path("~/.aws/cli/cache").expanduser()))
        self._memory: dict[str, Mapping[str, Any]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._memory or key in self._disk

    def __getitem__(self, key: str) -> Mapping[str, Any]:
        found = [self._memory[key]] if key in self._memory else []
        if key in self._disk:
            try:
                found.append(self._disk[key])
            except (KeyError, ValueError, OSError):
                pass  # being written, or damaged: the CLI will replace it
        if not found:
            raise KeyError(key)
        return max(found, key=lambda item: str(item.get("Credentials", {}).get("Expiration", "")))

    def __setitem__(self, key: str, value: Mapping[str, Any]) -> None:
        self._memory[key] = value

    def __delitem__(self, key: str) -> None:
        self._memory.pop(key, None)


def configuration_files() -> tuple[Path, Path]:
    """AWS's configuration and credentials file, wherever the environment puts them."""
    home = os.environ.get("USERPROFILE" if sys.platform == "win32" else "HOME")
    return (
        _expanded(os.environ.get("AWS_CONFIG_FILE") or "~/.aws/config", home),
        _expanded(os.environ.get("AWS_SHARED_CREDENTIALS_FILE") or "~/.aws/credentials", home),
    )


@lru_cache(maxsize=16)
def _expanded(path: str, home: str | None) -> Path:  # noqa: ARG001 - what ``~`` stands for decides on the answer
    return Path(path).expanduser()


def configuration_state() -> tuple[object, ...]:
    """Changes when the files or the environment that credentials come from do. Asked several times for every call."""
    files: list[object] = []
    for path in configuration_files():
        try:
            state = path.stat()
            files.append((str(path), state.st_mtime_ns, state.st_size, state.st_ino))
        except OSError:
            files.append((str(path), None))
    return (*files, _aws_variables())


def _aws_variables() -> tuple[tuple[object, object], ...]:
    if sys.platform == "win32":
        return tuple(sorted((name, os.environ.get(name)) for name in os.environ if name.startswith("AWS_")))
    # In bytes, as the system has them: decoding the names took longer than all else.
    return tuple(sorted((name, os.environb.get(name)) for name in os.environb if name.startswith(b"AWS_")))
