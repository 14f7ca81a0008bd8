"""The accounts a call can go to: the profiles of the AWS configuration, the environment, and the demo account.

Owns the choice of the default account and who Baton is in each. Refuses to wait for a network to know the list.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.aws.accounts.clients import (
    ENVIRONMENT_ACCOUNT,
    RESERVED,
    AccountClients,
    AccountSession,
    configuration_files,
    configuration_state,
    demo_session,
    is_awss,
    profile_key,
    profile_name,
)
from app.aws.demo.constants import DEMO_REGION
from app.aws.errors import CallPlace, aws_error
from app.domain.aws import DEMO_ACCOUNT, NOT_ENABLED_CODES, Account, AccountKind, Identity, KnownAccount
from app.domain.errors import (
    AwsAccessDeniedError,
    AwsCredentialsError,
    BatonError,
    MalformedReplyError,
    NotFoundError,
)
from app.domain.language import tr

_IDENTITY_KEPT_S = 300.0
_IDENTITY_TIMEOUT_S = 15.0

# Any of these in a profile means that it says where its credentials come from.
_CREDENTIAL_SETTINGS = frozenset(
    {
        "aws_access_key_id",
        "sso_session",
        "sso_start_url",
        "role_arn",
        "credential_process",
        "web_identity_token_file",
        "login_session",
        "credential_source",
    }
)
_CONTAINER_VARIABLES = (
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
)

# What whoever answers may say, as it stands in the sheet and in the audit log (IAM, "Quotas" and "CreateAccountAlias").
_NUMBER = re.compile(r"[0-9]{12}")
_ARN = re.compile(r"arn:[\w+=,.@:/-]{1,2044}", re.ASCII)
_ALIAS = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def _demo() -> Account:
    return Account(key=DEMO_ACCOUNT, title=tr("Demo account"), kind=AccountKind.DEMO, region=DEMO_REGION)


class BotoAccountDirectory:
    """Accounts as botocore finds them. ``clock`` gives seconds, monotonic. Thread-safe."""

    def __init__(self, clients: AccountClients, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clients = clients
        self._clock = clock
        self._lock = threading.Lock()
        self._identities: dict[str, tuple[AccountSession, float, Identity]] = {}
        self._asking: dict[str, threading.Lock] = {}
        self._enabled: dict[str, tuple[AccountSession, Sequence[str]]] = {}
        self._read: tuple[object, Mapping[str, Any]] | None = None
        self._told: tuple[Mapping[str, Any], dict[str, Account]] | None = None
        self._notices: tuple[str, ...] = ()

    @property
    def notices(self) -> Sequence[str]:
        """What was wrong with the AWS configuration when it was last read; empty where all was well, or not read."""
        return self._notices

    def accounts(self) -> Sequence[Account]:
        """Every profile, the environment where it has credentials, and the demo account, last."""
        profiles = self._readable_profiles()
        found = [self._profile_account(name, profiles) for name in sorted(profiles, key=_default_first)]
        if _environment_offers_credentials():
            found.append(_environment_account())
        return (*found, _demo())

    def default(self) -> Account:
        """Environment keys, then the profile that AWS_PROFILE names, then ``default``, then what the machine itself
        offers (a container's or an instance's role), then the demo account: boto3's own order, decided offline.
        """
        profiles = self._readable_profiles()
        if os.environ.get("AWS_ACCESS_KEY_ID"):
            return _environment_account()
        named = os.environ.get("AWS_PROFILE") or os.environ.get("AWS_DEFAULT_PROFILE")
        chosen = named or "default"
        settings = profiles.get(chosen)
        if named and settings is None and not self._notices:
            self._notices = (
                tr(
                    "The environment names the AWS profile {name!r}, which there is not. Correct AWS_PROFILE, or "
                    "choose an account.",
                    name=named,
                ),
            )
        if settings is not None and _CREDENTIAL_SETTINGS & settings.keys():
            return self._profile_account(chosen, profiles)
        if _environment_offers_credentials():
            return _environment_account()
        return _demo()

    def _profile_account(self, name: str, profiles: Mapping[str, Mapping[str, Any]]) -> Account:
        return _account_of(name, profiles, self.configuration().get("services", {}))

    def _readable_profiles(self) -> Mapping[str, Mapping[str, Any]]:
        """The profiles; none where the configuration cannot be read, for the demo account must work all the same."""
        try:
            profiles = self._profiles()
        except BatonError as error:
            self._notices = (str(error),)
            return {}
        self._notices = ()
        return profiles

    def account(self, key: str) -> Account:
        """Raises :class:`NotFoundError` with the names there are, or says that the configuration cannot be read."""
        return self._account(key, configuration_state())

    def _account(self, key: str, state: object) -> Account:
        if key == DEMO_ACCOUNT:
            return _demo()
        read = self._configuration(state)  # a damaged configuration is another trouble than a wrong name
        with self._lock:
            if self._told is None or self._told[0] is not read:
                self._told = (read, {})
            told = self._told[1]
        if (account := told.get(key)) is not None:
            return account
        profiles = self._profiles()
        name = profile_name(key)
        if name in profiles and profile_key(name) == key:
            account = told[key] = self._profile_account(name, profiles)
            return account
        known = {account.key: account for account in self.accounts()}
        if key not in known:
            names = ", ".join(list(known)[:12])
            raise NotFoundError(
                tr("There is no account {key!r}.", key=key), remedy=tr("Choose one of: {names}.", names=names)
            )
        return known[key]

    def identity(self, key: str, region: str) -> Identity:
        """Who Baton is in the account, asked at most every five minutes and after any change of its configuration."""
        account = self.account(key)
        place = CallPlace(account=account, region=region)
        try:
            held = self._clients.session(account)
            with self._lock:
                asking = self._asking.setdefault(key, threading.Lock())
            with asking:  # many calls may begin at once, and one answer is enough for all
                if (kept := self._kept_identity(key, held)) is not None:
                    return kept
                sts = self._clients.client(account, "sts", region, timeout_s=_IDENTITY_TIMEOUT_S)
                answer = sts.get_caller_identity()
                number, arn = answer.get("Account", ""), answer.get("Arn", "")
                if not _NUMBER.fullmatch(number) or not _ARN.fullmatch(arn):
                    raise MalformedReplyError(
                        tr("What answered does not say who {title!r} is.", title=account.title),
                        remedy=tr("Check the proxy and any endpoint set in the AWS configuration."),
                    )
                identity = Identity(account_id=number, arn=arn, alias=self._alias(account, region))
                with self._lock:
                    self._identities[key] = (held, self._clock(), identity)
                return identity
        except Exception as error:  # noqa: BLE001 - every error is mapped; what is unknown becomes an AwsError
            raise self.told(error, place) from None

    def told(self, error: Exception, place: CallPlace) -> BatonError:
        """The error that tells the person about ``error``. A region that the account has not enabled knows none of its
        credentials: where another region says which are enabled, that is what is told.
        """
        mapped = aws_error(error, place)
        if not isinstance(mapped, AwsCredentialsError) or mapped.code not in NOT_ENABLED_CODES:
            return mapped
        try:
            enabled = self.enabled_regions(place.account.key)
        except BatonError:
            return mapped  # they are wrong everywhere
        if place.region in enabled or place.region not in self.regions(place.account.key):
            return mapped
        return AwsCredentialsError(
            tr(
                "The region {region} is not enabled for {title!r}, so nothing can be done there.",
                region=place.region,
                title=place.account.title,
            ),
            code=mapped.code,
            remedy=tr("Choose another region, or have it enabled in the account's settings (AWS Regions)."),
        )

    def known(self, key: str) -> KnownAccount:
        """See ``AccountDirectory.known``."""
        state = configuration_state()  # looked at once for all of it
        account = self._account(key, state)
        with self._lock:
            kept = self._identities.get(key)
        identity = None
        if kept is not None and self._clients.is_current(kept[0], state):
            identity = self._kept_identity(key, kept[0])
        return KnownAccount(account=account, regions=_regions_beside(account.region), identity=identity)

    def known_alias(self, key: str) -> str | None:
        """The account's alias, where it is known already. Asks nobody."""
        with self._lock:
            kept = self._identities.get(key)
        return kept[2].alias if kept is not None else None

    def _kept_identity(self, key: str, held: AccountSession) -> Identity | None:
        with self._lock:
            kept = self._identities.get(key)
        fresh = kept is not None and kept[0] is held and self._clock() - kept[1] < _IDENTITY_KEPT_S
        return kept[2] if fresh and kept is not None else None

    def regions(self, key: str) -> Sequence[str]:
        """Every region of the account's partition (``aws`` unless its own region says otherwise), known offline."""
        return _regions_beside(self.account(key).region)

    def enabled_regions(self, key: str) -> Sequence[str]:
        """The regions that the account has enabled, by EC2's DescribeRegions; all that are known where it may not be
        asked. Raises what :meth:`identity` raises where nobody is signed in.
        """
        account = self.account(key)
        known = self.regions(key)
        region = account.region or "us-east-1"
        if region not in known:
            region = known[0]
        place = CallPlace(account=account, region=region)
        try:
            held = self._clients.session(account)
            with self._lock:
                kept = self._enabled.get(key)
            if kept is not None and kept[0] is held:
                return kept[1]
            ec2 = self._clients.client(
                account, "ec2", region, timeout_s=_IDENTITY_TIMEOUT_S, operation="DescribeRegions"
            )
            # Without AllRegions the answer holds those alone that the account can use.
            told = {str(item["RegionName"]) for item in ec2.describe_regions()["Regions"]}
        except Exception as error:  # noqa: BLE001 - every error is mapped; what is unknown becomes an AwsError
            mapped = aws_error(error, place)
            if isinstance(mapped, AwsCredentialsError):
                raise mapped from None
            if not isinstance(mapped, AwsAccessDeniedError):
                return known
            told = set(known)  # it may not be asked, today or later: it is not asked before every question
        enabled = tuple(name for name in known if name in told) or known
        with self._lock:
            self._enabled[key] = (held, enabled)
        return enabled

    def _alias(self, account: Account, region: str) -> str | None:
        """The account's alias, where it has one and may be read; asking costs nothing but the attempt."""
        try:
            iam = self._clients.client(account, "iam", region, timeout_s=_IDENTITY_TIMEOUT_S)
            aliases = iam.list_account_aliases().get("AccountAliases", [])
        except Exception:  # noqa: BLE001 - an alias is a courtesy: whatever forbids it, the number is enough
            return None
        alias = str(aliases[0]) if aliases else ""
        is_own = account.kind is AccountKind.DEMO or alias not in RESERVED  # no account passes for another
        return alias if is_own and _ALIAS.fullmatch(alias) else None

    def configuration(self) -> Mapping[str, Any]:
        """All of the AWS configuration as botocore reads it (``profiles``, ``sso_sessions``), read again when it has
        changed. Raises :class:`AwsCredentialsError` for files that cannot be read.
        """
        return self._configuration(configuration_state())

    def _configuration(self, state: object) -> Mapping[str, Any]:
        with self._lock:
            if self._read is not None and self._read[0] == state:
                return self._read[1]
        try:
            config = _full_config()
        except Exception as error:  # noqa: BLE001 - botocore lets UnicodeDecodeError and OSError through as well
            place = CallPlace(account=_demo(), region="")
            mapped = aws_error(error, place)
            if isinstance(mapped, AwsCredentialsError):
                raise mapped from None
            raise AwsCredentialsError(
                tr("The AWS configuration cannot be read."),
                remedy=tr("Mend ~/.aws/config and ~/.aws/credentials; the demo account works meanwhile."),
                detail=repr(error),
            ) from None
        with self._lock:
            self._read = (state, config)
        return config

    def _profiles(self) -> Mapping[str, Mapping[str, Any]]:
        """Every profile's settings, by name. Raises :class:`AwsCredentialsError` for files that cannot be read."""
        profiles = self.configuration().get("profiles", {})
        return {name: settings for name, settings in profiles.items() if isinstance(settings, Mapping)}


