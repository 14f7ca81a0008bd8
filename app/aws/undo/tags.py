"""Tags are taken back alike in all services that name the operations alike; where they stand says the service's model.

A service qualifies if it has TagResource, UntagResource and an operation that lists a resource's tags, which identify
the resource by one parameter of the same kind of name. Everything else has a recipe of its own, or none.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

from app.aws.models import ServiceModels
from app.aws.undo.recipes import Asked, Done, Recipe, State, inverse, tag_changes
from app.domain.aws import Inverse, OperationId, tags_of
from app.domain.language import marked

_TAG, _UNTAG = "TagResource", "UntagResource"
_LISTS = ("ListTagsForResource", "ListTagsOfResource", "ListTags", "ListResourceTags")


@dataclass(frozen=True, kw_only=True, slots=True)
class TagShape:
    """How a service writes tags. ``list_*`` are of the operation that lists them. ``key`` and ``text`` are a tag's
    members where tags are a list, ``""`` where they are a map.
    """

    service: str
    list_operation: str
    list_resource: str
    list_tags: str
    tag_resource: str
    tag_tags: str
    untag_resource: str
    untag_keys: str
    key: str = ""
    text: str = ""
    tag: str = _TAG
    untag: str = _UNTAG


class TagRecipes:
    """The recipes for TagResource and UntagResource of any service. Thread-safe."""

    def __init__(self, models: ServiceModels) -> None:
        self._models = models
        self._lock = threading.Lock()
        self._shapes: dict[str, TagShape | None] = {}

    def recipe(self, operation: OperationId) -> Recipe | None:
        """``None`` for what is no tagging operation, or one of a service that writes tags in a way of its own."""
        if operation.operation not in (_TAG, _UNTAG):
            return None
        with self._lock:
            if operation.service not in self._shapes:
                self._shapes[operation.service] = self._found(operation.service)
            shape = self._shapes[operation.service]
        return tag_recipe(shape) if shape is not None else None

    def _found(self, service: str) -> TagShape | None:
        try:
            model: Any = self._models.service(service)  # a shape of any kind; what does not fit is no such service
            names = set(model.operation_names)
            listing = next(name for name in _LISTS if name in names)
            tag, untag = model.operation_model(_TAG).input_shape, model.operation_model(_UNTAG).input_shape
            lists = model.operation_model(listing)
            tags_in, keys_in = _of_name(tag, "tags"), _of_name(untag, "tagkeys", "tagkeylist", "keys")
            listed = _of_name(lists.output_shape, "tags", "resourcetags", "taglist")
            shape: Any = tag.members[tags_in]
            key = text = ""
            if shape.type_name == "list":
                key = _of_name(shape.member, "key", "tagkey")
                text = _of_name(shape.member, "value", "tagvalue")
                if {key, text} - set(lists.output_shape.members[listed].member.members):
                    return None
            elif shape.type_name != "map" or lists.output_shape.members[listed].type_name != "map":
                return None
            return TagShape(
                service=service,
                list_operation=listing,
                list_resource=_only_required(lists.input_shape),
                list_tags=listed,
                tag_resource=_other(tag, tags_in),
                tag_tags=tags_in,
                untag_resource=_other(untag, keys_in),
                untag_keys=keys_in,
                key=key,
                text=text,
            )
        except (KeyError, StopIteration, AttributeError, ValueError):
            return None


def tag_recipe(shape: TagShape) -> Recipe:
    """The recipe for both operations of a service."""

    def before(asked: Asked) -> State:
        resource = asked.given.get(shape.tag_resource) or asked.given.get(shape.untag_resource)
        answer = asked.read(f"{shape.service}:{shape.list_operation}", {shape.list_resource: resource})
        if answer.get("IsTruncated"):
            raise ValueError("more tags than one page")
        return {"tags": tags_of(answer.get(shape.list_tags))}

    def undone(done: Done) -> Inverse | None:
        untagged = done.call.id.operation == shape.untag
        given = None if untagged else tags_of(done.given.get(shape.tag_tags))
        back, new = tag_changes(done.before["tags"], given=given, removed=done.given.get(shape.untag_keys) or ())
        resource = done.given.get(shape.untag_resource if untagged else shape.tag_resource)
        calls = []
        if new:
            calls.append(done.step(shape.untag, {shape.untag_resource: resource, shape.untag_keys: new}))
        if back:
            listed = [{shape.key: key, shape.text: text} for key, text in back.items()]
            tags: object = listed if shape.key else back
            calls.append(done.step(shape.tag, {shape.tag_resource: resource, shape.tag_tags: tags}))
        return inverse(marked("Put the tags back as before"), *calls)

    return Recipe(before=before, inverse=undone)


def _of_name(shape: Any, *names: str) -> str:
    return next(str(name) for name in shape.members if name.lower() in names)


def _other(shape: Any, name: str) -> str:
    """The one required member beside ``name``."""
    others = [member for member in shape.required_members if member != name]
    if len(others) != 1 or shape.members[others[0]].type_name != "string":
        raise ValueError(name)
    return str(others[0])


def _only_required(shape: Any) -> str:
    if len(shape.required_members) != 1:
        raise ValueError(shape.name)
    return str(shape.required_members[0])
