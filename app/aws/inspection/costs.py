"""What a call adds to the monthly bill, from its parameters and from what was read. Says "unknown" rather than guess.

An estimate is of what is paid by the hour or the month alone: use (requests, traffic, bytes kept) is said to be extra.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.aws.inspection.ec2 import deletes_with
from app.aws.inspection.prices import PriceList, price_list
from app.aws.inspection.reads import Found
from app.domain.aws import Call, Cost
from app.domain.language import marked, plural, tr
from app.domain.numerals import number

_UNKNOWN = ""  # nothing more to say than that
_BY_USE = marked("It is paid by use, so what it costs depends on what is kept and asked for.")
_FREE_SERVICES = {"iam": "IAM", "sts": "STS"}


@dataclass(frozen=True, slots=True)
class _Sum:
    """Dollars a month, ``None`` for unknown, and what they are for."""

    usd: float | None
    sentence: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a cost is reckoned from."""

    call: Call
    found: Sequence[Found]
    prices: PriceList

    @property
    def region(self) -> str:
        return self.call.region

    def get(self, name: str, default: Any = None) -> Any:
        return self.call.parameters.get(name, default)

    def of(self, kind: str) -> list[Found]:
        return [one for one in self.found if one.resource.kind == kind]

    def whole(self, kind: str) -> bool:
        """Whether everything of that kind could be read, and there is something."""
        return bool(self.of(kind)) and all(one.data for one in self.of(kind))


def cost(call: Call, found: Sequence[Found]) -> Cost:
    """The cost of ``call``, where ``found`` is what it touches."""
    prices = price_list()
    reckon = _COSTS.get(str(call.id))
    if reckon is not None:
        try:
            amount = reckon(_Asked(call, found, prices))
        except (TypeError, ValueError, AttributeError, KeyError):
            amount = _Sum(None, _UNKNOWN)  # parameters or answers of an unexpected shape
    elif call.id.service in _FREE_SERVICES:
        amount = _Sum(0.0, tr("{service} costs nothing.", service=_FREE_SERVICES[call.id.service]))
    else:
        amount = _Sum(None, tr(_BY_USE) if call.id.service == "s3" else _UNKNOWN)
    if amount.usd is None:
        return Cost(monthly_usd=None, sentence=amount.sentence, as_of=prices.as_of)
    sentence = amount.sentence
    if amount.usd and prices.is_estimate(call.region):
        sentence += " " + tr("The region's prices are estimated from those of us-east-1.")
    return Cost(monthly_usd=round(amount.usd, 2) + 0.0, sentence=sentence, as_of=prices.as_of)


def _added(parts: Iterable[float | None]) -> float | None:
    total = 0.0
    for part in parts:
        if part is None:
            return None
        total += part
    return total


def _negative(value: float | None) -> float | None:
    return None if value is None else -value


# --- machines and disks --------------------------------------------------------------------------------------------


def _launch(asked: _Asked) -> _Sum:
    kind, count = asked.get("InstanceType"), asked.get("MaxCount", 1)
    if not isinstance(kind, str) or "LaunchTemplate" in asked.call.parameters:
        return _Sum(None, tr("The call does not say which instance type it launches, so what it costs is unknown."))
    disks = [
        entry["Ebs"] for entry in asked.get("BlockDeviceMappings", ()) if isinstance(entry, dict) and entry.get("Ebs")
    ]
    prices = [
        asked.prices.instance(kind, asked.region),
        *(_disk(disk, asked) for disk in disks if disk.get("VolumeSize")),
    ]
    one = _added(prices)
    if one is None:
        return _Sum(None, tr("No price of {kind} is known in {region}.", kind=kind, region=asked.region))
    count = int(count)
    if disks:
        said = plural(
            "1 {kind} instance running all month on Linux.",
            "{count} {kind} instances running all month on Linux.",
            count,
            kind=kind,
        )
    else:
        said = plural(
            "1 {kind} instance running all month on Linux, without its disk.",
            "{count} {kind} instances running all month on Linux, without its disk.",
            count,
            kind=kind,
        )
    return _Sum(one * count, said)


def _disk(disk: Mapping[str, Any], asked: _Asked) -> float | None:
    kind = str(disk.get("VolumeType") or "gp2")
    size = float(disk.get("VolumeSize") or disk.get("Size") or 0)
    return asked.prices.volume(kind, size, asked.region, iops=float(disk.get("Iops") or 0))


def _machines(asked: _Asked, states: frozenset[str]) -> list[Mapping[str, Any]]:
    return [one.data for one in asked.of("instance") if one.data.get("State", {}).get("Name") in states]


