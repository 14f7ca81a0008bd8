"""How changes are taken back: for each operation that has an inverse, what is read before it and what restores that.

Owns the recipes, by service. Refuses to send a change: it makes calls, which go through the gate like any other.
"""

from app.aws.undo.planner import BotoUndoPlanner

__all__ = ["BotoUndoPlanner"]
