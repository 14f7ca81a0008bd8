"""Which ports a call opens to the world, in sentences that name them. Refuses to know what else a rule lets through."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Mapping
from enum import Enum, auto

from app.aws.risk.findings import Finding, as_list, folded, structures
from app.domain.aws import Risk
from app.domain.language import tr
from app.domain.wording import listed

_SERVICES = {
    20: "FTP",
    21: "FTP",
    22: "SSH",
    23: "Telnet",
    25: "SMTP",
    53: "DNS",
    80: "HTTP",
    111: "RPC",
    135: "Windows RPC",
    139: "NetBIOS",
    389: "LDAP",
    443: "HTTPS",
    445: "Windows file sharing",
    1433: "SQL Server",
    1521: "Oracle",
    2049: "NFS",
    2375: "Docker",
    3306: "MySQL",
    3389: "Remote Desktop",
    5432: "PostgreSQL",
    5439: "Redshift",
    5601: "Kibana",
    5900: "VNC",
    5985: "Windows remote management",
    6379: "Redis",
    6443: "Kubernetes",
    9092: "Kafka",
    9200: "Elasticsearch",
    11211: "Memcached",
    27017: "MongoDB",
}
_ALL_PROTOCOLS = frozenset({"-1", "all"})
_MOST_NAMED = 3
_LONGEST_RANGE = 60  # characters
_WIDE_V4, _WIDE_V6 = 8, 16  # bits: what is no longer than that is a good part of the internet
_RANGES = ("cidrip", "cidripv6", "cidripv4", "cidrblock", "ipv6cidrblock", "cidr")
_LISTS = ("ipranges", "ipv6ranges")


class Openness(Enum):
    """How much of the internet a range of addresses is."""

    ALL = auto()
    MUCH = auto()


def openness(address: object) -> Openness | None:
    """How much of the internet a range is; nothing where it is small or private."""
    if not isinstance(address, str) or "/" not in address or len(address) > _LONGEST_RANGE:
        return None
    try:
        network = ipaddress.ip_network(address.strip(), strict=False)
    except ValueError:
        return None
    if network.prefixlen == 0:
        return Openness.ALL
    widest = _WIDE_V4 if network.version == 4 else _WIDE_V6
    return Openness.MUCH if network.prefixlen <= widest and not network.is_private else None


def open_ports(parameters: Mapping[str, object], *, outgoing: bool = False) -> Iterator[Finding]:
    """A finding for every rule anywhere that lets the world in; for outgoing rules it only wants to be seen."""
    for structure in structures(parameters):
        rule = folded(structure)
        inner = [folded(entry) for name in _LISTS for entry in as_list(rule.get(name)) if isinstance(entry, Mapping)]
        whom = next((wide for part in (rule, *inner) for name in _RANGES if (wide := openness(part.get(name)))), None)
        if whom is None or not _is_rule(rule) or str(rule.get("ruleaction", "allow")).casefold() == "deny":
            continue
        what = _ports(rule)
        if outgoing or rule.get("egress") is True or rule.get("isegress") is True:
            yield Finding(
                None,
                tr("{ports} of the whole internet can be reached from inside.", ports=what)
                if whom is Openness.ALL
                else tr("{ports} of a large part of the internet can be reached from inside.", ports=what),
            )
        else:
            yield Finding(
                Risk.PERMISSIONS,
                tr("{ports} will be open to the whole internet.", ports=what)
                if whom is Openness.ALL
                else tr("{ports} will be open to a large part of the internet.", ports=what),
            )


def _is_rule(rule: Mapping[str, object]) -> bool:
    return any(name in rule for name in ("fromport", "toport", "ipprotocol", "protocol", "portrange", *_LISTS))


def _ports(rule: Mapping[str, object]) -> str:
    given = rule.get("portrange")
    ports = folded(given) if isinstance(given, Mapping) else {}
    first, last = _number(rule.get("fromport", ports.get("from"))), _number(rule.get("toport", ports.get("to")))
    protocol = str(rule.get("ipprotocol", rule.get("protocol", ""))).casefold()
    if protocol in ("icmp", "icmpv6", "1", "58"):
        return tr("Ping (ICMP)")
    if protocol in _ALL_PROTOCOLS or first is None or first < 0 or (first == 0 and (last or 0) >= 65_535):
        return tr("Every port")
    if last is None or last == first:
        if first in _SERVICES:
            return tr("Port {port} ({service})", port=first, service=_SERVICES[first])
        return tr("Port {port}", port=first)
    named = [f"{port} ({name})" for port, name in _SERVICES.items() if first <= port <= last]
    if len(named) > _MOST_NAMED:
        return tr("Ports {first} to {last}, many well-known services among them,", first=first, last=last)
    if not named:
        return tr("Ports {first} to {last}", first=first, last=last)
    return tr("Ports {first} to {last}, {named} among them,", first=first, last=last, named=listed(named))


def _number(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    try:
        return int(str(value))
    except ValueError:
        return None