_RUNNING = frozenset({"running", "pending"})
_STOPPED = frozenset({"stopped", "stopping"})


def _hours(asked: _Asked, machines: Sequence[Mapping[str, Any]]) -> float | None:
    return _added(asked.prices.instance(str(machine.get("InstanceType")), asked.region) for machine in machines)


def _start(asked: _Asked) -> _Sum:
    if not asked.whole("instance"):
        return _Sum(None, _UNKNOWN)
    machines = _machines(asked, _STOPPED)
    return _Sum(
        _hours(asked, machines),
        plural(
            "1 instance running all month on Linux.", "{count} instances running all month on Linux.", len(machines)
        ),
    )


def _stop(asked: _Asked) -> _Sum:
    if not asked.whole("instance"):
        return _Sum(None, _UNKNOWN)
    machines = _machines(asked, _RUNNING)
    return _Sum(
        _negative(_hours(asked, machines)),
        plural(
            "1 instance would not be paid for while stopped; disks and addresses still are.",
            "{count} instances would not be paid for while stopped; disks and addresses still are.",
            len(machines),
        ),
    )


def _terminate(asked: _Asked) -> _Sum:
    if not asked.whole("instance"):
        return _Sum(None, _UNKNOWN)
    running = _machines(asked, _RUNNING)
    disks = [
        volume
        for one in asked.of("instance")
        for volume in one.data.get("Volumes", ())
        if deletes_with(volume, one.data)
    ]
    saved = _added([_hours(asked, running), *(_disk(volume, asked) for volume in disks)])
    said = tr(
        "{instances} and {volumes} that go with them are no longer paid for.",
        instances=plural("1 running instance", "{count} running instances", len(running)),
        volumes=plural("1 volume", "{count} volumes", len(disks)),
    )
    return _Sum(_negative(saved), said)


def _resize(asked: _Asked) -> _Sum:
    wanted = asked.get("InstanceType")
    kind = wanted.get("Value") if isinstance(wanted, Mapping) else wanted
    if not isinstance(kind, str):
        return _Sum(0.0, tr("It changes nothing that is paid for."))
    if not asked.whole("instance"):
        return _Sum(None, _UNKNOWN)
    old = _hours(asked, [one.data for one in asked.of("instance")])
    new = _added([asked.prices.instance(kind, asked.region)] * len(asked.of("instance")))
    return _Sum(
        _added([new, _negative(old)]), tr("{kind} instead of what it is now, running all month on Linux.", kind=kind)
    )


def _volume(asked: _Asked) -> _Sum:
    size = asked.get("Size")
    if size is None:
        return _Sum(None, tr("The size comes from a snapshot, so what it costs is unknown."))
    kind = str(asked.get("VolumeType") or "gp2")
    price = asked.prices.volume(kind, float(size), asked.region, iops=float(asked.get("Iops") or 0))
    return _Sum(price, tr("{size} GiB of {kind}.", size=size, kind=kind))


def _volumes_gone(asked: _Asked) -> _Sum:
    if not asked.whole("volume"):
        return _Sum(None, _UNKNOWN)
    disks = [one.data for one in asked.of("volume")]
    return _Sum(_negative(_added(_disk(disk, asked) for disk in disks)), tr("The disk is no longer paid for."))


def _volume_changed(asked: _Asked) -> _Sum:
    if not asked.whole("volume"):
        return _Sum(None, _UNKNOWN)
    old = asked.of("volume")[0].data
    given = {name: asked.get(name) for name in ("Size", "VolumeType", "Iops") if asked.get(name) is not None}
    new = {**old, **given}
    return _Sum(
        _added([_disk(new, asked), _negative(_disk(old, asked))]),
        tr("{new} instead of {old}.", new=_sized(new), old=_sized(old)),
    )


def _sized(disk: Mapping[str, Any]) -> str:
    return tr("{size} GiB of {kind}", size=disk.get("Size"), kind=disk.get("VolumeType"))


# --- databases and tables ------------------------------------------------------------------------------------------


def _database_price(database: Mapping[str, Any], asked: _Asked, *, storage: bool) -> float | None:
    zones = 2 if database.get("MultiAZ") else 1
    kind, engine = str(database.get("DBInstanceClass")), str(database.get("Engine"))
    parts = [asked.prices.database(kind, engine, asked.region, zones=zones)]
    if storage and database.get("AllocatedStorage"):
        kept = str(database.get("StorageType") or "gp2")
        price = asked.prices.database_storage(kept, float(database["AllocatedStorage"]), asked.region)
        parts.append(None if price is None else price * zones)
    return _added(parts)


