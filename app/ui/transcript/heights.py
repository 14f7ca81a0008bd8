"""The heights of all rows, most of them estimates, with quick sums: a Fenwick tree. Qt-free; knows no row."""

from __future__ import annotations

from collections.abc import Iterable


class Heights:
    """Heights by index. Setting one and asking for the sum before one, or for the row at a sum, is logarithmic."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._tree = [0, *self._heights]
        for index in range(1, len(self._tree)):
            parent = index + (index & -index)
            if parent < len(self._tree):
                self._tree[parent] += self._tree[index]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def __setitem__(self, index: int, height: int) -> None:
        change = height - self._heights[index]
        if not change:
            return
        self._heights[index] = height
        index += 1
        while index < len(self._tree):
            self._tree[index] += change
            index += index & -index

    def before(self, index: int) -> int:
        """The sum of the heights before ``index``."""
        total = 0
        while index:
            total += self._tree[index]
            index -= index & -index
        return total

    @property
    def total(self) -> int:
        """The sum of all heights."""
        return self.before(len(self._heights))

    def at(self, offset: int) -> int:
        """The index of the row that ``offset`` (from the top) falls into; the last one for anything beyond."""
        index, step = 0, 1 << len(self._heights).bit_length()
        while step:
            following = index + step
            if following < len(self._tree) and self._tree[following] <= offset:
                index = following
                offset -= self._tree[following]
            step >>= 1
        return min(index, max(len(self._heights) - 1, 0))
