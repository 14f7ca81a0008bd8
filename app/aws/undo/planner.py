"""The undo planner's port over the recipes: reads the state before a call, and makes the inverse after it."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from app.aws.execution.reading import AccountReader, ReadOnce
from app.aws.models import ServiceModels
from app.aws.undo import compute, data_stores, ec2, ec2_network, iam, operations, s3
from app.aws.undo.endings import goes_with
from app.aws.undo.recipes import Asked, Done, Recipe
from app.aws.undo.tags import TagRecipes
from app.domain.aws import Call, CallResult, Inverse, Snapshot
from app.domain.errors import BatonError
from app.domain.language import tr
from app.domain.wording import unended

log = logging.getLogger(__name__)

RECIPES: Mapping[str, Recipe] = {
    **ec2.RECIPES,
    **ec2_network.RECIPES,
    **s3.RECIPES,
    **iam.RECIPES,
    **data_stores.RECIPES,
    **compute.RECIPES,
    **operations.RECIPES,
}
"""By ``service:Operation``. Tags have recipes of their own, made from the services' models."""


class BotoUndoPlanner:
    """Implements ``UndoPlanner``. Thread-safe."""

    def __init__(self, reader: AccountReader) -> None:
        self._reader = reader
        self._tags = TagRecipes(ServiceModels())

    def before(self, call: Call) -> Snapshot:
        """The state that ``call`` will change; empty where it has no inverse. Blocking; never raises."""
        recipe = self._recipe(call)
        if recipe is None:
            return Snapshot()
        try:
            return Snapshot(data=recipe.before(Asked(call=call, read=ReadOnce(self._reader, call))))
        except BatonError as error:
            return Snapshot(
                problem=tr("What is there now could not be read, so this cannot be undone: {error}", error=error)
            )
        except Exception:
            log.exception("the state before %s could not be read", call.id)
            return Snapshot(problem=tr("What is there now is not what Baton expected, so this cannot be undone."))

    def prospect(self, call: Call, before: Snapshot) -> str:
        """How ``call`` could be taken back, as far as that can be said before AWS has answered. Never raises."""
        recipe = self._recipe(call)
        if recipe is None or before.problem:
            return ""
        try:
            found = recipe.inverse(Done(call=call, before=before.data, answer={}))
        except Exception:  # noqa: BLE001 - most often it wants an id of the answer, which is not there yet
            found = None
        if found is not None:
            return " ".join((tr("{sentence}.", sentence=unended(found.sentence)), *found.caveats))
        return recipe.promise(before.data)

    def inverse(self, call: Call, before: Snapshot, result: CallResult) -> Inverse | None:
        """How ``call`` is taken back, or ``None`` where it cannot be. Sends nothing; never raises."""
        recipe = self._recipe(call)
        if recipe is None or before.problem or result.dry_run:
            return None
        try:
            return recipe.inverse(Done(call=call, before=before.data, answer=result.data))
        except Exception:
            log.exception("no inverse of %s could be made", call.id)
            return None

    def goes_with(self, deletion: Call, other: Call) -> bool:
        """See ``UndoPlanner.goes_with``."""
        return goes_with(deletion, other)

    def _recipe(self, call: Call) -> Recipe | None:
        return RECIPES.get(str(call.id)) or self._tags.recipe(call.id)