def _full_config() -> Mapping[str, Any]:
    """Both files as botocore's ``Session.full_config`` has them; a session would take 20 MB, to list names."""
    from botocore.configloader import load_config, raw_config_parse
    from botocore.exceptions import ConfigNotFound

    config_file, credentials_file = configuration_files()
    config: dict[str, Any] = {"profiles": {}}
    with suppress(ConfigNotFound):
        config = load_config(str(config_file))
    with suppress(ConfigNotFound):
        for name, values in raw_config_parse(str(credentials_file)).items():
            config["profiles"].setdefault(name, {}).update(values)
    return config


@lru_cache(maxsize=32)
def _regions_beside(region: str | None) -> tuple[str, ...]:
    """The regions of the partition that ``region`` is in."""
    # A session deaf to the configuration: the list is botocore's own data, and must stand where files are damaged.
    session = demo_session()
    partition = "aws"
    if region:
        try:
            partition = session.get_partition_for_region(region)
        except Exception:  # noqa: BLE001, S110 - a region botocore does not know is in the largest partition
            pass
    return tuple(sorted(session.get_available_regions("ec2", partition_name=partition)))


def _default_first(name: str) -> tuple[bool, str]:
    return (name != "default", name)


def _account_of(
    name: str, profiles: Mapping[str, Mapping[str, Any]], services: Mapping[str, Mapping[str, Any]]
) -> Account:
    region = profiles[name].get("region")
    return Account(
        key=profile_key(name),
        title=profile_key(name),
        kind=AccountKind.PROFILE,
        region=region if isinstance(region, str) and region else None,
        renewal=_renewal(name, profiles),
        endpoints=_endpoints(profiles[name], services),
    )


