"""Which layers of a model go to which GPU, and how llama.cpp is told. Counts and bytes only; knows no devices."""

from __future__ import annotations

from collections.abc import Sequence

from app.llama.plan.memory import Parts


def most_layers(parts: Parts, rooms: Sequence[int]) -> int:
    """How many layers fit, from the last one on: the last GPU takes the output layer and what precedes it."""
    layer = len(parts.weights) - 1
    count = 0
    needs_output = True
    for room in reversed(rooms):
        left = room
        if needs_output:
            if parts.output > left:
                continue
            left -= parts.output
            needs_output = False
        while layer >= 0 and parts.weights[layer] + parts.contexts[layer] <= left:
            left -= parts.weights[layer] + parts.contexts[layer]
            layer -= 1
            count += 1
    return count


def layer_counts(parts: Parts, rooms: Sequence[int], wanted: int) -> list[int]:
    """How many of the ``wanted`` last layers each GPU takes, in llama.cpp's order; the output layer is not counted.

    One GPU takes all where one can: every further one costs time. Otherwise each is filled from the last one on, and
    what does not fit anywhere goes to the first.
    """
    counts = [0] * len(rooms)
    if not rooms or not wanted:
        return counts
    first = len(parts.weights) - wanted
    sizes = [parts.weights[layer] + parts.contexts[layer] for layer in range(first, len(parts.weights))]
    roomiest = max(range(len(rooms)), key=lambda number: rooms[number])
    if sum(sizes) + parts.output <= rooms[roomiest]:
        counts[roomiest] = wanted
        return counts
    at = len(sizes) - 1
    needs_output = True
    for number in range(len(rooms) - 1, -1, -1):
        left = rooms[number]
        if needs_output:
            if parts.output > left:
                continue
            left -= parts.output
            needs_output = False
        while at >= 0 and sizes[at] <= left:
            left -= sizes[at]
            counts[number] += 1
            at -= 1
    if at >= 0:
        receiver = next((number for number, count in enumerate(counts) if count), roomiest)
        counts[receiver] += at + 1
    return counts


def tensor_split(counts: Sequence[int]) -> tuple[float, ...]:
    """llama.cpp's ``tensor_split`` that gives each GPU just so many layers: the last that has any gets the output."""
    last = max(number for number, count in enumerate(counts) if count)
    return tuple(float(count + (number == last)) for number, count in enumerate(counts))


def scaled_counts(counts: Sequence[int], total: int) -> list[int]:
    """``counts`` brought down to ``total``, the last ones first to keep theirs."""
    left = total
    scaled = [0] * len(counts)
    whole = sum(counts) or 1
    for number in range(len(counts) - 1, -1, -1):
        scaled[number] = min(left, -(-counts[number] * total // whole))
        left -= scaled[number]
    return scaled
