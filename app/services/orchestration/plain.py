"""Plain stand-ins for what looks before a person decides: a call's resources by name alone, and no way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.aws import Call, CallResult, Inspection, Inverse, Resource, Snapshot


class NamedResources:
    """Implements :class:`app.domain.ports.CallInspector` with nothing but the lines that ``touched`` gives."""

    def __init__(self, touched: Callable[[Call], Sequence[str]]) -> None:
        self._touched = touched

    def inspect(self, call: Call, before: Snapshot) -> Inspection:  # noqa: ARG002 - the port's signature
        """The resources by their lines."""
        return Inspection(resources=tuple(Resource(kind="", id=line) for line in self._touched(call)))


class NoUndo:
    """Implements :class:`app.domain.ports.UndoPlanner` for whom nothing can be taken back."""

    def before(self, call: Call) -> Snapshot:  # noqa: ARG002 - the port's signature
        """Nothing is read."""
        return Snapshot()

    def inverse(self, call: Call, before: Snapshot, result: CallResult) -> Inverse | None:  # noqa: ARG002 - the port's signature
        """There is none."""
        return None