def _endpoints(
    settings: Mapping[str, Any] = MappingProxyType({}), services: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
) -> tuple[str, ...]:
    """The addresses that are not AWS's and that botocore would go to by these settings and the environment."""
    ignored = os.environ.get("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") or settings.get("ignore_configured_endpoint_urls")
    if str(ignored).lower() == "true":
        return ()
    single = services.get(str(settings.get("services")), {})
    found: list[object] = [value for name, value in sorted(os.environ.items()) if name.startswith("AWS_ENDPOINT_URL")]
    found += [settings.get("endpoint_url")]
    found += [service.get("endpoint_url") for service in single.values() if isinstance(service, Mapping)]
    return tuple(dict.fromkeys(str(address) for address in found if address and not is_awss(str(address))))


def _renewal(name: str, profiles: Mapping[str, Mapping[str, Any]]) -> str:
    """How to get fresh credentials for a profile, or for the one whose credentials take on its role."""
    seen = {name}
    while True:
        settings = profiles.get(name, {})
        source = settings.get("source_profile") if "role_arn" in settings else None
        if not isinstance(source, str) or source in seen:
            break
        seen.add(source)
        name = source
    if "sso_session" in settings or "sso_start_url" in settings:
        return tr("Sign in again: baton aws login {profile}", profile=shlex.quote(profile_key(name)))
    if "aws_access_key_id" in settings:
        return tr("Renew its keys: aws configure --profile {profile}", profile=shlex.quote(name))
    if "login_session" in settings:
        return tr("Sign in again: aws login --profile {profile}", profile=shlex.quote(name))
    if "credential_process" in settings:
        return tr("Sign in again to what its credential_process asks.")
    return ""


