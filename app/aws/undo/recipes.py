"""What a recipe for taking a call back is, and the forms that most of them have. Knows no service.

A recipe reads what it needs before the call (plain reads only) and makes the inverse from that, the call and its
answer. Where it cannot be sure that the inverse restores what was there, it makes none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, cast

from app.domain.aws import Call, Inverse, OperationId
from app.domain.errors import AwsError
from app.domain.language import tr

State = Mapping[str, Any]


class Read(Protocol):
    """Sends one plain read where the call is to go; raises ``BatonError`` for what AWS refuses."""

    def __call__(self, operation: str, parameters: Mapping[str, object]) -> Mapping[str, Any]: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A call before it is carried out, and the way to read the state it will change."""

    call: Call
    read: Read

    @property
    def given(self) -> Mapping[str, Any]:
        """The call's parameters."""
        return self.call.parameters

    def read_or_none(self, operation: str, parameters: Mapping[str, object], absent: Iterable[str]) -> Any:
        """The answer, or ``None`` where AWS says by one of the codes in ``absent`` that there is none."""
        try:
            return self.read(operation, parameters)
        except AwsError as error:
            if error.code in tuple(absent):
                return None
            raise


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """A call that was carried out: the state before it, and its answer."""

    call: Call
    before: State
    answer: Mapping[str, Any]

    @property
    def given(self) -> Mapping[str, Any]:
        """The call's parameters."""
        return self.call.parameters

    def step(self, operation: str, parameters: Mapping[str, object]) -> Call:
        """A call of the same service, account and region; ``operation`` without its service."""
        return Call(
            id=OperationId(self.call.id.service, operation),
            parameters=dict(parameters),
            account=self.call.account,
            region=self.call.region,
        )

    def only(self, *names: str) -> dict[str, Any]:
        """Those of the call's own parameters that are given."""
        return {name: self.given[name] for name in names if name in self.given}


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipe:
    """``inverse`` makes the inverse of a call that was carried out, ``before`` reads what that needs. ``promise`` says
    of the state before what the inverse will do where AWS's answer is needed to make it; "" for nothing.
    """

    inverse: Callable[[Done], Inverse | None]
    before: Callable[[Asked], State] = lambda _: {}
    promise: Callable[[State], str] = lambda _: ""


Recipes = Mapping[str, Recipe]


def inverse(sentence: str, *calls: Call, caveats: Sequence[str] = ()) -> Inverse | None:
    """An inverse of these calls; ``None`` for none. The sentences are marked ones, or said already."""
    said = tuple(tr(caveat) for caveat in caveats)
    return Inverse(sentence=tr(sentence), calls=calls, caveats=said) if calls else None


def named(*names: str) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """Takes these parameters, where they are given."""
    return lambda given: {name: given[name] for name in names if name in given}


def document(
    *,
    identifies: Sequence[str],
    read: str,
    restore: Callable[[Mapping[str, Any]], Mapping[str, object]],
    put: str,
    delete: str = "",
    absent: Sequence[str] = (),
    what: str,
    caveats: Sequence[str] = (),
    may_be_empty: bool = False,
) -> Recipe:
    """A recipe for something that is read, put and deleted as a whole (a policy, tags, a configuration).

    ``identifies``: the parameters that say whose it is. ``restore`` makes the put's other parameters of the answer to
    ``read`` (with its service). ``absent``: the error codes by which AWS says that there is none. ``may_be_empty``: an
    empty one is put back like any other, because it means none.
    """
    takes = named(*identifies)

    def before(asked: Asked) -> State:
        return {"found": asked.read_or_none(read, takes(asked.given), absent)}

    def undone(done: Done) -> Inverse | None:
        found = done.before["found"]
        restored = None if found is None else dict(restore(found))
        if restored is not None and not may_be_empty and all(item in (None, [], {}, "") for item in restored.values()):
            restored = None
        if restored is not None:
            return inverse(
                tr("Put back {what} as before", what=tr(what)),
                done.step(put, takes(done.given) | restored),
                caveats=caveats,
            )
        if delete and done.call.id.operation != delete:
            return inverse(
                tr("Remove {what}: there was none before", what=tr(what)), done.step(delete, takes(done.given))
            )
        return None

    return Recipe(before=before, inverse=undone)


