"""What is told under an answer: who wrote it and why that one, what it took and cost, its other versions. Qt-free."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.language import marked, plural, tr
from app.domain.models import RULES_MODEL, ModelInfo
from app.domain.numerals import clock, date_of, number
from app.domain.routing import AUTO_MODEL
from app.domain.stream import Usage
from app.domain.usage import cost_usd
from app.services.continuing import can_go_on
from app.ui.markdown import mark_direction
from app.ui.transcript.amounts import duration, money
from app.ui.transcript.items import Branch, Footer
from app.ui.transcript.thread import Row, Thread

ModelOf = Callable[[str], ModelInfo | None]

_UNPRICED = marked("Nobody told what this model costs. Correct facts… in the dock beside the chat takes its price.")


def footer_of(thread: Thread, row: Row, model_of: ModelOf) -> Footer:
    """What stands under the last row of a turn's answers."""
    node = row.node
    facts: list[str] = []
    details: list[str] = []
    if node.model is not None:
        is_rules = node.model == str(RULES_MODEL)
        facts.append(tr("no model") if is_rules else mark_direction(node.model.partition(":")[2] or node.model))
        details.append(tr("Model: {model}", model=mark_direction(node.model)))
    if (route := node.route) is not None:
        if failed := [failure for failure in route.failures if failure.model != node.model]:
            instead = mark_direction(failed[0].model.partition(":")[2] or failed[0].model)
            facts.insert(0, tr("instead of {model}", model=instead))
        elif route.asked == AUTO_MODEL:
            facts.insert(0, tr("automatic"))
        details += [
            tr(
                "{model} did not answer: {reason}",
                model=mark_direction(failure.model),
                reason=mark_direction(failure.why),
            )
            for failure in failed
        ]
        if route.reason and not failed:
            details.append(mark_direction(route.reason))
    usage = thread.usage_of(row)
    if usage is not None:
        # The line is cut at its end where it is short of room: what it cost must stand before what it took.
        if node.cached_at is not None:
            facts.append(tr("given before"))
        elif usage.input_tokens or usage.output_tokens:
            if (cost := _cost(thread, row, model_of)) is not None:
                facts.append(money(cost))
                details.append(tr("Cost: {cost}", cost=money(cost)))
            elif _is_unpriced(thread, row, model_of):
                facts.append(tr("price unknown"))
                details.append(tr(_UNPRICED))
        facts += _usage_facts(usage)
        details += _usage_details(usage, thread.tokens_a_second(row))
        details += _cost_details(thread, row)
    if (turns := thread.turns_left_out(node)) and node.left_out is not None:
        if node.left_out.summary:
            unsent = plural(
                "The oldest turn: sent as a summary",
                "The {count} oldest turns: sent as a summary",
                turns,
            )
        else:
            unsent = plural("The oldest turn: not sent", "The {count} oldest turns: not sent", turns)
        details.append(unsent)
    if masked := sum(answer.masked for node_id in row.answers if (answer := thread.node(node_id)) is not None):
        details.append(tr("Hidden in what was sent: {count}", count=masked))
    texts = [answer.message.text for node_id in row.answers if (answer := thread.node(node_id)) is not None]
    return Footer(
        key=f"{node.id}/details",
        facts=tuple(facts),
        details=tuple(details),
        markdown="\n\n".join(text for text in texts if text),
        question_id=row.question_id,
        branch=branch_of(thread, row.answers[0]),
        node_id=node.id,
        pinned=any(node_id in thread.pinned for node_id in row.answers),
        goes_on=node.id == thread.leaf_id and can_go_on(node),
    )


def _cost(thread: Thread, row: Row, model_of: ModelOf) -> float | None:
    """What a turn's answers cost: at the prices of their day, or of today for those that were logged before."""
    total = 0.0
    for node_id in row.answers:
        node = thread.node(node_id)
        if node is None or node.usage is None:
            continue
        cost = node.cost_usd
        if cost is None and node.model is not None:
            info = model_of(node.model)
            cost = cost_usd(node.usage, None if info is None else info.price)
        if cost is None:
            return None
        total += cost
    return total


def _is_unpriced(thread: Thread, row: Row, model_of: ModelOf) -> bool:
    """Whether somebody bills one of a turn's answers, and nobody here knows how much."""
    models = [node.model for node_id in row.answers if (node := thread.node(node_id)) is not None]
    known = [info for model in models if model is not None and (info := model_of(model)) is not None]
    return any(info.price is None and not info.is_private for info in known)


def _usage_facts(usage: Usage) -> list[str]:
    facts = []
    if usage.input_tokens or usage.output_tokens:
        facts.append(
            tr(
                "{read} → {written} tokens",
                read=number(usage.input_tokens),
                written=number(usage.output_tokens),
            )
        )
    if usage.duration_s is not None:
        facts.append(duration(usage.duration_s))
    return facts


def _usage_details(usage: Usage, tokens_a_second: float | None) -> list[str]:
    details = []
    if usage.input_tokens or usage.output_tokens:  # else nobody counted
        details += [
            tr("Read: {tokens} tokens", tokens=number(usage.input_tokens)),
            tr("Written: {tokens} tokens", tokens=number(usage.output_tokens)),
        ]
    if usage.cached_input_tokens:
        details.insert(
            1, tr("Of these reused from the prompt cache: {tokens} tokens", tokens=number(usage.cached_input_tokens))
        )
    if usage.reasoning_tokens:
        details.append(tr("Of these for thinking: {tokens} tokens", tokens=number(usage.reasoning_tokens)))
    if usage.first_token_s is not None:
        details.append(tr("First word after {duration}", duration=duration(usage.first_token_s)))
    if tokens_a_second is not None:
        details.append(tr("Written at {tokens} tokens a second", tokens=number(tokens_a_second, 1)))
    return details


def _cost_details(thread: Thread, row: Row) -> list[str]:
    details = []
    for node_id in row.answers:
        if (node := thread.node(node_id)) is not None and node.cached_at is not None:
            at = node.cached_at.astimezone()
            details.append(
                tr(
                    "Given before, on {date} at {time}: nobody was asked. Answer again asks the model.",
                    date=date_of(at),
                    time=clock(at),
                )
            )
    costs = [node.cost_usd for node_id in row.answers if (node := thread.node(node_id)) is not None]
    if len(costs) > 1 and None not in costs:
        parts = " + ".join(money(cost) for cost in costs if cost is not None)
        details.append(tr("Cost of its {count} requests: {costs}", count=len(costs), costs=parts))
    return details


def branch_of(thread: Thread, node_id: str) -> Branch | None:
    """Where a message stands among its siblings; ``None`` where it has none."""
    siblings = thread.siblings(node_id)
    if len(siblings) < 2:
        return None
    at = siblings.index(node_id)
    return Branch(
        number=at + 1,
        count=len(siblings),
        older=siblings[at - 1] if at else None,
        newer=siblings[at + 1] if at + 1 < len(siblings) else None,
    )