def _environment_account() -> Account:
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or None
    return Account(
        key=ENVIRONMENT_ACCOUNT,
        title=tr("Environment"),
        kind=AccountKind.ENVIRONMENT,
        region=region,
        endpoints=_endpoints(),
    )


def _environment_offers_credentials() -> bool:
    if os.environ.get("AWS_ACCESS_KEY_ID"):
        return True
    if any(os.environ.get(name) for name in _CONTAINER_VARIABLES):
        return True
    if os.environ.get("AWS_EC2_METADATA_DISABLED", "").lower() == "true":
        return False
    return _is_ec2_instance() and _instance_has_role()


@lru_cache(maxsize=1)
def _instance_has_role() -> bool:
    """Whether the instance was given a role. Asked once, of the metadata service, and only on an EC2 instance."""
    from botocore.utils import InstanceMetadataFetcher

    try:
        return bool(InstanceMetadataFetcher(timeout=1, num_attempts=1).retrieve_iam_role_credentials())
    except Exception:  # noqa: BLE001 - whatever the metadata service says, no role means no credentials
        return False


def _is_ec2_instance() -> bool:
    """Whether the firmware says this is an EC2 instance. Asking the metadata service would take seconds elsewhere."""
    if sys.platform != "linux":
        return False
    for path in ("/sys/class/dmi/id/sys_vendor", "/sys/class/dmi/id/board_asset_tag"):
        try:
            text = Path(path).read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            continue
        if text == "Amazon EC2" or text.startswith("i-"):
            return True
    return False
