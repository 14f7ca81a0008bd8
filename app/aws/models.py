"""Reads botocore's service models, one at a time, and turns shapes into the domain's. Refuses to call AWS.

Only the models shipped with botocore are read, each in its newest API version; ``~/.aws/models`` is not.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from app.aws.collections_paused import no_collections
from app.aws.model_files import read_model_file
from app.aws.model_text import brief_text
from app.domain.aws import ParameterShape, ShapeKind

if TYPE_CHECKING:
    from botocore.model import OperationModel, ServiceModel, Shape

_KINDS = {
    "string": ShapeKind.STRING,
    "character": ShapeKind.STRING,
    "integer": ShapeKind.INTEGER,
    "long": ShapeKind.INTEGER,
    "float": ShapeKind.FLOAT,
    "double": ShapeKind.FLOAT,
    "boolean": ShapeKind.BOOLEAN,
    "timestamp": ShapeKind.TIMESTAMP,
    "blob": ShapeKind.BLOB,
    "list": ShapeKind.LIST,
    "map": ShapeKind.MAP,
    "structure": ShapeKind.STRUCTURE,
}
_KEPT_MODELS = 4  # the largest (EC2) takes about 40 MB once parsed
_KEPT_OPERATIONS = 256  # each with the shapes it needs alone: some ten kB


class ServiceModels:
    """botocore's models by service name. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._folders: dict[str, Path] | None = None
        self._kept: OrderedDict[str, tuple[dict[str, Any], ServiceModel]] = OrderedDict()
        self._kept_operations: OrderedDict[tuple[str, str], OperationModel] = OrderedDict()

    def folders(self) -> Mapping[str, Path]:
        """Every service's folder of its newest API version, by botocore's client name."""
        with self._lock:
            if self._folders is None:
                self._folders = _newest_folders()
            return self._folders

    def raw(self, service: str) -> dict[str, Any]:
        """A service's model as botocore's client would load it, uncached. Raises ``KeyError``."""
        with no_collections():
            return _whole(self.folders()[service], "service-2")

    def paginated(self, service: str) -> frozenset[str]:
        """The names of the operations that botocore can follow page by page."""
        return frozenset(_whole(self.folders()[service], "paginators-1").get("pagination", {}))

    def service(self, service: str) -> ServiceModel:
        """A service's model; the few last used ones are kept. Raises ``KeyError``."""
        with self._lock:
            return self._parsed(service)[1]

    def operation(self, service: str, operation: str) -> OperationModel:
        """Raises ``KeyError`` for an unknown service or operation. Many are kept, without the rest of their service."""
        with self._lock:
            model = self._kept_operations.pop((service, operation), None)
            if model is None:
                model = _alone(self._parsed(service)[0], service, operation)
            self._kept_operations[service, operation] = model
            while len(self._kept_operations) > _KEPT_OPERATIONS:
                self._kept_operations.popitem(last=False)
            return model

    def _parsed(self, service: str) -> tuple[dict[str, Any], ServiceModel]:
        from botocore.model import ServiceModel

        parsed = self._kept.pop(service, None)
        if parsed is None:
            raw = self.raw(service)
            parsed = raw, ServiceModel(raw, service)
        self._kept[service] = parsed
        while len(self._kept) > _KEPT_MODELS:
            self._kept.popitem(last=False)
        return parsed

    def drop(self) -> None:
        """Free every kept model."""
        with self._lock:
            self._kept.clear()
            self._kept_operations.clear()


def _alone(raw: Mapping[str, Any], service: str, operation: str) -> OperationModel:
    """One operation's model with no more than its own shapes. Raises ``KeyError``."""
    from botocore.model import ServiceModel

    about = raw["operations"][operation]
    shapes: dict[str, Any] = {}
    waiting = [about[part]["shape"] for part in ("input", "output") if part in about]
    waiting += [error["shape"] for error in about.get("errors", ())]
    while waiting:
        name = waiting.pop()
        if name in shapes:
            continue
        shape = shapes[name] = raw["shapes"][name]
        inner = [
            *shape.get("members", {}).values(),
            *(shape[part] for part in ("member", "key", "value") if part in shape),
        ]
        waiting += [reference["shape"] for reference in inner]
    rest = {name: value for name, value in raw.items() if name not in {"operations", "shapes"}}
    return ServiceModel({**rest, "operations": {operation: about}, "shapes": shapes}, service).operation_model(
        operation
    )


def data_folder() -> Path:
    """Where botocore keeps its models."""
    import botocore

    return Path(botocore.__file__).parent / "data"


def _newest_folders() -> dict[str, Path]:
    data = data_folder()
    newest: dict[str, Path] = {}
    for folder in sorted(data.iterdir()):
        versions = (
            [
                version.name
                for version in folder.iterdir()
                if any((version / f"service-2.json{ending}").is_file() for ending in (".gz", ""))
            ]
            if folder.is_dir()
            else []
        )
        if versions:
            newest[folder.name] = folder / max(versions)
    return newest