def member(
    *,
    read: str,
    read_by: Sequence[str] | Callable[[Mapping[str, Any]], Mapping[str, object]],
    has: Callable[[Mapping[str, Any], Mapping[str, Any]], bool],
    adds: bool,
    back: str,
    takes: Sequence[str],
    sentence: str,
) -> Recipe:
    """A recipe for something that is put into a set or taken out of it.

    ``has`` says of the answer to ``read`` and the call's parameters whether it was there before. Where the call changed
    nothing, there is nothing to undo.
    """
    asks = read_by if callable(read_by) else named(*read_by)
    gives = named(*takes)

    def before(asked: Asked) -> State:
        return {"had": has(asked.read(read, asks(asked.given)), asked.given)}

    def undone(done: Done) -> Inverse | None:
        if done.before["had"] is adds:
            return None
        return inverse(sentence, done.step(back, gives(done.given)))

    return Recipe(before=before, inverse=undone)


def created(
    *,
    delete: str,
    by: Callable[[Done], Mapping[str, object] | None],
    what: str,
    caveats: Sequence[str] = (),
    existed: Callable[[Asked], bool] | None = None,
) -> Recipe:
    """A recipe for something new: it is deleted again. ``existed``: for operations that also succeed where it is there
    already, in which case nothing is undone.
    """

    def before(asked: Asked) -> State:
        return {"existed": existed(asked)} if existed is not None else {}

    def undone(done: Done) -> Inverse | None:
        if done.before.get("existed"):
            return None
        parameters = by(done)
        if not parameters or any(value in (None, "", []) for value in parameters.values()):
            return None
        return inverse(
            tr("Delete {what} that was created", what=tr(what)), done.step(delete, parameters), caveats=caveats
        )

    def promised(state: State) -> str:
        if state.get("existed"):
            return ""
        return " ".join((tr("Delete {what} that was created.", what=tr(what)), *map(tr, caveats)))

    return Recipe(before=before, inverse=undone, promise=promised)


def settings(
    *,
    read: str,
    read_by: Callable[[Mapping[str, Any]], Mapping[str, object]],
    found: Callable[[Mapping[str, Any]], Mapping[str, Any] | None],
    restorable: Mapping[str, Callable[[Mapping[str, Any]], Any]],
    identifies: Sequence[str],
    keeps: Sequence[str] = (),
    operation: str,
    sentence: str,
) -> Recipe:
    """A recipe for an update of some of a thing's settings by the very operation that changed them.

    ``restorable``: for each parameter that can be set back, its value in what ``found`` finds in the answer to
    ``read``. ``keeps``: parameters that only say how, repeated as given. Where any other was set there is no inverse:
    half an undo is worse than none.
    """
    takes = named(*identifies, *keeps)

    def before(asked: Asked) -> State:
        return {"found": found(asked.read(read, read_by(asked.given)))}

    def undone(done: Done) -> Inverse | None:
        thing = done.before["found"]
        changed = [name for name in done.given if name not in identifies and name not in keeps]
        if thing is None or not changed or any(name not in restorable for name in changed):
            return None
        values = {name: restorable[name](thing) for name in changed}
        different = {name: value for name, value in values.items() if value != done.given[name]}
        if not different or any(value is None for value in different.values()):
            return None
        return inverse(sentence, done.step(operation, takes(done.given) | different))

    return Recipe(before=before, inverse=undone)


def value(name: str) -> Callable[[Mapping[str, Any]], Any]:
    """Takes the member ``name`` of a thing."""
    return lambda thing: thing.get(name)


def first(items: object) -> Mapping[str, Any] | None:
    """The first structure of a list, if there is one."""
    found = items[0] if isinstance(items, Sequence) and not isinstance(items, str) and items else None
    return cast("Mapping[str, Any]", found) if isinstance(found, Mapping) else None


def tag_changes(
    had: Mapping[str, str], *, given: Mapping[str, str] | None = None, removed: Iterable[str] = ()
) -> tuple[dict[str, str], list[str]]:
    """What restores the tags ``had`` after others were ``given`` or some ``removed``: those to set, those to remove."""
    if given is None:
        return {key: had[key] for key in removed if key in had}, []
    back = {key: had[key] for key, text in given.items() if key in had and had[key] != text}
    return back, [key for key in given if key not in had]