def _database(asked: _Asked) -> _Sum:
    price = _database_price(asked.call.parameters, asked, storage=True)
    if price is None:
        return _Sum(None, _UNKNOWN)
    return _Sum(price, tr("{kind} and its storage, all month.", kind=asked.get("DBInstanceClass")))


def _database_gone(asked: _Asked) -> _Sum:
    if not asked.whole("database"):
        return _Sum(None, _UNKNOWN)
    price = _database_price(asked.of("database")[0].data, asked, storage=True)
    return _Sum(_negative(price), tr("The database and its storage are no longer paid for; snapshots are."))


def _database_stopped(asked: _Asked) -> _Sum:
    if not asked.whole("database"):
        return _Sum(None, _UNKNOWN)
    price = _database_price(asked.of("database")[0].data, asked, storage=False)
    return _Sum(
        _negative(price), tr("Its hours are not paid for while it is stopped, seven days at most; its storage is.")
    )


def _database_started(asked: _Asked) -> _Sum:
    if not asked.whole("database"):
        return _Sum(None, _UNKNOWN)
    return _Sum(_database_price(asked.of("database")[0].data, asked, storage=False), tr("It runs all month."))


def _database_changed(asked: _Asked) -> _Sum:
    if not asked.whole("database"):
        return _Sum(None, _UNKNOWN)
    old = asked.of("database")[0].data
    names = ("DBInstanceClass", "MultiAZ", "AllocatedStorage", "StorageType")
    new = {**old, **{name: asked.get(name) for name in names if asked.get(name) is not None}}
    prices = [_database_price(new, asked, storage=True), _negative(_database_price(old, asked, storage=True))]
    return _Sum(
        _added(prices),
        tr("{kind}, {size} GiB, all month.", kind=new.get("DBInstanceClass"), size=new.get("AllocatedStorage")),
    )


def _units(given: object, asked: _Asked) -> float | None:
    if not isinstance(given, Mapping):
        return 0.0
    reading, writing = float(given.get("ReadCapacityUnits") or 0), float(given.get("WriteCapacityUnits") or 0)
    read, write = (asked.prices.hourly(f"dynamodb_{kind}_unit", asked.region) for kind in ("read", "write"))
    return None if read is None or write is None else reading * read + writing * write


def _table(asked: _Asked) -> _Sum:
    if asked.get("BillingMode") == "PAY_PER_REQUEST":
        return _Sum(None, tr(_BY_USE))
    return _Sum(
        _units(asked.get("ProvisionedThroughput"), asked), tr("Its provisioned units; what it stores is extra.")
    )


def _table_gone(asked: _Asked) -> _Sum:
    if not asked.whole("table"):
        return _Sum(None, _UNKNOWN)
    old = asked.of("table")[0].data.get("ProvisionedThroughput")
    return _Sum(_negative(_units(old, asked)), tr("Its provisioned units, and what it stores, are no longer paid for."))


def _table_changed(asked: _Asked) -> _Sum:
    if not asked.whole("table") or asked.get("ProvisionedThroughput") is None:
        return _Sum(None, _UNKNOWN)
    old = _units(asked.of("table")[0].data.get("ProvisionedThroughput"), asked)
    return _Sum(
        _added([_units(asked.get("ProvisionedThroughput"), asked), _negative(old)]), tr("Its provisioned units.")
    )


# --- the rest -------------------------------------------------------------------------------------------------------

_Reckon = Callable[[_Asked], _Sum]


def _hourly(name: str, sentence: str, sign: int = 1) -> _Reckon:
    def reckon(asked: _Asked) -> _Sum:
        price = asked.prices.hourly(name, asked.region)
        return _Sum(None if price is None else sign * price, tr(sentence))

    return reckon


def _monthly(name: str, sentence: str, sign: int = 1, each: str = "") -> _Reckon:
    def reckon(asked: _Asked) -> _Sum:
        several = asked.get(each) if each else None
        count = len(several) if isinstance(several, (list, tuple)) else 1
        return _Sum(sign * count * asked.prices.monthly(name), tr(sentence))

    return reckon


_BALANCERS = {"network": "network_load_balancer", "gateway": "gateway_load_balancer"}


def _balancer(asked: _Asked) -> _Sum:
    name = _BALANCERS.get(str(asked.get("Type")), "application_load_balancer")
    return _Sum(
        asked.prices.hourly(name, asked.region), tr("The load balancer itself; what passes through it is extra.")
    )


