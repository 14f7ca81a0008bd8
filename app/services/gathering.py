"""Joins the answers of many places: one table, and failures that are alike told once. Asks nobody."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.aws import (
    NOT_ENABLED_CODES,
    Action,
    ActionState,
    Call,
    CallResult,
    Classification,
    Decision,
    FailedPlaces,
    Gathered,
    Origin,
    Place,
    Table,
)
from app.domain.language import marked, plural, tr
from app.domain.place_words import place_words
from app.domain.wording import listed

EVERYWHERE = marked("all regions")
_PLACES_TOLD = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What one place said. ``action`` is the call's end as it may be stored, ``whole`` the same for the person's eyes;
    ``error`` where there was not even a call.
    """

    place: Place
    title: str
    action: Action | None = None
    whole: Action | None = None
    error: str = ""

    @property
    def code(self) -> str:
        """AWS's error code, where it gave one."""
        return self.action.error_code if self.action is not None else ""

    @property
    def is_done(self) -> bool:
        """Whether the place answered."""
        return self.action is not None and self.action.state is ActionState.DONE

    @property
    def reason(self) -> str:
        """Why it did not."""
        if self.action is None:
            return self.error
        return self.action.error or tr("It was not carried out.")


def head_of(
    id_: str,
    call: Call,
    classification: Classification,
    places: tuple[Place, ...],
    origin: Origin,
    conversation_id: str | None,
    call_id: str | None,
    at: datetime,
) -> Action:
    """The action that stands for the whole question, running."""
    first = places[0] if places else Place(account=call.account, region=call.region)
    return Action(
        id=id_,
        call=dataclasses.replace(call, account=first.account, region=first.region or call.region),
        risk=classification.risk,
        reasons=classification.reasons,
        state=ActionState.RUNNING,
        origin=origin,
        decision=Decision.POLICY,
        conversation_id=conversation_id,
        call_id=call_id,
        proposed_at=at,
        sentence=tr(
            "{service} {operation} in {places}.",
            service=call.id.service,
            operation=call.id.operation,
            places=place_words(places),
        ),
        group_id=id_,
        places=places,
    )


def gathered(
    head: Action,
    answers: Sequence[Answer],
    titles: Mapping[str, str],
    disabled: Sequence[Place],
    left: tuple[Place, ...],
    *,
    whole: bool,
    stopped: bool,
) -> tuple[Gathered, Action]:
    """Everything that came, and the action that ends with it. ``whole``: for the person's eyes."""
    done = [answer for answer in answers if answer.is_done]
    accounts_done = {answer.place.account for answer in done}
    off = list(disabled)
    failed = []
    for answer in answers:
        if answer.is_done:
            continue
        # Credentials that another region of the same account takes are right: the region is not enabled.
        if answer.code in NOT_ENABLED_CODES and answer.place.account in accounts_done:
            off.append(answer.place)
        else:
            failed.append(answer)
    actions = {answer.place: (answer.whole if whole else answer.action) for answer in done}
    table = _joined(done, actions)
    results = [action.result for action in actions.values() if action is not None and action.result is not None]
    truncated = any(result.truncated for result in results)
    groups = _alike(failed, titles)
    stop = [tr("You stopped it. What had come by then is kept.")] if stopped else []
    notes = (*_notes(off, left, titles, truncated=truncated), *_same_account(done, titles))
    told = Gathered(
        table=table,
        done=tuple(item.place for item in done),
        failed=groups,
        disabled=tuple(off),
        left=left,
        truncated=truncated,
        notes=notes,
    )
    refused = bool(failed) and all(
        item.action is not None and item.action.state is ActionState.REFUSED for item in failed
    )
    state = ActionState.DONE
    if stopped:
        state = ActionState.INTERRUPTED
    elif not done and failed:
        state = ActionState.REFUSED if refused else ActionState.FAILED
    result = CallResult(
        data={"Places": [_data(item.place, actions[item.place]) for item in done]},
        table=table,
        pages=sum(result.pages for result in results),
        truncated=truncated,
        limit_note=" ".join(notes),
        duration_s=max((result.duration_s for result in results), default=0.0),
        sensitive=tuple(f"Places[].Answer.{path}" for path in (results[0].sensitive if results else ())),
    )
    sample = next((action for action in actions.values() if action is not None), None)
    return told, dataclasses.replace(
        head,
        state=state,
        call=dataclasses.replace(head.call, parameters=sample.call.parameters if sample else head.call.parameters),
        finished_at=datetime.now(UTC),
        identity=sample.identity if sample is not None and len({p.account for p in head.places}) == 1 else None,
        decision=next((item.action.decision for item in answers if item.action is not None), head.decision),
        result=result if done or stopped else None,
        error="\n".join([*stop, *failure_lines(told, titles)]) or None,
        error_code=groups[0].code if len(groups) == 1 else "",
    )