def _whole(folder: Path, kind: str) -> dict[str, Any]:
    """A file and what its extras add to it, as botocore's loader joins them; empty where there is none."""
    data: dict[str, Any] = read_model_file(str(folder / kind)) or {}
    extras = read_model_file(str(folder / f"{kind}.sdk-extras")) or {}
    _add(data, extras.get("merge", {}))
    return data


def _add(data: dict[str, Any], more: Mapping[str, Any]) -> None:
    for name, value in more.items():
        held = data.get(name)
        if isinstance(held, dict) and isinstance(value, dict):
            _add(held, value)
        else:
            data[name] = value


def parameter_shapes(model: OperationModel) -> tuple[ParameterShape, ...]:
    """An operation's parameters, required ones first, else in botocore's order."""
    if model.input_shape is None:
        return ()
    top = _Converter().convert("", model.input_shape, required=False)
    return tuple(sorted(top.members, key=lambda shape: not shape.required))


def answer_shape(model: OperationModel) -> ParameterShape:
    """The shape of an operation's answer: a structure, without members where it answers nothing."""
    if model.output_shape is None:
        return ParameterShape(name="", kind=ShapeKind.STRUCTURE)
    return _Converter().convert("", model.output_shape, required=False)


_ANSWER_DEPTH = 3


def answer_paths(model: OperationModel) -> tuple[str, ...]:
    """JMESPaths of the single texts and numbers in an operation's answer, the nearest first; of a list, its first."""
    from botocore.model import ListShape, StructureShape

    found: list[tuple[int, str]] = []

    def walk(shape: Shape, path: str, depth: int) -> None:
        match shape:
            case StructureShape():
                if depth < _ANSWER_DEPTH:
                    for name, member in shape.members.items():
                        walk(member, f"{path}.{name}" if path else name, depth + 1)
            case ListShape():
                walk(shape.member, f"{path}[0]", depth)
            case _ if path and shape.type_name in {"string", "integer", "long"}:
                found.append((depth, path))
            case _:
                pass

    if model.output_shape is not None:
        walk(model.output_shape, "", 0)
    return tuple(path for _, path in sorted(found, key=lambda item: item[0]))


class _Converter:
    """Turns one operation's shapes into the domain's, sharing what repeats: some trees would else have 10^5 nodes."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._done: dict[str, ParameterShape] = {}
        self._cuts = 0

    def convert(self, name: str, shape: Shape, *, required: bool) -> ParameterShape:
        metadata = cast("Mapping[str, Any]", shape.metadata)
        kind = _kind(shape)
        inner = self._inner(shape, kind)
        return replace(
            inner,
            name=name,
            required=required,
            documentation=brief_text(shape.documentation) if name else "",
            enum=tuple(str(value) for value in metadata.get("enum", ())),
            minimum=_number(metadata.get("min")),
            maximum=_number(metadata.get("max")),
            pattern=metadata.get("pattern"),
            sensitive=bool(metadata.get("sensitive")),
            idempotency_token=bool(metadata.get("idempotencyToken")),
        )

    def _inner(self, shape: Shape, kind: ShapeKind) -> ParameterShape:
        bare = ParameterShape(name="", kind=kind)
        if kind not in (ShapeKind.STRUCTURE, ShapeKind.LIST, ShapeKind.MAP):
            return bare
        bare = replace(bare, type_name=shape.name)
        if shape.name in self._path:
            self._cuts += 1
            return replace(bare, recursive=True)
        if shape.name in self._done:
            return self._done[shape.name]
        cuts = self._cuts
        self._path.append(shape.name)
        converted = self._children(shape, bare)
        self._path.pop()
        if self._cuts == cuts:  # what was cut depends on the way here, so only whole subtrees are shared
            self._done[shape.name] = converted
        return converted

    def _children(self, shape: Shape, bare: ParameterShape) -> ParameterShape:
        from botocore.model import ListShape, MapShape, StructureShape

        match shape:
            case StructureShape():
                required = set(shape.required_members)
                members = tuple(
                    self.convert(name, member, required=name in required) for name, member in shape.members.items()
                )
                return replace(bare, members=members, union=bool(shape.is_tagged_union))
            case ListShape():
                return replace(bare, element=self.convert("item", shape.member, required=False))
            case MapShape():
                key = self.convert("name", shape.key, required=False)
                return replace(bare, element=self.convert("value", shape.value, required=False), key=key)
            case _:
                return bare


def _kind(shape: Shape) -> ShapeKind:
    from botocore.utils import is_json_value_header

    if is_json_value_header(shape) or getattr(shape, "is_document_type", False):
        return ShapeKind.DOCUMENT
    return _KINDS.get(shape.type_name, ShapeKind.DOCUMENT)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