def _balancer_gone(asked: _Asked) -> _Sum:
    if not asked.whole("load balancer"):
        return _Sum(None, _UNKNOWN)
    name = _BALANCERS.get(str(asked.of("load balancer")[0].data.get("Type")), "application_load_balancer")
    return _Sum(_negative(asked.prices.hourly(name, asked.region)), tr("The load balancer is no longer paid for."))


def _desired(asked: _Asked) -> _Sum:
    wanted = asked.get("DesiredCapacity")
    if wanted is None or not asked.whole("Auto Scaling group"):
        return _Sum(None, _UNKNOWN)
    group = asked.of("Auto Scaling group")[0].data
    kinds = {str(machine.get("InstanceType")) for machine in group.get("Instances", ())}
    if len(kinds) != 1:
        return _Sum(None, tr("What its machines cost is unknown."))
    kind = kinds.pop()
    price = asked.prices.instance(kind, asked.region)
    change = int(wanted) - int(group.get("DesiredCapacity") or 0)
    return _Sum(
        None if price is None else price * change,
        tr("{change} {kind} running all month on Linux.", change=f"{change:+d}", kind=kind),
    )


def _kept_ready(asked: _Asked) -> _Sum:
    price = asked.prices.hourly("lambda_provisioned_gb", asked.region)
    count = asked.get("ProvisionedConcurrentExecutions")
    if price is None:
        return _Sum(None, _UNKNOWN)
    return _Sum(
        None,
        tr(
            "About {price} US dollars a month for each GB of memory the function has.",
            price=number(price * int(count), 2),
        ),
    )


_COSTS: Mapping[str, _Reckon] = {
    "autoscaling:SetDesiredCapacity": _desired,
    "autoscaling:UpdateAutoScalingGroup": _desired,
    "cloudwatch:DeleteAlarms": _monthly("alarm", marked("The alarms are no longer paid for."), -1, "AlarmNames"),
    "cloudwatch:PutMetricAlarm": _monthly("alarm", marked("One alarm; nothing more if it is there already.")),
    "dynamodb:CreateTable": _table,
    "dynamodb:DeleteTable": _table_gone,
    "dynamodb:UpdateTable": _table_changed,
    "ec2:AllocateAddress": _hourly("public_ipv4", marked("One public IPv4 address.")),
    "ec2:CreateNatGateway": _hourly("nat_gateway", marked("The NAT gateway itself; what passes through it is extra.")),
    "ec2:CreateVolume": _volume,
    "ec2:DeleteNatGateway": _hourly("nat_gateway", marked("The NAT gateway is no longer paid for."), -1),
    "ec2:DeleteVolume": _volumes_gone,
    "ec2:ModifyInstanceAttribute": _resize,
    "ec2:ModifyVolume": _volume_changed,
    "ec2:ReleaseAddress": _hourly("public_ipv4", marked("The address is no longer paid for."), -1),
    "ec2:RunInstances": _launch,
    "ec2:StartInstances": _start,
    "ec2:StopInstances": _stop,
    "ec2:TerminateInstances": _terminate,
    "eks:CreateCluster": _hourly("eks_cluster", marked("The cluster itself; its machines are extra.")),
    "eks:DeleteCluster": _hourly("eks_cluster", marked("The cluster is no longer paid for."), -1),
    "elbv2:CreateLoadBalancer": _balancer,
    "elbv2:DeleteLoadBalancer": _balancer_gone,
    "kms:CancelKeyDeletion": _monthly("kms_key", marked("The key is paid for again.")),
    "kms:CreateKey": _monthly("kms_key", marked("One key; what it is asked for is extra.")),
    "kms:ScheduleKeyDeletion": _monthly("kms_key", marked("The key is no longer paid for."), -1),
    "lambda:PutProvisionedConcurrencyConfig": _kept_ready,
    "rds:CreateDBInstance": _database,
    "rds:DeleteDBInstance": _database_gone,
    "rds:ModifyDBInstance": _database_changed,
    "rds:StartDBInstance": _database_started,
    "rds:StopDBInstance": _database_stopped,
    "route53:CreateHostedZone": _monthly("hosted_zone", marked("One DNS zone; what it is asked for is extra.")),
    "route53:DeleteHostedZone": _monthly("hosted_zone", marked("The DNS zone is no longer paid for."), -1),
    "secretsmanager:CreateSecret": _monthly("secret", marked("One secret; what it is asked for is extra.")),
    "secretsmanager:DeleteSecret": _monthly("secret", marked("The secret is no longer paid for."), -1),
}
PRICED_OPERATIONS = frozenset(_COSTS)
"""The operations whose cost can be reckoned."""
