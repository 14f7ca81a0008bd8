"""What is wrong with an operation's parameters, in sentences. Refuses to repeat a sensitive value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from botocore.model import OperationModel


def parameter_problems(model: OperationModel, parameters: Mapping[str, object]) -> Sequence[str]:
    """One sentence for each fault; empty where the parameters fit."""
    from botocore.validate import ParamValidator

    if model.input_shape is None:
        return [f"{model.name} takes no parameter {name!r}." for name in parameters]
    report = ParamValidator().validate(dict(parameters), model.input_shape)
    return report.generate_report().splitlines() if report.has_errors() else []
