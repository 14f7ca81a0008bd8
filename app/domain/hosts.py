"""How far a host is, told from its name or address alone. Looks nothing up."""

from __future__ import annotations

import ipaddress
import re

_LOCAL_ENDINGS = (".localhost", ".local", ".lan", ".internal", ".home.arpa")  # reserved for private use
_NUMBER = re.compile("[0-9]+|0x[0-9a-f]*")
_SHARED = ipaddress.ip_network("100.64.0.0/10")  # RFC 6598: private overlay networks use it; never routed publicly


def is_this_machine(host: str) -> bool:
    """Whether ``host`` is this very machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_private_host(host: str) -> bool:
    """Whether ``host`` is this machine or on a private network, where plain ``http`` may carry a key."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        # A name without a dot is looked up in the local network only. A mere number is another spelling of an address
        # and may be anywhere.
        return ("." not in host and not _NUMBER.fullmatch(host)) or host.endswith(_LOCAL_ENDINGS)
    return address.is_loopback or address.is_private or address.is_link_local or address in _SHARED