def failure_lines(answer: Gathered, titles: Mapping[str, str]) -> list[str]:
    """What failed, a line for each reason."""
    return [f"{_listed(group.places, titles)}: {group.reason}" for group in answer.failed]


def _data(place: Place, action: Action | None) -> dict[str, object]:
    data = action.result.data if action is not None and action.result is not None else {}
    return {"Account": place.account, "Region": place.region, "Answer": data}


def _joined(done: Sequence[Answer], actions: Mapping[Place, Action | None]) -> Table:
    """One table of all answers. Its columns are those of each, in the order they came."""
    tables = []
    for answer in done:
        action = actions[answer.place]
        if action is not None and action.result is not None:
            tables.append((answer, action.result.table or _as_row(action.result.data)))
    columns = tuple(dict.fromkeys(name for _, table in tables for name in table.columns))
    # An answer may have columns of these names too, and rows are as long as there are columns.
    rows = []
    for answer, table in tables:
        places = {name: at for at, name in enumerate(table.columns)}
        for row in table.rows:
            cells = tuple(row[places[name]] if name in places else "" for name in columns)
            rows.append((answer.title, answer.place.region or tr(EVERYWHERE), *cells))
    return Table(columns=(tr("Account"), tr("Region"), *columns), rows=tuple(rows))


def _as_row(data: Mapping[str, object]) -> Table:
    """An answer that is no list: its plain values as a single row."""
    plain = {
        name: "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        for name, value in data.items()
        if isinstance(value, str | int | float | bool) or value is None
    }
    return Table(columns=tuple(plain), rows=(tuple(plain.values()),) if plain else ())


def _alike(failed: Sequence[Answer], titles: Mapping[str, str]) -> tuple[FailedPlaces, ...]:
    """Failures grouped where they say the same but for the place."""
    groups: dict[tuple[str, str], list[Answer]] = {}
    for answer in failed:
        said = answer.reason.replace(repr(titles.get(answer.place.account, "")), "…")
        if answer.place.region:
            said = said.replace(answer.place.region, "…")
        groups.setdefault((answer.code, said), []).append(answer)
    return tuple(
        FailedPlaces(places=tuple(item.place for item in group), reason=group[0].reason, code=code)
        for (code, _), group in groups.items()
    )


def _listed(places: Sequence[Place], titles: Mapping[str, str]) -> str:
    """Places in words: each account with its regions, the first few."""
    shown = []
    for key in dict.fromkeys(place.account for place in places[:_PLACES_TOLD]):
        regions = [place.region for place in places[:_PLACES_TOLD] if place.account == key and place.region]
        title = titles.get(key, key)
        shown.append(f"{title} ({', '.join(regions)})" if regions else title)
    named, more = ", ".join(shown), len(places) - _PLACES_TOLD
    if more <= 0:
        return named
    return plural("{places} and {count} more place", "{places} and {count} more places", more, places=named)


def _notes(
    off: Sequence[Place], left: Sequence[Place], titles: Mapping[str, str], *, truncated: bool
) -> tuple[str, ...]:
    notes = []
    if truncated:
        notes.append(tr("Some places have more pages than the limit allows."))
    if left:
        notes.append(
            plural(
                "Stopped before {count} place had answered.", "Stopped before {count} places had answered.", len(left)
            )
        )
    if off:
        notes.append(tr("Not enabled, so not asked: {places}.", places=_listed(off, titles)))
    return tuple(notes)


def _same_account(done: Sequence[Answer], titles: Mapping[str, str]) -> list[str]:
    """Two profiles may lead into one account, whose rows stand in the table twice then."""
    found: dict[str, list[str]] = {}
    for answer in done:
        if answer.action is not None and answer.action.identity is not None:
            keys = found.setdefault(answer.action.identity.account_id, [])
            if answer.place.account not in keys:
                keys.append(answer.place.account)
    return [
        tr(
            "{accounts} are the same AWS account {number}, so it stands here {count} times.",
            accounts=listed([titles.get(key, key) for key in keys]),
            number=number,
            count=len(keys),
        )
        for number, keys in found.items()
        if len(keys) > 1
    ]
