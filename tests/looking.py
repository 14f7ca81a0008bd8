"""Who looks before a person decides, in tests of something else: nothing is found, and there is no way back."""

from __future__ import annotations

from app.domain.aws import Call, CallResult, Inspection, Inverse, Snapshot


class NothingFound:
    """Implements :class:`app.domain.ports.CallInspector`: everything is unknown."""

    def inspect(self, call: Call, before: Snapshot) -> Inspection:
        return Inspection()


class NoUndo:
    """Implements :class:`app.domain.ports.UndoPlanner` for whom nothing can be taken back."""

    def before(self, call: Call) -> Snapshot:
        return Snapshot()

    def prospect(self, call: Call, before: Snapshot) -> str:
        return ""

    def inverse(self, call: Call, before: Snapshot, result: CallResult) -> Inverse | None:
        return None

    def goes_with(self, deletion: Call, other: Call) -> bool:
        return False
