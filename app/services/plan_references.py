"""What a plan's references mean: whether one fits where it stands, what stands in for it, and what it comes to.

Pure functions over shapes and answers. Refuses a reference that no earlier step can answer, and one of another type
than the parameter it stands for, before anything of the plan runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from app.domain.aws import Operation, ParameterShape, Reference, ShapeKind, reference
from app.domain.errors import AwsParameterError
from app.domain.language import marked, tr

_TEXTS = frozenset({ShapeKind.STRING, ShapeKind.TIMESTAMP, ShapeKind.BLOB})
_NUMBERS = frozenset({ShapeKind.INTEGER, ShapeKind.FLOAT})
_KINDS = {
    ShapeKind.STRING: marked("a text"),
    ShapeKind.INTEGER: marked("a whole number"),
    ShapeKind.FLOAT: marked("a number"),
    ShapeKind.BOOLEAN: marked("true or false"),
    ShapeKind.TIMESTAMP: marked("a time"),
    ShapeKind.BLOB: marked("bytes"),
    ShapeKind.LIST: marked("a list"),
    ShapeKind.MAP: marked("names with values"),
    ShapeKind.STRUCTURE: marked("a set of named values"),
    ShapeKind.DOCUMENT: marked("any JSON"),
}


def reference_problems(
    step: int,
    parameters: Mapping[str, object],
    operation: Operation,
    earlier: Sequence[Operation],
    answer_shape: Callable[[Operation, str], ParameterShape | None],
) -> Iterator[str]:
    """What is wrong with the references of step ``step`` (1 is the first), one sentence each."""
    for path, found, wanted in _placed(parameters, operation.parameters):
        if not 1 <= found.step < step:
            yield tr(
                "{path} takes a value from step {step}, which is no step before step {own_step}.",
                path=path,
                step=found.step,
                own_step=step,
            )
            continue
        source = earlier[found.step - 1]
        given = answer_shape(source, found.path)
        if given is None:
            yield tr(
                "{path}: the answer of step {step} ({id}) has nothing to be told at {answer_path}.",
                path=path,
                step=found.step,
                id=source.id,
                answer_path=repr(found.path),
            )
        elif wanted is not None and not _fits(given, wanted):
            yield (
                tr(
                    "{path} must be {wanted}, but {answer_path} in the answer of step {step} is {given}.",
                    path=path,
                    wanted=tr(_KINDS[wanted.kind]),
                    answer_path=repr(found.path),
                    step=found.step,
                    given=tr(_KINDS[given.kind]),
                )
            )


def with_stand_ins(parameters: Mapping[str, object], shapes: Sequence[ParameterShape]) -> dict[str, object]:
    """The parameters with a value of the right type in every reference's place, for whoever looks at types."""
    by_name = {shape.name: shape for shape in shapes}
    return {name: _stood_in(value, by_name.get(name), 0) for name, value in parameters.items()}


def resolved(value: object, answers: Sequence[object], value_at: Callable[[str, object], object]) -> object:
    """``value`` with what its references come to. Raises ``AwsParameterError`` where an answer lacks one."""
    if (found := reference(value)) is not None:
        if not 1 <= found.step <= len(answers):
            raise AwsParameterError(tr("There is no answer of step {step} yet.", step=found.step))
        come_to = value_at(found.path, answers[found.step - 1])
        if come_to is None or come_to == []:
            raise AwsParameterError(
                tr("The answer of step {step} has nothing at {path}.", step=found.step, path=repr(found.path))
            )
        return come_to
    if isinstance(value, Mapping):
        return {name: resolved(inner, answers, value_at) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [resolved(inner, answers, value_at) for inner in value]
    return value


def _placed(
    parameters: Mapping[str, object], shapes: Sequence[ParameterShape]
) -> Iterator[tuple[str, Reference, ParameterShape | None]]:
    """Every reference with the path and the shape of the parameter it stands for."""
    by_name = {shape.name: shape for shape in shapes}
    for name, value in parameters.items():
        yield from _placed_in(name, value, by_name.get(name))


def _placed_in(
    path: str, value: object, shape: ParameterShape | None
) -> Iterator[tuple[str, Reference, ParameterShape | None]]:
    if (found := reference(value)) is not None:
        yield path, found, shape
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _placed_in(f"{path}.{name}", inner, _below(shape, str(name)))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _placed_in(f"{path}[{number}]", inner, shape.element if shape is not None else None)


def _below(shape: ParameterShape | None, name: str) -> ParameterShape | None:
    if shape is None or shape.kind is ShapeKind.MAP:
        return shape.element if shape is not None else None
    return next((member for member in shape.members if member.name == name), None)


def _fits(given: ParameterShape, wanted: ParameterShape) -> bool:
    if wanted.kind is ShapeKind.DOCUMENT or given.kind is ShapeKind.DOCUMENT:
        return True
    if wanted.kind is ShapeKind.LIST and given.kind is ShapeKind.LIST:
        return wanted.element is None or given.element is None or _fits(given.element, wanted.element)
    return any(given.kind in kinds and wanted.kind in kinds for kinds in (_TEXTS, _NUMBERS, {given.kind}))


def _stood_in(value: object, shape: ParameterShape | None, depth: int) -> object:
    if reference(value) is not None:
        return _sample(shape, depth)
    if isinstance(value, Mapping):
        return {name: _stood_in(inner, _below(shape, str(name)), depth + 1) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_stood_in(inner, shape.element if shape is not None else None, depth + 1) for inner in value]
    return value


def _sample(shape: ParameterShape | None, depth: int) -> object:
    match shape.kind if shape is not None else None:
        case ShapeKind.INTEGER | ShapeKind.FLOAT:
            return 1
        case ShapeKind.BOOLEAN:
            return False
        case ShapeKind.TIMESTAMP:
            return "2026-01-01T00:00:00Z"
        case ShapeKind.LIST if shape is not None and shape.element is not None and depth < 8:
            return [_sample(shape.element, depth + 1)]
        case ShapeKind.LIST:
            return []
        case ShapeKind.MAP | ShapeKind.STRUCTURE | ShapeKind.DOCUMENT:
            return {}
        case _:
            return "a value of an earlier step"
