"""Names of AWS resources in a call that point elsewhere than the account and the region the person is shown.

Owns the sentences about them. Refuses to judge: many a call rightly names a resource of another account, and S3 goes
wherever the name of an access point leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.domain.aws import Call
from app.domain.language import tr
from app.domain.text import visible

_ARN = re.compile(r"arn:[a-z0-9-]*:[a-z0-9-]*:([a-z0-9-]*):([0-9]*):\S.*", re.DOTALL)
_SHOWN_CHARS = 120


def elsewhere(call: Call, account_id: str) -> Iterator[str]:
    """One sentence for each ARN among the parameters' values that names another account or another region."""
    for text in dict.fromkeys(_texts(call.parameters)):
        found = _ARN.fullmatch(text)
        if found is None:
            continue
        region, account = found.groups()
        shown = visible(text if len(text) <= _SHOWN_CHARS else text[: _SHOWN_CHARS - 1] + "…")
        is_other_account = bool(account) and account != account_id
        is_other_region = bool(region) and region != call.region
        if is_other_account and is_other_region:
            yield tr(
                "{arn} names account {account}, not {own_account} and region {region}, not {own_region}.",
                arn=shown,
                account=account,
                own_account=account_id,
                region=region,
                own_region=call.region,
            )
        elif is_other_account:
            yield tr(
                "{arn} names account {account}, not {own_account}.", arn=shown, account=account, own_account=account_id
            )
        elif is_other_region:
            yield tr("{arn} names region {region}, not {own_region}.", arn=shown, region=region, own_region=call.region)


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for item in value.values():
                yield from _texts(item)
        case list() | tuple():
            for item in value:
                yield from _texts(item)
