"""Before yes: what a call touches, whether it may, what it costs and changes. Reads alone; decides nothing."""

from app.aws.inspection.inspector import BotoCallInspector

__all__ = ["BotoCallInspector"]
