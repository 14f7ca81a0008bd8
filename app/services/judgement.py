"""What a call is, before anybody is asked: whether it fits, how risky it is, and the words about it.

Owns the frozen form of a call, which nothing can change between the question and the execution. Executes nothing.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.aws import (
    REFERENCE,
    Call,
    Classification,
    Operation,
    OperationId,
    Resource,
    Risk,
    references,
    resource_line,
)
from app.domain.errors import AwsParameterError, NotFoundError
from app.domain.language import tr
from app.domain.ports import OperationCatalogue
from app.services.plan_references import with_stand_ins
from app.services.presentation import Wording, wording


@dataclass(frozen=True, slots=True)
class FrozenCall:
    """A call as text: whoever is handed one gets a copy of its own."""

    id: OperationId
    text: str
    account: str
    region: str

    @classmethod
    def of(cls, call: Call, parameters: object) -> FrozenCall:
        """Raises :class:`AwsParameterError` for parameters that are no JSON object."""
        text, is_json = "", False
        try:
            if isinstance(parameters, Mapping):
                text = json.dumps(dict(parameters), allow_nan=False)
                is_json = json.loads(text) == dict(parameters)
        except (TypeError, ValueError, RecursionError):
            pass
        if not is_json:
            problem = tr("The parameters are not plain JSON.")
            raise AwsParameterError(problem, problems=(problem,), remedy=tr("Give them as a JSON object."))
        return cls(OperationId(str(call.id.service), str(call.id.operation)), text, str(call.account), str(call.region))

    def thawed(self) -> Call:
        """A fresh copy."""
        return Call(id=self.id, parameters=json.loads(self.text), account=self.account, region=self.region)

    def edited(self, parameters: Mapping[str, object]) -> FrozenCall:
        """The same call with other parameters."""
        return FrozenCall.of(self.thawed(), parameters)


@dataclass(frozen=True, slots=True)
class Judged:
    """A call that fits its operation's model, with its risk and the words about it."""

    call: FrozenCall
    operation: Operation
    classification: Classification
    words: Wording
    touched: tuple[str, ...] = ()

    @property
    def risk(self) -> Risk:
        """How risky this very call is."""
        return self.classification.risk


class Judge:
    """Validates and classifies by the catalogue."""

    def __init__(self, catalogue: OperationCatalogue) -> None:
        self._catalogue = catalogue

    async def __call__(self, call: FrozenCall, touched: Sequence[Resource] = (), *, in_plan: bool = False) -> Judged:
        """:meth:`judged` off the loop."""
        return await asyncio.to_thread(self.judged, call, touched, in_plan=in_plan)

    def risk_of(self, call: Call) -> Risk:
        """How risky ``call`` is. Blocking; raises ``NotFoundError``."""
        return self._catalogue.classify(call).risk

    def judged(self, call: FrozenCall, touched: Sequence[Resource] = (), *, in_plan: bool = False) -> Judged:
        """``touched``: what was found of what it acts on. ``in_plan``: the parameters may refer to the answers of
        earlier steps, which are not there yet. Blocking.

        Raises ``NotFoundError`` and ``AwsParameterError``.
        """
        operation = self._catalogue.operation(call.id)
        if operation.id != call.id:
            # Another spelling of an operation must not be judged as one thing and executed as another.
            raise NotFoundError(
                tr("There is no operation {id}.", id=repr(str(call.id))),
                remedy=tr("baton aws find looks for operations."),
            )
        shown = call.thawed()
        problems = [*self._catalogue.problems(call.id, shown.parameters)]
        refers = any(references(shown.parameters))
        if refers and not in_plan:
            problems.append(
                tr("A value from another step ({reference}) means something in a plan only.", reference=REFERENCE)
            )
        if problems:
            raise AwsParameterError(
                tr("The parameters of {id} do not fit: {problem}", id=call.id, problem=problems[0]),
                problems=tuple(problems),
                remedy=tr("Mend them and try again."),
            )
        meant = call.thawed()
        if refers:
            meant = replace(meant, parameters=with_stand_ins(shown.parameters, operation.parameters))
        own = self._catalogue.classify(meant)
        # A call is never milder than its operation, whatever its parameters are said to make of it.
        least = operation.classification
        classification = own if own.risk.severity >= least.risk.severity else least
        words = wording(shown, operation, warnings=self._catalogue.warnings(meant), touched=touched)
        return Judged(call, operation, classification, words, tuple(map(resource_line, touched)))


def completed_parameters(call: Call) -> Mapping[str, object]:
    """The parameters, with what the chosen region makes necessary: S3 creates a bucket elsewhere than in us-east-1
    only where the request says so again.
    """
    parameters: object = call.parameters
    if (call.id.service, call.id.operation) != ("s3", "CreateBucket") or call.region == "us-east-1":
        return call.parameters
    if not isinstance(parameters, Mapping) or "CreateBucketConfiguration" in parameters:
        return call.parameters
    return {**parameters, "CreateBucketConfiguration": {"LocationConstraint": call.region}}
