"""The bundled price list: what a thing costs by the hour or the month in a region. Knows no call, and no account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from app.aws.data import data_table

_FULL_REGIONS = ("us-east-1", "eu-west-1")
_ENGINES = frozenset({"postgres", "mysql", "mariadb"})


class PriceList:
    """Prices in US dollars a month; ``None`` where none is known."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self.as_of = str(table["as_of"])
        self._hours = float(table["hours_per_month"])

    def is_estimate(self, region: str) -> bool:
        """Whether the region's prices are those of another one, times a ratio."""
        return region not in _FULL_REGIONS

    def instance(self, kind: str, region: str) -> float | None:
        """An EC2 instance type (``t3.micro``), Linux, on demand."""
        return self._by_size(self._table["ec2"], kind, region)

    def database(self, kind: str, engine: str, region: str, *, zones: int = 1) -> float | None:
        """An RDS class (``db.t3.micro``) in one zone or two; storage is extra."""
        if engine not in _ENGINES:
            return None
        sizes = {"families": self._table["rds"]["families"], "sizes": self._table["ec2"]["sizes"]}
        price = self._by_size(sizes, kind, region)
        return None if price is None else price * zones

    def database_storage(self, kind: str, gib: float, region: str) -> float | None:
        """Storage of a database."""
        return _times(self._in(self._table["rds"]["storage"].get(kind), region), gib)

    def volume(self, kind: str, gib: float, region: str, *, iops: float = 0) -> float | None:
        """An EBS volume."""
        price = _times(self._in(self._table["ebs"].get(kind), region), gib)
        if price is None or kind not in self._table["ebs_iops"]:
            return price
        by_iops = self._in(self._table["ebs_iops"][kind], region)
        return None if by_iops is None else price + by_iops * iops

    def hourly(self, name: str, region: str) -> float | None:
        """Something of the list's table ``hourly``."""
        return _times(self._in(self._table["hourly"].get(name), region), self._hours)

    def monthly(self, name: str) -> float:
        """Something of the list's table ``monthly``."""
        return float(self._table["monthly"][name])

    def _by_size(self, sizes: Mapping[str, Any], kind: str, region: str) -> float | None:
        listed = sizes.get("types", {}).get(kind)
        if listed is not None:
            return _times(self._in(listed, region), self._hours)
        family, _, size = kind.rpartition(".")
        factor = sizes["sizes"].get(size)
        return None if factor is None else _times(self._in(sizes["families"].get(family), region), factor * self._hours)

    def _in(self, prices: Sequence[float] | None, region: str) -> float | None:
        if prices is None:
            return None
        if region in _FULL_REGIONS:
            return float(prices[_FULL_REGIONS.index(region)])
        ratio = self._table["ratios"].get(region)
        return None if ratio is None else float(prices[0]) * ratio


def _times(price: float | None, factor: float) -> float | None:
    return None if price is None else price * factor


@cache
def price_list() -> PriceList:
    """The price list that ships with Baton."""
    return PriceList(data_table("prices.toml"))
